#pragma once

#include "core/edit/rowidentity.h"
#include "models/relatedrows.h"
#include "ui/grid/gridlayout.h"

#include <QObject>

#include <vector>

namespace squall::models {
class EditedRowModel;
class OpenDatabase;
class VisibleCounts;
} // namespace squall::models

namespace squall::ui {

class NestedRows;
class RowsView;
class Theme;

/// The rows of a grid that lie open, each with what points to it below it. They are kept by their identity:
/// they stay open when the rows are read again, and close when these come in another order, by another
/// filter, or without them.
class OpenedRows : public QObject
{
    Q_OBJECT

public:
    /// More would not be looked at; the one opened first closes.
    static constexpr size_t mostOpened = 12;

    OpenedRows(const Theme &theme, RowsView &view, models::VisibleCounts &counts,
               models::OpenDatabase &database, QObject *parent = nullptr);

    bool canOpen(qint64 row) const;
    bool isOpen(qint64 row) const { return find(row) != nullptr; }
    size_t count() const { return m_opened.size(); }
    NestedRows *panel(qint64 row) const;
    /// Of a row that can be opened; if it is open, by this relation from now on.
    void open(qint64 row, const models::Relation &relation);
    void close(qint64 row);
    /// There are others now; what was open by one that is gone closes.
    void setRelations(const std::vector<models::Relation> &relations);
    /// Says so, if any were open.
    void closeAll(const QString &why);
    /// What the open rows contain is read again.
    void reload();
    /// The rows that have the focus, or had it last, if they lie below one.
    RowsView *inFront() const;

signals:
    void changed();
    /// These rows are shown for the first time.
    void rowsOpened(squall::ui::RowsView &rows);
    void relationChosen(const squall::models::Relation &relation);
    void tabRequested(const squall::models::Relation &relation, const squall::models::RelationKey &key);
    void notice(const QString &text);

private:
    struct Opened
    {
        edit::RowIdentity identity;
        qint64 row;
        NestedRows *panel; ///< a child of the grid's viewport
    };

    const Opened *find(qint64 row) const;
    NestedRows *makePanel(const edit::RowIdentity &identity);
    void drop(size_t index);
    void dropOf(const edit::RowIdentity &identity);
    qint64 rowOf(const edit::RowIdentity &identity) const;
    void follow();
    bool followOne(Opened &opened);
    void arrange();
    void place();

    const Theme &m_theme;
    RowsView &m_view;
    models::EditedRowModel &m_rows;
    models::VisibleCounts &m_counts;
    models::OpenDatabase &m_database;
    std::vector<Opened> m_opened;  ///< in the order in which they were opened
    std::vector<RowRoom> m_panels; ///< as the grid has them
};

} // namespace squall::ui
