#pragma once

#include "models/diagram/diagrammodel.h"

#include <QWidget>

namespace squall::ui {

class Theme;

/// How to read the overlay of a diagram and what it found, in a corner of the canvas; nothing without one.
class DiagramLegend : public QWidget
{
    Q_OBJECT

public:
    DiagramLegend(const Theme &theme, models::DiagramModel &model, QWidget *canvas);

signals:
    /// From the bottom left corner of the canvas.
    void took(const QSize &corner);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void show();
    void place();
    /// Draws it, or only measures; how high it is.
    int lay(QPainter *painter) const;
    int layScale(QPainter *painter, int top) const;
    int layEntry(QPainter *painter, int top, const models::DiagramLegend::Entry &entry) const;
    int layText(QPainter *painter, QRect rect, const QString &text, bool muted) const;

    const Theme &m_theme;
    models::DiagramModel &m_model;
    models::DiagramLegend m_legend;
};

} // namespace squall::ui
