#include "ui/sql/sqlbar.h"

#include "models/query/queryrunner.h"
#include "ui/sql/transactionbar.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::QueryRunner;

namespace {

/// What takes less is over before one has read that it runs.
constexpr int quickMs = 300;
constexpr int tickMs = 100;

} // namespace

SqlBar::SqlBar(const Theme &theme, QueryRunner &runner, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_runner(runner)
    , m_run(new QPushButton(tr("Run") + u" ▸"_s, this))
    , m_key(new QLabel(u"Ctrl ↵"_s, this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_explain(new QPushButton(tr("Explain"), this))
    , m_format(new QPushButton(tr("Format"), this))
    , m_transactions(new TransactionBar(theme, runner, this))
{
    setObjectName(u"sqlBar"_s);
    setFixedHeight(metrics::bar);
    m_run->setObjectName(u"sqlRun"_s);
    m_run->setAccessibleName(tr("Run"));
    m_run->setProperty("primary", true);
    m_run->setToolTip(
        tr("Runs what is selected, else the statement at the caret; Ctrl+Shift+Enter runs all"));
    m_key->setObjectName(u"sqlRunKey"_s);
    m_key->setFont(ui::font(TextStyle::MonoSmall));
    m_cancel->setObjectName(u"sqlCancel"_s);
    m_cancel->setToolTip(u"Esc"_s);
    m_explain->setObjectName(u"sqlExplain"_s);
    m_explain->setToolTip(u"Ctrl+E"_s);
    m_format->setObjectName(u"sqlFormat"_s);
    m_format->setToolTip(u"Ctrl+Shift+F"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 12, 1);
    layout->setSpacing(8);
    for (QWidget *part :
         {static_cast<QWidget *>(m_run), static_cast<QWidget *>(m_cancel), static_cast<QWidget *>(m_key),
          static_cast<QWidget *>(m_explain), static_cast<QWidget *>(m_format)})
        layout->addWidget(part);
    layout->addStretch(1);
    layout->addWidget(m_transactions);
    connect(m_run, &QPushButton::clicked, this, &SqlBar::runRequested);
    connect(m_cancel, &QPushButton::clicked, &runner, &QueryRunner::cancel);
    connect(m_explain, &QPushButton::clicked, this, &SqlBar::explainRequested);
    connect(m_format, &QPushButton::clicked, this, &SqlBar::formatRequested);
    connect(&runner, &QueryRunner::stateChanged, this, &SqlBar::showState);
    connect(&theme, &Theme::changed, this, &SqlBar::showState);
    m_ticking.setInterval(tickMs);
    m_ticking.callOnTimeout(this, &SqlBar::showState);
    showState();
}

void SqlBar::showState()
{
    const bool busy = m_runner.isBusy();
    if (busy != m_ticking.isActive())
        busy ? m_ticking.start() : m_ticking.stop();
    const auto ms = busy && m_runner.began().isValid()
                        ? m_runner.began().msecsTo(QDateTime::currentDateTime())
                        : qint64(0);
    m_run->setEnabled(!busy);
    m_explain->setEnabled(!busy);
    m_cancel->setVisible(busy);
    m_cancel->setEnabled(m_runner.state() != QueryRunner::State::Cancelling);
    tint(m_key, m_theme.color(Token::Muted));
    if (m_runner.state() == QueryRunner::State::Cancelling)
        m_key->setText(tr("cancelling …"));
    else if (m_runner.state() == QueryRunner::State::Held)
        m_key->setText(tr("held", "a statement, until somebody decides"));
    else if (ms > quickMs)
        m_key->setText(
            tr("%1 s", "running time").arg(QLocale().toString(static_cast<double>(ms) / 1000, 'f', 1)));
    else
        m_key->setText(u"Ctrl ↵"_s);
}

void SqlBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Surface));
    painter.fillRect(0, height() - 1, width(), 1, m_theme.color(Token::Line));
}

} // namespace squall::ui
