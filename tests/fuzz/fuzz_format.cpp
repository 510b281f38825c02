#include "core/sql/format.h"
#include "tests/core/sql/kept.h"
#include "tests/fuzz/property.h"

using namespace squall;

/// Formatting keeps tokens, comments and meaning, and once is enough.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const auto script =
        QString::fromUtf8(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    const sql::FormatOptions options{.width = data[0] % 100};
    const auto formatted = sql::format(script, options);
    const auto both = script + QStringLiteral("\n--- became ---\n") + formatted;
    fuzz::hold(test::kept(formatted) == test::kept(script), "a token changed", both);
    fuzz::hold(sql::format(formatted, options) == formatted, "once was not enough", both);
    fuzz::hold(test::meanings(formatted) == test::meanings(script), "the meaning changed", both);
    return 0;
}
