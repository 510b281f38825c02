#pragma once

#include "models/query/chartdata.h"
#include "ui/theme/tokens.h"

#include <QByteArray>
#include <QImage>
#include <QSize>

namespace squall::ui {

/// `scale`: pixels for one of the size's.
QImage chartImage(const models::Chart &chart, const QSize &size, Scheme scheme, double scale);
QByteArray chartPng(const QImage &image);
QByteArray chartSvg(const models::Chart &chart, const QSize &size, Scheme scheme);

} // namespace squall::ui
