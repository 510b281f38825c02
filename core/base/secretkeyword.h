#pragma once

#include <QByteArrayView>

namespace squall {

/// Whether the value of this connection keyword is a secret, which is neither kept nor shown.
bool isSecretKeyword(QByteArrayView keyword);

} // namespace squall
