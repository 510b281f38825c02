#include "models/cellscopy.h"

#include "core/base/typemodifier.h"
#include "core/pg/sessionpool.h"
#include "core/transfer/columns.h"
#include "core/transfer/writers.h"
#include "models/editedrowmodel.h"
#include "models/pooled.h"
#include "models/project/programnames.h"
#include "models/query/editedresultmodel.h"
#include "models/query/resultmodel.h"
#include "models/query/resulttitle.h"
#include "models/rowwindowmodel.h"

#include <algorithm>
#include <variant>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

/// What is loaded is taken at once up to here; beyond that a Session does it.
constexpr qint64 cellsAtOnce = 20'000;
constexpr int tickMs = 100;

/// A row as it is seen: whole, with what is staged for it; a value for every column.
using SeenRow = QList<edit::NewValue>;
/// Rows that are there, or where to read them.
using Piece = std::variant<QList<SeenRow>, WholeRowsRequest>;

constexpr edit::NewValue::Kind leftToDefault = edit::NewValue::Kind::Default;

edit::NewValue known(const Query::Parameter &value)
{
    return value ? edit::NewValue::of(*value) : edit::NewValue::null();
}

SeenRow seen(const edit::NewRow *row, const std::vector<transfer::Column> &columns)
{
    SeenRow values;
    for (const auto &column : columns)
        values << (row ? row->values.value(column.name, {leftToDefault, {}}) : edit::NewValue::null());
    return values;
}

/// The wanted columns come first, in the order of the row's own values; others only name it.
SeenRow seen(const WholeRow &row, const std::vector<transfer::Column> &columns,
             const edit::StagedEdits &edits)
{
    SeenRow values;
    for (const auto &value : row.values)
        values << known(value);
    for (auto column = row.values.size(); column < columns.size(); ++column) {
        const auto part = std::find_if(row.identity.parts.begin(), row.identity.parts.end(),
                                       [&](const auto &each) { return each.first == columns[column].name; });
        values << (part == row.identity.parts.end() ? edit::NewValue::null()
                                                    : edit::NewValue::of(part->second));
    }
    const auto *edit = row.identity.isValid() ? edits.find(row.identity) : nullptr;
    for (size_t column = 0; edit && column < columns.size(); ++column) {
        if (const auto staged = edit->values.constFind(columns[column].name);
            staged != edit->values.constEnd())
            values[static_cast<qsizetype>(column)] = *staged;
    }
    return values;
}

/// Puts a row's cells behind those before it.
void append(transfer::RowSet &rows, const SeenRow &row)
{
    using Kind = edit::NewValue::Kind;
    auto &cells = rows.rows.emplace_back();
    for (const auto &value : row) {
        const auto place = std::pair(rows.rows.size() - 1, cells.size());
        cells.push_back(value.kind == Kind::Text         ? Query::Parameter(value.text)
                        : value.kind == Kind::Now        ? Query::Parameter("now()")
                        : value.kind == Kind::RandomUuid ? Query::Parameter("gen_random_uuid()")
                                                         : std::nullopt);
        if (value.kind == Kind::Default)
            rows.later.emplace(place, transfer::Later::Default);
        else if (value.kind == Kind::Now || value.kind == Kind::RandomUuid)
            rows.later.emplace(place, transfer::Later::Expression);
    }
}

Result<QByteArray> textOf(const transfer::RowSet &rows, CopyFormat format)
{
    switch (format) {
    case CopyFormat::Cells: return transfer::writeTsv(rows);
    case CopyFormat::TsvHeaders: return transfer::writeTsv(rows, {.header = true});
    case CopyFormat::TsvNulls: return transfer::writeTsv(rows, {.markNull = true});
    case CopyFormat::Csv: return transfer::writeCsv(rows);
    case CopyFormat::Json: return transfer::writeJson(rows);
    case CopyFormat::JsonLines: return transfer::writeJsonLines(rows);
    case CopyFormat::Markdown: return transfer::writeMarkdown(rows);
    case CopyFormat::Insert: return transfer::writeInsert(rows);
    case CopyFormat::Update: return transfer::writeUpdate(rows);
    case CopyFormat::In: return transfer::writeIn(rows);
    case CopyFormat::Drizzle: return transfer::writeDrizzle(rows);
    case CopyFormat::Psql: return transfer::writePsql(rows);
    }
    return QByteArray();
}

