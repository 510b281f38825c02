#include "core/base/seal.h"

#include <QRandomGenerator>

#include <openssl/evp.h>

#include <array>
#include <memory>

#include <dlfcn.h>

namespace squall {

namespace {

constexpr qsizetype nonceBytes = 12;
constexpr qsizetype tagBytes = 16;

/// The functions of libcrypto that are needed. It is large, and loaded when the first text is sealed.
struct Library
{
    decltype(&EVP_CIPHER_CTX_new) make = nullptr;
    decltype(&EVP_CIPHER_CTX_free) release = nullptr;
    decltype(&EVP_CIPHER_CTX_ctrl) control = nullptr;
    decltype(&EVP_chacha20_poly1305) cipher = nullptr;
    decltype(&EVP_CipherInit_ex) init = nullptr;
    decltype(&EVP_CipherUpdate) update = nullptr;
    decltype(&EVP_CipherFinal_ex) finish = nullptr;

    Library()
    {
        void *const library = ::dlopen("libcrypto.so.3", RTLD_LAZY | RTLD_LOCAL);
        const auto find = [library](const char *name, auto &into) {
            into = reinterpret_cast<std::decay_t<decltype(into)>>(::dlsym(library, name));
            return into != nullptr;
        };
        complete = library && find("EVP_CIPHER_CTX_new", make) && find("EVP_CIPHER_CTX_free", release) &&
                   find("EVP_CIPHER_CTX_ctrl", control) && find("EVP_chacha20_poly1305", cipher) &&
                   find("EVP_CipherInit_ex", init) && find("EVP_CipherUpdate", update) &&
                   find("EVP_CipherFinal_ex", finish);
    }

    bool complete = false;
};

const Library &library()
{
    static const Library loaded;
    return loaded;
}

const unsigned char *bytes(const QByteArray &text)
{
    return reinterpret_cast<const unsigned char *>(text.constData());
}

unsigned char *bytes(QByteArray &text)
{
    return reinterpret_cast<unsigned char *>(text.data());
}

/// `tag` is read when a text is opened, and written when one is sealed.
std::optional<QByteArray> ciphered(bool sealing, const QByteArray &key, const QByteArray &nonce,
                                   const QByteArray &text, QByteArray &tag)
{
    const auto &crypto = library();
    if (!crypto.complete || key.size() != sealKeyBytes)
        return {};
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(crypto.release)> context(crypto.make(), crypto.release);
    QByteArray result(text.size(), Qt::Uninitialized);
    int count = 0;
    int rest = 0;
    std::array<unsigned char, tagBytes> none{};
    const bool begun =
        crypto.init(context.get(), crypto.cipher(), nullptr, bytes(key), bytes(nonce), sealing ? 1 : 0) ==
            1 &&
        (sealing || crypto.control(context.get(), EVP_CTRL_AEAD_SET_TAG, tagBytes, tag.data()) == 1) &&
        crypto.update(context.get(), bytes(result), &count, bytes(text), static_cast<int>(text.size())) == 1;
    if (!begun || count != text.size() || crypto.finish(context.get(), none.data(), &rest) != 1)
        return {};
    if (sealing && crypto.control(context.get(), EVP_CTRL_AEAD_GET_TAG, tagBytes, tag.data()) != 1)
        return {};
    return result;
}

} // namespace

std::optional<QByteArray> sealed(const QByteArray &key, const QByteArray &text)
{
    QByteArray nonce(nonceBytes, Qt::Uninitialized);
    for (auto &byte : nonce)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    QByteArray tag(tagBytes, Qt::Uninitialized);
    const auto hidden = ciphered(true, key, nonce, text, tag);
    return hidden ? std::optional(nonce + tag + *hidden) : std::nullopt;
}

std::optional<QByteArray> unsealed(const QByteArray &key, const QByteArray &seal)
{
    if (seal.size() < nonceBytes + tagBytes)
        return {};
    auto tag = seal.mid(nonceBytes, tagBytes);
    return ciphered(false, key, seal.left(nonceBytes), seal.mid(nonceBytes + tagBytes), tag);
}

} // namespace squall
