#pragma once

#include "core/base/result.h"
#include "models/latest.h"
#include "models/rowsource.h"
#include "models/stagedchanges.h"

#include <QElapsedTimer>
#include <QMap>
#include <QObject>
#include <QPointer>

#include <deque>
#include <functional>
#include <vector>

namespace squall::pg {
class SessionPool;
}

namespace squall::models {

/// A row that somebody touches: a new one, or one that exists.
struct TouchedRow
{
    qint64 number = 0; ///< where it was, for what there is to say about it
    qint64 newRow = 0; ///< NewRow::id; 0 for one that exists
    edit::RowIdentity identity = {};
    edit::RowValues seen = {}; ///< the values that came whole
};

/// The whole rows, as they were looked at.
using OriginalRows = QMap<edit::RowIdentity, edit::RowValues>;

/// Stages what is done to one relation's rows, strictly in order: a gesture whose rows came with cut values
/// waits until they were read whole, and those after it wait too.
class RowStaging : public QObject
{
    Q_OBJECT

public:
    struct Gesture
    {
        std::vector<TouchedRow> rows = {};
        /// Stages it; called when the originals of all rows are there.
        std::function<void(const OriginalRows &)> carryOut = {};
    };

    RowStaging(pg::SessionPool &sessions, StagedChanges &changes, RowSource source, QObject *parent);

    void perform(Gesture gesture);
    bool isIdle() const { return m_gestures.empty(); }
    /// Carries out what still waits, then deletes itself.
    void finishAlone();

signals:
    /// The gesture is given up: a row could not be read whole.
    void failed(qint64 row, const QString &why);

private:
    using Rows = Result<std::vector<edit::RowValues>>;

    void begin();
    void receive(const std::vector<TouchedRow> &asked, const Rows &rows);
    void finish();

    pg::SessionPool &m_sessions;
    QPointer<StagedChanges> m_changes;
    const RowSource m_source;
    std::deque<Gesture> m_gestures;
    OriginalRows m_originals; ///< of the first gesture
    /// The row that was read last: who types into it asks for it again with every letter.
    OriginalRows m_recent;
    QElapsedTimer m_recentSince;
    Latest<Rows> m_reading;
};

} // namespace squall::models
