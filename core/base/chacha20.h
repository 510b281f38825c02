#pragma once

#include <QByteArray>

namespace squall {

/// The stream cipher of RFC 8439: applied twice it gives the text back. A key of 32 bytes, a nonce of 12 that
/// the key is never used with again. It hides, and does not notice changes.
QByteArray chacha20(const QByteArray &key, const QByteArray &nonce, const QByteArray &text,
                    quint32 counter = 0);

} // namespace squall
