#include "ui/editor/sqlcompletion.h"

#include "models/pooled.h"
#include "ui/editor/completionlist.h"
#include "ui/editor/editornumbers.h"
#include "ui/editor/hintcard.h"
#include "ui/editor/scriptstatements.h"
#include "ui/editor/sqleditor.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;
using Type = sql::Suggestion::Type;

namespace {

/// Of a large script whose statements are known as they were a moment ago.
constexpr qsizetype behindCaret = 4000;

sql::Completion answer(const SqlCompletion::Part &part, qsizetype caret,
                       const SqlCompletion::Catalog &catalog, const SqlCompletion::Uses &uses,
                       const SqlCompletion::Snippets &snippets)
{
    static const sql::Uses none;
    auto completion = sql::complete(part.text, caret - part.start, *catalog, uses ? *uses : none, *snippets);
    completion.start += part.start;
    return completion;
}

bool goesOnAWord(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'"' || c == u'$';
}

} // namespace

SqlCompletion::SqlCompletion(const Theme &theme, SqlEditor &editor)
    : QObject(&editor)
    , m_editor(editor)
    , m_stops(editor)
    , m_list(new CompletionList(theme, &editor))
    , m_arguments(new HintCard(theme, &editor, u"argumentHint"_s))
{
    connect(&editor, &SqlEditor::typed, this, &SqlCompletion::noteTyped);
    connect(&editor, &SqlEditor::caretMoved, this, &SqlCompletion::noteCaret);
    connect(&editor, &SqlEditor::keyPressed, this, &SqlCompletion::takeKey);
    connect(&editor, &QsciScintillaBase::SCN_FOCUSOUT, this, &SqlCompletion::close);
    connect(m_list, &CompletionList::taken, this, [this](int row) { take(row, false); });
}

SqlCompletion::~SqlCompletion()
{
    delete m_list;
    delete m_arguments;
}

void SqlCompletion::setCatalog(const Catalog &catalog)
{
    m_catalog = catalog;
}

void SqlCompletion::setSnippets(std::vector<sql::Snippet> snippets)
{
    m_snippets = std::make_shared<const std::vector<sql::Snippet>>(std::move(snippets));
}

std::optional<SqlCompletion::Part> SqlCompletion::partAt(const SqlEditor &editor, qsizetype unit)
{
    const auto &script = editor.script();
    const auto inOrder = sql::inTextOrder(editor.statements().all());
    const sql::Statement *before = nullptr;
    auto end = script.size();
    for (const auto *statement : inOrder) {
        if (statement->span.start > unit) {
            end = statement->span.start;
            break;
        }
        if (statement->data && unit > statement->data->start && unit <= statement->data->end())
            return {};
        before = statement;
    }
    if (!editor.statements().isCurrent())
        end = std::min(script.size(), unit + behindCaret);
    qsizetype start = 0;
    if (before) {
        const bool ended = before->end != sql::Statement::End::Text && unit >= before->span.end();
        start = ended ? before->span.end() : before->span.start;
        if (!ended && before->end != sql::Statement::End::Text)
            end = std::min(end, std::max(before->span.end(), unit));
    }
    return Part{script.mid(start, end - start), start};
}

void SqlCompletion::noteTyped(QChar what)
{
    if (what == u'\n' || what == u';') {
        close();
        return;
    }
    // What was offered for the word before does not fit any more.
    if (!goesOnAWord(what))
        m_list->hide();
    ask(false, what);
}

/// Typing moves the caret too; only where it was not followed by a question is what is shown out of date.
void SqlCompletion::noteCaret()
{
    if (m_asking.isRunning() ||
        (m_question.revision == m_editor.revision() && m_question.caret == m_editor.caret()))
        return;
    m_list->hide();
    if (m_arguments->isVisible())
        ask(false);
}

void SqlCompletion::offer()
{
    ask(true);
}

