#pragma once

#include <QWidget>

#include <memory>

class QLabel;
class QLineEdit;
class QMenu;
class QStackedLayout;

namespace squall::models {
class EditedResultModel;
class OpenDatabase;
class RecordsModel;
class ResultModel;
} // namespace squall::models

namespace squall::ui {

class CellRemark;
class Copying;
class Grid;
class GridCommands;
class ResultStrip;
class Theme;
class ValueSplit;

/// One result: its rows, sorted by a click on a header, filtered by a word, or one below the other. Where
/// they are those of tables, they are edited in place, like those of the tables.
class ResultView : public QWidget
{
    Q_OBJECT

public:
    /// Takes the result over. `database`: where what is edited is staged; without one nothing is.
    ResultView(const Theme &theme, models::ResultModel *result, models::OpenDatabase *database,
               QWidget *parent = nullptr);
    ~ResultView() override;

    models::ResultModel &result() const { return *m_result; }
    Grid &grid() const { return *m_grid; }
    /// nullptr where nothing is edited.
    models::EditedResultModel *edited() const { return m_edited.get(); }
    /// What can be done to the cells; nullptr there and while they stand one below the other.
    GridCommands *commands() const { return showsRecords() ? nullptr : m_commands; }
    /// Its number among the rows that show and how long they took: `20 rows in 6.2 ms`.
    QString summary() const;

    /// Something is staged for the tables that these rows are of, or is being typed.
    bool hasEdits() const;
    /// What somebody is typing counts from now on.
    void finishEditing();

    /// Where Ctrl+F goes.
    void focusFilter();
    bool showsRecords() const { return m_records != nullptr; }
    void setRecords(bool records);
    void popUpCopyMenu();

signals:
    void summaryChanged();
    void notice(const QString &text);
    void editsChanged();
    void readOnRequested();
    void readAllRequested();
    void endRequested();
    void runAgainRequested();
    /// The pane's own actions are to be added.
    void menuRequested(QMenu *menu);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildFilter();
    void connectGrid();
    void makeEditable(models::OpenDatabase &database);
    QWidget *rowsPage() const;
    void revealCurrent();
    void fillMenu(QMenu *menu);
    void sort(int column, bool add);
    void popUpMenu(const QPoint &position);
    void popUpColumnMenu(int column, const QPoint &position);
    void updateEmpty();
    void leaveFilter();
    void tint();

    const Theme &m_theme;
    // Before the widgets that look at them: the destructor deletes those first.
    std::unique_ptr<models::ResultModel> m_result;
    std::unique_ptr<models::EditedResultModel> m_edited;
    std::unique_ptr<models::RecordsModel> m_records;
    QWidget *m_filterRow;
    QLineEdit *m_filter;
    ResultStrip *m_strip;
    Grid *m_grid;
    Copying *m_copying = nullptr;
    ValueSplit *m_values = nullptr;
    GridCommands *m_commands = nullptr;
    CellRemark *m_remark = nullptr;
    QLabel *m_empty;
    Grid *m_recordGrid = nullptr;
    QStackedLayout *m_pages;
};

} // namespace squall::ui
