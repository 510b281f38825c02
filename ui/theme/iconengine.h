#pragma once

#include "ui/theme/tokens.h"

#include <QIconEngine>
#include <QPointer>

namespace squall::ui {

class Theme;

/// Draws one SVG of resources/icons in one colour of the theme, when it is asked to and at the size it is
/// asked for.
class IconEngine : public QIconEngine
{
public:
    IconEngine(const Theme &theme, QString name, Token tint);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override;

private:
    QPointer<const Theme> m_theme;
    QString m_name;
    Token m_tint;
};

} // namespace squall::ui
