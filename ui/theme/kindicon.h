#pragma once

#include "core/base/objectid.h"

#include <QString>

namespace squall::ui {

/// The name of the icon in resources/icons that stands for a kind of object.
QString iconOf(Kind kind, bool partitioned = false);

} // namespace squall::ui
