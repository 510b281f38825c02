#pragma once

#include "core/sql/scope/outline.h"

#include <QStringList>

#include <memory>
#include <set>
#include <vector>

namespace squall::sql {

/// What a statement could go on with.
struct Expected
{
    QString word = {};      ///< keywords as they stand in the grammar,
    QString what = {};      ///< or what is named, such as `table`
    QStringList about = {}; ///< the relation named before it
    size_t start = 0;       ///< the piece where it begins

    bool operator==(const Expected &) const = default;
};

/// Statements written down as patterns: words, `<what>` for names, `[optional]`, `( one | other )`, `...` for
/// what can come again, `@rule` for a pattern of its own and quotes around signs. Follows all readings at
/// once.
class Grammar
{
public:
    /// One rule a line, `name: pattern`; a line that begins with blanks goes on with the one before. Those
    /// named
    /// `-` are statements.
    explicit Grammar(QStringView text);
    ~Grammar();

    /// What can follow the pieces before `end`.
    std::vector<Expected> expectedAt(const Outline &outline, size_t end) const;

private:
    struct Node;
    class Reader;
    class Walker;

    std::vector<std::unique_ptr<Node>> m_nodes;
    std::vector<std::pair<QString, const Node *>> m_rules;
};

} // namespace squall::sql
