#include "ui/editor/editormargin.h"
#include "ui/editor/editornumbers.h"
#include "ui/editor/sqleditor.h"
#include "ui/editor/sqlstyle.h"
#include "ui/theme/theme.h"

#include <QFontInfo>
#include <QGuiApplication>
#include <QScreen>

// An editor in the theme's colours and fonts.
namespace squall::ui {

namespace {

constexpr int lineHeight = 21;

/// In points, as Scintilla counts; the theme counts in pixels.
double pointsOf(const QFont &font)
{
    if (font.pointSizeF() > 0)
        return font.pointSizeF();
    const auto *screen = QGuiApplication::primaryScreen();
    return font.pixelSize() * 72.0 / (screen ? screen->logicalDotsPerInchY() : 96.0);
}

QColor between(const QColor &one, const QColor &other)
{
    return QColor((one.red() + other.red()) / 2, (one.green() + other.green()) / 2,
                  (one.blue() + other.blue()) / 2);
}

} // namespace

QColor bandColor(const Theme &theme)
{
    return between(theme.color(Token::Surface), theme.color(Token::Selection));
}

void SqlEditor::dress()
{
    const auto color = [this](Token token) { return m_theme.color(token); };
    const auto code = ui::font(TextStyle::Code);
    SendScintilla(SCI_STYLESETFONT, static_cast<uintptr_t>(STYLE_DEFAULT),
                  QFontInfo(code).family().toUtf8().constData());
    send(SCI_STYLESETSIZEFRACTIONAL, STYLE_DEFAULT,
         static_cast<qint64>(pointsOf(code) * int(SC_FONT_SIZE_MULTIPLIER)));
    SendScintilla(SCI_STYLESETFORE, STYLE_DEFAULT, color(Token::Text));
    SendScintilla(SCI_STYLESETBACK, STYLE_DEFAULT, color(Token::Surface));
    send(SCI_STYLECLEARALL);
    for (int style = 0; style < sqlStyles; ++style)
        SendScintilla(SCI_STYLESETFORE, static_cast<unsigned long>(style),
                      color(colorOf(static_cast<SqlStyle>(style))));
    SendScintilla(SCI_STYLESETFORE, static_cast<unsigned long>(editor::partingStyle), color(Token::Text));
    SendScintilla(SCI_STYLESETBACK, static_cast<unsigned long>(STYLE_BRACELIGHT), color(Token::Selection));
    SendScintilla(SCI_STYLESETFORE, static_cast<unsigned long>(STYLE_BRACEBAD), color(Token::Removed));
    SendScintilla(SCI_MARKERSETBACK, static_cast<unsigned long>(editor::bandMarker), bandColor(m_theme));
    setSelectionBackgroundColor(color(Token::Selection));
    resetSelectionForegroundColor();
    SendScintilla(SCI_SETADDITIONALSELBACK, color(Token::Selection));
    SendScintilla(SCI_SETADDITIONALCARETFORE, color(Token::Accent));
    setCaretForegroundColor(color(Token::Text));
    SendScintilla(SCI_SETWHITESPACEFORE, 1UL, color(Token::Line));
    for (const auto &[indicator, token] :
         std::initializer_list<std::pair<int, Token>>{{editor::errorIndicator, Token::Removed},
                                                      {editor::failureIndicator, Token::Removed},
                                                      {editor::warningIndicator, Token::Changed},
                                                      {editor::hintIndicator, Token::Muted},
                                                      {editor::foundIndicator, Token::Changed}})
        SendScintilla(SCI_INDICSETFORE, static_cast<unsigned long>(indicator), color(token));
    send(SCI_SETEXTRAASCENT, 0);
    send(SCI_SETEXTRADESCENT, 0);
    const auto extra = std::max(0L, lineHeight - send(SCI_TEXTHEIGHT));
    send(SCI_SETEXTRAASCENT, extra / 2);
    send(SCI_SETEXTRADESCENT, extra - extra / 2);
    layOutMargin();
}

} // namespace squall::ui
