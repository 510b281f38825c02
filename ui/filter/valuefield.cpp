#include "ui/filter/valuefield.h"

#include "ui/filter/offerdelegate.h"
#include "ui/filter/valueoffers.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTimer>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int fieldWidth = 220;
constexpr int mostListed = 8;
constexpr int searchMs = 120;

} // namespace

ValueField::ValueField(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_first(new QLineEdit(this))
    , m_and(new QLabel(tr("and", "between two values"), this))
    , m_second(new QLineEdit(this))
    , m_list(new QListWidget(this))
    , m_searching(new QTimer(this))
    , m_offers(new ValueOffers(theme, this))
{
    m_first->setObjectName(u"filterValue"_s);
    m_first->setAccessibleName(tr("Value"));
    m_first->setFont(ui::font(TextStyle::Mono));
    m_second->setObjectName(u"filterValueEnd"_s);
    m_second->setAccessibleName(tr("Second value"));
    m_second->setFont(ui::font(TextStyle::Mono));
    m_list->setObjectName(u"filterValues"_s);
    m_list->setAccessibleName(tr("Values, ticked when they are meant"));
    m_list->setFont(ui::font(TextStyle::Mono));
    m_list->setItemDelegate(new TickDelegate(theme, m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_first->setMinimumWidth(fieldWidth);

    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_first, 1);
    line->addWidget(m_and);
    line->addWidget(m_second, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(m_list);

    for (auto *edit : {m_first, m_second}) {
        edit->installEventFilter(this);
        connect(edit, &QLineEdit::textEdited, this, &ValueField::edited);
    }
    m_searching->setSingleShot(true);
    m_searching->setInterval(searchMs);
    m_searching->callOnTimeout(this, [this] { emit searched(m_first->text()); });
    connect(m_first, &QLineEdit::textEdited, m_searching, qOverload<>(&QTimer::start));
    m_list->installEventFilter(this);
    connect(m_first, &QLineEdit::textChanged, this, &ValueField::filterList);
    connect(m_list, &QListWidget::itemChanged, this, &ValueField::edited);
    setOperator(m_op);
}

void ValueField::setOperator(models::FilterOperator op)
{
    const auto kept = values();
    m_op = op;
    const int count = models::valueCount(op);
    const bool many = count == models::manyValues;
    m_first->setVisible(count != 0);
    m_first->setPlaceholderText(many ? tr("Type a value, Enter adds it") : QString());
    m_first->setCompleter(many || count == 0 ? nullptr : m_offers);
    m_and->setVisible(count == 2);
    m_second->setVisible(count == 2);
    m_first->clear();
    m_list->clear();
    m_list->hide();
    setValues(kept);
}

void ValueField::setValues(const QStringList &values)
{
    if (models::valueCount(m_op) != models::manyValues) {
        m_first->setText(values.value(0));
        m_second->setText(values.value(1));
        return;
    }
    fillList();
    for (const auto &value : values) {
        if (value.isEmpty() && values.size() == 1)
            continue;
        auto *known = item(value);
        if (!known) {
            known = new QListWidgetItem(value);
            m_list->insertItem(0, known);
        }
        known->setCheckState(Qt::Checked);
    }
    filterList({});
}

QStringList ValueField::values() const
{
    const int count = models::valueCount(m_op);
    if (count == 1)
        return {m_first->text()};
    if (count == 2)
        return {m_first->text(), m_second->text()};
    QStringList all;
    if (count == models::manyValues) {
        for (int row = 0; row < m_list->count(); ++row) {
            if (m_list->item(row)->checkState() == Qt::Checked)
                all << m_list->item(row)->text();
        }
        // What was typed and not yet added is meant too.
        if (!m_first->text().isEmpty() && !all.contains(m_first->text()))
            all << m_first->text();
    }
    return all;
}

void ValueField::setOffered(const std::vector<models::OfferedValue> &values)
{
    m_offered = values;
    m_offers->setValues(values);
    const bool asked = m_first->hasFocus() && !m_first->text().isEmpty() && !values.empty();
    if (asked && m_first->completer()) {
        m_offers->setCompletionPrefix(m_first->text());
        m_offers->complete();
    }
    if (models::valueCount(m_op) == models::manyValues) {
        const auto typed = m_first->text();
        auto kept = this->values();
        if (!typed.isEmpty() && !item(typed))
            kept.removeAll(typed);
        setValues(kept);
        filterList(typed);
    }
}

QListWidgetItem *ValueField::item(const QString &value) const
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->text() == value)
            return m_list->item(row);
    }
    return nullptr;
}

void ValueField::fillList()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const auto &offered : m_offered) {
        auto *added = new QListWidgetItem(offered.value, m_list);
        added->setCheckState(Qt::Unchecked);
        const auto note = offerNote(offered);
        if (!note.isEmpty()) {
            added->setToolTip(note);
            added->setData(Qt::AccessibleTextRole, offered.value + u", "_s + note);
            added->setData(OfferDelegate::NoteRole, note);
        }
        added->setData(OfferDelegate::SearchRole, offered.value + u' ' + offered.label);
    }
}

/// Only what contains what is typed is listed, and all that is ticked.
void ValueField::filterList(const QString &text)
{
    if (models::valueCount(m_op) != models::manyValues) {
        m_list->hide();
        return;
    }
    int shown = 0;
    for (int row = 0; row < m_list->count(); ++row) {
        auto *each = m_list->item(row);
        const auto searched = each->text() + u' ' + each->data(OfferDelegate::SearchRole).toString();
        const bool hidden =
            each->checkState() != Qt::Checked && !searched.contains(text, Qt::CaseInsensitive);
        each->setHidden(hidden);
        shown += hidden ? 0 : 1;
    }
    m_list->setVisible(shown > 0);
    const int rowHeight = m_list->count() > 0 ? std::max(22, m_list->sizeHintForRow(0)) : 22;
    m_list->setFixedHeight(std::min(shown, mostListed) * rowHeight + 4);
}

void ValueField::addTyped()
{
    const auto text = m_first->text();
    auto *known = item(text);
    if (!known) {
        // The only one that is left is the one that is meant.
        QList<QListWidgetItem *> left;
        for (int row = 0; row < m_list->count(); ++row) {
            auto *each = m_list->item(row);
            if (!each->isHidden() && each->checkState() != Qt::Checked)
                left << each;
        }
        known = left.size() == 1 ? left.front() : nullptr;
    }
    if (!known) {
        known = new QListWidgetItem(text);
        m_list->insertItem(0, known);
    }
    known->setCheckState(Qt::Checked);
    m_first->clear();
    emit edited();
}

void ValueField::focusFirst()
{
    if (!m_first->isHidden()) {
        m_first->setFocus();
        m_first->selectAll();
    }
}

bool ValueField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto key = static_cast<QKeyEvent *>(event)->key();
    const bool many = models::valueCount(m_op) == models::manyValues;
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (many && watched == m_first && !m_first->text().isEmpty())
            addTyped();
        else
            emit submitted();
        return true;
    }
    if (key == Qt::Key_Down && many && watched == m_first && !m_list->isHidden()) {
        m_list->setFocus();
        for (int row = 0; row < m_list->count(); ++row) {
            if (!m_list->item(row)->isHidden()) {
                m_list->setCurrentRow(row);
                break;
            }
        }
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace squall::ui
