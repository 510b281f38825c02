#include "ui/edit/itemseditor.h"

#include "ui/edit/inputlook.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int listWidth = 300;

} // namespace

ItemsEditor::ItemsEditor(const EditorContext &context, Growth growth, QWidget *parent)
    : ValueEditor(parent)
    , m_context(context)
    , m_growth(growth)
    , m_model(new ItemsModel([this](int row) { return label(row); }, this))
    , m_list(new QTreeView(this))
    , m_bar(new QHBoxLayout)
    , m_side(new QVBoxLayout)
    , m_null(new QCheckBox(u"NULL"_s, this))
{
    m_list->setObjectName(u"itemsList"_s);
    m_list->setAccessibleName(tr("Parts"));
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setHeaderHidden(true);
    m_list->setFixedWidth(listWidth);
    frameLikeInput(*m_list);
    m_list->header()->setSectionResizeMode(ItemsModel::LabelColumn, QHeaderView::ResizeToContents);
    m_list->header()->setResizeContentsPrecision(100);
    m_null->setObjectName(u"itemNull"_s);
    m_null->setAccessibleName(tr("This part is NULL"));
    setFocusProxy(m_list);

    auto *left = new QVBoxLayout;
    left->setSpacing(4);
    left->addWidget(m_list, 1);
    left->addLayout(m_bar);
    m_bar->setSpacing(2);
    if (growth == Growth::Free) {
        addButton(u"plus"_s, tr("Add"), u"itemAdd"_s, &ItemsEditor::add);
        addButton(u"trash"_s, tr("Remove"), u"itemRemove"_s, &ItemsEditor::remove);
        addButton(u"arrow-up"_s, tr("Up"), u"itemUp"_s, &ItemsEditor::moveUp);
        addButton(u"arrow-down"_s, tr("Down"), u"itemDown"_s, &ItemsEditor::moveDown);
    }
    m_bar->addStretch();
    m_side->addWidget(m_null);
    m_side->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addLayout(left);
    layout->addLayout(m_side, 1);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) { showPart(index.isValid() ? index.row() : -1); });
    connect(m_null, &QCheckBox::toggled, this, &ItemsEditor::setNull);
    updateButtons();
}

void ItemsEditor::addButton(const QString &icon, const QString &text, const QString &name,
                            void (ItemsEditor::*act)())
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setIcon(m_context.theme.icon(icon));
    connect(button, &QToolButton::clicked, this, act);
    m_bar->addWidget(button);
    m_buttons.push_back(button);
}

int ItemsEditor::current() const
{
    const auto index = m_list->currentIndex();
    return index.isValid() ? index.row() : -1;
}

void ItemsEditor::setText(const QByteArray &text)
{
    m_given = text;
    m_modified = false;
    auto parts = read(text);
    m_fault = parts ? QString() : parts.error().message;
    m_model->setItems(parts ? std::move(*parts) : Items());
    select(0);
    updateButtons();
}

QByteArray ItemsEditor::text() const
{
    return m_modified ? write(items()) : m_given;
}

/// A part's own fault comes with the part's name.
QString ItemsEditor::fault() const
{
    if (!m_fault.isEmpty())
        return m_fault;
    if (m_part && current() >= 0 && items()[static_cast<size_t>(current())]) {
        auto fault = m_part->fault();
        if (fault.isEmpty() && m_context.fault)
            fault = m_context.fault(m_partType, m_part->text());
        if (!fault.isEmpty())
            return label(current()) + u": "_s + fault;
    }
    const auto fits = check(text());
    return fits ? QString() : fits.error().message;
}

void ItemsEditor::select(int row)
{
    const int last = m_model->rowCount() - 1;
    m_list->setCurrentIndex(m_model->index(std::min(row, last), 0));
    showPart(std::min(row, last));
}

void ItemsEditor::showPart(int row)
{
    m_null->setVisible(row >= 0 && mayBeNull());
    if (m_part && (row < 0 || typeOf(row).name != m_partType || m_growth == Growth::Fixed)) {
        delete m_part;
        m_part = nullptr;
    }
    if (row < 0) {
        updateButtons();
        return;
    }
    if (!m_part) {
        const auto type = typeOf(row);
        m_partType = type.name;
        m_part = makeValueEditor(type, m_context, this);
        m_part->setObjectName(u"itemEditor"_s);
        m_side->insertWidget(1, m_part, 1);
        m_side->setStretch(2, m_part->isTall() ? 0 : 1);
        connect(m_part, &ValueEditor::edited, this, &ItemsEditor::takePart);
        connect(m_part, &ValueEditor::settled, this, &ValueEditor::settled);
    }
    const auto &item = items()[static_cast<size_t>(row)];
    m_setting = true;
    m_null->setChecked(!item);
    m_part->setText(item.value_or(QByteArray()));
    m_setting = false;
    updateButtons();
}

void ItemsEditor::takePart()
{
    if (m_setting || current() < 0)
        return;
    m_setting = true;
    m_null->setChecked(false);
    m_setting = false;
    m_model->setItem(current(), m_part->text());
    changed();
}

void ItemsEditor::setNull(bool null)
{
    if (m_setting || current() < 0)
        return;
    m_model->setItem(current(), null ? Query::Parameter() : Query::Parameter(m_part->text()));
    changed();
}

void ItemsEditor::add()
{
    const int row = current() + 1;
    m_model->insert(row, blank());
    m_fault.clear();
    select(row);
    changed();
    m_part->setFocus();
}

void ItemsEditor::remove()
{
    const int row = current();
    if (row < 0)
        return;
    m_model->remove(row);
    select(row);
    changed();
}

void ItemsEditor::moveUp()
{
    swapWith(current() - 1);
}

void ItemsEditor::moveDown()
{
    swapWith(current() + 1);
}

void ItemsEditor::swapWith(int other)
{
    if (other < 0 || other >= m_model->rowCount())
        return;
    m_model->swapDown(std::min(other, current()));
    select(other);
    changed();
}

void ItemsEditor::changed()
{
    m_modified = true;
    updateButtons();
    emit edited();
}

void ItemsEditor::updateButtons()
{
    if (m_buttons.empty())
        return;
    const int row = current();
    m_buttons[1]->setEnabled(row >= 0);
    m_buttons[2]->setEnabled(row > 0);
    m_buttons[3]->setEnabled(row >= 0 && row + 1 < m_model->rowCount());
}

} // namespace squall::ui
