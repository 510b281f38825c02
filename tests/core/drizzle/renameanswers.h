#pragma once

#include "core/diff/renames.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// What people answered who recorded a case: `answers.json`, in the format of hints.
namespace squall::drizzle::test {

inline ObjectId entity(const QString &kind, const QJsonArray &names)
{
    using namespace Qt::StringLiterals;
    static const QHash<QString, Kind> kinds = {
        {u"schema"_s, Kind::Schema}, {u"role"_s, Kind::Role},     {u"table"_s, Kind::Table},
        {u"enum"_s, Kind::Enum},     {u"column"_s, Kind::Column}, {u"sequence"_s, Kind::Sequence},
        {u"view"_s, Kind::View},     {u"policy"_s, Kind::Policy},
    };
    if (names.size() == 1)
        return {kinds.value(kind), {}, names.at(0).toString()};
    return {kinds.value(kind), names.at(0).toString(), names.at(1).toString(), names.at(2).toString()};
}

/// For the step `v2`, `v3`…; nothing when there is no such file.
inline diff::Renames renamesOf(const QString &file, const QString &step)
{
    QFile answers(file);
    diff::Renames renames;
    if (!answers.open(QIODevice::ReadOnly))
        return renames;
    for (const auto &each : QJsonDocument::fromJson(answers.readAll()).object()[step].toArray()) {
        const auto hint = each.toObject();
        const auto kind = hint[u"kind"].toString();
        if (hint[u"type"] == QStringLiteral("rename"))
            renames.insert(entity(kind, hint[u"from"].toArray()), entity(kind, hint[u"to"].toArray()));
    }
    return renames;
}

} // namespace squall::drizzle::test
