#include "models/diagram/diagrammodel.h"

#include "models/fuzzy.h"
#include "models/pooled.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace squall::models {

namespace {

constexpr std::size_t mostSteps = 100;

layout::Positions moved(layout::Positions positions, const std::vector<int> &boxes, QPointF by)
{
    for (const int box : boxes)
        positions[static_cast<std::size_t>(box)] += by;
    return positions;
}

} // namespace

DiagramModel::DiagramModel(const DiagramLook &look, QObject *parent)
    : QObject(parent)
    , m_look(look)
{
    connect(&m_previewing, &DiagramMoves::drawn, this, &DiagramModel::previewed);
    connect(&m_moving, &DiagramMoves::drawn, this, &DiagramModel::takeMoved);
}

void DiagramModel::setSnapshot(const catalog::SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    rebuild();
}

void DiagramModel::restore(const QByteArray &kept)
{
    setHistory({.arrangement = arrangementFromJson(kept)});
}

void DiagramModel::setHistory(DiagramHistory history)
{
    m_aside.reset();
    m_lens.around.clear();
    m_arrangement = std::move(history.arrangement);
    m_undo = std::move(history.undo);
    m_redo = std::move(history.redo);
    m_lastMoved.clear();
    m_lastNote.clear();
    m_anew = false;
    if (m_lens.isApart())
        putAside();
    rebuild();
}

DiagramHistory DiagramModel::history() const
{
    return m_aside ? DiagramHistory{whole(), m_aside->undo, m_aside->redo}
                   : DiagramHistory{m_arrangement, m_undo, m_redo};
}

QByteArray DiagramModel::kept() const
{
    return toJson(whole());
}

/// Without what is arranged for a lens alone: how it is looked at, and what is written and marked on it.
DiagramArrangement DiagramModel::whole() const
{
    if (!m_aside)
        return m_arrangement;
    auto arrangement = m_aside->arrangement;
    arrangement.detail = m_arrangement.detail;
    arrangement.schemas = m_arrangement.schemas;
    arrangement.marks = m_arrangement.marks;
    arrangement.notes = m_arrangement.notes;
    return arrangement;
}

void DiagramModel::setLens(const DiagramLens &lens)
{
    if (lens == m_lens)
        return;
    const auto before = std::exchange(m_lens, lens);
    if (lens.isApart() && !m_aside)
        putAside();
    if (m_aside && before.around != lens.around) {
        // Around other tables is another picture; the whole lies as it did.
        m_arrangement.places =
            lens.around.isEmpty() ? m_aside->arrangement.places : decltype(m_arrangement.places)();
        m_undo.clear();
        m_redo.clear();
        m_lastMoved.clear();
    }
    if (!lens.isApart() && m_aside)
        takeBack();
    rebuild();
    emit changed();
}

void DiagramModel::putAside()
{
    m_aside = DiagramHistory{m_arrangement, std::exchange(m_undo, {}), std::exchange(m_redo, {})};
    m_lastMoved.clear();
    m_lastNote.clear();
}

void DiagramModel::takeBack()
{
    auto arrangement = whole();
    m_undo = std::move(m_aside->undo);
    m_redo = std::move(m_aside->redo);
    if (arrangement.marks != m_aside->arrangement.marks || arrangement.notes != m_aside->arrangement.notes) {
        m_undo.push_back({m_aside->arrangement});
        m_redo.clear();
    }
    m_arrangement = std::move(arrangement);
    m_aside.reset();
    m_lastMoved.clear();
    m_lastNote.clear();
    m_anew = false;
}

DiagramModel::State DiagramModel::state() const
{
    if (!m_snapshot)
        return State::Waiting;
    if (!m_made)
        return State::LayingOut;
    if (m_picture->count() > 0)
        return State::Shown;
    return m_hidden > 0 ? State::AllHidden : State::NoTables;
}

/// What is under way is for what was, and is begun again.
void DiagramModel::rebuild()
{
    abandonMoves();
    if (!m_snapshot)
        return;
    m_making.run(pooled([task = task()](const std::function<bool()> &cancelled) {
                     return makeDiagram(task, cancelled);
                 }),
                 [this](const Result<MadeDiagram> &made) {
                     if (made)
                         adopt(*made);
                 });
}

DiagramTask DiagramModel::task() const
{
    return {.snapshot = m_snapshot,
            .arrangement = m_arrangement,
            .relations = m_relations,
            .project = m_project,
            .look = m_look,
            .aspect = m_aspect,
            .anew = m_anew,
            .before = m_made ? m_picture : nullptr,
            .lens = m_lens};
}

void DiagramModel::adopt(const MadeDiagram &made)
{
    // What one looked around is gone: there is nothing to see there.
    if (!m_lens.around.isEmpty() && made.picture->count() == 0) {
        auto lens = m_lens;
        lens.around.clear();
        setLens(lens);
        return;
    }
    if (m_anew)
        remember();
    const bool placed = m_arrangement.placesNow() != made.places || m_arrangement.notes != made.notes;
    m_anew = false;
    m_made = true;
    m_picture = made.picture;
    m_target = m_picture->positions;
    m_schemas = made.schemas;
    m_hidden = made.hidden;
    m_arrangement.placesNow() = made.places;
    m_arrangement.notes = made.notes;
    emit changed();
    if (placed)
        emit edited();
}

