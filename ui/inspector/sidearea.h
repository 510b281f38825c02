#pragma once

#include <QScrollArea>

namespace squall::ui {

/// What fills a page at the side: scrolls down alone, without a frame, on the ground of lists.
class SideArea : public QScrollArea
{
    Q_OBJECT

public:
    explicit SideArea(QWidget *parent = nullptr);
};

} // namespace squall::ui
