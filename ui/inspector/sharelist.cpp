#include "ui/inspector/sharelist.h"

#include "ui/inspector/linebutton.h"

#include <QVBoxLayout>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

ShareList::ShareList(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
}

void ShareList::setShares(const std::vector<Share> &shares)
{
    while (m_lines.size() < shares.size()) {
        auto *line = new LineButton(m_theme, this);
        line->setObjectName(u"shareLine"_s);
        connect(line, &QAbstractButton::clicked, this,
                [this, index = static_cast<int>(m_lines.size())] { emit chosen(index); });
        layout()->addWidget(line);
        m_lines.push_back(line);
    }
    double largest = 0;
    for (const auto &share : shares)
        largest = std::max(largest, share.part);
    QStringList spoken;
    for (size_t i = 0; i < m_lines.size(); ++i) {
        auto *line = m_lines[i];
        line->setVisible(i < shares.size());
        if (i >= shares.size())
            continue;
        const auto &share = shares[i];
        line->setLine({.text = share.text,
                       .amount = share.amount,
                       .part = largest > 0 ? share.part / largest : 0,
                       .style = TextStyle::MonoSmall});
        line->setToolTip(share.whole ? tr("Filter by this value")
                                     : tr("Too long a value to filter by from here"));
        line->setEnabled(share.whole);
        spoken << share.text + u": "_s + share.amount;
    }
    setAccessibleDescription(spoken.join(u", "_s));
}

} // namespace squall::ui
