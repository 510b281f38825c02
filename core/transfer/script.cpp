#include "core/transfer/script.h"

#include "core/sql/excerpt.h"
#include "core/sql/parameters.h"
#include "core/sql/splitstatements.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <optional>

namespace squall::transfer {

using namespace Qt::StringLiterals;
using sql::Statement;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::transfer::Script)
};

class Script
{
public:
    Script(pg::Connection &connection, QStringView text, const ScriptOptions &options,
           const RowStream::Sink &sink)
        : m_connection(connection)
        , m_text(text)
        , m_options(options)
        , m_sink(sink)
        , m_statements(sql::splitStatements(text))
    {
        for (const auto &[name, value] : options.named)
            m_names << name;
    }

    Result<Done> run();

private:
    std::optional<Error> objection() const;
    std::optional<Error> objection(const Statement &statement) const;
    std::optional<Error> objection(const sql::PsqlCommand &command) const;
    std::optional<Error> unusedParameter() const;
    Error refused(const QString &message, qsizetype unit) const;

    void obey(const sql::PsqlCommand &command);
    Result<Done> send(const Statement &statement, bool asRecord);
    Result<Done> answer(const Statement &statement, const sql::NumberedStatement &numbered, bool asRecord);
    Result<Done> stream(const Query &query, bool asRecord);
    Result<Done> copyIn(const Statement &statement, const Query &query);
    void show(const pg::RowBatch &first, std::optional<RowStream> &rows, bool asRecord);
    Error located(Error error, const sql::NumberedStatement &numbered) const;

    pg::Connection &m_connection;
    QStringView m_text;
    const ScriptOptions &m_options;
    const RowStream::Sink &m_sink;
    std::vector<Statement> m_statements;
    QStringList m_names;
    bool m_records = false; ///< `\x`
    bool m_shown = false;   ///< a result stands above
};

Error Script::refused(const QString &message, qsizetype unit) const
{
    return {.code = Error::Code::Usage, .message = message, .detail = sql::excerpt(m_text, unit)};
}

std::optional<Error> Script::objection() const
{
    for (const auto &statement : m_statements) {
        const auto why = statement.command ? objection(*statement.command) : objection(statement);
        if (why)
            return why;
    }
    return unusedParameter();
}

std::optional<Error> Script::objection(const Statement &statement) const
{
    if (statement.end == Statement::End::Discard)
        return std::nullopt;
    if (!statement.complete || statement.end == Statement::End::CopyData)
        return refused(Words::tr("The statement that begins here does not end."), statement.span.start);
    const auto numbered = sql::numberParameters(statement, m_text, m_names);
    if (static_cast<size_t>(numbered.numbered) > m_options.numbered.size())
        return refused(Words::tr("This statement has a parameter $%1, and there is no value for it.")
                           .arg(numbered.numbered),
                       statement.span.start);
    return std::nullopt;
}

std::optional<Error> Script::objection(const sql::PsqlCommand &command) const
{
    static const QStringList bare = {u"g"_s, u"gx"_s, u"r"_s, u"reset"_s, u"q"_s, u"quit"_s};
    static const QStringList switches = {u""_s, u"on"_s, u"off"_s};
    const auto arguments = command.arguments.in(m_text).toString();
    if ((bare.contains(command.name) && arguments.isEmpty()) ||
        (command.name == u"x" && switches.contains(arguments)))
        return std::nullopt;
    auto error =
        refused(command.known ? Words::tr("\\%1 as it stands here is for psql only.").arg(command.name)
                              : Words::tr("There is no command \\%1.").arg(command.name),
                command.span.start);
    error.hint = Words::tr("Understood are \\g, \\gx, \\x, \\r and \\q.");
    return error;
}

/// A value that goes nowhere is more likely a slip than a wish.
std::optional<Error> Script::unusedParameter() const
{
    int highest = 0;
    QStringList used;
    for (const auto &statement : m_statements) {
        if (statement.command)
            continue;
        const auto numbered = sql::numberParameters(statement, m_text, m_names);
        highest = std::max(highest, numbered.numbered);
        used += numbered.names;
    }
    const auto usage = [](const QString &message) {
        return Error{.code = Error::Code::Usage, .message = message};
    };
    if (static_cast<size_t>(highest) < m_options.numbered.size())
        return usage(Words::tr("There is a value for $%1, and no statement has it.").arg(highest + 1));
    for (const auto &name : m_names) {
        if (!used.contains(name))
            return usage(Words::tr("There is a value for :%1, and no statement has it.").arg(name));
    }
    return std::nullopt;
}

