#pragma once

#include "core/base/result.h"
#include "core/transfer/rowset.h"

#include <QByteArray>

namespace squall::transfer {

// Pure functions from rows to text, as UTF-8. Columns that are not wanted are left out. Where a default is to
// fill the cell, SQL says DEFAULT, objects lack the key, and text has what it has for NULL or nothing.

/// A value in text that people read: booleans are words, NULL is nothing.
QByteArray shownText(const Column &column, const Query::Parameter &value);

struct DelimitedOptions
{
    bool header = false;
    bool markNull = false; ///< NULL is `\N`; otherwise it is nothing
};

/// As spreadsheets take it: a field with tabs, breaks or quotes stands in quotes. No break after the last
/// row.
QByteArray writeTsv(const RowSet &rows, const DelimitedOptions &options = {});
/// RFC 4180. An empty string is told from NULL by its quotes.
QByteArray writeCsv(const RowSet &rows, const DelimitedOptions &options = {.header = true});
QByteArray writeHtml(const RowSet &rows, bool header = false);

/// Numbers exactly as they are, json columns as JSON, arrays as lists, everything else as the server's text.
QByteArray writeJson(const RowSet &rows);
/// One object a line.
QByteArray writeJsonLines(const RowSet &rows);

QByteArray writeMarkdown(const RowSet &rows);
/// The table that psql prints.
QByteArray writePsql(const RowSet &rows);

// SQL for people to read and run; what the program itself sends has parameters.
/// One statement for all rows; columns that nobody may write are left out.
Result<QByteArray> writeInsert(const RowSet &rows);
/// One statement a row, by its key.
Result<QByteArray> writeUpdate(const RowSet &rows);
/// `IN (1, 2)`: every value once; NULL is left out, it is never IN anything.
Result<QByteArray> writeIn(const RowSet &rows);

/// `.values([{ … }])` for Drizzle's insert, with literals that lose nothing: as the program calls table and
/// columns
/// (`.insert(users).values(…)`), and with columns' names as keys where it does not.
QByteArray writeDrizzle(const RowSet &rows);

} // namespace squall::transfer
