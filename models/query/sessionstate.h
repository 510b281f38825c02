#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

namespace squall::models {

/// What statements leave behind in a session and its transaction, as far as their words tell: the session has
/// to be kept for it.
class SessionState
{
public:
    /// `statement` was run, and the server said `tag`.
    void note(QStringView statement, QStringView tag);
    /// No transaction is open any more.
    void transactionEnded() { m_savepoints.clear(); }
    void forget() { *this = {}; }

    /// What is there besides the transaction, in words for a person; empty when nothing is.
    const QStringList &kept() const { return m_kept; }
    bool listens() const { return m_listens; }
    /// The oldest first.
    const QStringList &savepoints() const { return m_savepoints; }

private:
    void keep(const QString &what);
    void noteSavepoint(const QStringList &words);

    QStringList m_kept;
    QStringList m_savepoints;
    bool m_listens = false;
};

} // namespace squall::models
