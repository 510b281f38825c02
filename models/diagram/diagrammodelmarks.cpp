#include "models/diagram/diagrammodel.h"

#include <algorithm>
#include <utility>

// What is on a diagram beside its tables: groups, notes, and relations that somebody declared.
namespace squall::models {

void DiagramModel::mark(const std::vector<int> &boxes, const std::optional<DiagramGroup> &mark)
{
    auto marks = m_arrangement.marks;
    for (const int box : boxes) {
        const auto &id = m_picture->box(box).id;
        if (mark)
            marks.insert(id, *mark);
        else
            marks.remove(id);
    }
    if (marks == m_arrangement.marks)
        return;
    remember();
    m_arrangement.marks = std::move(marks);
    emit edited();
    rebuild();
}

std::vector<DiagramGroup> DiagramModel::groups() const
{
    std::vector<DiagramGroup> groups;
    for (const auto &mark : m_arrangement.marks) {
        if (std::find(groups.begin(), groups.end(), mark) == groups.end())
            groups.push_back(mark);
    }
    std::sort(groups.begin(), groups.end(), [](const DiagramGroup &one, const DiagramGroup &other) {
        return std::pair(one.group, one.color) < std::pair(other.group, other.color);
    });
    return groups;
}

std::optional<DiagramPlacedNote> DiagramModel::note(const QString &id) const
{
    for (const auto &note : m_arrangement.notes) {
        const auto &place = note.place(m_arrangement.detail);
        if (note.id == id && !place.isEmpty())
            return DiagramPlacedNote{.id = id, .text = note.text, .color = note.color, .rect = place};
    }
    return {};
}

void DiagramModel::putNote(const DiagramPlacedNote &note, bool again)
{
    auto notes = m_arrangement.notes;
    auto known =
        std::find_if(notes.begin(), notes.end(), [&](const auto &each) { return each.id == note.id; });
    if (known == notes.end())
        known = notes.insert(known, DiagramNote{.id = note.id});
    known->text = note.text;
    known->color = note.color;
    // A height that follows the text is no other place.
    for (auto &place : known->places) {
        if (!place.isEmpty())
            place.setSize(note.rect.size());
    }
    known->place(m_arrangement.detail) = note.rect;
    if (notes == m_arrangement.notes)
        return;
    if (!again || m_lastNote != note.id)
        remember();
    m_lastNote = again ? note.id : QString();
    m_arrangement.notes = std::move(notes);
    emit edited();
    rebuild();
}

void DiagramModel::removeNote(const QString &id)
{
    auto notes = m_arrangement.notes;
    if (std::erase_if(notes, [&](const DiagramNote &each) { return each.id == id; }) == 0)
        return;
    remember();
    m_arrangement.notes = std::move(notes);
    emit edited();
    rebuild();
}

void DiagramModel::setRelations(std::vector<diagram::Declared> relations)
{
    if (relations == m_relations)
        return;
    m_relations = std::move(relations);
    rebuild();
}

void DiagramModel::setProject(const ProjectSchemaPtr &project)
{
    if (project == m_project)
        return;
    m_project = project;
    rebuild();
}

void DiagramModel::changeRelation(const std::optional<diagram::Declared> &before,
                                  const std::optional<diagram::Declared> &after)
{
    if (before == after)
        return;
    remember({.gone = after, .come = before});
    carryOut({.gone = before, .come = after});
    emit edited();
    rebuild();
}

void DiagramModel::carryOut(const RelationChange &change)
{
    if (!change.gone && !change.come)
        return;
    const auto joins = [](const std::optional<diagram::Declared> &one, const diagram::Declared &other) {
        return one && diagram::joinSame(*one, other);
    };
    // One that is there already under other terms is that one.
    std::erase_if(m_relations, [&](const diagram::Declared &each) {
        return joins(change.gone, each) || joins(change.come, each);
    });
    if (change.come)
        m_relations.push_back(*change.come);
    diagram::sort(m_relations);
    emit relationsChanged();
}

} // namespace squall::models
