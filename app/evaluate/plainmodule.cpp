#include "app/evaluate/plainmodule.h"

#include "app/evaluate/typesyntax.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace squall::evaluate {

namespace {

using Kind = Token::Kind;

/// What a whole parser has to look at.
const QSet<QString> &unusualWords()
{
    static const QSet<QString> words{u"class"_s,    u"enum"_s,  u"namespace"_s, u"module"_s,  u"declare"_s,
                                     u"abstract"_s, u"await"_s, u"switch"_s,    u"catch"_s,   u"import"_s,
                                     u"export"_s,   u"using"_s, u"with"_s,      u"accessor"_s};
    return words;
}

/// Keywords behind which no value has ended.
const QSet<QString> &openWords()
{
    static const QSet<QString> words{u"return"_s, u"typeof"_s, u"case"_s,      u"in"_s,    u"of"_s,
                                     u"new"_s,    u"delete"_s, u"void"_s,      u"throw"_s, u"else"_s,
                                     u"do"_s,     u"yield"_s,  u"instanceof"_s};
    return words;
}

}

/// Goes over the tokens once, statement by statement at the top, and notes what is to be written instead.
class PlainModuleReader
{
public:
    PlainModuleReader(const QString &text, std::vector<Token> tokens)
        : m_text(text)
        , m_tokens(std::move(tokens))
        , m_syntax(m_text, m_tokens)
    {
    }

    std::optional<PlainModule> read()
    {
        for (int at = 0; m_fits && !isEnd(at);)
            at = statement(at);
        for (int at = 0; m_fits && !isEnd(at); ++at)
            replaceImported(at);
        const auto head = m_fits ? this->head() : QString();
        if (!m_fits)
            return {};
        finishImports();
        return written(head);
    }

private:
    struct Edit
    {
        qsizetype begin;
        qsizetype end;
        QString instead;
    };
    struct Import
    {
        int token;
        int behind;
        QString source;
        bool used = false;
        bool whole = false; ///< the module itself: `* as`
        bool named = false;
        bool byDefault = false; ///< what a module without `export` is as a whole
    };
    struct Binding
    {
        size_t import;
        QString text;
    };

    // Words for the tokens.
    const Token &token(int at) const { return m_syntax.token(at); }
    bool isEnd(int at) const { return token(at).kind == Kind::End; }
    bool isSign(int at, QStringView sign) const { return m_syntax.isSign(at, sign); }
    bool isWord(int at, QStringView word) const { return m_syntax.isWord(at, word); }
    bool isName(int at) const { return m_syntax.isName(at); }
    QString word(int at) const { return m_syntax.word(at).toString(); }

    int fail(int at)
    {
        m_fits = false;
        return at + 1;
    }

    /// Lines stay: the breaks of what goes remain.
    void replace(int from, int behind, const QString &instead)
    {
        const auto begin = token(from).begin;
        const auto end = token(behind - 1).end;
        const auto breaks = QStringView(m_text).sliced(begin, end - begin).count(u'\n');
        m_edits.push_back({begin, end, instead + QString(breaks, u'\n')});
        for (int at = from; at < behind; ++at)
            m_gone.insert(at);
    }
    int removeType(int from, std::optional<int> behind)
    {
        if (!behind)
            return fail(from);
        replace(from, *behind, {});
        return *behind;
    }

    /// Behind a statement that ends here: its semicolon, a line break, or the end. Nothing otherwise.
    std::optional<int> behindStatement(int at) const
    {
        if (isSign(at, u";"))
            return at + 1;
        return isEnd(at) || token(at).afterLineBreak ? std::optional(at) : std::nullopt;
    }

    int statement(int at)
    {
        if (isWord(at, u"import"))
            return importStatement(at);
        if (isWord(at, u"export"))
            return exportStatement(at);
        if (beginsTypeDeclaration(at))
            return typeDeclaration(at, at);
        return expression(at);
    }

    bool beginsTypeDeclaration(int at) const
    {
        const bool named = isName(at + 1) && !token(at + 1).afterLineBreak;
        return (isWord(at, u"type") && named && (isSign(at + 2, u"=") || isSign(at + 2, u"<"))) ||
               (isWord(at, u"interface") && named);
    }

