#include "core/diff/write/index.h"

#include "core/base/quote.h"
#include "core/diff/write/clauses.h"
#include "core/diff/write/rights.h"

namespace squall::diff {

using namespace catalog;
using namespace Qt::StringLiterals;

namespace {

QString keySql(const IndexKey &key, bool ordered)
{
    QString sql = key.column.isEmpty() ? u'(' + key.expression + u')' : quote(key.column);
    if (!key.collation.isEmpty())
        sql += u" COLLATE "_s + key.collation;
    if (!key.operatorClass.isEmpty())
        sql += u' ' + key.operatorClass;
    if (!key.operatorClassOptions.isEmpty())
        sql += u" ("_s + storageParameters(key.operatorClassOptions) + u')';
    if (!ordered)
        return sql;
    if (key.descending)
        sql += u" DESC"_s;
    if (key.nullsFirst != key.descending)
        sql += key.nullsFirst ? u" NULLS FIRST"_s : u" NULLS LAST"_s;
    return sql;
}

} // namespace

QStringList createIndex(const QString &relation, const QString &schema, const Index &index, bool only)
{
    QStringList keys;
    for (const auto &key : index.keys)
        keys << keySql(key, index.ordered);
    QString create = (index.unique ? u"CREATE UNIQUE INDEX "_s : u"CREATE INDEX "_s) + quote(index.name) +
                     u" ON "_s + (only ? u"ONLY "_s : QString()) + relation + u" USING "_s +
                     quote(index.method) + u" ("_s + keys.join(u", "_s) + u')';
    if (!index.include.isEmpty())
        create += u" INCLUDE "_s + columnList(index.include);
    if (index.nullsNotDistinct)
        create += u" NULLS NOT DISTINCT"_s;
    if (!index.options.isEmpty())
        create += u" WITH ("_s + storageParameters(index.options) + u')';
    if (!index.tablespace.isEmpty())
        create += u" TABLESPACE "_s + quote(index.tablespace);
    if (!index.predicate.isEmpty())
        create += u" WHERE "_s + index.predicate;
    return QStringList{create} + afterIndex(relation, schema, index);
}

QStringList attachIndex(const QString &schema, const Index &index)
{
    return {u"ALTER INDEX "_s + quoted(index.parent) + u" ATTACH PARTITION "_s + quote(schema, index.name)};
}

QStringList afterIndex(const QString &relation, const QString &schema, const Index &index)
{
    const QString name = quote(schema, index.name);
    QStringList statements;
    for (size_t i = 0; i < index.keys.size(); ++i) {
        if (const auto target = index.keys[i].statisticsTarget)
            statements << u"ALTER INDEX "_s + name + u" ALTER COLUMN "_s + QString::number(i + 1) +
                              u" SET STATISTICS "_s + QString::number(*target);
    }
    if (index.clustered)
        statements << u"ALTER TABLE "_s + relation + u" CLUSTER ON "_s + quote(index.name);
    if (index.replicaIdentity)
        statements << u"ALTER TABLE ONLY "_s + relation + u" REPLICA IDENTITY USING INDEX "_s +
                          quote(index.name);
    return statements + commentOn(u"INDEX "_s + name, index.comment);
}

} // namespace squall::diff
