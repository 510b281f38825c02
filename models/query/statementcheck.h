#pragma once

#include "core/base/result.h"
#include "core/sql/completioncatalog.h"
#include "core/sql/mark.h"
#include "core/sql/splitstatements.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <memory>
#include <optional>

namespace squall::pg {
class Connection;
}

/// What is found wrong in a script without running it.
namespace squall::models {

/// A statement of a script, and what was found in it; places are those of the whole text.
struct CheckedStatement
{
    sql::Statement statement;
    QString source;         ///< its text in the script
    sql::Marks syntax = {}; ///< at most one, and only advice: newer servers know more
    sql::Marks lint = {};
    sql::Marks server = {};
    bool asked = false; ///< the server has judged it
};

struct CheckedScript
{
    QString text;
    std::vector<CheckedStatement> statements = {};
    /// An earlier statement makes or changes objects: what the server does not find may be theirs.
    bool defines = false;
};

/// What was found earlier, by the statements' text; places count from its start.
struct CheckMemory
{
    struct Found
    {
        sql::Marks syntax;
        sql::Marks lint;
    };
    QHash<QString, Found> local = {};
    QHash<QString, sql::Marks> server = {};
    QSet<QString> made = {};
};

/// How many statements around the caret are looked at.
constexpr qsizetype checkedAround = 500;

/// Everything that needs no server. `memory` takes part and is brought up to date.
CheckedScript checkScript(const QString &text, qsizetype caret, const sql::CompletionCatalog *catalog,
                          CheckMemory &memory);

/// The statements that the server is to judge, the one at the caret first: those of few around it that it has
/// not judged yet and that PREPARE takes.
std::vector<size_t> toAskAbout(const CheckedScript &script, qsizetype caret);

/// What the server objects to in a statement: it is parsed and its names are looked up in a read-only
/// transaction that is rolled back, and nothing runs. No answer where what it says is not about the statement
/// (locks, time, a standby). Places count from the statement's start.
Result<std::optional<sql::Marks>> askServer(pg::Connection &connection, const CheckedStatement &statement,
                                            const QString &script);

/// What is to be shown while the caret stands there: nothing of the word that is being written, and of a
/// statement that ends at the caret not that it is unfinished.
sql::Marks marksToShow(const CheckedScript &script, qsizetype caret, bool namesAreCertain);

} // namespace squall::models
