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

void HeldStrip::ask(const models::HeldWrite &write)
{
    const bool tried = write.effect.source == models::WriteEffect::Source::Tried;
    const auto text = tr("Held before it is run. %1 %2 Without an answer it is not run.", "what it would do")
                          .arg(models::inWords(write.effect),
                               tried ? tr("It was tried and rolled back: nothing is written, and nothing is "
                                          "locked while you decide.")
                                     : tr("Nothing is written, and nothing is locked while you decide."));
    std::vector<Answer> answers{{u"heldRun"_s, tr("Run it"), [this] { m_runner.runHeld(); }}};
    if (write.writesAfter > 0)
        answers.push_back({u"heldRunAll"_s, tr("Run all of the script"), [this] { m_runner.runHeld(true); }});
    answers.push_back({u"heldRefuse"_s, tr("Do not run it"), [this] { m_runner.cancel(); }});
    say(text, Token::Changed, answers);
    count();
    m_counting.start();
    emit asked(write);
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
    refuse->setText(tr("Do not run it · %1 s", "seconds until it is given up").arg(seconds));
}

void HeldStrip::takeFocus()
{
    if (auto *refuse = answer(u"heldRefuse"_s))
        refuse->setFocus(Qt::OtherFocusReason);
}

} // namespace squall::ui
