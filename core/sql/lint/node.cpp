#include "core/sql/lint/node.h"

#include "core/sql/parse.h"
#include "core/sql/tokenize.h"

#include <QJsonArray>

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

struct TypedSlot
{
    QStringView slot;
    QStringView type;
};

/// Fields whose type the tree does not repeat.
constexpr TypedSlot typedSlots[] = {
    {u"larg", u"SelectStmt"},       {u"rarg", u"SelectStmt"},
    {u"relation", u"RangeVar"},     {u"withClause", u"WithClause"},
    {u"alias", u"Alias"},           {u"typeName", u"TypeName"},
    {u"intoClause", u"IntoClause"}, {u"onConflictClause", u"OnConflictClause"},
    {u"over", u"WindowDef"},        {u"rel", u"RangeVar"},
    {u"into", u"IntoClause"},       {u"infer", u"InferClause"},
};

/// `{"ColumnRef": {…}}`
bool isWrapper(const QJsonObject &object)
{
    return object.size() == 1 && object.begin().value().isObject() && !object.begin().key().isEmpty() &&
           object.begin().key().front().isUpper();
}

} // namespace

bool Node::isAny(std::initializer_list<QStringView> types) const
{
    return std::any_of(types.begin(), types.end(), [&](QStringView each) { return is(each); });
}

const Node *Node::child(QStringView slot) const
{
    for (const auto *each : m_children) {
        if (each->m_slot == slot)
            return each;
    }
    return nullptr;
}

std::vector<const Node *> Node::list(QStringView slot) const
{
    std::vector<const Node *> found;
    std::copy_if(m_children.begin(), m_children.end(), std::back_inserter(found),
                 [&](const Node *each) { return each->m_slot == slot; });
    return found;
}

QString Node::text(QStringView field) const
{
    return m_fields.value(field).toString();
}

bool Node::flag(QStringView field) const
{
    return m_fields.value(field).toBool();
}

int Node::number(QStringView field) const
{
    return m_fields.value(field).toInt();
}

std::optional<QString> Node::string() const
{
    if (!is(u"A_Const") || !m_fields.contains(u"sval"))
        return {};
    return m_fields.value(u"sval").toObject().value(u"sval").toString();
}

std::optional<int> Node::integer() const
{
    if (!is(u"A_Const") || !m_fields.contains(u"ival"))
        return {};
    return m_fields.value(u"ival").toObject().value(u"ival").toInt();
}

int Node::place() const
{
    return m_fields.value(u"location").toInt(-1);
}

QStringList Node::names(QStringView slot) const
{
    QStringList found;
    for (const auto *each : list(slot)) {
        if (each->is(u"String"))
            found << each->text(u"sval");
        else if (each->is(u"A_Star"))
            found << u"*"_s;
        else if (each->is(u"List"))
            found << each->names(u"items");
    }
    return found;
}

Result<SyntaxTree> SyntaxTree::read(QStringView text)
{
    const auto parsed = parseTree(text);
    if (!parsed)
        return parsed.error();
    SyntaxTree tree(text);
    const auto statements = parsed->value(u"stmts").toArray();
    for (const auto &each : statements) {
        if (const auto *statement = tree.add(each.toObject().value(u"stmt"), u"stmt"_s, nullptr))
            tree.m_statements.push_back(statement);
    }
    return tree;
}

SyntaxTree::SyntaxTree(QStringView text)
    : m_text(text)
    , m_offsets(text)
{
    for (const auto &token : tokenize(text)) {
        if (token.isSignificant())
            m_tokens.push_back(token);
    }
}

const Node *SyntaxTree::add(const QJsonValue &value, const QString &slot, const Node *parent)
{
    const auto object = value.toObject();
    if (object.isEmpty())
        return nullptr;
    auto &node = m_nodes.emplace_back();
    node.m_slot = slot;
    node.m_parent = parent;
    if (isWrapper(object)) {
        node.m_type = object.begin().key();
        node.m_fields = object.begin().value().toObject();
    } else {
        const auto typed = std::find_if(std::begin(typedSlots), std::end(typedSlots),
                                        [&](const TypedSlot &each) { return each.slot == slot; });
        node.m_type = typed == std::end(typedSlots) ? QString() : typed->type.toString();
        node.m_fields = object;
    }
    addFields(node);
    return &node;
}

