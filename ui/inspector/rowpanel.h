#pragma once

#include "core/base/query.h"
#include "core/base/result.h"
#include "models/latest.h"
#include "models/rowfields.h"
#include "models/statisticsreader.h"

#include <QPointer>
#include <QScrollArea>
#include <QTimer>

class QLabel;

namespace squall::ui {

class ElidedLabel;
class RowForm;
class StatisticsCard;
class TableView;
class Theme;

/// The current row of a table as a form, and what is known about its current column.
class RowPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit RowPanel(const Theme &theme, QWidget *parent = nullptr);

    /// Follows the table's current cell; nullptr follows none.
    void follow(TableView *table);
    TableView *table() const { return m_table; }
    /// Looks at the current row now; while it is hidden it follows nothing.
    void refresh() { showRow(); }

signals:
    /// Somebody went to a cell.
    void moved();

private:
    void connectTable();
    void settle();
    void showRow();
    QString title(const std::vector<models::RowField> &fields) const;
    void readWhole(const QString &name);
    void edit(const QString &name);
    int loadedRow() const;

    const Theme &m_theme;
    QPointer<TableView> m_table;
    ElidedLabel *m_title;
    QLabel *m_hint;
    RowForm *m_form;
    models::StatisticsReader m_reader;
    StatisticsCard *m_card;
    /// Who holds an arrow key down is followed when it is let go.
    QTimer m_settling;
    models::Latest<Result<Query::Parameter>> m_whole;
};

} // namespace squall::ui
