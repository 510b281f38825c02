#pragma once

#include "core/base/result.h"
#include "models/latest.h"
#include "models/query/chartdata.h"
#include "models/query/chartreader.h"

#include <QWidget>

#include <memory>

class QButtonGroup;
class QComboBox;
class QLabel;
class QMenu;
class QToolButton;

namespace squall::ui {

class ChartCanvas;
class Theme;

/// A result as a chart: what it is drawn as and of which columns can be chosen above it; below, in words,
/// what of the rows is not seen.
class ChartView : public QWidget
{
    Q_OBJECT

public:
    explicit ChartView(const Theme &theme, QWidget *parent = nullptr);

    /// Draws this result from now on, as most people would want to see it; nullptr: nothing.
    void setModel(models::WindowModel *model);
    const models::ChartChoice &choice() const { return m_choice; }
    /// Of the columns that are read; from now on somebody's own.
    void setChoice(const models::ChartChoice &choice);
    ChartCanvas &canvas() { return *m_canvas; }
    /// What `path` ends with decides: `.svg`, or an image.
    void exportTo(const QString &path);
    void copyImage();

signals:
    void choiceChanged();
    void notice(const QString &text);

private:
    using Table = std::shared_ptr<const models::ChartTable>;

    QWidget *makeBar();
    void makeKinds(QWidget *bar);
    void makeExport(QWidget *bar);
    void take(const models::ChartTable &table);
    void choose(const models::ChartChoice &choice);
    void draw();
    void showControls();
    void fillColumns();
    void fillSeries();
    void askForFile(const QString &suffix);
    void tint();

    const Theme &m_theme;
    models::ChartReader *m_reader;
    Table m_table;
    models::ChartChoice m_choice;
    bool m_chosen = false; ///< somebody has
    models::Latest<models::Chart> m_making;
    models::Latest<Result<qint64>> m_writing;

    QButtonGroup *m_kinds;
    QComboBox *m_x;
    QToolButton *m_series;
    QMenu *m_seriesMenu;
    QComboBox *m_split;
    QToolButton *m_export;
    ChartCanvas *m_canvas;
    QLabel *m_remarks;
};

} // namespace squall::ui
