#include "ui/edit/jsontextedit.h"

#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>

namespace squall::ui {

namespace {

/// Longer lines stay plain: their colours would cost more than they tell.
constexpr int longestColored = 20000;

int endOfString(const QString &line, int at)
{
    for (++at; at < line.size() && line[at] != u'"'; ++at) {
        if (line[at] == u'\\')
            ++at;
    }
    return std::min(at + 1, static_cast<int>(line.size()));
}

bool isKey(const QString &line, int at)
{
    while (at < line.size() && line[at].isSpace())
        ++at;
    return at < line.size() && line[at] == u':';
}

/// No value of JSON but blanks goes over a line's end, so each line colours by itself.
QList<QTextLayout::FormatRange> colorsOf(const QString &line, const Theme &theme)
{
    QList<QTextLayout::FormatRange> ranges;
    const auto add = [&](int begin, int end, Token token) {
        QTextCharFormat format;
        format.setForeground(theme.color(token));
        ranges.append({begin, end - begin, format});
    };
    for (int i = 0; i < line.size();) {
        const auto c = line[i];
        int end = i + 1;
        if (c == u'"') {
            end = endOfString(line, i);
            add(i, end, isKey(line, end) ? Token::Accent : Token::String);
        } else if (c.isLetterOrNumber() || c == u'-') {
            while (end < line.size() &&
                   (line[end].isLetterOrNumber() || QStringView(u"+-.").contains(line[end])))
                ++end;
            add(i, end, c.isLetter() ? Token::Keyword : Token::Number);
        }
        i = end;
    }
    return ranges;
}

} // namespace

JsonTextEdit::JsonTextEdit(const Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
{
    setFont(ui::font(TextStyle::Code));
    setTabChangesFocus(true);
    setUndoRedoEnabled(true);
    connect(&theme, &Theme::changed, this, &JsonTextEdit::forgetColors);
}

void JsonTextEdit::markFault(int position)
{
    if (position < 0) {
        setExtraSelections({});
        return;
    }
    QTextEdit::ExtraSelection mark;
    mark.cursor = textCursor();
    const int last = document()->characterCount() - 1;
    mark.cursor.setPosition(std::min(position, last));
    // At the end of a line or of all there is nothing to underline but what stands before.
    if (!mark.cursor.atBlockEnd())
        mark.cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
    else
        mark.cursor.movePosition(QTextCursor::PreviousCharacter, QTextCursor::KeepAnchor);
    mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    mark.format.setUnderlineColor(m_theme.color(Token::Removed));
    mark.format.setBackground(m_theme.color(Token::RemovedGround));
    setExtraSelections({mark});
}

/// A block's state is the revision that it was coloured at.
void JsonTextEdit::colorVisible()
{
    auto block = firstVisibleBlock();
    const auto bottom = viewport()->height();
    for (auto top = blockBoundingGeometry(block).translated(contentOffset()).top();
         block.isValid() && top <= bottom; block = block.next()) {
        if (block.userState() != block.revision() && block.length() <= longestColored) {
            block.setUserState(block.revision());
            block.layout()->setFormats(colorsOf(block.text(), m_theme));
            document()->markContentsDirty(block.position(), block.length());
        }
        top += blockBoundingRect(block).height();
    }
}

void JsonTextEdit::forgetColors()
{
    for (auto block = document()->begin(); block.isValid(); block = block.next())
        block.setUserState(-1);
    viewport()->update();
}

void JsonTextEdit::paintEvent(QPaintEvent *event)
{
    colorVisible();
    QPlainTextEdit::paintEvent(event);
}

} // namespace squall::ui
