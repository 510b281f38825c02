#pragma once

#include "core/sql/span.h"

#include <QObject>

#include <vector>

class QsciScintilla;

namespace squall::ui {

/// Colours the text that an editor is about to show, and finds what in it can be folded: statements,
/// parentheses, and what goes over several lines by itself. It starts again at the last line that begins
/// outside of everything, so a change costs what is seen of it.
class SqlStyler : public QObject
{
    Q_OBJECT

public:
    explicit SqlStyler(QsciScintilla &editor);

    /// Where rows of a COPY stand, in bytes.
    void setData(const std::vector<sql::Span> &data);

private:
    /// How a line begins.
    struct LineStart
    {
        bool known = false; ///< and outside of strings and comments: one may start here
        bool inStatement = false;
        int depth = 0; ///< of parentheses

        static LineStart fromState(int state);
        int state() const;
    };
    struct Walk;

    void style(int position);
    int firstLineFor(int position) const;
    std::vector<sql::Span> dataIn(int start, int end) const;
    void beginLine(Walk &walk, bool inside);
    void walk(Walk &walk, QStringView text, const std::vector<sql::Span> &data);

    QsciScintilla &m_editor;
    std::vector<sql::Span> m_data;
};

} // namespace squall::ui
