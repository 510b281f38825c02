#include "core/sql/complete/grammar.h"

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

struct Grammar::Node
{
    enum class Type { Word, Name, Sequence, Choice, Optional, Repeat, Rule };

    Type type = Type::Word;
    QString text = {};
    std::vector<const Node *> parts = {};
};

/// Reads one pattern.
class Grammar::Reader
{
public:
    Reader(Grammar &grammar, const QString &pattern)
        : m_grammar(grammar)
        , m_words(pattern.split(u' ', Qt::SkipEmptyParts))
    {
    }

    /// Alternatives up to a closing bracket or the end.
    const Node *choice()
    {
        auto *node = add({.type = Node::Type::Choice});
        node->parts.push_back(sequence());
        while (m_at < m_words.size() && m_words[m_at] == u"|") {
            ++m_at;
            node->parts.push_back(sequence());
        }
        return node;
    }

private:
    Node *add(Node node)
    {
        return m_grammar.m_nodes.emplace_back(std::make_unique<Node>(std::move(node))).get();
    }

    const Node *sequence()
    {
        auto *node = add({.type = Node::Type::Sequence});
        while (m_at < m_words.size() && m_words[m_at] != u"|" && m_words[m_at] != u")" &&
               m_words[m_at] != u"]") {
            const auto word = m_words[m_at++];
            if (word == u"..." && !node->parts.empty()) {
                auto *again = add({.type = Node::Type::Repeat, .parts = {node->parts.back()}});
                node->parts.back() = again;
            } else {
                node->parts.push_back(part(word));
            }
        }
        return node;
    }

    const Node *part(const QString &word)
    {
        using Type = Node::Type;
        if (word == u"[" || word == u"(") {
            const auto *inner = choice();
            ++m_at;
            return word == u"(" ? inner : add({.type = Type::Optional, .parts = {inner}});
        }
        if (word.startsWith(u'<'))
            return add({.type = Type::Name, .text = word.mid(1, word.size() - 2)});
        if (word.startsWith(u'@'))
            return add({.type = Type::Rule, .text = word.mid(1)});
        return add({.type = Type::Word, .text = QString(word).remove(u'\'')});
    }

    Grammar &m_grammar;
    QStringList m_words;
    qsizetype m_at = 0;
};

/// Follows patterns over the pieces. A state is the piece that comes next; all states go through a node
/// together.
class Grammar::Walker
{
public:
    using States = std::set<size_t>;

    Walker(const Grammar &grammar, const Outline &outline, size_t end)
        : m_grammar(grammar)
        , m_outline(outline)
        , m_end(end)
    {
    }

    States walk(const Node &node, const States &from)
    {
        using Type = Node::Type;
        States to;
        switch (node.type) {
        case Type::Word: return word(node, node.text, from);
        case Type::Name: return name(node, from);
        case Type::Sequence: return sequence(node, from);
        case Type::Choice:
            for (const auto *part : node.parts)
                to.merge(walk(*part, from));
            return to;
        case Type::Optional:
            to = walk(*node.parts.front(), from);
            to.insert(from.begin(), from.end());
            return to;
        case Type::Repeat: return repeat(*node.parts.front(), from);
        case Type::Rule:
            for (const auto &[name, rule] : m_grammar.m_rules) {
                if (name == node.text)
                    return walk(*rule, from);
            }
        }
        return to;
    }

    std::vector<Expected> take() { return std::move(m_expected); }

private:
    void expect(Expected expected)
    {
        if (std::find(m_expected.begin(), m_expected.end(), expected) == m_expected.end())
            m_expected.push_back(std::move(expected));
    }

    States word(const Node &node, const QString &phrase, const States &from)
    {
        States to;
        for (const auto at : from) {
            if (at == m_end)
                expect({.word = phrase, .start = at});
            else if (m_outline.is(at, node.text))
                to.insert(at + 1);
        }
        return to;
    }

