#include "ui/window/windowproject.h"

#include "models/studio.h"
#include "ui/commands/commands.h"
#include "ui/connection/startpage.h"
#include "ui/project/projectbutton.h"
#include "ui/project/projectmenu.h"
#include "ui/sql/noticestrip.h"
#include "ui/window/headerbar.h"
#include "ui/window/mainwindow.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>

#include <utility>

namespace squall::ui {

using namespace Qt::StringLiterals;
using State = models::ProjectModel::State;

namespace {

/// The one folder or file that is carried; nothing for anything else.
QString carriedPath(const QMimeData *data)
{
    const auto urls = data ? data->urls() : QList<QUrl>();
    if (urls.size() != 1 || !urls.first().isLocalFile())
        return {};
    const auto path = urls.first().toLocalFile();
    const QFileInfo info(path);
    return info.isDir() || info.fileName().contains(u".config."_s) ? path : QString();
}

} // namespace

WindowProject::WindowProject(MainWindow &window, models::Studio &studio, const Theme &theme)
    : QObject(&window)
    , m_window(window)
    , m_studio(studio)
    , m_theme(theme)
{
    window.setAcceptDrops(true);
    window.installEventFilter(this);
}

void WindowProject::addCommands(Commands &commands)
{
    m_commands = &commands;
    auto &project = m_studio.project();
    commands.add(u"project.open"_s, tr("Open Drizzle project…"), {}, [this] { askForFolder(); });
    commands.add(u"project.environment"_s, tr("Switch the project's environment…"),
                 {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)}, [this] { m_button->popUp(); });
    commands.add(u"project.reload"_s, tr("Read the project again"), {},
                 [&project] { project.model().reload(); });
    commands.add(u"project.stop"_s, tr("Stop reading the project"), {},
                 [&project] { project.model().cancel(); });
    commands.add(u"project.close"_s, tr("Close the project"), {}, [&project] { project.close(); });
}

void WindowProject::build(HeaderBar &header, StartPage &start)
{
    auto &project = m_studio.project();
    auto *menu = new QMenu(&header);
    m_button = new ProjectButton(project.model(), m_theme, &header);
    m_button->setMenu(menu);
    header.addBesidePlace(m_button);
    auto *filling = new ProjectMenu(project, *m_commands, *menu);
    connect(filling, &ProjectMenu::environmentChosen, this, &WindowProject::switchEnvironment);
    m_strip = new NoticeStrip(m_theme, u"projectStrip"_s, header.parentWidget());
    connect(&start, &StartPage::projectRequested, this, &WindowProject::askForFolder);
    connect(&start, &StartPage::projectChosen, this, [&project](const models::RecentProject &recent) {
        project.open(recent.config, recent.environment);
    });
    connect(&project, &models::StudioProject::recentChanged, &start,
            [&start, &project] { start.setProjects(project.recent()); });
    connect(&project.model(), &models::ProjectModel::changed, this, &WindowProject::follow);
    connect(&project.model(), &models::ProjectModel::opened, this, &WindowProject::sayFault);
    connect(&project.model(), &models::ProjectModel::openFailed, &start, [&start](const Error &error) {
        start.showError(error.hint.isEmpty() ? error.message : error.message + u' ' + error.hint);
    });
    follow();
}

QWidget *WindowProject::strip() const
{
    return m_strip;
}

void WindowProject::follow()
{
    const auto &model = m_studio.project().model();
    const auto state = model.state();
    m_commands->enable({u"project.environment"_s, u"project.close"_s}, state != State::None);
    m_commands->enable({u"project.reload"_s}, model.isOpen());
    m_commands->enable({u"project.stop"_s}, state == State::Reading);
    if (state == State::Reading)
        return;
    const bool isFaulty = state == State::Fault;
    if (std::exchange(m_faulty, isFaulty) != isFaulty)
        m_window.say(isFaulty ? model.fault().message : QString());
    if (!isFaulty)
        m_strip->hide();
}

/// Whoever has just asked for it is told in full; later the button says that there is something.
void WindowProject::sayFault()
{
    const auto &model = m_studio.project().model();
    if (model.state() != State::Fault)
        return;
    const auto &fault = model.fault();
    m_strip->say(fault.hint.isEmpty() ? fault.message : fault.message + u'\n' + fault.hint, Token::Removed,
                 {{u"projectAgain"_s, tr("Read again"), [this] { m_commands->run(u"project.reload"_s); }},
                  {u"projectHide"_s, tr("Hide"), [this] { m_strip->hide(); }}});
}

void WindowProject::askForFolder()
{
    if (m_dialog)
        return;
    m_dialog = new QFileDialog(&m_window, tr("Open a Drizzle project"));
    m_dialog->setObjectName(u"projectFolder"_s);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->setFileMode(QFileDialog::Directory);
    const auto recent = m_studio.project().recent();
    if (!recent.empty())
        m_dialog->setDirectory(QFileInfo(QFileInfo(recent.front().config).path()).path());
    connect(m_dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { m_studio.project().open(path); });
    m_dialog->open();
}

void WindowProject::switchEnvironment(const QString &name)
{
    const auto go = [this, name] {
        m_strip->hide();
        m_studio.project().setEnvironment(name);
    };
    auto *database = m_studio.database();
    const auto staged = database ? static_cast<int>(database->changes().changeCount()) : 0;
    if (staged == 0 || name == m_studio.project().model().environmentShown()) {
        go();
        return;
    }
    m_strip->say(
        tr("%n change(s) are staged here and not sent. They stay with %1 and are there again when you come "
           "back to it.",
           nullptr, staged)
            .arg(database->form().name.isEmpty() ? database->databaseName() : database->form().name),
        Token::Changed,
        {{u"environmentGo"_s, tr("Switch to %1").arg(name), go},
         {u"environmentStay"_s, tr("Stay here"), [this] { m_strip->hide(); }}});
    m_strip->setFocus();
}

bool WindowProject::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::DragEnter) {
        auto *carried = static_cast<QDragEnterEvent *>(event);
        if (!carriedPath(carried->mimeData()).isEmpty()) {
            carried->acceptProposedAction();
            return true;
        }
    }
    if (event->type() == QEvent::Drop) {
        auto *dropped = static_cast<QDropEvent *>(event);
        if (const auto path = carriedPath(dropped->mimeData()); !path.isEmpty()) {
            dropped->acceptProposedAction();
            m_studio.project().open(path);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace squall::ui
