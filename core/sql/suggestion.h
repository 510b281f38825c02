#pragma once

#include "core/sql/snippet.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace squall::sql {

/// What could stand where somebody is writing.
struct Suggestion
{
    enum class Type : unsigned char {
        Value,
        Column,
        Operator,
        Keyword,
        Function,
        Table, ///< or another relation with rows
        Schema,
        DataType,
        Alias, ///< of a source in this statement, or one that it could have
        Join,  ///< a condition, or a table with one
        Snippet,
        Name, ///< of anything else: a constraint, an index, a role, a setting
    };

    Type type = Type::Keyword;
    QString text; ///< as it is to be inserted
    QString note = {};
    /// How many characters the cursor stands before the end once it is inserted.
    int back = 0;
    /// Of a snippet with places to fill in: these, in `text`; the cursor stands behind the first.
    std::vector<SnippetStop> stops = {};

    bool operator==(const Suggestion &) const = default;
};

/// How something that takes values in order is called.
struct Signature
{
    QString name;
    QStringList arguments; ///< name and type as they are to be read
    QString result = {};

    bool operator==(const Signature &) const = default;
};

struct Completion
{
    qsizetype start = 0; ///< what is replaced
    qsizetype length = 0;
    /// How much of the same word stands behind the cursor, for those who want to replace it too.
    qsizetype behind = 0;
    std::vector<Suggestion> suggestions = {}; ///< best first
    /// What is being called around the cursor, and which of its arguments is being written.
    std::vector<Signature> signatures = {};
    int argument = -1;
};

} // namespace squall::sql
