#pragma once

#include <QByteArray>
#include <QMap>
#include <QPaintEngine>

namespace squall::ui {

/// Writes what a QPainter does as elements of SVG. A clip cuts what is filled; lines and text are not cut.
class SvgEngine : public QPaintEngine
{
public:
    SvgEngine();

    /// Ends what is still open.
    void beginPart(const QString &name);
    void endPart();
    QByteArray elements() const { return m_elements; }
    /// The looks that the elements refer to.
    QByteArray styles() const;

    bool begin(QPaintDevice *) override { return true; }
    bool end() override;
    Type type() const override { return User; }
    void updateState(const QPaintEngineState &) override {}
    void drawPath(const QPainterPath &path) override;
    void drawRects(const QRectF *rects, int count) override;
    void drawPolygon(const QPointF *points, int count, PolygonDrawMode mode) override;
    void drawPixmap(const QRectF &target, const QPixmap &pixmap, const QRectF &source) override;
    void drawImage(const QRectF &target, const QImage &image, const QRectF &source,
                   Qt::ImageConversionFlags flags) override;
    void drawTextItem(const QPointF &position, const QTextItem &item) override;
    using QPaintEngine::drawPolygon;
    using QPaintEngine::drawRects;

private:
    /// Text that may go on: what one name is made of comes in pieces where scripts change.
    struct Words
    {
        QString text;
        QByteArray style;
        QPointF at;
        double width = 0;
    };

    void writeWords();
    void write(const QByteArray &element);
    /// The class of a look; the same look has the same class in every file.
    QByteArray classOf(const QByteArray &look);
    QByteArray lookOfShape() const;
    QByteArray lookOfText(const QFont &font) const;
    /// Units of the picture for one that is painted.
    double scale() const;

    QByteArray m_elements;
    QMap<QByteArray, QByteArray> m_classes; ///< by look
    Words m_words;
    bool m_part = false;
};

} // namespace squall::ui
