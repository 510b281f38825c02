#include "core/diff/write/view.h"

#include "core/base/quote.h"
#include "core/diff/write/clauses.h"
#include "core/diff/write/column.h"
#include "core/diff/write/rights.h"

namespace squall::diff {

using namespace catalog;
using namespace Qt::StringLiterals;

QStringList createView(const View &view, const QString &databaseOwner)
{
    const QString name = quote(view.schema, view.name);
    const QString word = view.materialized ? u"MATERIALIZED VIEW "_s : u"VIEW "_s;
    QString create = u"CREATE "_s + word + name;
    if (!view.accessMethod.isEmpty())
        create += u" USING "_s + quote(view.accessMethod);
    if (!view.options.isEmpty())
        create += u" WITH ("_s + storageParameters(view.options) + u')';
    if (!view.tablespace.isEmpty())
        create += u" TABLESPACE "_s + quote(view.tablespace);
    QString select = view.definition.trimmed();
    if (select.endsWith(u';'))
        select.chop(1);
    create += u" AS\n "_s + select + (view.materialized ? u"\nWITH NO DATA"_s : QString());

    QStringList statements = {create};
    if (view.materialized) {
        for (const auto &column : view.columns)
            statements += columnSettings(name, column);
    }
    statements += ownerOf(word + name, view.owner, databaseOwner) + commentOn(word + name, view.comment) +
                  rightsOn(u"TABLE "_s + name, view.privileges);
    for (const auto &column : view.columns)
        statements += columnNotes(name, column);
    return statements;
}

} // namespace squall::diff
