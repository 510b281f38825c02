#pragma once

#include "core/sql/suggestion.h"

#include <QFrame>

class QListView;
class QStandardItemModel;

namespace squall::ui {

class Theme;

/// What could stand at the caret, as a list below it. It never has the focus: who writes goes on writing.
class CompletionList : public QFrame
{
    Q_OBJECT

public:
    CompletionList(const Theme &theme, QWidget *editor);

    /// Below `line` of the caret, in global coordinates; above it where there is no room. `chosen`: whether
    /// the first is taken by a key that means something else as well.
    void offer(const std::vector<sql::Suggestion> &suggestions, const QRect &line, bool chosen);
    /// Nothing when none is chosen.
    int chosen() const;
    /// Whether somebody moved to it.
    bool isMoved() const { return m_moved; }
    void step(int rows);
    int rowsPerPage() const;

signals:
    void taken(int row);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void place(const QRect &line);

    const Theme &m_theme;
    QListView *m_list;
    QStandardItemModel *m_model;
    bool m_moved = false;
};

} // namespace squall::ui
