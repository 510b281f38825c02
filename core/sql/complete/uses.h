#pragma once

#include <QHash>
#include <QString>

namespace squall::sql {

/// How often names were used lately, so that what somebody works with comes first.
class Uses
{
public:
    /// Counts every name in a statement that was run.
    void add(QStringView statement);
    /// From 0 for what was never used to 30.
    int rank(const QString &name) const;

private:
    QHash<QString, double> m_counts;
    double m_weight = 1; ///< of the newest statement: it grows, so that what is long ago counts less
};

} // namespace squall::sql
