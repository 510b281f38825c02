#pragma once

#include "core/catalog/snapshot.h"
#include "core/edit/newvalue.h"
#include "models/latest.h"
#include "models/wholerows.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace squall::models {

class EditedResultModel;
class ResultModel;
class RowWindowModel;
class WindowModel;

/// The forms in which cells leave.
enum class CopyFormat {
    Cells, ///< what Ctrl+C means: text, HTML, CSV, and typed
    TsvHeaders,
    TsvNulls, ///< NULL as `\N`
    Csv,
    Json,
    JsonLines,
    Markdown,
    Insert,
    Update,
    In,
    Drizzle,
    Psql,
};

struct CopiedCells
{
    QByteArray text = {};
    QByteArray html = {};
    QByteArray csv = {};
    /// Of CopyFormat::Cells: names, and values with what text does not keep.
    QStringList columns = {};
    QList<QList<edit::NewValue>> values = {};
    qint64 rows = 0;
};

/// What is to be copied: whole stretches of rows, all in the same columns.
struct CopyRange
{
    std::vector<std::pair<qint64, qint64>> rows = {}; ///< first and last, in order
    int left = 0;
    int right = -1;
};

/// Copies cells whole: what is cut or not loaded is read first, in the background. All or nothing. What is
/// copied is what is seen: staged values instead of the server's, new rows, and rows that are to be deleted.
class CellsCopy : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 mostRows = 100'000;

    /// `shown` is what the rows are looked at through: `rows` itself, or what lays edits over them.
    CellsCopy(const WindowModel &shown, const RowWindowModel &rows, QObject *parent = nullptr);
    /// Of a result as far as it is read; `edited` lays edits over it, where somebody may edit it.
    CellsCopy(const ResultModel &result, const EditedResultModel *edited, QObject *parent = nullptr);

    void start(const CopyRange &range, CopyFormat format, const catalog::SnapshotPtr &snapshot);
    void cancel();
    bool isRunning() const { return m_request.isRunning(); }

signals:
    void finished(const squall::models::CopiedCells &cells, squall::models::CopyFormat format);
    void failed(const QString &why);
    /// While it takes its time.
    void progressed(qint64 rows, qint64 of);

private:
    struct Job;

    void startResult(const CopyRange &range, CopyFormat format);
    void deliver(const Result<CopiedCells> &cells, CopyFormat format);
    std::optional<QString> refusal(const CopyRange &range) const;
    Job jobFor(const CopyRange &range, CopyFormat format, const catalog::SnapshotPtr &snapshot) const;
    bool isLoadedWhole(qint64 row, const CopyRange &range) const;

    const WindowModel &m_shown;
    const RowWindowModel *m_rows = nullptr;
    const ResultModel *m_result = nullptr; ///< one of these two
    const EditedResultModel *m_edited = nullptr;
    Latest<Result<CopiedCells>> m_request;
    std::shared_ptr<std::atomic<qint64>> m_read;
    qint64 m_wanted = 0;
    QTimer m_ticking;
};

} // namespace squall::models
