#pragma once

#include "core/base/result.h"
#include "core/sql/complete/uses.h"
#include "core/workspace/history.h"
#include "models/latest.h"

#include <QObject>

#include <memory>

namespace squall::models {

/// How often names were used lately on the connection in use, for ranking what is offered: counted from its
/// history, and then with every statement that is run.
class SqlUses : public QObject
{
    Q_OBJECT

public:
    using History = Result<std::vector<workspace::HistoryEntry>>;

    using QObject::QObject;

    /// Begins anew.
    void load(const QFuture<History> &newestFirst);
    void clear();
    void add(const QString &statement);
    /// Never null.
    std::shared_ptr<const sql::Uses> current() const { return m_uses; }

signals:
    void changed();

private:
    std::shared_ptr<const sql::Uses> m_uses = std::make_shared<sql::Uses>();
    Latest<std::shared_ptr<const sql::Uses>> m_counting;
    Latest<History> m_reading;
};

} // namespace squall::models
