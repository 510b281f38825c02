#include "core/edit/statements.h"

#include "core/base/quote.h"
#include "core/edit/rowcondition.h"
#include "core/edit/statementorder.h"
#include "core/edit/typename.h"

#include <QCoreApplication>

namespace squall::edit {

using namespace Qt::StringLiterals;
using Verb = Statement::Verb;
using Kind = NewValue::Kind;
using Generated = catalog::Column::Generated;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::edit::Statement)
};

Error gone(const Target &target, const QString &column)
{
    return {.code = Error::Code::NotFound,
            .message = Text::tr("The table %1 has no column %2 any more.").arg(target.id.text(), column),
            .subject = {.schema = target.id.schema, .table = target.id.name, .column = column}};
}

Error unwritable(const Target &target, const QString &column, const QString &why)
{
    return {.code = Error::Code::Unsupported,
            .message = target.id.text() + u'.' + column + u": "_s + why,
            .subject = {.schema = target.id.schema, .table = target.id.name, .column = column}};
}

/// A statement in the making.
class Writer
{
public:
    Writer(const Target &target, Verb verb)
        : m_target(target)
    {
        m_statement.verb = verb;
        m_statement.relation = target.id;
    }

    /// `$2`, `default`, `now()`: what the server takes the column's new value from. A parameter without a
    /// cast is read as the column's own type; a cast would cut what is too long, without a word.
    QString value(const QString &column, const NewValue &value)
    {
        m_statement.columns << column;
        switch (value.kind) {
        case Kind::Null: return m_parameters.add(column, std::nullopt);
        case Kind::Text: return m_parameters.add(column, value.text);
        case Kind::Default: return u"default"_s;
        case Kind::Now: return u"now()"_s;
        case Kind::RandomUuid: return u"gen_random_uuid()"_s;
        }
        return {};
    }

    QString condition(const RowIdentity &row, const RowValues &asserted)
    {
        m_statement.row = row;
        QStringList conditions{isRow(m_target, row, m_parameters)};
        for (auto it = asserted.begin(); it != asserted.end(); ++it)
            conditions << isStill(m_target, it.key(), it.value(), m_parameters);
        return u"\nwhere "_s + conditions.join(u"\n  and ");
    }

    Statement finish(const QString &text, const QStringList &key) &&
    {
        QStringList returned;
        for (const auto &column : m_target.columns)
            returned << shown(column.name);
        for (const auto &name : key)
            returned << shown(name);
        m_statement.key = key;
        m_statement.parameterColumns = m_parameters.columns;
        m_statement.query = {text + u"\nreturning "_s + returned.join(u", "), m_parameters.values};
        return std::move(m_statement);
    }

private:
    const Target &m_target;
    Statement m_statement;
    Parameters m_parameters;
};

QString nameOf(const Target &target)
{
    return quote(target.id.schema, target.id.name) + u" as t"_s;
}

QStringList keyOf(const RowIdentity &row)
{
    QStringList key;
    for (const auto &[name, value] : row.parts)
        key << name;
    return key;
}

/// Why the column cannot get this value, whatever it is; nothing when it can.
std::optional<Error> refusal(const Target &target, const QString &name, const NewValue &value, Verb verb)
{
    const auto *column = target.column(name);
    if (!column)
        return gone(target, name);
    if (value.kind == Kind::Default)
        return std::nullopt;
    if (column->generated != Generated::No)
        return unwritable(target, name, Text::tr("the server computes this column."));
    if (verb == Verb::Update && column->identity && column->identity->always)
        return unwritable(target, name,
                          Text::tr("an identity column that is GENERATED ALWAYS cannot be changed."));
    if (value.kind == Kind::Text && value.text.contains('\0'))
        return unwritable(target, name, Text::tr("text cannot hold the character with the number zero."));
    return std::nullopt;
}

std::optional<Error> missing(const Target &target, const RowIdentity &row, const RowValues &asserted)
{
    if (!row.isValid())
        return Error{.code = Error::Code::Usage,
                     .message = Text::tr("Nothing tells a row of %1 from others.").arg(target.id.text())};
    for (const auto &[name, value] : row.parts) {
        if (!target.column(name) && name != u"ctid" && name != u"tableoid")
            return gone(target, name);
    }
    for (auto it = asserted.begin(); it != asserted.end(); ++it) {
        if (!target.column(it.key()))
            return gone(target, it.key());
    }
    return std::nullopt;
}

Result<Statement> deletion(const Target &target, const RowIdentity &row, const RowEdit &edit)
{
    if (const auto error = missing(target, row, edit.original))
        return *error;
    Writer writer(target, Verb::Delete);
    const auto condition = writer.condition(row, edit.original);
    return std::move(writer).finish(u"delete from "_s + nameOf(target) + condition, keyOf(row));
}

/// By key, what is changed has to be as it was; by position, everything.
RowValues assertedBy(const RowIdentity &row, const RowEdit &edit)
{
    if (row.isPhysical())
        return edit.original;
    RowValues asserted;
    for (auto it = edit.values.begin(); it != edit.values.end(); ++it) {
        if (edit.original.contains(it.key()))
            asserted.insert(it.key(), edit.original.value(it.key()));
    }
    return asserted;
}

