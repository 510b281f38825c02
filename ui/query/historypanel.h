#pragma once

#include "models/query/historymodel.h"

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPlainTextEdit;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace squall::ui {

class Theme;

/// What was run: a list to search, the whole statement below or beside it, and what can be done with it. Who
/// shows it carries out what it asks for.
class HistoryPanel : public QWidget
{
    Q_OBJECT

public:
    HistoryPanel(models::QueryHistory &history, const models::ConnectionsModel &connections,
                 const Theme &theme, QWidget *parent = nullptr);

    /// Where "this database" is.
    void setPlace(const QString &connection, const QString &database);
    void focusSearch();
    models::HistoryModel &model() { return *m_model; }

signals:
    /// In an SQL tab of its own.
    void openRequested(const QString &sql);
    /// At the cursor.
    void insertRequested(const QString &sql);
    void runRequested(const QString &sql);
    /// As a saved query.
    void saveRequested(const QString &sql);
    void closeRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeBar(const Theme &theme);
    QWidget *makeList(const Theme &theme);
    QWidget *makeStatement(const Theme &theme);
    QWidget *makeClearStrip();
    void connectParts();
    const workspace::HistoryEntry *current() const;
    void showCurrent();
    void showEmpty();
    void askToClear();
    void clear();
    void removeCurrent();
    void popUpMenu(const QPoint &position);
    bool listKey(const QKeyEvent &key);
    bool searchKey(const QKeyEvent &key);

    models::QueryHistory &m_history;
    const Theme &m_theme;
    models::HistoryModel *m_model;
    QString m_connection;
    QLineEdit *m_search;
    QCheckBox *m_errorsOnly;
    QComboBox *m_scope;
    QStackedWidget *m_stack;
    QListView *m_list;
    QLabel *m_empty;
    QLabel *m_note;
    QPlainTextEdit *m_sql;
    QPushButton *m_run;
    QWidget *m_actions;
    QWidget *m_clearStrip;
    QLabel *m_clearText;
    QSplitter *m_splitter;
    QTimer m_typing; ///< until the search begins
};

} // namespace squall::ui
