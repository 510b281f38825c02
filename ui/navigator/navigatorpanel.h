#pragma once

#include "core/base/objectid.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QLineEdit;
class QModelIndex;
class QStackedWidget;
class QTreeView;

namespace squall::models {
class SchemaTreeModel;
}

namespace squall::ui {

class Theme;

/// The tree at the left with its filter. A click asks for a preview, a double click or Enter for a tab that
/// stays.
class NavigatorPanel : public QWidget
{
    Q_OBJECT

public:
    NavigatorPanel(models::SchemaTreeModel &model, const Theme &theme, QWidget *parent = nullptr);

    void focusFilter();
    void focusTree();
    /// Shows `id` as the current one without asking for anything.
    void reveal(const ObjectId &id);
    /// Skeleton rows while there is nothing to show yet.
    void setLoading(bool loading);

signals:
    void previewRequested(const squall::ObjectId &id);
    void openRequested(const squall::ObjectId &id);
    /// The id of a saved query.
    void queryRequested(const QString &id);
    /// Of a saved query, or with an empty id of a folder of them; an empty folder is that of all.
    void queryMenuRequested(const QString &id, const QString &folder, const QPoint &globalPosition);
    /// Another row is current, by mouse, key or `reveal`.
    void currentChanged(const squall::ObjectId &id);
    void menuRequested(const squall::ObjectId &id, const QPoint &globalPosition);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTree(const Theme &theme);
    void connectTree();
    void applyFilter(const QString &text);
    void remember();
    void restore();
    void expandDefaults();
    void expandAll(const QModelIndex &parent);
    void preview(const QModelIndex &index);
    void activate(const QModelIndex &index);
    void popUpMenu(const QPoint &position);
    void updateEmpty();

    models::SchemaTreeModel &m_model;
    QLineEdit *m_filter;
    QTreeView *m_tree;
    QLabel *m_empty;
    QStackedWidget *m_stack;
    QSet<QString> m_expanded;
    QString m_current;
    int m_scroll = 0;
    bool m_restoring = false;
    bool m_everFilled = false;
};

} // namespace squall::ui
