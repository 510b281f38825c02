#pragma once

#include "core/sql/formatatoms.h"

namespace squall::sql {

/// Writes atoms one after the other. Comments that end or begin a line get what they need, wherever a layout
/// puts the atom they belong to.
class AtomPrinter
{
public:
    explicit AtomPrinter(const std::vector<Atom> &atoms)
        : m_atoms(atoms)
    {
    }

    /// The next atom goes to a line of its own; `indent` holds for the lines after it, too.
    void breakLine(qsizetype indent);
    /// For lines that begin later without being asked for.
    void setIndent(qsizetype indent);
    void put(size_t index);
    /// Where the next atom would begin.
    qsizetype column() const;
    QString take() { return std::move(m_text); }

private:
    void startLine();

    const std::vector<Atom> &m_atoms;
    QString m_text;
    qsizetype m_lineStart = 0;
    qsizetype m_indent = 0;
    qsizetype m_lineIndent = 0; ///< of the line that is to begin
    bool m_mustBreak = false;
};

} // namespace squall::sql
