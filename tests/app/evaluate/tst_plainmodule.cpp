#include "app/evaluate/plainmodule.h"

#include <QTest>

using namespace squall::evaluate;
using namespace Qt::StringLiterals;

namespace {

/// Without the line of exports that stands before all.
QString bodyOf(const QString &text)
{
    const auto module = PlainModule::of(text);
    if (!module)
        return u"(not plain)"_s;
    const auto begin = module->code().lastIndexOf(u"}});"_s);
    return module->code().mid(begin < 0 ? module->code().indexOf(u"true});"_s) + 7 : begin + 4);
}

} // namespace

/// What the evaluator makes of modules without a whole parser, and what it leaves to one.
class TestPlainModule : public QObject
{
    Q_OBJECT

private slots:
    void reads_data();
    void reads();
    void leaves_data();
    void leaves();
    void exports();
    void places();
    void anything();
};

void TestPlainModule::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("body");
    const auto row = [](const char *name, const QString &text, const QString &body) {
        QTest::newRow(name) << text << body;
    };
    row("nothing", u""_s, u""_s);
    row("a name", u"import { a } from 'x';\na(a.a, { a: 1, b: a, a })"_s,
        u"const _module0=(require('x'));\n_module0.a(_module0.a.a, { a: 1, b: _module0.a, a:_module0.a })"_s);
    row("by another name", u"import { a as b, type T, c } from \"x\"\nb`${c.a} a ${b}`"_s,
        u"const _module0=(require(\"x\"));\n_module0.a`${_module0.c.a} a ${_module0.a}`"_s);
    row("the default and all", u"import a from 'x'; import * as n from 'y'; a(n.b)"_s,
        u"const _module0=importDefault(require('x')); const _module1=importStar(require('y')); _module0.default(_module1.b)"_s);
    row("several lines", u"import {\n a,\n} from 'x';\na"_s,
        u"const _module0=(require('x'));\n\n\n_module0.a"_s);
    row("only types", u"import type { A } from 'x';\nimport { B } from 'y';\nconst c: B = 1"_s,
        u"\n\nconst c = 1"_s);
    row("for its effects", u"import 'dotenv/config';"_s, u"require('dotenv/config');"_s);
    row("constants", u"export const a = 1;\nconst b: Map<string, A[]> = a as any, c = 2"_s,
        u" const a = 1;\nconst b = a , c = 2"_s);
    row("types go",
        u"export type A<T = {}> = { a: T; } | typeof b.c[];\ninterface B extends A {\n b: 1 }\nb"_s,
        u"\n\n\nb"_s);
    row("arrow functions", u"f((a: A, { b }: B, c?: C): D => a, x => x, (): E => { g })"_s,
        u"f((a, { b }, c) => a, x => x, () => { g })"_s);
    row("functions", u"export function f<T extends A>(a: T, b = a as B): C { return a! }"_s,
        u" function f(a, b = a ) { return a }"_s);
    row("calls with types", u"a.$type<{ b: 'c' | null }>().d<A, B[]>(1)"_s, u"a.$type().d(1)"_s);
    row("comparisons", u"a < b && c > d, a! != b"_s, u"a < b && c > d, a != b"_s);
    row("conditions", u"const a = b ? (c) : d ? [e] : f"_s, u"const a = b ? (c) : d ? [e] : f"_s);
    row("as const and satisfies", u"const a = ['b'] as const satisfies A;"_s, u"const a = ['b']  ;"_s);
    row("words as keys", u"a({ enum: ['b'], class: c, default: d, type: e, import: f }).default().catch()"_s,
        u"a({ enum: ['b'], class: c, default: d, type: e, import: f }).default().catch()"_s);
    row("a default export", u"export default { a } satisfies B;"_s, u"const _default = { a } ;"_s);
    row("passed on", u"export * from 'x';\nexport { a as b } from 'y';"_s,
        u"exportStar(require('x'), exports);\nconst _module0=(require('y'));"_s);
    row("methods", u"a({ b(c: D): E { return c } })"_s, u"a({ b(c) { return c } })"_s);
}

void TestPlainModule::reads()
{
    QFETCH(QString, text);
    QTEST(bodyOf(text), "body");
}

