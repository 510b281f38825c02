#include "core/drizzle/snapshotreader.h"

#include "core/base/jsonstring.h"
#include "core/base/jsontree.h"
#include "core/base/textfault.h"
#include "core/drizzle/snapshotfields.h"

#include <QCoreApplication>

#include <algorithm>
#include <initializer_list>

namespace squall::drizzle {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::Snapshot)
};

/// The text that is being read, and what was wrong first.
class Source
{
public:
    explicit Source(const JsonTree &tree)
        : m_tree(tree)
    {
    }

    const JsonTree &tree() const { return m_tree; }
    const JsonNode &node(int index) const { return m_tree.node(index); }
    const std::optional<Error> &fault() const { return m_fault; }

    void fail(int node, const QString &message)
    {
        if (m_fault)
            return;
        m_fault = faultAt(m_tree.text(), m_tree.node(node).start(), message);
        m_fault->context = m_tree.path(node);
    }

    /// Nothing is put into words before it is needed: most values are as they should be.
    bool expect(int index, JsonKind kind)
    {
        if (node(index).kind == kind)
            return true;
        fail(index, kind == JsonKind::String  ? Words::tr("A text in double quotes belongs here.")
                    : kind == JsonKind::Array ? Words::tr("A list belongs here.")
                                              : Words::tr("An object in braces belongs here."));
        return false;
    }

    /// Most keys need no decoding.
    bool isKey(int index, QByteArrayView name) const
    {
        const auto &at = node(index);
        const auto key = QByteArrayView(m_tree.text()).sliced(at.keyBegin + 1, at.keyEnd - at.keyBegin - 2);
        return key == name || (key.contains('\\') && m_tree.key(index) == QLatin1StringView(name));
    }

    template<typename Visit>
    void forEachChild(int index, const Visit &visit) const
    {
        for (int child = node(index).firstChild; child >= 0; child = node(child).next)
            visit(child);
    }

private:
    const JsonTree &m_tree;
    std::optional<Error> m_fault;
};

template<typename Object>
void read(Source &source, int node, Object &object);

void read(Source &source, int node, QString &text)
{
    if (source.expect(node, JsonKind::String))
        text = source.tree().string(node);
}

void read(Source &source, int node, bool &truth)
{
    const auto kind = source.node(node).kind;
    if (kind != JsonKind::True && kind != JsonKind::False)
        source.fail(node, Words::tr("“true” or “false” belongs here."));
    truth = kind == JsonKind::True;
}

void read(Source &source, int node, Json &json)
{
    json.text = layOut(source.tree().value(node), JsonLayout::Dense);
}

template<typename Element>
void readAll(Source &source, int node, Element add)
{
    if (source.expect(node, JsonKind::Array))
        source.forEachChild(node, add);
}

void read(Source &source, int node, QStringList &texts)
{
    readAll(source, node, [&](int child) {
        texts.emplace_back();
        read(source, child, texts.back());
    });
}

template<typename Element>
void read(Source &source, int node, std::vector<Element> &elements)
{
    readAll(source, node, [&](int child) { read(source, child, elements.emplace_back()); });
}

template<typename Value>
void read(Source &source, int node, Members<Value> &members)
{
    if (!source.expect(node, JsonKind::Object))
        return;
    source.forEachChild(node, [&](int child) {
        Value value;
        read(source, child, value);
        members.set(source.tree().key(child), std::move(value));
    });
}

/// The members of one object; what `describe` asks for by name.
class ReadFields
{
public:
    ReadFields(Source &source, int node)
        : m_source(source)
        , m_node(node)
    {
        source.forEachChild(node, [this](int child) { m_unread.push_back(child); });
    }

    static constexpr bool isWriting() { return false; }
    void ignoresOthers() { m_ignoresOthers = true; }

    template<typename Value>
    void member(const char *name, Value &value)
    {
        if (const int child = take(name); child >= 0)
            read(m_source, child, value);
        else
            m_source.fail(m_node, Words::tr("“%1” is missing.").arg(QLatin1StringView(name)));
    }

    template<typename Value>
    void member(const char *name, std::optional<Value> &value)
    {
        if (const int child = take(name); child >= 0)
            read(m_source, child, value.emplace());
    }

    /// With members of these names only.
    void member(const char *name, std::optional<Members<Json>> &value, const Order &known)
    {
        const int child = take(name);
        if (child < 0)
            return;
        read(m_source, child, value.emplace());
        m_source.forEachChild(child, [&](int option) {
            const bool isKnown = std::any_of(known.begin(), known.end(),
                                             [&](const char *each) { return m_source.isKey(option, each); });
            if (!isKnown)
                failUnknown(option);
        });
    }

    /// Older files do not have it.
    template<typename Value>
    void orUnchanged(const char *name, Value &value)
    {
        if (const int child = take(name); child >= 0)
            read(m_source, child, value);
    }

    void oneOf(const char *name, QString &value, std::initializer_list<QStringView> allowed)
    {
        const int child = take(name);
        if (child < 0) {
            m_source.fail(m_node, Words::tr("“%1” is missing.").arg(QLatin1StringView(name)));
            return;
        }
        read(m_source, child, value);
        if (std::find(allowed.begin(), allowed.end(), value) == allowed.end())
            failChoice(child, allowed);
    }

    void oneOf(const char *name, std::optional<QString> &value, std::initializer_list<QStringView> allowed)
    {
        const int child = take(name);
        if (child < 0)
            return;
        read(m_source, child, value.emplace());
        if (std::find(allowed.begin(), allowed.end(), *value) == allowed.end())
            failChoice(child, allowed);
    }

    void literal(const char *name, QStringView value)
    {
        QString found;
        oneOf(name, found, {value});
    }

    /// What is left is nothing that this version knows.
    void finish()
    {
        if (!m_ignoresOthers && !m_unread.empty())
            failUnknown(m_unread.front());
    }

private:
    /// -1: it is not there. Of several with one name the last counts.
    int take(QByteArrayView name)
    {
        int found = -1;
        const auto rest = std::remove_if(m_unread.begin(), m_unread.end(), [&](int child) {
            const bool isIt = m_source.isKey(child, name);
            found = isIt ? child : found;
            return isIt;
        });
        m_unread.erase(rest, m_unread.end());
        return found;
    }

    void failUnknown(int child)
    {
        m_source.fail(child,
                      Words::tr("“%1” is nothing that version 7 knows.").arg(m_source.tree().key(child)));
    }

    void failChoice(int child, std::initializer_list<QStringView> allowed)
    {
        QStringList names;
        for (const auto each : allowed)
            names << u'“' + each.toString() + u'”';
        m_source.fail(child, Words::tr("Only %1 can stand here.").arg(names.join(QStringLiteral(", "))));
    }

    Source &m_source;
    int m_node;
    std::vector<int> m_unread;
    bool m_ignoresOthers = false;
};

template<typename Object>
void read(Source &source, int node, Object &object)
{
    if (!source.expect(node, JsonKind::Object))
        return;
    ReadFields fields(source, node);
    describe(fields, object);
    fields.finish();
}

} // namespace

Result<Snapshot> readSnapshot(const QByteArray &text)
{
    const auto tree = JsonTree::parse(text);
    if (!tree)
        return tree.error();
    Source source(*tree);
    Snapshot snapshot;
    read(source, 0, snapshot);
    if (source.fault())
        return *source.fault();
    return snapshot;
}

} // namespace squall::drizzle
