#include "ui/sql/heldstrip.h"

#include "models/query/queryrunner.h"

#include <QPushButton>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::QueryRunner;

namespace {

constexpr int countMs = 250;
constexpr int secondMs = 1000;

} // namespace

HeldStrip::HeldStrip(const Theme &theme, QueryRunner &runner, QWidget *parent)
    : NoticeStrip(theme, u"heldStrip"_s, parent)
    , m_runner(runner)
{
    m_counting.setInterval(countMs);
    m_counting.callOnTimeout(this, &HeldStrip::count);
    connect(&runner, &QueryRunner::writeHeld, this, &HeldStrip::ask);
    connect(&runner, &QueryRunner::stateChanged, this, [this] {
        if (m_runner.state() != QueryRunner::State::Held)
            settle();
    });
}

QString HeldStrip::question(const models::HeldWrite &write)
{
    if (write.commits) {
        const auto rows =
            tr("Held before it is committed. %n row(s) are written in the open transaction, and "
               "locked for others until you decide.",
               nullptr, static_cast<int>(write.effect.rows));
        return rows + u' ' +
               (write.rollsBack ? tr("Without an answer all of it is rolled back.")
                                : tr("Without an answer it stays open."));
    }
    const bool tried = write.effect.source == models::WriteEffect::Source::Tried;
    return tr("Held before it is run. %1 %2 Without an answer it is not run.", "what it would do")
        .arg(models::inWords(write.effect),
             tried ? tr("It was tried and rolled back: nothing is written, and nothing is "
                        "locked while you decide.")
                   : tr("Nothing is written, and nothing is locked while you decide."));
}

void HeldStrip::ask(const models::HeldWrite &write)
{
    std::vector<Answer> answers{
        {u"heldRun"_s, write.commits ? tr("Commit") : tr("Run it"), [this] { m_runner.runHeld(); }}};
    if (write.writesAfter > 0)
        answers.push_back({u"heldRunAll"_s, tr("Run all of the script"), [this] { m_runner.runHeld(true); }});
    answers.push_back({u"heldRefuse"_s, refusal(), [this] { m_runner.cancel(); }});
    say(question(write), Token::Changed, answers);
    count();
    m_counting.start();
    emit asked(write);
}

/// The answer that does no harm.
QString HeldStrip::refusal() const
{
    const auto &held = m_runner.held();
    if (!held || !held->commits)
        return tr("Do not run it");
    return held->rollsBack ? tr("Roll back") : tr("Leave it open");
}

void HeldStrip::settle()
{
    if (isHidden())
        return;
    m_counting.stop();
    emit settled();
    hide();
}

/// Only its look: nobody wants to hear every second of it.
void HeldStrip::count()
{
    auto *refuse = answer(u"heldRefuse"_s);
    const auto &held = m_runner.held();
    if (!refuse || !held)
        return;
    const auto left = QDateTime::currentDateTime().msecsTo(held->until);
    const auto seconds = std::max<qint64>(0, (left + secondMs - 1) / secondMs);
    refuse->setText(tr("%1 · %2 s", "an answer, and how long until it is taken").arg(refusal()).arg(seconds));
}

void HeldStrip::takeFocus()
{
    if (auto *refuse = answer(u"heldRefuse"_s))
        refuse->setFocus(Qt::OtherFocusReason);
}

} // namespace squall::ui
