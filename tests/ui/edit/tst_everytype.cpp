#include "core/base/quote.h"
#include "core/catalog/introspect.h"
#include "core/edit/validate.h"
#include "core/edit/values/array.h"
#include "core/pg/sessionpool.h"
#include "models/commit.h"
#include "models/rowwindowmodel.h"
#include "tests/support/need.h"
#include "tests/support/testserver.h"
#include "tests/ui/edit/nastyvalues.h"
#include "ui/edit/valueeditor.h"
#include "ui/grid/gridcolumn.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QProcess>
#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;
using test::TestServer;

namespace {

/// psql separates with what no value here contains.
constexpr char fieldEnd = '\x1E';
constexpr char rowEnd = '\x1F';
const QByteArray nullWord("\x1D");
constexpr int psqlTimeoutMs = 60'000;

struct BuiltinType
{
    QString name; ///< pg_type.typname
    char delimiter = ',';
    bool hasArray = false;
};

using Table = std::vector<std::vector<QByteArray>>;

} // namespace

/// Each built-in type of each server, as its own catalog lists them, and the arrays of them: what a grid
/// shows is what psql prints, and what an editor gives comes back from the server byte for byte.
class TestEveryType : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<ui::Theme>(*qApp, ui::Theme::Choice::Light); }
    void cleanupTestCase() { m_theme.reset(); }
    void everyType_data();
    void everyType();

private:
    static std::vector<BuiltinType> builtinTypes(pg::Connection &connection);
    void fill(const BuiltinType &type);
    Table printed(const BuiltinType &type) const;
    void compareDisplay(const BuiltinType &type, const Table &expected);
    void editEveryValue(const BuiltinType &type, const Table &expected);
    QByteArray throughEditor(const edit::ValueType &type, const QByteArray &text) const;
    QString table(const BuiltinType &type) const { return u"t_"_s + type.name; }

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<pg::Connection> m_connection;
    std::unique_ptr<pg::SessionPool> m_sessions;
    catalog::SnapshotPtr m_snapshot;
};

void TestEveryType::everyType_data()
{
    QTest::addColumn<int>("version");
    for (const int version : TestServer::versions())
        QTest::addRow("PostgreSQL %d", version) << version;
}

std::vector<BuiltinType> TestEveryType::builtinTypes(pg::Connection &connection)
{
    const auto types = connection.fetch({u"select typname, typdelim, typarray <> 0 from pg_type where "
                                         u"typnamespace = 'pg_catalog'::regnamespace"
                                         " and typtype in ('b', 'd', 'e', 'm', 'r') and typcategory <> 'A' "
                                         "or typname in ('int2vector', 'oidvector')"
                                         " order by typname"_s});
    std::vector<BuiltinType> all;
    for (int row = 0; types && row < types->rowCount(); ++row)
        all.push_back({types->text(row, 0), types->cell(row, 1)->front(), types->text(row, 2) == u"t"});
    return all;
}

/// Row 0 holds NULLs; row k the k-th value and an array of it with a NULL; the last an array of all.
void TestEveryType::fill(const BuiltinType &type)
{
    const auto name = u"pg_catalog."_s + quote(type.name);
    NEED(m_connection->runScript(u"create table %1 (id int primary key, v %2%3)"_s.arg(
        quote(table(type)), name, type.hasArray ? u", a %1[]"_s.arg(name) : QString())));
    NEED(m_connection->fetch({u"insert into %1 (id) values (0)"_s.arg(quote(table(type)))}));
    if (test::isUnwritable(type.name))
        return;
    const auto values = test::nastyValues(type.name);
    QVERIFY2(values, qPrintable(u"no values for "_s + type.name));
    int id = 0;
    std::vector<Query::Parameter> all;
    for (const auto &value : *values) {
        const auto id8 = QByteArray::number(++id);
        const auto inserted = m_connection->fetch(
            {u"insert into %1 (id, v) values ($1, $2)"_s.arg(quote(table(type))), {id8, value}});
        // Servers that are built without libxml know the type, and read nothing of it.
        if (!inserted && type.name == u"xml" && inserted.error().sqlState == u"0A000")
            return;
        QVERIFY2(inserted, inserted ? "" : qPrintable(type.name + u": "_s + inserted.error().message));
        all.emplace_back(value);
        if (!type.hasArray)
            continue;
        const edit::ArrayValue pair{{{2, 2}}, {value, std::nullopt}};
        NEED(m_connection->fetch({u"update %1 set a = $2 where id = $1"_s.arg(quote(table(type))),
                                  {id8, edit::writeArray(pair, type.delimiter)}}));
    }
    if (!type.hasArray)
        return;
    const edit::ArrayValue square{{{1, 2}, {1, int(all.size())}}, [&all] {
                                      auto twice = all;
                                      twice.insert(twice.end(), all.begin(), all.end());
                                      return twice;
                                  }()};
    NEED(m_connection->fetch({u"insert into %1 (id, a) values ($1, $2)"_s.arg(quote(table(type))),
                              {QByteArray::number(++id), edit::writeArray(square, type.delimiter)}}));
}

