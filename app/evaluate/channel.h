#pragma once

#include <QByteArray>

#include <optional>

namespace squall::evaluate {

/// The two pipes to the parent. A message is its length in four bytes, the lowest first, and then its text.
class Channel
{
public:
    /// Nothing once the parent is gone.
    std::optional<QByteArray> read();
    bool write(const QByteArray &message);
};

} // namespace squall::evaluate
