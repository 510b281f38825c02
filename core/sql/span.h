#pragma once

#include <QStringView>

namespace squall::sql {

/// A part of a text, in UTF-16 units as QString counts them.
struct Span
{
    qsizetype start = 0;
    qsizetype length = 0;

    qsizetype end() const { return start + length; }
    bool contains(qsizetype position) const { return position >= start && position < end(); }
    QStringView in(QStringView text) const { return text.mid(start, length); }

    bool operator==(const Span &) const = default;
};

} // namespace squall::sql
