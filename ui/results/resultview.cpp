#include "ui/results/resultview.h"

#include "models/query/editedresultmodel.h"
#include "models/query/recordsmodel.h"
#include "models/query/resultmodel.h"
#include "ui/grid/cellremark.h"
#include "ui/grid/grid.h"
#include "ui/grid/gridcommands.h"
#include "ui/grid/gridediting.h"
#include "ui/grid/selectionedits.h"
#include "ui/results/durationtext.h"
#include "ui/results/resultstrip.h"
#include "ui/table/copying.h"
#include "ui/table/valuesplit.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::ResultModel;

ResultView::ResultView(const Theme &theme, ResultModel *result, models::OpenDatabase *database,
                       QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_result(result)
    , m_filterRow(new QWidget(this))
    , m_filter(new QLineEdit(m_filterRow))
    , m_strip(new ResultStrip(theme, *result, this))
    , m_grid(new Grid(theme, this))
    , m_empty(new QLabel(m_grid))
    , m_pages(new QStackedLayout)
{
    result->setParent(nullptr);
    m_grid->setObjectName(u"resultGrid"_s);
    m_grid->setAccessibleName(result->origin().title);
    m_empty->setObjectName(u"resultEmpty"_s);
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);
    if (database)
        makeEditable(*database);
    else
        m_grid->setModel(result);
    m_copying = new Copying(theme, *m_grid, *result, m_edited.get(), this);
    buildFilter();

    m_pages->addWidget(rowsPage());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_filterRow);
    layout->addLayout(m_pages, 1);
    layout->addWidget(m_copying);
    if (m_remark)
        layout->addWidget(m_remark);
    auto *inside = new QVBoxLayout(m_grid->viewport());
    inside->addWidget(m_empty, 0, Qt::AlignCenter);
    setFocusProxy(m_grid);

    connectGrid();
    connect(m_strip, &ResultStrip::readOnRequested, this, &ResultView::readOnRequested);
    connect(m_strip, &ResultStrip::readAllRequested, this, &ResultView::readAllRequested);
    connect(m_strip, &ResultStrip::endRequested, this, &ResultView::endRequested);
    connect(m_strip, &ResultStrip::runAgainRequested, this, &ResultView::runAgainRequested);
    for (auto signal : {&ResultModel::stateChanged, &ResultModel::grown, &ResultModel::arranged}) {
        connect(result, signal, this, &ResultView::summaryChanged);
        connect(result, signal, this, &ResultView::updateEmpty);
    }
    connect(&theme, &Theme::changed, this, &ResultView::tint);
    tint();
    updateEmpty();
    setRecords(result->origin().asRecords);
}

ResultView::~ResultView()
{
    finishEditing();
    // They look at the rows, which would otherwise go first.
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
}

void ResultView::makeEditable(models::OpenDatabase &database)
{
    m_edited = std::make_unique<models::EditedResultModel>(database, *m_result);
    m_grid->setModel(m_edited.get());
    m_commands = new GridCommands(*m_grid, *m_edited, m_theme);
    m_remark = new CellRemark(m_theme, *m_grid, *m_edited, this);
    m_remark->setObjectName(u"resultRemark"_s);
    auto &editing = m_commands->editing();
    m_values = new ValueSplit(m_theme, *m_grid, *m_grid, editing, *m_edited, this);
    connect(m_commands, &GridCommands::refused, m_remark, &CellRemark::refuse);
    connect(&editing, &GridEditing::editingChanged, m_remark, &CellRemark::calm);
    connect(&editing, &GridEditing::editingChanged, this, &ResultView::editsChanged);
    connect(&editing, &GridEditing::enlargeRequested, m_values, &ValueSplit::open);
    connect(m_remark, &CellRemark::appeared, this, &ResultView::revealCurrent);
    connect(m_edited.get(), &models::EditableModel::editsChanged, this, &ResultView::editsChanged);
}

void ResultView::revealCurrent()
{
    if (!m_grid->currentCell().isValid())
        return;
    layout()->activate();
    m_grid->reveal(m_grid->currentCell());
}

bool ResultView::hasEdits() const
{
    return m_edited && (m_edited->hasEdits() || m_commands->editing().isEditing() || m_values->isModified());
}

void ResultView::finishEditing()
{
    if (!m_edited)
        return;
    m_commands->editing().keep();
    m_values->finish();
}

/// The rows as a grid.
QWidget *ResultView::rowsPage() const
{
    return m_values ? static_cast<QWidget *>(m_values) : m_grid;
}