Result<Statement> update(const Target &target, const RowIdentity &row, const RowEdit &edit)
{
    const auto asserted = assertedBy(row, edit);
    if (const auto error = missing(target, row, asserted))
        return *error;
    Writer writer(target, Verb::Update);
    QStringList settings;
    for (auto it = edit.values.begin(); it != edit.values.end(); ++it) {
        if (const auto error = refusal(target, it.key(), *it, Verb::Update))
            return *error;
        if (!edit.original.contains(it.key()))
            return Error{.code = Error::Code::Usage,
                         .message = Text::tr("What %1 held before it was changed was not read.")
                                        .arg(target.id.text() + u'.' + it.key())};
        settings << quote(it.key()) + u" = "_s + writer.value(it.key(), *it);
    }
    const auto condition = writer.condition(row, asserted);
    return std::move(writer).finish(
        u"update "_s + nameOf(target) + u"\nset "_s + settings.join(u", ") + condition, keyOf(row));
}

Result<Statement> insertion(const Target &target, const NewRow &row)
{
    Writer writer(target, Verb::Insert);
    QStringList columns;
    QStringList values;
    bool overriding = false;
    for (auto it = row.values.begin(); it != row.values.end(); ++it) {
        if (const auto error = refusal(target, it.key(), *it, Verb::Insert))
            return *error;
        if (it->kind == Kind::Default)
            continue;
        const auto *column = target.column(it.key());
        overriding = overriding || (column->identity && column->identity->always);
        columns << quote(it.key());
        values << writer.value(it.key(), *it);
    }
    const QString given =
        columns.isEmpty()
            ? u" default values"_s
            : u" (%1)%2\nvalues (%3)"_s.arg(columns.join(u", "),
                                            overriding ? u" overriding system value"_s : QString(),
                                            values.join(u", "));
    auto statement = std::move(writer).finish(u"insert into "_s + nameOf(target) + given, target.key.columns);
    statement.newRow = row.id;
    return statement;
}

/// What the column will hold, as far as that can be known here.
void foresee(RowValues &values, const QString &column, const NewValue &value)
{
    switch (value.kind) {
    case Kind::Null: values.insert(column, std::nullopt); break;
    case Kind::Text: values.insert(column, value.text); break;
    case Kind::Default:
    case Kind::Now:
    case Kind::RandomUuid: values.remove(column); break;
    }
}

RowChange changeOf(const ObjectId &relation, const RowEdit &edit)
{
    RowChange change{
        .verb = edit.removed ? Verb::Delete : Verb::Update, .relation = relation, .before = edit.original};
    if (edit.removed)
        return change;
    change.after = edit.original;
    for (auto it = edit.values.begin(); it != edit.values.end(); ++it)
        foresee(change.after, it.key(), *it);
    return change;
}

RowChange changeOf(const ObjectId &relation, const NewRow &row)
{
    RowChange change{.verb = Verb::Insert, .relation = relation};
    for (auto it = row.values.begin(); it != row.values.end(); ++it)
        foresee(change.after, it.key(), *it);
    return change;
}

Statement setting(const QString &text)
{
    return {.verb = Verb::Setting, .query = {text}};
}

/// The statements as the edits come, and what tells their order.
class Collector
{
public:
    explicit Collector(const catalog::Snapshot &snapshot)
        : m_snapshot(snapshot)
    {
    }

    std::optional<Error> add(const StagedEdits &edits)
    {
        if (edits.isEmpty())
            return std::nullopt;
        const auto found = target(m_snapshot, edits.relation());
        if (!found)
            return found.error();
        m_throughTriggers = m_throughTriggers || writesThroughTriggers(m_snapshot, edits.relation());
        for (auto it = edits.rows().begin(); it != edits.rows().end(); ++it) {
            const auto made = it->removed ? deletion(*found, it.key(), *it) : update(*found, it.key(), *it);
            if (const auto error = take(made, changeOf(edits.relation(), *it)))
                return error;
        }
        for (const auto &row : edits.newRows()) {
            if (const auto error = take(insertion(*found, row), changeOf(edits.relation(), row)))
                return error;
        }
        return std::nullopt;
    }

    Result<std::vector<Statement>> ordered() &&
    {
        const auto order = orderOf(m_changes, m_snapshot);
        if (!order)
            return order.error();
        std::vector<Statement> statements;
        // A trigger looks for its rows itself. Only so does it notice when somebody was faster.
        if (m_throughTriggers)
            statements.push_back(setting(u"set transaction isolation level repeatable read"_s));
        if (!order->deferred.isEmpty())
            statements.push_back(setting(u"set constraints %1 deferred"_s.arg(order->deferred.join(u", "))));
        for (const int number : order->order)
            statements.push_back(std::move(m_statements[static_cast<size_t>(number)]));
        return statements;
    }

private:
    std::optional<Error> take(const Result<Statement> &statement, RowChange change)
    {
        if (!statement)
            return statement.error();
        m_statements.push_back(*statement);
        m_changes.push_back(std::move(change));
        return std::nullopt;
    }

    const catalog::Snapshot &m_snapshot;
    std::vector<Statement> m_statements;
    std::vector<RowChange> m_changes;
    bool m_throughTriggers = false;
};

} // namespace

Result<std::vector<Statement>> toStatements(const std::vector<StagedEdits> &edits,
                                            const catalog::Snapshot &snapshot)
{
    Collector collector(snapshot);
    for (const auto &relation : edits) {
        if (const auto error = collector.add(relation))
            return *error;
    }
    return std::move(collector).ordered();
}

} // namespace squall::edit
