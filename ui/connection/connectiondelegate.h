#pragma once

#include <QStyledItemDelegate>

namespace squall::ui {

class Theme;

/// A connection in a list: a stripe in the colour of its class, its name, where it leads, and the class in
/// words.
class ConnectionDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// What is no connection says by a word at the right what it is.
    static constexpr int WordRole = Qt::UserRole + 100;

    explicit ConnectionDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace squall::ui