void ResultView::buildFilter()
{
    m_filter->setObjectName(u"resultFilter"_s);
    m_filter->setAccessibleName(tr("Filter the rows that are read"));
    m_filter->setPlaceholderText(tr("Rows that contain…"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    auto *row = new QHBoxLayout(m_filterRow);
    row->setContentsMargins(12, 4, 12, 4);
    row->addWidget(m_filter);
    m_filterRow->hide();
    connect(m_filter, &QLineEdit::textChanged, m_result.get(), &ResultModel::setFilter);
}

void ResultView::connectGrid()
{
    connect(m_grid, &Grid::sortRequested, this, &ResultView::sort);
    if (m_commands) {
        m_commands->setExtraActions(GridCommands::Place::Copying, {m_copying->menu()->menuAction()});
        connect(m_commands, &GridCommands::menuMade, this, &ResultView::fillMenu);
    } else {
        connect(m_grid, &Grid::contextMenuRequested, this, &ResultView::popUpMenu);
    }
    connect(m_grid, &Grid::columnMenuRequested, this, &ResultView::popUpColumnMenu);
    connect(m_copying, &Copying::notice, this, &ResultView::notice);
}

QString ResultView::summary() const
{
    const auto shown = m_result->rowCount();
    const auto read = m_result->rowsRead();
    const auto time = durationText(m_result->duration());
    const auto rows = read == 1 ? tr("1 row") : tr("%L1 rows").arg(read);
    const auto of = m_result->filter().isEmpty() ? rows : tr("%L1 of %2").arg(shown).arg(rows);
    if (m_result->state() == ResultModel::State::Reading)
        return tr("%1 so far, %2").arg(of, time);
    if (m_result->origin().kept)
        return tr("%1, kept", "20 rows, kept since an earlier run").arg(of);
    return tr("%1 in %2", "20 rows in 6.2 ms").arg(of, time);
}

void ResultView::updateEmpty()
{
    const bool none = m_result->rowCount() == 0 && m_result->isRowCountExact();
    m_empty->setText(m_result->filter().isEmpty() ? tr("No rows") : tr("No rows contain that."));
    m_empty->setVisible(none);
}

void ResultView::tint()
{
    ui::tint(m_empty, m_theme.color(Token::Muted));
}

void ResultView::sort(int column, bool add)
{
    m_result->toggleSort(column, add);
    m_grid->scrollToRow(0);
}

void ResultView::focusFilter()
{
    m_filterRow->show();
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void ResultView::leaveFilter()
{
    m_filter->clear();
    m_filterRow->hide();
    setFocus(Qt::OtherFocusReason);
}

bool ResultView::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_filter ||
        (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    const auto key = static_cast<QKeyEvent *>(event)->key();
    const bool pressed = event->type() == QEvent::KeyPress;
    if (key == Qt::Key_Escape) {
        if (pressed)
            leaveFilter();
        event->accept();
        return true;
    }
    if (pressed && (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter)) {
        setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ResultView::setRecords(bool records)
{
    if (records == showsRecords())
        return;
    if (!records) {
        m_recordGrid->setModel(nullptr);
        m_records.reset();
        m_pages->setCurrentWidget(rowsPage());
        setFocusProxy(m_grid);
        return;
    }
    if (!m_recordGrid) {
        m_recordGrid = new Grid(m_theme, this);
        m_recordGrid->setObjectName(u"recordGrid"_s);
        m_recordGrid->setAccessibleName(m_result->origin().title);
        connect(m_recordGrid, &Grid::contextMenuRequested, this, &ResultView::popUpMenu);
        m_pages->addWidget(m_recordGrid);
    }
    m_records = std::make_unique<models::RecordsModel>(*m_result);
    m_recordGrid->setModel(m_records.get());
    m_pages->setCurrentWidget(m_recordGrid);
    setFocusProxy(m_recordGrid);
}

void ResultView::popUpCopyMenu()
{
    if (!showsRecords())
        m_copying->popUpMenu();
}

void ResultView::popUpMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto *grid = showsRecords() ? m_recordGrid : m_grid;
    menu->addAction(tr("Copy"), QKeySequence::Copy, grid, &Grid::copy);
    if (!showsRecords())
        menu->addMenu(m_copying->menu());
    fillMenu(menu);
    menu->popup(position);
}

void ResultView::fillMenu(QMenu *menu)
{
    menu->addSeparator();
    menu->addAction(tr("Filter…"), this, &ResultView::focusFilter);
    auto *records = menu->addAction(tr("One value a line"), this, &ResultView::setRecords);
    records->setCheckable(true);
    records->setChecked(showsRecords());
    menu->addSeparator();
    emit menuRequested(menu);
}

void ResultView::popUpColumnMenu(int column, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Sort ascending"), this, [this, column] { m_result->setSort({{column, false}}); });
    menu->addAction(tr("Sort descending"), this, [this, column] { m_result->setSort({{column, true}}); });
    menu->addAction(tr("As it came"), this, [this] { m_result->setSort({}); })
        ->setEnabled(!m_result->sort().empty());
    menu->addSeparator();
    menu->addAction(tr("Fit width"), this, [this, column] { m_grid->fitColumn(column); });
    menu->popup(position);
}

} // namespace squall::ui
