#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace squall::pg {

/// One column of a reply, as the server describes it.
struct Field
{
    QString name;
    quint32 type = 0; ///< pg_type.oid
    int typeModifier = -1;
    quint32 table = 0;   ///< pg_class.oid of the column it comes from, 0 when it is computed
    int tableColumn = 0; ///< attnum in that table

    bool operator==(const Field &) const = default;
};

/// Rows as the server's text, in one buffer. Cheap to copy, read-only when shared between threads.
class RowBatch
{
public:
    RowBatch();

    int rowCount() const;
    int columnCount() const;
    const std::vector<Field> &fields() const;

    /// The server's text of one cell; nullopt is NULL. Valid as long as a copy of this batch lives.
    std::optional<QByteArrayView> cell(int row, int column) const;
    /// The same decoded; NULL gives a null QString.
    QString text(int row, int column) const;

    /// What a finished statement reports, for example `INSERT 0 1`; empty while rows are still to come.
    QByteArray commandTag() const;
    /// True for the last batch of a reply.
    bool isLast() const;
    /// Bytes held by the cells.
    qsizetype bytes() const;

private:
    friend class RowBatchBuilder;
    struct Body;
    std::shared_ptr<const Body> m_body;
};

/// Puts a RowBatch together, cell by cell, row by row.
class RowBatchBuilder
{
public:
    explicit RowBatchBuilder(std::vector<Field> fields);
    void addCell(QByteArrayView text);
    void addNull();
    int rowCount() const;
    qsizetype bytes() const;
    /// Takes what was added; the builder starts over with the same fields.
    RowBatch take(const QByteArray &commandTag = {}, bool last = false);

private:
    std::shared_ptr<RowBatch::Body> m_body;
};

} // namespace squall::pg
