#pragma once

#include "models/relationkey.h"
#include "models/rowfilter.h"

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
    Trail(MainWindow &window, models::Studio &studio);

    /// From the current cell along its foreign key.
    void follow();
    /// Why that cannot be done now; empty when it can.
    QString unavailable() const;
    /// To the rows that point to another with this key.
    void showPointing(const models::Relation &relation, const models::RelationKey &key);
    void back();
    void forward();
    /// Offers what points to the current row.
    void popUpPointing();
    /// The context menu of a table's cells gets both, and so does that of rows that lie open in it.
    void serve(TableView &table);

private:
    struct Place
    {
        ObjectId table;
        models::RowFilter filter;

        bool operator==(const Place &) const = default;
    };

    TableView *table() const;
    /// `more`: what else leads on from a cell there.
    void serveRows(RowsView &rows, const QList<QAction *> &more);
    std::optional<models::Relation> relationHere() const;
    /// Where the current row points to with it; nothing when that is nowhere, or not known.
    std::optional<models::RelationKey> pointingHere(const models::Relation &relation) const;
    std::optional<models::RelationKey> pointedHere(const models::Relation &relation) const;
    void fillPointing(QMenu &menu);
    void go(const ObjectId &to, const QStringList &columns, const models::RelationKey &key);
    void show(const Place &place);
    std::optional<Place> here() const;

    MainWindow &m_window;
    models::Studio &m_studio;
    std::vector<Place> m_places;
    size_t m_at = 0; ///< of the place that is shown
};

} // namespace squall::ui
