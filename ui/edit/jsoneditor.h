#pragma once

#include "core/base/jsontree.h"
#include "ui/edit/valueeditor.h"

#include <QTimer>

class QButtonGroup;
class QHBoxLayout;
class QStackedWidget;
class QToolButton;
class QTreeView;

namespace squall::models {
class JsonTreeModel;
}

namespace squall::ui {

class JsonTextEdit;

/// JSON as text and as a tree of the same text. What stands on one line on the server is shown with a line
/// for each member, and goes back on one line; nobody's numbers, strings or keys are ever read as anything
/// but text.
class JsonEditor : public ValueEditor
{
    Q_OBJECT

public:
    enum Page { TextPage, TreePage };

    JsonEditor(const edit::ValueType &type, const Theme &theme, QWidget *parent = nullptr);

    void setText(const QByteArray &text) override;
    QByteArray text() const override;
    QString fault() const override;
    bool checksItself() const override { return true; }
    QString note() const override;
    bool isTall() const override { return true; }
    void showPage(Page page);

private:
    QWidget *makeTree();
    QToolButton *makeButton(QHBoxLayout &bar, const QString &text, const QString &name,
                            const QString &icon = {});
    void showValue(const QByteArray &text);
    void textTyped();
    void readText();
    void treeEdited(const QByteArray &text);
    void settle();
    void reformat(JsonLayout layout);
    void rememberTree();
    void restoreTree();

    const Theme &m_theme;
    models::JsonTreeModel *m_model;
    JsonTextEdit *m_textEdit;
    QTreeView *m_tree;
    QStackedWidget *m_pages;
    QButtonGroup *m_tabs;
    QTimer m_pause; ///< ends when somebody has stopped typing
    QByteArray m_given;
    QByteArray m_shown; ///< what text and tree show
    /// How the value stands on the server, where that is one of our layouts.
    std::optional<JsonLayout> m_layout;
    QList<QList<int>> m_expanded;
    QList<int> m_currentRows;
    bool m_modified = false;
    bool m_setting = false;
    bool m_typed = false; ///< the text page is ahead of m_shown
};

} // namespace squall::ui
