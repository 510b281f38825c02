#include "ui/table/tableview.h"

#include "models/definitiontext.h"
#include "models/editedrowmodel.h"
#include "models/rowwindowmodel.h"
#include "models/structure.h"
#include "models/tablefilter.h"
#include "ui/editor/sqlhighlighter.h"
#include "ui/filter/cellfilters.h"
#include "ui/filter/filterbar.h"
#include "ui/grid/grid.h"
#include "ui/grid/gridcommands.h"
#include "ui/relations/referencepeek.h"
#include "ui/table/columnschooser.h"
#include "ui/table/copying.h"
#include "ui/table/editbar.h"
#include "ui/table/rowcountbutton.h"
#include "ui/table/rowfocus.h"
#include "ui/table/rowsview.h"
#include "ui/table/selectionsummary.h"
#include "ui/table/structureview.h"
#include "ui/table/tablecolumns.h"
#include "ui/table/tablerelations.h"
#include "ui/table/valuesplit.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>

#include <utility>

namespace squall::ui {

using namespace Qt::StringLiterals;

TableView::TableView(const Theme &theme, std::unique_ptr<models::EditedRowModel> rows, ObjectId id,
                     QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_id(std::move(id))
    , m_edited(std::move(rows))
    , m_rows(&m_edited->rows())
    , m_parts(new QButtonGroup(this))
    , m_segments(new QHBoxLayout)
    , m_count(new RowCountButton(*m_rows, this))
    , m_chooser(new QToolButton(this))
    , m_edits(new EditBar(theme, *m_edited, this))
    , m_copy(new QToolButton(this))
    , m_reload(new QToolButton(this))
    , m_pages(new QStackedWidget(this))
    , m_data(new RowsView(theme, *m_edited, m_pages))
    , m_values(
          new ValueSplit(theme, *m_data, m_data->grid(), m_data->commands().editing(), *m_edited, m_pages))
    , m_columns(new TableColumns(m_data->grid(), *m_rows, this))
    , m_summary(new SelectionSummary(m_data->grid(), this))
    , m_focus(new RowFocus(m_data->grid(), *m_edited, this))
    , m_peek(new ReferencePeek(theme, m_data->grid(), this))
    , m_structure(new StructureView(theme, m_pages))
    , m_ddl(new QPlainTextEdit(m_pages))
{
    setObjectName(u"tableView"_s);
    m_structure->setObjectName(u"tableStructure"_s);
    m_ddl->setObjectName(u"tableDdl"_s);
    m_ddl->setAccessibleName(tr("SQL that makes %1").arg(m_id.text()));
    m_ddl->setReadOnly(true);
    m_ddl->setFont(ui::font(TextStyle::Code));
    m_ddl->setFrameShape(QFrame::NoFrame);
    m_ddl->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_ddl->setStyleSheet(u"QPlainTextEdit { border: none; border-radius: 0; }"_s);
    m_ddl->document()->setDocumentMargin(12);
    m_peek->setStaged(&m_edited->changes());
    new SqlHighlighter(theme, m_ddl->document());
    for (QWidget *page : {static_cast<QWidget *>(m_values), static_cast<QWidget *>(m_structure),
                          static_cast<QWidget *>(m_ddl)})
        m_pages->addWidget(page);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeBar());
    layout->addWidget(m_pages, 1);
    setFocusProxy(m_pages);
    m_pages->setFocusProxy(m_data);

    connect(m_data, &RowsView::countChanged, this, &TableView::updateCount);
    connect(m_data, &RowsView::enlargeRequested, m_values, &ValueSplit::open);
    connect(m_peek, &ReferencePeek::refused, m_data, &RowsView::refuse);
    connect(m_focus, &RowFocus::missing, this, &TableView::filterFor);
    auto *copyAs = new QAction(tr("Copy as…"), this);
    copyAs->setObjectName(u"cells.copyAs"_s);
    copyAs->setShortcuts(copyAsKeys());
    copyAs->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(copyAs, &QAction::triggered, &copying(), &Copying::popUpMenu);
    grid().addAction(copyAs);
    m_data->commands().setExtraActions(GridCommands::Place::Copying, {copying().menu()->menuAction()});
    connect(m_summary, &SelectionSummary::changed, this, &TableView::summaryChanged);
    connect(m_columns, &TableColumns::changed, this, &TableView::lookChanged);
    connect(m_rows, &models::RowWindowModel::sortChanged, this, &TableView::lookChanged);
    for (const auto *bar : {grid().verticalScrollBar(), grid().horizontalScrollBar()})
        connect(bar, &QScrollBar::valueChanged, this, &TableView::lookChanged);
    connect(m_data, &RowsView::notice, this, &TableView::notice);
    const auto finish = [this] {
        m_data->finishEditing();
        m_values->finish();
    };
    connect(m_edits, &EditBar::reviewRequested, this, finish);
    connect(m_edits, &EditBar::reviewRequested, this, &TableView::reviewRequested);
    connect(m_edits, &EditBar::elsewhereRequested, this, finish);
    connect(m_edits, &EditBar::elsewhereRequested, this, &TableView::reviewHereRequested);
    connect(m_edits, &EditBar::addRowRequested, this, [this] {
        grid().setFocus();
        m_data->commands().run(GridCommand::AddRow);
    });
    connect(&theme, &Theme::changed, this, &TableView::tint);
    setPart(Data);
    tint();
}

TableView::~TableView()
{
    // What is being typed there is staged in the model, which would otherwise go first.
    m_values->finish();
    delete m_peek;
    delete m_relations;
    delete m_data;
}

QHBoxLayout *TableView::makeBar()
{
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(12, 0, 8, 1);
    bar->setSpacing(8);
    m_segments->setSpacing(2);
    bar->addLayout(m_segments);
    addPart(Data, tr("Data"), u"partData"_s);
    addPart(Structure, tr("Structure"), u"partStructure"_s);
    addPart(Ddl, tr("DDL"), u"partDdl"_s);
    connect(m_parts, &QButtonGroup::idClicked, this, &TableView::setPart);
    bar->addStretch(1);

    bar->addWidget(m_count);
    m_chooser->setObjectName(u"columnsButton"_s);
    m_chooser->setText(tr("Columns"));
    m_chooser->setToolTip(tr("Hide, move and pin columns"));
    m_chooser->setFocusPolicy(Qt::TabFocus);
    auto *chooser = new ColumnsChooser(m_theme, *m_columns, this);
    connect(m_chooser, &QToolButton::clicked, this, [this, chooser] { chooser->popUp(*m_chooser); });
    connect(m_columns, &TableColumns::chooserRequested, m_chooser, &QToolButton::click);
    connect(m_columns, &TableColumns::sortRequested, m_data, &RowsView::sortBy);
    bar->addWidget(m_chooser);
    bar->addWidget(m_edits);
    m_copy->setObjectName(u"copyDdl"_s);
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the SQL"));
    connect(m_copy, &QToolButton::clicked, this, &TableView::copyDdl);
    bar->addWidget(m_copy);

    auto *reloading = new QAction(m_theme.icon(u"refresh"_s), tr("Reload"), this);
    reloading->setObjectName(u"table.reload"_s);
    reloading->setShortcuts(reloadKeys());
    reloading->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(reloading, &QAction::triggered, this, &TableView::reload);
    addAction(reloading);
    m_reload->setObjectName(u"reloadTable"_s);
    m_reload->setAccessibleName(tr("Reload"));
    m_reload->setDefaultAction(reloading);
    bar->addWidget(m_reload);
    bar->addStrut(metrics::bar - 1);
    return bar;
}

void TableView::addLeading(QWidget *widget)
{
    m_segments->insertWidget(0, widget);
}

void TableView::addPart(Part part, const QString &text, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::TabFocus);
    m_parts->addButton(button, part);
    m_segments->addWidget(button);
}

