#include "core/sql/splitstatements.h"

#include "core/sql/statementkind.h"
#include "core/sql/tokenize.h"

#include <algorithm>
#include <utility>

namespace squall::sql {

namespace {

/// The words by which psql knows a function's definition.
bool definesRoutine(const std::vector<LeadingWord> &words)
{
    const auto is = [&](size_t at, QStringView word) { return at < words.size() && words[at].is(word); };
    const size_t kind = is(1, u"or") && is(2, u"replace") ? 3 : 1;
    return is(0, u"create") && (is(kind, u"function") || is(kind, u"procedure"));
}

/// Walks through a script once.
class Splitter
{
public:
    explicit Splitter(QStringView script)
        : m_script(script)
        , m_tokens(script)
    {
    }

    std::vector<Statement> statements();

private:
    /// The statement at hand.
    struct Open
    {
        Statement statement = {};
        bool begun = false;
        bool significant = false; ///< more than comments and semicolons
        bool quotesClosed = true;
        int parentheses = 0;
        int body = 0; ///< BEGIN ATOMIC, and CASE inside
        std::vector<LeadingWord> words = {};
        Statement::Kind kind = Statement::Kind::Empty; ///< of what stands before a `\;`
        QStringView before = {};
        QStringView beforeThat = {};
    };

    void take(const Token &token);
    void takeWord(QStringView word);
    void takePunctuation(QStringView sign);
    bool takeBackslash(const Token &token);
    void takeCommand(PsqlCommand command);
    void extendTo(qsizetype end);
    void closePart();
    void finish(Statement::End end);
    void awaitData(qsizetype from);
    void readData();

