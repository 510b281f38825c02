#include "models/query/parametertypes.h"

#include "core/pg/connection.h"
#include "core/sql/parameters.h"
#include "models/query/typenames.h"

namespace squall::models {

Result<ParameterTypes> readParameterTypes(pg::Connection &connection, const QueryScript &script,
                                          const QStringList &names)
{
    ParameterTypes types;
    for (const auto &statement : script.statements) {
        if (statement.command || statement.several)
            continue;
        const auto numbered = sql::numberParameters(statement, script.text, names);
        if (numbered.numbered == 0 && numbered.names.isEmpty())
            continue;
        const auto described = connection.inspect(numbered.text);
        if (!described && described.error().code != Error::Code::Server)
            return described.error();
        if (!described)
            continue;
        std::vector<pg::Field> asked;
        for (const auto type : described->parameters)
            asked.push_back({.name = {}, .type = type});
        const auto written = readTypeNames(connection, asked);
        if (!written)
            return written.error();
        for (qsizetype number = 0; number < std::ssize(*written); ++number) {
            const auto name = number < numbered.numbered ? QString::number(number + 1)
                                                         : numbered.names.value(number - numbered.numbered);
            const auto &type = (*written)[static_cast<size_t>(number)].name;
            if (auto &known = types[name]; !known.contains(type))
                known << type;
        }
    }
    return types;
}

} // namespace squall::models
