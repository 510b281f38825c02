#include "ui/inspector/valuelabel.h"

#include "ui/grid/gridtext.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QKeyEvent>
#include <QPainter>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::EditMark;
using models::RowField;
using models::TypeKind;

namespace {

constexpr int longestShown = 300;

bool isProse(TypeKind kind)
{
    return kind == TypeKind::Text || kind == TypeKind::Enum || kind == TypeKind::Boolean;
}

QString readable(const QString &value, TypeKind kind)
{
    if (kind == TypeKind::Boolean && value.size() == 1)
        return value == u"t" ? u"true"_s : u"false"_s;
    return value.trimmed().isEmpty() ? onOneLine(value) : value;
}

QString shortened(const QString &value)
{
    return value.size() > longestShown ? value.left(longestShown) + u'…' : value;
}

} // namespace

QString spokenValue(const RowField &field)
{
    if (!field.loaded)
        return ValueLabel::tr("not read");
    if (!field.defaultSql.isNull())
        return field.defaultSql;
    if (field.null)
        return u"NULL"_s;
    return field.value.isEmpty() ? u"''"_s : readable(field.value, field.kind);
}

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
    const bool dim = !field.loaded || field.null || field.value.isEmpty() || !field.defaultSql.isNull();
    m_shortened = field.loaded && (field.fullLength >= 0 || value.size() > longestShown);
    auto face = ui::font(isProse(field.kind) && !dim ? TextStyle::Body : TextStyle::Mono);
    face.setItalic(field.null && field.defaultSql.isNull());
    setFont(face);
    tint(this, m_theme.color(dim ? Token::Faint : Token::Text));
    setAccessibleName(field.name + u": "_s + value);
    if (field.mark != EditMark::Changed) {
        setTextFormat(Qt::PlainText);
        setText(shortened(value) +
                (field.fullLength >= 0 && value.size() <= longestShown ? u"…"_s : QString()));
        if (!field.label.isEmpty())
            setText(field.label + u" → "_s + text());
        return;
    }
    const auto before = field.original.isNull()    ? u"NULL"_s
                        : field.original.isEmpty() ? u"''"_s
                                                   : readable(field.original, field.kind);
    setTextFormat(Qt::RichText);
    setText(u"<s style='color:%1'>%2</s> → %3"_s.arg(m_theme.color(Token::Muted).name(),
                                                     shortened(before).toHtmlEscaped(),
                                                     shortened(value).toHtmlEscaped()));
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
    case Qt::Key_F2: emit activated(); return;
    case Qt::Key_Down: focusNextChild(); return;
    case Qt::Key_Up: focusPreviousChild(); return;
    default: QLabel::keyPressEvent(event);
    }
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
