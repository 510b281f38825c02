#pragma once

#include "core/base/query.h"
#include "core/base/result.h"
#include "models/latest.h"
#include "models/relatedcounts.h"
#include "models/rowfields.h"
#include "models/statisticsreader.h"
#include "ui/grid/celleditor.h"
#include "ui/inspector/sidearea.h"

#include <QPointer>
#include <QTimer>

class QLabel;

namespace squall::ui {

class ElidedLabel;
class FieldEditing;
class RelatedList;
class RowForm;
class RowsView;
class StatisticsCard;
class TableView;
class Theme;

/// The current row of a table as a form, and what is known about its current column. Where other rows lie
/// open in the table, those that have the focus are followed.
class RowPanel : public SideArea
{
    Q_OBJECT

public:
    explicit RowPanel(const Theme &theme, QWidget *parent = nullptr);

    /// Follows the table's current cell; nullptr follows none.
    void follow(TableView *table);
    TableView *table() const { return m_table; }
    /// Looks at the current row now; while it is hidden it follows nothing.
    void refresh() { showRow(); }
    /// To the value of the current column; back to the rows with Esc.
    void focusRow();
    /// What is counted because somebody asked for it; false when nothing is.
    bool stop() { return m_reader.stop(); }
    /// The values of the current column.
    void countExactly() { m_reader.countExactly(); }
    /// How long counting what points to a row may take unasked; tests on a slow machine need more.
    void setPatience(std::chrono::milliseconds patience) { m_counts.setPatience(patience); }

signals:
    /// Somebody went to a cell.
    void moved();
    /// The rows that point to another with this key are to be seen.
    void pointingRequested(const squall::models::Relation &relation, const squall::models::RelationKey &key);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void lookAt(RowsView *view);
    void connectView();
    /// The rows that are followed are the table's own.
    bool isOwn() const;
    void settle();
    void showRow();
    QString title(const std::vector<models::RowField> &fields) const;
    void readWhole(const QString &name);
    void edit(const QString &name);
    void enlarge(const QString &name);
    void leaveEditor(CellEditor::Exit exit);
    bool goTo(const QString &name);
    void followReference(const QString &name);
    void learnRelations();
    void countRelated(int row);
    int loadedRow() const;

    const Theme &m_theme;
    QPointer<TableView> m_table;
    QPointer<RowsView> m_view; ///< in it
    ElidedLabel *m_title;
    QLabel *m_hint;
    RowForm *m_form;
    FieldEditing *m_editing;
    QString m_edited; ///< the column that is, or was last
    qint64 m_shownRow = -1;
    models::RelatedCounts m_counts;
    RelatedList *m_related;
    ObjectId m_relationsOf;
    catalog::SnapshotPtr m_snapshot;
    models::RelationsPtr m_all;
    std::vector<models::Relation> m_relations; ///< that begin in the table, in this snapshot
    models::StatisticsReader m_reader;
    StatisticsCard *m_card;
    /// Who holds an arrow key down is followed when it is let go.
    QTimer m_settling;
    models::Latest<Result<Query::Parameter>> m_whole;
};

} // namespace squall::ui
