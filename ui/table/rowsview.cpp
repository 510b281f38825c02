#include "ui/table/rowsview.h"

#include "models/cellrole.h"
#include "models/editedrowmodel.h"
#include "ui/grid/cellremark.h"
#include "ui/grid/grid.h"
#include "ui/grid/gridcommands.h"
#include "ui/grid/gridediting.h"
#include "ui/grid/selectionedits.h"
#include "ui/grid/selectionkeeper.h"
#include "ui/table/copying.h"
#include "ui/table/failurepanel.h"
#include "ui/table/pasteofferstrip.h"
#include "ui/table/rowleaving.h"
#include "ui/table/rowsstrip.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QScrollBar>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::RowWindowModel;

RowsView::RowsView(const Theme &theme, models::EditedRowModel &rows, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_edited(rows)
    , m_rows(rows.rows())
    , m_strip(new RowsStrip(theme, this))
    , m_grid(new Grid(theme, this))
    , m_remark(new CellRemark(theme, *m_grid, rows, this))
    , m_commands(new GridCommands(*m_grid, rows, theme))
    , m_copying(new Copying(theme, *m_grid, rows, this))
    , m_leaving(new RowLeaving(*m_grid, rows, this))
    , m_empty(new QLabel(m_grid))
    , m_failure(new FailurePanel(theme, this))
    , m_pages(new QStackedLayout)
{
    m_strip->setObjectName(u"rowsStrip"_s);
    m_remark->setObjectName(u"rowsRemark"_s);
    m_grid->setObjectName(u"rowsGrid"_s);
    m_empty->setObjectName(u"rowsEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_empty->setForegroundRole(QPalette::WindowText);
    m_failure->setObjectName(u"rowsFailure"_s);

    m_pages->addWidget(m_grid);
    m_pages->addWidget(m_failure);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_copying);
    layout->addLayout(m_pages, 1);
    layout->addWidget(new PasteOfferStrip(theme, m_commands->selection(), this));
    layout->addWidget(m_remark);
    auto *inside = new QVBoxLayout(m_grid->viewport());
    inside->addWidget(m_empty, 0, Qt::AlignCenter);
    setFocusProxy(m_grid);

    m_grid->installEventFilter(this);

    m_grid->setModel(&rows);
    auto *keeper = new SelectionKeeper(*m_grid, rows, this);
    connect(keeper, &SelectionKeeper::lost, this, &RowsView::refuse);
    connectEditing();
    connect(&m_rows, &RowWindowModel::stateChanged, this, &RowsView::update);
    connect(&rows, &models::WindowModel::windowChanged, this, &RowsView::update);
    connect(&m_rows, &RowWindowModel::returned, this,
            [this](qint64 row) { m_grid->scrollToRow(row + m_edited.newRowCount()); });
    connect(m_grid, &Grid::sortRequested, this, &RowsView::sort);
    connect(m_strip, &RowsStrip::actionChosen, &m_rows, &RowWindowModel::readUnkeyed);
    connect(m_copying, &Copying::notice, this, &RowsView::notice);
    connect(&m_commands->selection(), &SelectionEdits::cutRequested, m_copying, &Copying::cut);
    connect(m_failure, &FailurePanel::retryRequested, &m_rows, &RowWindowModel::reload);
    connect(&theme, &Theme::changed, this, &RowsView::tint);
    tint();
    update();
}

RowsView::~RowsView()
{
    finishEditing();
}

void RowsView::finishEditing()
{
    m_commands->editing().keep();
}

void RowsView::connectEditing()
{
    connect(m_commands, &GridCommands::refused, this, &RowsView::refuse);
    connect(&m_commands->selection(), &SelectionEdits::offerChanged, this, &RowsView::revealCurrent);
    connect(&m_commands->editing(), &GridEditing::enlargeRequested, this, &RowsView::enlargeRequested);
    connect(&m_commands->editing(), &GridEditing::editingChanged, m_remark, &CellRemark::calm);
    connect(m_remark, &CellRemark::appeared, this, &RowsView::revealCurrent);
}

void RowsView::refuse(const QString &why)
{
    m_remark->refuse(why);
}

void RowsView::tint()
{
    auto colors = palette();
    colors.setColor(QPalette::WindowText, m_theme.color(Token::Muted));
    m_empty->setPalette(colors);
    updateStrip();
}

int RowsView::heightFor(int rows) const
{
    int height = metrics::gridHeader + std::max(1, rows) * metrics::row;
    for (int item = 0; item < layout()->count(); ++item) {
        if (const auto *strip = layout()->itemAt(item)->widget(); strip && !strip->isHidden())
            height +=
                strip->hasHeightForWidth() ? strip->heightForWidth(width()) : strip->sizeHint().height();
    }
    const auto *sideways = m_grid->horizontalScrollBar();
    return height + (sideways->maximum() > 0 ? sideways->sizeHint().height() : 0);
}

QString RowsView::countText() const
{
    const auto rows = m_rows.rowCountEstimate();
    const auto count = [](qint64 number) { return QLocale().toString(number); };
    if (m_rows.state() == RowWindowModel::State::Failed || m_rows.state() == RowWindowModel::State::Empty)
        return {};
    if (m_rows.isRowCountExact())
        return rows == 1 ? tr("1 row") : tr("%1 rows").arg(count(rows));
    if (m_rows.isTruncated()) {
        const auto planned = m_rows.plannedRows();
        return planned > rows ? tr("first %1 of ≈ %2 rows").arg(count(rows), count(planned))
                              : tr("first %1 rows").arg(count(rows));
    }
    return rows > 0 ? tr("≈ %1 rows").arg(count(rows)) : QString();
}

void RowsView::update()
{
    const bool failed = m_rows.state() == RowWindowModel::State::Failed;
    if (failed) {
        m_failure->showError(tr("The rows of %1 could not be read").arg(m_rows.source().id.text()),
                             *m_rows.error());
        m_pages->setCurrentWidget(m_failure);
    } else {
        m_pages->setCurrentWidget(m_grid);
    }
    const bool empty = m_rows.state() == RowWindowModel::State::Ready && m_edited.rowCountEstimate() == 0;
    m_empty->setText(m_rows.source().columns.empty() ? tr("No columns, and no rows")
                     : !m_whenEmpty.isEmpty()        ? m_whenEmpty
                     : m_rows.source().condition     ? tr("No rows match the filter.")
                     : m_edited.refusal().isEmpty()
                         ? tr("No rows yet. Ctrl+N adds the first, F5 looks again.")
                         : tr("No rows yet. F5 looks again."));
    m_empty->setVisible(empty);
    updateStrip();
    emit countChanged();
}

void RowsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_rows.setShown(true);
}

