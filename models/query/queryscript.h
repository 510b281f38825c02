#pragma once

#include "core/base/error.h"
#include "core/base/query.h"
#include "core/sql/span.h"
#include "core/sql/statement.h"
#include "models/query/writetrial.h"

#include <QDateTime>
#include <QList>

#include <chrono>
#include <optional>
#include <utility>
#include <vector>

namespace squall::models {

/// What somebody gave for the parameters of a script; a missing value is NULL.
struct QueryParameters
{
    std::vector<Query::Parameter> numbered = {};                  ///< `$1` and so on
    std::vector<std::pair<QString, Query::Parameter>> named = {}; ///< `:name`

    bool operator==(const QueryParameters &) const = default;
};

/// A text and what is to be run of it. Everything that is said about it later counts in units of the text
/// that it was cut from, which begins `offset` before it.
struct QueryScript
{
    QString text = {};
    std::vector<sql::Statement> statements = {}; ///< as `splitStatements` cuts the text, or some of them
    qsizetype offset = 0;
    QueryParameters parameters = {};
    QString folder = {}; ///< where the names of files in it begin
};

/// The first of its statements as it is sent, with its parameters.
Query queryOf(const QueryScript &script);

/// Something worth a line while a script runs.
struct QueryMessage
{
    enum class Kind : unsigned char {
        Tag,          ///< what a statement did: `UPDATE 3`
        Notice,       ///< of the server
        Remark,       ///< ours
        Notification, ///< NOTIFY
        Failure,
    };

    Kind kind = Kind::Remark;
    QString text = {};
    QString detail = {};
    QDateTime time = {};
    std::optional<std::chrono::microseconds> duration = {};
    std::optional<sql::Span> statement = {}; ///< in the text
};

/// A statement that somebody ran, and what came of it.
struct RanStatement
{
    QString sql = {}; ///< as it was sent
    QDateTime at = {};
    std::chrono::microseconds duration{0};
    qint64 rows = -1;   ///< read, or changed; -1: it failed
    QString error = {}; ///< or how it was ended; empty when it was not
};

/// A write that waits for somebody's word. Nothing of it is done, and nothing is locked meanwhile; but a
/// COMMIT is held in its open transaction.
struct HeldWrite
{
    QString sql = {};         ///< as it will be sent
    sql::Span statement = {}; ///< in the text
    WriteEffect effect = {};
    int after = 0;       ///< statements that wait behind it
    int writesAfter = 0; ///< those of them that will be held as well, as far as the script says
    bool commits =
        false; ///< it is the COMMIT of what the script has written, whose rows are locked meanwhile
    bool rollsBack = false; ///< giving it up ends the transaction, which the script has begun
    QDateTime until = {};   ///< then it is given up
};

/// Why a script stopped, and where.
struct QueryFailure
{
    Error error;
    std::optional<sql::Span> place = {}; ///< the word in the text that the server points to
    sql::Span statement = {};            ///< the one that failed, in the text
    QString excerpt = {};                ///< its line with a mark below the place
    QString file = {};                  ///< the included file it is in; the spans are of the text's `\i` then
    std::vector<sql::Span> notRun = {}; ///< the statements after it
};

/// What became of a run.
struct QueryOutcome
{
    enum class End : unsigned char { Done, Failed, Cancelled };

    End end = End::Done;
    QString words = {}; ///< of a cancelled one: how it was ended
    QDateTime began = {};
    std::chrono::microseconds duration{0};
    int statements = 0; ///< that were run
    qint64 rows = 0;    ///< read, or changed
    std::optional<QueryFailure> failure = {};
};

} // namespace squall::models

Q_DECLARE_METATYPE(squall::models::QueryMessage)
Q_DECLARE_METATYPE(squall::models::RanStatement)
Q_DECLARE_METATYPE(squall::models::HeldWrite)
Q_DECLARE_METATYPE(squall::models::QueryFailure)
Q_DECLARE_METATYPE(squall::models::QueryOutcome)
