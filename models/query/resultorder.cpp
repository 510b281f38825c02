#include "models/query/resultorder.h"

#include <QCollator>
#include <QStringMatcher>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <optional>

namespace squall::models {

namespace {

using Cell = std::optional<QByteArrayView>;

/// The values of one column in a form that is fast to compare.
class SortColumn
{
public:
    SortColumn(const ResultRows &rows, const std::vector<quint32> &numbers, int column, TypeKind kind)
        : m_kind(kind)
    {
        m_cells.reserve(numbers.size());
        for (const auto number : numbers) {
            const auto [batch, row] = rows.place(number);
            m_cells.push_back(rows.batches[batch].cell(row, column));
        }
        if (kind == TypeKind::Number)
            readNumbers();
        else if (kind == TypeKind::Text || kind == TypeKind::Enum || kind == TypeKind::Other)
            readText();
    }

    /// Negative when the value at `one` comes before that at `other`.
    int compare(size_t one, size_t other) const
    {
        const auto &a = m_cells[one];
        const auto &b = m_cells[other];
        if (!a || !b)
            return static_cast<int>(b.has_value()) - static_cast<int>(a.has_value());
        if (!m_text.empty())
            return m_text[one].compare(m_text[other]);
        if (m_kind == TypeKind::Number)
            return compareNumbers(one, other);
        return m_kind == TypeKind::Time ? compareTimes(*a, *b) : a->compare(*b);
    }

private:
    void readText()
    {
        const QCollator collator;
        m_text.reserve(m_cells.size());
        for (const auto &cell : m_cells)
            m_text.push_back(collator.sortKey(cell ? QString::fromUtf8(*cell) : QString()));
    }

    void readNumbers()
    {
        m_numbers.reserve(m_cells.size());
        for (const auto &cell : m_cells) {
            // The server has it behind infinity.
            const bool isNaN = cell && *cell == "NaN";
            m_numbers.push_back(!cell   ? 0
                                : isNaN ? std::numeric_limits<double>::infinity()
                                        : std::strtod(cell->toByteArray().constData(), nullptr));
        }
    }

    /// What is the same to a double is told apart by its digits.
    int compareNumbers(size_t one, size_t other) const
    {
        const double a = m_numbers[one];
        const double b = m_numbers[other];
        if (a != b)
            return a < b ? -1 : 1;
        const auto left = *m_cells[one];
        const auto right = *m_cells[other];
        if (std::isinf(a))
            return static_cast<int>(left == "NaN") - static_cast<int>(right == "NaN");
        const auto whole = [](QByteArrayView text) {
            const auto point = text.indexOf('.');
            return point < 0 ? text.size() : point;
        };
        const int sign = left.startsWith('-') ? -1 : 1;
        if (whole(left) != whole(right))
            return whole(left) < whole(right) ? -sign : sign;
        return sign * left.compare(right);
    }

    /// Years have four digits or more, and those before Christ run backwards.
    static int compareTimes(QByteArrayView a, QByteArrayView b)
    {
        const auto era = [](QByteArrayView text) {
            return text == "-infinity" ? 0 : text.endsWith("BC") ? 1 : text == "infinity" ? 3 : 2;
        };
        if (era(a) != era(b))
            return era(a) - era(b);
        const auto forward = [&] {
            const auto year = [](QByteArrayView text) { return text.indexOf('-'); };
            return year(a) != year(b) ? (year(a) < year(b) ? -1 : 1) : a.compare(b);
        };
        return era(a) == 1 ? -forward() : forward();
    }

    TypeKind m_kind;
    std::vector<Cell> m_cells;
    std::vector<double> m_numbers;
    std::vector<QCollatorSortKey> m_text;
};

bool contains(const pg::RowBatch &batch, int row, const QStringMatcher &matcher)
{
    for (int column = 0; column < batch.columnCount(); ++column) {
        const auto cell = batch.cell(row, column);
        if (cell && matcher.indexIn(QString::fromUtf8(*cell)) >= 0)
            return true;
    }
    return false;
}

std::vector<quint32> filtered(const ResultRows &rows, const QString &filter)
{
    std::vector<quint32> numbers;
    if (filter.isEmpty()) {
        numbers.resize(static_cast<size_t>(rows.count));
        std::iota(numbers.begin(), numbers.end(), 0U);
        return numbers;
    }
    const QStringMatcher matcher(filter, Qt::CaseInsensitive);
    quint32 number = 0;
    for (const auto &batch : rows.batches) {
        for (int row = 0; row < batch.rowCount(); ++row, ++number) {
            if (contains(batch, row, matcher))
                numbers.push_back(number);
        }
    }
    return numbers;
}

} // namespace

void ResultRows::append(const pg::RowBatch &batch)
{
    if (batch.rowCount() == 0)
        return;
    starts.push_back(count);
    batches.push_back(batch);
    count += batch.rowCount();
}

std::pair<size_t, int> ResultRows::place(qint64 row) const
{
    const auto after = std::upper_bound(starts.begin(), starts.end(), row);
    const auto batch = static_cast<size_t>(after - starts.begin()) - 1;
    return {batch, static_cast<int>(row - starts[batch])};
}

std::vector<quint32> arrangedRows(const ResultRows &rows, const ResultWish &wish)
{
    auto numbers = filtered(rows, wish.filter);
    if (wish.sort.empty())
        return numbers;
    std::vector<SortColumn> columns;
    columns.reserve(wish.sort.size());
    for (const auto &key : wish.sort)
        columns.emplace_back(rows, numbers, key.column, wish.kinds[static_cast<size_t>(key.column)]);
    std::vector<quint32> places(numbers.size());
    std::iota(places.begin(), places.end(), 0U);
    std::stable_sort(places.begin(), places.end(), [&](quint32 one, quint32 other) {
        for (size_t key = 0; key < columns.size(); ++key) {
            const int order = columns[key].compare(one, other);
            if (order != 0)
                return wish.sort[key].descending ? order > 0 : order < 0;
        }
        return false;
    });
    for (auto &place : places)
        place = numbers[place];
    return places;
}

} // namespace squall::models
