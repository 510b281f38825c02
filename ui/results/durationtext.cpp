#include "ui/results/durationtext.h"

#include <QCoreApplication>
#include <QLocale>

namespace squall::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::ui::DurationText)
};

} // namespace

QString durationText(std::chrono::microseconds duration)
{
    constexpr double second = 1e6;
    constexpr double minute = 60 * second;
    const auto time = static_cast<double>(duration.count());
    const QLocale locale;
    if (time < second) {
        const double milliseconds = time / 1000;
        return Words::tr("%1 ms").arg(locale.toString(milliseconds, 'f', milliseconds < 100 ? 1 : 0));
    }
    if (time < minute)
        return Words::tr("%1 s").arg(locale.toString(time / second, 'f', 2));
    const auto seconds = duration.count() / 1'000'000;
    return Words::tr("%1 min %2 s").arg(seconds / 60).arg(seconds % 60);
}

} // namespace squall::ui
