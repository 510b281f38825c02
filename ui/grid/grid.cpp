#include "ui/grid/grid.h"

#include "ui/grid/gridaccessible.h"
#include "ui/grid/gridclipboard.h"
#include "ui/grid/gridediting.h"
#include "ui/grid/gridmargin.h"

#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QMimeData>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int patienceMs = 300;
constexpr int defaultWidth = 140;
constexpr int widestFitted = 320;
constexpr int rowsFitted = 60;
/// Beyond this the bar stands for the rows in proportion, no longer pixel by pixel.
constexpr qint64 longestBar = 1 << 30;

int barMaximum(qint64 pixels)
{
    return static_cast<int>(std::min(pixels, longestBar));
}

int barValue(qint64 pixels, qint64 maximum)
{
    if (maximum <= longestBar)
        return static_cast<int>(pixels);
    return static_cast<int>(static_cast<long double>(pixels) / static_cast<long double>(maximum) *
                            longestBar);
}

qint64 pixelsOf(int value, qint64 maximum)
{
    if (maximum <= longestBar)
        return value;
    return static_cast<qint64>(static_cast<long double>(value) / longestBar *
                               static_cast<long double>(maximum));
}

} // namespace

Grid::Grid(const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_painter(theme)
    , m_marginPainter(theme)
{
    installGridAccessibility();
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Rows"));
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_skeleton = true;
        viewport()->update();
    });
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this, &Grid::stepVertically);
}

Grid::~Grid()
{
    // It watches the viewport, which outlives this part of the object.
    delete std::exchange(m_editing, nullptr);
}

void Grid::setModel(models::WindowModel *model)
{
    if (m_model)
        m_model->disconnect(this);
    m_model = model;
    m_widths.clear();
    m_kept = {};
    if (m_model) {
        connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &Grid::keep);
        connect(m_model, &QAbstractItemModel::modelReset, this, &Grid::reset);
        connect(m_model, &QAbstractItemModel::headerDataChanged, this, &Grid::readColumns);
        connect(m_model, &QAbstractItemModel::rowsInserted, this, &Grid::updateWindow);
        connect(m_model, &QAbstractItemModel::rowsRemoved, this, &Grid::updateWindow);
        connect(m_model, &QAbstractItemModel::dataChanged, viewport(), qOverload<>(&QWidget::update));
        connect(m_model, &models::WindowModel::windowChanged, this, &Grid::updateWindow);
        connect(m_model, &models::WindowModel::renumbered, this, &Grid::shiftRows);
        connect(m_model, &QObject::destroyed, this, [this] {
            m_model = nullptr;
            reset();
        });
        connect(this, &Grid::windowNeeded, m_model, &models::WindowModel::need);
    }
    reset();
}

void Grid::reset()
{
    const auto before = m_selection.current();
    const int columns = m_model ? m_model->columnCount() : 0;
    m_painter.forgetText();
    m_selection.clear();
    m_left = {};
    m_layout.setRowCount(0);
    m_layout.setColumnCount(columns, defaultWidth);
    m_fitted.assign(static_cast<size_t>(columns), false);
    m_asked = {-1, 0};
    readColumns();
    keepWidths();
    updateWindow();
    restoreKept();
    if (before.isValid())
        emit selectionChanged();
}

void Grid::readColumns()
{
    m_columns.clear();
    for (int column = 0; column < m_layout.columnCount(); ++column)
        m_columns.push_back(GridColumn::of(*m_model, column));
    viewport()->update();
}

void Grid::updateWindow()
{
    m_layout.setRowCount(m_model ? m_model->rowCountEstimate() : 0);
    const auto before = m_selection.current();
    m_selection.clamp(m_layout.rowCount(), m_layout.columnCount());
    fitNewColumns();
    updateScrollBars();
    askForRows();
    auto changed = viewport()->rect();
    if (m_selection.ranges().empty()) // What is selected shows in the header.
        changed.setTop(GridLayout::headerHeight);
    viewport()->update(changed);
    if (before != m_selection.current())
        emit selectionChanged();
}

void Grid::shiftRows(qint64 delta)
{
    m_layout.setRowCount(std::max(m_layout.rowCount(), m_model->rowCountEstimate()));
    m_layout.shiftRows(delta);
    m_selection.shift(delta);
    m_asked = {-1, 0};
    updateWindow();
}

