#include "core/catalog/row.h"

#include "core/catalog/acl.h"

#include <charconv>

namespace squall::catalog {

namespace {

template<typename T>
T parse(std::optional<QByteArrayView> cell)
{
    T number = 0;
    if (cell)
        std::from_chars(cell->begin(), cell->end(), number);
    return number;
}

constexpr size_t poolSize = 4096;
constexpr qsizetype longestPooled = 64;

/// FNV-1a over a short text.
size_t slotOf(QByteArrayView text)
{
    quint32 hash = 2166136261U;
    for (const char c : text)
        hash = (hash ^ static_cast<uchar>(c)) * 16777619U;
    return (hash ^ (hash >> 16)) % poolSize;
}

} // namespace

StringPool::StringPool()
    : m_recent(poolSize)
{
}

QString StringPool::text(QByteArrayView utf8)
{
    if (utf8.size() > longestPooled)
        return QString::fromUtf8(utf8);
    QString &known = m_recent[slotOf(utf8)];
    if (!QAnyStringView::equal(known, QUtf8StringView(utf8.data(), utf8.size())))
        known = QString::fromUtf8(utf8);
    return known;
}

Row::Row(const pg::RowBatch &batch, int row, StringPool &strings)
    : m_batch(batch)
    , m_strings(strings)
    , m_row(row)
{
}

std::optional<QByteArrayView> Row::cell()
{
    return m_batch.cell(m_row, m_column++);
}

QString Row::text()
{
    const auto bytes = cell();
    return bytes && !bytes->isEmpty() ? m_strings.text(*bytes) : QString();
}

std::optional<QString> Row::optionalText()
{
    const auto bytes = cell();
    return bytes ? std::optional(m_strings.text(*bytes)) : std::nullopt;
}

Oid Row::oid()
{
    return parse<Oid>(cell());
}

qint64 Row::number()
{
    return parse<qint64>(cell());
}

std::optional<int> Row::optionalNumber()
{
    const auto bytes = cell();
    return bytes ? std::optional(parse<int>(bytes)) : std::nullopt;
}

bool Row::flag()
{
    return cell() == QByteArrayView("t");
}

char Row::letter()
{
    const auto bytes = cell();
    return bytes && !bytes->isEmpty() ? bytes->front() : '\0';
}

QStringList Row::list()
{
    QStringList list;
    if (const auto bytes = cell()) {
        for (const auto &element : arrayElements(*bytes))
            list.append(m_strings.text(element));
    }
    return list;
}

std::vector<Oid> Row::numbers()
{
    std::vector<Oid> numbers;
    const auto bytes = cell();
    if (!bytes)
        return numbers;
    const char *at = bytes->begin();
    while (at < bytes->end()) {
        Oid number = 0;
        const auto [next, fault] = std::from_chars(at, bytes->end(), number);
        if (fault == std::errc())
            numbers.push_back(number);
        at = fault == std::errc() ? next : at + 1;
    }
    return numbers;
}

Privileges Row::privileges(const QString &owner)
{
    const auto acl = cell();
    const auto byDefault = cell();
    return acl ? differenceOfAcls(*acl, byDefault.value_or(QByteArrayView("{}")), owner) : Privileges{};
}

std::vector<QByteArray> arrayElements(QByteArrayView array)
{
    std::vector<QByteArray> elements;
    QByteArray element;
    bool quoted = false;
    bool wasQuoted = false;
    const auto finish = [&] {
        if (wasQuoted || (!element.isEmpty() && element != "NULL"))
            elements.push_back(element);
        element.clear();
        wasQuoted = false;
    };
    for (qsizetype at = 1; at + 1 < array.size(); ++at) {
        const char c = array[at];
        if (c == '\\') {
            element += array[++at];
        } else if (c == '"') {
            quoted = !quoted;
            wasQuoted = true;
        } else if (c == ',' && !quoted) {
            finish();
        } else {
            element += c;
        }
    }
    finish();
    return elements;
}

} // namespace squall::catalog
