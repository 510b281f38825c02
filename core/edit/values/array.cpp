#include "core/edit/values/array.h"

#include "core/base/textfault.h"
#include "core/edit/values/blank.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <limits>

namespace squall::edit {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::edit::ArrayValue)
};

bool isNullWord(const QByteArray &word)
{
    return word.compare("null", Qt::CaseInsensitive) == 0;
}

class ArrayReader
{
public:
    ArrayReader(const QByteArray &text, char delimiter)
        : m_text(text)
        , m_delimiter(delimiter)
    {
        m_lengths.fill(-1);
    }

    Result<ArrayValue> read()
    {
        skipBlanks();
        if (!readBounds())
            return m_fault;
        if (peek() != '{') {
            fail(Words::tr("An array begins with “{”."));
            return m_fault;
        }
        if (!readList(0))
            return m_fault;
        skipBlanks();
        if (m_at < m_text.size()) {
            fail(Words::tr("There is text after the array's last “}”."));
            return m_fault;
        }
        return finish();
    }

private:
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool atEnd() const { return m_at >= m_text.size(); }
    void skipBlanks()
    {
        while (!atEnd() && isBlank(m_text[m_at]))
            ++m_at;
    }
    bool fail(const QString &message) { return failAt(m_at, message); }
    bool failAt(qsizetype at, const QString &message)
    {
        m_fault = faultAt(m_text, at, message);
        return false;
    }

    /// `[2:3][1:2]=`, where `[3]` means `[1:3]`; nothing when the array begins with its brace.
    bool readBounds()
    {
        while (peek() == '[') {
            ++m_at;
            ArrayValue::Dimension bound;
            int upper = 0;
            if (!readNumber(upper))
                return false;
            if (peek() == ':') {
                bound.lower = upper;
                ++m_at;
                if (!readNumber(upper))
                    return false;
            }
            const auto length = qint64(upper) - bound.lower + 1;
            if (peek() != ']' || length < 1 || length > std::numeric_limits<int>::max())
                return fail(Words::tr("The bounds of a dimension are written “[1:3]”."));
            ++m_at;
            bound.length = static_cast<int>(length);
            m_bounds.push_back(bound);
            skipBlanks();
        }
        if (m_bounds.empty())
            return true;
        if (peek() != '=')
            return fail(Words::tr("“=” is missing after the bounds."));
        ++m_at;
        skipBlanks();
        return true;
    }

    /// Before 17 the server reads over further signs, as in `2+`; only it will say whether it minds.
    bool readNumber(int &number)
    {
        const auto begin = m_at;
        const auto isSign = [](char c) { return c == '-' || c == '+'; };
        const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
        if (isSign(peek()))
            ++m_at;
        while (isDigit(peek()))
            ++m_at;
        bool ok = false;
        number = m_text.mid(begin, m_at - begin).toInt(&ok);
        while (ok && (isSign(peek()) || isDigit(peek())))
            ++m_at;
        return ok || failAt(begin, Words::tr("A bound is a whole number."));
    }

    bool readList(int depth)
    {
        if (depth == ArrayValue::maxDimensions)
            return fail(Words::tr("An array has at most %n dimensions.", nullptr, ArrayValue::maxDimensions));
        const auto begin = m_at++;
        int count = 0;
        skipBlanks();
        for (bool open = peek() != '}'; open; ++count) {
            skipBlanks();
            if (!(peek() == '{' ? readSubList(depth) : readElement(depth)))
                return false;
            skipBlanks();
            if (atEnd())
                return fail(Words::tr("A “}” is missing."));
            open = peek() == m_delimiter;
            if (!open && peek() != '}')
                return fail(Words::tr("“%1” or “}” belongs between elements.").arg(QLatin1Char(m_delimiter)));
            if (open)
                ++m_at;
        }
        ++m_at;
        auto &length = m_lengths[static_cast<size_t>(depth)];
        if (length >= 0 && length != count)
            return failAt(begin, Words::tr("Sub-arrays must have the same length."));
        length = count;
        return true;
    }

    bool readSubList(int depth)
    {
        if (m_leafDepth >= 0 && m_leafDepth <= depth)
            return fail(Words::tr("Elements and sub-arrays cannot stand side by side."));
        return readList(depth + 1);
    }

    bool readElement(int depth)
    {
        if (m_leafDepth >= 0 && m_leafDepth != depth)
            return fail(Words::tr("Elements and sub-arrays cannot stand side by side."));
        m_leafDepth = depth;
        return peek() == '"' ? readQuoted() : readBare();
    }

    bool readQuoted()
    {
        const auto begin = m_at++;
        QByteArray element;
        while (!atEnd() && m_text[m_at] != '"') {
            if (m_text[m_at] == '\\')
                ++m_at;
            if (!atEnd())
                element += m_text[m_at++];
        }
        if (atEnd())
            return failAt(begin, Words::tr("The closing quote is missing."));
        ++m_at;
        m_array.elements.emplace_back(element);
        return true;
    }

    bool readBare()
    {
        QByteArray element;
        qsizetype kept = 0; // blanks at the end are not the element's, unless they were escaped
        bool escaped = false;
        for (; !atEnd() && m_text[m_at] != m_delimiter && m_text[m_at] != '}'; ++m_at) {
            char c = m_text[m_at];
            if (c == '"' || c == '{')
                return fail(Words::tr("“%1” must stand in quotes here.").arg(QLatin1Char(c)));
            const bool literal = c == '\\' && m_at + 1 < m_text.size();
            if (literal)
                c = m_text[++m_at];
            escaped = escaped || literal;
            element += c;
            if (literal || !isBlank(c))
                kept = element.size();
        }
        element.truncate(kept);
        if (element.isEmpty())
            return fail(Words::tr("An element is missing; an empty text is written \"\"."));
        if (!escaped && isNullWord(element))
            m_array.elements.emplace_back(std::nullopt);
        else
            m_array.elements.emplace_back(element);
        return true;
    }

