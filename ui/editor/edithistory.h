#pragma once

#include "models/query/editlog.h"

#include <QObject>

namespace squall::ui {

class SqlEditor;

/// What can be undone and redone in an editor, in a form that outlives it.
class EditHistory : public QObject
{
public:
    explicit EditHistory(SqlEditor &editor);

    /// Bounded; belongs to the text as it is now.
    QByteArray kept() const { return m_log.toBytes(); }
    /// Has the editor undo what led to the text that it was just given. What does not lead to exactly this
    /// text is left alone, and the text stays as it is whatever it is given here.
    void restore(const QByteArray &kept);
    /// There is nothing to undo any more.
    void forget() { m_log.clear(); }

private:
    void note(int at, int how, const char *text, int length);
    bool replay();
    bool change(const models::EditLog::Edit &edit, bool back);

    SqlEditor &m_editor;
    models::EditLog m_log;
};

} // namespace squall::ui
