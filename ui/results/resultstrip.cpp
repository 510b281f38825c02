#include "ui/results/resultstrip.h"

#include "models/quantity.h"
#include "models/query/resultmodel.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::ResultModel;

ResultStrip::ResultStrip(const Theme &theme, const ResultModel &result, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_result(result)
    , m_words(new QLabel(this))
    , m_readOn(new QToolButton(this))
    , m_readAll(new QToolButton(this))
    , m_end(new QToolButton(this))
    , m_again(new QToolButton(this))
{
    setObjectName(u"resultStrip"_s);
    m_words->setObjectName(u"resultStripText"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_readOn->setObjectName(u"resultReadOn"_s);
    m_readOn->setText(tr("Read on"));
    m_readAll->setObjectName(u"resultReadAll"_s);
    m_readAll->setText(tr("Read all"));
    m_end->setObjectName(u"resultEnd"_s);
    m_end->setText(tr("Leave the rest"));
    m_again->setObjectName(u"resultRunAgain"_s);
    m_again->setText(tr("Run again"));
    m_again->setToolTip(
        tr("Run its statement again (%1)").arg(QKeySequence(Qt::Key_F5).toString(QKeySequence::NativeText)));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 4);
    layout->addWidget(m_words, 1);
    for (auto *button : {m_readOn, m_readAll, m_end, m_again}) {
        button->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button);
    }
    connect(m_readOn, &QToolButton::clicked, this, &ResultStrip::readOnRequested);
    connect(m_readAll, &QToolButton::clicked, this, &ResultStrip::readAllRequested);
    connect(m_end, &QToolButton::clicked, this, &ResultStrip::endRequested);
    connect(m_again, &QToolButton::clicked, this, &ResultStrip::runAgainRequested);
    connect(&result, &ResultModel::stateChanged, this, &ResultStrip::update);
    connect(&theme, &Theme::changed, this, &ResultStrip::update);
    update();
}

QString ResultStrip::textOfKept() const
{
    const auto read = tr("Read on %1 and kept since then: not live.")
                          .arg(QLocale().toString(m_result.origin().time, QLocale::ShortFormat));
    if (m_result.state() != ResultModel::State::Ended)
        return read;
    const auto first =
        tr("The first %L1 rows only. %2").arg(m_result.rowsRead()).arg(m_result.endedBecause());
    return read + u' ' + first.trimmed();
}

QString ResultStrip::text() const
{
    if (m_result.origin().kept)
        return textOfKept();
    if (m_result.state() == ResultModel::State::Paused) {
        const auto read = tr("%L1 rows are here (%2); there are more.")
                              .arg(m_result.rowsRead())
                              .arg(models::byteSize(m_result.payload()));
        if (!m_result.endsAt().isValid())
            return read;
        return read + u' ' +
               tr("What is left with the server holds on to old rows there: the result ends at %1.")
                   .arg(QLocale().toString(m_result.endsAt().time(), QLocale::LongFormat));
    }
    if (m_result.state() == ResultModel::State::Ended)
        return tr("The first %L1 rows only. %2").arg(m_result.rowsRead()).arg(m_result.endedBecause());
    return {};
}

void ResultStrip::update()
{
    const auto words = text();
    const bool paused = m_result.state() == ResultModel::State::Paused;
    const bool news = isHidden() && !words.isEmpty();
    for (auto *button : {m_readOn, m_readAll, m_end})
        button->setVisible(paused);
    m_again->setVisible(m_result.origin().kept);
    m_words->setText(words);
    tint(m_words, m_theme.color(Token::Changed));
    setVisible(!words.isEmpty());
    QWidget::update();
    if (news || m_result.endsAt().isValid()) {
        QAccessibleEvent alert(m_words, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void ResultStrip::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.color(Token::ChangedGround));
}

} // namespace squall::ui
