#include "ui/window/tabarea.h"

#include "ui/window/tabbar.h"

#include <QApplication>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t maxClosed = 30;

} // namespace

TabArea::TabArea(const Theme &theme, Factory factory, QWidget *parent)
    : QWidget(parent)
    , m_factory(std::move(factory))
    , m_bar(new TabBar(theme, this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(u"tabs"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_stack, 1);
    m_bar->hide();
    connect(m_bar, &QTabBar::currentChanged, this, &TabArea::showTab);
    connect(m_bar, &QTabBar::tabMoved, this, &TabArea::move);
    connect(m_bar, &TabBar::pinRequested, this, &TabArea::pin);
    connect(m_bar, &TabBar::closeRequested, this, &TabArea::close);
}

void TabArea::setEmptyPage(QWidget *page)
{
    if (m_empty)
        m_stack->removeWidget(m_empty);
    m_empty = page;
    m_stack->addWidget(page);
    if (m_tabs.empty())
        m_stack->setCurrentWidget(page);
}

int TabArea::find(const TabContent &content) const
{
    const auto found = std::find_if(m_tabs.begin(), m_tabs.end(), [&](const Tab &tab) {
        return tab.content.id == content.id && tab.content.kind == content.kind &&
               tab.content.object == content.object &&
               (!content.id.isEmpty() || tab.content.title == content.title);
    });
    return found == m_tabs.end() ? -1 : static_cast<int>(found - m_tabs.begin());
}

int TabArea::insert(int index, const TabContent &content, bool preview)
{
    m_tabs.insert(m_tabs.begin() + index, Tab{content});
    {
        // The bar makes its first tab current by itself, before that tab has its state.
        const QSignalBlocker blocker(m_bar);
        m_bar->insertTab(index, content.title);
        m_bar->setPreview(index, preview);
        m_bar->setTabToolTip(index, content.object.schema.isEmpty() ? content.title : content.object.text());
    }
    m_bar->show();
    updateDirty();
    return index;
}

void TabArea::preview(const TabContent &content)
{
    if (const int known = find(content); known >= 0) {
        select(known);
        return;
    }
    for (int index = 0; index < count(); ++index) {
        if (!m_bar->isPreview(index))
            continue;
        auto &tab = m_tabs[static_cast<size_t>(index)];
        auto *old = std::exchange(tab.page, nullptr);
        tab.content = content;
        m_bar->setTabText(index, content.title);
        m_bar->setTabToolTip(index, content.object.text());
        updateDirty();
        {
            const QSignalBlocker blocker(m_bar);
            m_bar->setCurrentIndex(index);
        }
        showTab(index);
        if (old) {
            m_stack->removeWidget(old);
            old->deleteLater();
        }
        emit tabsChanged();
        return;
    }
    select(insert(currentIndex() + 1, content, true));
    emit tabsChanged();
}

void TabArea::open(const TabContent &content)
{
    const int known = find(content);
    if (known >= 0) {
        pin(known);
        select(known);
        return;
    }
    select(insert(currentIndex() + 1, content, false));
    emit tabsChanged();
}

void TabArea::restore(const TabContent &content, bool current)
{
    const int index = insert(count(), content, false);
    if (current)
        select(index);
}

void TabArea::pin(int index)
{
    if (index < 0 || index >= count() || !m_bar->isPreview(index))
        return;
    m_bar->setPreview(index, false);
    emit tabsChanged();
}

void TabArea::close(int index)
{
    if (index < 0 || index >= count())
        return;
    const auto tab = m_tabs[static_cast<size_t>(index)];
    // Whoever is in there goes on in the next one, and not wherever the focus falls.
    const auto *focus = QApplication::focusWidget();
    const bool within = tab.page && focus && (tab.page == focus || tab.page->isAncestorOf(focus));
    emit closing(tab.content, tab.page);
    keepClosed(tab.content);
    remove(index);
    showTab(m_bar->currentIndex());
    if (auto *next = currentPage(); within && next)
        next->setFocus(Qt::OtherFocusReason);
    emit tabsChanged();
}

void TabArea::keepClosed(const TabContent &content)
{
    m_closed.push_back(content);
    if (m_closed.size() > maxClosed)
        m_closed.erase(m_closed.begin());
}

void TabArea::remove(int index)
{
    const auto tab = m_tabs[static_cast<size_t>(index)];
    m_tabs.erase(m_tabs.begin() + index);
    {
        const QSignalBlocker blocker(m_bar);
        m_bar->removeTab(index);
    }
    if (tab.page) {
        m_stack->removeWidget(tab.page);
        tab.page->deleteLater();
    }
    m_bar->setVisible(!m_tabs.empty());
}

void TabArea::closeAll()
{
    while (!m_tabs.empty())
        remove(count() - 1);
    m_closed.clear();
    showTab(-1);
    emit tabsChanged();
}

void TabArea::reopenClosed()
{
    if (m_closed.empty())
        return;
    const auto content = m_closed.back();
    m_closed.pop_back();
    emit reopening(content);
    open(content);
}

void TabArea::step(int tabs)
{
    if (count() > 0)
        select(((currentIndex() + tabs) % count() + count()) % count());
}

void TabArea::select(int index)
{
    if (index < 0 || index >= count())
        return;
    {
        const QSignalBlocker blocker(m_bar);
        m_bar->setCurrentIndex(index);
    }
    showTab(index);
}

void TabArea::showTab(int index)
{
    if (index < 0 || index >= count()) {
        if (m_empty)
            m_stack->setCurrentWidget(m_empty);
    } else {
        auto &tab = m_tabs[static_cast<size_t>(index)];
        if (!tab.page) {
            tab.page = m_factory(tab.content, m_stack);
            m_stack->addWidget(tab.page);
        }
        m_stack->setCurrentWidget(tab.page);
    }
    emit currentChanged();
}

void TabArea::move(int from, int to)
{
    auto tab = m_tabs[static_cast<size_t>(from)];
    m_tabs.erase(m_tabs.begin() + from);
    m_tabs.insert(m_tabs.begin() + to, tab);
    emit tabsChanged();
}

int TabArea::count() const
{
    return static_cast<int>(m_tabs.size());
}

int TabArea::currentIndex() const
{
    return m_tabs.empty() ? -1 : m_bar->currentIndex();
}

QWidget *TabArea::currentPage() const
{
    const int index = currentIndex();
    return index < 0 ? nullptr : m_tabs[static_cast<size_t>(index)].page;
}

std::optional<TabContent> TabArea::currentContent() const
{
    const int index = currentIndex();
    if (index < 0)
        return {};
    return m_tabs[static_cast<size_t>(index)].content;
}

std::vector<TabContent> TabArea::contents() const
{
    std::vector<TabContent> contents;
    for (int index = 0; index < count(); ++index) {
        if (!m_bar->isPreview(index))
            contents.push_back(m_tabs[static_cast<size_t>(index)].content);
    }
    return contents;
}

void TabArea::setView(QWidget *page, const QString &view)
{
    for (auto &tab : m_tabs) {
        if (tab.page == page)
            tab.content.view = view;
    }
}

void TabArea::setTitle(QWidget *page, const QString &title)
{
    for (int index = 0; index < count(); ++index) {
        auto &tab = m_tabs[static_cast<size_t>(index)];
        if (tab.page != page)
            continue;
        tab.content.title = title;
        m_bar->setTabText(index, title);
        m_bar->setTabToolTip(index, title);
    }
}

void TabArea::setText(QWidget *page, const QString &text)
{
    for (auto &tab : m_tabs) {
        if (tab.page == page)
            tab.content.text = text;
    }
}

void TabArea::setDirtyTest(std::function<bool(const ObjectId &object)> dirty)
{
    m_isDirty = std::move(dirty);
    updateDirty();
}

void TabArea::updateDirty()
{
    for (int index = 0; index < count(); ++index) {
        const bool dirty = m_isDirty && m_isDirty(m_tabs[static_cast<size_t>(index)].content.object);
        m_bar->setDirty(index, dirty);
        if (dirty)
            pin(index);
    }
}

} // namespace squall::ui
