#pragma once

#include "core/catalog/snapshot.h"
#include "core/workspace/contents.h"
#include "models/savedfilters.h"

#include <vector>

namespace squall::models {

/// A Snapshot arranged for reading: schemas, in each its tables, then groups of everything else.
struct SchemaTree
{
    enum class NodeType { Root, Schema, Group, Object };
    enum class Group {
        None,
        Views,
        Functions,
        Types,
        Sequences,
        SavedQueries, ///< in their folders, which are groups of this kind with the path as their id's name
        SavedFilters, ///< named filters of the schema's relations; `part` of the id is the name
        Other,        ///< the rarer kinds of a schema
        Extensions,
        Roles,
        Database,    ///< what lives in no schema: publications, foreign servers, event triggers, …
        NotCompared, ///< what Squall knows no more of than the name
    };

    struct Node
    {
        NodeType type = NodeType::Object;
        Group group = Group::None;
        ObjectId id = {};
        QString query = {}; ///< of a saved query: what it is known by; it has no id of its own then
        QString label = {};
        QString note = {}; ///< a word beside it in PostgreSQL's terms: `enum`, a function's result
        qint64 rows = -1;  ///< estimated; -1: nobody knows
        qint64 bytes = -1;
        int parent = 0;
        int position = 0; ///< among what the parent shows
        std::vector<int> children = {};
        std::vector<int> shown = {}; ///< those of `children` that pass the filter

        bool isPartitioned = false;
    };

    /// Number 0 is the root, whose children are schemas and the groups outside them.
    std::vector<Node> nodes = {Node{NodeType::Root}};

    /// Shows only objects whose name, or schema and name, contain `text` in whatever case, and what leads to
    /// them. An empty text shows all.
    void filter(const QString &text);
};

SchemaTree arrange(const catalog::Snapshot &snapshot, const std::vector<SavedFilter> &filters = {},
                   const std::vector<workspace::SavedQuery> &queries = {});

} // namespace squall::models
