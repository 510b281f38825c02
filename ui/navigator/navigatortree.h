#pragma once

#include <QTreeView>

namespace squall::ui {

class Theme;

/// A tree view with the theme's chevrons, on the window's ground.
class NavigatorTree : public QTreeView
{
    Q_OBJECT

public:
    explicit NavigatorTree(const Theme &theme, QWidget *parent = nullptr);

protected:
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace squall::ui
