#include "core/base/quote.h"
#include "core/base/shorttypename.h"
#include "core/catalog/written.h"
#include "core/diagram/languages.h"

#include <algorithm>
#include <set>

namespace squall::diagram {

using namespace Qt::StringLiterals;
using Action = catalog::Constraint::Action;

namespace {

QString name(const QString &text)
{
    return u'"' + QString(text).replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s).replace(u'\n', u' ') +
           u'"';
}

QString name(const QString &schema, const QString &object)
{
    return schema.isEmpty() ? name(object) : name(schema) + u'.' + name(object);
}

QString note(const QString &text)
{
    const auto escaped = QString(text).replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s);
    return text.contains(u'\n') ? u"'''"_s + escaped + u"'''"_s : u'\'' + escaped + u'\'';
}

/// SQL stands between backticks, which have no escape.
bool canBeWritten(const QString &sql)
{
    return !sql.contains(u'`');
}

QString expression(const QString &sql)
{
    return u'`' + sql + u'`';
}

const catalog::Enum *enumOf(const catalog::Snapshot &snapshot, QString type)
{
    while (type.endsWith(u"[]"))
        type.chop(2);
    return catalog::findWritten(snapshot.enums, type);
}

QString typeName(const catalog::Snapshot &snapshot, const QString &type)
{
    if (const auto *values = enumOf(snapshot, type)) {
        const auto suffix = type.mid(quote(values->schema, values->name).size());
        return name(values->schema, values->name + suffix);
    }
    const auto shown = shortTypeName(type);
    const bool plain = std::all_of(shown.begin(), shown.end(), [](QChar letter) {
        return (letter.unicode() < 0x80 && letter.isLetterOrNumber()) || letter == u'_';
    });
    return plain ? shown : name(QString(shown).remove(u'"'));
}

QString columnLine(const catalog::Snapshot &snapshot, const Column &column, const catalog::Column *described,
                   bool aloneInKey)
{
    QStringList settings;
    if (column.key && aloneInKey)
        settings << u"pk"_s;
    if (column.notNull && !(column.key && aloneInKey))
        settings << u"not null"_s;
    if (column.unique && !(column.key && aloneInKey))
        settings << u"unique"_s;
    if (described && described->identity)
        settings << u"increment"_s;
    if (described && described->defaultSql && described->generated == catalog::Column::Generated::No &&
        canBeWritten(*described->defaultSql))
        settings << u"default: "_s + expression(*described->defaultSql);
    if (!column.comment.isEmpty())
        settings << u"note: "_s + note(column.comment);
    auto line = u"  "_s + name(column.name) + u' ' + typeName(snapshot, column.type);
    if (!settings.isEmpty())
        line += u" ["_s + settings.join(u", "_s) + u']';
    return line + u'\n';
}

QString indexLine(const catalog::Index &index, bool primary)
{
    QStringList keys;
    for (const auto &key : index.keys)
        keys << (key.column.isEmpty() ? expression(key.expression) : name(key.column));
    auto line = u"    ("_s + keys.join(u", "_s) + u") ["_s;
    line += primary        ? u"pk"_s
            : index.unique ? u"unique, name: "_s + name(index.name)
                           : u"name: "_s + name(index.name);
    return line + u"]\n"_s;
}

/// Those that the columns do not say already.
QString indexes(const catalog::Table &table)
{
    QString lines;
    for (const auto &index : table.indexes) {
        const bool primary =
            std::any_of(table.constraints.begin(), table.constraints.end(), [&](const auto &each) {
                return each.type == catalog::Constraint::Type::PrimaryKey && each.name == index.constraint;
            });
        const bool saidByColumn = index.unique && index.predicate.isEmpty() && index.keys.size() == 1 &&
                                  !index.keys.front().column.isEmpty();
        const bool writable = std::all_of(index.keys.begin(), index.keys.end(),
                                          [](const auto &key) { return canBeWritten(key.expression); });
        if (!saidByColumn && writable)
            lines += indexLine(index, primary);
    }
    return lines.isEmpty() ? QString() : u"\n  indexes {\n"_s + lines + u"  }\n"_s;
}

QString tableBlock(const Entity &entity, const catalog::Snapshot &snapshot)
{
    auto text = u"Table "_s + name(entity.id.schema, entity.id.name) + u" {\n"_s;
    const auto *table = catalog::findTable(snapshot, {entity.id.schema, entity.id.name});
    const auto keys = std::count_if(entity.columns.begin(), entity.columns.end(),
                                    [](const Column &column) { return column.key; });
    for (const auto &column : entity.columns)
        text += columnLine(snapshot, column,
                           table ? catalog::findColumn(table->columns, column.name) : nullptr, keys == 1);
    if (table)
        text += indexes(*table);
    if (!entity.comment.isEmpty())
        text += u"\n  Note: "_s + note(entity.comment) + u'\n';
    return text + u"}\n\n"_s;
}

QString enumBlock(const catalog::Enum &values)
{
    auto text = u"Enum "_s + name(values.schema, values.name) + u" {\n"_s;
    for (const auto &label : values.labels)
        text += u"  "_s + name(label) + u'\n';
    return text + u"}\n\n"_s;
}

QString actionName(Action action)
{
    switch (action) {
    case Action::NoAction: break;
    case Action::Restrict: return u"restrict"_s;
    case Action::Cascade: return u"cascade"_s;
    case Action::SetNull: return u"set null"_s;
    case Action::SetDefault: return u"set default"_s;
    }
    return {};
}

QString place(const Entity &entity, const std::vector<int> &columns)
{
    QStringList names;
    for (const int column : columns)
        names << name(entity.columns[static_cast<std::size_t>(column)].name);
    const auto list = names.join(u", "_s);
    return name(entity.id.schema, entity.id.name) + u'.' + (names.size() == 1 ? list : u'(' + list + u')');
}

QString referenceLine(const Diagram &diagram, const Reference &reference)
{
    if (reference.columns.empty() || reference.columns.size() != reference.toColumns.size())
        return {};
    QStringList settings;
    if (const auto action = actionName(reference.onDelete); !action.isEmpty())
        settings << u"delete: "_s + action;
    if (const auto action = actionName(reference.onUpdate); !action.isEmpty())
        settings << u"update: "_s + action;
    auto line = u"Ref "_s + name(reference.name) + u": "_s +
                place(diagram.entities[static_cast<std::size_t>(reference.from)], reference.columns) +
                (reference.single ? u" - "_s : u" > "_s) +
                place(diagram.entities[static_cast<std::size_t>(reference.to)], reference.toColumns);
    if (!settings.isEmpty())
        line += u" ["_s + settings.join(u", "_s) + u']';
    return line + u'\n';
}

} // namespace

QString toDbml(const Diagram &diagram, const catalog::Snapshot &snapshot)
{
    std::set<const catalog::Enum *> used;
    QString tables;
    for (const auto &entity : diagram.entities) {
        tables += tableBlock(entity, snapshot);
        for (const auto &column : entity.columns)
            used.insert(enumOf(snapshot, column.type));
    }
    QString text;
    for (const auto &each : snapshot.enums) {
        if (used.count(&each))
            text += enumBlock(each);
    }
    text += tables;
    for (const auto &reference : diagram.references)
        text += referenceLine(diagram, reference);
    return text;
}

} // namespace squall::diagram
