#pragma once

#include "ui/grid/gridselection.h"

#include <memory>

class QMimeData;

namespace squall::models {
class WindowModel;
}

namespace squall::ui {

/// What a copy holds, and what it could not hold.
struct GridCopy
{
    std::unique_ptr<QMimeData> data;
    qint64 rows = 0;
    qint64 missingRows = 0; ///< selected, but not loaded
    qint64 cutValues = 0;   ///< copied only as far as they are loaded
};

/// The rectangle as tab-separated text, HTML and CSV; a single cell is its bare value. NULL becomes nothing.
GridCopy copyCells(const models::WindowModel &model, const CellRange &range);

} // namespace squall::ui
