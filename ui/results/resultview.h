#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QStackedLayout;

namespace squall::models {
class RecordsModel;
class ResultModel;
} // namespace squall::models

namespace squall::ui {

class Copying;
class Grid;
class ResultStrip;
class Theme;

/// One result: its rows, sorted by a click on a header, filtered by a word, or one below the other.
class ResultView : public QWidget
{
    Q_OBJECT

public:
    /// Takes the result over.
    ResultView(const Theme &theme, models::ResultModel *result, QWidget *parent = nullptr);
    ~ResultView() override;

    models::ResultModel &result() const { return *m_result; }
    Grid &grid() const { return *m_grid; }
    /// Its number among the rows that show and how long they took: `20 rows in 6.2 ms`.
    QString summary() const;

    /// Where Ctrl+F goes.
    void focusFilter();
    bool showsRecords() const { return m_records != nullptr; }
    void setRecords(bool records);
    void popUpCopyMenu();

signals:
    void summaryChanged();
    void notice(const QString &text);
    void readOnRequested();
    void readAllRequested();
    void endRequested();
    /// The pane's own actions are to be added.
    void menuRequested(QMenu *menu);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildFilter();
    void connectGrid();
    void sort(int column, bool add);
    void popUpMenu(const QPoint &position);
    void popUpColumnMenu(int column, const QPoint &position);
    void updateEmpty();
    void leaveFilter();
    void tint();

    const Theme &m_theme;
    models::ResultModel *m_result;
    QWidget *m_filterRow;
    QLineEdit *m_filter;
    ResultStrip *m_strip;
    Grid *m_grid;
    Copying *m_copying = nullptr;
    QLabel *m_empty;
    models::RecordsModel *m_records = nullptr;
    Grid *m_recordGrid = nullptr;
    QStackedLayout *m_pages;
};

} // namespace squall::ui
