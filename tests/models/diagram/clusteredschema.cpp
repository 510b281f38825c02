#include "tests/models/diagram/clusteredschema.h"

#include <algorithm>
#include <array>
#include <memory>
#include <random>

namespace squall::test {

using namespace Qt::StringLiterals;
using catalog::Constraint;
using catalog::Table;

namespace {

constexpr int tablesASchema = 60;
constexpr int tablesACluster = 12;

const std::array schemaNames{u"identity"_s, u"billing"_s,  u"catalog"_s,  u"sales"_s,
                             u"stock"_s,    u"content"_s,  u"support"_s,  u"fleet"_s,
                             u"payroll"_s,  u"metering"_s, u"research"_s, u"archive"_s};
const std::array roots{u"account"_s,   u"invoice"_s,  u"product"_s,  u"order"_s,    u"shipment"_s,
                       u"article"_s,   u"ticket"_s,   u"vehicle"_s,  u"employee"_s, u"meter"_s,
                       u"project"_s,   u"document"_s, u"contract"_s, u"supplier"_s, u"campaign"_s,
                       u"warehouse"_s, u"device"_s,   u"course"_s,   u"booking"_s,  u"claim"_s,
                       u"policy"_s,    u"asset"_s,    u"survey"_s,   u"channel"_s};
const std::array parts{u"line"_s,  u"status"_s,   u"event"_s,   u"tag"_s,    u"note"_s, u"attachment"_s,
                       u"price"_s, u"history"_s,  u"member"_s,  u"rule"_s,   u"type"_s, u"template"_s,
                       u"link"_s,  u"schedule"_s, u"address"_s, u"contact"_s};
const std::array columns{u"title"_s,    u"amount"_s,     u"currency"_s,   u"valid_from"_s,
                         u"valid_to"_s, u"created_at"_s, u"updated_at"_s, u"description"_s,
                         u"position"_s, u"is_active"_s,  u"payload"_s,    u"external_reference"_s};
const std::array types{u"text"_s,    u"numeric(12,2)"_s, u"timestamp with time zone"_s,
                       u"integer"_s, u"boolean"_s,       u"jsonb"_s,
                       u"date"_s};

class Making
{
public:
    Making(int tables, int seed)
        : m_count(tables)
        , m_random(static_cast<unsigned>(seed))
    {
    }

    catalog::SnapshotPtr make()
    {
        const int schemas = std::clamp(m_count / tablesASchema, 1, static_cast<int>(schemaNames.size()));
        if (m_count > tablesACluster) {
            add(schemaNames[0], u"tenants"_s);
            add(schemaNames[0], u"users"_s);
        }
        const int alone = m_count / 40;
        int cluster = 0;
        while (static_cast<int>(m_tables.size()) + alone < m_count) {
            const int left = m_count - alone - static_cast<int>(m_tables.size());
            addCluster(cluster, cluster % schemas,
                       std::min(left, tablesACluster / 2 + below(tablesACluster)));
            ++cluster;
        }
        joinClusters();
        joinHubs();
        for (int i = 0; static_cast<int>(m_tables.size()) < m_count; ++i)
            add(schemaNames[static_cast<std::size_t>(i % schemas)], u"settings_%1"_s.arg(i));
        auto snapshot = std::make_shared<catalog::Snapshot>();
        snapshot->tables = std::move(m_tables);
        std::sort(snapshot->tables.begin(), snapshot->tables.end(), [](const Table &a, const Table &b) {
            return std::tie(a.schema, a.name) < std::tie(b.schema, b.name);
        });
        return snapshot;
    }

private:
    struct Cluster
    {
        int schema;
        int first;
        int last;
    };

    /// The distributions of the standard library differ between libraries.
    int below(int bound) { return static_cast<int>(m_random() % static_cast<unsigned>(bound)); }
    bool oneIn(int many) { return below(many) == 0; }

