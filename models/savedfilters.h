#pragma once

#include "models/rowfilter.h"

#include <QObject>

namespace squall::models {

/// A filter that somebody gave a name, on one relation.
struct SavedFilter
{
    ObjectId relation;
    QString name;
    RowFilter filter = {};

    bool operator==(const SavedFilter &) const = default;
};

/// The named filters of one connection, by relation and name. Where they are kept is their owner's business:
/// it loads them, and saves `json()` on `edited`.
class SavedFilters : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Starts over with what was saved; what cannot be read is left out.
    void load(const QByteArray &json);
    QByteArray json() const;

    const std::vector<SavedFilter> &all() const { return m_all; }
    std::vector<SavedFilter> of(const ObjectId &relation) const;
    const SavedFilter *find(const ObjectId &relation, const QString &name) const;
    /// Replaces the one with the same relation and name.
    void save(const SavedFilter &filter);
    void remove(const ObjectId &relation, const QString &name);
    /// False, and nothing happens, where another has that name already.
    bool rename(const ObjectId &relation, const QString &name, const QString &to);

signals:
    void changed();
    /// Somebody saved or removed one.
    void edited();

private:
    std::vector<SavedFilter> m_all; ///< sorted
};

} // namespace squall::models
