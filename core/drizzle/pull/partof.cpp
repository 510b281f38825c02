#include "core/drizzle/pull/partof.h"

#include "core/drizzle/catalogof.h"
#include "core/drizzle/pull/columntypes.h"

namespace squall::drizzle {

namespace {

/// Takes parts of a `Pulled`.
class Part
{
public:
    explicit Part(const Pulled &whole)
        : m_whole(whole)
    {
        m_made.customValues = whole.customValues;
    }

    void add(const QString &key, const Table &table)
    {
        for (const auto &[name, column] : table.columns) {
            addEnum(column);
            addSequences(column);
        }
        m_made.snapshot.tables.set(key, table);
        addSchema(table.schema);
    }

    /// Once all tables are there.
    void addTargets()
    {
        for (const auto &[key, table] : m_made.snapshot.tables) {
            for (const auto &[name, foreignKey] : table.foreignKeys)
                addTarget(foreignKey);
        }
    }

    Pulled take() { return std::move(m_made); }

private:
    void addEnum(const Column &column)
    {
        if (!column.typeSchema)
            return;
        const auto key = schemaOf(*column.typeSchema) + u'.' + elementType(column.type);
        if (const auto *own = m_whole.snapshot.enums.find(key)) {
            m_made.snapshot.enums.set(key, *own);
            addSchema(own->schema);
        } else if (const auto *other = m_whole.outside.enums.find(key)) {
            m_made.outside.enums.set(key, *other);
        }
    }

    void addSequences(const Column &column)
    {
        if (!column.defaultValue)
            return;
        const auto text = QString::fromUtf8(column.defaultValue->text);
        for (const auto &[key, sequence] : m_whole.snapshot.sequences) {
            if (text.contains(sequence.name)) {
                m_made.snapshot.sequences.set(key, sequence);
                addSchema(sequence.schema);
            }
        }
    }

    void addTarget(const ForeignKey &foreignKey)
    {
        const auto key = schemaOf(foreignKey.schemaTo.value_or(QString())) + u'.' + foreignKey.tableTo;
        if (m_made.snapshot.tables.contains(key))
            return;
        const auto *inside = m_whole.snapshot.tables.find(key);
        const auto *target = inside ? inside : m_whole.outside.tables.find(key);
        if (!target)
            return;
        auto *known = m_made.outside.tables.find(key);
        auto &bare = known ? *known : m_made.outside.tables.set(key, {target->name, target->schema});
        for (const auto &name : foreignKey.columnsTo) {
            const auto *column = target->columns.find(name);
            if (!column)
                continue;
            bare.columns.set(name, {.name = name, .type = column->type, .typeSchema = column->typeSchema});
            addEnum(*column);
        }
    }

    void addSchema(const QString &schema)
    {
        if (m_whole.snapshot.schemas.contains(schema))
            m_made.snapshot.schemas.set(schema, schema);
    }

    const Pulled &m_whole;
    Pulled m_made;
};

} // namespace

Pulled partOf(const Pulled &whole, const QStringList &tables)
{
    Part part(whole);
    for (const auto &[key, table] : whole.snapshot.tables) {
        if (tables.contains(key))
            part.add(key, table);
    }
    part.addTargets();
    return part.take();
}

} // namespace squall::drizzle
