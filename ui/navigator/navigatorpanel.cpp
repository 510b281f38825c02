#include "ui/navigator/navigatorpanel.h"

#include "models/schematreemodel.h"
#include "ui/navigator/navigatordelegate.h"
#include "ui/navigator/navigatortree.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/window/skeleton.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;
using models::SchemaTree;
using models::SchemaTreeModel;

NavigatorPanel::NavigatorPanel(SchemaTreeModel &model, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_filter(new QLineEdit(this))
    , m_tree(new NavigatorTree(theme, this))
    , m_empty(new QLabel(this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(u"navigator"_s);
    setAutoFillBackground(true);
    m_filter->setObjectName(u"navigatorFilter"_s);
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter the navigator"));
    m_filter->setClearButtonEnabled(true);
    // Qt's own cross belongs to no theme; its action has this name since 5.2.
    if (auto *clear = m_filter->findChild<QAction *>(u"_q_qlineeditclearaction"_s))
        clear->setIcon(theme.icon(u"close"_s));
    m_filter->installEventFilter(this);
    m_empty->setObjectName(u"navigatorEmpty"_s);
    m_empty->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_empty->setWordWrap(true);
    m_empty->setMargin(16);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    buildTree(theme);

    auto *skeleton = new Skeleton(theme, this);
    skeleton->setAccessibleName(tr("Reading the schema"));
    for (auto *page :
         {static_cast<QWidget *>(m_tree), static_cast<QWidget *>(m_empty), static_cast<QWidget *>(skeleton)})
        m_stack->addWidget(page);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 0);
    layout->setSpacing(4);
    auto *filterRow = new QHBoxLayout;
    filterRow->setContentsMargins(6, 0, 6, 0);
    filterRow->addWidget(m_filter);
    layout->addLayout(filterRow);
    layout->addWidget(m_stack, 1);
    connectTree();
    updateEmpty();
}

void NavigatorPanel::buildTree(const Theme &theme)
{
    m_tree->setObjectName(u"navigatorTree"_s);
    m_tree->setAccessibleName(tr("Objects of the database"));
    m_tree->setModel(&m_model);
    m_tree->setItemDelegate(new NavigatorDelegate(theme, m_tree));
    connect(&theme, &Theme::changed, m_tree->viewport(), qOverload<>(&QWidget::update));
}

void NavigatorPanel::connectTree()
{
    connect(m_filter, &QLineEdit::textChanged, this, &NavigatorPanel::applyFilter);
    connect(m_tree, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (!m_restoring && m_model.filter().isEmpty())
            m_expanded.insert(index.data(SchemaTreeModel::KeyRole).toString());
    });
    connect(m_tree, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        if (!m_restoring && m_model.filter().isEmpty())
            m_expanded.remove(index.data(SchemaTreeModel::KeyRole).toString());
    });
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (index.data(SchemaTreeModel::TypeRole).toInt() == static_cast<int>(SchemaTree::NodeType::Object))
            preview(index);
        else
            m_tree->setExpanded(index, !m_tree->isExpanded(index));
    });
    connect(m_tree, &QTreeView::doubleClicked, this, &NavigatorPanel::activate);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &NavigatorPanel::popUpMenu);
    m_tree->installEventFilter(this);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                const auto id = index.data(SchemaTreeModel::IdRole);
                if (!m_restoring && id.isValid())
                    emit currentChanged(id.value<ObjectId>());
            });
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, &NavigatorPanel::remember);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &NavigatorPanel::restore);
}

void NavigatorPanel::remember()
{
    if (m_tree->currentIndex().isValid())
        m_current = m_tree->currentIndex().data(SchemaTreeModel::KeyRole).toString();
    m_scroll = m_tree->verticalScrollBar()->value();
    m_restoring = true;
}

void NavigatorPanel::restore()
{
    if (!m_everFilled && m_model.rowCount() > 0)
        expandDefaults();
    m_everFilled = m_model.rowCount() > 0 || !m_model.filter().isEmpty();
    if (m_model.filter().isEmpty()) {
        for (const auto &key : std::as_const(m_expanded))
            m_tree->setExpanded(m_model.indexOfKey(key), true);
    } else {
        expandAll({});
    }
    const auto current = m_model.indexOfKey(m_current);
    if (current.isValid())
        m_tree->setCurrentIndex(current);
    m_tree->verticalScrollBar()->setValue(m_scroll);
    m_restoring = false;
    updateEmpty();
}

