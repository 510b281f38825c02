#include "core/edit/values/decimal.h"

#include <algorithm>

namespace squall::edit {

namespace {

struct Digits
{
    bool negative = false;
    QByteArray whole;
    QByteArray fraction;
};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::optional<Digits> split(const QByteArray &number)
{
    Digits digits;
    auto rest = number;
    if (rest.startsWith('-') || rest.startsWith('+')) {
        digits.negative = rest.startsWith('-');
        rest.remove(0, 1);
    }
    const auto point = rest.indexOf('.');
    digits.whole = point < 0 ? rest : rest.left(point);
    digits.fraction = point < 0 ? QByteArray() : rest.mid(point + 1);
    if ((digits.whole + digits.fraction).isEmpty() ||
        !std::all_of(digits.whole.begin(), digits.whole.end(), isDigit) ||
        !std::all_of(digits.fraction.begin(), digits.fraction.end(), isDigit))
        return std::nullopt;
    return digits;
}

bool isZero(const QByteArray &digits)
{
    return std::all_of(digits.begin(), digits.end(), [](char c) { return c == '0'; });
}

void increment(QByteArray &digits)
{
    for (auto i = digits.size(); i-- > 0;) {
        if (digits[i] != '9') {
            ++digits[i];
            return;
        }
        digits[i] = '0';
    }
    digits.prepend('1');
}

/// `digits` are not all zero.
void decrement(QByteArray &digits)
{
    auto i = digits.size() - 1;
    for (; digits[i] == '0'; --i)
        digits[i] = '9';
    --digits[i];
}

/// What is missing to the next power of ten: 25 -> 75. `digits` are not all zero.
void complement(QByteArray &digits)
{
    for (auto &c : digits)
        c = static_cast<char>('9' - (c - '0'));
    increment(digits);
}

} // namespace

std::optional<QByteArray> stepDecimal(const QByteArray &number, int step)
{
    auto digits = split(number);
    if (!digits)
        return std::nullopt;
    const bool zero = isZero(digits->whole) && isZero(digits->fraction);
    const bool away = zero || digits->negative == (step < 0);
    if (zero)
        digits->negative = step < 0;
    if (away) {
        increment(digits->whole);
    } else if (!isZero(digits->whole)) {
        decrement(digits->whole);
    } else {
        complement(digits->fraction);
        digits->negative = !digits->negative;
    }
    while (digits->whole.size() > 1 && digits->whole.startsWith('0'))
        digits->whole.remove(0, 1);
    if (digits->whole.isEmpty())
        digits->whole = "0";
    const bool none = isZero(digits->whole) && isZero(digits->fraction);
    return (digits->negative && !none ? QByteArray("-") : QByteArray()) + digits->whole +
           (digits->fraction.isEmpty() ? QByteArray() : '.' + digits->fraction);
}

bool isDecimal(const QByteArray &number)
{
    const auto e = std::find_if(number.begin(), number.end(), [](char c) { return c == 'e' || c == 'E'; });
    if (!split(QByteArray(number.begin(), e - number.begin())))
        return false;
    if (e == number.end())
        return true;
    const auto exponent = split(QByteArray(e + 1, number.end() - e - 1));
    return exponent && exponent->fraction.isEmpty() && !number.endsWith('.');
}

} // namespace squall::edit
