#pragma once

#include "models/relatedcounts.h"

#include <QWidget>

#include <vector>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace squall::ui {

class LineButton;
class Theme;

/// The tables whose rows point to the row one is at, by which columns, and how many do. Each leads there.
class RelatedList : public QWidget
{
    Q_OBJECT

public:
    RelatedList(const Theme &theme, models::RelatedCounts &counts, QWidget *parent = nullptr);

signals:
    void chosen(const squall::models::Relation &relation, const squall::models::RelationKey &key);

private:
    struct Line
    {
        QWidget *box; ///< holds the others
        LineButton *rows;
        QToolButton *count;
        QLabel *why;
    };

    void update();
    void makeLines(size_t number);
    Line makeLine(size_t index);
    void fill(const Line &line, const models::RelatedCount &count);

    const Theme &m_theme;
    models::RelatedCounts &m_counts;
    QLabel *m_title;
    QVBoxLayout *m_layout;
    std::vector<Line> m_lines;
};

} // namespace squall::ui
