#pragma once

#include <QString>
#include <QTemporaryDir>

namespace squall::ui {

/// Something that takes connections where a PostgreSQL would and never says a word: how a server looks that
/// hangs.
class StalledServer
{
public:
    StalledServer();
    ~StalledServer();
    StalledServer(const StalledServer &) = delete;
    StalledServer &operator=(const StalledServer &) = delete;

    bool isListening() const { return m_socket >= 0; }
    /// The folder of its socket.
    QString host() const { return m_folder.path(); }

private:
    QTemporaryDir m_folder;
    int m_socket = -1;
};

} // namespace squall::ui
