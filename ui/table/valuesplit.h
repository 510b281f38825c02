#pragma once

#include "core/catalog/snapshot.h"
#include "models/editedrowmodel.h"

#include <QSplitter>

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

signals:
    void notice(const QString &text);

private:
    void open(qint64 row, int column, const edit::NewValue &value);
    EditedColumn describe(const models::Cell &cell) const;
    QString typeOf(int column) const;
    bool isShown(const models::Cell &cell, const edit::NewValue &value) const;
    void keep(const edit::NewValue &value);
    void leave();
    qint64 rowNow() const;

    const Theme &m_theme;
    RowsView &m_rows;
    models::EditedRowModel &m_model;
    BigEditor *m_editor;
    catalog::SnapshotPtr m_snapshot;
    // The cell that is open, whatever number its row has by now.
    int m_column = 0;
    std::optional<edit::RowIdentity> m_row;
    qint64 m_newRow = 0;
};

} // namespace squall::ui
