#pragma once

#include "core/catalog/privileges.h"
#include "core/pg/rowbatch.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace squall::catalog {

using Oid = quint32;

/// Gives most equal short texts the same memory: a catalog repeats its names and types thousands of times. It
/// remembers a bounded number of texts, so that those which occur once cost nothing.
class StringPool
{
public:
    StringPool();

    QString text(QByteArrayView utf8);

private:
    std::vector<QString> m_recent;
};

/// One row of a reply, read from left to right: each call takes the next cell. NULL reads as empty, 0 or
/// false.
class Row
{
public:
    Row(const pg::RowBatch &batch, int row, StringPool &strings);

    std::optional<QByteArrayView> cell();
    void skip() { ++m_column; }

    QString text();
    std::optional<QString> optionalText();
    Oid oid();
    qint64 number();
    std::optional<int> optionalNumber();
    bool flag();
    /// A "char", for example relkind; 0 when it is empty.
    char letter();
    /// text[]
    QStringList list();
    /// int2[], int2vector, oid[] or oidvector
    std::vector<Oid> numbers();
    /// Two cells: an ACL, and what acldefault() says for its kind and owner.
    Privileges privileges(const QString &owner);

private:
    const pg::RowBatch &m_batch;
    StringPool &m_strings;
    int m_row;
    int m_column = 0;
};

/// The elements of a one-dimensional array in the server's text form, without NULLs.
std::vector<QByteArray> arrayElements(QByteArrayView array);

} // namespace squall::catalog
