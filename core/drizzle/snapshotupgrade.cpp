#include "core/drizzle/snapshotupgrade.h"

#include "core/base/jsonstring.h"
#include "core/base/jsontree.h"
#include "core/drizzle/snapshotreader.h"

#include <QCoreApplication>

#include <functional>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::Snapshot)
};

using Member = std::pair<QString, QByteArray>;

QByteArray objectOf(const std::vector<Member> &members)
{
    QByteArray text = "{";
    for (const auto &[key, value] : members)
        text += (text.size() > 1 ? "," : "") + encodeJsonString(key) + ':' + value;
    return text + '}';
}

/// Each member as `map` makes it; what is no object stays, for the reader to refuse.
QByteArray mapped(const JsonTree &tree, int object, const std::function<Member(int child)> &map)
{
    if (tree.node(object).kind != JsonKind::Object)
        return tree.value(object);
    std::vector<Member> members;
    for (int child = tree.node(object).firstChild; child >= 0; child = tree.node(child).next)
        members.push_back(map(child));
    return objectOf(members);
}

/// Before version 7 an index knew its columns by name only.
QByteArray upgradedIndexColumns(const JsonTree &tree, int list)
{
    if (tree.node(list).kind != JsonKind::Array)
        return tree.value(list);
    QByteArray columns;
    for (int child = tree.node(list).firstChild; child >= 0; child = tree.node(child).next) {
        columns += (columns.isEmpty() ? "" : ",") + (R"({"expression":)" + tree.value(child)) +
                   R"(,"isExpression":false,"asc":true,"nulls":"last"})";
    }
    return '[' + columns + ']';
}

QByteArray upgradedIndex(const JsonTree &tree, int index)
{
    auto text = mapped(tree, index, [&](int child) -> Member {
        const auto key = tree.key(child);
        return {key, key == u"columns" ? upgradedIndexColumns(tree, child) : tree.value(child)};
    });
    if (text.endsWith('}') && tree.member(index, u"with") < 0) {
        text.chop(1);
        text += R"(,"with":{}})";
    }
    return text;
}

QByteArray upgradedTable(const JsonTree &tree, int table)
{
    return mapped(tree, table, [&](int child) -> Member {
        const auto key = tree.key(child);
        if (key != u"indexes")
            return {key, tree.value(child)};
        return {key, mapped(tree, child, [&](int index) -> Member {
                    return {tree.key(index), upgradedIndex(tree, index)};
                })};
    });
}

/// Version 5 had tables by their name alone.
QString tableKey(const JsonTree &tree, int table, int version)
{
    if (version > oldestSnapshotVersion)
        return tree.key(table);
    const auto schema = tree.string(tree.member(table, u"schema"));
    return (schema.isEmpty() ? u"public"_s : schema) + u'.' + tree.string(tree.member(table, u"name"));
}

/// In version 5 an enum lived in no schema and had its values as keys.
Member upgradedEnum(const JsonTree &tree, int type, int version)
{
    if (version > oldestSnapshotVersion)
        return {tree.key(type), tree.value(type)};
    QByteArray values;
    if (const int member = tree.member(type, u"values"); member >= 0) {
        for (int child = tree.node(member).firstChild; child >= 0; child = tree.node(child).next)
            values += (values.isEmpty() ? "" : ",") + tree.value(child);
    }
    const auto name = tree.string(tree.member(type, u"name"));
    return {u"public."_s + name, objectOf({{u"name"_s, encodeJsonString(name)},
                                           {u"schema"_s, encodeJsonString(u"public"_s)},
                                           {u"values"_s, '[' + values + ']'}})};
}

Member upgradedMember(const JsonTree &tree, int child, int version)
{
    const auto key = tree.key(child);
    if (key == u"version")
        return {key, encodeJsonString(QString::number(snapshotVersionNow))};
    if (key == u"dialect")
        return {key, tree.value(child) == "\"pg\"" ? "\"postgresql\"" : tree.value(child)};
    if (key == u"tables")
        return {key, mapped(tree, child, [&](int table) -> Member {
                    return {tableKey(tree, table, version), upgradedTable(tree, table)};
                })};
    if (key == u"enums")
        return {key, mapped(tree, child, [&](int type) { return upgradedEnum(tree, type, version); })};
    return {key, tree.value(child)};
}

} // namespace

std::optional<int> snapshotVersion(const QByteArray &text)
{
    const auto tree = JsonTree::parse(text);
    if (!tree)
        return std::nullopt;
    bool ok = false;
    const int version = tree->string(tree->member(0, u"version")).toInt(&ok);
    return ok ? std::optional(version) : std::nullopt;
}

Result<Snapshot> upgradeSnapshot(const QByteArray &text)
{
    const auto tree = JsonTree::parse(text);
    if (!tree)
        return tree.error();
    const auto version = snapshotVersion(text);
    if (!version || *version < oldestSnapshotVersion || *version >= snapshotVersionNow) {
        return Error{.code = Error::Code::Unsupported,
                     .message = Words::tr("Only snapshots of version 5 and 6 can be brought to version 7.")};
    }
    return readSnapshot(mapped(*tree, 0, [&](int child) { return upgradedMember(*tree, child, *version); }));
}

} // namespace squall::drizzle
