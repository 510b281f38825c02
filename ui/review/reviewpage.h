#pragma once

#include "core/base/objectid.h"
#include "core/edit/rowidentity.h"
#include "models/reviewmodel.h"
#include "ui/commands/stoppable.h"

#include <QWidget>

class QLabel;
class QListView;
class QPlainTextEdit;
class QPushButton;
class QSplitter;
class QToolButton;

namespace squall::ui {

class MergeView;
class Theme;

/// What is staged, before it is sent: every row in words, the exact SQL, and one button. A row that somebody
/// else changed meanwhile is merged here.
class ReviewPage : public QWidget, public Stoppable
{
    Q_OBJECT

public:
    ReviewPage(const Theme &theme, models::ReviewModel &model, QWidget *parent = nullptr);

    /// Ctrl+S a second time.
    void apply();
    /// To what is staged in this table.
    void showTable(const squall::ObjectId &relation);
    /// What is being sent.
    bool stop() override;
    void copySql();
    void goToRow();
    void revertSelected();
    /// The last step in the table of the current row.
    void undo();

signals:
    /// Somebody wants to see a row in its table.
    void rowRequested(const squall::ObjectId &relation, const squall::edit::RowIdentity &row, qint64 newRow,
                      const QString &column);
    void closeRequested();
    /// To go on with what would run, in a tab of its own.
    void sqlRequested(const QString &sql);
    /// To unlock writing on production.
    void unlockRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeBar();
    QWidget *makeSql();
    void follow();
    void showPrepared();
    void showCurrent();
    void showMerge();
    QString stripText() const;
    static QString trialText(const models::ReviewModel::Trial &trial);
    QList<int> selectedRows() const;
    void popUpMenu(const QPoint &position);
    void tint();
    int currentRow() const;

    const Theme &m_theme;
    models::ReviewModel &m_model;
    QLabel *m_summary;
    QPushButton *m_copy;
    QPushButton *m_open;
    QPushButton *m_goTo;
    QPushButton *m_revert;
    QPushButton *m_apply;
    QLabel *m_strip;
    QPushButton *m_unlock;
    QListView *m_list;
    QPlainTextEdit *m_sql;
    MergeView *m_merge;
    QSplitter *m_right;
    QLabel *m_footer;
};

} // namespace squall::ui
