#include "ui/filter/whereline.h"

#include "core/sql/tokenize.h"
#include "ui/editor/sqlhighlighter.h"
#include "ui/filter/offerdelegate.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QScrollBar>
#include <QStandardItemModel>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLines = 6;
constexpr int popupWidth = 340;
constexpr int margin = 3;

/// Characters from 1, as the server counts them, to where QString has them.
int unitOf(const QString &text, int position)
{
    int unit = 0;
    for (int character = 1; character < position && unit < text.size(); ++character)
        unit += text[unit].isHighSurrogate() ? 2 : 1;
    return unit;
}

} // namespace

WhereLine::WhereLine(const Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
    , m_completer(new QCompleter(this))
    , m_offers(new QStandardItemModel(this))
{
    setObjectName(u"filterWhere"_s);
    setAccessibleName(tr("Condition in SQL"));
    setFont(ui::font(TextStyle::Code));
    setPlaceholderText(tr("a condition in SQL; Ctrl+Space offers what fits"));
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(margin);
    new SqlHighlighter(theme, document());

    m_completer->setModel(m_offers);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setItemDelegate(new OfferDelegate(theme, m_completer));
    m_completer->popup()->setObjectName(u"whereOffers"_s);
    m_completer->popup()->setAccessibleName(tr("What could stand here"));
    connect(m_completer, qOverload<const QModelIndex &>(&QCompleter::activated), this, &WhereLine::take);
    connect(document(), &QTextDocument::contentsChanged, this, &WhereLine::grow);
    connect(this, &QPlainTextEdit::textChanged, this, [this] { markFault(0); });
}

void WhereLine::setSchema(const catalog::SnapshotPtr &snapshot, std::vector<catalog::Column> columns)
{
    m_snapshot = snapshot;
    m_columns = std::move(columns);
}

QSize WhereLine::sizeHint() const
{
    const int height = QFontMetrics(font()).lineSpacing() * m_lines + 2 * margin + 2 * frameWidth() + 2;
    return {320, std::max(28, height)};
}

QSize WhereLine::minimumSizeHint() const
{
    return {120, sizeHint().height()};
}

void WhereLine::grow()
{
    const int lines = std::clamp(static_cast<int>(document()->size().height()), 1, mostLines);
    if (lines == m_lines)
        return;
    m_lines = lines;
    updateGeometry();
}

void WhereLine::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    grow();
}

void WhereLine::markFault(int position)
{
    QList<QTextEdit::ExtraSelection> marks;
    const auto text = toPlainText();
    if (position > 0 && !text.isEmpty()) {
        // At the very end there is nothing to underline but what came last.
        const int at = std::min(unitOf(text, position), static_cast<int>(text.size()) - 1);
        int start = at;
        int end = at + 1;
        for (const auto &token : sql::tokenize(text)) {
            if (token.start <= at && at < token.end()) {
                start = static_cast<int>(token.start);
                end = static_cast<int>(token.end());
            }
        }
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(start);
        mark.cursor.setPosition(end, QTextCursor::KeepAnchor);
        mark.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        mark.format.setUnderlineColor(m_theme.color(Token::Removed));
        mark.format.setBackground(m_theme.color(Token::RemovedGround));
        marks << mark;
    }
    setExtraSelections(marks);
}

bool WhereLine::isOffering() const
{
    return m_completer->popup()->isVisible();
}

void WhereLine::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        m_completer->popup()->hide();
}

/// Tab takes an offer when there is one.
bool WhereLine::focusNextPrevChild(bool next)
{
    return !isOffering() && QPlainTextEdit::focusNextPrevChild(next);
}

/// What is offered while typing goes away once it is written out; asked for, everything that fits is shown.
void WhereLine::offer(bool asked)
{
    const auto text = toPlainText();
    const auto cursor = textCursor().position();
    m_completion =
        m_snapshot ? sql::completeCondition(text, cursor, m_columns, *m_snapshot) : sql::Completion();
    const auto &offers = m_completion.suggestions;
    const auto written = QStringView(text).mid(m_completion.start, m_completion.length);
    const bool done = offers.size() == 1 && offers.front().text.compare(written, Qt::CaseInsensitive) == 0;
    const bool values = !offers.empty() && offers.front().type == sql::Suggestion::Type::Value;
    if (offers.empty() || done || (!asked && written.isEmpty() && !values)) {
        m_completer->popup()->hide();
        return;
    }
    m_offers->clear();
    for (const auto &offered : offers) {
        auto *item = new QStandardItem(offered.text);
        item->setData(offered.note, OfferDelegate::NoteRole);
        m_offers->appendRow(item);
    }
    auto place = cursorRect();
    place.setWidth(popupWidth);
    m_completer->complete(place);
    m_completer->popup()->setCurrentIndex({});
}

void WhereLine::take(const QModelIndex &index)
{
    if (index.row() < 0 || static_cast<size_t>(index.row()) >= m_completion.suggestions.size())
        return;
    const auto &taken = m_completion.suggestions[static_cast<size_t>(index.row())];
    auto cursor = textCursor();
    cursor.setPosition(static_cast<int>(m_completion.start));
    cursor.setPosition(static_cast<int>(m_completion.start + m_completion.length), QTextCursor::KeepAnchor);
    cursor.insertText(taken.text);
    cursor.movePosition(QTextCursor::Left, QTextCursor::MoveAnchor, taken.back);
    setTextCursor(cursor);
    m_completer->popup()->hide();
}

void WhereLine::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    auto *popup = m_completer->popup();
    if (isOffering()) {
        const auto chosen = popup->currentIndex();
        if (key == Qt::Key_Tab || (enter && chosen.isValid())) {
            take(chosen.isValid() ? chosen : m_offers->index(0, 0));
            return;
        }
        if (key == Qt::Key_Escape) {
            popup->hide();
            return;
        }
    }
    if (enter && !(event->modifiers() & Qt::ShiftModifier)) {
        popup->hide();
        emit submitted();
    } else if (key == Qt::Key_Escape) {
        emit escaped();
    } else if (key == Qt::Key_Space && event->modifiers() & Qt::ControlModifier) {
        offer(true);
    } else {
        QPlainTextEdit::keyPressEvent(event);
        if (!event->text().isEmpty() && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
            offer(false);
        else if (isOffering())
            popup->hide();
    }
}

} // namespace squall::ui
