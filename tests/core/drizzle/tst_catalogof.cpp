#include "core/diff/render.h"
#include "core/drizzle/catalogof.h"
#include "core/drizzle/history.h"
#include "core/pg/connection.h"
#include "tests/support/observer.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace squall;
using namespace squall::drizzle;
using namespace Qt::StringLiterals;
using test::TestServer;

namespace {

QString contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

Result<Done> run(pg::Connection &connection, const QString &script)
{
    if (const auto done = connection.runScript(script); !done)
        return Error{.code = done.error().code, .message = done.error().message + u'\n' + script};
    return Done{};
}

/// Where a column stands, and in which order options were set, is what migrations leave and nothing that a
/// snapshot says.
QString withoutPlaces(const QString &observed)
{
    auto lines = observed.split(u'\n');
    lines.removeIf([](const QString &line) { return line.contains(u" | position = "_s); });
    for (auto &line : lines) {
        const auto at = line.indexOf(u" | reloptions = ["_s);
        if (at < 0)
            continue;
        auto options = line.sliced(line.indexOf(u'[') + 1).chopped(1).split(u", "_s);
        options.sort();
        line = line.left(at) + options.join(u", "_s);
    }
    return lines.join(u'\n');
}

Result<QString> madeOf(const Snapshot &snapshot)
{
    auto sql = diff::render(std::make_shared<const catalog::Snapshot>(catalogOf(snapshot)));
    if (!sql)
        return sql.error();
    pg::Connection connection(TestServer::of().createDatabase());
    // What a project writes itself is not qualified.
    sql->replace(u"('search_path', '', false)"_s, u"('search_path', 'public', false)"_s);
    // Whoever runs it is no role that a catalog could name.
    sql->replace(u"\"current_user\", \"session_user\""_s, u"current_user, session_user"_s);
    if (const auto done = run(connection, *sql); !done)
        return done.error();
    return test::observe(connection);
}

/// Where drizzle-kit's migrations leave something else than a new database of the same schema has.
QString knownDrift(const QString &name)
{
    static const QHash<QString, QString> known = {
        {u"013-composite-keys/0001"_s, u"the columns of a dropped key stay NOT NULL"_s},
        {u"022-table-rename/0001"_s, u"the sequence of a renamed table keeps its name"_s},
        {u"040-custom-migration/0001"_s, u"a function made by hand is in no snapshot"_s},
        {u"040-custom-migration/0002"_s, u"a function made by hand is in no snapshot"_s},
        {u"044-blog-evolution/0005"_s, u"the sequence of a renamed table keeps its name"_s},
    };
    return known.value(name);
}

} // namespace

/// A database made from the catalog of a snapshot is the database that drizzle-kit's own migrations make.
class TestCatalogOf : public QObject
{
    Q_OBJECT

private slots:
    void everyRecordedSchema_data();
    void everyRecordedSchema();
};

void TestCatalogOf::everyRecordedSchema_data()
{
    QTest::addColumn<QString>("folder");
    const QDir cases(QStringLiteral(SQUALL_CONFORMANCE));
    for (const auto &name : cases.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
        QTest::newRow(qPrintable(name)) << cases.filePath(name) + u"/expected/drizzle"_s;
}

void TestCatalogOf::everyRecordedSchema()
{
    QFETCH(const QString, folder);
    const auto history = History::read(folder);
    QVERIFY(history.ok());
    const auto database = TestServer::of().createDatabase();
    pg::Connection theirs(database);
    for (const auto &entry : history->journal().entries()) {
        const auto &files = history->snapshots();
        const auto file = std::find_if(files.begin(), files.end(), [&](const SnapshotFile &each) {
            return each.name == History::snapshotName(entry.tag);
        });
        QVERIFY(file != files.end() && file->snapshot);
        const auto migrated =
            run(theirs, contents(history->sqlFile(entry)).remove(u"--> statement-breakpoint"_s));
        QVERIFY2(migrated.ok(), qPrintable(migrated ? QString() : migrated.error().message));
        pg::Connection observer(database);
        const auto expected = test::observe(observer);
        QVERIFY(expected.ok());
        const auto made = madeOf(*file->snapshot);
        QVERIFY2(made.ok(), qPrintable(made ? QString() : made.error().message));
        const auto difference = test::difference(withoutPlaces(*expected), withoutPlaces(*made));
        const auto name = QString::fromUtf8(QTest::currentDataTag()) + u'/' + file->name.left(4);
        if (knownDrift(name).isEmpty())
            QVERIFY2(difference.isEmpty(), qPrintable(name + u'\n' + difference));
        else
            QVERIFY2(!difference.isEmpty(), qPrintable(name + u" drifts no more: "_s + knownDrift(name)));
    }
}

QTEST_GUILESS_MAIN(TestCatalogOf)
#include "tst_catalogof.moc"
