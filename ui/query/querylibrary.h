#pragma once

#include "models/query/savedqueries.h"

#include <QObject>

#include <functional>

class QMenu;
class QWidget;

namespace squall::models {
class Studio;
}

namespace squall::ui {

class HistoryPanel;
class Theme;

/// What can be done with saved queries and the history from anywhere in a window. Where SQL is written or
/// run is not known here: that is asked for.
class QueryLibrary : public QObject
{
    Q_OBJECT

public:
    QueryLibrary(models::Studio &studio, const Theme &theme, QWidget &window);

    /// In an SQL tab of its own.
    void open(const QString &query);
    /// Asks for a name first. Where one query has this `name` already, that is the one that is changed.
    void save(const QString &sql, const QString &name = {});
    /// Name, folder, abbreviation, whom it is for.
    void edit(const QString &query);
    void remove(const QString &query);
    void undo();
    /// Why there is nothing to undo; empty when there is.
    QString cannotUndo() const;
    /// Of a query, or with an empty one of a folder.
    void popUpMenu(const QString &query, const QString &folder, const QPoint &position);
    HistoryPanel *makeHistory(QWidget *parent);

signals:
    /// `query`: the saved one that it is, or empty.
    void openRequested(const QString &title, const QString &sql, const QString &query);
    void insertRequested(const QString &sql);
    void runRequested(const QString &sql);
    void notice(const QString &text);

private:
    void ask(const workspace::SavedQuery &query);
    void askForFolder(const QString &folder, const QString &title, std::function<void(const QString &)> act);
    void fillQuery(QMenu &menu, const workspace::SavedQuery &query);
    void fillFolder(QMenu &menu, const QString &folder);
    void say(const QString &what);

    models::Studio &m_studio;
    const Theme &m_theme;
    QWidget &m_window;
};

} // namespace squall::ui
