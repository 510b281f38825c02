#include "models/query/sqlfile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QSaveFile>
#include <QStringDecoder>
#include <QStringEncoder>

#include <optional>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::SqlFile)
};

const auto utf8 = u"UTF-8"_s;
const auto utf8WithMark = u"UTF-8 with BOM"_s;
const QByteArray byteOrderMark("\xEF\xBB\xBF");

QByteArray markOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

Result<QByteArray> bytesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::File, Words::tr("%1 could not be read.").arg(path), file.errorString()};
    if (file.size() > largestSqlFile)
        return Error{.code = Error::Code::File,
                     .message = Words::tr("%1 is too large to edit: it has %2, and an editor takes up to %3.")
                                    .arg(path, QLocale().formattedDataSize(file.size()),
                                         QLocale().formattedDataSize(largestSqlFile)),
                     .hint = Words::tr("“squall query -f” runs a file of any size.")};
    auto bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Error{Error::Code::File, Words::tr("%1 could not be read.").arg(path), file.errorString()};
    return bytes;
}

/// The encoding as QStringConverter knows it.
QStringConverter::Encoding encodingOf(const QString &name)
{
    return QStringConverter::encodingForName(name.toLatin1().constData()).value_or(QStringConverter::Utf8);
}

/// Nothing when the text has characters that the encoding has not.
std::optional<QByteArray> encoded(const QString &text, const QString &encoding)
{
    if (encoding.isEmpty() || encoding == utf8)
        return text.toUtf8();
    if (encoding == utf8WithMark)
        return byteOrderMark + text.toUtf8();
    QStringEncoder encoder(encodingOf(encoding), QStringConverter::Flag::WriteBom);
    QByteArray bytes = encoder(text);
    if (encoder.hasError())
        return {};
    return bytes;
}

int lineOf(const QByteArray &bytes, qsizetype at)
{
    return static_cast<int>(bytes.left(at).count('\n')) + 1;
}

/// Where the first byte stands that UTF-8 does not allow there; -1 for nowhere.
qsizetype firstBroken(const QByteArray &bytes)
{
    qsizetype good = 0;
    qsizetype bad = bytes.size() + 1;
    // The longest beginning that can be read, with the rest of a last character still to come.
    while (bad - good > 1) {
        const auto middle = good + (bad - good) / 2;
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString read = decoder(QByteArrayView(bytes).first(middle));
        (decoder.hasError() ? bad : good) = middle;
    }
    return bad > bytes.size() ? -1 : bad - 1;
}

} // namespace

QByteArray markOfText(const QString &text, const QString &encoding)
{
    const auto bytes = encoded(text, encoding);
    return bytes ? markOf(*bytes) : QByteArray();
}

QByteArray markOfFile(const QString &path)
{
    const auto bytes = bytesOf(path);
    return bytes ? markOf(*bytes) : QByteArray();
}

Result<SqlFile> readSqlFile(const QString &path)
{
    const auto bytes = bytesOf(path);
    if (!bytes)
        return bytes.error();
    SqlFile file{.encoding = utf8, .mark = markOf(*bytes)};
    if (bytes->startsWith(byteOrderMark)) {
        file.encoding = utf8WithMark;
    } else if (const auto said = QStringConverter::encodingForData(*bytes)) {
        file.encoding = QString::fromLatin1(QStringConverter::nameForEncoding(*said));
    } else if (bytes->contains('\0')) {
        return Error{.code = Error::Code::File,
                     .message = Words::tr("%1 is no text: it has a zero byte on line %2.")
                                    .arg(path)
                                    .arg(lineOf(*bytes, bytes->indexOf('\0')))};
    }
    QStringDecoder decoder(file.encoding == utf8WithMark ? QStringConverter::Utf8
                                                         : encodingOf(file.encoding));
    file.text = decoder(*bytes);
    if (decoder.hasError()) {
        const auto broken = firstBroken(*bytes);
        file.encoding = QString::fromLatin1(QStringConverter::nameForEncoding(QStringConverter::Latin1));
        file.text = QString::fromLatin1(*bytes);
        file.remark = Words::tr("%1 is not UTF-8 (line %2); it was read as Latin-1 and is saved as that.")
                          .arg(QFileInfo(path).fileName())
                          .arg(lineOf(*bytes, broken));
    } else if (file.encoding != utf8 && file.encoding != utf8WithMark) {
        file.remark =
            Words::tr("%1 is %2, and is saved as that.").arg(QFileInfo(path).fileName(), file.encoding);
    }
    return file;
}

Result<SqlFile> writeSqlFile(const QString &path, const QString &text, const QString &encoding)
{
    SqlFile written{.encoding = encoding.isEmpty() ? utf8 : encoding};
    auto bytes = encoded(text, written.encoding);
    if (!bytes) {
        written.remark = Words::tr("The text has characters that %1 does not have; %2 is UTF-8 now.")
                             .arg(written.encoding, QFileInfo(path).fileName());
        written.encoding = utf8;
        bytes = text.toUtf8();
    }
    QSaveFile file(path);
    // In a folder where nothing can be made, a file may still be written.
    file.setDirectWriteFallback(true);
    if (!file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size() || !file.commit())
        return Error{Error::Code::File, Words::tr("%1 could not be written.").arg(path), file.errorString()};
    written.mark = markOf(*bytes);
    return written;
}

} // namespace squall::models
