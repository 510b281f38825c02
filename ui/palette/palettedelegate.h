#pragma once

#include <QStyledItemDelegate>

namespace squall::ui {

class Theme;

/// One line of the palette: icon, name with what matched in bold, a note at the right.
class PaletteDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PaletteDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintName(QPainter *painter, const QRect &area, const QModelIndex &index) const;

    const Theme &m_theme;
};

} // namespace squall::ui
