#include "ui/edit/rangeeditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

enum BoundKind { Included, Excluded, Endless };

} // namespace

RangeEditor::RangeEditor(const edit::ValueType &type, const EditorContext &context, QWidget *parent)
    : ValueEditor(parent)
    , m_type(type)
    , m_context(context)
    , m_empty(new QCheckBox(tr("Empty range"), this))
{
    m_empty->setObjectName(u"rangeEmpty"_s);
    auto *bounds = new QHBoxLayout;
    bounds->setSpacing(16);
    m_lower = addBound(tr("From"), u"rangeLower"_s, *bounds);
    m_upper = addBound(tr("To"), u"rangeUpper"_s, *bounds);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(bounds);
    layout->addWidget(m_empty);
    layout->addStretch();
    setFocusProxy(m_lower.value);
    setTabOrder(m_lower.kind, m_lower.value);
    setTabOrder(m_lower.value, m_upper.kind);
    setTabOrder(m_upper.kind, m_upper.value);
    setTabOrder(m_upper.value, m_empty);
    connect(m_empty, &QCheckBox::toggled, this, &RangeEditor::changed);
}

RangeEditor::Bound RangeEditor::addBound(const QString &title, const QString &name, QHBoxLayout &layout)
{
    Bound bound{new QComboBox(this), makeValueEditor(*m_type.element, m_context, this)};
    bound.kind->setObjectName(name + u"Kind"_s);
    bound.kind->setAccessibleName(tr("%1: kind of bound").arg(title));
    bound.kind->addItems({tr("Included"), tr("Excluded"), tr("No end")});
    bound.value->setObjectName(name);
    auto *label = new QLabel(title, this);
    auto *head = new QHBoxLayout;
    head->addWidget(label);
    head->addWidget(bound.kind);
    head->addStretch();
    auto *column = new QVBoxLayout;
    column->addLayout(head);
    column->addWidget(bound.value);
    layout.addLayout(column, 1);
    connect(bound.kind, &QComboBox::currentIndexChanged, this, &RangeEditor::changed);
    connect(bound.value, &ValueEditor::edited, this, &RangeEditor::changed);
    return bound;
}

void RangeEditor::setText(const QByteArray &text)
{
    m_given = text;
    m_modified = false;
    const auto range = edit::parseRange(text);
    m_fault = range ? QString() : range.error().message;
    m_setting = true;
    m_empty->setChecked(range && range->empty);
    showBound(m_lower, range ? range->lower : edit::RangeBound());
    showBound(m_upper, range ? range->upper : edit::RangeBound());
    m_setting = false;
    enableBounds();
}

void RangeEditor::showBound(const Bound &bound, const edit::RangeBound &value)
{
    bound.kind->setCurrentIndex(!value.value ? Endless : value.inclusive ? Included : Excluded);
    bound.value->setText(value.value.value_or(QByteArray()));
}

edit::RangeBound RangeEditor::read(const Bound &bound) const
{
    if (bound.kind->currentIndex() == Endless)
        return {};
    return {bound.value->text(), bound.kind->currentIndex() == Included};
}

QByteArray RangeEditor::text() const
{
    if (!m_modified)
        return m_given;
    return edit::writeRange({m_empty->isChecked(), read(m_lower), read(m_upper)});
}

QString RangeEditor::faultOf(const Bound &bound) const
{
    if (m_empty->isChecked() || bound.kind->currentIndex() == Endless)
        return {};
    const auto own = bound.value->fault();
    return own.isEmpty() && m_context.fault ? m_context.fault(m_type.element->name, bound.value->text())
                                            : own;
}

QString RangeEditor::fault() const
{
    if (!m_fault.isEmpty() && !m_modified)
        return m_fault;
    const auto lower = faultOf(m_lower);
    if (!lower.isEmpty())
        return tr("From: %1").arg(lower);
    const auto upper = faultOf(m_upper);
    return upper.isEmpty() ? QString() : tr("To: %1").arg(upper);
}

void RangeEditor::changed()
{
    if (m_setting)
        return;
    m_modified = true;
    enableBounds();
    emit edited();
}

void RangeEditor::enableBounds()
{
    for (const auto &bound : {m_lower, m_upper}) {
        bound.kind->setEnabled(!m_empty->isChecked());
        bound.value->setEnabled(!m_empty->isChecked() && bound.kind->currentIndex() != Endless);
    }
}

} // namespace squall::ui
