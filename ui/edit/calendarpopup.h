#pragma once

#include <QDate>
#include <QFrame>

class QCalendarWidget;

namespace squall::ui {

/// A month to choose a day from, by mouse or keyboard; deletes itself when it closes.
class CalendarPopup : public QFrame
{
    Q_OBJECT

public:
    CalendarPopup(QDate date, QWidget *parent);

    void showBelow(const QWidget &widget);

signals:
    void chosen(QDate date);

private:
    QCalendarWidget *m_calendar;
};

} // namespace squall::ui
