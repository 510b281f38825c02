#include "models/editedrowmodel.h"

#include "core/edit/validate.h"
#include "models/cascadewords.h"
#include "models/cellrole.h"
#include "models/leftrows.h"
#include "models/opendatabase.h"
#include "models/project/programnames.h"
#include "models/relationlabels.h"
#include "models/rowwindowmodel.h"
#include "models/stagedcascades.h"

#include <QPointer>

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;
using edit::NewValue;

EditedRowModel::EditedRowModel(OpenDatabase &database, std::unique_ptr<RowWindowModel> rows, QObject *parent)
    : EditableModel(parent)
    , m_database(database)
    , m_changes(database.changes())
    , m_rows(std::move(rows))
    , m_left(new LeftRows(database, m_rows->source().id, this))
    , m_labels(new RelationLabels(database.workbench().sessions(), *m_rows, this))
    , m_edits(m_changes.edits(m_rows->source().id))
    , m_newRows(m_edits.newRows())
    , m_atStart(m_rows->firstRow() == 0)
{
    connect(m_left, &LeftRows::refused, this, [this](const QString &why) {
        emit refused(-1, -1, tr("Not applied, still staged: %1").arg(why));
    });
    stageFor();
    followRows();
    followChanges();
    learnRules();
    nameReferences();
}

EditedRowModel::~EditedRowModel()
{
    // What somebody has done is not undone by looking elsewhere.
    m_staging->finishAlone();
}

void EditedRowModel::stageFor()
{
    if (m_staging)
        m_staging->finishAlone();
    m_staging = new RowStaging(m_database.workbench().sessions(), m_changes, m_rows->source(), this);
    connect(m_staging, &RowStaging::failed, this,
            [this](qint64 row, const QString &why) { emit refused(row, 0, why); });
}

void EditedRowModel::nameReferences()
{
    const auto learn = [this] {
        m_labels->setTable(m_database.snapshot(), *m_database.relations(), m_rows->source().id);
    };
    learn();
    connect(&m_database, &OpenDatabase::snapshotChanged, this, learn);
    connect(&m_database, &OpenDatabase::projectChanged, this, [this, learn] {
        learn();
        if (columnCount() > 0)
            emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    });
    connect(m_labels, &RelationLabels::labelsChanged, this, [this](int column) {
        if (rowCount() > 0)
            emit dataChanged(index(0, column), index(rowCount() - 1, column), {LabelRole});
    });
}

/// Its rows stand behind the new ones. While it exchanges its window, what it is to become can be the middle
/// of the relation: the new rows leave before that shows.
void EditedRowModel::followRows()
{
    auto *rows = m_rows.get();
    const auto forget = [this] { m_marked = false; };
    connect(rows, &QAbstractItemModel::rowsAboutToBeInserted, this,
            [this, rows](const QModelIndex &, int first, int last) {
                if (rows->firstRow() != 0)
                    setAtStart(false);
                beginInsertRows({}, head() + first, head() + last);
            });
    connect(rows, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this, rows](const QModelIndex &, int first, int last) {
                if (first == 0 && last + 1 < rows->rowCount())
                    setAtStart(false);
                beginRemoveRows({}, head() + first, head() + last);
            });
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(rows, changed, this, forget);
    connect(rows, &QAbstractItemModel::rowsInserted, this, [this] { endInsertRows(); });
    connect(rows, &QAbstractItemModel::rowsRemoved, this, [this] { endRemoveRows(); });
    connect(rows, &QAbstractItemModel::modelAboutToBeReset, this, [this] { beginResetModel(); });
    connect(rows, &QAbstractItemModel::modelReset, this, [this, rows, forget] {
        forget();
        m_atStart = rows->firstRow() == 0;
        m_snapshot = nullptr;
        stageFor();
        learnRules();
        endResetModel();
    });
    connect(rows, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to, const QList<int> &roles) {
                emit dataChanged(index(head() + from.row(), from.column()),
                                 index(head() + to.row(), to.column()), roles);
            });
    connect(rows, &QAbstractItemModel::headerDataChanged, this, &EditedRowModel::headerDataChanged);
    connect(rows, &WindowModel::renumbered, this, &WindowModel::renumbered);
    connect(rows, &WindowModel::windowChanged, this, [this, rows] {
        setAtStart(rows->firstRow() == 0);
        emit windowChanged();
        if (!m_edits.isEmpty())
            emit editsChanged();
    });
}

