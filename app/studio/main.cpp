#include "core/base/translations.h"
#include "core/workspace/workspace.h"
#include "models/studio.h"
#include "ui/theme/theme.h"
#include "ui/tour/tour.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(main)
};

struct Arguments
{
    QString url;
    QString tourFolder;
    QSize size;
};

Arguments readArguments()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Text::tr("A database explorer for PostgreSQL."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption url(u"url"_s, Text::tr("Open this database."), u"URL"_s);
    const QCommandLineOption tour(
        u"tour"_s, Text::tr("Save a picture of every view in this folder, and end."), u"DIR"_s);
    const QCommandLineOption size(u"size"_s, Text::tr("Size of the window, for example 1024x700."), u"WxH"_s);
    parser.addOptions({url, tour, size});
    parser.process(*QCoreApplication::instance());
    const auto sides = parser.value(size).split(u'x');
    return {.url = parser.value(url),
            .tourFolder = parser.value(tour),
            .size = sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize()};
}

/// On saved state of its own, so that it shows the same everywhere and leaves nothing behind.
int takeTour(squall::ui::MainWindow &window, squall::models::Studio &studio, squall::ui::Theme &theme,
             const Arguments &arguments)
{
    const QTemporaryDir folder;
    studio.openWorkspace(folder.filePath(u"workspace.sqlite"_s));
    squall::ui::Tour tour(window, studio, theme, {.folder = arguments.tourFolder, .url = arguments.url});
    QObject::connect(&tour, &squall::ui::Tour::finished, &window, [](const QStringList &problems) {
        for (const auto &problem : problems)
            QTextStream(stderr) << problem << '\n';
        QCoreApplication::exit(problems.isEmpty() ? 0 : 1);
    });
    QObject::connect(&studio, &squall::models::Studio::workspaceLoaded, &tour, &squall::ui::Tour::start);
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"squall-studio"_s);
    QApplication::setApplicationVersion(QStringLiteral(SQUALL_VERSION));
    squall::installTranslations(application);
    const auto arguments = readArguments();

    squall::ui::Theme theme(application);
    squall::models::Studio studio;
    squall::ui::MainWindow window(studio, theme);
    if (arguments.size.isValid())
        window.resize(arguments.size);
    window.show();
    if (!arguments.tourFolder.isEmpty())
        return takeTour(window, studio, theme, arguments);
    // The window is on screen before anything is read or connected.
    QTimer::singleShot(0, &window, [&studio, &window, &arguments] {
        studio.openWorkspace(squall::workspace::Workspace::standardFile());
        if (!arguments.url.isEmpty())
            window.openUrl(arguments.url);
    });
    return QApplication::exec();
}
