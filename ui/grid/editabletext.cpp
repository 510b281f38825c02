#include "ui/grid/editabletext.h"

#include <QTextDocument>

#include <array>
#include <utility>

namespace squall::ui {

namespace {

/// Characters that end a block or frame one, and what stands for them meanwhile.
constexpr std::array<std::pair<char16_t, char16_t>, 6> signs{{{u'\r', u'\u240D'},
                                                              {u'\f', u'\u240C'},
                                                              {u'\u2028', u'\uF8E0'},
                                                              {u'\u2029', u'\uF8E1'},
                                                              {u'\uFDD0', u'\uF8E2'},
                                                              {u'\uFDD1', u'\uF8E3'}}};

} // namespace

QString EditableText::shown(const QString &text)
{
    auto shown = text;
    for (const auto &[character, sign] : signs)
        shown.replace(QChar(character), QChar(sign));
    return shown;
}

QString EditableText::meant(const QTextDocument &document, const QString &original)
{
    // Unlike toPlainText(), this keeps no-break spaces.
    auto text = document.toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    text.replace(QChar::LineSeparator, u'\n');
    for (const auto &[character, sign] : signs) {
        // A sign that the text had itself means itself.
        if (original.contains(QChar(character)) && !original.contains(QChar(sign)))
            text.replace(QChar(sign), QChar(character));
    }
    return text;
}

} // namespace squall::ui
