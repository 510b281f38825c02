#include "ui/inspector/rowpanel.h"

#include "models/editedrowmodel.h"
#include "models/rowwindowmodel.h"
#include "models/tablefilter.h"
#include "ui/grid/grid.h"
#include "ui/grid/gridcommands.h"
#include "ui/inspector/fieldediting.h"
#include "ui/inspector/relatedlist.h"
#include "ui/inspector/rowform.h"
#include "ui/inspector/statisticscard.h"
#include "ui/inspector/valuelabel.h"
#include "ui/table/rowsview.h"
#include "ui/table/tableview.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"
#include "ui/window/elidedlabel.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int settlingMs = 40;

} // namespace

RowPanel::RowPanel(const Theme &theme, QWidget *parent)
    : SideArea(parent)
    , m_theme(theme)
{
    setObjectName(u"rowPanel"_s);
    setAccessibleName(tr("The current row"));
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    m_title = new ElidedLabel({}, content);
    m_title->setObjectName(u"rowTitle"_s);
    m_title->setFont(ui::font(TextStyle::Strong));
    m_hint = new QLabel(tr("Go to a cell to see its row here."), content);
    m_hint->setWordWrap(true);
    m_form = new RowForm(theme, content);
    m_editing = new FieldEditing(this);
    m_related = new RelatedList(theme, m_counts, content);
    m_card = new StatisticsCard(theme, m_reader, content);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 12, 12, 16);
    layout->setSpacing(8);
    for (QWidget *part :
         {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_hint), static_cast<QWidget *>(m_form)})
        layout->addWidget(part);
    layout->addSpacing(8);
    layout->addWidget(m_related);
    layout->addSpacing(8);
    layout->addWidget(m_card);
    layout->addStretch(1);
    setWidget(content);
    m_settling.setSingleShot(true);
    m_settling.setInterval(settlingMs);
    m_settling.callOnTimeout(this, &RowPanel::showRow);
    connect(m_form, &RowForm::wholeValueRequested, this, &RowPanel::readWhole);
    connect(m_form, &RowForm::activated, this, &RowPanel::edit);
    connect(m_form, &RowForm::enlargeRequested, this, &RowPanel::enlarge);
    connect(m_editing, &FieldEditing::left, this, &RowPanel::leaveEditor);
    connect(m_editing, &FieldEditing::refused, this,
            [this](const QString &why) { m_form->refuse(m_edited, why); });
    connect(m_form, &RowForm::followRequested, this, &RowPanel::followReference);
    connect(m_related, &RelatedList::chosen, this, &RowPanel::pointingRequested);
    connect(m_card, &StatisticsCard::valueChosen, this, [this](const QString &column, const QString &value) {
        if (isOwn() && m_table->filter())
            m_table->filter()->filterByValue(column, value);
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (m_table && now && m_table->isAncestorOf(now))
            lookAt(&m_table->rowsInFront());
    });
    connect(&theme, &Theme::changed, this, [this] { tint(m_hint, m_theme.color(Token::Faint)); });
    tint(m_hint, m_theme.color(Token::Faint));
    showRow();
}

void RowPanel::follow(TableView *table)
{
    if (table == m_table)
        return;
    if (m_table)
        m_table->disconnect(this);
    m_table = table;
    if (m_table)
        connect(m_table, &QObject::destroyed, this, [this] {
            m_table.clear();
            lookAt(nullptr);
        });
    lookAt(m_table ? &m_table->rowsInFront() : nullptr);
}

void RowPanel::lookAt(RowsView *view)
{
    if (view == m_view && view)
        return;
    m_editing->keep();
    if (m_view) {
        m_view->disconnect(this);
        m_view->grid().disconnect(this);
        m_view->rows().disconnect(this);
        m_view->rows().rows().disconnect(this);
    }
    m_view = view;
    m_whole.cancel();
    m_reader.clear();
    m_counts.setTable(nullptr, nullptr, nullptr, {});
    m_shownRow = -1;
    if (m_view)
        connectView();
    showRow();
}

bool RowPanel::isOwn() const
{
    return m_table && m_view == &m_table->data();
}

void RowPanel::connectView()
{
    auto &grid = m_view->grid();
    connect(&grid, &Grid::currentChanged, this, [this] {
        settle();
        emit moved();
    });
    connect(&grid, &Grid::selectionChanged, this, &RowPanel::settle);
    connect(&m_view->rows().rows(), &models::RowWindowModel::reloaded, this, [this] {
        if (isVisible())
            m_reader.refresh();
    });
    // Rows that lay open closed, and those of the table are still there; or it goes as well.
    connect(m_view, &QObject::destroyed, this, [this] {
        m_view.clear();
        m_reader.clear();
        m_counts.setTable(nullptr, nullptr, nullptr, {});
        QTimer::singleShot(0, this, [this] {
            if (!m_view)
                lookAt(m_table ? &m_table->data() : nullptr);
        });
    });
    auto *model = &m_view->rows();
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, change, this, &RowPanel::settle);
    connect(model, &QAbstractItemModel::dataChanged, this, &RowPanel::settle);
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_editing->keep(); });
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        m_counts.forget();
        settle();
    });
}

void RowPanel::settle()
{
    if (isVisible() && !m_settling.isActive())
        m_settling.start();
}

