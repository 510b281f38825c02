#include "models/query/withoutpasswords.h"

#include <QTest>

using namespace squall::models;
using namespace Qt::StringLiterals;

class TestWithoutPasswords : public QObject
{
    Q_OBJECT

private slots:
    void leavesOut_data();
    void leavesOut();
};

void TestWithoutPasswords::leavesOut_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("kept");

    const auto same = [](const char *name, const QString &statement) {
        QTest::newRow(name) << statement << statement;
    };
    QTest::newRow("of a role") << u"ALTER ROLE ann PASSWORD 'geheim' VALID UNTIL 'infinity'"_s
                               << u"ALTER ROLE ann PASSWORD '***' VALID UNTIL 'infinity'"_s;
    QTest::newRow("encrypted, behind a comment")
        << u"create role a encrypted password /* new */ E'ge\\'heim' login"_s
        << u"create role a encrypted password /* new */ E'***' login"_s;
    QTest::newRow("between dollars") << u"alter user a password $x$geheim$x$"_s
                                     << u"alter user a password $x$***$x$"_s;
    QTest::newRow("unfinished") << u"alter user a password 'gehei"_s << u"alter user a password '***"_s;
    QTest::newRow("of a user mapping")
        << u"create user mapping for a server s options (user 'b', password 'geheim')"_s
        << u"create user mapping for a server s options (user 'b', password '***')"_s;
    QTest::newRow("of a connection")
        << u"create subscription s connection 'host=h password=geheim dbname=d' publication p"_s
        << u"create subscription s connection 'host=h password=*** dbname=d' publication p"_s;
    QTest::newRow("of a connection, in marks") << u"select dblink_connect('password=''ge heim'' host=h')"_s
                                               << u"select dblink_connect('password=*** host=h')"_s;
    QTest::newRow("of a URL") << u"select dblink('postgresql://ann:geheim@h/d', 'select 1')"_s
                              << u"select dblink('postgresql://ann:***@h/d', 'select 1')"_s;
    QTest::newRow("in a body") << u"do $$ begin alter role a password 'geheim'; end $$"_s
                               << u"do $$ begin alter role a password '***'; end $$"_s;
    same("none at all", u"select 'it''s', $1 from \"password\""_s);
    same("taken away", u"alter role a password null"_s);
    same("a column's name", u"update users set password = 'x' where mail = 'a@b.c'"_s);
    same("in a comment", u"-- password 'x'\nselect 1"_s);
    same("nothing", {});
}

void TestWithoutPasswords::leavesOut()
{
    QFETCH(QString, statement);
    QTEST(withoutPasswords(statement), "kept");
}

QTEST_GUILESS_MAIN(TestWithoutPasswords)
#include "tst_withoutpasswords.moc"
