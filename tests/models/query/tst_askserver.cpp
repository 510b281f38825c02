#include "core/pg/connection.h"
#include "models/query/statementcheck.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

/// What servers of every version say of a statement. By itself, because starting servers blinds the thread
/// sanitizer.
class TestAskServer : public QObject
{
    Q_OBJECT

private slots:
    void knowsEveryServersSyntax();
};

void TestAskServer::knowsEveryServersSyntax()
{
    for (const int version : test::TestServer::versions()) {
        pg::Connection connection(test::TestServer::of(version).createDatabase());
        CheckMemory memory;
        const auto text = u"select 1 where '{}' is json; select (a.b).c frm x;"_s;
        const auto script = checkScript(text, 0, nullptr, memory);
        QCOMPARE(script.statements.front().syntax.size(), 1);
        const auto marks = askServer(connection, script.statements.front(), text);
        NEED(marks);
        QVERIFY(marks->has_value());
        QCOMPARE((*marks)->empty(), version >= 16);
        QCOMPARE(connection.transactionStatus(), pg::TransactionStatus::Idle);
    }
}

QTEST_GUILESS_MAIN(TestAskServer)
#include "tst_askserver.moc"
