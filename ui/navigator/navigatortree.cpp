#include "ui/navigator/navigatortree.h"

#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QPainter>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;

NavigatorTree::NavigatorTree(const Theme &theme, QWidget *parent)
    : QTreeView(parent)
    , m_theme(theme)
{
    setHeaderHidden(true);
    header()->setStretchLastSection(true);
    setIndentation(14);
    setUniformRowHeights(true);
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setStyleSheet(u"QTreeView { background: transparent; }"_s);
    viewport()->setAutoFillBackground(false);
}

void NavigatorTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    // The delegate paints the selection over the whole row, so the branch comes after it.
    const auto area = visualRect(index);
    auto row = option;
    row.rect = area;
    row.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    row.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
    row.state.setFlag(QStyle::State_Active, isActiveWindow());
    row.widget = this;
    itemDelegateForIndex(index)->paint(painter, row, index);
    drawBranches(painter, QRect(area.x() - indentation(), area.y(), indentation(), area.height()), index);
}

void NavigatorTree::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    if (!model()->hasChildren(index))
        return;
    const auto icon = m_theme.icon(isExpanded(index) ? u"chevron-down"_s : u"chevron-right"_s);
    constexpr int size = 12;
    icon.paint(painter, QRect(rect.right() - size, rect.center().y() - size / 2 + 1, size, size));
}

} // namespace squall::ui
