#include "app/evaluate/plainmodulereader.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace squall::evaluate {

namespace {

using Kind = Token::Kind;

} // namespace

std::optional<PlainModule> PlainModuleReader::read()
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

int PlainModuleReader::fail(int at)
{
    m_fits = false;
    return at + 1;
}

void PlainModuleReader::replace(int from, int behind, const QString &instead)
{
    const auto begin = token(from).begin;
    const auto end = token(behind - 1).end;
    const auto breaks = QStringView(m_text).sliced(begin, end - begin).count(u'\n');
    m_edits.push_back({begin, end, instead + QString(breaks, u'\n')});
    for (int at = from; at < behind; ++at)
        m_gone.insert(at);
}

int PlainModuleReader::removeType(int from, std::optional<int> behind)
{
    if (!behind)
        return fail(from);
    replace(from, *behind, {});
    return *behind;
}

std::optional<int> PlainModuleReader::behindStatement(int at) const
{
    if (isSign(at, u";"))
        return at + 1;
    return isEnd(at) || token(at).afterLineBreak ? std::optional(at) : std::nullopt;
}

int PlainModuleReader::statement(int at)
{
    if (isWord(at, u"import"))
        return importStatement(at);
    if (isWord(at, u"export"))
        return exportStatement(at);
    if (beginsTypeDeclaration(at))
        return typeDeclaration(at, at);
    return expression(at);
}

bool PlainModuleReader::beginsTypeDeclaration(int at) const
{
    const bool named = isName(at + 1) && !token(at + 1).afterLineBreak;
    return (isWord(at, u"type") && named && (isSign(at + 2, u"=") || isSign(at + 2, u"<"))) ||
           (isWord(at, u"interface") && named);
}

int PlainModuleReader::typeDeclaration(int from, int at)
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

int PlainModuleReader::importStatement(int at)
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

int PlainModuleReader::importedNames(int at, size_t index)
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

void PlainModuleReader::bind(const QString &name, size_t index, const QString &imported)
{
    m_imports[index].named = true;
    m_imports[index].byDefault = m_imports[index].byDefault || imported == u"default";
    m_bindings.insert(name, {index, variable(index) + u'.' + imported});
}

std::optional<int> PlainModuleReader::behindSource(int at) const
{
    return isWord(at + 1, u"with") || isWord(at + 1, u"assert") ? std::nullopt : behindStatement(at + 1);
}

void PlainModuleReader::finishImports()
{
    for (size_t i = 0; i < m_imports.size(); ++i) {
        const auto &each = m_imports[i];
        const bool bare = !each.whole && !each.named;
        if (!each.used && !bare) {
            replace(each.token, each.behind, {});
            continue;
        }
        const auto interop = each.whole ? u"importStar"_s : each.byDefault ? u"importDefault"_s : QString();
        replace(each.token, each.behind,
                u"const %1=%2(require(%3));"_s.arg(variable(i), interop, each.source));
    }
}

int PlainModuleReader::exportStatement(int at)
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

int PlainModuleReader::exportedNames(int first, int at)
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

void PlainModuleReader::replaceImported(int at)
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

bool PlainModuleReader::isImport(int at) const
{
    return std::any_of(m_imports.begin(), m_imports.end(),
                       [at](const Import &each) { return at >= each.token && at < each.behind; });
}

QString PlainModuleReader::head()
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
        head += u"Object.defineProperty(exports,'%1',{enumerable:true,configurable:true,get(){return %2}});"_s
                    .arg(name, value);
    }
    return head;
}

std::optional<PlainModule> PlainModuleReader::written(const QString &head)
{
    PlainModule module;
    std::sort(m_edits.begin(), m_edits.end(), [](const Edit &a, const Edit &b) { return a.begin < b.begin; });
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

} // namespace squall::evaluate
