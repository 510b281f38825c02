#include "core/sql/tokenize.h"
#include "core/sql/utf8offsets.h"
#include "tests/fuzz/property.h"

using namespace squall;

/// Tokens cover every text without a gap, and its positions in UTF-8 are those of its bytes.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const auto text = QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const sql::Utf8Offsets offsets(text);
    qsizetype end = 0;
    QByteArray bytes;
    for (const auto &token : sql::tokenize(text)) {
        fuzz::hold(token.start == end && token.length > 0, "tokens leave a gap", text);
        end = token.end();
        fuzz::hold(token.finished || end == text.size(), "something open ends before the text", text);
        fuzz::hold(offsets.byteAt(token.start) == bytes.size(), "a byte is missing", text);
        fuzz::hold(offsets.unitAt(bytes.size()) == token.start, "a unit is missing", text);
        bytes += token.in(text).toUtf8();
    }
    fuzz::hold(end == text.size(), "tokens end before the text", text);
    fuzz::hold(offsets.byteCount() == bytes.size(), "bytes are missing at the end", text);
    return 0;
}
