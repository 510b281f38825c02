#pragma once

#include <QDate>
#include <QStyledItemDelegate>

namespace squall::ui {

class Theme;

/// One statement of the history: its first line, and below when it was run, how long that took and what came
/// of it.
class HistoryDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit HistoryDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// The lower line without the error.
    static QString note(const QModelIndex &index);

private:
    const Theme &m_theme;
};

/// The time of day for what was today, else with the day.
QString shortTime(const QDateTime &time, const QDate &today = QDate::currentDate());

} // namespace squall::ui