void SyntaxTree::addFields(Node &node)
{
    if (node.is(u"A_Const"))
        return;
    const auto fields = node.m_fields;
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (field->isObject()) {
            if (const auto *child = add(*field, field.key(), &node))
                node.m_children.push_back(child);
        } else if (field->isArray()) {
            const auto values = field->toArray();
            for (const auto &value : values) {
                if (const auto *child = add(value, field.key(), &node))
                    node.m_children.push_back(child);
            }
        } else {
            continue;
        }
        node.m_fields.remove(field.key());
    }
}

size_t SyntaxTree::tokenAt(int place) const
{
    const auto unit = m_offsets.unitAt(place);
    const auto found = std::partition_point(m_tokens.begin(), m_tokens.end(),
                                            [&](const Token &each) { return each.end() <= unit; });
    return static_cast<size_t>(found - m_tokens.begin());
}

/// Past a name with its dots.
size_t SyntaxTree::endOfName(size_t token) const
{
    auto end = token + 1;
    while (end + 1 < m_tokens.size() && word(end) == u"." && word(end - 1) != u".")
        end += 2;
    return std::min(end, m_tokens.size());
}

Span SyntaxTree::span(const Node &node) const
{
    int first = -1;
    int last = -1;
    bool call = false;
    walk(node, [&](const Node &each) {
        if (const auto place = each.place(); place >= 0) {
            first = first < 0 ? place : std::min(first, place);
            call = place > last ? each.is(u"FuncCall") : call;
            last = std::max(last, place);
        }
        return true;
    });
    if (first < 0)
        return {};
    const auto begin = tokenAt(first);
    auto end = endOfName(tokenAt(last));
    if (begin >= m_tokens.size() || end <= begin)
        return {};
    if (call && end < m_tokens.size() && word(end) == u"(")
        ++end;
    int open = 0;
    for (auto i = begin; i < m_tokens.size() && (i < end || open > 0); ++i) {
        const auto sign = word(i);
        open += sign == u"(" || sign == u"[" ? 1 : sign == u")" || sign == u"]" ? -1 : 0;
        end = std::max(end, i + 1);
    }
    return {m_tokens[begin].start, m_tokens[end - 1].end() - m_tokens[begin].start};
}

Span SyntaxTree::nameSpan(const Node &node) const
{
    if (node.place() < 0)
        return span(node);
    const auto begin = tokenAt(node.place());
    if (begin >= m_tokens.size())
        return {};
    const auto end = endOfName(begin);
    return {m_tokens[begin].start, m_tokens[end - 1].end() - m_tokens[begin].start};
}

Span SyntaxTree::wordBefore(const Node &node, QStringView wanted) const
{
    const auto start = span(node).start;
    auto at =
        static_cast<size_t>(std::partition_point(m_tokens.begin(), m_tokens.end(),
                                                 [&](const Token &each) { return each.start < start; }) -
                            m_tokens.begin());
    while (at > 0) {
        --at;
        if (word(at).compare(wanted, Qt::CaseInsensitive) == 0)
            return {m_tokens[at].start, m_tokens[at].length};
    }
    return m_tokens.empty() ? Span{} : Span{m_tokens.front().start, m_tokens.front().length};
}

Span SyntaxTree::wordsAfter(const Node &node, QStringView wanted) const
{
    const auto own = span(node);
    for (const auto &token : m_tokens) {
        if (token.start >= own.start && token.in(m_text).compare(wanted, Qt::CaseInsensitive) == 0)
            return {token.start, token.length};
    }
    return nameSpan(node);
}

} // namespace squall::sql
