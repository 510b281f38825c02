#include "models/palettemodel.h"

#include <algorithm>
#include <tuple>

namespace squall::models {

namespace {

/// Of objects nobody reads further, and views lay out no more.
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

void PaletteModel::setSavedQueries(const std::vector<workspace::SavedQuery> &queries)
{
    m_queries.clear();
    for (const auto &query : queries)
        m_queries.push_back({.text = query.name,
                             .folded = FuzzyPattern::fold(query.name),
                             .note = query.folder,
                             .query = query.id,
                             .content = query.text + u'\n' + query.abbreviation,
                             .used = m_usedQueries.value(query.id)});
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

void PaletteModel::useQuery(const QString &id)
{
    m_usedQueries[id] = ++m_clock;
    for (auto &entry : m_queries) {
        if (entry.query == id)
            entry.used = m_clock;
    }
}

void PaletteModel::searchIn(const std::vector<Entry> &entries, const FuzzyPattern &pattern, bool inOrder)
{
    for (const auto &entry : entries) {
        if (auto match = pattern.match(entry.folded)) {
            // Before anything is typed, commands stand as the menus have them, queries by their names.
            if (pattern.isEmpty() && inOrder)
                match->cost = 0;
            m_hits.push_back({&entry, std::move(*match), m_hits.size()});
        }
    }
}

/// Queries that no name was found of, by what stands in them: behind the others.
void PaletteModel::searchContents(QStringView typed)
{
    const auto isFound = [this](const Entry &entry) {
        return std::any_of(m_hits.begin(), m_hits.end(), [&](const Hit &hit) { return hit.entry == &entry; });
    };
    for (const auto &entry : m_queries) {
        if (entry.content.contains(typed, Qt::CaseInsensitive) && !isFound(entry))
            m_hits.push_back({&entry, {.quality = MatchQuality::Scattered, .cost = INT_MAX}, m_hits.size()});
    }
}

void PaletteModel::search()
{
    beginResetModel();
    m_hits.clear();
    const bool commands = asksForCommands(m_typed);
    const bool queries = asksForQueries(m_typed);
    const auto typed = QStringView(m_typed).mid(commands || queries ? 1 : 0);
    const FuzzyPattern pattern(typed);
    if (commands) {
        searchIn(m_commands, pattern, true);
    } else {
        if (!queries)
            searchIn(m_objects, pattern, false);
        searchIn(m_queries, pattern, queries);
    }
    if (queries)
        searchContents(typed.trimmed());
    // Whatever can be done has a line.
    const auto most = commands ? m_hits.size() : std::min(maxHits, m_hits.size());
    const auto shown = m_hits.begin() + static_cast<std::ptrdiff_t>(most);
    std::partial_sort(m_hits.begin(), shown, m_hits.end(), [](const Hit &one, const Hit &other) {
        return std::tuple(one.match.quality, -one.entry->used, one.match.cost, one.order) <
               std::tuple(other.match.quality, -other.entry->used, other.match.cost, other.order);
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
    const auto &[entry, match, order] = m_hits[static_cast<size_t>(index.row())];
    const bool object = entry->command.isEmpty() && entry->query.isEmpty();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: return entry->text;
    case IdRole: return object ? QVariant::fromValue(entry->id) : QVariant();
    case CommandRole: return entry->command;
    case QueryRole: return entry->query;
    case KindRole: return object ? QVariant(static_cast<int>(entry->id.kind)) : QVariant();
    case NoteRole: return entry->note;
    case PositionsRole:
        return QVariant::fromValue(QList<int>(match.positions.begin(), match.positions.end()));
    case EnabledRole: return entry->enabled;
    default: return {};
    }
}

} // namespace squall::models
