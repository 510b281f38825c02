#pragma once

#include "core/base/result.h"
#include "core/workspace/contents.h"
#include "core/workspace/history.h"
#include "core/workspace/journal.h"
#include "core/workspace/results.h"

#include <QLockFile>
#include <QSqlDatabase>
#include <QString>
#include <QStringList>

#include <map>
#include <memory>

namespace squall::workspace {

/// The SQLite file behind a Workspace: blocking calls, confined to the thread that made it.
/// Each write is one transaction, on disk when the call returns.
class Store
{
public:
    Store() = default;
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    /// Opens or makes `file` and brings it to the current schema. A damaged file is put aside under another
    /// name and a fresh one is made; `notice()` then says so. A file of a newer Squall is left alone:
    /// Error::Code::Unsupported.
    Result<Done> open(const QString &file);
    const QString &notice() const { return m_notice; }

    Result<Contents> contents();
    Result<Done> saveConnection(const SavedConnection &connection);
    /// Takes along its tabs, history, queries, settings and journal.
    Result<Done> removeConnection(const QString &id);
    Result<Done> saveTabs(const std::vector<OpenTab> &tabs);
    Result<Done> saveBuffer(const Buffer &buffer);
    Result<Done> saveSetting(const Setting &setting);
    /// Both at once, or nothing.
    Result<Done> changeQueries(const std::vector<SavedQuery> &saved, const QStringList &removed);

    // The side of History.
    Result<Done> addHistory(const std::vector<HistoryEntry> &entries);
    Result<std::vector<HistoryEntry>> history(const HistoryQuery &query);
    Result<Done> removeHistory(const std::vector<qint64> &ids);
    Result<Done> clearHistory(const QString &connection);

    // The side of Results.
    Result<std::vector<KeptResult>> results(const QString &buffer);
    Result<Done> addResult(const QString &buffer, const KeptResult &result);
    Result<Done> arrangeResults(const QString &buffer, const QStringList &ids);
    Result<Done> clearResults(const QString &connection);

    // The Journal's side of it.
    Result<JournalContents> journal(const QString &connection);
    Result<Done> saveJournalEntry(const QString &connection, const JournalEntry &entry);
    Result<Done> saveJournalDraft(const QString &connection, const ObjectId &relation,
                                  const QByteArray &draft);
    Result<Done> takeOver(const QString &connection, const std::vector<JournalEntry> &entries,
                          const std::vector<JournalEntry> &now);
    Result<qint64> addBatch(const QString &connection, const JournalBatch &batch);
    Result<Done> settleBatch(const QString &connection, qint64 id, const QByteArray &content,
                             const std::vector<JournalEntry> &left);
    Result<Done> setBatchState(qint64 id, JournalBatch::State state);
    Result<Done> removeBatch(qint64 id);

private:
    Result<Done> openOnce(const QString &file);
    Result<Done> migrate(const QString &file);
    void close();
    Result<Done> claim(const QString &file);
    bool isOurs(const QString &owner);
    Result<Done> readBuffers(Contents &contents);

    QString m_connectionName;
    QString m_notice;
    QString m_file;
    QString m_owner; ///< names this Store in the journal
    /// Of this owner, and of those that are gone: what they have left is ours.
    std::map<QString, std::unique_ptr<QLockFile>> m_claims;
};

} // namespace squall::workspace