Table TestEveryType::printed(const BuiltinType &type) const
{
    const auto &database = m_connection->options();
    QProcess psql;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PGCLIENTENCODING"_s, u"UTF8"_s);
    psql.setProcessEnvironment(environment);
    psql.start(TestServer::binaries(TestServer::debianVersion) + u"/psql"_s,
               {u"-XAtq"_s, u"-h"_s, QString::fromUtf8(database.value("host")), u"-U"_s,
                QString::fromUtf8(database.value("user")), u"-d"_s,
                QString::fromUtf8(database.value("dbname")), u"-F"_s, QString(QLatin1Char(fieldEnd)), u"-R"_s,
                QString(QLatin1Char(rowEnd)), u"-P"_s, u"null="_s + QString::fromLatin1(nullWord), u"-c"_s,
                u"select * from %1 order by id"_s.arg(quote(table(type)))});
    if (!psql.waitForFinished(psqlTimeoutMs) || psql.exitCode() != 0)
        qFatal("psql: %s %s", qPrintable(psql.errorString()), psql.readAllStandardError().constData());
    auto output = psql.readAllStandardOutput();
    output.chop(1); // the line's end after the last row
    Table rows;
    for (const auto &row : output.split(rowEnd)) {
        const auto fields = row.split(fieldEnd);
        rows.emplace_back(fields.begin(), fields.end());
    }
    return rows;
}

void TestEveryType::compareDisplay(const BuiltinType &type, const Table &expected)
{
    const auto source = models::rowSource(*m_snapshot, {Kind::Table, u"public"_s, table(type)});
    QVERIFY(source);
    models::RowWindowModel rows(*m_sessions);
    rows.setSource(*source);
    rows.need(0, static_cast<int>(expected.size()));
    QTRY_COMPARE(rows.state(), models::RowWindowModel::State::Ready);
    QCOMPARE(rows.rowCount(), int(expected.size()));
    for (int row = 0; row < rows.rowCount(); ++row) {
        for (int column = 1; column < rows.columnCount(); ++column) {
            const auto index = rows.index(row, column);
            const auto &printed = expected[static_cast<size_t>(row)][static_cast<size_t>(column)];
            const auto full = index.data(models::FullLengthRole).toLongLong();
            const auto text = QString::fromUtf8(printed);
            QCOMPARE(index.data(models::NullRole).toBool(), printed == nullWord);
            if (printed == nullWord)
                continue;
            if (full < 0)
                QVERIFY2(index.data().toString() == text, qPrintable(type.name + u": "_s + text));
            else
                QVERIFY2(text.startsWith(index.data().toString()), qPrintable(type.name + u": "_s + text));
            if (index.data(models::TypeKindRole).value<models::TypeKind>() == models::TypeKind::Boolean)
                QCOMPARE(ui::GridCell::of(rows, row, column).text, text == u"t" ? u"true"_s : u"false"_s);
        }
    }
}

QByteArray TestEveryType::throughEditor(const edit::ValueType &type, const QByteArray &text) const
{
    const ui::EditorContext context{*m_theme};
    const std::unique_ptr<ui::ValueEditor> editor(ui::makeValueEditor(type, context, nullptr));
    editor->setText(text);
    return editor->text();
}

/// Takes each printed value through the editor of its type, writes it where nothing was, and reads it again.
void TestEveryType::editEveryValue(const BuiltinType &type, const Table &expected)
{
    const auto *found = catalog::findTable(*m_snapshot, {u"public"_s, table(type)});
    QVERIFY(found);
    NEED(m_connection->runScript(u"update %1 set v = null"_s.arg(quote(table(type)))));
    if (type.hasArray)
        NEED(m_connection->runScript(u"update %1 set a = null"_s.arg(quote(table(type)))));
    edit::StagedEdits edits(catalog::idOf(*found));
    for (const auto &row : expected) {
        edit::RowValues original{{u"id"_s, row[0]}};
        for (size_t i = 1; i < row.size(); ++i)
            original.insert(found->columns[i].name, std::nullopt);
        for (size_t i = 1; i < row.size(); ++i) {
            const auto &column = found->columns[i];
            if (row[i] == nullWord)
                continue;
            const auto value = throughEditor(edit::valueType(*m_snapshot, column.type), row[i]);
            QVERIFY2(value == row[i], (type.name.toUtf8() + ": " + row[i]).constData());
            const auto fault = edit::typeFault(*m_snapshot, column.type, value);
            QVERIFY2(fault.isEmpty(), qPrintable(type.name + u": "_s + QString::fromUtf8(row[i]) + fault));
            edits.set({{{u"id"_s, row[0]}}}, original, column.name, edit::NewValue::of(value));
        }
    }
    if (edits.isEmpty())
        return;
    const auto batch = models::prepareBatch({edits}, m_snapshot);
    NEED(batch);
    const auto report = models::commit(*m_connection, *batch);
    NEED(report);
    QVERIFY2(report->outcome == models::CommitReport::Outcome::Committed,
             report->faults.empty() ? qPrintable(type.name)
                                    : qPrintable(type.name + report->faults.front().error.message));
    QVERIFY2(printed(type) == expected, qPrintable(type.name));
}

void TestEveryType::everyType()
{
    QFETCH(const int, version);
    const auto options = TestServer::of(version).createDatabase();
    m_connection = std::make_unique<pg::Connection>(options);
    m_sessions = std::make_unique<pg::SessionPool>(options);
    const auto types = builtinTypes(*m_connection);
    QVERIFY(types.size() > 60);
    for (const auto &type : types)
        fill(type);
    auto snapshot = catalog::introspect(*m_connection);
    NEED(snapshot);
    m_snapshot = std::make_shared<const catalog::Snapshot>(std::move(*snapshot));
    for (const auto &type : types) {
        const auto expected = printed(type);
        compareDisplay(type, expected);
        editEveryValue(type, expected);
    }
    m_sessions.reset();
    m_connection.reset();
}

QTEST_MAIN(TestEveryType)
#include "tst_everytype.moc"