Result<CopiedCells> render(const transfer::RowSet &rows, const QList<SeenRow> &seenRows,
                           const QStringList &columns, CopyFormat format)
{
    auto text = textOf(rows, format);
    if (!text)
        return text.error();
    CopiedCells cells{.text = *std::move(text), .rows = std::ssize(rows.rows)};
    if (format == CopyFormat::TsvHeaders)
        cells.html = transfer::writeHtml(rows, true);
    if (format == CopyFormat::Csv)
        cells.csv = cells.text;
    if (format != CopyFormat::Cells)
        return cells;
    cells.html = transfer::writeHtml(rows);
    cells.csv = transfer::writeCsv(rows, {});
    cells.columns = columns;
    for (const auto &row : seenRows)
        cells.values << row.first(columns.size());
    // A single value is itself, whatever it contains.
    if (rows.rows.size() == 1 && columns.size() == 1)
        cells.text = transfer::shownText(rows.columns.front(), rows.rows.front().front());
    return cells;
}

/// What is known of the columns; without the schema every value is its text.
std::vector<transfer::Column> columnsNamed(const QStringList &names, const ObjectId &relation,
                                           const QStringList &key, const catalog::Snapshot *snapshot)
{
    auto known =
        snapshot ? transfer::columnsOf(*snapshot, relation, names, key) : std::vector<transfer::Column>();
    std::vector<transfer::Column> columns;
    for (const auto &name : names) {
        const auto found = std::find_if(known.begin(), known.end(),
                                        [&](const transfer::Column &column) { return column.name == name; });
        columns.push_back(found == known.end() ? transfer::Column{.name = name} : *found);
    }
    std::copy_if(known.begin(), known.end(), std::back_inserter(columns),
                 [](const transfer::Column &column) { return !column.wanted; });
    return columns;
}

} // namespace

struct CellsCopy::Job
{
    ObjectId relation;
    QStringList names;
    CopyFormat format = CopyFormat::Cells;
    std::vector<transfer::Column> columns; ///< by name, then those that only name the row
    edit::StagedEdits edits;
    std::vector<Piece> pieces;
    QString programName = {};

    bool needsServer() const
    {
        return std::any_of(pieces.begin(), pieces.end(), [](const Piece &piece) {
            return std::holds_alternative<WholeRowsRequest>(piece);
        });
    }

    Result<CopiedCells> finish(const QList<SeenRow> &seenRows) const
    {
        transfer::RowSet rows{.relation = relation, .programName = programName, .columns = columns};
        for (const auto &row : seenRows)
            append(rows, row);
        return render(rows, seenRows, names, format);
    }
};

CellsCopy::CellsCopy(const WindowModel &shown, const RowWindowModel &rows, QObject *parent)
    : QObject(parent)
    , m_shown(shown)
    , m_rows(&rows)
{
    m_ticking.setInterval(tickMs);
    m_ticking.callOnTimeout(this, [this] { emit progressed(std::min(m_wanted, m_read->load()), m_wanted); });
}

CellsCopy::CellsCopy(const ResultModel &result, const EditedResultModel *edited, QObject *parent)
    : QObject(parent)
    , m_shown(result)
    , m_result(&result)
    , m_edited(edited)
{
}

bool CellsCopy::isLoadedWhole(qint64 row, const CopyRange &range) const
{
    const auto inModel = row - m_shown.firstRow();
    if (inModel < 0 || inModel >= m_shown.rowCount())
        return false;
    for (int column = range.left; column <= range.right; ++column) {
        const auto length = m_shown.index(static_cast<int>(inModel), column).data(FullLengthRole);
        if (length.isValid() && length.toLongLong() >= 0)
            return false;
    }
    return true;
}

std::optional<QString> CellsCopy::refusal(const CopyRange &range) const
{
    qint64 rows = 0;
    for (const auto &[first, last] : range.rows)
        rows += last - first + 1;
    if (rows > mostRows)
        return tr("%L1 rows are selected; at most %L2 can be copied.").arg(rows).arg(mostRows);
    if (rows == 0 || range.right < range.left)
        return tr("Nothing is selected.");
    return std::nullopt;
}

