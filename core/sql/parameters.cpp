#include "core/sql/parameters.h"

#include "core/sql/tokenize.h"
#include "core/sql/utf8offsets.h"

#include <algorithm>

namespace squall::sql {

namespace {

/// The name that these two tokens are when they are a parameter.
QStringView nameOf(QStringView text, const Token &colon, const Token &word)
{
    if (colon.type != Token::Type::Punctuation || colon.in(text) != u":")
        return {};
    const auto name = word.in(text);
    if (word.type == Token::Type::String && name.size() > 2 && name.front() == u'\'')
        return name.sliced(1).chopped(1);
    return word.type == Token::Type::Word ? name : QStringView();
}

/// Puts the sent text together from parts of the script.
class Numbering
{
public:
    Numbering(QStringView script, const QStringList &names)
        : m_script(script)
        , m_names(names)
    {
    }

    NumberedStatement of(const Statement &statement)
    {
        const auto text = statement.text(m_script);
        const auto tokens = tokenize(text);
        for (const auto &token : tokens) {
            if (token.type == Token::Type::Parameter)
                m_result.numbered = std::max(m_result.numbered, token.in(text).sliced(1).toInt());
        }
        copyGaplessly(statement);
        for (size_t at = 0; at < tokens.size(); ++at) {
            const auto name = at + 1 < tokens.size() ? nameIn(text, tokens[at], tokens[at + 1]) : QString();
            if (name.isEmpty()) {
                append(tokens[at].in(text), tokens[at].start, false);
            } else {
                append(QChar(u'$') + QString::number(numberOf(name)), tokens[at].start, true);
                ++at;
            }
        }
        return std::move(m_result);
    }

private:
    /// Where in the script the statement's own text, which lacks the gaps, comes from.
    struct Part
    {
        qsizetype text = 0;
        qsizetype script = 0;
    };

    void copyGaplessly(const Statement &statement)
    {
        m_parts.push_back({0, statement.span.start});
        qsizetype removed = 0;
        for (const auto &gap : statement.gaps) {
            m_parts.push_back({gap.start - statement.span.start - removed, gap.end()});
            removed += gap.length;
        }
    }

    qsizetype scriptUnit(qsizetype unit) const
    {
        const auto part = std::find_if(m_parts.rbegin(), m_parts.rend(),
                                       [&](const Part &each) { return each.text <= unit; });
        return part->script + unit - part->text;
    }

    /// The name of the parameter that these two tokens are, if they are one.
    QString nameIn(QStringView text, const Token &colon, const Token &word) const
    {
        const auto name = nameOf(text, colon, word);
        return m_names.contains(name) ? name.toString() : QString();
    }

    int numberOf(const QString &name)
    {
        if (!m_result.names.contains(name))
            m_result.names << name;
        return m_result.numbered + static_cast<int>(m_result.names.indexOf(name)) + 1;
    }

    /// A part of the script may end inside of a token: a comment can hold a command.
    void append(QStringView text, qsizetype unit, bool replaced)
    {
        for (qsizetype done = 0; done < text.size();) {
            const auto script = scriptUnit(unit + done);
            const auto next = std::find_if(m_parts.begin(), m_parts.end(),
                                           [&](const Part &each) { return each.text > unit + done; });
            const auto length = replaced || next == m_parts.end()
                                    ? text.size() - done
                                    : std::min(text.size() - done, next->text - unit - done);
            m_result.pieces.push_back({m_result.text.size(), script, replaced});
            m_result.text += text.sliced(done, length);
            done += length;
        }
    }

    QStringView m_script;
    const QStringList &m_names;
    std::vector<Part> m_parts;
    NumberedStatement m_result;
};

} // namespace

qsizetype NumberedStatement::unitOf(int position) const
{
    const auto unit = unitAfter(text, position - 1);
    const auto piece =
        std::find_if(pieces.rbegin(), pieces.rend(), [&](const Piece &each) { return each.sent <= unit; });
    if (piece == pieces.rend())
        return 0;
    return piece->replaced ? piece->script : piece->script + unit - piece->sent;
}

ParametersUsed parametersUsed(const Statement &statement, QStringView script)
{
    const auto text = statement.text(script);
    const auto tokens = tokenize(text);
    ParametersUsed used;
    int brackets = 0;
    QStringView before; // the last token that is one
    for (size_t at = 0; at < tokens.size(); ++at) {
        const auto &token = tokens[at];
        if (!token.isSignificant())
            continue;
        const auto piece = token.in(text);
        if (token.type == Token::Type::Parameter)
            used.numbered = std::max(used.numbered, piece.sliced(1).toInt());
        brackets += piece == u"[" ? 1 : piece == u"]" ? -1 : 0;
        const auto name = at + 1 < tokens.size() ? nameOf(text, token, tokens[at + 1]) : QStringView();
        const bool slice = brackets > 0 && before != u"[" && before != u"," && before != u"(";
        if (!name.isEmpty() && !slice && !used.names.contains(name))
            used.names << name.toString();
        before = piece;
    }
    return used;
}

NumberedStatement numberParameters(const Statement &statement, QStringView script, const QStringList &names)
{
    return Numbering(script, names).of(statement);
}

} // namespace squall::sql
