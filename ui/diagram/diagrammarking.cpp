#include "ui/diagram/diagrammarking.h"

#include "models/diagram/aligning.h"
#include "models/diagram/diagrammodel.h"
#include "models/pooled.h"
#include "ui/diagram/declaredialog.h"
#include "ui/diagram/diagramcanvas.h"
#include "ui/diagram/diagramnotes.h"
#include "ui/diagram/diagramwords.h"
#include "ui/diagram/groupdialog.h"

#include <QMenu>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::Alignment;
using models::DeclaredRelation;

namespace {

std::optional<Alignment> alignmentOf(DiagramCommand command)
{
    switch (command) {
    case DiagramCommand::AlignLeft: return Alignment::Left;
    case DiagramCommand::AlignCenter: return Alignment::Center;
    case DiagramCommand::AlignRight: return Alignment::Right;
    case DiagramCommand::AlignTop: return Alignment::Top;
    case DiagramCommand::AlignMiddle: return Alignment::Middle;
    case DiagramCommand::AlignBottom: return Alignment::Bottom;
    case DiagramCommand::SpreadAcross: return Alignment::Across;
    case DiagramCommand::SpreadDown: return Alignment::Down;
    default: return {};
    }
}

QString escaped(QString text)
{
    return text.replace(u'&', u"&&"_s);
}

} // namespace

DiagramMarking::DiagramMarking(const Theme &theme, models::DiagramModel &model, DiagramCanvas &canvas,
                               QObject *parent)
    : QObject(parent)
    , m_theme(theme)
    , m_model(model)
    , m_canvas(canvas)
{
}

std::optional<QString> DiagramMarking::unavailable(DiagramCommand command) const
{
    const auto &selected = m_canvas.selection();
    const auto &note = m_canvas.notes().selected();
    const auto noTable = selected.empty() ? tr("No table is selected.") : QString();
    if (const auto alignment = alignmentOf(command)) {
        const bool spreads = *alignment == Alignment::Across || *alignment == Alignment::Down;
        if (spreads)
            return selected.size() < 3 ? tr("Select three tables or more.") : QString();
        return selected.size() < 2 ? tr("Select two tables or more.") : QString();
    }
    switch (command) {
    // These are about the note where one is chosen.
    case DiagramCommand::Open:
    case DiagramCommand::Hide: return note.isEmpty() ? std::optional<QString>() : QString();
    case DiagramCommand::EditNote: return note.isEmpty() ? tr("No note is selected.") : QString();
    case DiagramCommand::AddNote:
        if (!m_model.lens().around.isEmpty())
            return tr("Notes lie on the whole diagram: leave the neighbourhood first.");
        return m_model.picture()->count() > 0 ? QString() : tr("The diagram is empty.");
    case DiagramCommand::Group: return noTable;
    case DiagramCommand::Declare: return selected.size() > 2 ? tr("Select one table or two.") : noTable;
    case DiagramCommand::Ungroup: {
        const bool any = std::any_of(selected.begin(), selected.end(), [this](int box) {
            return m_model.picture()->decoration.markOf(box).has_value();
        });
        return any ? QString() : tr("No table of a group is selected.");
    }
    default: return {};
    }
}

bool DiagramMarking::run(DiagramCommand command)
{
    if (!unavailable(command))
        return false;
    if (alignmentOf(command))
        align(command);
    else if (command == DiagramCommand::Group)
        askForGroup();
    else if (command == DiagramCommand::Ungroup)
        m_model.mark(m_canvas.selection(), {});
    else if (command == DiagramCommand::AddNote)
        m_canvas.notes().add();
    else if (command == DiagramCommand::Declare)
        declare();
    else if (command == DiagramCommand::Hide)
        m_canvas.notes().remove();
    else
        m_canvas.notes().edit();
    return true;
}

void DiagramMarking::align(DiagramCommand command)
{
    const auto &picture = *m_model.picture();
    const auto selected = m_canvas.selection();
    std::vector<QRectF> boxes;
    boxes.reserve(selected.size());
    for (const int box : selected)
        boxes.push_back(picture.rect(box));
    std::vector<QRectF> others;
    for (int box = 0; box < picture.count(); ++box) {
        if (std::find(selected.begin(), selected.end(), box) == selected.end())
            others.push_back(picture.rect(box));
    }
    m_model.place(selected, models::aligned(boxes, others, *alignmentOf(command)));
}

