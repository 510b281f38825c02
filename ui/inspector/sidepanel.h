#pragma once

#include "core/base/objectid.h"
#include "models/relationkey.h"

#include <QWidget>

class QButtonGroup;
class QStackedWidget;

namespace squall::models {
struct ObjectDetails;
}

namespace squall::ui {

class Inspector;
class RowPanel;
class TableView;
class Theme;

/// The right side of the window: the object that is selected, or the row one is at.
class SidePanel : public QWidget
{
    Q_OBJECT

public:
    explicit SidePanel(const Theme &theme, QWidget *parent = nullptr);

    void show(const models::ObjectDetails &details);
    /// Nothing is selected.
    void clear();
    /// The table in front; nullptr when something else is.
    void follow(TableView *table);
    RowPanel &row() { return *m_row; }
    /// To the current row's values, where a table's rows are in front.
    void focusRow();

signals:
    void openRequested(const squall::ObjectId &id);
    /// The rows that point to another with this key are to be seen.
    void pointingRequested(const squall::models::Relation &relation, const squall::models::RelationKey &key);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum Page { Row, Object };

    void showPage(int page);
    void updateSwitch();

    const Theme &m_theme;
    QWidget *m_switch;
    QButtonGroup *m_buttons;
    QStackedWidget *m_pages;
    RowPanel *m_row;
    Inspector *m_object;
    ObjectId m_shown;
};

} // namespace squall::ui
