#pragma once

#include "models/latest.h"
#include "models/query/queryrunner.h"

#include <QObject>

namespace squall::models {
class SqlDocument;
}

namespace squall::ui {

class ParameterStrip;
class SqlEditor;

/// Takes what is to be run out of an editor: the selection, the statement at the caret, or all of it; asks
/// for its parameters first, and marks in the text where it failed.
class SqlRunning : public QObject
{
    Q_OBJECT

public:
    SqlRunning(SqlEditor &editor, ParameterStrip &parameters, models::SqlDocument &document,
               models::QueryRunner &runner);

    /// What is selected, else the statement at the caret.
    void runCurrent();
    void runAll();
    /// What the statement at the caret is asked for, with its parameters.
    enum class Purpose { Run, Explain, Analyze, Preview };
    void ask(Purpose purpose);
    /// With the values that stand in the strip now.
    void goOn();

signals:
    /// Nothing could be run: why.
    void refused(const QString &why);
    /// A statement is on its way, as it was written.
    void ran(const QString &sql);
    void explainRequested(const squall::models::QueryScript &script, bool analyze);
    void previewRequested(const squall::models::QueryScript &script);

private:
    models::QueryScript current() const;
    void prepare(const models::QueryScript &script, Purpose purpose = Purpose::Run);
    void askTypes(const models::QueryScript &script, const QStringList &names);
    void start(const models::QueryScript &script, Purpose purpose);
    void mark(const models::QueryFailure &failure);

    SqlEditor &m_editor;
    ParameterStrip &m_parameters;
    models::SqlDocument &m_document;
    models::QueryRunner &m_runner;
    models::QueryScript m_waiting; ///< for its parameters
    QString m_typesOf;             ///< the statements whose parameters' types the strip knows, or is to know
    Purpose m_waitingFor = Purpose::Run;
    models::Latest<std::vector<sql::Statement>> m_splitting;
};

} // namespace squall::ui
