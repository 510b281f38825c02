#include "core/base/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::Literals::StringLiterals;
using namespace squall;

namespace {

struct Message
{
    QString key;
    QString source;
    QStringList translations;
    bool finished = true;
    bool numerus = false;
};

/// One <message>; the reader stands on its start and ends on its end.
Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message;
    QString comment;
    message.numerus = xml.attributes().value(u"numerus"_s) == u"yes";
    while (xml.readNextStartElement()) {
        if (xml.name() == u"source") {
            message.source = xml.readElementText();
        } else if (xml.name() == u"comment") {
            comment = xml.readElementText();
        } else if (xml.name() == u"translation") {
            message.finished = !xml.attributes().hasAttribute(u"type"_s);
            if (!message.numerus) {
                message.translations = {xml.readElementText()};
                continue;
            }
            while (xml.readNextStartElement())
                message.translations += xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    message.key = QStringList{context, message.source, comment}.join(u'\x1f');
    return message;
}

QList<Message> readMessages(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"message")
            messages += readMessage(xml, context);
    }
    return messages;
}

QSet<QString> keys(const QString &path)
{
    QSet<QString> found;
    for (const auto &message : readMessages(path))
        found.insert(message.key);
    return found;
}

/// What lupdate finds in the folders and the .ts file does not have, and the other way round.
QStringList differences(const QStringList &folders, const QString &ts, const QString &workingDirectory)
{
    const QTemporaryDir scratch;
    // Of English only what depends on a number.
    const auto which = ts.endsWith(u"_en.ts") ? QStringList{u"-pluralonly"_s} : QStringList();
    const QString fresh = scratch.filePath(u"squall_de.ts"_s);
    QProcess lupdate;
    lupdate.setWorkingDirectory(workingDirectory);
    lupdate.start(QStringLiteral(SQUALL_LUPDATE),
                  QStringList{u"-silent"_s, u"-locations"_s, u"none"_s} + which + folders +
                      QStringList{u"-I"_s, workingDirectory, u"-ts"_s, fresh});
    if (!lupdate.waitForFinished(120'000) || lupdate.exitCode() != 0)
        return {u"lupdate: "_s + QString::fromUtf8(lupdate.readAllStandardError())};

    const auto wanted = keys(fresh);
    const auto present = keys(ts);
    QStringList found;
    for (const auto &key : wanted - present)
        found += u"missing: "_s + key;
    for (const auto &key : present - wanted)
        found += u"no longer used: "_s + key;
    found.sort();
    return found;
}

/// The numbered places (%1, %n, %L2) of a text, each once.
QSet<QString> places(const QString &text)
{
    static const QRegularExpression place(u"%L?([0-9]{1,2}|n)"_s);
    QSet<QString> found;
    for (auto match = place.globalMatch(text); match.hasNext();)
        found.insert(match.next().captured(1));
    return found;
}

}

class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void everyTextIsInTheFile_data();
    void everyTextIsInTheFile();
    void aForgottenTextIsFound();
    void translationsKeepThePlaces_data();
    void translationsKeepThePlaces();
    void languagesAreCarried();
    void englishHasItsNumbers();
    void theLocaleDecides();
};

namespace {

void addFiles()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(SQUALL_SOURCE_DIR "/translations"));
    for (const auto &name : folder.entryList({u"*.ts"_s}))
        QTest::newRow(qPrintable(name)) << folder.filePath(name);
}

}

void TestTranslations::everyTextIsInTheFile_data()
{
    addFiles();
}

void TestTranslations::everyTextIsInTheFile()
{
    QFETCH(const QString, path);
    const auto found =
        differences({u"core"_s, u"models"_s, u"ui"_s, u"app"_s}, path, QStringLiteral(SQUALL_SOURCE_DIR));
    QVERIFY2(found.isEmpty(), qPrintable(u"run ./dev translations\n"_s + found.join(u'\n')));
}

void TestTranslations::aForgottenTextIsFound()
{
    const QTemporaryDir scratch;
    QVERIFY(QDir(scratch.path()).mkdir(u"ui"_s));
    QFile source(scratch.filePath(u"ui/sample.cpp"_s));
    QVERIFY(source.open(QIODevice::WriteOnly));
    source.write("class Sample : QObject { Q_OBJECT\n void f() { tr(\"Forgotten\"); } };\n");
    source.close();
    QFile ts(scratch.filePath(u"empty.ts"_s));
    QVERIFY(ts.open(QIODevice::WriteOnly));
    ts.write("<TS version=\"2.1\" language=\"de_DE\"><context><name>Gone</name><message><source>Old</source>"
             "<translation>Alt</translation></message></context></TS>\n");
    ts.close();

    const auto found = differences({u"ui"_s}, ts.fileName(), scratch.path());
    QCOMPARE(found, (QStringList{u"missing: Sample\x1f"
                                 "Forgotten\x1f"_s,
                                 u"no longer used: Gone\x1fOld\x1f"_s}));
}

void TestTranslations::translationsKeepThePlaces_data()
{
    addFiles();
}

void TestTranslations::translationsKeepThePlaces()
{
    QFETCH(const QString, path);
    for (const auto &message : readMessages(path)) {
        if (!message.finished)
            continue;
        for (const auto &translation : message.translations) {
            QVERIFY2(!translation.isEmpty(), qPrintable(message.source));
            auto wanted = places(message.source);
            auto present = places(translation);
            if (message.numerus) { // "one row" need not say the number
                wanted.remove(u"n"_s);
                present.remove(u"n"_s);
            }
            QVERIFY2(present == wanted, qPrintable(message.source + u" -> "_s + translation));
        }
    }
}

void TestTranslations::languagesAreCarried()
{
    const QDir files(QStringLiteral(SQUALL_SOURCE_DIR "/translations"));
    QStringList compiled;
    for (const auto &name : files.entryList({u"*.ts"_s}))
        compiled += QString(name).replace(u".ts"_s, u".qm"_s);
    QVERIFY(!compiled.isEmpty());
    QCOMPARE(QDir(u":/i18n"_s).entryList({}, QDir::Files, QDir::Name), compiled);
}

void TestTranslations::englishHasItsNumbers()
{
    QString bad;
    for (const auto &message : readMessages(QStringLiteral(SQUALL_SOURCE_DIR "/translations/squall_en.ts"))) {
        if (!message.finished || message.translations.size() != 2 ||
            message.translations.join(u' ').contains(u"(s)"))
            bad += message.source + u'\n';
    }
    QVERIFY2(bad.isEmpty(), qPrintable(bad));
}

void TestTranslations::theLocaleDecides()
{
    const auto rows = [](int count) {
        return QCoreApplication::translate("squall::models::WriteEffect", "It would change %n row(s).",
                                           nullptr, count);
    };
    const auto text = [] {
        return QCoreApplication::translate("squall::server", "No PostgreSQL server is installed.");
    };
    installTranslations(*QCoreApplication::instance(), QLocale(QLocale::Icelandic));
    QCOMPARE(text(), u"No PostgreSQL server is installed."_s);
    QCOMPARE(rows(1), u"It would change 1 row."_s);
    QCOMPARE(rows(2), u"It would change 2 rows."_s);
    installTranslations(*QCoreApplication::instance(), QLocale(QLocale::German, QLocale::Austria));
    QCOMPARE(text(), u"Es ist kein PostgreSQL-Server installiert."_s);
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
