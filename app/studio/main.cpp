#include "app/studio/arguments.h"
#include "core/base/translations.h"
#include "core/workspace/workspace.h"
#include "models/studio.h"
#include "ui/theme/theme.h"
#include "ui/tour/tour.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QLoggingCategory>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace {

using squall::studio::Arguments;

void introduce(QCoreApplication &application)
{
    QCoreApplication::setApplicationName(u"squall-studio"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SQUALL_VERSION));
    squall::installTranslations(application);
}

int takeTour(squall::ui::MainWindow &window, squall::models::Studio &studio, squall::ui::Theme &theme,
             const Arguments &arguments, const QTemporaryDir &state)
{
    studio.openWorkspace(state.filePath(u"workspace.sqlite"_s));
    squall::ui::Tour tour(
        window, studio, theme,
        {.folder = arguments.tourFolder, .url = arguments.url, .project = arguments.project});
    QObject::connect(&tour, &squall::ui::Tour::finished, &window, [](const QStringList &problems) {
        for (const auto &problem : problems)
            QTextStream(stderr) << problem << '\n';
        QCoreApplication::exit(problems.isEmpty() ? 0 : 1);
    });
    QObject::connect(&studio, &squall::models::Studio::workspaceLoaded, &tour, &squall::ui::Tour::start);
    return QApplication::exec();
}

/// On no screen, whatever the desktop says of screens.
int renderOnly(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    for (const auto *ofDesktop : {"QT_QPA_PLATFORMTHEME", "QT_STYLE_OVERRIDE", "QT_SCALE_FACTOR"})
        qunsetenv(ofDesktop);
    // What Qt misses of a desktop is of no concern where there is none.
    QLoggingCategory::setFilterRules(u"*.info=false\n*.warning=false"_s);
    QApplication application(argc, argv);
    introduce(application);
    const auto arguments = squall::studio::readArguments();
    return squall::studio::render(arguments.rendering.value(), arguments.url);
}

} // namespace

int main(int argc, char **argv)
{
    if (squall::studio::asksForRendering(argc, argv))
        return renderOnly(argc, argv);
    if (!squall::studio::hasDisplay(argc, argv)) {
        QCoreApplication application(argc, argv);
        introduce(application);
        squall::studio::readArguments();
        squall::studio::sayThereIsNoDisplay();
        return EXIT_FAILURE;
    }
    QApplication application(argc, argv);
    introduce(application);
    const auto arguments = squall::studio::readArguments();

    // The tour has saved state of its own, so that it shows the same everywhere and leaves nothing behind. It
    // outlives those who keep it.
    std::optional<QTemporaryDir> tourState;
    squall::ui::Theme theme(application);
    squall::models::Studio studio;
    squall::ui::MainWindow window(studio, theme);
    if (arguments.size.isValid())
        window.resize(arguments.size);
    window.show();
    if (!arguments.tourFolder.isEmpty())
        return takeTour(window, studio, theme, arguments, tourState.emplace());
    // The window is on screen before anything is read or connected.
    QTimer::singleShot(0, &window, [&studio, &window, &theme, &arguments] {
        theme.followDesktop();
        studio.openWorkspace(squall::workspace::Workspace::standardFile());
        if (!arguments.url.isEmpty())
            window.openUrl(arguments.url);
        if (!arguments.project.isEmpty() && arguments.url.isEmpty())
            studio.project().open(arguments.project);
        else if (!arguments.project.isEmpty())
            studio.project().openHere(arguments.project);
    });
    return QApplication::exec();
}
