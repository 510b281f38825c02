#include "ui/project/projectmenu.h"

#include "models/project/studioproject.h"
#include "ui/commands/commands.h"

#include <QActionGroup>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QMenu>

namespace squall::ui {

using namespace Qt::StringLiterals;
using State = models::ProjectModel::State;

namespace {

constexpr int widestFault = 520;

} // namespace

ProjectMenu::ProjectMenu(models::StudioProject &project, const Commands &commands, QMenu &menu)
    : QObject(&menu)
    , m_project(project)
    , m_commands(commands)
    , m_menu(menu)
{
    menu.setObjectName(u"projectMenu"_s);
    menu.setToolTipsVisible(true);
    connect(&menu, &QMenu::aboutToShow, this, &ProjectMenu::fill);
}

void ProjectMenu::fill()
{
    m_menu.clear();
    if (m_project.model().state() == State::Fault)
        addFault();
    addEnvironments();
    addConfigs();
    for (const auto &id : {u"project.reload"_s, u"project.close"_s})
        m_menu.addAction(m_commands.action(id));
}

void ProjectMenu::addFault()
{
    const auto &fault = m_project.model().fault();
    auto text =
        m_menu.fontMetrics().elidedText(fault.message.section(u'\n', 0, 0), Qt::ElideRight, widestFault);
    auto *action = m_menu.addAction(text.replace(u'&', u"&&"_s), &m_menu, [message = fault.message] {
        QApplication::clipboard()->setText(message);
    });
    action->setObjectName(u"projectFault"_s);
    action->setToolTip(tr("Copies the message: %1").arg(fault.message));
    m_menu.addSeparator();
}

void ProjectMenu::addEnvironments()
{
    const auto &model = m_project.model();
    if (model.environments().isEmpty())
        return;
    auto *group = new QActionGroup(&m_menu);
    for (const auto &name : model.environments()) {
        auto *action = m_menu.addAction(name, this, [this, name] { emit environmentChosen(name); });
        action->setCheckable(true);
        action->setChecked(name == model.environmentShown());
        group->addAction(action);
    }
    m_menu.addSeparator();
}

void ProjectMenu::addConfigs()
{
    auto &model = m_project.model();
    if (model.configs().size() < 2)
        return;
    auto *group = new QActionGroup(&m_menu);
    const QDir folder(model.place().directory);
    for (const auto &path : model.configs()) {
        auto *action = m_menu.addAction(folder.relativeFilePath(path), this, [this, path] {
            m_project.open(path, m_project.model().place().environment);
        });
        action->setCheckable(true);
        action->setChecked(path == model.place().config);
        group->addAction(action);
    }
    m_menu.addSeparator();
}

} // namespace squall::ui
