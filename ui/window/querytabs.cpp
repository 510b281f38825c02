#include "ui/window/querytabs.h"

#include "models/studio.h"
#include "ui/commands/commands.h"
#include "ui/editor/sqleditor.h"
#include "ui/query/historypanel.h"
#include "ui/query/querylibrary.h"
#include "ui/results/resultspane.h"
#include "ui/sql/sqlpage.h"
#include "ui/window/mainwindow.h"
#include "ui/window/sqltabs.h"
#include "ui/window/tabarea.h"

#include <QCoreApplication>

#include <memory>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::ui::QueryTabs)
};

SqlPage *pageInFront(MainWindow &window)
{
    return qobject_cast<SqlPage *>(window.tabs().currentPage());
}

void insertSql(SqlPage &page, const QString &sql)
{
    page.editor().replaceSpan(page.editor().selection(), sql);
    page.setFocus();
}

/// What is selected, else all of the text.
QString textOf(const SqlEditor &editor)
{
    const auto &script = editor.script();
    const auto selection = editor.selection();
    return selection.length > 0 ? script.mid(selection.start, selection.length) : script;
}

/// The tab in which this text is open as it is; false when there is none.
bool showOpen(MainWindow &window, models::Studio &studio, const QString &title, const QString &sql)
{
    for (const auto &buffer : studio.buffers().open(studio.connectionId())) {
        if (title.isEmpty() || buffer.title != title || buffer.text != sql)
            continue;
        window.tabs().open(sqlTab(buffer));
        window.tabs().currentPage()->setFocus();
        return true;
    }
    return false;
}

void showHistory(MainWindow &window)
{
    window.tabs().open({.kind = u"history"_s, .title = Text::tr("History")});
    if (auto *history = qobject_cast<HistoryPanel *>(window.tabs().currentPage()))
        history->focusSearch();
}

} // namespace

void connectLibrary(MainWindow &window, models::Studio &studio)
{
    auto &library = window.library();
    QObject::connect(&library, &QueryLibrary::openRequested, &window,
                     [&window, &studio](const QString &title, const QString &sql) {
                         if (!showOpen(window, studio, title, sql))
                             openSql(window, studio, sql, title);
                     });
    QObject::connect(&library, &QueryLibrary::runRequested, &window, [&window, &studio](const QString &sql) {
        openSql(window, studio, sql);
        if (auto *page = pageInFront(window))
            page->run(SqlCommand::Run);
    });
    // Who looks at the history means the text that was in front before.
    const auto last = std::make_shared<TabContent>();
    QObject::connect(&window.tabs(), &TabArea::currentChanged, &window, [&window, last] {
        if (pageInFront(window))
            *last = *window.tabs().currentContent();
    });
    QObject::connect(&library, &QueryLibrary::insertRequested, &window,
                     [&window, &studio, last](const QString &sql) {
                         const auto *buffer = studio.buffers().find(last->id);
                         if (!pageInFront(window) && buffer && !buffer->closed)
                             window.tabs().open(sqlTab(*buffer));
                         if (auto *page = pageInFront(window))
                             insertSql(*page, sql);
                         else
                             openSql(window, studio, sql);
                     });
}

void addQueryCommands(MainWindow &window, Commands &commands)
{
    commands.add(u"history.show"_s, Text::tr("History of what was run"),
                 {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H)}, [&window] { showHistory(window); });
    commands.add(u"query.open"_s, Text::tr("Open a saved query…"), {},
                 [&window] { window.openPalette(u"@"_s); });
    const auto noText = [&window] {
        return pageInFront(window) ? QString() : Text::tr("No SQL tab is in front.");
    };
    commands.addOfView(
        u"query.save"_s, Text::tr("Save as a query…"), {},
        [&window] {
            if (auto *page = pageInFront(window))
                window.library().save(textOf(page->editor()), window.tabs().currentContent()->title);
        },
        noText);
    commands.addOfView(
        u"query.undo"_s, Text::tr("Undo the last change to saved queries"), {},
        [&window] { window.library().undo(); }, [&window] { return window.library().cannotUndo(); });
    commands.addOfView(
        u"result.chart"_s, Text::tr("Draw the result as a chart"), {},
        [&window] {
            if (auto *page = pageInFront(window))
                page->results().drawChart();
        },
        [&window] {
            auto *page = pageInFront(window);
            return page && page->results().currentResult() ? QString() : Text::tr("No result is in front.");
        });
}

} // namespace squall::ui
