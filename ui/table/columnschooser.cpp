#include "ui/table/columnschooser.h"

#include "core/base/shorttypename.h"
#include "ui/table/tablecolumns.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int listWidth = 300;
constexpr int mostRows = 14;
constexpr int nameRole = Qt::UserRole;

} // namespace

ColumnsChooser::ColumnsChooser(const Theme &theme, TableColumns &columns, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_theme(theme)
    , m_columns(columns)
    , m_field(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setObjectName(u"columnsChooser"_s);
    setAccessibleName(tr("Columns"));
    setFrameShape(StyledPanel);
    m_field->setObjectName(u"columnsFilter"_s);
    m_field->setPlaceholderText(tr("Find a column"));
    m_field->setAccessibleName(tr("Find a column"));
    m_field->setClearButtonEnabled(true);
    m_field->installEventFilter(this);
    m_list->setObjectName(u"columnsList"_s);
    m_list->setAccessibleName(tr("Columns in their order; checked ones show"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->installEventFilter(this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(6);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2);
    layout->addLayout(buttons);
    m_up = addButton(u"columnUp"_s, tr("Up"), tr("Further to the left (Alt+Up)"));
    m_down = addButton(u"columnDown"_s, tr("Down"), tr("Further to the right (Alt+Down)"));
    m_pin = addButton(u"columnPin"_s, tr("Pin"), tr("Stays while the others scroll sideways"));
    m_all = addButton(u"columnsAll"_s, tr("Show all"), {});
    m_reset = addButton(u"columnsReset"_s, tr("Reset"), tr("Order and widths as the table has them"));
    for (auto *button : {m_up, m_down, m_pin, m_all})
        buttons->addWidget(button);
    buttons->addStretch(1);
    buttons->addWidget(m_reset);

    connect(m_field, &QLineEdit::textChanged, this, &ColumnsChooser::filter);
    connect(m_list, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) { check(*item); });
    connect(m_list, &QListWidget::currentItemChanged, this, &ColumnsChooser::follow);
    connect(m_up, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_down, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_pin, &QToolButton::clicked, this, &ColumnsChooser::pin);
    connect(m_all, &QToolButton::clicked, this, &ColumnsChooser::showAll);
    connect(m_reset, &QToolButton::clicked, &columns, &TableColumns::reset);
    connect(&columns, &TableColumns::changed, this, &ColumnsChooser::fill);
}

QToolButton *ColumnsChooser::addButton(const QString &name, const QString &text, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(tip);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void ColumnsChooser::popUp(const QWidget &button)
{
    m_field->clear();
    fill();
    const int rows = std::clamp(m_list->count(), 3, mostRows);
    m_list->setFixedSize(listWidth, rows * metrics::row + 4);
    adjustSize();
    move(button.mapToGlobal(QPoint(button.width() - sizeHint().width(), button.height() + 2)));
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

void ColumnsChooser::fill()
{
    const auto chosen = current();
    m_filling = true;
    m_list->clear();
    for (const auto &column : m_columns.arrangement().columns()) {
        const auto *described = m_columns.source().find(column.name);
        auto text = column.name;
        if (described)
            text += u"  "_s + shortTypeName(described->type);
        if (column.pinned)
            text += u"  · "_s + tr("pinned");
        auto *item = new QListWidgetItem(text, m_list);
        item->setData(nameRole, column.name);
        item->setSizeHint({0, metrics::row});
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(column.hidden ? Qt::Unchecked : Qt::Checked);
        if (column.name == chosen)
            m_list->setCurrentItem(item);
    }
    m_filling = false;
    filter(m_field->text());
    if (!m_list->currentItem())
        m_list->setCurrentRow(0);
    follow();
}

void ColumnsChooser::filter(const QString &typed)
{
    QListWidgetItem *first = nullptr;
    for (int row = 0; row < m_list->count(); ++row) {
        auto *item = m_list->item(row);
        item->setHidden(!item->data(nameRole).toString().contains(typed, Qt::CaseInsensitive));
        if (!first && !item->isHidden())
            first = item;
    }
    if (first && (!m_list->currentItem() || m_list->currentItem()->isHidden()))
        m_list->setCurrentItem(first);
}

QString ColumnsChooser::current() const
{
    const auto *item = m_list->currentItem();
    return item ? item->data(nameRole).toString() : QString();
}

void ColumnsChooser::check(const QListWidgetItem &item)
{
    if (m_filling)
        return;
    auto arrangement = m_columns.arrangement();
    arrangement.setHidden(item.data(nameRole).toString(), item.checkState() == Qt::Unchecked);
    if (arrangement == m_columns.arrangement())
        fill();
    else
        // Not now: the list is still at work on the item that filling it anew removes.
        QMetaObject::invokeMethod(
            this, [this, arrangement] { m_columns.setArrangement(arrangement); }, Qt::QueuedConnection);
}

void ColumnsChooser::step(int direction)
{
    auto arrangement = m_columns.arrangement();
    arrangement.step(current(), direction);
    m_columns.setArrangement(arrangement);
}

void ColumnsChooser::pin()
{
    auto arrangement = m_columns.arrangement();
    if (const auto *column = arrangement.find(current()))
        arrangement.setPinned(column->name, !column->pinned);
    m_columns.setArrangement(arrangement);
}

void ColumnsChooser::showAll()
{
    auto arrangement = m_columns.arrangement();
    for (const auto &column : m_columns.arrangement().columns())
        arrangement.setHidden(column.name, false);
    m_columns.setArrangement(arrangement);
}

void ColumnsChooser::follow()
{
    const auto &arrangement = m_columns.arrangement();
    const auto *column = arrangement.find(current());
    m_pin->setText(column && column->pinned ? tr("Unpin") : tr("Pin"));
    for (auto *button : {m_up, m_down, m_pin})
        button->setEnabled(column != nullptr);
    m_all->setEnabled(arrangement.shownCount() < arrangement.columns().size());
}

/// The field moves through the list below it, as the palette's does.
bool ColumnsChooser::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    const auto &key = static_cast<const QKeyEvent &>(*event);
    const bool up = key.key() == Qt::Key_Up;
    if ((up || key.key() == Qt::Key_Down) && key.modifiers() & Qt::AltModifier) {
        step(up ? -1 : 1);
        return true;
    }
    if (watched == m_field && (up || key.key() == Qt::Key_Down)) {
        m_list->setFocus();
        return true;
    }
    if (watched == m_field && (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter)) {
        if (auto *item = m_list->currentItem())
            item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace squall::ui
