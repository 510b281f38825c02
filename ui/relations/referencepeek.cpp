#include "ui/relations/referencepeek.h"

#include "models/cellrole.h"
#include "ui/grid/grid.h"
#include "ui/grid/gridmarks.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

namespace squall::ui {

using namespace Qt::StringLiterals;
using State = models::ReferenceReader::State;

namespace {

constexpr int dwellMs = 400;
/// The way from the cell to the card.
constexpr int leavingMs = 250;
constexpr int patienceMs = 300;
constexpr qsizetype longestReason = 300;

} // namespace

ReferencePeek::ReferencePeek(const Theme &theme, Grid &grid, QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_grid(grid)
{
    for (const auto &[timer, ms] : {std::pair(&m_dwelling, dwellMs), std::pair(&m_leaving, leavingMs),
                                    std::pair(&m_patience, patienceMs)}) {
        timer->setSingleShot(true);
        timer->setInterval(ms);
    }
    m_dwelling.callOnTimeout(this, &ReferencePeek::dwell);
    m_leaving.callOnTimeout(this, &ReferencePeek::withdraw);
    m_patience.callOnTimeout(this, &ReferencePeek::show);
    connect(&m_reader, &models::ReferenceReader::changed, this, [this] {
        if (m_reader.state() == State::Ready || m_reader.state() == State::Failed)
            show();
    });
    connect(&grid, &Grid::currentChanged, this, &ReferencePeek::followCurrent);
    connect(&grid, &Grid::cellsMoved, this, &ReferencePeek::stay);
    grid.installEventFilter(this);
    grid.viewport()->installEventFilter(this);
    if (auto *model = grid.model()) {
        connect(model, &QAbstractItemModel::modelReset, this, [this] {
            m_reader.forget();
            hide();
        });
        connect(model, &QAbstractItemModel::dataChanged, this, &ReferencePeek::refresh);
        connect(model, &models::WindowModel::windowChanged, this, &ReferencePeek::refresh);
    }
}

ReferencePeek::~ReferencePeek()
{
    delete m_card;
}

void ReferencePeek::setTable(pg::SessionPool *sessions, const catalog::SnapshotPtr &snapshot,
                             const models::RelationsPtr &relations, const ObjectId &table)
{
    m_all = relations;
    m_sessions = sessions;
    m_snapshot = snapshot;
    m_table = table;
    m_relations.reset();
    m_reader.forget();
    hide();
}

int ReferencePeek::loadedRow(const CellPosition &cell) const
{
    const auto *model = m_grid.model();
    if (!model || !cell.isValid() || cell.column >= model->columnCount())
        return -1;
    const auto row = cell.row - model->firstRow();
    return row >= 0 && row < model->rowCount() ? static_cast<int>(row) : -1;
}

std::optional<models::Relation> ReferencePeek::relationAt(const CellPosition &cell) const
{
    if (!m_sessions || !m_snapshot || !m_all || loadedRow(cell) < 0)
        return std::nullopt;
    if (!m_relations)
        m_relations = m_all->from(m_table);
    const auto column = m_grid.model()->headerData(cell.column, Qt::Horizontal).toString();
    return models::followed(*m_relations, column);
}

std::optional<ReferencePeek::Target> ReferencePeek::targetAt(const CellPosition &cell) const
{
    auto relation = relationAt(cell);
    auto key = relation ? models::pointingKey(*m_grid.model(), loadedRow(cell), *relation) : std::nullopt;
    return key ? std::optional(Target{*std::move(relation), *std::move(key)}) : std::nullopt;
}

CellPosition ReferencePeek::cellAt(const QPoint &position) const
{
    const auto &layout = m_grid.layoutOfCells();
    if (position.y() < GridLayout::headerHeight || position.x() < GridLayout::gutterWidth)
        return {};
    return {layout.rowAt(position.y()), layout.columnAt(position.x())};
}

QString ReferencePeek::unavailable() const
{
    if (!relationAt(m_grid.currentCell()))
        return tr("This column points to no other table.");
    return targetAt(m_grid.currentCell()) ? QString() : tr("There is nothing here to follow.");
}

bool ReferencePeek::isShown() const
{
    return m_card && m_card->isVisible();
}

void ReferencePeek::hide()
{
    m_dwelling.stop();
    withdraw();
}

/// The card goes; the mouse may rest on another cell by now.
void ReferencePeek::withdraw()
{
    m_leaving.stop();
    m_patience.stop();
    m_asked = false;
    m_cell = {};
    m_reader.leave();
    if (m_card)
        m_card->hide();
}

void ReferencePeek::peek()
{
    if (m_asked) {
        hide();
        return;
    }
    if (const auto why = unavailable(); !why.isEmpty()) {
        emit refused(why);
        return;
    }
    hide();
    m_grid.reveal(m_grid.currentCell());
    m_asked = true;
    look(m_grid.currentCell());
}

/// Begins to read where a cell leads to; false when it leads nowhere.
bool ReferencePeek::look(const CellPosition &cell)
{
    const auto target = targetAt(cell);
    if (!target)
        return false;
    m_cell = cell;
    m_place = m_grid.layoutOfCells().cell(cell.row, cell.column);
    m_leaving.stop();
    m_patience.start();
    m_reader.look(*m_sessions, m_snapshot, target->relation, target->key);
    return true;
}

void ReferencePeek::hover(const QPoint &position)
{
    const auto cell = cellAt(position);
    if (cell == m_hovered)
        return;
    m_hovered = cell;
    if (m_asked)
        return;
    if (m_cell == cell && m_cell.isValid())
        m_leaving.stop();
    else if (isShown())
        m_leaving.start();
    else
        withdraw();
    if (cell.isValid() && cell != m_cell)
        m_dwelling.start();
    else
        m_dwelling.stop();
}

void ReferencePeek::dwell()
{
    if (!m_asked && !look(m_hovered))
        hide();
}

/// The card that somebody asked for goes along; one for the mouse is in the way once a key is pressed.
void ReferencePeek::followCurrent()
{
    if (m_cell.isValid() && (!m_asked || !look(m_grid.currentCell())))
        hide();
}

/// The cells hold, or may hold, something else now.
void ReferencePeek::refresh()
{
    if (m_cell.isValid() && !look(m_asked ? m_grid.currentCell() : m_cell))
        hide();
}

/// The cells may have moved.
void ReferencePeek::stay()
{
    const bool known = m_reader.state() == State::Ready || m_reader.state() == State::Failed;
    if (m_asked && (known || isShown()))
        show();
    else if (!m_asked && m_cell.isValid() &&
             m_grid.layoutOfCells().cell(m_cell.row, m_cell.column) != m_place)
        hide();
}

void ReferencePeek::show()
{
    m_patience.stop();
    const int row = loadedRow(m_cell);
    const auto shown = row < 0 ? QRect()
                               : m_grid.layoutOfCells()
                                     .cell(m_cell.row, m_cell.column)
                                     .intersected(m_grid.bodyOf(m_cell.column));
    if (shown.isEmpty()) {
        // Whoever asked for it may scroll back, or go to another cell next.
        if (!m_asked)
            hide();
        else if (m_card)
            m_card->hide();
        return;
    }
    const auto content = contentFor(row);
    if (!m_card)
        makeCard();
    const bool same = content == m_card->content() && m_card->isVisible();
    m_card->setContent(content);
    QToolTip::hideText();
    const auto corner = m_grid.viewport()->mapToGlobal(shown.topLeft());
    m_card->showBeside({corner, shown.size()}, *m_grid.window());
    if (same || m_reader.state() == State::Reading)
        return;
    QAccessibleEvent alert(m_card, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ReferencePeek::makeCard()
{
    m_card = new RowCard(m_theme, m_grid.window());
    connect(m_card, &RowCard::clicked, this, &ReferencePeek::follow);
    connect(m_card, &RowCard::entered, &m_leaving, &QTimer::stop);
    connect(m_card, &RowCard::left, this, [this] {
        if (!m_asked)
            m_leaving.start();
    });
}

RowCard::Content ReferencePeek::contentFor(int row) const
{
    const auto &relation = m_reader.relation();
    RowCard::Content content{.path = tr("%1 → %2", "columns that point to a table")
                                         .arg(relation.columns.join(u", "_s), relation.to.name),
                             .remark = remarksOn(*m_grid.model(), row, m_cell.column).left(longestReason)};
    switch (m_reader.state()) {
    case State::Empty: break;
    case State::Reading: content.instead = tr("Reading…"); break;
    case State::Ready:
        content.title = m_reader.row().label;
        content.fields = m_reader.row().fields;
        content.more = m_reader.row().more;
        if (m_reader.row().staged)
            content.instead = tr("A new row, not written yet.");
        break;
    case State::Failed:
        content.instead = m_reader.error().message.left(longestReason);
        content.failed = true;
        break;
    }
    return content;
}

void ReferencePeek::follow()
{
    if (m_reader.state() == State::Failed)
        return;
    const auto cell = m_cell;
    hide();
    m_grid.setFocus();
    m_grid.setCurrentCell(cell);
    emit m_grid.followRequested();
}

bool ReferencePeek::takeKey(const QKeyEvent &event, bool pressed)
{
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (event.key() == Qt::Key_Down && modifiers == Qt::AltModifier) {
        if (pressed)
            peek();
        return true;
    }
    if (event.key() == Qt::Key_Escape && modifiers == Qt::NoModifier && (m_asked || isShown())) {
        if (pressed)
            hide();
        return true;
    }
    return false;
}

bool ReferencePeek::eventFilter(QObject *watched, QEvent *event)
{
    const bool inside = watched == m_grid.viewport();
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
        if (!inside && takeKey(static_cast<QKeyEvent &>(*event), event->type() == QEvent::KeyPress)) {
            event->accept();
            return true;
        }
        break;
    case QEvent::MouseMove:
        if (inside && !static_cast<QMouseEvent *>(event)->buttons())
            hover(static_cast<QMouseEvent *>(event)->position().toPoint());
        break;
    case QEvent::Leave:
        if (inside)
            hover({-1, -1});
        break;
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
        if (inside)
            hide();
        break;
    case QEvent::ToolTip:
        // One thing at a time; the card says what the tip would.
        if (inside && isShown() && cellAt(static_cast<QHelpEvent *>(event)->pos()) == m_cell)
            return true;
        break;
    case QEvent::FocusOut:
    case QEvent::Hide:
    case QEvent::WindowDeactivate:
        if (!inside && m_cell.isValid() && (m_asked || event->type() != QEvent::FocusOut))
            hide();
        break;
    default: break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace squall::ui
