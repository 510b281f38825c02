#include "ui/editor/hintcard.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QGraphicsDropShadowEffect>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int widest = 560;
constexpr int gap = 4;

} // namespace

HintCard::HintCard(const Theme &theme, QWidget *editor, const QString &name)
    : QFrame(editor)
    , m_theme(theme)
    , m_code(new QLabel(this))
    , m_words(new QLabel(this))
{
    setObjectName(name);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *shadow = new QGraphicsDropShadowEffect(this);
    shadow->setBlurRadius(20);
    shadow->setOffset(0, 4);
    shadow->setColor(QColor(0, 0, 0, 50));
    setGraphicsEffect(shadow);
    m_code->setObjectName(name + u"Code"_s);
    m_code->setFont(ui::font(TextStyle::Mono));
    m_words->setObjectName(name + u"Words"_s);
    m_words->setFont(ui::font(TextStyle::Body));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 6, 10, 6);
    layout->setSpacing(gap);
    for (auto *label : {m_code, m_words}) {
        label->setWordWrap(true);
        layout->addWidget(label);
    }
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void HintCard::say(const QString &code, const QString &words, const QRect &line, bool above)
{
    m_code->setTextFormat(Qt::PlainText);
    m_words->setTextFormat(Qt::PlainText);
    m_code->setText(code);
    m_code->setVisible(!code.isEmpty());
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    setAccessibleName(code.isEmpty() ? words : words.isEmpty() ? code : code + u". "_s + words);
    place(line, above);
}

void HintCard::sayRich(const QString &html, const QRect &line)
{
    m_code->setTextFormat(Qt::RichText);
    m_code->setText(html);
    m_code->show();
    m_words->hide();
    place(line, true);
}

void HintCard::place(const QRect &line, bool above)
{
    auto *window = parentWidget()->window();
    if (parentWidget() != window)
        setParent(window);
    const auto room = window->rect().adjusted(gap, gap, -gap, -gap);
    int width = 0;
    for (auto *label : {m_code, m_words}) {
        if (label->isHidden())
            continue;
        label->setWordWrap(false);
        width = std::max(width, label->sizeHint().width());
        label->setWordWrap(true);
    }
    const auto margins = layout()->contentsMargins();
    width = std::min({width + margins.left() + margins.right() + 2, widest, room.width()});
    resize(width, layout()->hasHeightForWidth() ? layout()->heightForWidth(width) : sizeHint().height());
    const QRect at(window->mapFromGlobal(line.topLeft()), line.size());
    const int over = at.top() - gap - height();
    const int under = at.bottom() + gap;
    const bool fitsOver = over >= room.top();
    const bool fitsUnder = under + height() <= room.bottom();
    move(std::clamp(at.left() - margins.left(), room.left(), std::max(room.left(), room.right() - width)),
         (above && fitsOver) || !fitsUnder ? over : under);
    show();
    raise();
}

void HintCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.color(Token::Line));
    painter.setBrush(m_theme.color(Token::Raised));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
}

} // namespace squall::ui
