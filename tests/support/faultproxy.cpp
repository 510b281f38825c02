#include "tests/support/faultproxy.h"

#include <QFile>
#include <QtEndian>

#include <array>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace squall::test {

namespace {

constexpr int pollMs = 10;
constexpr quint32 cancelRequest = 80877102;

sockaddr_un address(const QByteArray &path)
{
    sockaddr_un name = {};
    name.sun_family = AF_UNIX;
    qstrncpy(name.sun_path, path.constData(), sizeof name.sun_path);
    return name;
}

QByteArray receive(int socket)
{
    std::array<char, 16384> buffer;
    const auto size = ::recv(socket, buffer.data(), buffer.size(), 0);
    return size > 0 ? QByteArray(buffer.data(), size) : QByteArray();
}

bool sendAll(int socket, QByteArrayView data)
{
    while (!data.isEmpty()) {
        const auto sent = ::send(socket, data.data(), static_cast<size_t>(data.size()), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        data = data.sliced(sent);
    }
    return true;
}

} // namespace

struct FaultProxy::Link
{
    int client = -1;
    int server = -1;
    int cuts = 0;
    bool started = false; ///< the client's first packet has been passed on
    QByteArray pending;   ///< of the server, up to a whole message
};

FaultProxy::FaultProxy(const pg::ConnectionOptions &server)
    : m_server(server)
    , m_listener(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const auto name = address(QFile::encodeName(m_folder.filePath(QStringLiteral(".s.PGSQL.5432"))));
    if (::bind(m_listener, reinterpret_cast<const sockaddr *>(&name), sizeof name) != 0 ||
        ::listen(m_listener, 16) != 0)
        qFatal("fault proxy: cannot listen");
    m_accepting = std::thread([this] { accept(); });
}

FaultProxy::~FaultProxy()
{
    m_stopping = true;
    m_accepting.join();
    for (auto &link : m_links)
        link.join();
    ::close(m_listener);
}

pg::ConnectionOptions FaultProxy::options() const
{
    auto options = m_server;
    options.set("host", QFile::encodeName(m_folder.path()));
    options.set("port", "5432");
    return options;
}

void FaultProxy::arm(Step step, Fault fault)
{
    m_fault = fault;
    m_step = step;
}

void FaultProxy::cutAll()
{
    ++m_cuts;
}

void FaultProxy::accept()
{
    while (!m_stopping) {
        pollfd event = {m_listener, POLLIN, 0};
        if (::poll(&event, 1, pollMs) <= 0)
            continue;
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client >= 0)
            m_links.emplace_back([this, client] { serve(client); });
    }
}

bool FaultProxy::strikes(Step step)
{
    auto expected = step;
    return m_step.compare_exchange_strong(expected, Step::None);
}

/// False: the link is cut. A stalled one stays until the proxy or the client goes.
bool FaultProxy::breakDown(Link &link)
{
    while (m_fault == Fault::Stall && !m_stopping) {
        pollfd event = {link.client, 0, 0};
        ::poll(&event, 1, pollMs);
        if (event.revents)
            break;
    }
    return false;
}

void FaultProxy::serve(int client)
{
    Link link{.client = client,
              .server = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0),
              .cuts = m_cuts,
              .pending = {}};
    const auto name = address(m_server.value("host") + "/.s.PGSQL." + m_server.value("port"));
    bool alive = ::connect(link.server, reinterpret_cast<const sockaddr *>(&name), sizeof name) == 0;
    while (alive && !m_stopping && link.cuts == m_cuts) {
        if (m_quiet) {
            ::poll(nullptr, 0, pollMs);
            continue;
        }
        pollfd events[] = {{link.client, POLLIN, 0}, {link.server, POLLIN, 0}};
        ::poll(events, 2, pollMs);
        if (events[0].revents) {
            const auto data = receive(link.client);
            const bool first = !std::exchange(link.started, true);
            const bool cancels =
                data.size() >= 8 && qFromBigEndian<quint32>(data.constData() + 4) == cancelRequest;
            if (first && !cancels) {
                ++m_startups;
                alive = strikes(Step::Startup) ? breakDown(link) : true;
            }
            alive = alive && !data.isEmpty() && sendAll(link.server, data);
        }
        if (alive && events[1].revents) {
            const auto data = receive(link.server);
            link.pending += data;
            alive = !data.isEmpty() && passOn(link);
        }
    }
    ::close(link.server);
    ::close(link.client);
}

/// Passes whole messages on and breaks where it was told to.
bool FaultProxy::passOn(Link &link)
{
    for (;;) {
        if (link.pending.size() < 5)
            return true;
        const auto size = 1 + static_cast<qsizetype>(qFromBigEndian<quint32>(link.pending.constData() + 1));
        if (link.pending.size() < size)
            return true;
        const char type = link.pending[0];
        if (type == 'D' && strikes(Step::MidRow)) {
            sendAll(link.client, QByteArrayView(link.pending).first(size / 2));
            return breakDown(link);
        }
        if (type == 'Z' && strikes(Step::BeforeReady))
            return breakDown(link);
        if (!sendAll(link.client, QByteArrayView(link.pending).first(size)))
            return false;
        link.pending.remove(0, size);
        if ((type == 'R' && strikes(Step::Authentication)) || (type == 'G' && strikes(Step::CopyIn)) ||
            (type == 'd' && strikes(Step::CopyOut)))
            return breakDown(link);
    }
}

} // namespace squall::test
