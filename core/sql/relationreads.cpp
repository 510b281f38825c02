#include "core/sql/relationreads.h"

#include "core/sql/parse.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

/// Walks the library's tree. What names a relation is whatever has a `relname`.
class Reader
{
public:
    /// Before anything is counted: a common table is read where its name stands.
    void learn(const QJsonValue &value)
    {
        each(value, [this](const QString &key, const QJsonValue &inside) {
            if (key == u"CommonTableExpr"_s) {
                const auto table = inside.toObject();
                const auto name = table.value(u"ctename"_s).toString();
                m_clear = m_clear && !m_common.contains(name);
                m_common.insert(name, table.value(u"ctequery"_s));
            }
            learn(inside);
        });
    }

    void count(const QJsonValue &value)
    {
        if (!value.isObject() && !value.isArray())
            return;
        if (const auto object = value.toObject(); object.contains(u"relname"_s)) {
            read(object);
            return;
        }
        static const QStringList elsewhere{u"SubLink"_s, u"lockedRels"_s, u"withClause"_s};
        each(value, [this](const QString &key, const QJsonValue &inside) {
            if (!elsewhere.contains(key))
                count(inside);
        });
    }

    /// Nothing when two common tables share a name.
    std::optional<QHash<QString, int>> counts() const
    {
        return m_clear ? std::optional(m_counts) : std::nullopt;
    }

private:
    template<typename Visit>
    static void each(const QJsonValue &value, const Visit &visit)
    {
        const auto array = value.toArray();
        for (const auto &inside : array)
            visit(QString(), inside);
        const auto object = value.toObject();
        for (auto inside = object.begin(); inside != object.end(); ++inside)
            visit(inside.key(), inside.value());
    }

    void read(const QJsonObject &relation)
    {
        const auto name = relation.value(u"relname"_s).toString();
        const auto common = m_common.constFind(name);
        if (relation.contains(u"schemaname"_s) || common == m_common.constEnd()) {
            m_counts[name] = std::min(2, m_counts.value(name) + 1);
            return;
        }
        // One that reads itself, and one that was read often enough to know.
        if (m_active.contains(name) || ++m_reads[name] > 2)
            return;
        m_active.insert(name);
        count(*common);
        m_active.remove(name);
    }

    QHash<QString, QJsonValue> m_common;
    QHash<QString, int> m_reads;
    QHash<QString, int> m_counts;
    QSet<QString> m_active;
    bool m_clear = true;
};

} // namespace

std::optional<QHash<QString, int>> relationReads(QStringView statement)
{
    const auto tree = parseTree(statement);
    if (!tree)
        return std::nullopt;
    const auto statements = tree->value(u"stmts"_s).toArray();
    if (statements.size() != 1)
        return std::nullopt;
    Reader reader;
    reader.learn(statements.first());
    reader.count(statements.first());
    return reader.counts();
}

} // namespace squall::sql
