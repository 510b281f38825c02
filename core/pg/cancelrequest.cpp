#include "core/pg/cancelrequest.h"

#include "core/pg/background.h"

#include <array>

namespace squall::pg {

std::shared_ptr<CancelRequest> CancelRequest::send(PGconn *connection)
{
    auto request = std::make_shared<CancelRequest>();
    runInBackground([request, token = PQgetCancel(connection)] {
        if (token) {
            std::array<char, 256> refusal = {};
            PQcancel(token, refusal.data(), static_cast<int>(refusal.size()));
            PQfreeCancel(token);
        }
        request->m_done = true;
        request->m_event.set();
    });
    return request;
}

} // namespace squall::pg
