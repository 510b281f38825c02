#include "models/query/filecopy.h"

#include "core/pg/connection.h"
#include "core/sql/tokenize.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::FileCopy)
};

constexpr qint64 pieceBytes = 256 << 10;

Error usage(const QString &message)
{
    return {.code = Error::Code::Usage, .message = message};
}

Error fileError(const QString &message)
{
    return {.code = Error::Code::File, .message = message};
}

/// The FROM or TO that is outside of every parenthesis; a token of no length when there is none.
sql::Token direction(QStringView arguments)
{
    int depth = 0;
    for (const auto &token : sql::tokenize(arguments)) {
        const auto text = token.in(arguments);
        depth += text == u"(" ? 1 : text == u")" ? -1 : 0;
        if (depth == 0 && token.type == sql::Token::Type::Word &&
            (text.compare(u"from", Qt::CaseInsensitive) == 0 ||
             text.compare(u"to", Qt::CaseInsensitive) == 0))
            return token;
    }
    return {};
}

/// The name of a file up to its quote or the next blank, and where it ends.
std::pair<QString, qsizetype> fileName(QStringView text)
{
    if (!text.startsWith(u'\'')) {
        qsizetype end = 0;
        while (end < text.size() && !text[end].isSpace())
            ++end;
        return {text.first(end).toString(), end};
    }
    const auto end = text.indexOf(u'\'', 1);
    return end < 0 ? std::pair(QString(), text.size())
                   : std::pair(text.sliced(1, end - 1).toString(), end + 1);
}

} // namespace

Result<FileCopy> FileCopy::parse(const QString &arguments)
{
    const QStringView text = arguments;
    const auto word = direction(text);
    if (word.length == 0)
        return usage(Words::tr("\\copy takes a table or a query, FROM or TO, and the name of a file."));
    FileCopy copy;
    copy.reads = word.in(text).compare(u"from", Qt::CaseInsensitive) == 0;
    const auto after = text.sliced(word.end()).trimmed();
    const auto [name, end] = fileName(after);
    static const QStringList streams = {u"stdin"_s, u"stdout"_s, u"pstdin"_s, u"pstdout"_s};
    const bool quoted = after.startsWith(u'\'');
    if (!quoted && name.compare(u"program", Qt::CaseInsensitive) == 0)
        return usage(Words::tr("No program is run from here: \\copy takes the name of a file."));
    if (name.isEmpty() || (!quoted && streams.contains(name.toLower())))
        return usage(Words::tr("\\copy takes the name of a file here."));
    copy.path = name;
    copy.statement = u"COPY "_s + text.first(word.start).toString() +
                     (copy.reads ? u"FROM STDIN"_s : u"TO STDOUT"_s) + after.sliced(end).toString();
    return copy;
}

Result<qint64> FileCopy::run(pg::Connection &connection) const
{
    if (reads) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return fileError(Words::tr("cannot read %1: %2").arg(path, file.errorString()));
        return connection.copyIn({statement}, [&]() -> Result<QByteArray> {
            auto piece = file.read(pieceBytes);
            if (piece.isEmpty() && file.error() != QFileDevice::NoError)
                return fileError(Words::tr("cannot read %1: %2").arg(path, file.errorString()));
            return piece;
        });
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fileError(Words::tr("cannot write %1: %2").arg(path, file.errorString()));
    const auto refused = [&] {
        return fileError(Words::tr("cannot write %1: %2").arg(path, file.errorString()));
    };
    const auto rows = connection.copyOut({statement}, [&](QByteArrayView piece) -> Result<Done> {
        if (file.write(piece.data(), piece.size()) != piece.size())
            return refused();
        return Done{};
    });
    if (rows && !file.commit())
        return refused();
    return rows;
}

} // namespace squall::models
