#include "models/studio.h"
#include "ui/diagram/diagramcanvas.h"
#include "ui/diagram/diagramview.h"
#include "ui/tour/tour.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tabarea.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <tuple>
#include <utility>

// What the ER diagram says of its tables, and ways through it.
namespace squall::ui {

using namespace Qt::StringLiterals;
using Kinds = models::DiagramOverlayKind;

namespace {

/// As if a table had gone, another had come, and a third had been altered.
catalog::SnapshotPtr altered(const catalog::Snapshot &snapshot, const ObjectId &subject)
{
    auto other = std::make_shared<catalog::Snapshot>(snapshot);
    auto &tables = other->tables;
    const auto isOther = [&](const catalog::Table &table) {
        return !table.isPartition() && !table.isPartitioned() && table.name != subject.name;
    };
    const auto gone = std::find_if(tables.begin(), tables.end(), isOther);
    if (gone != tables.end())
        tables.erase(gone);
    for (auto &table : tables) {
        if (table.name != subject.name || table.columns.size() < 3)
            continue;
        table.columns.pop_back();
        table.columns.back().notNull = !table.columns.back().notNull;
        table.columns.push_back({.name = u"reviewed_by"_s, .type = u"text"_s});
        catalog::Table added;
        added.schema = table.schema;
        added.name = table.name + u"_notes"_s;
        added.columns = {{.name = u"id"_s, .type = u"bigint"_s, .notNull = true},
                         {.name = u"about"_s, .type = table.columns.front().type, .notNull = true}};
        added.constraints = {{.name = u"about"_s,
                              .type = catalog::Constraint::Type::ForeignKey,
                              .columns = {u"about"_s},
                              .referencedTable = {table.schema, table.name},
                              .referencedColumns = {table.columns.front().name}}};
        const auto isBefore = [](const catalog::Table &one, const catalog::Table &another) {
            return std::tie(one.schema, one.name) < std::tie(another.schema, another.name);
        };
        tables.insert(std::upper_bound(tables.begin(), tables.end(), added, isBefore), added);
        break;
    }
    return other;
}

bool isSeen(DiagramView *view, Kinds kind)
{
    const auto &overlay = view->model().picture()->overlay;
    return (overlay ? overlay->kind : Kinds::None) == kind && view->canvas().tiles().isSharp();
}

/// The farthest that one can go from a table, by the shortest way.
void showLongestWay(DiagramView &view, const ObjectId &table)
{
    const auto &content = *view.model().picture()->content;
    const int from = content.find(table);
    models::DiagramWay longest;
    for (int to = 0; from >= 0 && to < static_cast<int>(content.boxes.size()); ++to) {
        auto way = models::wayBetween(content, from, to);
        if (way.boxes.size() > longest.boxes.size())
            longest = std::move(way);
    }
    if (longest.isEmpty())
        return;
    view.canvas().select({longest.boxes.front(), longest.boxes.back()});
    view.run(DiagramCommand::Path);
}

} // namespace

void Tour::addDiagramOverlaySteps()
{
    const auto view = [this] { return qobject_cast<DiagramView *>(m_window.tabs().currentPage()); };
    const auto overlay = [=, this](const QString &name, Kinds kind, const std::function<bool()> &also = {}) {
        add(
            name,
            [view, kind] {
                view()->model().setDetail(models::DiagramDetail::Keys);
                view()->canvas().select({});
                view()->overlays().choose(kind);
            },
            [view, kind, also] {
                const bool keys = view()->model().picture()->content->detail == models::DiagramDetail::Keys;
                return keys && isSeen(view(), kind) && (!also || also());
            });
    };
    overlay(u"diagram-rows"_s, Kinds::Rows);
    overlay(u"diagram-size"_s, Kinds::Size);
    overlay(u"diagram-missing-indexes"_s, Kinds::MissingIndexes);
    overlay(u"diagram-unused-indexes"_s, Kinds::UnusedIndexes,
            [view] { return view()->model().lens().usage != nullptr; });
    overlay(u"diagram-cycles"_s, Kinds::Cycles);
    addDiagramChangeSteps();
    addDiagramWaySteps();
}

void Tour::addDiagramChangeSteps()
{
    const auto view = [this] { return qobject_cast<DiagramView *>(m_window.tabs().currentPage()); };
    add(
        u"diagram-changes"_s,
        [=, this] {
            const auto snapshot = view()->model().snapshot();
            view()->overlays().choose(Kinds::Changes);
            view()->model().setSnapshot(altered(*snapshot, mostPointedTo()));
        },
        [view] {
            const auto &picture = *view()->model().picture();
            return isSeen(view(), Kinds::Changes) && !picture.overlay->legend.entries.empty();
        });
    add(
        u"diagram-changes-near"_s,
        [=, this] {
            view()->canvas().setScale(1);
            view()->canvas().goTo(view()->model().picture()->content->find(mostPointedTo()));
            view()->canvas().select({});
        },
        [view] { return view()->canvas().tiles().isSharp(); });
}

void Tour::addDiagramWaySteps()
{
    const auto view = [this] { return qobject_cast<DiagramView *>(m_window.tabs().currentPage()); };
    add(
        u"diagram-path"_s,
        [=, this] {
            view()->overlays().choose(Kinds::None);
            view()->model().setSnapshot(m_studio.database()->snapshot());
        },
        [=, this] {
            if (!isSeen(view(), Kinds::None))
                return false;
            if (view()->canvas().way().isEmpty())
                showLongestWay(*view(), mostPointedTo());
            return view()->canvas().tiles().isSharp();
        });
    add(
        u"diagram-neighbours"_s,
        [=, this] {
            view()->run(DiagramCommand::Leave);
            view()->canvas().select({std::max(0, view()->model().picture()->content->find(mostPointedTo()))});
            view()->run(DiagramCommand::Neighbours);
        },
        [view] { return view()->canvas().tiles().isSharp(); });
    add(
        u"diagram-whole"_s,
        [view] {
            view()->run(DiagramCommand::Leave);
            view()->canvas().select({});
        },
        [view] { return view()->canvas().tiles().isSharp(); });
}

} // namespace squall::ui
