#pragma once

#include "core/base/result.h"
#include "models/latest.h"

#include <QDialog>
#include <QKeySequence>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QStandardItemModel;
class QTreeView;

namespace squall::ui {

class Commands;
class KeyBindings;
class Theme;

/// All commands with their keys: searched, given other keys, and back. What stands against a key is said
/// where it is typed.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    KeysDialog(const Theme &theme, Commands &commands, KeyBindings &keys, QWidget *parent = nullptr);

    void exportTo(const QString &path);
    void importFrom(const QString &path);

private:
    QWidget *makeEditor();
    QLayout *makeButtons();
    void fill();
    void follow();
    void weigh();
    void take();
    void say(const QString &text, bool good);
    QString currentId() const;

    const Theme &m_theme;
    Commands &m_commands;
    KeyBindings &m_keys;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_shown;
    QLineEdit *m_search;
    QTreeView *m_list;
    QKeySequenceEdit *m_typed;
    QPushButton *m_take;
    QPushButton *m_none;
    QPushButton *m_reset;
    QLabel *m_word;
    models::Latest<Result<QByteArray>> m_reading;
    models::Latest<Result<qint64>> m_writing;
};

} // namespace squall::ui
