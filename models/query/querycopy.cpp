// COPY in a script: rows on the lines after it, and lines for the results.
#include "models/query/querywork.h"

#include <QCoreApplication>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::QueryWork)
};

} // namespace

QueryWork::Stop QueryWork::copyIn(const Step &step, const Query &query)
{
    if (!step.statement.data) {
        return fail(step, {.code = Error::Code::Usage,
                           .message = Words::tr("COPY FROM STDIN needs its rows on the lines after it."),
                           .hint = Words::tr("\\copy … from 'file' reads a file on this machine.")});
    }
    began(step, query.text);
    auto data = step.statement.data->in(step.source->text).toUtf8();
    return finishCopy(m_session->perform(*m_connection, query.text, [&](pg::Connection &connection) {
        return connection.copyIn(query, [&data]() -> Result<QByteArray> { return std::exchange(data, {}); });
    }));
}

/// Lines become the rows of a column.
QueryWork::Stop QueryWork::copyOut(const Step &step, const Query &query, const ResultModel::Origin &origin)
{
    constexpr int linesTogether = 1000;
    began(step, query.text);
    pg::RowBatchBuilder lines({{.name = u"copy"_s, .type = 25}});
    const auto handOn = [&](bool last) {
        const auto batch = lines.take({}, last);
        m_rows += batch.rowCount();
        m_budget -= batch.bytes();
        (*m_tell)(RowsCame{.rows = batch, .firstRow = m_firstRow, .elapsed = elapsed()});
    };
    const auto sink = [&](QByteArrayView line) -> Result<Done> {
        if (!std::exchange(m_hasResult, true)) {
            m_firstRow = elapsed();
            (*m_tell)(ResultBegan{.origin = origin, .fields = {{.name = u"copy"_s, .type = 25}}});
        }
        lines.addCell(line.endsWith('\n') ? line.chopped(1) : line);
        if (lines.rowCount() >= linesTogether)
            handOn(false);
        if (m_budget <= 0)
            return Error{.code = Error::Code::Usage,
                         .message = Words::tr("COPY TO STDOUT gives more than is read ahead here."),
                         .hint = Words::tr("\\copy … to 'file' writes all of it to a file.")};
        return Done{};
    };
    const auto rows = m_session->perform(*m_connection, query.text, [&](pg::Connection &connection) {
        return connection.copyOut(query, sink);
    });
    if (m_hasResult)
        handOn(true);
    if (m_hasResult && !rows)
        (*m_tell)(ResultEnded{.elapsed = elapsed(), .because = rows.error().message});
    return finishCopy(rows);
}

QueryWork::Stop QueryWork::finishCopy(Result<qint64> rows)
{
    if (!rows)
        return fail(m_step, rows.error(), m_numbered ? &*m_numbered : nullptr);
    return finishStatement("COPY " + QByteArray::number(*rows));
}

} // namespace squall::models
