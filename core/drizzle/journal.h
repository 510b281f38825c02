#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace squall::drizzle {

/// One migration in `meta/_journal.json`.
struct JournalEntry
{
    int idx = 0;
    QString version = QStringLiteral("7");
    qint64 when = 0; ///< milliseconds since 1970; what the migrator goes by
    QString tag;     ///< the name of its file without `.sql`
    bool breakpoints = true;

    bool operator==(const JournalEntry &) const = default;
};

/// `meta/_journal.json`: a text that is changed at entries only, so that what others have put into it stays.
class Journal
{
public:
    /// Of a folder without migrations.
    Journal();
    static Result<Journal> read(const QByteArray &text);

    const std::vector<JournalEntry> &entries() const { return m_entries; }
    /// `postgresql`, or the dialect of another database; empty when it is not said.
    const QString &dialect() const { return m_dialect; }

    void append(const JournalEntry &entry);
    void remove(std::size_t entry);
    /// With the idx, tag and time of `entry`; the rest stays.
    void replace(std::size_t at, const JournalEntry &entry);

    /// As drizzle-kit writes it.
    const QByteArray &text() const { return m_text; }

private:
    Result<Done> take(const QByteArray &text);
    void adopt(const QByteArray &text);

    QByteArray m_text;
    QString m_dialect;
    std::vector<JournalEntry> m_entries;
};

} // namespace squall::drizzle
