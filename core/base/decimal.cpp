#include "core/base/decimal.h"

#include <algorithm>
#include <cstdlib>

namespace squall {

namespace {

constexpr int largestExponent = 400;

QByteArray withoutLeadingZeros(const QByteArray &digits)
{
    qsizetype first = 0;
    while (first + 1 < digits.size() && digits[first] == '0')
        ++first;
    return digits.mid(first);
}

int compareDigits(const QByteArray &one, const QByteArray &other)
{
    if (one.size() != other.size())
        return one.size() < other.size() ? -1 : 1;
    return one.compare(other);
}

QByteArray sum(const QByteArray &one, const QByteArray &other)
{
    QByteArray result(std::max(one.size(), other.size()) + 1, '0');
    int carry = 0;
    for (qsizetype i = 0; i < result.size(); ++i) {
        const int a = i < one.size() ? one[one.size() - 1 - i] - '0' : 0;
        const int b = i < other.size() ? other[other.size() - 1 - i] - '0' : 0;
        const int digit = a + b + carry;
        result[result.size() - 1 - i] = static_cast<char>('0' + digit % 10);
        carry = digit / 10;
    }
    return withoutLeadingZeros(result);
}

/// `one` is not the smaller.
QByteArray difference(const QByteArray &one, const QByteArray &other)
{
    QByteArray result(one.size(), '0');
    int borrowed = 0;
    for (qsizetype i = 0; i < one.size(); ++i) {
        const int b = i < other.size() ? other[other.size() - 1 - i] - '0' : 0;
        int digit = one[one.size() - 1 - i] - '0' - b - borrowed;
        borrowed = digit < 0 ? 1 : 0;
        digit += borrowed * 10;
        result[result.size() - 1 - i] = static_cast<char>('0' + digit);
    }
    return withoutLeadingZeros(result);
}

} // namespace

std::optional<Decimal> Decimal::parse(QByteArrayView text)
{
    Decimal number;
    number.m_negative = text.startsWith('-');
    qsizetype at = number.m_negative ? 1 : 0;
    QByteArray digits;
    bool point = false;
    for (; at < text.size() && text[at] != 'e' && text[at] != 'E'; ++at) {
        if (text[at] == '.' && !point) {
            point = true;
            continue;
        }
        if (text[at] < '0' || text[at] > '9')
            return std::nullopt;
        digits += text[at];
        number.m_scale += point ? 1 : 0;
    }
    if (digits.isEmpty())
        return std::nullopt;
    if (at < text.size()) {
        bool read = false;
        const int exponent = text.sliced(at + 1).toByteArray().toInt(&read);
        if (!read || std::abs(exponent) > largestExponent)
            return std::nullopt;
        number.m_scale -= exponent;
    }
    if (number.m_scale < 0) {
        digits.append(-number.m_scale, '0');
        number.m_scale = 0;
    }
    number.m_digits = withoutLeadingZeros(digits);
    number.m_negative = number.m_negative && number.m_digits != "0";
    return number;
}

void Decimal::alignTo(qsizetype scale)
{
    if (m_digits != "0")
        m_digits.append(scale - m_scale, '0');
    m_scale = scale;
}

Decimal &Decimal::operator+=(const Decimal &other)
{
    auto added = other;
    const auto scale = std::max(m_scale, other.m_scale);
    alignTo(scale);
    added.alignTo(scale);
    if (m_negative == added.m_negative) {
        m_digits = sum(m_digits, added.m_digits);
    } else if (compareDigits(m_digits, added.m_digits) >= 0) {
        m_digits = difference(m_digits, added.m_digits);
    } else {
        m_digits = difference(added.m_digits, m_digits);
        m_negative = added.m_negative;
    }
    m_negative = m_negative && m_digits != "0";
    return *this;
}

int Decimal::compare(const Decimal &other) const
{
    if (m_negative != other.m_negative)
        return m_negative ? -1 : 1;
    auto one = *this;
    auto two = other;
    const auto scale = std::max(m_scale, other.m_scale);
    one.alignTo(scale);
    two.alignTo(scale);
    const int order = compareDigits(one.m_digits, two.m_digits);
    return m_negative ? -order : order;
}

Decimal Decimal::dividedBy(qint64 divisor, int moreDigits) const
{
    Decimal result = *this;
    result.alignTo(m_scale + moreDigits);
    QByteArray quotient;
    qint64 rest = 0;
    for (const char digit : std::as_const(result.m_digits)) {
        rest = rest * 10 + (digit - '0');
        quotient += static_cast<char>('0' + rest / divisor);
        rest %= divisor;
    }
    result.m_digits = withoutLeadingZeros(quotient);
    if (rest >= divisor - rest)
        result.m_digits = sum(result.m_digits, "1");
    result.m_negative = m_negative && result.m_digits != "0";
    result.trim();
    return result;
}

void Decimal::trim()
{
    while (m_scale > 0 && m_digits.size() > 1 && m_digits.endsWith('0')) {
        m_digits.chop(1);
        --m_scale;
    }
    if (m_digits == "0")
        m_scale = 0;
}

QByteArray Decimal::toText() const
{
    auto text = m_digits;
    if (m_scale > 0) {
        text = text.rightJustified(m_scale + 1, '0');
        text.insert(text.size() - m_scale, '.');
    }
    return m_negative ? '-' + text : text;
}

} // namespace squall
