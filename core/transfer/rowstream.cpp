#include "core/transfer/rowstream.h"

#include "core/transfer/builtintype.h"
#include "core/transfer/delimitedtext.h"
#include "core/transfer/jsontext.h"
#include "core/transfer/tabletext.h"
#include "core/transfer/valuetype.h"

#include <QSet>

#include <utility>

namespace squall::transfer {

using namespace Qt::StringLiterals;

class RowStream::Writer
{
public:
    Writer(std::vector<Column> described, Sink to)
        : columns(std::move(described))
        , sink(std::move(to))
    {
    }
    virtual ~Writer() = default;

    virtual void add(const pg::RowBatch &rows) = 0;
    virtual void finish() = 0;

protected:
    RowSet rowSet(const pg::RowBatch &rows) const
    {
        RowSet set{.columns = columns};
        set.rows.reserve(static_cast<size_t>(rows.rowCount()));
        for (int row = 0; row < rows.rowCount(); ++row) {
            auto &cells = set.rows.emplace_back();
            cells.reserve(columns.size());
            for (int column = 0; column < rows.columnCount(); ++column) {
                const auto cell = rows.cell(row, column);
                cells.push_back(cell ? Query::Parameter(cell->toByteArray()) : std::nullopt);
            }
        }
        return set;
    }

    const std::vector<Column> columns;
    const Sink sink;
};

namespace {

using Writer = RowStream::Writer;

/// The rows that decide how wide columns are.
constexpr qint64 measuredRows = 1000;

class TableWriter : public Writer
{
public:
    TableWriter(bool records, std::vector<Column> described, RowStream::Sink to)
        : Writer(std::move(described), std::move(to))
        , m_records(records)
        , m_table(columns)
    {
    }

    void add(const pg::RowBatch &rows) override
    {
        if (m_begun)
            return write(rows);
        for (const auto &row : rowSet(rows).rows)
            m_table.measure(row);
        m_held.push_back(rows);
        m_heldRows += rows.rowCount();
        if (m_heldRows >= measuredRows)
            begin();
    }

    void finish() override
    {
        begin();
        if (!m_records || m_rows == 0)
            sink(PsqlTable::foot(m_rows).toUtf8());
    }

private:
    void begin()
    {
        if (std::exchange(m_begun, true))
            return;
        if (!m_records)
            sink(m_table.head().toUtf8());
        for (const auto &rows : std::exchange(m_held, {}))
            write(rows);
    }

    void write(const pg::RowBatch &rows)
    {
        QString text;
        for (const auto &row : rowSet(rows).rows) {
            ++m_rows;
            text += m_records ? m_table.record(row, m_rows) : m_table.row(row);
        }
        sink(text.toUtf8());
    }

    const bool m_records;
    PsqlTable m_table;
    bool m_begun = false;
    std::vector<pg::RowBatch> m_held;
    qint64 m_heldRows = 0;
    qint64 m_rows = 0;
};

/// Straight from the reply's buffer: this is what large exports are made with.
class CsvWriter : public Writer
{
public:
    CsvWriter(std::vector<Column> described, RowStream::Sink to)
        : Writer(std::move(described), std::move(to))
    {
        QByteArray head;
        for (const auto &column : columns) {
            appendField(head, column.name.toUtf8(), ',', {});
            head += &column == &columns.back() ? "\r\n" : ",";
            m_booleans.push_back(valueType(column.type) == ValueType::Boolean);
        }
        sink(head);
    }

    void add(const pg::RowBatch &rows) override
    {
        m_text.resize(0);
        m_text.reserve(rows.bytes() + rows.bytes() / 2);
        const int count = rows.columnCount();
        for (int row = 0; row < rows.rowCount(); ++row) {
            for (int column = 0; column < count; ++column) {
                if (column > 0)
                    m_text += ',';
                auto cell = rows.cell(row, column);
                if (cell && m_booleans[static_cast<size_t>(column)])
                    cell = *cell == "t" ? "true" : "false";
                appendField(m_text, cell, ',', {});
            }
            m_text += "\r\n";
        }
        sink(m_text);
    }

    void finish() override {}

private:
    std::vector<bool> m_booleans;
    QByteArray m_text;
};

/// A name that came before gets a number: of two fields with one name programs keep only one.
std::vector<Column> withUniqueNames(std::vector<Column> columns)
{
    QSet<QString> used;
    for (auto &column : columns) {
        const auto name = column.name;
        for (int number = 2; used.contains(column.name); ++number)
            column.name = name + u'_' + QString::number(number);
        used.insert(column.name);
    }
    return columns;
}

class JsonWriter : public Writer
{
public:
    JsonWriter(bool lines, std::vector<Column> described, RowStream::Sink to)
        : Writer(withUniqueNames(std::move(described)), std::move(to))
        , m_lines(lines)
    {
    }

    void add(const pg::RowBatch &rows) override
    {
        QByteArray text;
        const auto set = rowSet(rows);
        for (size_t row = 0; row < set.rows.size(); ++row) {
            const auto object = jsonObject(set, row);
            if (m_lines)
                text += object + '\n';
            else
                text += (std::exchange(m_begun, true) ? ",\n  " : "[\n  ") + object;
        }
        sink(text);
    }

    void finish() override
    {
        if (!m_lines)
            sink(m_begun ? "\n]\n" : "[]\n");
    }

private:
    const bool m_lines;
    bool m_begun = false;
};

class MarkdownWriter : public Writer
{
public:
    MarkdownWriter(std::vector<Column> described, RowStream::Sink to)
        : Writer(std::move(described), std::move(to))
    {
        sink(markdownHead(columns).toUtf8());
    }

    void add(const pg::RowBatch &rows) override
    {
        QString text;
        const auto set = rowSet(rows);
        for (size_t row = 0; row < set.rows.size(); ++row)
            text += markdownRow(set, row);
        sink(text.toUtf8());
    }

    void finish() override {}
};

std::unique_ptr<Writer> makeWriter(RowFormat format, std::vector<Column> columns, RowStream::Sink sink)
{
    switch (format) {
    case RowFormat::Csv: return std::make_unique<CsvWriter>(std::move(columns), std::move(sink));
    case RowFormat::Json:
    case RowFormat::JsonLines:
        return std::make_unique<JsonWriter>(format == RowFormat::JsonLines, std::move(columns),
                                            std::move(sink));
    case RowFormat::Markdown: return std::make_unique<MarkdownWriter>(std::move(columns), std::move(sink));
    case RowFormat::Aligned:
    case RowFormat::Records: break;
    }
    return std::make_unique<TableWriter>(format == RowFormat::Records, std::move(columns), std::move(sink));
}

} // namespace

RowStream::RowStream(RowFormat format, const std::vector<pg::Field> &fields, Sink sink)
    : m_writer(makeWriter(format, columnsOf(fields), std::move(sink)))
{
}

RowStream::~RowStream() = default;

void RowStream::add(const pg::RowBatch &rows)
{
    m_writer->add(rows);
}

void RowStream::finish()
{
    m_writer->finish();
}

} // namespace squall::transfer
