#include "ui/editor/sqlformatting.h"

#include "models/pooled.h"
#include "ui/editor/scriptstatements.h"
#include "ui/editor/sqleditor.h"

#include <algorithm>

namespace squall::ui {

namespace {

constexpr qsizetype atOnce = 20'000;

/// Only blanks and the case of letters differ: the place behind as many signs.
qsizetype samePlace(QStringView before, qsizetype caret, QStringView after)
{
    auto signs = std::count_if(before.begin(), before.begin() + caret, [](QChar c) { return !c.isSpace(); });
    qsizetype at = 0;
    while (at < after.size() && signs > 0) {
        if (!after[at].isSpace())
            --signs;
        ++at;
    }
    // Before a sign, not behind the one before it.
    while (caret < before.size() && !before[caret].isSpace() && at < after.size() && after[at].isSpace())
        ++at;
    return at;
}

} // namespace

SqlFormatting::SqlFormatting(SqlEditor &editor)
    : QObject(&editor)
    , m_editor(editor)
{
}

void SqlFormatting::run()
{
    auto span = m_editor.selection();
    if (span.length == 0)
        span = {0, m_editor.script().size()};
    const auto text = m_editor.script().mid(span.start, span.length);
    if (text.size() <= atOnce) {
        m_formatting.cancel();
        take(span, sql::format(text, m_options));
        return;
    }
    m_formatting.run(models::pooled([text, options = m_options] { return sql::format(text, options); }),
                     [this, span, revision = m_editor.revision()](const QString &formatted) {
                         if (revision == m_editor.revision())
                             take(span, formatted);
                     });
}

void SqlFormatting::take(const sql::Span &span, const QString &formatted)
{
    const auto before = m_editor.script();
    const bool selected = m_editor.selection().length > 0;
    const auto caret = std::clamp<qsizetype>(m_editor.caret() - span.start, 0, span.length);
    m_editor.changeScript(before.left(span.start) + formatted + before.mid(span.end()));
    if (selected)
        m_editor.select(span.start, span.start + formatted.size());
    else
        m_editor.setCaret(span.start + samePlace(span.in(before), caret, formatted));
    emit finished();
}

} // namespace squall::ui
