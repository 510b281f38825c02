#include "core/drizzle/declarations.h"

#include "core/base/jsontree.h"

#include <algorithm>
#include <initializer_list>

using namespace Qt::Literals::StringLiterals;

namespace squall::drizzle {

namespace {

/// What stands at a place of the text; where something else stands than is expected, it is empty.
class Reader
{
public:
    explicit Reader(const JsonTree &tree)
        : m_tree(tree)
    {
    }

    template<typename Read>
    void each(int parent, QStringView name, Read read) const
    {
        const int list = m_tree.member(parent, name);
        for (int at = list < 0 ? -1 : m_tree.node(list).firstChild; at >= 0; at = m_tree.node(at).next)
            read(at);
    }

    QString text(int object, QStringView name) const { return m_tree.string(m_tree.member(object, name)); }

    bool isTrue(int object, QStringView name) const
    {
        const int at = m_tree.member(object, name);
        return at >= 0 && m_tree.node(at).kind == JsonKind::True;
    }

    QStringList texts(int object, QStringView name) const
    {
        QStringList all;
        each(object, name, [&](int at) { all += m_tree.string(at); });
        return all;
    }

    SourcePlace place(int object) const
    {
        const int line = m_tree.member(object, u"line");
        return {.file = text(object, u"file"), .line = line < 0 ? 0 : m_tree.value(line).toInt()};
    }

    template<typename Value>
    Value word(int object, QStringView name, std::initializer_list<QStringView> words, Value otherwise) const
    {
        const auto said = text(object, name);
        const auto *const found = std::find(words.begin(), words.end(), said);
        return found == words.end() ? otherwise : static_cast<Value>(found - words.begin());
    }

    Members<Declaration> declarations(QStringView name) const
    {
        Members<Declaration> all;
        each(0, name, [&](int at) {
            Declaration made{.name = text(at, u"name"), .place = place(at)};
            each(at, u"columns",
                 [&](int column) { made.columns.set(text(column, u"name"), columnAt(column)); });
            all.set(text(at, u"id"), std::move(made));
        });
        return all;
    }

    Relation relation(int at) const
    {
        using Fault = Relation::Fault;
        Relation made{
            .key = text(at, u"key"),
            .name = text(at, u"name"),
            .kind = word(at, u"kind", {u"one", u"many"}, Relation::Kind::One),
            .from = side(at, u"from"),
            .to = side(at, u"to"),
            .optional = isTrue(at, u"optional"),
            .place = place(at),
            .fault = word(at, u"fault", {u"none", u"side", u"ambiguous", u"unequal", u"thrown"}, Fault::None),
            .message = text(at, u"message"),
        };
        if (const int link = m_tree.member(at, u"through"); link >= 0)
            made.through = {text(link, u"table"), texts(link, u"from"), texts(link, u"to")};
        return made;
    }

private:
    DeclaredColumn columnAt(int at) const
    {
        return {
            .key = text(at, u"key"),
            .value =
                word(at, u"value",
                     {u"string", u"number", u"bigint", u"boolean", u"date", u"json", u"array", u"buffer"},
                     ValueKind::Custom),
            .values = texts(at, u"values"),
            .defaultByApp = isTrue(at, u"default"),
            .updatedByApp = isTrue(at, u"update"),
        };
    }

    RelationSide side(int object, QStringView name) const
    {
        const int at = m_tree.member(object, name);
        if (at < 0)
            return {};
        return {.table = text(at, u"table"), .columns = texts(at, u"columns")};
    }

    const JsonTree &m_tree;
};

}

Result<Done> readDeclarations(const QByteArray &text, ProjectSchema &schema)
{
    const auto tree = JsonTree::parse(text);
    if (!tree)
        return tree.error();
    const Reader reader(*tree);
    schema.tables = reader.declarations(u"tables");
    schema.views = reader.declarations(u"views");
    schema.enums = reader.declarations(u"enums");
    schema.newerDrizzle = reader.isTrue(0, u"newer");
    reader.each(0, u"relations", [&](int at) { schema.relations.push_back(reader.relation(at)); });
    return Done{};
}

} // namespace squall::drizzle
