#pragma once

#include <QFrame>

class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QToolButton;

namespace squall::ui {

class TableColumns;
class Theme;

/// Lists the columns of a relation in their order: which show, which are pinned, which comes first.
class ColumnsChooser : public QFrame
{
    Q_OBJECT

public:
    ColumnsChooser(const Theme &theme, TableColumns &columns, QWidget *parent);

    /// Under `button`, ready to be typed into.
    void popUp(const QWidget &button);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void filter(const QString &typed);
    void check(const QListWidgetItem &item);
    void step(int direction);
    void pin();
    void showAll();
    void follow();
    QString current() const;
    QToolButton *addButton(const QString &name, const QString &text, const QString &tip);

    const Theme &m_theme;
    TableColumns &m_columns;
    QLineEdit *m_field;
    QListWidget *m_list;
    QToolButton *m_up = nullptr;
    QToolButton *m_down = nullptr;
    QToolButton *m_pin = nullptr;
    QToolButton *m_all = nullptr;
    QToolButton *m_reset = nullptr;
    bool m_filling = false;
};

} // namespace squall::ui
