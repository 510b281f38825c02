#pragma once

namespace squall::ui {

class SqlEditor;

// What changes or selects text in an editor, each as one step that can be undone.

/// Makes comments of the lines that are selected, or lines again when all of them are comments.
void toggleComment(SqlEditor &editor);
/// Selects the word at the caret, then each time where the same comes next, with a caret of its own.
void selectNext(SqlEditor &editor);
void selectAllAlike(SqlEditor &editor);
void duplicateLines(SqlEditor &editor);
void foldAll(SqlEditor &editor, bool folded);

} // namespace squall::ui
