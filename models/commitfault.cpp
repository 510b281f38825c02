#include "models/commitfault.h"

#include "core/edit/validate.h"
#include "core/edit/viewsource.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;
using edit::Statement;
using Verb = Statement::Verb;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::Commit)
};

CommitFault about(const Batch &batch, int number, Error error)
{
    CommitFault fault{.error = std::move(error), .statement = number};
    if (number < 0)
        return fault;
    const auto &statement = batch.statements[static_cast<size_t>(number)];
    fault.relation = statement.relation;
    fault.row = statement.row;
    fault.newRow = statement.newRow;
    return fault;
}

/// `id = 5`, for people.
QString named(const edit::RowIdentity &row)
{
    QStringList parts;
    for (const auto &[column, value] : row.parts) {
        if (column != u"tableoid")
            parts << column + u" = "_s + QString::fromUtf8(value);
    }
    return parts.join(u", ");
}

/// The columns of a constraint or unique index.
QStringList columnsOf(const catalog::Table &table, const QString &constraint)
{
    for (const auto &found : table.constraints) {
        if (found.name == constraint)
            return found.columns;
    }
    QStringList columns;
    if (const auto *index = catalog::findIndex(table.indexes, constraint)) {
        for (const auto &key : index->keys) {
            if (!key.column.isEmpty())
                columns << key.column;
        }
    }
    return columns;
}

/// The columns of the statement's relation in which these columns of a table are seen.
QStringList seenIn(const catalog::Snapshot &snapshot, const ObjectId &relation, const ObjectId &table,
                   const QStringList &columns)
{
    const auto *view = catalog::findView(snapshot, {relation.schema, relation.name});
    if (!view)
        return columns;
    QStringList seen;
    for (const auto &column : view->columns) {
        const auto origin = edit::originOf(snapshot, relation, column.name);
        if (origin && origin->relation == table && columns.contains(origin->column))
            seen << column.name;
    }
    return seen;
}

/// What a constraint, a NOT NULL or a parameter says about columns.
QStringList blamedBy(const Batch &batch, const Statement &statement, const Error &error)
{
    const auto &subject = error.subject;
    const auto *table = catalog::findTable(*batch.snapshot, {subject.schema, subject.table});
    if (table && !(subject.column.isEmpty() && subject.constraint.isEmpty())) {
        const auto columns =
            subject.column.isEmpty() ? columnsOf(*table, subject.constraint) : QStringList{subject.column};
        return seenIn(*batch.snapshot, statement.relation, catalog::idOf(*table), columns);
    }
    // "unnamed portal parameter $2 = '…'": the sentence is translated, the number is not.
    static const QRegularExpression parameter(u"\\$(\\d+)"_s);
    if (error.sqlState.startsWith(u"22")) {
        const int number = parameter.match(error.context).captured(1).toInt();
        if (number > 0 && number <= statement.parameterColumns.size())
            return {statement.parameterColumns[number - 1]};
    }
    return {};
}

const edit::NewValue *newValue(const Batch &batch, const Statement &statement, const QString &column)
{
    for (const auto &edits : batch.edits) {
        if (edits.relation() != statement.relation)
            continue;
        const auto *changed = edits.find(statement.row);
        const auto *added = statement.newRow > 0 ? edits.findNew(statement.newRow) : nullptr;
        const auto &values = changed ? changed->values : added ? added->values : decltype(added->values)();
        const auto found = values.constFind(column);
        return found == values.constEnd() ? nullptr : &*found;
    }
    return nullptr;
}

/// Where the server does not name a column: the one whose value cannot be.
QStringList suspects(const Batch &batch, const Statement &statement, const Error &error)
{
    if (!error.sqlState.startsWith(u"22"))
        return {};
    if (statement.columns.size() == 1)
        return statement.columns;
    QStringList suspected;
    for (const auto &column : statement.columns) {
        const auto *value = newValue(batch, statement, column);
        if (value && !edit::fault(*batch.snapshot, statement.relation, column, *value).isEmpty())
            suspected << column;
    }
    return suspected;
}

/// Serialization failures say the same as a row that is not found.
bool isConflict(const Error &error)
{
    return error.sqlState == u"40001";
}

} // namespace

CommitFault faultOf(const Batch &batch, int statement, Error error)
{
    if (isConflict(error))
        error.code = Error::Code::Conflict;
    auto fault = about(batch, statement, std::move(error));
    const auto &subject = fault.error.subject;
    if (statement < 0) {
        if (const auto *table = catalog::findTable(*batch.snapshot, {subject.schema, subject.table})) {
            fault.relation = catalog::idOf(*table);
            fault.columns = columnsOf(*table, subject.constraint);
        }
        return fault;
    }
    const auto &sent = batch.statements[static_cast<size_t>(statement)];
    fault.columns = blamedBy(batch, sent, fault.error);
    if (fault.columns.isEmpty())
        fault.columns = suspects(batch, sent, fault.error);
    return fault;
}

CommitFault notOneRow(const Batch &batch, int statement, int rows)
{
    const auto &sent = batch.statements[static_cast<size_t>(statement)];
    Error error{.code = Error::Code::Conflict, .message = {}};
    const auto where = sent.relation.text();
    if (sent.verb == Verb::Insert) {
        error.message = Text::tr("A new row was not inserted into %1.").arg(where);
        error.hint = Text::tr("A trigger or rule keeps it out.");
    } else if (rows > 1) {
        error.message = Text::tr("More than one row of %1 is called %2.").arg(where, named(sent.row));
    } else {
        error.message = Text::tr("The row %2 of %1 is not what it was, or not there any more.")
                            .arg(where, named(sent.row));
        error.hint =
            Text::tr("Somebody else changed it, a trigger keeps it, or a policy hides it. Nothing of "
                     "the batch was applied.");
    }
    return about(batch, statement, std::move(error));
}

} // namespace squall::models
