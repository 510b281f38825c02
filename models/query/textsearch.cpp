#include "models/query/textsearch.h"

#include <QCoreApplication>

namespace squall::models {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(squall::models::TextSearch)
};

/// `\n` and `\t` too, which cannot be typed into one line.
QString filledIn(const QRegularExpressionMatch &match, const QString &replacement)
{
    QString filled;
    for (qsizetype at = 0; at < replacement.size(); ++at) {
        const auto c = replacement[at];
        if (c != u'\\' || at + 1 == replacement.size()) {
            filled += c;
            continue;
        }
        const auto next = replacement[++at];
        if (next.isDigit())
            filled += match.captured(next.digitValue());
        else
            filled += next == u'n' ? QChar(u'\n') : next == u't' ? QChar(u'\t') : next;
    }
    return filled;
}

} // namespace

Result<QRegularExpression> expressionOf(const TextSearch &search)
{
    auto pattern = search.expression ? search.pattern : QRegularExpression::escape(search.pattern);
    if (search.words)
        pattern = u"(?<!\\w)(?:"_s + pattern + u")(?!\\w)"_s;
    QRegularExpression::PatternOptions options =
        QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
    if (!search.matchCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    QRegularExpression expression(pattern, options);
    if (!expression.isValid())
        return Error{.code = Error::Code::Parse,
                     .message = Words::tr("Not a regular expression: %1").arg(expression.errorString())};
    return expression;
}

std::vector<sql::Span> findAll(const QString &text, const QRegularExpression &expression, qsizetype most)
{
    std::vector<sql::Span> found;
    auto matches = expression.globalMatch(text);
    while (matches.hasNext() && static_cast<qsizetype>(found.size()) < most) {
        const auto match = matches.next();
        if (match.capturedLength() > 0)
            found.push_back({match.capturedStart(), match.capturedLength()});
    }
    return found;
}

QString replacementAt(const QString &text, const sql::Span &place, const TextSearch &search,
                      const QString &replacement)
{
    const auto expression =
        search.expression ? expressionOf(search) : Result<QRegularExpression>(QRegularExpression());
    if (!search.expression || !expression)
        return replacement;
    const auto match = expression->match(text, place.start, QRegularExpression::NormalMatch,
                                         QRegularExpression::AnchorAtOffsetMatchOption);
    return match.hasMatch() ? filledIn(match, replacement) : replacement;
}

QString replaceAll(const QString &text, const TextSearch &search, const QString &replacement)
{
    const auto expression = expressionOf(search);
    if (!expression)
        return text;
    QString replaced;
    qsizetype at = 0;
    auto matches = expression->globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        if (match.capturedLength() == 0)
            continue;
        replaced += QStringView(text).mid(at, match.capturedStart() - at);
        replaced += search.expression ? filledIn(match, replacement) : replacement;
        at = match.capturedEnd();
    }
    replaced += QStringView(text).mid(at);
    return replaced;
}

} // namespace squall::models
