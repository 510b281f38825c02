#include "ui/grid/plaincelleditor.h"

#include "ui/grid/editabletext.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;
using edit::NewValue;

namespace {

/// With the frame, as far in as the cell's own text.
constexpr int padding = 9;
constexpr int paddingAbove = 3;
constexpr int frame = 2;
constexpr int mostLines = 8;
constexpr int mostColumns = 80;

} // namespace

QString wordFor(const NewValue &value)
{
    switch (value.kind) {
    case NewValue::Kind::Null: return u"NULL"_s;
    case NewValue::Kind::Default: return u"DEFAULT"_s;
    case NewValue::Kind::Now: return u"now()"_s;
    case NewValue::Kind::RandomUuid: return u"gen_random_uuid()"_s;
    case NewValue::Kind::Text: return {};
    }
    Q_UNREACHABLE();
}

PlainCellEditor::PlainCellEditor(const Theme &theme, const QFont &font, QWidget *parent)
    : CellEditor(parent)
    , m_text(new QPlainTextEdit(this))
{
    setObjectName(u"cellEditor"_s);
    m_text->setObjectName(u"cellEditorText"_s);
    m_text->setAccessibleName(tr("Value"));
    m_text->setFont(font);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setTabChangesFocus(true);
    m_text->document()->setDocumentMargin(0);
    m_text->setStyleSheet(
        u"QPlainTextEdit { background: %1; color: %2; border: %3px solid %4; border-radius: 0; "
        "padding: %5px %6px; }"_s.arg(theme.color(Token::Surface).name(), theme.color(Token::Text).name())
            .arg(frame)
            .arg(theme.color(Token::Accent).name())
            .arg(paddingAbove)
            .arg(padding));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_text);
    watch(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (m_setting)
            return;
        m_modified = true;
        showWord();
        updateGeometry();
        emit valueChanged();
    });
}

void PlainCellEditor::setValue(const NewValue &value)
{
    m_given = value;
    m_modified = false;
    setText(EditableText::shown(QString::fromUtf8(value.text)));
}

void PlainCellEditor::replaceWith(const QString &typed)
{
    m_modified = true;
    setText(typed);
    emit valueChanged();
}

void PlainCellEditor::setText(const QString &text)
{
    m_setting = true;
    m_text->setPlainText(text);
    m_text->moveCursor(QTextCursor::End);
    m_setting = false;
    showWord();
    updateGeometry();
}

/// A word stands only for as long as nobody typed; the empty string has its own sign.
void PlainCellEditor::showWord()
{
    const auto word = m_modified ? QString() : wordFor(m_given);
    m_text->setPlaceholderText(word.isEmpty() ? u"''"_s : word);
}

NewValue PlainCellEditor::value() const
{
    if (!m_modified)
        return m_given;
    return NewValue::of(EditableText::meant(*m_text->document(), QString::fromUtf8(m_given.text)).toUtf8());
}

QSize PlainCellEditor::sizeHint() const
{
    const QFontMetrics metrics(m_text->font());
    int width = 0;
    for (auto block = m_text->document()->begin(); block.isValid() && block.blockNumber() < mostLines;
         block = block.next())
        width = std::max(width, metrics.horizontalAdvance(block.text().left(mostColumns)));
    const int lines = std::clamp(m_text->document()->blockCount(), 1, mostLines);
    constexpr int caret = 4;
    return {width + 2 * (padding + frame) + caret,
            lines * metrics.lineSpacing() + 2 * (paddingAbove + frame)};
}

bool PlainCellEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto &key = static_cast<QKeyEvent &>(*event);
        const bool enter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
        if (enter && (key.modifiers() & ~Qt::KeypadModifier) == Qt::AltModifier) {
            m_text->textCursor().insertBlock();
            m_text->ensureCursorVisible();
            return true;
        }
    }
    return CellEditor::eventFilter(watched, event);
}

} // namespace squall::ui
