#include "ui/edit/jsoneditor.h"

#include "models/jsontreemodel.h"
#include "ui/edit/inputlook.h"
#include "ui/edit/jsontextedit.h"
#include "ui/grid/editabletext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QStackedWidget>
#include <QTextBlock>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using models::JsonTreeModel;

namespace {

constexpr auto pause = 120ms;
/// Longer values are laid out by nobody: they are shown as they are.
constexpr qsizetype longestLaidOut = 8 * 1024 * 1024;
constexpr int keyWidth = 260;

} // namespace

JsonEditor::JsonEditor(const edit::ValueType &type, const Theme &theme, QWidget *parent)
    : ValueEditor(parent)
    , m_theme(theme)
    , m_model(new JsonTreeModel(
          type.kind == edit::ValueType::Kind::Jsonb ? JsonRules::Jsonb : JsonRules::Json, this))
    , m_textEdit(new JsonTextEdit(theme, this))
    , m_tree(new QTreeView(this))
    , m_pages(new QStackedWidget(this))
    , m_tabs(new QButtonGroup(this))
{
    m_textEdit->setObjectName(u"jsonText"_s);
    m_textEdit->setAccessibleName(tr("JSON text"));
    m_pages->addWidget(m_textEdit);
    m_pages->addWidget(makeTree());

    auto *bar = new QHBoxLayout;
    bar->setSpacing(2);
    m_tabs->addButton(makeButton(*bar, tr("Text"), u"jsonShowText"_s), TextPage);
    m_tabs->addButton(makeButton(*bar, tr("Tree"), u"jsonShowTree"_s), TreePage);
    for (auto *button : m_tabs->buttons())
        button->setCheckable(true);
    bar->addStretch();
    auto *indent = makeButton(*bar, tr("Indent"), u"jsonIndent"_s);
    auto *compact = makeButton(*bar, tr("Compact"), u"jsonCompact"_s);
    // jsonb keeps no blanks: there is nothing to choose.
    indent->setVisible(type.kind == edit::ValueType::Kind::Json);
    compact->setVisible(type.kind == edit::ValueType::Kind::Json);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(bar);
    layout->addWidget(m_pages, 1);
    setFocusProxy(m_textEdit);

    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    m_pause.callOnTimeout(this, &JsonEditor::readText);
    connect(m_tabs, &QButtonGroup::idClicked, this, [this](int page) { showPage(static_cast<Page>(page)); });
    connect(indent, &QToolButton::clicked, this, [this] { reformat(JsonLayout::Indented); });
    connect(compact, &QToolButton::clicked, this, [this] { reformat(JsonLayout::Spaced); });
    connect(m_textEdit, &QPlainTextEdit::textChanged, this, &JsonEditor::textTyped);
    connect(m_model, &JsonTreeModel::textEdited, this, &JsonEditor::treeEdited);
    connect(m_model, &JsonTreeModel::settled, this, &JsonEditor::settle);
    connect(m_model, &QAbstractItemModel::modelAboutToBeReset, this, &JsonEditor::rememberTree);
    connect(m_model, &QAbstractItemModel::modelReset, this, &JsonEditor::restoreTree);
    showPage(TextPage);
}

QToolButton *JsonEditor::makeButton(QHBoxLayout &bar, const QString &text, const QString &name,
                                    const QString &icon)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    if (!icon.isEmpty()) {
        button->setIcon(m_theme.icon(icon));
        button->setToolTip(text);
        button->setAccessibleName(text);
    }
    bar.addWidget(button);
    return button;
}

QWidget *JsonEditor::makeTree()
{
    auto *page = new QWidget(this);
    m_tree->setObjectName(u"jsonTree"_s);
    m_tree->setAccessibleName(tr("JSON tree"));
    m_tree->setModel(m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setFont(ui::font(TextStyle::Mono));
    frameLikeInput(*m_tree);
    m_tree->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(JsonTreeModel::KeyColumn, keyWidth);

    auto *bar = new QHBoxLayout;
    bar->setSpacing(2);
    const auto act = [this, bar](const QString &text, const QString &name, const QString &icon, auto what) {
        connect(makeButton(*bar, text, name, icon), &QToolButton::clicked, this,
                [this, what] { what(m_tree->currentIndex()); });
    };
    act(tr("Add a member"), u"jsonAdd"_s, u"plus"_s, [this](const QModelIndex &i) { m_model->append(i); });
    act(tr("Remove"), u"jsonRemove"_s, u"trash"_s, [this](const QModelIndex &i) { m_model->remove(i); });
    act(tr("Up"), u"jsonUp"_s, u"arrow-up"_s, [this](const QModelIndex &i) { m_model->move(i, -1); });
    act(tr("Down"), u"jsonDown"_s, u"arrow-down"_s, [this](const QModelIndex &i) { m_model->move(i, 1); });
    bar->addStretch();
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_tree, 1);
    layout->addLayout(bar);
    return page;
}

