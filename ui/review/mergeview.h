#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace squall::models {
class MergeModel;
}

namespace squall::ui {

class Theme;

/// Three versions of a row that somebody else changed, side by side: a click, Space, or the arrow of a side
/// says which stands.
class MergeView : public QWidget
{
    Q_OBJECT

public:
    MergeView(const Theme &theme, models::MergeModel &model, QWidget *parent = nullptr);

    /// `gone`: the row is not there any more, so there is nothing to choose.
    void showRow(const QString &title, bool gone);

signals:
    void accepted();
    /// The staged change of this row is given up.
    void dropped();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(int row, int column);
    void update();
    void tint();

    const Theme &m_theme;
    models::MergeModel &m_model;
    QLabel *m_title;
    QLabel *m_hint;
    QTableView *m_table;
    QPushButton *m_theirs;
    QPushButton *m_yours;
    QPushButton *m_drop;
    QPushButton *m_accept;
    bool m_gone = false;
};

} // namespace squall::ui