void TestPlainModule::leaves_data()
{
    QTest::addColumn<QString>("text");
    for (const auto *text : {"class A {}",
                             "enum A { B }",
                             "export const enum A { B }",
                             "@a class B {}",
                             "a = /b/",
                             "a / b",
                             "(a",
                             "a)",
                             "'a",
                             "`a",
                             "namespace A { b }",
                             "declare const a: B;",
                             "await a",
                             "import('a')",
                             "import.meta.url",
                             "import a = require('b')",
                             "export = a",
                             "export default function () {}",
                             "export const { a } = b;",
                             "export const a = 1, b = 2;",
                             "export { A };\ninterface A {}",
                             "<T>(a: T) => a",
                             "a = <B>c",
                             "import { a } from 'x';\nconst f = (a: number) => a;",
                             "import { a } from 'x';\n{ const a = 1; a }",
                             "import { a } from 'x';\na({ a() {} })",
                             "try { a } catch (e) { b }",
                             "type A = B extends C ? D : E;",
                             "import a from 'x' with { type: 'json' };",
                             "a ? (b) : (c): D => e",
                             "abstract",
                             "#a",
                             "\\u0061",
                             "export type { A };",
                             "switch (a) { case b: c }"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

/// Better too much than a word that is misread.
void TestPlainModule::leaves()
{
    QFETCH(QString, text);
    QVERIFY2(!PlainModule::of(text), qPrintable(bodyOf(text)));
}

void TestPlainModule::exports()
{
    const auto module =
        PlainModule::of(u"import { a } from 'x';\nexport const b = 1;\nlet c;\nexport { a, c as d };"_s);
    QVERIFY(module);
    for (const auto *part : {"'b',{enumerable:true,configurable:true,get(){return b}",
                             "'a',{enumerable:true,configurable:true,get(){return _module0.a}",
                             "'d',{enumerable:true,configurable:true,get(){return c}"})
        QVERIFY2(module->code().contains(QLatin1StringView(part)), qPrintable(module->code()));
    QVERIFY(module->code().contains(u"const _module0="));
}

/// Every character that was kept leads back to where it stood.
void TestPlainModule::places()
{
    const auto text = u"import { ab } from 'x';\nexport const c: D = ab(1).$type<E>();\ntype F = 1;\nlast"_s;
    const auto module = PlainModule::of(text);
    QVERIFY(module);
    const auto &code = module->code();
    for (const auto *piece : {"(1)", "();", "last", "const c"}) {
        const auto word = QString::fromLatin1(piece);
        QCOMPARE(module->original(code.indexOf(word)), text.indexOf(word));
    }
    QCOMPARE(module->original(code.indexOf(u"_module0.ab(1)"_s)), text.indexOf(u"ab(1)"_s));
    QCOMPARE(module->original(0), 0);
    QCOMPARE(code.count(u'\n'), text.count(u'\n'));
}

/// Texts of pieces in any order: each is read or left, and lines stay.
void TestPlainModule::anything()
{
    const QStringList pieces{u"import"_s,  u"export"_s, u"type"_s, u"{"_s,     u"}"_s,         u"("_s,
                             u")"_s,       u"<"_s,      u">"_s,    u":"_s,     u"=>"_s,        u"="_s,
                             u","_s,       u";"_s,      u"a"_s,    u"b"_s,     u"from"_s,      u"'x'"_s,
                             u"`"_s,       u"${"_s,     u"\n"_s,   u"as"_s,    u"!"_s,         u"?"_s,
                             u"."_s,       u"["_s,      u"]"_s,    u"const"_s, u"function"_s,  u"interface"_s,
                             u"default"_s, u"*"_s,      u"1"_s,    u"|"_s,     u"satisfies"_s, u"//"_s,
                             u"/*"_s,      u"*/"_s,     u"\""_s};
    quint32 seed = 7;
    int read = 0;
    for (int round = 0; round < 200'000; ++round) {
        QString text;
        for (int count = 0; count < 3 + round % 9; ++count) {
            seed = seed * 1664525 + 1013904223;
            text += pieces[(seed >> 8) % static_cast<quint32>(pieces.size())] + u' ';
        }
        const auto module = PlainModule::of(text);
        if (!module)
            continue;
        ++read;
        QVERIFY2(module->code().count(u'\n') == text.count(u'\n'), qPrintable(text));
        const auto place = module->original(module->code().size());
        QVERIFY2(place >= 0 && place <= text.size(), qPrintable(text));
    }
    QVERIFY(read > 1000);
}

QTEST_GUILESS_MAIN(TestPlainModule)
#include "tst_plainmodule.moc"
