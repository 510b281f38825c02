// What QueryWork does for the commands that psql users type.
#include "core/sql/excerpt.h"
#include "core/sql/splitstatements.h"
#include "models/query/filecopy.h"
#include "models/query/psqlcatalog.h"
#include "models/query/querywork.h"
#include "models/query/typenames.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::PsqlCommands)
};

constexpr double watchSeconds = 2;
constexpr double shortestWatchSeconds = 0.1;
constexpr int mostIncludes = 500;
constexpr qint64 largestInclude = qint64(16) << 20;

/// What to do instead, of commands that make no sense in a window; empty for those that do.
QString insteadOf(const QString &name)
{
    static const QHash<QString, QString> known = {
        {u"c"_s, Words::tr("Open the other database in the window: Ctrl+Shift+D.")},
        {u"connect"_s, Words::tr("Open the other database in the window: Ctrl+Shift+D.")},
        {u"o"_s, Words::tr("Copy the result, or write it to a file with \\copy (query) to 'file'.")},
        {u"out"_s, Words::tr("Copy the result, or write it to a file with \\copy (query) to 'file'.")},
        {u"w"_s, Words::tr("Save the text with Ctrl+S.")},
        {u"write"_s, Words::tr("Save the text with Ctrl+S.")},
        {u"!"_s, Words::tr("Nothing is run on this machine from here.")},
        {u"cd"_s, Words::tr("Names of files begin in the folder of the saved text; write the whole path.")},
        {u"e"_s, Words::tr("This is an editor already.")},
        {u"edit"_s, Words::tr("This is an editor already.")},
        {u"ef"_s, Words::tr("\\sf shows a function's definition.")},
        {u"ev"_s, Words::tr("\\sv shows a view's definition.")},
        {u"if"_s, Words::tr("Select what is to be run and leave out the rest.")},
        {u"elif"_s, Words::tr("Select what is to be run and leave out the rest.")},
        {u"else"_s, Words::tr("Select what is to be run and leave out the rest.")},
        {u"endif"_s, Words::tr("Select what is to be run and leave out the rest.")},
        {u"password"_s, Words::tr("ALTER ROLE … PASSWORD sets it.")},
        {u"prompt"_s, Words::tr("Write :name where the value goes; it is asked for.")},
        {u"s"_s, Words::tr("What was run before is in the history.")},
        {u"crosstabview"_s, Words::tr("Group with FILTER in the query instead.")},
        {u"setenv"_s, Words::tr("\\set name value makes a value that :name stands for.")},
        {u"getenv"_s, Words::tr("\\set name value makes a value that :name stands for.")},
    };
    return known.value(name);
}

bool isUnderstood(const QString &name)
{
    static const QStringList names = {
        u"copy"_s,    u"conninfo"_s, u"echo"_s, u"qecho"_s, u"g"_s,       u"gx"_s,    u"gdesc"_s,
        u"gexec"_s,   u"gset"_s,     u"i"_s,    u"ir"_s,    u"include"_s, u"pset"_s,  u"include_relative"_s,
        u"q"_s,       u"quit"_s,     u"r"_s,    u"reset"_s, u"set"_s,     u"unset"_s, u"timing"_s,
        u"watch"_s,   u"x"_s,        u"warn"_s, u"t"_s,     u"a"_s,       u"p"_s,     u"print"_s,
        u"encoding"_s};
    return names.contains(name) || PsqlCatalog::isKnown(name);
}

/// A word of an argument, without its quotes.
QStringList argumentList(const QString &text)
{
    static const QRegularExpression argument(u"'((?:[^']|'')*)'|\"((?:[^\"]|\"\")*)\"|(\\S+)"_s);
    QStringList list;
    for (auto match = argument.globalMatch(text); match.hasNext();) {
        const auto found = match.next();
        list << (found.hasCaptured(1)   ? found.captured(1).replace(u"''"_s, u"'"_s)
                 : found.hasCaptured(2) ? found.captured(2)
                                        : found.captured(3));
    }
    return list;
}

Error fileError(const QString &message)
{
    return {.code = Error::Code::File, .message = message};
}

