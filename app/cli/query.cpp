#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/interruption.h"
#include "app/cli/output.h"
#include "app/cli/password.h"
#include "core/pg/connection.h"
#include "core/transfer/script.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>
#include <memory>

#include <unistd.h>

namespace squall::cli {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::cli)
};

constexpr qsizetype pieceBytes = 64 << 10;

Error usage(const QString &message)
{
    return {.code = Error::Code::Usage,
            .message = message,
            .hint = Text::tr("See 'squall %1 --help'.").arg(u"query"_s)};
}

Result<QString> readAll(const QString &name)
{
    QFile file(name);
    const bool good = name == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!good)
        return Error{.code = Error::Code::File,
                     .message = Text::tr("cannot read %1: %2").arg(name, file.errorString())};
    return QString::fromUtf8(file.readAll());
}

/// From the command line, from a file, or from standard input when somebody sends something there.
Result<QString> scriptOf(const Arguments &arguments)
{
    const auto word = arguments.word();
    const auto file = arguments.value(u"f"_s);
    if (word && !file.isEmpty())
        return usage(Text::tr("Either SQL or a file, not both."));
    if (word)
        return *word;
    if (file.isEmpty() && isTerminal(STDIN_FILENO))
        return usage(Text::tr("What is to be run? Give SQL, a file with -f, or SQL on standard input."));
    return readAll(file.isEmpty() ? u"-"_s : file);
}

Result<transfer::ScriptOptions> optionsOf(const Arguments &arguments)
{
    static const QHash<QString, transfer::RowFormat> formats = {
        {u"aligned"_s, transfer::RowFormat::Aligned},   {u"csv"_s, transfer::RowFormat::Csv},
        {u"json"_s, transfer::RowFormat::Json},         {u"jsonl"_s, transfer::RowFormat::JsonLines},
        {u"markdown"_s, transfer::RowFormat::Markdown},
    };
    transfer::ScriptOptions options{.format = formats.value(arguments.value(u"format"_s))};
    if (arguments.isSet(u"x"_s) && options.format == transfer::RowFormat::Aligned)
        options.format = transfer::RowFormat::Records;
    for (const auto &value : arguments.values(u"param"_s))
        options.numbered.push_back(value.toUtf8());
    for (const auto &pair : arguments.values(u"set"_s)) {
        const auto equals = pair.indexOf(u'=');
        if (equals <= 0)
            return usage(Text::tr("--set takes NAME=VALUE, not '%1'.").arg(pair));
        options.named.emplace_back(pair.left(equals), pair.mid(equals + 1).toUtf8());
    }
    return options;
}

/// The rows for a COPY FROM STDIN, unless standard input was the script.
Result<QByteArray> readInput()
{
    QByteArray piece(pieceBytes, Qt::Uninitialized);
    const auto read = ::read(STDIN_FILENO, piece.data(), static_cast<size_t>(piece.size()));
    if (read < 0)
        return Error{.code = Error::Code::File, .message = Text::tr("cannot read standard input")};
    piece.truncate(read);
    return piece;
}

void addOptions(Arguments &arguments)
{
    arguments.addWord(u"SQL"_s, Text::tr("One or more statements."));
    arguments.addDatabase();
    arguments.add(u"f"_s, u"FILE"_s, Text::tr("Run the statements in this file; - is standard input."));
    arguments.add(u"format"_s, u"aligned|csv|json|jsonl|markdown"_s, Text::tr("How rows are written."),
                  u"aligned"_s);
    arguments.addSwitch(u"x"_s, Text::tr("One line for each field, as after \\x."));
    arguments.add(u"param"_s, u"VALUE"_s, Text::tr("The value of $1; given again, of $2, and so on."));
    arguments.add(u"set"_s, u"NAME=VALUE"_s, Text::tr("The value of :NAME."));
    arguments.addOutputFile();
}

Result<Done> run(const Arguments &arguments)
{
    const auto script = scriptOf(arguments);
    if (!script)
        return script.error();
    auto options = optionsOf(arguments);
    if (!options)
        return options.error();
    if (arguments.word() || (arguments.isSet(u"f"_s) && arguments.value(u"f"_s) != u"-"))
        options->input = readInput;
    auto database = pg::chooseDatabase(arguments.value(u"url"_s));
    if (!database)
        return database.error();
    watchSignals();
    std::unique_ptr<pg::Connection> connection;
    const auto opened = withPassword<Done>(*database, [&] {
        connection = std::make_unique<pg::Connection>(*database);
        const Interruption interruption(connection->interrupt());
        return connection->open();
    });
    if (!opened)
        return opened.error();
    const Interruption interruption(connection->interrupt());
    connection->onNotice(
        [](const Error &notice) { std::fputs(qUtf8Printable(notice.message + u'\n'), stderr); });
    return writeResult(arguments.value(u"o"_s), [&](const Write &piece) {
        return transfer::runScript(*connection, *script, *options, piece);
    });
}

} // namespace

int query(const QStringList &given)
{
    const QString command = u"query"_s;
    Arguments arguments(command, Text::tr("Runs SQL and prints what comes back."));
    addOptions(arguments);
    if (const auto exit = arguments.parse(given))
        return *exit;
    if (!arguments.oneOf(u"format"_s, {u"aligned"_s, u"csv"_s, u"json"_s, u"jsonl"_s, u"markdown"_s}))
        return Failed;
    if (const auto done = run(arguments); !done) {
        printFailure(command, done.error());
        return exitCodeOf(done.error());
    }
    return Ok;
}

} // namespace squall::cli