void EditedRowModel::followChanges()
{
    connect(&m_changes, &StagedChanges::changed, this, [this](const ObjectId &relation) {
        if (relation == m_rows->source().id)
            matchNewRows();
    });
    connect(&m_database.cascades(), &StagedCascades::changed, this, &EditedRowModel::consequencesChanged);
    connect(&m_database, &OpenDatabase::rowsWritten, this, &EditedRowModel::followWritten);
    connect(&m_changes, &StagedChanges::committingChanged, this, &EditedRowModel::refusalChanged);
    connect(&m_database, &OpenDatabase::snapshotChanged, this, &EditedRowModel::learnRules);
    connect(&m_database, &OpenDatabase::writingChanged, this, &EditedRowModel::refusalChanged);
    connect(&m_database, &OpenDatabase::latencyChanged, this, &EditedRowModel::refusalChanged);
}

/// What a commit wrote is to be seen, where it is looked at; of what triggers made of it, marks tell.
void EditedRowModel::followWritten(const std::set<ObjectId> &relations, const std::vector<CommittedRow> &rows)
{
    if (!relations.contains(m_rows->source().id))
        return;
    for (const auto &row : rows) {
        if (row.relation == m_rows->source().id && row.before.isValid())
            m_rows->wrote(row.before, row.columns);
    }
    m_rows->reloadWhenSeen();
}

void EditedRowModel::learnRules()
{
    if (m_snapshot == m_database.snapshot())
        return;
    m_snapshot = m_database.snapshot();
    auto rules = m_snapshot ? editRules(*m_snapshot, m_rows->source()) : EditRules();
    rules.columns.resize(m_rows->source().columns.size());
    if (rules == m_rules)
        return;
    m_rules = std::move(rules);
    emit refusalChanged();
}

edit::ValueType EditedRowModel::valueType(int column) const
{
    const auto &columns = m_rows->source().columns;
    if (!m_snapshot || column < 0 || column >= static_cast<int>(columns.size()))
        return {};
    return edit::valueType(*m_snapshot, columns[static_cast<size_t>(column)].type);
}

void EditedRowModel::setAtStart(bool atStart)
{
    if (atStart == m_atStart)
        return;
    const int count = static_cast<int>(m_newRows.size());
    if (count > 0 && atStart)
        beginInsertRows({}, 0, count - 1);
    else if (count > 0)
        beginRemoveRows({}, 0, count - 1);
    m_atStart = atStart;
    if (count > 0 && atStart)
        endInsertRows();
    else if (count > 0)
        endRemoveRows();
}

void EditedRowModel::setPresets(const QMap<QString, NewValue> &values)
{
    m_presets = values;
    matchNewRows();
}

QList<edit::NewRow> EditedRowModel::newRowsShown() const
{
    auto rows = m_edits.newRows();
    rows.removeIf([this](const edit::NewRow &row) {
        for (auto preset = m_presets.begin(); preset != m_presets.end(); ++preset) {
            const auto value = row.values.constFind(preset.key());
            if (value == row.values.constEnd() || *value != *preset)
                return true;
        }
        return false;
    });
    return rows;
}

