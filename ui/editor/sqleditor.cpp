#include "ui/editor/sqleditor.h"

#include "core/sql/splitstatements.h"
#include "ui/editor/edithistory.h"
#include "ui/editor/editormargin.h"
#include "ui/editor/editornumbers.h"
#include "ui/editor/scriptstatements.h"
#include "ui/editor/sqlstyler.h"
#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <utility>

namespace squall::ui {

using namespace Qt::StringLiterals;

SqlEditor::SqlEditor(const Theme &theme, QWidget *parent)
    : QsciScintilla(parent)
    , m_theme(theme)
    , m_styler(new SqlStyler(*this))
    , m_margin(new EditorMargin(theme, *this))
    , m_statements(new ScriptStatements(this))
    , m_history(new EditHistory(*this))
{
    setObjectName(u"sqlEditor"_s);
    setAccessibleName(tr("SQL"));
    setFrameShape(NoFrame);
    setUp();
    freeKeys();
    setUpIndicators();
    dress();
    connect(&theme, &Theme::changed, this, &SqlEditor::dress);
    connect(this, &QsciScintilla::textChanged, this, &SqlEditor::noteText);
    connect(this, &QsciScintillaBase::SCN_CHARADDED, this, [this](int code) {
        emit typed(QChar::requiresSurrogates(static_cast<char32_t>(code))
                       ? QChar(QChar::highSurrogate(static_cast<char32_t>(code)))
                       : QChar(code));
    });
    connect(this, &QsciScintillaBase::SCN_UPDATEUI, this, [this](int what) {
        if (what & (SC_UPDATE_SELECTION | SC_UPDATE_CONTENT)) {
            followStatement();
            emit caretMoved();
        }
        showBand();
        layOutMargin();
    });
    connect(this, &QsciScintillaBase::SCN_ZOOM, this, [this] {
        layOutMargin();
        emit zoomed(static_cast<int>(send(SCI_GETZOOM)));
    });
    connect(this, &QsciScintillaBase::SCN_DWELLSTART, this, [this](int position) {
        if (position >= 0)
            emit pointedAt(unitAt(position));
    });
    connect(this, &QsciScintillaBase::SCN_DWELLEND, this, &SqlEditor::pointedAway);
    connect(m_statements, &ScriptStatements::changed, this, [this] {
        showData();
        followStatement();
    });
}

long SqlEditor::send(unsigned message, qint64 first, qint64 second) const
{
    return editor::send(*this, message, first, second);
}

void SqlEditor::setUp()
{
    setUtf8(true);
    setEolMode(EolUnix);
    setTabWidth(4);
    setIndentationsUseTabs(false);
    setAutoIndent(true);
    setBraceMatching(SloppyBraceMatch);
    setScrollWidth(1);
    setScrollWidthTracking(true);
    setCaretWidth(2);
    for (int margin = 0; margin < margins(); ++margin)
        setMarginWidth(margin, 0);
    constexpr int dwellMs = 350;
    for (const auto &[message, first, second] : std::initializer_list<std::tuple<unsigned, int, int>>{
             {SCI_SETLEXER, SCLEX_CONTAINER, 0},
             // Marks and folds are no changes of the text.
             {SCI_SETMODEVENTMASK, SC_MOD_INSERTTEXT | SC_MOD_DELETETEXT, 0},
             {SCI_SETMULTIPLESELECTION, 1, 0},
             {SCI_SETADDITIONALSELECTIONTYPING, 1, 0},
             {SCI_SETMULTIPASTE, SC_MULTIPASTE_EACH, 0},
             {SCI_SETVIRTUALSPACEOPTIONS, SCVS_RECTANGULARSELECTION, 0},
             {SCI_SETMOUSEDWELLTIME, dwellMs, 0},
             {SCI_SETAUTOMATICFOLD, SC_AUTOMATICFOLD_SHOW | SC_AUTOMATICFOLD_CHANGE, 0},
             {SCI_SETFOLDFLAGS, SC_FOLDFLAG_LINEAFTER_CONTRACTED, 0},
             {SCI_ALLOCATELINECHARACTERINDEX, SC_LINECHARACTERINDEX_UTF16, 0},
             {SCI_MARKERDEFINE, editor::bandMarker, SC_MARK_BACKGROUND},
             {SCI_SETMARGINLEFT, 0, 0},
             {SCI_SETCARETSTICKY, SC_CARETSTICKY_WHITESPACE, 0},
             {SCI_SETYCARETPOLICY, CARET_SLOP | CARET_EVEN, 2},
         })
        send(message, first, second);
}

/// Only what moves and edits keeps its keys here: everything else is a command of the window or the page.
void SqlEditor::freeKeys()
{
    for (const int key : std::initializer_list<int>{'T', 'L', 'D', 'U', 'B', 'I', 'E', 'K', 'P', 'W',
                                                    'F', 'H', 'G', 'S', 'N', 'O', 'R', 'J', 'M', 'Q'}) {
        for (const int modifiers : {int(SCMOD_CTRL), SCMOD_CTRL | SCMOD_SHIFT})
            send(SCI_CLEARCMDKEY, key | modifiers << 16);
    }
    for (const int key :
         {int('/'), int('\\'), int('['), int(']'), int(SCK_RETURN), int(SCK_NEXT), int(SCK_PRIOR)}) {
        for (const int modifiers : {int(SCMOD_CTRL), SCMOD_CTRL | SCMOD_SHIFT})
            send(SCI_CLEARCMDKEY, key | modifiers << 16);
    }
    // Writing over what is there is nothing that anybody wants by accident.
    send(SCI_CLEARCMDKEY, SCK_INSERT);
    send(SCI_ASSIGNCMDKEY, 'Z' | (SCMOD_CTRL | SCMOD_SHIFT) << 16, SCI_REDO);
    send(SCI_ASSIGNCMDKEY, SCK_UP | SCMOD_ALT << 16, SCI_MOVESELECTEDLINESUP);
    send(SCI_ASSIGNCMDKEY, SCK_DOWN | SCMOD_ALT << 16, SCI_MOVESELECTEDLINESDOWN);
}

void SqlEditor::setUpIndicators()
{
    for (const auto &[indicator, look, under] : std::initializer_list<std::tuple<int, int, bool>>{
             {editor::errorIndicator, INDIC_SQUIGGLE, false},
             {editor::failureIndicator, INDIC_SQUIGGLE, false},
             {editor::warningIndicator, INDIC_SQUIGGLE, false},
             {editor::hintIndicator, INDIC_DOTS, false},
             {editor::foundIndicator, INDIC_STRAIGHTBOX, true},
         }) {
        send(SCI_INDICSETSTYLE, indicator, look);
        send(SCI_INDICSETUNDER, indicator, under);
    }
    constexpr qint64 foundAlpha = 90;
    send(SCI_INDICSETALPHA, editor::foundIndicator, foundAlpha);
    send(SCI_INDICSETOUTLINEALPHA, editor::foundIndicator, 2 * foundAlpha);
}

const QString &SqlEditor::script() const
{
    if (!m_scriptKnown) {
        m_script = text();
        m_scriptKnown = true;
    }
    return m_script;
}

void SqlEditor::setScript(const QString &script)
{
    setText(script);
    send(SCI_EMPTYUNDOBUFFER);
    m_history->forget();
}

void SqlEditor::changeScript(const QString &script)
{
    const auto before = this->script();
    const auto shorter = std::min(before.size(), script.size());
    qsizetype same = 0;
    while (same < shorter && before[same] == script[same])
        ++same;
    if (same > 0 && before[same - 1].isHighSurrogate())
        --same;
    qsizetype sameBehind = 0;
    while (sameBehind < shorter - same &&
           before[before.size() - 1 - sameBehind] == script[script.size() - 1 - sameBehind])
        ++sameBehind;
    if (sameBehind > 0 && before[before.size() - sameBehind].isLowSurrogate())
        --sameBehind;
    replaceSpan({same, before.size() - same - sameBehind},
                script.mid(same, script.size() - same - sameBehind));
}

void SqlEditor::replaceSpan(const sql::Span &span, const QString &text)
{
    const auto bytes = text.toUtf8();
    send(SCI_SETTARGETRANGE, byteAt(span.start), byteAt(span.end()));
    SendScintilla(SCI_REPLACETARGET, static_cast<uintptr_t>(bytes.size()), bytes.constData());
}

int SqlEditor::byteAt(qsizetype unit) const
{
    if (unit <= 0)
        return 0;
    const auto line = send(SCI_LINEFROMINDEXPOSITION, unit, SC_LINECHARACTERINDEX_UTF16);
    const auto start = send(SCI_POSITIONFROMLINE, line);
    const auto within = unit - send(SCI_INDEXPOSITIONFROMLINE, line, SC_LINECHARACTERINDEX_UTF16);
    if (within <= 0)
        return static_cast<int>(start);
    const auto byte = send(SCI_POSITIONRELATIVECODEUNITS, start, within);
    // Beyond the end it answers 0.
    return static_cast<int>(byte > start ? byte : send(SCI_GETLENGTH));
}

qsizetype SqlEditor::unitAt(int byte) const
{
    const auto line = send(SCI_LINEFROMPOSITION, byte);
    const auto start = send(SCI_POSITIONFROMLINE, line);
    return send(SCI_INDEXPOSITIONFROMLINE, line, SC_LINECHARACTERINDEX_UTF16) +
           send(SCI_COUNTCODEUNITS, start, byte);
}

qsizetype SqlEditor::caret() const
{
    return unitAt(static_cast<int>(send(SCI_GETCURRENTPOS)));
}

qsizetype SqlEditor::anchor() const
{
    return unitAt(static_cast<int>(send(SCI_GETANCHOR)));
}

void SqlEditor::select(qsizetype anchor, qsizetype caret)
{
    send(SCI_SETSEL, byteAt(anchor), byteAt(caret));
}

void SqlEditor::reveal(const sql::Span &span)
{
    send(SCI_ENSUREVISIBLEENFORCEPOLICY, send(SCI_LINEFROMPOSITION, byteAt(span.start)));
    select(span.start, span.end());
}

sql::Span SqlEditor::selection() const
{
    const auto one = caret();
    const auto other = anchor();
    return {std::min(one, other), std::abs(one - other)};
}

bool SqlEditor::hasSeveralCarets() const
{
    return send(SCI_GETSELECTIONS) > 1;
}

int SqlEditor::firstLine() const
{
    return static_cast<int>(send(SCI_DOCLINEFROMVISIBLE, send(SCI_GETFIRSTVISIBLELINE)));
}

void SqlEditor::setFirstLine(int line)
{
    send(SCI_SETFIRSTVISIBLELINE, send(SCI_VISIBLEFROMDOCLINE, line));
}

QRect SqlEditor::rectAt(qsizetype unit) const
{
    const auto byte = byteAt(unit);
    const QPoint corner(static_cast<int>(send(SCI_POINTXFROMPOSITION, 0, byte)),
                        static_cast<int>(send(SCI_POINTYFROMPOSITION, 0, byte)));
    const auto height = send(SCI_TEXTHEIGHT, send(SCI_LINEFROMPOSITION, byte));
    return {viewport()->mapToParent(corner), QSize(1, static_cast<int>(height))};
}

std::optional<qsizetype> SqlEditor::unitAtPoint(const QPoint &point) const
{
    const auto byte = send(SCI_POSITIONFROMPOINTCLOSE, point.x(), point.y());
    if (byte < 0)
        return {};
    return unitAt(static_cast<int>(byte));
}

const sql::Statement *SqlEditor::currentStatement() const
{
    if (!m_statements->isCurrent())
        return nullptr;
    return sql::statementAt(m_statements->all(), script(), caret());
}

void SqlEditor::noteText()
{
    m_scriptKnown = false;
    ++m_revision;
    m_statements->setScript(script());
    emit scriptChanged();
}

/// Rows of a COPY are not coloured as SQL.
void SqlEditor::showData()
{
    std::vector<sql::Span> rows;
    for (const auto &statement : m_statements->all()) {
        if (!statement.data)
            continue;
        const auto start = byteAt(statement.data->start);
        rows.push_back({start, byteAt(statement.data->end()) - start});
    }
    m_styler->setData(rows);
}

void SqlEditor::followStatement()
{
    const auto *statement = currentStatement();
    const auto span = statement ? statement->span : sql::Span();
    const auto lineOf = [this](qsizetype unit) {
        return static_cast<int>(send(SCI_LINEFROMPOSITION, byteAt(unit)));
    };
    m_band.reset();
    if (statement)
        m_band = {lineOf(span.start), lineOf(span.end())};
    showBand();
    if (span != std::exchange(m_statementSpan, span))
        emit statementChanged();
}

/// On the lines that are seen: a statement may have very many.
void SqlEditor::showBand()
{
    const auto first = firstLine();
    const auto last = static_cast<int>(
        send(SCI_DOCLINEFROMVISIBLE, send(SCI_GETFIRSTVISIBLELINE) + send(SCI_LINESONSCREEN) + 1));
    constexpr int mask = 1 << editor::bandMarker;
    for (int line = first; line <= last; ++line) {
        const bool marked = (send(SCI_MARKERGET, line) & mask) != 0;
        const bool wanted = m_band && line >= m_band->first && line <= m_band->second;
        if (wanted && !marked)
            send(SCI_MARKERADD, line, editor::bandMarker);
        while (!wanted && (send(SCI_MARKERGET, line) & mask))
            send(SCI_MARKERDELETE, line, editor::bandMarker);
    }
    m_margin->setBand(m_band);
}

void SqlEditor::setMarks(std::vector<sql::Mark> marks)
{
    if (marks == m_marks)
        return;
    m_marks = std::move(marks);
    for (const int indicator : {editor::errorIndicator, editor::warningIndicator, editor::hintIndicator}) {
        send(SCI_SETINDICATORCURRENT, indicator);
        send(SCI_INDICATORCLEARRANGE, 0, send(SCI_GETLENGTH));
    }
    for (size_t index = 0; index < m_marks.size(); ++index)
        underline(editor::indicatorOf(m_marks[index].severity), m_marks[index], static_cast<int>(index) + 1);
}

void SqlEditor::setFailure(const std::optional<sql::Mark> &failure)
{
    if (failure == m_failure)
        return;
    m_failure = failure;
    send(SCI_SETINDICATORCURRENT, editor::failureIndicator);
    send(SCI_INDICATORCLEARRANGE, 0, send(SCI_GETLENGTH));
    if (m_failure)
        underline(editor::failureIndicator, *m_failure, 1);
}

void SqlEditor::underline(int indicator, const sql::Mark &mark, int value)
{
    // At the very end there is nothing to underline but what came last.
    const auto length = script().size();
    const auto start = std::clamp<qsizetype>(mark.span.start, 0, std::max<qsizetype>(0, length - 1));
    const auto end = std::clamp(mark.span.end(), start + 1, std::max(start + 1, length));
    send(SCI_SETINDICATORCURRENT, indicator);
    send(SCI_SETINDICATORVALUE, value);
    send(SCI_INDICATORFILLRANGE, byteAt(start), byteAt(end) - byteAt(start));
}

const sql::Mark *SqlEditor::markAt(qsizetype unit) const
{
    const auto byte = byteAt(unit);
    if (m_failure && send(SCI_INDICATORVALUEAT, editor::failureIndicator, byte) != 0)
        return &*m_failure;
    for (const int indicator : {editor::errorIndicator, editor::warningIndicator, editor::hintIndicator}) {
        const auto value = static_cast<size_t>(send(SCI_INDICATORVALUEAT, indicator, byte));
        if (value > 0 && value <= m_marks.size())
            return &m_marks[value - 1];
    }
    return nullptr;
}

void SqlEditor::setFound(const std::vector<sql::Span> &found)
{
    send(SCI_SETINDICATORCURRENT, editor::foundIndicator);
    send(SCI_INDICATORCLEARRANGE, 0, send(SCI_GETLENGTH));
    send(SCI_SETINDICATORVALUE, 1);
    for (const auto &span : found)
        send(SCI_INDICATORFILLRANGE, byteAt(span.start), byteAt(span.end()) - byteAt(span.start));
}

bool SqlEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        // Keys that edit are the editor's, whatever the window does with them elsewhere.
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool edits = key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo) ||
                           key->matches(QKeySequence::Cut) || key->matches(QKeySequence::Copy) ||
                           key->matches(QKeySequence::Paste) || key->matches(QKeySequence::SelectAll) ||
                           !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        const bool function = key->key() >= Qt::Key_F1 && key->key() <= Qt::Key_F35;
        event->setAccepted(edits && !function);
        // QScintilla's own would take what was just left to the window.
        return QWidget::event(event) || event->isAccepted(); // NOLINT(bugprone-parent-virtual-call)
    }
    return QsciScintilla::event(event);
}

