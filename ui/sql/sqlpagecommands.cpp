#include "ui/editor/editing.h"
#include "ui/editor/findbar.h"
#include "ui/editor/linebar.h"
#include "ui/editor/sqlcompletion.h"
#include "ui/editor/sqleditor.h"
#include "ui/editor/sqlformatting.h"
#include "ui/editor/sqlhover.h"
#include "ui/sql/sqlbar.h"
#include "ui/sql/sqlpage.h"
#include "ui/sql/sqlrunning.h"
#include "ui/sql/transactionbar.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QMenu>

// What an SQL tab does by name, by key and from its menu.
namespace squall::ui {

using namespace Qt::StringLiterals;

void SqlPage::run(SqlCommand command)
{
    switch (command) {
    case SqlCommand::Run: m_running->runCurrent(); break;
    case SqlCommand::RunAll: m_running->runAll(); break;
    case SqlCommand::Explain: m_running->ask(SqlRunning::Purpose::Explain); break;
    case SqlCommand::ExplainAnalyze: m_running->ask(SqlRunning::Purpose::Analyze); break;
    case SqlCommand::Preview: m_running->ask(SqlRunning::Purpose::Preview); break;
    case SqlCommand::RunHeld: m_runner->runHeld(); break;
    case SqlCommand::Cancel: m_runner->cancel(); break;
    case SqlCommand::Commit: m_runner->commit(); break;
    case SqlCommand::Rollback: m_runner->rollback(); break;
    case SqlCommand::TransactionMode: m_bar->transactions().chooseMode(); break;
    case SqlCommand::SwitchPane: switchPane(); break;
    case SqlCommand::Save: m_document->buffer().file.isEmpty() ? chooseFile() : m_document->save(); break;
    case SqlCommand::SaveAs: chooseFile(); break;
    case SqlCommand::Reload: m_document->reload(); break;
    case SqlCommand::Rename: rename(); break;
    default: runEditing(command);
    }
}

bool SqlPage::runEditing(SqlCommand command)
{
    switch (command) {
    case SqlCommand::Complete: m_completion->offer(); break;
    case SqlCommand::FollowName: m_hover->follow(m_editor->caret()); break;
    case SqlCommand::Format:
        useFormat();
        m_formatting->run();
        break;
    case SqlCommand::Comment: toggleComment(*m_editor); break;
    case SqlCommand::Find: m_find->open(false); break;
    case SqlCommand::Replace: m_find->open(true); break;
    case SqlCommand::FindNext: m_find->step(1); break;
    case SqlCommand::FindPrevious: m_find->step(-1); break;
    case SqlCommand::GoToLine: m_line->open(); break;
    case SqlCommand::SelectNext: selectNext(*m_editor); break;
    case SqlCommand::SelectAllAlike: selectAllAlike(*m_editor); break;
    case SqlCommand::DuplicateLines: duplicateLines(*m_editor); break;
    case SqlCommand::FoldAll: foldAll(*m_editor, true); break;
    case SqlCommand::UnfoldAll: foldAll(*m_editor, false); break;
    case SqlCommand::ZoomIn: m_editor->zoomIn(); break;
    case SqlCommand::ZoomOut: m_editor->zoomOut(); break;
    case SqlCommand::ZoomReset: m_editor->zoomTo(0); break;
    default: return false;
    }
    return true;
}

QString SqlPage::unavailable(SqlCommand command) const
{
    const bool busy = m_runner->isBusy();
    const bool held = m_runner->state() == models::QueryRunner::State::Held;
    const bool open = m_runner->transaction().isOpen();
    switch (command) {
    case SqlCommand::Run:
    case SqlCommand::RunAll:
    case SqlCommand::Explain:
    case SqlCommand::ExplainAnalyze:
        return held   ? tr("A statement waits for your decision; Esc does not run it.")
               : busy ? tr("A statement is running; Esc cancels it.")
                      : QString();
    case SqlCommand::RunHeld: return held ? QString() : tr("No write is held here.");
    case SqlCommand::Cancel: return busy ? QString() : tr("Nothing is running.");
    case SqlCommand::Commit:
        return !open ? tr("No transaction is open in this tab.")
               : m_runner->transaction().hasFailed()
                   ? tr("The transaction has failed: it can only be rolled back.")
                   : QString();
    case SqlCommand::Rollback: return open ? QString() : tr("No transaction is open in this tab.");
    case SqlCommand::Reload:
        return m_document->buffer().file.isEmpty() ? tr("This tab has no file.") : QString();
    default: return {};
    }
}

void SqlPage::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Save to a file"), m_document->buffer().file, tr("SQL (*.sql)"));
    dialog->setObjectName(u"saveSqlFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"sql"_s);
    connect(dialog, &QFileDialog::fileSelected, m_document, &models::SqlDocument::saveAs);
    dialog->open();
}

void SqlPage::rename()
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(u"renameSqlTab"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename the tab"));
    dialog->setLabelText(tr("Name"));
    dialog->setTextValue(m_document->buffer().title);
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &title) {
        if (!title.trimmed().isEmpty())
            m_document->rename(title.trimmed());
    });
    dialog->open();
}

void SqlPage::popUpMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"sqlMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](SqlCommand command) {
        for (const auto &text : sqlCommandTexts()) {
            if (text.command != command)
                continue;
            auto *action = menu->addAction(text.text, this, [this, command] { run(command); });
            action->setEnabled(unavailable(command).isEmpty());
            // Only shown: the page answers the key.
            action->setShortcutContext(Qt::WidgetShortcut);
            action->setShortcuts(text.keys);
        }
    };
    for (const auto command : {SqlCommand::Run, SqlCommand::RunAll, SqlCommand::Explain,
                               SqlCommand::ExplainAnalyze, SqlCommand::Preview})
        add(command);
    menu->addSeparator();
    const bool selected = m_editor->hasSelectedText();
    const auto addEdit = [this, menu](const QString &text, auto slot, bool enabled) {
        menu->addAction(text, m_editor, slot)->setEnabled(enabled);
    };
    addEdit(tr("Undo"), &SqlEditor::undo, m_editor->isUndoAvailable());
    addEdit(tr("Redo"), &SqlEditor::redo, m_editor->isRedoAvailable());
    addEdit(tr("Cut"), &SqlEditor::cut, selected);
    addEdit(tr("Copy"), &SqlEditor::copy, selected);
    addEdit(tr("Paste"), &SqlEditor::paste, true);
    menu->addSeparator();
    for (const auto command : {SqlCommand::FollowName, SqlCommand::Comment, SqlCommand::Format,
                               SqlCommand::Find, SqlCommand::Save, SqlCommand::SaveAs})
        add(command);
    menu->popup(position);
}

} // namespace squall::ui
