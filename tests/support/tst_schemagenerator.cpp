#include "core/pg/connection.h"
#include "tests/support/schemagenerator.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace squall;

class TestSchemaGenerator : public QObject
{
    Q_OBJECT

private slots:
    void sameSeedSameScript();
    void loads_data();
    void loads();
};

namespace {

/// A few on each version here; the round trip loads hundreds.
int seeds()
{
    bool ok = false;
    const int wanted = qEnvironmentVariableIntValue("SQUALL_TEST_SEEDS", &ok);
    return ok ? wanted : 10;
}

/// The statement that the error stands in, for the message.
QString around(const QString &script, int position)
{
    const auto from = position > 0 ? script.lastIndexOf(u";\n"_s, position - 2) + 2 : 0;
    return script.mid(from, 700);
}

} // namespace

void TestSchemaGenerator::sameSeedSameScript()
{
    QCOMPARE(test::generateSchema(7, 15), test::generateSchema(7, 15));
    QVERIFY(test::generateSchema(7, 15) != test::generateSchema(8, 15));
}

void TestSchemaGenerator::loads_data()
{
    QTest::addColumn<int>("version");
    for (const int version : test::TestServer::versions())
        QTest::addRow("%d", version) << version;
}

void TestSchemaGenerator::loads()
{
    QFETCH(int, version);
    auto &server = test::TestServer::of(version);
    int failures = 0;
    for (int seed = 1; seed <= seeds(); ++seed) {
        const auto script = test::generateSchema(static_cast<quint32>(seed), version);
        const auto database = server.createDatabase();
        {
            pg::Connection connection(database);
            const auto loaded = connection.runScript(script);
            if (!loaded) {
                const auto &error = loaded.error();
                qWarning("seed %d on %d: %s\n%s\n%s", seed, version, qUtf8Printable(error.message),
                         qUtf8Printable(error.detail), qUtf8Printable(around(script, error.position)));
                ++failures;
            }
        }
        server.dropDatabase(database);
    }
    QCOMPARE(failures, 0);
}

QTEST_GUILESS_MAIN(TestSchemaGenerator)
#include "tst_schemagenerator.moc"
