#pragma once

#include <QStyledItemDelegate>

namespace squall::ui {

class Theme;

/// One version of a value in a merge: the one that stands is ticked and on the ground of a change.
class MergeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit MergeDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace squall::ui
