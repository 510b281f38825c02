#pragma once

#include "core/pg/connection.h"
#include "core/sql/splitstatements.h"
#include "models/opendatabase.h"
#include "models/query/queryrunner.h"
#include "tests/models/connectionto.h"
#include "tests/support/testserver.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace squall::test {

/// An editor without a window: an open database, a runner, and everything that it said.
class QueryDesk
{
public:
    /// How its editor gets to the server.
    using Way = std::function<pg::ConnectionOptions(const pg::ConnectionOptions &)>;

    explicit QueryDesk(const QString &made = {}, const QString &name = {}, const Way &way = {})
        : m_options(TestServer::of().createDatabase())
    {
        if (!made.isEmpty())
            aside(made);
        auto form = connectionTo(way ? way(m_options) : m_options);
        form.name = name;
        m_database = std::make_unique<models::OpenDatabase>(form);
        m_database->open();
        wait([this] { return m_database->state() == models::OpenDatabase::State::Open; });
        m_runner = std::make_unique<models::QueryRunner>(*m_database);
        watch();
    }
    ~QueryDesk() { m_runner.reset(); }

    models::OpenDatabase &database() { return *m_database; }
    models::QueryRunner &runner() { return *m_runner; }
    const pg::ConnectionOptions &options() const { return m_options; }

    /// On a connection of its own.
    QString aside(const QString &sql)
    {
        pg::Connection connection(m_options);
        const auto reply = connection.runScript(sql);
        if (!reply)
            qFatal("%s", qPrintable(reply.error().message));
        return reply->rowCount() > 0 ? reply->text(0, 0) : QString();
    }

    void start(const QString &text, const models::QueryParameters &parameters = {})
    {
        results.clear();
        messages.clear();
        failures.clear();
        outcomes.clear();
        m_runner->run({.text = text,
                       .statements = sql::splitStatements(text),
                       .parameters = parameters,
                       .folder = folder});
    }
    /// Until it ends or pauses.
    models::QueryOutcome run(const QString &text, const models::QueryParameters &parameters = {})
    {
        start(text, parameters);
        return settled();
    }
    models::QueryOutcome settled()
    {
        wait([this] { return !m_runner->isBusy(); });
        return outcomes.empty() ? models::QueryOutcome() : outcomes.back();
    }

    /// Events go on meanwhile; gives up loudly.
    static void wait(const std::function<bool()> &done)
    {
        QElapsedTimer clock;
        clock.start();
        while (!done()) {
            if (clock.hasExpired(patienceMs))
                qFatal("waited in vain");
            QTest::qWait(5);
        }
    }

    /// The first column of a result.
    static QStringList column(const models::ResultModel &result, int number = 0)
    {
        QStringList values;
        for (int row = 0; row < result.rowCount(); ++row)
            values << result.index(row, number).data().toString();
        return values;
    }
    QStringList said(models::QueryMessage::Kind kind) const
    {
        QStringList texts;
        for (const auto &message : messages) {
            if (message.kind == kind)
                texts << message.text;
        }
        return texts;
    }

    std::vector<models::ResultModel *> results;
    std::vector<models::QueryMessage> messages;
    std::vector<models::QueryFailure> failures;
    std::vector<models::QueryOutcome> outcomes;
    QString folder;

private:
    static constexpr int patienceMs = 60'000;

    void watch()
    {
        using models::QueryRunner;
        QObject::connect(m_runner.get(), &QueryRunner::resultAdded, m_runner.get(),
                         [this](models::ResultModel *result) { results.push_back(result); });
        QObject::connect(m_runner.get(), &QueryRunner::messageAdded, m_runner.get(),
                         [this](const models::QueryMessage &message) { messages.push_back(message); });
        QObject::connect(m_runner.get(), &QueryRunner::failed, m_runner.get(),
                         [this](const models::QueryFailure &failure) { failures.push_back(failure); });
        QObject::connect(m_runner.get(), &QueryRunner::finished, m_runner.get(),
                         [this](const models::QueryOutcome &outcome) { outcomes.push_back(outcome); });
    }

    pg::ConnectionOptions m_options;
    std::unique_ptr<models::OpenDatabase> m_database;
    std::unique_ptr<models::QueryRunner> m_runner;
};

} // namespace squall::test
