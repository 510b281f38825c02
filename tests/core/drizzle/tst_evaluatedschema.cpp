#include "core/drizzle/evaluateschema.h"
#include "core/drizzle/schemafiles.h"
#include "core/drizzle/snapshotreader.h"
#include "core/drizzle/snapshotwriter.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace squall;
using namespace squall::drizzle;
using namespace Qt::StringLiterals;

namespace {

const auto casesFolder = QStringLiteral(SQUALL_CONFORMANCE);

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject jsonOf(const QString &path)
{
    return QJsonDocument::fromJson(contents(path)).object();
}

QStringList patternsOf(const QJsonObject &config)
{
    const auto schema = config[u"schema"_s];
    if (schema.isString())
        return {schema.toString()};
    QStringList all;
    for (const auto &each : schema.toArray())
        all += each.toString();
    return all.isEmpty() ? QStringList{u"./schema.ts"_s} : all;
}

/// What drizzle-kit has recorded of a case's step.
QString snapshotOf(const QString &folder, const QString &tag)
{
    return u"%1/expected/drizzle/meta/%2_snapshot.json"_s.arg(folder, tag.section(u'_', 0, 0));
}

} // namespace

/// What the schemas of the conformance cases evaluate to, beside what drizzle-kit has recorded of them.
class TestEvaluatedSchema : public QObject
{
    Q_OBJECT

private slots:
    void asRecorded_data();
    void asRecorded();
};

void TestEvaluatedSchema::asRecorded_data()
{
    QTest::addColumn<QString>("project");
    QTest::addColumn<QStringList>("patterns");
    QTest::addColumn<QString>("casing");
    QTest::addColumn<QString>("recorded");
    for (const auto &name : QDir(casesFolder).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const auto folder = casesFolder + u'/' + name;
        const auto config = jsonOf(folder + u"/case.json"_s)[u"config"_s].toObject();
        for (const auto &each : jsonOf(folder + u"/expected/status.json"_s)[u"steps"_s].toArray()) {
            const auto step = each.toObject();
            const auto tag = step[u"tag"_s].toString();
            const auto project = folder + u'/' + step[u"v"_s].toString();
            if (tag.isEmpty() || !QDir(project).exists())
                continue;
            QTest::newRow(qPrintable(name + u' ' + tag))
                << project << patternsOf(config) << config[u"casing"_s].toString() << snapshotOf(folder, tag);
        }
    }
    // A schema of our own with a little of everything, recorded by drizzle-kit 0.31.11.
    const auto own = QStringLiteral(SQUALL_EVALUATED);
    for (const auto *casing : {"none", "snake_case", "camelCase"}) {
        const auto word = QString::fromLatin1(casing);
        QTest::addRow("everything, casing %s", casing)
            << own << QStringList{u"schema.ts"_s} << (word == u"none"_s ? QString() : word)
            << own + u'/' + word + u".json"_s;
    }
}

void TestEvaluatedSchema::asRecorded()
{
    QFETCH(QString, project);
    QFETCH(QStringList, patterns);
    QFETCH(QString, casing);
    QFETCH(QString, recorded);
    auto expected = readSnapshot(contents(recorded));
    QVERIFY(expected);
    expected->id.clear();
    expected->prevId.clear();

    ProjectFiles files(project);
    const auto made = evaluateSchema({.entries = schemaFiles(patterns, project), .casing = casing}, files,
                                     {.program = QStringLiteral(SQUALL_EVALUATE), .cached = false});
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    QCOMPARE(QString::fromUtf8(writeSnapshot(made->snapshot)), QString::fromUtf8(writeSnapshot(*expected)));
}

QTEST_GUILESS_MAIN(TestEvaluatedSchema)
#include "tst_evaluatedschema.moc"
