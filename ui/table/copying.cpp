#include "ui/table/copying.h"

#include "models/rowwindowmodel.h"
#include "ui/grid/grid.h"
#include "ui/grid/typedcells.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::CopyFormat;

Copying::Copying(const Theme &theme, Grid &grid, models::EditedRowModel &rows, QWidget *parent)
    : Copying(theme, grid, new models::CellsCopy(rows, rows.rows()), parent)
{
    m_rows = &rows;
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&rows, changed, this, &Copying::keepFromCutting);
    connect(&rows, &QAbstractItemModel::modelReset, this, &Copying::keepFromCutting);
    connect(&rows, &models::WindowModel::renumbered, this, &Copying::keepFromCutting);
}

Copying::Copying(const Theme &theme, Grid &grid, const models::ResultModel &result,
                 const models::EditedResultModel *edited, QWidget *parent)
    : Copying(theme, grid, new models::CellsCopy(result, edited), parent)
{
}

Copying::Copying(const Theme &theme, Grid &grid, models::CellsCopy *cells, QWidget *parent)
    : QFrame(parent)
    , m_grid(grid)
    , m_copy(cells)
    , m_menu(new QMenu(tr("Copy as"), this))
    , m_progress(new QLabel(this))
{
    m_copy->setParent(this);
    setObjectName(u"copying"_s);
    m_menu->setObjectName(u"copyMenu"_s);
    m_progress->setObjectName(u"copyProgress"_s);
    auto *stop = new QToolButton(this);
    stop->setObjectName(u"copyCancel"_s);
    stop->setText(tr("Cancel"));
    stop->setFocusPolicy(Qt::TabFocus);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->addWidget(m_progress);
    layout->addWidget(stop);
    layout->addStretch(1);
    hide();
    addForms();
    const auto dye = [this, &theme] { tint(m_progress, theme.color(Token::Muted)); };
    connect(&theme, &Theme::changed, this, dye);
    dye();
    connect(stop, &QToolButton::clicked, this, &Copying::cancel);
    grid.setCopiesItself(false);
    connect(&grid, &Grid::copyRequested, this, [this] { copy(CopyFormat::Cells); });
    connect(m_copy, &models::CellsCopy::finished, this, &Copying::put);
    connect(m_copy, &models::CellsCopy::failed, this, [this](const QString &why) {
        hide();
        m_cut.clear();
        emit notice(tr("Nothing was copied: %1").arg(why));
    });
    connect(m_copy, &models::CellsCopy::progressed, this, [this](qint64 read, qint64 of) {
        m_progress->setText(tr("Copying: %L1 of %L2 rows read").arg(read).arg(of));
        show();
    });
}

void Copying::addForms()
{
    const std::pair<CopyFormat, QString> forms[] = {
        {CopyFormat::TsvHeaders, tr("With headers")},
        {CopyFormat::TsvNulls, tr("Text with NULL as \\N")},
        {CopyFormat::Csv, tr("CSV")},
        {CopyFormat::Json, tr("JSON")},
        {CopyFormat::JsonLines, tr("JSON lines")},
        {CopyFormat::Markdown, tr("Markdown")},
        {CopyFormat::Psql, tr("Table, as psql prints it")},
        {CopyFormat::Insert, tr("INSERT")},
        {CopyFormat::Update, tr("UPDATE")},
        {CopyFormat::In, tr("IN (…)")},
        {CopyFormat::Drizzle, tr("Drizzle .values([…])")},
    };
    for (const auto &[format, text] : forms) {
        auto *action = m_menu->addAction(text, this, [this, form = format] { copy(form); });
        action->setData(static_cast<int>(format));
        if (format == CopyFormat::Psql || format == CopyFormat::TsvNulls)
            m_menu->addSeparator();
    }
}

void Copying::popUpMenu()
{
    const auto current = m_grid.currentCell();
    const auto cell =
        m_grid.layoutOfCells().cell(std::max<qint64>(0, current.row), std::max(0, current.column));
    m_menu->popup(
        m_grid.viewport()->mapToGlobal(QPoint(std::clamp(cell.left(), 0, m_grid.viewport()->width()),
                                              std::clamp(cell.bottom(), 0, m_grid.viewport()->height()))));
}

/// Rows of several rectangles in their order, when these are as wide as each other.
std::optional<models::CopyRange> Copying::range() const
{
    auto ranges = m_grid.selection().ranges();
    if (ranges.empty())
        return models::CopyRange{};
    std::sort(ranges.begin(), ranges.end(),
              [](const CellRange &one, const CellRange &other) { return one.top < other.top; });
    models::CopyRange range{.left = ranges.front().left, .right = ranges.front().right};
    for (const auto &each : ranges) {
        if (each.left != range.left || each.right != range.right)
            return std::nullopt;
        if (!range.rows.empty() && each.top <= range.rows.back().second)
            range.rows.back().second = std::max(range.rows.back().second, each.bottom);
        else
            range.rows.emplace_back(each.top, each.bottom);
    }
    return range;
}

void Copying::copy(CopyFormat format)
{
    const auto chosen = range();
    if (!chosen) {
        emit notice(tr("Nothing was copied: the selected areas are in different columns."));
        return;
    }
    m_cut.clear();
    m_copy->start(*chosen, format, snapshot());
}

void Copying::cut(const QList<models::Cell> &cells)
{
    const auto chosen = range();
    if (!chosen) {
        emit notice(tr("Nothing was cut: the selected areas are in different columns."));
        return;
    }
    m_cut = cells;
    m_copy->start(*chosen, CopyFormat::Cells, snapshot());
}

/// Names in SQL need it; a result has no table of its own.
catalog::SnapshotPtr Copying::snapshot() const
{
    return m_rows ? m_rows->snapshot() : nullptr;
}

/// Other cells are in these places now.
void Copying::keepFromCutting()
{
    if (!m_cut.isEmpty() && m_copy->isRunning()) {
        m_cut.clear();
        emit notice(tr("The rows changed meanwhile: they are copied, and not cut."));
    }
}

bool Copying::cancel()
{
    const bool running = m_copy->isRunning();
    m_cut.clear();
    m_copy->cancel();
    hide();
    if (running)
        emit notice(tr("Copying was cancelled; the clipboard is as it was."));
    return running;
}

void Copying::put(const models::CopiedCells &cells, CopyFormat format)
{
    hide();
    auto flavours = std::make_unique<QMimeData>();
    flavours->setText(QString::fromUtf8(cells.text));
    if (!cells.html.isEmpty())
        flavours->setHtml(QString::fromUtf8(cells.html));
    if (!cells.csv.isEmpty())
        flavours->setData(u"text/csv"_s, cells.csv);
    if (format == CopyFormat::Cells)
        flavours->setData(QLatin1String(TypedCells::mime), TypedCells{cells.columns, cells.values}.toBytes());
    QGuiApplication::clipboard()->setMimeData(flavours.release());
    if (const auto cut = std::exchange(m_cut, {}); !cut.isEmpty()) {
        m_rows->clearCells(cut);
        return;
    }
    const auto actions = m_menu->actions();
    const auto form = std::find_if(actions.begin(), actions.end(), [format](const QAction *action) {
        return action->data().isValid() && action->data().toInt() == static_cast<int>(format);
    });
    if (form == actions.end())
        emit notice(cells.rows == 1 ? tr("Copied 1 row") : tr("Copied %L1 rows").arg(cells.rows));
    else
        emit notice(cells.rows == 1 ? tr("Copied 1 row: %1").arg((*form)->text())
                                    : tr("Copied %L1 rows: %2").arg(cells.rows).arg((*form)->text()));
}

} // namespace squall::ui
