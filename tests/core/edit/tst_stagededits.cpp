#include "core/edit/stagededits.h"

#include <QRandomGenerator>
#include <QTest>

using namespace squall;
using namespace squall::edit;
using namespace Qt::StringLiterals;

namespace {

const ObjectId relation{Kind::Table, u"public"_s, u"people"_s};

RowIdentity row(int id)
{
    return {{{u"id"_s, QByteArray::number(id)}}};
}

RowValues values(int id)
{
    return {{u"id"_s, QByteArray::number(id)}, {u"name"_s, QByteArray("Ann")}, {u"note"_s, std::nullopt}};
}

/// Random, but the same for the same generator: all kinds of values, empty ones, NULL, bytes of any sort.
NewValue randomValue(QRandomGenerator &random)
{
    QByteArray text;
    for (auto left = random.bounded(6); left > 0; --left)
        text += static_cast<char>(random.bounded(256));
    const auto kind = static_cast<NewValue::Kind>(random.bounded(5));
    return kind == NewValue::Kind::Text ? NewValue::of(text) : NewValue{.kind = kind};
}

StagedEdits randomEdits(QRandomGenerator &random)
{
    static const QStringList columns{u"id"_s, u"name"_s, u"note"_s, u"we\"ird ü"_s};
    StagedEdits edits(relation);
    for (auto steps = random.bounded(30); steps > 0; --steps) {
        const int id = static_cast<int>(random.bounded(8));
        const auto column = columns[static_cast<int>(random.bounded(4))];
        switch (random.bounded(6)) {
        case 0: edits.remove(row(id), values(id)); break;
        case 1: edits.insert({{column, randomValue(random)}}); break;
        case 2: edits.revert(row(id), random.bounded(2) > 0 ? column : QString()); break;
        case 3: edits.setNew(id, column, randomValue(random)); break;
        case 4: edits.removeNew(id); break;
        default: edits.set(row(id), values(id), column, randomValue(random));
        }
    }
    return edits;
}

} // namespace

class TestStagedEdits : public QObject
{
    Q_OBJECT

private slots:
    void backToTheOriginalIsNoChange();
    void nullIsNotEmpty();
    void originalIsThatOfTheFirstTouch();
    void removedRowsKeepTheirValues();
    void rebased();
    void newRowsKeepTheirNumbers();
    void serializedAndBack();
    void damagedJournalIsRefused();
};

void TestStagedEdits::backToTheOriginalIsNoChange()
{
    StagedEdits edits(relation);
    edits.set(row(1), values(1), u"name"_s, NewValue::of("Bob"));
    QCOMPARE(edits.changeCount(), 1);
    edits.set(row(1), values(1), u"name"_s, NewValue::of("Ann"));
    QVERIFY(edits.isEmpty());
    edits.set(row(1), values(1), u"name"_s, {.kind = NewValue::Kind::Default});
    QCOMPARE(edits.changeCount(), 1);
}

void TestStagedEdits::nullIsNotEmpty()
{
    StagedEdits edits(relation);
    edits.set(row(1), values(1), u"note"_s, NewValue::of(""));
    QCOMPARE(edits.changeCount(), 1);
    edits.set(row(1), values(1), u"note"_s, NewValue::null());
    QVERIFY(edits.isEmpty());
}

void TestStagedEdits::originalIsThatOfTheFirstTouch()
{
    StagedEdits edits(relation);
    edits.set(row(1), values(1), u"name"_s, NewValue::of("Bob"));
    auto later = values(1);
    later[u"name"_s] = QByteArray("Eve");
    edits.set(row(1), later, u"note"_s, NewValue::of("x"));
    QCOMPARE(edits.find(row(1))->original, values(1));
}

void TestStagedEdits::removedRowsKeepTheirValues()
{
    StagedEdits edits(relation);
    edits.set(row(1), values(1), u"name"_s, NewValue::of("Bob"));
    edits.remove(row(1), values(1));
    edits.revert(row(1), u"name"_s);
    QVERIFY(edits.find(row(1))->removed);
    edits.revert(row(1));
    QVERIFY(edits.isEmpty());
}

void TestStagedEdits::rebased()
{
    StagedEdits edits(relation);
    edits.set(row(1), values(1), u"name"_s, NewValue::of("Bob"));
    edits.set(row(1), values(1), u"note"_s, NewValue::of("x"));
    auto theirs = values(1);
    theirs[u"name"_s] = QByteArray("Bob");
    edits.rebase(row(1), theirs);
    QCOMPARE(edits.find(row(1))->original, theirs);
    QCOMPARE(edits.find(row(1))->values.keys(), QStringList{u"note"_s});
    theirs[u"note"_s] = QByteArray("x");
    edits.rebase(row(1), theirs);
    QVERIFY(edits.isEmpty());
}

void TestStagedEdits::newRowsKeepTheirNumbers()
{
    StagedEdits edits(relation);
    const auto one = edits.insert({});
    const auto two = edits.insert({{u"name"_s, NewValue::of("Bob")}});
    edits.removeNew(one);
    const auto read = StagedEdits::parse(edits.serialized());
    QVERIFY(read);
    auto copy = *read;
    const auto three = copy.insert({});
    QVERIFY(three != one && three != two);
    QVERIFY(copy.findNew(two) && !copy.findNew(one));
    copy.resetNew(two, u"name"_s);
    QVERIFY(copy.findNew(two)->values.isEmpty());
}

void TestStagedEdits::serializedAndBack()
{
    QRandomGenerator random(20261121);
    for (int i = 0; i < 500; ++i) {
        const auto edits = randomEdits(random);
        const auto read = StagedEdits::parse(edits.serialized());
        QVERIFY(read);
        QVERIFY(*read == edits);
        QCOMPARE(read->serialized(), edits.serialized());
    }
}

/// Whatever stands in the file: an answer that holds together, or none; never a crash, never endless memory.
void TestStagedEdits::damagedJournalIsRefused()
{
    QRandomGenerator random(4711);
    const auto check = [](const QByteArray &bytes) {
        if (const auto read = StagedEdits::parse(bytes)) {
            const auto again = StagedEdits::parse(read->serialized());
            QVERIFY(again && *again == *read);
        }
    };
    for (int i = 0; i < 300; ++i) {
        auto bytes = randomEdits(random).serialized();
        QVERIFY(!StagedEdits::parse(bytes + 'x'));
        for (qsizetype size = 0; size < bytes.size(); size += 1 + random.bounded(7))
            QVERIFY(!StagedEdits::parse(bytes.left(size)));
        for (int flips = 0; flips < 20; ++flips) {
            auto damaged = bytes;
            damaged[random.bounded(static_cast<int>(bytes.size()))] = static_cast<char>(random.bounded(256));
            check(damaged);
        }
    }
}

QTEST_GUILESS_MAIN(TestStagedEdits)
#include "tst_stagededits.moc"
