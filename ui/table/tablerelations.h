#pragma once

#include "core/catalog/snapshot.h"
#include "models/relatedrows.h"
#include "ui/table/openedrows.h"

#include <QJsonObject>
#include <QObject>

class QMenu;

namespace squall::models {
class OpenDatabase;
class VisibleCounts;
} // namespace squall::models

namespace squall::ui {

class RelatedMargin;
class RowsView;
class Theme;

/// What points to the rows of a table, in its grid: counts beside the rows, and the rows themselves below
/// them. It goes before the view and its rows do.
class TableRelations : public QObject
{
    Q_OBJECT

public:
    TableRelations(const Theme &theme, RowsView &view, models::OpenDatabase &database,
                   QObject *parent = nullptr);
    ~TableRelations() override;

    void setSnapshot(const catalog::SnapshotPtr &snapshot);
    models::VisibleCounts &counts() { return *m_counts; }
    OpenedRows &opened() { return *m_opened; }

    /// Why nothing here can be counted or opened; empty when it can.
    QString unavailable() const;
    /// All counts, or none.
    void toggleCounts();
    /// The current row's, and into it.
    void enterCurrent();
    /// A count for each relation, checked when it shows.
    QMenu *makeMenu(QWidget *parent);

    QJsonObject look() const;
    void restoreLook(const QJsonObject &look);

signals:
    /// Something to be remembered.
    void changed();
    void notice(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watch(bool visible);
    void toggle(qint64 row, int note);
    void enter(qint64 row);
    /// By which one opens the row that nobody chose.
    const models::Relation *usual(qint64 row) const;
    const models::Relation *find(const QString &id) const;
    void choose(const QStringList &ids);

    RowsView &m_view;
    models::VisibleCounts *m_counts;
    OpenedRows *m_opened;
    RelatedMargin *m_margin;
    QString m_last; ///< relationId of the one that was last opened
    /// As it was kept, until the schema is there.
    QStringList m_wanted;
};

} // namespace squall::ui