Result<Done> Script::run()
{
    if (const auto why = objection())
        return *why;
    const Statement *last = nullptr;
    for (const auto &statement : m_statements) {
        bool sends = statement.end == Statement::End::Semicolon || statement.end == Statement::End::Text;
        bool asRecord = false;
        if (const auto &command = statement.command) {
            if (command->name.startsWith(u'q'))
                break;
            obey(*command);
            // The statement before it, or without one the last that ran once more.
            sends = command->effect == sql::PsqlCommand::Effect::Sends;
            asRecord = command->name == u"gx";
        } else if (statement.kind == Statement::Kind::Empty || statement.end == Statement::End::Discard) {
            continue;
        } else {
            last = &statement;
        }
        if (!sends || !last)
            continue;
        if (const auto done = send(*last, asRecord); !done)
            return done;
    }
    return Done{};
}

void Script::obey(const sql::PsqlCommand &command)
{
    if (command.name != u"x")
        return;
    const auto wish = command.arguments.in(m_text);
    m_records = wish.isEmpty() ? !m_records : wish == u"on";
}

Result<Done> Script::send(const Statement &statement, bool asRecord)
{
    const auto numbered = sql::numberParameters(statement, m_text, m_names);
    const auto done = answer(statement, numbered, asRecord);
    return done ? done : Result<Done>(located(done.error(), numbered));
}

Result<Done> Script::answer(const Statement &statement, const sql::NumberedStatement &numbered, bool asRecord)
{
    Query query{numbered.text, {}};
    for (int number = 0; number < numbered.numbered; ++number)
        query.parameters.emplace_back(m_options.numbered[static_cast<size_t>(number)]);
    for (const auto &name : numbered.names)
        query.parameters.emplace_back(m_options.named[static_cast<size_t>(m_names.indexOf(name))].second);

    if (statement.several) {
        const auto reply = m_connection.runScript(query.text);
        if (!reply)
            return reply.error();
        std::optional<RowStream> rows;
        show(*reply, rows, asRecord);
        if (rows)
            rows->finish();
        return Done{};
    }
    if (statement.kind == Statement::Kind::CopyIn)
        return copyIn(statement, query);
    if (statement.kind == Statement::Kind::CopyOut) {
        const auto copied = m_connection.copyOut(query, [this](QByteArrayView piece) -> Result<Done> {
            m_sink(piece.toByteArray());
            return Done{};
        });
        return copied ? Result<Done>(Done{}) : copied.error();
    }
    return stream(query, asRecord);
}

Result<Done> Script::stream(const Query &query, bool asRecord)
{
    std::optional<RowStream> rows;
    auto batch = m_connection.start(query);
    for (;;) {
        if (!batch)
            return batch.error();
        show(*batch, rows, asRecord);
        if (batch->isLast())
            break;
        batch = m_connection.more();
    }
    if (rows)
        rows->finish();
    return Done{};
}

/// The first batch begins the table; what has no columns only reports what it did.
void Script::show(const pg::RowBatch &batch, std::optional<RowStream> &rows, bool asRecord)
{
    const bool forPeople = m_options.format == RowFormat::Aligned || m_options.format == RowFormat::Records;
    if (batch.fields().empty()) {
        if (forPeople && !batch.commandTag().isEmpty())
            m_sink(batch.commandTag() + '\n');
        m_shown = true;
        return;
    }
    if (!rows) {
        if (m_shown && (forPeople || m_options.format == RowFormat::Markdown))
            m_sink("\n");
        m_shown = true;
        const bool records = m_options.format == RowFormat::Records || asRecord || m_records;
        const auto format = !forPeople ? m_options.format : records ? RowFormat::Records : RowFormat::Aligned;
        rows.emplace(format, batch.fields(), m_sink);
    }
    rows->add(batch);
}

Result<Done> Script::copyIn(const Statement &statement, const Query &query)
{
    const bool inScript = statement.data && (statement.data->length > 0 || statement.dataEnds);
    QByteArray data = inScript ? statement.data->in(m_text).toUtf8() : QByteArray();
    const auto source = [&]() -> Result<QByteArray> {
        if (inScript)
            return std::exchange(data, {});
        return m_options.input ? m_options.input() : Result<QByteArray>(QByteArray());
    };
    const auto copied = m_connection.copyIn(query, source);
    if (!copied)
        return copied.error();
    if (m_options.format == RowFormat::Aligned || m_options.format == RowFormat::Records)
        m_sink("COPY " + QByteArray::number(*copied) + '\n');
    return Done{};
}

Error Script::located(Error error, const sql::NumberedStatement &numbered) const
{
    if (error.position <= 0)
        return error;
    const auto place = sql::excerpt(m_text, numbered.unitOf(error.position));
    error.detail = error.detail.isEmpty() ? place : place + u'\n' + error.detail;
    return error;
}

} // namespace

Result<Done> runScript(pg::Connection &connection, QStringView script, const ScriptOptions &options,
                       const RowStream::Sink &sink)
{
    return Script(connection, script, options, sink).run();
}

} // namespace squall::transfer
