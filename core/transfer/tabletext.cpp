// Rows as a table for people: Markdown, and what psql prints.
#include "core/transfer/tabletext.h"

#include "core/transfer/valuetype.h"
#include "core/transfer/writers.h"

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
    default:
        return column.type == u"money" || column.type == u"xid" || column.type == u"xid8" ||
               column.type == u"cid";
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

QStringList linesOfCell(const Query::Parameter &value)
{
    return linesOf(QString::fromUtf8(value.value_or(QByteArray())));
}

} // namespace

PsqlTable::PsqlTable(const std::vector<Column> &columns)
{
    for (size_t column = 0; column < columns.size(); ++column) {
        const auto &about = columns[column];
        if (!about.wanted)
            continue;
        m_columns.push_back({column, about.name, widthOf(about.name), standsRight(about)});
        m_nameWidth = std::max(m_nameWidth, m_columns.back().width);
    }
}

void PsqlTable::measure(const Cells &row)
{
    ++m_measured;
    for (auto &column : m_columns) {
        const auto lines = linesOfCell(row[column.index]);
        m_breaks |= lines.size() > 1;
        for (const auto &line : lines) {
            column.width = std::max(column.width, widthOf(line));
            m_valueWidth = std::max(m_valueWidth, widthOf(line));
        }
    }
}

QString PsqlTable::head() const
{
    QStringList names;
    QStringList rules;
    for (const auto &column : m_columns) {
        const auto room = column.width - widthOf(column.name);
        names << u' ' + blanks(room / 2) + column.name + blanks(room - room / 2) + u' ';
        rules << QString(column.width + 2, u'-');
    }
    return names.join(u'|') + u'\n' + rules.join(u'+') + u'\n';
}

QString PsqlTable::row(const Cells &row) const
{
    std::vector<QStringList> values;
    qsizetype height = 1;
    for (const auto &column : m_columns) {
        values.push_back(linesOfCell(row[column.index]));
        height = std::max(height, values.back().size());
    }
    QString text;
    for (qsizetype line = 0; line < height; ++line) {
        for (size_t column = 0; column < m_columns.size(); ++column) {
            const auto &about = m_columns[column];
            const auto part = values[column].value(line);
            const auto room = blanks(about.width - widthOf(part));
            const bool goesOn = line + 1 < values[column].size();
            const bool last = column + 1 == m_columns.size();
            text += u' ' + (about.right ? room + part : part);
            if (!about.right && (!last || goesOn))
                text += room;
            text += goesOn ? u"+"_s : last ? QString() : u" "_s;
            text += last ? u"\n"_s : u"|"_s;
        }
    }
    return text;
}

QString PsqlTable::foot(qint64 rows)
{
    return rows == 1 ? u"(1 row)\n"_s : u"(%1 rows)\n"_s.arg(rows);
}

QString PsqlTable::record(const Cells &row, qint64 number) const
{
    auto text = u"-[ RECORD %1 ]"_s.arg(number);
    // Marks of values that go on stand below the end of the label at least.
    const auto label = u"-[ RECORD %1 ]"_s.arg(m_measured).size();
    const auto valueWidth = m_breaks ? std::max(m_valueWidth, label - m_nameWidth - 4) : m_valueWidth;
    if (text.size() <= m_nameWidth + 1)
        text = text.leftJustified(m_nameWidth + 1, u'-') + u'+';
    // The rule ends above the end of the widest value.
    text = text.leftJustified(m_nameWidth + 3 + valueWidth, u'-') + u'\n';
    for (const auto &column : m_columns) {
        auto name = column.name;
        const auto lines = linesOfCell(row[column.index]);
        for (qsizetype line = 0; line < lines.size(); ++line) {
            const bool goesOn = line + 1 < lines.size();
            text += name + blanks(m_nameWidth - widthOf(name)) + u" | "_s + lines[line];
            if (goesOn)
                text += blanks(valueWidth - widthOf(lines[line])) + u'+';
            text += u'\n';
            name.clear();
        }
    }
    return text;
}

QString markdownHead(const std::vector<Column> &columns)
{
    QString head;
    QString rule;
    for (const auto &column : columns) {
        if (!column.wanted)
            continue;
        head += u"| "_s + markdownCell(column.name) + u' ';
        rule += standsRight(column) ? u"| ---: "_s : u"| --- "_s;
    }
    return head + u"|\n"_s + rule + u"|\n"_s;
}

QString markdownRow(const RowSet &rows, size_t row)
{
    QString text;
    for (size_t column = 0; column < rows.columns.size(); ++column) {
        const auto &about = rows.columns[column];
        const auto &value = rows.rows[row][column];
        if (!about.wanted)
            continue;
        text += u"| "_s +
                (value                         ? markdownCell(QString::fromUtf8(shownText(about, value)))
                 : rows.isDefault(row, column) ? QString()
                                               : u"NULL"_s) +
                u' ';
    }
    return text + u"|\n"_s;
}

QByteArray writeMarkdown(const RowSet &rows)
{
    auto text = markdownHead(rows.columns);
    for (size_t row = 0; row < rows.rows.size(); ++row)
        text += markdownRow(rows, row);
    return text.toUtf8();
}

QByteArray writePsql(const RowSet &rows)
{
    PsqlTable table(rows.columns);
    for (const auto &row : rows.rows)
        table.measure(row);
    auto text = table.head();
    for (const auto &row : rows.rows)
        text += table.row(row);
    return (text + PsqlTable::foot(static_cast<qint64>(rows.rows.size()))).toUtf8();
}

} // namespace squall::transfer
