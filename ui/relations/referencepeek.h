#pragma once

#include "core/catalog/snapshot.h"
#include "models/referencereader.h"
#include "ui/grid/gridselection.h"
#include "ui/relations/rowcard.h"

#include <QPointer>
#include <QTimer>

#include <optional>

class QKeyEvent;

namespace squall::ui {

class Grid;
class Theme;

/// Shows the row that a foreign key in a grid's cell leads to, without going there: beside the cell that the
/// mouse rests on, or with Alt+Down beside the current one, along with which it goes until Esc.
class ReferencePeek : public QObject
{
    Q_OBJECT

public:
    ReferencePeek(const Theme &theme, Grid &grid, QObject *parent = nullptr);
    ~ReferencePeek() override;

    /// What the grid shows; `sessions` outlives this.
    void setTable(pg::SessionPool *sessions, const catalog::SnapshotPtr &snapshot,
                  const models::RelationsPtr &relations, const ObjectId &table);

    /// New rows that are staged can be led to as well; `changes` outlives this.
    void setStaged(const models::StagedChanges *changes) { m_reader.setStaged(changes); }

    /// Shows where the current cell leads to, or hides it again.
    void peek();
    /// Why that cannot be done now; empty when it can.
    QString unavailable() const;
    bool isShown() const;
    void hide();

signals:
    void refused(const QString &why);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Target
    {
        models::Relation relation;
        models::RelationKey key;
    };

    std::optional<models::Relation> relationAt(const CellPosition &cell) const;
    std::optional<Target> targetAt(const CellPosition &cell) const;
    int loadedRow(const CellPosition &cell) const;
    CellPosition cellAt(const QPoint &position) const;
    bool takeKey(const QKeyEvent &event, bool pressed);
    void hover(const QPoint &position);
    void dwell();
    void withdraw();
    void followCurrent();
    void stay();
    bool look(const CellPosition &cell);
    void refresh();
    void show();
    void makeCard();
    RowCard::Content contentFor(int row) const;
    void follow();

    const Theme &m_theme;
    Grid &m_grid;
    pg::SessionPool *m_sessions = nullptr;
    catalog::SnapshotPtr m_snapshot;
    ObjectId m_table;
    models::RelationsPtr m_all;
    mutable std::optional<std::vector<models::Relation>> m_relations; ///< once somebody needed them
    models::ReferenceReader m_reader;
    QPointer<RowCard> m_card; ///< belongs to the window
    CellPosition m_hovered;
    CellPosition m_cell;  ///< that the card is for
    QRect m_place;        ///< where that was when it was looked at
    bool m_asked = false; ///< by key: it goes along with the current cell
    QTimer m_dwelling;
    QTimer m_leaving;
    QTimer m_patience; ///< ends when a row has been on its way long enough to say so
};

} // namespace squall::ui
