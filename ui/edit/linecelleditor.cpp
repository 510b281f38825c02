#include "ui/edit/linecelleditor.h"

#include "ui/edit/valueline.h"
#include "ui/grid/plaincelleditor.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;
using edit::NewValue;

LineCellEditor::LineCellEditor(const edit::ValueType &type, const Theme &theme, QWidget *parent)
    : CellEditor(parent)
    , m_line(new ValueLine(type, this))
{
    setObjectName(u"cellEditor"_s);
    m_line->setObjectName(u"cellEditorText"_s);
    m_line->setStyleSheet(
        u"QLineEdit { background: %1; color: %2; border: 2px solid %3; border-radius: 0; padding: 0 4px;"
        " min-height: 0; }"_s.arg(theme.color(Token::Surface).name(), theme.color(Token::Text).name(),
                                  theme.color(Token::Accent).name()));
    if (type.kind == edit::ValueType::Kind::Integer || type.kind == edit::ValueType::Kind::Numeric)
        m_line->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    if (!m_line->helpText().isEmpty()) {
        auto *help = m_line->addAction(theme.icon(m_line->helpIcon()), QLineEdit::TrailingPosition);
        help->setText(m_line->helpText());
        help->setToolTip(tr("%1 (Alt+Down)").arg(m_line->helpText()));
        connect(help, &QAction::triggered, m_line, &ValueLine::help);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_line);
    watch(m_line);
    connect(m_line, &ValueLine::touched, this, &CellEditor::valueChanged);
}

void LineCellEditor::setValue(const NewValue &value)
{
    m_given = value;
    m_typed = false;
    m_line->setValue(value.text);
    m_line->setPlaceholderText(value.kind == NewValue::Kind::Text ? u"''"_s : wordFor(value));
    m_line->end(false);
}

void LineCellEditor::replaceWith(const QString &typed)
{
    m_typed = true;
    m_line->setValue(typed.toUtf8());
    m_line->end(false);
    emit valueChanged();
}

bool LineCellEditor::isModified() const
{
    return m_typed || m_line->isTouched();
}

NewValue LineCellEditor::value() const
{
    return isModified() ? NewValue::of(m_line->value()) : m_given;
}

QSize LineCellEditor::sizeHint() const
{
    const QFontMetrics metrics(m_line->font());
    constexpr int frame = 24;
    constexpr int button = 28;
    return {metrics.horizontalAdvance(m_line->text()) + frame + (m_line->helpText().isEmpty() ? 0 : button),
            metrics.height() + 8};
}

} // namespace squall::ui
