#include "models/palettemodel.h"

#include <algorithm>
#include <tuple>

namespace squall::models {

namespace {

/// Nobody reads further, and views lay out no more.
constexpr size_t maxHits = 100;

} // namespace

PaletteModel::PaletteModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void PaletteModel::setSnapshot(const catalog::SnapshotPtr &snapshot)
{
    m_objects.clear();
    const auto addAll = [this](const auto &objects) {
        for (const auto &object : objects) {
            const auto id = idOf(object);
            m_objects.push_back({.text = id.name,
                                 .folded = FuzzyPattern::fold(id.name),
                                 .note = id.schema,
                                 .id = id,
                                 .used = m_usedObjects.value(id)});
        }
    };
    if (snapshot) {
        addAll(snapshot->tables);
        addAll(snapshot->views);
        addAll(snapshot->enums);
        addAll(snapshot->domains);
        addAll(snapshot->composites);
        addAll(snapshot->ranges);
        addAll(snapshot->sequences);
        addAll(snapshot->functions);
    }
    search();
}

void PaletteModel::setCommands(const std::vector<PaletteCommand> &commands)
{
    m_commands.clear();
    for (const auto &command : commands)
        m_commands.push_back({.text = command.text,
                              .folded = FuzzyPattern::fold(command.text),
                              .note = command.reason.isEmpty() ? command.shortcut : command.reason,
                              .command = command.id,
                              .enabled = command.enabled,
                              .used = m_usedCommands.value(command.id)});
    search();
}

void PaletteModel::setQuery(const QString &typed)
{
    m_typed = typed;
    search();
}

void PaletteModel::use(const ObjectId &id)
{
    m_usedObjects[id] = ++m_clock;
    for (auto &entry : m_objects) {
        if (entry.id == id)
            entry.used = m_clock;
    }
}

void PaletteModel::use(const QString &command)
{
    m_usedCommands[command] = ++m_clock;
    for (auto &entry : m_commands) {
        if (entry.command == command)
            entry.used = m_clock;
    }
}

void PaletteModel::search()
{
    beginResetModel();
    m_hits.clear();
    const bool commands = asksForCommands(m_typed);
    const FuzzyPattern pattern(QStringView(m_typed).mid(commands ? 1 : 0));
    for (const auto &entry : commands ? m_commands : m_objects) {
        if (auto match = pattern.match(entry.folded)) {
            // Before anything is typed, commands stand as the menus have them.
            if (pattern.isEmpty() && commands)
                match->cost = 0;
            m_hits.push_back({&entry, std::move(*match)});
        }
    }
    const auto shown = m_hits.begin() + static_cast<std::ptrdiff_t>(std::min(maxHits, m_hits.size()));
    std::partial_sort(m_hits.begin(), shown, m_hits.end(), [](const Hit &one, const Hit &other) {
        // Entries of one list: their order in memory is the one they came in.
        return std::tuple(one.match.quality, -one.entry->used, one.match.cost, one.entry) <
               std::tuple(other.match.quality, -other.entry->used, other.match.cost, other.entry);
    });
    m_hits.erase(shown, m_hits.end());
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &[entry, match] = m_hits[static_cast<size_t>(index.row())];
    const bool command = !entry->command.isEmpty();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return entry->text;
    case IdRole: return command ? QVariant() : QVariant::fromValue(entry->id);
    case CommandRole: return entry->command;
    case KindRole: return command ? QVariant() : QVariant(static_cast<int>(entry->id.kind));
    case NoteRole: return entry->note;
    case PositionsRole:
        return QVariant::fromValue(QList<int>(match.positions.begin(), match.positions.end()));
    case EnabledRole: return entry->enabled;
    default: return {};
    }
}

} // namespace squall::models
