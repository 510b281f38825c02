#include "models/query/savedqueries.h"

#include <QUuid>

#include <algorithm>
#include <tuple>

namespace squall::models {

using namespace Qt::StringLiterals;
using Query = workspace::SavedQuery;

namespace {

constexpr size_t mostSteps = 100;

bool isBefore(const Query &one, const Query &other)
{
    const auto order = [](const QString &a, const QString &b) {
        const int folded = a.compare(b, Qt::CaseInsensitive);
        return folded != 0 ? folded : a.compare(b);
    };
    if (one.folder.isEmpty() != other.folder.isEmpty())
        return other.folder.isEmpty();
    if (const int folders = order(one.folder, other.folder); folders != 0)
        return folders < 0;
    const int names = order(one.name, other.name);
    return names != 0 ? names < 0 : one.id < other.id;
}

bool isIn(const QString &folder, const QString &outer)
{
    return folder == outer || folder.startsWith(outer + u'/');
}

auto hasId(const QString &id)
{
    return [&id](const Query &query) { return query.id == id; };
}

} // namespace

QString tidyFolder(const QString &typed)
{
    QStringList parts;
    for (const auto &part : typed.split(u'/')) {
        if (const auto name = part.simplified(); !name.isEmpty())
            parts << name;
    }
    return parts.join(u'/');
}

void SavedQueries::load(std::vector<Query> all)
{
    m_all = std::move(all);
    m_steps.clear();
    m_done = 0;
    arrange();
}

void SavedQueries::setConnection(const QString &connection)
{
    if (connection == m_connection)
        return;
    m_connection = connection;
    arrange();
}

void SavedQueries::forget(const QString &connection)
{
    const auto own = [&](const Query &query) { return query.connection == connection; };
    const auto touches = [&](const Step &step) {
        return std::any_of(step.changes.begin(), step.changes.end(), [&](const Change &change) {
            return (change.before && own(*change.before)) || (change.after && own(*change.after));
        });
    };
    if (std::any_of(m_steps.begin(), m_steps.end(), touches)) {
        m_steps.clear();
        m_done = 0;
    }
    std::erase_if(m_all, own);
    arrange();
}

qsizetype SavedQueries::countOf(const QString &connection) const
{
    return std::count_if(m_all.begin(), m_all.end(),
                         [&](const Query &query) { return query.connection == connection; });
}

bool SavedQueries::shows(const Query &query) const
{
    return query.connection.isEmpty() || query.connection == m_connection;
}

void SavedQueries::arrange()
{
    m_shown.clear();
    std::copy_if(m_all.begin(), m_all.end(), std::back_inserter(m_shown),
                 [this](const Query &query) { return shows(query); });
    std::sort(m_shown.begin(), m_shown.end(), isBefore);
    emit changed();
}

const Query *SavedQueries::find(const QString &id) const
{
    const auto found = std::find_if(m_shown.begin(), m_shown.end(), hasId(id));
    return found == m_shown.end() ? nullptr : &*found;
}

std::vector<Query> SavedQueries::containing(const QString &text) const
{
    std::vector<Query> found;
    std::copy_if(m_shown.begin(), m_shown.end(), std::back_inserter(found), [&](const Query &query) {
        const auto texts = {query.name, query.folder, query.abbreviation, query.text};
        return std::any_of(texts.begin(), texts.end(),
                           [&](const QString &each) { return each.contains(text, Qt::CaseInsensitive); });
    });
    return found;
}

QStringList SavedQueries::folders() const
{
    QStringList folders;
    for (const auto &query : m_shown) {
        if (!query.folder.isEmpty() && !folders.contains(query.folder))
            folders << query.folder;
    }
    return folders;
}

std::vector<sql::Snippet> SavedQueries::snippets() const
{
    std::vector<sql::Snippet> snippets;
    for (const auto &query : m_shown) {
        if (!query.abbreviation.isEmpty())
            snippets.push_back({query.abbreviation, query.name, query.text});
    }
    return snippets;
}

QString SavedQueries::refusal(const Query &query) const
{
    const auto blank = [](QChar c) { return c.isSpace(); };
    if (query.name.trimmed().isEmpty())
        return tr("It needs a name.");
    if (query.text.trimmed().isEmpty())
        return tr("There is nothing to save.");
    if (std::any_of(query.abbreviation.begin(), query.abbreviation.end(), blank))
        return tr("An abbreviation has no blanks.");
    for (const auto &other : m_shown) {
        if (other.id == query.id)
            continue;
        if (other.folder == tidyFolder(query.folder) && other.name == query.name.trimmed())
            return tr("Another query in this folder has this name.");
        if (!query.abbreviation.isEmpty() &&
            other.abbreviation.compare(query.abbreviation, Qt::CaseInsensitive) == 0)
            return tr("“%1” has this abbreviation.").arg(other.name);
    }
    return {};
}

QString SavedQueries::save(Query query)
{
    if (!refusal(query).isEmpty())
        return {};
    query.folder = tidyFolder(query.folder);
    query.name = query.name.trimmed();
    const auto *known = query.id.isEmpty() ? nullptr : find(query.id);
    if (query.id.isEmpty())
        query.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto id = query.id;
    if (known && *known == query)
        return id;
    const auto text = known ? tr("change of “%1”").arg(known->name) : tr("saving “%1”").arg(query.name);
    act({text, {{known ? std::optional(*known) : std::nullopt, std::move(query)}}});
    return id;
}

void SavedQueries::remove(const QStringList &ids)
{
    Step step;
    for (const auto &id : ids) {
        if (const auto *query = find(id))
            step.changes.push_back({*query, std::nullopt});
    }
    if (step.changes.size() == 1)
        step.text = tr("deletion of “%1”").arg(step.changes.front().before->name);
    else
        step.text = tr("deletion of %n queries", nullptr, static_cast<int>(step.changes.size()));
    act(std::move(step));
}

void SavedQueries::move(const QStringList &ids, const QString &folder)
{
    Step step{tr("move to “%1”").arg(tidyFolder(folder)), {}};
    for (const auto &id : ids) {
        const auto *query = find(id);
        if (!query || query->folder == tidyFolder(folder))
            continue;
        auto moved = *query;
        moved.folder = tidyFolder(folder);
        if (refusal(moved).isEmpty())
            step.changes.push_back({*query, moved});
    }
    act(std::move(step));
}

std::vector<Query> SavedQueries::in(const QString &folder) const
{
    std::vector<Query> inside;
    std::copy_if(m_shown.begin(), m_shown.end(), std::back_inserter(inside),
                 [&](const Query &query) { return isIn(query.folder, folder); });
    return inside;
}

void SavedQueries::renameFolder(const QString &folder, const QString &to)
{
    Step step{tr("new name of the folder “%1”").arg(folder), {}};
    for (const auto &query : in(folder)) {
        auto renamed = query;
        renamed.folder = tidyFolder(to + query.folder.mid(folder.size()));
        // Where both folders have one of this name, it stays where it is.
        if (renamed.folder != query.folder && refusal(renamed).isEmpty())
            step.changes.push_back({query, renamed});
    }
    act(std::move(step));
}

void SavedQueries::removeFolder(const QString &folder)
{
    QStringList ids;
    for (const auto &query : in(folder))
        ids << query.id;
    remove(ids);
}

void SavedQueries::act(Step step)
{
    if (step.changes.empty())
        return;
    m_steps.resize(m_done);
    m_steps.push_back(std::move(step));
    if (m_steps.size() > mostSteps)
        m_steps.erase(m_steps.begin());
    m_done = m_steps.size();
    carryOut(m_steps.back(), false);
}

void SavedQueries::carryOut(const Step &step, bool back)
{
    std::vector<Query> saved;
    QStringList removed;
    for (const auto &change : step.changes) {
        const auto &was = back ? change.after : change.before;
        const auto &now = back ? change.before : change.after;
        std::erase_if(m_all, hasId(was ? was->id : now->id));
        if (now) {
            m_all.push_back(*now);
            saved.push_back(*now);
        } else {
            removed << was->id;
        }
    }
    arrange();
    emit edited(saved, removed);
}

void SavedQueries::undo()
{
    if (canUndo())
        carryOut(m_steps[--m_done], true);
}

void SavedQueries::redo()
{
    if (canRedo())
        carryOut(m_steps[m_done++], false);
}

QString SavedQueries::undoText() const
{
    return canUndo() ? m_steps[m_done - 1].text : QString();
}

} // namespace squall::models
