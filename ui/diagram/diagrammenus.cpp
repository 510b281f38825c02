#include "ui/diagram/diagrammenus.h"

#include "models/diagram/diagramfocus.h"
#include "ui/diagram/diagramcanvas.h"
#include "ui/diagram/diagramview.h"
#include "ui/diagram/markingmenus.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::ui::DiagramMenus)
};

void addCommand(QMenu &menu, DiagramView &view, DiagramCommand command, const QString &text)
{
    auto *action = menu.addAction(text, &view, [&view, command] { view.run(command); });
    action->setEnabled(view.unavailable(command).isEmpty());
    for (const auto &each : diagramCommandTexts()) {
        if (each.command == command && !each.keys.isEmpty())
            action->setShortcut(each.keys.front());
    }
}

/// The indexes that these lines lack.
void addRemedies(QMenu &menu, DiagramView &view, const std::vector<int> &lines)
{
    const auto overlay = view.model().picture()->overlay;
    if (!overlay)
        return;
    QStringList statements;
    for (const int line : lines) {
        const auto statement = overlay->remedies.value(line);
        if (!statement.isEmpty() && !statements.contains(statement))
            statements << statement;
    }
    if (statements.isEmpty())
        return;
    const auto text = statements.size() == 1 ? Text::tr("Copy CREATE INDEX")
                                             : Text::tr("Copy CREATE INDEX (%1)").arg(statements.size());
    auto *action = menu.addAction(
        text, &view, [statements] { QApplication::clipboard()->setText(statements.join(u'\n')); });
    action->setObjectName(u"copyCreateIndex"_s);
}

} // namespace

void addTableActions(QMenu &menu, DiagramView &view)
{
    const auto &content = *view.model().picture()->content;
    std::vector<int> lines;
    for (const int box : view.canvas().selection()) {
        for (const auto &step : models::stepsFrom(content, box, true))
            lines.push_back(step.line);
    }
    addRemedies(menu, view, lines);
    addCommand(menu, view, DiagramCommand::FollowForward, Text::tr("Follow the reference"));
    addCommand(menu, view, DiagramCommand::FollowBack, Text::tr("Show what points here"));
    addCommand(menu, view, DiagramCommand::Neighbours, Text::tr("Show only neighbours"));
    addCommand(menu, view, DiagramCommand::Path, Text::tr("Path between"));
    menu.addSeparator();
}

QMenu *makeLineMenu(DiagramView &view, int number)
{
    const auto &content = *view.model().picture()->content;
    const auto &line = content.lines[static_cast<std::size_t>(number)];
    auto *menu = new QMenu(&view);
    menu->setObjectName(u"diagramLineMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const int end : {line.to, line.from}) {
        const auto id = content.boxes[static_cast<std::size_t>(end)].id;
        auto name = id.name;
        menu->addAction(Text::tr("Go to %1").arg(name.replace(u'&', u"&&"_s)), &view, [&view, id] {
            if (const int box = view.model().picture()->content->find(id); box >= 0)
                view.canvas().goTo(box);
        });
        if (line.from == line.to)
            break;
    }
    addRemedies(*menu, view, {number});
    addRelationActions(*menu, view, number);
    return menu;
}

} // namespace squall::ui
