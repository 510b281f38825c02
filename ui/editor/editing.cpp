#include "ui/editor/editing.h"

#include "ui/editor/sqleditor.h"

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;
using Sci = QsciScintillaBase;

namespace {

struct Lines
{
    int first = 0;
    int last = 0;
};

/// Those that the main selection touches; a last one of which nothing is selected is none of them.
Lines selectedLines(const SqlEditor &editor)
{
    const auto start = editor.send(Sci::SCI_GETSELECTIONSTART);
    const auto end = editor.send(Sci::SCI_GETSELECTIONEND);
    Lines lines{static_cast<int>(editor.send(Sci::SCI_LINEFROMPOSITION, start)),
                static_cast<int>(editor.send(Sci::SCI_LINEFROMPOSITION, end))};
    if (lines.last > lines.first && editor.send(Sci::SCI_POSITIONFROMLINE, lines.last) == end)
        --lines.last;
    return lines;
}

qsizetype indentOf(const QString &line)
{
    const auto found = std::find_if(line.begin(), line.end(), [](QChar c) { return !c.isSpace(); });
    return found - line.begin();
}

bool isBlank(const QString &line)
{
    return indentOf(line) == line.size();
}

qsizetype startOf(const SqlEditor &editor, int line)
{
    return editor.unitAt(static_cast<int>(editor.send(Sci::SCI_POSITIONFROMLINE, line)));
}

} // namespace

void toggleComment(SqlEditor &editor)
{
    const auto lines = selectedLines(editor);
    bool allComments = true;
    qsizetype indent = -1;
    for (int line = lines.first; line <= lines.last; ++line) {
        const auto text = editor.text(line);
        if (isBlank(text) && lines.last > lines.first)
            continue;
        const auto own = isBlank(text) ? 0 : indentOf(text);
        indent = indent < 0 ? own : std::min(indent, own);
        allComments &= QStringView(text).mid(own).startsWith(u"--");
    }
    if (indent < 0)
        return;
    editor.send(Sci::SCI_BEGINUNDOACTION);
    for (int line = lines.first; line <= lines.last; ++line) {
        const auto text = editor.text(line);
        if (isBlank(text) && lines.last > lines.first)
            continue;
        const auto start = startOf(editor, line);
        if (allComments) {
            const auto at = indentOf(text);
            editor.replaceSpan({start + at, QStringView(text).mid(at).startsWith(u"-- ") ? 3 : 2}, {});
        } else {
            editor.replaceSpan({start + indent, 0}, u"-- "_s);
        }
    }
    editor.send(Sci::SCI_ENDUNDOACTION);
}

void selectNext(SqlEditor &editor)
{
    editor.send(Sci::SCI_SETSEARCHFLAGS, Sci::SCFIND_MATCHCASE);
    editor.send(Sci::SCI_TARGETWHOLEDOCUMENT);
    editor.send(Sci::SCI_MULTIPLESELECTADDNEXT);
}

void selectAllAlike(SqlEditor &editor)
{
    editor.send(Sci::SCI_SETSEARCHFLAGS, Sci::SCFIND_MATCHCASE);
    editor.send(Sci::SCI_TARGETWHOLEDOCUMENT);
    editor.send(Sci::SCI_MULTIPLESELECTADDEACH);
}

void duplicateLines(SqlEditor &editor)
{
    editor.send(editor.selection().length > 0 ? Sci::SCI_SELECTIONDUPLICATE : Sci::SCI_LINEDUPLICATE);
}

void foldAll(SqlEditor &editor, bool folded)
{
    // What was never shown has no levels yet.
    editor.send(Sci::SCI_COLOURISE, 0, -1);
    editor.send(Sci::SCI_FOLDALL, folded ? Sci::SC_FOLDACTION_CONTRACT : Sci::SC_FOLDACTION_EXPAND);
}

} // namespace squall::ui
