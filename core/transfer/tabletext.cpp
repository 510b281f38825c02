// Rows as a table for people: Markdown, and what psql prints.
#include "core/transfer/valuetype.h"
#include "core/transfer/writers.h"

#include <QStringList>

#include <algorithm>

namespace squall::transfer {

using namespace Qt::StringLiterals;

namespace {

bool standsRight(const Column &column)
{
    switch (valueType(column.type)) {
    case ValueType::Integer:
    case ValueType::BigInt:
    case ValueType::Numeric:
    case ValueType::Float: return true;
    default: return column.type == u"money";
    }
}

QString markdownCell(QString text)
{
    return text.replace(u'\\', u"\\\\"_s)
        .replace(u'|', u"\\|"_s)
        .replace(u"\r\n"_s, u"<br>"_s)
        .replace(u'\n', u"<br>"_s);
}

constexpr int tabStops = 8;

/// The lines of a value, with tabs as wide as a terminal has them.
QStringList linesOf(const QString &text)
{
    QStringList lines;
    for (const auto &line : text.split(u'\n')) {
        QString wide;
        for (const QChar c : line) {
            if (c == u'\t')
                wide += QString(tabStops - wide.size() % tabStops, u' ');
            else if (c == u'\r')
                wide += u"\\r"_s;
            else
                wide += c;
        }
        lines << wide;
    }
    return lines;
}

/// A place for each letter; what is wider than a place in some terminals is not known here.
qsizetype widthOf(const QString &line)
{
    return std::count_if(line.begin(), line.end(), [](QChar c) { return !c.isLowSurrogate(); });
}

QString blanks(qsizetype count)
{
    return QString(std::max<qsizetype>(0, count), u' ');
}

struct PsqlColumn
{
    size_t index = 0;
    qsizetype width = 0;
    bool right = false;
};

QString psqlRow(const std::vector<PsqlColumn> &columns, const std::vector<QStringList> &values)
{
    qsizetype height = 1;
    for (const auto &value : values)
        height = std::max(height, value.size());
    QString text;
    for (qsizetype line = 0; line < height; ++line) {
        for (size_t column = 0; column < columns.size(); ++column) {
            const auto &lines = values[column];
            const auto part = line < lines.size() ? lines[line] : QString();
            const auto room = blanks(columns[column].width - widthOf(part));
            const bool goesOn = line + 1 < lines.size();
            const bool last = column + 1 == columns.size();
            text += u' ' + (columns[column].right ? room + part : part);
            if (!columns[column].right && (!last || goesOn))
                text += room;
            text += goesOn ? u"+"_s : last ? QString() : u" "_s;
            text += last ? u"\n"_s : u"|"_s;
        }
    }
    return text;
}

} // namespace

QByteArray writeMarkdown(const RowSet &rows)
{
    QString head;
    QString rule;
    for (const auto &column : rows.columns) {
        if (!column.wanted)
            continue;
        head += u"| "_s + markdownCell(column.name) + u' ';
        rule += standsRight(column) ? u"| ---: "_s : u"| --- "_s;
    }
    QString text = head + u"|\n"_s + rule + u"|\n"_s;
    for (size_t row = 0; row < rows.rows.size(); ++row) {
        for (size_t column = 0; column < rows.columns.size(); ++column) {
            const auto &value = rows.rows[row][column];
            if (rows.columns[column].wanted)
                text += u"| "_s +
                        (value ? markdownCell(QString::fromUtf8(shownText(rows.columns[column], value)))
                         : rows.isDefault(row, column) ? QString()
                                                       : u"NULL"_s) +
                        u' ';
        }
        text += u"|\n"_s;
    }
    return text.toUtf8();
}

QByteArray writePsql(const RowSet &rows)
{
    std::vector<PsqlColumn> columns;
    for (size_t column = 0; column < rows.columns.size(); ++column) {
        if (rows.columns[column].wanted)
            columns.push_back(
                {column, widthOf(rows.columns[column].name), standsRight(rows.columns[column])});
    }
    std::vector<std::vector<QStringList>> values;
    for (const auto &row : rows.rows) {
        auto &cells = values.emplace_back();
        for (auto &column : columns) {
            cells.push_back(linesOf(QString::fromUtf8(row[column.index].value_or(QByteArray()))));
            for (const auto &line : cells.back())
                column.width = std::max(column.width, widthOf(line));
        }
    }
    QStringList names;
    QStringList rules;
    for (const auto &column : columns) {
        const auto &name = rows.columns[column.index].name;
        const auto room = column.width - widthOf(name);
        names << u' ' + blanks(room / 2) + name + blanks(room - room / 2) + u' ';
        rules << QString(column.width + 2, u'-');
    }
    QString text = names.join(u'|') + u'\n' + rules.join(u'+') + u'\n';
    for (const auto &row : values)
        text += psqlRow(columns, row);
    return (text + (rows.rows.size() == 1 ? u"(1 row)\n"_s : u"(%1 rows)\n"_s.arg(rows.rows.size())))
        .toUtf8();
}

} // namespace squall::transfer
