#include "core/drizzle/hints.h"

#include "core/base/jsontree.h"
#include "core/base/textfault.h"
#include "core/drizzle/renamewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

using About = RenameQuestion::About;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::Hints)
};

/// The kinds that a type of hint knows, and of how many names an object of it has one.
struct KnownKind
{
    const char *kind;
    int names;
};
constexpr KnownKind renamed[] = {
    {"schema", 1}, {"role", 1},   {"table", 2},       {"enum", 2},        {"sequence", 2},
    {"view", 2},   {"column", 3}, {"default", 3},     {"policy", 3},      {"check", 3},
    {"index", 3},  {"unique", 3}, {"primary_key", 3}, {"foreign key", 3},
};
constexpr KnownKind lost[] = {
    {"schema", 1},      {"table", 2},        {"view", 2},       {"column", 3},
    {"primary_key", 3}, {"add_not_null", 3}, {"add_unique", 3},
};

int namesOf(Hint::Type type, const QString &kind)
{
    const auto find = [&](const auto &known) {
        const auto found = std::find_if(std::begin(known), std::end(known), [&](const KnownKind &each) {
            return kind == QLatin1StringView(each.kind);
        });
        return found == std::end(known) ? 0 : found->names;
    };
    return type == Hint::Type::ConfirmDataLoss ? find(lost) : find(renamed);
}

Error fault(const JsonTree &tree, int node, const QString &message)
{
    return faultAt(tree.text(), tree.node(node).start(), tree.path(node) + u": "_s + message);
}

std::optional<Hint::Type> typeOf(const QString &name)
{
    if (name == u"rename")
        return Hint::Type::Rename;
    if (name == u"create")
        return Hint::Type::Create;
    if (name == u"confirm_data_loss")
        return Hint::Type::ConfirmDataLoss;
    return std::nullopt;
}

/// The names under `key`: as many as the kind has.
Result<QStringList> readNames(const JsonTree &tree, int object, const QString &key, int count)
{
    const int node = tree.member(object, key);
    if (node < 0)
        return fault(tree, object, Words::tr("“%1” is missing.").arg(key));
    QStringList names;
    bool good = tree.node(node).kind == JsonKind::Array;
    for (int child = good ? tree.node(node).firstChild : -1; child >= 0; child = tree.node(child).next) {
        good = good && tree.node(child).kind == JsonKind::String;
        names << tree.string(child);
    }
    if (good && names.size() == count)
        return names;
    static const QStringList shapes = {
        {}, u"[\"name\"]"_s, u"[\"schema\", \"name\"]"_s, u"[\"schema\", \"table\", \"name\"]"_s};
    return fault(tree, node, Words::tr("This has to be %1.").arg(shapes[count]));
}

Result<Hint> readHint(const JsonTree &tree, int node)
{
    if (tree.node(node).kind != JsonKind::Object)
        return fault(tree, node, Words::tr("A hint is an object with “type” and “kind”."));
    Hint hint;
    const int type = tree.member(node, u"type");
    const auto known = typeOf(tree.string(type));
    if (!known)
        return fault(tree, type < 0 ? node : type,
                     Words::tr("“type” has to be one of rename, create, confirm_data_loss."));
    hint.type = *known;
    const int kind = tree.member(node, u"kind");
    hint.kind = tree.string(kind);
    const int count = namesOf(hint.type, hint.kind);
    if (count == 0)
        return fault(tree, kind < 0 ? node : kind,
                     Words::tr("“kind” has to be one of schema, role, table, enum, sequence, view, column, "
                               "policy."));
    const bool rename = hint.type == Hint::Type::Rename;
    for (int child = tree.node(node).firstChild; child >= 0; child = tree.node(child).next) {
        const auto key = tree.key(child);
        const bool expected =
            key == u"type" || key == u"kind" || (rename ? key == u"from" || key == u"to" : key == u"entity");
        if (!expected)
            return fault(tree, child, Words::tr("A hint of this type has no “%1”.").arg(key));
    }
    if (rename) {
        auto from = readNames(tree, node, u"from"_s, count);
        if (!from)
            return from.error();
        hint.from = *std::move(from);
    }
    auto entity = readNames(tree, node, rename ? u"to"_s : u"entity"_s, count);
    if (!entity)
        return entity.error();
    hint.entity = *std::move(entity);
    return hint;
}

