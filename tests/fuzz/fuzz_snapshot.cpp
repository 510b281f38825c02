#include "core/drizzle/snapshotreader.h"
#include "core/drizzle/snapshotupgrade.h"
#include "core/drizzle/snapshotwriter.h"
#include "tests/fuzz/property.h"

using namespace squall;

/// What can be read is written so that it reads the same again, in either order, and older versions become
/// one that does.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    for (const auto &read : {drizzle::readSnapshot(text), drizzle::upgradeSnapshot(text)}) {
        if (!read)
            continue;
        for (const auto order : {drizzle::WrittenAs::Made, drizzle::WrittenAs::Copied}) {
            const auto written = drizzle::writeSnapshot(*read, order);
            const auto again = drizzle::readSnapshot(written);
            const auto both =
                QString::fromUtf8(text) + QStringLiteral("\n--- became ---\n") + QString::fromUtf8(written);
            fuzz::hold(again.ok(), "what was written cannot be read", both);
            fuzz::hold(drizzle::writeSnapshot(*again, order) == written, "it is written otherwise", both);
        }
    }
    return 0;
}
