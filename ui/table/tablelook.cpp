// How a table is looked at: what of it comes back when it is opened again.
#include "models/editedrowmodel.h"
#include "models/rowwindowmodel.h"
#include "models/tablefilter.h"
#include "ui/grid/grid.h"
#include "ui/table/rowfocus.h"
#include "ui/table/rowsview.h"
#include "ui/table/tablecolumns.h"
#include "ui/table/tablerelations.h"
#include "ui/table/tableview.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::RowWindowModel;

QByteArray TableView::look() const
{
    QJsonArray sort;
    for (const auto &key : m_rows->sort())
        sort.append(QJsonObject{{u"column"_s, key.column}, {u"descending"_s, key.descending}});
    const auto &shown = m_data->grid();
    const QJsonObject object{
        {u"columns"_s, QJsonDocument::fromJson(m_columns->arrangement().serialized()).array()},
        {u"sort"_s, sort},
        {u"row"_s, shown.topRow()},
        {u"x"_s, shown.scrolledBy()},
        {u"relations"_s, m_relations ? m_relations->look() : QJsonObject()},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void TableView::restoreLook(const QByteArray &look)
{
    const auto object = QJsonDocument::fromJson(look).object();
    if (object.isEmpty())
        return;
    m_columns->setArrangement(models::ColumnArrangement::parse(
        QJsonDocument(object[u"columns"_s].toArray()).toJson(QJsonDocument::Compact)));
    if (m_relations)
        m_relations->restoreLook(object[u"relations"_s].toObject());
    std::vector<models::SortKey> sort;
    for (const auto &key : object[u"sort"_s].toArray()) {
        const auto column = key[u"column"_s].toString();
        if (m_columns->source().find(column))
            sort.push_back({.column = column, .descending = key[u"descending"_s].toBool()});
    }
    m_rows->setSort(sort);
    const auto row = object[u"row"_s].toInteger();
    const auto x = object[u"x"_s].toInteger();
    if (row <= 0 && x <= 0)
        return;
    // Only if nobody went elsewhere meanwhile.
    onceLoaded([this, row, x] {
        if (m_data->grid().topRow() == 0)
            m_data->grid().scrollTo(x, row);
    });
}

/// A place can be gone to once there are rows, and it is known about how many.
void TableView::onceLoaded(std::function<void()> act)
{
    delete m_waiting;
    m_waiting = new QObject(this);
    const auto look = [this, act = std::move(act)] {
        if (m_rows->state() != RowWindowModel::State::Ready || m_rows->rowCount() == 0 ||
            !m_rows->isEstimateKnown())
            return;
        m_rows->disconnect(m_waiting);
        m_waiting->deleteLater();
        m_waiting.clear();
        act();
    };
    connect(m_rows, &models::WindowModel::windowChanged, m_waiting, look);
    connect(m_rows, &RowWindowModel::stateChanged, m_waiting, look);
}

TablePlace TableView::place() const
{
    const auto &shown = m_data->grid();
    const auto [row, column] = shown.currentCell();
    return {.filter = m_filter ? m_filter->filter() : models::RowFilter(),
            .sort = m_rows->sort(),
            .top = shown.topRow(),
            .x = shown.scrolledBy(),
            .row = m_edited->identity(row).value_or(edit::RowIdentity()),
            .column = column < 0 ? QString() : m_edited->headerData(column, Qt::Horizontal).toString()};
}

void TableView::goTo(const TablePlace &place)
{
    showPart(Data);
    const auto arrive = [this, place] {
        grid().scrollTo(place.x, place.top);
        if (place.row.isValid())
            m_focus->await(place.row, place.column);
    };
    const bool sameRows = m_rows->sort() == place.sort && (!m_filter || m_filter->filter() == place.filter);
    m_rows->setSort(place.sort);
    if (m_filter && m_filter->filter() != place.filter)
        m_filter->start(place.filter);
    if (sameRows && m_rows->rowCount() > 0)
        arrive();
    else
        onceLoaded(arrive);
}

} // namespace squall::ui
