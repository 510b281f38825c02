#pragma once

#include "core/edit/newvalue.h"
#include "models/rowwindowmodel.h"

#include <QWidget>

class QLabel;
class QStackedLayout;

namespace squall::models {
class EditedRowModel;
}

namespace squall::ui {

class CellRemark;
class Copying;
class FailurePanel;
class Grid;
class GridCommands;
class RowLeaving;
class RowsStrip;
class Theme;

/// The rows of one relation in a grid, with what there is to say about them: that there are none, that they
/// are not all, that they could not be read, why they may not be edited.
class RowsView : public QWidget
{
    Q_OBJECT

public:
    RowsView(const Theme &theme, models::EditedRowModel &rows, QWidget *parent = nullptr);
    ~RowsView() override;

    Grid &grid() { return *m_grid; }
    models::EditedRowModel &rows() { return m_edited; }
    /// Whose rows these are.
    const ObjectId &relation() const { return m_rows.source().id; }
    GridCommands &commands() { return *m_commands; }
    Copying &copying() { return *m_copying; }
    /// What stands where rows would be when there are none.
    void setWhenEmpty(const QString &text) { m_whenEmpty = text; }
    /// What so many rows need to show whole, with everything that is said about them now.
    int heightFor(int rows) const;
    /// What somebody is typing counts from now on.
    void finishEditing();
    /// What the server is doing for them; false when nobody waits for it.
    bool stop();
    void sortBy(const std::vector<models::SortKey> &sort);
    /// Says below the rows why what was just tried cannot be done.
    void refuse(const QString &why);
    /// `≈ 100,000 rows`, or nothing while nobody knows.
    QString countText() const;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

signals:
    void countChanged();
    /// Something that was done and deserves a word, such as a copy that is not complete.
    void notice(const QString &text);
    /// Shift+Enter: this value is to be edited where there is more room.
    void enlargeRequested(qint64 row, int column, const squall::edit::NewValue &value);

private:
    void connectEditing();
    void update();
    void updateStrip();
    void revealCurrent();
    QString boundText() const;
    QString sortText() const;
    void tint();
    void sort(int column, bool add);

    const Theme &m_theme;
    models::EditedRowModel &m_edited;
    models::RowWindowModel &m_rows;
    QString m_whenEmpty;
    RowsStrip *m_strip; ///< above the rows: what is so with all of them
    Grid *m_grid;
    CellRemark *m_remark; ///< below them
    GridCommands *m_commands;
    Copying *m_copying;
    RowLeaving *m_leaving;
    QLabel *m_empty;
    FailurePanel *m_failure;
    QStackedLayout *m_pages;
};

} // namespace squall::ui
