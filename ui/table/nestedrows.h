#pragma once

#include "models/relatedrows.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QLabel;
class QToolButton;

namespace squall::models {
class EditedRowModel;
class OpenDatabase;
} // namespace squall::models

namespace squall::ui {

class ReferencePeek;
class RowsView;
class Theme;

/// What lies open below a row: the rows of another table that point to it, by one relation at a time. They
/// are shown and edited like those of any table; new ones point to the same row from the start.
class NestedRows : public QWidget
{
    Q_OBJECT

public:
    /// The most that show at once; the others are scrolled to.
    static constexpr int mostRows = 8;

    NestedRows(const Theme &theme, models::OpenDatabase &database, QWidget *parent);
    ~NestedRows() override;

    /// What there is to choose from.
    void setRelations(const std::vector<models::Relation> &relations);
    void point(const models::Relation &relation, const models::RelationKey &key);
    const models::Relation &relation() const { return m_relation; }
    const models::RelationKey &key() const { return m_key; }
    /// nullptr when the table is not there any more.
    RowsView *rows() const { return m_view.get(); }
    /// Of the same.
    ReferencePeek &peek() const { return *m_peek; }
    void reload();
    int wantedHeight() const;

signals:
    void heightChanged();
    /// Another table's rows are shown now.
    void rowsChanged();
    void relationChosen(const squall::models::Relation &relation);
    /// Esc, or the button: there is nothing more to see here.
    void closeRequested();
    /// Alt+Up: back to the row above, this stays open.
    void leaveRequested();
    void tabRequested();
    void notice(const QString &text);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *addButton(const QString &name, const QString &text, const QString &tip);
    void makeRows();
    void updateTitle();
    void settleHeight();
    void goToFirstCell();
    void tint();

    const Theme &m_theme;
    models::OpenDatabase &m_database;
    std::vector<models::Relation> m_relations;
    models::Relation m_relation;
    models::RelationKey m_key;
    std::unique_ptr<models::EditedRowModel> m_model;
    std::unique_ptr<RowsView> m_view;      ///< shows the model, hence goes first
    std::unique_ptr<ReferencePeek> m_peek; ///< and this looks at its grid
    QToolButton *m_title;
    QLabel *m_count;
    QToolButton *m_tab;
    QToolButton *m_close;
    int m_shownRows = 0; ///< the room that is given to rows
    int m_height = 0;
};

/// `posts by author`: rows of a table, by the columns that point.
QString relationText(const models::Relation &relation);

} // namespace squall::ui
