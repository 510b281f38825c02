#include "tests/support/observer.h"

#include "tests/support/testserver.h"

#include <QFile>
#include <QHash>
#include <QProcess>
#include <QRegularExpression>

namespace squall::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int dumpTimeoutMs = 120'000;
constexpr int shownLines = 24;
constexpr int shownWidth = 700;

/// The query without the lines that need a newer server.
QString observerQuery(int major)
{
    QFile file(QStringLiteral(SQUALL_TEST_SUPPORT "/observer.sql"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s: %s", qUtf8Printable(file.fileName()), qUtf8Printable(file.errorString()));
    static const QRegularExpression since(u" -- since (\\d+)$"_s);
    QStringList kept;
    for (const auto &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        const auto match = since.match(line);
        if (!match.hasMatch() || match.captured(1).toInt() <= major)
            kept.append(line);
    }
    return kept.join(u'\n');
}

QString normalised(const QString &dump)
{
    // Debian's pg_dump writes for an identity what only servers since 15 can read.
    static const QRegularExpression older(u"^-- Dumped from database version 1[2-4]"_s,
                                          QRegularExpression::MultilineOption);
    const bool withoutLogged = older.match(dump).hasMatch();
    QStringList kept;
    QStringList grants;
    for (const auto &line : dump.split(u'\n')) {
        const bool guard = line.startsWith(u"\\restrict "_s) || line.startsWith(u"\\unrestrict "_s) ||
                           (withoutLogged && line == u"    LOGGED"_s);
        if (guard || line.isEmpty() || line.startsWith(u"--"_s))
            continue;
        // Names may hold line breaks.
        const bool goesOn = !grants.isEmpty() && !grants.back().endsWith(u';');
        if (goesOn) {
            grants.back() += u'\n' + line;
            continue;
        }
        if (line.startsWith(u"GRANT "_s)) {
            grants.append(line);
            continue;
        }
        std::sort(grants.begin(), grants.end());
        kept += grants + QStringList{line};
        grants.clear();
    }
    std::sort(grants.begin(), grants.end());
    kept += grants;
    return kept.join(u'\n') + u'\n';
}

} // namespace

Result<QString> observe(pg::Connection &connection)
{
    // Compiling the query would take longer than running it.
    if (const auto set = connection.runScript(u"SET search_path = ''; SET jit = off"_s); !set)
        return set.error();
    const auto reply = connection.fetch({observerQuery(connection.serverVersion() / 10000)});
    if (!reply)
        return reply.error();
    QString text;
    for (int row = 0; row < reply->rowCount(); ++row)
        text += reply->text(row, 0) + u'\n';
    return text;
}

Result<QString> dumpSchema(const pg::ConnectionOptions &database)
{
    QProcess dump;
    dump.start(TestServer::binaries(TestServer::debianVersion) + u"/pg_dump"_s,
               {u"--schema-only"_s, u"--no-password"_s, u"--host"_s,
                QString::fromUtf8(database.value("host")), u"--username"_s,
                QString::fromUtf8(database.value("user")), u"--dbname"_s,
                QString::fromUtf8(database.value("dbname"))});
    if (!dump.waitForFinished(dumpTimeoutMs) || dump.exitCode() != 0) {
        return Error{.code = Error::Code::Server,
                     .message = u"pg_dump failed: "_s + dump.errorString(),
                     .detail = QString::fromUtf8(dump.readAllStandardError())};
    }
    return normalised(QString::fromUtf8(dump.readAllStandardOutput()));
}

QString difference(const QString &before, const QString &after)
{
    QHash<QString, int> balance;
    const auto first = before.split(u'\n');
    const auto second = after.split(u'\n');
    for (const auto &line : first)
        --balance[line];
    for (const auto &line : second)
        ++balance[line];
    QStringList shown;
    const auto collect = [&](const QStringList &lines, int sign, QChar mark) {
        for (const auto &line : lines) {
            auto &count = balance[line];
            if (count * sign > 0 && shown.size() < shownLines) {
                shown.append(mark + u' ' + line.left(shownWidth));
                count -= sign;
            }
        }
    };
    collect(first, -1, u'-');
    collect(second, 1, u'+');
    if (shown.isEmpty() && before != after)
        shown.append(u"the same lines in another order"_s);
    return shown.join(u'\n');
}

} // namespace squall::test