void SqlCompletion::ask(bool asked, QChar typed)
{
    const auto caret = m_editor.caret();
    const auto part = m_catalog && !m_editor.hasSeveralCarets() ? partAt(m_editor, caret) : std::nullopt;
    if (!part) {
        close();
        return;
    }
    const Question question{m_editor.revision(), caret, part->start, asked, typed};
    m_asking.run(
        models::pooled([part = *part, caret, catalog = m_catalog, uses = m_uses, snippets = m_snippets] {
            return answer(part, caret, catalog, uses, snippets);
        }),
        [this, question](const sql::Completion &completion) { receive(question, completion); });
}

void SqlCompletion::receive(const Question &question, const sql::Completion &completion)
{
    if (question.revision != m_editor.revision() || question.caret != m_editor.caret()) {
        close();
        return;
    }
    m_question = question;
    m_completion = completion;
    showArguments();
    // An answer that comes after somebody has gone elsewhere is not wanted there, unless it was asked for.
    if (!isWorthShowing(question) || !(m_editor.hasFocus() || question.asked)) {
        m_list->hide();
        return;
    }
    auto line = m_editor.rectAt(m_completion.start);
    line.moveTopLeft(m_editor.mapToGlobal(line.topLeft()));
    m_list->offer(m_completion.suggestions, line, isChosenAtOnce(question));
    emit offered();
}

/// While typing: once a word has begun, behind a dot, where a value of few is due, and where a table or a
/// join is what comes next. Not what is written out already.
bool SqlCompletion::isWorthShowing(const Question &question) const
{
    const auto &offers = m_completion.suggestions;
    if (offers.empty())
        return false;
    if (question.asked)
        return true;
    if (question.typed.isNull())
        return m_list->isVisible();
    const auto written = QStringView(m_editor.script()).mid(m_completion.start, m_completion.length);
    if (offers.size() == 1 && offers.front().text.compare(written, Qt::CaseInsensitive) == 0)
        return false;
    if (!written.isEmpty() && goesOnAWord(question.typed))
        return true;
    const auto first = offers.front().type;
    return question.typed == u'.' || first == Type::Value ||
           (question.typed == u' ' && (first == Type::Table || first == Type::Join));
}

/// Enter takes what is chosen, and also begins a line: only what somebody surely is about to write is chosen
/// without being moved to.
bool SqlCompletion::isChosenAtOnce(const Question &question) const
{
    const auto &offers = m_completion.suggestions;
    if (question.asked || question.typed == u'.')
        return true;
    const auto written = QStringView(m_editor.script()).mid(m_completion.start, m_completion.length);
    const bool complete = std::any_of(offers.begin(), offers.end(), [&](const sql::Suggestion &offered) {
        return offered.text.compare(written, Qt::CaseInsensitive) == 0;
    });
    // Quotes that the name needs are not what one types.
    auto name = QStringView(offers.front().text);
    if (name.startsWith(u'"') && !written.startsWith(u'"'))
        name = name.sliced(1);
    return !written.isEmpty() && !complete && name.startsWith(written, Qt::CaseInsensitive) &&
           (written.size() > 1 || offers.front().type != Type::Keyword);
}

void SqlCompletion::showArguments()
{
    if (m_completion.signatures.empty() || m_completion.argument < 0 || !m_editor.hasFocus()) {
        m_arguments->hide();
        return;
    }
    // Of several that have the name, the first that takes as many.
    const auto &all = m_completion.signatures;
    auto found = std::find_if(all.begin(), all.end(), [this](const sql::Signature &signature) {
        return signature.arguments.size() > m_completion.argument;
    });
    if (found == all.end())
        found = all.begin();
    QStringList arguments;
    for (qsizetype index = 0; index < found->arguments.size(); ++index) {
        const auto text = found->arguments[index].toHtmlEscaped();
        arguments << (index == m_completion.argument ? u"<b>"_s + text + u"</b>"_s : text);
    }
    auto html = found->name.toHtmlEscaped() + u'(' + arguments.join(u", "_s) + u')';
    if (!found->result.isEmpty())
        html += u" → "_s + found->result.toHtmlEscaped();
    if (all.size() > 1)
        html += tr("  (one of %n)", "functions of a name", static_cast<int>(all.size()));
    auto line = m_editor.rectAt(m_question.caret);
    line.moveTopLeft(m_editor.mapToGlobal(line.topLeft()));
    m_arguments->sayRich(html, line);
}

