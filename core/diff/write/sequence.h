#pragma once

#include "core/catalog/table.h"

#include <QString>
#include <QStringList>

namespace squall::diff {

/// Only what differs from how a sequence of this type counts by itself, for example `START WITH 10 CYCLE`.
QString sequenceOptions(const catalog::SequenceOptions &options);

QStringList createSequence(const catalog::Sequence &sequence, const QString &databaseOwner);
QStringList ownSequence(const catalog::Sequence &sequence);

} // namespace squall::diff
