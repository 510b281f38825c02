#include "ui/sql/noticestrip.h"

#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

namespace squall::ui {

using namespace Qt::StringLiterals;

NoticeStrip::NoticeStrip(const Theme &theme, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(new QLabel(this))
    , m_answers(new QHBoxLayout)
{
    setObjectName(name);
    m_text->setObjectName(name + u"Text"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 12, 6);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addLayout(m_answers);
    m_answers->setSpacing(8);
    connect(&theme, &Theme::changed, this, &NoticeStrip::dress);
    hide();
}

void NoticeStrip::say(const QString &text, Token ink, const std::vector<Answer> &answers)
{
    while (auto *item = m_answers->takeAt(0)) {
        // It may be the one that was just clicked.
        item->widget()->setObjectName({});
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const auto &answer : answers) {
        auto *button = new QPushButton(answer.text, this);
        button->setObjectName(answer.name);
        button->setAccessibleName(answer.text);
        connect(button, &QPushButton::clicked, this, answer.action);
        m_answers->addWidget(button);
    }
    m_ink = ink;
    m_text->setText(text);
    dress();
    show();
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QPushButton *NoticeStrip::answer(const QString &name) const
{
    return findChild<QPushButton *>(name, Qt::FindDirectChildrenOnly);
}

/// Outside of dialogs buttons know the space bar alone.
void NoticeStrip::keyPressEvent(QKeyEvent *event)
{
    auto *button = qobject_cast<QPushButton *>(focusWidget());
    if (button && button->hasFocus() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        button->click();
    else
        QWidget::keyPressEvent(event);
}

void NoticeStrip::dress()
{
    tint(m_text, m_theme.color(m_ink));
    update();
}

void NoticeStrip::paintEvent(QPaintEvent *)
{
    const auto ground = m_ink == Token::Changed   ? Token::ChangedGround
                        : m_ink == Token::Removed ? Token::RemovedGround
                                                  : Token::Window;
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(ground));
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(Token::Line));
}

} // namespace squall::ui