bool SqlCompletion::isOffering() const
{
    return m_list->isVisible();
}

void SqlCompletion::close()
{
    m_asking.cancel();
    m_list->hide();
    m_arguments->hide();
}

void SqlCompletion::takeKey(QKeyEvent *event)
{
    const int key = event->key();
    const auto held = event->modifiers() & ~Qt::KeypadModifier;
    if (held == Qt::ControlModifier && key == Qt::Key_Space) {
        event->accept();
        offer();
        return;
    }
    if (key == Qt::Key_Escape && !m_list->isVisible() && m_arguments->isVisible()) {
        event->accept();
        m_arguments->hide();
        return;
    }
    if (!m_list->isVisible() && held == Qt::NoModifier && takeStopKey(*event)) {
        event->accept();
        return;
    }
    if (!m_list->isVisible() || held != Qt::NoModifier)
        return;
    event->accept();
    switch (key) {
    case Qt::Key_Down: m_list->step(1); break;
    case Qt::Key_Up: m_list->step(-1); break;
    case Qt::Key_PageDown: m_list->step(m_list->rowsPerPage()); break;
    case Qt::Key_PageUp: m_list->step(-m_list->rowsPerPage()); break;
    case Qt::Key_Escape: m_list->hide(); break;
    case Qt::Key_Tab: take(std::max(0, m_list->chosen()), true); break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_list->chosen() >= 0) {
            take(m_list->chosen(), false);
            break;
        }
        m_list->hide();
        [[fallthrough]];
    default: event->ignore();
    }
}

/// Tab leads on through a snippet, Esc ends that.
bool SqlCompletion::takeStopKey(const QKeyEvent &event)
{
    if (event.key() == Qt::Key_Tab)
        return m_stops.next();
    if (event.key() != Qt::Key_Escape || !m_stops.isGoing())
        return false;
    m_stops.giveUp();
    return true;
}

/// What is shown may be of the text before the last key: then it is asked once more, and what was chosen is
/// taken if it is still among the answers.
bool SqlCompletion::refresh()
{
    const auto caret = m_editor.caret();
    if (m_question.revision == m_editor.revision() && m_question.caret == caret)
        return true;
    const auto part = m_catalog ? partAt(m_editor, caret) : std::nullopt;
    if (!part)
        return false;
    m_completion = answer(*part, caret, m_catalog, m_uses, m_snippets);
    m_question = {m_editor.revision(), caret, part->start, false, {}};
    return true;
}

void SqlCompletion::take(int row, bool wholeWord)
{
    if (row < 0 || static_cast<size_t>(row) >= m_completion.suggestions.size())
        return;
    const auto chosen = m_completion.suggestions[static_cast<size_t>(row)];
    m_asking.cancel();
    m_list->hide();
    if (!refresh())
        return;
    const auto &offers = m_completion.suggestions;
    if (std::find(offers.begin(), offers.end(), chosen) == offers.end())
        return;
    const auto behind = wholeWord ? m_completion.behind : 0;
    const auto start = m_completion.start;
    m_editor.send(QsciScintillaBase::SCI_BEGINUNDOACTION);
    m_editor.replaceSpan({start, m_completion.length + behind}, chosen.text);
    m_editor.setCaret(start + chosen.text.size() - chosen.back);
    m_editor.send(QsciScintillaBase::SCI_ENDUNDOACTION);
    if (!chosen.stops.empty()) {
        m_stops.begin(start, chosen.stops);
        return;
    }
    // Inside parentheses the arguments come next; behind a schema what is in it.
    if (chosen.back > 0 || chosen.text.endsWith(u'.'))
        ask(false, chosen.text.endsWith(u'.') ? u'.' : u'(');
}

} // namespace squall::ui
