#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace squall::models {
class QueryRunner;
}

namespace squall::ui {

class Theme;

/// The right end of an SQL tab's bar: how transactions begin there, the one that is open by the server's own
/// word, how long it has been, and how to end it.
class TransactionBar : public QWidget
{
    Q_OBJECT

public:
    TransactionBar(const Theme &theme, models::QueryRunner &runner, QWidget *parent = nullptr);

    void chooseMode();

private:
    void showState();
    void popUpSavepoints();
    QString age() const;
    QString locksHeld() const;

    const Theme &m_theme;
    models::QueryRunner &m_runner;
    QLabel *m_status;
    QPushButton *m_commit;
    QPushButton *m_rollback;
    QToolButton *m_mode;
    QTimer m_ticking;
};

} // namespace squall::ui
