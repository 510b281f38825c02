#include "ui/window/headerbar.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/window/chip.h"
#include "ui/window/openfield.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;

HeaderBar::HeaderBar(const Theme &theme, QMenu *menu, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_left(new QHBoxLayout)
    , m_place(new QToolButton(this))
    , m_chip(new Chip(theme, this))
    , m_field(new OpenField(theme, this))
    , m_menu(new QToolButton(this))
{
    setObjectName(u"headerBar"_s);
    setFixedHeight(metrics::bar);
    auto *name = new QLabel(u"Squall"_s, this);
    name->setFont(ui::font(TextStyle::Title));
    m_place->setObjectName(u"place"_s);
    m_place->setToolTip(tr("Switch to another connection"));
    m_chip->setObjectName(u"environmentChip"_s);
    m_menu->setObjectName(u"menuButton"_s);
    m_menu->setAccessibleName(tr("Menu"));
    m_menu->setText(tr("Menu"));
    m_menu->setPopupMode(QToolButton::InstantPopup);
    m_menu->setMenu(menu);

    auto *left = new QWidget(this);
    left->setLayout(m_left);
    m_left->setContentsMargins(0, 0, 0, 0);
    m_left->setSpacing(6);
    m_left->addWidget(name);
    m_left->addWidget(m_place);
    m_left->addWidget(m_chip);
    m_left->addStretch(1);
    auto *right = new QWidget(this);
    auto *rightLayout = new QHBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    rightLayout->addStretch(1);
    rightLayout->addWidget(m_menu);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 8, 1);
    layout->setSpacing(12);
    // Both sides equally wide, so that the field stands in the middle of the window.
    layout->addWidget(left, 1);
    layout->addWidget(m_field, 1);
    layout->addWidget(right, 1);

    connect(m_field, &QAbstractButton::clicked, this, &HeaderBar::openAnythingRequested);
    connect(m_place, &QAbstractButton::clicked, this, &HeaderBar::placeClicked);
    clearPlace();
}

void HeaderBar::setPlace(const QString &name, const QString &database, ConnectionClass environment)
{
    m_place->setText(name.isEmpty() || name == database ? database : name + u" / "_s + database);
    m_place->setAccessibleName(tr("Open database: %1").arg(m_place->text()));
    m_chip->setClass(environment);
    m_chip->show();
    m_place->show();
}

void HeaderBar::clearPlace()
{
    m_place->hide();
    m_chip->hide();
}

void HeaderBar::addBesidePlace(QWidget *widget)
{
    m_left->insertWidget(m_left->count() - 1, widget);
}

void HeaderBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Window));
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(Token::Line));
}

} // namespace squall::ui
