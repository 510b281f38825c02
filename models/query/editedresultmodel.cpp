#include "models/query/editedresultmodel.h"

#include "core/edit/validate.h"
#include "models/opendatabase.h"

#include <QRegularExpression>

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;
using edit::NewValue;

namespace {

/// In another form than ISO's, a date means another day to another session.
bool isReadAlike(const RowColumn *column, QByteArrayView value)
{
    static const QRegularExpression form(u"^(\\d{4,}-\\d\\d-\\d\\d|\\d\\d:\\d\\d|-?infinity)"_s);
    return !column || column->traits.kind != TypeKind::Time ||
           form.match(QString::fromUtf8(value)).hasMatch();
}

} // namespace

EditedResultModel::EditedResultModel(OpenDatabase &database, ResultModel &result, QObject *parent)
    : EditableModel(parent)
    , m_database(database)
    , m_changes(database.changes())
    , m_result(result)
{
    followResult();
    followChanges();
    askOrigins();
}

EditedResultModel::~EditedResultModel()
{
    // What somebody has done is not undone by looking elsewhere.
    leaveStaging();
}

void EditedResultModel::leaveStaging()
{
    for (const auto &part : m_parts) {
        if (part.staging)
            part.staging->finishAlone();
    }
    m_parts.clear();
}

void EditedResultModel::followResult()
{
    auto *result = &m_result;
    connect(result, &QAbstractItemModel::rowsAboutToBeInserted, this,
            [this](const QModelIndex &, int first, int last) { beginInsertRows({}, first, last); });
    connect(result, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex &, int first, int last) { beginRemoveRows({}, first, last); });
    connect(result, &QAbstractItemModel::rowsInserted, this, [this] { endInsertRows(); });
    connect(result, &QAbstractItemModel::rowsRemoved, this, [this] { endRemoveRows(); });
    connect(result, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(result, &QAbstractItemModel::modelReset, this, [this] {
        m_names = {};
        m_origins = {};
        leaveStaging();
        endResetModel();
        askOrigins();
    });
    connect(result, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to, const QList<int> &roles) {
                emit dataChanged(index(from.row(), from.column()), index(to.row(), to.column()), roles);
            });
    connect(result, &QAbstractItemModel::headerDataChanged, this, &EditedResultModel::headerDataChanged);
    connect(result, &WindowModel::windowChanged, this, &WindowModel::windowChanged);
    connect(result, &ResultModel::transactionChanged, this, &EditedResultModel::refusalChanged);
}

void EditedResultModel::followChanges()
{
    connect(&m_changes, &StagedChanges::changed, this, [this](const ObjectId &relation) {
        for (size_t table = 0; table < m_parts.size(); ++table) {
            if (m_origins.tables[table].source.id != relation)
                continue;
            m_parts[table].edits = m_changes.edits(relation);
            if (rowCount() > 0)
                emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
            emit editsChanged();
        }
    });
    connect(&m_changes, &StagedChanges::committingChanged, this, &EditedResultModel::refusalChanged);
    connect(
        &m_database, &OpenDatabase::rowsWritten, this,
        [this](const std::set<ObjectId> &, const std::vector<CommittedRow> &rows) { followWritten(rows); });
    connect(&m_database, &OpenDatabase::snapshotChanged, this, &EditedResultModel::learn);
    connect(&m_database, &OpenDatabase::writingChanged, this, &EditedResultModel::refusalChanged);
    connect(&m_database, &OpenDatabase::latencyChanged, this, &EditedResultModel::refusalChanged);
}

void EditedResultModel::askOrigins()
{
    m_unknown.clear();
    const auto &fields = m_result.fields();
    const auto isMade = [](const pg::Field &field) { return field.table == 0; };
    if (m_result.origin().kept || std::all_of(fields.begin(), fields.end(), isMade)) {
        m_asking.cancel();
        learn();
        return;
    }
    auto work = [fields, sql = m_result.origin().sql](pg::Connection &connection) {
        return readOrigins(connection, sql, fields);
    };
    m_asking.run(m_database.workbench().sessions().run(std::move(work)),
                 [this](const Result<NamedOrigins> &names) {
                     m_unknown = names ? QString() : names.error().message;
                     m_names = names ? *names : NamedOrigins();
                     learn();
                 });
}

/// What the schema says of the columns, as it is now.
void EditedResultModel::learn()
{
    m_snapshot = m_database.snapshot();
    if (!m_snapshot || m_asking.isRunning())
        return;
    leaveStaging();
    m_drafted = -1;
    m_origins = resultOrigins(*m_snapshot, m_result.fields(), m_names);
    for (const auto &table : m_origins.tables) {
        Part part{.edits = m_changes.edits(table.source.id)};
        if (!table.key.empty() && std::ssize(table.key) == table.source.key.size()) {
            part.staging = new RowStaging(m_database.workbench().sessions(), m_changes, table.source, this);
            connect(part.staging, &RowStaging::failed, this,
                    [this](qint64 row, const QString &why) { emit refused(row, 0, why); });
        }
        m_parts.push_back(std::move(part));
    }
    const int lastColumn = m_result.columnCount() - 1;
    if (m_result.rowCount() > 0)
        emit dataChanged(createIndex(0, 0), createIndex(m_result.rowCount() - 1, lastColumn));
    emit headerDataChanged(Qt::Horizontal, 0, lastColumn);
    emit refusalChanged();
    emit editsChanged();
}

