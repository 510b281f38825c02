#include "core/sql/format.h"

#include "core/sql/formatlayout.h"
#include "core/sql/splitstatements.h"
#include "core/sql/tokenize.h"

#include <QStringList>

#include <algorithm>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

/// Tokens and comments in their order, without what formatting may change.
QStringList essence(QStringView text)
{
    QStringList all;
    for (const auto &token : tokenize(text)) {
        if (token.type == Token::Type::Space)
            continue;
        auto each = token.in(text).toString();
        if (token.type == Token::Type::Word)
            each = each.toLower();
        else if (token.type == Token::Type::Comment && each.startsWith(u'-'))
            each = each.trimmed();
        all << each;
    }
    return all;
}

/// Layouts nest as brackets do.
constexpr int deepest = 200;

bool isTooDeep(const std::vector<Atom> &atoms)
{
    int depth = 0;
    int most = 0;
    for (const auto &atom : atoms) {
        const bool opens = atom.is(u"(") || atom.is(u"[") || atom.is(u"case");
        const bool closes = atom.is(u")") || atom.is(u"]") || atom.is(u"end");
        depth += opens ? 1 : closes ? -1 : 0;
        most = std::max(most, depth);
    }
    return most > deepest;
}

bool hasBody(QStringView text)
{
    return text.contains(u"atomic", Qt::CaseInsensitive);
}

/// Goes through the statements and what stands between them.
class Formatting
{
public:
    Formatting(QStringView script, const FormatOptions &options)
        : m_script(script)
        , m_options(options)
    {
    }

    QString text()
    {
        const auto statements = splitStatements(m_script);
        for (const auto *statement : inTextOrder(statements))
            take(*statement);
        putBetween(m_script.size(), true);
        return std::move(m_text);
    }

private:
    void take(const Statement &statement);
    void keepUntil(qsizetype end);
    void putBetween(qsizetype end, bool last);
    QString formatted(const Statement &statement) const;

    QStringView m_script;
    const FormatOptions &m_options;
    QString m_text;
    qsizetype m_at = 0;
    bool m_open = false; ///< what was written last goes on to the end of the script
};

void Formatting::take(const Statement &statement)
{
    // Rows begin on the line after their COPY, whatever else stands on it.
    auto end = statement.span.end();
    if (statement.data) {
        const auto newline = m_script.indexOf(u'\n', statement.data->end());
        end = !statement.dataEnds ? statement.data->end() : newline < 0 ? m_script.size() : newline;
    }
    // Not a command in the midst of what is open.
    if (statement.span.start >= m_at || statement.data)
        m_open = statement.data ? !statement.dataEnds : !statement.complete;
    if (statement.span.start >= m_at) {
        putBetween(statement.span.start, false);
        const bool keep = statement.command || statement.data || !statement.gaps.empty() ||
                          statement.several || !statement.complete;
        if (!keep) {
            m_text += formatted(statement);
            m_at = end;
        }
    }
    keepUntil(end);
}

void Formatting::keepUntil(qsizetype end)
{
    if (end > m_at) {
        m_text += m_script.sliced(m_at, end - m_at);
        m_at = end;
    }
}

/// Comments with at most one empty line around them; what else stands there is psql's.
void Formatting::putBetween(qsizetype end, bool last)
{
    const auto between = m_script.sliced(m_at, end - m_at);
    const auto tokens = tokenize(between);
    if (std::any_of(tokens.begin(), tokens.end(), [](const Token &token) { return token.isSignificant(); }))
        return keepUntil(end);
    m_at = end;
    // A command behind a statement on its line may belong to it.
    const bool sameLine = !between.contains(u'\n');
    if (sameLine && !last && !m_text.isEmpty() && end < m_script.size() && m_script[end] == u'\\') {
        m_text += between;
        return;
    }
    qsizetype newlines = m_text.isEmpty() ? 2 : 0;
    const auto breakLine = [&](bool mayBeEmpty) {
        if (!m_text.isEmpty())
            m_text += mayBeEmpty && newlines > 1 ? u"\n\n"_s : u"\n"_s;
        newlines = 0;
    };
    for (const auto &token : tokens) {
        const auto text = token.in(between);
        if (token.type == Token::Type::Space) {
            newlines += text.count(u'\n');
            continue;
        }
        if (newlines > 0 || m_text.isEmpty())
            breakLine(true);
        else
            m_text += u' ';
        m_text += text.trimmed();
    }
    if (!last)
        breakLine(true);
    else if (!m_open && !m_text.isEmpty() && !m_text.endsWith(u'\n'))
        m_text += u'\n';
}

/// As it was when formatting it would lose or change something.
QString Formatting::formatted(const Statement &statement) const
{
    const auto original = statement.span.in(m_script);
    const auto atoms = hasBody(original) ? std::nullopt : atomsOf(original, m_options);
    if (!atoms || atoms->empty() || isTooDeep(*atoms))
        return original.toString();
    auto text = layOut(*atoms, m_options);
    return essence(text) == essence(original) ? text : original.toString();
}

} // namespace

QString format(QStringView script, const FormatOptions &options)
{
    return Formatting(script, options).text();
}

} // namespace squall::sql
