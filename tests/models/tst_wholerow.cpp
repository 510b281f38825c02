#include "core/catalog/introspect.h"
#include "core/pg/sessionpool.h"
#include "models/rowwindowmodel.h"
#include "models/wholerow.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"

#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

class TestWholeRow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void namesAndReadsEveryRow_data();
    void namesAndReadsEveryRow();
    void longValuesComeWhole();
    void whatIsGoneIsNotFound();
    void seesItsTransaction();
    void viewsNameNothing();

private:
    RowSource source(const QString &name);
    std::unique_ptr<RowWindowModel> open(const QString &name, const std::vector<SortKey> &sort = {});

    std::unique_ptr<pg::Connection> m_connection;
    std::unique_ptr<pg::SessionPool> m_sessions;
};

void TestWholeRow::initTestCase()
{
    const auto options = test::TestServer::of().createDatabase();
    m_connection = std::make_unique<pg::Connection>(options);
    m_sessions = std::make_unique<pg::SessionPool>(options);
    NEED(m_connection->runScript(
        u"create table composite (a char(3), b timestamptz, v text, primary key (b, a));"
        "insert into composite select 'k' || g % 5, timestamptz '2026-01-01' + g * interval '1.000001 s', "
        "'v' "
        "|| g from generate_series(1, 50) g;"
        "create table floats (x double precision primary key, y real);"
        "insert into floats values ('NaN', 1), ('-Infinity', 2), (0.1, 3), (1e300, null), (-0.0, 0.3);"
        "create table keyless (n int, note text); insert into keyless select g, null from generate_series(1, "
        "20) g;"
        "create table parent (id int primary key, v int); create table child (primary key (id)) inherits "
        "(parent);"
        "insert into parent select g, g from generate_series(1, 10) g;"
        "insert into child select g, -g from generate_series(1, 10) g;"
        "create table \"we\"\"ird %1\" (\"%2;--\" text primary key, v int);"
        "insert into \"we\"\"ird %1\" values ('', 1), (E'a\\\\b''c', 2);"
        "create table long (id int primary key, t text, j jsonb, y bytea);"
        "insert into long values (1, repeat('ü', 5000), jsonb_build_array(repeat('x', 3000)),"
        " decode(repeat('ab', 4000), 'hex'));"
        "create view seen as select distinct * from long;"_s));
}

RowSource TestWholeRow::source(const QString &name)
{
    const auto snapshot = catalog::introspect(*m_connection);
    const auto found = snapshot ? rowSource(*snapshot, {Kind::Table, u"public"_s, name}) : std::nullopt;
    if (!found)
        qFatal("no such relation: %s", qPrintable(name));
    return *found;
}

std::unique_ptr<RowWindowModel> TestWholeRow::open(const QString &name, const std::vector<SortKey> &sort)
{
    auto model = std::make_unique<RowWindowModel>(*m_sessions);
    model->setSort(sort);
    model->setSource(source(name));
    if (!QTest::qWaitFor([&] { return model->state() == RowWindowModel::State::Ready; }))
        qFatal("%s did not come", qPrintable(name));
    return model;
}

void TestWholeRow::namesAndReadsEveryRow_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<std::vector<SortKey>>("sort");
    QTest::addColumn<QStringList>("key");

    using Sort = std::vector<SortKey>;
    QTest::newRow("two columns") << u"composite"_s << Sort{} << QStringList{u"b"_s, u"a"_s};
    QTest::newRow("two columns, sorted by one of them")
        << u"composite"_s << Sort{{.column = u"a"_s, .descending = true}} << QStringList{u"b"_s, u"a"_s};
    QTest::newRow("floats") << u"floats"_s << Sort{{.column = u"y"_s}} << QStringList{u"x"_s};
    QTest::newRow("by place on disk") << u"keyless"_s << Sort{} << QStringList{u"ctid"_s};
    QTest::newRow("by place, sorted") << u"keyless"_s << Sort{{.column = u"n"_s}} << QStringList{u"ctid"_s};
    QTest::newRow("inherited") << u"parent"_s << Sort{} << QStringList{u"id"_s, u"tableoid"_s};
    QTest::newRow("hostile names") << u"we\"ird %1"_s << Sort{} << QStringList{u"%2;--"_s};
}

