#include "core/transfer/arraytext.h"

namespace squall::transfer {

namespace {

constexpr int deepest = 6; // Dimensions that PostgreSQL allows.

class Reader
{
public:
    explicit Reader(QByteArrayView text)
        : m_text(text)
    {
    }

    std::optional<ArrayItem> read()
    {
        auto item = readItems(0);
        return item && m_at == m_text.size() ? item : std::nullopt;
    }

private:
    bool takes(char letter)
    {
        if (m_at >= m_text.size() || m_text[m_at] != letter)
            return false;
        ++m_at;
        return true;
    }

    std::optional<ArrayItem> readItems(int depth)
    {
        if (depth == deepest || !takes('{'))
            return std::nullopt;
        ArrayItem array{.array = true};
        if (takes('}'))
            return array;
        do {
            const bool nested = m_at < m_text.size() && m_text[m_at] == '{';
            auto item = nested ? readItems(depth + 1) : readElement();
            if (!item)
                return std::nullopt;
            array.items.push_back(std::move(*item));
        } while (takes(','));
        return takes('}') ? std::optional(array) : std::nullopt;
    }

    std::optional<ArrayItem> readElement()
    {
        const bool quoted = takes('"');
        QByteArray value;
        for (; m_at < m_text.size(); ++m_at) {
            const char letter = m_text[m_at];
            if (quoted ? letter == '"' : (letter == ',' || letter == '}'))
                break;
            if (!quoted && (letter == '"' || letter == '{' || letter == ';'))
                return std::nullopt;
            if (letter == '\\' && ++m_at == m_text.size())
                return std::nullopt;
            value += m_text[m_at];
        }
        if (quoted && !takes('"'))
            return std::nullopt;
        if (!quoted && value == "NULL")
            return ArrayItem{};
        return ArrayItem{.value = value};
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

} // namespace

std::optional<ArrayItem> readArray(QByteArrayView text)
{
    return Reader(text).read();
}

} // namespace squall::transfer
