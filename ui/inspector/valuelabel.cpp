#include "ui/inspector/valuelabel.h"

#include "ui/relations/fieldtext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QKeyEvent>
#include <QPainter>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::EditMark;
using models::RowField;

namespace {

constexpr int longestShown = 300;
constexpr int wordLetters = 12;

QString shortened(const QString &value)
{
    return value.size() > longestShown ? value.left(longestShown) + u'…' : value;
}

/// Words that are wider than the form go on in its next line.
QString breakable(const QString &text)
{
    constexpr QChar mayBreak(0x200B);
    QString broken;
    int run = 0;
    for (const auto letter : text) {
        run = letter.isSpace() ? 0 : run + 1;
        if (run > wordLetters && !letter.isLowSurrogate() && !letter.isMark())
            broken += mayBreak;
        broken += letter;
    }
    return broken;
}

} // namespace

ValueLabel::ValueLabel(const Theme &theme, QWidget *parent)
    : QLabel(parent)
    , m_theme(theme)
{
    setWordWrap(true);
    setFocusPolicy(Qt::StrongFocus);
    setAlignment(Qt::AlignTop | Qt::AlignLeft);
}

void ValueLabel::setField(const RowField &field)
{
    const auto value = spokenValue(field);
    m_leads = !field.leadsTo.isEmpty();
    m_shortened = field.loaded && (field.fullLength >= 0 || value.size() > longestShown);
    setFont(faceOf(field));
    tint(this, m_theme.color(isDim(field) ? Token::Faint : Token::Text));
    setAccessibleName(field.name + u": "_s + value);
    if (field.mark != EditMark::Changed) {
        setTextFormat(Qt::PlainText);
        setText(breakable(shortened(value)) +
                (field.fullLength >= 0 && value.size() <= longestShown ? u"…"_s : QString()));
        return;
    }
    const auto before = spokenOriginal(field);
    setTextFormat(Qt::RichText);
    setText(u"<s style='color:%1'>%2</s> → %3"_s.arg(m_theme.color(Token::Muted).name(),
                                                     breakable(shortened(before)).toHtmlEscaped(),
                                                     breakable(shortened(value)).toHtmlEscaped()));
    setAccessibleName(tr("%1: %2, it was %3").arg(field.name, value, before));
}

void ValueLabel::mouseDoubleClickEvent(QMouseEvent *)
{
    emit activated();
}

void ValueLabel::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers() & Qt::ShiftModifier)
            emit enlargeRequested();
        else
            emit activated();
        return;
    case Qt::Key_F2: emit activated(); return;
    case Qt::Key_Down: focusNextChild(); return;
    case Qt::Key_Up: focusPreviousChild(); return;
    case Qt::Key_F4:
        if (m_leads)
            emit followRequested();
        return;
    default: QLabel::keyPressEvent(event);
    }
}

/// F4 follows what has the focus, not the current cell of the rows.
bool ValueLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_leads &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_F4)
        event->accept();
    return QLabel::event(event);
}

void ValueLabel::paintEvent(QPaintEvent *event)
{
    QLabel::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setPen(m_theme.color(Token::Accent));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

} // namespace squall::ui
