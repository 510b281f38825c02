#include "ui/table/sqlhighlighter.h"

#include "ui/theme/theme.h"

#include <QSet>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

const QSet<QString> &keywords()
{
    static const QString words =
        u"add after aggregate all alter always and any as asc before begin between by cache"
        " cascade case check cluster collate collation column comment concurrently constraint"
        " create cycle database default deferrable deferred delete desc disable distinct do"
        " domain drop each else enable end enforced enum event exclude execute exists"
        " extension for force foreign from function generated grant group having identity if"
        " immutable in include increment index inherit inherits initially insert instead into"
        " is join key language left level like limit local materialized maxvalue minvalue no"
        " not null nulls of on only options or order owned owner parallel partition policy"
        " primary privileges procedure publication range references rename replace restrict"
        " return returns revoke right role row rows rule schema security select sequence server"
        " set stable start statistics storage stored strict subscription table tablespace"
        " temporary then to trigger truncate type unique unlogged update using valid validate"
        " values view virtual volatile when where with without"_s;
    static const auto list = words.split(u' ');
    static const QSet<QString> set(list.begin(), list.end());
    return set;
}

bool isWordLetter(QChar c)
{
    return c.isLetterOrNumber() || c == u'_';
}

int endOfWord(const QString &text, int from)
{
    int end = from;
    while (end < text.size() && isWordLetter(text[end]))
        ++end;
    return end;
}

/// `$$` or `$tag$` at that place; empty when there is none.
QString dollarTag(const QString &text, int from)
{
    const int end = endOfWord(text, from + 1);
    return end < text.size() && text[end] == u'$' ? text.mid(from, end - from + 1) : QString();
}

} // namespace

SqlHighlighter::SqlHighlighter(const Theme &theme, QTextDocument *document)
    : QSyntaxHighlighter(document)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &SqlHighlighter::rehighlight);
}

/// Colours from `from` to behind the end mark that lies at `end` or later; answers where to go on.
int SqlHighlighter::paint(const QString &text, int from, int end, BlockState what)
{
    const QString mark = what == BlockComment  ? u"*/"_s
                         : what == SingleQuote ? u"'"_s
                                               : m_dollarTags[what - DollarQuote];
    const auto found = text.indexOf(mark, end);
    const int stop = static_cast<int>(found < 0 ? text.size() : found + mark.size());
    setFormat(from, stop - from, m_theme.color(what == BlockComment ? Token::Comment : Token::String));
    if (found < 0)
        setCurrentBlockState(what);
    return stop;
}

void SqlHighlighter::highlightBlock(const QString &text)
{
    setCurrentBlockState(Plain);
    int i = previousBlockState() > 0 ? paint(text, 0, 0, static_cast<BlockState>(previousBlockState())) : 0;
    while (i < text.size()) {
        const QChar c = text[i];
        if (text.mid(i, 2) == u"--") {
            setFormat(i, static_cast<int>(text.size()) - i, m_theme.color(Token::Comment));
            return;
        }
        if (text.mid(i, 2) == u"/*") {
            i = paint(text, i, i + 2, BlockComment);
        } else if (c == u'\'') {
            i = paint(text, i, i + 1, SingleQuote);
        } else if (const auto tag = c == u'$' ? dollarTag(text, i) : QString(); !tag.isEmpty()) {
            if (!m_dollarTags.contains(tag))
                m_dollarTags << tag;
            const auto number = static_cast<int>(m_dollarTags.indexOf(tag));
            i = paint(text, i, i + static_cast<int>(tag.size()),
                      static_cast<BlockState>(DollarQuote + number));
        } else if (c == u'"') {
            const auto end = text.indexOf(u'"', i + 1);
            i = static_cast<int>(end < 0 ? text.size() : end + 1);
        } else if (isWordLetter(c)) {
            const int end = endOfWord(text, i);
            if (c.isDigit())
                setFormat(i, end - i, m_theme.color(Token::Number));
            else if (keywords().contains(text.mid(i, end - i).toLower()))
                setFormat(i, end - i, m_theme.color(Token::Keyword));
            i = end;
        } else {
            ++i;
        }
    }
}

} // namespace squall::ui
