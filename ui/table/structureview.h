#pragma once

#include "models/structuremodel.h"

#include <QTreeView>

namespace squall::ui {

class Theme;

/// What a relation is made of, as lists under headings, to read and to copy from.
class StructureView : public QTreeView
{
    Q_OBJECT

public:
    explicit StructureView(const Theme &theme, QWidget *parent = nullptr);

    void setSections(std::vector<models::StructureSection> sections);
    void copySelected() const;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const override;

private:
    void arrange();

    const Theme &m_theme;
    models::StructureModel m_model;
};

} // namespace squall::ui
