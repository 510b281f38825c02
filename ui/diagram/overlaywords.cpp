#include "ui/diagram/overlaywords.h"

#include <QCoreApplication>

namespace squall::ui {

using models::DiagramOverlayKind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::ui::DiagramOverlays)
};

} // namespace

const std::vector<DiagramOverlayKind> &overlayKinds()
{
    using enum DiagramOverlayKind;
    static const std::vector<DiagramOverlayKind> kinds{None,          Rows,   Size,   MissingIndexes,
                                                       UnusedIndexes, Cycles, Changes};
    return kinds;
}

QString overlayInWords(DiagramOverlayKind kind)
{
    switch (kind) {
    case DiagramOverlayKind::None: return Text::tr("Overlay: none");
    case DiagramOverlayKind::Rows: return Text::tr("Overlay: rows");
    case DiagramOverlayKind::Size: return Text::tr("Overlay: size");
    case DiagramOverlayKind::MissingIndexes: return Text::tr("Overlay: missing indexes");
    case DiagramOverlayKind::UnusedIndexes: return Text::tr("Overlay: unused indexes");
    case DiagramOverlayKind::Cycles: return Text::tr("Overlay: cycles");
    case DiagramOverlayKind::Changes: return Text::tr("Overlay: changes");
    }
    Q_UNREACHABLE();
}

} // namespace squall::ui
