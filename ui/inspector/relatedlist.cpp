#include "ui/inspector/relatedlist.h"

#include "ui/inspector/linebutton.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::RelatedCount;
using State = RelatedCount::State;

namespace {

QString amountOf(const RelatedCount &count)
{
    switch (count.state) {
    case State::NoKey: return u"–"_s;
    case State::Waiting:
    case State::Counting: return u"…"_s;
    case State::Counted:
        return count.count > models::relatedCountLimit ? QLocale().toString(models::relatedCountLimit) + u'+'
                                                       : QLocale().toString(count.count);
    case State::Unindexed: return RelatedList::tr("no index", "a count is missing for lack of one");
    case State::TooSlow:
    case State::Failed: return RelatedList::tr("not counted");
    }
    Q_UNREACHABLE();
}

QString toolTipOf(const RelatedCount &count)
{
    const auto &relation = count.relation;
    const auto columns = relation.columns.join(u", "_s);
    switch (count.state) {
    case State::NoKey: return RelatedList::tr("Nothing can point to this row yet.");
    case State::Unindexed:
        return RelatedList::tr("No index on %1 (%2) helps: counting reads the whole table.")
            .arg(relation.from.text(), columns);
    case State::TooSlow: return RelatedList::tr("Counting took longer than it may unasked.");
    default:
        return RelatedList::tr("Show the rows of %1 that point here by %2")
            .arg(relation.from.text(), columns);
    }
}

} // namespace

RelatedList::RelatedList(const Theme &theme, models::RelatedCounts &counts, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_counts(counts)
    , m_title(new QLabel(tr("Points here"), this))
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"relatedList"_s);
    setAccessibleName(tr("Rows that point here"));
    m_title->setFont(ui::font(TextStyle::Strong));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2);
    m_layout->addWidget(m_title);
    connect(&counts, &models::RelatedCounts::changed, this, &RelatedList::update);
    connect(&theme, &Theme::changed, this, &RelatedList::update);
    update();
}

void RelatedList::update()
{
    const auto &counts = m_counts.counts();
    setVisible(!counts.empty());
    // Between two rows of a table the lines stay.
    if (counts.empty())
        return;
    makeLines(counts.size());
    for (size_t i = 0; i < counts.size(); ++i)
        fill(m_lines[i], counts[i]);
}

void RelatedList::makeLines(size_t number)
{
    while (m_lines.size() > number) {
        delete m_lines.back().box;
        m_lines.pop_back();
    }
    while (m_lines.size() < number)
        m_lines.push_back(makeLine(m_lines.size()));
}

RelatedList::Line RelatedList::makeLine(size_t index)
{
    auto *box = new QWidget(this);
    const Line line{box, new LineButton(m_theme, box), new QToolButton(box), new QLabel(box)};
    line.rows->setObjectName(u"relatedRows"_s);
    line.count->setObjectName(u"relatedCount"_s);
    line.count->setFocusPolicy(Qt::TabFocus);
    line.why->setObjectName(u"relatedWhy"_s);
    line.why->setWordWrap(true);
    line.why->setTextFormat(Qt::PlainText);
    line.why->setFont(ui::font(TextStyle::Small));
    auto *beside = new QHBoxLayout;
    beside->setSpacing(8);
    beside->addWidget(line.rows, 1);
    beside->addWidget(line.count);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(beside);
    layout->addWidget(line.why);
    m_layout->addWidget(box);
    box->show();
    connect(line.rows, &QAbstractButton::clicked, this, [this, index] {
        const auto &count = m_counts.counts()[index];
        if (count.key)
            emit chosen(count.relation, *count.key);
    });
    connect(line.count, &QAbstractButton::clicked, this, [this, index] {
        if (m_counts.counts()[index].state == State::Counting)
            m_counts.stop(index);
        else
            m_counts.count(index);
    });
    return line;
}

void RelatedList::fill(const Line &line, const RelatedCount &count)
{
    const auto &relation = count.relation;
    const bool elsewhere = relation.from.schema != relation.to.schema;
    line.rows->setLine({.text = elsewhere ? relation.from.text() : relation.from.name,
                        .detail = tr("by %1", "columns").arg(relation.columns.join(u", "_s)),
                        .amount = amountOf(count),
                        .ink = Token::Accent});
    line.rows->setEnabled(count.key.has_value());
    auto toolTip = toolTipOf(count);
    if (!relation.origin.isEmpty())
        toolTip += u'\n' + tr("Declared in %1, without a foreign key").arg(relation.origin);
    line.rows->setToolTip(toolTip);
    line.rows->setAccessibleDescription(line.rows->toolTip());
    const bool counting = count.state == State::Counting;
    line.count->setText(counting ? tr("Stop") : tr("Count"));
    line.count->setAccessibleName(line.count->text() + u": "_s + line.rows->line().text);
    line.count->setVisible(counting || count.state == State::Unindexed || count.state == State::TooSlow ||
                           count.state == State::Failed);
    line.why->setText(count.state == State::Failed ? count.why : QString());
    line.why->setVisible(count.state == State::Failed);
    tint(line.why, m_theme.color(Token::Removed));
}

} // namespace squall::ui
