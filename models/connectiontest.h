#pragma once

#include "core/pg/session.h"
#include "models/connectionform.h"
#include "models/latest.h"

#include <QObject>

namespace squall::models {

/// Tries a connection out and says what the server said.
class ConnectionTest : public QObject
{
    Q_OBJECT

public:
    explicit ConnectionTest(QObject *parent = nullptr);
    ~ConnectionTest() override;

    void run(const ConnectionForm &form);
    void cancel();
    bool isRunning() const { return m_request.isRunning(); }

signals:
    /// For example `PostgreSQL 15.20 as anna, 1.2 ms`.
    void succeeded(const QString &sentence);
    void failed(const squall::Error &error);

private:
    std::unique_ptr<pg::Session> m_session;
    Latest<Result<QString>> m_request;
};

} // namespace squall::models
