#include "ui/inspector/rowpanel.h"

#include "models/editedrowmodel.h"
#include "models/rowwindowmodel.h"
#include "ui/grid/grid.h"
#include "ui/inspector/rowform.h"
#include "ui/inspector/statisticscard.h"
#include "ui/table/tableview.h"
#include "ui/theme/theme.h"
#include "ui/theme/tint.h"
#include "ui/window/elidedlabel.h"

#include <QLabel>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int settlingMs = 40;

} // namespace

RowPanel::RowPanel(const Theme &theme, QWidget *parent)
    : QScrollArea(parent)
    , m_theme(theme)
{
    setObjectName(u"rowPanel"_s);
    setAccessibleName(tr("The current row"));
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    m_title = new ElidedLabel({}, content);
    m_title->setObjectName(u"rowTitle"_s);
    m_title->setFont(ui::font(TextStyle::Strong));
    m_hint = new QLabel(tr("Go to a cell to see its row here."), content);
    m_hint->setWordWrap(true);
    m_form = new RowForm(theme, content);
    m_card = new StatisticsCard(theme, m_reader, content);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 12, 12, 16);
    layout->setSpacing(8);
    for (QWidget *part :
         {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_hint), static_cast<QWidget *>(m_form)})
        layout->addWidget(part);
    layout->addSpacing(16);
    layout->addWidget(m_card);
    layout->addStretch(1);
    setWidget(content);
    m_settling.setSingleShot(true);
    m_settling.setInterval(settlingMs);
    m_settling.callOnTimeout(this, &RowPanel::showRow);
    connect(m_form, &RowForm::wholeValueRequested, this, &RowPanel::readWhole);
    connect(m_form, &RowForm::activated, this, &RowPanel::edit);
    connect(&theme, &Theme::changed, this, [this] { tint(m_hint, m_theme.color(Token::Faint)); });
    tint(m_hint, m_theme.color(Token::Faint));
    showRow();
}

void RowPanel::follow(TableView *table)
{
    if (table == m_table)
        return;
    if (m_table) {
        m_table->grid().disconnect(this);
        if (auto *model = m_table->grid().model())
            model->disconnect(this);
        m_table->rows().disconnect(this);
    }
    m_table = table;
    m_whole.cancel();
    m_reader.clear();
    if (m_table)
        connectTable();
    showRow();
}

void RowPanel::connectTable()
{
    auto &grid = m_table->grid();
    connect(&grid, &Grid::currentChanged, this, [this] {
        settle();
        emit moved();
    });
    connect(&grid, &Grid::selectionChanged, this, &RowPanel::settle);
    connect(m_table, &QObject::destroyed, this, [this] {
        m_table.clear();
        m_reader.clear();
        showRow();
    });
    if (auto *model = grid.model()) {
        for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
            connect(model, change, this, &RowPanel::settle);
        connect(model, &QAbstractItemModel::dataChanged, this, &RowPanel::settle);
        connect(model, &QAbstractItemModel::modelReset, this, &RowPanel::settle);
    }
}

void RowPanel::settle()
{
    if (isVisible() && !m_settling.isActive())
        m_settling.start();
}

int RowPanel::loadedRow() const
{
    const auto *model = m_table ? m_table->grid().model() : nullptr;
    const auto current = m_table ? m_table->grid().currentCell() : CellPosition();
    if (!model || !current.isValid() || current.column >= model->columnCount())
        return -1;
    const auto row = current.row - model->firstRow();
    return row >= 0 && row < model->rowCount() ? static_cast<int>(row) : -1;
}

void RowPanel::showRow()
{
    const int row = loadedRow();
    const bool any = row >= 0;
    m_hint->setVisible(!any);
    m_title->setVisible(any);
    m_form->setVisible(any);
    if (!any) {
        m_form->setFields({});
        m_reader.clear();
        return;
    }
    const auto &source = m_table->rows().source();
    auto fields = models::rowFields(*m_table->grid().model(), row, source);
    m_title->setText(title(fields));
    m_reader.look(&m_table->rows().sessions(), source,
                  fields[static_cast<size_t>(m_table->grid().currentCell().column)].name);
    m_form->setFields(std::move(fields));
}

/// The table and what tells the row from others: `workouts 100228`.
QString RowPanel::title(const std::vector<models::RowField> &fields) const
{
    QStringList keys;
    for (const auto &field : fields) {
        if (field.key && field.loaded && field.defaultSql.isNull())
            keys << field.value;
    }
    return keys.isEmpty() ? m_table->id().name : m_table->id().name + u' ' + keys.join(u", "_s);
}

void RowPanel::readWhole(const QString &name)
{
    const int row = loadedRow();
    if (row < 0)
        return;
    const auto place = m_table->grid().currentCell().row;
    const auto *edited = qobject_cast<models::EditedRowModel *>(m_table->grid().model());
    const auto identity = edited ? edited->identity(place) : std::optional(m_table->rows().identityOf(row));
    m_whole.run(m_table->rows().wholeValue(identity.value_or(edit::RowIdentity()), name),
                [this, name, place](const Result<Query::Parameter> &value) {
                    if (!m_table || m_table->grid().currentCell().row != place)
                        return;
                    if (value)
                        m_form->showWhole(name, *value ? QString::fromUtf8(**value) : u"NULL"_s);
                    else
                        m_form->showFailure(name, value.error().message);
                });
}

void RowPanel::edit(const QString &name)
{
    if (!m_table)
        return;
    auto &grid = m_table->grid();
    const int column = grid.columnNamed(name);
    if (column < 0 || !grid.currentCell().isValid())
        return;
    grid.setCurrentCell({grid.currentCell().row, column});
    grid.setFocus(Qt::OtherFocusReason);
    emit grid.activated(grid.currentCell().row, column);
}

} // namespace squall::ui
