#include "ui/editor/sqlhighlighter.h"

#include "ui/theme/theme.h"

#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
#include <tuple>

namespace squall::ui {

SqlHighlighter::SqlHighlighter(const Theme &theme, QTextDocument *document)
    : QSyntaxHighlighter(document)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &SqlHighlighter::rehighlight);
}

void SqlHighlighter::read()
{
    // Setting a text empties it first, which is no revision of its own.
    const auto now = std::pair(document()->revision(), document()->characterCount());
    if (now == std::pair(m_revision, m_characters))
        return;
    std::tie(m_revision, m_characters) = now;
    m_tokens = styledTokens(document()->toPlainText());
}

void SqlHighlighter::highlightBlock(const QString &text)
{
    read();
    const qsizetype start = currentBlock().position();
    const auto end = start + text.size();
    // Lines below are coloured anew where this differs: what still lies open at the end of the line.
    setCurrentBlockState(-1);
    auto found = std::lower_bound(
        m_tokens.begin(), m_tokens.end(), start,
        [](const StyledToken &styled, qsizetype position) { return styled.token.end() <= position; });
    for (; found != m_tokens.end() && found->token.start < end; ++found) {
        const auto from = std::max(found->token.start, start);
        const auto length = std::min(found->token.end(), end) - from;
        if (found->style != SqlStyle::Text)
            setFormat(static_cast<int>(from - start), static_cast<int>(length),
                      m_theme.color(colorOf(found->style)));
        if (found->token.end() > end && found->token.isSignificant())
            setCurrentBlockState(static_cast<int>(found->style));
        else if (found->token.end() > end && found->token.type == sql::Token::Type::Comment)
            setCurrentBlockState(static_cast<int>(SqlStyle::Comment));
    }
}

} // namespace squall::ui