void TableView::setFilter(std::unique_ptr<models::TableFilter> filter, models::SavedFilters *saved)
{
    m_filter = std::move(filter);
    m_filterBar = new FilterBar(m_theme, *m_filter, saved, this);
    static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_filterBar);
    m_filterBar->setVisible(part() == Data);
    connect(m_filter.get(), &models::TableFilter::changed, this, &TableView::filterChanged);
    connect(m_filter.get(), &models::TableFilter::applied, this, [this](bool otherRows) {
        if (otherRows && m_relations)
            m_relations->opened().closeAll(tr("What was open closed: the filter is another one."));
        if (otherRows)
            grid().scrollToRow(0);
        if (std::exchange(m_filteredFor, false))
            m_focus->seekAgain();
    });
    connect(m_columns, &TableColumns::filterRequested, m_filterBar, &FilterBar::addCondition);
    connect(m_filterBar, &FilterBar::left, &grid(), qOverload<>(&QWidget::setFocus));

    auto *suggested = new CellFilters(*m_filter, this);
    auto &commands = m_data->commands();
    commands.setExtraActions(GridCommands::Place::Filtering, {suggested->menuAction()});
    connect(&commands, &GridCommands::menuRequested, suggested, [this, suggested] {
        const auto cell = grid().currentCell();
        const auto row = cell.row - m_edited->firstRow();
        suggested->setCell(row < 0 ? QModelIndex() : m_edited->index(static_cast<int>(row), cell.column));
    });
}

