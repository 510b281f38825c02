#pragma once

#include "core/base/result.h"
#include "core/sql/span.h"
#include "core/sql/token.h"
#include "core/sql/utf8offsets.h"

#include <QJsonObject>

#include <deque>
#include <initializer_list>
#include <optional>
#include <vector>

namespace squall::sql {

/// A part of what the parser made of a statement, under its own names.
class Node
{
public:
    /// `SelectStmt`, `ColumnRef`, …; empty where the tree leaves it out.
    const QString &type() const { return m_type; }
    bool is(QStringView type) const { return m_type == type; }
    bool isAny(std::initializer_list<QStringView> types) const;
    /// The field of the parent in which it stands.
    const QString &slot() const { return m_slot; }
    const Node *parent() const { return m_parent; }
    const std::vector<const Node *> &children() const { return m_children; }

    const Node *child(QStringView slot) const;
    std::vector<const Node *> list(QStringView slot) const;
    bool has(QStringView slot) const { return child(slot) != nullptr; }
    QString text(QStringView field) const;
    bool flag(QStringView field) const;
    int number(QStringView field) const;
    /// What a constant is; nothing for others.
    bool isNull() const { return is(u"A_Const") && flag(u"isnull"); }
    std::optional<QString> string() const;
    std::optional<int> integer() const;
    /// Where it begins, in bytes; its operator's place for an expression with one. -1: not known.
    int place() const;
    /// The strings of a list, such as the parts of a name.
    QStringList names(QStringView slot) const;

private:
    friend class SyntaxTree;

    QString m_type;
    QString m_slot;
    const Node *m_parent = nullptr;
    std::vector<const Node *> m_children;
    QJsonObject m_fields;
};

/// The statements of a text as Nodes, and where these stand in it. The text must outlive it.
class SyntaxTree
{
public:
    static Result<SyntaxTree> read(QStringView text);

    QStringView text() const { return m_text; }
    /// In the order of the fields' names, parents first.
    const std::deque<Node> &nodes() const { return m_nodes; }
    /// `SelectStmt`, `UpdateStmt`, …
    const std::vector<const Node *> &statements() const { return m_statements; }

    /// All that a node covers.
    Span span(const Node &node) const;
    /// Only the name, constant or sign that stands at its place.
    Span nameSpan(const Node &node) const;
    /// The last such word before a node, or the word with which the statement begins.
    Span wordBefore(const Node &node, QStringView word) const;
    /// The first such words after a node's place; where there are none, the node's own name.
    Span wordsAfter(const Node &node, QStringView word) const;

private:
    SyntaxTree(QStringView text);
    const Node *add(const QJsonValue &value, const QString &slot, const Node *parent);
    void addFields(Node &node);
    size_t tokenAt(int place) const;
    size_t endOfName(size_t token) const;
    QStringView word(size_t token) const { return m_tokens[token].in(m_text); }

    QStringView m_text;
    Utf8Offsets m_offsets;
    std::vector<Token> m_tokens; ///< those that mean something
    std::deque<Node> m_nodes;
    std::vector<const Node *> m_statements;
};

/// Calls `visit` with a node and what stands below it, parents first; what `visit` answers false for is not
/// entered.
template<typename Visit>
void walk(const Node &node, const Visit &visit)
{
    if (!visit(node))
        return;
    for (const auto *child : node.children())
        walk(*child, visit);
}

} // namespace squall::sql
