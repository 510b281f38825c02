#pragma once

#include <QByteArray>
#include <QPainterPath>
#include <QString>

#include <optional>

namespace squall::ui {

/// A number as short as it may be: hundredths are finer than anybody sees.
QByteArray svgNumber(double value);

/// What an element or attribute may contain; letters that XML does not know are replaced.
QByteArray svgEscaped(const QString &text);

/// The `d` of a path.
QByteArray svgPath(const QPainterPath &path);

struct RoundedRect
{
    QRectF rect;
    double radius = 0;
};

/// What a path is when it is nothing but a rectangle with round corners.
std::optional<RoundedRect> roundedRectOf(const QPainterPath &path);

} // namespace squall::ui
