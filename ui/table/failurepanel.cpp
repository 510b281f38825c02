#include "ui/table/failurepanel.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int panelWidth = 560;
constexpr int mostWords = 20000;
constexpr int tallestWords = 12;

} // namespace

QString wordsOf(const Error &error)
{
    QStringList lines{error.message};
    if (!error.detail.isEmpty())
        lines << error.detail;
    if (!error.context.isEmpty())
        lines << error.context;
    if (!error.sqlState.isEmpty())
        lines << u"SQLSTATE "_s + error.sqlState;
    const auto words = lines.join(u'\n');
    return words.size() > mostWords ? words.left(mostWords) + u'…' : words;
}

FailurePanel::FailurePanel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_words(new QPlainTextEdit(this))
    , m_hint(new QLabel(this))
    , m_retry(new QPushButton(tr("Try again"), this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setObjectName(u"failureTitle"_s);
    m_title->setFont(ui::font(TextStyle::Title));
    m_title->setWordWrap(true);
    m_words->setObjectName(u"failureWords"_s);
    m_words->setAccessibleName(tr("What the server said"));
    m_words->setReadOnly(true);
    m_words->setFont(ui::font(TextStyle::Mono));
    m_hint->setObjectName(u"failureHint"_s);
    m_hint->setWordWrap(true);
    m_retry->setObjectName(u"failureRetry"_s);
    m_retry->setProperty("primary", true);

    auto *column = new QWidget(this);
    column->setMaximumWidth(panelWidth);
    auto *inside = new QVBoxLayout(column);
    inside->setSpacing(12);
    inside->addStretch(2);
    inside->addWidget(m_title);
    inside->addWidget(m_words);
    inside->addWidget(m_hint);
    inside->addWidget(m_retry, 0, Qt::AlignLeft);
    inside->addStretch(3);
    auto *layout = new QHBoxLayout(this);
    layout->addStretch(1);
    layout->addWidget(column, 8);
    layout->addStretch(1);

    connect(m_retry, &QPushButton::clicked, this, &FailurePanel::retryRequested);
    connect(&theme, &Theme::changed, this, &FailurePanel::tint);
    tint();
}

void FailurePanel::tint()
{
    auto colors = palette();
    colors.setColor(QPalette::WindowText, m_theme.color(Token::Muted));
    m_hint->setPalette(colors);
}

QString FailurePanel::advice(const Error &error)
{
    if (!error.hint.isEmpty())
        return error.hint;
    if (error.sqlState == u"42P01" || error.sqlState == u"42703")
        return tr("It may have been dropped or renamed since the schema was read. Reloading the schema shows "
                  "what is "
                  "there now.");
    if (error.sqlState == u"42501")
        return tr("This role may not read it. Its owner can allow that with GRANT SELECT.");
    if (error.sqlState == u"42883")
        return tr("Values of this type have no order. Sort by another column.");
    if (error.code == Error::Code::Connection)
        return tr("Trying again connects anew.");
    return {};
}

void FailurePanel::showError(const QString &title, const Error &error)
{
    const auto words = wordsOf(error);
    const auto lines = std::clamp<qsizetype>(words.count(u'\n') + 1 + words.size() / 70, 2, tallestWords);
    m_title->setText(title);
    m_words->setPlainText(words);
    m_words->setFixedHeight(static_cast<int>(lines) * m_words->fontMetrics().lineSpacing() + 16);
    m_hint->setText(advice(error));
    m_hint->setVisible(!m_hint->text().isEmpty());
}

} // namespace squall::ui