/// Both are fine for the schema that needs no name.
bool sameNames(const QStringList &one, const QStringList &other)
{
    if (one.size() != other.size())
        return false;
    for (qsizetype i = 0; i < one.size(); ++i) {
        const bool isSchema = i == 0 && one.size() > 1;
        const auto plain = [&](const QString &name) {
            return isSchema && name.isEmpty() ? u"public"_s : name;
        };
        if (plain(one[i]) != plain(other[i]))
            return false;
    }
    return true;
}

/// Whether a hint calls a candidate so; that of a renamed relation also by the relation's new name.
bool names(const QStringList &given, const RenameItem &candidate, const RenameItem &created)
{
    if (sameNames(given, hintEntity(candidate.id)))
        return true;
    auto now = candidate.id;
    if (!now.part.isEmpty()) {
        now.schema = created.id.schema;
        now.name = created.id.name;
    } else if (candidate.shown.endsWith(u'.' + now.name)) {
        now.schema = candidate.shown.chopped(now.name.size() + 1);
    }
    return sameNames(given, hintEntity(now));
}

} // namespace

QString hintKind(About about)
{
    return about == About::TablePolicy ? u"policy"_s : wordFor(about);
}

QStringList hintEntity(const ObjectId &id)
{
    if (id.kind == Kind::Schema || id.kind == Kind::Role)
        return {id.name};
    return id.part.isEmpty() ? QStringList{id.schema, id.name} : QStringList{id.schema, id.name, id.part};
}

Result<Hints> Hints::read(const QByteArray &json)
{
    const auto tree = JsonTree::parse(json);
    if (!tree)
        return tree.error();
    if (tree->node(0).kind != JsonKind::Array)
        return fault(*tree, 0, Words::tr("Hints are a list: [{\"type\": …}, …]."));
    Hints hints;
    for (int child = tree->node(0).firstChild; child >= 0; child = tree->node(child).next) {
        auto hint = readHint(*tree, child);
        if (!hint)
            return hint.error();
        hint->place = static_cast<int>(hints.m_hints.size());
        hints.m_hints.push_back(*std::move(hint));
    }
    return hints;
}

Result<std::optional<RenameAnswer>> Hints::answer(const RenameQuestion &question)
{
    const auto entity = hintEntity(question.created.id);
    const auto hint = std::find_if(m_hints.begin(), m_hints.end(), [&](const Hint &each) {
        return each.type != Hint::Type::ConfirmDataLoss && each.kind == hintKind(question.about) &&
               sameNames(each.entity, entity);
    });
    if (hint == m_hints.end())
        return std::optional<RenameAnswer>();
    hint->used = true;
    if (hint->type == Hint::Type::Create)
        return std::optional<RenameAnswer>(std::in_place);
    QStringList shown;
    for (std::size_t i = 0; i < question.candidates.size(); ++i) {
        if (names(hint->from, question.candidates[i], question.created))
            return std::optional<RenameAnswer>(i);
        shown << question.candidates[i].shown;
    }
    return Error{.code = Error::Code::Usage,
                 .message = Words::tr("$[%1].from: “%2” is none of those that are gone.")
                                .arg(QString::number(hint->place), hint->from.join(u'.')),
                 .hint =
                     Words::tr("“%1” may have been: %2.").arg(question.created.shown, shown.join(u", "_s))};
}

QStringList Hints::unused() const
{
    QStringList sentences;
    for (const auto &hint : m_hints) {
        if (!hint.used)
            sentences << Words::tr("$[%1] answers nothing that was asked: %2 %3.")
                             .arg(QString::number(hint.place), hint.kind, hint.entity.join(u'.'));
    }
    return sentences;
}

void writeMissingHints(const std::vector<RenameQuestion> &questions, JsonWriter &writer)
{
    const auto writeNames = [&](const ObjectId &id) {
        writer.beginArray();
        for (const auto &name : hintEntity(id))
            writer.value(name);
        writer.endArray();
    };
    writer.beginObject();
    writer.key("status");
    writer.value(u"missing_hints"_s);
    writer.key("unresolved");
    writer.beginArray();
    for (const auto &question : questions) {
        writer.beginObject();
        writer.key("type");
        writer.value(u"rename_or_create"_s);
        writer.key("kind");
        writer.value(hintKind(question.about));
        writer.key("entity");
        writeNames(question.created.id);
        writer.key("candidates");
        writer.beginArray();
        for (const auto &candidate : question.candidates)
            writeNames(candidate.id);
        writer.endArray();
        writer.endObject();
    }
    writer.endArray();
    writer.endObject();
}

} // namespace squall::drizzle
