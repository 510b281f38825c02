#pragma once

#include "models/diagram/diagrammarks.h"

#include <QDateTime>
#include <QString>

namespace squall::ui {

/// `1 table`, `1,000 tables`.
QString tablesInWords(int count);
QString referencesInWords(int count);
QString partitionsInWords(int count);
QString stepsInWords(int count);
/// Without the date when that is today.
QString momentInWords(const QDateTime &moment);
QString colorInWords(models::DiagramColor color);
/// The group's name, else its colour's: nobody should have to tell groups apart by colours alone.
QString groupInWords(const models::DiagramGroup &mark);

} // namespace squall::ui
