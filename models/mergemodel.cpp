#include "models/mergemodel.h"

#include "models/reviewentry.h"

#include <algorithm>

namespace squall::models {

namespace {

MergeModel::Choice choiceOf(const ColumnVersions &versions)
{
    using Choice = MergeModel::Choice;
    if (!versions.yours || versions.agrees())
        return Choice::Theirs;
    return versions.clashes() ? Choice::Open : Choice::Yours;
}

} // namespace

void MergeModel::setRow(const RowConflict &row, const QMap<QString, Choice> &choices)
{
    beginResetModel();
    m_lines.clear();
    for (const auto &versions : row.columns) {
        if (!row.gone && (versions.movedThere() || versions.yours))
            m_lines.push_back({versions, choices.value(versions.column, choiceOf(versions))});
    }
    endResetModel();
    emit chosen();
}

QMap<QString, MergeModel::Choice> MergeModel::choices() const
{
    QMap<QString, Choice> choices;
    for (const auto &line : m_lines)
        choices.insert(line.versions.column, line.choice);
    return choices;
}

void MergeModel::clear()
{
    beginResetModel();
    m_lines.clear();
    endResetModel();
    emit chosen();
}

void MergeModel::choose(int row, Choice choice)
{
    auto &line = m_lines[static_cast<size_t>(row)];
    if (!line.versions.yours || line.choice == choice)
        return;
    line.choice = choice;
    emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    emit chosen();
}

void MergeModel::chooseAll(Choice choice)
{
    for (int row = 0; row < rowCount(); ++row)
        choose(row, choice);
}

int MergeModel::openCount() const
{
    return static_cast<int>(std::count_if(m_lines.begin(), m_lines.end(),
                                          [](const Line &line) { return line.choice == Choice::Open; }));
}

QMap<QString, edit::NewValue> MergeModel::result() const
{
    QMap<QString, edit::NewValue> result;
    for (const auto &line : m_lines) {
        if (line.versions.yours && line.choice == Choice::Yours)
            result.insert(line.versions.column, *line.versions.yours);
    }
    return result;
}

int MergeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int MergeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString MergeModel::text(const Line &line, int column) const
{
    const auto &versions = line.versions;
    switch (column) {
    case NameColumn: return versions.column;
    case OriginalColumn: return versions.known ? briefValue(versions.original) : QString();
    case TheirsColumn: return briefValue(versions.theirs);
    case YoursColumn: return versions.yours ? briefValue(*versions.yours) : QString();
    default: return {};
    }
}

QVariant MergeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &line = m_lines[static_cast<size_t>(index.row())];
    const bool stands = (index.column() == TheirsColumn && line.choice == Choice::Theirs) ||
                        (index.column() == YoursColumn && line.choice == Choice::Yours);
    switch (role) {
    case Qt::DisplayRole: return text(line, index.column());
    case Qt::AccessibleTextRole:
        return stands ? tr("%1, stands").arg(text(line, index.column())) : text(line, index.column());
    case ChosenRole: return stands;
    case OpenRole: return line.choice == Choice::Open;
    case ChoosableRole: return line.versions.yours.has_value();
    default: return {};
    }
}

QVariant MergeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Column");
    case OriginalColumn: return tr("As you saw it");
    case TheirsColumn: return tr("Now");
    case YoursColumn: return tr("Yours");
    default: return {};
    }
}

} // namespace squall::models
