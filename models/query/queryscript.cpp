#include "models/query/queryscript.h"

#include "core/sql/parameters.h"

#include <algorithm>

namespace squall::models {

Query queryOf(const QueryScript &script)
{
    if (script.statements.empty())
        return {};
    const auto &[given, named] = script.parameters;
    QStringList names;
    for (const auto &[name, value] : named)
        names << name;
    const auto numbered = sql::numberParameters(script.statements.front(), script.text, names);
    Query query{numbered.text, {}};
    for (size_t number = 0; number < static_cast<size_t>(numbered.numbered); ++number)
        query.parameters.push_back(number < given.size() ? given[number] : std::nullopt);
    for (const auto &name : numbered.names) {
        const auto found =
            std::find_if(named.begin(), named.end(), [&](const auto &each) { return each.first == name; });
        query.parameters.push_back(found == named.end() ? std::nullopt : found->second);
    }
    return query;
}

} // namespace squall::models
