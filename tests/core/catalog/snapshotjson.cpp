#include "tests/core/catalog/snapshotjson.h"

#include "core/base/jsonwriter.h"
#include "core/catalog/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace squall::test {

using namespace Qt::StringLiterals;

namespace {

QJsonObject toJson(const catalog::Snapshot &snapshot)
{
    QByteArray text;
    {
        JsonWriter writer([&](const QByteArray &piece) { text += piece; });
        catalog::writeJson(snapshot, writer);
    }
    return QJsonDocument::fromJson(text).object();
}

QString shown(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

class Comparison
{
public:
    Comparison(bool namedNotNulls, QString user)
        : m_namedNotNulls(namedNotNulls)
        , m_user(std::move(user))
    {
    }

    QString compare(const QString &path, const QJsonValue &expected, const QJsonValue &actual) const
    {
        if (expected.isObject() && actual.isObject())
            return compareObjects(path, expected.toObject(), actual.toObject());
        if (expected.isArray() && actual.isArray())
            return compareArrays(path, expected.toArray(), actual.toArray());
        if (expected == actual)
            return {};
        return u"%1: expected %2, read %3"_s.arg(path, shown(expected), shown(actual));
    }

private:
    bool isAside(const QString &key, const QJsonValue &value, const QJsonObject &expected) const
    {
        if (expected.contains(key))
            return false;
        return key == u"bytes" || key == u"estimatedRows" || (key == u"schema" && value == u"public"_s) ||
               (key == u"owner" && value == m_user) ||
               (key == u"definition" && value.toString().startsWith(u' ')) ||
               (key == u"constraints" && withoutNotNulls(value.toArray()).isEmpty());
    }

    QString compareObjects(const QString &path, const QJsonObject &expected, const QJsonObject &actual) const
    {
        for (auto field = actual.begin(); field != actual.end(); ++field) {
            if (!expected.contains(field.key()) && !isAside(field.key(), field.value(), expected))
                return u"%1: read %2 %3, not expected"_s.arg(path, field.key(), shown(field.value()));
        }
        for (auto field = expected.begin(); field != expected.end(); ++field) {
            const auto difference =
                compare(path + u'.' + field.key(), field.value(), actual.value(field.key()));
            if (!difference.isEmpty())
                return difference;
        }
        return {};
    }

    QJsonArray withoutNotNulls(const QJsonArray &array) const
    {
        if (m_namedNotNulls)
            return array;
        QJsonArray kept;
        for (const auto &item : array) {
            if (item.toObject().value(u"type"_s) != u"not null"_s)
                kept.append(item);
        }
        return kept;
    }

    QString compareArrays(const QString &path, const QJsonArray &expected, const QJsonArray &read) const
    {
        const auto actual = withoutNotNulls(read);
        if (expected.size() != actual.size())
            return u"%1: expected %2, read %3"_s.arg(path, shown(expected), shown(actual));
        for (qsizetype at = 0; at < expected.size(); ++at) {
            const auto name = expected[at].toObject().value(u"name"_s).toString(QString::number(at));
            const auto difference = compare(path + u'/' + name, expected[at], actual[at]);
            if (!difference.isEmpty())
                return difference;
        }
        return {};
    }

    bool m_namedNotNulls;
    QString m_user;
};

} // namespace

QString firstDifference(const Expectation &expected, const catalog::Snapshot &snapshot)
{
    auto actual = toJson(snapshot);
    QJsonArray schemas;
    for (const auto &schema : actual.value(u"schemas"_s).toArray()) {
        if (schema.toObject().value(u"name"_s) != u"public"_s)
            schemas.append(schema);
    }
    const Comparison comparison(expected.namedNotNulls, snapshot.database->user);
    for (const auto &kind : {u"tables"_s, u"views"_s, u"sequences"_s}) {
        const auto difference = comparison.compare(kind, expected.json.value(kind), actual.value(kind));
        if (!difference.isEmpty())
            return difference;
    }
    return comparison.compare(u"schemas"_s, expected.json.value(u"schemas"_s).toArray(), schemas);
}

} // namespace squall::test