/// Opens what most people look for first: the schemas, unless there are many, with their views and types.
void NavigatorPanel::expandDefaults()
{
    m_expanded.clear();
    constexpr int openSchemas = 3;
    constexpr int openGroup = 12;
    int opened = 0;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const auto schema = m_model.index(row, 0);
        if (schema.data(SchemaTreeModel::TypeRole).toInt() != static_cast<int>(SchemaTree::NodeType::Schema))
            continue;
        if (m_model.rowCount(schema) == 0 || ++opened > openSchemas)
            continue;
        m_expanded.insert(schema.data(SchemaTreeModel::KeyRole).toString());
        for (int child = 0; child < m_model.rowCount(schema); ++child) {
            const auto group = m_model.index(child, 0, schema);
            if (group.data(SchemaTreeModel::TypeRole).toInt() ==
                    static_cast<int>(SchemaTree::NodeType::Group) &&
                m_model.rowCount(group) <= openGroup)
                m_expanded.insert(group.data(SchemaTreeModel::KeyRole).toString());
        }
    }
}

void NavigatorPanel::expandAll(const QModelIndex &parent)
{
    for (int row = 0; row < m_model.rowCount(parent); ++row) {
        const auto index = m_model.index(row, 0, parent);
        // Only captions: partitions found by name open their parent, the rest stay folded.
        if (m_model.rowCount(index) == 0)
            continue;
        m_tree->setExpanded(index, true);
        expandAll(index);
    }
}

void NavigatorPanel::applyFilter(const QString &text)
{
    m_model.setFilter(text.trimmed());
}

void NavigatorPanel::preview(const QModelIndex &index)
{
    if (const auto id = index.data(SchemaTreeModel::IdRole); id.isValid())
        emit previewRequested(id.value<ObjectId>());
}

void NavigatorPanel::activate(const QModelIndex &index)
{
    if (const auto query = index.data(SchemaTreeModel::QueryRole).toString(); !query.isEmpty())
        emit queryRequested(query);
    else if (index.data(SchemaTreeModel::TypeRole).toInt() == static_cast<int>(SchemaTree::NodeType::Object))
        emit openRequested(index.data(SchemaTreeModel::IdRole).value<ObjectId>());
}

void NavigatorPanel::popUpMenu(const QPoint &position)
{
    const auto index = m_tree->indexAt(position);
    const auto place = m_tree->viewport()->mapToGlobal(position);
    if (const auto id = index.data(SchemaTreeModel::IdRole); id.isValid())
        emit menuRequested(id.value<ObjectId>(), place);
    else if (index.data(SchemaTreeModel::FolderRole).isValid())
        emit queryMenuRequested(index.data(SchemaTreeModel::QueryRole).toString(),
                                index.data(SchemaTreeModel::FolderRole).toString(), place);
}

void NavigatorPanel::reveal(const ObjectId &id)
{
    const auto index = m_model.indexOf(id);
    if (!index.isValid() || index == m_tree->currentIndex())
        return;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
}

void NavigatorPanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void NavigatorPanel::focusTree()
{
    m_tree->setFocus(Qt::ShortcutFocusReason);
}

void NavigatorPanel::setLoading(bool loading)
{
    m_filter->setEnabled(!loading);
    if (loading)
        m_stack->setCurrentIndex(2);
    else
        updateEmpty();
}

void NavigatorPanel::updateEmpty()
{
    if (m_model.rowCount() > 0) {
        m_stack->setCurrentWidget(m_tree);
        return;
    }
    m_empty->setText(m_model.filter().isEmpty() ? tr("Nothing to show yet.")
                                                : tr("Nothing is named “%1”.").arg(m_model.filter()));
    m_stack->setCurrentWidget(m_empty);
}

bool NavigatorPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (watched == m_filter) {
        if (key->key() == Qt::Key_Down || key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            // To the first object that was found.
            auto index = m_model.index(0, 0);
            while (index.isValid() && m_model.rowCount(index) > 0 &&
                   index.data(SchemaTreeModel::TypeRole).toInt() !=
                       static_cast<int>(SchemaTree::NodeType::Object))
                index = m_model.index(0, 0, index);
            focusTree();
            m_tree->setCurrentIndex(index);
            return true;
        }
        if (key->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
    } else if (watched == m_tree) {
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            activate(m_tree->currentIndex());
            return true;
        }
        if (key->key() == Qt::Key_Space) {
            preview(m_tree->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace squall::ui
