#include "core/drizzle/mergeconflict.h"

namespace squall::drizzle {

std::optional<ConflictSides> conflictSides(const QByteArray &text)
{
    enum class Part { Both, Ours, Base, Theirs };
    ConflictSides sides;
    auto part = Part::Both;
    bool marked = false;
    for (qsizetype begin = 0; begin < text.size();) {
        const auto newline = text.indexOf('\n', begin);
        const auto end = newline < 0 ? text.size() : newline + 1;
        const auto line = text.mid(begin, end - begin);
        begin = end;
        const auto next = line.startsWith("<<<<<<< ")   ? Part::Ours
                          : line.startsWith("||||||| ") ? Part::Base
                          : line.startsWith("=======")  ? Part::Theirs
                                                        : Part::Both;
        const bool closes = line.startsWith(">>>>>>> ");
        if (next == Part::Both && !closes) {
            if (part == Part::Both || part == Part::Ours)
                sides.ours += line;
            if (part == Part::Both || part == Part::Theirs)
                sides.theirs += line;
            continue;
        }
        const bool fits = closes               ? part == Part::Theirs
                          : next == Part::Ours ? part == Part::Both
                          : next == Part::Base ? part == Part::Ours
                                               : part == Part::Ours || part == Part::Base;
        if (!fits)
            return std::nullopt;
        part = next;
        marked = true;
        if (closes)
            sides.theirName = line.mid(qstrlen(">>>>>>> ")).trimmed();
    }
    if (!marked || part != Part::Both)
        return std::nullopt;
    return sides;
}

} // namespace squall::drizzle
