#pragma once

#include "ui/grid/gridmargin.h"

namespace squall::models {
class VisibleCounts;
}

namespace squall::ui {

class OpenedRows;

/// Beside each row of a table, how many rows of others point to it.
class RelatedMargin : public GridMargin
{
    Q_OBJECT

public:
    RelatedMargin(const models::VisibleCounts &counts, const OpenedRows &opened, QObject *parent = nullptr);

    int noteCount() const override;
    QString title(int note) const override;
    QString subtitle(int note) const override;
    Note note(int note, qint64 row) const override;
    QString toolTip(int note, qint64 row) const override;
    QString spoken(qint64 row) const override;
    bool canOpen(qint64 row) const override;
    bool isOpen(qint64 row) const override;

private:
    const models::VisibleCounts &m_counts;
    const OpenedRows &m_opened;
};

} // namespace squall::ui
