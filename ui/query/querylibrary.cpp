#include "ui/query/querylibrary.h"

#include "models/studio.h"
#include "ui/query/historypanel.h"
#include "ui/query/savedquerydialog.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QInputDialog>
#include <QMenu>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

QueryLibrary::QueryLibrary(models::Studio &studio, const Theme &theme, QWidget &window)
    : QObject(&window)
    , m_studio(studio)
    , m_theme(theme)
    , m_window(window)
{
}

void QueryLibrary::open(const QString &query)
{
    const auto *saved = m_studio.savedQueries().find(query);
    if (!saved)
        return;
    m_studio.palette().useQuery(query);
    emit openRequested(saved->name, saved->text, query);
}

void QueryLibrary::save(const QString &sql, const QString &name)
{
    workspace::SavedQuery query{.name = name};
    const auto &all = m_studio.savedQueries().shown();
    const auto isIt = [&](const workspace::SavedQuery &saved) { return saved.name == name; };
    if (!name.isEmpty() && std::count_if(all.begin(), all.end(), isIt) == 1)
        query = *std::find_if(all.begin(), all.end(), isIt);
    query.text = sql;
    ask(query);
}

void QueryLibrary::edit(const QString &query)
{
    if (const auto *saved = m_studio.savedQueries().find(query))
        ask(*saved);
}

void QueryLibrary::ask(const workspace::SavedQuery &query)
{
    auto *dialog =
        new SavedQueryDialog(m_studio.savedQueries(), query, m_studio.connectionId(), m_theme, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SavedQueryDialog::saved, this, [this](const QString &id) {
        if (const auto *saved = m_studio.savedQueries().find(id))
            emit notice(tr("“%1” is saved.").arg(saved->name));
    });
    dialog->open();
}

void QueryLibrary::remove(const QString &query)
{
    const auto *saved = m_studio.savedQueries().find(query);
    if (!saved)
        return;
    const auto name = saved->name;
    m_studio.savedQueries().remove({query});
    say(tr("“%1” was deleted.").arg(name));
}

void QueryLibrary::say(const QString &what)
{
    emit notice(tr("%1 “Undo the last change to saved queries” brings it back.").arg(what));
}

void QueryLibrary::undo()
{
    const auto text = m_studio.savedQueries().undoText();
    m_studio.savedQueries().undo();
    emit notice(text.isEmpty() ? cannotUndo() : tr("Undone: %1.").arg(text));
}

QString QueryLibrary::cannotUndo() const
{
    return m_studio.savedQueries().canUndo() ? QString() : tr("Nothing was changed in the saved queries.");
}

void QueryLibrary::popUpMenu(const QString &query, const QString &folder, const QPoint &position)
{
    auto *menu = new QMenu(&m_window);
    menu->setObjectName(u"savedQueryMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const auto *saved = m_studio.savedQueries().find(query))
        fillQuery(*menu, *saved);
    else if (!folder.isEmpty())
        fillFolder(*menu, folder);
    if (m_studio.savedQueries().canUndo()) {
        menu->addSeparator();
        menu->addAction(tr("Undo %1").arg(m_studio.savedQueries().undoText()).replace(u'&', u"&&"_s), this,
                        &QueryLibrary::undo);
    }
    if (menu->isEmpty())
        delete menu;
    else
        menu->popup(position);
}

void QueryLibrary::fillQuery(QMenu &menu, const workspace::SavedQuery &query)
{
    const auto id = query.id;
    const auto sql = query.text;
    menu.addAction(tr("Open in a new SQL tab"), this, [this, id] { open(id); });
    menu.addAction(tr("Insert at the cursor"), this, [this, sql] { emit insertRequested(sql); });
    menu.addAction(tr("Copy"), this, [sql] { QGuiApplication::clipboard()->setText(sql); });
    menu.addSeparator();
    menu.addAction(tr("Name, folder, abbreviation…"), this, [this, id] { edit(id); });
    auto *moving = menu.addMenu(tr("Move to"));
    const auto move = [this, id](const QString &folder) { m_studio.savedQueries().move({id}, folder); };
    for (const auto &folder : m_studio.savedQueries().folders()) {
        if (folder != query.folder)
            moving->addAction(QString(folder).replace(u'&', u"&&"_s), this, [move, folder] { move(folder); });
    }
    if (!query.folder.isEmpty())
        moving->addAction(tr("No folder"), this, [move] { move({}); });
    moving->addSeparator();
    moving->addAction(tr("Another folder…"), this,
                      [this, move] { askForFolder({}, tr("Move the query"), move); });
    menu.addSeparator();
    menu.addAction(tr("Delete"), this, [this, id] { remove(id); });
}

void QueryLibrary::fillFolder(QMenu &menu, const QString &folder)
{
    menu.addAction(tr("Rename the folder…"), this, [this, folder] {
        askForFolder(folder, tr("Rename the folder"), [this, folder](const QString &name) {
            m_studio.savedQueries().renameFolder(folder, name);
        });
    });
    menu.addAction(tr("Delete the folder and its queries"), this, [this, folder] {
        m_studio.savedQueries().removeFolder(folder);
        say(tr("The folder “%1” was deleted.").arg(folder));
    });
}

void QueryLibrary::askForFolder(const QString &folder, const QString &title,
                                std::function<void(const QString &)> act)
{
    auto *dialog = new QInputDialog(&m_window);
    dialog->setObjectName(u"folderDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("Folder; reports/weekly is one in another"));
    dialog->setTextValue(folder);
    connect(dialog, &QInputDialog::textValueSelected, this, [act = std::move(act)](const QString &typed) {
        if (const auto tidy = models::tidyFolder(typed); !tidy.isEmpty())
            act(tidy);
    });
    dialog->open();
}

HistoryPanel *QueryLibrary::makeHistory(QWidget *parent)
{
    auto *panel = new HistoryPanel(m_studio.history(), m_studio.connections(), m_theme, parent);
    const auto place = [this, panel] {
        const auto *database = m_studio.database();
        if (database)
            panel->setPlace(m_studio.connectionId(), database->databaseName());
    };
    if (auto *database = m_studio.database())
        connect(database, &models::OpenDatabase::stateChanged, panel, place);
    place();
    connect(panel, &HistoryPanel::openRequested, this,
            [this](const QString &sql) { emit openRequested({}, sql, {}); });
    connect(panel, &HistoryPanel::insertRequested, this, &QueryLibrary::insertRequested);
    connect(panel, &HistoryPanel::runRequested, this, &QueryLibrary::runRequested);
    connect(panel, &HistoryPanel::saveRequested, this, [this](const QString &sql) { save(sql); });
    return panel;
}

} // namespace squall::ui
