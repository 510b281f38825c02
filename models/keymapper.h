#pragma once

#include "core/base/result.h"
#include "models/keymap.h"
#include "models/latest.h"

#include <QDateTime>
#include <QTimer>

namespace squall::pg {
class SessionPool;
}

namespace squall::models {

/// Makes the map of one order in the background, by short steps: each passes over as many rows as the server
/// manages in some milliseconds, and is given up before it takes 50. Where even short steps take longer the
/// map stays as it is. A server with a single connection gets no map.
class KeyMapper : public QObject
{
    Q_OBJECT

public:
    explicit KeyMapper(pg::SessionPool &sessions, QObject *parent = nullptr);
    ~KeyMapper() override;

    /// Forgets the map; the next one will be of these rows in this order.
    void reset(std::shared_ptr<const RowSource> source, std::shared_ptr<const RowOrder> order);
    /// Goes on with the map, or rests.
    void setActive(bool active);

    const KeyMap &map() const { return m_map; }
    /// When the map was begun; invalid before.
    QDateTime begun() const { return m_begun; }
    /// The server is too slow for a map of these rows.
    bool gaveUp() const { return m_failures > mostFailures; }

signals:
    void grown();

private:
    struct Timed;
    static constexpr int mostFailures = 8;

    void step();
    void take(const Timed &step);
    void rest(int milliseconds);

    pg::SessionPool &m_sessions;
    std::shared_ptr<const RowSource> m_source;
    std::shared_ptr<const RowOrder> m_order;
    KeyMap m_map;
    QDateTime m_begun;
    qint64 m_amount = 0;
    int m_failures = 0;
    bool m_active = false;
    QTimer m_pause;
    Latest<Timed> m_step;
};

} // namespace squall::models
