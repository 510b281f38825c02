#include "ui/editor/sqlhover.h"

#include "models/pooled.h"
#include "ui/editor/hintcard.h"
#include "ui/editor/sqlcompletion.h"
#include "ui/editor/sqleditor.h"

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestDefinition = 600;
constexpr qsizetype mostLines = 12;

QString shortened(const QString &text)
{
    auto lines = text.left(longestDefinition).split(u'\n');
    const bool cut = text.size() > longestDefinition || lines.size() > mostLines;
    if (lines.size() > mostLines)
        lines.resize(mostLines);
    return lines.join(u'\n') + (cut ? u"…"_s : QString());
}

QString codeOf(const sql::Description &description)
{
    auto code = description.name;
    if (!description.type.isEmpty())
        code += (code.endsWith(u')') ? u" → "_s : u"  "_s) + description.type;
    if (!description.definition.isEmpty())
        code += u'\n' + shortened(description.definition);
    return code;
}

} // namespace

SqlHover::SqlHover(const Theme &theme, SqlEditor &editor)
    : QObject(&editor)
    , m_editor(editor)
    , m_card(new HintCard(theme, &editor, u"hoverCard"_s))
{
    connect(&editor, &SqlEditor::pointedAt, this, &SqlHover::pointAt);
    connect(&editor, &SqlEditor::pointedAway, m_card, &QWidget::hide);
    connect(&editor, &SqlEditor::scriptChanged, m_card, &QWidget::hide);
    connect(&editor, &QsciScintillaBase::SCN_FOCUSOUT, m_card, &QWidget::hide);
    connect(&editor, &SqlEditor::linkActivated, this, &SqlHover::follow);
}

SqlHover::~SqlHover()
{
    delete m_card;
}

void SqlHover::pointAt(qsizetype unit)
{
    if (const auto *mark = m_editor.markAt(unit)) {
        say({}, mark->explanation.isEmpty() ? mark->message : mark->message + u"\n\n"_s + mark->explanation,
            mark->span);
        return;
    }
    describe(unit, [this](const Reply &described) {
        if (described)
            say(codeOf(*described), described->comment, {described->start, described->length});
    });
}

void SqlHover::follow(qsizetype unit)
{
    describe(unit, [this](const Reply &described) {
        if (!described)
            return;
        if (described->declared >= 0)
            m_editor.reveal({described->declared, described->length});
        else if (described->object)
            emit openRequested(*described->object);
    });
}

/// Places in the answer are those of the script.
void SqlHover::describe(qsizetype unit, std::function<void(const Reply &)> deliver)
{
    const auto part = m_catalog ? SqlCompletion::partAt(m_editor, unit) : std::nullopt;
    if (!part)
        return;
    m_describing.run(
        models::pooled([part = *part, unit, catalog = m_catalog] {
            auto described = sql::describeAt(part.text, unit - part.start, *catalog);
            if (described) {
                described->start += part.start;
                if (described->declared >= 0)
                    described->declared += part.start;
            }
            return described;
        }),
        [this, deliver = std::move(deliver), revision = m_editor.revision()](const Reply &reply) {
            if (revision == m_editor.revision())
                deliver(reply);
        });
}

void SqlHover::say(const QString &code, const QString &words, const sql::Span &place)
{
    auto line = m_editor.rectAt(place.start);
    line.moveTopLeft(m_editor.mapToGlobal(line.topLeft()));
    m_card->say(code, words, line, false);
}

} // namespace squall::ui
