#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace squall::ui {

/// Lays widgets side by side and goes on in the next line when the width is used up.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(int spacing, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void insertWidget(int index, QWidget *widget);
    void addItem(QLayoutItem *item) override;
    int count() const override;
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect &area) override;

private:
    int arrange(const QRect &area, bool move) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace squall::ui