    /// `from` is where `export` stands, if it does.
    int typeDeclaration(int from, int at)
    {
        if (isWord(at, u"interface")) {
            for (at += 2; !isSign(at, u"{"); ++at) {
                if (isEnd(at) || isSign(at, u";"))
                    return fail(at);
            }
            return removeType(from, token(at).partner + 1);
        }
        at += 2;
        if (isSign(at, u"<"))
            at = m_syntax.behindParameters(at).value_or(-1);
        if (at < 0 || !isSign(at, u"="))
            return fail(from);
        const auto behind = m_syntax.behindType(at + 1);
        return removeType(from, behind ? behindStatement(*behind) : std::nullopt);
    }

    // import

    int importStatement(int at)
    {
        const int first = at++;
        if (isWord(at, u"type") && !isWord(at + 1, u"from") && !isSign(at + 1, u",")) {
            while (token(at).kind != Kind::String && !isEnd(at) && !isSign(at, u";"))
                ++at;
            return token(at).kind == Kind::String ? removeType(first, behindSource(at)) : fail(at);
        }
        if (token(at).kind == Kind::String) {
            const auto behind = behindSource(at);
            if (!behind)
                return fail(at);
            replace(first, *behind, u"require(%1);"_s.arg(word(at)));
            return *behind;
        }
        const auto index = m_imports.size();
        m_imports.push_back({.token = first, .behind = 0, .source = {}});
        if (isName(at)) {
            bind(word(at), index, u"default"_s);
            ++at;
            if (isSign(at, u","))
                ++at;
        }
        if (isSign(at, u"*")) {
            if (!isWord(at + 1, u"as") || !isName(at + 2))
                return fail(at);
            m_imports[index].whole = true;
            m_bindings.insert(word(at + 2), {index, variable(index)});
            at += 3;
        } else if (isSign(at, u"{")) {
            at = importedNames(at, index);
        }
        if (!m_fits || !isWord(at, u"from") || token(at + 1).kind != Kind::String)
            return fail(at);
        const auto behind = behindSource(at + 1);
        if (!behind)
            return fail(at);
        m_imports[index].source = word(at + 1);
        m_imports[index].behind = *behind;
        return *behind;
    }

    /// `{ a, b as c, type T }`
    int importedNames(int at, size_t index)
    {
        const int closing = token(at).partner;
        for (++at; at < closing; ++at) {
            if (!isName(at))
                return fail(at);
            if (isWord(at, u"type") && isName(at + 1) && !isWord(at + 1, u"as")) {
                while (at < closing && !isSign(at, u","))
                    ++at;
                continue;
            }
            const auto imported = word(at);
            if (isWord(at + 1, u"as"))
                at += 2;
            if (!isName(at))
                return fail(at);
            bind(word(at), index, imported);
            if (++at < closing && !isSign(at, u","))
                return fail(at);
        }
        return closing + 1;
    }

    void bind(const QString &name, size_t index, const QString &imported)
    {
        m_imports[index].named = true;
        m_imports[index].byDefault = m_imports[index].byDefault || imported == u"default";
        m_bindings.insert(name, {index, variable(index) + u'.' + imported});
    }

    std::optional<int> behindSource(int at) const
    {
        return isWord(at + 1, u"with") || isWord(at + 1, u"assert") ? std::nullopt : behindStatement(at + 1);
    }

    static QString variable(size_t index) { return u"_module%1"_s.arg(index); }

    /// What is used as a value is required; what was a type all along is not.
    void finishImports()
    {
        for (size_t i = 0; i < m_imports.size(); ++i) {
            const auto &each = m_imports[i];
            const bool bare = !each.whole && !each.named;
            if (!each.used && !bare) {
                replace(each.token, each.behind, {});
                continue;
            }
            const auto interop = each.whole       ? u"importStar"_s
                                 : each.byDefault ? u"importDefault"_s
                                                  : QString();
            replace(each.token, each.behind,
                    u"const %1=%2(require(%3));"_s.arg(variable(i), interop, each.source));
        }
    }

    // export