/// As the server has them, whatever its triggers did; the answer that was lost tells nothing.
void EditedResultModel::followWritten(const std::vector<CommittedRow> &rows)
{
    std::vector<WrittenRow> written;
    for (const auto &row : rows) {
        for (size_t table = 0; table < m_parts.size(); ++table) {
            const auto &origin = m_origins.tables[table];
            if (row.relation != origin.source.id || !row.before.isValid() || row.now.isEmpty() ||
                !m_parts[table].staging)
                continue;
            WrittenRow now;
            for (const auto &[name, place] : origin.key)
                now.keyColumns.push_back(place);
            for (const auto &[name, value] : row.before.parts)
                now.key.push_back(value);
            for (int column = 0; column < columnCount(); ++column) {
                const auto name = columnName(column);
                if (tableOf(column) != static_cast<int>(table) || !row.now.contains(name))
                    continue;
                now.values.emplace_back(column, row.now.value(name));
                if (row.columns.contains(name))
                    now.own.insert(column);
            }
            // Its place on disk is another one, too.
            for (const auto &[name, place] : origin.key) {
                for (const auto &[part, value] : row.after.parts) {
                    if (part == name && !row.now.contains(name))
                        now.values.emplace_back(place, value);
                }
            }
            written.push_back(std::move(now));
        }
    }
    if (!written.empty())
        m_result.rewrite(written);
}

bool EditedResultModel::hasEdits() const
{
    return std::any_of(m_parts.begin(), m_parts.end(),
                       [](const Part &part) { return !part.edits.isEmpty(); });
}

EditedResultModel::Staged EditedResultModel::staged() const
{
    if (!hasEdits())
        return {};
    std::vector<edit::StagedEdits> edits;
    for (const auto &part : m_parts)
        edits.push_back(part.staging ? part.edits : edit::StagedEdits());
    return [origins = m_origins, edits](const ResultModel::Cells &rows, int row,
                                        int column) -> std::optional<NewValue> {
        const auto &described = origins.columns[static_cast<size_t>(column)];
        if (described.table < 0 || described.number < 0)
            return std::nullopt;
        const auto &table = origins.tables[static_cast<size_t>(described.table)];
        edit::RowIdentity identity;
        for (const auto &[name, place] : table.key) {
            const auto value = rows.cell(row, place);
            identity.parts.emplace_back(name, value ? value->toByteArray() : QByteArray());
        }
        const auto *edit = edits[static_cast<size_t>(described.table)].find(identity);
        const auto &name = table.source.columns[static_cast<size_t>(described.number)].name;
        return edit && edit->values.contains(name) ? std::optional(edit->values.value(name)) : std::nullopt;
    };
}

int EditedResultModel::tableOf(int column) const
{
    return column >= 0 && column < std::ssize(m_origins.columns)
               ? m_origins.columns[static_cast<size_t>(column)].table
               : -1;
}

/// nullptr where it is none of a table, or a system column.
const RowColumn *EditedResultModel::columnOf(int column) const
{
    const int table = tableOf(column);
    const int number = table < 0 ? -1 : m_origins.columns[static_cast<size_t>(column)].number;
    return number < 0
               ? nullptr
               : &m_origins.tables[static_cast<size_t>(table)].source.columns[static_cast<size_t>(number)];
}

QString EditedResultModel::columnName(int column) const
{
    const auto *found = columnOf(column);
    return found ? found->name : headerData(column, Qt::Horizontal).toString();
}

const EditRules::Column &EditedResultModel::rulesOf(int column) const
{
    static const EditRules::Column none{};
    if (!columnOf(column))
        return none;
    const auto &origin = m_origins.columns[static_cast<size_t>(column)];
    const auto &rules = m_origins.tables[static_cast<size_t>(origin.table)].rules;
    return rules.columns[static_cast<size_t>(origin.number)];
}

edit::ValueType EditedResultModel::valueType(int column) const
{
    const auto *found = columnOf(column);
    return found && m_snapshot ? edit::valueType(*m_snapshot, found->type) : edit::ValueType();
}

std::optional<TableColumn> EditedResultModel::tableColumn(int column) const
{
    const auto *found = columnOf(column);
    return found ? std::optional(TableColumn{relation(tableOf(column)), found->name}) : std::nullopt;
}

