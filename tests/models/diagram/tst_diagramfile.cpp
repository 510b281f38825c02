#include "models/diagram/diagramfile.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

using namespace squall;
using namespace squall::models;
using namespace Qt::StringLiterals;

namespace {

ObjectId id(const QString &name, const QString &schema = u"public"_s)
{
    return {Kind::Table, schema, name};
}

DiagramPlaces &keyPlaces(Diagrams &diagrams)
{
    return diagrams.diagrams.front().arrangement.places[static_cast<std::size_t>(DiagramDetail::Keys)];
}

void put(Diagrams &diagrams, const QString &table, QPointF at)
{
    keyPlaces(diagrams)[id(table)] = QRectF(at, QSizeF(0, 0));
}

/// With something of everything.
Diagrams rich()
{
    Diagrams diagrams{.diagrams = {{u"Billing"_s, {}}, {u"Überblick \"x\" 数据\n"_s, {}}}};
    for (const auto *name : {"accounts", "customers", "invoices", "orders", "payments", "users"})
        put(diagrams, QString::fromLatin1(name), {8, 16});
    auto &billing = diagrams.diagrams[0].arrangement;
    billing.detail = DiagramDetail::Columns;
    billing.schemas = {u"billing"_s, u"public"_s};
    billing.hidden = {id(u"users"_s), id(u"hidden \\ only"_s)};
    billing.chosen = {id(u"orders"_s)};
    billing.places[2].insert(id(u"orders"_s), {-24, 1e6, 0, 0});
    billing.marks = {{id(u"orders"_s), {DiagramColor::Teal, u"Money"_s}}, {id(u"users"_s), {}}};
    billing.places[0].insert({Kind::ForeignTable, u"far"_s, u"away"_s}, {1, 2, 0, 0});
    DiagramNote note{.id = u"beef"_s, .text = u"Two\nlines \t \"and\" {braces}"_s};
    note.place(DiagramDetail::Keys) = {0, -80, 208, 72};
    billing.notes = {note};
    diagrams.relations = {{.from = id(u"orders"_s),
                           .columns = {u"a"_s, u"b"_s},
                           .to = {Kind::ForeignTable, u"far"_s, u"away"_s},
                           .toColumns = {u"x"_s, u"y"_s},
                           .optional = false,
                           .single = true}};
    return diagrams;
}

QStringList linesOf(const Diagrams &diagrams)
{
    return QString::fromUtf8(toDiagramFile(diagrams)).split(u'\n');
}

/// Those of one that are not in the other.
QStringList changedLines(const Diagrams &before, const Diagrams &now)
{
    auto lines = linesOf(now);
    for (const auto &line : linesOf(before))
        lines.removeOne(line);
    return lines;
}

} // namespace

class TestDiagramFile : public QObject
{
    Q_OBJECT

private slots:
    void comesBack();
    void isTheSameWhateverTheOrder();
    void onlyWhatMovedIsAnotherLine();
    void everyEntryEndsAlike();
    void randomEditsComeBack();
    void aCutFileIsAnError();
    void aByteOfNonsenseIsNoCrash();
    void saysWhereAndWhy_data();
    void saysWhereAndWhy();
    void branchesMerge_data();
    void branchesMerge();
    void readsWhatPeopleFormat();
};

void TestDiagramFile::comesBack()
{
    const auto diagrams = rich();
    const auto text = toDiagramFile(diagrams);
    const auto read = diagramsFromFile(text);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(*read, diagrams);
    QCOMPARE(toDiagramFile(*read), text);
}

void TestDiagramFile::isTheSameWhateverTheOrder()
{
    auto diagrams = rich();
    diagrams.relations.push_back(
        {.from = id(u"a"_s), .columns = {u"b"_s}, .to = id(u"c"_s), .toColumns = {u"d"_s}});
    const auto text = toDiagramFile(diagrams);
    std::reverse(diagrams.diagrams.begin(), diagrams.diagrams.end());
    std::reverse(diagrams.relations.begin(), diagrams.relations.end());
    QCOMPARE(toDiagramFile(diagrams), text);
}

void TestDiagramFile::onlyWhatMovedIsAnotherLine()
{
    const auto before = rich();
    auto now = before;
    put(now, u"orders"_s, {88, 96});
    QCOMPARE(changedLines(before, now).size(), 1);
    QVERIFY(changedLines(before, now).front().contains(u"\"orders\""));
    QCOMPARE(changedLines(now, before).size(), 1);
    put(now, u"zebras"_s, {0, 0});
    const auto changed = changedLines(before, now);
    QCOMPARE(changed.size(), 3); // and a blank one
    // Less than a half is no move, nor is another font.
    auto same = before;
    keyPlaces(same)[id(u"orders"_s)] = {8.2, 15.9, 240, 98};
    QCOMPARE(toDiagramFile(same), toDiagramFile(before));
}

