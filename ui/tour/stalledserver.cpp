#include "ui/tour/stalledserver.h"

#include <QFile>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;

StalledServer::StalledServer()
{
    const auto path = QFile::encodeName(m_folder.filePath(u".s.PGSQL.5432"_s));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        return;
    std::copy(path.begin(), path.end(), address.sun_path);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    constexpr int backlog = 16;
    if (::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 &&
        ::listen(socket, backlog) == 0)
        m_socket = socket;
    else
        ::close(socket);
}

StalledServer::~StalledServer()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

} // namespace squall::ui