    QStringView m_script;
    Tokenizer m_tokens;
    Open m_open;
    std::vector<Statement> m_statements;
    /// Rows are read once the line with their COPY is over.
    qsizetype m_lineEnd = -1;
    std::vector<size_t> m_waiting;
};

std::vector<Statement> Splitter::statements()
{
    for (;;) {
        if (m_tokens.atEnd() && !m_waiting.empty()) {
            finish(Statement::End::CopyData);
            readData();
        } else if (m_tokens.atEnd()) {
            break;
        } else {
            take(m_tokens.next());
        }
    }
    finish(Statement::End::Text);
    return std::move(m_statements);
}

void Splitter::take(const Token &token)
{
    const auto text = token.in(m_script);
    const bool inSlashes = token.type == Token::Type::Comment && text.front() == u'/';
    if (!token.isSignificant() && !inSlashes)
        return;
    if (token.type == Token::Type::Other && text.front() == u'\\' && takeBackslash(token))
        return;
    if (!m_open.begun)
        m_open.statement.span = {token.start, 0};
    m_open.begun = true;
    extendTo(token.end());
    m_open.quotesClosed &= token.finished;
    if (inSlashes)
        return;
    if (token.type == Token::Type::Word)
        takeWord(text);
    m_open.significant |= text != u";";
    m_open.beforeThat = std::exchange(m_open.before, text);
    if (token.type == Token::Type::Punctuation)
        takePunctuation(text);
}

void Splitter::takeWord(QStringView word)
{
    const LeadingWord lead{word, m_open.parentheses, m_open.before, m_open.beforeThat};
    const bool explained = !m_open.words.empty() && m_open.words.front().is(u"explain");
    if (m_open.words.empty() || lead.depth == 0 ||
        (lead.depth == 1 && (lead.before == u"(" || (explained && lead.before == u","))))
        m_open.words.push_back(lead);
    if (lead.depth > 0 || lead.before == u"." || lead.follows(u"as"))
        return;
    if (m_open.body == 0) {
        if (lead.is(u"atomic") && lead.follows(u"begin") && definesRoutine(m_open.words))
            m_open.body = 1;
    } else if (lead.is(u"case")) {
        ++m_open.body;
    } else if (lead.is(u"end")) {
        --m_open.body;
    }
}

void Splitter::takePunctuation(QStringView sign)
{
    if (sign == u"(") {
        ++m_open.parentheses;
    } else if (sign == u")") {
        m_open.parentheses = std::max(0, m_open.parentheses - 1);
    } else if (sign == u";" && m_open.parentheses == 0 && m_open.body == 0) {
        closePart();
        finish(Statement::End::Semicolon);
    }
}

/// `\;` and `\:` stand for the sign itself, which then ends nothing.
bool Splitter::takeBackslash(const Token &token)
{
    const auto sign = m_script.mid(token.end(), 1);
    if (sign != u";" && sign != u":") {
        takeCommand(readPsqlCommand(m_script, token.start));
        return true;
    }
    if (!m_open.begun)
        m_open.statement.span = {token.end(), 0};
    else
        m_open.statement.gaps.push_back({token.start, token.length});
    m_open.begun = true;
    extendTo(token.end() + 1);
    m_tokens = Tokenizer(m_script.first(m_lineEnd < 0 ? m_script.size() : m_lineEnd), token.end() + 1);
    if (sign == u";") {
        m_open.statement.several = true;
        closePart();
    } else {
        m_open.significant = true;
    }
    return true;
}

void Splitter::takeCommand(PsqlCommand command)
{
    m_tokens = Tokenizer(m_script.first(m_lineEnd < 0 ? m_script.size() : m_lineEnd), command.next);
    if (command.effect == PsqlCommand::Effect::Sends)
        finish(Statement::End::Command);
    else if (command.effect == PsqlCommand::Effect::Discards)
        finish(Statement::End::Discard);
    else if (m_open.begun)
        m_open.statement.gaps.push_back({command.span.start, command.next - command.span.start});
    const bool readsData = command.readsData;
    const auto end = command.span.end();
    m_statements.push_back({.kind = Statement::Kind::Command,
                            .end = Statement::End::Command,
                            .span = command.span,
                            .command = std::move(command)});
    if (readsData)
        awaitData(end);
}

void Splitter::extendTo(qsizetype end)
{
    m_open.statement.span.length = end - m_open.statement.span.start;
}

/// Of several parts the one that does most names the kind.
void Splitter::closePart()
{
    if (m_open.significant)
        m_open.kind = std::max(m_open.kind, statementKind(m_open.words));
    m_open.significant = false;
    m_open.words.clear();
    m_open.before = {};
    m_open.beforeThat = {};
}

void Splitter::finish(Statement::End end)
{
    closePart();
    auto open = std::exchange(m_open, {});
    if (!open.begun)
        return;
    auto statement = std::move(open.statement);
    statement.kind = open.kind;
    statement.end = end;
    statement.complete = open.quotesClosed && open.parentheses == 0 && open.body == 0;
    // A command after the last word is not in between.
    std::erase_if(statement.gaps, [&](const Span &gap) { return gap.start >= statement.span.end(); });
    m_statements.push_back(std::move(statement));
    const auto &last = m_statements.back();
    if (last.kind == Statement::Kind::CopyIn &&
        (end == Statement::End::Semicolon || end == Statement::End::Command))
        awaitData(last.span.end());
}

/// What else stands on the line comes first.
void Splitter::awaitData(qsizetype from)
{
    m_waiting.push_back(m_statements.size() - 1);
    if (m_lineEnd >= 0)
        return;
    const auto newline = m_script.indexOf(u'\n', from);
    m_lineEnd = newline < 0 ? m_script.size() : newline + 1;
    m_tokens = Tokenizer(m_script.first(m_lineEnd), std::max(from, m_tokens.position()));
}

void Splitter::readData()
{
    auto at = m_lineEnd;
    for (const auto index : m_waiting) {
        auto &statement = m_statements[index];
        const auto start = at;
        bool ended = false;
        while (!ended && at < m_script.size()) {
            const auto newline = m_script.indexOf(u'\n', at);
            const auto next = newline < 0 ? m_script.size() : newline + 1;
            auto line = m_script.mid(at, next - at);
            while (line.endsWith(u'\n') || line.endsWith(u'\r'))
                line.chop(1);
            ended = line == u"\\.";
            statement.data = Span{start, (ended ? at : next) - start};
            at = next;
        }
        if (!statement.data)
            statement.data = Span{start, 0};
        statement.dataEnds = ended;
    }
    m_waiting.clear();
    m_lineEnd = -1;
    m_tokens = Tokenizer(m_script, at);
}

} // namespace

std::vector<Statement> splitStatements(QStringView script)
{
    return Splitter(script).statements();
}

std::vector<const Statement *> inTextOrder(const std::vector<Statement> &statements)
{
    std::vector<const Statement *> order;
    order.reserve(statements.size());
    for (const auto &statement : statements)
        order.push_back(&statement);
    std::stable_sort(order.begin(), order.end(),
                     [](const Statement *a, const Statement *b) { return a->span.start < b->span.start; });
    return order;
}

const Statement *statementAt(const std::vector<Statement> &statements, QStringView script, qsizetype position)
{
    const Statement *before = nullptr;
    const Statement *behind = nullptr;
    const Statement *around = nullptr;
    for (const auto &statement : statements) {
        const auto end = statement.data ? statement.data->end() : statement.span.end();
        if (position >= statement.span.start && position < end)
            around = !around || statement.span.start > around->span.start ? &statement : around;
        else if (end <= position)
            before = !before || end > before->span.end() ? &statement : before;
        else
            behind = !behind || statement.span.start < behind->span.start ? &statement : behind;
    }
    if (around)
        return around;
    if (before) {
        const auto between = script.mid(before->span.end(), position - before->span.end());
        if (!between.contains(u'\n') || !behind)
            return before;
    }
    return behind;
}

} // namespace squall::sql