void Grid::fitNewColumns()
{
    if (!m_model || m_model->rowCount() == 0)
        return;
    for (int column = 0; column < m_layout.columnCount(); ++column) {
        if (m_fitted[static_cast<size_t>(column)])
            continue;
        fitColumn(column);
        const int header = m_painter.headerWidth(m_columns[static_cast<size_t>(column)]);
        setColumnWidth(column, std::min(columnWidth(column), std::max(header, widestFitted)));
    }
}

void Grid::fitColumn(int column)
{
    const auto &shown = m_columns[static_cast<size_t>(column)];
    int width = m_painter.headerWidth(shown);
    if (m_model) {
        const qint64 top = std::clamp<qint64>(topRow() - m_model->firstRow(), 0, m_model->rowCount());
        const int end = static_cast<int>(std::min<qint64>(m_model->rowCount(), top + rowsFitted));
        for (int row = static_cast<int>(top); row < end; ++row)
            width = std::max(width, m_painter.cellWidth(shown, GridCell::of(*m_model, row, column)));
    }
    setColumnWidth(column, std::min(width, std::max(2 * widestFitted, viewport()->width() / 2)));
}

void Grid::setColumnWidth(int column, int width)
{
    m_layout.setColumnWidth(column, width);
    m_fitted[static_cast<size_t>(column)] = true;
    m_widths.insert(m_columns[static_cast<size_t>(column)].name, columnWidth(column));
    updateScrollBars();
    viewport()->update();
}

void Grid::askForRows()
{
    if (!m_model || !isVisible())
        return;
    const auto visible = m_layout.visibleRows();
    const auto [first, count] = visible;
    const bool missing =
        first < m_model->firstRow() || first + count > m_model->firstRow() + m_model->rowCount();
    if (visible != m_asked || missing) {
        m_asked = visible;
        emit windowNeeded(first, std::max(count, m_layout.rowsPerPage()));
    }
    if (!missing) {
        m_patience.stop();
        m_skeleton = false;
    } else if (!m_patience.isActive() && !m_skeleton) {
        m_patience.start();
    }
}

void Grid::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    if (!m_model) {
        painter.fillRect(viewport()->rect(), m_theme.color(Token::Surface));
        return;
    }
    m_painter.paint(painter, {.layout = m_layout,
                              .columns = m_columns,
                              .selection = m_selection,
                              .model = m_model,
                              .focused = hasFocus(),
                              .skeleton = m_skeleton,
                              .waiting = m_waiting,
                              .dropColumn = m_drag == Drag::Moving ? m_dropColumn : -1,
                              .dropAfter = m_dropColumn > m_draggedColumn,
                              .header = event->rect().top() < GridLayout::headerHeight,
                              .opens = m_margin != nullptr});
    if (m_margin)
        m_marginPainter.paint(painter, {.layout = m_layout,
                                        .margin = *m_margin,
                                        .current = m_selection.current().row,
                                        .hovered = m_hovered});
}

void Grid::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_layout.setViewport(viewport()->size());
    updateScrollBars();
    askForRows();
}

bool Grid::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        hover(-1);
    if (event->type() == QEvent::ToolTip)
        return showToolTip(static_cast<QHelpEvent &>(*event));
    return QAbstractScrollArea::viewportEvent(event);
}

void Grid::updateScrollBars()
{
    m_movingBars = true;
    auto *vertical = verticalScrollBar();
    vertical->setRange(0, barMaximum(m_layout.maximumY()));
    vertical->setPageStep(std::max(1, viewport()->height() - GridLayout::headerHeight));
    vertical->setSingleStep(GridLayout::rowHeight);
    vertical->setValue(barValue(m_layout.y(), m_layout.maximumY()));
    auto *horizontal = horizontalScrollBar();
    horizontal->setRange(0, barMaximum(m_layout.maximumX()));
    horizontal->setPageStep(std::max(1, viewport()->width() - m_layout.cellsLeft()));
    horizontal->setSingleStep(GridLayout::rowHeight);
    horizontal->setValue(static_cast<int>(m_layout.x()));
    m_movingBars = false;
    emit cellsMoved();
}

void Grid::scrollContentsBy(int, int)
{
    if (m_movingBars)
        return;
    m_layout.scrollTo(horizontalScrollBar()->value(),
                      pixelsOf(verticalScrollBar()->value(), m_layout.maximumY()));
    askForRows();
    viewport()->update();
    emit cellsMoved();
}

