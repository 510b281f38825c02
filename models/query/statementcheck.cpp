#include "models/query/statementcheck.h"

#include "core/pg/connection.h"
#include "core/sql/lint/lint.h"
#include "core/sql/parameters.h"
#include "core/sql/parse.h"
#include "core/sql/tokenize.h"
#include "core/sql/utf8offsets.h"

#include <algorithm>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

/// How many neighbours of the statement at the caret the server is asked about.
constexpr qsizetype neighbours = 3;
/// Beyond that the server's answer is not worth the wait.
constexpr std::chrono::milliseconds serverPatience{2000};
/// Whoever holds a lock that parsing needs is not disturbed for longer than that.
constexpr std::chrono::milliseconds lockPatience{200};
/// What is longer was generated; its syntax is looked at, and no more.
constexpr qsizetype longestRead = 200'000;

sql::Marks moved(sql::Marks marks, qsizetype by)
{
    for (auto &mark : marks)
        mark.span.start += by;
    return marks;
}

/// What is sent, and the way back into the script.
class Sendable
{
public:
    Sendable(const sql::Statement &statement, QStringView script)
        : m_start(statement.span.start)
        , m_numbered(sql::numberParameters(statement, script, sql::parametersUsed(statement, script).names))
    {
    }

    const QString &text() const { return m_numbered.text; }
    bool hasParameters() const { return m_numbered.numbered > 0 || !m_numbered.names.isEmpty(); }

    /// A place in what is sent, counted from the statement's start in the script.
    sql::Span inStatement(const sql::Span &span) const
    {
        if (span.length <= 0)
            return {};
        const auto start = unit(span.start);
        return {start - m_start, unit(span.end() - 1) + 1 - start};
    }

    sql::Marks inStatement(sql::Marks marks) const
    {
        for (auto &mark : marks)
            mark.span = inStatement(mark.span);
        return marks;
    }

    /// The token at a position of an error, in characters from 1; without one, where the statement begins.
    sql::Span tokenAt(int position) const
    {
        sql::Span last;
        for (const auto &token : sql::tokenize(text())) {
            if (!token.isSignificant())
                continue;
            last = {token.start, token.length};
            if (position <= 0 || sql::charactersBefore(text(), token.end()) >= position)
                break;
        }
        return inStatement(last);
    }

private:
    qsizetype unit(qsizetype sent) const
    {
        return m_numbered.unitOf(static_cast<int>(sql::charactersBefore(text(), sent)) + 1);
    }

    qsizetype m_start;
    sql::NumberedStatement m_numbered;
};

CheckMemory::Found checkLocally(const CheckedStatement &checked, QStringView script,
                                const sql::CompletionCatalog *catalog, const QSet<QString> &made)
{
    const Sendable sendable(checked.statement, script);
    CheckMemory::Found found;
    const auto syntax = sql::checkSyntax(sendable.text());
    if (!syntax) {
        found.syntax.push_back(
            {sendable.tokenAt(syntax.error().position), sql::Mark::Severity::Error, syntax.error().message});
    } else if (checked.source.size() <= longestRead) {
        found.lint = sendable.inStatement(sql::lint(sendable.text(), catalog, made));
    }
    return found;
}

bool isDefining(const sql::Statement &statement)
{
    return statement.kind == sql::Statement::Kind::Ddl || statement.kind == sql::Statement::Kind::Session;
}

std::pair<size_t, size_t> around(const std::vector<CheckedStatement> &statements, qsizetype caret,
                                 qsizetype reach)
{
    const auto at =
        std::partition_point(statements.begin(), statements.end(),
                             [&](const CheckedStatement &each) { return each.statement.span.end() < caret; });
    const auto index = at - statements.begin();
    const auto count = static_cast<std::ptrdiff_t>(statements.size());
    return {static_cast<size_t>(std::max<std::ptrdiff_t>(0, index - reach)),
            static_cast<size_t>(std::min<std::ptrdiff_t>(count, index + reach + 1))};
}

