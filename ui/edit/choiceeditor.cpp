#include "ui/edit/choiceeditor.h"

#include "ui/edit/inputlook.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

/// Lists that are no longer than this need no line to narrow them.
constexpr int shortList = 8;
constexpr int listWidth = 420;

} // namespace

std::vector<std::pair<QByteArray, QString>> choicesOf(const edit::ValueType &type)
{
    if (type.kind == edit::ValueType::Kind::Boolean)
        return {{"t", u"true"_s}, {"f", u"false"_s}};
    std::vector<std::pair<QByteArray, QString>> choices;
    for (const auto &label : type.labels)
        choices.emplace_back(label.toUtf8(), label);
    return choices;
}

ChoiceEditor::ChoiceEditor(const edit::ValueType &type, QWidget *parent)
    : ValueEditor(parent)
    , m_filter(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    m_filter->setObjectName(u"choiceFilter"_s);
    m_filter->setPlaceholderText(tr("Find"));
    m_filter->setAccessibleName(tr("Find a value"));
    m_filter->setMaximumWidth(listWidth);
    m_filter->installEventFilter(this);
    m_list->setObjectName(u"choiceList"_s);
    m_list->setAccessibleName(tr("Values"));
    m_list->setMaximumWidth(listWidth);
    m_list->setUniformItemSizes(true);
    frameLikeInput(*m_list);
    for (const auto &[text, words] : choicesOf(type)) {
        auto *item = new QListWidgetItem(words, m_list);
        item->setData(Qt::UserRole, text);
    }
    m_filter->setVisible(m_list->count() > shortList);
    setFocusProxy(m_list->count() > shortList ? static_cast<QWidget *>(m_filter) : m_list);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_filter);
    layout->addWidget(m_list, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &ChoiceEditor::narrow);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (m_setting || !item)
            return;
        m_text = item->data(Qt::UserRole).toByteArray();
        emit edited();
    });
}

void ChoiceEditor::setText(const QByteArray &text)
{
    m_text = text;
    m_setting = true;
    m_filter->clear();
    m_list->setCurrentRow(-1);
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toByteArray() == text)
            m_list->setCurrentRow(row);
    }
    m_setting = false;
}

QString ChoiceEditor::note() const
{
    return tr("%Ln values", nullptr, m_list->count());
}

void ChoiceEditor::narrow(const QString &words)
{
    int first = -1;
    for (int row = 0; row < m_list->count(); ++row) {
        const bool fits = m_list->item(row)->text().contains(words, Qt::CaseInsensitive);
        m_list->item(row)->setHidden(!fits);
        if (fits && first < 0)
            first = row;
    }
    if (!words.isEmpty() && first >= 0)
        m_list->setCurrentRow(first);
}

/// The list moves while the line has the keys.
bool ChoiceEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto &key = static_cast<QKeyEvent &>(*event);
        if (key.key() == Qt::Key_Up || key.key() == Qt::Key_Down) {
            const int step = key.key() == Qt::Key_Up ? -1 : 1;
            for (int row = m_list->currentRow() + step; row >= 0 && row < m_list->count(); row += step) {
                if (m_list->item(row)->isHidden())
                    continue;
                m_list->setCurrentRow(row);
                break;
            }
            return true;
        }
    }
    return ValueEditor::eventFilter(watched, event);
}

} // namespace squall::ui
