#include "core/diff/mentions.h"

#include "core/base/quote.h"

namespace squall::diff {

bool mentions(QStringView sql, QStringView column)
{
    if (column.isEmpty())
        return false;
    const auto isPartOfName = [](QChar c) { return c.isLetterOrNumber() || c == u'_' || c == u'$'; };
    if (sql.contains(u'*') || sql.contains(quoteAlways(column)))
        return true;
    for (qsizetype at = sql.indexOf(column, 0, Qt::CaseInsensitive); at >= 0;
         at = sql.indexOf(column, at + 1, Qt::CaseInsensitive)) {
        const auto end = at + column.size();
        if ((at == 0 || !isPartOfName(sql[at - 1])) && (end == sql.size() || !isPartOfName(sql[end])))
            return true;
    }
    return false;
}

} // namespace squall::diff
