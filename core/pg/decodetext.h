#pragma once

#include <QByteArrayView>
#include <QString>

namespace squall::pg {

/// Bytes of the server as text. What is not UTF-8 stays visible as `\xE9`, byte by byte: a database in
/// SQL_ASCII holds and sends anything.
QString decodeText(QByteArrayView bytes);

/// The same for sentences of any length: what is beyond a few thousand characters is left out, and the text
/// says how long it was.
QString decodeSentence(QByteArrayView bytes);

} // namespace squall::pg
