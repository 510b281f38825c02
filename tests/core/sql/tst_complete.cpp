#include "testschema.h"

#include "core/sql/complete.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace squall;
using namespace Qt::StringLiterals;

/// Runs the cases in completion/*.txt. A case is a line `## what it is about`, SQL with `|` where the cursor
/// stands
/// (`||` is the operator), and lines that say what is expected:
///   > text      one each for the first suggestions, in their order
///   + text      somewhere among them
///   - text      not among them
///   = sql       the statement once the first suggestion is taken, with the cursor in it
///   ? signature a line of help for what is being called, and behind ` #` the number of the argument, from 1
///   > (nothing) no suggestions at all
class TestComplete : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cases_data();
    void cases();
    void anywhereInUnfinishedText();
    void ranksByUse();
    void placesOfSnippets();

private:
    QString read(const QString &name) const;

    std::unique_ptr<sql::CompletionCatalog> m_catalog;
};

namespace {

const auto casesFolder = QStringLiteral(SQUALL_CASES "/");

/// Somebody's own in completion/snippets.txt.
const std::vector<sql::Snippet> ownSnippets{
    {u"due"_s, u"Overdue orders"_s, u"select * from orders where due < now() - interval '${1:days}'$0"_s},
    {u"sel"_s, u"Mine"_s, u"select \"own\" from t"_s},
    {u"top"_s, u"The first ten"_s, u"select * from $0 limit 10"_s},
    {u"vac"_s, u"Tidy up"_s, u"vacuum (verbose, analyze)"_s},
    {u"byid"_s, u"A user"_s, u"select * from users where id = $1"_s},
};

qsizetype cursorIn(const QString &text)
{
    for (auto at = text.indexOf(u'|'); at >= 0; at = text.indexOf(u'|', at + 1)) {
        if (text.mid(at, 3) == u"|||")
            return at;
        if (text.mid(at, 2) != u"||")
            return at;
        ++at;
    }
    return -1;
}

QString taken(QString text, const sql::Completion &completion)
{
    const auto &first = completion.suggestions.front();
    text.replace(completion.start, completion.length, first.text);
    return text.insert(completion.start + first.text.size() - first.back, u'|');
}

QString signatureText(const sql::Signature &signature, int argument)
{
    auto text = signature.name + u'(' + signature.arguments.join(u", "_s) + u')';
    if (!signature.result.isEmpty())
        text += u" → "_s + signature.result;
    return text + u" #"_s + QString::number(argument + 1);
}

/// What is wrong with an answer; nothing when it is right.
QString faultIn(const QString &expected, const QString &text, const sql::Completion &completion,
                qsizetype &place)
{
    const auto sign = expected.front();
    const auto wanted = expected.mid(2);
    QStringList all;
    for (const auto &suggestion : completion.suggestions)
        all << suggestion.text;
    const auto shown = u", but: "_s + all.mid(0, 12).join(u" ¦ "_s);
    if (wanted == u"(nothing)")
        return all.isEmpty() ? QString() : u"expected nothing"_s + shown;
    if (sign == u'>') {
        const auto at = place++;
        return all.value(at) == wanted ? QString() : u"expected as %1.: %2"_s.arg(at + 1).arg(wanted) + shown;
    }
    if (sign == u'+')
        return all.contains(wanted) ? QString() : u"expected somewhere: "_s + wanted + shown;
    if (sign == u'-')
        return all.contains(wanted) ? u"not expected: "_s + wanted + shown : QString();
    if (sign == u'=') {
        const auto result = all.isEmpty() ? text : taken(text, completion);
        return result == wanted ? QString() : u"expected to become: "_s + wanted + u", but: "_s + result;
    }
    QStringList signatures;
    for (const auto &signature : completion.signatures)
        signatures << signatureText(signature, completion.argument);
    return signatures.contains(wanted)
               ? QString()
               : u"expected help: "_s + wanted + u", but: "_s + signatures.join(u" ¦ "_s);
}

} // namespace

