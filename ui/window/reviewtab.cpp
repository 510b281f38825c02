#include "ui/window/reviewtab.h"

#include "models/opendatabase.h"
#include "models/reviewmodel.h"
#include "models/stagedcascades.h"
#include "models/stagedchanges.h"
#include "ui/commands/commands.h"
#include "ui/review/reviewpage.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tabarea.h"

#include <QCoreApplication>

#include <algorithm>

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

void undoLastCommit(MainWindow &window, models::OpenDatabase &database)
{
    const auto batches = database.changes().committedBatches();
    const auto last = std::find_if(batches.begin(), batches.end(), [](const models::CommittedBatch &batch) {
        return !batch.undone && !batch.rows.empty();
    });
    if (last == batches.end() || !database.snapshot()) {
        window.say(Text::tr("There is no commit to undo."));
        return;
    }
    if (const auto staged = database.changes().reverse(last->id, *database.snapshot()); !staged) {
        window.say(staged.error().message);
        return;
    }
    window.tabs().open(reviewTab());
    window.tabs().currentPage()->setFocus();
    window.say(Text::tr("What undoes the last commit is staged. Nothing is written until you apply it."));
}

QWidget *makeReviewPage(MainWindow &window, models::OpenDatabase &database, const Theme &theme,
                        QWidget *parent)
{
    // Others may have written since the rows were marked.
    database.cascades().refresh();
    auto *page = new ReviewPage(theme, database.review(), parent);
    QObject::connect(page, &ReviewPage::closeRequested, &window, [&window] { window.tabs().closeCurrent(); });
    QObject::connect(page, &ReviewPage::unlockRequested, &window,
                     [&window] { window.commands().run(u"writing.unlock"_s); });
    QObject::connect(page, &ReviewPage::rowRequested, &window,
                     [&window](const ObjectId &relation) { window.openObject(relation); });
    QObject::connect(&database.review(), &models::ReviewModel::applied, page,
                     [&window, page](const QString &what) {
                         window.say(what);
                         if (window.tabs().currentPage() == page)
                             window.tabs().closeCurrent();
                     });
    return page;
}

} // namespace squall::ui
