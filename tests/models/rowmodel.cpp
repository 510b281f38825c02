#include "tests/models/rowmodel.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace squall::test {

using namespace Qt::StringLiterals;
using edit::NewValue;
using edit::RowValues;

namespace {

Query::Parameter asStored(const NewValue &value)
{
    return value.kind == NewValue::Kind::Text ? Query::Parameter(value.text) : std::nullopt;
}

QByteArray textOf(const RowValues &row)
{
    QByteArray text;
    for (auto it = row.begin(); it != row.end(); ++it)
        text += it.key().toUtf8() + '=' + it.value().value_or("NULL") + ' ';
    return text;
}

/// What the policy of `guarded` keeps from the editor.
bool isHidden(const QString &table, const RowValues &row)
{
    return table == u"guarded" && row.value(u"owner"_s) != Query::Parameter("me");
}

QByteArrayList sorted(const RowModel::Rows &rows)
{
    QByteArrayList texts;
    for (const auto &row : rows)
        texts << textOf(row);
    std::sort(texts.begin(), texts.end());
    return texts;
}

} // namespace

RowModel::Rows RowModel::rowsOf(const pg::RowBatch &reply)
{
    Rows rows;
    for (int row = 0; row < reply.rowCount(); ++row) {
        RowValues values;
        for (int column = 1; column < reply.columnCount(); ++column) {
            const auto cell = reply.cell(row, column);
            values.insert(reply.fields()[static_cast<size_t>(column)].name,
                          cell ? Query::Parameter(cell->toByteArray()) : std::nullopt);
        }
        rows.insert(reply.cell(row, 0)->toByteArray(), values);
    }
    return rows;
}

void RowModel::settle(const QString &table, RowValues &row)
{
    if (table == u"loud") {
        if (row[u"word"_s])
            row[u"word"_s] = row[u"word"_s]->toUpper();
        row[u"changes"_s] = QByteArray::number(row.value(u"changes"_s).value_or("0").toInt() + 1);
    }
    if (table == u"uniq")
        row[u"total"_s] =
            row.value(u"v"_s) ? Query::Parameter(QByteArray::number(row[u"v"_s]->toInt() * 2)) : std::nullopt;
}

void RowModel::change(const QString &table, const QByteArray &row, const RowValues &values)
{
    // A changed row is in another place.
    auto changed = m_tables[table].take(row);
    for (auto it = values.begin(); it != values.end(); ++it)
        changed[it.key()] = it.value();
    settle(table, changed);
    m_tables[table].insert("written " + QByteArray::number(++m_written), changed);
}

void RowModel::remove(const QString &table, const QByteArray &row)
{
    m_tables[table].remove(row);
}

QString RowModel::applyTo(const QString &table, const QStringList &key, const edit::RowIdentity &identity,
                          const edit::RowEdit &edit)
{
    auto &rows = m_tables[table];
    const auto isIt = [&](const QByteArray &place, const RowValues &row) {
        return !isHidden(table, row) &&
               std::all_of(identity.parts.begin(), identity.parts.end(), [&](const auto &part) {
                   return part.first == u"ctid" ? place == part.second : row.value(part.first) == part.second;
               });
    };
    const auto places = rows.keys();
    const auto found = std::find_if(places.begin(), places.end(),
                                    [&](const auto &place) { return isIt(place, rows[place]); });
    if (found == places.end())
        return u"a row that is gone"_s;
    const auto now = rows[*found];
    for (auto it = edit.original.begin(); it != edit.original.end(); ++it) {
        const bool asserted = edit.removed || key.isEmpty() || edit.values.contains(it.key());
        if (asserted && now.value(it.key()) != it.value())
            return u"a row that changed"_s;
    }
    if (edit.removed) {
        rows.remove(*found);
        return {};
    }
    RowValues values;
    for (auto it = edit.values.begin(); it != edit.values.end(); ++it)
        values.insert(it.key(), asStored(*it));
    change(table, *found, values);
    return values.contains(u"owner"_s) && values[u"owner"_s] == Query::Parameter("you") ? u"a policy"_s
                                                                                        : QString();
}

QString RowModel::apply(const QString &table, const QStringList &key, const edit::StagedEdits &edits)
{
    // Each row is looked for as it was before the batch: keys may be handed on within it.
    const auto before = m_tables[table];
    auto after = before;
    for (auto it = edits.rows().begin(); it != edits.rows().end(); ++it) {
        m_tables[table] = before;
        if (const auto why = applyTo(table, key, it.key(), *it); !why.isEmpty())
            return why;
        for (const auto &place : before.keys()) {
            if (!m_tables[table].contains(place))
                after.remove(place);
        }
        for (const auto &place : m_tables[table].keys()) {
            if (!before.contains(place))
                after.insert(place, m_tables[table][place]);
        }
    }
    m_tables[table] = after;
    for (const auto &row : edits.newRows()) {
        RowValues values;
        for (auto it = row.values.begin(); it != row.values.end(); ++it)
            values.insert(it.key(), asStored(*it));
        settle(table, values);
        if (isHidden(table, values))
            return u"a policy"_s;
        m_tables[table].insert("written " + QByteArray::number(++m_written), values);
    }
    QSet<QByteArray> keys;
    for (const auto &row : m_tables[table]) {
        QByteArray taken;
        for (const auto &name : key)
            taken += row.value(name).value_or("NULL") + '\n';
        if (!key.isEmpty() && keys.contains(taken))
            return u"a key that is taken"_s;
        keys.insert(taken);
    }
    return {};
}

QString RowModel::differs(const QString &table, const Rows &rows) const
{
    const auto wanted = sorted(m_tables[table]);
    const auto found = sorted(rows);
    for (int i = 0; i < std::max(wanted.size(), found.size()); ++i) {
        if (wanted.value(i) != found.value(i))
            return u"expected %1 but found %2"_s.arg(QString::fromUtf8(wanted.value(i)),
                                                     QString::fromUtf8(found.value(i)));
    }
    return {};
}

} // namespace squall::test
