#include "tests/support/generator/names.h"

namespace squall::test::generator {

namespace {

/// NAMEDATALEN - 1
constexpr qsizetype nameBytes = 63;

const std::vector<const char *> &pool()
{
    static const std::vector<const char *> names = {
        "users",      "orders",  "select",    "user",        "group",
        "table",      "order",   "from",      "primary",     "default",
        "null",       "new",     "old",       "check",       "collation",
        "end",        "true",    "interval",  "between",     "values",
        "a.b",        "a.b.c",   "quo\"te",   "\"",          "\"\"both\"\"",
        "it's",       "''",      "tab le",    " leading",    "trailing ",
        "percent%",   "%1",      "100%s",     "%%",          "back\\slash",
        "ends\\",     "\\",      "UPPER",     "Mixed Case",  "camelCase",
        "1st",        "9",       "0x1F",      "имя",         "Ω",
        "表",         "名前",    "naïve",     "Ünïcode",     "İstanbul",
        "ß",          "עברית",   "😀",         "🐘 elephant",  "e\u0301",
        "a;b",        "--dash",  "/*c*/",     "*/",          "$$",
        "$1",         "$body$",  "x y.z",     "_under",      "colon:1",
        ":name",      "comma,x", "(paren)",   "[0]",         "{b}",
        "&&",         "|",       "tab\there", "line\nbreak", "=",
        "@at",        "#hash",   "`tick`",    "?",           "naked",
        "id",         "value",   "name",      "type",        "date",
        "created_at", "state",   "a",         "b",           "c"};
    return names;
}

QString cut(QString name, qsizetype bytes)
{
    while (name.toUtf8().size() > bytes)
        name.chop(name.back().isLowSurrogate() ? 2 : 1);
    return name;
}

/// Exactly as long as a name may be.
QString fill(QString name, const QString &filler)
{
    while ((name + filler).toUtf8().size() <= nameBytes)
        name += filler;
    return name + QString(nameBytes - name.toUtf8().size(), u'x');
}

} // namespace

QString Names::fresh(const QString &scope)
{
    auto name = QString::fromUtf8(m_random.pick(pool()));
    if (m_random.chance(4))
        name = fill(name, m_random.chance(50) ? QStringLiteral("long_") : QStringLiteral("длинно"));
    auto &used = m_used[scope];
    for (int number = 2; used.contains(name); ++number) {
        const auto suffix = QString::number(number);
        const auto candidate = cut(name, nameBytes - suffix.size()) + suffix;
        if (!used.contains(candidate))
            name = candidate;
    }
    used.insert(name);
    return name;
}

bool Names::take(const QString &scope, const QString &name)
{
    auto &used = m_used[scope];
    const auto before = used.size();
    used.insert(name);
    return used.size() > before;
}

} // namespace squall::test::generator