void JsonEditor::showPage(Page page)
{
    if (page == TreePage)
        readText();
    m_tabs->button(page)->setChecked(true);
    m_pages->setCurrentIndex(page);
    setFocusProxy(page == TextPage ? static_cast<QWidget *>(m_textEdit) : m_tree);
}

void JsonEditor::setText(const QByteArray &text)
{
    m_given = text;
    m_modified = false;
    m_layout = text.size() > longestLaidOut || !JsonTree::parse(text) ? std::nullopt : layoutOf(text);
    m_expanded = {{0}};
    m_currentRows = {0};
    showValue(m_layout ? layOut(text, JsonLayout::Indented) : text);
    m_model->setText(m_shown);
}

void JsonEditor::showValue(const QByteArray &text)
{
    m_shown = text;
    m_typed = false;
    m_pause.stop();
    m_setting = true;
    showText(*m_textEdit, EditableText::shown(QString::fromUtf8(text)));
    m_setting = false;
}

/// Text that is no JSON goes as it is: the server's word about it counts.
QByteArray JsonEditor::text() const
{
    if (!m_modified)
        return m_given;
    const auto shown =
        m_typed ? EditableText::meant(*m_textEdit->document(), QString::fromUtf8(m_given)).toUtf8() : m_shown;
    const bool laidOut = m_layout && shown.size() <= longestLaidOut && JsonTree::parse(shown);
    return laidOut ? layOut(shown, *m_layout) : shown;
}

void JsonEditor::textTyped()
{
    if (m_setting)
        return;
    m_modified = true;
    m_typed = true;
    m_pause.start();
    emit edited();
}

void JsonEditor::readText()
{
    m_pause.stop();
    if (!m_typed)
        return;
    m_shown = EditableText::meant(*m_textEdit->document(), QString::fromUtf8(m_given)).toUtf8();
    m_typed = false;
    m_model->setText(m_shown);
}

void JsonEditor::treeEdited(const QByteArray &text)
{
    showValue(text);
    m_modified = true;
    emit edited();
}

void JsonEditor::settle()
{
    const auto &fault = m_model->fault();
    m_textEdit->markFault(fault ? fault->position - 1 : -1);
    emit settled();
}

QString JsonEditor::fault() const
{
    const auto &fault = m_model->fault();
    if (!fault)
        return {};
    const auto block = m_textEdit->document()->findBlock(fault->position - 1);
    const int column = fault->position - std::max(0, block.position());
    return tr("Line %L1, column %L2: %3")
        .arg(std::max(0, block.blockNumber()) + 1)
        .arg(column)
        .arg(fault->message);
}

QString JsonEditor::note() const
{
    return tr("%1 as text").arg(QLocale().formattedDataSize(m_modified ? m_shown.size() : m_given.size()));
}

void JsonEditor::reformat(JsonLayout layout)
{
    readText();
    if (!JsonTree::parse(m_shown))
        return;
    m_layout.reset();
    m_modified = true;
    showValue(layOut(m_shown, layout));
    m_model->setText(m_shown);
    emit edited();
}

void JsonEditor::rememberTree()
{
    if (m_model->rowCount() == 0)
        return;
    m_currentRows = JsonTreeModel::rowsTo(m_tree->currentIndex());
    m_expanded.clear();
    for (auto index = m_model->index(0, 0); index.isValid(); index = m_tree->indexBelow(index)) {
        if (m_tree->isExpanded(index))
            m_expanded.append(JsonTreeModel::rowsTo(index));
    }
}

void JsonEditor::restoreTree()
{
    for (const auto &rows : std::as_const(m_expanded)) {
        const auto index = m_model->indexAt(rows);
        if (JsonTreeModel::rowsTo(index) == rows)
            m_tree->expand(index);
    }
    m_tree->setCurrentIndex(m_model->indexAt(m_currentRows));
}

} // namespace squall::ui
