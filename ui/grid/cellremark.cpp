#include "ui/grid/cellremark.h"

#include "models/editablemodel.h"
#include "ui/grid/grid.h"
#include "ui/theme/theme.h"

#include <QAccessible>

namespace squall::ui {

CellRemark::CellRemark(const Theme &theme, Grid &grid, models::EditableModel &rows, QWidget *parent)
    : QLabel(parent)
    , m_theme(theme)
    , m_grid(grid)
    , m_rows(rows)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setContentsMargins(12, 6, 12, 6);
    setAutoFillBackground(true);
    connect(&grid, &Grid::selectionChanged, this, &CellRemark::calm);
    connect(&rows, &models::EditableModel::editsChanged, this, &CellRemark::update);
    connect(&rows, &models::EditableModel::consequencesChanged, this, &CellRemark::update);
    connect(&rows, &models::EditableModel::refusalChanged, this, &CellRemark::calm);
    connect(&theme, &Theme::changed, this, &CellRemark::update);
    update();
}

void CellRemark::refuse(const QString &why)
{
    m_refused = why;
    update();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void CellRemark::calm()
{
    m_refused.clear();
    update();
}

QModelIndex CellRemark::indexHere() const
{
    const auto [row, column] = m_grid.currentCell();
    const qint64 loaded = row - m_rows.firstRow();
    if (row < 0 || loaded < 0 || loaded >= m_rows.rowCount())
        return {};
    return m_rows.index(static_cast<int>(loaded), column);
}

/// Why the current cell's new value cannot be.
QString CellRemark::faultHere() const
{
    const auto index = indexHere();
    const auto fault = index.data(models::FaultRole).toString();
    const auto name = m_rows.headerData(index.column(), Qt::Horizontal).toString();
    return fault.isEmpty() ? QString() : tr("%1: %2", "column: what is wrong with it").arg(name, fault);
}

/// What goes along with the current row, which is to be deleted.
QString CellRemark::consequencesHere() const
{
    const bool removed =
        indexHere().data(models::RowMarkRole).value<models::EditMark>() == models::EditMark::Removed;
    return removed ? m_rows.consequences() : QString();
}

void CellRemark::update()
{
    const bool shown = !isHidden();
    const auto fault = faultHere();
    if (!m_refused.isEmpty())
        say(m_refused, Token::Changed, Token::ChangedGround);
    else if (!fault.isEmpty())
        say(fault, Token::Removed, Token::RemovedGround);
    else
        say(consequencesHere(), Token::Changed, Token::ChangedGround);
    if (!shown && !isHidden())
        emit appeared();
}

void CellRemark::say(const QString &text, Token ink, Token ground)
{
    auto colors = palette();
    colors.setColor(QPalette::Window, m_theme.color(ground));
    colors.setColor(QPalette::WindowText, m_theme.color(ink));
    setPalette(colors);
    setText(text);
    setVisible(!text.isEmpty());
}

} // namespace squall::ui
