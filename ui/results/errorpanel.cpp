#include "ui/results/errorpanel.h"

#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 3000;

void say(QLabel &label, const QString &text)
{
    label.setText(text.size() > longestText ? text.left(longestText) + u'…' : text);
    label.setVisible(!text.isEmpty());
}

} // namespace

ErrorPanel::ErrorPanel(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_message(new QLabel(this))
    , m_excerpt(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_hint(new QLabel(this))
    , m_goTo(new QToolButton(this))
{
    setObjectName(u"errorPanel"_s);
    const std::pair<QLabel *, QString> labels[] = {{m_message, u"errorMessage"_s},
                                                   {m_excerpt, u"errorExcerpt"_s},
                                                   {m_detail, u"errorDetail"_s},
                                                   {m_hint, u"errorHint"_s}};
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    for (const auto &[label, name] : labels) {
        label->setObjectName(name);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setWordWrap(label != m_excerpt);
        texts->addWidget(label);
    }
    m_message->setFont(ui::font(TextStyle::Strong));
    m_excerpt->setFont(ui::font(TextStyle::Mono));
    m_goTo->setObjectName(u"errorGoTo"_s);
    m_goTo->setText(tr("Go to"));
    m_goTo->setAccessibleDescription(tr("Go to the place of the error in the text"));
    m_goTo->setFocusPolicy(Qt::TabFocus);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->addLayout(texts, 1);
    layout->addWidget(m_goTo, 0, Qt::AlignTop);
    hide();
    connect(m_goTo, &QToolButton::clicked, this,
            [this] { emit goToRequested(m_failure.place.value_or(m_failure.statement)); });
    connect(&theme, &Theme::changed, this, &ErrorPanel::tint);
    tint();
}

QString ErrorPanel::notRunText(const models::QueryFailure &failure)
{
    const auto left = failure.notRun.size();
    if (left == 0)
        return {};
    return left == 1 ? tr("The statement after it was not run.")
                     : tr("The %L1 statements after it were not run.").arg(left);
}

void ErrorPanel::show(const models::QueryFailure &failure)
{
    m_failure = failure;
    const auto &error = failure.error;
    const auto code = error.sqlState.isEmpty() ? QString() : u" ("_s + error.sqlState + u')';
    say(*m_message, error.message + code);
    say(*m_excerpt, failure.file.isEmpty() ? failure.excerpt : failure.file + u'\n' + failure.excerpt);
    say(*m_detail, QStringList{error.detail, error.context}.join(u'\n').trimmed());
    say(*m_hint, QStringList{error.hint, notRunText(failure)}.join(u'\n').trimmed());
    m_goTo->setVisible(failure.place || failure.statement.length > 0);
    setVisible(true);
    QAccessibleEvent alert(m_message, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ErrorPanel::tint()
{
    ui::tint(m_message, m_theme.color(Token::Removed));
    for (auto *label : {m_excerpt, m_detail, m_hint})
        ui::tint(label, m_theme.color(Token::Text));
    update();
}

void ErrorPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::RemovedGround));
}

} // namespace squall::ui
