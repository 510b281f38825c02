#include "core/drizzle/idempotent.h"

#include <algorithm>
#include <initializer_list>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

/// Behind a name, of several parts perhaps; -1 when there is none at that place.
qsizetype behindName(const QString &text, qsizetype at)
{
    for (;;) {
        if (at >= text.size() || text[at] != u'"')
            return -1;
        do {
            at = text.indexOf(u'"', at + 1);
            if (at < 0)
                return -1;
            ++at;
        } while (at < text.size() && text[at] == u'"');
        if (at >= text.size() || text[at] != u'.')
            return at;
        ++at;
    }
}

/// Words that stand between a statement's beginning and a name, and those that make it do no harm.
struct Safe
{
    const char *words;
    const char *more;
};

constexpr Safe beginnings[] = {
    {"CREATE SCHEMA ", "IF NOT EXISTS "},
    {"CREATE TABLE ", "IF NOT EXISTS "},
    {"CREATE SEQUENCE ", "IF NOT EXISTS "},
    {"CREATE INDEX CONCURRENTLY ", "IF NOT EXISTS "},
    {"CREATE UNIQUE INDEX CONCURRENTLY ", "IF NOT EXISTS "},
    {"CREATE INDEX ", "IF NOT EXISTS "},
    {"CREATE UNIQUE INDEX ", "IF NOT EXISTS "},
    {"CREATE MATERIALIZED VIEW ", "IF NOT EXISTS "},
    {"DROP SCHEMA ", "IF EXISTS "},
    {"DROP TYPE ", "IF EXISTS "},
    {"DROP SEQUENCE ", "IF EXISTS "},
    {"DROP TABLE ", "IF EXISTS "},
    {"DROP VIEW ", "IF EXISTS "},
    {"DROP MATERIALIZED VIEW ", "IF EXISTS "},
    {"DROP INDEX ", "IF EXISTS "},
    {"DROP POLICY ", "IF EXISTS "},
    {"DROP ROLE ", "IF EXISTS "},
};

/// What follows the name in `ALTER TABLE "t"`, and in `ALTER TYPE "t"`.
constexpr Safe tableParts[] = {
    {" ADD COLUMN ", "IF NOT EXISTS "},
    {" DROP COLUMN ", "IF EXISTS "},
    {" drop column ", "if exists "},
    {" DROP CONSTRAINT ", "IF EXISTS "},
};
constexpr Safe typeParts[] = {{" ADD VALUE ", "IF NOT EXISTS "}};

/// What has nothing left to do where the object has another name already, or is gone.
constexpr const char *endings[] = {" RENAME TO ", " SET SCHEMA ", " DISABLE ROW LEVEL SECURITY"};

/// What is altered so, whether SQL knows IF EXISTS for it, and what the server says where it is not there.
struct Altered
{
    const char *words;
    const char *conditions; ///< empty: IF EXISTS
};
constexpr Altered altered[] = {
    {"ALTER TABLE ", ""},
    {"ALTER SEQUENCE ", ""},
    {"ALTER VIEW ", ""},
    {"ALTER MATERIALIZED VIEW ", ""},
    {"ALTER TYPE ", "undefined_object"},
    {"ALTER SCHEMA ", "invalid_schema_name"},
    {"ALTER ROLE ", "undefined_object"},
};

/// With the words put in behind what stands at `at`; empty when nothing does.
template<typename List>
QString withWords(const QString &statement, qsizetype at, const List &list)
{
    for (const auto &each : list) {
        const QLatin1StringView words(each.words);
        if (QStringView(statement).mid(at).startsWith(words))
            return QString(statement).insert(at + words.size(), QLatin1StringView(each.more));
    }
    return {};
}

/// A quote for a block in which none occurs.
QString dollarQuoteFor(const QString &statement)
{
    QString quote = u"$$"_s;
    for (int i = 1; statement.contains(quote); ++i)
        quote = u"$b%1$"_s.arg(i);
    return quote;
}

