#include "ui/window/reviewtab.h"

#include "models/reviewmodel.h"
#include "models/stagedcascades.h"
#include "models/stagedchanges.h"
#include "models/studio.h"
#include "ui/commands/commands.h"
#include "ui/review/reviewpage.h"
#include "ui/table/tableview.h"
#include "ui/window/mainwindow.h"
#include "ui/window/sqltabs.h"
#include "ui/window/tabarea.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMenu>

#include <map>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::ui::ReviewTab)
};

TabContent reviewTab()
{
    return {.kind = u"review"_s, .title = Text::tr("Review")};
}

} // namespace

void reviewChanges(MainWindow &window, models::OpenDatabase &database)
{
    if (auto *page = qobject_cast<ReviewPage *>(window.tabs().currentPage())) {
        page->apply();
    } else if (database.changes().changeCount() == 0) {
        window.say(Text::tr("Nothing is staged."));
    } else {
        window.tabs().open(reviewTab());
        window.tabs().currentPage()->setFocus();
    }
}

void reviewTable(MainWindow &window, const TableView &table)
{
    const auto relation = table.id();
    window.commands().run(u"changes.review"_s);
    if (auto *page = qobject_cast<ReviewPage *>(window.tabs().currentPage()))
        page->showTable(relation);
}

namespace {

void takeBack(MainWindow &window, models::OpenDatabase &database, qint64 batch)
{
    if (!database.snapshot())
        return;
    if (const auto staged = database.changes().reverse(batch, *database.snapshot()); !staged) {
        window.say(staged.error().message);
        return;
    }
    window.tabs().open(reviewTab());
    window.tabs().currentPage()->setFocus();
    window.say(Text::tr("What takes the commit back is staged. Nothing is written until you apply it."));
}

/// When it was, and how many rows of which tables it wrote.
QString nameOf(const models::CommittedBatch &batch)
{
    std::map<QString, int> rows;
    for (const auto &row : batch.rows)
        ++rows[row.relation.text()];
    QStringList tables;
    for (const auto &[table, count] : rows)
        tables << (count == 1 ? Text::tr("1 row of %1").arg(table)
                              : Text::tr("%1 rows of %2").arg(QLocale().toString(count), table));
    return QLocale().toString(batch.at, QLocale::ShortFormat) + u" · "_s + tables.join(u", "_s);
}

} // namespace

void undoLastCommit(MainWindow &window, models::OpenDatabase &database)
{
    const auto batches = database.changes().reversibleBatches();
    if (batches.empty())
        window.say(Text::tr("There is no commit to undo."));
    else
        takeBack(window, database, batches.front().id);
}

void chooseCommit(MainWindow &window, models::OpenDatabase &database)
{
    const auto batches = database.changes().reversibleBatches();
    if (batches.empty()) {
        window.say(Text::tr("There is no commit to undo."));
        return;
    }
    auto *menu = new QMenu(&window);
    menu->setObjectName(u"commitsMenu"_s);
    menu->setAccessibleName(Text::tr("Commits that can be taken back"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &batch : batches)
        menu->addAction(nameOf(batch), &window,
                        [&window, &database, id = batch.id] { takeBack(window, database, id); });
    menu->popup(window.tabs().mapToGlobal(window.tabs().rect().topLeft()));
    menu->setActiveAction(menu->actions().first());
}

QWidget *makeReviewPage(MainWindow &window, models::Studio &studio, const Theme &theme, QWidget *parent)
{
    auto &database = *studio.database();
    // Others may have written since the rows were marked.
    database.cascades().refresh();
    auto *page = new ReviewPage(theme, database.review(), parent);
    QObject::connect(page, &ReviewPage::closeRequested, &window, [&window] { window.tabs().closeCurrent(); });
    QObject::connect(page, &ReviewPage::sqlRequested, &window, [&window, &studio](const QString &sql) {
        openSql(window, studio, sql, reviewTab().title);
    });
    QObject::connect(page, &ReviewPage::unlockRequested, &window,
                     [&window] { window.commands().run(u"writing.unlock"_s); });
    QObject::connect(page, &ReviewPage::rowRequested, &window,
                     [&window](const ObjectId &relation, const edit::RowIdentity &row, qint64 newRow,
                               const QString &column) {
                         window.openObject(relation);
                         if (auto *table = qobject_cast<TableView *>(window.tabs().currentPage()))
                             table->showRow(row, newRow, column);
                     });
    QObject::connect(&database.review(), &models::ReviewModel::applied, page,
                     [&window, page](const QString &what) {
                         window.say(what);
                         if (window.tabs().currentPage() == page)
                             window.tabs().closeCurrent();
                     });
    return page;
}

} // namespace squall::ui
