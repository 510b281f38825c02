#include "core/catalog/snapshot.h"
#include "core/drizzle/history.h"
#include "core/drizzle/migration.h"
#include "core/drizzle/statements.h"

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

QString contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

ObjectId entity(const QString &kind, const QJsonArray &names)
{
    static const QHash<QString, Kind> kinds = {
        {u"schema"_s, Kind::Schema}, {u"role"_s, Kind::Role},     {u"table"_s, Kind::Table},
        {u"enum"_s, Kind::Enum},     {u"column"_s, Kind::Column}, {u"sequence"_s, Kind::Sequence},
        {u"view"_s, Kind::View},     {u"policy"_s, Kind::Policy},
    };
    if (names.size() == 1)
        return {kinds.value(kind), {}, names.at(0).toString()};
    return {kinds.value(kind), names.at(0).toString(), names.at(1).toString(), names.at(2).toString()};
}

/// What the people answered who recorded the case.
diff::Renames renamesOf(const QJsonArray &hints)
{
    diff::Renames renames;
    for (const auto &each : hints) {
        const auto hint = each.toObject();
        if (hint[u"type"] != u"rename"_s)
            continue;
        const auto kind = hint[u"kind"].toString();
        renames.insert(entity(kind, hint[u"from"].toArray()), entity(kind, hint[u"to"].toArray()));
    }
    return renames;
}

} // namespace

/// Later migrations are drizzle-kit's to the byte, where it writes what works.
class TestMigration : public QObject
{
    Q_OBJECT

private slots:
    void everyRecordedOne_data();
    void everyRecordedOne();
};

void TestMigration::everyRecordedOne_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("number");
    const QDir cases(QStringLiteral(SQUALL_CONFORMANCE));
    for (const auto &name : cases.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const auto folder = cases.filePath(name);
        const auto history = History::read(folder + u"/expected/drizzle"_s);
        QVERIFY(history.ok());
        for (int i = 1; i < static_cast<int>(history->journal().entries().size()); ++i)
            QTest::newRow(qPrintable(name + u' ' + QString::number(i))) << folder << i;
    }
}

void TestMigration::everyRecordedOne()
{
    QFETCH(const QString, folder);
    QFETCH(const int, number);
    const auto history = History::read(folder + u"/expected/drizzle"_s);
    QVERIFY(history.ok());
    const auto at = static_cast<std::size_t>(number);
    const auto &entry = history->journal().entries()[at];
    const auto answers = QJsonDocument::fromJson(contents(folder + u"/answers.json"_s).toUtf8()).object();
    const auto step = u"v%1"_s.arg(number + 1);
    // Where drizzle-kit's text is wrong, ours is kept beside it; docs/drizzle-compatibility.md has the
    // reasons.
    const auto ours =
        QStringLiteral(SQUALL_OURS) + u'/' + QFileInfo(folder).fileName() + u'/' + entry.tag + u".sql"_s;
    const auto wanted = contents(QFile::exists(ours) ? ours : history->sqlFile(entry));
    if (wanted.startsWith(u"-- Custom"))
        return;
    const auto migration =
        migrationOf(*history->snapshots()[at - 1].snapshot, *history->snapshots()[at].snapshot,
                    renamesOf(answers[step].toArray()));
    QVERIFY2(migration.ok(), qPrintable(migration ? QString() : migration.error().message));
    QCOMPARE(scriptOf(migration->statements, entry.breakpoints), wanted);
}

QTEST_APPLESS_MAIN(TestMigration)
#include "tst_migration.moc"
