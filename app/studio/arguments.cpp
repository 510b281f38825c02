#include "app/studio/arguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>
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

/// What is neither a URL nor keywords, and lies on this machine or could.
bool isPath(const QString &word)
{
    return !word.contains(u"://") &&
           (word.startsWith(u'/') || word.startsWith(u'.') || QFileInfo::exists(word));
}

class Parser
{
public:
    Parser()
    {
        m_parser.setApplicationDescription(Text::tr("A database explorer for PostgreSQL."));
        m_parser.addHelpOption();
        m_parser.addVersionOption();
        m_parser.addOptions(
            {m_url, m_tour, m_size, m_render, m_format, m_schema, m_detail, m_theme, m_scale, m_paper});
        m_parser.addPositionalArgument(u"URL"_s, Text::tr("Like --url."), u"[URL]"_s);
        m_parser.addPositionalArgument(
            u"PATH"_s, Text::tr("Open this Drizzle project: its folder or its drizzle.config.ts."),
            u"[PATH]"_s);
    }

    bool asksForRendering(const QStringList &words)
    {
        m_parser.parse(words);
        return m_parser.isSet(m_render) && !m_parser.isSet(u"help"_s) && !m_parser.isSet(u"version"_s);
    }

    Arguments read()
    {
        m_parser.process(*QCoreApplication::instance());
        auto urls = m_parser.values(m_url);
        QStringList projects;
        for (const auto &word : m_parser.positionalArguments())
            (isPath(word) ? projects : urls) << word;
        if (urls.size() > 1)
            refuse(Text::tr("One database at a time: “%1” is one too many.").arg(urls.last()));
        if (projects.size() > 1)
            refuse(Text::tr("One project at a time: “%1” is one too many.").arg(projects.last()));
        if (!projects.isEmpty() && m_parser.isSet(m_render))
            refuse(Text::tr("--render draws a database, not a project."));
        if (m_parser.isSet(m_tour) && urls.isEmpty())
            refuse(Text::tr("--tour needs --url: it does not guess which database it may walk through."));
        return {.url = urls.value(0),
                .project = projects.value(0),
                .tourFolder = m_parser.value(m_tour),
                .size = m_parser.isSet(m_size) ? readSize(m_parser.value(m_size)) : QSize(),
                .rendering = readRendering()};
    }

private:
    std::optional<Rendering> readRendering() const
    {
        if (!m_parser.isSet(m_render)) {
            for (const auto *option : {&m_format, &m_schema, &m_detail, &m_theme, &m_scale, &m_paper}) {
                if (m_parser.isSet(*option))
                    refuse(Text::tr("--%1 belongs to --render.").arg(option->names().first()));
            }
            return {};
        }
        if (m_parser.isSet(m_tour))
            refuse(Text::tr("Either --render or --tour, not both."));
        const auto file = m_parser.value(m_render);
        return Rendering{.file = file,
                         .format = readFormat(file),
                         .schemas = m_parser.values(m_schema),
                         .detail = static_cast<models::DiagramDetail>(choice(m_detail, details)),
                         .scheme = static_cast<ui::Scheme>(choice(m_theme, schemes)),
                         .scale = readScale(),
                         .paper = static_cast<ui::Paper>(choice(m_paper, papers))};
    }

    /// The number of what was chosen.
    int choice(const QCommandLineOption &option, const QStringList &choices) const
    {
        const auto given = m_parser.value(option);
        const auto at = choices.indexOf(given);
        if (at < 0)
            refuse(Text::tr("--%1 cannot be “%2”; it is one of: %3.")
                       .arg(option.names().first(), given, choices.join(u", "_s)));
        return static_cast<int>(at);
    }

    ui::PictureFormat readFormat(const QString &file) const
    {
        if (m_parser.isSet(m_format))
            return static_cast<ui::PictureFormat>(choice(m_format, formats));
        const auto at = formats.indexOf(QFileInfo(file).suffix().toLower());
        if (at < 0)
            refuse(Text::tr("“%1” does not end like a picture; say which it is: --format %2.")
                       .arg(file, formats.join(u'|')));
        return static_cast<ui::PictureFormat>(at);
    }

    std::optional<double> readScale() const
    {
        if (!m_parser.isSet(m_scale))
            return {};
        constexpr double least = 0.01;
        constexpr double most = 16;
        const auto given = m_parser.value(m_scale);
        bool good = false;
        const double scale = given.toDouble(&good);
        if (!good || !(scale >= least && scale <= most))
            refuse(Text::tr("“%1” is no scale; write a number like 2 or 0.5.").arg(given));
        return scale;
    }

    // In the order of what they stand for.
    const QStringList formats{u"svg"_s, u"png"_s, u"pdf"_s};
    const QStringList details{u"names"_s, u"keys"_s, u"columns"_s};
    const QStringList schemes{u"light"_s, u"dark"_s};
    const QStringList papers{u"fit"_s, u"a4"_s, u"a3"_s, u"letter"_s};

    QCommandLineParser m_parser;
    QCommandLineOption m_url{u"url"_s, Text::tr("Open this database."), u"URL"_s};
    QCommandLineOption m_tour{u"tour"_s, Text::tr("Save a picture of every view in this folder, and end."),
                              u"DIR"_s};
    QCommandLineOption m_size{u"size"_s, Text::tr("Size of the window, for example 1024x700."), u"WxH"_s};
    QCommandLineOption m_render{u"render"_s,
                                Text::tr("Write the diagram of the database to this file, and end; - is "
                                         "standard output. Without --url it is that of DATABASE_URL or the "
                                         "PG* variables. No display is needed."),
                                u"FILE"_s};
    QCommandLineOption m_format{u"format"_s, Text::tr("What is rendered; else the file's ending says it."),
                                u"svg|png|pdf"_s};
    QCommandLineOption m_schema{u"schema"_s, Text::tr("Only this schema; may be given several times."),
                                u"NAME"_s};
    QCommandLineOption m_detail{u"detail"_s, Text::tr("What is told of a table."), u"names|keys|columns"_s,
                                u"columns"_s};
    QCommandLineOption m_theme{u"theme"_s, Text::tr("The colours."), u"light|dark"_s, u"light"_s};
    QCommandLineOption m_scale{u"scale"_s, Text::tr("The size, as a multiple of that on screen."), u"N"_s};
    QCommandLineOption m_paper{u"paper"_s,
                               Text::tr("Pages of a PDF: one as large as the diagram, or sheets."),
                               u"fit|a4|a3|letter"_s, u"fit"_s};
};

} // namespace

Arguments readArguments()
{
    return Parser().read();
}

bool asksForRendering(int argc, const char *const *argv)
{
    QStringList words;
    for (int i = 0; i < argc; ++i)
        words << QString::fromLocal8Bit(argv[i]);
    return Parser().asksForRendering(words);
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

void say(const QString &sentence)
{
    QTextStream(stderr) << u"squall-studio: "_s << sentence << '\n';
}

void say(const Error &error)
{
    auto text = error.message;
    for (const auto &more : {error.detail, error.hint}) {
        if (!more.isEmpty())
            text += u"\n  "_s + QString(more).replace(u'\n', u"\n  "_s);
    }
    say(text);
}

} // namespace squall::studio
