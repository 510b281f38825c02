#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <vector>

namespace squall {

/// Writes JSON as it goes, indented by two spaces, so that a large answer never stands in memory whole.
/// Calls must nest as the document does; keys are given inside objects only.
class JsonWriter
{
public:
    using Sink = std::function<void(const QByteArray &)>;
    /// `sink` gets the text in pieces of some size, the last one at destruction.
    explicit JsonWriter(Sink sink);
    ~JsonWriter();
    JsonWriter(const JsonWriter &) = delete;
    JsonWriter &operator=(const JsonWriter &) = delete;

    void beginObject();
    void endObject();
    void beginArray();
    void endArray();
    void key(const char *name);
    void value(const QString &text);
    void value(qint64 number);
    void value(bool truth);

private:
    void separate();
    void end(char bracket);
    void newLine();
    void flush(qsizetype limit);

    Sink m_sink;
    QByteArray m_text;
    std::vector<bool> m_hasItems;
    bool m_afterKey = false;
};

} // namespace squall
