#include "app/studio/arguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>
#include <QTextStream>

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace squall::studio {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(main)
};

void say(const QString &sentence)
{
    QTextStream(stderr) << u"squall-studio: "_s << sentence << '\n';
}

[[noreturn]] void refuse(const QString &sentence)
{
    say(sentence);
    std::exit(EXIT_FAILURE);
}

QSize readSize(const QString &text)
{
    static const QRegularExpression form(u"^([1-9][0-9]{0,4})x([1-9][0-9]{0,4})$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        refuse(Text::tr("“%1” is not a size; write it like 1024x700.").arg(text));
    return {match.captured(1).toInt(), match.captured(2).toInt()};
}

} // namespace

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
    parser.addPositionalArgument(u"URL"_s, Text::tr("Like --url."), u"[URL]"_s);
    parser.process(*QCoreApplication::instance());

    auto urls = parser.values(url) + parser.positionalArguments();
    if (urls.size() > 1)
        refuse(Text::tr("One database at a time: “%1” is one too many.").arg(urls.last()));
    if (parser.isSet(tour) && urls.isEmpty())
        refuse(Text::tr("--tour needs --url: it does not guess which database it may walk through."));
    return {.url = urls.value(0),
            .tourFolder = parser.value(tour),
            .size = parser.isSet(size) ? readSize(parser.value(size)) : QSize()};
}

bool hasDisplay(int argc, const char *const *argv)
{
    const auto chosen = [](const char *argument) {
        return std::strcmp(argument, "-platform") == 0 || std::strcmp(argument, "--platform") == 0;
    };
    return std::any_of(argv, argv + argc, chosen) || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") ||
           !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

void sayThereIsNoDisplay()
{
    say(Text::tr("There is no display to show a window on: neither DISPLAY nor WAYLAND_DISPLAY is set."));
}

} // namespace squall::studio
