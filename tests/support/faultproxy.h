#pragma once

#include "core/pg/connectionoptions.h"

#include <QByteArray>
#include <QTemporaryDir>

#include <atomic>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace squall::test {

/// Sits between a client and a server on unix sockets and breaks the connection at one step of the protocol.
class FaultProxy
{
public:
    enum class Step {
        None,
        Startup,        ///< the client's first packet is here and not passed on
        Authentication, ///< the server has let the client in
        MidRow,         ///< half of a row has been passed on
        BeforeReady,    ///< the statement is done, and the client does not know
        CopyIn,         ///< the client is asked for data
        CopyOut,        ///< a piece of data has been passed on
    };
    enum class Fault { Cut, Stall };

    explicit FaultProxy(const pg::ConnectionOptions &server);
    ~FaultProxy();
    FaultProxy(const FaultProxy &) = delete;
    FaultProxy &operator=(const FaultProxy &) = delete;

    /// The server, by way of this proxy.
    pg::ConnectionOptions options() const;
    /// Breaks the first connection that gets to `step`, and only that one.
    void arm(Step step, Fault fault = Fault::Cut);
    /// As if the whole server stood still: nothing is passed on, and nothing is refused, until it is ended.
    void setQuiet(bool quiet) { m_quiet = quiet; }
    /// Cuts every connection now.
    void cutAll();
    /// Connections that asked to start, requests to cancel left out.
    int startups() const { return m_startups; }

private:
    struct Link;
    void accept();
    void serve(int client);
    bool passOn(Link &link);
    bool strikes(Step step);
    bool breakDown(Link &link);

    pg::ConnectionOptions m_server;
    QTemporaryDir m_folder;
    int m_listener = -1;
    std::atomic<bool> m_stopping = false;
    std::atomic<bool> m_quiet = false;
    std::atomic<int> m_startups = 0;
    std::atomic<int> m_cuts = 0;
    std::atomic<Step> m_step = Step::None;
    std::atomic<Fault> m_fault = Fault::Cut;
    std::thread m_accepting;
    std::vector<std::thread> m_links;
};

} // namespace squall::test
