#include "ui/window/sqltabs.h"

#include "core/diff/render.h"
#include "models/pooled.h"
#include "models/query/sqlfile.h"
#include "models/studio.h"
#include "ui/commands/commands.h"
#include "ui/sql/sqlpage.h"
#include "ui/sql/sqlresults.h"
#include "ui/window/mainwindow.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::ui::SqlTabs)
};

SqlPage *pageInFront(MainWindow &window)
{
    return qobject_cast<SqlPage *>(window.tabs().currentPage());
}

void openBuffer(MainWindow &window, models::Studio &studio, const QString &id)
{
    const auto *buffer = studio.buffers().find(id);
    if (!buffer)
        return;
    window.tabs().open(sqlTab(*buffer));
    window.tabs().currentPage()->setFocus();
}

void chooseFile(MainWindow &window, models::Studio &studio)
{
    auto *dialog =
        new QFileDialog(&window, Text::tr("Open a file of SQL"), {}, Text::tr("SQL (*.sql);;All files (*)"));
    dialog->setObjectName(u"openSqlFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, &window,
                     [&window, &studio](const QString &path) { openSqlFile(window, studio, path); });
    dialog->open();
}

void openDdl(MainWindow &window, models::Studio &studio)
{
    const auto content = window.tabs().currentContent();
    if (content && !content->object.name.isEmpty())
        openSqlOf(window, studio, content->object);
    else
        window.say(Text::tr("No object is in front."));
}

} // namespace

TabContent sqlTab(const workspace::Buffer &buffer)
{
    return {.kind = u"sql"_s, .id = buffer.id, .title = buffer.title};
}

void openSql(MainWindow &window, models::Studio &studio, const QString &text, const QString &title)
{
    if (!studio.database() || !studio.database()->snapshot())
        return;
    openBuffer(window, studio,
               studio.buffers().create({.connection = studio.connectionId(), .title = title, .text = text}));
}

void openSqlOf(MainWindow &window, models::Studio &studio, const ObjectId &id)
{
    const auto *database = studio.database();
    if (database && database->snapshot())
        openSql(window, studio, diff::describe(*database->snapshot(), id), id.name);
}

void openSqlFile(MainWindow &window, models::Studio &studio, const QString &path)
{
    const auto absolute = QFileInfo(path).absoluteFilePath();
    const auto open = studio.buffers().open(studio.connectionId());
    const auto known = std::find_if(open.begin(), open.end(),
                                    [&](const workspace::Buffer &buffer) { return buffer.file == absolute; });
    if (known != open.end()) {
        openBuffer(window, studio, known->id);
        return;
    }
    // The window may be on another database by the time the file is read.
    auto *reading = new QFutureWatcher<Result<models::SqlFile>>(&window);
    QObject::connect(reading, &QFutureWatcherBase::finished, &window,
                     [&window, &studio, reading, absolute, connection = studio.connectionId()] {
                         reading->deleteLater();
                         const auto file = reading->result();
                         if (!file) {
                             window.say(file.error().hint.isEmpty()
                                            ? file.error().message
                                            : file.error().message + u' ' + file.error().hint);
                             return;
                         }
                         if (studio.connectionId() != connection)
                             return;
                         openBuffer(window, studio,
                                    studio.buffers().create({.connection = connection,
                                                             .title = QFileInfo(absolute).fileName(),
                                                             .text = file->text,
                                                             .file = absolute,
                                                             .encoding = file->encoding,
                                                             .fileMark = file->mark}));
                         if (!file->remark.isEmpty())
                             window.say(file->remark);
                     });
    reading->setFuture(models::pooled([absolute] { return models::readSqlFile(absolute); }));
}

