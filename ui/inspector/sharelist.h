#pragma once

#include <QWidget>

#include <vector>

namespace squall::ui {

class LineButton;
class Theme;

/// Values with the part of the rows that has them, as lengths; each can be chosen.
class ShareList : public QWidget
{
    Q_OBJECT

public:
    struct Share
    {
        QString text;
        QString amount;
        double part = 0;
        bool whole = true; ///< its value is known to the end, so that one can ask for it
    };

    explicit ShareList(const Theme &theme, QWidget *parent = nullptr);

    void setShares(const std::vector<Share> &shares);

signals:
    void chosen(int index);

private:
    const Theme &m_theme;
    std::vector<LineButton *> m_lines;
};

} // namespace squall::ui
