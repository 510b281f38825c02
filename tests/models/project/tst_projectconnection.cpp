#include "models/project/projectconnection.h"

#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

class TestProjectConnection : public QObject
{
    Q_OBJECT

private slots:
    void fillsTheForm();
    void keepsNoPassword();
    void saysWhyThereIsNone();
};

void TestProjectConnection::fillsTheForm()
{
    const auto form = connectionOf(
        {.path = u"/x"_s,
         .credentials = drizzle::Credentials{
             .url = u"postgres://ada:secret@db.example.com:6543/shop?sslmode=require&schema=public"_s}});
    QVERIFY2(form, form ? "" : qPrintable(form.error().message));
    QCOMPARE(form->summary(), u"ada@db.example.com:6543/shop"_s);
    QCOMPARE(form->password, u"secret"_s);
    QCOMPARE(form->sslMode, u"require"_s);
    QVERIFY(form->id.isEmpty() && form->name.isEmpty());
}

void TestProjectConnection::keepsNoPassword()
{
    const auto form = connectionOf({.path = u"/x"_s,
                                    .credentials = drizzle::Credentials{.host = u"localhost"_s,
                                                                        .port = 5433,
                                                                        .user = u"ada"_s,
                                                                        .password = u"secret"_s,
                                                                        .database = u"shop"_s}});
    QVERIFY(form);
    QCOMPARE(form->summary(), u"ada@localhost:5433/shop"_s);
    for (const auto &[keyword, value] : form->saved().keywords)
        QVERIFY(keyword != "password" && value != "secret");
}

void TestProjectConnection::saysWhyThereIsNone()
{
    const auto form = connectionOf({.path = u"/x"_s});
    QVERIFY(!form);
    QVERIFY2(form.error().message.contains(u"dbCredentials"), qPrintable(form.error().message));
}

QTEST_GUILESS_MAIN(TestProjectConnection)
#include "tst_projectconnection.moc"
