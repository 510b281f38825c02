#pragma once

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace squall::models {
class QueryRunner;
}

namespace squall::ui {

class Theme;
class TransactionBar;

/// Above an SQL tab's text: what can be done with it, and how its transactions are.
class SqlBar : public QWidget
{
    Q_OBJECT

public:
    SqlBar(const Theme &theme, models::QueryRunner &runner, QWidget *parent = nullptr);

    TransactionBar &transactions() { return *m_transactions; }

signals:
    void runRequested();
    void explainRequested();
    void formatRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showState();

    const Theme &m_theme;
    models::QueryRunner &m_runner;
    QPushButton *m_run;
    QLabel *m_key;
    QPushButton *m_cancel;
    QPushButton *m_explain;
    QPushButton *m_format;
    TransactionBar *m_transactions;
    QTimer m_ticking;
};

} // namespace squall::ui
