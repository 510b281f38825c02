#pragma once

#include <QStyledItemDelegate>

namespace squall::ui {

class Theme;

/// Draws the cells of a PlanTree.
class PlanDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int rowHeight = 44;

    /// At which height a step's title stands in its row.
    static int titleCenter(const QRect &row, const QModelIndex &index);

    explicit PlanDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintStep(QPainter &painter, const QRect &rect, const QModelIndex &index) const;
    void paintTime(QPainter &painter, const QRect &rect, const QModelIndex &index) const;
    void paintNumber(QPainter &painter, const QRect &rect, const QModelIndex &index) const;

    const Theme &m_theme;
};

} // namespace squall::ui
