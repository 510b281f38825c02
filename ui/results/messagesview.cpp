#include "ui/results/messagesview.h"

#include "ui/results/durationtext.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QScrollBar>
#include <QTextBlock>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::QueryMessage;

namespace {

constexpr size_t mostMessages = 2000;
constexpr qsizetype longestDetail = 4000;

Token inkOf(QueryMessage::Kind kind)
{
    switch (kind) {
    case QueryMessage::Kind::Tag: return Token::Text;
    case QueryMessage::Kind::Notice: return Token::Changed;
    case QueryMessage::Kind::Remark: return Token::Muted;
    case QueryMessage::Kind::Notification: return Token::Accent;
    case QueryMessage::Kind::Failure: return Token::Removed;
    }
    return Token::Text;
}

/// Where in the text a line belongs, as the block remembers it.
class Place : public QTextBlockUserData
{
public:
    explicit Place(const sql::Span &place)
        : span(place)
    {
    }
    const sql::Span span;
};

} // namespace

MessagesView::MessagesView(const Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
{
    setObjectName(u"messages"_s);
    setAccessibleName(tr("Messages"));
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setStyleSheet(u"QPlainTextEdit { border: none; border-radius: 0; padding: 6px 10px; }"_s);
    setFont(ui::font(TextStyle::Mono));
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setPlaceholderText(tr("What the server says about a statement stands here."));
    connect(&theme, &Theme::changed, this, &MessagesView::writeAgain);
}

void MessagesView::beginRun(const QDateTime &)
{
    if (!m_messages.empty())
        add({});
}

void MessagesView::add(const QueryMessage &said)
{
    m_messages.push_back(said);
    if (m_messages.size() > mostMessages) {
        m_messages.erase(m_messages.begin(), m_messages.begin() + mostMessages / 2);
        writeAgain();
        return;
    }
    const bool atEnd = verticalScrollBar()->value() == verticalScrollBar()->maximum();
    write(said);
    if (atEnd)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void MessagesView::writeAgain()
{
    clear();
    for (const auto &said : m_messages)
        write(said);
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void MessagesView::write(const QueryMessage &said)
{
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    if (!document()->isEmpty())
        cursor.insertBlock();
    if (said.statement)
        cursor.block().setUserData(new Place(*said.statement));
    if (!said.time.isValid())
        return;
    const auto format = [this](Token ink) {
        QTextCharFormat shown;
        shown.setForeground(m_theme.color(ink));
        return shown;
    };
    cursor.insertText(said.time.toString(u"HH:mm:ss"_s) + u"  "_s, format(Token::Faint));
    cursor.insertText(said.text.left(longestDetail), format(inkOf(said.kind)));
    if (said.duration)
        cursor.insertText(u"  "_s + durationText(*said.duration), format(Token::Faint));
    if (said.detail.isEmpty())
        return;
    const auto lines = said.detail.left(longestDetail).split(u'\n');
    for (const auto &line : lines) {
        cursor.insertBlock();
        cursor.insertText(u"          "_s + line, format(Token::Muted));
    }
}

void MessagesView::goTo()
{
    const auto *place = static_cast<const Place *>(textCursor().block().userData());
    if (place)
        emit goToRequested(place->span);
}

void MessagesView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        goTo();
    else if (event->key() == Qt::Key_Escape)
        event->ignore();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void MessagesView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QPlainTextEdit::mouseDoubleClickEvent(event);
    goTo();
}

} // namespace squall::ui
