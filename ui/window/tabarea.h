#pragma once

#include "core/base/objectid.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QStackedWidget;

namespace squall::ui {

class TabBar;
class Theme;

/// What a tab is about, enough to open it again.
struct TabContent
{
    QString kind = {}; ///< `table`, `definition`, `sql`, `diagram`
    QString id = {};   ///< of one that is not known by what it is about
    ObjectId object = {};
    QString title = {};
    QString text = {};
    QString view = {};

    bool operator==(const TabContent &) const = default;
};

/// The tabs in the middle of the window. One of them at most is a preview, which the next preview replaces.
/// What a page shows is made by whoever set the factory, when the tab is first looked at.
class TabArea : public QWidget
{
    Q_OBJECT

public:
    using Factory = std::function<QWidget *(const TabContent &content, QWidget *parent)>;

    TabArea(const Theme &theme, Factory factory, QWidget *parent = nullptr);

    void preview(const TabContent &content);
    void open(const TabContent &content);
    /// Adds a tab at the end, without looking at it.
    void restore(const TabContent &content, bool current);
    void pin(int index);
    void pinCurrent() { pin(currentIndex()); }
    void close(int index);
    void closeCurrent() { close(currentIndex()); }
    void closeAll();
    void reopenClosed();
    /// Goes round at both ends.
    void step(int tabs);
    void select(int index);

    int count() const;
    int currentIndex() const;
    QWidget *currentPage() const;
    bool hasClosed() const { return !m_closed.empty(); }
    std::optional<TabContent> currentContent() const;
    /// In their order, previews left out.
    std::vector<TabContent> contents() const;
    /// Tabs of an object for which `dirty` says so have the dot of what is not saved, whether they were
    /// looked at or not, and are no previews any more.
    void setDirtyTest(std::function<bool(const ObjectId &object)> dirty);
    /// What the test says may be another.
    void updateDirty();
    /// Which side of `page` is in front, to come back to.
    void setView(QWidget *page, const QString &view);
    /// What `page` was made of besides its object, to be made again from.
    void setText(QWidget *page, const QString &text);
    void setTitle(QWidget *page, const QString &title);
    /// As if such a tab had just been closed.
    void rememberClosed(const TabContent &content) { keepClosed(content); }
    /// What is shown while there is no tab.
    void setEmptyPage(QWidget *page);

signals:
    void currentChanged();
    /// Some tab came, went, moved or was pinned.
    void tabsChanged();
    /// Somebody closes one; its page, which it may never have had, is still there.
    void closing(const squall::ui::TabContent &content, QWidget *page);
    /// One that was closed is about to come back.
    void reopening(const squall::ui::TabContent &content);

private:
    struct Tab
    {
        TabContent content;
        QWidget *page = nullptr; ///< made when it is first shown
    };

    int find(const TabContent &content) const;
    int insert(int index, const TabContent &content, bool preview);
    void showTab(int index);
    void remove(int index);
    void keepClosed(const TabContent &content);
    void move(int from, int to);

    Factory m_factory;
    std::function<bool(const ObjectId &)> m_isDirty;
    TabBar *m_bar;
    QStackedWidget *m_stack;
    QWidget *m_empty = nullptr;
    std::vector<Tab> m_tabs;
    std::vector<TabContent> m_closed;
};

} // namespace squall::ui
