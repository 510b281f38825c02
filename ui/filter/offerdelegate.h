#pragma once

#include <QStyledItemDelegate>

namespace squall::ui {

class Theme;

/// Paints lines of completion: a text, and a quiet note at the right end.
class OfferDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { NoteRole = Qt::UserRole + 1, SearchRole };
    /// Before the text.
    static constexpr int padding = 10;

    explicit OfferDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

/// Paints values to tick, with the same notes.
class TickDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TickDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

} // namespace squall::ui
