#pragma once

#include "core/sql/mark.h"
#include "core/sql/statement.h"

#include <Qsci/qsciscintilla.h>

#include <optional>
#include <vector>

namespace squall::ui {

class EditHistory;
class EditorMargin;
class ScriptStatements;
class SqlStyler;
class Theme;

/// Where SQL is written. Positions are UTF-16 units of `script()` to everybody outside; QScintilla's bytes
/// stay in this folder.
class SqlEditor : public QsciScintilla
{
    Q_OBJECT

public:
    explicit SqlEditor(const Theme &theme, QWidget *parent = nullptr);

    const QString &script() const;
    /// Another text from the ground up: nothing to undo.
    void setScript(const QString &script);
    /// As one step that can be undone; what is the same at both ends stays untouched.
    void changeScript(const QString &script);
    void replaceSpan(const sql::Span &span, const QString &text);
    /// Goes up with every change of the text.
    quint64 revision() const { return m_revision; }

    qsizetype caret() const;
    qsizetype anchor() const;
    void setCaret(qsizetype caret) { select(caret, caret); }
    void select(qsizetype anchor, qsizetype caret);
    /// Selects it and has it in sight.
    void reveal(const sql::Span &span);
    sql::Span selection() const;
    bool hasSeveralCarets() const;
    int firstLine() const;
    void setFirstLine(int line);
    /// Of the text before that place, in the editor's own coordinates.
    QRect rectAt(qsizetype unit) const;
    /// Nothing where there is no text.
    std::optional<qsizetype> unitAtPoint(const QPoint &point) const;

    /// What can be undone, to be kept with the text.
    EditHistory &history() const { return *m_history; }

    const ScriptStatements &statements() const { return *m_statements; }
    /// What Ctrl+Enter would run: the one at the caret, which the band shows.
    const sql::Statement *currentStatement() const;

    /// Replaces those that were there. They move with the text that is edited around them.
    void setMarks(std::vector<sql::Mark> marks);
    /// Beside those, where what was run last went wrong.
    void setFailure(const std::optional<sql::Mark> &failure);
    const std::optional<sql::Mark> &failure() const { return m_failure; }
    const sql::Mark *markAt(qsizetype unit) const;
    /// What a search has found.
    void setFound(const std::vector<sql::Span> &found);

    int byteAt(qsizetype unit) const;
    qsizetype unitAt(int byte) const;
    long send(unsigned message, qint64 first = 0, qint64 second = 0) const;

signals:
    void scriptChanged();
    void caretMoved();
    /// Something was typed, and nothing else changed the text.
    void typed(QChar what);
    /// Ctrl+click on this place.
    void linkActivated(qsizetype unit);
    void pointedAt(qsizetype unit);
    void pointedAway();
    void menuRequested(const QPoint &global);
    void statementChanged();
    /// So many steps larger than usual.
    void zoomed(int steps);
    /// Before the editor does with it what it does.
    void keyPressed(QKeyEvent *event);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUp();
    void freeKeys();
    void setUpIndicators();
    void dress();
    void layOutMargin();
    void noteText();
    void showData();
    void underline(int indicator, const sql::Mark &mark, int value);
    void showBand();
    void followStatement();

    const Theme &m_theme;
    SqlStyler *m_styler;
    EditorMargin *m_margin;
    ScriptStatements *m_statements;
    EditHistory *m_history;
    mutable QString m_script;
    mutable bool m_scriptKnown = false;
    quint64 m_revision = 0;
    std::vector<sql::Mark> m_marks;
    std::optional<sql::Mark> m_failure;
    std::optional<std::pair<int, int>> m_band; ///< lines
    sql::Span m_statementSpan;
};

} // namespace squall::ui