CellsCopy::Job CellsCopy::jobFor(const CopyRange &range, CopyFormat format,
                                 const catalog::SnapshotPtr &snapshot) const
{
    const auto *edited = qobject_cast<const EditedRowModel *>(&m_shown);
    const auto &source = m_rows->source();
    Job job{.relation = source.id,
            .names = {},
            .format = format,
            .columns = {},
            .edits = edited ? edited->edits() : edit::StagedEdits(source.id),
            .pieces = {}};
    for (int column = range.left; column <= range.right; ++column)
        job.names << m_shown.headerData(column, Qt::Horizontal).toString();
    job.columns = columnsNamed(job.names, source.id, source.key, snapshot.get());
    if (edited && edited->project() && format == CopyFormat::Drizzle)
        job.programName = nameByProgram(*edited->project(), source.id, job.columns);
    const qint64 added = edited ? edited->newRowCount() : 0;
    for (auto [first, last] : range.rows) {
        QList<SeenRow> ready;
        for (; first < std::min(added, last + 1); ++first) {
            ready.push_back(seen(job.edits.findNew(edited->newRowId(first)), job.columns));
        }
        if (!ready.empty())
            job.pieces.emplace_back(std::exchange(ready, {}));
        if (first > last)
            continue;
        bool whole = (last - first + 1) * job.names.size() <= cellsAtOnce;
        for (auto row = first; whole && row <= last; ++row)
            whole = isLoadedWhole(row, range);
        if (!whole) {
            auto request = m_rows->wholeRows(first - added, last - added, job.names);
            job.pieces.emplace_back(request ? std::move(*request) : WholeRowsRequest());
            continue;
        }
        for (auto row = first; row <= last; ++row)
            ready.push_back(
                seen(m_rows->loadedRow(static_cast<int>(row - added - m_rows->firstRow()), job.names),
                     job.columns, job.edits));
        job.pieces.emplace_back(std::move(ready));
    }
    return job;
}

void CellsCopy::start(const CopyRange &range, CopyFormat format, const catalog::SnapshotPtr &snapshot)
{
    cancel();
    if (const auto why = refusal(range)) {
        emit failed(*why);
        return;
    }
    if (m_result) {
        startResult(range, format);
        return;
    }
    auto job = std::make_shared<const Job>(jobFor(range, format, snapshot));
    m_wanted = 0;
    for (const auto &[first, last] : range.rows)
        m_wanted += last - first + 1;
    const bool unreachable = std::any_of(job->pieces.begin(), job->pieces.end(), [](const Piece &piece) {
        const auto *request = std::get_if<WholeRowsRequest>(&piece);
        return request && request->pieces.empty();
    });
    if (unreachable) {
        emit failed(
            tr("Not all of these rows are loaded, and nothing says where they are. Select fewer, or go to "
               "one of them first."));
        return;
    }
    m_read = std::make_shared<std::atomic<qint64>>(0);
    auto work = [job, progress = m_read](pg::Connection *connection) -> Result<CopiedCells> {
        QList<SeenRow> read;
        for (const auto &piece : job->pieces) {
            if (const auto *rows = std::get_if<QList<SeenRow>>(&piece)) {
                read += *rows;
                continue;
            }
            const auto rows = readWholeRows(*connection, std::get<WholeRowsRequest>(piece), progress);
            if (!rows)
                return rows.error();
            for (const auto &row : *rows)
                read.push_back(seen(row, job->columns, job->edits));
        }
        return job->finish(read);
    };
    if (!job->needsServer()) {
        deliver(work(nullptr), format);
        return;
    }
    m_ticking.start();
    m_request.run(m_rows->sessions().run([work](pg::Connection &connection) { return work(&connection); }),
                  [this, format](const Result<CopiedCells> &cells) { deliver(cells, format); });
}

void CellsCopy::startResult(const CopyRange &range, CopyFormat format)
{
    auto job = Job{.relation = {Kind::Table, {}, relationIn(m_result->origin().sql, u"result"_s)},
                   .names = {},
                   .format = format,
                   .columns = {},
                   .edits = edit::StagedEdits(ObjectId()),
                   .pieces = {}};
    for (int column = range.left; column <= range.right; ++column) {
        job.names << m_result->fields()[static_cast<size_t>(column)].name;
        job.columns.push_back(
            {.name = job.names.last(), .type = splitModifier(m_result->typeOf(column)).name});
    }
    const auto staged = m_edited ? m_edited->staged() : EditedResultModel::Staged();
    const auto work = [job = std::move(job), range, staged,
                       cells = m_result->cells()]() -> Result<CopiedCells> {
        QList<SeenRow> rows;
        for (const auto &[first, last] : range.rows) {
            for (auto row = first; row <= last; ++row) {
                SeenRow values;
                for (int column = range.left; column <= range.right; ++column) {
                    const auto next = staged ? staged(cells, static_cast<int>(row), column) : std::nullopt;
                    const auto cell = cells.cell(static_cast<int>(row), column);
                    values << (next ? *next
                                    : known(cell ? Query::Parameter(cell->toByteArray()) : std::nullopt));
                }
                rows.push_back(std::move(values));
            }
        }
        return job.finish(rows);
    };
    m_request.run(pooled(work), [this, format](const Result<CopiedCells> &cells) { deliver(cells, format); });
}

void CellsCopy::deliver(const Result<CopiedCells> &cells, CopyFormat format)
{
    m_ticking.stop();
    if (cells)
        emit finished(*cells, format);
    else
        emit failed(cells.error().message);
}

void CellsCopy::cancel()
{
    m_ticking.stop();
    m_request.cancel();
}

} // namespace squall::models
