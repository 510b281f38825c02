#include "core/base/chacha20.h"

#include <QtEndian>

#include <array>
#include <bit>

namespace squall {

namespace {

using State = std::array<quint32, 16>;
constexpr int blockBytes = sizeof(State);

void quarterRound(State &x, size_t a, size_t b, size_t c, size_t d)
{
    x[a] += x[b];
    x[d] = std::rotl(x[d] ^ x[a], 16);
    x[c] += x[d];
    x[b] = std::rotl(x[b] ^ x[c], 12);
    x[a] += x[b];
    x[d] = std::rotl(x[d] ^ x[a], 8);
    x[c] += x[d];
    x[b] = std::rotl(x[b] ^ x[c], 7);
}

State block(const State &start)
{
    auto x = start;
    for (int round = 0; round < 10; ++round) {
        for (size_t i = 0; i < 4; ++i)
            quarterRound(x, i, 4 + i, 8 + i, 12 + i);
        for (size_t i = 0; i < 4; ++i)
            quarterRound(x, i, 4 + (i + 1) % 4, 8 + (i + 2) % 4, 12 + (i + 3) % 4);
    }
    for (size_t i = 0; i < x.size(); ++i)
        x[i] = qToLittleEndian(x[i] + start[i]);
    return x;
}

} // namespace

QByteArray chacha20(const QByteArray &key, const QByteArray &nonce, const QByteArray &text, quint32 counter)
{
    Q_ASSERT(key.size() == 32 && nonce.size() == 12);
    State state{0x61707865, 0x3320646e, 0x79622d32, 0x6b206574};
    qFromLittleEndian<quint32>(key.constData(), 8, &state[4]);
    state[12] = counter;
    qFromLittleEndian<quint32>(nonce.constData(), 3, &state[13]);

    QByteArray result(text.size(), Qt::Uninitialized);
    for (qsizetype at = 0; at < text.size(); at += blockBytes, ++state[12]) {
        const auto stream = block(state);
        const auto *const mask = reinterpret_cast<const char *>(stream.data());
        const auto count = qMin<qsizetype>(blockBytes, text.size() - at);
        const auto *const from = text.constData() + at;
        auto *const to = result.data() + at;
        for (qsizetype i = 0; i < count; ++i)
            to[i] = static_cast<char>(from[i] ^ mask[i]);
    }
    return result;
}

} // namespace squall
