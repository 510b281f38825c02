#pragma once

#include "core/catalog/snapshot.h"
#include "core/diagram/declared.h"

#include <memory>

namespace squall::models {

using DeclaredRelation = diagram::Declared;

/// What somebody can choose from who declares a relation: a value, made off the GUI thread.
class RelationChoice
{
public:
    RelationChoice(const catalog::Snapshot &snapshot, std::vector<DeclaredRelation> declared);

    struct Column
    {
        QString name;
        QString type;
    };

    /// By schema and name.
    std::vector<ObjectId> tables() const;
    std::vector<Column> columns(const ObjectId &table) const;
    /// Between two tables, in either direction; of one and any other when `other` has no name.
    std::vector<DeclaredRelation> proposals(const ObjectId &table, const ObjectId &other) const;
    /// Why it cannot be declared; nothing when it can. `but`: the one that it replaces.
    QString refusal(const DeclaredRelation &relation, const DeclaredRelation &but = {}) const;
    /// What is odd about it, though it can be declared.
    QString doubt(const DeclaredRelation &relation) const;

private:
    QString typeOf(const ObjectId &table, const QString &column) const;

    diagram::Diagram m_diagram;
    std::vector<DeclaredRelation> m_declared;
};

using RelationChoicePtr = std::shared_ptr<const RelationChoice>;

/// `orders.customer_id → customers.id`, with schemas other than `public`.
QString relationInWords(const DeclaredRelation &relation);

} // namespace squall::models
