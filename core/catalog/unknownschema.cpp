#include "core/catalog/unknownschema.h"

#include <QCoreApplication>

#include <algorithm>

namespace squall::catalog {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::catalog::UnknownSchema)
};

} // namespace

std::optional<Error> unknownSchema(const Snapshot &snapshot, const QStringList &wanted)
{
    QStringList names;
    for (const auto &schema : snapshot.schemas)
        names << schema.name;
    const auto unknown = std::find_if(wanted.begin(), wanted.end(),
                                      [&](const QString &name) { return !names.contains(name); });
    if (unknown == wanted.end())
        return std::nullopt;
    return Error{.code = Error::Code::Usage,
                 .message = Text::tr("there is no schema '%1'").arg(*unknown),
                 .hint = Text::tr("There are: %1").arg(names.join(u", "_s))};
}

} // namespace squall::catalog
