#include "ui/editor/linebar.h"

#include "ui/editor/sqleditor.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QRegularExpressionValidator>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;
using Sci = QsciScintillaBase;

LineBar::LineBar(const Theme &theme, SqlEditor &editor, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_editor(editor)
    , m_line(new QLineEdit(this))
{
    setObjectName(u"lineBar"_s);
    auto *label = new QLabel(tr("Go to line"), this);
    m_line->setObjectName(u"lineNumber"_s);
    m_line->setAccessibleName(tr("Line to go to, and its column behind a colon"));
    m_line->setFixedWidth(120);
    m_line->setValidator(
        new QRegularExpressionValidator(QRegularExpression(u"[0-9]{1,9}(:[0-9]{0,6})?"_s), m_line));
    label->setBuddy(m_line);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->addWidget(label);
    layout->addWidget(m_line);
    layout->addStretch();
    hide();
}

void LineBar::open()
{
    m_line->setPlaceholderText(u"1–%1"_s.arg(m_editor.lines()));
    m_line->clear();
    show();
    m_line->setFocus();
}

void LineBar::close()
{
    hide();
    m_editor.setFocus();
}

void LineBar::go()
{
    const auto parts = m_line->text().split(u':');
    const int line = std::clamp(parts.value(0).toInt(), 1, m_editor.lines()) - 1;
    const auto start = m_editor.unitAt(static_cast<int>(m_editor.send(Sci::SCI_POSITIONFROMLINE, line)));
    const auto end = m_editor.unitAt(static_cast<int>(m_editor.send(Sci::SCI_GETLINEENDPOSITION, line)));
    const auto column = std::max(1, parts.value(1).toInt()) - 1;
    m_editor.reveal({std::min<qsizetype>(start + column, end), 0});
    m_editor.send(Sci::SCI_VERTICALCENTRECARET);
    close();
}

void LineBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        go();
    else
        QWidget::keyPressEvent(event);
}

void LineBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Window));
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(Token::Line));
}

} // namespace squall::ui
