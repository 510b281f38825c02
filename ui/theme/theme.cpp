#include "ui/theme/theme.h"

#include "ui/theme/desktopscheme.h"
#include "ui/theme/iconengine.h"
#include "ui/theme/stylesheet.h"

#include <QApplication>
#include <QEvent>
#include <QStyleFactory>

#include <algorithm>
#include <cmath>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

double contrast(const QColor &one, const QColor &other)
{
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05) / (dark + 0.05);
}

Theme::Theme(QApplication &application, Choice choice)
    : m_application(application)
    , m_choice(choice)
{
    QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
    QApplication::setFont(font(TextStyle::Body));
    m_scheme = systemScheme();
    follow();
    apply();
    m_application.installEventFilter(this);
}

Theme::~Theme() = default;

void Theme::setChoice(Choice choice)
{
    const bool other = choice != m_choice;
    m_choice = choice;
    const auto before = m_scheme;
    follow();
    if (m_scheme != before) {
        apply();
        emit changed();
    }
    if (other)
        emit chosen();
}

void Theme::follow()
{
    switch (m_choice) {
    case Choice::System: m_scheme = systemScheme(); break;
    case Choice::Light: m_scheme = Scheme::Light; break;
    case Choice::Dark: m_scheme = Scheme::Dark; break;
    }
}

void Theme::followDesktop()
{
    m_desktop = std::make_unique<DesktopScheme>();
    connect(m_desktop.get(), &DesktopScheme::changed, this, [this] { setChoice(m_choice); });
    m_desktop->start();
}

/// Qt 6.4 has no colour scheme to ask for: where the desktop does not say, its own palette tells by its
/// lightness. That palette only shows while none of ours is set.
Scheme Theme::systemScheme() const
{
    if (m_desktop && m_desktop->preferred())
        return *m_desktop->preferred();
    const auto ours = QApplication::palette();
    QApplication::setPalette(QPalette());
    const bool dark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    QApplication::setPalette(ours);
    return dark ? Scheme::Dark : Scheme::Light;
}

void Theme::apply()
{
    m_applying = true;
    QApplication::setPalette(palette());
    m_application.setStyleSheet(styleSheet(m_scheme));
    m_applying = false;
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    // The desktop switched between light and dark.
    if (event->type() == QEvent::ThemeChange && m_choice == Choice::System && !m_applying) {
        m_applying = true;
        setChoice(m_choice);
        m_applying = false;
    }
    return QObject::eventFilter(watched, event);
}

QIcon Theme::icon(const QString &name, Token tint) const
{
    return QIcon(new IconEngine(*this, name, tint));
}

QPalette Theme::palette() const
{
    QPalette palette;
    palette.setColor(QPalette::Window, color(Token::Window));
    palette.setColor(QPalette::WindowText, color(Token::Text));
    palette.setColor(QPalette::Base, color(Token::Surface));
    palette.setColor(QPalette::AlternateBase, color(Token::Window));
    palette.setColor(QPalette::Text, color(Token::Text));
    palette.setColor(QPalette::Button, color(Token::Surface));
    palette.setColor(QPalette::ButtonText, color(Token::Text));
    palette.setColor(QPalette::BrightText, color(Token::Removed));
    palette.setColor(QPalette::Highlight, color(Token::Selection));
    palette.setColor(QPalette::HighlightedText, color(Token::Text));
    palette.setColor(QPalette::PlaceholderText, color(Token::Faint));
    palette.setColor(QPalette::ToolTipBase, color(Token::Raised));
    palette.setColor(QPalette::ToolTipText, color(Token::Text));
    palette.setColor(QPalette::Link, color(Token::Accent));
    palette.setColor(QPalette::LinkVisited, color(Token::Accent));
    palette.setColor(QPalette::Light, color(Token::Surface));
    palette.setColor(QPalette::Midlight, color(Token::Line));
    palette.setColor(QPalette::Mid, color(Token::Line));
    palette.setColor(QPalette::Dark, color(Token::Line));
    palette.setColor(QPalette::Shadow, color(Token::Line));
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, color(Token::Faint));
    palette.setColor(QPalette::Disabled, QPalette::Base, color(Token::Window));
    return palette;
}

} // namespace squall::ui