void DiagramModel::abandonMoves()
{
    m_moving.cancel();
    m_previewing.cancel();
    m_moved.clear();
    m_target = m_picture->positions;
}

void DiagramModel::preview(const std::vector<int> &boxes, QPointF by)
{
    m_previewing.draw(m_picture, boxes, moved(m_target, boxes, by));
}

void DiagramModel::move(const std::vector<int> &boxes, QPointF by, bool again)
{
    m_previewing.cancel();
    if (boxes.empty() || by.isNull())
        return;
    if (!again || m_lastMoved != boxes)
        remember();
    m_lastMoved = boxes;
    m_target = moved(std::move(m_target), boxes, by);
    m_moved.insert(boxes.begin(), boxes.end());
    for (const int box : boxes)
        m_arrangement.placesNow()[m_picture->box(box).id].translate(by);
    drawMoved();
}

void DiagramModel::place(const std::vector<int> &boxes, const std::vector<QPointF> &corners)
{
    std::vector<int> moving;
    auto target = m_target;
    for (std::size_t i = 0; i < boxes.size() && i < corners.size(); ++i) {
        auto &at = target[static_cast<std::size_t>(boxes[i])];
        if (at == corners[i])
            continue;
        at = corners[i];
        moving.push_back(boxes[i]);
    }
    if (moving.empty())
        return;
    m_previewing.cancel();
    remember();
    m_target = std::move(target);
    m_moved.insert(moving.begin(), moving.end());
    for (const int box : moving)
        m_arrangement.placesNow()[m_picture->box(box).id].moveTopLeft(
            m_target[static_cast<std::size_t>(box)]);
    drawMoved();
}

void DiagramModel::drawMoved()
{
    emit edited();
    // A picture that is being made shows them where they were.
    if (m_making.isRunning())
        rebuild();
    else
        m_moving.draw(m_picture, {m_moved.begin(), m_moved.end()}, m_target);
}

void DiagramModel::takeMoved(const DiagramPicturePtr &picture)
{
    m_picture = picture;
    // Others may have moved since this one was begun.
    const bool arrived = picture->positions == m_target;
    if (arrived)
        m_moved.clear();
    if (!arrived && !m_moving.isDrawing())
        m_moving.draw(m_picture, {m_moved.begin(), m_moved.end()}, m_target);
    emit changed();
}

void DiagramModel::hide(const std::vector<int> &boxes)
{
    if (boxes.empty())
        return;
    remember();
    for (const int box : boxes)
        m_arrangement.hidden.insert(m_picture->box(box).id);
    emit edited();
    rebuild();
}

void DiagramModel::showHidden()
{
    if (m_arrangement.hidden.isEmpty() && m_arrangement.chosen.isEmpty())
        return;
    remember();
    m_arrangement.hidden.clear();
    m_arrangement.chosen.clear();
    emit edited();
    rebuild();
}

void DiagramModel::setDetail(DiagramDetail detail)
{
    if (m_arrangement.detail == detail)
        return;
    m_arrangement.detail = detail;
    emit edited();
    rebuild();
}

void DiagramModel::setChosenSchemas(const QStringList &schemas)
{
    if (m_arrangement.schemas == schemas)
        return;
    m_arrangement.schemas = schemas;
    emit edited();
    rebuild();
}

void DiagramModel::arrangeAnew()
{
    m_anew = true;
    rebuild();
    emit changed();
}

void DiagramModel::stop()
{
    if (!isArranging())
        return;
    m_anew = false;
    m_making.cancel();
    rebuild();
    emit changed();
}

void DiagramModel::remember()
{
    remember({});
}

void DiagramModel::remember(const RelationChange &change)
{
    m_lastMoved.clear();
    m_lastNote.clear();
    m_redo.clear();
    m_undo.push_back({m_arrangement, change});
    if (m_undo.size() > mostSteps)
        m_undo.erase(m_undo.begin());
}

void DiagramModel::undo()
{
    goTo(m_undo, m_redo);
}

void DiagramModel::redo()
{
    goTo(m_redo, m_undo);
}

void DiagramModel::goTo(std::vector<DiagramState> &from, std::vector<DiagramState> &to)
{
    if (from.empty())
        return;
    auto step = std::move(from.back());
    from.pop_back();
    to.push_back({m_arrangement, {.gone = step.change.come, .come = step.change.gone}});
    // How it is looked at is no step.
    step.arrangement.detail = m_arrangement.detail;
    step.arrangement.schemas = m_arrangement.schemas;
    m_arrangement = std::move(step.arrangement);
    m_lastMoved.clear();
    m_lastNote.clear();
    m_anew = false;
    carryOut(step.change);
    emit edited();
    rebuild();
}

std::vector<int> DiagramModel::find(const QString &typed) const
{
    const FuzzyPattern pattern(typed);
    if (pattern.isEmpty())
        return {};
    std::vector<std::tuple<MatchQuality, int, int>> matches;
    for (int box = 0; box < m_picture->count(); ++box) {
        if (const auto match = pattern.match(FuzzyPattern::fold(m_picture->box(box).id.name)))
            matches.emplace_back(match->quality, match->cost, box);
    }
    std::sort(matches.begin(), matches.end());
    std::vector<int> found;
    found.reserve(matches.size());
    for (const auto &match : matches)
        found.push_back(std::get<2>(match));
    return found;
}

} // namespace squall::models
