#pragma once

#include "models/diagram/diagramtext.h"
#include "ui/diagram/diagramexport.h"

#include <QString>

#include <variant>
#include <vector>

namespace squall::ui {

/// TypeScript that declares the tables for Drizzle.
struct DrizzleSchema
{
    bool operator==(const DrizzleSchema &) const = default;
};

/// As what a diagram may leave the program.
struct DiagramForm
{
    std::variant<PictureFormat, diagram::Language, DrizzleSchema> format;
    QString filter; ///< as a dialog names it
    QString suffix; ///< of files
    Scheme scheme = Scheme::Light;
    Paper paper = Paper::Fit;
};

/// Of those that end alike, the usual one first.
const std::vector<DiagramForm> &diagramForms();
/// What a file is to be that somebody chose: the form of the filter, unless the ending says another. Never
/// null.
const DiagramForm *diagramForm(const QString &filter, const QString &file);

} // namespace squall::ui