/// Takes over what is staged now. New rows are in the order of their ids, before and after.
void EditedRowModel::matchNewRows()
{
    const auto before = m_newRows.size();
    m_edits = m_changes.edits(m_rows->source().id);
    m_marked = false;
    const auto next = newRowsShown();
    const auto stays = [&next](const edit::NewRow &row) {
        return std::any_of(next.begin(), next.end(), [&](const auto &other) { return other.id == row.id; });
    };
    for (int row = static_cast<int>(m_newRows.size()) - 1; row >= 0; --row) {
        if (stays(m_newRows[row]))
            continue;
        if (m_atStart)
            beginRemoveRows({}, row, row);
        m_newRows.removeAt(row);
        if (m_atStart)
            endRemoveRows();
    }
    for (int row = 0; row < next.size(); ++row) {
        if (row < m_newRows.size() && m_newRows[row].id == next[row].id)
            continue;
        if (m_atStart)
            beginInsertRows({}, row, row);
        m_newRows.insert(row, next[row]);
        if (m_atStart)
            endInsertRows();
    }
    m_newRows = next;
    if (rowCount() > 0 && columnCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    if (m_newRows.size() != before) {
        emit renumbered(m_newRows.size() - before);
        emit windowChanged();
    }
    emit editsChanged();
}

const std::vector<const edit::RowEdit *> &EditedRowModel::marks() const
{
    if (!m_marked) {
        m_marked = true;
        m_marks.assign(static_cast<size_t>(m_rows->rowCount()), nullptr);
        for (size_t row = 0; row < m_marks.size() && !m_edits.rows().isEmpty(); ++row)
            m_marks[row] = m_edits.find(m_rows->identityOf(static_cast<int>(row)));
    }
    return m_marks;
}

/// `loadedRow` is one of the relation.
const edit::RowEdit *EditedRowModel::editOf(int loadedRow) const
{
    return m_edits.rows().isEmpty() ? nullptr : marks()[static_cast<size_t>(loadedRow)];
}

qsizetype EditedRowModel::changesOutside() const
{
    const auto &loaded = marks();
    return m_edits.rows().size() - (std::ssize(loaded) - std::count(loaded.begin(), loaded.end(), nullptr));
}

QString EditedRowModel::consequences() const
{
    return cascadeSentence(m_database.cascades().of(m_rows->source().id));
}

qint64 EditedRowModel::firstRow() const
{
    return m_atStart ? 0 : m_newRows.size() + m_rows->firstRow();
}

qint64 EditedRowModel::rowCountEstimate() const
{
    return m_newRows.size() + m_rows->rowCountEstimate();
}

bool EditedRowModel::isRowCountExact() const
{
    return m_rows->isRowCountExact();
}

void EditedRowModel::need(qint64 first, int count)
{
    const qint64 end = first + count - m_newRows.size();
    const qint64 from = std::max<qint64>(0, first - m_newRows.size());
    m_rows->need(from, static_cast<int>(std::max<qint64>(1, end - from)));
}

int EditedRowModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : head() + m_rows->rowCount();
}

int EditedRowModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows->columnCount();
}

std::optional<TableColumn> EditedRowModel::tableColumn(int column) const
{
    return TableColumn{m_rows->source().id, columnName(column)};
}

QString EditedRowModel::columnName(int column) const
{
    return m_rows->source().columns[static_cast<size_t>(column)].name;
}

QVariant EditedRowModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == LabelRole)
        return m_labels->isLabelled(index.column()) ? m_labels->label(index.column(), data(index).toString())
                                                    : QString();
    if (index.row() < head())
        return dataOfNew(m_newRows[index.row()], index.column(), role);
    const auto below = m_rows->index(index.row() - head(), index.column());
    const auto *edit = editOf(below.row());
    if (edit && role == RowMarkRole)
        return QVariant::fromValue(edit->removed ? EditMark::Removed : EditMark::Changed);
    const auto name = edit ? columnName(index.column()) : QString();
    const auto value = edit ? edit->values.constFind(name) : QMap<QString, NewValue>::const_iterator();
    if (edit && value != edit->values.constEnd()) {
        if (role == OriginalRole) {
            const auto original = edit->original.value(name);
            return original ? QString::fromUtf8(*original) : QString();
        }
        if (role == EditMarkRole)
            return QVariant::fromValue(EditMark::Changed);
        return dataOfStaged(*value, index.column(), role);
    }
    switch (role) {
    case EditMarkRole:
    case RowMarkRole: return QVariant::fromValue(EditMark::None);
    case Qt::EditRole: return QVariant::fromValue(valueOf(below));
    default: return below.data(role);
    }
}

QVariant EditedRowModel::dataOfNew(const edit::NewRow &row, int column, int role) const
{
    const auto value = row.values.constFind(columnName(column));
    const bool given = value != row.values.constEnd();
    if (role == RowMarkRole)
        return QVariant::fromValue(EditMark::Added);
    if (role == EditMarkRole)
        return QVariant::fromValue(given ? EditMark::Added : EditMark::None);
    return dataOfStaged(given ? *value : NewValue{NewValue::Kind::Default, {}}, column, role);
}

QVariant EditedRowModel::dataOfStaged(const NewValue &value, int column, int role) const
{
    if (role == FaultRole)
        return m_snapshot ? edit::fault(*m_snapshot, m_rows->source().id, columnName(column), value)
                          : QString();
    const auto kind = m_rows->source().columns[static_cast<size_t>(column)].traits.kind;
    return EditableModel::dataOfStaged(value, column, kind, role);
}

