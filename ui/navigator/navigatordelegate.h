#pragma once

#include <QStyledItemDelegate>

namespace squall::ui {

class Theme;

/// Paints one row of the navigator: icon, name with what the filter found, and at the right a quiet count or
/// word.
class NavigatorDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit NavigatorDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// What is said at the right: an estimate of rows, a word, or how many are inside.
    static QString note(const QModelIndex &index);

private:
    void paintCaption(QPainter *painter, const QRect &area, const QModelIndex &index) const;
    void paintObject(QPainter *painter, const QRect &area, const QModelIndex &index) const;
    void paintName(QPainter *painter, const QRect &area, const QModelIndex &index) const;

    const Theme &m_theme;
};

} // namespace squall::ui