void RowsView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_leaving->leave();
    m_rows.setShown(false);
}

/// Esc means the rows first while the server works for them, before it means the cells.
bool RowsView::eventFilter(QObject *watched, QEvent *event)
{
    const bool key = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!key || watched != m_grid || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape ||
        !m_rows.canStop())
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        stop();
    event->accept();
    return true;
}

bool RowsView::stop()
{
    const bool copied = m_copying->cancel();
    return m_rows.stop() || copied;
}

QString RowsView::boundText() const
{
    using Bound = RowWindowModel::Bound;
    switch (m_rows.bound()) {
    case Bound::None: return {};
    case Bound::Unkeyed:
        return tr("The first %L1 rows only: nothing tells these rows apart, so that there is no reading on "
                  "from one of them. More of them are read from the first on.")
            .arg(m_rows.rowCount());
    case Bound::Full:
        return tr("The first %L1 rows only: more are not kept. A filter or another order brings others to "
                  "the front.")
            .arg(m_rows.rowCount());
    case Bound::Sorting:
        return tr("No index gives these rows in this order. The first %L1 are here; the others come once the "
                  "server has sorted all of them. Esc stops that.")
            .arg(m_rows.rowCount());
    case Bound::TooMany:
        return tr("The first %L1 rows only: no index gives these rows in this order, and there are too many "
                  "to sort. A filter, or an index on the column, brings the others.")
            .arg(m_rows.rowCount());
    case Bound::Stopped:
        return tr("The first %L1 rows only: sorting the others was stopped. F5 goes on.")
            .arg(m_rows.rowCount());
    case Bound::Failed:
        return tr("The first %L1 rows only: the others could not be sorted. %2")
            .arg(m_rows.rowCount())
            .arg(m_rows.error() ? m_rows.error()->message.left(500) : QString());
    }
    return {};
}

void RowsView::updateStrip()
{
    QString text = boundText();
    if (text.isEmpty() && m_rows.state() == RowWindowModel::State::Loading && m_rows.canStop() &&
        m_rows.rowCount() > 0)
        text = tr("The server is bringing the rows into this order. Esc goes back to the one before.");
    if (m_rows.error() && m_rows.state() == RowWindowModel::State::Ready &&
        m_rows.bound() != RowWindowModel::Bound::Failed)
        text = tr("Reading on did not work: %1").arg(m_rows.error()->message.left(500));
    if (m_rows.isReadingUnkeyed())
        text = tr("More rows are being read. Esc stops that.");
    const bool failed = m_rows.error().has_value();
    const int next = m_rows.unkeyedRowsNext();
    m_strip->say(text, failed ? Token::Removed : Token::Muted, failed ? Token::RemovedGround : Token::Window,
                 next > 0 ? tr("Read %L1 rows").arg(next) : QString());
}

/// The current cell may lie where the words are now.
void RowsView::revealCurrent()
{
    if (!m_grid->currentCell().isValid())
        return;
    layout()->activate();
    m_grid->reveal(m_grid->currentCell());
}

/// For who does not see the arrows in the header.
QString RowsView::sortText() const
{
    QStringList columns;
    for (const auto &key : m_rows.sort())
        columns << (key.descending ? tr("%1 descending").arg(key.column) : key.column);
    return columns.isEmpty() ? tr("Sorted as the table is") : tr("Sorted by %1").arg(columns.join(u", "_s));
}

void RowsView::sort(int column, bool add)
{
    m_rows.toggleSort(column, add);
    m_grid->scrollToRow(0);
    emit notice(sortText());
}

void RowsView::sortBy(const std::vector<models::SortKey> &sort)
{
    m_rows.setSort(sort);
    m_grid->scrollToRow(0);
    emit notice(sortText());
}

} // namespace squall::ui
