#include "models/query/queryrunner.h"

#include "models/query/queryrunner_p.h"

namespace squall::models {

QueryRunner::QueryRunner(OpenDatabase &database, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, database))
{
}

QueryRunner::~QueryRunner()
{
    // Nobody is told of the end.
    blockSignals(true);
    d.reset();
}

OpenDatabase &QueryRunner::database() const
{
    return d->database();
}

void QueryRunner::run(const QueryScript &script)
{
    d->run(script);
}

void QueryRunner::cancel()
{
    d->cancel();
}

QueryRunner::State QueryRunner::state() const
{
    return d->state;
}

bool QueryRunner::isOwn() const
{
    return d->isOwn();
}

QDateTime QueryRunner::began() const
{
    return d->outcome.began;
}

std::optional<sql::Span> QueryRunner::runningStatement() const
{
    return d->statement;
}

const std::optional<HeldWrite> &QueryRunner::held() const
{
    return d->held;
}

void QueryRunner::runHeld(bool all)
{
    d->runHeld(all);
}

void QueryRunner::readOn()
{
    d->readOn(d->patience.readAhead);
}

void QueryRunner::readAll()
{
    d->readOn(std::numeric_limits<qsizetype>::max());
}

void QueryRunner::endReading()
{
    d->endReading(tr("The rest was not read."), true);
}

QueryRunner::Mode QueryRunner::mode() const
{
    return d->mode;
}

void QueryRunner::setMode(Mode mode)
{
    if (mode == d->mode)
        return;
    d->mode = mode;
    emit modeChanged();
}

const QueryTransaction &QueryRunner::transaction() const
{
    return d->watch.transaction();
}

void QueryRunner::commit()
{
    d->runOwn(QStringLiteral("COMMIT"));
}

void QueryRunner::rollback()
{
    d->runOwn(QStringLiteral("ROLLBACK"));
}

void QueryRunner::rollbackTo(const QString &savepoint)
{
    d->runOwn(QStringLiteral("ROLLBACK TO SAVEPOINT ") + quote(savepoint));
}

QString QueryRunner::sessionKept() const
{
    return d->kept.join(QStringLiteral(", "));
}

void QueryRunner::closeSession()
{
    d->closeSession();
}

void QueryRunner::askParameterTypes(const QueryScript &script, const QStringList &names)
{
    d->askParameterTypes(script, names);
}

void QueryRunner::setPatience(const QueryPatience &patience)
{
    d->setPatience(patience);
}

} // namespace squall::models
