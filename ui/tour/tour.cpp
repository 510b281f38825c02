#include "ui/tour/tour.h"

#include "models/studio.h"
#include "ui/navigator/navigatorpanel.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QTextStream>

#include <algorithm>
#include <chrono>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto pollEvery = 20ms;
constexpr auto patience = 20s;
/// After a view says that it is ready: its rows, its skeletons and its last repaint.
constexpr auto settle = 500ms;

} // namespace

Tour::Tour(MainWindow &window, models::Studio &studio, Theme &theme, Options options)
    : m_window(window)
    , m_studio(studio)
    , m_theme(theme)
    , m_options(std::move(options))
{
    addStartSteps();
    addStateSteps();
    addNavigatorSteps();
    addObjectSteps();
    addDefinitionSteps();
    addPopupSteps();
    addSqlSteps();
    addDiagramSteps();
    addNamedDiagramSteps();
    addProjectSteps();
    addPaletteSteps();
    addProductionSteps();
    m_poll.setInterval(pollEvery);
    m_poll.callOnTimeout(this, &Tour::poll);
}

void Tour::add(const QString &name, std::function<void()> prepare, std::function<bool()> ready)
{
    m_steps.push_back({name, std::move(prepare), std::move(ready)});
}

void Tour::addChanging(const QString &name, std::function<void()> prepare, std::function<bool()> ready)
{
    m_steps.push_back({name, std::move(prepare), std::move(ready), true});
}

void Tour::start()
{
    if (!QDir().mkpath(m_options.folder)) {
        emit finished({tr("The folder %1 could not be made.").arg(m_options.folder)});
        return;
    }
    begin();
}

void Tour::begin()
{
    if (m_step == m_steps.size()) {
        emit finished(m_problems);
        return;
    }
    if (m_steps[m_step].onlyOnDemo && !isDemo()) {
        QTextStream(stdout) << m_steps[m_step].name << ": left out, changes are for the demo alone\n";
        ++m_step;
        begin();
        return;
    }
    while (auto *popup = QApplication::activePopupWidget())
        popup->close();
    m_sinceBegin.start();
    m_sinceReady.invalidate();
    m_watchdog.restart();
    m_steps[m_step].prepare();
    m_poll.start();
}

void Tour::poll()
{
    const auto &step = m_steps[m_step];
    if (step.ready()) {
        if (!m_sinceReady.isValid())
            m_sinceReady.start();
        if (!m_sinceReady.hasExpired(settle.count()))
            return;
        const auto worst = m_watchdog.worst();
        QTextStream(stdout) << step.name << ": longest event-loop gap " << worst.count() << " ms\n";
        if (worst > models::EventLoopWatchdog::limit)
            m_problems += tr("%1: the event loop stood still for %2 ms").arg(step.name).arg(worst.count());
        m_poll.stop();
        shoot();
    } else if (m_sinceBegin.hasExpired(std::chrono::milliseconds(patience).count())) {
        m_poll.stop();
        m_problems += tr("%1: the view did not come").arg(step.name);
        shoot();
    }
}

void Tour::shoot()
{
    const auto choice = m_theme.choice();
    for (const auto scheme : {Theme::Choice::Light, Theme::Choice::Dark}) {
        m_theme.setChoice(scheme);
        const auto word = scheme == Theme::Choice::Light ? u"light"_s : u"dark"_s;
        save(word + u"-1x"_s, 1);
        save(word + u"-2x"_s, 2);
    }
    m_theme.setChoice(choice);
    ++m_step;
    // Dressing everything anew three times is the tour's own work: the loop comes round before the next
    // measurement.
    QTimer::singleShot(pollEvery, this, &Tour::begin);
}

void Tour::save(const QString &suffix, double scale)
{
    QImage image(m_window.size() * scale, QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    m_window.render(&image);
    for (auto *dialog : m_window.findChildren<QDialog *>()) {
        if (!dialog->isVisible())
            continue;
        QPainter painter(&image);
        const QPoint corner((m_window.width() - dialog->width()) / 2,
                            (m_window.height() - dialog->height()) / 2);
        painter.fillRect(m_window.rect(), QColor(0, 0, 0, 70));
        dialog->render(&painter, corner);
    }
    paintPopup(image);
    const auto file = QDir(m_options.folder).filePath(m_steps[m_step].name + u'-' + suffix + u".png"_s);
    if (!image.save(file))
        m_problems += tr("%1 could not be written").arg(file);
}

/// Popups are windows of their own.
void Tour::paintPopup(QImage &image) const
{
    auto *popup = QApplication::activePopupWidget();
    if (!popup)
        return;
    QPainter painter(&image);
    popup->render(&painter, m_window.mapFromGlobal(popup->pos()));
}

bool Tour::isOpen() const
{
    const auto *database = m_studio.database();
    return database && database->state() == models::OpenDatabase::State::Open;
}

bool Tour::isDemo() const
{
    if (!isOpen() || m_studio.database()->form().connectionClass() != ConnectionClass::Local)
        return false;
    const auto *workouts = catalog::findTable(*m_studio.database()->snapshot(), {u"public"_s, u"workouts"_s});
    const auto has = [&](const QString &column) { return catalog::findColumn(workouts->columns, column); };
    return workouts && has(u"training_plan_id"_s) && has(u"heart_rates"_s) && has(u"gear_id"_s);
}

QWidget *Tour::shown(const char *name) const
{
    // Each table that is open has its own.
    const auto all = m_window.findChildren<QWidget *>(QLatin1StringView(name));
    const auto found =
        std::find_if(all.begin(), all.end(), [](const auto *each) { return each->isVisible(); });
    return found == all.end() ? nullptr : *found;
}

ObjectId Tour::subject() const
{
    const auto *database = m_studio.database();
    if (!database || !database->snapshot())
        return {};
    const catalog::Table *best = nullptr;
    for (const auto &table : database->snapshot()->tables) {
        if (table.name == u"workouts"_s)
            return idOf(table);
        if (!table.isPartition() && (!best || table.size->rows > best->size->rows))
            best = &table;
    }
    return best ? idOf(*best) : ObjectId();
}

} // namespace squall::ui
