#pragma once

#include "models/cascades.h"
#include "models/cellrole.h"

#include <QCoreApplication>

namespace squall::models {

/// What a delete does to one table through one foreign key, as a person reads it.
struct CascadeLine
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::CascadeLine)

public:
    EditMark mark = EditMark::None; ///< of the rows: removed, changed; none where they stand in the way
    bool refused = false;           ///< the server will not have it
    QString table = {};             ///< `session`
    QString path = {};              ///< `plan › week › session`
    QString what = {};              ///< `20 rows are deleted with them`
    QString why = {};               ///< `session_week_fkey (week), on delete cascade`

    bool operator==(const CascadeLine &) const = default;
};

/// The whole tree, those that the server will refuse first.
std::vector<CascadeLine> cascadeLines(const Cascades &cascades);

/// In a sentence or two what deleting rows of one relation does to others; empty when nothing.
QString cascadeSentence(const std::vector<Cascade> &cascades);

} // namespace squall::models