Result<QString> readScript(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(Words::tr("cannot read %1: %2").arg(path, file.errorString()));
    if (file.size() > largestInclude)
        return fileError(Words::tr("%1 is larger than %2 MB.").arg(path).arg(largestInclude >> 20));
    return QString::fromUtf8(file.readAll());
}

QString inFolder(const QString &folder, const QString &name)
{
    if (name == u"~" || name.startsWith(u"~/"))
        return QDir::homePath() + name.mid(1);
    return QDir(folder.isEmpty() ? QDir::homePath() : folder).absoluteFilePath(name);
}

} // namespace

std::optional<Error> QueryWork::refusal(const sql::PsqlCommand &command, QStringView text)
{
    const auto arguments = command.arguments.in(text);
    const bool toFile = (command.name == u"g" || command.name == u"gx") && !arguments.isEmpty();
    if (isUnderstood(command.name) && !toFile)
        return std::nullopt;
    Error error{.code = Error::Code::Usage,
                .message = toFile          ? Words::tr("\\%1 does not write to files here.").arg(command.name)
                           : command.known ? Words::tr("\\%1 is for psql only.").arg(command.name)
                                           : Words::tr("There is no command \\%1.").arg(command.name)};
    error.hint = toFile ? insteadOf(u"o"_s) : insteadOf(command.name);
    return error;
}

std::optional<ScriptFailed> QueryWork::objection() const
{
    for (const auto &step : m_steps) {
        const auto &statement = step.statement;
        auto why = statement.command ? refusal(*statement.command, step.source->text) : std::nullopt;
        if (!statement.command && statement.end == sql::Statement::End::CopyData)
            why = Error{.code = Error::Code::Usage,
                        .message = Words::tr("The statement that begins here does not end.")};
        if (!why)
            continue;
        return ScriptFailed{{.error = *why,
                             .place = spanOf(step, statement.span),
                             .statement = spanOf(step),
                             .excerpt = sql::excerpt(step.source->text, statement.span.start),
                             .file = step.source->file,
                             .notRun = spansLeft()}};
    }
    return std::nullopt;
}

QString QueryWork::argumentsOf(const Step &step) const
{
    return step.statement.command->arguments.in(step.source->text).toString();
}

QueryWork::Stop QueryWork::obey(const Step &step)
{
    const auto &command = *step.statement.command;
    const auto &name = command.name;
    if (const auto why = refusal(command, step.source->text))
        return failAt(step, *why, command.span.start);
    if (name == u"g" || name == u"gx")
        return m_last ? send(*m_last, name == u"gx" || m_session->records) : Stop::Done;
    if (name == u"gexec")
        return runGenerated(step);
    if (name == u"gset")
        return takeValues(step);
    if (name == u"gdesc")
        return describeResult(step);
    if (name == u"watch")
        return watch(step);
    if (name == u"copy")
        return copyFile(step);
    if (name.startsWith(u"i"))
        return include(step);
    if (PsqlCatalog::isKnown(name))
        return describe(step);

    const auto arguments = argumentsOf(step);
    if (name.startsWith(u'q') && name != u"qecho")
        m_steps.clear();
    else if (name == u"x")
        m_session->records = arguments.isEmpty() ? !m_session->records : arguments == u"on";
    else if (name == u"echo" || name == u"qecho" || name == u"warn")
        say(QueryMessage::Kind::Remark, argumentList(arguments).join(u' '));
    else if (name == u"set" || name == u"unset")
        setValue(name == u"set" ? arguments : arguments.section(u' ', 0, 0));
    else if (name == u"conninfo")
        sayConnection();
    else if (name == u"p" || name == u"print")
        say(QueryMessage::Kind::Remark, m_last ? m_last->statement.text(m_last->source->text) : QString());
    else if (name == u"encoding")
        say(QueryMessage::Kind::Remark, Words::tr("Text is UTF-8 here, whatever the database stores."));
    else if (name == u"timing")
        say(QueryMessage::Kind::Remark, Words::tr("Times are always shown."));
    else if (name == u"pset" || name == u"t" || name == u"a")
        say(QueryMessage::Kind::Remark,
            Words::tr("\\%1 is about psql's output; rows are shown in a table here.").arg(name));
    return Stop::Done;
}

