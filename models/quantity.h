#pragma once

#include <QString>

namespace squall::models {

/// A planner's estimate in few characters: `≈ 340`, `≈ 1.2k`, `≈ 100k`, `≈ 10M`.
QString approximateRows(qint64 rows);

/// An estimate in full: `≈ 100,000`.
QString estimatedRows(qint64 rows);

/// `8 kB`, `12.4 MB`, as PostgreSQL counts them: 1024 bytes are a kB.
QString byteSize(qint64 bytes);

/// `1 row`, `3 rows`.
QString countedRows(qint64 rows);

/// `12 ms`, `1.2 s`, `3 min 5 s`, `2 h 10 min`.
QString duration(qint64 milliseconds);

} // namespace squall::models
