#include "core/drizzle/dotenv.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace squall::drizzle;
using namespace Qt::StringLiterals;

namespace {

/// What the npm package makes of each of the texts.
QJsonArray parsedByNpm(const QStringList &texts)
{
    QProcess node;
    node.setWorkingDirectory(QStringLiteral(SQUALL_NODE_PACKAGES));
    const auto script = u"const { parse } = require('dotenv');"
                        "const texts = JSON.parse(require('fs').readFileSync(0, 'utf8'));"
                        "console.log(JSON.stringify(texts.map((text) => parse(text))));"_s;
    node.start(QStringLiteral(SQUALL_NODE), {u"-e"_s, script});
    node.write(QJsonDocument(QJsonArray::fromStringList(texts)).toJson());
    node.closeWriteChannel();
    node.waitForFinished(-1);
    return QJsonDocument::fromJson(node.readAllStandardOutput()).array();
}

QJsonObject parsedHere(const QString &text)
{
    QJsonObject values;
    for (const auto &[name, value] : parseDotenv(text))
        values[name] = value;
    return values;
}

} // namespace

/// `.env` texts, beside the npm package that everybody uses.
class TestDotenv : public QObject
{
    Q_OBJECT

private slots:
    void asNpm_data();
    void asNpm();
    void randomTexts();
};

void TestDotenv::asNpm_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"A=1\nB = two words  \nC=\nD"_s;
    QTest::newRow("comments") << u"# one\nA=1 # two\nB=a#b\nC='a#b' # c\nD=\"#\"\n  #E=1"_s;
    QTest::newRow("quotes") << u"A='it''s'\nB=\"say \\\"hi\\\"\"\nC=`'\"`\nD='open\nE=\"a\"b\nF=a'b'"_s;
    QTest::newRow("line breaks within quotes") << u"A=\"one\ntwo\"\nB='three\n\nfour' # five\nC=6"_s;
    QTest::newRow("escapes") << u"A=\"a\\nb\\rc\"\nB='a\\nb'\nC=a\\nb\nD=\"a\\\\n\""_s;
    QTest::newRow("not expanded") << u"A=1\nB=${A}\nC=$A\nD=\"${A}\""_s;
    QTest::newRow("export") << u"export A=1\n  export   B='2'\nexport=3\nexport C\nexport\nD=4"_s;
    QTest::newRow("colon") << u"A: 1\nB:2\nC : 3\nD:\n4"_s;
    QTest::newRow("names") << u"a.b-c_1=1\n1=2\nÄ=3\nA B=4\n=5"_s;
    QTest::newRow("line ends") << u"A=1\r\nB=2\rC=3\r\n\r\n"_s;
    QTest::newRow("value on the next line") << u"A=\n'x'\nB=\ny\nC\n=z"_s;
    QTest::newRow("twice") << u"A=1\nB=2\nA=3"_s;
    QTest::newRow("mark at the start") << u"\uFEFFA=1"_s;
    QTest::newRow("connection string") << u"DATABASE_URL=\"postgres://u:p%40@h:5432/d?sslmode=require#x\""_s;
}

void TestDotenv::asNpm()
{
    QFETCH(QString, text);
    const auto expected = parsedByNpm({text});
    QCOMPARE(expected.size(), 1);
    QCOMPARE(QJsonDocument(parsedHere(text)).toJson(), QJsonDocument(expected[0].toObject()).toJson());
}

void TestDotenv::randomTexts()
{
    const auto letters = u"AB= =\n'\"`#\\n:\r export\t$"_s;
    QRandomGenerator random(4711);
    QStringList texts;
    for (int i = 0; i < 20000; ++i) {
        QString text;
        const int length = random.bounded(40);
        for (int at = 0; at < length; ++at)
            text += letters[random.bounded(letters.size())];
        texts += text;
    }
    const auto expected = parsedByNpm(texts);
    QCOMPARE(expected.size(), texts.size());
    for (int i = 0; i < texts.size(); ++i) {
        if (parsedHere(texts[i]) != expected[i].toObject())
            qInfo().noquote()
                << QJsonDocument(QJsonArray{texts[i], parsedHere(texts[i]), expected[i]}).toJson();
        QCOMPARE(parsedHere(texts[i]), expected[i].toObject());
    }
}

QTEST_GUILESS_MAIN(TestDotenv)
#include "tst_dotenv.moc"
