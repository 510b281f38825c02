#include "ui/edit/calendarpopup.h"

#include <QCalendarWidget>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;

CalendarPopup::CalendarPopup(QDate date, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_calendar(new QCalendarWidget(this))
{
    setObjectName(u"calendarPopup"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    m_calendar->setObjectName(u"calendar"_s);
    m_calendar->setAccessibleName(tr("Calendar"));
    // All that PostgreSQL knows and Qt counts alike; the widget begins with 1752 by itself.
    m_calendar->setMinimumDate(QDate(-4713, 11, 24));
    m_calendar->setMaximumDate(QDate(294276, 12, 31));
    m_calendar->setSelectedDate(date);
    m_calendar->setGridVisible(false);
    m_calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_calendar);
    setFocusProxy(m_calendar);
    const auto choose = [this](QDate day) {
        emit chosen(day);
        close();
    };
    connect(m_calendar, &QCalendarWidget::activated, this, choose);
    connect(m_calendar, &QCalendarWidget::clicked, this, choose);
}

void CalendarPopup::showBelow(const QWidget &widget)
{
    adjustSize();
    move(widget.mapToGlobal(QPoint(0, widget.height() + 2)));
    show();
    m_calendar->setFocus();
}

} // namespace squall::ui