/// A block that passes over these conditions.
QString passingOver(const QString &statement, const QString &conditions)
{
    const bool endsLine = statement.endsWith(u'\n');
    const auto quote = dollarQuoteFor(statement);
    return u"DO "_s + quote + u" BEGIN\n "_s + statement.trimmed() + u"\nEXCEPTION\n WHEN "_s + conditions +
           u" THEN NULL;\nEND "_s + quote + u';' + (endsLine ? u"\n"_s : QString());
}

/// What is renamed, moved or turned off; empty when it is nothing of these.
QString ended(const QString &statement)
{
    for (const auto &each : altered) {
        const QLatin1StringView words(each.words);
        const auto end = statement.startsWith(words) ? behindName(statement, words.size()) : -1;
        const auto part = end < 0 ? QStringView() : QStringView(statement).mid(end);
        const bool ends = std::any_of(std::begin(endings), std::end(endings), [&](const char *ending) {
            return part.startsWith(QLatin1StringView(ending));
        });
        if (!ends)
            continue;
        const auto conditions = QString::fromLatin1(each.conditions);
        return conditions.isEmpty() ? QString(statement).insert(words.size(), u"IF EXISTS "_s)
                                    : passingOver(statement, conditions);
    }
    return {};
}

/// The part of an ALTER TABLE that follows the name, which ends at `end`; empty when it has no such form.
QString alteredTable(const QString &statement, qsizetype end)
{
    if (const auto safe = withWords(statement, end, tableParts); !safe.isEmpty())
        return safe;
    const auto part = QStringView(statement).mid(end);
    const bool adds = part.startsWith(u" ADD CONSTRAINT ");
    if (part.startsWith(u" ADD PRIMARY KEY") || (adds && part.contains(u" PRIMARY KEY(")))
        return passingOver(statement, u"invalid_table_definition OR duplicate_table"_s);
    if (adds)
        return passingOver(statement, u"duplicate_object OR duplicate_table"_s);
    if (part.startsWith(u" RENAME COLUMN "))
        return passingOver(statement, u"undefined_column"_s);
    if (part.contains(u" ADD GENERATED ") && part.contains(u" AS IDENTITY"))
        return passingOver(statement, u"object_not_in_prerequisite_state OR duplicate_table"_s);
    for (const auto &ending : {u" DROP EXPRESSION;"_s, u" DROP IDENTITY;"_s}) {
        if (part.endsWith(ending))
            return statement.chopped(1) + u" IF EXISTS;"_s;
    }
    return {};
}

QString idempotentForm(const QString &statement)
{
    if (const auto safe = withWords(statement, 0, beginnings); !safe.isEmpty())
        return safe;
    if (const auto safe = ended(statement); !safe.isEmpty())
        return safe;
    if (statement.startsWith(u"CREATE VIEW "))
        return u"CREATE OR REPLACE"_s + statement.mid(QLatin1StringView("CREATE").size());
    for (const auto &words : {u"CREATE TYPE "_s, u"CREATE POLICY "_s, u"CREATE ROLE "_s}) {
        if (statement.startsWith(words))
            return passingOver(statement, u"duplicate_object"_s);
    }
    if (statement.startsWith(u"ALTER POLICY ") && statement.contains(u" RENAME TO "))
        return passingOver(statement, u"undefined_object OR duplicate_object"_s);
    QString safe;
    if (const auto table = u"ALTER TABLE "_s; statement.startsWith(table)) {
        const auto end = behindName(statement, table.size());
        safe = end < 0 ? QString() : alteredTable(statement, end);
    } else if (const auto type = u"ALTER TYPE "_s; statement.startsWith(type)) {
        const auto end = behindName(statement, type.size());
        safe = end < 0 ? QString() : withWords(statement, end, typeParts);
    }
    return safe.isEmpty() ? statement : safe;
}

} // namespace

QStringList idempotent(const QStringList &statements)
{
    QStringList forms;
    for (const auto &statement : statements)
        forms << idempotentForm(statement);
    return forms;
}

} // namespace squall::drizzle
