#include "ui/edit/bigeditor.h"

#include "core/base/shorttypename.h"
#include "models/columntype.h"
#include "ui/edit/texteditor.h"
#include "ui/grid/plaincelleditor.h"
#include "ui/theme/fonts.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QButtonGroup>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;
using edit::NewValue;
using TypeKind = edit::ValueType::Kind;

namespace {

/// Longer values are looked at by their editor and the server only: not at each key.
constexpr qsizetype longestChecked = 100'000;
constexpr int margin = 12;

bool isTyped(const QKeyEvent &event)
{
    const bool command = event.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return !command && !event.text().isEmpty() && event.text().front().isPrint();
}

} // namespace

BigEditor::BigEditor(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_name(new QLabel(this))
    , m_type(new QLabel(this))
    , m_kinds(new QButtonGroup(this))
    , m_asText(new QToolButton(this))
    , m_close(new QToolButton(this))
    , m_pages(new QStackedWidget(this))
    , m_word(new QLabel(this))
    , m_fault(new QLabel(this))
    , m_note(new QLabel(this))
    , m_keep(new QPushButton(tr("Keep"), this))
{
    setObjectName(u"bigEditor"_s);
    setAccessibleName(tr("Value editor"));
    setAutoFillBackground(true);
    m_word->setObjectName(u"bigEditorWord"_s);
    m_word->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_word->setTextFormat(Qt::PlainText);
    m_word->setWordWrap(true);
    m_pages->addWidget(new QWidget(this));
    m_pages->addWidget(new QWidget(this));
    m_pages->addWidget(m_word);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, 0, margin, 8);
    layout->setSpacing(4);
    layout->addLayout(makeHead());
    layout->addWidget(m_pages, 1);
    layout->addLayout(makeFoot());
    connect(m_kinds, &QButtonGroup::idClicked, this, [this](int kind) { choose(static_cast<Kind>(kind)); });
    connect(m_asText, &QToolButton::toggled, this, &BigEditor::showText);
    connect(m_close, &QToolButton::clicked, this, &BigEditor::cancelled);
    connect(m_keep, &QPushButton::clicked, this, &BigEditor::keep);
    connect(&theme, &Theme::changed, this, &BigEditor::tint);
    tint();
}

QHBoxLayout *BigEditor::makeHead()
{
    m_name->setObjectName(u"bigEditorName"_s);
    m_name->setFont(ui::font(TextStyle::Strong));
    m_name->setTextFormat(Qt::PlainText);
    m_type->setObjectName(u"bigEditorType"_s);
    m_type->setFont(ui::font(TextStyle::MonoSmall));
    m_type->setTextFormat(Qt::PlainText);
    m_asText->setObjectName(u"bigEditorAsText"_s);
    m_asText->setText(tr("As text"));
    m_asText->setCheckable(true);
    m_close->setObjectName(u"bigEditorClose"_s);
    m_close->setIcon(m_theme.icon(u"close"_s));
    m_close->setToolTip(tr("Close without keeping (Esc)"));
    m_close->setAccessibleName(tr("Close without keeping"));

    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 4, 0, 4);
    head->setSpacing(2);
    head->addWidget(m_name);
    head->addSpacing(6);
    head->addWidget(m_type);
    head->addStretch();
    head->addWidget(m_asText);
    head->addSpacing(12);
    addKind(*head, Kind::Text, tr("Value"), u"kindValue"_s);
    addKind(*head, Kind::Null, u"NULL"_s, u"kindNull"_s);
    addKind(*head, Kind::Default, u"DEFAULT"_s, u"kindDefault"_s);
    addKind(*head, Kind::Now, u"now()"_s, u"kindNow"_s);
    addKind(*head, Kind::RandomUuid, u"gen_random_uuid()"_s, u"kindUuid"_s);
    head->addSpacing(12);
    head->addWidget(m_close);
    return head;
}

void BigEditor::addKind(QHBoxLayout &bar, Kind kind, const QString &text, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setCheckable(true);
    m_kinds->addButton(button, static_cast<int>(kind));
    bar.addWidget(button);
}

QHBoxLayout *BigEditor::makeFoot()
{
    m_fault->setObjectName(u"bigEditorFault"_s);
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    m_note->setObjectName(u"bigEditorNote"_s);
    m_note->setFont(ui::font(TextStyle::Small));
    m_note->setTextFormat(Qt::PlainText);
    m_keep->setObjectName(u"bigEditorKeep"_s);
    m_keep->setProperty("primary", true);
    m_keep->setToolTip(tr("Keep the value and close (Ctrl+Enter)"));
    auto *foot = new QHBoxLayout;
    foot->setSpacing(12);
    foot->addWidget(m_fault, 1);
    foot->addWidget(m_note);
    foot->addWidget(m_keep);
    return foot;
}

void BigEditor::tint()
{
    auto colors = palette();
    colors.setColor(QPalette::Window, m_theme.color(Token::Surface));
    setPalette(colors);
    ui::tint(m_type, m_theme.color(Token::Faint));
    ui::tint(m_word, m_theme.color(Token::Faint));
    ui::tint(m_note, m_theme.color(Token::Muted));
    ui::tint(m_fault, m_theme.color(Token::Removed));
}

