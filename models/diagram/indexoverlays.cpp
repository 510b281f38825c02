#include "core/base/quote.h"
#include "models/diagram/overlaymakers.h"
#include "models/quantity.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::DiagramOverlay)
};

QString number(qsizetype count)
{
    return QLocale().toString(count);
}

QString createIndex(const ObjectId &table, const QStringList &columns)
{
    QStringList quoted;
    for (const auto &column : columns)
        quoted << quote(column);
    return u"create index on "_s + quote(table.schema, table.name) + u" ("_s + quoted.join(u", "_s) + u");"_s;
}

QHash<ObjectId, int> boxesOf(const diagram::Diagram &diagram)
{
    QHash<ObjectId, int> boxes;
    for (std::size_t i = 0; i < diagram.entities.size(); ++i) {
        boxes.insert(diagram.entities[i].id, static_cast<int>(i));
        for (const auto &partition : diagram.entities[i].partitions)
            boxes.insert(partition, static_cast<int>(i));
    }
    return boxes;
}

void sayWhatIsMissing(DiagramLegend &legend, qsizetype lines, qsizetype boxes)
{
    const DiagramMark mark{.tone = DiagramTone::Warning, .text = u"!"_s};
    if (lines == 0) {
        legend.notes << Text::tr("Every foreign key has an index.");
        return;
    }
    const auto keys = lines == 1 ? Text::tr("1 foreign key without one")
                                 : Text::tr("%1 foreign keys without one").arg(number(lines));
    const auto tables = boxes == 1 ? Text::tr("in 1 table") : Text::tr("in %1 tables").arg(number(boxes));
    legend.entries.push_back({mark, keys + u' ' + tables});
    legend.notes << Text::tr("A delete in the table that is pointed to reads the other one whole.");
}

void sayWhatIsUnused(DiagramLegend &legend, const IndexUsage &usage, qsizetype count, qint64 bytes,
                     qsizetype tables)
{
    if (count == 0)
        legend.notes << Text::tr("Every index was used.");
    else
        legend.entries.push_back({{.tone = DiagramTone::Warning, .text = number(count)},
                                  Text::tr("unused, %1 in %2 tables").arg(byteSize(bytes), number(tables))});
    legend.notes
        << (usage.since.isValid()
                ? Text::tr("Counted since %1.").arg(QLocale().toString(usage.since, QLocale::ShortFormat))
                : Text::tr("The statistics were never reset."));
    legend.notes << Text::tr("A replica counts for itself: an index may be in use there. Those that keep a "
                             "key or a constraint are not asked about.");
}

} // namespace

void markMissingIndexes(DiagramOverlay &made, const diagram::Diagram &diagram, const DiagramContent &content)
{
    QHash<int, int> missing;
    for (std::size_t i = 0; i < diagram.references.size(); ++i) {
        const auto &reference = diagram.references[i];
        if (reference.indexed || reference.origin != diagram::Reference::Origin::ForeignKey)
            continue;
        const auto &from = diagram.entities[static_cast<std::size_t>(reference.from)];
        const auto &to = diagram.entities[static_cast<std::size_t>(reference.to)];
        QStringList columns;
        for (const int column : reference.columns)
            columns << from.columns[static_cast<std::size_t>(column)].name;
        const auto words = Text::tr("%1 has no index on (%2), by which it refers to %3")
                               .arg(from.id.name, columns.join(u", "_s), to.id.name);
        const auto line = static_cast<int>(i);
        const DiagramMark mark{.tone = DiagramTone::Warning, .text = u"!"_s};
        made.lines[i] = mark;
        made.lineWords[line] << words;
        made.boxWords[reference.from] << words;
        made.remedies.insert(line, createIndex(from.id, columns));
        ++missing[reference.from];
        const auto &rows = content.boxes[static_cast<std::size_t>(reference.from)].rows;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (!columns.contains(rows[row].name))
                continue;
            markRow(made, content, reference.from, static_cast<int>(row), mark);
            made.rowWords[DiagramOverlay::rowKey(reference.from, static_cast<int>(row))] << words;
        }
    }
    for (auto count = missing.begin(); count != missing.end(); ++count) {
        auto &mark = made.boxes[static_cast<std::size_t>(count.key())];
        mark = {.tone = DiagramTone::Warning, .text = u"! "_s + number(*count)};
    }
    made.legend.title = Text::tr("Missing indexes");
    sayWhatIsMissing(made.legend, made.remedies.size(), missing.size());
}

void markUnusedIndexes(DiagramOverlay &made, const diagram::Diagram &diagram, const IndexUsage *usage)
{
    auto &legend = made.legend;
    legend.title = Text::tr("Unused indexes");
    if (!usage) {
        legend.notes << Text::tr("Reading the statistics…");
        return;
    }
    if (!usage->problem.isEmpty() || !usage->counting) {
        legend.notes << (usage->problem.isEmpty()
                             ? Text::tr("This server does not count (track_counts is off).")
                             : usage->problem);
        return;
    }
    const auto boxes = boxesOf(diagram);
    QHash<int, std::pair<int, qint64>> unused;
    qsizetype count = 0;
    qint64 bytes = 0;
    for (const auto &index : usage->unused) {
        const int box = boxes.value(index.table, -1);
        if (box < 0)
            continue;
        made.boxWords[box] << Text::tr("unused: %1, %2").arg(index.name, byteSize(index.bytes));
        ++unused[box].first;
        unused[box].second += index.bytes;
        ++count;
        bytes += index.bytes;
    }
    for (auto each = unused.begin(); each != unused.end(); ++each)
        made.boxes[static_cast<std::size_t>(each.key())] = {
            .tone = DiagramTone::Warning,
            .text = Text::tr("%1 unused").arg(number(each->first)) + u" · "_s + byteSize(each->second)};
    sayWhatIsUnused(made.legend, *usage, count, bytes, unused.size());
}

} // namespace squall::models
