#pragma once

#include <QTabBar>

namespace squall::ui {

class Theme;

/// Tabs as docs/DESIGN.md has them: a line of accent over the current one, previews in italics, a dot for
/// what is not saved, a cross where the pointer is.
class TabBar : public QTabBar
{
    Q_OBJECT

public:
    explicit TabBar(const Theme &theme, QWidget *parent = nullptr);

    void setPreview(int index, bool preview);
    bool isPreview(int index) const;
    void setDirty(int index, bool dirty);
    bool isDirty(int index) const { return state(index).dirty; }
    /// A word or number behind the title, such as a count.
    void setNote(int index, const QString &note);
    /// One that stays when others of its kind go.
    void setPinned(int index, bool pinned);
    bool isPinned(int index) const { return state(index).pinned; }
    /// One that has no cross.
    void setFixed(int index);

signals:
    void pinRequested(int index);
    void closeRequested(int index);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    struct State
    {
        bool preview = false;
        bool dirty = false;
        bool pinned = false;
        bool fixed = false;
        QString note = {};

        bool operator==(const State &) const = default;
    };

    State state(int index) const;
    void setState(int index, const State &now);
    QRect crossOf(int index) const;
    QFont noteFont() const;
    void paintTab(QPainter &painter, int index) const;
    void paintMark(QPainter &painter, int index) const;
    QFont fontOf(int index) const;

    const Theme &m_theme;
    int m_hovered = -1;
};

} // namespace squall::ui