QString TestComplete::read(const QString &name) const
{
    QFile file(casesFolder + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void TestComplete::initTestCase()
{
    m_catalog = std::make_unique<sql::CompletionCatalog>(test::readSchema(read(u"schema.txt"_s)));
    QVERIFY(!m_catalog->relations().empty());
}

void TestComplete::cases_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("expected");

    const QDir folder(casesFolder);
    const auto files = folder.entryList({u"*.txt"_s}, QDir::Files, QDir::Name);
    for (const auto &file : files) {
        if (file == u"schema.txt")
            continue;
        for (const auto &part : (u'\n' + read(file)).split(u"\n## "_s).mid(1)) {
            auto lines = part.split(u'\n');
            const auto name = file.chopped(4) + u": "_s + lines.takeFirst();
            QStringList text;
            QStringList expected;
            for (const auto &line : lines) {
                const bool isExpectation = line.size() > 2 && line[1] == u' ' && u">+-=?"_s.contains(line[0]);
                if (isExpectation)
                    expected << line;
                else if (!line.trimmed().isEmpty())
                    text << line;
            }
            QTest::newRow(qPrintable(name)) << text.join(u'\n') << expected;
        }
    }
}

void TestComplete::cases()
{
    QFETCH(QString, text);
    QFETCH(const QStringList, expected);
    const auto cursor = cursorIn(text);
    QVERIFY2(cursor >= 0, "no cursor in the text");
    QVERIFY2(!expected.isEmpty(), "nothing is expected");
    text.remove(cursor, 1);
    const bool own = QByteArray(QTest::currentDataTag()).startsWith("snippets: ");
    const auto completion =
        sql::complete(text, cursor, *m_catalog, {}, own ? ownSnippets : std::vector<sql::Snippet>());
    qsizetype place = 0;
    for (const auto &each : expected) {
        const auto fault = faultIn(each, text, completion, place);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
    }
}

/// Every beginning of every case, and every case with a piece cut out, is answered without harm.
void TestComplete::anywhereInUnfinishedText()
{
    const QDir folder(casesFolder);
    qsizetype answered = 0;
    for (const auto &file : folder.entryList({u"*.txt"_s}, QDir::Files)) {
        for (const auto &part : read(file).split(u"\n## "_s)) {
            const auto text = part.section(u'\n', 1);
            for (qsizetype cursor = 0; cursor <= text.size(); cursor += 3) {
                const auto completion = sql::complete(QStringView(text).left(cursor), cursor, *m_catalog);
                QVERIFY(completion.start + completion.length <= cursor);
                const auto whole = sql::complete(text, cursor, *m_catalog);
                QVERIFY(whole.start >= 0 && whole.length >= 0);
                answered += completion.suggestions.empty() ? 0 : 1;
            }
        }
    }
    QVERIFY(answered > 0);
}

void TestComplete::ranksByUse()
{
    sql::Uses uses;
    const auto text = u"select * from "_s;
    const auto first = [&] {
        return sql::complete(text, text.size(), *m_catalog, uses).suggestions.front().text;
    };
    QVERIFY(first() != u"settings");
    for (int i = 0; i < 3; ++i)
        uses.add(u"SELECT value FROM Settings WHERE key = 'settings'"_s);
    QCOMPARE(first(), u"settings"_s);
    for (int i = 0; i < 9; ++i)
        uses.add(u"select 1 from reviews; select 2 from reviews"_s);
    QCOMPARE(first(), u"reviews"_s);
}

void TestComplete::placesOfSnippets()
{
    const auto first = [&](const QString &text) {
        return sql::complete(text, text.size(), *m_catalog, {}, ownSnippets).suggestions.front();
    };
    const auto due = first(u"due"_s);
    QCOMPARE(due.note, u"Overdue orders"_s);
    const auto days = due.text.indexOf(u"days"_s);
    QCOMPARE(due.stops, std::vector<sql::SnippetStop>({{1, days, 4}, {0, days + 5, 0}}));
    QCOMPARE(due.back, 1);
    // One place alone needs no going through.
    QVERIFY(first(u"top"_s).stops.empty());
}

QTEST_GUILESS_MAIN(TestComplete)
#include "tst_complete.moc"