    int add(const QString &schema, const QString &name, const QStringList &key = {u"id"_s})
    {
        Table table;
        table.schema = schema;
        table.name = name;
        for (const auto &column : key)
            table.columns.push_back({.name = column, .type = u"bigint"_s, .notNull = true});
        table.constraints.push_back(
            {.name = name + u"_pkey"_s, .type = Constraint::Type::PrimaryKey, .columns = key});
        const int more = 1 + below(below(8) == 0 ? 40 : 9);
        for (int i = 0; i < more; ++i) {
            const auto number = static_cast<std::size_t>(i);
            const auto suffix = number < columns.size() ? QString() : u"_%1"_s.arg(number / columns.size());
            table.columns.push_back({.name = columns[number % columns.size()] + suffix,
                                     .type = types[static_cast<std::size_t>(below(types.size()))],
                                     .notNull = oneIn(2)});
        }
        m_tables.push_back(std::move(table));
        return static_cast<int>(m_tables.size()) - 1;
    }

    void refer(int from, int to, const QString &role = {})
    {
        const auto &target = m_tables[static_cast<std::size_t>(to)];
        auto &table = m_tables[static_cast<std::size_t>(from)];
        Constraint key{.name = u"%1_fk_%2"_s.arg(table.name).arg(table.constraints.size()),
                       .type = Constraint::Type::ForeignKey,
                       .referencedTable = {target.schema, target.name},
                       .referencedColumns = target.constraints.front().columns};
        const bool optional = oneIn(3);
        for (const auto &column : key.referencedColumns) {
            auto name = (role.isEmpty() ? target.name : role) + u'_' + column;
            while (std::any_of(table.columns.begin(), table.columns.end(),
                               [&](const auto &each) { return each.name == name; }))
                name.prepend(u"other_"_s);
            key.columns << name;
            table.columns.push_back({.name = name, .type = u"bigint"_s, .notNull = !optional});
        }
        table.constraints.push_back(key);
    }

    void addCluster(int number, int schema, int size)
    {
        const auto count = static_cast<int>(roots.size());
        const auto suffix = number < count ? QString() : QString::number(number / count);
        const auto root = roots[static_cast<std::size_t>(number % count)] + suffix;
        const auto &name = schemaNames[static_cast<std::size_t>(schema)];
        const int first = add(name, root);
        if (oneIn(3))
            refer(first, first, u"parent"_s);
        for (int i = 1; i < size; ++i) {
            const auto part = static_cast<std::size_t>(i - 1);
            auto called = root + u'_' + parts[part % parts.size()];
            if (part >= parts.size())
                called += QString::number(part / parts.size() + 1);
            const bool composite = oneIn(5);
            const int made = composite ? add(name, called, {u"number"_s, u"version"_s}) : add(name, called);
            refer(made, i == 1 || oneIn(2) ? first : first + below(i));
            if (i > 2 && oneIn(3))
                refer(made, first + below(i));
            if (oneIn(14))
                refer(made, made, u"previous"_s);
            if (oneIn(12))
                refer(made, first, u"origin"_s);
        }
        m_clusters.push_back({schema, first, first + size - 1});
    }

    int anyOf(const Cluster &cluster) { return cluster.first + below(cluster.last - cluster.first + 1); }

    /// Mostly within a schema, and mostly to what a cluster is about.
    void joinClusters()
    {
        const auto count = static_cast<int>(m_clusters.size());
        for (int i = 1; i < count; ++i) {
            const auto &cluster = m_clusters[static_cast<std::size_t>(i)];
            for (int key = 1 + below(3); key > 0; --key) {
                const auto &other = m_clusters[static_cast<std::size_t>(below(i))];
                if (other.schema == cluster.schema || oneIn(4))
                    refer(oneIn(2) ? cluster.first : anyOf(cluster), oneIn(4) ? anyOf(other) : other.first);
            }
        }
    }

    void joinHubs()
    {
        if (m_count <= tablesACluster)
            return;
        refer(1, 0);
        for (int table = 2; table < static_cast<int>(m_tables.size()); ++table) {
            if (oneIn(8))
                refer(table, 0);
            if (oneIn(6))
                refer(table, 1, u"created_by"_s);
            if (oneIn(20))
                refer(table, 1, u"changed_by"_s);
        }
    }

    int m_count;
    std::mt19937 m_random;
    std::vector<Table> m_tables;
    std::vector<Cluster> m_clusters;
};

} // namespace

catalog::SnapshotPtr clusteredSchema(int tables, int seed)
{
    return Making(tables, seed).make();
}

QString clusterOf(const ObjectId &table)
{
    const auto root = table.name.section(u'_', 0, 0);
    const bool isHub = root == u"tenants" || root == u"users" || root == u"settings";
    return isHub ? QString() : table.schema + u'.' + root;
}

} // namespace squall::test
