#include "ui/diagram/markingmenus.h"

#include "ui/diagram/diagrammarking.h"
#include "ui/diagram/diagramview.h"

#include <QCoreApplication>
#include <QMenu>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::ui::MarkingMenus)
};

void add(QMenu &menu, DiagramView &view, DiagramCommand command, const QString &text)
{
    auto *action = menu.addAction(text, &view, [&view, command] { view.run(command); });
    action->setEnabled(view.unavailable(command).isEmpty());
}

void addAlignments(QMenu &menu, DiagramView &view)
{
    auto *align = menu.addMenu(Text::tr("Align"));
    add(*align, view, DiagramCommand::AlignLeft, Text::tr("Left"));
    add(*align, view, DiagramCommand::AlignCenter, Text::tr("Centres"));
    add(*align, view, DiagramCommand::AlignRight, Text::tr("Right"));
    add(*align, view, DiagramCommand::AlignTop, Text::tr("Top"));
    add(*align, view, DiagramCommand::AlignMiddle, Text::tr("Middles"));
    add(*align, view, DiagramCommand::AlignBottom, Text::tr("Bottom"));
    align->addSeparator();
    add(*align, view, DiagramCommand::SpreadAcross, Text::tr("Distribute from left to right"));
    add(*align, view, DiagramCommand::SpreadDown, Text::tr("Distribute from top to bottom"));
}

} // namespace

void addMarkingActions(QMenu &menu, DiagramView &view, const ObjectId &id)
{
    view.marking().fillGroupMenu(*menu.addMenu(Text::tr("Group")));
    addAlignments(menu, view);
    add(menu, view, DiagramCommand::Declare, Text::tr("Declare a relation…"));
    const auto relations = view.marking().relationsOf(id);
    if (!relations.empty()) {
        auto *declared = menu.addMenu(Text::tr("Declared relations"));
        for (const auto &relation : relations)
            declared->addAction(models::relationInWords(relation).replace(u'&', u"&&"_s), &view,
                                [&view, relation] { view.marking().edit(relation); });
    }
    add(menu, view, DiagramCommand::NewFromSelection, Text::tr("New diagram from the selection…"));
    menu.addSeparator();
}

void addRelationActions(QMenu &menu, DiagramView &view, int line)
{
    const auto relation = view.marking().relationOf(line);
    if (!relation)
        return;
    menu.addAction(Text::tr("Edit the relation…"), &view,
                   [&view, relation] { view.marking().edit(*relation); });
    menu.addAction(Text::tr("Remove the relation"), &view,
                   [&view, relation] { view.marking().remove(*relation); });
}

} // namespace squall::ui
