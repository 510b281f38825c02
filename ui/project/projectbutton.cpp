#include "ui/project/projectbutton.h"

#include "models/project/projectmodel.h"
#include "ui/theme/theme.h"

#include <QDir>
#include <QMenu>
#include <QPalette>

namespace squall::ui {

using namespace Qt::StringLiterals;
using State = models::ProjectModel::State;

namespace {

constexpr int patienceMs = 300;
constexpr int signSize = 12;

} // namespace

ProjectButton::ProjectButton(const models::ProjectModel &project, const Theme &theme, QWidget *parent)
    : QToolButton(parent)
    , m_project(project)
    , m_theme(theme)
{
    setObjectName(u"projectButton"_s);
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize({signSize, signSize});
    setFocusPolicy(Qt::TabFocus);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    m_patience.callOnTimeout(this, &ProjectButton::dress);
    connect(&project, &models::ProjectModel::changed, this, &ProjectButton::follow);
    connect(&theme, &Theme::changed, this, &ProjectButton::dress);
    follow();
}

void ProjectButton::popUp()
{
    if (isVisible())
        menu()->popup(mapToGlobal(rect().bottomLeft()));
}

void ProjectButton::follow()
{
    if (m_project.state() == State::Reading) {
        m_patience.start();
        return;
    }
    m_patience.stop();
    dress();
}

void ProjectButton::dress()
{
    const bool isFaulty = m_project.state() == State::Fault;
    setVisible(m_project.state() != State::None);
    setText(label());
    setIcon(isFaulty ? m_theme.icon(u"warning"_s, Token::Removed) : m_theme.icon(u"file"_s));
    setProperty("faulty", isFaulty);
    auto colours = palette();
    colours.setColor(QPalette::ButtonText, m_theme.color(isFaulty ? Token::Removed : Token::Muted));
    setPalette(colours);
    setToolTip(about());
    setAccessibleName(isFaulty ? tr("Drizzle project with a fault") : tr("Drizzle project: %1").arg(label()));
    setAccessibleDescription(about());
}

QString ProjectButton::label() const
{
    switch (m_project.state()) {
    case State::Reading: return tr("Reading…");
    case State::Fault: return m_project.faultPlace().isEmpty() ? tr("Project") : m_project.faultPlace();
    case State::Read:
    case State::None: break;
    }
    const auto environment = m_project.environmentShown();
    return environment.isEmpty() ? tr("Project") : environment;
}

QString ProjectButton::about() const
{
    const auto where = tr("Drizzle project %1 in %2")
                           .arg(m_project.name(), QDir::toNativeSeparators(m_project.place().directory));
    if (m_project.state() != State::Fault)
        return where;
    return where + u'\n' + m_project.fault().message + u'\n' +
           (m_project.schema() ? tr("What is shown is the last schema that could be read.")
                               : m_project.fault().hint);
}

} // namespace squall::ui
