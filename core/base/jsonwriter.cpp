#include "core/base/jsonwriter.h"

#include "core/base/jsonstring.h"

namespace squall {

namespace {

constexpr qsizetype pieceBytes = 64 * 1024;

} // namespace

JsonWriter::JsonWriter(Sink sink)
    : m_sink(std::move(sink))
{
}

JsonWriter::~JsonWriter()
{
    m_text += '\n';
    flush(0);
}

void JsonWriter::beginObject()
{
    separate();
    m_text += '{';
    m_hasItems.push_back(false);
}

void JsonWriter::endObject()
{
    end('}');
}

void JsonWriter::beginArray()
{
    separate();
    m_text += '[';
    m_hasItems.push_back(false);
}

void JsonWriter::endArray()
{
    end(']');
}

void JsonWriter::key(const char *name)
{
    separate();
    m_text += encodeJsonString(QString::fromLatin1(name));
    m_text += ": ";
    m_afterKey = true;
}

void JsonWriter::value(const QString &text)
{
    separate();
    m_text += encodeJsonString(text);
}

void JsonWriter::value(qint64 number)
{
    separate();
    m_text += QByteArray::number(number);
}

void JsonWriter::value(bool truth)
{
    separate();
    m_text += truth ? "true" : "false";
}

void JsonWriter::separate()
{
    if (std::exchange(m_afterKey, false) || m_hasItems.empty())
        return;
    if (m_hasItems.back())
        m_text += ',';
    m_hasItems.back() = true;
    newLine();
    flush(pieceBytes);
}

void JsonWriter::end(char bracket)
{
    const bool hadItems = m_hasItems.back();
    m_hasItems.pop_back();
    if (hadItems)
        newLine();
    m_text += bracket;
}

void JsonWriter::newLine()
{
    m_text += '\n';
    m_text.append(static_cast<qsizetype>(m_hasItems.size()) * 2, ' ');
}

void JsonWriter::flush(qsizetype limit)
{
    if (m_text.size() <= limit)
        return;
    m_sink(m_text);
    m_text.resize(0); // keeps its memory for the next piece
}

} // namespace squall
