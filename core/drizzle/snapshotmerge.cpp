#include "core/drizzle/snapshotmerge.h"

#include "core/base/jsonstring.h"
#include "core/base/jsontree.h"
#include "core/drizzle/snapshotreader.h"
#include "core/drizzle/snapshotwriter.h"

#include <QCoreApplication>
#include <QStringList>

namespace squall::drizzle {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::History)
};

/// A value in one of the three texts; nowhere when `node` is -1.
struct Place
{
    const JsonTree *tree = nullptr;
    int node = -1;

    bool there() const { return node >= 0; }
    bool isObject() const { return there() && tree->node(node).kind == JsonKind::Object; }
    bool isArray() const { return there() && tree->node(node).kind == JsonKind::Array; }
    QByteArray text() const { return there() ? layOut(tree->value(node), JsonLayout::Dense) : QByteArray(); }
    Place member(const QString &key) const { return {tree, isObject() ? tree->member(node, key) : -1}; }
    QStringList keys() const
    {
        QStringList keys;
        for (int child = isObject() ? tree->node(node).firstChild : -1; child >= 0;
             child = tree->node(child).next)
            keys << tree->key(child);
        return keys;
    }
    std::vector<QByteArray> elements() const
    {
        std::vector<QByteArray> elements;
        for (int child = isArray() ? tree->node(node).firstChild : -1; child >= 0;
             child = tree->node(child).next)
            elements.push_back(Place{tree, child}.text());
        return elements;
    }
};

/// Merged text, empty for what is in none. The first place where it fails is kept.
class Merge
{
public:
    const QStringList &fault() const { return m_fault; }

    QByteArray value(const Place &base, const Place &ours, const Place &theirs)
    {
        const auto before = base.text();
        const auto here = ours.text();
        const auto there = theirs.text();
        if (here == there || there == before)
            return here;
        if (here == before)
            return there;
        if (ours.isObject() && theirs.isObject())
            return object(base, ours, theirs);
        if (m_path.size() > 2 && m_path.front() == u"enums" && m_path.back() == u"values")
            return grownBoth(base, ours, theirs);
        return conflict();
    }

private:
    QByteArray object(const Place &base, const Place &ours, const Place &theirs)
    {
        auto keys = ours.keys();
        for (const auto &key : theirs.keys()) {
            if (!keys.contains(key))
                keys << key;
        }
        QByteArray text = "{";
        for (const auto &key : keys) {
            m_path << key;
            const auto merged = value(base.member(key), ours.member(key), theirs.member(key));
            m_path.removeLast();
            if (merged.isEmpty())
                continue;
            text += text.size() > 1 ? "," : "";
            text += encodeJsonString(key) + ':' + merged;
        }
        return text + '}';
    }

    /// Two lists that begin with the same one.
    QByteArray grownBoth(const Place &base, const Place &ours, const Place &theirs)
    {
        const auto before = base.elements();
        auto here = ours.elements();
        const auto there = theirs.elements();
        const auto begins = [&](const std::vector<QByteArray> &list) {
            return list.size() >= before.size() && std::equal(before.begin(), before.end(), list.begin());
        };
        if (!begins(here) || !begins(there))
            return conflict();
        for (auto i = before.size(); i < there.size(); ++i) {
            if (std::find(here.begin(), here.end(), there[i]) == here.end())
                here.push_back(there[i]);
        }
        QByteArray text = "[";
        for (const auto &element : here)
            text += (text.size() > 1 ? "," : "") + element;
        return text + ']';
    }

    QByteArray conflict()
    {
        if (m_fault.isEmpty())
            m_fault = m_path;
        return "null";
    }

    QStringList m_path;
    QStringList m_fault;
};

Result<JsonTree> treeOf(Snapshot snapshot)
{
    snapshot.id.clear();
    snapshot.prevId.clear();
    return JsonTree::parse(writeSnapshot(snapshot));
}

} // namespace

Result<Snapshot> mergeSnapshots(const Snapshot &base, const Snapshot &ours, const Snapshot &theirs)
{
    const auto before = treeOf(base);
    const auto here = treeOf(ours);
    const auto there = treeOf(theirs);
    if (!before || !here || !there)
        return Error{.code = Error::Code::Internal, .message = Words::tr("A snapshot cannot be read.")};
    Merge merge;
    const auto text = merge.value({&*before, 0}, {&*here, 0}, {&*there, 0});
    if (!merge.fault().isEmpty())
        return Error{.code = Error::Code::Conflict,
                     .message = Words::tr("Both branches changed %1.").arg(merge.fault().join(u" › "_s))};
    auto merged = readSnapshot(text);
    if (merged) {
        merged->id = ours.id;
        merged->prevId = ours.prevId;
    }
    return merged;
}

} // namespace squall::drizzle