void QueryWork::setValue(const QString &arguments)
{
    const auto words = argumentList(arguments);
    auto &named = m_session->values.named;
    if (words.isEmpty()) {
        for (const auto &[name, value] : named)
            say(QueryMessage::Kind::Remark, name + u" = "_s + QString::fromUtf8(value.value_or("NULL")));
        return;
    }
    named.erase(std::remove_if(named.begin(), named.end(),
                               [&](const auto &each) { return each.first == words.front(); }),
                named.end());
    if (words.size() > 1)
        named.emplace_back(words.front(), words.mid(1).join(QString()).toUtf8());
}

void QueryWork::sayConnection()
{
    const auto &options = m_connection->options();
    const auto text = [&](const char *keyword) { return QString::fromUtf8(options.value(keyword)); };
    say(QueryMessage::Kind::Remark,
        Words::tr("Connected to “%1” on %2 as “%3”, server process %4.")
            .arg(text("dbname"), text("host"), text("user"))
            .arg(m_connection->backendPid()),
        u"PostgreSQL "_s + QString::fromLatin1(m_connection->parameterStatus("server_version")));
}

QueryWork::Stop QueryWork::describe(const Step &step)
{
    const auto &name = step.statement.command->name;
    const auto words = argumentsOf(step);
    for (const auto &question : PsqlCatalog::questions(name, words)) {
        auto origin = originOf(step, question.query.text, m_session->records);
        origin.title = question.title;
        m_asksCatalog = true;
        m_hidesEmpty = question.optional;
        const auto stop = stream(step, question.query, origin);
        m_asksCatalog = false;
        m_hidesEmpty = false;
        if (stop != Stop::Done)
            return stop;
    }
    return Stop::Done;
}

QueryWork::Stop QueryWork::include(const Step &step)
{
    const auto names = argumentList(argumentsOf(step));
    if (names.size() != 1)
        return fail(step,
                    {.code = Error::Code::Usage, .message = Words::tr("\\i takes the name of a file.")});
    const auto path = inFolder(step.source->folder, names.front());
    if (m_included >= mostIncludes)
        return fail(step, fileError(Words::tr("More than %1 files are included.").arg(mostIncludes)));
    const auto text = readScript(path);
    if (!text)
        return fail(step, text.error());
    const auto source = std::make_shared<const Source>(
        Source{.text = *text, .file = path, .shown = spanOf(step), .folder = QFileInfo(path).path()});
    std::deque<Step> steps;
    for (const auto &statement : sql::splitStatements(source->text))
        steps.push_back({source, statement});
    m_steps.insert(m_steps.begin(), steps.begin(), steps.end());
    ++m_included;
    return Stop::Done;
}

QueryWork::Stop QueryWork::copyFile(const Step &step)
{
    auto copy = FileCopy::parse(argumentsOf(step));
    if (!copy)
        return fail(step, copy.error());
    copy->path = inFolder(step.source->folder, copy->path);
    if (m_manner.manual && m_connection->transactionStatus() == pg::TransactionStatus::Idle) {
        if (const auto failed = beginTransaction(step))
            return fail(step, *failed);
    }
    began(step, copy->statement);
    m_numbered.reset();
    return finishCopy(m_session->perform(*m_connection, copy->statement,
                                         [&](pg::Connection &connection) { return copy->run(connection); }));
}

/// Each value of the statement's result is run as a statement.
QueryWork::Stop QueryWork::runGenerated(const Step &step)
{
    if (!m_last)
        return Stop::Done;
    const auto rows = fetchLast(step);
    if (!rows)
        return Stop::Failed;
    std::deque<Step> steps;
    for (int row = 0; row < rows->rowCount(); ++row) {
        for (int column = 0; column < rows->columnCount(); ++column) {
            if (!rows->cell(row, column))
                continue;
            const auto source = std::make_shared<const Source>(
                Source{.text = rows->text(row, column), .shown = spanOf(*m_last), .folder = {}});
            for (const auto &statement : sql::splitStatements(source->text))
                steps.push_back({source, statement});
        }
    }
    m_steps.insert(m_steps.begin(), steps.begin(), steps.end());
    return Stop::Done;
}

