#include "models/query/editlog.h"

#include <QTest>

using namespace squall::models;
using Edit = EditLog::Edit;

namespace {

Edit inserted(qint64 at, const QByteArray &text)
{
    return {.inserts = true, .at = at, .text = text};
}

Edit removed(qint64 at, const QByteArray &text)
{
    return {.inserts = false, .at = at, .text = text};
}

} // namespace

class TestEditLog : public QObject
{
    Q_OBJECT

private slots:
    void whatIsTypedIsOneEdit();
    void keysThatRemoveAreOneEdit();
    void stepsStayApart();
    void whatWasUndoneIsThereUntilSomethingIsTyped();
    void anotherUndoThanItKnowsEndsIt();
    void theOldestGo();
    void shortens();
    void oneThatIsTooLargeIsNotKept();
    void goesThroughBytes();
    void damageIsNoLog();
};

void TestEditLog::whatIsTypedIsOneEdit()
{
    EditLog log;
    log.add(inserted(5, "s"), true);
    log.add(inserted(6, "e"), false);
    log.add(inserted(7, "\xc3\xb6"), false);
    QCOMPARE(log.steps().size(), size_t(1));
    QCOMPARE(log.steps()[0], EditLog::Step{inserted(5, "se\xc3\xb6")});
    QCOMPARE(log.done(), 1);
}

void TestEditLog::keysThatRemoveAreOneEdit()
{
    EditLog log;
    log.add(removed(9, "c"), true);
    log.add(removed(8, "b"), false);
    log.add(removed(8, "d"), false);
    QCOMPARE(log.steps()[0], EditLog::Step{removed(8, "bcd")});
}

void TestEditLog::stepsStayApart()
{
    EditLog log;
    log.add(inserted(0, "a"), true);
    log.add(inserted(1, "b"), true);
    log.add(removed(0, "a"), false);
    QCOMPARE(log.steps().size(), size_t(2));
    QCOMPARE(log.steps()[1], (EditLog::Step{inserted(1, "b"), removed(0, "a")}));
}

void TestEditLog::whatWasUndoneIsThereUntilSomethingIsTyped()
{
    EditLog log;
    log.add(inserted(0, "one"), true);
    log.add(inserted(3, "two"), true);
    log.add(removed(0, "o"), false);
    // In two parts, the last one first.
    log.undo(1, false);
    QCOMPARE(log.done(), 2);
    log.undo(-3, true);
    QCOMPARE(log.done(), 1);
    log.redo(2, true);
    QCOMPARE(log.done(), 2);
    log.undo(-2, true);
    log.add(inserted(3, "three"), true);
    QCOMPARE(log.steps().size(), size_t(2));
    QCOMPARE(log.steps()[1], EditLog::Step{inserted(3, "three")});
    QCOMPARE(log.done(), 2);
}

void TestEditLog::anotherUndoThanItKnowsEndsIt()
{
    EditLog log;
    log.add(inserted(0, "one"), true);
    log.undo(-2, true);
    QVERIFY(log.steps().empty());
    // What goes on belongs to a step that began before.
    log.add(inserted(0, "x"), false);
    QVERIFY(log.steps().empty());
    log.add(inserted(0, "y"), true);
    QCOMPARE(log.steps().size(), size_t(1));
    log.redo(1, true);
    QVERIFY(log.steps().empty());
    log.undo(-1, true);
    QCOMPARE(log.done(), 0);
    QVERIFY(log.toBytes().isEmpty());
}

void TestEditLog::theOldestGo()
{
    EditLog log;
    for (int step = 0; step < EditLog::mostEdits + 10; ++step)
        log.add(inserted(step, QByteArray(1, static_cast<char>('a' + step % 26))), true);
    QCOMPARE(std::ssize(log.steps()), EditLog::mostEdits);
    QCOMPARE(log.steps().front(), EditLog::Step{inserted(10, "k")});
    QCOMPARE(log.done(), static_cast<int>(EditLog::mostEdits));
    const QByteArray large(EditLog::mostBytes / 2, 'x');
    log.add(inserted(0, large), true);
    log.add(inserted(0, large), true);
    QCOMPARE(log.steps().size(), size_t(2));
}

void TestEditLog::shortens()
{
    EditLog log;
    for (int step = 0; step < 5; ++step)
        log.add(inserted(step, "x"), true);
    log.undo(-1, true);
    log.shorten(3);
    QCOMPARE(log.steps().size(), size_t(3));
    QCOMPARE(log.done(), 2);
    log.undo(-1, true);
    log.undo(-1, true);
    log.shorten(3);
    QCOMPARE(log.steps().size(), size_t(3));
    // What can be redone cannot go on from later than its first step.
    log.shorten(2);
    QVERIFY(log.steps().empty());
}

void TestEditLog::oneThatIsTooLargeIsNotKept()
{
    EditLog log;
    log.add(inserted(0, "a"), true);
    log.add(inserted(0, QByteArray(EditLog::mostBytes + 1, 'x')), true);
    QVERIFY(log.steps().empty());
    log.add(removed(0, "x"), false);
    QVERIFY(log.steps().empty());
    log.add(removed(0, "x"), true);
    QCOMPARE(log.steps().size(), size_t(1));
}

void TestEditLog::goesThroughBytes()
{
    EditLog log;
    QVERIFY(log.toBytes().isEmpty());
    log.add(inserted(0, QByteArray("a\0b", 3)), true);
    log.add(removed(1, "\xf0\x9f\xa6\xa6"), true);
    log.add(inserted(70, "z"), false);
    log.undo(3, true);
    const auto read = EditLog::fromBytes(log.toBytes());
    QVERIFY(read.has_value());
    QVERIFY(*read == log);
    QCOMPARE(read->done(), 1);
}

void TestEditLog::damageIsNoLog()
{
    EditLog log;
    for (int step = 0; step < 20; ++step)
        log.add(inserted(step, "select"), true);
    const auto bytes = log.toBytes();
    QVERIFY(!EditLog::fromBytes({}));
    QVERIFY(!EditLog::fromBytes("nothing of ours"));
    for (qsizetype length = 0; length < bytes.size(); ++length)
        QVERIFY2(!EditLog::fromBytes(bytes.first(length)), qPrintable(QString::number(length)));
    QVERIFY(!EditLog::fromBytes(bytes + 'x'));
    // Whatever a byte has become, it is read without harm.
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        auto damaged = bytes;
        damaged[at] = static_cast<char>(damaged[at] ^ 0xff);
        if (const auto read = EditLog::fromBytes(damaged))
            QVERIFY(std::ssize(read->steps()) <= EditLog::mostEdits);
    }
}

QTEST_GUILESS_MAIN(TestEditLog)

#include "tst_editlog.moc"
