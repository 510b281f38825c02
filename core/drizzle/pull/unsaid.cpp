#include "core/drizzle/pull/unsaid.h"

#include "core/catalog/words.h"

namespace squall::drizzle {

using namespace Qt::StringLiterals;
using namespace catalog;

namespace {

/// Words of which each stands for itself when it is true.
class Words
{
public:
    void add(bool is, const char *word)
    {
        if (is)
            m_words << QString::fromLatin1(word);
    }
    QStringList take() { return std::move(m_words); }

private:
    QStringList m_words;
};

} // namespace

QStringList unsaidOf(const Table &table)
{
    Words words;
    words.add(table.persistence == Persistence::Unlogged, "UNLOGGED");
    words.add(!table.inherits.empty(), "INHERITS");
    words.add(!table.ofType.isEmpty(), "OF type");
    words.add(!table.options.isEmpty(), "WITH (…)");
    words.add(!table.accessMethod.isEmpty(), "USING");
    words.add(!table.tablespace.isEmpty(), "TABLESPACE");
    bool collated = false;
    bool isVirtual = false;
    for (const auto &column : table.columns) {
        collated |= !column.collation.isEmpty();
        isVirtual |= column.generated == Column::Generated::Virtual;
    }
    words.add(collated, "COLLATE");
    words.add(isVirtual, "VIRTUAL");
    return words.take();
}

QStringList unsaidOf(const Constraint &constraint)
{
    Words words;
    words.add(constraint.deferrable, "DEFERRABLE");
    words.add(!constraint.validated, "NOT VALID");
    words.add(!constraint.enforced, "NOT ENFORCED");
    words.add(constraint.noInherit && constraint.type == Constraint::Type::Check, "NO INHERIT");
    words.add(constraint.match == Constraint::Match::Full, "MATCH FULL");
    words.add(!constraint.onDeleteColumns.isEmpty(), "ON DELETE … (columns)");
    return words.take();
}

QStringList unsaidOf(const Index &index)
{
    Words words;
    words.add(!index.include.isEmpty(), "INCLUDE");
    words.add(index.nullsNotDistinct && index.constraint.isEmpty(), "NULLS NOT DISTINCT");
    words.add(!index.tablespace.isEmpty(), "TABLESPACE");
    // Those of a constraint are written with it.
    words.add(!index.options.isEmpty() && !index.constraint.isEmpty(), "WITH (…)");
    return words.take();
}

QStringList unsaidOf(const Sequence &sequence)
{
    Words words;
    words.add(sequence.options.type != u"bigint", "AS type");
    words.add(sequence.unlogged, "UNLOGGED");
    return words.take();
}

} // namespace squall::drizzle
