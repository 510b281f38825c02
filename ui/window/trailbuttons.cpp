#include "ui/window/trailbuttons.h"

#include "ui/filter/filterwords.h"
#include "ui/theme/theme.h"
#include "ui/window/trail.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t mostListed = 15;
constexpr int mostLetters = 60;

/// `users · id = 77`
QString nameOf(const Trail::Place &place)
{
    const auto &filter = place.place.filter;
    const auto words =
        filter.conditions.members.empty() ? filter.where : filterText(models::FilterNode(filter.conditions));
    auto name = words.isEmpty() ? place.table.name : place.table.name + u" · "_s + words;
    if (name.size() > mostLetters)
        name = name.left(mostLetters) + u'…';
    return name.replace(u'&', u"&&"_s);
}

} // namespace

TrailButtons::TrailButtons(Trail &trail, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_trail(trail)
    , m_theme(theme)
    , m_back(new QToolButton(this))
    , m_forward(new QToolButton(this))
{
    m_back->setObjectName(u"trailBack"_s);
    m_back->setIcon(theme.icon(u"chevron-left"_s));
    m_back->setToolTip(tr("Back to where you came from (hold for more)"));
    m_back->setAccessibleName(tr("Go back"));
    m_forward->setObjectName(u"trailForward"_s);
    m_forward->setIcon(theme.icon(u"chevron-right"_s));
    m_forward->setToolTip(tr("Forward again (hold for more)"));
    m_forward->setAccessibleName(tr("Go forward"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 4, 0);
    layout->setSpacing(0);
    for (auto *button : {m_back, m_forward}) {
        button->setFocusPolicy(Qt::TabFocus);
        button->setMenu(new QMenu(button));
        button->setPopupMode(QToolButton::DelayedPopup);
        button->setStyleSheet(u"QToolButton::menu-indicator { image: none; }"_s);
        layout->addWidget(button);
        connect(button->menu(), &QMenu::aboutToShow, this,
                [this, button] { fill(*button, button == m_back); });
    }
    connect(m_back, &QToolButton::clicked, this, [this] { m_trail.back(); });
    connect(m_forward, &QToolButton::clicked, this, [this] { m_trail.forward(); });
    connect(&trail, &Trail::changed, this, &TrailButtons::update);
    update();
}

void TrailButtons::update()
{
    const bool behind = !m_trail.behind().empty();
    const bool ahead = !m_trail.ahead().empty();
    m_back->setEnabled(behind);
    m_forward->setEnabled(ahead);
    setVisible(behind || ahead);
}

void TrailButtons::fill(QToolButton &button, bool back)
{
    auto &menu = *button.menu();
    menu.clear();
    const auto places = back ? m_trail.behind() : m_trail.ahead();
    for (size_t i = 0; i < places.size() && i < mostListed; ++i)
        menu.addAction(nameOf(places[i]), this, [this, back, steps = i + 1] {
            if (back)
                m_trail.back(steps);
            else
                m_trail.forward(steps);
        });
}

} // namespace squall::ui
