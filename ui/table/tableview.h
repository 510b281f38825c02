#pragma once

#include "core/catalog/snapshot.h"
#include "core/edit/rowidentity.h"
#include "models/latest.h"
#include "models/project/projectschema.h"
#include "models/relationkey.h"
#include "ui/commands/stoppable.h"
#include "ui/table/tableplace.h"

#include <QKeySequence>
#include <QPointer>
#include <QWidget>

#include <functional>
#include <memory>

class QButtonGroup;
class QHBoxLayout;
class QPlainTextEdit;
class QStackedWidget;
class QToolButton;

namespace squall::models {
class EditedRowModel;
class OpenDatabase;
class RowWindowModel;
class SavedFilters;
class TableFilter;
} // namespace squall::models

namespace squall::ui {

class Copying;
class EditBar;
class FilterBar;
class Grid;
class ReferencePeek;
class RowCountButton;
class RowFocus;
class RowsView;
class SelectionSummary;
class StructureView;
class TableColumns;
class TableRelations;
class Theme;
class ValueSplit;

/// One relation in a tab: its rows, its structure, and the SQL that makes it.
class TableView : public QWidget, public Stoppable
{
    Q_OBJECT

public:
    enum Part { Data, Structure, Ddl };

    /// Takes the rows over.
    TableView(const Theme &theme, std::unique_ptr<models::EditedRowModel> rows, ObjectId id,
              QWidget *parent = nullptr);
    ~TableView() override;

    const ObjectId &id() const { return m_id; }
    models::RowWindowModel &rows() { return *m_rows; }
    models::EditedRowModel &editedRows() { return *m_edited; }
    RowsView &data() { return *m_data; }
    EditBar &edits() { return *m_edits; }
    Grid &grid();
    /// Puts a bar above the rows that filters them.
    void setFilter(std::unique_ptr<models::TableFilter> filter, models::SavedFilters *saved);
    /// Shows in the grid what points to its rows.
    void setRelations(models::OpenDatabase &database);
    /// nullptr when nobody has set them.
    TableRelations *relations() const { return m_relations; }
    /// Where the focus is, or was last: the table's own rows, or others that lie open below one of them.
    RowsView &rowsInFront();
    /// To quick find, or to the condition in SQL.
    void focusFilter(bool where);
    /// nullptr when nobody has set one.
    models::TableFilter *filter() const { return m_filter.get(); }
    /// The schema as it is now; what is shown follows it.
    void setSnapshot(const catalog::SnapshotPtr &snapshot);
    const catalog::SnapshotPtr &snapshot() const { return m_snapshot; }
    Part part() const;
    void showPart(Part part);
    /// The cursor goes to this row as soon as it is there; one that is not loaded is filtered for.
    void showRow(const edit::RowIdentity &row, qint64 newRow, const QString &column);
    /// Where one is now, and back to where one was.
    TablePlace place() const;
    void goTo(const TablePlace &place);
    /// Stands at the beginning of the bar.
    void addLeading(QWidget *widget);
    /// Reads the rows again.
    void reload();
    static QList<QKeySequence> reloadKeys() { return {Qt::Key_F5, Qt::CTRL | Qt::Key_R}; }
    static QList<QKeySequence> copyAsKeys() { return {Qt::CTRL | Qt::SHIFT | Qt::Key_C}; }
    /// Of the rows in front, those around them, copying and filtering: whatever the server is busy with.
    bool stop() override;
    /// As a click on their buttons.
    void countRows();
    void chooseColumns();
    void copyDdl();
    void addFilterCondition();
    TableColumns &columns() { return *m_columns; }
    QString summary() const;
    Copying &copying();
    /// Where the foreign key in a cell leads to.
    ReferencePeek &peek() { return *m_peek; }
    /// How it is looked at, to be given to `restoreLook` when it is opened again.
    QByteArray look() const;
    void restoreLook(const QByteArray &look);

signals:
    /// F5 on the structure or the SQL: the schema should be read again.
    void schemaReloadRequested();
    void notice(const QString &text);
    void partChanged();
    /// The rows are asked for by another filter.
    void filterChanged();
    /// What the selected cells come to.
    void summaryChanged(const QString &text);
    /// Columns, sorting or place are other ones.
    void lookChanged();
    /// Rows of another table lie open in this one from now on.
    void rowsOpened(squall::ui::RowsView &rows);
    /// The rows that point to one of these are wanted in a tab of their own.
    void pointingRequested(const squall::models::Relation &relation, const squall::models::RelationKey &key);
    /// Somebody wants to see what is staged, in order to apply it.
    void reviewRequested();
    /// The same, at what is staged in this table.
    void reviewHereRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void filterFor(const edit::RowIdentity &row);
    void onceLoaded(std::function<void()> act);
    QHBoxLayout *makeBar();
    void addPart(Part part, const QString &text, const QString &name);
    void setPart(int part);
    void updateSchema();
    void updateCount();
    void tint();

    const Theme &m_theme;
    ObjectId m_id;
    std::unique_ptr<models::EditedRowModel> m_edited;
    models::RowWindowModel *m_rows; ///< what the edits are laid over
    std::unique_ptr<models::TableFilter> m_filter;
    catalog::SnapshotPtr m_snapshot;
    catalog::SnapshotPtr m_shownSchema; ///< what structure and SQL were made from
    models::ProjectSchemaPtr m_shownProject;
    models::Latest<QString> m_writing;

    QButtonGroup *m_parts;
    QHBoxLayout *m_segments;
    RowCountButton *m_count;
    QToolButton *m_chooser;
    EditBar *m_edits;
    QToolButton *m_copy;
    QToolButton *m_reload;
    QStackedWidget *m_pages;
    FilterBar *m_filterBar = nullptr;
    RowsView *m_data;
    ValueSplit *m_values;
    TableColumns *m_columns;
    TableRelations *m_relations = nullptr;
    SelectionSummary *m_summary;
    RowFocus *m_focus;
    bool m_filteredFor = false;  ///< the filter that is being applied is for one row to go to
    QPointer<QObject> m_waiting; ///< for rows to go to a place among them
    ReferencePeek *m_peek;
    StructureView *m_structure;
    QPlainTextEdit *m_ddl;
};

} // namespace squall::ui
