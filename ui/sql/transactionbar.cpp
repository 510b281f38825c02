#include "ui/sql/transactionbar.h"

#include "models/query/queryrunner.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::QueryRunner;

namespace {

constexpr int secondMs = 1000;

} // namespace

TransactionBar::TransactionBar(const Theme &theme, QueryRunner &runner, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_runner(runner)
    , m_status(new QLabel(this))
    , m_commit(new QPushButton(tr("Commit"), this))
    , m_rollback(new QPushButton(tr("Roll back"), this))
    , m_mode(new QToolButton(this))
{
    setObjectName(u"transactionBar"_s);
    m_status->setObjectName(u"transactionStatus"_s);
    m_status->setAccessibleName(tr("Transaction"));
    m_commit->setObjectName(u"transactionCommit"_s);
    m_rollback->setObjectName(u"transactionRollback"_s);
    m_mode->setObjectName(u"transactionMode"_s);
    m_mode->setToolTip(tr("How transactions begin in this tab"));
    m_mode->setFocusPolicy(Qt::TabFocus);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QWidget *part : {static_cast<QWidget *>(m_status), static_cast<QWidget *>(m_commit),
                          static_cast<QWidget *>(m_rollback), static_cast<QWidget *>(m_mode)})
        layout->addWidget(part);
    connect(m_commit, &QPushButton::clicked, &runner, &QueryRunner::commit);
    connect(m_rollback, &QPushButton::clicked, this, [this] {
        const auto &transaction = m_runner.transaction();
        if (transaction.hasFailed() && !transaction.savepoints.isEmpty())
            popUpSavepoints();
        else
            m_runner.rollback();
    });
    connect(m_mode, &QToolButton::clicked, this, &TransactionBar::chooseMode);
    for (const auto signal :
         {&QueryRunner::transactionChanged, &QueryRunner::modeChanged, &QueryRunner::stateChanged})
        connect(&runner, signal, this, &TransactionBar::showState);
    connect(&theme, &Theme::changed, this, &TransactionBar::showState);
    m_ticking.setInterval(secondMs);
    m_ticking.callOnTimeout(this, &TransactionBar::showState);
    showState();
}

QString TransactionBar::age() const
{
    const auto since = m_runner.transaction().since;
    const auto seconds = since.isValid() ? since.secsTo(QDateTime::currentDateTime()) : 0;
    constexpr int minute = 60;
    return seconds < minute ? tr("%1 s", "age").arg(std::max<qint64>(0, seconds))
                            : tr("%1 min", "age").arg(seconds / minute);
}

QString TransactionBar::locksHeld() const
{
    QStringList lines;
    for (const auto &lock : m_runner.transaction().locks) {
        auto line = lock.relation.isEmpty() ? lock.mode : lock.relation + u": "_s + lock.mode;
        if (!lock.granted)
            line = lock.blockedBy > 0 ? tr("waits for %1, which process %2 has").arg(line).arg(lock.blockedBy)
                                      : tr("waits for %1").arg(line);
        lines << line;
    }
    return lines.join(u'\n');
}

void TransactionBar::showState()
{
    const auto &transaction = m_runner.transaction();
    const bool open = transaction.isOpen();
    if (open != m_ticking.isActive())
        open ? m_ticking.start() : m_ticking.stop();
    // Beside the status the word would stand there twice, and what is long is cut off.
    const bool automatic = m_runner.mode() == QueryRunner::Mode::Automatic;
    if (open)
        m_mode->setText(automatic ? tr("automatic", "transactions") : tr("manual", "transactions"));
    else
        m_mode->setText(automatic ? tr("Transaction: automatic") : tr("Transaction: manual"));
    m_status->setVisible(open);
    m_commit->setVisible(open && !transaction.hasFailed());
    m_rollback->setVisible(open);
    m_commit->setEnabled(!m_runner.isBusy());
    m_rollback->setEnabled(!m_runner.isBusy());
    if (!open)
        return;
    const auto locks = static_cast<int>(transaction.locks.size());
    auto text = transaction.hasFailed() ? tr("Transaction failed · %1").arg(age())
                                        : tr("In transaction · %1").arg(age());
    if (locks > 0)
        text += u" · "_s + tr("%n lock(s)", nullptr, locks);
    if (transaction.idleTooLong)
        text += u" · "_s + tr("idle");
    m_status->setText(text);
    m_status->setToolTip(locksHeld());
    const bool loud = transaction.hasFailed() || transaction.idleTooLong;
    tint(m_status, m_theme.color(transaction.hasFailed() ? Token::Removed
                                 : loud                  ? Token::Changed
                                                         : Token::Muted));
}

void TransactionBar::chooseMode()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"transactionModes"_s);
    const auto add = [this, menu](const QString &text, QueryRunner::Mode mode) {
        auto *action = menu->addAction(text, &m_runner, [this, mode] { m_runner.setMode(mode); });
        action->setCheckable(true);
        action->setChecked(m_runner.mode() == mode);
    };
    add(tr("Automatic: every statement by itself"), QueryRunner::Mode::Automatic);
    add(tr("Manual: open until you commit"), QueryRunner::Mode::Manual);
    menu->popup(m_mode->mapToGlobal(m_mode->rect().bottomLeft()));
}

/// A failed one can also go back to where it was saved last.
void TransactionBar::popUpSavepoints()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"transactionSavepoints"_s);
    auto newestFirst = m_runner.transaction().savepoints;
    std::reverse(newestFirst.begin(), newestFirst.end());
    for (const auto &savepoint : newestFirst)
        menu->addAction(tr("Back to savepoint %1").arg(savepoint), &m_runner,
                        [this, savepoint] { m_runner.rollbackTo(savepoint); });
    menu->addAction(tr("Roll all of it back"), &m_runner, &QueryRunner::rollback);
    menu->popup(m_rollback->mapToGlobal(m_rollback->rect().bottomLeft()));
}

} // namespace squall::ui
