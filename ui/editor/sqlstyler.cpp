#include "ui/editor/sqlstyler.h"

#include "core/sql/utf8offsets.h"
#include "ui/editor/editornumbers.h"
#include "ui/editor/sqlstyle.h"

#include <Qsci/qsciscintilla.h>

#include <algorithm>

namespace squall::ui {

using Sci = QsciScintillaBase;

namespace {

constexpr int knownBit = 1;
constexpr int inStatementBit = 2;
constexpr int depthShift = 2;
constexpr int deepest = 200;

/// Bytes of a text in UTF-8, whose surrogates come in pairs.
qsizetype bytesOf(QStringView text)
{
    qsizetype bytes = 0;
    for (const auto unit : text) {
        const auto code = unit.unicode();
        // Two of the four bytes for each half of a pair.
        bytes += code < 0x80 ? 1 : code < 0x800 || unit.isSurrogate() ? 2 : 3;
    }
    return bytes;
}

/// Signs of an operator in two styles that look the same: a font would make one sign of `>=`.
void appendParted(QByteArray &styles, qsizetype signs)
{
    for (qsizetype sign = 0; sign < signs; ++sign)
        styles.append(static_cast<char>(sign % 2 == 0 ? int(SqlStyle::Text) : editor::partingStyle));
}

} // namespace

SqlStyler::LineStart SqlStyler::LineStart::fromState(int state)
{
    return {(state & knownBit) != 0, (state & inStatementBit) != 0, state >> depthShift};
}

int SqlStyler::LineStart::state() const
{
    return (known ? knownBit : 0) | (inStatement ? inStatementBit : 0) | depth << depthShift;
}

struct SqlStyler::Walk
{
    int line = 0; ///< the one that is being gone through
    int level = 0;
    LineStart now; ///< what the next line begins with, as far as it goes
    bool afterString = false;
    QByteArray styles = {};
};

SqlStyler::SqlStyler(QsciScintilla &editor)
    : QObject(&editor)
    , m_editor(editor)
{
    connect(&editor, &Sci::SCN_STYLENEEDED, this, &SqlStyler::style);
}

void SqlStyler::setData(const std::vector<sql::Span> &data)
{
    if (data == m_data)
        return;
    // Everything from the first difference on may look otherwise now.
    const auto [was, is] = std::mismatch(m_data.cbegin(), m_data.cend(), data.cbegin(), data.cend());
    qint64 from = m_editor.length();
    if (was != m_data.cend())
        from = std::min<qint64>(from, was->start);
    if (is != data.cend())
        from = std::min<qint64>(from, is->start);
    m_data = data;
    const auto line = editor::send(m_editor, Sci::SCI_LINEFROMPOSITION, from);
    const auto start = editor::send(m_editor, Sci::SCI_POSITIONFROMLINE, line);
    if (start < editor::send(m_editor, Sci::SCI_GETENDSTYLED))
        editor::send(m_editor, Sci::SCI_STARTSTYLING, start);
    m_editor.viewport()->update();
}

int SqlStyler::firstLineFor(int position) const
{
    auto line = static_cast<int>(editor::send(m_editor, Sci::SCI_LINEFROMPOSITION, position));
    const auto startsKnown = [this](int at) {
        return LineStart::fromState(static_cast<int>(editor::send(m_editor, Sci::SCI_GETLINESTATE, at)))
            .known;
    };
    while (line > 0 && !startsKnown(line))
        --line;
    return line;
}

std::vector<sql::Span> SqlStyler::dataIn(int start, int end) const
{
    std::vector<sql::Span> within;
    for (const auto &span : m_data) {
        if (span.end() > start && span.start < end) {
            const auto from = std::max<qsizetype>(span.start, start);
            within.push_back({from - start, std::min<qsizetype>(span.end(), end) - from});
        }
    }
    return within;
}

void SqlStyler::style(int position)
{
    const auto send = [this](unsigned message, qint64 argument = 0) {
        return static_cast<int>(editor::send(m_editor, message, argument));
    };
    const int first = firstLineFor(send(Sci::SCI_GETENDSTYLED));
    const int last = send(Sci::SCI_LINEFROMPOSITION, position);
    const int start = send(Sci::SCI_POSITIONFROMLINE, first);
    const int length = send(Sci::SCI_GETLENGTH);
    const int end =
        last + 1 < send(Sci::SCI_GETLINECOUNT) ? send(Sci::SCI_POSITIONFROMLINE, last + 1) : length;
    const auto text = m_editor.text(start, end);

    auto data = dataIn(start, end);
    if (!data.empty()) {
        const sql::Utf8Offsets offsets(text);
        for (auto &span : data) {
            const auto unit = offsets.unitAt(span.start);
            span = {unit, offsets.unitAt(span.end()) - unit};
        }
    }
    Walk state{.line = first, .now = LineStart::fromState(send(Sci::SCI_GETLINESTATE, first))};
    state.level = send(Sci::SCI_GETFOLDLEVEL, first) & Sci::SC_FOLDLEVELNUMBERMASK;
    if (first == 0) {
        state.now = {.known = true};
        state.level = Sci::SC_FOLDLEVELBASE;
        editor::send(m_editor, Sci::SCI_SETLINESTATE, 0, state.now.state());
    }
    state.styles.reserve(end - start);
    walk(state, text, data);
    // As many as there are bytes, whatever is in them.
    state.styles = state.styles.leftJustified(end - start, '\0', true);
    editor::send(m_editor, Sci::SCI_STARTSTYLING, start);
    m_editor.SendScintilla(Sci::SCI_SETSTYLINGEX, static_cast<uintptr_t>(end - start),
                           state.styles.constData());
}

/// The line that was gone through is known whole, and the next one begins. `inside`: of one token.
void SqlStyler::beginLine(Walk &walk, bool inside)
{
    const int level = Sci::SC_FOLDLEVELBASE + std::min(walk.now.depth, deepest) +
                      (walk.now.inStatement ? 1 : 0) + (inside ? 1 : 0);
    const int header = level > walk.level ? int(Sci::SC_FOLDLEVELHEADERFLAG) : 0;
    editor::send(m_editor, Sci::SCI_SETFOLDLEVEL, walk.line, walk.level | header);
    ++walk.line;
    walk.level = level;
    // A string may go on in the next line, in the kind of this one.
    walk.now.known = !inside && !walk.afterString;
    editor::send(m_editor, Sci::SCI_SETLINESTATE, walk.line, walk.now.state());
}

void SqlStyler::walk(Walk &walk, QStringView text, const std::vector<sql::Span> &data)
{
    using Type = sql::Token::Type;
    for (const auto &[token, style] : styledTokens(text, data)) {
        const auto piece = token.in(text);
        if (token.type == Type::Operator)
            appendParted(walk.styles, piece.size());
        else
            walk.styles.append(bytesOf(piece), static_cast<char>(style));
        const bool significant =
            token.isSignificant() && style != SqlStyle::Command && style != SqlStyle::Data;
        if (significant)
            walk.now.inStatement = true;
        for (qsizetype at = 0; at < piece.size(); ++at) {
            const bool ends =
                piece[at] == u'\n' || (piece[at] == u'\r' && text.mid(token.start + at + 1, 1) != u"\n");
            if (ends)
                beginLine(walk, token.type != Type::Space && at + 1 < piece.size());
        }
        if (!significant)
            continue;
        walk.afterString = token.type == Type::String;
        if (token.type != Type::Punctuation)
            continue;
        if (piece == u"(")
            ++walk.now.depth;
        else if (piece == u")")
            walk.now.depth = std::max(0, walk.now.depth - 1);
        else if (piece == u";" && walk.now.depth == 0)
            walk.now.inStatement = false;
    }
    const auto header =
        editor::send(m_editor, Sci::SCI_GETFOLDLEVEL, walk.line) & Sci::SC_FOLDLEVELHEADERFLAG;
    if (walk.line < editor::send(m_editor, Sci::SCI_GETLINECOUNT))
        editor::send(m_editor, Sci::SCI_SETFOLDLEVEL, walk.line, walk.level | header);
}

} // namespace squall::ui
