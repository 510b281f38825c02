#pragma once

#include "models/editedrowmodel.h"
#include "models/latest.h"
#include "ui/grid/celleditor.h"

#include <QObject>
#include <QPointer>

namespace squall::ui {

class RowsView;

/// Edits one value of a row where a form shows it, with the editor that the cells of its column have, and
/// stages what comes out. One at a time; leaving it in whatever way but Esc keeps the value.
class FieldEditing : public QObject
{
    Q_OBJECT

public:
    explicit FieldEditing(QObject *parent = nullptr);
    ~FieldEditing() override;

    /// The value of a column in row `row`, over `place`; that may have to be read whole first.
    void edit(RowsView &view, qint64 row, int column, QWidget &place);
    bool isEditing() const { return m_editor != nullptr; }
    CellEditor *editor() const { return m_editor; }
    void keep();
    void cancel();

signals:
    void refused(const QString &why);
    /// The editor has gone, and the focus with it.
    void left(squall::ui::CellEditor::Exit exit);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void open(const edit::NewValue &value);
    void leave(CellEditor::Exit exit);
    void close();
    void place();

    QPointer<RowsView> m_view;
    QPointer<QWidget> m_place;
    QPointer<CellEditor> m_editor;
    int m_column = 0;
    std::optional<models::TouchedRow> m_row; ///< the value's, wherever it is by now
    models::Latest<Result<Query::Parameter>> m_reading;
};

} // namespace squall::ui
