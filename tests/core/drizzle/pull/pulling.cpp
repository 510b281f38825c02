#include "tests/core/drizzle/pull/pulling.h"

#include "core/drizzle/evaluateschema.h"
#include "core/drizzle/snapshotwriter.h"

#include <QDir>
#include <QFile>
#include <QProcess>

namespace squall::test {

using namespace Qt::StringLiterals;

namespace {

void write(const QString &path, const QString &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(text.toUtf8()) < 0)
        qFatal("%s: %s", qPrintable(path), qPrintable(file.errorString()));
}

/// The first lines in which two texts differ.
QString difference(const QString &wanted, const QString &got)
{
    if (wanted == got)
        return {};
    const auto left = wanted.split(u'\n');
    const auto right = got.split(u'\n');
    qsizetype at = 0;
    while (left.value(at) == right.value(at))
        ++at;
    constexpr qsizetype shown = 12;
    const auto from = qMax(qsizetype(0), at - shown / 2);
    return u"written:\n%1\nevaluated:\n%2"_s.arg(left.mid(from, shown).join(u'\n'),
                                                 right.mid(from, shown).join(u'\n'));
}

constexpr auto compilerOptions = R"({
  "compilerOptions": {
    "strict": true, "noEmit": true, "skipLibCheck": true, "target": "ES2022", "module": "ESNext",
    "moduleResolution": "bundler", "types": [], "lib": ["ES2022"]
  },
  "include": ["*/*.ts"]
})";

} // namespace

PulledProject::PulledProject()
{
    // A repository, below which files may be read.
    QDir(path()).mkdir(u".git"_s);
    write(path() + u"/tsconfig.json"_s, QString::fromLatin1(compilerOptions));
}

QString PulledProject::roundTrip(const QString &name, const catalog::Snapshot &catalog,
                                 const drizzle::Selection &selection, const drizzle::NameStyle &style)
{
    const auto pulled = drizzle::snapshotOf(catalog, selection);
    m_written = drizzle::writeSchema({pulled.snapshot, pulled.outside, pulled.customValues, style});
    const auto folder = path() + u'/' + name;
    QDir().mkpath(folder);
    write(folder + u"/schema.ts"_s, m_written.schema);
    write(folder + u"/relations.ts"_s, m_written.relations);

    drizzle::ProjectFiles files(folder);
    const auto evaluated = drizzle::evaluateSchema(
        {.entries = {folder + u"/schema.ts"_s, folder + u"/relations.ts"_s}, .casing = style.casing}, files,
        {.program = QStringLiteral(SQUALL_EVALUATE)});
    if (!evaluated)
        return evaluated.error().message + u'\n' + evaluated.error().detail;
    return difference(QString::fromUtf8(drizzle::writeSnapshot(m_written.snapshot)),
                      QString::fromUtf8(drizzle::writeSnapshot(evaluated->snapshot)));
}

QString PulledProject::typeErrors() const
{
    // The evaluator has a drizzle-orm of its own, and would not follow this out of the project.
    QFile::link(QStringLiteral(SQUALL_NODE_PACKAGES), path() + u"/node_modules"_s);
    QProcess compiler;
    compiler.setWorkingDirectory(path());
    compiler.setProcessChannelMode(QProcess::MergedChannels);
    compiler.start(QStringLiteral(SQUALL_NODE),
                   {QStringLiteral(SQUALL_NODE_PACKAGES "/typescript/bin/tsc"), u"-p"_s, u"."_s});
    constexpr int timeoutMs = 600'000;
    if (!compiler.waitForFinished(timeoutMs))
        return u"tsc: "_s + compiler.errorString();
    return compiler.exitCode() == 0 ? QString() : QString::fromUtf8(compiler.readAll());
}

drizzle::Selection everything(const catalog::Snapshot &catalog)
{
    drizzle::Config config;
    config.schemaFilter.clear();
    for (const auto &schema : catalog.schemas)
        config.schemaFilter << schema.name;
    return drizzle::Selection(config);
}

Result<Done> loadDemo(pg::Connection &connection)
{
    const QDir migrations(QStringLiteral(SQUALL_DEMO "/drizzle"));
    for (const auto &name : migrations.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        QFile file(migrations.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return Error{.code = Error::Code::File, .message = file.errorString()};
        if (const auto done = connection.runScript(QString::fromUtf8(file.readAll())); !done)
            return done.error();
    }
    return Done{};
}

} // namespace squall::test
