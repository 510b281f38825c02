#include "ui/plan/plansidepanel.h"

#include "models/query/plandetails.h"
#include "models/query/planmodel.h"
#include "ui/plan/planhints.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;

PlanSidePanel::PlanSidePanel(const Theme &theme, models::PlanModel &model, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
    , m_model(model)
    , m_hints(new PlanHints(theme))
    , m_imagination(new QWidget)
    , m_index(new QLineEdit(m_imagination))
    , m_imagine(new QPushButton(tr("What if?"), m_imagination))
    , m_title(new QLabel)
    , m_list(new QWidget)
    , m_grid(new QGridLayout(m_list))
{
    setObjectName(u"planSide"_s);
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_title->setObjectName(u"planStepTitle"_s);
    m_title->setFont(ui::font(TextStyle::Strong));
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(12);
    m_grid->setVerticalSpacing(4);
    m_grid->setColumnStretch(1, 1);
    m_index->setObjectName(u"planImagined"_s);
    m_index->setAccessibleName(tr("An index that is only thought of"));
    m_index->setPlaceholderText(u"CREATE INDEX ON …"_s);
    m_imagine->setObjectName(u"planImagine"_s);
    auto *imagination = new QHBoxLayout(m_imagination);
    imagination->setContentsMargins(0, 0, 0, 0);
    imagination->addWidget(m_index, 1);
    imagination->addWidget(m_imagine);

    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(16, 12, 16, 16);
    layout->setSpacing(16);
    layout->addWidget(m_hints);
    layout->addWidget(m_imagination);
    layout->addWidget(m_title);
    layout->addWidget(m_list);
    layout->addStretch();
    setWidget(page);

    const auto imagine = [this] {
        if (!m_index->text().trimmed().isEmpty())
            emit imagineRequested(m_index->text().trimmed());
    };
    connect(m_imagine, &QPushButton::clicked, this, imagine);
    connect(m_index, &QLineEdit::returnPressed, this, imagine);
    connect(m_hints, &PlanHints::imagineRequested, this, &PlanSidePanel::imagineRequested);
    connect(&theme, &Theme::changed, this, &PlanSidePanel::tintTexts);
    tintTexts();
}

void PlanSidePanel::showHints(bool imagines)
{
    const auto &plan = m_model.plan();
    m_hints->setHints(plan ? plan->hints : std::vector<explain::Hint>(), imagines);
    m_imagination->setVisible(imagines && plan);
}

void PlanSidePanel::showStep(const QModelIndex &index)
{
    const auto step = index.siblingAtColumn(0);
    const auto *node = m_model.node(step);
    const auto *earlier = m_model.earlierNode(step);
    m_title->setText(step.data().toString());
    if (node)
        setDetails(models::planDetails(m_model.plan()->plan, *node, earlier));
    else if (earlier)
        setDetails(models::planDetails(m_model.earlier()->plan, *earlier));
    else
        setDetails({});
}

void PlanSidePanel::setDetails(const std::vector<std::pair<QString, QString>> &details)
{
    while (m_names.size() < details.size()) {
        const auto row = static_cast<int>(m_names.size());
        auto *name = new QLabel(m_list);
        auto *value = new QLabel(m_list);
        name->setFont(ui::font(TextStyle::Small));
        value->setFont(ui::font(TextStyle::MonoSmall));
        value->setWordWrap(true);
        value->setTextFormat(Qt::PlainText);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_grid->addWidget(name, row, 0, Qt::AlignTop | Qt::AlignLeft);
        m_grid->addWidget(value, row, 1);
        m_names.push_back(name);
        m_values.push_back(value);
    }
    for (size_t i = 0; i < m_names.size(); ++i) {
        const bool used = i < details.size();
        m_names[i]->setVisible(used);
        m_values[i]->setVisible(used);
        if (!used)
            continue;
        m_names[i]->setText(details[i].first);
        m_values[i]->setText(details[i].second);
        m_values[i]->setAccessibleName(details[i].first);
    }
    tintTexts();
}

void PlanSidePanel::tintTexts()
{
    tint(m_title, m_theme.color(Token::Text));
    for (auto *name : m_names)
        tint(name, m_theme.color(Token::Muted));
    for (auto *value : m_values)
        tint(value, m_theme.color(Token::Text));
    auto ground = palette();
    ground.setColor(QPalette::Window, m_theme.color(Token::Surface));
    widget()->setPalette(ground);
    widget()->setAutoFillBackground(true);
}

} // namespace squall::ui
