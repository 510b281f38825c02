#include "models/opendatabase.h"

#include "models/affectedrelations.h"
#include "models/connectionplace.h"
#include "models/editedrowmodel.h"
#include "models/project/projectrelations.h"
#include "models/reviewmodel.h"
#include "models/rowwindowmodel.h"
#include "models/stagedcascades.h"

#include <utility>

namespace squall::models {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int probeEveryMs = 20'000;

} // namespace

OpenDatabase::OpenDatabase(ConnectionForm form, QObject *parent)
    : QObject(parent)
    , m_form(std::move(form))
{
    constexpr int secondMs = 1000;
    m_ticking.setInterval(secondMs);
    connect(&m_ticking, &QTimer::timeout, this, &OpenDatabase::tick);
    connect(this, &OpenDatabase::snapshotChanged, this, [this] {
        m_changes.resolve(&m_workbench->sessions());
        updateLock();
    });
    connect(&m_changes, &StagedChanges::written, this,
            [this](const std::set<ObjectId> &relations, const std::vector<CommittedRow> &rows) {
                if (const auto known = snapshot())
                    emit rowsWritten(affectedBy(*known, relations), rows);
            });
}

OpenDatabase::~OpenDatabase() = default;

void OpenDatabase::open()
{
    m_failed = false;
    const int sessions = m_form.oneConnection ? 1 : pg::SessionPool::usualSize;
    m_workbench = std::make_unique<Workbench>(m_form.options(), sessions);
    connect(m_workbench.get(), &Workbench::stateChanged, this, &OpenDatabase::stateChanged);
    connect(m_workbench.get(), &Workbench::snapshotChanged, this, &OpenDatabase::snapshotChanged);
    connect(m_workbench.get(), &Workbench::completionChanged, this, &OpenDatabase::completionChanged);
    connect(m_workbench.get(), &Workbench::latencyChanged, this, &OpenDatabase::latencyChanged);
    connect(m_workbench.get(), &Workbench::failed, this, &OpenDatabase::fail);
    // The first round trip is measured once the schema is there.
    connect(
        m_workbench.get(), &Workbench::snapshotChanged, m_workbench.get(),
        [workbench = m_workbench.get()] {
            workbench->probe();
            workbench->setProbeInterval(probeEveryMs);
        },
        Qt::SingleShotConnection);
    m_workbench->open();
}

void OpenDatabase::openWithPassword(const QString &password)
{
    m_form.password = password;
    open();
}

void OpenDatabase::reload()
{
    if (state() == State::Failed) {
        open();
    } else if (state() != State::Connecting) {
        m_workbench->reload();
        // Soon tells whether a server that stalls is what takes so long.
        m_workbench->probe();
    }
}

void OpenDatabase::cancel()
{
    if (state() != State::Connecting)
        return;
    m_workbench.reset();
    fail({.code = Error::Code::Cancelled, .message = tr("Stopped.")});
}

void OpenDatabase::fail(const Error &error)
{
    m_error = error;
    if (!snapshot()) {
        m_failed = true;
        emit stateChanged();
        return;
    }
    emit reloadFailed(error);
}

std::unique_ptr<EditedRowModel> OpenDatabase::editedRows(const ObjectId &id)
{
    auto rows = m_workbench->rows(id);
    return rows ? std::make_unique<EditedRowModel>(*this, std::move(rows)) : nullptr;
}

OpenDatabase::State OpenDatabase::state() const
{
    if (m_failed)
        return State::Failed;
    if (!snapshot())
        return State::Connecting;
    return m_workbench->state() == Workbench::State::Lost ? State::Lost : State::Open;
}

catalog::SnapshotPtr OpenDatabase::snapshot() const
{
    return m_workbench ? m_workbench->snapshot() : nullptr;
}

const RelationsPtr &OpenDatabase::relations() const
{
    const auto known = snapshot();
    if (m_relations && m_relationsOf == known)
        return m_relations;
    auto made = known ? Relations(*known) : Relations();
    if (known && m_project)
        made.add(relationsOf(*m_project, *known));
    m_relations = std::make_shared<const Relations>(std::move(made));
    m_relationsOf = known;
    return m_relations;
}

void OpenDatabase::setProject(const ProjectSchemaPtr &schema)
{
    if (schema == m_project)
        return;
    m_project = schema;
    m_relations.reset();
    emit projectChanged();
}

QString OpenDatabase::serverVersion() const
{
    return m_workbench ? m_workbench->serverVersion().section(u' ', 0, 0) : QString();
}

QString OpenDatabase::user() const
{
    return snapshot() ? m_workbench->userName() : QString();
}

QString OpenDatabase::databaseName() const
{
    return snapshot() ? m_workbench->databaseName() : m_form.database;
}

double OpenDatabase::latency() const
{
    const auto microseconds = m_workbench ? m_workbench->latencyMicroseconds() : 0;
    return microseconds > 0 ? static_cast<double>(microseconds) / 1000 : -1;
}

bool OpenDatabase::needsPassword() const
{
    return state() == State::Failed && m_error.code == Error::Code::Password;
}

StagedCascades &OpenDatabase::cascades()
{
    if (!m_cascades)
        m_cascades = std::make_unique<StagedCascades>(*this);
    return *m_cascades;
}

ReviewModel &OpenDatabase::review()
{
    if (!m_review)
        m_review = std::make_unique<ReviewModel>(*this);
    return *m_review;
}

void OpenDatabase::takeSaved(const ConnectionForm &saved)
{
    if (!leadToSameDatabase(saved, m_form))
        return;
    m_form.name = saved.name;
    m_form.chosenClass = saved.chosenClass;
    updateLock();
    emit writingChanged();
}

void OpenDatabase::updateLock()
{
    if (m_form.connectionClass() != ConnectionClass::Production)
        m_writeLock.reset();
    else if (!m_writeLock && snapshot()) // The name to type is the server's, whatever was asked for.
        m_writeLock = std::make_shared<pg::WriteLock>(databaseName());
}

bool OpenDatabase::isWritingLocked() const
{
    return m_form.connectionClass() == ConnectionClass::Production &&
           (!m_writeLock || m_writeLock->isLocked());
}

bool OpenDatabase::holdsWrites() const
{
    const auto environment = m_form.connectionClass();
    return environment == ConnectionClass::Staging || environment == ConnectionClass::Production;
}

std::chrono::seconds OpenDatabase::writingRemaining() const
{
    return m_writeLock ? m_writeLock->remaining() : std::chrono::seconds(0);
}

Result<Done> OpenDatabase::unlockWriting(const QString &typedName)
{
    if (!m_writeLock)
        return Done{};
    const auto unlocked = m_writeLock->unlock(typedName);
    if (unlocked) {
        m_ticking.start();
        emit writingChanged();
    }
    return unlocked;
}

void OpenDatabase::lockWriting()
{
    if (m_writeLock)
        m_writeLock->lock();
    tick();
}

void OpenDatabase::tick()
{
    if (!m_writeLock || m_writeLock->isLocked())
        m_ticking.stop();
    emit writingChanged();
}

} // namespace squall::models
