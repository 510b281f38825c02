#include "models/studio.h"
#include "ui/commands/commands.h"
#include "ui/commands/keybindings.h"
#include "ui/inspector/sidepanel.h"
#include "ui/navigator/navigatorpanel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"
#include "ui/window/sqltabs.h"
#include "ui/window/statusbar.h"
#include "ui/window/tabarea.h"

#include <QCloseEvent>
#include <QSet>
#include <QSplitter>

// What of the window comes back on the next start.
namespace squall::ui {

using namespace Qt::Literals::StringLiterals;

void MainWindow::restoreTabs()
{
    auto *database = m_studio.database();
    if (m_tabsRestored || !m_studio.isLoaded() || !database || !database->snapshot())
        return;
    m_tabsRestored = true;
    auto &buffers = m_studio.buffers();
    QSet<QString> shown;
    for (const auto &tab : m_studio.savedTabs()) {
        TabContent content{
            .kind = tab.kind, .object = tab.object, .title = tab.title, .text = tab.text, .view = tab.view};
        if (tab.kind == u"sql") {
            const auto *buffer = buffers.find(tab.id);
            if (!buffer || buffer->closed)
                continue;
            content = sqlTab(*buffer);
            shown.insert(tab.id);
        }
        m_tabs->restore(content, tab.current);
    }
    // Those of a program that ended before it could write down its tabs.
    for (const auto &buffer : buffers.open(m_studio.connectionId())) {
        if (!shown.contains(buffer.id))
            m_tabs->restore(sqlTab(buffer), false);
    }
    for (const auto &buffer : buffers.closed(m_studio.connectionId()))
        m_tabs->rememberClosed(sqlTab(buffer));
    m_commands->enable({u"tab.reopen"_s}, m_tabs->hasClosed());
    // The one in front may have been a preview, which does not come back.
    if (m_tabs->count() > 0 && !m_tabs->currentPage())
        m_tabs->select(m_tabs->currentIndex());
}

void MainWindow::saveTabs()
{
    // Before they are back, there is nothing to say about them.
    if (!m_tabsRestored || !m_studio.database())
        return;
    const auto current = m_tabs->currentContent();
    std::vector<workspace::OpenTab> tabs;
    for (const auto &content : m_tabs->contents())
        tabs.push_back({.id = content.id,
                        .kind = content.kind,
                        .object = content.object,
                        .title = content.title,
                        .text = content.text,
                        .view = content.view,
                        .current = current && *current == content});
    m_studio.saveTabs(std::move(tabs));
}

/// Writes down how it is arranged while it is used: a process can also be killed.
void MainWindow::keepWindow()
{
    constexpr int saveWindowMs = 500;
    m_saving.setSingleShot(true);
    m_saving.setInterval(saveWindowMs);
    m_saving.callOnTimeout(this, &MainWindow::saveWindow);
    connect(m_keys, &KeyBindings::changed, this, &MainWindow::saveWindowSoon);
    connect(&m_theme, &Theme::chosen, this, &MainWindow::saveWindowSoon);
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_sidesChosen = true;
        saveWindowSoon();
    });
}

void MainWindow::restoreWindow()
{
    const auto geometry = m_studio.setting({}, u"window/geometry"_s);
    if (!geometry.isEmpty())
        restoreGeometry(geometry);
    if (const auto colours = m_studio.setting({}, u"window/colours"_s); !colours.isEmpty())
        m_theme.setChoice(static_cast<Theme::Choice>(colours.toInt()));
    const auto keys = m_keys->load(m_studio.setting({}, u"window/keys"_s));
    Q_UNUSED(keys); // Nothing was chosen, or by another version.
    m_navigator->setVisible(m_studio.setting({}, u"window/navigator"_s) != "hidden");
    m_inspector->setVisible(m_studio.setting({}, u"window/inspector"_s) != "hidden");
    const auto splitter = m_studio.setting({}, u"window/splitter"_s);
    if (!splitter.isEmpty()) {
        m_sidesChosen = true;
        m_splitter->restoreState(splitter);
    }
}

/// Until somebody sets them, the sides leave the middle most of a narrow window.
void MainWindow::fitSides()
{
    if (m_sidesChosen)
        return;
    constexpr int narrow = 1200;
    const bool small = width() < narrow;
    const int left = small ? 216 : metrics::navigatorWidth;
    const int right = small ? 224 : metrics::inspectorWidth;
    m_splitter->setSizes({left, width() - left - right, right});
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    fitSides();
    saveWindowSoon();
}

void MainWindow::moveEvent(QMoveEvent *event)
{
    QMainWindow::moveEvent(event);
    saveWindowSoon();
}

void MainWindow::saveWindow()
{
    m_saving.stop();
    // Until it is restored, this is not how somebody wants it.
    if (!m_studio.isLoaded())
        return;
    const auto shown = [](bool visible) { return QByteArray(visible ? "shown" : "hidden"); };
    m_studio.saveSetting({}, u"window/navigator"_s, shown(isNavigatorVisible()));
    m_studio.saveSetting({}, u"window/inspector"_s, shown(isInspectorVisible()));
    m_studio.saveSetting({}, u"window/keys"_s, m_keys->toJson());
    m_studio.saveSetting({}, u"window/geometry"_s, saveGeometry());
    m_studio.saveSetting({}, u"window/colours"_s, QByteArray::number(static_cast<int>(m_theme.choice())));
    if (m_sidesChosen)
        m_studio.saveSetting({}, u"window/splitter"_s, m_splitter->saveState());
}

void MainWindow::setInspectorVisible(bool visible)
{
    m_inspector->setVisible(visible);
    saveWindowSoon();
}

void MainWindow::focusRow()
{
    setInspectorVisible(true);
    m_inspector->focusRow();
}

void MainWindow::setNavigatorVisible(bool visible)
{
    m_navigator->setVisible(visible);
    saveWindowSoon();
}

bool MainWindow::isInspectorVisible() const
{
    return !m_inspector->isHidden();
}

bool MainWindow::isNavigatorVisible() const
{
    return !m_navigator->isHidden();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    saveTabs();
    saveWindow();
    QMainWindow::closeEvent(event);
}

void MainWindow::showChanges()
{
    m_tabs->updateDirty();
    m_status->setChangeCount(m_studio.database() ? m_studio.database()->changes().changeCount() : 0);
}

} // namespace squall::ui
