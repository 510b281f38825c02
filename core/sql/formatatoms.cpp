#include "core/sql/formatatoms.h"

#include "core/sql/keywords.h"
#include "core/sql/tokenize.h"

#include <algorithm>

namespace squall::sql {

using Type = Token::Type;

namespace {

bool isWordLike(const Atom &atom)
{
    return atom.type == Type::Word || atom.type == Type::QuotedIdentifier;
}

/// Ends an operand, so that a sign behind it stands between two.
bool endsOperand(const Atom &atom)
{
    if (atom.type == Type::Punctuation)
        return atom.is(u")") || atom.is(u"]");
    if (atom.type == Type::Operator)
        return false;
    return atom.type != Type::Word || !isReserved(atom.word) || atom.is(u"end") || atom.is(u"null") ||
           atom.is(u"true") || atom.is(u"false") || atom.word.startsWith(QStringView(u"current_"));
}

bool isSign(const std::vector<Atom> &atoms, size_t index)
{
    return atoms[index].type == Type::Operator && !atoms[index].is(u"::") &&
           (index == 0 || !endsOperand(atoms[index - 1]));
}

/// Cut out of the two set side by side come the same two.
bool stayApart(const Atom &left, const Atom &right)
{
    const auto tokens = tokenize(QString(left.text + right.text));
    return tokens.size() == 2 && tokens.front().length == left.text.size();
}

QString cased(QStringView word, FormatOptions::Case wanted)
{
    switch (wanted) {
    case FormatOptions::Case::Upper: return word.toString().toUpper();
    case FormatOptions::Case::Lower: return word.toString().toLower();
    case FormatOptions::Case::Keep: break;
    }
    return word.toString();
}

/// `replace(` is a function, `values (` is not.
bool isCalled(QStringView word, QStringView statement, qsizetype end)
{
    if (statement.mid(end, 1) != u"(" || word == u"values" || word == u"exists" || word == u"conflict" ||
        word == u"over" || word == u"filter" || word == u"row" || word == u"set" || word == u"by")
        return false;
    return !isReserved(word) || word == u"left" || word == u"right";
}

/// Names behind and in front of a dot, labels and psql's variables keep their case.
bool isKeywordHere(const std::vector<Atom> &atoms, QStringView word, QStringView statement, qsizetype end)
{
    static const Atom none;
    const auto &before = atoms.empty() ? none : atoms.back();
    if (isCalled(word, statement, end) || before.is(u".") || before.is(u":") || statement.mid(end, 1) == u".")
        return false;
    if (word == u"key")
        return before.is(u"primary") || before.is(u"foreign");
    const bool isLabel = before.is(u"as") && word != u"materialized" && word != u"values" &&
                         word != u"insert" && word != u"update" && word != u"delete" && word != u"identity";
    return isReserved(word) || (isUsualKeyword(word) && !isLabel);
}

/// Keywords that are no functions, however close their parenthesis was written.
bool takesBlank(QStringView word)
{
    return word == u"in" || word == u"and" || word == u"or" || word == u"not" || word == u"on" ||
           word == u"as" || word == u"values" || word == u"when" || word == u"then" || word == u"else" ||
           word == u"where" || word == u"from" || word == u"join" || word == u"by" || word == u"using" ||
           word == u"select";
}

QString trimmedEnd(QStringView text)
{
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return text.toString();
}

/// Gathers atoms while the tokens go by.
class Gathering
{
public:
    Gathering(QStringView statement, const FormatOptions &options)
        : m_statement(statement)
        , m_options(options)
    {
    }

    std::optional<std::vector<Atom>> atoms()
    {
        for (const auto &token : tokenize(m_statement)) {
            if (token.type == Type::Other || !token.finished)
                return std::nullopt;
            take(token);
        }
        // Comments at the very end have nothing to stand before.
        if (m_junk || !m_notes.empty())
            return std::nullopt;
        return std::move(m_atoms);
    }

private:
    void take(const Token &token)
    {
        const auto text = token.in(m_statement);
        if (token.type == Type::Space) {
            m_spaced = true;
            m_newline |= text.contains(u'\n') || text.contains(u'\r');
        } else if (token.type == Type::Comment) {
            takeNote(text);
        } else {
            takeAtom(token, text);
        }
    }

    void takeNote(QStringView text)
    {
        const bool toLineEnd = text.front() == u'-';
        Note note{toLineEnd ? trimmedEnd(text) : text.toString(), toLineEnd,
                  m_newline || (m_atoms.empty() && m_notes.empty())};
        if (note.ownLine || !m_notes.empty())
            m_notes.push_back(std::move(note));
        else
            m_atoms.back().after.push_back(std::move(note));
        m_newline = false;
        m_spaced = true;
        m_lineComment |= toLineEnd;
    }

    void takeAtom(const Token &token, QStringView text)
    {
        Atom atom{.text = text.toString(), .type = token.type, .spaced = m_spaced};
        if (token.type == Type::Word) {
            atom.word = atom.text.toLower();
            if (isKeywordHere(m_atoms, atom.word, m_statement, token.end()))
                atom.text = cased(text, m_options.keywords);
        }
        // `1from` is an error that a blank would mend.
        m_junk |= !m_spaced && !m_atoms.empty() &&
                  (m_atoms.back().type == Type::Number || m_atoms.back().type == Type::Parameter) &&
                  token.type != Type::Operator && token.type != Type::Punctuation;
        atom.ownLine = token.type == Type::String && !m_atoms.empty() &&
                       m_atoms.back().type == Type::String && (m_newline || m_lineComment);
        atom.before = std::exchange(m_notes, {});
        m_atoms.push_back(std::move(atom));
        m_newline = false;
        m_spaced = false;
        m_lineComment = false;
    }

    QStringView m_statement;
    const FormatOptions &m_options;
    std::vector<Atom> m_atoms;
    std::vector<Note> m_notes;
    bool m_junk = false;
    bool m_spaced = false;
    bool m_newline = false;
    bool m_lineComment = false;
};

} // namespace

bool Atom::breaks() const
{
    return ownLine || !before.empty() || text.contains(u'\n') ||
           std::any_of(after.begin(), after.end(),
                       [](const Note &note) { return note.toLineEnd || note.text.contains(u'\n'); });
}

std::optional<std::vector<Atom>> atomsOf(QStringView statement, const FormatOptions &options)
{
    return Gathering(statement, options).atoms();
}

bool spaceBefore(const std::vector<Atom> &atoms, size_t index)
{
    if (index == 0)
        return false;
    const auto &left = atoms[index - 1];
    const auto &right = atoms[index];
    if (!left.after.empty())
        return !right.is(u",") && !right.is(u";") && !right.is(u")") && !right.is(u"]");
    const auto asWritten = [&] { return right.spaced || !stayApart(left, right); };
    // A colon may be psql's.
    if (left.is(u":") || right.is(u":"))
        return asWritten();
    if (right.is(u",") || right.is(u";") || right.is(u")") || right.is(u"]") || left.is(u"(") ||
        left.is(u"["))
        return false;
    if (left.is(u".") || right.is(u".") || right.is(u".."))
        return (!isWordLike(left) && !isWordLike(right) && right.spaced) || !stayApart(left, right);
    if (left.is(u"::") || right.is(u"::"))
        return !stayApart(left, right);
    if (isSign(atoms, index - 1))
        return asWritten();
    if (right.is(u"("))
        return right.spaced || left.type == Type::Operator || takesBlank(left.word);
    return !right.is(u"[") || right.spaced;
}

} // namespace squall::sql
