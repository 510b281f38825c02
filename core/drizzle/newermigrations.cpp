#include "core/drizzle/newermigrations.h"

#include "core/drizzle/entitysnapshot.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace squall::drizzle {

namespace {

constexpr int stampLength = 14;

/// The time in a folder's name, in UTC; nothing when it does not begin with one.
std::optional<qint64> timeOf(const QString &name)
{
    const auto stamp = name.left(stampLength);
    const bool digits = stamp.size() == stampLength && std::all_of(stamp.begin(), stamp.end(), [](QChar c) {
                            return c >= u'0' && c <= u'9';
                        });
    if (!digits)
        return {};
    auto time = QDateTime::fromString(stamp, u"yyyyMMddHHmmss"_s);
    time.setTimeSpec(Qt::UTC);
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

void readSnapshotOf(const QString &path, RecordedMigration &migration)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        if (file.exists())
            migration.fault = Error{Error::Code::File, file.errorString()};
        return;
    }
    auto snapshot = readEntitySnapshot(file.readAll());
    if (!snapshot) {
        migration.fault = snapshot.error();
        return;
    }
    migration.id = snapshot->id;
    migration.parents = snapshot->parents;
    migration.snapshot = std::move(snapshot->schema);
}

}

std::vector<RecordedMigration> readNewerMigrations(const QString &folder)
{
    std::vector<RecordedMigration> migrations;
    auto names = QDir(folder).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::NoSort);
    std::sort(names.begin(), names.end());
    for (const auto &name : names) {
        const auto when = timeOf(name);
        const auto sql = name + u"/migration.sql"_s;
        if (!when || !QFile::exists(folder + u'/' + sql))
            continue;
        auto &made = migrations.emplace_back(RecordedMigration{.name = name, .file = sql, .when = *when});
        readSnapshotOf(folder + u'/' + name + u"/snapshot.json"_s, made);
    }
    return migrations;
}

} // namespace squall::drizzle
