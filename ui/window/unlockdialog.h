#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace squall::models {
class OpenDatabase;
}

namespace squall::ui {

/// Asks for the name of a production database before anything may be written to it.
class UnlockDialog : public QDialog
{
    Q_OBJECT

public:
    explicit UnlockDialog(models::OpenDatabase &database, QWidget *parent = nullptr);

private:
    void unlock();

    models::OpenDatabase &m_database;
    QLineEdit *m_name;
    QLabel *m_error;
    QPushButton *m_unlock;
};

} // namespace squall::ui