    int exportStatement(int at)
    {
        const int first = at++;
        if (isWord(at, u"type") && (isSign(at + 1, u"{") || isSign(at + 1, u"*")))
            return fail(at);
        if (beginsTypeDeclaration(at))
            return typeDeclaration(first, at);
        if (isWord(at, u"default")) {
            for (const auto *other : {u"function", u"async", u"class", u"abstract", u"interface"}) {
                if (isWord(at + 1, other))
                    return fail(at);
            }
            replace(first, at + 1, u"const _default ="_s);
            m_exports.append({u"default"_s, u"_default"_s});
            return expression(at + 1);
        }
        if (isSign(at, u"{"))
            return exportedNames(first, at);
        if (isSign(at, u"*") && isWord(at + 1, u"from") && token(at + 2).kind == Kind::String) {
            const auto behind = behindSource(at + 2);
            if (!behind)
                return fail(at);
            replace(first, *behind, u"exportStar(require(%1), exports);"_s.arg(word(at + 2)));
            return *behind;
        }
        const bool constant = isWord(at, u"const") || isWord(at, u"let") || isWord(at, u"var");
        const bool function = isWord(at, u"function");
        if ((!constant && !function) || !isName(at + 1) || isWord(at + 1, u"enum"))
            return fail(at);
        replace(first, at, {});
        m_exports.append({word(at + 1), word(at + 1)});
        return expression(at, constant);
    }

    /// `export { a, b as c }`, of here or of another module.
    int exportedNames(int first, int at)
    {
        const int closing = token(at).partner;
        const bool elsewhere = isWord(closing + 1, u"from");
        const auto index = m_imports.size();
        if (elsewhere)
            m_imports.push_back({.token = first, .behind = 0, .source = word(closing + 2), .used = true});
        for (++at; at < closing; ++at) {
            if (!isName(at) || (isWord(at, u"type") && isName(at + 1) && !isWord(at + 1, u"as")))
                return fail(at);
            const auto local = word(at);
            if (isWord(at + 1, u"as"))
                at += 2;
            m_exports.append({word(at), elsewhere ? variable(index) + u'.' + local : local});
            if (++at < closing && !isSign(at, u","))
                return fail(at);
        }
        if (elsewhere && token(closing + 2).kind != Kind::String)
            return fail(at);
        const auto behind = elsewhere ? behindSource(closing + 2) : behindStatement(closing + 1);
        if (!behind)
            return fail(at);
        if (elsewhere)
            m_imports[index].behind = *behind;
        else
            replace(first, *behind, {});
        return *behind;
    }

    // The rest

    /// Up to what can only be the next statement; `single` when no comma may part it into declarations.
    int expression(int at, bool single = false)
    {
        const int first = at;
        while (m_fits && !isEnd(at)) {
            const bool outermost = token(at).outer < 0;
            if (at > first && outermost && token(at).afterLineBreak &&
                (isWord(at, u"import") || isWord(at, u"export") || beginsTypeDeclaration(at)))
                return at;
            if (single && outermost && isSign(at, u","))
                return fail(at);
            const bool ends = outermost && isSign(at, u";");
            at = inner(at);
            if (ends)
                return at;
        }
        return at;
    }

    /// One token with what belongs to it, the types that follow it among them.
    int inner(int at)
    {
        if (isName(at) && !isProperty(at) && !isKey(at))
            return name(at);
        if (isSign(at, u"("))
            return parenthesis(at);
        if (isSign(at, u"!") && endsValue(at - 1) && !token(at).afterLineBreak)
            replace(at, at + 1, {});
        else if (isSign(at, u"<"))
            return angle(at);
        else if (isSign(at, u"=>"))
            return arrow(at);
        else if (isSign(at, u"?"))
            ++m_questions;
        return at + 1;
    }

    bool isProperty(int at) const { return at > 0 && (isSign(at - 1, u".") || isSign(at - 1, u"?.")); }
    bool inObject(int at) const
    {
        const int outer = token(at).outer;
        return outer >= 0 && isSign(outer, u"{") && !token(outer).isBlock;
    }
    /// A name that begins a member of an object.
    bool beginsMember(int at) const { return inObject(at) && (isSign(at - 1, u"{") || isSign(at - 1, u",")); }
    bool isKey(int at) const { return beginsMember(at) && (isSign(at + 1, u":") || isSign(at + 1, u"(")); }

