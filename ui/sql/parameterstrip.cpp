#include "ui/sql/parameterstrip.h"

#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int fieldsPerRow = 3;
constexpr int partsPerField = 3;

} // namespace

ParameterStrip::ParameterStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QGridLayout(this))
{
    setObjectName(u"parameterStrip"_s);
    m_layout->setContentsMargins(12, 6, 12, 6);
    m_layout->setHorizontalSpacing(6);
    m_layout->setVerticalSpacing(6);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void ParameterStrip::setParameters(const sql::ParametersUsed &used)
{
    if (used == m_used)
        return;
    m_used = used;
    while (auto *item = m_layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_fields.clear();
    for (int number = 1; number <= used.numbered; ++number)
        addField(u'$' + QString::number(number));
    for (const auto &name : used.names)
        addField(u':' + name);
    setVisible(isVisible() && !used.isEmpty());
}

void ParameterStrip::addField(const QString &name)
{
    auto *label = new QLabel(name, this);
    label->setFont(ui::font(TextStyle::Mono));
    auto *value = new QLineEdit(this);
    value->setObjectName(u"parameter"_s + name);
    value->setAccessibleName(tr("Value of %1").arg(name));
    value->setFont(ui::font(TextStyle::Mono));
    label->setBuddy(value);
    auto *null = new QToolButton(this);
    null->setObjectName(u"parameterNull"_s + name);
    null->setText(u"NULL"_s);
    null->setAccessibleName(tr("%1 is NULL").arg(name));
    null->setCheckable(true);
    null->setFocusPolicy(Qt::TabFocus);
    const auto known = m_kept.constFind(name);
    if (known != m_kept.constEnd()) {
        value->setText(known->value_or(QString()));
        null->setChecked(!known->has_value());
    }
    value->setDisabled(null->isChecked());
    const auto keep = [this, name, value, null] {
        value->setDisabled(null->isChecked());
        m_kept[name] = null->isChecked() ? std::nullopt : std::optional(value->text());
        emit valuesChanged();
    };
    connect(value, &QLineEdit::textEdited, this, keep);
    connect(null, &QToolButton::toggled, this, keep);
    const auto index = static_cast<int>(m_fields.size());
    const int row = index / fieldsPerRow;
    const int column = index % fieldsPerRow * partsPerField;
    m_layout->addWidget(label, row, column);
    m_layout->addWidget(value, row, column + 1);
    m_layout->addWidget(null, row, column + 2);
    m_layout->setColumnStretch(column + 1, 1);
    m_fields.push_back({name, value, null});
}

void ParameterStrip::ask()
{
    show();
    for (const auto &field : m_fields) {
        if (field.value->text().isEmpty() && !field.null->isChecked()) {
            field.value->setFocus();
            return;
        }
    }
    if (!m_fields.empty())
        m_fields.front().value->setFocus();
}

Query::Parameter ParameterStrip::valueOf(const QString &name) const
{
    const auto known = m_kept.value(name, QString());
    return known ? Query::Parameter(known->toUtf8()) : std::nullopt;
}

models::QueryParameters ParameterStrip::values() const
{
    models::QueryParameters values;
    for (int number = 1; number <= m_used.numbered; ++number)
        values.numbered.push_back(valueOf(u'$' + QString::number(number)));
    for (const auto &name : m_used.names)
        values.named.emplace_back(name, valueOf(u':' + name));
    return values;
}

QByteArray ParameterStrip::kept() const
{
    QJsonObject object;
    for (auto value = m_kept.begin(); value != m_kept.end(); ++value)
        object.insert(value.key(), *value ? QJsonValue(**value) : QJsonValue());
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void ParameterStrip::restore(const QByteArray &kept)
{
    const auto object = QJsonDocument::fromJson(kept).object();
    for (auto value = object.begin(); value != object.end(); ++value)
        m_kept.insert(value.key(), value->isString() ? std::optional(value->toString()) : std::nullopt);
}

void ParameterStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit submitted();
    else if (event->key() == Qt::Key_Escape)
        emit escaped();
    else
        QWidget::keyPressEvent(event);
}

void ParameterStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Window));
    painter.fillRect(0, 0, width(), 1, m_theme.color(Token::Line));
}

} // namespace squall::ui
