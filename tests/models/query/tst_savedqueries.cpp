#include "models/query/savedqueries.h"

#include <QSignalSpy>
#include <QTest>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;
using Query = workspace::SavedQuery;

namespace {

Query named(const QString &name, const QString &folder = {})
{
    return {.folder = folder, .name = name, .text = u"select '%1'"_s.arg(name)};
}

QStringList shown(const SavedQueries &queries)
{
    QStringList all;
    for (const auto &query : queries.shown())
        all << (query.folder.isEmpty() ? query.name : query.folder + u'/' + query.name);
    return all;
}

} // namespace

class TestSavedQueries : public QObject
{
    Q_OBJECT

private slots:
    void areSorted();
    void areOfAConnectionOrOfAll();
    void areFoundByWhatTheySay();
    void refuses_data();
    void refuses();
    void offersSnippets();
    void everyStepIsUndone();
    void ownersHearOfEveryChange();
    void foldersMoveAsOne();
    void forgetsAConnection();
    void tidiesFolders();
};

void TestSavedQueries::areSorted()
{
    SavedQueries queries;
    for (const auto &query : {named(u"zebra"_s), named(u"b"_s, u"Reports"_s), named(u"Apple"_s),
                              named(u"a"_s, u" Reports / weekly/ "_s), named(u"x"_s, u"admin"_s)})
        QVERIFY(!queries.save(query).isEmpty());
    QCOMPARE(shown(queries),
             QStringList({u"admin/x"_s, u"Reports/b"_s, u"Reports/weekly/a"_s, u"Apple"_s, u"zebra"_s}));
    QCOMPARE(queries.folders(), QStringList({u"admin"_s, u"Reports"_s, u"Reports/weekly"_s}));
}

void TestSavedQueries::areOfAConnectionOrOfAll()
{
    SavedQueries queries;
    auto own = named(u"own"_s);
    own.id = u"o"_s;
    own.connection = u"1"_s;
    auto other = named(u"other"_s);
    other.id = u"p"_s;
    other.connection = u"2"_s;
    auto all = named(u"for all"_s);
    all.id = u"q"_s;
    queries.load({own, other, all});
    QCOMPARE(shown(queries), QStringList(u"for all"_s));
    queries.setConnection(u"1"_s);
    QCOMPARE(shown(queries), QStringList({u"for all"_s, u"own"_s}));
    QVERIFY(!queries.find(u"p"_s));
    QCOMPARE(queries.countOf(u"2"_s), 1);
    queries.setConnection(u"2"_s);
    QCOMPARE(shown(queries), QStringList({u"for all"_s, u"other"_s}));
}

void TestSavedQueries::areFoundByWhatTheySay()
{
    SavedQueries queries;
    auto abbreviated = named(u"a"_s);
    abbreviated.abbreviation = u"due"_s;
    queries.save(abbreviated);
    queries.save(named(u"Über"_s, u"reports"_s));
    const auto count = [&](const QString &text) { return queries.containing(text).size(); };
    QCOMPARE(count(u"DUE"_s), size_t(1));
    QCOMPARE(count(u"über"_s), size_t(1));
    QCOMPARE(count(u"REPORT"_s), size_t(1));
    QCOMPARE(count(u"select"_s), size_t(2));
    QCOMPARE(count(u"nothing of that"_s), size_t(0));
}

void TestSavedQueries::refuses_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("abbreviation");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("refused");
    QTest::newRow("fine") << u"new"_s << u"f"_s << u"n"_s << u"select 1"_s << false;
    QTest::newRow("no name") << u" "_s << QString() << QString() << u"select 1"_s << true;
    QTest::newRow("no text") << u"new"_s << QString() << QString() << u" \n"_s << true;
    QTest::newRow("a name twice") << u"there "_s << u"f / "_s << QString() << u"select 1"_s << true;
    QTest::newRow("the name in another folder")
        << u"there"_s << u"g"_s << QString() << u"select 1"_s << false;
    QTest::newRow("an abbreviation twice") << u"new"_s << QString() << u"TH"_s << u"select 1"_s << true;
    QTest::newRow("an abbreviation of two words")
        << u"new"_s << QString() << u"a b"_s << u"select 1"_s << true;
}

void TestSavedQueries::refuses()
{
    QFETCH(QString, name);
    QFETCH(QString, folder);
    QFETCH(QString, abbreviation);
    QFETCH(QString, text);
    QFETCH(bool, refused);
    SavedQueries queries;
    auto there = named(u"there"_s, u"f"_s);
    there.abbreviation = u"th"_s;
    const auto id = queries.save(there);
    const Query query{.folder = folder, .name = name, .abbreviation = abbreviation, .text = text};
    QCOMPARE(!queries.refusal(query).isEmpty(), refused);
    QCOMPARE(queries.save(query).isEmpty(), refused);
    // It is not in its own way.
    there.id = id;
    there.text = u"select 2"_s;
    QCOMPARE(queries.save(there), id);
}

