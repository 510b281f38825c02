#pragma once

#include "core/base/result.h"
#include "core/pg/connectionoptions.h"

#include <QByteArray>
#include <QStringList>

namespace squall::cli {

struct DrawnPicture
{
    QByteArray bytes;
    QString remark; ///< what is otherwise than one might expect
};

/// Has squall-studio at `program` draw the diagram of a database. `options` are those of its `--render`;
/// passwords go by its environment, which nobody else reads. Says what takes long; ends with this program.
Result<DrawnPicture> drawPicture(const QString &program, const QStringList &options,
                                 const pg::ConnectionOptions &database);

} // namespace squall::cli
