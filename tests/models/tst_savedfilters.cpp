#include "models/savedfilters.h"

#include <QSignalSpy>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

namespace {

const ObjectId workouts{Kind::Table, u"public"_s, u"workouts"_s};
const ObjectId plans{Kind::View, u"odd \"schema\""_s, u"plans"_s};

SavedFilter saved(const ObjectId &relation, const QString &name, const QString &find)
{
    return {.relation = relation, .name = name, .filter = {.quickFind = find}};
}

QStringList names(const std::vector<SavedFilter> &filters)
{
    QStringList all;
    for (const auto &each : filters)
        all << each.name;
    return all;
}

} // namespace

class TestSavedFilters : public QObject
{
    Q_OBJECT

private slots:
    void comeBack();
    void oneOfEachName();
    void whatCannotBeReadIsLeftOut();
};

void TestSavedFilters::comeBack()
{
    SavedFilters filters;
    filters.save(saved(workouts, u"Due this week"_s, u"due"_s));
    filters.save(saved(plans, u"A & \"B\" 🏃"_s, u"x"_s));
    filters.save(saved(workouts, u"All mine"_s, u"mine"_s));
    QCOMPARE(names(filters.of(workouts)), QStringList({u"All mine"_s, u"Due this week"_s}));

    SavedFilters back;
    QSignalSpy edited(&back, &SavedFilters::edited);
    back.load(filters.json());
    QVERIFY(back.all() == filters.all());
    QCOMPARE(edited.count(), 0);
    back.load({});
    QVERIFY(back.all().empty());
}

void TestSavedFilters::oneOfEachName()
{
    SavedFilters filters;
    QSignalSpy edited(&filters, &SavedFilters::edited);
    filters.save(saved(workouts, u"Mine"_s, u"old"_s));
    filters.save(saved(workouts, u"Mine"_s, u"new"_s));
    filters.save(saved(plans, u"Mine"_s, u"other"_s));
    QCOMPARE(filters.all().size(), size_t(2));
    QCOMPARE(filters.find(workouts, u"Mine"_s)->filter.quickFind, u"new"_s);

    filters.save(saved(workouts, u"Yours"_s, u"theirs"_s));
    QVERIFY(!filters.rename(workouts, u"Mine"_s, u"Yours"_s));
    QVERIFY(!filters.rename(workouts, u"Nobody's"_s, u"New"_s));
    QVERIFY(filters.rename(workouts, u"Yours"_s, u"Ours"_s));
    QCOMPARE(filters.find(workouts, u"Ours"_s)->filter.quickFind, u"theirs"_s);
    QVERIFY(!filters.find(workouts, u"Yours"_s));

    filters.remove(workouts, u"Mine"_s);
    QVERIFY(!filters.find(workouts, u"Mine"_s));
    QVERIFY(filters.find(plans, u"Mine"_s));
    filters.remove(workouts, u"Mine"_s);
    QCOMPARE(edited.count(), 6);
}

void TestSavedFilters::whatCannotBeReadIsLeftOut()
{
    SavedFilters filters;
    filters.load(R"([{"schema":"public","relation":"workouts","name":"Good","filter":{"find":"x"}},
        {"schema":"public","relation":"workouts","name":"","filter":{"find":"x"}},
        {"schema":"public","relation":"workouts","name":"Tomorrow's",
         "filter":{"conditions":{"all":[{"column":"a","operator":"sounds like","values":["b"]}]}}}, 7])");
    QCOMPARE(names(filters.all()), QStringList{u"Good"_s});
    filters.load("no JSON");
    QVERIFY(filters.all().empty());
}

QTEST_GUILESS_MAIN(TestSavedFilters)
#include "tst_savedfilters.moc"
