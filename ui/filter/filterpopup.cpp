#include "ui/filter/filterpopup.h"

#include "models/tablefilter.h"
#include "ui/filter/filterwords.h"
#include "ui/filter/groupeditor.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScreen>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int popupWidth = 580;

/// The way from the edited group to a condition, given the way from the filter's.
std::vector<int> inside(const std::vector<int> &path, bool group)
{
    return group ? std::vector<int>(path.begin() + 1, path.end()) : std::vector<int>{0};
}

} // namespace

FilterPopup::FilterPopup(const Theme &theme, models::TableFilter &filter, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_theme(theme)
    , m_filter(filter)
    , m_group(new GroupEditor(theme, filter, 0, this))
    , m_fault(new QLabel(this))
    , m_apply(new QPushButton(tr("Apply"), this))
    , m_remove(new QPushButton(tr("Remove"), this))
{
    setObjectName(u"filterPopup"_s);
    setAccessibleName(tr("Condition"));
    m_fault->setObjectName(u"filterPopupFault"_s);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    m_fault->hide();
    m_apply->setObjectName(u"filterApply"_s);
    m_apply->setProperty("primary", true);
    m_remove->setObjectName(u"filterRemove"_s);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    buttons->addWidget(m_apply);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    layout->addWidget(m_group);
    layout->addWidget(m_fault);
    layout->addLayout(buttons);

    connect(m_apply, &QPushButton::clicked, this, &FilterPopup::apply);
    connect(m_remove, &QPushButton::clicked, this, &FilterPopup::remove);
    connect(m_group, &GroupEditor::submitted, this, &FilterPopup::apply);
    connect(m_group, &GroupEditor::edited, this, [this] {
        m_group->clearFaults();
        m_fault->hide();
    });
    connect(m_group, &GroupEditor::emptied, this, &FilterPopup::remove);
    connect(&filter, &models::TableFilter::faultChanged, this, &FilterPopup::showFault);
    connect(&filter, &models::TableFilter::applied, this, [this] {
        if (m_applying)
            close();
    });
}

void FilterPopup::edit(int number, const QPoint &globalPosition, const QString &column)
{
    m_number = number;
    m_applying = false;
    const auto &members = m_filter.filter().conditions.members;
    const bool known = number < static_cast<int>(members.size());
    const auto *group = known ? members[static_cast<size_t>(number)].group() : nullptr;
    models::FilterGroup shown;
    if (group)
        shown = *group;
    else if (known)
        shown.members = {members[static_cast<size_t>(number)]};
    else if (!m_filter.source().columns.empty())
        shown.members = {models::FilterCondition{
            .column = column.isEmpty() ? m_filter.source().columns.front().name : column}};
    m_group->setGroup(shown);
    m_remove->setVisible(known);
    m_fault->hide();
    setFixedWidth(popupWidth);
    move(globalPosition);
    show();
    fit();
    showFault();
    m_group->focusFirst(!known && column.isEmpty());
}

/// As tall as what is in it, and on the screen.
void FilterPopup::fit()
{
    if (!isVisible())
        return;
    layout()->activate();
    resize(width(),
           layout()->heightForWidth(width()) > 0 ? layout()->heightForWidth(width()) : sizeHint().height());
    const auto room = screen()->availableGeometry();
    move(std::clamp(x(), room.left(), std::max(room.left(), room.right() - width())),
         std::clamp(y(), room.top(), std::max(room.top(), room.bottom() - height())));
}

/// Something inside is taller or smaller now.
bool FilterPopup::event(QEvent *event)
{
    const bool done = QFrame::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fit();
    return done;
}

void FilterPopup::apply()
{
    auto filter = m_filter.filter();
    auto &members = filter.conditions.members;
    const auto group = m_group->group();
    if (group.members.empty()) {
        remove();
        return;
    }
    const models::FilterNode node =
        group.members.size() == 1 ? group.members.front() : models::FilterNode(group);
    if (m_number < static_cast<int>(members.size()))
        members[static_cast<size_t>(m_number)] = node;
    else
        members.push_back(node);
    m_group->clearFaults();
    m_fault->hide();
    m_applying = true;
    m_filter.apply(filter);
    showFault();
}

void FilterPopup::remove()
{
    auto filter = m_filter.filter();
    auto &members = filter.conditions.members;
    close();
    if (m_number >= static_cast<int>(members.size()))
        return;
    members.erase(members.begin() + m_number);
    m_filter.apply(filter);
}

void FilterPopup::showFault()
{
    const auto &fault = m_filter.fault();
    if (!isVisible() || !fault)
        return;
    m_applying = false;
    const auto &place = fault->place;
    const bool here = place && place->part == models::FilterPlace::Part::Conditions && !place->path.empty() &&
                      place->path.front() == m_number;
    if (here) {
        const auto &members = m_filter.filter().conditions.members;
        const bool group =
            m_number < static_cast<int>(members.size()) && members[static_cast<size_t>(m_number)].group();
        m_group->showFault(inside(place->path, group), faultText(*fault));
    } else {
        // This part may be right; it is not in use because of another.
        auto colors = palette();
        colors.setColor(QPalette::WindowText, m_theme.color(Token::Removed));
        m_fault->setPalette(colors);
        m_fault->setText(faultText(*fault));
        m_fault->show();
    }
    fit();
}

void FilterPopup::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        apply();
    else if (event->key() == Qt::Key_Escape)
        close();
    else
        QFrame::keyPressEvent(event);
}

void FilterPopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Raised));
    painter.setPen(m_theme.color(Token::Line));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace squall::ui
