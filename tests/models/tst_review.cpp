#include "models/mergemodel.h"
#include "models/reviewentry.h"
#include "models/statementtext.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace squall;
using namespace squall::models;
using edit::NewValue;

namespace {

const ObjectId workouts{.kind = Kind::Table, .schema = u"public"_s, .name = u"workouts"_s};
const edit::RowIdentity row7{{{u"id"_s, "7"}}};
const edit::RowValues seven{{u"id"_s, "7"}, {u"title"_s, ""}, {u"meta"_s, std::nullopt}};

} // namespace

class TestReview : public QObject
{
    Q_OBJECT

private slots:
    void entriesSayWhatHappens();
    void longValuesAreCut();
    void statementsShowWhatIsSent();
    void mergeListsWhatDiffers();
    void mergeAsksWhereBothChanged();
};

void TestReview::entriesSayWhatHappens()
{
    edit::StagedEdits edits(workouts);
    edits.insert({{u"title"_s, NewValue::of("Tempo")}, {u"at"_s, {NewValue::Kind::Now, {}}}});
    edits.insert({});
    edits.set(row7, seven, u"title"_s, NewValue::of("Hill"));
    edits.set(row7, seven, u"meta"_s, NewValue::of(""));
    edits.remove({{{u"id"_s, "9"}, {u"tableoid"_s, "1234"}}}, {{u"id"_s, "9"}, {u"title"_s, "Swim"}});

    const auto entries = ReviewEntry::of({edits});
    QCOMPARE(entries.size(), size_t(4));
    QCOMPARE(entries[0].mark, EditMark::Removed);
    QCOMPARE(entries[0].title, u"id 9"_s);
    QCOMPARE(entries[0].summary(), u"id 9, title Swim"_s);
    QCOMPARE(entries[1].mark, EditMark::Changed);
    QCOMPARE(entries[1].summary(), u"meta NULL → '', title '' → Hill"_s);
    QCOMPARE(entries[2].mark, EditMark::Added);
    QCOMPARE(entries[2].summary(), u"at now(), title Tempo"_s);
    QCOMPARE(entries[3].summary(), u"every column as its default has it"_s);
    QVERIFY(entries[2].newRow != entries[3].newRow);
}

void TestReview::longValuesAreCut()
{
    const auto shown = briefValue(Query::Parameter(QByteArray(1'000'000, 'x')));
    QVERIFY(shown.endsWith(u'…'));
    QVERIFY(shown.size() < 100);
    QCOMPARE(briefValue(Query::Parameter("a\nb")), u"a b"_s);
    QCOMPARE(briefValue(Query::Parameter("   ")), u"' '"_s);
}

void TestReview::statementsShowWhatIsSent()
{
    const auto text = statementText(
        {u"update t set a = $1, b = $2 where c = $3"_s, {"O'Neil\n", std::nullopt, QByteArray(5000, 'y')}});
    QVERIFY(text.startsWith(u"update t set a = $1, b = $2 where c = $3;\n"_s));
    const auto lines = text.split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[1], u"-- $1 = 'O''Neil\\n'"_s);
    QCOMPARE(lines[2], u"-- $2 = NULL"_s);
    QVERIFY(lines[3].endsWith(u"… (5000 bytes)"_s));
}

void TestReview::mergeListsWhatDiffers()
{
    MergeModel model;
    QAbstractItemModelTester tester(&model);
    model.setRow({.columns = {{.column = u"a"_s, .original = "1", .theirs = "2"},
                              {.column = u"b"_s, .original = "1", .theirs = "1", .yours = NewValue::of("5")},
                              {.column = u"c"_s, .original = "1", .theirs = "1"}}});
    // Only they changed a, only I changed b, nobody c.
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.openCount(), 0);
    QCOMPARE(model.result(), (QMap<QString, NewValue>{{u"b"_s, NewValue::of("5")}}));
    QVERIFY(model.index(0, MergeModel::TheirsColumn).data(MergeModel::ChosenRole).toBool());
    model.choose(0, MergeModel::Choice::Yours);
    QVERIFY(model.index(0, MergeModel::TheirsColumn).data(MergeModel::ChosenRole).toBool());
}

void TestReview::mergeAsksWhereBothChanged()
{
    MergeModel model;
    QSignalSpy chosen(&model, &MergeModel::chosen);
    const RowConflict row{
        .columns = {{.column = u"a"_s, .original = "1", .theirs = "2", .yours = NewValue::of("3")}}};
    model.setRow(row);
    QCOMPARE(model.openCount(), 1);
    QVERIFY(model.result().isEmpty());
    QVERIFY(model.index(0, 0).data(MergeModel::OpenRole).toBool());
    model.chooseAll(MergeModel::Choice::Yours);
    QCOMPARE(model.openCount(), 0);
    QCOMPARE(model.result().value(u"a"_s), NewValue::of("3"));
    model.choose(0, MergeModel::Choice::Theirs);
    QVERIFY(model.result().isEmpty());
    QCOMPARE(chosen.count(), 3);

    // What was chosen comes back with the row.
    const auto choices = model.choices();
    model.clear();
    model.setRow(row, choices);
    QCOMPARE(model.openCount(), 0);
    QVERIFY(model.result().isEmpty());
}

QTEST_GUILESS_MAIN(TestReview)
#include "tst_review.moc"
