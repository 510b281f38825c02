#include "core/catalog/serverversion.h"

#include <QTest>

using namespace squall::catalog;
using namespace Qt::StringLiterals;

class TestServerVersion : public QObject
{
    Q_OBJECT

private slots:
    void query_data();
    void query();
};

void TestServerVersion::query_data()
{
    QTest::addColumn<int>("major");
    QTest::addColumn<QString>("sent");
    QTest::newRow("oldest") << 12 << u"-- a comment\nselect 1,\n null,\n null,\n 'end'\n"_s;
    QTest::newRow("exactly the version") << 14
                                         << u"-- a comment\nselect 1,\n       new, -- since 14\n"
                                            "       -- before 14: null,\n null,\n 'end'\n"_s;
    QTest::newRow("newest")
        << 18
        << u"-- a comment\nselect 1,\n       new, -- since 14\n       -- before 14: null,\n"
           "       newer, -- since 16\n       -- before 16: null,\n 'end'\n"_s;
}

void TestServerVersion::query()
{
    QFETCH(int, major);
    const QByteArray query = "-- a comment\nselect 1,\n       new, -- since 14\n       -- before 14: null,\n"
                             "       newer, -- since 16\n       -- before 16: null,\n 'end'\n";
    QTEST(queryForServer(query, major), "sent");
}

QTEST_GUILESS_MAIN(TestServerVersion)
#include "tst_serverversion.moc"
