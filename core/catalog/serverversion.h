#pragma once

#include <QByteArrayView>
#include <QString>

namespace squall::catalog {

/// A query file as a server of `major` understands it. The file itself is written for the newest server:
/// a line ending in `-- since 14` is left out before 14, and a line starting with `-- before 14: ` counts
/// without that mark before 14, as a comment after.
QString queryForServer(QByteArrayView query, int major);

} // namespace squall::catalog
