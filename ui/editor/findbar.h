#pragma once

#include "models/latest.h"
#include "models/query/textsearch.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace squall::ui {

class SqlEditor;
class Theme;

/// Finds and replaces in an editor, in a bar above it: every place is marked, Enter goes on to the next.
class FindBar : public QWidget
{
    Q_OBJECT

public:
    FindBar(const Theme &theme, SqlEditor &editor, QWidget *parent = nullptr);

    /// With what is selected, when that is part of a line.
    void open(bool replacing);
    void step(int places);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    QToolButton *addOption(const QString &name, const QString &text, const QString &words);
    void search();
    void receive(quint64 revision, const std::vector<sql::Span> &found);
    void showCount();
    /// Of the places, the one that is selected; -1 where none is.
    int current() const;
    void replaceOne();
    void replaceEverywhere();
    models::TextSearch wanted() const;

    const Theme &m_theme;
    SqlEditor &m_editor;
    QLineEdit *m_pattern;
    QLineEdit *m_replacement;
    QWidget *m_replacing;
    QLabel *m_count;
    QToolButton *m_case = nullptr;
    QToolButton *m_words = nullptr;
    QToolButton *m_expression = nullptr;
    models::Latest<std::vector<sql::Span>> m_searching;
    std::vector<sql::Span> m_found;
    QString m_problem;
    quint64 m_revision = 0; ///< of the text that was searched
    int m_pending = 0;      ///< places to go once it is known where they are
};

} // namespace squall::ui
