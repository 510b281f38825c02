#include "tests/core/catalog/readback.h"

#include "core/base/jsonwriter.h"
#include "core/catalog/json.h"
#include "core/diff/render.h"
#include "core/pg/connection.h"

#include <algorithm>

namespace squall::test {

using namespace catalog;
using namespace Qt::StringLiterals;

namespace {

QString sentence(const Error &error, const QString &script = {})
{
    QString text = error.message + u' ' + error.detail;
    if (error.position > 0)
        text += u" at: "_s + script.mid(error.position - 1, 200);
    return text;
}

template<typename T>
QString firstDifference(const char *what, const std::vector<T> &before, const std::vector<T> &after)
{
    if (before == after)
        return {};
    const auto [one, other] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    QString text = QString::fromUtf8(what) + u" differ: "_s;
    text += one == before.end() ? u"(none)"_s : idOf(*one).text();
    text += u" / "_s + (other == after.end() ? u"(none)"_s : idOf(*other).text());
    if constexpr (std::is_same_v<T, Definition>) {
        if (one != before.end() && other != after.end())
            text += u'\n' + one->statements.join(u'\n') + u"\nand\n"_s + other->statements.join(u'\n');
    }
    if constexpr (std::is_same_v<T, Function>) {
        if (one != before.end() && other != after.end())
            text += u'\n' + one->definition + u"\nand\n"_s + other->definition;
    }
    return text;
}

QString differentList(const Snapshot &before, const Snapshot &after)
{
    for (const auto &text :
         {firstDifference("schemas", before.schemas, after.schemas),
          firstDifference("extensions", before.extensions, after.extensions),
          firstDifference("enums", before.enums, after.enums),
          firstDifference("domains", before.domains, after.domains),
          firstDifference("composites", before.composites, after.composites),
          firstDifference("ranges", before.ranges, after.ranges),
          firstDifference("functions", before.functions, after.functions),
          firstDifference("definitions", before.definitions, after.definitions),
          firstDifference("default privileges", before.defaultPrivileges, after.defaultPrivileges),
          firstDifference("tables", before.tables, after.tables),
          firstDifference("views", before.views, after.views)}) {
        if (!text.isEmpty())
            return text;
    }
    return u"something else differs"_s;
}

QStringList jsonLines(const Snapshot &snapshot)
{
    QByteArray text;
    {
        JsonWriter writer([&](const QByteArray &piece) { text += piece; });
        writeJson(snapshot, writer);
    }
    // The database itself has another name each time.
    return QString::fromUtf8(text.mid(text.indexOf("\"schemas\""))).split(u'\n');
}

QString firstDifferentLine(const Snapshot &before, const Snapshot &after)
{
    const auto lines = jsonLines(before);
    const auto other = jsonLines(after);
    const auto place =
        std::mismatch(lines.begin(), lines.end(), other.begin(), other.end()).first - lines.begin();
    return lines.value(place - 1).trimmed() + u' ' + lines.value(place).trimmed() + u" / "_s +
           other.value(place).trimmed();
}

} // namespace

void ReadBack::everyVersion()
{
    QTest::addColumn<int>("version");
    for (const int version : TestServer::versions())
        QTest::addRow("PostgreSQL %d", version) << version;
}

ReadBack::ReadBack(int version, const QString &script)
    : m_version(version)
    , m_database(TestServer::of(version).createDatabase())
{
    pg::Connection connection(m_database);
    if (const auto made = connection.runScript(script); !made) {
        m_fault = sentence(made.error(), script);
        return;
    }
    auto snapshot = introspect(connection);
    if (snapshot)
        m_snapshot = std::make_shared<Snapshot>(*std::move(snapshot));
    else
        m_fault = sentence(snapshot.error());
}

QString ReadBack::fault()
{
    if (!m_fault.isEmpty())
        return m_fault;
    const auto script = diff::render(m_snapshot);
    if (!script)
        return sentence(script.error());
    pg::Connection connection(TestServer::of(m_version).createDatabase());
    if (const auto made = connection.runScript(*script); !made)
        return sentence(made.error(), *script);
    connection.close();
    const auto again = introspect(connection);
    if (!again)
        return sentence(again.error());
    return *again == *m_snapshot
               ? QString()
               : differentList(*m_snapshot, *again) + u": "_s + firstDifferentLine(*m_snapshot, *again);
}

bool ReadBack::needs(const ObjectId &object, const ObjectId &needed) const
{
    const auto &edges = *m_snapshot->dependencies;
    return std::find(edges.begin(), edges.end(), Dependency{object, needed}) != edges.end();
}

const Definition *ReadBack::definition(Kind kind, const QString &name) const
{
    const auto found =
        std::find_if(m_snapshot->definitions.begin(), m_snapshot->definitions.end(),
                     [&](const Definition &each) { return each.kind == kind && each.name == name; });
    return found == m_snapshot->definitions.end() ? nullptr : &*found;
}

const Function *ReadBack::function(const QString &name) const
{
    const auto found = std::find_if(m_snapshot->functions.begin(), m_snapshot->functions.end(),
                                    [&](const Function &each) { return each.name == name; });
    return found == m_snapshot->functions.end() ? nullptr : &*found;
}

} // namespace squall::test
