#include "models/query/sqlfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::Literals::StringLiterals;

class TestSqlFile : public QObject
{
    Q_OBJECT

private slots:
    void comesBackByteByByte_data();
    void comesBackByteByByte();
    void saysWhatIsNotUtf8();
    void refusesWhatIsNoText();
    void refusesTheVeryLarge();
    void saysWhenAnEncodingLacksASign();
    void saysWhyNothingWasWritten();
    void marksTellBytesApart();

private:
    QString file(const QByteArray &bytes) const
    {
        QFile made(m_folder.filePath(u"a.sql"_s));
        if (!made.open(QIODevice::WriteOnly | QIODevice::Truncate) || made.write(bytes) != bytes.size())
            return {};
        return made.fileName();
    }

    QTemporaryDir m_folder;
};

void TestSqlFile::comesBackByteByByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");

    QTest::newRow("empty") << QByteArray() << QString();
    QTest::newRow("UTF-8") << QByteArray("select '\xC3\xB6\xF0\x9F\xA6\xA6'\n") << u"select 'ö🦦'\n"_s;
    QTest::newRow("with a mark before it") << QByteArray("\xEF\xBB\xBFselect 1") << u"select 1"_s;
    QTest::newRow("lines of Windows") << QByteArray("select\r\n1\r\n") << u"select\r\n1\r\n"_s;
    QTest::newRow("Latin-1") << QByteArray("select '\xF6'") << u"select 'ö'"_s;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFEs\0q\0l\0", 8) << u"sql"_s;
}

void TestSqlFile::comesBackByteByByte()
{
    QFETCH(QByteArray, bytes);
    const auto path = file(bytes);
    const auto read = readSqlFile(path);
    QVERIFY(read.ok());
    QTEST(read->text, "text");
    QCOMPARE(markOfText(read->text, read->encoding), read->mark);
    const auto written = writeSqlFile(path, read->text, read->encoding);
    QVERIFY(written.ok());
    QCOMPARE(written->mark, read->mark);
    QCOMPARE(markOfFile(path), read->mark);
    QFile again(path);
    QVERIFY(again.open(QIODevice::ReadOnly));
    QCOMPARE(again.readAll(), bytes);
}

void TestSqlFile::saysWhatIsNotUtf8()
{
    const auto read = readSqlFile(file("select 1;\nselect '\xF6';\n"));
    QVERIFY(read.ok());
    QVERIFY2(read->remark.contains(u"line 2"), qPrintable(read->remark));
    QCOMPARE(readSqlFile(file("select 1"))->remark, QString());
}

void TestSqlFile::refusesWhatIsNoText()
{
    const auto read = readSqlFile(file(QByteArray("select 1\n\0\1", 11)));
    QVERIFY(!read.ok());
    QVERIFY2(read.error().message.contains(u"line 2"), qPrintable(read.error().message));
}

void TestSqlFile::refusesTheVeryLarge()
{
    const auto path = file("--");
    QVERIFY(QFile::resize(path, largestSqlFile + 1));
    const auto read = readSqlFile(path);
    QVERIFY(!read.ok());
    QVERIFY(read.error().hint.contains(u"squall query"));
}

void TestSqlFile::saysWhenAnEncodingLacksASign()
{
    const auto path = file("\xF6");
    const auto read = readSqlFile(path);
    const auto written = writeSqlFile(path, u"ö 🦦"_s, read->encoding);
    QVERIFY(written.ok());
    QCOMPARE(written->encoding, u"UTF-8"_s);
    QVERIFY(!written->remark.isEmpty());
    QCOMPARE(readSqlFile(path)->text, u"ö 🦦"_s);
}

void TestSqlFile::saysWhyNothingWasWritten()
{
    const auto written = writeSqlFile(m_folder.filePath(u"nowhere/a.sql"_s), u"x"_s, {});
    QVERIFY(!written.ok());
    QVERIFY(!written.error().detail.isEmpty());
    QVERIFY(!readSqlFile(m_folder.filePath(u"nowhere.sql"_s)).ok());
}

void TestSqlFile::marksTellBytesApart()
{
    const auto one = readSqlFile(file("select 1"))->mark;
    QVERIFY(one != readSqlFile(file("select 2"))->mark);
    QCOMPARE(markOfFile(m_folder.filePath(u"nowhere.sql"_s)), QByteArray());
}

QTEST_GUILESS_MAIN(TestSqlFile)
#include "tst_sqlfile.moc"
