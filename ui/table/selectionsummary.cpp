#include "ui/table/selectionsummary.h"

#include "ui/grid/grid.h"

#include <QLocale>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

/// While a selection grows under the mouse, adding up can wait.
constexpr int settlingMs = 60;
constexpr qsizetype digitsInGroup = 3;

} // namespace

QString groupedNumber(const QByteArray &number)
{
    const auto text = QString::fromLatin1(number);
    const bool plain = !text.isEmpty() && (text.front().isDigit() || text.front() == u'-') &&
                       !text.contains(u':') && text.lastIndexOf(u'-') <= 0;
    if (!plain)
        return text;
    const QLocale locale;
    auto whole = text.section(u'.', 0, 0);
    const auto fraction = text.section(u'.', 1);
    const qsizetype first = whole.startsWith(u'-') ? 1 : 0;
    for (auto at = whole.size() - digitsInGroup; at > first; at -= digitsInGroup)
        whole.insert(at, locale.groupSeparator());
    return fraction.isEmpty() ? whole : whole + locale.decimalPoint() + fraction;
}

SelectionSummary::SelectionSummary(Grid &grid, QObject *parent)
    : QObject(parent)
    , m_grid(grid)
{
    m_settling.setSingleShot(true);
    m_settling.setInterval(settlingMs);
    m_settling.callOnTimeout(this, &SelectionSummary::begin);
    connect(&grid, &Grid::selectionChanged, &m_settling, qOverload<>(&QTimer::start));
    if (auto *model = grid.model()) {
        connect(model, &QAbstractItemModel::dataChanged, &m_settling, qOverload<>(&QTimer::start));
        connect(model, &models::WindowModel::windowChanged, &m_settling, qOverload<>(&QTimer::start));
    }
    connect(&m_aggregates, &models::SelectionAggregates::finished, this, &SelectionSummary::say);
}

void SelectionSummary::begin()
{
    std::vector<models::CellBlock> blocks;
    for (const auto &range : m_grid.selection().ranges())
        blocks.push_back({range.top, range.left, range.bottom, range.right});
    m_aggregates.add(m_grid.model(), std::move(blocks));
}

void SelectionSummary::say()
{
    const auto &found = m_aggregates.result();
    QStringList parts;
    if (found.cells > 1 || found.sum)
        parts << (found.cells == 1 ? tr("1 cell") : tr("%L1 cells").arg(found.cells));
    if (found.cells > 1 && found.values < found.loaded)
        parts << tr("%L1 values", "not NULL").arg(found.values);
    if (found.sum)
        parts << tr("sum %1").arg(groupedNumber(*found.sum));
    if (found.average && found.values > 1)
        parts << tr("avg %1", "average").arg(groupedNumber(*found.average));
    if (found.minimum && found.values > 1)
        parts << tr("min %1").arg(groupedNumber(*found.minimum))
              << tr("max %1").arg(groupedNumber(*found.maximum));
    if (!found.isComplete() && !parts.isEmpty())
        parts << tr("of the %L1 that are loaded").arg(found.loaded);
    const auto text = parts.join(u" · "_s);
    if (std::exchange(m_text, text) != text)
        emit changed(text);
}

} // namespace squall::ui
