#include "core/sql/excerpt.h"
#include "core/sql/parameters.h"
#include "core/sql/splitstatements.h"
#include "core/sql/utf8offsets.h"
#include "tests/fuzz/property.h"

using namespace squall;

namespace {

void examine(const sql::Statement &statement, const QString &script)
{
    const auto &span = statement.span;
    fuzz::hold(span.start >= 0 && span.length > 0 && span.end() <= script.size(), "a span is outside",
               script);
    auto at = span.start;
    for (const auto &gap : statement.gaps) {
        fuzz::hold(gap.start >= at && gap.length > 0 && gap.end() <= span.end(), "a gap is outside", script);
        at = gap.end();
    }
    if (statement.data)
        fuzz::hold(statement.data->start >= span.end() && statement.data->end() <= script.size(),
                   "rows are outside", script);
    sql::excerpt(script, span.end());
    const auto numbered = sql::numberParameters(statement, script, {QStringLiteral("a")});
    if (numbered.names.isEmpty())
        fuzz::hold(numbered.text == statement.text(script), "numbering changed the text", script);
    const auto step = numbered.text.size() / 20 + 1;
    for (qsizetype position = 1; position <= numbered.text.size() + 1; position += step) {
        const auto unit = numbered.unitOf(static_cast<int>(position));
        fuzz::hold(unit >= 0 && unit <= script.size(), "a place is outside", script);
    }
}

} // namespace

/// Whatever the script, the spans are inside of it, and a statement cut out alone is that one statement.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto script = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const auto statements = sql::splitStatements(script);
    for (const auto &statement : statements) {
        examine(statement, script);
        if (statement.command || !statement.gaps.empty() || statement.several || !statement.complete)
            continue;
        const auto text = statement.text(script);
        const auto alone = sql::splitStatements(text);
        fuzz::hold(alone.size() == 1 && alone.front().kind == statement.kind, "alone it is another", text);
    }
    sql::statementAt(statements, script, script.size() / 2);
    return 0;
}
