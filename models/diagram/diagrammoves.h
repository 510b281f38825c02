#pragma once

#include "models/diagram/diagrampicture.h"
#include "models/latest.h"

#include <QObject>

#include <memory>

namespace squall::models {

/// Leads lines around boxes while these move: off the GUI thread, one picture at a time, and always the
/// newest next.
class DiagramMoves : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Draws `base` with `moved` boxes at these positions.
    void draw(const DiagramPicturePtr &base, const std::vector<int> &moved,
              const layout::Positions &positions);
    void cancel();
    bool isDrawing() const { return m_drawing.isRunning(); }

signals:
    void drawn(const squall::models::DiagramPicturePtr &picture);

private:
    struct Wanted
    {
        DiagramPicturePtr base;
        std::vector<int> moved;
        layout::Positions positions;
    };

    void start();

    std::unique_ptr<const Wanted> m_next;
    Latest<DiagramPicturePtr> m_drawing;
};

} // namespace squall::models