void TestSavedQueries::offersSnippets()
{
    SavedQueries queries;
    queries.save(named(u"plain"_s));
    auto snippet = named(u"snippet"_s);
    snippet.abbreviation = u"sn"_s;
    queries.save(snippet);
    QCOMPARE(queries.snippets(), std::vector<sql::Snippet>({{u"sn"_s, u"snippet"_s, snippet.text}}));
}

void TestSavedQueries::everyStepIsUndone()
{
    SavedQueries queries;
    std::vector<QStringList> states{shown(queries)};
    const auto a = queries.save(named(u"a"_s));
    states.push_back(shown(queries));
    const auto b = queries.save(named(u"b"_s, u"f"_s));
    states.push_back(shown(queries));
    auto renamed = *queries.find(a);
    renamed.name = u"c"_s;
    queries.save(renamed);
    states.push_back(shown(queries));
    queries.move({a}, u"f/g"_s);
    states.push_back(shown(queries));
    queries.renameFolder(u"f"_s, u"h"_s);
    states.push_back(shown(queries));
    queries.remove({a, b});
    states.push_back(shown(queries));
    QCOMPARE(states.back(), QStringList());
    for (auto state = states.rbegin() + 1; state != states.rend(); ++state) {
        QVERIFY(!queries.undoText().isEmpty());
        queries.undo();
        QCOMPARE(shown(queries), *state);
    }
    QVERIFY(!queries.canUndo());
    for (auto state = states.begin() + 1; state != states.end(); ++state) {
        QVERIFY(queries.canRedo());
        queries.redo();
        QCOMPARE(shown(queries), *state);
    }
    queries.undo();
    queries.save(named(u"something else"_s));
    QVERIFY(!queries.canRedo());
}

void TestSavedQueries::ownersHearOfEveryChange()
{
    SavedQueries queries;
    std::vector<Query> kept;
    const auto write = [&](const std::vector<Query> &saved, const QStringList &removed) {
        std::erase_if(kept, [&](const Query &query) {
            return removed.contains(query.id) ||
                   std::any_of(saved.begin(), saved.end(), [&](const Query &s) { return s.id == query.id; });
        });
        kept.insert(kept.end(), saved.begin(), saved.end());
    };
    connect(&queries, &SavedQueries::edited, this, write);
    const auto same = [&] {
        SavedQueries back;
        back.load(kept);
        return back.shown() == queries.shown();
    };
    const auto a = queries.save(named(u"a"_s, u"f"_s));
    queries.save(named(u"b"_s, u"f"_s));
    QVERIFY(same() && kept.size() == 2);
    queries.renameFolder(u"f"_s, u"g"_s);
    QVERIFY(same());
    queries.remove({a});
    QVERIFY(same() && kept.size() == 1);
    queries.undo();
    queries.undo();
    QVERIFY(same() && kept.size() == 2);
    QSignalSpy edited(&queries, &SavedQueries::edited);
    queries.save(*queries.find(a));
    queries.move({a}, u"f"_s);
    queries.remove({u"unknown"_s});
    QCOMPARE(edited.count(), 0);
}

void TestSavedQueries::foldersMoveAsOne()
{
    SavedQueries queries;
    queries.save(named(u"a"_s, u"f"_s));
    queries.save(named(u"b"_s, u"f/inner"_s));
    queries.save(named(u"c"_s, u"ff"_s));
    queries.save(named(u"a"_s, u"g"_s));
    queries.renameFolder(u"f"_s, u"g"_s);
    QCOMPARE(shown(queries), QStringList({u"f/a"_s, u"ff/c"_s, u"g/a"_s, u"g/inner/b"_s}));
    queries.removeFolder(u"g"_s);
    QCOMPARE(shown(queries), QStringList({u"f/a"_s, u"ff/c"_s}));
    queries.undo();
    QCOMPARE(queries.shown().size(), size_t(4));
}

void TestSavedQueries::forgetsAConnection()
{
    SavedQueries queries;
    queries.setConnection(u"1"_s);
    auto own = named(u"own"_s);
    own.connection = u"1"_s;
    queries.save(own);
    queries.save(named(u"for all"_s));
    queries.forget(u"1"_s);
    QCOMPARE(shown(queries), QStringList(u"for all"_s));
    QVERIFY(!queries.canUndo());
}

void TestSavedQueries::tidiesFolders()
{
    QCOMPARE(tidyFolder(u" / a  b //c/ "_s), u"a b/c"_s);
    QCOMPARE(tidyFolder(u" "_s), QString());
}

QTEST_GUILESS_MAIN(TestSavedQueries)
#include "tst_savedqueries.moc"
