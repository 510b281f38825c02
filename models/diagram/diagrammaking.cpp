#include "models/diagram/diagrammaking.h"

#include "core/layout/layout.h"
#include "models/diagram/diagramfocus.h"
#include "models/diagram/diagramnotes.h"
#include "models/project/projectrelations.h"

#include <algorithm>

namespace squall::models {

namespace {

using Kept = std::vector<std::optional<QPointF>>;

/// Those that are there: a schema that is gone is no reason to show nothing.
QStringList schemasOf(const DiagramTask &task)
{
    QStringList schemas;
    for (const auto &table : task.snapshot->tables) {
        if (!table.isPartition() && task.arrangement.schemas.contains(table.schema) &&
            !schemas.contains(table.schema))
            schemas << table.schema;
    }
    return schemas;
}

/// The tables that somebody wants to see.
diagram::Diagram wantedOf(const diagram::Diagram &all, const DiagramArrangement &arrangement)
{
    const auto &chosen = arrangement.chosen;
    std::vector<int> wanted;
    for (std::size_t i = 0; i < all.entities.size(); ++i) {
        const auto &id = all.entities[i].id;
        if (!arrangement.hidden.contains(id) && (chosen.isEmpty() || chosen.contains(id)))
            wanted.push_back(static_cast<int>(i));
    }
    return diagram::only(all, wanted);
}

QSet<ObjectId> shownIn(const DiagramPicturePtr &picture)
{
    QSet<ObjectId> shown;
    if (picture) {
        for (const auto &box : picture->content->boxes)
            shown.insert(box.id);
    }
    return shown;
}

/// Where boxes lie that have a place. Those that have not changed come first; the others only where there is
/// room between them.
Kept keptPlaces(const DiagramContent &content, const DiagramPlaces &places, const QSet<ObjectId> &shown)
{
    Kept kept(content.boxes.size());
    std::vector<QRectF> taken;
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < content.boxes.size(); ++i) {
        const auto place = places.find(content.boxes[i].id);
        if (place == places.end())
            continue;
        const bool stays = shown.isEmpty() || shown.contains(content.boxes[i].id);
        if (stays && place->size() == content.graph.boxes[i].size) {
            kept[i] = place->topLeft();
            taken.push_back(*place);
        } else {
            others.push_back(i);
        }
    }
    for (const std::size_t i : others) {
        const auto before = places[content.boxes[i].id];
        const QRectF rect(before.topLeft(), content.graph.boxes[i].size);
        const bool free = std::none_of(taken.begin(), taken.end(),
                                       [&](const QRectF &each) { return each.intersects(rect); });
        if (!free)
            continue;
        kept[i] = rect.topLeft();
        taken.push_back(rect);
    }
    return kept;
}

/// What somebody declared here comes first: it is known best.
void declareAll(diagram::Diagram &all, const DiagramTask &task)
{
    diagram::declare(all, *task.snapshot, task.relations);
    if (task.project)
        diagram::declare(all, *task.snapshot, declaredBy(*task.project, *task.snapshot));
}

/// With what has gone since, and what somebody declared.
diagram::Diagram seenThrough(const DiagramTask &task, const QStringList &schemas)
{
    auto all = diagram::diagramOf(*task.snapshot, schemas);
    if (task.lens.before)
        all = diagram::unionOf(diagram::diagramOf(*task.lens.before, schemas), all);
    declareAll(all, task);
    return all;
}

/// Only what the lens is held over.
diagram::Diagram nearby(const diagram::Diagram &all, const DiagramLens &lens)
{
    return lens.around.isEmpty() ? all : diagram::only(all, neighboursOf(all, lens.around, lens.hops));
}

/// The columns of tables that stay: of others, all are as new or as old as these.
QSet<ObjectId> columnsOf(const diagram::Changes &changes)
{
    QSet<ObjectId> altered;
    QSet<ObjectId> columns;
    for (const auto &change : changes) {
        if (change.id.part.isEmpty() && change.fate == diagram::Fate::Altered)
            altered.insert(change.id);
    }
    for (const auto &change : changes) {
        if (change.id.kind == Kind::Column && !altered.isEmpty() &&
            (altered.contains({Kind::Table, change.id.schema, change.id.name}) ||
             altered.contains({Kind::ForeignTable, change.id.schema, change.id.name})))
            columns.insert(change.id);
    }
    return columns;
}

/// The same picture where it says the same.
DiagramPicturePtr withOverlay(const DiagramPicturePtr &picture, const DiagramOverlayPtr &overlay)
{
    const auto &before = picture->overlay;
    if (before == overlay || (before && overlay && *before == *overlay))
        return picture;
    auto other = *picture;
    other.overlay = overlay;
    return std::make_shared<const DiagramPicture>(std::move(other));
}

/// What somebody compares stays where it is known to be: a box that has grown for what has gone pushes down
/// what lies below it.
void makeRoom(const DiagramContent &content, DiagramPlaces &places)
{
    constexpr double leastGap = 24;
    std::vector<QRectF> rects(content.boxes.size());
    std::vector<bool> pushes(rects.size(), false);
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < rects.size(); ++i) {
        rects[i] = places.value(content.boxes[i].id);
        const auto size = content.graph.boxes[i].size;
        if (rects[i].isNull())
            continue;
        pushes[i] = rects[i].size() != size;
        rects[i].setSize(size);
        order.push_back(i);
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
        return rects[one].top() < rects[other].top();
    });
    for (auto above = order.begin(); above != order.end(); ++above) {
        if (!pushes[*above])
            continue;
        const auto room = rects[*above].adjusted(0, 0, 0, leastGap);
        for (auto below = std::next(above); below != order.end(); ++below) {
            if (!rects[*below].intersects(room))
                continue;
            rects[*below].moveTop(room.bottom());
            pushes[*below] = true;
        }
    }
    for (std::size_t i = 0; i < rects.size(); ++i) {
        if (!rects[i].isNull())
            places.insert(content.boxes[i].id, rects[i]);
    }
}

