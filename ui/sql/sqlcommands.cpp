#include "ui/sql/sqlcommands.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::ui::SqlCommands)
};

QKeySequence ctrl(int key)
{
    return QKeySequence(Qt::CTRL | static_cast<Qt::Key>(key));
}

QKeySequence ctrlShift(int key)
{
    return QKeySequence(Qt::CTRL | Qt::SHIFT | static_cast<Qt::Key>(key));
}

std::vector<SqlCommandText> runningTexts()
{
    return {
        {SqlCommand::Run,
         u"sql.run"_s,
         Text::tr("Run the statement at the caret, or the selection"),
         {ctrl(Qt::Key_Return), ctrl(Qt::Key_Enter)}},
        {SqlCommand::RunAll,
         u"sql.runAll"_s,
         Text::tr("Run the whole script"),
         {ctrlShift(Qt::Key_Return), ctrlShift(Qt::Key_Enter), QKeySequence(Qt::Key_F5)}},
        {SqlCommand::Explain,
         u"sql.explain"_s,
         Text::tr("Explain the statement"),
         {ctrl(Qt::Key_E), QKeySequence(Qt::Key_F7)}},
        {SqlCommand::ExplainAnalyze,
         u"sql.explainAnalyze"_s,
         Text::tr("Explain the statement by running it"),
         {ctrlShift(Qt::Key_E), QKeySequence(Qt::SHIFT | Qt::Key_F7)}},
        {SqlCommand::Preview, u"sql.preview"_s, Text::tr("Preview what the statement would change"), {}},
        {SqlCommand::RunHeld, u"sql.runHeld"_s, Text::tr("Run the write that is held"), {}},
        {SqlCommand::Cancel, u"sql.cancel"_s, Text::tr("Cancel what runs"), {ctrl(Qt::Key_Period)}},
        {SqlCommand::Commit, u"sql.commit"_s, Text::tr("Commit the transaction"), {}},
        {SqlCommand::Rollback, u"sql.rollback"_s, Text::tr("Roll the transaction back"), {}},
        {SqlCommand::TransactionMode,
         u"sql.transactionMode"_s,
         Text::tr("Transactions: automatic or manual…"),
         {}},
        {SqlCommand::SwitchPane,
         u"sql.switchPane"_s,
         Text::tr("Go between the text and its results"),
         {QKeySequence(Qt::Key_F6)}},
    };
}

std::vector<SqlCommandText> editingTexts()
{
    return {
        {SqlCommand::Complete,
         u"sql.complete"_s,
         Text::tr("Offer what could stand here"),
         {ctrl(Qt::Key_Space)}},
        {SqlCommand::FollowName,
         u"sql.follow"_s,
         Text::tr("Open what the name at the caret means"),
         {QKeySequence(Qt::Key_F4)}},
        {SqlCommand::Format, u"sql.format"_s, Text::tr("Format the SQL"), {ctrlShift(Qt::Key_F)}},
        {SqlCommand::Comment,
         u"sql.comment"_s,
         Text::tr("Make lines comments, or lines again"),
         {ctrl(Qt::Key_Slash)}},
        {SqlCommand::Find, u"sql.find"_s, Text::tr("Find in the text"), {ctrl(Qt::Key_F)}},
        {SqlCommand::Replace, u"sql.replace"_s, Text::tr("Find and replace in the text"), {ctrl(Qt::Key_H)}},
        {SqlCommand::FindNext,
         u"sql.findNext"_s,
         Text::tr("Find the next place"),
         {QKeySequence(Qt::Key_F3)}},
        {SqlCommand::FindPrevious,
         u"sql.findPrevious"_s,
         Text::tr("Find the place before"),
         {QKeySequence(Qt::SHIFT | Qt::Key_F3)}},
        {SqlCommand::GoToLine, u"sql.goToLine"_s, Text::tr("Go to a line…"), {ctrl(Qt::Key_G)}},
        {SqlCommand::SelectNext,
         u"sql.selectNext"_s,
         Text::tr("Select the next place with the same word"),
         {ctrl(Qt::Key_D)}},
        {SqlCommand::SelectAllAlike,
         u"sql.selectAlike"_s,
         Text::tr("Select every place with the same word"),
         {ctrlShift(Qt::Key_L)}},
        {SqlCommand::DuplicateLines, u"sql.duplicate"_s, Text::tr("Duplicate the line or the selection"), {}},
        {SqlCommand::FoldAll, u"sql.foldAll"_s, Text::tr("Fold everything"), {}},
        {SqlCommand::UnfoldAll, u"sql.unfoldAll"_s, Text::tr("Unfold everything"), {}},
        {SqlCommand::ZoomIn,
         u"sql.zoomIn"_s,
         Text::tr("Larger text"),
         {ctrl(Qt::Key_Plus), ctrl(Qt::Key_Equal)}},
        {SqlCommand::ZoomOut, u"sql.zoomOut"_s, Text::tr("Smaller text"), {ctrl(Qt::Key_Minus)}},
        {SqlCommand::ZoomReset, u"sql.zoomReset"_s, Text::tr("Text of usual size"), {ctrl(Qt::Key_0)}},
        {SqlCommand::Save, u"sql.save"_s, Text::tr("Save to the file"), {ctrl(Qt::Key_S)}},
        {SqlCommand::SaveAs, u"sql.saveAs"_s, Text::tr("Save to a file…"), {ctrlShift(Qt::Key_S)}},
        {SqlCommand::Reload, u"sql.reload"_s, Text::tr("Read the file again"), {}},
        {SqlCommand::Rename, u"sql.rename"_s, Text::tr("Rename the tab…"), {}},
    };
}

} // namespace

const std::vector<SqlCommandText> &sqlCommandTexts()
{
    // Made when first asked for: the translations are there by then.
    static const auto texts = [] {
        auto all = runningTexts();
        for (auto &text : editingTexts())
            all.push_back(std::move(text));
        return all;
    }();
    return texts;
}

std::optional<SqlCommand> sqlCommandFor(const QKeyEvent &event)
{
    const QKeySequence pressed(event.keyCombination().toCombined() & ~int(Qt::KeypadModifier));
    for (const auto &text : sqlCommandTexts()) {
        if (text.keys.contains(pressed))
            return text.command;
    }
    return {};
}

} // namespace squall::ui
