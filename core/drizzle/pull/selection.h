#pragma once

#include "core/catalog/object.h"
#include "core/drizzle/config.h"

#include <QRegularExpression>

#include <vector>

namespace squall::drizzle {

/// Which part of a database a configuration is about: its schemas, tables and roles.
class Selection
{
public:
    /// What drizzle-kit looks at without a configuration: the schema `public`.
    Selection();
    explicit Selection(const Config &config);

    const QStringList &schemas() const { return m_schemas; }
    bool hasSchema(const QString &schema) const { return m_schemas.contains(schema); }
    /// Tables, views and materialized views; filters know them by their bare name.
    bool hasRelation(const catalog::Object &relation) const;
    bool hasRole(const QString &role) const;

private:
    struct Pattern
    {
        std::vector<QRegularExpression> alternatives;
        bool negated = false;
    };
    void addPattern(QString pattern);

    QStringList m_schemas = {QStringLiteral("public")};
    /// Where the migrator notes what it ran, which is no part of the schema.
    catalog::QualifiedName m_migrations = {QStringLiteral("drizzle"), QStringLiteral("__drizzle_migrations")};
    std::vector<Pattern> m_tables;
    bool m_allRoles = false;
    QStringList m_roles;
    QStringList m_excludedRoles;
};

} // namespace squall::drizzle
