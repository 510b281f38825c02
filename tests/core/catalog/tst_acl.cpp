#include "core/catalog/acl.h"

#include <QTest>

using namespace squall::catalog;
using namespace Qt::StringLiterals;

class TestAcl : public QObject
{
    Q_OBJECT

private slots:
    void difference_data();
    void difference();
};

namespace {

QString written(const std::vector<Privilege> &privileges)
{
    QStringList words;
    for (const auto &privilege : privileges) {
        words +=
            u"%1:%2%3%4"_s.arg(privilege.grantee, privilege.right, privilege.grantable ? u"*"_s : QString(),
                               privilege.grantor.isEmpty() ? QString() : u'@' + privilege.grantor);
    }
    return words.join(u' ');
}

} // namespace

void TestAcl::difference_data()
{
    QTest::addColumn<QByteArray>("acl");
    QTest::addColumn<QByteArray>("byDefault");
    QTest::addColumn<QString>("granted");
    QTest::addColumn<QString>("revoked");

    QTest::newRow("as by default") << "{o=r/o}"_ba
                                   << "{o=r/o}"_ba << u""_s << u""_s;
    QTest::newRow("granted to a role") << "{o=rw/o,ann=r/o}"_ba
                                       << "{o=rw/o}"_ba << u"ann:SELECT"_s << u""_s;
    QTest::newRow("granted to everyone") << "{o=r/o,=r/o}"_ba
                                         << "{o=r/o}"_ba << u":SELECT"_s << u""_s;
    QTest::newRow("may be passed on") << "{o=r/o,ann=r*a/o}"_ba
                                      << "{o=r/o}"_ba << u"ann:INSERT ann:SELECT*"_s << u""_s;
    QTest::newRow("passed on by another") << "{o=r/o,ann=r*/o,bob=r/ann}"_ba
                                          << "{o=r/o}"_ba << u"ann:SELECT* bob:SELECT@ann"_s << u""_s;
    QTest::newRow("taken from everyone") << "{o=X/o}"_ba
                                         << "{=X/o,o=X/o}"_ba << u""_s << u":EXECUTE"_s;
    QTest::newRow("taken from the owner") << "{}"_ba
                                          << "{o=rw/o}"_ba << u""_s << u"o:SELECT o:UPDATE"_s;
    QTest::newRow("the owner's own, with grant option") << "{o=r*/o}"_ba
                                                        << "{o=r/o}"_ba << u"o:SELECT*"_s << u""_s;
    QTest::newRow("names in quotes") << QByteArray(R"({o=r/o,"\"An=n/ \"\"x\"\"\"=r/o"})") << "{o=r/o}"_ba
                                     << u"An=n/ \"x\":SELECT"_s << u""_s;
    QTest::newRow("every letter of a table")
        << "{o=/o,ann=arwdDxtm/o}"_ba
        << "{}"_ba
        << u"ann:DELETE ann:INSERT ann:MAINTAIN ann:REFERENCES ann:SELECT "
           "ann:TRIGGER ann:TRUNCATE ann:UPDATE"_s
        << u""_s;
    QTest::newRow("the other letters") << "{ann=XUCcTsA/o}"_ba
                                       << "{}"_ba
                                       << u"ann:ALTER SYSTEM ann:CONNECT ann:CREATE ann:EXECUTE ann:SET "
                                          "ann:TEMPORARY ann:USAGE"_s
                                       << u""_s;
}

void TestAcl::difference()
{
    QFETCH(QByteArray, acl);
    QFETCH(QByteArray, byDefault);
    const auto difference = differenceOfAcls(acl, byDefault, u"o"_s);
    QTEST(written(difference.granted), "granted");
    QTEST(written(difference.revoked), "revoked");
}

QTEST_GUILESS_MAIN(TestAcl)
#include "tst_acl.moc"
