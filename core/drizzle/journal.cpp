#include "core/drizzle/journal.h"

#include "core/base/jsonstring.h"
#include "core/base/jsontree.h"
#include "core/base/textfault.h"

#include <QCoreApplication>

#include <cmath>
#include <utility>

namespace squall::drizzle {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::drizzle::Journal)
};

/// The last millisecond that JavaScript can count.
constexpr double latestTime = 8.64e15;

constexpr auto nothing = R"({"version":"7","dialect":"postgresql","entries":[]})";

/// -1: there is none of that kind.
int memberOf(const JsonTree &tree, int object, QStringView name, JsonKind kind)
{
    const int member = tree.member(object, name);
    return member >= 0 && tree.node(member).kind == kind ? member : -1;
}

Error fault(const JsonTree &tree, int node, const QString &message)
{
    auto error = faultAt(tree.text(), tree.node(node).start(), message);
    error.context = tree.path(node);
    return error;
}

Result<JournalEntry> readEntry(const JsonTree &tree, int node)
{
    JournalEntry entry;
    const int tag = memberOf(tree, node, u"tag", JsonKind::String);
    if (tag < 0)
        return fault(tree, node, Words::tr("An entry without a “tag” leads to no file."));
    entry.tag = tree.string(tag);
    const int when = memberOf(tree, node, u"when", JsonKind::Number);
    if (when < 0)
        return fault(tree, node,
                     Words::tr("Without a “when” nobody knows whether “%1” is applied.").arg(entry.tag));
    bool ok = false;
    const double time = tree.value(when).toDouble(&ok);
    if (!ok || std::abs(time) > latestTime)
        return fault(tree, when, Words::tr("This is no time: it counts milliseconds since 1970."));
    entry.when = static_cast<qint64>(time);
    if (const int idx = memberOf(tree, node, u"idx", JsonKind::Number); idx >= 0)
        entry.idx = tree.value(idx).toInt();
    entry.version = tree.string(tree.member(node, u"version"));
    entry.breakpoints = memberOf(tree, node, u"breakpoints", JsonKind::False) < 0;
    return entry;
}

QByteArray written(const JournalEntry &entry)
{
    return R"({"idx":)" + QByteArray::number(entry.idx) + R"(,"version":)" + encodeJsonString(entry.version) +
           R"(,"when":)" + QByteArray::number(entry.when) + R"(,"tag":)" + encodeJsonString(entry.tag) +
           R"(,"breakpoints":)" + (entry.breakpoints ? "true" : "false") + '}';
}

/// The node of an entry, in a text that was read before.
int entryNode(const JsonTree &tree, std::size_t entry)
{
    int node = tree.node(tree.member(0, u"entries")).firstChild;
    for (; entry > 0; --entry)
        node = tree.node(node).next;
    return node;
}

} // namespace

Journal::Journal()
{
    adopt(nothing);
}

Result<Journal> Journal::read(const QByteArray &text)
{
    Journal journal;
    if (const auto taken = journal.take(text); !taken)
        return taken.error();
    return journal;
}

Result<Done> Journal::take(const QByteArray &text)
{
    const auto tree = JsonTree::parse(text);
    if (!tree)
        return tree.error();
    const int list = memberOf(*tree, 0, u"entries", JsonKind::Array);
    if (list < 0)
        return fault(*tree, 0, Words::tr("A journal has a list of “entries”; there is none."));
    std::vector<JournalEntry> entries;
    for (int child = tree->node(list).firstChild; child >= 0; child = tree->node(child).next) {
        auto entry = readEntry(*tree, child);
        if (!entry)
            return entry.error();
        entries.push_back(*std::move(entry));
    }
    m_entries = std::move(entries);
    m_dialect = tree->string(tree->member(0, u"dialect"));
    m_text = text;
    return Done{};
}

/// A text that was made here.
void Journal::adopt(const QByteArray &text)
{
    const auto taken = take(layOut(text, JsonLayout::Indented));
    Q_ASSERT(taken);
    Q_UNUSED(taken)
}

void Journal::append(const JournalEntry &entry)
{
    const auto tree = *JsonTree::parse(m_text);
    const auto &list = tree.node(tree.member(0, u"entries"));
    adopt(m_text.left(list.end - 1) + (list.childCount > 0 ? "," : "") + written(entry) +
          m_text.mid(list.end - 1));
}

void Journal::remove(std::size_t entry)
{
    const auto tree = *JsonTree::parse(m_text);
    const auto &gone = tree.node(entryNode(tree, entry));
    auto begin = gone.begin;
    auto end = gone.end;
    if (gone.next >= 0)
        end = tree.node(gone.next).begin;
    else if (entry > 0)
        begin = tree.node(entryNode(tree, entry - 1)).end;
    adopt(m_text.left(begin) + m_text.mid(end));
}

void Journal::replace(std::size_t at, const JournalEntry &entry)
{
    const auto tree = *JsonTree::parse(m_text);
    const int node = entryNode(tree, at);
    QByteArray text = m_text.left(tree.node(node).begin) + '{';
    bool wroteIdx = false;
    for (int child = tree.node(node).firstChild; child >= 0; child = tree.node(child).next) {
        const auto key = tree.key(child);
        text += encodeJsonString(key) + ':';
        if (key == u"idx")
            text += QByteArray::number(entry.idx);
        else if (key == u"when")
            text += QByteArray::number(entry.when);
        else if (key == u"tag")
            text += encodeJsonString(entry.tag);
        else
            text += tree.value(child);
        wroteIdx |= key == u"idx";
        text += ',';
    }
    text += wroteIdx ? "" : "\"idx\":" + QByteArray::number(entry.idx) + ',';
    text.chop(1);
    adopt(text + '}' + m_text.mid(tree.node(node).end));
}

} // namespace squall::drizzle
