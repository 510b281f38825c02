#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace squall::ui {

class Theme;

/// One line above or below a text with something to decide: a sentence, and a button for each answer.
class NoticeStrip : public QWidget
{
    Q_OBJECT

public:
    struct Answer
    {
        QString name; ///< of the button as an object
        QString text;
        std::function<void()> action;
    };

    NoticeStrip(const Theme &theme, const QString &name, QWidget *parent = nullptr);

    /// `ink`: Changed for what is to be decided, Removed for what went wrong, Muted for a word.
    void say(const QString &text, Token ink, const std::vector<Answer> &answers);

protected:
    /// The button of one that was given.
    QPushButton *answer(const QString &name) const;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void dress();

    const Theme &m_theme;
    QLabel *m_text;
    QHBoxLayout *m_answers;
    Token m_ink = Token::Changed;
};

} // namespace squall::ui
