#include "ui/filter/conditionrow.h"

#include "models/tablefilter.h"
#include "ui/filter/filterwords.h"
#include "ui/filter/valuefield.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace squall::ui {

using namespace Qt::StringLiterals;

ConditionRow::ConditionRow(const Theme &theme, models::TableFilter &filter, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_filter(filter)
    , m_column(new QComboBox(this))
    , m_operator(new QComboBox(this))
    , m_value(new ValueField(theme, this))
    , m_remove(new QToolButton(this))
    , m_fault(new QLabel(this))
{
    m_column->setObjectName(u"filterColumn"_s);
    m_column->setAccessibleName(tr("Column"));
    m_column->setMinimumWidth(140);
    m_column->setMaxVisibleItems(16);
    m_operator->setObjectName(u"filterOperator"_s);
    m_operator->setAccessibleName(tr("How it is compared"));
    m_operator->setMinimumWidth(120);
    m_operator->setMaxVisibleItems(24);
    m_remove->setObjectName(u"filterRemoveCondition"_s);
    m_remove->setAccessibleName(tr("Remove this condition"));
    m_remove->setToolTip(m_remove->accessibleName());
    m_remove->setIcon(theme.icon(u"close"_s));
    m_fault->setObjectName(u"filterConditionFault"_s);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    m_fault->setFont(ui::font(TextStyle::Small));
    m_fault->hide();
    for (const auto &column : filter.source().columns) {
        m_column->addItem(column.name);
        m_column->setItemData(m_column->count() - 1, column.type, Qt::ToolTipRole);
    }

    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_column, 0, Qt::AlignTop);
    line->addWidget(m_operator, 0, Qt::AlignTop);
    line->addWidget(m_value, 1);
    line->addWidget(m_remove, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(m_fault);

    connect(m_column, &QComboBox::activated, this, &ConditionRow::edited);
    connect(m_column, &QComboBox::currentIndexChanged, this, &ConditionRow::chooseColumn);
    connect(m_operator, &QComboBox::currentIndexChanged, this, &ConditionRow::chooseOperator);
    connect(m_operator, &QComboBox::activated, this, &ConditionRow::edited);
    connect(m_value, &ValueField::edited, this, &ConditionRow::edited);
    connect(m_value, &ValueField::searched, this,
            [this](const QString &text) { m_filter.requestValues(m_column->currentText(), text); });
    connect(m_value, &ValueField::submitted, this, &ConditionRow::submitted);
    connect(m_remove, &QToolButton::clicked, this, &ConditionRow::removeRequested);
    connect(&filter, &models::TableFilter::offered, this,
            [this](const QString &column, const std::vector<models::OfferedValue> &values) {
                if (column == m_column->currentText())
                    m_value->setOffered(values);
            });
    chooseColumn();
}

void ConditionRow::chooseColumn()
{
    const int index = m_filter.source().indexOf(m_column->currentText());
    const auto column = index < 0 ? models::RowColumn{.name = m_column->currentText(), .type = {}}
                                  : m_filter.source().columns[static_cast<size_t>(index)];
    const auto kept = m_operator->currentData();
    {
        const QSignalBlocker quiet(m_operator);
        m_operator->clear();
        for (const auto op : models::operatorsFor(column))
            m_operator->addItem(operatorText(op), static_cast<int>(op));
        const int same = m_operator->findData(kept);
        m_operator->setCurrentIndex(same < 0 ? 0 : same);
    }
    chooseOperator();
    m_value->setOffered({});
    m_filter.requestValues(column.name);
}

void ConditionRow::chooseOperator()
{
    m_value->setOperator(static_cast<models::FilterOperator>(m_operator->currentData().toInt()));
    showFault({});
}

void ConditionRow::setCondition(const models::FilterCondition &condition)
{
    // A column that is not there any more, or an operator its type does not have, is shown all the same.
    const auto exactly = Qt::MatchExactly | Qt::MatchCaseSensitive;
    if (m_column->findText(condition.column, exactly) < 0)
        m_column->addItem(condition.column);
    m_column->setCurrentIndex(m_column->findText(condition.column, exactly));
    if (m_operator->findData(static_cast<int>(condition.op)) < 0)
        m_operator->addItem(operatorText(condition.op), static_cast<int>(condition.op));
    m_operator->setCurrentIndex(m_operator->findData(static_cast<int>(condition.op)));
    m_value->setValues(condition.values);
}

models::FilterCondition ConditionRow::condition() const
{
    return {.column = m_column->currentText(),
            .op = static_cast<models::FilterOperator>(m_operator->currentData().toInt()),
            .values = m_value->values()};
}

void ConditionRow::showFault(const QString &text)
{
    auto colors = m_fault->palette();
    colors.setColor(QPalette::WindowText, m_theme.color(Token::Removed));
    m_fault->setPalette(colors);
    m_fault->setText(text);
    m_fault->setVisible(!text.isEmpty());
}

void ConditionRow::setRemovable(bool removable)
{
    m_remove->setVisible(removable);
}

void ConditionRow::focusColumn()
{
    m_column->setFocus();
}

void ConditionRow::focusValue()
{
    m_value->focusFirst();
}

} // namespace squall::ui
