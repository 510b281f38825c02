#pragma once

#include "tests/support/generator/random.h"

#include <QHash>
#include <QSet>
#include <QString>

namespace squall::test::generator {

/// Names that break careless code, each once per scope.
class Names
{
public:
    explicit Names(Random &random)
        : m_random(random)
    {
    }
    QString fresh(const QString &scope);
    /// False when the name is taken there.
    bool take(const QString &scope, const QString &name);

private:
    Random &m_random;
    QHash<QString, QSet<QString>> m_used;
};

} // namespace squall::test::generator
