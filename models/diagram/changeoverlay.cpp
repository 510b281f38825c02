#include "models/diagram/overlaymakers.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace squall::models {

using namespace Qt::StringLiterals;
using diagram::Fate;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::DiagramOverlay)
};

DiagramMark markOf(Fate fate)
{
    switch (fate) {
    case Fate::Added: return {.tone = DiagramTone::Added, .text = u"+"_s};
    case Fate::Removed: return {.tone = DiagramTone::Removed, .text = u"−"_s};
    case Fate::Altered: break;
    }
    return {.tone = DiagramTone::Altered, .text = u"~"_s};
}

QString wordOf(Fate fate)
{
    switch (fate) {
    case Fate::Added: return Text::tr("added");
    case Fate::Removed: return Text::tr("removed");
    case Fate::Altered: break;
    }
    return Text::tr("altered");
}

/// How many of each, with one fate.
struct Count
{
    int tables = 0;
    int columns = 0; ///< of tables that stay
    int references = 0;

    QString text() const
    {
        const auto counted = [](int count, const QString &one, const QString &many) {
            return count == 1 ? one : many.arg(QLocale().toString(count));
        };
        QStringList parts;
        if (tables > 0)
            parts << counted(tables, Text::tr("1 table"), Text::tr("%1 tables"));
        if (columns > 0)
            parts << counted(columns, Text::tr("1 column"), Text::tr("%1 columns"));
        if (references > 0)
            parts << counted(references, Text::tr("1 reference"), Text::tr("%1 references"));
        return parts.join(u", "_s);
    }
};

class Marker
{
public:
    Marker(DiagramOverlay &made, const DiagramContent &content, const diagram::Changes &changes)
        : m_made(made)
        , m_content(content)
    {
        for (const auto &change : changes)
            m_changes.insert(change.id, &change);
    }

    void mark()
    {
        for (std::size_t i = 0; i < m_content.boxes.size(); ++i) {
            const auto *change = m_changes.value(m_content.boxes[i].id);
            if (!change)
                continue;
            m_made.boxes[i] = markOf(change->fate);
            m_made.boxWords[static_cast<int>(i)] << wordOf(change->fate) << change->how;
            ++count(change->fate).tables;
            markRows(static_cast<int>(i), change->fate == Fate::Altered);
        }
        for (std::size_t i = 0; i < m_content.lines.size(); ++i)
            markLine(static_cast<int>(i));
        tell();
    }

private:
    Count &count(Fate fate) { return m_counts[static_cast<std::size_t>(fate)]; }

    void markRows(int box, bool stays)
    {
        const auto &each = m_content.boxes[static_cast<std::size_t>(box)];
        for (std::size_t i = 0; i < each.rows.size(); ++i) {
            const auto *change = m_changes.value(catalog::partOf(each.id, Kind::Column, each.rows[i].name));
            if (!change)
                continue;
            const int row = static_cast<int>(i);
            // Of a table that comes or goes, all do.
            if (stays) {
                markRow(m_made, m_content, box, row, markOf(change->fate));
                ++count(change->fate).columns;
                m_made.boxWords[box] << markOf(change->fate).text + u' ' + each.rows[i].name +
                                            (change->how.isEmpty() ? QString()
                                                                   : u": "_s + change->how.join(u", "_s));
            }
            m_made.rowWords[DiagramOverlay::rowKey(box, row)] << wordOf(change->fate) << change->how;
        }
    }

    void markLine(int number)
    {
        const auto at = static_cast<std::size_t>(number);
        const auto &line = m_content.lines[at];
        const auto &from = m_content.boxes[static_cast<std::size_t>(line.from)].id;
        const auto *change = m_changes.value(catalog::partOf(from, Kind::Constraint, line.name));
        if (!change)
            return;
        m_made.lines[at] = markOf(change->fate);
        m_made.lineWords[number] << wordOf(change->fate) << change->how;
        ++count(change->fate).references;
    }

    void tell()
    {
        auto &legend = m_made.legend;
        legend.title = Text::tr("Changes");
        for (const auto fate : {Fate::Added, Fate::Removed, Fate::Altered}) {
            if (const auto text = count(fate).text(); !text.isEmpty())
                legend.entries.push_back({markOf(fate), wordOf(fate) + u": "_s + text});
        }
        if (legend.entries.empty())
            legend.notes << Text::tr("Nothing has changed.");
    }

    DiagramOverlay &m_made;
    const DiagramContent &m_content;
    QHash<ObjectId, const diagram::Change *> m_changes;
    std::array<Count, 3> m_counts;
};

} // namespace

void markChanges(DiagramOverlay &made, const DiagramContent &content, const diagram::Changes &changes)
{
    Marker(made, content, changes).mark();
}

} // namespace squall::models
