#include "core/drizzle/migration.h"

#include "core/drizzle/planrendering.h"

#include <QCoreApplication>

namespace squall::drizzle {

Result<Migration> migrationOf(const Snapshot &from, const Snapshot &to, const diff::Renames & /*renames*/)
{
    auto blank = emptySnapshot();
    blank.id = from.id;
    blank.prevId = from.prevId;
    if (from != blank)
        return Error{.code = Error::Code::Unsupported,
                     .message = QCoreApplication::translate("squall::drizzle",
                                                            "Only first migrations are written so far.")};
    const auto statements = creationOf(to);
    if (!statements)
        return statements.error();
    return Migration{*statements};
}

} // namespace squall::drizzle
