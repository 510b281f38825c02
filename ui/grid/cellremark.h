#pragma once

#include <QLabel>

namespace squall::models {
class EditableModel;
}

namespace squall::ui {

class Grid;
class Theme;
enum class Token;

/// A line below the rows of a grid, where nothing moves: why what was last tried cannot be done, or what
/// there is to say of what is staged for the current cell. Hidden while there is nothing.
class CellRemark : public QLabel
{
    Q_OBJECT

public:
    CellRemark(const Theme &theme, Grid &grid, models::EditableModel &rows, QWidget *parent);

    /// Said where one looks, and to who does not see it.
    void refuse(const QString &why);
    /// What was tried is over.
    void calm();

signals:
    /// The current cell may lie where the words are now.
    void appeared();

private:
    void update();
    void say(const QString &text, Token ink, Token ground);
    QModelIndex indexHere() const;
    QString faultHere() const;
    QString consequencesHere() const;

    const Theme &m_theme;
    Grid &m_grid;
    models::EditableModel &m_rows;
    QString m_refused;
};

} // namespace squall::ui
