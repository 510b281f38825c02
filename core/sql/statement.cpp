#include "core/sql/statement.h"

namespace squall::sql {

QString Statement::text(QStringView script) const
{
    QString sent;
    auto at = span.start;
    for (const auto &gap : gaps) {
        sent += script.mid(at, gap.start - at);
        at = gap.end();
    }
    sent += script.mid(at, span.end() - at);
    return sent;
}

} // namespace squall::sql