int RowPanel::loadedRow() const
{
    const auto *model = m_view ? &m_view->rows() : nullptr;
    const auto current = m_view ? m_view->grid().currentCell() : CellPosition();
    if (!model || !current.isValid() || current.column >= model->columnCount())
        return -1;
    const auto row = current.row - model->firstRow();
    return row >= 0 && row < model->rowCount() ? static_cast<int>(row) : -1;
}

void RowPanel::showRow()
{
    const int row = loadedRow();
    const bool any = row >= 0;
    const auto place = any ? m_view->grid().currentCell().row : -1;
    if (std::exchange(m_shownRow, place) != place) {
        m_editing->keep();
        m_form->calm();
    }
    m_hint->setVisible(!any);
    m_title->setVisible(any);
    m_form->setVisible(any);
    if (!any) {
        m_form->setFields({});
        m_reader.clear();
        m_counts.leave();
        return;
    }
    const auto &source = m_view->rows().rows().source();
    learnRelations();
    auto fields = models::rowFields(m_view->rows(), row, source, m_relations);
    m_title->setText(title(fields));
    m_reader.look(&m_view->rows().rows().sessions(), source,
                  fields[static_cast<size_t>(m_view->grid().currentCell().column)].name);
    m_form->setFields(std::move(fields));
    countRelated(row);
}

/// Of a large schema, looking for them at every row would take time.
void RowPanel::learnRelations()
{
    const auto &snapshot = m_view->rows().snapshot();
    const auto &all = m_view->rows().relations();
    m_counts.setTable(&m_view->rows().rows().sessions(), snapshot, all, m_view->relation());
    if (m_relationsOf == m_view->relation() && m_snapshot == snapshot && m_all == all)
        return;
    m_relationsOf = m_view->relation();
    m_snapshot = snapshot;
    m_all = all;
    m_relations = snapshot ? all->from(m_view->relation()) : std::vector<models::Relation>();
}

void RowPanel::countRelated(int row)
{
    const auto &rows = m_view->rows();
    const auto identity = rows.identity(rows.firstRow() + row);
    m_counts.look(rows, row, identity.value_or(edit::RowIdentity()));
}

/// The table and what tells the row from others: `workouts 100228`.
QString RowPanel::title(const std::vector<models::RowField> &fields) const
{
    QStringList keys;
    for (const auto &field : fields) {
        if (field.key && field.loaded && field.defaultSql.isNull())
            keys << field.value;
    }
    return keys.isEmpty() ? m_view->relation().name : m_view->relation().name + u' ' + keys.join(u", "_s);
}

void RowPanel::readWhole(const QString &name)
{
    const int row = loadedRow();
    if (row < 0)
        return;
    const auto place = m_view->grid().currentCell().row;
    const auto identity = m_view->rows().identity(place);
    m_whole.run(m_view->rows().rows().wholeValue(identity.value_or(edit::RowIdentity()), name),
                [this, name, place](const Result<Query::Parameter> &value) {
                    if (!m_view || m_view->grid().currentCell().row != place)
                        return;
                    if (value)
                        m_form->showWhole(name, *value ? QString::fromUtf8(**value) : u"NULL"_s);
                    else
                        m_form->showFailure(name, value.error().message);
                });
}

/// The current cell is the one of this column then; false when it is not shown.
bool RowPanel::goTo(const QString &name)
{
    auto *grid = m_view ? &m_view->grid() : nullptr;
    const int column = grid ? grid->columnNamed(name) : -1;
    if (column < 0 || !grid->currentCell().isValid())
        return false;
    grid->setCurrentCell({grid->currentCell().row, column});
    return true;
}

void RowPanel::edit(const QString &name)
{
    const int column = m_view ? m_view->grid().columnNamed(name) : -1;
    auto *place = m_form->valueOf(name);
    if (!place || loadedRow() < 0)
        return;
    if (column < 0) {
        m_form->refuse(name, tr("Its column is hidden: show it to edit it."));
        return;
    }
    m_edited = name;
    m_editing->edit(*m_view, m_view->grid().currentCell().row, column, *place);
}

void RowPanel::focusRow()
{
    showRow();
    const auto *model = m_view ? &m_view->rows() : nullptr;
    if (model && loadedRow() >= 0)
        m_form->focusValue(model->headerData(m_view->grid().currentCell().column, Qt::Horizontal).toString(),
                           0);
}

void RowPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_view)
        m_view->grid().setFocus(Qt::OtherFocusReason);
    else
        SideArea::keyPressEvent(event);
}

void RowPanel::enlarge(const QString &name)
{
    if (goTo(name))
        m_view->commands().run(GridCommand::Enlarge);
}

/// Goes on in the form as one would in the rows, if nobody has gone elsewhere.
void RowPanel::leaveEditor(CellEditor::Exit exit)
{
    using Exit = CellEditor::Exit;
    auto *focus = QApplication::focusWidget();
    if (focus && !isAncestorOf(focus))
        return;
    switch (exit) {
    case Exit::KeepDown:
    case Exit::KeepRight: m_form->focusValue(m_edited, 1); break;
    case Exit::KeepLeft: m_form->focusValue(m_edited, -1); break;
    case Exit::Cancel: m_form->focusValue(m_edited, 0); break;
    case Exit::Keep:
        if (!focus || focus == viewport())
            m_form->focusValue(m_edited, 0);
        break;
    case Exit::Enlarge: break;
    }
}

void RowPanel::followReference(const QString &name)
{
    if (goTo(name))
        emit m_view->grid().followRequested();
}

} // namespace squall::ui