/// The columns of the one row become values.
QueryWork::Stop QueryWork::takeValues(const Step &step)
{
    if (!m_last)
        return Stop::Done;
    const auto rows = fetchLast(step);
    if (!rows)
        return Stop::Failed;
    if (rows->rowCount() != 1) {
        return fail(
            step,
            {.code = Error::Code::Usage,
             .message = Words::tr("\\gset needs exactly one row; there are %1.").arg(rows->rowCount())});
    }
    auto &named = m_session->values.named;
    for (int column = 0; column < rows->columnCount(); ++column) {
        const auto name = argumentsOf(step) + rows->fields()[static_cast<size_t>(column)].name;
        named.erase(
            std::remove_if(named.begin(), named.end(), [&](const auto &each) { return each.first == name; }),
            named.end());
        if (const auto value = rows->cell(0, column))
            named.emplace_back(name, value->toByteArray());
    }
    return Stop::Done;
}

/// The reply to the last statement as a whole, for use here; without one it has been said why.
std::optional<pg::RowBatch> QueryWork::fetchLast(const Step &step)
{
    const auto numbered = sql::numberParameters(m_last->statement, m_last->source->text, names());
    if (const auto missing = missingValue(numbered)) {
        fail(step, *missing);
        return std::nullopt;
    }
    if (m_manner.manual && m_connection->transactionStatus() == pg::TransactionStatus::Idle) {
        if (const auto failed = beginTransaction(step)) {
            fail(step, *failed);
            return std::nullopt;
        }
    }
    began(*m_last, numbered.text);
    const auto query = queryOf(numbered);
    const auto reply = m_session->perform(
        *m_connection, query.text, [&](pg::Connection &connection) { return connection.fetch(query); });
    if (!reply) {
        fail(*m_last, reply.error(), &numbered);
        return std::nullopt;
    }
    finishStatement(reply->commandTag());
    return *reply;
}

/// The columns that the statement would return, without running it.
QueryWork::Stop QueryWork::describeResult(const Step &step)
{
    if (!m_last)
        return Stop::Done;
    const auto numbered = sql::numberParameters(m_last->statement, m_last->source->text, names());
    began(*m_last, numbered.text);
    const auto fields = m_connection->inspect(numbered.text);
    if (!fields)
        return fail(*m_last, fields.error(), &numbered);
    pg::RowBatchBuilder rows({{.name = u"Column"_s, .type = 25}, {.name = u"Type"_s, .type = 25}});
    const auto types = readTypeNames(*m_connection, fields->columns);
    for (size_t column = 0; column < fields->columns.size(); ++column) {
        rows.addCell(fields->columns[column].name.toUtf8());
        rows.addCell(types ? (*types)[column].name.toUtf8()
                           : QByteArray::number(fields->columns[column].type));
    }
    m_origin = originOf(step, numbered.text, false);
    return consume(rows.take({}, true));
}

/// Sends the statement again and again; its rows take the place of those before.
QueryWork::Stop QueryWork::watch(const Step &step)
{
    if (!m_last)
        return Stop::Done;
    static const QRegularExpression seconds(u"^(?:i(?:nterval)?=)?([0-9.]+)$"_s);
    const auto words = argumentList(argumentsOf(step));
    double pause = watchSeconds;
    if (!words.isEmpty()) {
        const auto match = seconds.match(words.front());
        if (!match.hasMatch() || words.size() > 1)
            return fail(step, {.code = Error::Code::Usage,
                               .message = Words::tr("\\watch takes the seconds between two runs.")});
        pause = std::max(shortestWatchSeconds, match.captured(1).toDouble());
    }
    const auto stop = send(*m_last, m_session->records);
    if (stop == Stop::Failed)
        return stop;
    if (stop == Stop::Paused) {
        m_session->stop(*m_connection);
        (*m_tell)(ResultEnded{.elapsed = elapsed(),
                              .because = Words::tr("\\watch shows what is read ahead of a long result.")});
        m_origin.reset();
    }
    m_watched = true;
    m_steps.push_front(step);
    m_againMs = static_cast<int>(pause * 1000);
    return Stop::Again;
}

} // namespace squall::models
