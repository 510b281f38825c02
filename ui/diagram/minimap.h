#pragma once

#include "models/diagram/diagrampicture.h"
#include "models/latest.h"
#include "ui/diagram/diagramstyle.h"

#include <QImage>
#include <QWidget>

namespace squall::ui {

/// The whole picture, small, with a frame around what is seen. A click goes there.
class Minimap : public QWidget
{
    Q_OBJECT

public:
    explicit Minimap(QWidget *parent = nullptr);

    void setPicture(const models::DiagramPicturePtr &picture);
    void setStyle(const DiagramStyle &style);
    /// In units of the picture.
    void setSeen(const QRectF &seen);

signals:
    /// Somebody wants to see this point in the middle.
    void chosen(QPointF point);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    void draw();
    double scale() const;
    /// Where the picture's origin lies.
    QPointF offset() const;

    models::DiagramPicturePtr m_picture = std::make_shared<const models::DiagramPicture>();
    DiagramStyle m_style;
    QRectF m_seen;
    QImage m_image;
    models::Latest<QImage> m_drawing;
};

} // namespace squall::ui
