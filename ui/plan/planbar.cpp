#include "ui/plan/planbar.h"

#include "models/query/explainrunner.h"
#include "models/query/planmodel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

namespace squall::ui {

using namespace Qt::StringLiterals;

PlanBar::PlanBar(const Theme &theme, models::ExplainRunner &runner, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_runner(runner)
    , m_summary(new QLabel(this))
    , m_forms(new QButtonGroup(this))
    , m_plan(new QComboBox(this))
    , m_earlier(new QComboBox(this))
{
    setFixedHeight(metrics::bar);
    m_summary->setObjectName(u"planSummary"_s);
    m_summary->setFont(ui::font(TextStyle::Small));
    m_summary->setTextFormat(Qt::PlainText);
    m_summary->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_plan->setObjectName(u"planChoice"_s);
    m_plan->setAccessibleName(tr("Plan"));
    m_earlier->setObjectName(u"planEarlier"_s);
    m_earlier->setAccessibleName(tr("Compared with"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 8, 1);
    layout->setSpacing(8);
    const std::pair<int, QString> forms[] = {{Tree, tr("Tree")}, {Text, tr("Text")}, {Json, tr("JSON")}};
    for (const auto &[form, words] : forms) {
        auto *choice = button(u"planForm%1"_s.arg(form), words);
        choice->setCheckable(true);
        m_forms->addButton(choice, form);
        layout->addWidget(choice);
    }
    m_forms->button(Tree)->setChecked(true);
    layout->addWidget(m_summary, 1);
    layout->addWidget(m_plan);
    layout->addWidget(m_earlier);
    m_again = button(u"planAgain"_s, tr("Explain"));
    m_analyze = button(u"planAnalyze"_s, tr("Analyze"));
    m_cancel = button(u"planCancel"_s, tr("Cancel"));
    m_analyze->setToolTip(tr("Execute the statement and measure each step; what it changes is rolled back"));
    for (auto *each : {m_again, m_analyze, m_cancel})
        layout->addWidget(each);

    connect(m_forms, &QButtonGroup::idClicked, this, &PlanBar::formChosen);
    connect(m_plan, &QComboBox::activated, this, &PlanBar::plansChosen);
    connect(m_earlier, &QComboBox::activated, this, &PlanBar::plansChosen);
    connect(m_again, &QToolButton::clicked, this, [this] { emit againRequested(false); });
    connect(m_analyze, &QToolButton::clicked, this, [this] { emit againRequested(true); });
    connect(m_cancel, &QToolButton::clicked, this, &PlanBar::cancelRequested);
    connect(&runner, &models::ExplainRunner::stateChanged, this, &PlanBar::showState);
    connect(&theme, &Theme::changed, this, [this] { tint(m_summary, m_theme.color(Token::Muted)); });
    tint(m_summary, theme.color(Token::Muted));
    showPlans({});
    showState();
}

QToolButton *PlanBar::button(const QString &name, const QString &text)
{
    auto *made = new QToolButton(this);
    made->setObjectName(name);
    made->setText(text);
    made->setFocusPolicy(Qt::TabFocus);
    return made;
}

int PlanBar::plan() const
{
    return std::max(0, m_plan->currentIndex());
}

int PlanBar::earlier() const
{
    return m_earlier->currentData().isValid() ? m_earlier->currentData().toInt() : -1;
}

void PlanBar::showPlans(const QString &summary)
{
    const auto &plans = m_runner.plans();
    const QSignalBlocker plan(m_plan);
    const QSignalBlocker earlier(m_earlier);
    const auto chosen = this->earlier();
    const bool grown = static_cast<int>(plans.size()) != m_plan->count();
    const auto current = grown ? 0 : this->plan();
    m_plan->clear();
    m_earlier->clear();
    m_earlier->addItem(tr("Compare with…"));
    for (int i = 0; i < static_cast<int>(plans.size()); ++i) {
        const auto title = models::planTitle(*plans[static_cast<size_t>(i)]);
        m_plan->addItem(title);
        if (i != current)
            m_earlier->addItem(tr("with %1").arg(title), i);
    }
    m_plan->setCurrentIndex(current);
    // Who compares goes on with the same one, which is one further down now.
    const auto kept = chosen < 0 ? -1 : m_earlier->findData(grown ? chosen + 1 : chosen);
    m_earlier->setCurrentIndex(std::max(0, kept));
    m_plan->setVisible(plans.size() > 1);
    m_earlier->setVisible(plans.size() > 1);
    m_summary->setText(summary);
    m_summary->setToolTip(summary);
}

void PlanBar::showState()
{
    const bool running = m_runner.isRunning();
    const bool known = !m_runner.request().sql.isEmpty();
    m_cancel->setVisible(running);
    m_again->setVisible(!running && known);
    m_analyze->setVisible(!running && known);
}

} // namespace squall::ui
