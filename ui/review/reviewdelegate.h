#pragma once

#include <QStyledItemDelegate>

namespace squall::ui {

class Theme;

/// A staged row in the review: its mark, what it is, what happens to it, and what there is to say about that.
class ReviewDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit ReviewDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeader(QPainter *painter, const QRect &area, const QModelIndex &index) const;
    void paintRow(QPainter *painter, QRect area, const QModelIndex &index) const;

    const Theme &m_theme;
};

} // namespace squall::ui
