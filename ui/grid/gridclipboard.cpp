#include "ui/grid/gridclipboard.h"

#include "ui/grid/gridcolumn.h"
#include "ui/grid/typedcells.h"

#include <QMimeData>

namespace squall::ui {

using namespace Qt::StringLiterals;

namespace {

/// Quoted when the value would otherwise end the cell.
QString separated(const QString &value, QChar separator)
{
    if (!value.contains(separator) && !value.contains(u'"') && !value.contains(u'\n') &&
        !value.contains(u'\r'))
        return value;
    return u'"' + QString(value).replace(u'"', u"\"\""_s) + u'"';
}

/// As the server has it, or as it is to become.
edit::NewValue valueOf(const models::WindowModel &model, int row, int column, const GridCell &cell)
{
    const auto value = model.index(row, column).data(Qt::EditRole);
    if (value.canConvert<edit::NewValue>())
        return value.value<edit::NewValue>();
    return cell.null ? edit::NewValue::null() : edit::NewValue::of(cell.text.toUtf8());
}

} // namespace

GridCopy copyCells(const models::WindowModel &model, const CellRange &range)
{
    GridCopy copy;
    const qint64 first = std::max(range.top, model.firstRow());
    const qint64 end = std::min(range.bottom + 1, model.firstRow() + model.rowCount());
    copy.rows = std::max<qint64>(0, end - first);
    copy.missingRows = range.bottom - range.top + 1 - copy.rows;

    TypedCells typed;
    for (int column = range.left; column <= range.right; ++column)
        typed.columns << model.headerData(column, Qt::Horizontal).toString();
    QStringList tsv;
    QStringList csv;
    QString html = u"<table>"_s;
    for (qint64 row = first; row < end; ++row) {
        QStringList tabbed;
        QStringList commas;
        QList<edit::NewValue> values;
        html += u"<tr>"_s;
        for (int column = range.left; column <= range.right; ++column) {
            const auto cell = GridCell::of(model, static_cast<int>(row - model.firstRow()), column);
            values << valueOf(model, static_cast<int>(row - model.firstRow()), column, cell);
            copy.cutValues += cell.fullLength >= 0 ? 1 : 0;
            tabbed << (range.isSingle() ? cell.text : separated(cell.text, u'\t'));
            // An empty string is told by its quotes from NULL, and from what a default is to fill.
            const bool empty = cell.text.isEmpty() && !cell.null && cell.filledBy.isEmpty();
            commas << (empty ? u"\"\""_s : separated(cell.text, u','));
            html += u"<td>"_s + cell.text.toHtmlEscaped() + u"</td>"_s;
        }
        html += u"</tr>"_s;
        tsv << tabbed.join(u'\t');
        csv << commas.join(u',');
        typed.rows << values;
    }
    copy.data = std::make_unique<QMimeData>();
    copy.data->setText(tsv.join(u'\n'));
    copy.data->setHtml(html + u"</table>"_s);
    copy.data->setData(u"text/csv"_s, (csv.join(u"\r\n"_s) + u"\r\n"_s).toUtf8());
    // What is cut must not be pasted as if it were whole.
    if (copy.cutValues == 0)
        copy.data->setData(QLatin1String(TypedCells::mime), typed.toBytes());
    return copy;
}

} // namespace squall::ui
