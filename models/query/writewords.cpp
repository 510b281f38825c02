// What is known of a write before it is run, for a person.
#include "models/query/writetrial.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

using Source = WriteEffect::Source;
using Verb = sql::RowWrite::Verb;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::WriteEffect)
};

constexpr size_t mostTables = 4;

/// Plural forms go by an int.
int plural(qint64 rows)
{
    return static_cast<int>(std::min<qint64>(rows, std::numeric_limits<int>::max()));
}

QString rowsInWords(const WriteEffect &effect)
{
    const int rows = plural(effect.rows);
    if (effect.source == Source::Unknown)
        return Words::tr("How many rows it changes is known only once it has run.");
    if (effect.source == Source::Expected)
        return Words::tr("By the server's estimate it changes %n row(s).", nullptr, rows);
    if (effect.source == Source::Counted)
        return Words::tr("It would delete all %n row(s).", nullptr, rows);
    if (!effect.verb)
        return Words::tr("It would write %n row(s).", nullptr, rows);
    switch (*effect.verb) {
    case Verb::Insert: return Words::tr("It would add or change %n row(s).", nullptr, rows);
    case Verb::Delete: return Words::tr("It would delete %n row(s).", nullptr, rows);
    case Verb::Merge: return Words::tr("It would add, change or delete %n row(s).", nullptr, rows);
    case Verb::Update: break;
    }
    return Words::tr("It would change %n row(s).", nullptr, rows);
}

QString inWords(const TableWrites &writes)
{
    QStringList parts;
    if (writes.inserted > 0)
        parts << Words::tr("%n added", "rows", plural(writes.inserted));
    if (writes.updated > 0)
        parts << Words::tr("%n changed", "rows", plural(writes.updated));
    if (writes.deleted > 0 || parts.isEmpty())
        parts << Words::tr("%n deleted", "rows", plural(writes.deleted));
    return writes.table + u": "_s + parts.join(u", "_s);
}

QString tablesInWords(const WriteEffect &effect)
{
    QStringList parts;
    for (const auto &table : effect.tables) {
        if (static_cast<size_t>(parts.size()) < mostTables)
            parts << inWords(table);
    }
    if (parts.isEmpty())
        return {};
    if (effect.tables.size() > mostTables)
        parts << Words::tr("%n more table(s)", nullptr, static_cast<int>(effect.tables.size() - mostTables));
    return Words::tr("In all, %1.", "tables and their rows").arg(parts.join(u"; "_s));
}

} // namespace

QString inWords(const WriteEffect &effect)
{
    QStringList sentences{effect.untried, rowsInWords(effect)};
    // One table's own rows have been said.
    const bool same = effect.tables.size() == 1 && effect.verb && effect.tables.front().all() == effect.rows;
    if (!same)
        sentences << tablesInWords(effect);
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

} // namespace squall::models
