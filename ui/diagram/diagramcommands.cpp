#include "ui/diagram/diagramcommands.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::ui::DiagramCommands)
};

} // namespace

const std::vector<DiagramCommandText> &diagramCommandTexts()
{
    // Made when first asked for: the translations are there by then.
    static const std::vector<DiagramCommandText> texts{
        {DiagramCommand::Open,
         u"diagram.table"_s,
         Text::tr("Diagram: open the table"),
         {QKeySequence(Qt::Key_Return), QKeySequence(Qt::Key_Enter)}},
        {DiagramCommand::Find,
         u"diagram.find"_s,
         Text::tr("Diagram: find a table"),
         {QKeySequence(QKeySequence::Find)}},
        {DiagramCommand::Fit,
         u"diagram.fit"_s,
         Text::tr("Diagram: show the whole"),
         {QKeySequence(Qt::Key_Home)}},
        {DiagramCommand::FitSelection,
         u"diagram.fitSelection"_s,
         Text::tr("Diagram: show what is selected"),
         {QKeySequence(Qt::Key_F)}},
        {DiagramCommand::ActualSize,
         u"diagram.actualSize"_s,
         Text::tr("Diagram: actual size"),
         {QKeySequence(Qt::CTRL | Qt::Key_0)}},
        {DiagramCommand::ZoomIn,
         u"diagram.zoomIn"_s,
         Text::tr("Diagram: larger"),
         {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal),
          QKeySequence(Qt::Key_Plus)}},
        {DiagramCommand::ZoomOut,
         u"diagram.zoomOut"_s,
         Text::tr("Diagram: smaller"),
         {QKeySequence(Qt::CTRL | Qt::Key_Minus), QKeySequence(Qt::Key_Minus)}},
        {DiagramCommand::SelectAll,
         u"diagram.selectAll"_s,
         Text::tr("Diagram: select all tables"),
         {QKeySequence(QKeySequence::SelectAll)}},
        {DiagramCommand::Hide,
         u"diagram.hide"_s,
         Text::tr("Diagram: hide the selected tables"),
         {QKeySequence(Qt::Key_Delete), QKeySequence(Qt::Key_H)}},
        {DiagramCommand::ShowHidden,
         u"diagram.showHidden"_s,
         Text::tr("Diagram: show hidden tables again"),
         {}},
        {DiagramCommand::Arrange, u"diagram.arrange"_s, Text::tr("Diagram: arrange all tables anew"), {}},
        {DiagramCommand::Export, u"diagram.export"_s, Text::tr("Diagram: export"), {}},
        {DiagramCommand::CopyImage, u"diagram.copyImage"_s, Text::tr("Diagram: copy as an image"), {}},
        {DiagramCommand::CopyMermaid, u"diagram.copyMermaid"_s, Text::tr("Diagram: copy as Mermaid"), {}},
        {DiagramCommand::Undo,
         u"diagram.undo"_s,
         Text::tr("Diagram: undo"),
         {QKeySequence(Qt::CTRL | Qt::Key_Z)}},
        {DiagramCommand::Redo,
         u"diagram.redo"_s,
         Text::tr("Diagram: redo"),
         {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)}},
        {DiagramCommand::NoOverlay, u"diagram.noOverlay"_s, Text::tr("Diagram: no overlay"), {}},
        {DiagramCommand::Rows, u"diagram.rows"_s, Text::tr("Diagram: show rows as heat"), {}},
        {DiagramCommand::Size, u"diagram.size"_s, Text::tr("Diagram: show size as heat"), {}},
        {DiagramCommand::MissingIndexes,
         u"diagram.missingIndexes"_s,
         Text::tr("Diagram: show foreign keys without an index"),
         {}},
        {DiagramCommand::UnusedIndexes,
         u"diagram.unusedIndexes"_s,
         Text::tr("Diagram: show unused indexes"),
         {}},
        {DiagramCommand::Cycles, u"diagram.cycles"_s, Text::tr("Diagram: show cycles of references"), {}},
        {DiagramCommand::Changes,
         u"diagram.changes"_s,
         Text::tr("Diagram: show changes since it was opened"),
         {}},
        {DiagramCommand::ChangesFromNow,
         u"diagram.changesFromNow"_s,
         Text::tr("Diagram: count changes from now on"),
         {}},
        {DiagramCommand::Path,
         u"diagram.path"_s,
         Text::tr("Diagram: path between two tables"),
         {QKeySequence(Qt::Key_P)}},
        {DiagramCommand::Neighbours,
         u"diagram.neighbours"_s,
         Text::tr("Diagram: show only neighbours of the selection"),
         {QKeySequence(Qt::Key_N)}},
        {DiagramCommand::MoreHops,
         u"diagram.moreHops"_s,
         Text::tr("Diagram: neighbours one step farther"),
         {QKeySequence(Qt::Key_Period)}},
        {DiagramCommand::FewerHops,
         u"diagram.fewerHops"_s,
         Text::tr("Diagram: neighbours one step nearer"),
         {QKeySequence(Qt::Key_Comma)}},
        {DiagramCommand::Leave,
         u"diagram.leave"_s,
         Text::tr("Diagram: leave the path or the neighbourhood"),
         {}},
        {DiagramCommand::FollowForward,
         u"diagram.follow"_s,
         Text::tr("Diagram: follow the reference"),
         {QKeySequence(Qt::Key_F4)}},
        {DiagramCommand::FollowBack,
         u"diagram.followBack"_s,
         Text::tr("Diagram: go to what points here"),
         {QKeySequence(Qt::SHIFT | Qt::Key_F4)}},
    };
    return texts;
}

std::optional<DiagramCommand> diagramCommandFor(const QKeyEvent &event)
{
    const QKeySequence pressed(event.keyCombination().toCombined() & ~int(Qt::KeypadModifier));
    for (const auto &text : diagramCommandTexts()) {
        if (text.keys.contains(pressed))
            return text.command;
    }
    return {};
}

} // namespace squall::ui