Result<layout::Picture> layOut(const DiagramTask &task, const DiagramContent &content,
                               const layout::Cancelled &cancelled)
{
    const layout::Options options{.aspect = task.aspect};
    auto places = task.arrangement.placesNow();
    if (task.lens.before)
        makeRoom(content, places);
    const auto kept = keptPlaces(content, places, task.anew ? QSet<ObjectId>() : shownIn(task.before));
    const bool none =
        std::none_of(kept.begin(), kept.end(), [](const auto &each) { return each.has_value(); });
    return task.anew || none ? layout::arrange(content.graph, options, cancelled)
                             : layout::extend(content.graph, kept, options, cancelled);
}

/// Nothing has changed but where boxes lie: only lines that this brought out of place are drawn again.
/// Nothing when there is more to do.
DiagramPicturePtr movedOnly(const DiagramTask &task, const DiagramContent &content)
{
    if (task.anew || !task.before || *task.before->content != content)
        return nullptr;
    const auto &places = task.arrangement.placesNow();
    auto positions = task.before->positions;
    std::vector<int> moved;
    for (int i = 0; i < task.before->count(); ++i) {
        const auto place = places.find(task.before->box(i).id);
        if (place == places.end() || place->size() != task.before->rect(i).size())
            return nullptr;
        if (place->topLeft() == task.before->rect(i).topLeft())
            continue;
        positions[static_cast<std::size_t>(i)] = place->topLeft();
        moved.push_back(i);
    }
    if (moved.empty())
        return task.before;
    // Where most have moved, the lines had better be drawn as a whole.
    if (static_cast<int>(moved.size()) * 4 > task.before->count())
        return nullptr;
    return withMoved(*task.before, moved, std::move(positions));
}

/// With what stands on it beside the tables, where these lie now.
DiagramPicture decorated(DiagramPicture picture, DiagramDecoration decoration)
{
    std::vector<QRectF> boxes;
    if (!decoration.marks.empty()) {
        for (int box = 0; box < picture.count(); ++box)
            boxes.push_back(picture.rect(box));
    }
    decoration.islands = islandsOf(decoration.marks, boxes);
    picture.bounds = layout::boundsOf(picture.content->graph, picture.positions, picture.routes)
                         .united(decoration.bounds());
    picture.decoration = std::move(decoration);
    return picture;
}

