#include "models/editablemodel.h"

#include "models/opendatabase.h"

#include <QPromise>

namespace squall::models {

using namespace Qt::StringLiterals;
using edit::NewValue;

QString EditableModel::writingRefusal(OpenDatabase &database)
{
    if (database.workbench().isStandby())
        return tr("The server follows another one and can only be read.");
    if (database.isWritingLocked())
        return tr("%1 is a production database: unlock writing before you edit.")
            .arg(database.databaseName());
    return {};
}

QString EditableModel::stepText(qsizetype cells)
{
    return cells == 1 ? tr("Edit 1 cell") : tr("Edit %L1 cells").arg(cells);
}

QList<EditableModel::Assignment> EditableModel::allowed(const QList<Assignment> &assignments)
{
    QList<Assignment> kept;
    bool told = false;
    for (const auto &assignment : assignments) {
        const auto &cell = assignment.first;
        const auto why = refusal(cell);
        if (why.isEmpty())
            kept.append(assignment);
        else if (!std::exchange(told, true))
            emit refused(cell.row, cell.column, why);
    }
    return kept;
}

void EditableModel::setCells(const QList<Cell> &cells, const NewValue &value)
{
    QList<Assignment> assignments;
    for (const auto &cell : cells)
        assignments.append({cell, value});
    assign(assignments, {});
}

void EditableModel::clearCells(const QList<Cell> &cells)
{
    QList<Assignment> assignments;
    bool told = false;
    for (const auto &cell : cells) {
        const auto &rules = rulesOf(cell.column);
        if (rules.nullable)
            assignments.append({cell, NewValue::null()});
        else if (!rules.defaultSql.isNull())
            assignments.append({cell, {NewValue::Kind::Default, {}}});
        else if (!std::exchange(told, true))
            emit refused(cell.row, cell.column,
                         tr("%1 may not be NULL and has no default.").arg(columnName(cell.column)));
    }
    const auto step =
        assignments.size() == 1 ? tr("Clear 1 cell") : tr("Clear %L1 cells").arg(assignments.size());
    assign(assignments, step);
}

void EditableModel::setBlock(const Cell &topLeft, const Block &values)
{
    QList<qint64> rows;
    for (qsizetype i = 0; i < values.size(); ++i)
        rows.append(topLeft.row + i);
    QList<int> columns;
    for (qsizetype i = 0; !values.isEmpty() && i < values.first().size(); ++i)
        columns.append(topLeft.column + static_cast<int>(i));
    setBlock(rows, columns, values);
}

bool EditableModel::refuseSize(const Cell &at, const Block &values, bool fits)
{
    if (!fits)
        emit refused(at.row, at.column,
                     tr("What is pasted does not fit: it has %L1 rows and %L2 columns.")
                         .arg(values.size())
                         .arg(values.first().size()));
    return !fits;
}

void EditableModel::setBlock(const QList<qint64> &rows, const QList<int> &columns, const Block &values)
{
    if (values.isEmpty() || values.first().isEmpty() || rows.isEmpty() || columns.isEmpty())
        return;
    const auto height = values.size();
    const auto width = values.first().size();
    const bool over = columns.last() >= columnCount() || rows.last() >= rowCountEstimate();
    const bool fits = !over && rows.size() >= height && columns.size() >= width;
    if (refuseSize({rows.first(), columns.first()}, values, fits))
        return;
    const bool repeats = rows.size() % height == 0 && columns.size() % width == 0;
    const auto down = repeats ? rows.size() : height;
    const auto across = repeats ? columns.size() : width;
    QList<Assignment> assignments;
    for (qsizetype i = 0; i < down; ++i) {
        for (qsizetype j = 0; j < across; ++j)
            assignments.append({{rows[i], columns[j]}, values[i % height].value(j % width)});
    }
    const auto cells = down * across;
    assign(assignments, cells == 1 ? tr("Paste 1 cell") : tr("Paste %L1 cells").arg(cells));
}

QVariant EditableModel::dataOfStaged(const NewValue &value, int column, TypeKind kind, int role) const
{
    const bool left = value.kind == NewValue::Kind::Default;
    const auto &expression = rulesOf(column).defaultSql;
    switch (role) {
    case Qt::DisplayRole:
        switch (value.kind) {
        case NewValue::Kind::Text: return QString::fromUtf8(value.text);
        case NewValue::Kind::Now: return u"now()"_s;
        case NewValue::Kind::RandomUuid: return u"gen_random_uuid()"_s;
        case NewValue::Kind::Null:
        case NewValue::Kind::Default: return QString();
        }
        return {};
    case Qt::EditRole: return QVariant::fromValue(value);
    case NullRole: return value.kind == NewValue::Kind::Null || (left && expression.isNull());
    case DefaultRole: return left ? expression : QString();
    case TypeKindRole: return QVariant::fromValue(kind);
    case FullLengthRole: return qint64(-1);
    default: return {};
    }
}

NewValue EditableModel::valueOf(const QModelIndex &cell)
{
    return cell.data(NullRole).toBool() ? NewValue::null() : NewValue::of(cell.data().toString().toUtf8());
}

QFuture<Result<Query::Parameter>> EditableModel::ready(const Result<Query::Parameter> &value)
{
    QPromise<Result<Query::Parameter>> promise;
    promise.start();
    promise.addResult(value);
    promise.finish();
    return promise.future();
}

} // namespace squall::models
