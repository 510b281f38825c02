#pragma once

#include "models/relations.h"
#include "models/rowfilter.h"

#include <QObject>

#include <optional>
#include <vector>

class QMenu;

namespace squall::models {
class Studio;
}

namespace squall::ui {

class MainWindow;
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
    void back();
    void forward();
    /// Offers what points to the current row.
    void popUpPointing();
    /// The context menu of a table's cells gets both.
    void serve(TableView &table);

private:
    struct Place
    {
        ObjectId table;
        models::RowFilter filter;

        bool operator==(const Place &) const = default;
    };

    TableView *table() const;
    std::optional<models::Relation> relationHere() const;
    /// The current row's values of these columns; nothing when one is NULL, cut, or not shown.
    std::optional<QStringList> valuesHere(const QStringList &columns) const;
    void fillPointing(QMenu &menu);
    void go(const ObjectId &to, const QStringList &columns, const QStringList &values);
    void show(const Place &place);
    std::optional<Place> here() const;

    MainWindow &m_window;
    models::Studio &m_studio;
    std::vector<Place> m_places;
    size_t m_at = 0; ///< of the place that is shown
};

} // namespace squall::ui
