#pragma once

#include <QWidget>

#include <optional>
#include <utility>

namespace squall::ui {

class SqlEditor;
class Theme;

/// At the left of an editor: numbers of lines, and what can be folded.
class EditorMargin : public QWidget
{
    Q_OBJECT

public:
    EditorMargin(const Theme &theme, SqlEditor &editor);

    int wantedWidth() const;
    /// The lines of the statement that would run.
    void setBand(const std::optional<std::pair<int, int>> &band);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    int lineAt(int y) const;
    bool isHeader(int line) const;
    bool isFolded(int line) const;
    void paintFold(QPainter &painter, const QRect &area, bool folded) const;
    QFont numberFont() const;

    const Theme &m_theme;
    SqlEditor &m_editor;
    std::optional<std::pair<int, int>> m_band;
    bool m_hovered = false;
};

/// Behind the statement that would run.
QColor bandColor(const Theme &theme);

} // namespace squall::ui
