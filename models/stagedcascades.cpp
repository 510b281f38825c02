#include "models/stagedcascades.h"

#include "models/opendatabase.h"
#include "models/stagedchanges.h"

#include <algorithm>

namespace squall::models {

namespace {

bool removesRows(const edit::StagedEdits &edits)
{
    const auto &rows = edits.rows();
    return std::any_of(rows.begin(), rows.end(), [](const edit::RowEdit &row) { return row.removed; });
}

} // namespace

StagedCascades::StagedCascades(OpenDatabase &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &StagedCascades::read);
    connect(&database.changes(), &StagedChanges::changed, this, &StagedCascades::refresh);
    connect(&database, &OpenDatabase::snapshotChanged, this, &StagedCascades::refresh);
    refresh();
}

const std::vector<Cascade> &StagedCascades::of(const ObjectId &relation) const
{
    static const std::vector<Cascade> none;
    const auto found = m_cascades.find(relation);
    return found == m_cascades.end() ? none : found->second;
}

void StagedCascades::refresh()
{
    m_soon.start();
}

void StagedCascades::read()
{
    std::vector<edit::StagedEdits> edits;
    for (const auto &relation : m_database.changes().relations())
        edits.push_back(m_database.changes().edits(relation));
    const auto snapshot = m_database.snapshot();
    if (!snapshot || std::none_of(edits.begin(), edits.end(), removesRows)) {
        m_reading.cancel();
        take(Cascades());
        return;
    }
    m_reading.run(m_database.workbench().sessions().run([snapshot, edits](pg::Connection &connection) {
        return readCascades(connection, *snapshot, edits);
    }),
                  [this](const Result<Cascades> &cascades) { take(cascades); });
}

void StagedCascades::take(const Result<Cascades> &cascades)
{
    auto next = cascades ? *cascades : Cascades();
    auto error = cascades ? std::nullopt : std::optional(cascades.error());
    if (next == m_cascades && error == m_error)
        return;
    m_cascades = std::move(next);
    m_error = std::move(error);
    emit changed();
}

} // namespace squall::models
