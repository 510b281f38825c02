#include "models/cellrole.h"
#include "models/palettemodel.h"
#include "models/project/recentprojects.h"
#include "models/rowwindowmodel.h"
#include "models/studio.h"
#include "ui/commands/commands.h"
#include "ui/connection/connectiondialog.h"
#include "ui/connection/startpage.h"
#include "ui/grid/grid.h"
#include "ui/navigator/navigatorpanel.h"
#include "ui/palette/palettepopup.h"
#include "ui/relations/rowcard.h"
#include "ui/sql/sqlpage.h"
#include "ui/table/tableview.h"
#include "ui/theme/theme.h"
#include "ui/tour/tour.h"
#include "ui/window/mainwindow.h"
#include "ui/window/sqltabs.h"
#include "ui/window/tabarea.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <utility>

// What the tour goes to see, in this order.
namespace squall::ui {

using namespace Qt::Literals::StringLiterals;
using models::ConnectionForm;

using models::OpenDatabase;

void Tour::addStartSteps()
{
    add(
        u"start-page"_s,
        [this] {
            auto &connections = m_studio.connections();
            connections.save(
                {.name = u"coaching"_s, .host = u"localhost"_s, .database = u"dev"_s, .user = u"mara"_s});
            connections.save({.name = u"coaching"_s,
                              .host = u"db.example.com"_s,
                              .database = u"staging"_s,
                              .user = u"mara"_s});
            connections.save({.name = u"coaching"_s,
                              .host = u"db.example.com"_s,
                              .database = u"production"_s,
                              .user = u"readonly"_s,
                              .sslMode = u"verify-full"_s});
            m_window.findChild<StartPage *>()->setProjects(
                {{u"coaching"_s, u"/home/mara/src/coaching/drizzle.config.ts"_s, {}},
                 {u"web"_s, u"/home/mara/src/shop/apps/web/drizzle.config.ts"_s, u".env.test"_s}});
        },
        [this] { return shown("startPage") != nullptr; });
    add(
        u"connection-dialog"_s,
        [this] {
            auto *dialog = m_window.showConnections();
            dialog->edit(*m_studio.connections().form(
                m_studio.connections().index(2).data(models::ConnectionsModel::IdRole).toString()));
        },
        [this] { return shown("connectionDialog") != nullptr; });
    add(
        u"connection-dialog-error"_s,
        [this] {
            auto form = models::formFromUrl(m_options.url);
            if (!form)
                return;
            form->name = u"coaching"_s;
            form->database = u"no_such_database"_s;
            m_window.showConnections()->edit(*form);
            m_window.showConnections()->test();
        },
        [this] {
            const auto *outcome = m_window.findChild<QPlainTextEdit *>(u"connectionOutcome"_s);
            return outcome && outcome->isVisible() &&
                   outcome->toPlainText().contains(u"no_such_database"_s) &&
                   !outcome->toPlainText().endsWith(u'…');
        });
}

void Tour::addStateSteps()
{
    add(
        u"loading"_s,
        [this] {
            m_window.showConnections()->hide();
            m_studio.openDatabase({.host = m_stalled.host(), .database = u"coaching"_s});
        },
        [this] {
            return m_stalled.isListening() && m_studio.database()->state() == OpenDatabase::State::Connecting;
        });
    add(
        u"failed"_s,
        [this] {
            auto form = models::formFromUrl(m_options.url);
            if (!form)
                return;
            form->database = u"no_such_database"_s;
            m_studio.openDatabase(*form);
        },
        [this] { return m_studio.database()->state() == OpenDatabase::State::Failed; });
}

void Tour::openDatabase(std::optional<ConnectionClass> as)
{
    auto form = models::formFromUrl(m_options.url);
    if (!form)
        return;
    form->name = u"coaching"_s;
    if (as)
        form->chosenClass = *as;
    m_studio.openDatabase(*form);
}

void Tour::addNavigatorSteps()
{
    add(
        u"navigator"_s, [this] { openDatabase(); }, [this] { return isOpen() && shown("navigatorTree"); });
    add(
        u"navigator-filter"_s,
        [this] {
            const auto text = isDemo() ? u"plan"_s : subject().name;
            m_window.findChild<QLineEdit *>(u"navigatorFilter"_s)->setText(text);
        },
        [this] { return shown("navigatorTree") != nullptr; });
}

void Tour::addObjectSteps()
{
    add(
        u"table-data"_s,
        [this] {
            m_window.findChild<QLineEdit *>(u"navigatorFilter"_s)->clear();
            m_window.openObject(subject());
        },
        [this] { return isShowing(TableView::Data); });
    addRowSteps();
    addRelationSteps();
    addFilterSteps();
    addEditingSteps();
    addReviewSteps();
    add(
        u"table-structure"_s, [this] { showPart(TableView::Structure); },
        [this] { return isShowing(TableView::Structure); });
    add(
        u"table-ddl"_s, [this] { showPart(TableView::Ddl); },
        [this] {
            const auto *text = m_window.findChild<QPlainTextEdit *>(u"tableDdl"_s);
            return isShowing(TableView::Ddl) && text &&
                   text->toPlainText().contains(u"CREATE TABLE"_s, Qt::CaseInsensitive);
        });
    addRelatedSteps();
    add(
        u"table-empty"_s,
        [this] {
            const auto &tables = m_studio.database()->snapshot()->tables;
            const auto empty = std::find_if(tables.begin(), tables.end(), [](const catalog::Table &table) {
                return table.size->rows == 0;
            });
            m_window.previewObject(empty == tables.end() ? subject() : idOf(*empty));
            showPart(TableView::Data);
        },
        [this] { return isShowing(TableView::Data); });
    add(
        u"function"_s,
        [this] {
            for (const auto &function : m_studio.database()->snapshot()->functions) {
                m_window.previewObject(idOf(function));
                return;
            }
        },
        [this] {
            return m_studio.database()->snapshot()->functions.empty() ||
                   (m_window.tabs().currentPage() &&
                    m_window.tabs().currentPage()->objectName() == u"definitionPage");
        });
}

void Tour::addRowSteps()
{
    add(
        u"table-row"_s,
        [this] {
            auto *view = qobject_cast<TableView *>(m_window.tabs().currentPage());
            if (!view)
                return;
            // A number, whose histogram can be drawn.
            for (int column = view->rows().columnCount() - 1; column >= 0; --column) {
                const auto kind = view->rows().headerData(column, Qt::Horizontal, models::TypeKindRole);
                if (kind.value<models::TypeKind>() != models::TypeKind::Number)
                    continue;
                view->grid().setCurrentCell({2, column});
                view->grid().selectCells({2, column, 6, column});
                return;
            }
        },
        [this] { return shown("rowForm") && shown("statisticsSummary"); });
}

/// Where the row leads to, on a card, and beside it what points to the row.
void Tour::addRelationSteps()
{
    const auto keyColumn = [this] {
        auto *view = table();
        for (int column = 0; view && column < view->rows().columnCount(); ++column) {
            if (!view->rows().headerData(column, Qt::Horizontal, models::ReferenceRole).toString().isEmpty())
                return column;
        }
        return -1;
    };
    add(
        u"table-relations"_s,
        [this, keyColumn] {
            if (keyColumn() < 0)
                return;
            table()->grid().setCurrentCell({2, keyColumn()});
            table()->grid().setFocus();
            m_window.commands().run(u"reference.peek"_s);
        },
        [this, keyColumn] {
            const auto *card = qobject_cast<RowCard *>(shown("rowCard"));
            return keyColumn() < 0 || (card && !card->content().fields.empty());
        });
    add(
        u"row-related"_s,
        [this] {
            m_window.commands().run(u"reference.peek"_s);
            const auto *list = m_window.findChild<QWidget *>(u"relatedList"_s);
            auto *panel = m_window.findChild<QScrollArea *>(u"rowPanel"_s);
            panel->verticalScrollBar()->setValue(list->mapTo(panel->widget(), QPoint()).y());
        },
        [this] { return shown("rowForm") != nullptr; });
}

void Tour::showPart(int part)
{
    if (auto *view = qobject_cast<TableView *>(m_window.tabs().currentPage()))
        view->showPart(static_cast<TableView::Part>(part));
}

bool Tour::isShowing(int part) const
{
    const auto *view = qobject_cast<TableView *>(m_window.tabs().currentPage());
    return view && view->part() == part;
}

void Tour::addPaletteSteps()
{
    add(
        u"open-anything"_s, [this] { m_window.openPalette(u"wo"_s); },
        [this] { return shown("palette") != nullptr; });
    add(
        u"command-palette"_s, [this] { m_window.openPalette(u">"_s); },
        [this] { return shown("palette") != nullptr; });
}

void Tour::addProductionSteps()
{
    addChanging(
        u"sql-held"_s,
        [this] {
            m_window.findChild<PalettePopup *>()->hide();
            m_staged = false;
            openDatabase(ConnectionClass::Staging);
        },
        [this] {
            if (!isOpen() || !m_studio.database()->snapshot())
                return false;
            if (!std::exchange(m_staged, true)) {
                openSql(m_window, m_studio,
                        u"update workouts\nset status = 'skipped'\n"
                        "where status = 'planned' and starts_at < now() - interval '2 days';\n"_s,
                        u"skipped.sql"_s);
                sqlPage()->run(SqlCommand::RunAll);
            }
            return sqlPage() && sqlPage()->runner().state() == models::QueryRunner::State::Held &&
                   shown("heldStrip");
        });
    add(
        u"production"_s,
        [this] {
            m_window.findChild<PalettePopup *>()->hide();
            openDatabase(ConnectionClass::Production);
        },
        [this] {
            if (!isOpen())
                return false;
            if (m_window.tabs().count() == 0)
                m_window.openObject(subject());
            return true;
        });
    add(
        u"production-unlock"_s, [this] { m_window.commands().run(u"writing.unlock"_s); },
        [this] { return shown("unlockDialog") != nullptr; });
}

} // namespace squall::ui
