#pragma once

#include "core/edit/rowidentity.h"
#include "models/keymap.h"
#include "models/rowreader.h"

#include <atomic>
#include <memory>

namespace squall::models {

/// Rows next to each other, as they can be read again: loaded or not, and whole.
struct WholeRowsRequest
{
    RowSource source = {}; ///< with the wanted columns only, none of them cut
    RowOrder order = {};
    /// Each with as many rows as its limit says; one that travels backward comes first.
    std::vector<PageRequest> pieces = {};
    /// Where all pieces begin; without one at the first row, or as `mark` says.
    std::optional<RowPlace> from = {};
    /// Reads a page at a time; otherwise each piece at once.
    bool inPages = true;
    /// The first piece begins at row `first`, which is to be found from here.
    std::optional<KeyMark> mark = {};
    qint64 first = 0;
};

/// One row of it: the wanted values, and what tells it from others.
struct WholeRow
{
    std::vector<Query::Parameter> values = {};
    edit::RowIdentity identity = {};
};

/// Reads it a page at a time, counting rows in `progress`. To be run on a Session.
Result<std::vector<WholeRow>> readWholeRows(pg::Connection &connection, const WholeRowsRequest &request,
                                            const std::shared_ptr<std::atomic<qint64>> &progress);

} // namespace squall::models