void TestWholeRow::namesAndReadsEveryRow()
{
    QFETCH(const QString, table);
    QFETCH(const std::vector<SortKey>, sort);
    QFETCH(const QStringList, key);
    const auto model = open(table, sort);
    QVERIFY(model->rowCount() > 0);
    for (int row = 0; row < model->rowCount(); ++row) {
        const auto identity = model->identityOf(row);
        QCOMPARE(identity.parts.size(), size_t(key.size()));
        for (qsizetype part = 0; part < key.size(); ++part)
            QCOMPARE(identity.parts[static_cast<size_t>(part)].first, key[part]);
        const auto values = readWholeRow(*m_connection, model->source(), identity);
        NEED(values);
        QCOMPARE(values->size(), model->columnCount());
        for (int column = 0; column < model->columnCount(); ++column) {
            const auto cell = model->index(row, column);
            const auto value = values->value(model->headerData(column, Qt::Horizontal).toString());
            QCOMPARE(!value.has_value(), cell.data(NullRole).toBool());
            QCOMPARE(QString::fromUtf8(value.value_or(QByteArray())), cell.data().toString());
        }
    }
    QVERIFY(!model->identityOf(-1).isValid());
    QVERIFY(!model->identityOf(model->rowCount()).isValid());
}

void TestWholeRow::longValuesComeWhole()
{
    const auto model = open(u"long"_s);
    const auto identity = model->identityOf(0);
    const auto values = readWholeRow(*m_connection, model->source(), identity);
    NEED(values);
    QCOMPARE(values->value(u"t"_s), Query::Parameter(QString(5000, u'ü').toUtf8()));
    QCOMPARE(values->value(u"y"_s)->size(), 2 + 2 * 4000);
    const auto json = readWholeValue(*m_connection, model->source(), identity, u"j"_s);
    NEED(json);
    QCOMPARE(*json, Query::Parameter("[\"" + QByteArray(3000, 'x') + "\"]"));
}

void TestWholeRow::whatIsGoneIsNotFound()
{
    const auto missing = readWholeRow(*m_connection, source(u"long"_s), {{{u"id"_s, "77"}}});
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, Error::Code::NotFound);
    const auto unnamed = readWholeRow(*m_connection, source(u"long"_s), {});
    QVERIFY(!unnamed);
    QCOMPARE(unnamed.error().code, Error::Code::Usage);
    const auto value = readWholeValue(*m_connection, source(u"long"_s), {{{u"id"_s, "77"}}}, u"t"_s);
    QVERIFY(!value);
    QCOMPARE(value.error().code, Error::Code::NotFound);
}

void TestWholeRow::seesItsTransaction()
{
    const auto relation = source(u"long"_s);
    NEED(m_connection->transaction([&](pg::Connection &connection) -> Result<Done> {
        const auto inserted = connection.fetch({u"insert into long (id, t) values (5, 'mine')"_s});
        if (!inserted)
            return inserted.error();
        const auto value = readWholeValue(connection, relation, {{{u"id"_s, "5"}}}, u"t"_s);
        if (!value)
            return value.error();
        if (*value != Query::Parameter("mine"))
            return Error{.message = u"another value"_s};
        return Done{};
    }));
    NEED(m_connection->runScript(u"delete from long where id = 5"_s));
}

void TestWholeRow::viewsNameNothing()
{
    const auto model = open(u"seen"_s);
    QCOMPARE(model->rowCount(), 1);
    QVERIFY(!model->identityOf(0).isValid());
}

QTEST_GUILESS_MAIN(TestWholeRow)
#include "tst_wholerow.moc"
