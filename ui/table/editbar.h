#pragma once

#include <QWidget>

class QPushButton;
class QToolButton;

namespace squall::models {
class EditedRowModel;
}

namespace squall::ui {

class Theme;

/// What a table's bar says of its staged changes: how many there are to review, how many of them lie outside
/// what is shown, and a way to add a row. With nothing staged only that is there.
class EditBar : public QWidget
{
    Q_OBJECT

public:
    EditBar(const Theme &theme, models::EditedRowModel &rows, QWidget *parent = nullptr);

    /// What is staged in all tables: that is what a review shows.
    void setChangeCount(qsizetype all);

signals:
    void addRowRequested();
    void reviewRequested();
    /// The same, at what is staged in this table.
    void elsewhereRequested();

private:
    void update();
    void tint();

    const Theme &m_theme;
    models::EditedRowModel &m_rows;
    qsizetype m_all = 0;
    QToolButton *m_elsewhere;
    QToolButton *m_add;
    QPushButton *m_review;
};

} // namespace squall::ui
