#include "models/reviewentry.h"

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestBrief = 60;

QString brief(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return u"''"_s;
    // A character is four bytes at most: no need to decode a megabyte in order to show sixty of them.
    auto text = QString::fromUtf8(bytes.left(longestBrief * 4)).simplified();
    if (text.size() <= longestBrief && bytes.size() <= longestBrief * 4)
        return text.isEmpty() ? u"' '"_s : text;
    text.truncate(longestBrief);
    return text + u'…';
}

QString titleOf(const edit::RowIdentity &row)
{
    QStringList parts;
    for (const auto &[column, value] : row.parts) {
        if (column != u"tableoid")
            parts << column + u' ' + brief(value);
    }
    return parts.join(u", "_s);
}

ReviewEntry entryOf(const ObjectId &relation, const edit::RowIdentity &row, const edit::RowEdit &edit)
{
    ReviewEntry entry{.relation = relation,
                      .mark = edit.removed ? EditMark::Removed : EditMark::Changed,
                      .row = row,
                      .title = titleOf(row)};
    if (edit.removed) {
        // What tells a person which row it is.
        for (auto it = edit.original.begin(); it != edit.original.end(); ++it) {
            if (it.value())
                entry.changes.push_back({it.key(), briefValue(it.value()), {}});
        }
        return entry;
    }
    for (auto it = edit.values.begin(); it != edit.values.end(); ++it)
        entry.changes.push_back({it.key(), briefValue(edit.original.value(it.key())), briefValue(*it)});
    return entry;
}

ReviewEntry entryOf(const ObjectId &relation, const edit::NewRow &row)
{
    ReviewEntry entry{
        .relation = relation, .mark = EditMark::Added, .newRow = row.id, .title = ReviewEntry::tr("New row")};
    for (auto it = row.values.begin(); it != row.values.end(); ++it)
        entry.changes.push_back({it.key(), {}, briefValue(*it)});
    return entry;
}

int rank(EditMark mark)
{
    switch (mark) {
    case EditMark::Removed: return 0;
    case EditMark::Changed: return 1;
    case EditMark::Added: return 2;
    case EditMark::None: return 3;
    }
    return 3;
}

} // namespace

QString briefValue(const Query::Parameter &value)
{
    return value ? brief(*value) : u"NULL"_s;
}

QString briefValue(const edit::NewValue &value)
{
    switch (value.kind) {
    case edit::NewValue::Kind::Null: return u"NULL"_s;
    case edit::NewValue::Kind::Text: return brief(value.text);
    case edit::NewValue::Kind::Default: return u"DEFAULT"_s;
    case edit::NewValue::Kind::Now: return u"now()"_s;
    case edit::NewValue::Kind::RandomUuid: return u"gen_random_uuid()"_s;
    }
    return {};
}

QString ReviewEntry::summary() const
{
    QStringList parts;
    for (const auto &change : changes) {
        switch (mark) {
        case EditMark::Added: parts << change.column + u' ' + change.after; break;
        case EditMark::Removed: parts << change.column + u' ' + change.before; break;
        case EditMark::Changed:
        case EditMark::None: parts << change.column + u' ' + change.before + u" → "_s + change.after; break;
        }
    }
    if (parts.isEmpty() && mark == EditMark::Added)
        return tr("every column as its default has it");
    return parts.join(u", "_s);
}

std::vector<ReviewEntry> ReviewEntry::of(const std::vector<edit::StagedEdits> &edits)
{
    std::vector<ReviewEntry> entries;
    for (const auto &staged : edits) {
        const auto begin = static_cast<std::ptrdiff_t>(entries.size());
        for (auto it = staged.rows().begin(); it != staged.rows().end(); ++it)
            entries.push_back(entryOf(staged.relation(), it.key(), *it));
        for (const auto &row : staged.newRows())
            entries.push_back(entryOf(staged.relation(), row));
        std::stable_sort(entries.begin() + begin, entries.end(),
                         [](const auto &one, const auto &two) { return rank(one.mark) < rank(two.mark); });
    }
    return entries;
}

} // namespace squall::models
