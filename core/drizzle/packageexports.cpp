#include "core/drizzle/packageexports.h"

using namespace Qt::Literals::StringLiterals;

namespace squall::drizzle {

namespace {

class Targets
{
public:
    Targets(const JsonTree &tree, const QStringList &conditions)
        : m_tree(tree)
        , m_conditions(conditions)
    {
    }

    std::optional<QString> find(int exports, const QString &name) const
    {
        if (!namesPaths(exports))
            return name == u"."_s ? target(exports, {}) : std::nullopt;
        QString bestKey;
        QString bestRest;
        int best = -1;
        for (int at = m_tree.node(exports).firstChild; at >= 0; at = m_tree.node(at).next) {
            const auto key = m_tree.key(at);
            if (key == name)
                return target(at, {});
            if (const auto rest = starred(key, name); rest && key.indexOf(u'*') > bestKey.indexOf(u'*')) {
                best = at;
                bestKey = key;
                bestRest = *rest;
            }
        }
        return best < 0 ? std::nullopt : target(best, bestRest);
    }

private:
    bool namesPaths(int exports) const
    {
        const auto &node = m_tree.node(exports);
        if (node.kind != JsonKind::Object || node.firstChild < 0)
            return false;
        const auto key = m_tree.key(node.firstChild);
        return key.startsWith(u'.') || key.startsWith(u'#');
    }

    /// What the star of `key` stands for in `name`.
    static std::optional<QString> starred(const QString &key, const QString &name)
    {
        const auto star = key.indexOf(u'*');
        if (star < 0 || name.size() < key.size() - 1 || !name.startsWith(key.left(star)) ||
            !name.endsWith(key.mid(star + 1)))
            return {};
        return name.mid(star, name.size() - key.size() + 1);
    }

    std::optional<QString> target(int at, const QString &rest) const
    {
        const auto &node = m_tree.node(at);
        if (node.kind == JsonKind::String) {
            const auto path = m_tree.string(at);
            return QString(path).replace(u'*', rest);
        }
        for (int child = node.firstChild; child >= 0; child = m_tree.node(child).next) {
            if (node.kind == JsonKind::Object && !m_conditions.contains(m_tree.key(child)))
                continue;
            if (auto found = target(child, rest))
                return found;
        }
        return {};
    }

    const JsonTree &m_tree;
    const QStringList &m_conditions;
};

}

std::optional<QString> packageTarget(const JsonTree &package, int exports, const QString &name,
                                     const QStringList &conditions)
{
    return Targets(package, conditions).find(exports, name);
}

} // namespace squall::drizzle
