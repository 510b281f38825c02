#include "core/diff/write/clauses.h"
#include "core/diff/write/index.h"
#include "core/diff/write/rights.h"
#include "core/diff/write/sequence.h"

#include <QTest>

using namespace squall;
using namespace squall::catalog;
using namespace squall::diff;
using namespace Qt::StringLiterals;

class TestWrite : public QObject
{
    Q_OBJECT

private slots:
    void sequenceOptions_data();
    void sequenceOptions();
    void storageParameters_data();
    void storageParameters();
    void indexKeys();
    void rightsGroupAndKeepTheGrantor();
    void percentSignsInNamesAreOnlyCharacters();
};

void TestWrite::sequenceOptions_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QList<qint64>>("numbers"); // start, increment, minimum, maximum, cache
    QTest::addColumn<bool>("cycle");
    QTest::addColumn<QString>("sql");

    const qint64 most = std::numeric_limits<qint64>::max();
    const qint64 least = std::numeric_limits<qint64>::min();
    QTest::newRow("as it is born") << u"bigint"_s << QList<qint64>{1, 1, 1, most, 1} << false << QString();
    QTest::newRow("integer as it is born")
        << u"integer"_s << QList<qint64>{1, 1, 1, 2147483647, 1} << false << QString();
    QTest::newRow("falling") << u"bigint"_s << QList<qint64>{-1, -1, least, -1, 1} << false
                             << u"INCREMENT BY -1"_s;
    QTest::newRow("all said") << u"smallint"_s << QList<qint64>{5, 2, 3, 99, 7} << true
                              << u"START WITH 5 INCREMENT BY 2 MINVALUE 3 MAXVALUE 99 CACHE 7 CYCLE"_s;
    QTest::newRow("starting at its minimum")
        << u"bigint"_s << QList<qint64>{10, 1, 10, most, 1} << false << u"MINVALUE 10"_s;
}

void TestWrite::sequenceOptions()
{
    QFETCH(QString, type);
    QFETCH(QList<qint64>, numbers);
    QFETCH(bool, cycle);
    const SequenceOptions options = {type, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], cycle};
    QTEST(diff::sequenceOptions(options), "sql");
}

void TestWrite::storageParameters_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("sql");
    QTest::newRow("number") << QStringList{u"fillfactor=70"_s} << u"fillfactor=70"_s;
    QTest::newRow("word and namespace")
        << QStringList{u"toast.autovacuum_enabled=false"_s} << u"toast.autovacuum_enabled=false"_s;
    QTest::newRow("odd value") << QStringList{u"a=b c"_s, u"n_distinct=-0.5"_s}
                               << u"a='b c', n_distinct='-0.5'"_s;
}

void TestWrite::storageParameters()
{
    QFETCH(QStringList, options);
    QTEST(diff::storageParameters(options), "sql");
}

void TestWrite::indexKeys()
{
    Index index;
    index.name = u"i"_s;
    index.method = u"btree"_s;
    index.ordered = true;
    index.keys = {{.column = u"a"_s, .descending = true, .nullsFirst = true},
                  {.column = u"b"_s, .nullsFirst = true},
                  {.expression = u"lower(c)"_s, .collation = u"pg_catalog.\"C\""_s, .statisticsTarget = 100}};
    index.predicate = u"(a > 0)"_s;
    QCOMPARE(
        createIndex(u"s.t"_s, u"s"_s, index, false),
        (QStringList{
            u"CREATE INDEX i ON s.t USING btree (a DESC, b NULLS FIRST, (lower(c)) COLLATE pg_catalog.\"C\")"
            " WHERE (a > 0)"_s,
            u"ALTER INDEX s.i ALTER COLUMN 3 SET STATISTICS 100"_s}));
}

void TestWrite::rightsGroupAndKeepTheGrantor()
{
    Privileges privileges;
    privileges.revoked = {{.right = u"EXECUTE"_s}};
    privileges.granted = {{.grantee = u"reader"_s, .right = u"INSERT"_s},
                          {.grantee = u"reader"_s, .right = u"SELECT"_s},
                          {.grantee = u"other"_s, .right = u"SELECT"_s, .grantor = u"reader"_s}};
    QCOMPARE(
        rightsOn(u"TABLE s.t"_s, privileges),
        (QStringList{u"REVOKE EXECUTE ON TABLE s.t FROM PUBLIC"_s,
                     u"GRANT INSERT, SELECT ON TABLE s.t TO reader"_s, u"SET SESSION AUTHORIZATION reader"_s,
                     u"GRANT SELECT ON TABLE s.t TO other"_s, u"RESET SESSION AUTHORIZATION"_s}));
}

void TestWrite::percentSignsInNamesAreOnlyCharacters()
{
    Index index;
    index.name = u"%2 %1"_s;
    index.method = u"btree"_s;
    index.keys = {{.column = u"%3"_s, .statisticsTarget = 5}};
    QCOMPARE(createIndex(u"s.t"_s, u"s"_s, index, false),
             (QStringList{u"CREATE INDEX \"%2 %1\" ON s.t USING btree (\"%3\")"_s,
                          u"ALTER INDEX s.\"%2 %1\" ALTER COLUMN 1 SET STATISTICS 5"_s}));
}

QTEST_GUILESS_MAIN(TestWrite)
#include "tst_write.moc"
