#include "core/edit/values/jsonedit.h"

#include "core/base/jsonstring.h"

#include <QSet>

#include <utility>

namespace squall::edit {

namespace {

QByteArray between(const JsonTree &tree, qsizetype begin, qsizetype end)
{
    return tree.text().mid(begin, end - begin);
}

QByteArray spliced(const JsonTree &tree, qsizetype begin, qsizetype end, const QByteArray &piece)
{
    return tree.text().left(begin) + piece + tree.text().mid(end);
}

int lastChild(const JsonTree &tree, int parent)
{
    int last = tree.node(parent).firstChild;
    while (last >= 0 && tree.node(last).next >= 0)
        last = tree.node(last).next;
    return last;
}

int previousSibling(const JsonTree &tree, int node)
{
    int previous = -1;
    for (int i = tree.node(tree.node(node).parent).firstChild; i != node; i = tree.node(i).next)
        previous = i;
    return previous;
}

/// What stands between two members, the comma with its blanks: here, or else anywhere in the text.
QByteArray separator(const JsonTree &tree, int parent)
{
    const int first = tree.node(parent).firstChild;
    if (first >= 0 && tree.node(first).next >= 0)
        return between(tree, tree.node(first).end, tree.node(tree.node(first).next).start());
    const auto lead =
        first >= 0 ? between(tree, tree.node(parent).begin + 1, tree.node(first).start()) : QByteArray();
    if (!lead.isEmpty())
        return ',' + lead;
    for (int i = 0; i < tree.size(); ++i) {
        const auto &node = tree.node(i);
        const auto found =
            node.next >= 0 ? between(tree, node.end, tree.node(node.next).start()) : QByteArray();
        if (!found.isEmpty() && !found.contains('\n'))
            return found;
    }
    return ", ";
}

QByteArray colon(const JsonTree &tree)
{
    for (int i = 0; i < tree.size(); ++i) {
        if (tree.node(i).hasKey())
            return between(tree, tree.node(i).keyEnd, tree.node(i).begin);
    }
    return ": ";
}

} // namespace

QByteArray withJsonValue(const JsonTree &tree, int node, const QByteArray &value)
{
    return spliced(tree, tree.node(node).begin, tree.node(node).end, value);
}

QByteArray withJsonKey(const JsonTree &tree, int node, const QString &key)
{
    return spliced(tree, tree.node(node).keyBegin, tree.node(node).keyEnd, encodeJsonString(key));
}

QByteArray withJsonAppended(const JsonTree &tree, int parent, const QString &key, const QByteArray &value)
{
    const auto &above = tree.node(parent);
    const auto member = above.kind == JsonKind::Object ? encodeJsonString(key) + colon(tree) + value : value;
    const int last = lastChild(tree, parent);
    if (last < 0)
        return spliced(tree, above.begin + 1, above.end - 1, member);
    return spliced(tree, tree.node(last).end, tree.node(last).end, separator(tree, parent) + member);
}

QByteArray withoutJsonNode(const JsonTree &tree, int node)
{
    const auto &gone = tree.node(node);
    if (gone.next >= 0)
        return spliced(tree, gone.start(), tree.node(gone.next).start(), {});
    if (const int previous = previousSibling(tree, node); previous >= 0)
        return spliced(tree, tree.node(previous).end, gone.end, {});
    const auto &parent = tree.node(gone.parent);
    return spliced(tree, parent.begin + 1, parent.end - 1, {});
}

QByteArray withJsonSwapped(const JsonTree &tree, int node, int sibling)
{
    const auto *first = &tree.node(node);
    const auto *second = &tree.node(sibling);
    if (second->begin < first->begin)
        std::swap(first, second);
    return tree.text().left(first->start()) + between(tree, second->start(), second->end) +
           between(tree, first->end, second->start()) + between(tree, first->start(), first->end) +
           tree.text().mid(second->end);
}

QString freeJsonKey(const JsonTree &tree, int object, const QString &stem)
{
    QSet<QString> taken;
    for (int i = tree.node(object).firstChild; i >= 0; i = tree.node(i).next)
        taken.insert(tree.key(i));
    auto key = stem;
    for (int number = 2; taken.contains(key); ++number)
        key = stem + QString::number(number);
    return key;
}

} // namespace squall::edit
