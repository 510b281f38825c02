#pragma once

#include "models/query/resultkeeper.h"

#include <QObject>
#include <QTimer>

namespace squall::models {
class OpenDatabase;
class QueryRunner;
class SqlDocument;
class Studio;
} // namespace squall::models

namespace squall::ui {

class ResultsPane;
class SqlEditor;

/// Has the results of an SQL tab come back with its text, and finds the statements that they are of.
class SqlResults : public QObject
{
    Q_OBJECT

public:
    SqlResults(models::Studio &studio, const models::SqlDocument &document, models::QueryRunner &runner,
               SqlEditor &editor, ResultsPane &results);
    ~SqlResults() override;

    /// Hands over what is not written down yet.
    void flush();

    const models::ResultKeeper &keeper() const { return *m_keeper; }

signals:
    /// Results are back.
    void shown();
    void notice(const QString &text);
    /// The caret is at the statement.
    void runRequested();

private:
    void restore(const std::vector<models::ResultKeeper::Restored> &kept);
    void keep();
    void runAgain();

    models::OpenDatabase &m_database;
    models::QueryRunner &m_runner;
    SqlEditor &m_editor;
    ResultsPane &m_results;
    models::ResultKeeper *m_keeper;
    QTimer m_soon;
};

} // namespace squall::ui
