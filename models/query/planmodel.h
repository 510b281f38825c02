#pragma once

#include "core/explain/comparison.h"
#include "models/query/explainrunner.h"

#include <QAbstractItemModel>

#include <vector>

namespace squall::models {

/// A plan as a tree of steps, or two of them laid over each other: what came, what went, what is done
/// differently.
class PlanModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { StepColumn, TimeColumn, RowsColumn, EstimateColumn, BuffersColumn, ColumnCount };
    enum Role {
        ConditionRole = Qt::UserRole, ///< the second line of a step
        ShareRole,        ///< what the step takes itself of the whole, of the longer one's in a comparison
        EarlierShareRole, ///< and what it took; invalid without a comparison
        HotRole,          ///< on the way to the step that takes most
        HintRole,         ///< how many hints are about it
        MisestimateRole,  ///< how many times more rows came than expected
        ChangeRole,       ///< an explain::Step::Change; invalid without a comparison
        NeverRole,        ///< it was not executed
    };

    explicit PlanModel(QObject *parent = nullptr);

    /// `earlier`: the plan that it is compared with, of the same statement; may be null.
    void setPlans(const KeptPlanPtr &plan, const KeptPlanPtr &earlier = {});
    const KeptPlanPtr &plan() const { return m_plan; }
    const KeptPlanPtr &earlier() const { return m_earlier; }
    bool isComparing() const { return m_earlier != nullptr; }

    /// The step of the plan; of one that went, null.
    const explain::Node *node(const QModelIndex &index) const;
    /// And of the earlier one.
    const explain::Node *earlierNode(const QModelIndex &index) const;
    /// Where a step by its number is shown.
    QModelIndex indexOf(int node) const;
    /// The step that takes most.
    QModelIndex hottest() const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Item
    {
        explain::Step step;
        int parent = -1;
        int row = 0;
        std::vector<int> children = {};
    };

    const Item *item(const QModelIndex &index) const;
    void arrange();
    double share(const explain::Plan &plan, const explain::Node &node) const;
    int parentOf(const explain::Step &step) const;
    QString text(const explain::Node &node, int column) const;
    QString toolTip(const Item &item, int column) const;

    KeptPlanPtr m_plan;
    KeptPlanPtr m_earlier;
    std::vector<Item> m_items;
    std::vector<int> m_roots;
};

/// `0.35 ms`, `12.4 ms`, `1.24 s`, `2 min 5 s`
QString planTime(double milliseconds);
/// `12`, `1,250`, `4.2M`
QString planCount(double number);
/// What a plan is in a list of them: when, how long, what about it.
QString planTitle(const KeptPlan &plan);

} // namespace squall::models
