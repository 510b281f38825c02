#include "../testschema.h"

#include "core/sql/lint/lint.h"

#include <QFile>
#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;

/// Each rule finds what it is for, at the place where it is, and nothing where nothing is wrong.
class TestLint : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void finds_data();
    void finds();
    void everyRuleHasCases();
    void saysNothingOfNamesWithoutCatalog();
    void saysNothingOfWhatAnExtensionMayHave();
    void saysNothingOfWhatTheScriptMakes();
    void knowsWhatAScriptMakes();
    void namesWhatIsEmptied();
    void guesses();
    void survivesDepth();

private:
    static catalog::Snapshot schema();
    static sql::Marks of(const QString &rule, const sql::Marks &marks);

    std::unique_ptr<sql::CompletionCatalog> m_catalog;
};

namespace {

QString read(const char *name)
{
    QFile file(QStringLiteral(SQUALL_CASES "/") + QString::fromLatin1(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", name);
    return QString::fromUtf8(file.readAll());
}

} // namespace

catalog::Snapshot TestLint::schema()
{
    auto snapshot = *test::readSchema(read("schema.txt"));
    for (auto &table : snapshot.tables) {
        for (auto &index : table.indexes)
            index.method = u"btree"_s;
        const bool large = table.name == u"orders" || table.name == u"users";
        table.size.value.rows = large ? 500'000 : 10;
    }
    return snapshot;
}

void TestLint::initTestCase()
{
    m_catalog = std::make_unique<sql::CompletionCatalog>(std::make_shared<const catalog::Snapshot>(schema()));
}

sql::Marks TestLint::of(const QString &rule, const sql::Marks &marks)
{
    sql::Marks found;
    std::copy_if(marks.begin(), marks.end(), std::back_inserter(found),
                 [&](const sql::Mark &mark) { return mark.rule == rule; });
    return found;
}

void TestLint::finds_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("wrong");

    QString rule;
    for (const auto &line : read("cases.txt").split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u"## "))
            rule = line.mid(3);
        else if (line.startsWith(u"+ ") || line.startsWith(u"- "))
            QTest::newRow(qPrintable(rule + u' ' + line)) << rule << line.mid(2) << line.startsWith(u'+');
    }
}

void TestLint::finds()
{
    QFETCH(QString, rule);
    QFETCH(QString, text);
    QFETCH(bool, wrong);

    const auto start = text.indexOf(u"[["_s);
    const auto end = text.indexOf(u"]]"_s) - 2;
    text.remove(u"[["_s).remove(u"]]"_s);
    // Characters beyond ASCII before it shift bytes, not units.
    const auto shift = u"/* é€𝄞 */ "_s;
    for (const auto &before : {QString(), shift}) {
        const auto marks = sql::lint(before + text, m_catalog.get());
        if (!wrong) {
            QVERIFY2(marks.empty(),
                     marks.empty() ? "" : qPrintable(marks.front().rule + u": "_s + marks.front().message));
            continue;
        }
        const auto own = of(rule, marks);
        QCOMPARE(own.size(), 1);
        QCOMPARE(own.front().span.in(before + text).toString(), text.mid(start, end - start));
        QCOMPARE(own.front().span.start, before.size() + start);
        QVERIFY(!own.front().message.isEmpty());
        QVERIFY(!own.front().explanation.isEmpty());
    }
}

void TestLint::everyRuleHasCases()
{
    const auto text = read("cases.txt");
    for (const auto &rule : sql::lintRules()) {
        const auto section = text.section(u"## "_s + rule.id + u'\n', 1).section(u"\n##"_s, 0, 0);
        QVERIFY2(section.contains(u"+ "_s) && section.contains(u"\n- "_s), qPrintable(rule.id));
    }
    QVERIFY(sql::lintRules().size() >= 15);
}

void TestLint::saysNothingOfNamesWithoutCatalog()
{
    QVERIFY(sql::lint(u"select nothing, f(x.y) from nowhere x", nullptr).empty());
    QCOMPARE(of(u"compare-with-null"_s, sql::lint(u"select 1 from x where a = null", nullptr)).size(), 1);
}

void TestLint::saysNothingOfWhatAnExtensionMayHave()
{
    auto snapshot = schema();
    auto &extension = snapshot.extensions.emplace_back();
    extension.name = u"timescaledb"_s;
    extension.inSchema = u"public"_s;
    const sql::CompletionCatalog catalog(std::make_shared<const catalog::Snapshot>(snapshot));
    QVERIFY(sql::lint(u"select lwoer(a) from nothing", &catalog).empty());
}

void TestLint::saysNothingOfWhatTheScriptMakes()
{
    QVERIFY(sql::lint(u"select anything from fresh", m_catalog.get(), {u"fresh"_s}).empty());
    QVERIFY(sql::lint(u"select fresh_column from users", m_catalog.get(), {u"users"_s}).empty());
}

void TestLint::knowsWhatAScriptMakes()
{
    QCOMPARE(sql::relationsMadeBy(u"create temp table a (id int)"), QSet<QString>{u"a"_s});
    QCOMPARE(sql::relationsMadeBy(u"create table s.b as select 1"), QSet<QString>{u"b"_s});
    QCOMPARE(sql::relationsMadeBy(u"select 1 into c"), QSet<QString>{u"c"_s});
    QCOMPARE(sql::relationsMadeBy(u"create view d as select 1"), QSet<QString>{u"d"_s});
    QCOMPARE(sql::relationsMadeBy(u"alter table users rename to e"), QSet<QString>{u"e"_s});
    QCOMPARE(sql::relationsMadeBy(u"alter table users add column n int"), QSet<QString>{u"users"_s});
    QVERIFY(sql::relationsMadeBy(u"select * from users").isEmpty());
}

void TestLint::namesWhatIsEmptied()
{
    const auto marks = sql::lint(u"truncate users cascade", m_catalog.get());
    QCOMPARE(marks.size(), 1);
    QVERIFY(marks.front().message.contains(u"orders, items"_s));
}

void TestLint::guesses()
{
    const auto marks = sql::lint(u"select emial from users", m_catalog.get());
    QCOMPARE(marks.size(), 1);
    QVERIFY(marks.front().message.contains(u"“email”"_s));
}

void TestLint::survivesDepth()
{
    const auto deep = QString(u"("_s).repeated(20'000);
    QVERIFY(
        sql::lint(u"select "_s + deep + u'1' + QString(u")"_s).repeated(20'000), m_catalog.get()).empty());
}

QTEST_GUILESS_MAIN(TestLint)
#include "tst_lint.moc"
