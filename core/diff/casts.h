#pragma once

#include <QStringView>

namespace squall::diff {

/// Whether ALTER COLUMN … TYPE needs to be told how to convert (USING): the server has no cast between the
/// two that it takes by itself. Of types that it does not know it expects that there is one.
bool needsUsing(QStringView from, QStringView to);

} // namespace squall::diff