DiagramDecoration decorationOf(const DiagramContent &content, const DiagramArrangement &arrangement,
                               const std::vector<DiagramNote> &notes)
{
    DiagramDecoration decoration;
    for (std::size_t box = 0; box < content.boxes.size(); ++box) {
        const auto mark = arrangement.marks.find(content.boxes[box].id);
        if (mark == arrangement.marks.end())
            continue;
        decoration.marks.resize(content.boxes.size());
        decoration.marks[box] = *mark;
    }
    for (const auto &note : notes)
        decoration.notes.push_back(
            {.id = note.id, .text = note.text, .color = note.color, .rect = note.place(arrangement.detail)});
    return decoration;
}

DiagramPlaces placesIn(const DiagramPicture &picture)
{
    DiagramPlaces places;
    for (int i = 0; i < picture.count(); ++i)
        places.insert(picture.box(i).id, picture.rect(i));
    return places;
}

/// Brings what is not a table into the picture. Notes lie where the whole does, not where a part of it is
/// shown by itself.
void decorate(MadeDiagram &made, const DiagramTask &task)
{
    const bool isWhole = task.lens.around.isEmpty();
    made.notes = task.arrangement.notes;
    if (isWhole)
        made.notes = placedNotes(std::move(made.notes), task.arrangement.detail, task.arrangement.places,
                                 placesIn(*made.picture), task.anew);
    auto decoration = decorationOf(*made.picture->content, task.arrangement,
                                   isWhole ? made.notes : std::vector<DiagramNote>());
    auto picture = decorated(*made.picture, std::move(decoration));
    if (picture.decoration != made.picture->decoration || picture.bounds != made.picture->bounds)
        made.picture = std::make_shared<const DiagramPicture>(std::move(picture));
}

} // namespace

DiagramPicturePtr withMoved(const DiagramPicture &picture, const std::vector<int> &moved,
                            layout::Positions positions)
{
    const auto &graph = picture.content->graph;
    auto routes = layout::reroute(graph, positions, picture.routes, moved);
    return std::make_shared<const DiagramPicture>(decorated({.content = picture.content,
                                                             .positions = std::move(positions),
                                                             .routes = std::move(routes),
                                                             .overlay = picture.overlay},
                                                            picture.decoration));
}

diagram::Diagram shownDiagram(const DiagramTask &task)
{
    auto all = diagram::diagramOf(*task.snapshot, schemasOf(task));
    declareAll(all, task);
    return nearby(wantedOf(all, task.arrangement), task.lens);
}

Result<MadeDiagram> makeDiagram(const DiagramTask &task, const layout::Cancelled &cancelled)
{
    MadeDiagram made;
    made.places = task.arrangement.placesNow();
    for (const auto &table : task.snapshot->tables) {
        if (!table.isPartition() && !made.schemas.contains(table.schema))
            made.schemas << table.schema;
    }
    std::sort(made.schemas.begin(), made.schemas.end());
    const auto all = seenThrough(task, schemasOf(task));
    auto wanted = wantedOf(all, task.arrangement);
    made.hidden = static_cast<int>(all.entities.size() - wanted.entities.size());
    wanted = nearby(wanted, task.lens);
    const auto changes =
        task.lens.before ? diagram::changesBetween(*task.lens.before, *task.snapshot) : diagram::Changes();
    auto content = contentOf(wanted, task.arrangement.detail, task.look, columnsOf(changes));
    const auto overlay = overlayOf(task.lens, wanted, content, changes);
    if (const auto picture = movedOnly(task, content)) {
        made.picture = withOverlay(picture, overlay);
        decorate(made, task);
        return made;
    }
    auto picture = layOut(task, content, cancelled);
    if (!picture)
        return picture.error();
    made.picture = std::make_shared<const DiagramPicture>(
        DiagramPicture{.content = std::make_shared<const DiagramContent>(std::move(content)),
                       .positions = std::move(picture->positions),
                       .routes = std::move(picture->routes),
                       .bounds = picture->bounds,
                       .overlay = overlay});
    made.places.insert(placesIn(*made.picture));
    decorate(made, task);
    return made;
}

} // namespace squall::models
