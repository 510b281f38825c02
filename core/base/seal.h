#pragma once

#include <QByteArray>

#include <optional>

namespace squall {

constexpr qsizetype sealKeyBytes = 32;

/// A text that nobody reads or changes without the key (ChaCha20-Poly1305 of libcrypto). Nothing when the
/// machine has no libcrypto.
std::optional<QByteArray> sealed(const QByteArray &key, const QByteArray &text);
/// Nothing when it was not sealed with this key, or is not whole.
std::optional<QByteArray> unsealed(const QByteArray &key, const QByteArray &seal);

} // namespace squall
