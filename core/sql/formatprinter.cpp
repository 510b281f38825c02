#include "core/sql/formatprinter.h"

namespace squall::sql {

void AtomPrinter::breakLine(qsizetype indent)
{
    m_indent = indent;
    m_lineIndent = indent;
    m_mustBreak = !m_text.isEmpty();
}

void AtomPrinter::setIndent(qsizetype indent)
{
    m_indent = indent;
    if (!m_mustBreak)
        m_lineIndent = indent;
}

void AtomPrinter::startLine()
{
    m_text += u'\n';
    m_lineStart = m_text.size();
    m_text += QString(m_lineIndent, u' ');
    m_mustBreak = false;
}

void AtomPrinter::put(size_t index)
{
    const auto &atom = m_atoms[index];
    const auto add = [this](const QString &text) {
        m_text += text;
        if (const auto newline = text.lastIndexOf(u'\n'); newline >= 0)
            m_lineStart = m_text.size() - (text.size() - newline - 1);
    };
    for (const auto &note : atom.before) {
        if (note.ownLine && !m_text.isEmpty())
            m_mustBreak = true;
        const bool first = m_text.isEmpty();
        if (m_mustBreak)
            startLine();
        else if (!first)
            add(QStringLiteral(" "));
        add(note.text);
    }
    if (!atom.before.empty() || (atom.ownLine && !m_text.isEmpty()))
        m_mustBreak = true;
    if (m_mustBreak)
        startLine();
    else if (spaceBefore(m_atoms, index))
        add(QStringLiteral(" "));
    m_lineIndent = m_indent;
    add(atom.text);
    for (const auto &note : atom.after) {
        add(u' ' + note.text);
        m_mustBreak = note.toLineEnd;
    }
}

qsizetype AtomPrinter::column() const
{
    return m_mustBreak ? m_lineIndent : m_text.size() - m_lineStart;
}

} // namespace squall::sql
