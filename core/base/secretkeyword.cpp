#include "core/base/secretkeyword.h"

#include <algorithm>
#include <array>

namespace squall {

bool isSecretKeyword(QByteArrayView keyword)
{
    constexpr std::array secrets{"password", "sslpassword", "oauth_client_secret", "scram_client_key",
                                 "scram_server_key"};
    return std::any_of(secrets.begin(), secrets.end(),
                       [&](const char *secret) { return keyword == QByteArrayView(secret); });
}

} // namespace squall
