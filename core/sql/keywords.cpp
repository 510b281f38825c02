#include "core/sql/keywords.h"

#include <QSet>
#include <QString>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

QSet<QString> setOf(QStringView words)
{
    QSet<QString> all;
    for (const auto &word : words.toString().split(u' ', Qt::SkipEmptyParts))
        all.insert(word);
    return all;
}

} // namespace

bool isReserved(QStringView word)
{
    static const auto words = setOf(
        u"all analyse analyze and any array as asc asymmetric authorization binary both case cast check "
        "collate collation column concurrently constraint create cross current_catalog current_date "
        "current_role current_schema current_time current_timestamp current_user default deferrable desc "
        "distinct do else end except false fetch for foreign freeze from full grant group having ilike in "
        "initially inner intersect into is isnull join lateral leading left like limit localtime "
        "localtimestamp natural not notnull null offset on only or order outer overlaps placing primary "
        "references returning right select session_user similar some symmetric system_user table "
        "tablesample then to trailing true union unique user using variadic verbose when where window "
        "with");
    return words.contains(word.toString().toLower());
}

bool isUsualKeyword(QStringView word)
{
    static const auto words = setOf(
        u"abort add after alter always atomic before begin between by cascade close comment commit "
        "conflict copy cursor database deallocate declare delete drop each enable disable escape exclude "
        "execute exists explain extension extract filter following function generated grouping identity "
        "if immutable inherits insert language leakproof listen lock materialized merge no nothing notify "
        "nulls of ordinality over overriding owner partition preceding prepare procedure recursive "
        "refresh reindex release rename replace reset restrict returns revoke rollback row rows savepoint "
        "schema security sequence set show stable start stored strict temp temporary trigger truncate "
        "unbounded unlogged update vacuum values view volatile within without work");
    return words.contains(word.toString().toLower());
}

} // namespace squall::sql
