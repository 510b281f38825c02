#pragma once

#include "models/commit.h"

#include <optional>
#include <vector>

namespace squall::models {

/// What the journal keeps of a batch: what was sent, and what the server made of it.
struct BatchRecord
{
    std::vector<edit::StagedEdits> edits = {};
    std::vector<CommittedRow> rows = {}; ///< empty while nobody knows

    QByteArray serialized() const;
    static std::optional<BatchRecord> parse(const QByteArray &bytes);
};

/// `staged` without what was sent with `batch`: what was staged meanwhile stays.
edit::StagedEdits without(edit::StagedEdits staged, const edit::StagedEdits &batch);

/// `staged` and `more` together; nothing where both touch the same row.
std::optional<edit::StagedEdits> together(edit::StagedEdits staged, const edit::StagedEdits &more);

} // namespace squall::models
