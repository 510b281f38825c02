#pragma once

#include "core/catalog/snapshot.h"
#include "models/editedrowmodel.h"

#include <QSplitter>
#include <QTimer>

namespace squall::ui {

class BigEditor;
class RowsView;
class Theme;
struct EditedColumn;

/// A relation's rows with the editors that fit the types of its columns: small ones in the cells, and below
/// the rows a big one for a single value.
class ValueSplit : public QSplitter
{
    Q_OBJECT

public:
    /// Takes the rows' view in.
    ValueSplit(const Theme &theme, RowsView &rows, models::EditedRowModel &model, QWidget *parent = nullptr);

    void setSnapshot(const catalog::SnapshotPtr &snapshot) { m_snapshot = snapshot; }
    bool isOpen() const;
    /// What was changed in the big editor counts from now on, and it closes.
    void finish();

private:
    void open(qint64 row, int column, const edit::NewValue &value);
    EditedColumn describe(const models::Cell &cell) const;
    QString typeOf(int column) const;
    bool isShown(const models::Cell &cell, const edit::NewValue &value) const;
    void draft();
    void keep(const edit::NewValue &value);
    void leave();

    const Theme &m_theme;
    RowsView &m_rows;
    models::EditedRowModel &m_model;
    BigEditor *m_editor;
    catalog::SnapshotPtr m_snapshot;
    // The cell that is open, whatever number its row has by now and whether or not it is loaded.
    int m_column = 0;
    std::optional<models::TouchedRow> m_row;
    QTimer m_drafting; ///< between two drafts: a value may be long
};

} // namespace squall::ui