void TableView::setRelations(models::OpenDatabase &database)
{
    m_relations = new TableRelations(m_theme, *m_data, database, this);
    m_relations->setSnapshot(m_snapshot);
    auto *opened = &m_relations->opened();
    connect(m_relations, &TableRelations::notice, this, &TableView::notice);
    connect(m_relations, &TableRelations::changed, this, &TableView::lookChanged);
    connect(opened, &OpenedRows::rowsOpened, this, &TableView::rowsOpened);
    connect(opened, &OpenedRows::tabRequested, this, &TableView::pointingRequested);
    connect(m_columns, &TableColumns::menuMade, m_relations,
            [this](QMenu *menu) { menu->addMenu(m_relations->makeMenu(menu)); });
}

RowsView &TableView::rowsInFront()
{
    auto *nested = m_relations ? m_relations->opened().inFront() : nullptr;
    return nested ? *nested : *m_data;
}

void TableView::focusFilter(bool where)
{
    if (!m_filterBar)
        return;
    if (part() != Data)
        setPart(Data);
    if (where)
        m_filterBar->focusWhere();
    else
        m_filterBar->focusFind();
}

Copying &TableView::copying()
{
    return m_data->copying();
}

Grid &TableView::grid()
{
    return m_data->grid();
}

QString TableView::summary() const
{
    return part() == Data ? m_summary->text() : QString();
}

TableView::Part TableView::part() const
{
    return static_cast<Part>(m_pages->currentIndex());
}

void TableView::showPart(Part part)
{
    setPart(part);
    m_pages->currentWidget()->setFocus();
}

void TableView::showRow(const edit::RowIdentity &row, qint64 newRow, const QString &column)
{
    showPart(Data);
    m_focus->seek(row, newRow, column);
}

void TableView::filterFor(const edit::RowIdentity &row)
{
    models::RowFilter filter;
    for (const auto &[name, value] : row.parts) {
        if (m_rows->source().find(name))
            filter.conditions.members.emplace_back(
                models::FilterCondition{name, models::FilterOperator::Equal, {QString::fromUtf8(value)}});
    }
    if (!m_filter || filter.conditions.members.size() != row.parts.size() || m_filter->filter() == filter) {
        emit notice(tr("The row is not among those that are loaded."));
        return;
    }
    m_filteredFor = true;
    m_filter->start(filter);
}

void TableView::setPart(int part)
{
    m_parts->button(part)->setChecked(true);
    m_pages->setCurrentIndex(part);
    m_pages->setFocusProxy(m_pages->currentWidget());
    m_copy->setVisible(part == Ddl);
    m_count->setVisible(part == Data);
    if (m_filterBar)
        m_filterBar->setVisible(part == Data);
    m_chooser->setVisible(part == Data);
    m_edits->setVisible(part == Data);
    updateSchema();
    emit partChanged();
}

void TableView::setSnapshot(const catalog::SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    m_peek->setTable(&m_rows->sessions(), snapshot, m_edited->relations(), m_id);
    if (!snapshot)
        return;
    if (const auto source = models::rowSource(*snapshot, m_id))
        m_columns->setSource(*source);
    if (m_filter)
        m_filter->setSnapshot(snapshot);
    if (m_relations)
        m_relations->setSnapshot(snapshot);
    updateSchema();
}

/// Structure and SQL are made when they are looked at.
void TableView::updateSchema()
{
    const auto &project = m_edited->project();
    if (!m_snapshot || part() == Data || (m_shownSchema == m_snapshot && m_shownProject == project))
        return;
    m_shownSchema = m_snapshot;
    m_shownProject = project;
    m_structure->setSections(models::Structure::of(*m_snapshot, m_id, project.get()));
    m_writing.run(models::definitionText(m_snapshot, m_id), [this](const QString &text) {
        if (text != m_ddl->toPlainText())
            m_ddl->setPlainText(text.isEmpty() ? tr("-- %1 is not there any more").arg(m_id.text()) : text);
    });
}

void TableView::reload()
{
    m_data->finishEditing();
    if (part() == Data)
        m_rows->reload();
    else
        emit schemaReloadRequested();
}

bool TableView::stop()
{
    auto &front = rowsInFront();
    bool stopped = m_filter && m_filter->stop();
    stopped = front.stop() || stopped;
    return m_data->stop() || stopped;
}

void TableView::countRows()
{
    m_count->click();
}

void TableView::chooseColumns()
{
    m_chooser->click();
}

void TableView::addFilterCondition()
{
    if (m_filterBar)
        m_filterBar->addCondition();
}

void TableView::copyDdl()
{
    QGuiApplication::clipboard()->setText(m_ddl->toPlainText());
}

void TableView::updateCount()
{
    m_count->showCount(m_data->countText());
}

void TableView::tint()
{
    auto colors = palette();
    colors.setColor(QPalette::WindowText, m_theme.color(Token::Muted));
    m_count->setPalette(colors);
    update();
}

void TableView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Surface));
    painter.setPen(m_theme.color(Token::Line));
    painter.drawLine(0, metrics::bar - 1, width(), metrics::bar - 1);
}

} // namespace squall::ui
