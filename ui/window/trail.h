#pragma once

#include "models/relationkey.h"
#include "ui/table/tableplace.h"

#include <QObject>

#include <optional>
#include <vector>

class QAction;
class QMenu;

namespace squall::models {
class Studio;
}

namespace squall::ui {

class MainWindow;
class RowsView;
class TableView;

/// Goes from a row to those it is related to, and back. Where it leads to, the filter says what one sees.
class Trail : public QObject
{
    Q_OBJECT

public:
    struct Place
    {
        ObjectId table;
        TablePlace place;
    };
    /// The oldest ones are forgotten.
    static constexpr size_t mostPlaces = 100;

    Trail(MainWindow &window, models::Studio &studio);

    /// From the current cell along its foreign key.
    void follow();
    /// Why that cannot be done now; empty when it can.
    QString unavailable() const;
    /// To the rows that point to another with this key.
    void showPointing(const models::Relation &relation, const models::RelationKey &key);
    void back(size_t steps = 1);
    void forward(size_t steps = 1);
    /// What lies behind and ahead, nearest first.
    std::vector<Place> behind() const;
    std::vector<Place> ahead() const;
    /// Offers what points to the current row.
    void popUpPointing();
    /// The context menu of a table's cells gets both, and so does that of rows that lie open in it.
    void serve(TableView &table);

signals:
    /// `behind` and `ahead` are others.
    void changed();

private:
    TableView *table() const;
    /// `more`: what else leads on from a cell there.
    void serveRows(RowsView &rows, const QList<QAction *> &more);
    std::optional<models::Relation> relationHere() const;
    /// Where the current row points to with it; nothing when that is nowhere, or not known.
    std::optional<models::RelationKey> pointingHere(const models::Relation &relation) const;
    std::optional<models::RelationKey> pointedHere(const models::Relation &relation) const;
    void fillPointing(QMenu &menu);
    /// Who names the place may be gone once another page is in front: `to` is kept.
    void go(ObjectId to, const QStringList &columns, const models::RelationKey &key);
    void show(const Place &place);
    void remember();
    void move(size_t to);
    std::optional<Place> here() const;

    MainWindow &m_window;
    models::Studio &m_studio;
    std::vector<Place> m_places;
    size_t m_at = 0; ///< of the place that is shown
};

} // namespace squall::ui
