#pragma once

#include "core/transfer/rowset.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace squall::transfer {

/// The table that psql prints, or with `\x` its records, row by row. Columns are as wide as the rows that
/// were measured need; what is wider later sticks out.
class PsqlTable
{
public:
    explicit PsqlTable(const std::vector<Column> &columns);

    void measure(const Cells &row);

    QString head() const;
    QString row(const Cells &row) const;
    static QString foot(qint64 rows);

    /// `number` from 1.
    QString record(const Cells &row, qint64 number) const;

private:
    struct Shown
    {
        size_t index = 0;
        QString name = {};
        qsizetype width = 0; ///< of name and values
        bool right = false;
    };

    std::vector<Shown> m_columns;
    qsizetype m_nameWidth = 0;
    qsizetype m_valueWidth = 0;
    qint64 m_measured = 0;
    bool m_breaks = false; ///< a value has several lines
};

/// The head of a table in Markdown, with the rule below it.
QString markdownHead(const std::vector<Column> &columns);
QString markdownRow(const RowSet &rows, size_t row);

} // namespace squall::transfer
