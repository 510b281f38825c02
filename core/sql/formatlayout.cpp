#include "core/sql/formatlayout.h"

#include "core/sql/formatprinter.h"

#include <algorithm>
#include <initializer_list>

namespace squall::sql {

namespace {

struct Range
{
    size_t from = 0;
    size_t to = 0;

    bool isEmpty() const { return from >= to; }
};

bool isOneOf(const Atom &atom, std::initializer_list<QStringView> words)
{
    return atom.type == Token::Type::Word &&
           std::any_of(words.begin(), words.end(), [&](QStringView word) { return atom.word == word; });
}

class Layout
{
public:
    Layout(const std::vector<Atom> &atoms, const FormatOptions &options)
        : m_atoms(atoms)
        , m_options(options)
        , m_printer(atoms)
    {
        matchBrackets();
    }

    QString text()
    {
        const Range all{0, m_atoms.size()};
        if (fits(all))
            putFlat(all);
        else if (beginsQuery(0) || isOneOf(m_atoms.front(), {u"explain", u"prepare", u"declare"}))
            putClauses(all, 0);
        else
            putDefinition(all);
        return m_printer.take();
    }

private:
    void matchBrackets();
    bool fits(const Range &range, qsizetype more = 0) const;
    void putFlat(const Range &range);
    void putClauses(const Range &range, qsizetype indent);
    void putClause(const Range &range, qsizetype indent);
    void putDefinition(const Range &range);
    void putList(const Range &range, qsizetype indent);
    void putRun(const Range &range, qsizetype indent, bool terms);
    void putBrackets(size_t open, qsizetype indent);
    size_t putCase(size_t index, const Range &range, qsizetype indent);

    bool beginsQuery(size_t index) const;
    bool beginsClause(size_t index, const Range &range) const;
    size_t headEnd(const Range &clause) const;
    size_t next(size_t index) const { return m_close[index] ? m_close[index] + 1 : index + 1; }
    bool isTermStart(size_t index, const Range &range) const;

