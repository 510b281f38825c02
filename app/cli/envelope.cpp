#include "app/cli/envelope.h"

#include "app/cli/output.h"
#include "core/base/jsonwriter.h"

namespace squall::cli {

using namespace Qt::StringLiterals;

namespace {

QString nameOf(Error::Code code)
{
    switch (code) {
    case Error::Code::Usage: return u"usage"_s;
    case Error::Code::Conflict: return u"conflict"_s;
    case Error::Code::Cancelled: return u"cancelled"_s;
    case Error::Code::Timeout: return u"timeout"_s;
    case Error::Code::NotFound: return u"not_found"_s;
    case Error::Code::File: return u"file"_s;
    case Error::Code::Parse: return u"parse"_s;
    case Error::Code::Unsupported: return u"unsupported"_s;
    default: return u"internal"_s;
    }
}

template<typename Members>
void printEnvelope(const QString &status, const Members &members)
{
    JsonWriter writer([](const QByteArray &piece) { printOut(QString::fromUtf8(piece)); });
    writer.beginObject();
    writer.key("status");
    writer.value(status);
    members(writer);
    writer.endObject();
}

void writeDialect(JsonWriter &writer)
{
    writer.key("dialect");
    writer.value(u"postgresql"_s);
}

} // namespace

void printWritten(const QString &file, const QStringList &notes)
{
    printEnvelope(u"ok"_s, [&](JsonWriter &writer) {
        writeDialect(writer);
        writer.key("migration_path");
        writer.value(file);
        if (notes.isEmpty())
            return;
        writer.key("notes");
        writer.beginArray();
        for (const auto &note : notes)
            writer.value(note);
        writer.endArray();
    });
}

void printNothingChanged()
{
    printEnvelope(u"no_changes"_s, writeDialect);
}

void printErrorEnvelope(const Error &error)
{
    printEnvelope(u"error"_s, [&](JsonWriter &writer) {
        writer.key("error");
        writer.beginObject();
        writer.key("code");
        writer.value(nameOf(error.code));
        writer.key("message");
        writer.value(error.message);
        if (!error.detail.isEmpty()) {
            writer.key("detail");
            writer.value(error.detail);
        }
        if (!error.hint.isEmpty()) {
            writer.key("hint");
            writer.value(error.hint);
        }
        writer.endObject();
    });
}

} // namespace squall::cli
