#include "models/reviewmodel.h"
#include "models/rowmerges.h"
#include "models/stagedcascades.h"

#include <QLocale>

#include <algorithm>

// How ReviewModel puts into words what it lists.

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

QString markedRows(const std::vector<ReviewEntry> &entries, const ObjectId *relation)
{
    qsizetype changed = 0;
    qsizetype added = 0;
    qsizetype removed = 0;
    for (const auto &entry : entries) {
        if (relation && entry.relation != *relation)
            continue;
        changed += entry.mark == EditMark::Changed;
        added += entry.mark == EditMark::Added;
        removed += entry.mark == EditMark::Removed;
    }
    QStringList parts;
    const auto add = [&parts](qsizetype count, const QString &text) {
        if (count > 0)
            parts << text.arg(QLocale().toString(count));
    };
    add(changed, ReviewModel::tr("%1 changed", "rows"));
    add(added, ReviewModel::tr("%1 new", "rows"));
    add(removed, ReviewModel::tr("%1 removed", "rows"));
    return parts.join(u", "_s);
}

} // namespace

QString ReviewModel::summary() const
{
    const auto relations = std::count_if(m_lines.begin(), m_lines.end(),
                                         [](const Line &line) { return line.kind == Line::Kind::Relation; });
    auto text = markedRows(m_prepared.entries, nullptr);
    if (relations > 1)
        text = tr("%1 in %n tables", nullptr, static_cast<int>(relations)).arg(text);
    QStringList tables;
    for (const auto &effect : m_effects) {
        if (effect.mark != EditMark::None)
            tables << effect.table;
    }
    tables.removeDuplicates();
    if (tables.isEmpty())
        return text;
    return tables.size() == 1
               ? tr("%1, and rows of %2 along with them", "counts, table").arg(text, tables.front())
               : tr("%1, and rows of %n tables along with them", nullptr, static_cast<int>(tables.size()))
                     .arg(text);
}

void ReviewModel::addEffectLines()
{
    if (m_effects.empty() && !m_cascades.error())
        return;
    m_lines.push_back({.kind = Line::Kind::Effects});
    for (size_t i = 0; i < m_effects.size(); ++i)
        m_lines.push_back({.kind = Line::Kind::Effect, .number = static_cast<int>(i)});
}

/// They come a moment after the rows, and stand behind them.
void ReviewModel::showEffects()
{
    const auto first = std::find_if(m_lines.begin(), m_lines.end(),
                                    [](const Line &line) { return line.kind == Line::Kind::Effects; });
    const int before = static_cast<int>(first - m_lines.begin());
    if (first != m_lines.end()) {
        beginRemoveRows({}, before, rowCount() - 1);
        m_lines.erase(first, m_lines.end());
        m_effects.clear();
        endRemoveRows();
    }
    const auto effects = cascadeLines(m_cascades.all());
    if (!m_prepared.entries.empty() && (!effects.empty() || m_cascades.error())) {
        beginInsertRows({}, before, before + static_cast<int>(effects.size()));
        m_effects = effects;
        addEffectLines();
        endInsertRows();
    }
    emit stateChanged();
}

QVariant ReviewModel::headerLine(const Line &line, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return line.relation.text();
    case Qt::AccessibleTextRole:
    case SummaryRole: return markedRows(m_prepared.entries, &line.relation);
    case HeaderRole: return true;
    default: return {};
    }
}

QVariant ReviewModel::effectsLine(int role) const
{
    switch (role) {
    case Qt::DisplayRole: return tr("Along with them");
    case Qt::AccessibleTextRole:
    case SummaryRole:
        return m_cascades.error() ? tr("could not be read: %1").arg(m_cascades.error()->message)
                                  : tr("rows that reference what is deleted");
    case HeaderRole: return true;
    default: return {};
    }
}

QVariant ReviewModel::effectLine(const CascadeLine &effect, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return effect.path;
    case SummaryRole: return effect.refused ? effect.why : effect.what;
    case NoteRole: return effect.refused ? effect.what : effect.why;
    case Qt::AccessibleTextRole: return QStringList{effect.path, effect.what, effect.why}.join(u", "_s);
    case RowMarkRole: return QVariant::fromValue(effect.mark);
    case FaultyRole: return effect.refused;
    case EffectRole: return true;
    case HeaderRole: return false;
    default: return {};
    }
}

QVariant ReviewModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &line = m_lines[static_cast<size_t>(index.row())];
    switch (line.kind) {
    case Line::Kind::Relation: return headerLine(line, role);
    case Line::Kind::Effects: return effectsLine(role);
    case Line::Kind::Effect: return effectLine(m_effects[static_cast<size_t>(line.number)], role);
    case Line::Kind::Entry: return entryLine(line.number, role);
    }
    return {};
}

QVariant ReviewModel::entryLine(int entry, int role) const
{
    const auto &one = m_prepared.entries[static_cast<size_t>(entry)];
    switch (role) {
    case Qt::DisplayRole: return one.title;
    case SummaryRole: return one.summary();
    case Qt::AccessibleTextRole: return QStringList{one.title, one.summary(), note(entry)}.join(u", "_s);
    case RowMarkRole: return QVariant::fromValue(one.mark);
    case NoteRole: return note(entry);
    case FaultyRole:
        return !m_prepared.faults[static_cast<size_t>(entry)].isEmpty() || m_refusals.contains(entry) ||
               isMoved(entry);
    case HeaderRole:
    case EffectRole: return false;
    default: return {};
    }
}

QString ReviewModel::note(int entry) const
{
    if (const auto &fault = m_prepared.faults[static_cast<size_t>(entry)]; !fault.isEmpty())
        return tr("Stays behind. %1").arg(fault);
    const auto &one = m_prepared.entries[static_cast<size_t>(entry)];
    return isMoved(entry) ? m_merges->note(one.relation, one.row) : m_refusals.value(entry);
}

} // namespace squall::models
