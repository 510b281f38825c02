#pragma once

#include "models/query/savedqueries.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace squall::ui {

class Theme;

/// Asks under which name, in which folder and for which connections a query is kept, and saves it.
class SavedQueryDialog : public QDialog
{
    Q_OBJECT

public:
    /// `query`: one without an id is new. `connection`: whose it is when it is not for all.
    SavedQueryDialog(models::SavedQueries &queries, workspace::SavedQuery query, const QString &connection,
                     const Theme &theme, QWidget *parent = nullptr);

signals:
    void saved(const QString &id);

private:
    workspace::SavedQuery filled() const;
    void save();

    models::SavedQueries &m_queries;
    workspace::SavedQuery m_query;
    QString m_connection;
    QLineEdit *m_name;
    QComboBox *m_folder;
    QLineEdit *m_abbreviation;
    QCheckBox *m_forAll;
    QLabel *m_error;
    QPushButton *m_save;
};

} // namespace squall::ui
