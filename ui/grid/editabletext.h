#pragma once

#include <QString>

class QTextDocument;

namespace squall::ui {

/// Text of a database in a QTextDocument, which has no place for every character: a carriage return and
/// the characters it uses for itself are shown as signs, and are themselves again in what is read back.
struct EditableText
{
    /// What to put into the document.
    static QString shown(const QString &text);
    /// What the document says; `original` is the text it started from.
    static QString meant(const QTextDocument &document, const QString &original);
};

} // namespace squall::ui
