#pragma once

#include "core/base/error.h"
#include "models/cascades.h"
#include "models/latest.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace squall::models {

class OpenDatabase;

/// What the rows that are staged for deletion in a database would take along. Read whenever something else is
/// staged while there are any, and when asked.
class StagedCascades : public QObject
{
    Q_OBJECT

public:
    explicit StagedCascades(OpenDatabase &database, QObject *parent = nullptr);

    /// As last read; those of an earlier state while `isReading`.
    const Cascades &all() const { return m_cascades; }
    /// Empty where nothing is removed, or nothing references what is.
    const std::vector<Cascade> &of(const ObjectId &relation) const;
    bool isReading() const { return m_soon.isActive() || m_reading.isRunning(); }
    /// Why they could not be read.
    const std::optional<Error> &error() const { return m_error; }

    /// Counts again: somebody is about to rely on it.
    void refresh();

signals:
    void changed();

private:
    void read();
    void take(const Result<Cascades> &cascades);

    OpenDatabase &m_database;
    QTimer m_soon;
    Cascades m_cascades;
    std::optional<Error> m_error;
    Latest<Result<Cascades>> m_reading;
};

} // namespace squall::models
