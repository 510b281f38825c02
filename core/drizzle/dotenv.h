#pragma once

#include <QString>

#include <utility>
#include <vector>

namespace squall::drizzle {

/// Names and values of a `.env` text, as the npm package dotenv reads it: `export`, three kinds of quotes,
/// values of several lines, comments; `\n` and `\r` within double quotes; nothing else is expanded. Of a name
/// that stands twice the later value counts, in the earlier place.
std::vector<std::pair<QString, QString>> parseDotenv(const QString &text);

} // namespace squall::drizzle
