#pragma once

#include <QStyledItemDelegate>

namespace squall::ui {

class Theme;

/// Paints headings and lines of a StructureView.
class StructureDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit StructureDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace squall::ui
