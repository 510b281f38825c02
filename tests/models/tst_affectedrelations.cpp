#include "models/affectedrelations.h"
#include "tests/models/snapshots.h"

#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using catalog::Constraint;

class TestAffectedRelations : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void follows_data();
    void follows();

private:
    void refer(const QString &from, const QString &to, Constraint::Action onDelete);
    void show(const QString &view, const QStringList &relations);

    catalog::Snapshot m_snapshot;
};

void TestAffectedRelations::refer(const QString &from, const QString &to, Constraint::Action onDelete)
{
    auto table = test::table(u"public"_s, from);
    Constraint key;
    key.type = Constraint::Type::ForeignKey;
    key.referencedTable = {u"public"_s, to};
    key.onDelete = onDelete;
    table.constraints.push_back(key);
    m_snapshot.tables.push_back(table);
}

void TestAffectedRelations::show(const QString &view, const QStringList &relations)
{
    catalog::View shown;
    shown.schema = u"public"_s;
    shown.name = view;
    m_snapshot.views.push_back(shown);
    for (const auto &relation : relations)
        m_snapshot.dependencies->push_back(
            {{Kind::View, u"public"_s, view}, {Kind::Table, u"public"_s, relation, u"id"_s}});
}

void TestAffectedRelations::initTestCase()
{
    m_snapshot.tables = {test::table(u"public"_s, u"user"_s), test::table(u"public"_s, u"other"_s),
                         test::table(u"public"_s, u"log"_s),
                         test::partition(u"public"_s, u"log_1"_s, u"log"_s, 1)};
    refer(u"session"_s, u"user"_s, Constraint::Action::Cascade);
    refer(u"page"_s, u"session"_s, Constraint::Action::SetNull);
    refer(u"order"_s, u"user"_s, Constraint::Action::Restrict);
    show(u"users"_s, {u"user"_s, u"other"_s});
    show(u"sessions"_s, {u"session"_s});
}

void TestAffectedRelations::follows_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("affected");
    QTest::newRow("nothing follows") << u"order"_s << u"order"_s;
    QTest::newRow("cascades and views") << u"user"_s << u"page session sessions user users"_s;
    QTest::newRow("only its own view") << u"other"_s << u"other users"_s;
    QTest::newRow("what a view shows") << u"users"_s << u"other page session sessions user users"_s;
    QTest::newRow("a partition") << u"log_1"_s << u"log log_1"_s;
    QTest::newRow("the whole") << u"log"_s << u"log log_1"_s;
}

void TestAffectedRelations::follows()
{
    QFETCH(QString, written);
    QFETCH(QString, affected);
    const auto kind = written == u"users" ? Kind::View : Kind::Table;
    QStringList names;
    for (const auto &relation : affectedBy(m_snapshot, {{kind, u"public"_s, written}}))
        names << relation.name;
    names.sort();
    QCOMPARE(names.join(u' '), affected);
}

QTEST_GUILESS_MAIN(TestAffectedRelations)
#include "tst_affectedrelations.moc"
