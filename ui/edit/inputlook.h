#pragma once

class QAbstractScrollArea;
class QPlainTextEdit;
class QString;

namespace squall::ui {

/// A frame like that of an input line, and where it is a list, rows with room.
void frameLikeInput(QAbstractScrollArea &view);

/// Shows `text`; lines that nobody would want to lay out anew at each resize are not wrapped.
void showText(QPlainTextEdit &edit, const QString &text);

} // namespace squall::ui
