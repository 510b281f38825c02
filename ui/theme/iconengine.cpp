#include "ui/theme/iconengine.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <utility>

// Resources of a static library are registered by hand, outside every namespace.
static void registerIcons()
{
    Q_INIT_RESOURCE(icons);
}

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The drawing with `currentColor` replaced, as every file of resources/icons is drawn in that.
QByteArray tintedSvg(const QString &name, const QColor &color)
{
    static const bool registered = [] {
        registerIcons();
        return true;
    }();
    Q_UNUSED(registered)
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return file.readAll().replace("currentColor", color.name().toLatin1());
}

QPixmap rendered(const QString &name, const QColor &color, const QSize &pixels)
{
    const auto key =
        u"squall-icon/%1/%2/%3x%4"_s.arg(name, color.name()).arg(pixels.width()).arg(pixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(pixels);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(tintedSvg(name, color));
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

} // namespace

IconEngine::IconEngine(const Theme &theme, QString name, Token tint)
    : m_theme(&theme)
    , m_name(std::move(name))
    , m_tint(tint)
{
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const auto scale = painter->device()->devicePixelRatio();
    painter->drawPixmap(rect, scaledPixmap(rect.size() * scale, mode, state, scale));
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap IconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale)
{
    if (!m_theme || size.isEmpty())
        return {};
    auto color = m_theme->color(mode == QIcon::Disabled ? Token::Faint : m_tint);
    auto pixmap = rendered(m_name, color, size);
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

QIconEngine *IconEngine::clone() const
{
    return new IconEngine(*this);
}

} // namespace squall::ui
