#include "ui/filter/cellfilters.h"

#include "models/cellrole.h"
#include "models/tablefilter.h"
#include "ui/filter/filterwords.h"

#include <QModelIndex>

#include <algorithm>

namespace squall::ui {

using Op = models::FilterOperator;

namespace {

/// What suits the column, of what suits any value.
std::vector<Op> suggested(const models::RowColumn &column, bool null, bool cut)
{
    if (null)
        return {Op::IsNull, Op::IsNotNull};
    if (cut) // Only its beginning is here.
        return {Op::StartsWith, Op::IsNotNull};
    std::vector<Op> all;
    const auto known = models::operatorsFor(column);
    for (const auto op : {Op::Equal, Op::NotEqual, Op::Less, Op::Greater, Op::Contains, Op::IsNotNull}) {
        if (std::find(known.begin(), known.end(), op) != known.end())
            all.push_back(op);
    }
    return all;
}

} // namespace

CellFilters::CellFilters(models::TableFilter &filter, QWidget *parent)
    : QMenu(parent)
    , m_filter(filter)
{
    setObjectName(QStringLiteral("cellFilters"));
    setCell({});
}

void CellFilters::setCell(const QModelIndex &cell)
{
    clear();
    const auto name =
        cell.isValid() ? cell.model()->headerData(cell.column(), Qt::Horizontal).toString() : QString();
    if (m_filter.source().indexOf(name) >= 0)
        add(name, cell);
    setTitle(name.isEmpty() ? tr("Filter")
                            : tr("Filter by %1").arg(QString(name).replace(u'&', QStringLiteral("&&"))));
    menuAction()->setEnabled(!isEmpty());
}

void CellFilters::add(const QString &name, const QModelIndex &cell)
{
    const auto &column = m_filter.source().columns[static_cast<size_t>(m_filter.source().indexOf(name))];
    const bool null = cell.data(models::NullRole).toBool();
    const bool cut = cell.data(models::FullLengthRole).toLongLong() > 0;
    const auto value = cell.data().toString();
    const auto both = [](Op first, Op second) { return std::vector<Op>{first, second}; };
    const bool truth = column.traits.kind == models::TypeKind::Boolean && !null;
    const auto ops = !truth          ? suggested(column, null, cut)
                     : value == u"t" ? both(Op::IsTrue, Op::IsFalse)
                                     : both(Op::IsFalse, Op::IsTrue);
    for (const auto op : ops) {
        const bool takes = models::valueCount(op) == 1;
        const models::FilterCondition condition{
            .column = name, .op = op, .values = takes ? QStringList{value} : QStringList()};
        auto *action = addAction(filterText(condition).replace(u'&', QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, condition] {
            const bool none = condition.op == Op::IsNull || condition.op == Op::IsNotNull;
            m_filter.filterBy(condition.column, condition.op,
                              none ? std::nullopt : std::optional(condition.values.value(0)));
        });
    }
}

} // namespace squall::ui
