#include "core/transfer/delimitedtext.h"

#include "core/transfer/valuetype.h"

#include <algorithm>

namespace squall::transfer {

namespace {

QByteArray write(const RowSet &rows, char separator, const char *lineEnd, const DelimitedOptions &options)
{
    QByteArray text;
    const auto addLine = [&](const auto &valueOf) {
        bool first = true;
        for (size_t column = 0; column < rows.columns.size(); ++column) {
            if (!rows.columns[column].wanted)
                continue;
            if (!first)
                text += separator;
            first = false;
            const Query::Parameter value = valueOf(column);
            appendField(text, value ? std::optional<QByteArrayView>(*value) : std::nullopt, separator,
                        options);
        }
        text += lineEnd;
    };
    if (options.header)
        addLine([&](size_t column) { return Query::Parameter(rows.columns[column].name.toUtf8()); });
    for (const auto &row : rows.rows)
        addLine([&](size_t column) {
            return row[column] ? Query::Parameter(shownText(rows.columns[column], row[column]))
                               : std::nullopt;
        });
    return text;
}

} // namespace

void appendField(QByteArray &text, std::optional<QByteArrayView> value, char separator,
                 const DelimitedOptions &options)
{
    if (!value) {
        text += options.markNull ? "\\N" : "";
        return;
    }
    const auto breaks = [separator](char c) { return c == separator || c == '"' || c == '\n' || c == '\r'; };
    const bool misread = (value->isEmpty() && separator == ',') || (options.markNull && *value == "\\N");
    if (!misread && std::none_of(value->begin(), value->end(), breaks)) {
        text += *value;
        return;
    }
    text += '"';
    for (const char c : *value) {
        if (c == '"')
            text += '"';
        text += c;
    }
    text += '"';
}

QByteArray shownText(const Column &column, const Query::Parameter &value)
{
    if (!value || valueType(column.type) != ValueType::Boolean)
        return value.value_or(QByteArray());
    return *value == "t" ? "true" : *value == "f" ? "false" : *value;
}

QByteArray writeTsv(const RowSet &rows, const DelimitedOptions &options)
{
    auto text = write(rows, '\t', "\n", options);
    if (text.endsWith('\n'))
        text.chop(1);
    return text;
}

QByteArray writeCsv(const RowSet &rows, const DelimitedOptions &options)
{
    return write(rows, ',', "\r\n", options);
}

QByteArray writeHtml(const RowSet &rows, bool header)
{
    const auto escaped = [](const QByteArray &value) {
        return QString::fromUtf8(value).toHtmlEscaped().toUtf8();
    };
    QByteArray text = "<meta charset=\"utf-8\"><table>";
    if (header) {
        text += "<tr>";
        for (const auto &column : rows.columns)
            text += column.wanted ? "<th>" + escaped(column.name.toUtf8()) + "</th>" : QByteArray();
        text += "</tr>";
    }
    for (const auto &row : rows.rows) {
        text += "<tr>";
        for (size_t column = 0; column < row.size(); ++column)
            text += rows.columns[column].wanted
                        ? "<td>" + escaped(shownText(rows.columns[column], row[column])) + "</td>"
                        : QByteArray();
        text += "</tr>";
    }
    return text + "</table>";
}

} // namespace squall::transfer
