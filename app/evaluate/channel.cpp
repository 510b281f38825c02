#include "app/evaluate/channel.h"

#include <QtEndian>

#include <cerrno>
#include <unistd.h>

namespace squall::evaluate {

namespace {

bool readAll(char *into, size_t size)
{
    while (size > 0) {
        const auto got = ::read(STDIN_FILENO, into, size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        into += got;
        size -= static_cast<size_t>(got);
    }
    return true;
}

bool writeAll(const char *from, size_t size)
{
    while (size > 0) {
        const auto put = ::write(STDOUT_FILENO, from, size);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0)
            return false;
        from += put;
        size -= static_cast<size_t>(put);
    }
    return true;
}

}

std::optional<QByteArray> Channel::read()
{
    char head[sizeof(quint32)];
    if (!readAll(head, sizeof head))
        return {};
    QByteArray message(static_cast<qsizetype>(qFromLittleEndian<quint32>(head)), Qt::Uninitialized);
    if (!readAll(message.data(), static_cast<size_t>(message.size())))
        return {};
    return message;
}

bool Channel::write(const QByteArray &message)
{
    char head[sizeof(quint32)];
    qToLittleEndian(static_cast<quint32>(message.size()), head);
    return writeAll(head, sizeof head) && writeAll(message.constData(), static_cast<size_t>(message.size()));
}

} // namespace squall::evaluate