    const std::vector<Atom> &m_atoms;
    const FormatOptions &m_options;
    AtomPrinter m_printer;
    std::vector<size_t> m_close; ///< of an opening bracket: its end; else 0
};

void Layout::matchBrackets()
{
    m_close.resize(m_atoms.size());
    std::vector<size_t> open;
    for (size_t index = 0; index < m_atoms.size(); ++index) {
        if (m_atoms[index].is(u"(") || m_atoms[index].is(u"[")) {
            open.push_back(index);
        } else if ((m_atoms[index].is(u")") || m_atoms[index].is(u"]")) && !open.empty()) {
            m_close[open.back()] = index;
            open.pop_back();
        }
    }
}

/// Whether it can stand on the rest of this line, and `more` behind it.
bool Layout::fits(const Range &range, qsizetype more) const
{
    auto column = m_printer.column() + more;
    for (auto index = range.from; index < range.to; ++index) {
        const auto &atom = m_atoms[index];
        if (atom.breaks())
            return false;
        column += atom.text.size() + (spaceBefore(m_atoms, index) ? 1 : 0);
        for (const auto &note : atom.after)
            column += note.text.size() + 1;
        if (column > m_options.width)
            return false;
    }
    return true;
}

void Layout::putFlat(const Range &range)
{
    for (auto index = range.from; index < range.to; ++index)
        m_printer.put(index);
}

bool Layout::beginsQuery(size_t index) const
{
    return index < m_atoms.size() && isOneOf(m_atoms[index], {u"select", u"with", u"insert", u"update",
                                                              u"delete", u"merge", u"values"});
}

bool Layout::beginsClause(size_t index, const Range &range) const
{
    const auto &atom = m_atoms[index];
    if (atom.type != Token::Type::Word)
        return false;
    const Atom none;
    const auto &before = index > range.from ? m_atoms[index - 1] : none;
    const auto &first = m_atoms[range.from];
    if (before.is(u".") || (before.is(u"as") && !beginsQuery(index)))
        return false;
    if (isOneOf(atom, {u"select", u"where", u"having", u"window", u"limit", u"offset", u"fetch", u"union",
                       u"intersect", u"except", u"returning"}))
        return true;
    if (atom.is(u"from"))
        return !isOneOf(before, {u"distinct", u"delete"});
    const auto &behind = index + 1 < range.to ? m_atoms[index + 1] : none;
    if (isOneOf(atom, {u"group", u"order"}))
        return behind.is(u"by");
    if (atom.is(u"on"))
        return behind.is(u"conflict");
    if (atom.is(u"set"))
        return isOneOf(first, {u"update", u"insert", u"with"}) && !before.is(u"update");
    if (atom.is(u"values"))
        return isOneOf(first, {u"insert", u"with"});
    if (isOneOf(atom, {u"insert", u"update", u"delete"}))
        return before.is(u")") && first.is(u"with");
    if (atom.is(u"when"))
        return first.is(u"merge") && isOneOf(behind, {u"matched", u"not"});
    if (atom.is(u"using"))
        return isOneOf(first, {u"merge", u"delete"});
    if (atom.is(u"join"))
        return !isOneOf(before, {u"inner", u"cross", u"natural", u"left", u"right", u"full", u"outer"});
    if (isOneOf(atom, {u"inner", u"cross", u"natural", u"left", u"right", u"full"}))
        return before.word != u"natural" &&
               isOneOf(behind, {u"join", u"outer", u"inner", u"left", u"right", u"full"});
    return false;
}

void Layout::putClauses(const Range &range, qsizetype indent)
{
    auto from = range.from;
    for (auto index = range.from; index < range.to;) {
        const auto following = next(index);
        if (following >= range.to || beginsClause(following, range)) {
            const auto to = std::min(following, range.to);
            if (from != range.from)
                m_printer.breakLine(indent);
            m_printer.setIndent(indent);
            putClause({from, to}, indent);
            from = to;
        }
        index = following;
    }
}

/// The words that name a clause.
size_t Layout::headEnd(const Range &clause) const
{
    auto end = clause.from + 1;
    const auto &first = m_atoms[clause.from];
    const auto follows = [&](std::initializer_list<QStringView> words) {
        return end < clause.to && isOneOf(m_atoms[end], words);
    };
    if (isOneOf(first, {u"group", u"order", u"insert", u"delete"}) && follows({u"by", u"into", u"from"}))
        return end + 1;
    if (isOneOf(first, {u"select", u"union", u"intersect", u"except"}) && follows({u"all", u"distinct"}) &&
        (end + 1 == clause.to || !m_atoms[end + 1].is(u"on")))
        return end + 1;
    if (isOneOf(first, {u"inner", u"cross", u"natural", u"left", u"right", u"full"})) {
        while (follows({u"inner", u"left", u"right", u"full", u"outer", u"join"}))
            ++end;
    }
    return end;
}

void Layout::putClause(const Range &range, qsizetype indent)
{
    if (fits(range))
        return putFlat(range);
    const auto &first = m_atoms[range.from];
    const auto head = std::min(headEnd(range), range.to);
    putFlat({range.from, head});
    const Range body{head, range.to};
    if (body.isEmpty())
        return;
    if (first.is(u"with"))
        return putRun(body, indent, false);
    if (isOneOf(first, {u"select", u"from", u"group", u"order", u"set", u"values", u"returning", u"window"}))
        return putList(body, indent + m_options.indent);
    putRun(body, indent + m_options.indent, true);
}

/// Items on lines of their own when there are several; a single one stays behind what names the list.
void Layout::putList(const Range &range, qsizetype indent)
{
    std::vector<Range> items;
    auto from = range.from;
    for (auto index = range.from; index < range.to; index = next(index)) {
        if (m_atoms[index].is(u",")) {
            items.push_back({from, index + 1});
            from = index + 1;
        }
    }
    if (from < range.to)
        items.push_back({from, range.to});
    for (const auto &item : items) {
        if (items.size() > 1)
            m_printer.breakLine(indent);
        putRun(item, items.size() > 1 ? indent + m_options.indent : indent, true);
    }
}

bool Layout::isTermStart(size_t index, const Range &range) const
{
    if (!isOneOf(m_atoms[index], {u"and", u"or"}))
        return false;
    // The AND of a BETWEEN.
    int betweens = 0;
    for (auto at = range.from; at < index; at = next(at)) {
        if (m_atoms[at].is(u"between"))
            ++betweens;
        else if (m_atoms[at].is(u"and") && betweens > 0)
            --betweens;
    }
    return m_atoms[index].is(u"or") || betweens == 0;
}

/// Words one after the other; what is too long for the line goes on on the next one at `indent`.
void Layout::putRun(const Range &range, qsizetype indent, bool terms)
{
    if (fits(range))
        return putFlat(range);
    m_printer.setIndent(indent);
    for (auto index = range.from; index < range.to;) {
        if (index > range.from && terms && isTermStart(index, range))
            m_printer.breakLine(indent);
        if (m_close[index]) {
            putBrackets(index, indent - (terms ? m_options.indent : 0));
            index = m_close[index] + 1;
            m_printer.setIndent(indent);
            // After the query of a WITH.
            if (!terms && index < range.to && m_atoms[index].is(u",")) {
                m_printer.put(index++);
                m_printer.breakLine(indent);
            }
        } else if (m_atoms[index].is(u"case")) {
            index = putCase(index, range, indent);
        } else {
            const bool wrapped = index > range.from && spaceBefore(m_atoms, index) &&
                                 m_atoms[index].type != Token::Type::String && !fits({index, index + 1}) &&
                                 !m_atoms[index].breaks() && m_printer.column() > indent;
            if (wrapped)
                m_printer.breakLine(indent);
            m_printer.put(index++);
        }
    }
}

void Layout::putBrackets(size_t open, qsizetype indent)
{
    const auto close = m_close[open];
    if (fits({open, close + 1}) || close == open + 1)
        return putFlat({open, close + 1});
    m_printer.put(open);
    const Range inner{open + 1, close};
    const auto inside = indent + m_options.indent;
    m_printer.breakLine(inside);
    if (beginsQuery(open + 1)) {
        if (fits(inner))
            putFlat(inner);
        else
            putClauses(inner, inside);
    } else {
        putList(inner, inside);
    }
    m_printer.breakLine(indent);
    m_printer.put(close);
}

/// Its parts on lines of their own when it does not fit; answers where it ends.
size_t Layout::putCase(size_t index, const Range &range, qsizetype indent)
{
    int depth = 0;
    auto end = index;
    for (; end < range.to; end = next(end)) {
        depth += m_atoms[end].is(u"case") ? 1 : m_atoms[end].is(u"end") ? -1 : 0;
        if (depth == 0)
            break;
    }
    if (end >= range.to || fits({index, end + 1})) {
        end = std::min(end + 1, range.to);
        putFlat({index, end});
        return end;
    }
    m_printer.put(index);
    auto from = index + 1;
    depth = 0;
    const auto putPart = [&](size_t to) {
        if (from < to)
            putRun({from, to}, indent + 2 * m_options.indent, true);
        from = to;
    };
    for (auto at = from; at < end; at = next(at)) {
        depth += m_atoms[at].is(u"case") ? 1 : m_atoms[at].is(u"end") ? -1 : 0;
        if (depth == 0 && isOneOf(m_atoms[at], {u"when", u"else"})) {
            putPart(at);
            m_printer.breakLine(indent + m_options.indent);
        }
    }
    putPart(end);
    m_printer.breakLine(indent);
    m_printer.put(end);
    return end + 1;
}

/// What defines something: a query after AS has clauses, everything else is words and lists in parentheses.
void Layout::putDefinition(const Range &range)
{
    for (auto index = range.from; index < range.to; index = next(index)) {
        if (index > range.from && beginsQuery(index) && m_atoms[index - 1].is(u"as")) {
            putRun({range.from, index}, m_options.indent, true);
            m_printer.breakLine(0);
            return putClauses({index, range.to}, 0);
        }
    }
    putRun(range, m_options.indent, true);
}

} // namespace

QString layOut(const std::vector<Atom> &atoms, const FormatOptions &options)
{
    return Layout(atoms, options).text();
}

} // namespace squall::sql
