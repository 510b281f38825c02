#include "ui/plan/plantree.h"

#include "models/query/planmodel.h"
#include "ui/plan/plandelegate.h"
#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QPainter>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

using models::PlanModel;

constexpr int indent = 20;
constexpr int timeWidth = 104;
constexpr int rowsWidth = 88;
constexpr int estimateWidth = 88;
constexpr int buffersWidth = 80;
constexpr int narrowStep = 280;
constexpr double hotWidth = 2;

} // namespace

PlanTree::PlanTree(const Theme &theme, PlanModel &model, QWidget *parent)
    : QTreeView(parent)
    , m_theme(theme)
    , m_model(model)
{
    setObjectName(u"planTree"_s);
    setAccessibleName(tr("Steps of the plan"));
    setModel(&model);
    setItemDelegate(new PlanDelegate(theme, this));
    setIndentation(indent);
    setUniformRowHeights(true);
    setRootIsDecorated(false);
    setItemsExpandable(true);
    setExpandsOnDoubleClick(true);
    // The row one is at is drawn here; there is nothing to select besides.
    setSelectionMode(NoSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    header()->setStretchLastSection(false);
    header()->setSectionsMovable(false);
    header()->setMinimumSectionSize(40);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        showAll();
        fitColumns();
    });
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void PlanTree::showAll()
{
    expandAll();
    const auto hottest = m_model.hottest();
    setCurrentIndex(hottest);
    scrollTo(hottest);
}

void PlanTree::fitColumns()
{
    const bool analyzed = m_model.plan() && m_model.plan()->plan.analyzed;
    const std::pair<int, int> widths[] = {{PlanModel::TimeColumn, timeWidth},
                                          {PlanModel::RowsColumn, rowsWidth},
                                          {PlanModel::EstimateColumn, estimateWidth},
                                          {PlanModel::BuffersColumn, buffersWidth}};
    int rest = viewport()->width();
    // What is less telling gives way where there is little room.
    setColumnHidden(PlanModel::EstimateColumn, !analyzed);
    setColumnHidden(PlanModel::BuffersColumn,
                    !analyzed || rest < narrowStep + timeWidth + rowsWidth + estimateWidth + buffersWidth);
    for (const auto &[column, width] : widths) {
        if (isColumnHidden(column))
            continue;
        header()->resizeSection(column, width);
        rest -= width;
    }
    header()->resizeSection(PlanModel::StepColumn, std::max(rest, narrowStep));
}

void PlanTree::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
}

void PlanTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool current = index.siblingAtColumn(0) == currentIndex().siblingAtColumn(0);
    if (current)
        painter->fillRect(option.rect, m_theme.color(Token::Selection));
    QTreeView::drawRow(painter, option, index);
    painter->setPen(m_theme.color(current && hasFocus() ? Token::Accent : Token::Line));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
}

bool PlanTree::leadsToHot(const QModelIndex &from) const
{
    return from.data(PlanModel::HotRole).toBool();
}

/// Lines from each step up to the one that reads it.
void PlanTree::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const int middle = PlanDelegate::titleCenter(rect, index);
    int left = rect.right() + 1 - indent;
    const auto draw = [&](bool hot, const QPointF &from, const QPointF &to) {
        painter->setPen(QPen(m_theme.color(hot ? Token::Accent : Token::Line), hot ? hotWidth : 1));
        painter->drawLine(from, to);
    };
    const auto hotBelow = [&](const QModelIndex &first) {
        for (auto next = first.siblingAtRow(first.row() + 1); next.isValid();
             next = next.siblingAtRow(next.row() + 1)) {
            if (leadsToHot(next))
                return true;
        }
        return false;
    };
    const double x = left + indent / 2.0;
    if (index.parent().isValid()) {
        const bool last = !index.siblingAtRow(index.row() + 1).isValid();
        const bool hot = leadsToHot(index);
        if (!last)
            draw(hotBelow(index), {x, double(middle)}, {x, double(rect.bottom() + 1)});
        draw(hot || hotBelow(index), {x, double(rect.top())}, {x, double(middle)});
        draw(hot, {x, double(middle)}, {x + indent / 2.0 + 2, double(middle)});
    }
    for (auto above = index.parent(); above.parent().isValid(); above = above.parent()) {
        left -= indent;
        if (above.siblingAtRow(above.row() + 1).isValid())
            draw(hotBelow(above), {left + indent / 2.0, double(rect.top())},
                 {left + indent / 2.0, double(rect.bottom() + 1)});
    }
    painter->restore();
}

} // namespace squall::ui
