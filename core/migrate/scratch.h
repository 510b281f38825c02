#pragma once

#include "core/base/result.h"
#include "core/pg/connection.h"

#include <QStringList>

#include <memory>

namespace squall::migrate {

/// A database for trying something out, on the server of another and like it in encoding and locale. It is
/// gone with this object; what a crash leaves behind, later ones take away.
class ScratchDatabase
{
public:
    /// Fails when the role may not create databases.
    static Result<std::unique_ptr<ScratchDatabase>> create(const pg::ConnectionOptions &like);
    ~ScratchDatabase();
    ScratchDatabase(const ScratchDatabase &) = delete;
    ScratchDatabase &operator=(const ScratchDatabase &) = delete;

    pg::Connection &connection() { return *m_connection; }

private:
    ScratchDatabase(std::unique_ptr<pg::Connection> server, QString name);

    std::unique_ptr<pg::Connection> m_server;
    std::unique_ptr<pg::Connection> m_connection;
    QString m_name;
};

/// Statements one by one, those that fail again after the others as long as that helps: some may wait for
/// later ones. Those that are left, with the reason.
std::vector<std::pair<QString, Error>> applyAsFarAsPossible(pg::Connection &connection,
                                                            const QStringList &statements);

} // namespace squall::migrate