bool isPreparable(const CheckedStatement &each)
{
    static const QSet<QString> words{u"select"_s, u"with"_s,   u"values"_s, u"table"_s,
                                     u"insert"_s, u"update"_s, u"delete"_s, u"merge"_s};
    if (each.statement.command || !each.statement.complete || each.statement.several ||
        each.source.size() > longestRead)
        return false;
    for (const auto &token : sql::tokenize(each.source)) {
        if (!token.isSignificant() || token.in(each.source) == u"(")
            continue;
        return words.contains(token.in(each.source).toString().toLower());
    }
    return false;
}

/// What is missing may be made by what was not run yet.
bool isAboutNames(const sql::Mark &mark)
{
    return mark.rule.startsWith(u"unknown-"_s) || mark.rule.startsWith(u"server-undefined"_s);
}

QString ruleOf(const Error &error)
{
    static const QSet<QString> undefined{u"42P01"_s, u"42703"_s, u"42883"_s, u"42704"_s, u"3F000"_s};
    return undefined.contains(error.sqlState) ? u"server-undefined"_s : u"server"_s;
}

/// A parameter has no type yet, and then some calls have no meaning yet.
bool isOfParameters(const Error &error, bool hasParameters)
{
    return error.sqlState == u"42P18" || (hasParameters && error.sqlState == u"42725");
}

/// Whether an error is about what the statement says, and not about the moment.
bool isAboutStatement(const Error &error)
{
    return error.code == Error::Code::Server &&
           (error.sqlState.startsWith(u"42") || error.sqlState.startsWith(u"22") ||
            error.sqlState.startsWith(u"3F"));
}

/// What may still be written behind a statement.
bool isAboutWhatIsMissing(const sql::Mark &mark)
{
    static const QSet<QString> rules{u"update-without-where"_s, u"delete-without-where"_s, u"cross-join"_s,
                                     u"join-links-nothing"_s, u"distinct-on-without-order"_s};
    return isAboutNames(mark) || mark.rule.isEmpty() || mark.rule == u"server" || rules.contains(mark.rule);
}

} // namespace

CheckedScript checkScript(const QString &text, qsizetype caret, const sql::CompletionCatalog *catalog,
                          CheckMemory &memory)
{
    CheckedScript script{.text = text};
    for (auto &statement : sql::splitStatements(text)) {
        if (statement.kind == sql::Statement::Kind::Empty || statement.command)
            continue;
        auto source = statement.span.in(text).toString();
        script.statements.push_back({std::move(statement), std::move(source)});
    }
    std::stable_sort(script.statements.begin(), script.statements.end(),
                     [](const auto &one, const auto &other) {
                         return one.statement.span.start < other.statement.span.start;
                     });
    const auto [first, last] = around(script.statements, caret, checkedAround);
    QSet<QString> made;
    for (size_t i = 0; i < last; ++i) {
        if (!isDefining(script.statements[i].statement) &&
            !script.statements[i].source.contains(u"into", Qt::CaseInsensitive))
            continue;
        script.defines = script.defines || isDefining(script.statements[i].statement);
        made.unite(sql::relationsMadeBy(script.statements[i].statement.text(text)));
    }
    if (made != memory.made) {
        memory.local.clear();
        memory.made = made;
    }
    QHash<QString, CheckMemory::Found> kept;
    for (auto i = first; i < last; ++i) {
        auto &each = script.statements[i];
        const auto known = memory.local.constFind(each.source);
        const auto found =
            known != memory.local.constEnd() ? *known : checkLocally(each, text, catalog, made);
        kept.insert(each.source, found);
        each.syntax = moved(found.syntax, each.statement.span.start);
        each.lint = moved(found.lint, each.statement.span.start);
        const auto judged = memory.server.constFind(each.source);
        each.asked = judged != memory.server.constEnd();
        if (each.asked)
            each.server = moved(*judged, each.statement.span.start);
    }
    memory.local = std::move(kept);
    return script;
}

