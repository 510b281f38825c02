#include "models/connectionform.h"

#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

class TestConnectionForm : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void guessesTheClass_data();
    void guessesTheClass();
    void theChoiceOutranksTheGuess();
    void urlsSayEverythingButSecrets_data();
    void urlsSayEverythingButSecrets();
    void othersAreNeverWrittenToInPassing();
};

void TestConnectionForm::init()
{
    for (const char *variable : {"PGHOST", "PGHOSTADDR", "PGSERVICE", "PGDATABASE"})
        qunsetenv(variable);
}

void TestConnectionForm::guessesTheClass_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<ConnectionClass>("expected");

    const QByteArray none;
    QTest::newRow("this machine") << u"postgresql://localhost/app"_s << none << none
                                  << ConnectionClass::Local;
    QTest::newRow("another") << u"postgresql://db.example.com/app"_s << none << none
                             << ConnectionClass::Shared;
    QTest::newRow("by database") << u"postgresql://db.example.com/app_staging"_s << none << none
                                 << ConnectionClass::Staging;
    QTest::newRow("by host") << u"postgresql://prod.example.com/app"_s << none << none
                             << ConnectionClass::Production;
    QTest::newRow("a service may be anywhere") << u"service=app"_s << none << none << ConnectionClass::Shared;
    QTest::newRow("a service by name") << u"service=prod"_s << none << none << ConnectionClass::Production;
    QTest::newRow("an address") << u"hostaddr=10.0.0.5 dbname=app"_s << none << none
                                << ConnectionClass::Shared;
    QTest::newRow("the environment's host") << u"dbname=app"_s << QByteArray("PGHOST")
                                            << QByteArray("prod.example.com") << ConnectionClass::Production;
    QTest::newRow("the environment's service") << u"dbname=app"_s << QByteArray("PGSERVICE")
                                               << QByteArray("production") << ConnectionClass::Production;
}

void TestConnectionForm::guessesTheClass()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, variable);
    QFETCH(QByteArray, value);
    if (!variable.isEmpty())
        qputenv(variable.constData(), value);
    const auto form = formFromUrl(url);
    QVERIFY(form);
    QTEST(form->connectionClass(), "expected");
}

void TestConnectionForm::theChoiceOutranksTheGuess()
{
    auto form = formFromUrl(u"postgresql://prod.example.com/app"_s);
    QVERIFY(form);
    form->chosenClass = ConnectionClass::Local;
    QCOMPARE(form->connectionClass(), ConnectionClass::Local);
}

void TestConnectionForm::urlsSayEverythingButSecrets_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("summary");

    QTest::newRow("host") << u"postgresql://mara@db.example.com:5433/app"_s
                          << u"mara@db.example.com:5433/app"_s;
    QTest::newRow("service") << u"postgresql:///?service=shop"_s << u"service shop"_s;
    QTest::newRow("a database of a service")
        << u"postgresql:///orders?service=shop"_s << u"service shop/orders"_s;
    QTest::newRow("patience") << u"postgresql://localhost/app?connect_timeout=3"_s << u"localhost/app"_s;
    QTest::newRow("others") << u"postgresql://localhost/app?application_name=x"_s << u"localhost/app"_s;
}

void TestConnectionForm::urlsSayEverythingButSecrets()
{
    QFETCH(QString, url);
    auto form = formFromUrl(url);
    QVERIFY(form);
    QTEST(form->summary(), "summary");
    form->password = u"secret"_s;
    const auto again = formFromUrl(form->url());
    QVERIFY(again);
    form->password.clear();
    QCOMPARE(*again, *form);
}

void TestConnectionForm::othersAreNeverWrittenToInPassing()
{
    ConnectionForm form{.host = u"localhost"_s, .database = u"app"_s};
    QVERIFY(!form.appliesOnLeave());
    form.applyOnLeave = true;
    for (const auto environment : {ConnectionClass::Local, ConnectionClass::Shared, ConnectionClass::Staging,
                                   ConnectionClass::Production}) {
        form.chosenClass = environment;
        QCOMPARE(form.appliesOnLeave(),
                 environment == ConnectionClass::Local || environment == ConnectionClass::Shared);
        QVERIFY(formFromSaved(form.saved()).applyOnLeave);
    }
    form.chosenClass.reset();
    form.database = u"app_production"_s;
    QVERIFY(!form.appliesOnLeave());
}

QTEST_GUILESS_MAIN(TestConnectionForm)
#include "tst_connectionform.moc"
