#include "ui/table/nestedrows.h"

#include "models/editedrowmodel.h"
#include "models/opendatabase.h"
#include "models/rowwindowmodel.h"
#include "ui/grid/grid.h"
#include "ui/relations/referencepeek.h"
#include "ui/table/rowsview.h"
#include "ui/theme/metrics.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int barHeight = 32;
constexpr int margin = 10;
/// Until it is known how many there are.
constexpr int expectedRows = 3;

} // namespace

QString relationText(const models::Relation &relation)
{
    return NestedRows::tr("%1 by %2", "rows of a table, by columns")
        .arg(relation.from.name, relation.columns.join(u", "));
}

NestedRows::NestedRows(const Theme &theme, models::OpenDatabase &database, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_database(database)
    , m_title(addButton(u"nestedRelation"_s, {}, tr("Other rows that point here")))
    , m_count(new QLabel(this))
    , m_tab(addButton(u"nestedTab"_s, tr("Open in a tab"), tr("These rows in their table's own tab")))
    , m_close(addButton(u"nestedClose"_s, {}, tr("Close (Esc)")))
    , m_shownRows(expectedRows)
{
    setObjectName(u"nestedRows"_s);
    m_count->setObjectName(u"nestedCount"_s);
    m_title->setPopupMode(QToolButton::InstantPopup);
    m_title->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_title->setLayoutDirection(Qt::RightToLeft); // the icon follows the words
    m_title->setMenu(new QMenu(m_title));
    m_close->setIcon(theme.icon(u"close"_s));
    m_close->setAccessibleName(tr("Close"));

    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(0, 0, 0, 0);
    bar->setSpacing(8);
    bar->addStrut(barHeight);
    bar->addWidget(m_title);
    bar->addWidget(m_count);
    bar->addStretch(1);
    bar->addWidget(m_tab);
    bar->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, 0, margin, margin);
    layout->setSpacing(0);
    layout->addLayout(bar);

    connect(m_tab, &QToolButton::clicked, this, &NestedRows::tabRequested);
    connect(m_close, &QToolButton::clicked, this, &NestedRows::closeRequested);
    connect(&theme, &Theme::changed, this, &NestedRows::tint);
    tint();
}

NestedRows::~NestedRows() = default;

QToolButton *NestedRows::addButton(const QString &name, const QString &text, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(tip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void NestedRows::setRelations(const std::vector<models::Relation> &relations)
{
    m_relations = relations;
    m_title->menu()->clear();
    for (const auto &relation : m_relations)
        m_title->menu()->addAction(relationText(relation), this,
                                   [this, relation] { emit relationChosen(relation); });
    updateTitle();
}

void NestedRows::point(const models::Relation &relation, const models::RelationKey &key)
{
    if (m_view && relation == m_relation && key == m_key)
        return;
    m_relation = relation;
    m_key = key;
    makeRows();
    updateTitle();
}

void NestedRows::makeRows()
{
    const bool focused = m_view && m_view->grid().hasFocus();
    m_peek.reset();
    m_view.reset();
    m_model.reset();
    const auto snapshot = m_database.snapshot();
    const auto source = snapshot ? models::rowSource(*snapshot, m_relation.from) : std::nullopt;
    if (!source)
        return;
    const auto condition = models::pointingCondition(*snapshot, m_relation, m_key);
    if (!condition)
        return;
    auto rows = std::make_unique<models::RowWindowModel>(m_database.workbench().sessions());
    rows->setCondition(*condition);
    rows->setSource(*source);
    m_model = std::make_unique<models::EditedRowModel>(m_database, std::move(rows));
    QMap<QString, edit::NewValue> presets;
    for (qsizetype i = 0; i < m_relation.columns.size(); ++i)
        presets.insert(m_relation.columns[i], edit::NewValue::of(m_key[static_cast<size_t>(i)]));
    m_model->setPresets(presets);

    m_view = std::make_unique<RowsView>(m_theme, *m_model, this);
    m_view->setObjectName(u"nestedRowsView"_s);
    m_view->grid().setAccessibleName(relationText(m_relation));
    m_view->setWhenEmpty(tr("Nothing points to this row yet."));
    layout()->addWidget(m_view.get());
    setFocusProxy(m_view.get());
    m_peek = std::make_unique<ReferencePeek>(m_theme, m_view->grid());
    m_peek->setTable(&m_database.workbench().sessions(), snapshot, m_database.relations(), m_relation.from);
    m_peek->setStaged(&m_database.changes());
    connect(m_peek.get(), &ReferencePeek::refused, m_view.get(), &RowsView::refuse);
    connect(m_view.get(), &RowsView::countChanged, this, &NestedRows::settleHeight);
    connect(m_view.get(), &RowsView::notice, this, &NestedRows::notice);
    connect(m_view.get(), &RowsView::enlargeRequested, this,
            [this] { emit notice(tr("The big editor is in the tab of %1.").arg(m_relation.from.name)); });
    m_view->show();
    if (focused)
        m_view->setFocus();
    emit rowsChanged();
    settleHeight();
}

void NestedRows::reload()
{
    if (m_view)
        m_view->finishEditing();
    if (m_model)
        m_model->rows().reload();
}

void NestedRows::updateTitle()
{
    const bool several = m_relations.size() > 1;
    m_title->setText(relationText(m_relation));
    m_title->setIcon(several ? m_theme.icon(u"chevron-down"_s) : QIcon());
    m_title->setEnabled(several);
    setAccessibleName(relationText(m_relation));
}

/// As many rows as there are get room, once that is known; never fewer than before while rows are read.
void NestedRows::settleHeight()
{
    m_count->setText(m_view ? m_view->countText() : QString());
    goToFirstCell();
    const auto state = m_model ? m_model->rows().state() : models::RowWindowModel::State::Empty;
    const qint64 rows = m_model ? m_model->rowCountEstimate() : 0;
    if (state == models::RowWindowModel::State::Failed)
        m_shownRows = mostRows;
    else if (state == models::RowWindowModel::State::Ready)
        m_shownRows = rows == 0 ? expectedRows : static_cast<int>(std::min<qint64>(rows, mostRows));
    const int height = barHeight + margin + (m_view ? m_view->heightFor(m_shownRows) : 0);
    if (height == std::exchange(m_height, height))
        return;
    emit heightChanged();
}

int NestedRows::wantedHeight() const
{
    return m_height;
}

/// Who went in before there were rows stands on the first one.
void NestedRows::goToFirstCell()
{
    if (m_view && m_view->grid().hasFocus() && !m_view->grid().currentCell().isValid())
        m_view->grid().setCurrentCell({0, 0});
}

bool NestedRows::event(QEvent *event)
{
    // A remark came or went, or a scroll bar did.
    if (event->type() == QEvent::LayoutRequest)
        settleHeight();
    return QWidget::event(event);
}

void NestedRows::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && event->modifiers() == Qt::NoModifier)
        emit closeRequested();
    else if (event->key() == Qt::Key_Up && event->modifiers() == Qt::AltModifier)
        emit leaveRequested();
    else
        QWidget::keyPressEvent(event);
}

void NestedRows::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Window));
    painter.setPen(m_theme.color(Token::Line));
    painter.drawLine(0, height() - 1, width() - 1, height() - 1);
    if (m_view)
        painter.drawRect(m_view->geometry().adjusted(-1, -1, 0, 0));
}

void NestedRows::tint()
{
    ui::tint(m_count, m_theme.color(Token::Muted));
    update();
}

} // namespace squall::ui
