#pragma once

#include "models/latest.h"
#include "models/query/explainwork.h"

#include <QDateTime>
#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

namespace squall::models {

class OpenDatabase;

/// A plan as it was at some time.
struct KeptPlan
{
    ExplainRequest request;
    QDateTime time;
    explain::Plan plan;
    std::vector<explain::Hint> hints;
};

using KeptPlanPtr = std::shared_ptr<const KeptPlan>;

/// Asks for the plans of statements on any session of the pool, and keeps them for each query, whatever its
/// constants, so that before and after can be compared.
class ExplainRunner : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t keptForEach = 20;
    static constexpr int keptQueries = 100;

    explicit ExplainRunner(OpenDatabase &database, QObject *parent = nullptr);
    ~ExplainRunner() override;

    void explain(const ExplainRequest &request);
    /// The current statement again, from the server.
    void again(ExplainRequest::Mode mode);
    /// And as if there were this index, where the server has HypoPG.
    void imagine(const QString &createIndex);
    void cancel();

    bool isRunning() const { return m_running.isRunning(); }
    /// What was asked for last.
    const ExplainRequest &request() const { return m_request; }
    /// Of the current statement, the newest first.
    const std::vector<KeptPlanPtr> &plans() const;
    /// Why the last one could not be had; positions are those of the statement.
    const std::optional<Error> &error() const { return m_error; }
    bool canImagine() const { return m_canImagine; }

signals:
    void stateChanged();
    /// Another statement, or one more plan of it.
    void plansChanged();
    void failed(const squall::Error &error);

private:
    using Answer = Result<KeptPlanPtr>;

    void take(const Answer &answer);
    void askForImagination();

    OpenDatabase &m_database;
    ExplainRequest m_request;
    QString m_query; ///< what the current plans are kept under
    QHash<QString, std::vector<KeptPlanPtr>> m_plans;
    QStringList m_order; ///< of the queries, the one asked about last at the end
    std::optional<Error> m_error;
    bool m_canImagine = false;
    bool m_askedForImagination = false;
    Latest<Answer> m_running;
    Latest<Result<bool>> m_imagination;
};

} // namespace squall::models
