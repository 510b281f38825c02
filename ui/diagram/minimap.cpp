#include "ui/diagram/minimap.h"

#include "models/pooled.h"
#include "ui/diagram/diagrampainter.h"
#include "ui/theme/metrics.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int margin = 6;
constexpr int few = 2000; ///< boxes that are painted in no time

void paintBoxes(QPainter &painter, const models::DiagramPicture &picture, const DiagramStyle &style,
                QPointF offset, double scale)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(offset);
    painter.scale(scale, scale);
    for (const auto &note : picture.decoration.notes)
        painter.fillRect(note.rect, style.noteBorder(note.color));
    for (int box = 0; box < picture.count(); ++box) {
        const auto mark = picture.decoration.markOf(box);
        painter.fillRect(picture.rect(box), mark ? style.mark(mark->color) : style.line());
    }
    painter.restore();
}

} // namespace

Minimap::Minimap(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"diagramMap"_s);
    setAccessibleName(tr("Map of the diagram"));
    setFixedSize(160, 112);
    setCursor(Qt::PointingHandCursor);
}

void Minimap::setPicture(const models::DiagramPicturePtr &picture)
{
    m_picture = picture;
    draw();
}

void Minimap::setStyle(const DiagramStyle &style)
{
    m_style = style;
    m_image = {};
    draw();
}

void Minimap::setSeen(const QRectF &seen)
{
    if (seen == m_seen)
        return;
    m_seen = seen;
    update();
}

double Minimap::scale() const
{
    const auto &bounds = m_picture->bounds;
    if (bounds.isEmpty())
        return 1;
    return std::min((width() - 2 * margin) / bounds.width(), (height() - 2 * margin) / bounds.height());
}

QPointF Minimap::offset() const
{
    return QPointF(width() / 2.0, height() / 2.0) - m_picture->bounds.center() * scale();
}

void Minimap::draw()
{
    const double ratio = devicePixelRatioF();
    m_drawing.run(models::pooled([picture = m_picture, style = m_style, size = size(), ratio, scale = scale(),
                                  offset = offset()] {
                      QImage image(size * ratio, QImage::Format_ARGB32_Premultiplied);
                      image.setDevicePixelRatio(ratio);
                      image.fill(Qt::transparent);
                      QPainter painter(&image);
                      paintBoxes(painter, *picture, style, offset, scale);
                      return image;
                  }),
                  [this](const QImage &image) {
                      m_image = image;
                      update();
                  });
}

void Minimap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_style.color(Token::Line));
    painter.setBrush(m_style.color(Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
    painter.setOpacity(0.55);
    // A picture somebody takes of this widget may have another resolution.
    if (m_image.devicePixelRatio() == painter.device()->devicePixelRatioF() && !m_image.isNull())
        painter.drawImage(0, 0, m_image);
    else if (m_picture->count() <= few)
        paintBoxes(painter, *m_picture, m_style, offset(), scale());
    painter.setOpacity(1);
    const QRectF inner = QRectF(rect()).adjusted(2.5, 2.5, -2.5, -2.5);
    const QRectF seen(m_seen.topLeft() * scale() + offset(), m_seen.size() * scale());
    painter.setPen(QPen(m_style.color(Token::Accent), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(seen.intersected(inner), 3, 3);
}

void Minimap::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        emit chosen((event->position() - offset()) / scale());
}

void Minimap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons() & Qt::LeftButton)
        emit chosen((event->position() - offset()) / scale());
}

} // namespace squall::ui
