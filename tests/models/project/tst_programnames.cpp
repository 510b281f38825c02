#include "models/project/programnames.h"

#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

class TestProgramNames : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void names();
    void leavesOthersAlone();

private:
    drizzle::ProjectSchema m_schema;
};

void TestProgramNames::init()
{
    drizzle::Declaration users{.name = u"appUsers"_s};
    users.columns.set(u"created_at"_s, {.key = u"createdAt"_s, .value = drizzle::ValueKind::Date});
    users.columns.set(u"big"_s, {.key = u"big"_s, .value = drizzle::ValueKind::BigInt});
    m_schema.tables.set(u"public.users"_s, users);
}

void TestProgramNames::names()
{
    std::vector<transfer::Column> columns{{.name = u"created_at"_s}, {.name = u"big"_s}, {.name = u"new"_s}};
    QCOMPARE(nameByProgram(m_schema, {Kind::Table, u"public"_s, u"users"_s}, columns), u"appUsers"_s);
    QCOMPARE(columns[0].programKey, u"createdAt"_s);
    QCOMPARE(columns[0].programValue, transfer::ProgramValue::Date);
    QCOMPARE(columns[1].programValue, transfer::ProgramValue::BigInt);
    // The project does not know this one yet.
    QCOMPARE(columns[2], transfer::Column{.name = u"new"_s});
}

void TestProgramNames::leavesOthersAlone()
{
    std::vector<transfer::Column> columns{{.name = u"created_at"_s}};
    QCOMPARE(nameByProgram(m_schema, {Kind::Table, u"auth"_s, u"users"_s}, columns), QString());
    QCOMPARE(columns[0], transfer::Column{.name = u"created_at"_s});
}

QTEST_GUILESS_MAIN(TestProgramNames)
#include "tst_programnames.moc"