void TestDiagramFile::everyEntryEndsAlike()
{
    int entries = 0;
    for (const auto &line : linesOf(rich())) {
        if (!line.startsWith(u"{\"schema\"") && !line.startsWith(u"{\"id\"") &&
            !line.startsWith(u"{\"from\""))
            continue;
        QVERIFY2(line.endsWith(u"},"), qPrintable(line));
        ++entries;
    }
    QCOMPARE(entries, 8 + 1 + 1);
}

/// 100 edits, each written and read again.
void TestDiagramFile::randomEditsComeBack()
{
    std::mt19937 random(20261122);
    auto diagrams = rich();
    for (int round = 0; round < 100; ++round) {
        auto &arrangement = diagrams.diagrams[random() % diagrams.diagrams.size()].arrangement;
        const auto table = id(u"t%1 \"%"_s.arg(random() % 20), random() % 2 ? u"public"_s : u"a.b"_s);
        switch (random() % 7) {
        case 0:
            arrangement.places[random() % 3][table] = QRectF(static_cast<double>(random() % 9999) - 5000,
                                                             static_cast<double>(random() % 999), 0, 0);
            break;
        case 1: arrangement.hidden.insert(table); break;
        case 2: arrangement.hidden.remove(table); break;
        case 3:
            arrangement.marks[table] = {diagramColors[random() % 6],
                                        QString(QChar(static_cast<char16_t>(random() % 0xd000 + 1)))};
            break;
        case 4: {
            DiagramNote note{.id = u"%1"_s.arg(round, 3, 10, QChar(u'0')), .text = QString::number(random())};
            note.places[random() % 3] = QRectF(4, 5, 6, 7);
            arrangement.notes.push_back(note);
            std::sort(arrangement.notes.begin(), arrangement.notes.end(),
                      [](const auto &one, const auto &other) { return one.id < other.id; });
            break;
        }
        case 5: {
            auto &all = diagrams.diagrams;
            all.push_back({u"z%1"_s.arg(round, 3, 10, QChar(u'0')), {}});
            std::sort(all.begin(), all.end(),
                      [](const auto &one, const auto &other) { return one.name < other.name; });
            break;
        }
        default:
            diagrams.relations.push_back({.from = table,
                                          .columns = {QString::number(round)},
                                          .to = id(u"x"_s),
                                          .toColumns = {u"y"_s},
                                          .optional = random() % 2 == 0});
            diagram::sort(diagrams.relations);
        }
        const auto read = diagramsFromFile(toDiagramFile(diagrams));
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
        QCOMPARE(*read, diagrams);
    }
}

void TestDiagramFile::aCutFileIsAnError()
{
    const auto text = toDiagramFile(rich());
    // Without the newline at its end it is whole.
    for (qsizetype length = 0; length < text.size() - 1; ++length) {
        const auto read = diagramsFromFile(text.left(length));
        QVERIFY2(!read.ok(), qPrintable(QString::number(length)));
        QVERIFY(!read.error().message.isEmpty());
    }
    QVERIFY(diagramsFromFile(text.chopped(1)).ok());
}

void TestDiagramFile::aByteOfNonsenseIsNoCrash()
{
    const auto text = toDiagramFile(rich());
    for (qsizetype at = 0; at < text.size(); ++at) {
        for (const char byte : {'\0', '"', '{', ']', '\xff', '9'}) {
            auto other = text;
            other[at] = byte;
            const auto read = diagramsFromFile(other);
            QVERIFY(read.ok() || !read.error().message.isEmpty());
        }
    }
    // Nor are brackets without end.
    QVERIFY(!diagramsFromFile(QByteArray(1000000, '[')).ok());
}

void TestDiagramFile::saysWhereAndWhy_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("with");
    QTest::addColumn<QString>("why");

    const auto line = u"{\"schema\": \"public\", \"table\": \"customers\", \"keys\": [8, 16]},"_s;
    QTest::newRow("a conflict") << line << u"<<<<<<< mine"_s << u"merge conflict"_s;
    QTest::newRow("no comma") << line << line.chopped(1) << u"“{” is not expected"_s;
    QTest::newRow("twice") << line << line + line << u"“public.customers” stands there twice"_s;
    QTest::newRow("no number") << line << QString(line).replace(u"16"_s, u"\"16\""_s) << u"whole number"_s;
    QTest::newRow("half a pixel") << line << QString(line).replace(u"16"_s, u"16.5"_s) << u"whole number"_s;
    QTest::newRow("three numbers") << line << QString(line).replace(u"16"_s, u"1, 6"_s) << u"2 numbers"_s;
    QTest::newRow("unknown") << line << QString(line).replace(u"\"keys\""_s, u"\"kees\""_s)
                             << u"“kees” is not known"_s;
    QTest::newRow("no name") << line << u"{\"schema\": \"public\"},"_s << u"“table” is missing"_s;
    QTest::newRow("no colour") << line << QString(line).replace(u"]}"_s, u"], \"color\": \"red\"}"_s)
                               << u"“red” is no colour"_s;
    QTest::newRow("member twice") << line << QString(line).replace(u"\"table\""_s, u"\"schema\""_s)
                                  << u"“schema” stands there twice"_s;
}

