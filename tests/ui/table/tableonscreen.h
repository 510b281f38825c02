#pragma once

#include "models/editedrowmodel.h"
#include "models/opendatabase.h"
#include "models/rowwindowmodel.h"
#include "tests/support/testserver.h"
#include "ui/grid/grid.h"
#include "ui/table/tableview.h"
#include "ui/theme/theme.h"

#include <QSize>

#include <functional>
#include <memory>

namespace squall::test {

/// A database made by a script, opened as the window would, and one of its tables in view.
class TableOnScreen
{
public:
    /// `adapt` may change how the connection is made.
    explicit TableOnScreen(const QString &script,
                           const std::function<void(models::ConnectionForm &)> &adapt = {});
    ~TableOnScreen();

    models::OpenDatabase &database() { return *m_database; }
    /// Another client of the same database.
    pg::Connection &other() { return *m_other; }

    /// In place of the one before; it is read and has the focus.
    void open(const QString &name, Kind kind = Kind::Table, QSize size = {1000, 500});
    void close() { m_view.reset(); }
    /// Nothing is staged any more.
    void clear();

    ui::TableView &view() { return *m_view; }
    ui::Grid &grid() { return m_view->grid(); }
    models::EditedRowModel &rows() { return m_view->editedRows(); }
    /// What is said below the rows.
    QString remark() const;
    /// A cell as a person reads it: `NULL` and `=default` for what is no text.
    QString shown(qint64 row, int column) const;
    /// Every marked cell, `row:column ~ value`, and the rows that are new (`+`) or removed (`-`).
    QString marks() const;

private:
    pg::ConnectionOptions m_options;
    std::unique_ptr<pg::Connection> m_other;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<models::OpenDatabase> m_database;
    std::unique_ptr<ui::TableView> m_view;
};

/// What somebody does to what has the focus, one step a word: a key by its name, or `'` and what is typed.
void perform(const QString &keys);

} // namespace squall::test
