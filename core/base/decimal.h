#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace squall {

/// A decimal number of any length, exact.
class Decimal
{
public:
    Decimal() = default;
    /// Nothing for what is no number of that kind: NaN, infinity, `$1.00`, exponents beyond any float8.
    static std::optional<Decimal> parse(QByteArrayView text);

    Decimal &operator+=(const Decimal &other);
    int compare(const Decimal &other) const;
    /// With so many more digits behind the point than this has, rounded half away from zero, without zeros
    /// at the end.
    Decimal dividedBy(qint64 divisor, int moreDigits) const;
    QByteArray toText() const;

private:
    void alignTo(qsizetype scale);
    void trim();

    bool m_negative = false;
    QByteArray m_digits = "0"; ///< as one integer, without leading zeros
    qsizetype m_scale = 0;     ///< how many of them are behind the point
};

} // namespace squall
