#pragma once

#include "models/diagram/diagramlook.h"
#include "models/diagram/diagrammarks.h"
#include "ui/theme/tokens.h"

#include <QFont>

namespace squall::ui {

/// What a diagram is drawn with: values only, so that any thread can draw.
struct DiagramStyle
{
    Scheme scheme = Scheme::Light;
    QFont title = {};
    QFont row = {};
    QFont badge = {};
    QFont text = {}; ///< of notes

    QColor color(Token token) const { return tokenColor(token, scheme); }
    /// Of the lines between tables.
    QColor line() const;
    /// Of the borders of boxes: they stand on their own ground, hence a little stronger than other lines.
    QColor border() const;
    QColor dots() const;
    /// As strong as it is.
    QColor mark(models::DiagramColor color) const;
    /// Behind a name, which stays readable on it.
    QColor header(models::DiagramColor color) const;
    /// Of the area that a group lies on.
    QColor island(models::DiagramColor color) const;
    QColor note(models::DiagramColor color) const;
    QColor noteBorder(models::DiagramColor color) const;

    bool operator==(const DiagramStyle &) const = default;
};

/// With the fonts as they are now. To be called by the GUI thread.
DiagramStyle diagramStyle(Scheme scheme);
/// Measured with the same fonts.
models::DiagramLook diagramLook();

} // namespace squall::ui