    Result<ArrayValue> finish()
    {
        if (!m_array.elements.empty()) {
            for (size_t i = 0; i < m_lengths.size() && m_lengths[i] >= 0; ++i)
                m_array.dimensions.push_back({1, m_lengths[i]});
            if (m_array.dimensions.back().length == 0) {
                failAt(0, Words::tr("Elements and sub-arrays cannot stand side by side."));
                return m_fault;
            }
        }
        if (m_bounds.empty())
            return m_array;
        const bool fits =
            std::equal(m_bounds.begin(), m_bounds.end(), m_array.dimensions.begin(), m_array.dimensions.end(),
                       [](const auto &a, const auto &b) { return a.length == b.length; });
        if (!fits) {
            failAt(0, Words::tr("The bounds do not fit the number of elements."));
            return m_fault;
        }
        m_array.dimensions = m_bounds;
        return m_array;
    }

    const QByteArray &m_text;
    char m_delimiter;
    qsizetype m_at = 0;
    ArrayValue m_array;
    std::vector<ArrayValue::Dimension> m_bounds;
    std::array<int, ArrayValue::maxDimensions> m_lengths;
    int m_leafDepth = -1;
    Error m_fault;
};

void appendElement(QByteArray &text, const Query::Parameter &element, char delimiter)
{
    if (!element) {
        text += "NULL";
        return;
    }
    const bool quoted =
        element->isEmpty() || isNullWord(*element) ||
        std::any_of(element->begin(), element->end(), [delimiter](char c) {
            return c == '"' || c == '\\' || c == '{' || c == '}' || c == delimiter || isBlank(c);
        });
    if (!quoted) {
        text += *element;
        return;
    }
    text += '"';
    for (const char c : *element) {
        if (c == '"' || c == '\\')
            text += '\\';
        text += c;
    }
    text += '"';
}

/// Elements from `next` on, as far as the dimensions from `depth` inwards go.
void appendList(QByteArray &text, const ArrayValue &array, size_t depth, size_t &next, char delimiter)
{
    text += '{';
    for (int i = 0; i < array.dimensions[depth].length; ++i) {
        if (i > 0)
            text += delimiter;
        if (depth + 1 < array.dimensions.size())
            appendList(text, array, depth + 1, next, delimiter);
        else
            appendElement(text, array.elements[next++], delimiter);
    }
    text += '}';
}

/// The dimensions of one item of the outermost list.
std::vector<ArrayValue::Dimension> innerDimensions(const ArrayValue &array)
{
    if (array.dimensions.size() < 2)
        return {};
    return {array.dimensions.begin() + 1, array.dimensions.end()};
}

} // namespace

Result<ArrayValue> parseArray(const QByteArray &text, char delimiter)
{
    return ArrayReader(text, delimiter).read();
}

QByteArray writeArray(const ArrayValue &array, char delimiter)
{
    if (array.elements.empty())
        return "{}";
    QByteArray text;
    const bool bounded = std::any_of(array.dimensions.begin(), array.dimensions.end(),
                                     [](const auto &dimension) { return dimension.lower != 1; });
    if (bounded) {
        for (const auto &[lower, length] : array.dimensions)
            text += '[' + QByteArray::number(lower) + ':' + QByteArray::number(lower + length - 1) + ']';
        text += '=';
    }
    size_t next = 0;
    appendList(text, array, 0, next, delimiter);
    return text;
}

std::vector<Query::Parameter> arrayItems(const ArrayValue &array, char delimiter)
{
    const auto inner = innerDimensions(array);
    if (inner.empty())
        return array.elements;
    std::vector<Query::Parameter> items;
    const auto count = static_cast<size_t>(array.dimensions.front().length);
    const auto size = static_cast<qsizetype>(array.elements.size() / count);
    for (auto begin = array.elements.begin(); begin != array.elements.end(); begin += size)
        items.emplace_back(writeArray({inner, {begin, begin + size}}, delimiter));
    return items;
}

Result<ArrayValue> arrayOfItems(const std::vector<Query::Parameter> &items, bool nested, int lower,
                                char delimiter)
{
    ArrayValue array;
    if (items.empty())
        return array;
    array.dimensions = {{lower, static_cast<int>(items.size())}};
    if (!nested) {
        array.elements = items;
        return array;
    }
    std::optional<std::vector<ArrayValue::Dimension>> shape;
    for (const auto &item : items) {
        const auto inner = parseArray(item.value_or(QByteArray()), delimiter);
        if (!inner)
            return inner.error();
        if (shape && *shape != inner->dimensions)
            return Error{Error::Code::Parse, Words::tr("Sub-arrays must have the same length.")};
        shape = inner->dimensions;
        array.elements.insert(array.elements.end(), inner->elements.begin(), inner->elements.end());
    }
    if (array.elements.empty())
        return ArrayValue{};
    array.dimensions.insert(array.dimensions.end(), shape->begin(), shape->end());
    if (array.dimensions.size() > ArrayValue::maxDimensions)
        return Error{Error::Code::Parse,
                     Words::tr("An array has at most %n dimensions.", nullptr, ArrayValue::maxDimensions)};
    return array;
}

QByteArray blankSubArray(const ArrayValue &array, char delimiter)
{
    const auto inner = innerDimensions(array);
    size_t size = inner.empty() ? 0 : 1;
    for (const auto &dimension : inner)
        size *= static_cast<size_t>(dimension.length);
    return writeArray({inner, std::vector<Query::Parameter>(size)}, delimiter);
}

} // namespace squall::edit
