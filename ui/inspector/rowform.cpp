#include "ui/inspector/rowform.h"

#include "ui/inspector/linebutton.h"
#include "ui/inspector/valuelabel.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"
#include "ui/window/elidedlabel.h"

#include <QAccessible>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::RowField;

namespace {

constexpr int nameWidth = 92;
constexpr int wholeHeight = 220;
/// A label or text field cannot take any length; the big editor can.
constexpr qsizetype longestWhole = 1'000'000;

} // namespace

RowForm::RowForm(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_layout(new QGridLayout(this))
{
    setObjectName(u"rowForm"_s);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(12);
    m_layout->setVerticalSpacing(8);
    m_layout->setColumnMinimumWidth(0, nameWidth);
    m_layout->setColumnStretch(0, 2);
    m_layout->setColumnStretch(1, 3);
    connect(&theme, &Theme::changed, this, &RowForm::build);
}

bool RowForm::hasSameColumns(const std::vector<RowField> &fields) const
{
    return std::equal(fields.begin(), fields.end(), m_fields.begin(), m_fields.end(),
                      [](const RowField &one, const RowField &other) {
                          return one.name == other.name && one.type == other.type && one.key == other.key;
                      });
}

/// Labels are made once for all rows of a table: making them is what takes time.
void RowForm::setFields(std::vector<RowField> fields)
{
    const bool same = hasSameColumns(fields);
    const auto before = std::exchange(m_fields, std::move(fields));
    if (!same) {
        build();
        return;
    }
    for (size_t i = 0; i < m_fields.size(); ++i) {
        if (m_fields[i] != before[i])
            fill(i);
    }
}

void RowForm::build()
{
    // Laid out once when all is there, and not again for each label that appears.
    const bool shown = !isHidden();
    hide();
    for (const auto &line : m_lines) {
        for (QWidget *widget : {static_cast<QWidget *>(line.name), static_cast<QWidget *>(line.type),
                                static_cast<QWidget *>(line.value), static_cast<QWidget *>(line.link),
                                static_cast<QWidget *>(line.remark), static_cast<QWidget *>(line.more),
                                static_cast<QWidget *>(line.whole)})
            delete widget;
    }
    m_lines.clear();
    int row = 0;
    for (const auto &field : m_fields) {
        m_lines.push_back(makeLine(field, row));
        row += 2;
    }
    for (size_t i = 0; i < m_fields.size(); ++i)
        fill(i);
    setVisible(shown);
}

RowForm::Line RowForm::makeLine(const RowField &field, int row)
{
    const Line line{new ElidedLabel(field.name, this),
                    new ElidedLabel(field.type, this),
                    new ValueLabel(m_theme, this),
                    new LineButton(m_theme, this),
                    new QLabel(this),
                    new QToolButton(this),
                    nullptr};
    dress(line, field);
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(line.name);
    left->addWidget(line.type);
    left->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setSpacing(2);
    right->addWidget(line.value);
    right->addWidget(line.remark);
    right->addWidget(line.link);
    right->addWidget(line.more, 0, Qt::AlignLeft);
    right->addStretch(1);
    m_layout->addLayout(left, row, 0);
    m_layout->addLayout(right, row, 1);
    // What is made for a window that shows already appears a moment later of its own accord.
    for (QWidget *label : {static_cast<QWidget *>(line.name), static_cast<QWidget *>(line.type)})
        label->show();
    connectLine(line, field.name);
    return line;
}

void RowForm::dress(const Line &line, const RowField &field)
{
    line.name->setFont(ui::font(field.key ? TextStyle::Strong : TextStyle::Body));
    tint(line.name, m_theme.color(field.key ? Token::Text : Token::Muted));
    line.type->setFont(ui::font(TextStyle::MonoSmall));
    tint(line.type, m_theme.color(Token::Faint));
    line.value->setObjectName(u"rowValue"_s);
    line.link->setObjectName(u"rowLink"_s);
    line.remark->setObjectName(u"rowRemark"_s);
    line.remark->setWordWrap(true);
    line.remark->setTextFormat(Qt::PlainText);
    line.remark->setFont(ui::font(TextStyle::Small));
    line.more->setObjectName(u"rowValueMore"_s);
    line.more->setFocusPolicy(Qt::TabFocus);
}

void RowForm::connectLine(const Line &line, const QString &name)
{
    connect(line.value, &ValueLabel::activated, this, [this, name] { emit activated(name); });
    connect(line.value, &ValueLabel::enlargeRequested, this, [this, name] { emit enlargeRequested(name); });
    connect(line.value, &ValueLabel::followRequested, this, [this, name] { emit followRequested(name); });
    connect(line.link, &QAbstractButton::clicked, this, [this, name] { emit followRequested(name); });
    connect(line.more, &QToolButton::clicked, this, [this, name] {
        if (auto *asked = lineOf(name))
            asked->more->setEnabled(false);
        emit wholeValueRequested(name);
    });
}

void RowForm::fill(size_t index)
{
    const auto &field = m_fields[index];
    const auto &line = m_lines[index];
    line.value->setField(field);
    remark(line, field.fault, Token::Removed);
    line.value->show();
    line.link->setLine({.text = u"→ "_s + (field.label.isEmpty() ? field.leadsTo : field.label),
                        .detail = field.label.isEmpty() ? QString() : field.leadsTo,
                        .ink = Token::Accent});
    line.link->setToolTip(tr("Show the row of %1 that it points to (F4)").arg(field.leadsTo));
    line.link->setAccessibleDescription(line.link->toolTip());
    line.link->setVisible(!field.leadsTo.isEmpty());
    if (line.whole) {
        line.whole->hide();
        line.whole->clear();
    }
    const bool bytes = field.kind == models::TypeKind::Bytea;
    const auto length = field.fullLength >= 0 ? field.fullLength : field.value.size();
    line.more->setText(
        !field.loaded ? tr("Read it")
        : bytes && field.fullLength >= 0
            ? tr("Show all (%1)")
                  .arg(QLocale().formattedDataSize(length, 1, QLocale::DataSizeTraditionalFormat))
            : tr("Show all (%L1 characters)").arg(length));
    line.more->setAccessibleName(line.more->text() + u": "_s + field.name);
    line.more->setEnabled(true);
    line.more->setVisible(!field.loaded || line.value->isShortened());
}

RowForm::Line *RowForm::lineOf(const QString &name)
{
    for (size_t i = 0; i < m_lines.size(); ++i) {
        if (m_fields[i].name == name)
            return &m_lines[i];
    }
    return nullptr;
}

void RowForm::remark(const Line &line, const QString &text, Token ink)
{
    tint(line.remark, m_theme.color(ink));
    line.remark->setText(text);
    line.remark->setVisible(!text.isEmpty());
}

void RowForm::refuse(const QString &name, const QString &why)
{
    const auto *line = lineOf(name);
    if (!line)
        return;
    remark(*line, why, Token::Changed);
    QAccessibleEvent alert(line->remark, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void RowForm::calm()
{
    for (size_t i = 0; i < m_lines.size(); ++i)
        remark(m_lines[i], m_fields[i].fault, Token::Removed);
}

ValueLabel *RowForm::valueOf(const QString &name)
{
    const auto *line = lineOf(name);
    return line ? line->value : nullptr;
}

void RowForm::focusValue(const QString &name, int steps)
{
    const auto *line = lineOf(name);
    if (!line)
        return;
    const auto at = static_cast<int>(line - m_lines.data()) + steps;
    m_lines[static_cast<size_t>(std::clamp(at, 0, static_cast<int>(m_lines.size()) - 1))].value->setFocus();
}

void RowForm::showWhole(const QString &name, const QString &value)
{
    auto *line = lineOf(name);
    if (!line)
        return;
    if (!line->whole)
        line->whole = makeWhole(*line, name);
    line->whole->setPlainText(value.size() > longestWhole ? value.left(longestWhole) + u'…' : value);
    line->whole->show();
    line->value->hide();
    line->more->hide();
}

/// Few values are longer than their line, and an editor for each of them would be half the time of making a
/// form.
QPlainTextEdit *RowForm::makeWhole(const Line &line, const QString &name)
{
    auto *whole = new QPlainTextEdit(this);
    whole->setObjectName(u"rowValueWhole"_s);
    whole->setAccessibleName(tr("All of %1").arg(name));
    whole->setReadOnly(true);
    whole->setFont(ui::font(TextStyle::Mono));
    whole->setMaximumHeight(wholeHeight);
    const auto index = static_cast<int>(&line - m_lines.data());
    m_layout->addWidget(whole, 2 * index + 1, 0, 1, 2);
    setTabOrder(line.more, whole);
    return whole;
}

void RowForm::showFailure(const QString &name, const QString &why)
{
    auto *line = lineOf(name);
    if (!line)
        return;
    line->more->setEnabled(true);
    line->more->setText(tr("Try again"));
    line->value->setText(why);
    tint(line->value, m_theme.color(Token::Removed));
}

} // namespace squall::ui
