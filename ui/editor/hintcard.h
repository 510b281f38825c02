#pragma once

#include <QFrame>

class QLabel;

namespace squall::ui {

class Theme;

/// A few words beside a place in the text: what a name means, what is wrong, which arguments come.
class HintCard : public QFrame
{
    Q_OBJECT

public:
    HintCard(const Theme &theme, QWidget *editor, const QString &name);

    /// Lines in the font of SQL, and a text below them; one of them may be empty. `line`: of the place, in
    /// global coordinates, which stays in sight.
    void say(const QString &code, const QString &words, const QRect &line, bool above);
    /// The same with parts of the code in bold: rich text.
    void sayRich(const QString &html, const QRect &line);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void place(const QRect &line, bool above);

    const Theme &m_theme;
    QLabel *m_code;
    QLabel *m_words;
};

} // namespace squall::ui
