#include "ui/table/structureview.h"

#include "ui/table/structuredelegate.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::StructureModel;

namespace {

constexpr int narrowestColumn = 120;
constexpr int widestColumn = 220;
constexpr int widestDetail = 520;

bool isEmpty(const StructureModel &model, int column)
{
    for (int section = 0; section < model.rowCount(); ++section) {
        const auto parent = model.index(section, 0);
        for (int row = 0; row < model.rowCount(parent); ++row) {
            if (!model.index(row, column, parent).data().toString().isEmpty())
                return false;
        }
    }
    return true;
}

} // namespace

StructureView::StructureView(const Theme &theme, QWidget *parent)
    : QTreeView(parent)
    , m_theme(theme)
{
    setAccessibleName(tr("Structure"));
    setModel(&m_model);
    setItemDelegate(new StructureDelegate(theme, this));
    setFrameShape(QFrame::NoFrame);
    setHeaderHidden(true);
    setIndentation(0);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setAllColumnsShowFocus(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    header()->setStretchLastSection(true);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void StructureView::setSections(std::vector<models::StructureSection> sections)
{
    m_model.setSections(std::move(sections));
    arrange();
}

void StructureView::arrange()
{
    expandAll();
    for (int section = 0; section < m_model.rowCount(); ++section)
        setFirstColumnSpanned(section, {}, true);
    setColumnHidden(StructureModel::CommentColumn, isEmpty(m_model, StructureModel::CommentColumn));
    for (int column = 0; column < StructureModel::CommentColumn; ++column) {
        resizeColumnToContents(column);
        const int widest = column == StructureModel::DetailColumn ? widestDetail : widestColumn;
        setColumnWidth(column, std::clamp(columnWidth(column), narrowestColumn, widest));
    }
}

void StructureView::copySelected() const
{
    auto rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end(), [](const QModelIndex &one, const QModelIndex &other) {
        return std::pair(one.parent().row(), one.row()) < std::pair(other.parent().row(), other.row());
    });
    QStringList lines;
    for (const auto &row : std::as_const(rows)) {
        QStringList texts;
        for (int column = 0; column < m_model.columnCount(); ++column)
            texts << row.siblingAtColumn(column).data().toString();
        while (!texts.isEmpty() && texts.back().isEmpty())
            texts.removeLast();
        lines << texts.join(u'\t');
    }
    if (!lines.isEmpty())
        QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void StructureView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copySelected();
    else
        QTreeView::keyPressEvent(event);
}

void StructureView::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    QTreeView::drawRow(painter, option, index);
    painter->setPen(m_theme.color(Token::Line));
    painter->drawLine(option.rect.left() + 12, option.rect.bottom(), option.rect.right() - 12,
                      option.rect.bottom());
    if (hasFocus() && index.siblingAtColumn(0) == currentIndex().siblingAtColumn(0)) {
        painter->setPen(m_theme.color(Token::Accent));
        painter->drawRect(option.rect.adjusted(1, 0, -2, -1));
    }
}

void StructureView::drawBranches(QPainter *, const QRect &, const QModelIndex &) const {}

} // namespace squall::ui