void SqlEditor::keyPressEvent(QKeyEvent *event)
{
    event->ignore();
    emit keyPressed(event);
    if (event->isAccepted())
        return;
    const auto held = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier);
    if (held == Qt::ControlModifier && !event->text().isEmpty()) {
        // A key that is no command here writes nothing either.
        QKeyEvent bare(event->type(), event->key(), event->modifiers());
        QsciScintilla::keyPressEvent(&bare);
        event->setAccepted(bare.isAccepted());
        return;
    }
    QsciScintilla::keyPressEvent(event);
}

void SqlEditor::mousePressEvent(QMouseEvent *event)
{
    const auto held = event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::ShiftModifier);
    if (event->button() == Qt::LeftButton && held == Qt::ControlModifier) {
        if (const auto unit = unitAtPoint(event->pos()))
            emit linkActivated(*unit);
        return;
    }
    if (event->button() == Qt::LeftButton && held == Qt::AltModifier) {
        if (const auto unit = unitAtPoint(event->pos()))
            send(SCI_ADDSELECTION, byteAt(*unit), byteAt(*unit));
        return;
    }
    QsciScintilla::mousePressEvent(event);
}

void SqlEditor::contextMenuEvent(QContextMenuEvent *event)
{
    emit menuRequested(event->globalPos());
}

void SqlEditor::resizeEvent(QResizeEvent *event)
{
    QsciScintilla::resizeEvent(event);
    layOutMargin();
    showBand();
}

void SqlEditor::layOutMargin()
{
    const int width = m_margin->wantedWidth();
    if (viewportMargins().left() != width)
        setViewportMargins(width, 0, 0, 0);
    m_margin->setGeometry(0, viewport()->y(), width, viewport()->height());
    m_margin->update();
}

} // namespace squall::ui