std::optional<edit::RowIdentity> EditedResultModel::identity(int row, int table) const
{
    edit::RowIdentity identity;
    if (table < 0 || !m_parts[static_cast<size_t>(table)].staging)
        return std::nullopt;
    for (const auto &[name, place] : m_origins.tables[static_cast<size_t>(table)].key) {
        const auto value = m_result.cell(row, place);
        if (!value || !isReadAlike(columnOf(place), *value))
            return std::nullopt;
        identity.parts.emplace_back(name, value->toByteArray());
    }
    return identity;
}

/// Why this row of the table cannot be named.
QString EditedResultModel::rowRefusal(int row, int table) const
{
    const auto &origin = m_origins.tables[static_cast<size_t>(table)];
    for (const auto &[name, place] : origin.key) {
        const auto value = m_result.cell(row, place);
        if (!value)
            return tr("The query has found no row of %1 here.").arg(origin.source.id.text());
        if (!isReadAlike(columnOf(place), *value))
            return tr("%1 is written in another form than ISO's: what it means depends on the session.")
                .arg(name);
    }
    return {};
}

const edit::RowEdit *EditedResultModel::editOf(int row, int table) const
{
    if (table < 0 || m_parts[static_cast<size_t>(table)].edits.rows().isEmpty())
        return nullptr;
    const auto named = identity(row, table);
    return named ? m_parts[static_cast<size_t>(table)].edits.find(*named) : nullptr;
}

EditMark EditedResultModel::rowMark(int row) const
{
    auto mark = EditMark::None;
    for (int table = 0; table < std::ssize(m_parts); ++table) {
        if (const auto *edit = editOf(row, table))
            mark = edit->removed && m_parts.size() == 1 ? EditMark::Removed : EditMark::Changed;
    }
    return mark;
}

QString EditedResultModel::refusal() const
{
    if (m_result.origin().kept)
        return tr("These rows are of an earlier time: run the statement again to change what is there.");
    // What is edited is sent by another session, which does not see what this one wrote and would wait for
    // it.
    if (m_result.transaction() == ResultModel::Transaction::Open)
        return tr("The transaction in which these rows were read is still open: commit it before you edit "
                  "them.");
    if (m_result.transaction() == ResultModel::Transaction::RolledBack)
        return tr("The transaction in which these rows were read was rolled back: run the query again to "
                  "edit what is there.");
    if (!m_snapshot)
        return tr("The schema is not there yet.");
    if (!m_unknown.isEmpty())
        return tr("Where the columns come from could not be asked: %1").arg(m_unknown);
    if (m_origins.columns.empty())
        return tr("Where the columns come from is not known yet.");
    return writingRefusal(m_database);
}

QString EditedResultModel::refusal(const Cell &cell) const
{
    if (auto all = refusal(); !all.isEmpty())
        return all;
    if (cell.row < 0 || cell.row >= rowCount() || cell.column < 0 || cell.column >= columnCount())
        return {};
    const auto &origin = m_origins.columns[static_cast<size_t>(cell.column)];
    if (!origin.refusal.isEmpty())
        return origin.refusal;
    const auto row = static_cast<int>(cell.row);
    if (auto why = rowRefusal(row, origin.table); !why.isEmpty())
        return why;
    if (m_changes.isCommitting(m_origins.tables[static_cast<size_t>(origin.table)].source.id))
        return tr("What is staged here is being applied.");
    const auto *edit = editOf(row, origin.table);
    return edit && edit->removed ? tr("This row is to be deleted.") : QString();
}

bool EditedResultModel::isRowCountExact() const
{
    return m_result.isRowCountExact();
}

int EditedResultModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_result.rowCount();
}

int EditedResultModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_result.columnCount();
}

QVariant EditedResultModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == RowMarkRole)
        return QVariant::fromValue(rowMark(index.row()));
    const auto below = m_result.index(index.row(), index.column());
    const int table = tableOf(index.column());
    const auto *edit = editOf(index.row(), table);
    const auto name = edit ? columnName(index.column()) : QString();
    const auto value = edit ? edit->values.constFind(name) : QMap<QString, NewValue>::const_iterator();
    if (edit && value != edit->values.constEnd()) {
        switch (role) {
        case OriginalRole: return below.data();
        case EditMarkRole: return QVariant::fromValue(EditMark::Changed);
        case FaultRole:
            return m_snapshot ? edit::fault(*m_snapshot, relation(table), name, *value) : QString();
        default:
            return dataOfStaged(*value, index.column(), below.data(TypeKindRole).value<TypeKind>(), role);
        }
    }
    switch (role) {
    case EditMarkRole: return QVariant::fromValue(EditMark::None);
    case Qt::EditRole: return QVariant::fromValue(valueOf(below));
    default: return below.data(role);
    }
}

QVariant EditedResultModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == NotNullRole && orientation == Qt::Horizontal) {
        const auto *column = columnOf(section);
        return column ? QVariant(column->notNull) : QVariant();
    }
    return m_result.headerData(section, orientation, role);
}

} // namespace squall::models
