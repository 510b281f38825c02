#include "core/drizzle/clauses.h"

#include "core/base/quote.h"
#include "core/drizzle/catalogof.h"

namespace squall::drizzle {

using namespace Qt::StringLiterals;

QString quotedList(const QStringList &names)
{
    QStringList quoted;
    for (const auto &name : names)
        quoted << quoteAlways(name);
    return u'(' + quoted.join(u',') + u')';
}

QString qualified(const QString &schema, const QString &name)
{
    return quoteAlways(schemaOf(schema)) + u'.' + quoteAlways(name);
}

QString literal(QString text)
{
    return u'\'' + text.replace(u'\'', u"''"_s) + u'\'';
}

QString numbersOf(const Sequence &sequence)
{
    QString text;
    const auto add = [&](QStringView words, const std::optional<QString> &value) {
        if (value)
            text += words.toString() + *value;
    };
    add(u" INCREMENT BY ", sequence.increment);
    add(u" MINVALUE ", sequence.minValue);
    add(u" MAXVALUE ", sequence.maxValue);
    add(u" START WITH ", sequence.startWith);
    add(u" CACHE ", sequence.cache);
    return text + (sequence.cycle.value_or(false) ? u" CYCLE"_s : QString());
}

QString identityClause(const Table &table, const Identity &identity)
{
    return u"GENERATED "_s + (identity.type == u"always" ? u"ALWAYS"_s : u"BY DEFAULT"_s) +
           u" AS IDENTITY (sequence name "_s +
           (table.schema.isEmpty() ? QString() : quoteAlways(table.schema) + u'.') +
           quoteAlways(identity.sequence.name) + numbersOf(identity.sequence) + u')';
}

QString clauseOf(const CompositeKey &key)
{
    return u"CONSTRAINT "_s + quoteAlways(key.name) + u" PRIMARY KEY"_s + quotedList(key.columns);
}

QString clauseOf(const Unique &unique)
{
    return u"CONSTRAINT "_s + quoteAlways(unique.name) + u" UNIQUE"_s +
           (unique.nullsNotDistinct ? u" NULLS NOT DISTINCT"_s : QString()) + quotedList(unique.columns);
}

QString clauseOf(const Check &check)
{
    return u"CONSTRAINT "_s + quoteAlways(check.name) + u" CHECK ("_s + check.value + u')';
}

bool isRoleWord(const QString &role)
{
    return QStringList{u"public"_s, u"current_user"_s, u"current_role"_s, u"session_user"_s}.contains(role);
}

} // namespace squall::drizzle
