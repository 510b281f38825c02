#pragma once

#include "core/catalog/snapshot.h"
#include "core/sql/completecondition.h"

#include <QPlainTextEdit>

class QCompleter;
class QStandardItemModel;

namespace squall::ui {

class Theme;

/// A condition in SQL on one line, which grows with what is written: coloured, completed, and underlined
/// where the server stumbled. Enter applies, Shift+Enter begins a line, Tab takes what is offered.
class WhereLine : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit WhereLine(const Theme &theme, QWidget *parent = nullptr);

    void setSchema(const catalog::SnapshotPtr &snapshot, std::vector<catalog::Column> columns);
    /// Underlines what stands at `position`, in characters from 1; 0 takes the line away.
    void markFault(int position);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void submitted();
    void escaped();

protected:
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    bool isOffering() const;
    void offer(bool asked);
    void take(const QModelIndex &index);
    void grow();

    const Theme &m_theme;
    catalog::SnapshotPtr m_snapshot;
    std::vector<catalog::Column> m_columns;
    QCompleter *m_completer;
    QStandardItemModel *m_offers;
    sql::Completion m_completion;
    int m_lines = 1;
};

} // namespace squall::ui
