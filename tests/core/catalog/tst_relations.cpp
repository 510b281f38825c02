#include "core/catalog/introspect.h"
#include "core/catalog/words.h"
#include "core/pg/connection.h"
#include "tests/core/catalog/snapshotjson.h"
#include "tests/support/testserver.h"

#include <QDir>
#include <QJsonDocument>
#include <QTest>

using namespace squall;
using namespace squall::catalog;
using namespace Qt::StringLiterals;

/// A folder per case: schema.sql is loaded, and what is read of it stands in expected.json, or in
/// expected.txt when the case is about dependencies. A folder named since-15-… counts from that version on.
class TestRelations : public QObject
{
    Q_OBJECT

private slots:
    void cases_data();
    void cases();
};

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int firstVersionOf(const QString &name)
{
    return name.startsWith(u"since-") ? name.section(u'-', 1, 1).toInt() : 0;
}

QString written(const std::vector<Dependency> &dependencies)
{
    QString text;
    for (const auto &edge : dependencies) {
        text += u"%1 %2 needs %3 %4\n"_s.arg(word(edge.object.kind), edge.object.text(),
                                             word(edge.needs.kind), edge.needs.text());
    }
    return text;
}

} // namespace

void TestRelations::cases_data()
{
    QTest::addColumn<int>("version");
    QTest::addColumn<QString>("folder");
    const QDir cases(QStringLiteral(CASES));
    for (const int version : test::TestServer::versions()) {
        for (const auto &name : cases.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
            if (version >= firstVersionOf(name))
                QTest::addRow("%s on %d", qPrintable(name), version)
                    << version << cases.filePath(name) + u'/';
        }
    }
}

void TestRelations::cases()
{
    QFETCH(int, version);
    QFETCH(QString, folder);
    pg::Connection connection(test::TestServer::of(version).createDatabase());
    const auto loaded = connection.runScript(QString::fromUtf8(contentsOf(folder + u"schema.sql"_s)));
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message));
    const auto snapshot = introspect(connection);
    QVERIFY2(snapshot, snapshot ? "" : qPrintable(snapshot.error().message));

    if (QFile::exists(folder + u"expected.txt"_s)) {
        QCOMPARE(written(*snapshot->dependencies), QString::fromUtf8(contentsOf(folder + u"expected.txt"_s)));
        return;
    }
    const auto expected = QJsonDocument::fromJson(contentsOf(folder + u"expected.json"_s));
    QVERIFY(expected.isObject());
    const auto difference =
        test::firstDifference({expected.object(), firstVersionOf(QDir(folder).dirName()) >= 18}, *snapshot);
    QVERIFY2(difference.isEmpty(), qPrintable(difference));
}

QTEST_GUILESS_MAIN(TestRelations)
#include "tst_relations.moc"