    bool endsValue(int at) const
    {
        if (at < 0)
            return false;
        const auto &before = token(at);
        if (before.kind == Kind::Name)
            return isProperty(at) || !openWords().contains(word(at));
        if (before.kind == Kind::Template)
            return m_text[before.end - 1] == u'`';
        return before.kind == Kind::String || before.kind == Kind::Number || isSign(at, u")") ||
               isSign(at, u"]") || isSign(at, u"}");
    }

    int name(int at)
    {
        if (isWord(at, u"const") || isWord(at, u"let") || isWord(at, u"var"))
            return declaration(at + 1);
        if (isWord(at, u"function"))
            return function(at);
        if ((isWord(at, u"as") || isWord(at, u"satisfies")) && endsValue(at - 1) &&
            !token(at).afterLineBreak) {
            if (isWord(at + 1, u"const"))
                return removeType(at, at + 2);
            return removeType(at, m_syntax.behindType(at + 1));
        }
        if (unusualWords().contains(word(at)))
            return fail(at);
        return at + 1;
    }

    int declaration(int at)
    {
        if (isSign(at, u"{") || isSign(at, u"[")) {
            const int closing = token(at).partner;
            checkNames(at, closing);
            at = closing + 1;
        } else if (isName(at) && !isWord(at, u"enum")) {
            checkNames(at, at + 1);
            ++at;
        } else {
            return fail(at);
        }
        return isSign(at, u":") ? removeType(at, m_syntax.behindType(at + 1)) : at;
    }

    /// What is declared here must not be what was imported: that would need to know where it is in force.
    void checkNames(int from, int behind)
    {
        for (int at = from; at < behind; ++at) {
            if (isName(at) && !isProperty(at))
                m_declared.insert(word(at));
        }
    }

    int function(int at)
    {
        if (isSign(++at, u"*"))
            ++at;
        if (isName(at)) {
            checkNames(at, at + 1);
            ++at;
        }
        if (isSign(at, u"<"))
            at = removeType(at, m_syntax.behindParameters(at));
        if (!m_fits || !isSign(at, u"("))
            return fail(at);
        const int closing = token(at).partner;
        parameters(at);
        at = closing + 1;
        if (isSign(at, u":"))
            at = removeType(at, m_syntax.behindType(at + 1));
        return isSign(at, u"{") ? at : fail(at);
    }

    /// A group, the parameters of an arrow function, or those of a method.
    int parenthesis(int at)
    {
        const int closing = token(at).partner;
        int behind = closing + 1;
        const auto result = isSign(behind, u":") ? m_syntax.behindType(behind + 1) : std::nullopt;
        const bool typedArrow = result && isSign(*result, u"=>");
        const bool method = isSign(behind, u"{") || (result && isSign(*result, u"{"));
        if (isSign(behind, u":") && m_questions > 0 && (typedArrow || method))
            return fail(at);
        if (!isSign(behind, u"=>") && !typedArrow && !method)
            return at + 1;
        if (method && isName(at - 1) && !isKey(at - 1) && !isControl(at - 1))
            return fail(at);
        if (method && isName(at - 1) && isControl(at - 1))
            return at + 1;
        parameters(at);
        if (result && (typedArrow || method))
            removeType(behind, *result);
        return closing + 1;
    }

    bool isControl(int at) const { return isWord(at, u"if") || isWord(at, u"for") || isWord(at, u"while"); }

    /// From an opening parenthesis on; default values may be anything.
    void parameters(int opening)
    {
        const int closing = token(opening).partner;
        bool binding = true;
        for (int at = opening + 1; m_fits && at < closing;) {
            const bool direct = token(at).outer == opening;
            if (direct && isSign(at, u","))
                binding = true;
            if (direct && isSign(at, u"="))
                binding = false;
            if (binding && direct && isSign(at, u"?")) {
                replace(at, at + 1, {});
                ++at;
            } else if (binding && direct && isSign(at, u":")) {
                at = removeType(at, m_syntax.behindType(at + 1));
            } else if (binding) {
                checkNames(at, at + 1);
                ++at;
            } else {
                at = inner(at);
            }
        }
    }

