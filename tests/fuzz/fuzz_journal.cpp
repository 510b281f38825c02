#include "core/drizzle/journal.h"
#include "tests/fuzz/property.h"

using namespace squall;

/// An entry that is added, changed and taken away again leaves the others as they were.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    auto journal = drizzle::Journal::read(text);
    if (!journal)
        return 0;
    const auto shown = QString::fromUtf8(text);
    const auto before = journal->entries();
    journal->append({.idx = 7, .when = 8, .tag = QStringLiteral("0007_é\"")});
    fuzz::hold(journal->entries().size() == before.size() + 1, "nothing was added", shown);
    journal->replace(before.size(), {.idx = 9, .when = 10, .tag = QStringLiteral("x")});
    fuzz::hold(journal->entries().back().when == 10, "nothing was changed", shown);
    journal->remove(before.size());
    fuzz::hold(journal->entries() == before, "other entries have changed", shown);
    if (!before.empty()) {
        journal->remove(0);
        fuzz::hold(std::equal(before.begin() + 1, before.end(), journal->entries().begin(),
                              journal->entries().end()),
                   "another entry was removed", shown);
    }
    return 0;
}
