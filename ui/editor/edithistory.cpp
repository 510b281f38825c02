#include "ui/editor/edithistory.h"

#include "ui/editor/sqleditor.h"

#include <QSignalBlocker>

#include <algorithm>

namespace squall::ui {

using models::EditLog;
using Sci = QsciScintillaBase;

namespace {

/// Edits of one byte of text that may be gone through at once: each may have to move all of it.
constexpr qint64 mostWork = 200'000'000;

} // namespace

EditHistory::EditHistory(SqlEditor &editor)
    : QObject(&editor)
    , m_editor(editor)
{
    connect(&editor, &Sci::SCN_MODIFIED, this,
            [this](int at, int how, const char *text, int length) { note(at, how, text, length); });
}

void EditHistory::note(int at, int how, const char *text, int length)
{
    const bool inserts = (how & Sci::SC_MOD_INSERTTEXT) != 0;
    if (!inserts && (how & Sci::SC_MOD_DELETETEXT) == 0)
        return;
    const bool last = (how & Sci::SC_LASTSTEPINUNDOREDO) != 0;
    const qint64 growth = inserts ? length : -length;
    if ((how & Sci::SC_PERFORMED_UNDO) != 0)
        m_log.undo(growth, last);
    else if ((how & Sci::SC_PERFORMED_REDO) != 0)
        m_log.redo(growth, last);
    else if (text)
        m_log.add({.inserts = inserts, .at = at, .text = {text, length}}, (how & Sci::SC_STARTACTION) != 0);
    else
        m_log.clear();
}

void EditHistory::restore(const QByteArray &kept)
{
    auto log = EditLog::fromBytes(kept);
    if (!log)
        return;
    log->shorten(mostWork / std::max<qint64>(1, m_editor.length()));
    const auto text = m_editor.script();
    // Nobody needs to know of texts that are none: in the end it is the same one. What is told counts all
    // of the text, each time.
    const QSignalBlocker quiet(&m_editor);
    const auto told = m_editor.send(Sci::SCI_GETMODEVENTMASK);
    m_editor.send(Sci::SCI_SETMODEVENTMASK, 0);
    m_log = *log;
    const bool replayed = replay();
    m_editor.send(Sci::SCI_SETUNDOCOLLECTION, 1);
    if (!replayed || m_editor.text() != text)
        m_editor.setScript(text);
    m_editor.send(Sci::SCI_SETMODEVENTMASK, told);
}

/// Back to where the log begins, which nobody can undo, and forth again, which everybody can.
bool EditHistory::replay()
{
    const auto &steps = m_log.steps();
    m_editor.send(Sci::SCI_SETUNDOCOLLECTION, 0);
    for (int step = m_log.done() - 1; step >= 0; --step) {
        const auto &edits = steps[static_cast<size_t>(step)];
        if (!std::all_of(edits.rbegin(), edits.rend(),
                         [this](const auto &edit) { return change(edit, true); }))
            return false;
    }
    m_editor.send(Sci::SCI_SETUNDOCOLLECTION, 1);
    m_editor.send(Sci::SCI_EMPTYUNDOBUFFER);
    for (const auto &step : steps) {
        m_editor.send(Sci::SCI_BEGINUNDOACTION);
        const bool done =
            std::all_of(step.begin(), step.end(), [this](const auto &edit) { return change(edit, false); });
        m_editor.send(Sci::SCI_ENDUNDOACTION);
        if (!done)
            return false;
    }
    for (auto undone = std::ssize(steps) - m_log.done(); undone > 0; --undone)
        m_editor.send(Sci::SCI_UNDO);
    return true;
}

/// False where the text is another one than the edit is of.
bool EditHistory::change(const EditLog::Edit &edit, bool back)
{
    const auto length = m_editor.send(Sci::SCI_GETLENGTH);
    const auto size = edit.text.size();
    if (edit.inserts != back) {
        if (edit.at > length)
            return false;
        m_editor.send(Sci::SCI_SETTARGETRANGE, edit.at, edit.at);
        m_editor.SendScintilla(Sci::SCI_REPLACETARGET, static_cast<uintptr_t>(size), edit.text.constData());
        return true;
    }
    if (edit.at > length - size)
        return false;
    QByteArray there(size + 1, '\0'); // it ends what it writes with a zero
    m_editor.SendScintilla(Sci::SCI_GETTEXTRANGE, static_cast<long>(edit.at),
                           static_cast<long>(edit.at + size), there.data());
    there.chop(1);
    if (there != edit.text)
        return false;
    m_editor.send(Sci::SCI_DELETERANGE, edit.at, size);
    return true;
}

} // namespace squall::ui