    int arrow(int at)
    {
        if (isName(at - 1))
            checkNames(at - 1, at);
        return at + 1;
    }

    /// Types for a call, as in `$type<T>()`; a comparison where nothing is called; else it is unclear.
    int angle(int at)
    {
        if (!endsValue(at - 1))
            return fail(at);
        const auto behind = m_syntax.behindArguments(at);
        if (behind && (isSign(*behind, u"(") || token(*behind).kind == Kind::Template))
            return removeType(at, behind);
        return behind ? fail(at) : at + 1;
    }

    void replaceImported(int at)
    {
        if (!isName(at) || m_gone.contains(at) || isProperty(at))
            return;
        const auto found = m_bindings.constFind(word(at));
        if (found == m_bindings.cend() || isImport(at))
            return;
        const bool shorthand = beginsMember(at) && (isSign(at + 1, u",") || isSign(at + 1, u"}"));
        if (m_declared.contains(word(at)) || (isKey(at) && isSign(at + 1, u"("))) {
            m_fits = false;
            return;
        }
        if (isKey(at))
            return;
        m_imports[found->import].used = true;
        const auto &instead = found->text;
        const auto begin = token(at).begin;
        m_edits.push_back({begin, token(at).end, shorthand ? word(at) + u':' + instead : instead});
    }

    bool isImport(int at) const
    {
        return std::any_of(m_imports.begin(), m_imports.end(),
                           [at](const Import &each) { return at >= each.token && at < each.behind; });
    }

    /// Every name as it is when somebody asks, from the beginning: files may import each other.
    QString head()
    {
        auto head = u"'use strict';Object.defineProperty(exports,'__esModule',{value:true});"_s;
        for (const auto &[name, local] : m_exports) {
            auto value = local;
            if (const auto imported = m_bindings.constFind(local); imported != m_bindings.cend()) {
                value = imported->text;
                m_imports[imported->import].used = true;
            } else if (!m_declared.contains(local) && local != u"_default" && !local.contains(u'.')) {
                m_fits = false; // a type, perhaps
            }
            head +=
                u"Object.defineProperty(exports,'%1',{enumerable:true,configurable:true,get(){return %2}});"_s
                    .arg(name, value);
        }
        return head;
    }

    std::optional<PlainModule> written(const QString &head)
    {
        PlainModule module;
        std::sort(m_edits.begin(), m_edits.end(),
                  [](const Edit &a, const Edit &b) { return a.begin < b.begin; });
        module.m_code = head;
        qsizetype at = 0;
        module.m_pieces.push_back({0, 0, false});
        for (const auto &edit : m_edits) {
            if (edit.begin < at)
                return {};
            module.m_pieces.push_back({module.m_code.size(), at, true});
            module.m_code += QStringView(m_text).sliced(at, edit.begin - at);
            module.m_pieces.push_back({module.m_code.size(), edit.begin, false});
            module.m_code += edit.instead;
            at = edit.end;
        }
        module.m_pieces.push_back({module.m_code.size(), at, true});
        module.m_code += QStringView(m_text).sliced(at);
        return module;
    }

    QString m_text;
    std::vector<Token> m_tokens;
    TypeSyntax m_syntax;
    bool m_fits = true;
    int m_questions = 0; ///< of conditions, which may end in a colon
    std::vector<Edit> m_edits;
    QSet<int> m_gone;
    std::vector<Import> m_imports;
    QHash<QString, Binding> m_bindings;
    QSet<QString> m_declared;
    QList<std::pair<QString, QString>> m_exports;
};

std::optional<PlainModule> PlainModule::of(const QString &text)
{
    auto tokens = scriptTokens(text);
    if (!tokens)
        return {};
    return PlainModuleReader(text, *std::move(tokens)).read();
}

qsizetype PlainModule::original(qsizetype place) const
{
    const auto behind = std::upper_bound(m_pieces.begin(), m_pieces.end(), place,
                                         [](qsizetype at, const Piece &piece) { return at < piece.code; });
    const auto &piece = behind == m_pieces.begin() ? *behind : *(behind - 1);
    return piece.copied ? piece.text + place - piece.code : piece.text;
}

} // namespace squall::evaluate
