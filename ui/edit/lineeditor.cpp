#include "ui/edit/lineeditor.h"

#include "ui/edit/valueline.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int wideEnough = 420;

} // namespace

LineEditor::LineEditor(const edit::ValueType &type, const Theme &theme, QWidget *parent)
    : ValueEditor(parent)
    , m_line(new ValueLine(type, this))
{
    m_line->setObjectName(u"lineEditorText"_s);
    m_line->setMaximumWidth(wideEnough);
    setFocusProxy(m_line);

    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_line, 1);
    if (!m_line->helpText().isEmpty()) {
        auto *help = new QToolButton(this);
        help->setObjectName(u"lineEditorHelp"_s);
        help->setText(m_line->helpText());
        help->setIcon(theme.icon(m_line->helpIcon()));
        help->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        row->addWidget(help);
        connect(help, &QToolButton::clicked, m_line, &ValueLine::help);
    }
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(row);
    layout->addStretch();
    connect(m_line, &ValueLine::touched, this, &ValueEditor::edited);
}

void LineEditor::setText(const QByteArray &text)
{
    m_line->setValue(text);
    m_line->end(false);
}

QByteArray LineEditor::text() const
{
    return m_line->value();
}

} // namespace squall::ui
