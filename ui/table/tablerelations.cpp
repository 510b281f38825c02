#include "ui/table/tablerelations.h"

#include "models/editedrowmodel.h"
#include "models/rowwindowmodel.h"
#include "models/visiblecounts.h"
#include "ui/grid/grid.h"
#include "ui/table/nestedrows.h"
#include "ui/table/relatedmargin.h"
#include "ui/table/rowsview.h"

#include <QEvent>
#include <QJsonArray>
#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::Relation;
using models::relationId;

namespace {

/// As many beside each row, unasked, as leave room for its columns.
constexpr int mostCounted = 4;

} // namespace

TableRelations::TableRelations(const Theme &theme, RowsView &view, models::OpenDatabase &database,
                               QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_counts(new models::VisibleCounts(view.rows(), this))
    , m_opened(new OpenedRows(theme, view, *m_counts, database, this))
    , m_margin(new RelatedMargin(*m_counts, *m_opened, this))
{
    auto &grid = view.grid();
    grid.setMargin(m_margin);
    grid.installEventFilter(this);
    view.installEventFilter(this);
    connect(&grid, &Grid::cellsMoved, this, [this] { watch(m_view.grid().isVisible()); });
    connect(&grid, &Grid::openRequested, this, &TableRelations::toggle);
    connect(&grid, &Grid::enterRequested, this, &TableRelations::enter);
    connect(&grid, &Grid::marginMenuRequested, this, [this](const QPoint &position) {
        auto *menu = makeMenu(&m_view.grid());
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(position);
    });
    connect(&view.rows().rows(), &models::RowWindowModel::reloading, m_counts,
            &models::VisibleCounts::refresh);
    connect(m_opened, &OpenedRows::notice, this, &TableRelations::notice);
    connect(m_opened, &OpenedRows::relationChosen, this, [this](const Relation &relation) {
        m_last = relationId(relation);
        emit changed();
    });
}

TableRelations::~TableRelations()
{
    m_view.grid().setMargin(nullptr);
}

void TableRelations::setSnapshot(const catalog::SnapshotPtr &snapshot)
{
    m_counts->setSnapshot(snapshot);
    m_opened->setRelations(m_counts->relations());
    if (snapshot)
        m_counts->choose(m_wanted);
}

/// Counting follows what is seen, and stops when nobody looks.
void TableRelations::watch(bool visible)
{
    const auto [first, count] = m_view.grid().layoutOfCells().visibleRows();
    m_counts->look(first, visible ? count : 0);
}

bool TableRelations::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_view.grid() && (event->type() == QEvent::Show || event->type() == QEvent::Hide))
        watch(event->type() == QEvent::Show);
    // Esc that nobody else had a use for: the row one stands on closes.
    if (watched == &m_view && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        const qint64 row = m_view.grid().currentCell().row;
        if (m_opened->isOpen(row)) {
            m_opened->close(row);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

QString TableRelations::unavailable() const
{
    return m_counts->relations().empty() ? tr("Nothing points to this table.") : QString();
}

const Relation *TableRelations::find(const QString &id) const
{
    const auto &all = m_counts->relations();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&](const Relation &relation) { return relationId(relation) == id; });
    return found == all.end() ? nullptr : &*found;
}

const Relation *TableRelations::usual(qint64 row) const
{
    const auto *last = find(m_last);
    const Relation *filled = nullptr;
    bool lastIsEmpty = false;
    for (size_t index = 0; index < m_counts->count(); ++index) {
        const auto &relation = m_counts->relation(index);
        const auto rows = m_counts->at(index, row).rows;
        if (!filled && rows.value_or(0) > 0)
            filled = &relation;
        lastIsEmpty |= rows == 0 && last && relation == *last;
    }
    if (last && !(lastIsEmpty && filled))
        return last;
    if (filled)
        return filled;
    const auto &all = m_counts->relations();
    const auto indexed =
        std::find_if(all.begin(), all.end(), [](const Relation &relation) { return relation.indexed; });
    return indexed != all.end() ? &*indexed : all.empty() ? nullptr : &all.front();
}

/// A click: opens the row, or closes it when it is open by that very relation.
void TableRelations::toggle(qint64 row, int note)
{
    const auto *panel = m_opened->panel(row);
    const auto *relation = note < 0 ? usual(row) : &m_counts->relation(static_cast<size_t>(note));
    if (panel && (note < 0 || panel->relation() == *relation)) {
        m_opened->close(row);
        return;
    }
    if (!relation)
        return;
    if (note >= 0) {
        m_last = relationId(*relation);
        emit changed();
    }
    m_opened->open(row, *relation);
}

void TableRelations::enter(qint64 row)
{
    const auto *relation = usual(row);
    if (!relation || !m_opened->canOpen(row)) {
        emit notice(relation ? tr("Nothing points to this row yet.") : unavailable());
        return;
    }
    if (!m_opened->isOpen(row))
        m_opened->open(row, *relation);
    if (auto *panel = m_opened->panel(row); panel && panel->rows())
        panel->rows()->setFocus(Qt::ShortcutFocusReason);
}

void TableRelations::enterCurrent()
{
    if (const auto current = m_view.grid().currentCell(); current.isValid())
        enter(current.row);
    else
        emit notice(tr("No cell is chosen."));
}

void TableRelations::choose(const QStringList &ids)
{
    m_wanted = ids;
    m_counts->choose(ids);
    watch(m_view.grid().isVisible());
    emit changed();
}

void TableRelations::toggleCounts()
{
    if (const auto why = unavailable(); !why.isEmpty()) {
        emit notice(why);
        return;
    }
    if (m_counts->count() > 0) {
        choose({});
        return;
    }
    QStringList some;
    for (const bool indexed : {true, false}) {
        for (const auto &relation : m_counts->relations()) {
            if (relation.indexed == indexed && some.size() < mostCounted)
                some << relationId(relation);
        }
    }
    choose(some);
    if (const auto more = m_counts->relations().size() - static_cast<size_t>(some.size()); more > 0)
        emit notice(tr("Not counted, for lack of room: %L1 more. A header's menu chooses.").arg(more));
}

QMenu *TableRelations::makeMenu(QWidget *parent)
{
    auto *menu = new QMenu(tr("Count rows that point here"), parent);
    menu->setObjectName(u"relatedCountsMenu"_s);
    const auto chosen = m_counts->chosen();
    for (const auto &relation : m_counts->relations()) {
        const auto id = relationId(relation);
        auto *action = menu->addAction(relationText(relation));
        action->setCheckable(true);
        action->setChecked(chosen.contains(id));
        connect(action, &QAction::toggled, this, [this, id](bool checked) {
            auto ids = m_counts->chosen();
            ids.removeAll(id);
            if (checked)
                ids << id;
            choose(ids);
        });
    }
    if (menu->isEmpty())
        menu->addAction(unavailable())->setEnabled(false);
    return menu;
}

QJsonObject TableRelations::look() const
{
    return {{u"counts"_s, QJsonArray::fromStringList(m_wanted)}, {u"last"_s, m_last}};
}

void TableRelations::restoreLook(const QJsonObject &look)
{
    m_last = look[u"last"_s].toString();
    m_wanted.clear();
    for (const auto &id : look[u"counts"_s].toArray())
        m_wanted << id.toString();
    m_counts->choose(m_wanted);
}

} // namespace squall::ui
