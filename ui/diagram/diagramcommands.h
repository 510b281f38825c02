#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

class QKeyEvent;

namespace squall::ui {

/// What can be done in a diagram, besides moving about in it.
enum class DiagramCommand {
    Open,
    Find,
    Fit,
    FitSelection,
    ActualSize,
    ZoomIn,
    ZoomOut,
    SelectAll,
    Hide,
    ShowHidden,
    Arrange,
    Export,
    CopyImage,
    CopyMermaid,
    CopyDrizzle,
    Undo,
    Redo,
    NoOverlay,
    Rows,
    Size,
    MissingIndexes,
    UnusedIndexes,
    Cycles,
    Changes,
    ChangesFromNow,
    Path,
    Neighbours,
    MoreHops,
    FewerHops,
    Leave,
    FollowForward,
    FollowBack,
    Group,
    Ungroup,
    AddNote,
    EditNote,
    Declare,
    AlignLeft,
    AlignCenter,
    AlignRight,
    AlignTop,
    AlignMiddle,
    AlignBottom,
    SpreadAcross,
    SpreadDown,
    Choose,
    New,
    NewFromSelection,
    Duplicate,
    Rename,
    Remove,
    Save,
    SaveAs,
    Load,
};

struct DiagramCommandText
{
    DiagramCommand command;
    QString id;
    QString text;
    QList<QKeySequence> keys;
};

const std::vector<DiagramCommandText> &diagramCommandTexts();
std::optional<DiagramCommand> diagramCommandFor(const QKeyEvent &event);

} // namespace squall::ui
