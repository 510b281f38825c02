#include "ui/window/objectpages.h"

#include "core/base/quote.h"
#include "models/editedrowmodel.h"
#include "models/rowwindowmodel.h"
#include "models/stagedchanges.h"
#include "models/studio.h"
#include "models/tablefilter.h"
#include "ui/table/editbar.h"
#include "ui/table/tableview.h"
#include "ui/window/definitionpage.h"

#include <QTimer>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Scrolling says often where it is.
constexpr int saveLookMs = 500;

/// Brings back how the table was looked at last, and keeps it from now on.
void keepLook(TableView &view, models::Studio &studio)
{
    const auto name = u"look/"_s + quote(view.id().schema, view.id().name);
    view.restoreLook(studio.setting(studio.connectionId(), name));
    auto *saving = new QTimer(&view);
    saving->setSingleShot(true);
    saving->setInterval(saveLookMs);
    QObject::connect(&view, &TableView::lookChanged, saving, qOverload<>(&QTimer::start));
    saving->callOnTimeout(&view, [&view, &studio, owner = studio.connectionId(), name] {
        studio.saveSetting(owner, name, view.look());
    });
}

QWidget *makeTablePage(const TabContent &content, models::Studio &studio, const Theme &theme, QWidget *parent)
{
    auto &database = *studio.database();
    auto rows = database.editedRows(content.object);
    if (!rows)
        return nullptr;
    auto *view = new TableView(theme, std::move(rows), content.object, parent);
    view->setSnapshot(database.snapshot());
    view->setRelations(database);
    keepLook(*view, studio);
    const auto countChanges = [view, &database] {
        view->edits().setChangeCount(database.changes().changeCount());
    };
    QObject::connect(&database.changes(), &models::StagedChanges::changed, view, countChanges);
    countChanges();
    view->setFilter(database.workbench().filter(view->rows()), &studio.savedFilters());
    if (const auto filter = models::filterFromJson(content.text.toUtf8()); filter && !filter->isEmpty())
        view->filter()->start(*filter);
    if (content.view == u"structure")
        view->showPart(TableView::Structure);
    else if (content.view == u"ddl")
        view->showPart(TableView::Ddl);
    QObject::connect(&database, &models::OpenDatabase::snapshotChanged, view,
                     [view, &database] { view->setSnapshot(database.snapshot()); });
    QObject::connect(&database, &models::OpenDatabase::projectChanged, view,
                     [view, &database] { view->setSnapshot(database.snapshot()); });
    QObject::connect(view, &TableView::schemaReloadRequested, &database, &models::OpenDatabase::reload);
    return view;
}

} // namespace

TabContent contentFor(const ObjectId &id)
{
    switch (id.kind) {
    case Kind::Table:
    case Kind::ForeignTable:
    case Kind::View:
    case Kind::MaterializedView:
        return {.kind = u"table"_s, .object = {id.kind, id.schema, id.name}, .title = id.name};
    default: return {.kind = u"definition"_s, .object = id, .title = id.name};
    }
}

void useSavedFilter(QWidget *page, models::Studio &studio, const ObjectId &id)
{
    auto *view = qobject_cast<TableView *>(page);
    if (!view || !view->filter() || id.part.isEmpty())
        return;
    if (const auto *saved = studio.savedFilters().find(view->id(), id.part)) {
        view->showPart(TableView::Data);
        view->filter()->start(saved->filter);
    }
}

QString filterOf(const TableView &view)
{
    const auto *filter = view.filter();
    return filter && !filter->filter().isEmpty() ? QString::fromUtf8(models::toJson(filter->filter()))
                                                 : QString();
}

QString viewName(const TableView &view)
{
    switch (view.part()) {
    case TableView::Data: return u"data"_s;
    case TableView::Structure: return u"structure"_s;
    case TableView::Ddl: return u"ddl"_s;
    }
    return {};
}

QWidget *makeObjectPage(const TabContent &content, models::Studio &studio, const Theme &theme,
                        QWidget *parent)
{
    if (studio.database() && content.kind == u"table") {
        if (auto *page = makeTablePage(content, studio, theme, parent))
            return page;
    }
    return new DefinitionPage(content.object, studio, theme, parent);
}

} // namespace squall::ui
