#include "models/connectionlosses.h"

#include "core/edit/stagededits.h"
#include "core/workspace/journal.h"

#include <algorithm>

namespace squall::models {

using workspace::JournalBatch;

ConnectionLosses lossesIn(const workspace::JournalContents &journal)
{
    ConnectionLosses losses;
    for (const auto &entry : journal.entries) {
        const auto &kept = entry.draft.isEmpty() ? entry.edits : entry.draft;
        if (kept.isEmpty())
            continue;
        // What another version wrote cannot be counted, and is lost all the same.
        const auto edits = edit::StagedEdits::parse(kept);
        losses.changes += edits ? edits->changeCount() : 1;
    }
    losses.unresolved =
        std::any_of(journal.batches.begin(), journal.batches.end(),
                    [](const JournalBatch &batch) { return batch.state == JournalBatch::State::Committing; });
    losses.elsewhere = journal.elsewhere;
    return losses;
}

} // namespace squall::models
