#include "ui/inspector/statisticscard.h"

#include "models/statisticsreader.h"
#include "ui/grid/gridtext.h"
#include "ui/inspector/barchart.h"
#include "ui/inspector/sharelist.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"
#include "ui/window/elidedlabel.h"

#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::StatisticsReader;
using State = StatisticsReader::State;
using Missing = models::ColumnStatistics::Missing;

namespace {

constexpr int longestRangeValue = 40;

QString brief(const QString &value)
{
    const auto line = onOneLine(value);
    return line.size() > longestRangeValue ? line.left(longestRangeValue) + u'…' : line;
}

QString percent(double part)
{
    const double percents = part * 100;
    const int digits = percents > 0 && percents < 10 ? 1 : 0;
    return percents > 0 && percents < 0.1 ? u"< 0.1 %"_s
                                          : QLocale().toString(percents, 'f', digits) + u" %"_s;
}

} // namespace

StatisticsCard::StatisticsCard(const Theme &theme, StatisticsReader &reader, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_reader(reader)
    , m_title(new ElidedLabel({}, this))
    , m_about(new QLabel(this))
    , m_chart(new BarChart(theme, this))
    , m_summary(new QLabel(this))
    , m_common(new ShareList(theme, this))
    , m_source(new QLabel(this))
    , m_button(new QToolButton(this))
    , m_filtered(new QToolButton(this))
{
    setObjectName(u"statisticsCard"_s);
    m_title->setObjectName(u"statisticsTitle"_s);
    m_title->setFont(ui::font(TextStyle::Strong));
    m_chart->setObjectName(u"statisticsChart"_s);
    m_chart->setAccessibleName(tr("How the values are spread"));
    m_summary->setObjectName(u"statisticsSummary"_s);
    m_common->setObjectName(u"statisticsCommon"_s);
    m_common->setAccessibleName(tr("Most common values"));
    m_source->setObjectName(u"statisticsSource"_s);
    m_button->setObjectName(u"statisticsButton"_s);
    m_button->setFocusPolicy(Qt::TabFocus);
    m_about->setObjectName(u"statisticsAbout"_s);
    for (auto *label : {m_about, m_summary, m_source}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setFont(ui::font(TextStyle::Small));
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (QWidget *part : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_about),
                          static_cast<QWidget *>(m_chart), static_cast<QWidget *>(m_summary),
                          static_cast<QWidget *>(m_common), static_cast<QWidget *>(m_source)})
        layout->addWidget(part);
    m_filtered->setObjectName(u"statisticsFiltered"_s);
    m_filtered->setFocusPolicy(Qt::TabFocus);
    m_filtered->setText(tr("Count what the filter leaves"));
    layout->addWidget(m_button, 0, Qt::AlignLeft);
    layout->addWidget(m_filtered, 0, Qt::AlignLeft);
    connect(m_filtered, &QToolButton::clicked, this, [this] { m_reader.countExactly(true); });
    connect(m_button, &QToolButton::clicked, this, [this] {
        if (m_reader.state() == State::Counting)
            m_reader.stop();
        else
            m_reader.countExactly();
    });
    connect(m_common, &ShareList::chosen, this, [this](int index) {
        emit valueChosen(m_reader.column(), m_reader.statistics().common[static_cast<size_t>(index)].value);
    });
    connect(&reader, &StatisticsReader::changed, this, &StatisticsCard::update);
    connect(&theme, &Theme::changed, this, &StatisticsCard::tintTexts);
    tintTexts();
    update();
}

void StatisticsCard::tintTexts()
{
    tint(m_about, m_theme.color(Token::Muted));
    tint(m_summary, m_theme.color(Token::Muted));
    const bool failed = m_reader.state() == State::Failed;
    tint(m_source, m_theme.color(failed ? Token::Removed : Token::Faint));
}

QString StatisticsCard::summary() const
{
    const auto &known = m_reader.statistics();
    if (known.missing != Missing::No || (known.rows < 0 && !known.minimum && known.common.empty()))
        return {};
    QStringList parts;
    if (known.minimum && known.maximum)
        parts << tr("%1 – %2", "from the smallest to the largest")
                     .arg(brief(*known.minimum), brief(*known.maximum));
    parts << (known.nulls >= 0 ? tr("%L1 null", "rows").arg(known.nulls)
                               : tr("%1 null", "percent").arg(percent(known.nullPart)));
    if (known.distinct >= 0)
        parts << tr("%L1 distinct").arg(known.distinct);
    if (known.exact)
        parts << tr("%L1 rows").arg(known.rows);
    return parts.join(u" · "_s);
}

QString StatisticsCard::source() const
{
    const auto &known = m_reader.statistics();
    switch (m_reader.state()) {
    case State::Empty: return {};
    case State::Reading: return tr("Reading the statistics…");
    case State::Counting:
        return tr("Counting… The server gives up after %1 s.").arg(models::countingMs / 1000);
    case State::Failed: return m_reader.error().message;
    case State::Ready: break;
    }
    if (known.exact)
        return known.filtered ? tr("Counted just now, over the rows that the filter leaves")
                              : tr("Counted just now, over the whole table");
    switch (known.missing) {
    case Missing::NotAnalyzed: return tr("No statistics: ANALYZE was not run");
    case Missing::View: return tr("The server keeps no statistics of a view");
    case Missing::NoRight: return tr("No right to see this column's statistics");
    case Missing::No: break;
    }
    return known.analyzed.isEmpty() ? tr("Estimated from a sample")
                                    : tr("Estimated, by ANALYZE of %1").arg(known.analyzed);
}

void StatisticsCard::showShares()
{
    const auto &known = m_reader.statistics();
    std::vector<ShareList::Share> shares;
    for (const auto &common : known.common) {
        // One value among many of the same kind says nothing.
        if (known.exact && common.rows <= 1)
            break;
        shares.push_back({common.value.isEmpty() ? u"''"_s : onOneLine(common.value),
                          common.rows >= 0 ? QLocale().toString(common.rows) : percent(common.part),
                          common.part, !common.cut});
    }
    m_common->setShares(shares);
    m_common->setVisible(!shares.empty());
}

void StatisticsCard::update()
{
    const auto state = m_reader.state();
    const auto &known = m_reader.statistics();
    setVisible(state != State::Empty);
    m_title->setText(m_reader.column());
    const auto *about = m_reader.about();
    m_about->setText(!about                     ? QString()
                     : about->comment.isEmpty() ? about->type
                                                : about->type + u'\n' + about->comment);
    m_chart->setBars(known.bars);
    m_chart->setVisible(!known.bars.empty());
    const auto text = summary();
    m_summary->setText(text);
    m_summary->setVisible(!text.isEmpty());
    m_chart->setAccessibleDescription(text);
    showShares();
    m_source->setText(source());
    m_button->setText(state == State::Counting ? tr("Stop") : tr("Count exactly"));
    m_button->setToolTip(tr("Reads the whole table once; ends after %1 s").arg(models::countingMs / 1000));
    m_button->setVisible(state != State::Reading);
    m_filtered->setToolTip(m_button->toolTip());
    m_filtered->setVisible(m_reader.isFiltered() && state != State::Reading && state != State::Counting);
    tintTexts();
}

} // namespace squall::ui
