#include "ui/edit/choicecelleditor.h"

#include "ui/edit/choiceeditor.h"
#include "ui/grid/plaincelleditor.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;
using edit::NewValue;

ChoiceCellEditor::ChoiceCellEditor(const edit::ValueType &type, const Theme &theme, QWidget *parent)
    : CellEditor(parent)
    , m_box(new QComboBox(this))
{
    setObjectName(u"cellEditor"_s);
    m_box->setObjectName(u"cellEditorChoice"_s);
    m_box->setAccessibleName(tr("Value"));
    m_box->setStyleSheet(
        u"QComboBox { background: %1; color: %2; border: 2px solid %3; border-radius: 0; min-height: 0; }"_s
            .arg(theme.color(Token::Surface).name(), theme.color(Token::Text).name(),
                 theme.color(Token::Accent).name()));
    for (const auto &[text, words] : choicesOf(type))
        m_box->addItem(words, text);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_box);
    watch(m_box);
    connect(m_box, &QComboBox::currentIndexChanged, this, [this] {
        m_modified = true;
        m_unknown.clear();
        emit valueChanged();
    });
    connect(m_box, &QComboBox::activated, this, [this] { emit exited(Exit::Keep); });
}

void ChoiceCellEditor::setValue(const NewValue &value)
{
    m_given = value;
    const QSignalBlocker quiet(m_box);
    m_box->setCurrentIndex(value.kind == NewValue::Kind::Text ? m_box->findData(value.text) : -1);
    m_box->setPlaceholderText(wordFor(value));
    m_modified = false;
    QMetaObject::invokeMethod(m_box, &QComboBox::showPopup, Qt::QueuedConnection);
}

/// Letters look for a value that begins with them.
void ChoiceCellEditor::replaceWith(const QString &typed)
{
    const int found = m_box->findText(typed, Qt::MatchStartsWith);
    {
        const QSignalBlocker quiet(m_box);
        m_box->setCurrentIndex(found);
    }
    m_unknown = found < 0 ? typed : QString();
    m_box->setPlaceholderText(m_unknown);
    m_modified = true;
    emit valueChanged();
}

NewValue ChoiceCellEditor::value() const
{
    if (!m_modified)
        return m_given;
    return NewValue::of(m_box->currentIndex() < 0 ? m_unknown.toUtf8() : m_box->currentData().toByteArray());
}

QString ChoiceCellEditor::fault() const
{
    return m_unknown.isEmpty() ? QString() : tr("“%1” is none of the type's values.").arg(m_unknown);
}

bool ChoiceCellEditor::wants(const QKeyEvent &) const
{
    return m_box->view()->isVisible();
}

} // namespace squall::ui