QVariant EditedRowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    auto known = m_rows->headerData(section, orientation, role);
    if (role == Qt::ToolTipRole && orientation == Qt::Horizontal && project()) {
        const auto words = programWords(*project(), m_rows->source().id, columnName(section));
        return (QStringList{known.toString()} + words).join(u'\n');
    }
    if (role != ReferenceRole || orientation != Qt::Horizontal || !known.toString().isEmpty())
        return known;
    // A project may declare what no foreign key does.
    for (const auto &relation : m_database.relations()->from(m_rows->source().id)) {
        if (relation.columns.size() == 1 && relation.columns.front() == columnName(section))
            return relation.to.name;
    }
    return known;
}

const RelationsPtr &EditedRowModel::relations() const
{
    return m_database.relations();
}

const ProjectSchemaPtr &EditedRowModel::project() const
{
    return m_database.project();
}

QString EditedRowModel::refusal() const
{
    if (!m_snapshot)
        return tr("The schema is not there yet.");
    if (!m_rules.nothing.isEmpty())
        return m_rules.nothing;
    // Who types on in the next row is not stopped for the sake of the one before.
    if (m_changes.isCommitting(m_rows->source().id) && !m_left->isApplying())
        return tr("What is staged here is being applied.");
    return writingRefusal(m_database);
}

QString EditedRowModel::refusal(const Cell &cell) const
{
    const auto newRow = newRowId(cell.row);
    if (m_left->isApplying() && m_left->isApplying(identity(cell.row).value_or(edit::RowIdentity()), newRow))
        return tr("This row is being applied.");
    const qint64 loaded = cell.row - firstRow() - head();
    const bool isLoaded = loaded >= 0 && loaded < m_rows->rowCount();
    return refusal(newRow != 0, isLoaded ? editOf(static_cast<int>(loaded)) : nullptr, cell.column);
}

/// `edit`: what is staged for a row that exists.
QString EditedRowModel::refusal(bool isNew, const edit::RowEdit *edit, int column) const
{
    if (auto all = refusal(); !all.isEmpty())
        return all;
    const auto &rules = m_rules.columns[static_cast<size_t>(column)];
    if (isNew)
        return rules.inserting;
    return edit && edit->removed ? tr("This row is to be deleted.") : rules.updating;
}

qint64 EditedRowModel::newRowId(qint64 row) const
{
    return row >= 0 && row < m_newRows.size() ? m_newRows[row].id : 0;
}

std::optional<edit::RowIdentity> EditedRowModel::identity(qint64 row) const
{
    const qint64 loaded = row - firstRow() - head();
    if (loaded < 0 || loaded >= m_rows->rowCount())
        return std::nullopt;
    auto identity = m_rows->identityOf(static_cast<int>(loaded));
    return identity.isValid() ? std::optional(std::move(identity)) : std::nullopt;
}

qint64 EditedRowModel::rowOf(const edit::RowIdentity &row) const
{
    for (int loaded = 0; loaded < m_rows->rowCount(); ++loaded) {
        if (m_rows->identityOf(loaded) == row)
            return firstRow() + head() + loaded;
    }
    return -1;
}

std::optional<edit::RowIdentity> EditedRowModel::appliedAs(const edit::RowIdentity &row, qint64 newRow) const
{
    const auto *batch = m_changes.lastBatch();
    for (const auto &applied : batch ? batch->rows : std::vector<CommittedRow>()) {
        const bool same =
            newRow != 0 ? applied.newRow == newRow : applied.newRow == 0 && applied.before == row;
        if (same && applied.relation == m_rows->source().id)
            return applied.after;
    }
    return std::nullopt;
}

void EditedRowModel::leave(const edit::RowIdentity &row, qint64 newRow)
{
    // Not before what was typed into it is staged.
    m_staging->perform({.carryOut = [left = QPointer(m_left), row, newRow](const OriginalRows &) {
        if (left)
            left->leave(row, newRow);
    }});
}

qint64 EditedRowModel::rowOfNew(qint64 newRowId) const
{
    const auto found = std::find_if(m_newRows.begin(), m_newRows.end(),
                                    [&](const edit::NewRow &row) { return row.id == newRowId; });
    return found == m_newRows.end() ? -1 : found - m_newRows.begin();
}

qint64 EditedRowModel::rowOf(const TouchedRow &row) const
{
    return row.newRow != 0 ? rowOfNew(row.newRow) : rowOf(row.identity);
}

} // namespace squall::models
