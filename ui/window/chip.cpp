#include "ui/window/chip.h"

#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QPainter>

namespace squall::ui {

QString classText(ConnectionClass environment)
{
    switch (environment) {
    case ConnectionClass::Local: return QCoreApplication::translate("Environment", "local");
    case ConnectionClass::Shared: return QCoreApplication::translate("Environment", "shared");
    case ConnectionClass::Staging: return QCoreApplication::translate("Environment", "staging");
    case ConnectionClass::Production: return QCoreApplication::translate("Environment", "production");
    }
    Q_UNREACHABLE();
}

std::pair<Token, Token> classTokens(ConnectionClass environment)
{
    switch (environment) {
    case ConnectionClass::Local: return {Token::Added, Token::AddedGround};
    case ConnectionClass::Shared: return {Token::Text, Token::Selection};
    case ConnectionClass::Staging: return {Token::Changed, Token::ChangedGround};
    case ConnectionClass::Production: return {Token::Removed, Token::RemovedGround};
    }
    Q_UNREACHABLE();
}

Chip::Chip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFont(ui::font(TextStyle::Small));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    name();
}

void Chip::setClass(ConnectionClass environment)
{
    if (environment == m_class)
        return;
    m_class = environment;
    name();
    updateGeometry();
    update();
}

void Chip::name()
{
    setAccessibleName(tr("Class of the database: %1").arg(classText(m_class)));
    setToolTip(accessibleName());
}

QSize Chip::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(classText(m_class)) + 16, 20};
}

void Chip::paintEvent(QPaintEvent *)
{
    const auto [text, ground] = classTokens(m_class);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(ground));
    painter.drawRoundedRect(rect(), 10, 10);
    painter.setPen(m_theme.color(text));
    painter.drawText(rect(), Qt::AlignCenter, classText(m_class));
}

} // namespace squall::ui