std::vector<size_t> toAskAbout(const CheckedScript &script, qsizetype caret)
{
    const auto [first, last] = around(script.statements, caret, neighbours);
    std::vector<size_t> found;
    for (auto i = first; i < last; ++i) {
        if (!script.statements[i].asked && isPreparable(script.statements[i]))
            found.push_back(i);
    }
    const auto distance = [&](size_t index) {
        const auto &span = script.statements[index].statement.span;
        return caret < span.start ? span.start - caret : std::max<qsizetype>(0, caret - span.end());
    };
    std::stable_sort(found.begin(), found.end(),
                     [&](size_t one, size_t other) { return distance(one) < distance(other); });
    return found;
}

Result<std::optional<sql::Marks>> askServer(pg::Connection &connection, const CheckedStatement &statement,
                                            const QString &script)
{
    const Sendable sendable(statement.statement, script);
    const auto prefix = u"PREPARE squall_check AS "_s;
    const auto milliseconds = [](std::chrono::milliseconds time) { return QString::number(time.count()); };
    // What was prepared outlives a transaction, so it goes at once; the server takes one statement at a time.
    const auto done =
        connection.pipeline({{u"BEGIN READ ONLY"_s},
                             {u"SET LOCAL statement_timeout = "_s + milliseconds(serverPatience)},
                             {u"SET LOCAL lock_timeout = "_s + milliseconds(lockPatience)},
                             {prefix + sendable.text()},
                             {u"DEALLOCATE squall_check"_s},
                             {u"ROLLBACK"_s}},
                            [](size_t, const pg::RowBatch &) -> Result<Done> { return Done{}; });
    if (done)
        return std::optional(sql::Marks());
    const auto &error = done.error();
    if (error.code != Error::Code::Server && error.code != Error::Code::Timeout)
        return error;
    if (isOfParameters(error, sendable.hasParameters()))
        return std::optional(sql::Marks());
    if (!isAboutStatement(error))
        return std::optional<sql::Marks>();
    const auto position = error.position > 0 ? error.position - static_cast<int>(prefix.size()) : 0;
    auto explanation = QStringList{error.detail, error.hint};
    explanation.removeAll(QString());
    const sql::Mark mark{sendable.tokenAt(position), sql::Mark::Severity::Error, error.message,
                         explanation.join(u'\n'), ruleOf(error)};
    return std::optional(sql::Marks{mark});
}

sql::Marks marksToShow(const CheckedScript &script, qsizetype caret, bool namesAreCertain)
{
    sql::Marks shown;
    for (const auto &each : script.statements) {
        const auto &span = each.statement.span;
        const bool here = caret >= span.start && caret <= span.end();
        const bool open = each.statement.end == sql::Statement::End::Text &&
                          QStringView(script.text).mid(span.end()).trimmed().isEmpty() && caret >= span.end();
        const auto add = [&](const sql::Marks &marks) {
            for (const auto &mark : marks) {
                const bool written = here && caret >= mark.span.start && caret <= mark.span.end();
                const bool names = isAboutNames(mark);
                const bool uncertain =
                    names && (!namesAreCertain || (script.defines && mark.rule.startsWith(u"server")));
                // At the end there is more to come: the alias, the clause, the closing bracket.
                const bool unfinished = open && isAboutWhatIsMissing(mark);
                if (!uncertain && !(written && mark.severity == sql::Mark::Severity::Error) && !unfinished)
                    shown.push_back(mark);
            }
        };
        // The server's word counts: of names, and of syntax that only it knows.
        const bool judgedFine = each.asked && each.server.empty();
        if (!each.asked || !each.server.empty())
            add(each.asked ? each.server : each.syntax);
        for (const auto &mark : each.lint) {
            const bool server = isAboutNames(mark) || mark.rule == u"ambiguous-column";
            if (!server || (!judgedFine && each.server.empty()))
                add({mark});
        }
    }
    return shown;
}

} // namespace squall::models