void DiagramMarking::askForGroup()
{
    const auto known = m_model.groups();
    models::DiagramGroup mark;
    for (const int box : m_canvas.selection()) {
        if (const auto own = m_model.picture()->decoration.markOf(box))
            mark = *own;
    }
    auto *dialog = new GroupDialog(m_theme, mark, known, &m_canvas);
    // What is selected may be told otherwise by then.
    std::vector<ObjectId> tables;
    for (const int box : m_canvas.selection())
        tables.push_back(m_model.picture()->box(box).id);
    connect(dialog, &GroupDialog::chosen, this, [this, tables](const models::DiagramGroup &chosen) {
        std::vector<int> boxes;
        for (const auto &table : tables) {
            if (const int box = m_model.picture()->content->find(table); box >= 0)
                boxes.push_back(box);
        }
        m_model.mark(boxes, chosen);
    });
    dialog->open();
}

void DiagramMarking::fillGroupMenu(QMenu &menu)
{
    for (const auto &mark : m_model.groups()) {
        auto *action = menu.addAction(colorIcon(mark.color, m_theme), escaped(groupInWords(mark)), this,
                                      [this, mark] { m_model.mark(m_canvas.selection(), mark); });
        action->setIconVisibleInMenu(true);
    }
    menu.addSeparator();
    menu.addAction(tr("Colour and group…"), this, [this] { run(DiagramCommand::Group); });
    auto *none = menu.addAction(tr("No group"), this, [this] { run(DiagramCommand::Ungroup); });
    none->setEnabled(unavailable(DiagramCommand::Ungroup)->isEmpty());
}

void DiagramMarking::fillNoteMenu(QMenu &menu)
{
    menu.addAction(tr("Write in the note"), this, [this] { run(DiagramCommand::EditNote); });
    auto *colors = menu.addMenu(tr("Colour of the note"));
    for (const auto color : models::diagramColors) {
        auto *action = colors->addAction(colorIcon(color, m_theme), colorInWords(color), this,
                                         [this, color] { m_canvas.notes().setColor(color); });
        action->setIconVisibleInMenu(true);
    }
    menu.addAction(tr("Delete the note"), this, [this] { m_canvas.notes().remove(); });
}

std::optional<DeclaredRelation> DiagramMarking::relationOf(int line) const
{
    const auto &picture = *m_model.picture();
    if (line < 0 || static_cast<std::size_t>(line) >= picture.content->lines.size())
        return {};
    const auto &drawn = picture.content->lines[static_cast<std::size_t>(line)];
    for (const auto &relation : m_model.relations()) {
        if (drawn.declared && relation.from == picture.box(drawn.from).id &&
            relation.to == picture.box(drawn.to).id && diagram::nameOf(relation) == drawn.name)
            return relation;
    }
    return {};
}

std::vector<DeclaredRelation> DiagramMarking::relationsOf(const ObjectId &table) const
{
    std::vector<DeclaredRelation> relations;
    for (const auto &relation : m_model.relations()) {
        if (relation.from == table || relation.to == table)
            relations.push_back(relation);
    }
    return relations;
}

void DiagramMarking::declare()
{
    const auto &selected = m_canvas.selection();
    const auto id = [this](int box) { return m_model.picture()->box(box).id; };
    ask(id(selected.front()), selected.size() > 1 ? id(selected.back()) : ObjectId(), {});
}

void DiagramMarking::edit(const DeclaredRelation &relation)
{
    ask(relation.from, relation.to, relation);
}

void DiagramMarking::remove(const DeclaredRelation &relation)
{
    m_model.changeRelation(relation, {});
}

void DiagramMarking::ask(const ObjectId &table, const ObjectId &other,
                         const std::optional<DeclaredRelation> &known)
{
    if (!m_model.snapshot())
        return;
    const auto show = [this, table, other, known](const models::RelationChoicePtr &choice) {
        auto *dialog = new DeclareDialog(m_theme, choice, {table, other, known}, &m_canvas);
        connect(dialog, &DeclareDialog::declared, this,
                [this, known](const DeclaredRelation &relation) { m_model.changeRelation(known, relation); });
        connect(dialog, &DeclareDialog::removeRequested, this, [this, known] { remove(*known); });
        dialog->open();
    };
    m_choosing.run(models::pooled([snapshot = m_model.snapshot(), relations = m_model.relations()] {
                       return models::RelationChoicePtr(
                           std::make_shared<const models::RelationChoice>(*snapshot, relations));
                   }),
                   show);
}

} // namespace squall::ui
