#include "core/diff/write/sequence.h"

#include "core/base/quote.h"
#include "core/diff/write/clauses.h"
#include "core/diff/write/rights.h"

#include <limits>

namespace squall::diff {

using namespace catalog;
using namespace Qt::StringLiterals;

namespace {

struct Bounds
{
    qint64 lowest;
    qint64 highest;
};

Bounds boundsOf(const QString &type)
{
    if (type == u"smallint")
        return {std::numeric_limits<qint16>::min(), std::numeric_limits<qint16>::max()};
    if (type == u"integer")
        return {std::numeric_limits<qint32>::min(), std::numeric_limits<qint32>::max()};
    return {std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::max()};
}

} // namespace

QString sequenceOptions(const SequenceOptions &options)
{
    const auto [lowest, highest] = boundsOf(options.type);
    const bool rising = options.increment > 0;
    const qint64 minimum = rising ? 1 : lowest;
    const qint64 maximum = rising ? highest : -1;

    QStringList written;
    const qint64 start = rising ? options.minimum : options.maximum;
    if (options.start != start)
        written << u"START WITH %1"_s.arg(options.start);
    if (options.increment != 1)
        written << u"INCREMENT BY %1"_s.arg(options.increment);
    if (options.minimum != minimum)
        written << u"MINVALUE %1"_s.arg(options.minimum);
    if (options.maximum != maximum)
        written << u"MAXVALUE %1"_s.arg(options.maximum);
    if (options.cache != 1)
        written << u"CACHE %1"_s.arg(options.cache);
    if (options.cycle)
        written << u"CYCLE"_s;
    return written.join(u' ');
}

QStringList createSequence(const Sequence &sequence, const QString &databaseOwner)
{
    const QString name = quote(sequence.schema, sequence.name);
    QString create = (sequence.unlogged ? u"CREATE UNLOGGED SEQUENCE "_s : u"CREATE SEQUENCE "_s) + name;
    if (sequence.options.type != u"bigint")
        create += u" AS "_s + sequence.options.type;
    if (const QString options = sequenceOptions(sequence.options); !options.isEmpty())
        create += u' ' + options;

    const QString address = u"SEQUENCE "_s + name;
    return QStringList{create} + ownerOf(address, sequence.owner, databaseOwner) +
           commentOn(address, sequence.comment) + rightsOn(address, sequence.privileges);
}

QStringList ownSequence(const Sequence &sequence)
{
    return {u"ALTER SEQUENCE "_s + quote(sequence.schema, sequence.name) + u" OWNED BY "_s +
            quoted(sequence.ownerTable) + u'.' + quote(sequence.ownerColumn)};
}

} // namespace squall::diff
