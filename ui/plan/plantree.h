#pragma once

#include <QTreeView>

namespace squall::models {
class PlanModel;
}

namespace squall::ui {

class Theme;

/// A plan as a drawn tree: each step with its condition below it, a bar for its own share of the time, and
/// the way to the dearest one in the accent's colour.
class PlanTree : public QTreeView
{
    Q_OBJECT

public:
    PlanTree(const Theme &theme, models::PlanModel &model, QWidget *parent = nullptr);

    /// Everything open, the dearest step current.
    void showAll();

protected:
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();
    bool leadsToHot(const QModelIndex &from) const;

    const Theme &m_theme;
    models::PlanModel &m_model;
};

} // namespace squall::ui
