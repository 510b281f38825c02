#pragma once

#include "models/rowsource.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace squall::models {

/// How somebody wants to see one column.
struct ArrangedColumn
{
    QString name;
    bool hidden = false;
    bool pinned = false;
    int width = 0; ///< in pixels; 0 when nobody set it

    bool operator==(const ArrangedColumn &) const = default;
};

/// The columns of a relation in the order in which they are looked at. A value; one that is empty stands for
/// the relation's own order.
class ColumnArrangement
{
public:
    const QList<ArrangedColumn> &columns() const { return m_columns; }
    /// nullptr when it has no such column.
    const ArrangedColumn *find(const QString &name) const;
    /// Pinned columns that show; they stand before all others.
    int pinnedCount() const;
    int shownCount() const;

    /// Every column of `source` and no other; what is new stands last.
    void fitTo(const RowSource &source);
    /// Does nothing when no column would be left to see.
    void setHidden(const QString &name, bool hidden);
    /// A column that was pinned or is no longer stands at the border between both.
    void setPinned(const QString &name, bool pinned);
    void setWidth(const QString &name, int width);
    /// Puts the column in the place of `target`, as far as pinning allows.
    void moveTo(const QString &name, const QString &target);
    /// One place to the left (-1) or right (1), past hidden columns.
    void step(const QString &name, int direction);

    QByteArray serialized() const;
    /// Empty when it cannot be read.
    static ColumnArrangement parse(const QByteArray &bytes);

    bool operator==(const ColumnArrangement &) const = default;

private:
    qsizetype indexOf(const QString &name) const;
    void settle();

    QList<ArrangedColumn> m_columns;
};

/// The same relation with its columns in that order, and those that are hidden put aside.
RowSource arranged(RowSource source, const ColumnArrangement &arrangement);

} // namespace squall::models
