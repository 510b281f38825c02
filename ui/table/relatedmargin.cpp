#include "ui/table/relatedmargin.h"

#include "models/visiblecounts.h"
#include "ui/table/nestedrows.h"
#include "ui/table/openedrows.h"

#include <QLocale>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

QString countText(int rows)
{
    return rows > models::relatedCountLimit ? QLocale().toString(models::relatedCountLimit) + u'+'
                                            : QLocale().toString(rows);
}

} // namespace

RelatedMargin::RelatedMargin(const models::VisibleCounts &counts, const OpenedRows &opened, QObject *parent)
    : GridMargin(parent)
    , m_counts(counts)
    , m_opened(opened)
{
    connect(&counts, &models::VisibleCounts::countsChanged, this, &GridMargin::changed);
    connect(&counts, &models::VisibleCounts::columnsChanged, this, &GridMargin::notesChanged);
    connect(&opened, &OpenedRows::changed, this, &GridMargin::changed);
}

int RelatedMargin::noteCount() const
{
    return static_cast<int>(m_counts.count());
}

QString RelatedMargin::title(int note) const
{
    return m_counts.relation(static_cast<size_t>(note)).from.name;
}

QString RelatedMargin::subtitle(int note) const
{
    return tr("by %1", "columns that point")
        .arg(m_counts.relation(static_cast<size_t>(note)).columns.join(u", "));
}

GridMargin::Note RelatedMargin::note(int note, qint64 row) const
{
    const auto [rows, why] = m_counts.at(static_cast<size_t>(note), row);
    if (rows)
        return {.text = countText(*rows), .quiet = *rows == 0};
    return {.text = why.isEmpty() ? QString() : u"—"_s, .quiet = true};
}

QString RelatedMargin::toolTip(int note, qint64 row) const
{
    const auto &relation = m_counts.relation(static_cast<size_t>(note));
    if (row < 0)
        return tr("How many rows of %1 point to each row by %2")
            .arg(relation.from.text(), relation.columns.join(u", "));
    const auto [rows, why] = m_counts.at(static_cast<size_t>(note), row);
    if (!rows)
        return why;
    return *rows > models::relatedCountLimit ? tr("More than %L1 rows of %2 point here")
                                                   .arg(models::relatedCountLimit)
                                                   .arg(relation.from.text())
                                             : QString();
}

QString RelatedMargin::spoken(qint64 row) const
{
    QStringList words;
    for (int note = 0; note < noteCount(); ++note) {
        const auto &relation = m_counts.relation(static_cast<size_t>(note));
        if (const auto rows = m_counts.at(static_cast<size_t>(note), row).rows)
            words << tr("%1 %2", "how many, and of what").arg(countText(*rows), relationText(relation));
    }
    if (isOpen(row))
        words << tr("open");
    return words.join(u", ");
}

bool RelatedMargin::canOpen(qint64 row) const
{
    return m_opened.canOpen(row);
}

bool RelatedMargin::isOpen(qint64 row) const
{
    return m_opened.isOpen(row);
}

} // namespace squall::ui