void BigEditor::open(const EditedColumn &column, const NewValue &value, bool modified)
{
    m_column = column;
    m_given = value;
    m_modified = modified;
    m_name->setText(column.name);
    m_type->setText(shortTypeName(column.type.name));
    m_type->setToolTip(column.type.name);
    const auto kind = column.type.kind;
    m_kinds->button(static_cast<int>(Kind::Now))->setVisible(edit::acceptsNow(column.type));
    m_kinds->button(static_cast<int>(Kind::RandomUuid))->setVisible(kind == TypeKind::Uuid);
    m_kinds->button(static_cast<int>(Kind::Default))->setToolTip(column.defaultSql);
    for (auto *button : m_kinds->buttons())
        button->setEnabled(column.refusal.isEmpty());
    m_kinds->button(static_cast<int>(Kind::Null))->setEnabled(column.refusal.isEmpty() && !column.notNull);
    m_asText->setVisible(hasParts(column.type));
    m_asText->setChecked(false);
    makeEditors();
    m_kind = value.kind;
    if (m_kind == Kind::Text)
        editor()->setText(value.text);
    showKind();
}

void BigEditor::makeEditors()
{
    for (const auto page : {EditorPage, TextPage}) {
        auto *old = m_pages->widget(page);
        m_pages->removeWidget(old);
        old->deleteLater();
        const bool parts = hasParts(m_column.type);
        const EditorContext context{m_theme, m_column.typeFault};
        QWidget *made = nullptr;
        if (page == EditorPage)
            made = m_editor = makeValueEditor(m_column.type, context, this);
        else
            made = m_text = parts ? new TextEditor(TextEditor::Face::Code, this) : nullptr;
        m_pages->insertWidget(page, made ? made : new QWidget(this));
    }
    m_editor->setObjectName(u"valueEditor"_s);
    for (auto *each : {m_editor, m_text}) {
        if (!each)
            continue;
        each->setEnabled(m_column.refusal.isEmpty() || each->isTall());
        connect(each, &ValueEditor::edited, this, &BigEditor::valueEdited);
        connect(each, &ValueEditor::settled, this, &BigEditor::updateState);
    }
}

ValueEditor *BigEditor::editor() const
{
    return m_text && m_asText->isChecked() ? m_text : m_editor;
}

NewValue BigEditor::value() const
{
    if (!m_modified)
        return m_given;
    return m_kind == Kind::Text ? NewValue::of(editor()->text()) : NewValue{m_kind, {}};
}

void BigEditor::choose(Kind kind)
{
    if (kind == Kind::Text && m_kind != Kind::Text)
        editor()->setText(m_given.kind == Kind::Text ? m_given.text : edit::blankValue(m_column.type));
    m_modified = true;
    m_kind = kind;
    showKind();
    emit valueChanged();
}

void BigEditor::showKind()
{
    m_kinds->button(static_cast<int>(m_kind))->setChecked(true);
    if (m_kind == Kind::Text) {
        m_pages->setCurrentIndex(editor() == m_text ? TextPage : EditorPage);
    } else {
        const auto word = wordFor({m_kind, {}});
        m_word->setText(m_kind == Kind::Default && !m_column.defaultSql.isEmpty()
                            ? word + u" · "_s + m_column.defaultSql
                            : word);
        m_pages->setCurrentIndex(WordPage);
    }
    updateState();
    focusInput();
}

void BigEditor::focusInput()
{
    if (m_kind == Kind::Text)
        editor()->setFocus();
    else
        m_kinds->button(static_cast<int>(m_kind))->setFocus();
}

/// The two ways to see a value hand it to each other.
void BigEditor::showText(bool text)
{
    if (!m_text || m_kind != Kind::Text)
        return;
    auto *from = text ? m_editor : m_text;
    auto *to = text ? m_text : m_editor;
    to->setText(from->text());
    showKind();
}

void BigEditor::valueEdited()
{
    m_modified = true;
    updateState();
    emit valueChanged();
}

QString BigEditor::fault() const
{
    if (m_kind != Kind::Text)
        return m_column.fault ? m_column.fault({m_kind, {}}) : QString();
    const auto own = editor()->fault();
    if (!own.isEmpty() || !m_column.fault || !m_modified || editor()->checksItself())
        return own;
    const auto now = value();
    return now.text.size() <= longestChecked ? m_column.fault(now) : QString();
}

void BigEditor::updateState()
{
    const auto reason = m_column.refusal.isEmpty() ? fault() : m_column.refusal;
    m_fault->setText(reason);
    m_note->setText(m_kind == Kind::Text ? editor()->note() : QString());
    m_keep->setVisible(m_column.refusal.isEmpty());
    m_keep->setEnabled(m_modified);
}

void BigEditor::keep()
{
    if (m_modified && m_column.refusal.isEmpty())
        emit kept(value());
    else
        emit cancelled();
}

/// What is typed onto NULL or a default begins a value.
void BigEditor::typeInto(QKeyEvent &event)
{
    choose(Kind::Text);
    if (!hasParts(m_column.type))
        editor()->setText({});
    QWidget *input = editor();
    while (input->focusProxy())
        input = input->focusProxy();
    QCoreApplication::sendEvent(input, &event);
}

void BigEditor::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else if (enter && event->modifiers() & Qt::ControlModifier)
        keep();
    else if (m_kind != Kind::Text && m_column.refusal.isEmpty() && isTyped(*event))
        typeInto(*event);
    else
        QFrame::keyPressEvent(event);
}

} // namespace squall::ui
