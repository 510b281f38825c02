#include "ui/window/statusbar.h"

#include "models/opendatabase.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"
#include "ui/window/chip.h"
#include "ui/window/elidedlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;

StatusBar::StatusBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_changes(new QLabel(this))
    , m_message(new ElidedLabel({}, this))
    , m_selection(new QLabel(this))
    , m_class(new QToolButton(this))
    , m_server(new QLabel(this))
    , m_user(new QLabel(this))
    , m_transaction(new QLabel(this))
    , m_latency(new QLabel(this))
{
    setObjectName(u"statusBar"_s);
    setFixedHeight(metrics::statusBar);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 1, 12, 0);
    layout->setSpacing(18);
    layout->addWidget(m_changes);
    layout->addWidget(m_selection);
    layout->addWidget(m_message, 1);
    m_changes->setObjectName(u"statusChanges"_s);
    m_selection->setObjectName(u"statusSelection"_s);
    m_message->setObjectName(u"statusMessage"_s);
    m_class->setObjectName(u"statusClass"_s);
    m_class->setFocusPolicy(Qt::TabFocus);
    m_class->setCursor(Qt::PointingHandCursor);
    m_class->setToolTip(tr("Class of this connection; a click opens the dialog that changes it"));
    connect(m_class, &QAbstractButton::clicked, this, &StatusBar::classClicked);
    layout->addWidget(m_class);
    for (auto [label, name] :
         {std::pair(m_user, u"statusUser"_s), std::pair(m_server, u"statusServer"_s),
          std::pair(m_transaction, u"statusTransaction"_s), std::pair(m_latency, u"statusLatency"_s)}) {
        label->setObjectName(name);
        layout->addWidget(label);
    }
    m_user->setToolTip(tr("Role of this connection"));
    m_transaction->setToolTip(tr("What may be done on this connection now"));
    m_latency->setToolTip(tr("Round trip to the server, measured"));
    connect(&theme, &Theme::changed, this, &StatusBar::tintAll);
    nameClass();
    tintAll();
    clear();
}

void StatusBar::setMessage(const QString &text)
{
    m_message->setText(text);
}

void StatusBar::setChangeCount(qsizetype changes)
{
    m_changes->setText(changes == 1 ? tr("1 staged change") : tr("%L1 staged changes").arg(changes));
    m_changes->setVisible(changes > 0);
}

void StatusBar::setSelection(const QString &text)
{
    m_selection->setText(text);
    m_selection->setVisible(!text.isEmpty());
}

void StatusBar::setClass(ConnectionClass environment)
{
    m_class->show();
    if (environment == m_shownClass)
        return;
    m_shownClass = environment;
    nameClass();
    tintClass();
}

void StatusBar::setServer(const QString &version, const QString &user)
{
    m_server->setText(version.isEmpty() ? QString() : u"PostgreSQL "_s + version);
    m_user->setText(user);
    m_server->setVisible(!version.isEmpty());
    m_user->setVisible(!user.isEmpty());
}

void StatusBar::setAccess(const models::OpenDatabase &database)
{
    using State = models::OpenDatabase::State;
    QString text;
    if (database.state() == State::Lost) {
        text = tr("not connected");
    } else if (database.state() == State::Open) {
        constexpr int minute = 60;
        const auto left = database.writingRemaining().count();
        if (database.changes().isSending())
            text = tr("in transaction");
        else if (database.isWritingLocked())
            text = tr("read-only");
        else if (left > 0)
            text = tr("writing for %1:%2").arg(left / minute).arg(left % minute, 2, 10, QLatin1Char('0'));
        else
            text = tr("autocommit");
    }
    m_transaction->setText(text);
    m_transaction->setVisible(!text.isEmpty());
}

void StatusBar::setLatency(double milliseconds)
{
    m_latency->setVisible(milliseconds >= 0);
    m_latency->setText(
        tr("%1 ms", "round trip").arg(QLocale().toString(milliseconds, 'f', milliseconds < 10 ? 1 : 0)));
}

void StatusBar::clear()
{
    setChangeCount(0);
    setSelection({});
    m_class->hide();
    setServer({}, {});
    m_transaction->hide();
    setLatency(-1);
}

void StatusBar::tintAll()
{
    for (auto *label : {m_changes, m_selection, static_cast<QLabel *>(m_message), m_server, m_user,
                        m_transaction, m_latency}) {
        tint(label, m_theme.color(Token::Muted));
        label->setFont(ui::font(TextStyle::Small));
    }
    m_class->setFont(ui::font(TextStyle::Small));
    tintClass();
}

void StatusBar::nameClass()
{
    m_class->setText(u"● "_s + classText(m_shownClass));
}

/// A style sheet is read and applied anew each time: only when the class or the theme is another.
void StatusBar::tintClass()
{
    const auto token = classTokens(m_shownClass).first;
    const auto color = m_theme.color(token == Token::Text ? Token::Muted : token);
    m_class->setStyleSheet(u"QToolButton { color: %1; padding: 0 4px; }"_s.arg(color.name()));
}

void StatusBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Window));
    painter.fillRect(0, 0, width(), 1, m_theme.color(Token::Line));
}

} // namespace squall::ui
