#include "models/cellrole.h"
#include "models/editedrowmodel.h"
#include "models/mergemodel.h"
#include "models/opendatabase.h"
#include "models/reviewmodel.h"
#include "models/rowmerges.h"
#include "models/rowwindowmodel.h"
#include "models/stagedchanges.h"
#include "models/studio.h"
#include "models/tablefilter.h"
#include "ui/commands/commands.h"
#include "ui/edit/bigeditor.h"
#include "ui/grid/grid.h"
#include "ui/review/reviewpage.h"
#include "ui/table/tableview.h"
#include "ui/tour/tour.h"
#include "ui/window/mainwindow.h"
#include "ui/window/tabarea.h"

// What the tour does to a table: filters it, stages changes, opens the editors, reviews. Nothing is written:
// the one batch that it sends asserts a value that its row, as it was just read, does not have, so that the
// server refuses it and there is a merge to see.
namespace squall::ui {

using namespace Qt::StringLiterals;
using edit::NewValue;
using models::FilterCondition;
using models::FilterOperator;
using models::RowWindowModel;
using models::TypeKind;

namespace {

int columnOf(const models::EditedRowModel &rows, TypeKind kind)
{
    for (int column = 0; column < rows.columnCount(); ++column) {
        const auto header = [&](int role) { return rows.headerData(column, Qt::Horizontal, role); };
        if (header(models::TypeKindRole).value<TypeKind>() == kind &&
            !header(models::PrimaryKeyRole).toBool() && !header(models::GeneratedRole).toBool())
            return column;
    }
    return -1;
}

} // namespace

bool Tour::isSettled(TableView *view)
{
    return view && view->rows().state() == RowWindowModel::State::Ready && !view->rows().isReading() &&
           !(view->filter() && view->filter()->isBusy());
}

TableView *Tour::table() const
{
    return qobject_cast<TableView *>(m_window.tabs().currentPage());
}

void Tour::addFilterSteps()
{
    add(
        u"filtering"_s,
        [this] {
            auto *view = table();
            const int column = view ? columnOf(view->editedRows(), TypeKind::Number) : -1;
            if (column < 0 || !view->filter())
                return;
            const auto name = view->editedRows().headerData(column, Qt::Horizontal).toString();
            models::RowFilter filter;
            filter.conditions.members.emplace_back(
                FilterCondition{name, FilterOperator::GreaterOrEqual, {u"1000"_s}});
            filter.conditions.members.emplace_back(FilterCondition{name, FilterOperator::Less, {u"20000"_s}});
            view->filter()->apply(filter);
        },
        [this] { return isSettled(table()); });
    add(
        u"filtered-to-nothing"_s,
        [this] {
            if (auto *view = table(); view && view->filter())
                view->filter()->apply({.quickFind = u"no row says this"_s});
        },
        [this] { return isSettled(table()); });
}

void Tour::addEditingSteps()
{
    addChanging(
        u"editing"_s,
        [this] {
            auto *view = table();
            if (!view)
                return;
            if (view->filter())
                view->filter()->apply({});
            m_staged = false;
        },
        [this] {
            if (!isSettled(table()) || table()->rows().rowCount() < 10)
                return false;
            if (!m_staged)
                stageSome();
            m_staged = true;
            return (m_studio.database()->changes().changeCount() > 2 ||
                    !table()->editedRows().refusal().isEmpty());
        });
    const auto enlarge = [this](TypeKind kind) {
        return [this, kind] {
            auto *view = table();
            const int column = view ? columnOf(view->editedRows(), kind) : -1;
            if (column < 0)
                return;
            auto &rows = view->editedRows();
            for (int row = 4; row < rows.rowCount(); ++row) {
                if (rows.index(row, column).data(models::NullRole).toBool())
                    continue;
                view->grid().setCurrentCell({row, column});
                break;
            }
            m_window.commands().run(u"cells.enlarge"_s);
        };
    };
    const auto enlarged = [this](TypeKind kind) {
        return [this, kind] {
            const auto *editor = m_window.findChild<BigEditor *>();
            return !table() || columnOf(table()->editedRows(), kind) < 0 || (editor && editor->isVisible());
        };
    };
    addChanging(u"editor-json"_s, enlarge(TypeKind::Json), enlarged(TypeKind::Json));
    addChanging(u"editor-array"_s, enlarge(TypeKind::Array), enlarged(TypeKind::Array));
}

/// A new row, a changed one and a removed one.
void Tour::stageSome()
{
    auto &rows = table()->editedRows();
    const int number = columnOf(rows, TypeKind::Number);
    const int text = columnOf(rows, TypeKind::Text);
    rows.removeRows({9});
    if (number >= 0)
        rows.setCells({{.row = 4, .column = number}}, NewValue::of("10500"));
    const auto added = rows.addRow();
    if (added >= 0 && text >= 0)
        rows.setCells({{.row = added, .column = text}}, NewValue::of("Long run, easy"));
    // What was staged for the fifth row stands one further down now.
    table()->grid().setCurrentCell({5, std::max(number, 0)});
    table()->grid().scrollToRow(0);
}

void Tour::addReviewSteps()
{
    addChanging(
        u"review"_s, [this] { m_window.commands().run(u"changes.review"_s); },
        [this] {
            return m_studio.database()->changes().changeCount() == 0 ||
                   (shown("reviewPage") && m_studio.database()->review().canApply());
        });
    addChanging(
        u"merge"_s,
        [this] {
            auto &changes = m_studio.database()->changes();
            for (const auto &relation : changes.relations()) {
                auto edits = changes.edits(relation);
                const auto rows = edits.rows();
                const auto added = edits.newRows();
                for (const auto &row : added)
                    edits.removeNew(row.id);
                for (auto it = rows.begin(); it != rows.end(); ++it) {
                    auto original = it->original;
                    edits.revert(it.key());
                    for (auto value = it->values.begin(); value != it->values.end(); ++value) {
                        auto &read = original[value.key()];
                        read = QByteArray::number(read ? read->toLongLong() + 1 : 10'000);
                        edits.set(it.key(), original, value.key(), *value);
                    }
                }
                changes.stage(edits, {});
            }
            m_mergeAsked = false;
        },
        [this] {
            auto &review = m_studio.database()->review();
            if (!m_mergeAsked && review.canApply() && review.changeCount() == 1) {
                m_mergeAsked = true;
                review.apply();
            }
            return review.merges().isMerging() || m_studio.database()->changes().changeCount() == 0;
        });
    addChanging(
        u"table-again"_s,
        [this] {
            auto &changes = m_studio.database()->changes();
            m_studio.database()->review().merges().drop();
            changes.clear(changes.relations());
            if (qobject_cast<ReviewPage *>(m_window.tabs().currentPage()))
                m_window.tabs().closeCurrent();
        },
        [this] {
            return m_studio.database()->changes().changeCount() == 0 &&
                   m_studio.database()->review().rowCount() == 0;
        });
}

} // namespace squall::ui