QWidget *makeSqlPage(MainWindow &window, models::Studio &studio, const Theme &theme,
                     const TabContent &content, QWidget *parent)
{
    if (!studio.database() || !studio.buffers().find(content.id))
        return nullptr;
    auto *page = new SqlPage(theme, studio, content.id, parent);
    QObject::connect(page, &SqlPage::notice, &window, &MainWindow::say);
    QObject::connect(page, &SqlPage::openRequested, &window, &MainWindow::openObject);
    QObject::connect(page, &SqlPage::reviewRequested, &window,
                     [&window] { window.commands().run(u"changes.review"_s); });
    QObject::connect(page, &SqlPage::titleChanged, &window,
                     [&window, page](const QString &title) { window.tabs().setTitle(page, title); });
    return page;
}

void keepSqlTabs(MainWindow &window, models::Studio &studio)
{
    QObject::connect(&window.tabs(), &TabArea::closing, &window,
                     [&studio](const TabContent &content, QWidget *page) {
                         if (content.kind != u"sql")
                             return;
                         if (auto *sql = qobject_cast<SqlPage *>(page)) {
                             sql->document().flush();
                             sql->kept().flush();
                         }
                         studio.buffers().setClosed(content.id, true);
                     });
    QObject::connect(&window.tabs(), &TabArea::reopening, &window, [&studio](const TabContent &content) {
        if (content.kind != u"sql")
            return;
        // One that was empty was not kept.
        if (studio.buffers().find(content.id))
            studio.buffers().setClosed(content.id, false);
        else
            studio.buffers().create(
                {.id = content.id, .connection = studio.connectionId(), .title = content.title});
    });
}

void addSqlCommands(MainWindow &window, Commands &commands, models::Studio &studio)
{
    commands.add(u"sql.new"_s, Text::tr("New SQL tab"), {QKeySequence(Qt::CTRL | Qt::Key_T)},
                 [&window, &studio] { openSql(window, studio); });
    commands.add(u"sql.open"_s, Text::tr("Open a file of SQL…"), {QKeySequence(Qt::CTRL | Qt::Key_O)},
                 [&window, &studio] { chooseFile(window, studio); });
    commands.add(u"sql.ddl"_s, Text::tr("Open the definition in an SQL tab"), {},
                 [&window, &studio] { openDdl(window, studio); });
    for (const auto &text : sqlCommandTexts()) {
        commands.addOfView(
            text.id, text.text, text.keys,
            [&window, command = text.command] {
                if (auto *page = pageInFront(window))
                    page->run(command);
            },
            [&window, command = text.command] {
                const auto *page = pageInFront(window);
                return page ? page->unavailable(command) : Text::tr("No SQL tab is in front.");
            });
    }
    const auto keep = [&commands, &window, &studio](const QString &id, const QString &text, bool keeps) {
        commands.add(id, text, {}, [&window, &studio, text, keeps] {
            studio.setKeepsResults(keeps);
            window.say(text);
        });
    };
    keep(u"results.keep"_s, Text::tr("Results come back on the next start, but never those of production"),
         true);
    keep(u"results.forget"_s, Text::tr("Results are not kept, and those that were are forgotten"), false);
    const auto choose = [&commands, &window, &studio](const QString &id, const QString &text,
                                                      const QString &setting, const QByteArray &value) {
        commands.add(id, text, {}, [&window, &studio, text, setting, value] {
            studio.saveSetting({}, setting, value);
            window.say(text);
        });
    };
    const auto keywords = u"format/keywords"_s;
    choose(u"format.upper"_s, Text::tr("Formatting: keywords in capitals"), keywords, "upper");
    choose(u"format.lower"_s, Text::tr("Formatting: keywords in small letters"), keywords, "lower");
    choose(u"format.keep"_s, Text::tr("Formatting: keywords as they are written"), keywords, "keep");
    for (const int width : {80, 100, 120})
        choose(u"format.width%1"_s.arg(width), Text::tr("Formatting: lines up to %1 signs").arg(width),
               u"format/width"_s, QByteArray::number(width));
}

} // namespace squall::ui
