#pragma once

#include <QWidget>

class QLineEdit;

namespace squall::ui {

class SqlEditor;
class Theme;

/// Asks for a line of an editor and goes there: `12`, or `12:5` for a column too.
class LineBar : public QWidget
{
    Q_OBJECT

public:
    LineBar(const Theme &theme, SqlEditor &editor, QWidget *parent = nullptr);

    void open();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void go();
    void close();

    const Theme &m_theme;
    SqlEditor &m_editor;
    QLineEdit *m_line;
};

} // namespace squall::ui
