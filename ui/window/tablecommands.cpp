#include "ui/window/tablecommands.h"

#include "models/tablefilter.h"
#include "ui/commands/commands.h"
#include "ui/inspector/rowpanel.h"
#include "ui/inspector/sidepanel.h"
#include "ui/review/reviewpage.h"
#include "ui/table/copying.h"
#include "ui/table/tableview.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tabarea.h"

#include <QCoreApplication>

#include <functional>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TableCommands)
};

/// Adds commands of the table in front.
class Adding
{
public:
    using Act = std::function<void(TableView &)>;
    /// Why not, or nothing.
    using Refuse = std::function<QString(TableView &)>;

    Adding(MainWindow &window, Commands &commands)
        : m_window(window)
        , m_commands(commands)
    {
    }

    void add(const QString &id, const QString &text, const QList<QKeySequence> &keys, const Act &act,
             const Refuse &refuse = {}) const
    {
        const auto table = [&window = m_window] {
            return qobject_cast<TableView *>(window.tabs().currentPage());
        };
        const auto unavailable = [table, refuse] {
            auto *view = table();
            if (!view)
                return Text::tr("No table is in front.");
            return refuse ? refuse(*view) : QString();
        };
        m_commands.addOfView(
            id, text, keys,
            [&window = m_window, table, act, unavailable] {
                if (const auto why = unavailable(); !why.isEmpty())
                    window.say(why);
                else
                    act(*table());
            },
            unavailable);
    }

private:
    MainWindow &m_window;
    Commands &m_commands;
};

/// What the review does with the row that is chosen in it.
void addReview(MainWindow &window, Commands &commands)
{
    const auto review = [&window] { return qobject_cast<ReviewPage *>(window.tabs().currentPage()); };
    const auto add = [&](const QString &id, const QString &text, const QList<QKeySequence> &keys,
                         void (ReviewPage::*act)()) {
        commands.addOfView(
            id, text, keys,
            [review, act] {
                if (auto *page = review())
                    (page->*act)();
            },
            [review] { return review() ? QString() : Text::tr("The review is not in front."); });
    };
    add(u"review.copy"_s, Text::tr("Copy the SQL of the review"), {}, &ReviewPage::copySql);
    add(u"review.goTo"_s, Text::tr("Go from the review to the row"), {QKeySequence(Qt::Key_F4)},
        &ReviewPage::goToRow);
    add(u"review.revert"_s, Text::tr("Revert what is selected in the review"), {QKeySequence(Qt::Key_Delete)},
        &ReviewPage::revertSelected);
    add(u"review.undo"_s, Text::tr("Undo the last step in the review"), {QKeySequence(QKeySequence::Undo)},
        &ReviewPage::undo);
}

} // namespace

void addTableCommands(MainWindow &window, Commands &commands)
{
    addReview(window, commands);
    const Adding adding(window, commands);
    adding.add(u"table.data"_s, Text::tr("Show the rows of the table"), {},
               [](TableView &view) { view.showPart(TableView::Data); });
    adding.add(u"table.structure"_s, Text::tr("Show the structure of the table"), {},
               [](TableView &view) { view.showPart(TableView::Structure); });
    adding.add(u"table.ddl"_s, Text::tr("Show the DDL of the table"), {},
               [](TableView &view) { view.showPart(TableView::Ddl); });
    adding.add(
        u"table.copyDdl"_s, Text::tr("Copy the DDL"), {}, [](TableView &view) { view.copyDdl(); },
        [](TableView &view) {
            return view.part() == TableView::Ddl ? QString() : Text::tr("The DDL is not in front.");
        });
    adding.add(u"table.reload"_s, Text::tr("Reload the table"), TableView::reloadKeys(),
               [](TableView &view) { view.reload(); });
    adding.add(u"table.count"_s, Text::tr("Count the rows"), {}, [](TableView &view) { view.countRows(); });
    adding.add(u"table.columns"_s, Text::tr("Hide, move and pin columns…"), {}, [](TableView &view) {
        view.showPart(TableView::Data);
        view.chooseColumns();
    });
    adding.add(
        u"table.unfilter"_s, Text::tr("Show all rows again"), {},
        [](TableView &view) { view.filter()->apply({}); },
        [](TableView &view) {
            return view.filter() && !view.filter()->filter().isEmpty() ? QString()
                                                                       : Text::tr("Nothing is filtered.");
        });
    adding.add(u"table.addFilter"_s, Text::tr("Add a condition to the filter…"), {}, [](TableView &view) {
        view.showPart(TableView::Data);
        view.addFilterCondition();
    });
    adding.add(
        u"table.hideDeleted"_s, Text::tr("Hide or show rows that are marked as deleted"), {},
        [](TableView &view) {
            auto next = view.filter()->filter();
            next.hideDeleted = !next.hideDeleted;
            view.filter()->apply(next);
        },
        [](TableView &view) {
            return view.filter() && models::deletedColumn(view.filter()->source())
                       ? QString()
                       : Text::tr("No column marks rows as deleted.");
        });
    adding.add(
        u"column.count"_s, Text::tr("Count the values of the column exactly"), {},
        [&window](TableView &) { window.side().row().countExactly(); },
        [&window](TableView &) {
            return window.side().row().isVisible() ? QString()
                                                   : Text::tr("The row is not shown at the side.");
        });
    adding.add(
        u"cells.copyAs"_s, Text::tr("Copy as…"), TableView::copyAsKeys(),
        [](TableView &view) { view.copying().popUpMenu(); },
        [](TableView &view) {
            return view.part() == TableView::Data ? QString() : Text::tr("The rows are not in front.");
        });
}

} // namespace squall::ui