void TestDiagramFile::saysWhereAndWhy()
{
    QFETCH(QString, what);
    QFETCH(QString, with);
    QFETCH(QString, why);
    auto diagrams = rich();
    auto lines = linesOf(diagrams);
    const auto at = lines.indexOf(what);
    QVERIFY(at > 0);
    lines[at] = with;
    const auto read = diagramsFromFile(lines.join(u'\n').toUtf8());
    QVERIFY(!read.ok());
    QVERIFY2(read.error().message.contains(why), qPrintable(read.error().message));
    // What is missing is missed where something else stands.
    const auto line = why.contains(u"“{”") ? at + 3 : at + 1;
    QCOMPARE(read.error().position, line);
    QVERIFY(read.error().message.startsWith(u"Line %1: "_s.arg(line)));
}

void TestDiagramFile::branchesMerge_data()
{
    QTest::addColumn<QStringList>("mine");
    QTest::addColumn<QStringList>("theirs");
    QTest::addColumn<bool>("merges");

    QTest::newRow("two tables") << QStringList{u"animals"_s} << QStringList{u"zebras"_s} << true;
    QTest::newRow("two in the middle") << QStringList{u"banks"_s} << QStringList{u"names"_s} << true;
    QTest::newRow("many") << QStringList{u"animals"_s, u"invoices"_s, u"zebras"_s}
                          << QStringList{u"names"_s, u"users"_s} << true;
    QTest::newRow("neighbours are moved") << QStringList{u"orders"_s} << QStringList{u"payments"_s} << true;
    QTest::newRow("one is moved, one comes after it")
        << QStringList{u"customers"_s} << QStringList{u"drafts"_s} << true;
    // Git cannot know on which side of the other the new one belongs.
    QTest::newRow("one comes right before one that is moved")
        << QStringList{u"banks"_s} << QStringList{u"customers"_s} << false;
    QTest::newRow("the same is moved") << QStringList{u"customers"_s} << QStringList{u"customers"_s} << false;
    QTest::newRow("new neighbours") << QStringList{u"names"_s} << QStringList{u"news"_s} << false;
}

/// What git makes of two branches that each place tables.
void TestDiagramFile::branchesMerge()
{
    QFETCH(QStringList, mine);
    QFETCH(QStringList, theirs);
    QFETCH(bool, merges);
    const auto git = QStandardPaths::findExecutable(u"git"_s);
    if (git.isEmpty())
        QSKIP("git is not there");
    const auto base = rich();
    auto here = base;
    auto there = base;
    auto both = base;
    for (const auto &table : mine) {
        put(here, table, {100, 100});
        put(both, table, {100, 100});
    }
    for (const auto &table : theirs) {
        put(there, table, {200, 200});
        put(both, table, {200, 200});
    }
    QTemporaryDir folder;
    QStringList files;
    for (const auto &[name, diagrams] :
         {std::pair(u"mine"_s, here), std::pair(u"base"_s, base), std::pair(u"theirs"_s, there)}) {
        files << folder.filePath(name);
        QFile file(files.back());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(toDiagramFile(diagrams));
    }
    QProcess process;
    process.start(git, QStringList{u"merge-file"_s, u"-p"_s} + files);
    QVERIFY(process.waitForFinished(60000));
    const auto merged = process.readAllStandardOutput();
    QCOMPARE(process.exitCode() == 0, merges);
    const auto read = diagramsFromFile(merged);
    QCOMPARE(read.ok(), merges);
    if (merges)
        QCOMPARE(*read, both);
    else
        QVERIFY2(read.error().message.contains(u"merge conflict"), qPrintable(read.error().message));
}

/// Another layout of the same, without blank lines and ends of lists.
void TestDiagramFile::readsWhatPeopleFormat()
{
    auto text = toDiagramFile(rich());
    text.replace(",\n\nnull]", "]").replace("\n\n", "\r\n\t").replace("[\r\n\tnull]", "[ ]");
    QVERIFY(!text.contains("null"));
    const auto read = diagramsFromFile(text);
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(*read, rich());
}

QTEST_GUILESS_MAIN(TestDiagramFile)

#include "tst_diagramfile.moc"