/// The bar's own steps are exact even where one of its units stands for many rows.
void Grid::stepVertically(int action)
{
    qint64 y = m_layout.y();
    const qint64 page = static_cast<qint64>(m_layout.rowsPerPage()) * GridLayout::rowHeight;
    switch (action) {
    case QAbstractSlider::SliderSingleStepAdd: y += GridLayout::rowHeight; break;
    case QAbstractSlider::SliderSingleStepSub: y -= GridLayout::rowHeight; break;
    case QAbstractSlider::SliderPageStepAdd: y += page; break;
    case QAbstractSlider::SliderPageStepSub: y -= page; break;
    default: return;
    }
    scrollBy(0, y - m_layout.y());
    m_movingBars = true;
    verticalScrollBar()->setSliderPosition(barValue(m_layout.y(), m_layout.maximumY()));
    m_movingBars = false;
}

void Grid::scrollBy(qint64 dx, qint64 dy)
{
    m_layout.scrollTo(m_layout.x() + dx, m_layout.y() + dy);
    updateScrollBars();
    askForRows();
    viewport()->update();
}

void Grid::scrollToRow(qint64 row)
{
    scrollBy(0, m_layout.rowStart(row) - m_layout.y());
}

void Grid::setCurrentCell(CellPosition cell)
{
    moveTo(cell, false);
}

void Grid::selectAll()
{
    if (m_layout.rowCount() == 0 || m_layout.columnCount() == 0)
        return;
    selectCells({0, 0, m_layout.rowCount() - 1, m_layout.columnCount() - 1, true});
}

/// The current cell stays where it is when it lies within.
void Grid::selectCells(const CellRange &range)
{
    const auto before = m_selection.current();
    const CellPosition corner{range.top, range.left};
    m_selection.selectRange(range, corner, range.contains(before.row, before.column) ? before : corner);
    viewport()->update();
    announce(before);
}

void Grid::copy()
{
    if (!m_model || m_selection.ranges().empty())
        return;
    if (!m_copiesItself) {
        emit copyRequested();
        return;
    }
    auto copied_ = copyCells(*m_model, m_selection.ranges().back());
    QGuiApplication::clipboard()->setMimeData(copied_.data.release());
    emit copied(copied_.rows, copied_.missingRows, copied_.cutValues);
}

void Grid::moveTo(CellPosition cell, bool extend)
{
    if (!cell.isValid() || cell.row >= m_layout.rowCount() || cell.column >= m_layout.columnCount())
        return;
    const auto before = m_selection.current();
    if (extend)
        m_selection.extend(cell);
    else
        m_selection.select(cell);
    m_layout.reveal(cell.row, cell.column);
    updateScrollBars();
    askForRows();
    viewport()->update();
    announce(before);
}

void Grid::announce(CellPosition before)
{
    const auto now = m_selection.current();
    emit selectionChanged();
    if (now == before)
        return;
    m_rowMoved = now.row != before.row;
    emit currentChanged(now.row, now.column);
    announceCell(*this, now);
}

QString Grid::spokenCell(CellPosition cell) const
{
    if (!m_model || !cell.isValid() || cell.column >= m_layout.columnCount())
        return {};
    const qint64 row = cell.row - m_model->firstRow();
    QString value = tr("loading");
    if (row >= 0 && row < m_model->rowCount()) {
        const auto shown = GridCell::of(*m_model, static_cast<int>(row), cell.column);
        value = !shown.filledBy.isEmpty() ? tr("default %1").arg(shown.filledBy)
                : shown.null              ? u"NULL"_s
                : shown.text.isEmpty()    ? tr("empty")
                                          : shown.text;
        if (!shown.label.isEmpty())
            value += u", "_s + shown.label;
        if (shown.fullLength >= 0)
            value += u", "_s + tr("cut, %L1 long").arg(shown.fullLength);
        if (const auto marks = spokenMarks(*m_model, static_cast<int>(row), cell.column); !marks.isEmpty())
            value += u", "_s + marks;
    }
    if (const auto notes = m_margin && m_rowMoved ? m_margin->spoken(cell.row) : QString(); !notes.isEmpty())
        value += u", "_s + notes;
    const auto place = m_rowMoved ? tr("row %L1").arg(cell.row + 1)
                                  : tr("column %1").arg(m_columns[static_cast<size_t>(cell.column)].name);
    return value + u", "_s + place;
}

} // namespace squall::ui
