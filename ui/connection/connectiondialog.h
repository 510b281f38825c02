#pragma once

#include "models/connectionform.h"
#include "models/connectionlosses.h"
#include "models/latest.h"

#include <QDialog>

class QLabel;
class QListView;
class QPlainTextEdit;
class QPushButton;

namespace squall::models {
class ConnectionTest;
class ConnectionsModel;
class Studio;
}

namespace squall::ui {

class ConnectionEditor;
class Theme;

/// The saved connections at the left, the one in hand at the right. What the server says about it stands in
/// place.
class ConnectionDialog : public QDialog
{
    Q_OBJECT

public:
    ConnectionDialog(models::Studio &studio, const Theme &theme, QWidget *parent = nullptr);

    void edit(const models::ConnectionForm &form);
    /// As if its button was pressed.
    void test();

signals:
    /// The dialog has closed itself.
    void openRequested(const squall::models::ConnectionForm &form);

private:
    QWidget *buildList();
    QWidget *buildForm();
    QLayout *buildButtons();
    void select(const QString &id);
    void save();
    /// Asks when something would be lost.
    void remove();
    void askToRemove(const QString &id, const models::ConnectionLosses &losses);
    void removeNow(const QString &id);
    void showOutcome(const QString &words, bool good);
    void clearOutcome();
    void followEditor();
    void tint();

    models::Studio &m_studio;
    models::ConnectionsModel &m_connections;
    const Theme &m_theme;
    models::ConnectionTest *m_test;
    QListView *m_list;
    ConnectionEditor *m_editor;
    QPlainTextEdit *m_outcome;
    QLabel *m_hint;
    QPushButton *m_testButton;
    QPushButton *m_remove;
    QPushButton *m_save;
    QPushButton *m_open;
    bool m_good = false;
    models::Latest<models::ConnectionLosses> m_losses;
};

} // namespace squall::ui
