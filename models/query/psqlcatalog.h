#pragma once

#include "core/base/query.h"

#include <QString>

#include <vector>

namespace squall::models {

/// psql's commands that ask the catalog (`\d`, `\dt`, `\l` and so on), as queries of our own.
class PsqlCatalog
{
public:
    struct Question
    {
        QString title;
        Query query;
        bool optional = false; ///< no rows are no answer: nothing is shown
    };

    static bool isKnown(const QString &command);
    /// One or several, in order; `arguments` is the pattern that names what is wanted.
    static std::vector<Question> questions(const QString &command, const QString &arguments);

    /// What psql's pattern means as regular expressions: `*` and `?` outside of quotes, case folded there,
    /// and a dot between schema and name. An empty one means any.
    struct Pattern
    {
        QString schema = {};
        QString name = {};
    };
    static Pattern pattern(const QString &text);
};

} // namespace squall::models
