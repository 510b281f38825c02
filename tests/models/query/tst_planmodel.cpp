#include "models/query/plandetails.h"
#include "models/query/planmodel.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QLocale>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

/// Recorded plans as trees.
class TestPlanModel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); }
    void isATree_data();
    void isATree();
    void comparesPlans();
    void shows();
    void writesNumbers();
    void tellsDetails();

private:
    static KeptPlanPtr plan(const QString &name);
};

KeptPlanPtr TestPlanModel::plan(const QString &name)
{
    QFile file(QStringLiteral(SQUALL_PLANS "/") + name + u".json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(name));
    auto kept = std::make_shared<KeptPlan>();
    kept->plan = *explain::readPlan(file.readAll());
    return kept;
}

void TestPlanModel::isATree_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::newRow("alone") << u"parallel-15"_s << QString();
    QTest::newRow("with itself") << u"commontable-15"_s << u"commontable-15"_s;
    QTest::newRow("with another version's") << u"trigger-12"_s << u"trigger-18"_s;
    QTest::newRow("with something else") << u"hashdisk-15"_s << u"parallel-15"_s;
    QTest::newRow("with what was only planned") << u"planned-15"_s << u"key-15"_s;
}

void TestPlanModel::isATree()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    PlanModel model;
    const QAbstractItemModelTester tester(&model);
    model.setPlans(plan(one), other.isEmpty() ? nullptr : plan(other));
    // Every step of the plan is there once.
    for (int i = 0; i < static_cast<int>(model.plan()->plan.nodes.size()); ++i)
        QCOMPARE(model.node(model.indexOf(i)), &model.plan()->plan.nodes[static_cast<size_t>(i)]);
    model.setPlans({});
    QCOMPARE(model.rowCount(), 0);
}

void TestPlanModel::comparesPlans()
{
    PlanModel model;
    model.setPlans(plan(u"key-15"_s), plan(u"filterafter-15"_s));
    QVERIFY(model.isComparing());
    const auto root = model.index(0, PlanModel::StepColumn);
    QCOMPARE(root.data(PlanModel::ChangeRole).toInt(), static_cast<int>(explain::Step::Change::Differently));
    QVERIFY(root.data(PlanModel::EarlierShareRole).isValid());
    model.setPlans(plan(u"key-15"_s));
    QVERIFY(!model.index(0, 0).data(PlanModel::ChangeRole).isValid());
}

void TestPlanModel::shows()
{
    PlanModel model;
    model.setPlans(plan(u"misestimate-15"_s));
    const auto at = [&](int column) { return model.index(0, column); };
    QCOMPARE(at(PlanModel::StepColumn).data().toString(), u"Seq Scan on customers"_s);
    QVERIFY(at(PlanModel::StepColumn).data(PlanModel::ConditionRole).toString().contains(u"'City 7'"_s));
    QCOMPARE(at(PlanModel::RowsColumn).data().toString(), u"100"_s);
    QCOMPARE(at(PlanModel::EstimateColumn).data().toString(), u"↑ × 50"_s);
    QVERIFY(at(PlanModel::EstimateColumn).data(Qt::ToolTipRole).toString().contains(u"50"_s));
    QVERIFY(at(PlanModel::StepColumn).data(PlanModel::HotRole).toBool());
    QCOMPARE(model.hottest(), at(0));
    model.setPlans(plan(u"planned-15"_s));
    QCOMPARE(model.headerData(PlanModel::TimeColumn, Qt::Horizontal).toString(), u"Cost"_s);
    QVERIFY(model.index(0, PlanModel::RowsColumn).data().toString().startsWith(u'≈'));
}

void TestPlanModel::writesNumbers()
{
    QCOMPARE(planTime(0.354), u"0.35 ms"_s);
    QCOMPARE(planTime(12.41), u"12.4 ms"_s);
    QCOMPARE(planTime(1240), u"1.24 s"_s);
    QCOMPARE(planTime(125'000), u"2 min 5 s"_s);
    QCOMPARE(planCount(12), u"12"_s);
    QCOMPARE(planCount(1.33), u"1.33"_s);
    QCOMPARE(planCount(4'200'000), u"4.2M"_s);
}

void TestPlanModel::tellsDetails()
{
    const auto kept = plan(u"sortdisk-15"_s);
    const auto details = planDetails(kept->plan, kept->plan.root());
    const auto has = [&](const QString &value) {
        return std::any_of(details.begin(), details.end(),
                           [&](const auto &each) { return each.second.contains(value); });
    };
    QVERIFY(has(u"external merge"_s));
    QVERIFY(has(u"on disk"_s));
    QVERIFY(has(u"orders.total, orders.note"_s));
    QVERIFY(planSummary(kept->plan).contains(u"60,000 rows"_s));
    QVERIFY(planSummary(plan(u"planned-15"_s)->plan).contains(u"not executed"_s));
}

QTEST_GUILESS_MAIN(TestPlanModel)
#include "tst_planmodel.moc"
