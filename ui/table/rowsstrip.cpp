#include "ui/table/rowsstrip.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace squall::ui {

using namespace Qt::StringLiterals;

RowsStrip::RowsStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
{
    setAutoFillBackground(true);
    m_text->setObjectName(u"rowsStripText"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_action->setObjectName(u"rowsStripAction"_s);
    m_action->setAccessibleName(tr("Read more rows"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    connect(m_action, &QPushButton::clicked, this, &RowsStrip::actionChosen);
}

void RowsStrip::say(const QString &text, Token ink, Token ground, const QString &action)
{
    auto colors = palette();
    colors.setColor(QPalette::Window, m_theme.color(ground));
    colors.setColor(QPalette::WindowText, m_theme.color(ink));
    setPalette(colors);
    m_text->setPalette(colors);
    const bool other = m_text->text() != text;
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setVisible(!text.isEmpty());
    if (!other || text.isEmpty())
        return;
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString RowsStrip::text() const
{
    return m_text->text();
}

} // namespace squall::ui
