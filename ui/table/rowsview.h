#pragma once

#include "models/rowwindowmodel.h"

#include <QWidget>

class QLabel;
class QStackedLayout;

namespace squall::ui {

class FailurePanel;
class Grid;
class Theme;

/// The rows of one relation in a grid, with what there is to say about them: that there are none, that they
/// are not all, that they could not be read.
class RowsView : public QWidget
{
    Q_OBJECT

public:
    RowsView(const Theme &theme, models::RowWindowModel &rows, QWidget *parent = nullptr);

    Grid &grid() { return *m_grid; }
    /// `≈ 100,000 rows`, or nothing while nobody knows.
    QString countText() const;

signals:
    void countChanged();
    /// Something that was done and deserves a word, such as a copy that is not complete.
    void notice(const QString &text);

private:
    void update();
    void updateStrip();
    void tint();
    void sort(int column, bool add);
    void reportCopy(qint64 rows, qint64 missingRows, qint64 cutValues);

    const Theme &m_theme;
    models::RowWindowModel &m_rows;
    QLabel *m_strip;
    Grid *m_grid;
    QLabel *m_empty;
    FailurePanel *m_failure;
    QStackedLayout *m_pages;
};

} // namespace squall::ui
