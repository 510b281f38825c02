#include "models/diagram/diagrammoves.h"

#include "models/diagram/diagrammaking.h"
#include "models/pooled.h"

#include <utility>

namespace squall::models {

void DiagramMoves::draw(const DiagramPicturePtr &base, const std::vector<int> &moved,
                        const layout::Positions &positions)
{
    m_next = std::make_unique<const Wanted>(Wanted{base, moved, positions});
    if (!m_drawing.isRunning())
        start();
}

void DiagramMoves::cancel()
{
    m_next.reset();
    m_drawing.cancel();
}

void DiagramMoves::start()
{
    m_drawing.run(pooled([wanted = *std::exchange(m_next, {})] {
                      return withMoved(*wanted.base, wanted.moved, wanted.positions);
                  }),
                  [this](const DiagramPicturePtr &picture) {
                      if (m_next)
                          start();
                      emit drawn(picture);
                  });
}

} // namespace squall::models
