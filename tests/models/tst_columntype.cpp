#include "models/columntype.h"

#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using Cut = ColumnType::Cut;

Q_DECLARE_METATYPE(squall::models::ColumnType::Cut)

class TestColumnType : public QObject
{
    Q_OBJECT

private slots:
    void kind_data();
    void kind();
};

void TestColumnType::kind_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<TypeKind>("expected");
    QTest::addColumn<Cut>("cut");
    QTest::addColumn<bool>("sortable");

    QTest::newRow("bigint") << u"bigint"_s << TypeKind::Number << Cut::Never << true;
    QTest::newRow("number with a scale") << u"numeric(10,2)"_s << TypeKind::Number << Cut::Never << true;
    QTest::newRow("text") << u"text"_s << TypeKind::Text << Cut::Text << true;
    QTest::newRow("varchar") << u"character varying(255)"_s << TypeKind::Text << Cut::Text << true;
    QTest::newRow("padded text keeps its blanks")
        << u"character(3)"_s << TypeKind::Text << Cut::Never << true;
    QTest::newRow("precision in the middle")
        << u"timestamp(3) with time zone"_s << TypeKind::Time << Cut::Never << true;
    QTest::newRow("json has no order") << u"json"_s << TypeKind::Json << Cut::AsText << false;
    QTest::newRow("jsonb") << u"jsonb"_s << TypeKind::Json << Cut::AsText << true;
    QTest::newRow("bytea") << u"bytea"_s << TypeKind::Bytea << Cut::Bytes << true;
    QTest::newRow("array") << u"integer[]"_s << TypeKind::Array << Cut::AsText << true;
    QTest::newRow("enum") << u"app.\"Mood\""_s << TypeKind::Enum << Cut::Never << true;
    QTest::newRow("domain over a domain") << u"app.outer"_s << TypeKind::Json << Cut::AsText << true;
    QTest::newRow("inet keeps its form") << u"inet"_s << TypeKind::Other << Cut::Never << true;
    QTest::newRow("unknown") << u"app.\"we(i)rd\""_s << TypeKind::Other << Cut::Never << true;
}

void TestColumnType::kind()
{
    QFETCH(const QString, type);
    catalog::Snapshot snapshot;
    catalog::Enum mood;
    mood.schema = u"app"_s;
    mood.name = u"Mood"_s;
    snapshot.enums = {mood};
    catalog::Domain inner;
    inner.schema = u"app"_s;
    inner.name = u"inner"_s;
    inner.baseType = u"jsonb"_s;
    catalog::Domain outer = inner;
    outer.name = u"outer"_s;
    outer.baseType = u"app.\"inner\""_s;
    snapshot.domains = {inner, outer};
    // Both words are reserved, so the server quotes them.
    const QString written = type == u"app.outer" ? u"app.\"outer\""_s : type;

    const auto traits = columnType(snapshot, written);

    QTEST(traits.kind, "expected");
    QTEST(traits.cut, "cut");
    QTEST(traits.sortable, "sortable");
}

QTEST_GUILESS_MAIN(TestColumnType)
#include "tst_columntype.moc"
