// The results that come back on the next start.
#include "ui/results/resultspane.h"
#include "ui/results/resultview.h"
#include "ui/window/tabbar.h"

#include <algorithm>

namespace squall::ui {

/// A sample of what a write would touch is no result: it has no place in the text.
std::vector<ResultView *> ResultsPane::results() const
{
    std::vector<ResultView *> found;
    for (const auto &page : m_pages) {
        auto *view = qobject_cast<ResultView *>(page.widget);
        if (view && view->result().origin().statement.length > 0)
            found.push_back(view);
    }
    return found;
}

bool ResultsPane::isPinned(const ResultView *result) const
{
    const auto found = std::find_if(m_pages.begin(), m_pages.end(),
                                    [result](const Page &page) { return page.widget == result; });
    return found != m_pages.end() && m_bar->isPinned(static_cast<int>(found - m_pages.begin()));
}

void ResultsPane::restore(models::ResultModel *result, bool pinned)
{
    addResult(result);
    m_bar->setPinned(count() - 2, pinned);
}

bool ResultsPane::showsKept() const
{
    const auto *view = currentResult();
    return view && view->result().origin().kept;
}

} // namespace squall::ui
