#include "ui/window/messagepage.h"

#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int columnWidth = 520;
/// A server may send megabytes of error text; a person reads the beginning.
constexpr qsizetype maxWords = 20'000;

void makePrimary(QPushButton *button, bool primary)
{
    button->setProperty("primary", primary);
    button->style()->unpolish(button);
    button->style()->polish(button);
}

} // namespace

QString errorWords(const Error &error)
{
    QStringList lines{error.message};
    if (!error.detail.isEmpty())
        lines += error.detail;
    if (!error.context.isEmpty())
        lines += error.context;
    if (!error.sqlState.isEmpty())
        lines += u"SQLSTATE "_s + error.sqlState;
    const auto words = lines.join(u'\n');
    return words.size() > maxWords ? words.left(maxWords) + u'…' : words;
}

MessagePage::MessagePage(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_words(new QPlainTextEdit(this))
    , m_hint(new QLabel(this))
    , m_password(new QLineEdit(this))
    , m_primary(new QPushButton(tr("Try again"), this))
    , m_edit(new QPushButton(tr("Edit connection"), this))
    , m_cancel(new QPushButton(tr("Stop"), this))
{
    setObjectName(u"messagePage"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setObjectName(u"messageTitle"_s);
    m_title->setFont(ui::font(TextStyle::Title));
    m_text->setObjectName(u"messageText"_s);
    m_words->setObjectName(u"messageWords"_s);
    m_words->setAccessibleName(tr("What the server said"));
    m_words->setReadOnly(true);
    m_words->setFont(ui::font(TextStyle::Mono));
    m_hint->setObjectName(u"messageHint"_s);
    m_password->setObjectName(u"messagePassword"_s);
    m_password->setAccessibleName(tr("Password"));
    m_password->setPlaceholderText(tr("Password, kept until Squall is closed"));
    m_password->setEchoMode(QLineEdit::Password);
    m_primary->setObjectName(u"messagePrimary"_s);
    m_edit->setObjectName(u"messageEdit"_s);
    m_cancel->setObjectName(u"messageCancel"_s);

    auto *column = new QVBoxLayout;
    column->setSpacing(12);
    for (auto *label : {m_title, m_text, m_hint}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setFixedWidth(columnWidth);
    }
    m_words->setFixedWidth(columnWidth);
    m_password->setFixedWidth(columnWidth);
    for (auto *widget :
         {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_words),
          static_cast<QWidget *>(m_hint), static_cast<QWidget *>(m_password)})
        column->addWidget(widget);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (auto *button : {m_primary, m_edit, m_cancel})
        buttons->addWidget(button);
    buttons->addStretch(1);
    column->addLayout(buttons);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addLayout(column);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addLayout(row);
    layout->addStretch(3);

    const auto primary = [this] {
        if (m_password->isVisible())
            emit passwordEntered(m_password->text());
        else
            emit retryRequested();
    };
    connect(m_primary, &QPushButton::clicked, this, primary);
    connect(m_password, &QLineEdit::returnPressed, this, primary);
    connect(m_edit, &QPushButton::clicked, this, &MessagePage::editRequested);
    connect(m_cancel, &QPushButton::clicked, this, &MessagePage::cancelRequested);
    connect(&theme, &Theme::changed, this, &MessagePage::tint);
    tint();
    reset({}, {});
}

void MessagePage::tint()
{
    ui::tint(m_text, m_theme.color(Token::Muted));
    ui::tint(m_hint, m_theme.color(Token::Muted));
}

void MessagePage::reset(const QString &title, const QString &text)
{
    m_title->setText(title);
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
    for (auto *widget : {static_cast<QWidget *>(m_words), static_cast<QWidget *>(m_hint),
                         static_cast<QWidget *>(m_password), static_cast<QWidget *>(m_primary),
                         static_cast<QWidget *>(m_edit), static_cast<QWidget *>(m_cancel)})
        widget->hide();
}

void MessagePage::showHint(const QString &title, const QString &text)
{
    reset(title, text);
}

void MessagePage::showWorking(const QString &title, const QString &text)
{
    reset(title, text);
    m_cancel->show();
}

void MessagePage::showFailure(const QString &title, const Error &error, bool askPassword)
{
    reset(title, {});
    const auto words = errorWords(error);
    m_words->setPlainText(words);
    // As high as the words are, within reason.
    const auto lines = std::clamp<qsizetype>(words.count(u'\n') + 1 + words.size() / 64, 2, 10);
    m_words->setFixedHeight(static_cast<int>(lines) * m_words->fontMetrics().lineSpacing() + 16);
    m_words->show();
    m_hint->setText(error.hint);
    m_hint->setVisible(!error.hint.isEmpty());
    m_password->clear();
    m_password->setVisible(askPassword);
    m_primary->setText(askPassword ? tr("Connect") : tr("Try again"));
    makePrimary(m_primary, true);
    m_primary->show();
    m_edit->show();
    if (askPassword)
        m_password->setFocus();
}

} // namespace squall::ui
