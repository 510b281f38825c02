#include "ui/plan/planview.h"

#include "models/query/plandetails.h"
#include "models/query/planmodel.h"
#include "ui/plan/planbar.h"
#include "ui/plan/planhints.h"
#include "ui/plan/plansidepanel.h"
#include "ui/plan/plantree.h"
#include "ui/table/failurepanel.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QItemSelectionModel>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int sideWidth = 320;

QPlainTextEdit *textPage(const QString &name, const QString &accessible, QWidget *parent)
{
    auto *text = new QPlainTextEdit(parent);
    text->setObjectName(name);
    text->setAccessibleName(accessible);
    text->setReadOnly(true);
    text->setFont(ui::font(TextStyle::Code));
    text->setFrameShape(QFrame::NoFrame);
    text->setLineWrapMode(QPlainTextEdit::NoWrap);
    text->setStyleSheet(u"QPlainTextEdit { border: none; border-radius: 0; }"_s);
    text->document()->setDocumentMargin(12);
    return text;
}

} // namespace

PlanView::PlanView(const Theme &theme, models::ExplainRunner &runner, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_runner(runner)
    , m_model(new models::PlanModel(this))
    , m_bar(new PlanBar(theme, runner, this))
    , m_pages(new QStackedWidget(this))
    , m_drawn(new QSplitter(m_pages))
    , m_tree(new PlanTree(theme, *m_model, m_drawn))
    , m_side(new PlanSidePanel(theme, *m_model, m_drawn))
    , m_text(textPage(u"planText"_s, tr("Plan as text"), m_pages))
    , m_json(textPage(u"planJson"_s, tr("Plan as JSON"), m_pages))
    , m_empty(new QLabel(m_pages))
    , m_failure(new FailurePanel(theme, m_pages))
{
    setObjectName(u"planView"_s);
    m_drawn->setHandleWidth(1);
    m_drawn->setChildrenCollapsible(false);
    m_drawn->setStretchFactor(0, 1);
    m_drawn->setStretchFactor(1, 0);
    m_drawn->setSizes({width(), sideWidth});
    m_side->setMinimumWidth(240);
    m_empty->setObjectName(u"planEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    for (QWidget *page :
         {static_cast<QWidget *>(m_drawn), static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_json),
          static_cast<QWidget *>(m_empty), static_cast<QWidget *>(m_failure)})
        m_pages->addWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_pages, 1);
    setFocusProxy(m_tree);

    connect(&runner, &models::ExplainRunner::plansChanged, this, &PlanView::showPlans);
    connect(&runner, &models::ExplainRunner::stateChanged, this, &PlanView::showState);
    connect(m_bar, &PlanBar::plansChosen, this, &PlanView::showPlans);
    connect(m_bar, &PlanBar::formChosen, this, &PlanView::setForm);
    connect(m_bar, &PlanBar::againRequested, this, [this](bool analyze) {
        using Mode = models::ExplainRequest::Mode;
        m_runner.again(analyze ? Mode::Analyze : Mode::Plan);
    });
    connect(m_bar, &PlanBar::cancelRequested, &runner, &models::ExplainRunner::cancel);
    connect(m_failure, &FailurePanel::retryRequested, this, [this] { m_runner.explain(m_runner.request()); });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, m_side, &PlanSidePanel::showStep);
    connect(&m_side->hints(), &PlanHints::stepChosen, this, &PlanView::showStep);
    connect(&m_side->hints(), &PlanHints::copied, this,
            [this] { emit notice(tr("The fix is in the clipboard")); });
    connect(m_side, &PlanSidePanel::imagineRequested, &runner, &models::ExplainRunner::imagine);
    connect(&theme, &Theme::changed, this, [this] { tint(m_empty, m_theme.color(Token::Muted)); });
    tint(m_empty, theme.color(Token::Muted));
    showPlans();
}

void PlanView::showPlans()
{
    const auto &plans = m_runner.plans();
    m_bar->showPlans({});
    const auto at = [&](int index) {
        return index >= 0 && index < static_cast<int>(plans.size()) ? plans[static_cast<size_t>(index)]
                                                                    : models::KeptPlanPtr();
    };
    const auto plan = at(m_bar->plan());
    m_model->setPlans(plan, at(m_bar->earlier()));
    m_bar->showPlans(plan ? models::planSummary(plan->plan) : QString());
    m_text->setPlainText(plan ? explain::planText(plan->plan) : QString());
    m_json->setPlainText(plan ? QString::fromUtf8(plan->plan.json) : QString());
    m_side->showHints(m_imagines);
    m_side->showStep(m_tree->currentIndex());
    showState();
}

void PlanView::showState()
{
    const auto show = [this](QWidget *page) { m_pages->setCurrentWidget(page); };
    if (m_imagines != m_runner.canImagine()) {
        m_imagines = m_runner.canImagine();
        m_side->showHints(m_imagines);
    }
    if (m_runner.isRunning() && !m_model->plan()) {
        m_empty->setText(tr("Asking the server for the plan…"));
        return show(m_empty);
    }
    if (m_runner.error() && !m_runner.isRunning()) {
        m_failure->showError(tr("There is no plan"), *m_runner.error());
        return show(m_failure);
    }
    if (!m_model->plan()) {
        m_empty->setText(tr("How the server would do it, step by step. Explain a statement to see it here; "
                            "Explain Analyze also measures it."));
        return show(m_empty);
    }
    setForm(m_form);
}

void PlanView::setForm(int form)
{
    m_form = form;
    if (!m_model->plan())
        return;
    QWidget *pages[] = {m_drawn, m_text, m_json};
    m_pages->setCurrentWidget(pages[form]);
}

void PlanView::showStep(int node)
{
    const auto index = m_model->indexOf(node);
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
    m_tree->setFocus();
}

} // namespace squall::ui
