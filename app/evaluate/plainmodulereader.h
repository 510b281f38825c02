#pragma once

#include "app/evaluate/plainmodule.h"
#include "app/evaluate/typesyntax.h"

#include <QHash>
#include <QSet>

namespace squall::evaluate {

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

    std::optional<PlainModule> read();

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
    bool isEnd(int at) const { return token(at).kind == Token::Kind::End; }
    bool isSign(int at, QStringView sign) const { return m_syntax.isSign(at, sign); }
    bool isWord(int at, QStringView word) const { return m_syntax.isWord(at, word); }
    bool isName(int at) const { return m_syntax.isName(at); }
    QString word(int at) const { return m_syntax.word(at).toString(); }

    int fail(int at);
    /// Lines stay: the breaks of what goes remain.
    void replace(int from, int behind, const QString &instead);
    int removeType(int from, std::optional<int> behind);
    /// Behind a statement that ends here: its semicolon, a line break, or the end. Nothing otherwise.
    std::optional<int> behindStatement(int at) const;

    int statement(int at);
    bool beginsTypeDeclaration(int at) const;
    /// `from` is where `export` stands, if it does.
    int typeDeclaration(int from, int at);

    // import

    int importStatement(int at);
    /// `{ a, b as c, type T }`
    int importedNames(int at, size_t index);
    void bind(const QString &name, size_t index, const QString &imported);
    std::optional<int> behindSource(int at) const;
    static QString variable(size_t index) { return QStringLiteral("_module%1").arg(index); }

    /// What is used as a value is required; what was a type all along is not.
    void finishImports();

    // export

    int exportStatement(int at);
    /// `export { a, b as c }`, of here or of another module.
    int exportedNames(int first, int at);

    // The rest, in plainexpressions.cpp

    /// Up to what can only be the next statement; `single` when no comma may part it into declarations.
    int expression(int at, bool single = false);
    /// One token with what belongs to it, the types that follow it among them.
    int inner(int at);
    bool isProperty(int at) const { return at > 0 && (isSign(at - 1, u".") || isSign(at - 1, u"?.")); }
    bool inObject(int at) const;
    /// A name that begins a member of an object.
    bool beginsMember(int at) const { return inObject(at) && (isSign(at - 1, u"{") || isSign(at - 1, u",")); }
    bool isKey(int at) const { return beginsMember(at) && (isSign(at + 1, u":") || isSign(at + 1, u"(")); }

    bool endsValue(int at) const;
    int name(int at);
    int declaration(int at);
    /// What is declared here must not be what was imported: that would need to know where it is in force.
    void checkNames(int from, int behind);
    int function(int at);
    /// A group, the parameters of an arrow function, or those of a method.
    int parenthesis(int at);
    bool isControl(int at) const { return isWord(at, u"if") || isWord(at, u"for") || isWord(at, u"while"); }
    /// From an opening parenthesis on; default values may be anything.
    void parameters(int opening);
    int arrow(int at);
    /// Types for a call, as in `$type<T>()`; a comparison where nothing is called; else it is unclear.
    int angle(int at);

    void replaceImported(int at);
    bool isImport(int at) const;
    /// Every name as it is when somebody asks, from the beginning: files may import each other.
    QString head();
    std::optional<PlainModule> written(const QString &head);

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

} // namespace squall::evaluate
