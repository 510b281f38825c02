#include "ui/sql/parameterstrip.h"

#include "core/base/shorttypename.h"
#include "core/edit/validate.h"
#include "core/edit/values/valuetype.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QAccessible>
#include <QGridLayout>
#include <QJsonDocument>
#include <QJsonObject>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int fieldsPerRow = 3;
constexpr int partsPerField = 4;

} // namespace

ParameterStrip::ParameterStrip(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QGridLayout)
    , m_fault(new QLabel(this))
{
    setObjectName(u"parameterStrip"_s);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(12, 6, 12, 6);
    rows->setSpacing(6);
    rows->addLayout(m_layout);
    rows->addWidget(m_fault);
    m_layout->setHorizontalSpacing(6);
    m_layout->setVerticalSpacing(6);
    m_fault->setObjectName(u"parameterFault"_s);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    m_fault->setFont(ui::font(TextStyle::Small));
    m_fault->hide();
    connect(&theme, &Theme::changed, this, &ParameterStrip::tint);
    tint();
    hide();
}

void ParameterStrip::tint()
{
    ui::tint(m_fault, m_theme.color(Token::Removed));
    for (const auto &field : m_fields)
        ui::tint(field.type, m_theme.color(Token::Muted));
    update();
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
    tint();
    showFaults();
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
    auto *type = new QLabel(this);
    type->setObjectName(u"parameterType"_s + name);
    type->setTextFormat(Qt::PlainText);
    type->setFont(ui::font(TextStyle::Small));
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
    const Field field{name, type, value, null};
    connect(value, &QLineEdit::textEdited, this, [this, field] { keep(field); });
    connect(null, &QToolButton::toggled, this, [this, field] { keep(field); });
    const auto index = static_cast<int>(m_fields.size());
    const int row = index / fieldsPerRow;
    int column = index % fieldsPerRow * partsPerField;
    m_layout->setColumnStretch(column + 2, 1);
    for (QWidget *part : {static_cast<QWidget *>(label), static_cast<QWidget *>(type),
                          static_cast<QWidget *>(value), static_cast<QWidget *>(null)})
        m_layout->addWidget(part, row, column++);
    m_fields.push_back(field);
    showType(field);
}

void ParameterStrip::keep(const Field &field)
{
    const bool isNull = field.null->isChecked();
    m_kept[field.name] = isNull ? std::nullopt : std::optional(field.value->text());
    showType(field);
    showFaults();
    emit valuesChanged();
}

QStringList ParameterStrip::typesOf(const QString &name) const
{
    return m_types.value(name.mid(1));
}

void ParameterStrip::setTypes(const models::ParameterTypes &types, const catalog::SnapshotPtr &snapshot)
{
    m_types = types;
    m_snapshot = snapshot;
    for (const auto &field : m_fields)
        showType(field);
    showFaults();
}

/// What a field is taken for, and what it means while nothing stands in it: an empty text is not NULL.
void ParameterStrip::showType(const Field &field)
{
    const auto types = typesOf(field.name);
    QStringList names;
    for (const auto &type : types)
        names << shortTypeName(type);
    field.type->setText(names.join(u", "_s));
    field.type->setToolTip(types.join(u'\n'));
    field.type->setVisible(!names.isEmpty());
    field.value->setAccessibleDescription(types.join(u", "_s));
    const bool isNull = field.null->isChecked();
    field.value->setDisabled(isNull);
    const auto takesEmpty = [this](const QString &type) {
        return edit::acceptsEmpty(edit::valueType(m_snapshot ? *m_snapshot : catalog::Snapshot(), type));
    };
    const bool empty = !types.isEmpty() && std::all_of(types.begin(), types.end(), takesEmpty);
    field.value->setPlaceholderText(isNull ? u"NULL"_s : empty ? tr("empty text") : QString());
}

QString ParameterStrip::faultOf(const Field &field) const
{
    const auto value = valueOf(field.name);
    if (!value)
        return {};
    for (const auto &type : typesOf(field.name)) {
        const auto why = edit::typeFault(m_snapshot ? *m_snapshot : catalog::Snapshot(), type, *value);
        if (!why.isEmpty())
            return tr("%1: %2", "parameter: what is wrong with its value").arg(field.name, why);
    }
    return {};
}

QString ParameterStrip::fault() const
{
    for (const auto &field : m_fields) {
        if (auto why = faultOf(field); !why.isEmpty())
            return why;
    }
    return {};
}

/// Who has not typed anything yet has made no mistake.
void ParameterStrip::showFaults()
{
    QString text;
    for (const auto &field : m_fields) {
        if (text.isEmpty() && !field.value->text().isEmpty())
            text = faultOf(field);
    }
    m_fault->setText(text);
    m_fault->setVisible(!text.isEmpty());
}

void ParameterStrip::ask()
{
    show();
    for (const auto &field : m_fields) {
        const auto why = field.value->text().isEmpty() ? QString() : faultOf(field);
        if (!why.isEmpty()) {
            field.value->setFocus();
            field.value->selectAll();
            QAccessibleEvent alert(m_fault, QAccessible::Alert);
            QAccessible::updateAccessibility(&alert);
            return;
        }
    }
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
