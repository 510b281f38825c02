#include "ui/plan/planhints.h"

#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

QLabel *words(const QString &text, TextStyle style, const QColor &ink, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(ui::font(style));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setTextFormat(Qt::PlainText);
    tint(label, ink);
    return label;
}

} // namespace

PlanHints::PlanHints(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"planHints"_s);
    setAccessibleName(tr("What would help"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(12);
    connect(&theme, &Theme::changed, this, &PlanHints::showCards);
}

void PlanHints::setHints(const std::vector<explain::Hint> &hints, bool imagines)
{
    m_hints = hints;
    m_imagines = imagines;
    showCards();
}

void PlanHints::showCards()
{
    for (auto *card : m_cards) {
        card->hide();
        card->setParent(nullptr);
        card->deleteLater();
    }
    m_cards.clear();
    for (const auto &hint : m_hints) {
        m_cards.push_back(card(hint));
        m_layout->addWidget(m_cards.back());
    }
    setVisible(!m_hints.empty());
}

QWidget *PlanHints::card(const explain::Hint &hint)
{
    auto *card = new QWidget(this);
    card->setObjectName(u"planHint"_s);
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::step);
    auto *title = new QHBoxLayout;
    title->setSpacing(6);
    auto *sign = new QLabel(card);
    sign->setPixmap(m_theme.icon(u"warning"_s, Token::Changed).pixmap(14, 14));
    title->addWidget(sign, 0, Qt::AlignTop);
    title->addWidget(words(hint.message, TextStyle::Strong, m_theme.color(Token::Text), card), 1);
    layout->addLayout(title);
    if (!hint.explanation.isEmpty())
        layout->addWidget(words(hint.explanation, TextStyle::Small, m_theme.color(Token::Muted), card));
    if (!hint.fix.isEmpty())
        layout->addWidget(fixOf(hint, card));
    layout->addLayout(buttonsOf(hint, card));
    return card;
}

QWidget *PlanHints::fixOf(const explain::Hint &hint, QWidget *parent)
{
    auto *sql = words(hint.fix, TextStyle::Mono, m_theme.color(Token::Text), parent);
    sql->setObjectName(u"planHintFix"_s);
    sql->setContentsMargins(8, 6, 8, 6);
    auto ground = sql->palette();
    ground.setColor(QPalette::Window, m_theme.color(Token::Window));
    sql->setPalette(ground);
    sql->setAutoFillBackground(true);
    return sql;
}

QHBoxLayout *PlanHints::buttonsOf(const explain::Hint &hint, QWidget *parent)
{
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 2, 0, 0);
    buttons->setSpacing(6);
    const auto add = [&](const QString &name, const QString &text) {
        auto *button = new QPushButton(text, parent);
        button->setObjectName(name);
        buttons->addWidget(button);
        return button;
    };
    if (!hint.fix.isEmpty()) {
        auto *copy = add(u"planHintCopy"_s, tr("Copy the fix"));
        copy->setAccessibleName(tr("Copy %1").arg(hint.fix));
        connect(copy, &QPushButton::clicked, this, [this, text = hint.fix] {
            QGuiApplication::clipboard()->setText(text);
            emit copied(text);
        });
    }
    if (m_imagines && hint.fix.startsWith(u"CREATE INDEX"_s)) {
        auto *imagine = add(u"planHintImagine"_s, tr("What if?"));
        imagine->setToolTip(tr("Plan the statement as if this index were there"));
        connect(imagine, &QPushButton::clicked, this,
                [this, text = hint.fix] { emit imagineRequested(text); });
    }
    if (hint.node >= 0) {
        auto *show = add(u"planHintStep"_s, tr("Show the step"));
        connect(show, &QPushButton::clicked, this, [this, node = hint.node] { emit stepChosen(node); });
    }
    buttons->addStretch();
    return buttons;
}

} // namespace squall::ui
