#include "models/mergemodel.h"

#include "models/reviewentry.h"

#include <algorithm>

namespace squall::models {

namespace {

bool isSame(const Query::Parameter &theirs, const edit::NewValue &yours)
{
    return theirs ? yours == edit::NewValue::of(*theirs) : yours.kind == edit::NewValue::Kind::Null;
}

} // namespace

void MergeModel::setRow(const edit::RowValues &original, const edit::RowValues &theirs,
                        const QMap<QString, edit::NewValue> &yours)
{
    beginResetModel();
    m_lines.clear();
    for (auto it = theirs.begin(); it != theirs.end(); ++it) {
        const bool known = original.contains(it.key());
        const bool moved = known && original.value(it.key()) != it.value();
        const bool mine = yours.contains(it.key());
        if (!moved && !mine)
            continue;
        // Both wrote the same.
        const bool agreed = mine && isSame(it.value(), yours.value(it.key()));
        m_lines.push_back({.column = it.key(),
                           .original = original.value(it.key()),
                           .theirs = it.value(),
                           .yours = mine ? std::optional(yours.value(it.key())) : std::nullopt,
                           .choice = !mine || agreed ? Choice::Theirs
                                     : moved         ? Choice::Open
                                                     : Choice::Yours});
    }
    endResetModel();
    emit chosen();
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
    if (!line.yours || line.choice == choice)
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
        if (line.yours && line.choice == Choice::Yours)
            result.insert(line.column, *line.yours);
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
    switch (column) {
    case NameColumn: return line.column;
    case OriginalColumn: return briefValue(line.original);
    case TheirsColumn: return briefValue(line.theirs);
    case YoursColumn: return line.yours ? briefValue(*line.yours) : QString();
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
    case ChoosableRole: return line.yours.has_value();
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