    /// Words that follow each other are expected as one.
    States sequence(const Node &node, States at)
    {
        for (size_t i = 0; i < node.parts.size() && !at.empty(); ++i) {
            const auto &part = *node.parts[i];
            if (part.type != Node::Type::Word) {
                at = walk(part, at);
                continue;
            }
            auto phrase = part.text;
            for (auto next = i + 1; next < node.parts.size() && node.parts[next]->type == Node::Type::Word &&
                                    node.parts[next]->text.front().isLetter();
                 ++next)
                phrase += u' ' + node.parts[next]->text;
            at = word(part, phrase, at);
        }
        return at;
    }

    States repeat(const Node &part, const States &from)
    {
        States all;
        auto added = walk(part, from);
        while (!added.empty()) {
            States fresh;
            for (const auto state : added) {
                if (all.insert(state).second)
                    fresh.insert(state);
            }
            added = fresh.empty() ? fresh : walk(part, fresh);
        }
        return all;
    }

    States name(const Node &node, const States &from)
    {
        States to;
        for (const auto at : from) {
            const auto end = pathEnd(at);
            const bool touches = at == m_end || (end == m_end && m_outline.follows(end, u"."));
            if (node.text == u"expression" || node.text == u"anything") {
                expressions(node, at, to);
            } else if (touches) {
                expect({.what = node.text, .about = about(at), .start = at});
            } else if (node.text == u"type") {
                types(at, to);
            } else if (node.text == u"value") {
                to.insert(at + 1);
            } else if (end > at) {
                if (node.text == u"table" || node.text == u"relation" || node.text == u"materialized view" ||
                    node.text == u"view")
                    m_relations.emplace_back(at, end);
                const bool called =
                    (node.text == u"function" || node.text == u"procedure") && m_outline.is(end, u"(");
                to.insert(called ? std::min(m_outline.after(end), m_end) : end);
            }
        }
        return to;
    }

    /// The end of `name.name` from `at`; `at` itself if there is none.
    size_t pathEnd(size_t at) const
    {
        const auto isPart = [&](size_t i) {
            return i < m_end && (m_outline.isName(i) || m_outline.isWord(i));
        };
        if (at >= m_end || !m_outline.isName(at))
            return at;
        ++at;
        while (at < m_end && m_outline.is(at, u"."))
            at += isPart(at + 1) ? 2 : 1;
        return at;
    }

    /// An expression may end anywhere, and the cursor may stand in any of its brackets.
    void expressions(const Node &node, size_t first, States &to)
    {
        for (auto at = first; at < m_end; to.insert(at))
            at = std::min(m_outline.after(at), m_end);
        expect({.what = node.text, .about = about(first), .start = first});
    }

    /// `name(10, 2)[]`, or one of the types of several words.
    void types(size_t at, States &to) const
    {
        auto end = std::max(at + 1, pathEnd(at));
        const auto more = [&] {
            return end < m_end && m_outline.isAny(end, {u"precision", u"varying", u"with", u"without",
                                                        u"time", u"zone", u"(", u"["});
        };
        to.insert(end);
        while (more()) {
            end = std::min(m_outline.after(end), m_end);
            to.insert(end);
        }
    }

    QStringList about(size_t before) const
    {
        QStringList names;
        size_t nearest = 0;
        for (const auto &[first, last] : m_relations) {
            if (first >= before || (first < nearest && !names.isEmpty()))
                continue;
            nearest = first;
            names.clear();
            for (auto i = first; i < last; i += 2)
                names << m_outline.at(i).word;
        }
        return names;
    }

    const Grammar &m_grammar;
    const Outline &m_outline;
    size_t m_end;
    std::vector<std::pair<size_t, size_t>> m_relations;
    std::vector<Expected> m_expected;
};

Grammar::Grammar(QStringView text)
{
    QStringList rules;
    for (const auto line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u' ') && !rules.isEmpty())
            rules.last() += line;
        else
            rules << line.toString();
    }
    for (const auto &rule : rules) {
        const auto colon = rule.indexOf(u':');
        m_rules.emplace_back(rule.left(colon), Reader(*this, rule.mid(colon + 1)).choice());
    }
}

Grammar::~Grammar() = default;

std::vector<Expected> Grammar::expectedAt(const Outline &outline, size_t end) const
{
    Walker walker(*this, outline, end);
    for (const auto &[name, rule] : m_rules) {
        if (name == u"-")
            walker.walk(*rule, {0});
    }
    return walker.take();
}

} // namespace squall::sql
