#include "ui/window/unlockdialog.h"

#include "models/opendatabase.h"
#include "tests/support/testserver.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

class TestUnlockDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aWrongNameIsRefusedInPlace();
    void theNameUnlocksForTenMinutes();
    void othersAreNeverLocked();

private:
    ConnectionForm m_form;
    QString m_name;
};

void TestUnlockDialog::initTestCase()
{
    const auto options = test::TestServer::of().createDatabase();
    m_form.host = QString::fromUtf8(options.value("host"));
    m_form.port = QString::fromUtf8(options.value("port"));
    m_form.user = QString::fromUtf8(options.value("user"));
    m_form.database = m_name = QString::fromUtf8(options.value("dbname"));
    m_form.chosenClass = ConnectionClass::Production;
}

void TestUnlockDialog::aWrongNameIsRefusedInPlace()
{
    OpenDatabase database(m_form);
    QVERIFY(database.isWritingLocked());
    database.open();
    QTRY_COMPARE_WITH_TIMEOUT(database.state(), OpenDatabase::State::Open, 10000);

    ui::UnlockDialog dialog(database);
    dialog.show();
    QTest::keyClicks(dialog.findChild<QLineEdit *>(u"unlockName"_s), u"something"_s);
    QTest::mouseClick(dialog.findChild<QPushButton *>(u"unlockButton"_s), Qt::LeftButton);
    auto *error = dialog.findChild<QLabel *>(u"unlockError"_s);
    QVERIFY(error->isVisible());
    QVERIFY2(error->text().contains(m_name), qPrintable(error->text()));
    QVERIFY(dialog.isVisible());
    QVERIFY(database.isWritingLocked());
}

void TestUnlockDialog::theNameUnlocksForTenMinutes()
{
    OpenDatabase database(m_form);
    database.open();
    QTRY_COMPARE_WITH_TIMEOUT(database.state(), OpenDatabase::State::Open, 10000);

    ui::UnlockDialog dialog(database);
    dialog.show();
    auto *name = dialog.findChild<QLineEdit *>(u"unlockName"_s);
    QTest::keyClicks(name, m_name);
    QTest::keyClick(name, Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
    QVERIFY(!database.isWritingLocked());
    QVERIFY(database.writingRemaining() > std::chrono::minutes(9));
    QVERIFY(database.writingRemaining() <= std::chrono::minutes(10));

    database.lockWriting();
    QVERIFY(database.isWritingLocked());
}

void TestUnlockDialog::othersAreNeverLocked()
{
    auto form = m_form;
    form.chosenClass = ConnectionClass::Local;
    OpenDatabase database(form);
    QVERIFY(!database.isWritingLocked());
    QCOMPARE(database.writingRemaining(), std::chrono::seconds(0));
}

QTEST_MAIN(TestUnlockDialog)
#include "tst_unlockdialog.moc"
