#include "core/base/jsontree.h"
#include "core/edit/typename.h"
#include "core/edit/validate.h"
#include "core/edit/values/array.h"

#include <QCoreApplication>
#include <QDate>
#include <QRegularExpression>

#include <algorithm>
#include <limits>
#include <optional>

namespace squall::edit {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(squall::edit::Fault)
};

bool fits(const QRegularExpression &form, const QString &text)
{
    return form.match(text).hasMatch();
}

/// Forms that only newer servers read: `0x1F`, `1_000`.
bool isNewNumber(const QString &text)
{
    static const QRegularExpression form(u"^[+-]?(0[xob]|[0-9]+_)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return fits(form, text);
}

QString integerFault(const QString &text, qint64 lowest, qint64 highest)
{
    static const QRegularExpression form(u"^[+-]?[0-9]+$"_s);
    if (isNewNumber(text))
        return {};
    if (!fits(form, text))
        return Text::tr("This is no whole number.");
    bool isSmall = false;
    const auto number = text.toLongLong(&isSmall);
    if (isSmall && number >= lowest && number <= highest)
        return {};
    return Text::tr("Must be between %1 and %2.").arg(QString::number(lowest), QString::number(highest));
}

bool isSpecialNumber(const QString &text)
{
    static const QRegularExpression form(u"^(nan|[+-]?inf(inity)?)$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    return fits(form, text);
}

/// By its digits alone: no number type of ours holds them all.
QString numericFault(const QString &text, const QStringList &modifiers)
{
    static const QRegularExpression form(
        u"^[+-]?(?:([0-9]+)(?:\\.([0-9]*))?|\\.([0-9]+))(?:[eE][+-]?[0-9]+)?$"_s);
    if (isSpecialNumber(text) || isNewNumber(text))
        return {};
    const auto match = form.match(text);
    if (!match.hasMatch())
        return Text::tr("This is no number.");
    if (modifiers.isEmpty() || text.contains(u'e', Qt::CaseInsensitive))
        return {};
    const int scale = modifiers.size() > 1 ? modifiers[1].toInt() : 0;
    const int whole = modifiers[0].toInt() - scale;
    if (scale < 0 || whole < 0)
        return {};
    static const QRegularExpression leadingZeros(u"^0+"_s);
    static const QRegularExpression trailingZeros(u"0+$"_s);
    const auto integer = match.captured(1).remove(leadingZeros);
    const auto decimals = QString(match.captured(2) + match.captured(3)).remove(trailingZeros);
    if (integer.size() > whole)
        return Text::tr("Digits before the point: %1 at most.").arg(whole);
    if (decimals.size() > scale)
        return Text::tr("Decimals: %1 at most, it would be rounded.").arg(scale);
    return {};
}

QString floatFault(const QString &text)
{
    return numericFault(text, {});
}

QString booleanFault(const QString &text)
{
    static const QStringList words{u"true"_s, u"false"_s, u"yes"_s, u"no"_s, u"on"_s, u"off"_s};
    const auto typed = text.toLower();
    const bool isWord =
        std::any_of(words.begin(), words.end(), [&](const QString &word) { return word.startsWith(typed); });
    if (typed == u"0" || typed == u"1" || (isWord && !typed.isEmpty() && typed != u"o"))
        return {};
    return Text::tr("Must be true or false.");
}

QString uuidFault(const QString &text)
{
    static const QRegularExpression form(
        u"^(\\{([0-9a-f]{4}-?){7}[0-9a-f]{4}\\}|([0-9a-f]{4}-?){7}[0-9a-f]{4})$"_s,
        QRegularExpression::CaseInsensitiveOption);
    return fits(form, text) ? QString() : Text::tr("This is no UUID: 32 hexadecimal digits.");
}

/// Lenient: the server reads dates in more ways than one could list.
QString dateFault(const QString &text)
{
    static const QRegularExpression iso(u"^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?![0-9])"_s);
    static const QRegularExpression words(
        u"^(now|today|tomorrow|yesterday|epoch|allballs|[+-]?infinity)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression digit(u"[0-9]"_s);
    if (fits(words, text))
        return {};
    if (!fits(digit, text))
        return Text::tr("This is no date or time.");
    const auto match = iso.match(text);
    if (match.hasMatch() && match.captured(1) != u"0000" && !text.endsWith(u"BC", Qt::CaseInsensitive) &&
        !QDate::isValid(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()))
        return Text::tr("There is no such day.");
    return {};
}

QString timeFault(const QString &text)
{
    static const QRegularExpression clock(u"^([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?"_s);
    const auto match = clock.match(text);
    if (!match.hasMatch())
        return dateFault(text);
    const int seconds =
        match.captured(1).toInt() * 3600 + match.captured(2).toInt() * 60 + match.captured(3).toInt();
    const bool twelveHours = text.contains(u"m", Qt::CaseInsensitive);
    if (match.captured(2).toInt() > 59 || match.captured(3).toInt() > 60 || seconds > 24 * 3600)
        return twelveHours ? QString() : Text::tr("There is no such time of day.");
    return {};
}

QString addressFault(const QString &text)
{
    static const QRegularExpression six(u"^[0-9a-f:.]+(/[0-9]{1,3})?$"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression four(u"^[0-9]{1,3}(\\.[0-9]{1,3}){0,3}\\.?(/[0-9]{1,2})?$"_s);
    const bool isSix = text.contains(u':');
    const auto parts = text.split(u'/');
    bool valid = fits(isSix ? six : four, text) && parts.value(1, u"0"_s).toInt() <= (isSix ? 128 : 32);
    if (!isSix) {
        for (const auto &byte : parts.front().split(u'.', Qt::SkipEmptyParts))
            valid = valid && byte.toInt() <= 255;
    }
    return valid ? QString() : Text::tr("This is no network address.");
}

QString bitFault(const QString &text, const TypeName &type)
{
    static const QRegularExpression bits(u"^[01]*$"_s);
    if (text.startsWith(u'x', Qt::CaseInsensitive) || text.startsWith(u'b', Qt::CaseInsensitive))
        return {};
    if (!fits(bits, text))
        return Text::tr("Must consist of the digits 0 and 1.");
    if (type.modifiers.isEmpty())
        return {};
    const int length = type.modifiers.front().toInt();
    if (type.name == u"bit" && text.size() != length)
        return Text::tr("Length in bits: exactly %1.").arg(length);
    if (type.name == u"bit varying" && text.size() > length)
        return Text::tr("Length in bits: %1 at most.").arg(length);
    return {};
}

/// In characters, as the server counts them; blanks at the end may be cut.
QString lengthFault(const QString &text, const QStringList &modifiers)
{
    if (modifiers.isEmpty())
        return {};
    qsizetype end = text.size();
    while (end > 0 && text[end - 1] == u' ')
        --end;
    const auto length = text.left(end).toUcs4().size();
    const int most = modifiers.front().toInt();
    if (length <= most)
        return {};
    return Text::tr("Length in characters: %1 at most, it has %2.").arg(most).arg(length);
}

QString bytesFault(const QString &text)
{
    static const QRegularExpression hex(u"^\\\\x([0-9a-f]{2}|\\s)*$"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    if (text.startsWith(u"\\x") && !fits(hex, text))
        return Text::tr("Must be pairs of hexadecimal digits after \\x.");
    return {};
}

/// What is longer is left to the server: cells are checked whenever they are painted.
constexpr qsizetype longestParsed = 64 * 1024;

QString jsonFault(const QByteArray &text, JsonRules rules)
{
    const auto tree = JsonTree::parse(text, rules);
    return tree ? QString() : tree.error().message;
}

/// What separates the elements of an array; nothing for types of extensions, which may have any sign.
std::optional<char> delimiterOf(const catalog::Snapshot &snapshot, const TypeName &element)
{
    if (element.name == u"box")
        return ';';
    const bool known = !element.name.contains(u'.') || findEnum(snapshot, element.name);
    return known ? std::optional(',') : std::nullopt;
}

QString faultOf(const catalog::Snapshot &snapshot, const TypeName &base, const QByteArray &text);

QString arrayFault(const catalog::Snapshot &snapshot, TypeName element, const QByteArray &text)
{
    element.array = false;
    if (findDomain(snapshot, element.name))
        element = baseType(snapshot, element.name);
    const auto delimiter = delimiterOf(snapshot, element);
    if (!delimiter)
        return {};
    const auto array = parseArray(text, *delimiter);
    if (!array)
        return array.error().message;
    for (size_t i = 0; i < array->elements.size(); ++i) {
        const auto &value = array->elements[i];
        if (const auto why = value ? faultOf(snapshot, element, *value) : QString(); !why.isEmpty())
            return Text::tr("Element %1: %2", "number, reason").arg(i + 1).arg(why);
    }
    return {};
}

QString faultOf(const catalog::Snapshot &snapshot, const TypeName &base, const QByteArray &text)
{
    using Limits = std::numeric_limits<qint64>;
    const auto whole = QString::fromUtf8(text);
    const auto typed = whole.trimmed();
    const auto &name = base.name;
    const bool parsed = base.array || name == u"json" || name == u"jsonb";
    if (parsed && text.size() > longestParsed)
        return {};
    if (base.array)
        return arrayFault(snapshot, base, text);
    if (name == u"json" || name == u"jsonb")
        return jsonFault(text, name == u"json" ? JsonRules::Json : JsonRules::Jsonb);
    if (const auto *known = findEnum(snapshot, name))
        return known->labels.contains(whole) ? QString()
                                             : Text::tr("Must be one of %1.").arg(known->labels.join(u", "));
    if (name == u"smallint")
        return integerFault(typed, -32768, 32767);
    if (name == u"integer")
        return integerFault(typed, std::numeric_limits<qint32>::min(), std::numeric_limits<qint32>::max());
    if (name == u"bigint")
        return integerFault(typed, Limits::min(), Limits::max());
    if (name == u"numeric")
        return numericFault(typed, base.modifiers);
    if (name == u"real" || name == u"double precision")
        return floatFault(typed);
    if (name == u"boolean")
        return booleanFault(typed);
    if (name == u"uuid")
        return uuidFault(whole);
    if (name == u"date" || name.startsWith(u"timestamp "))
        return dateFault(typed);
    if (name.startsWith(u"time "))
        return timeFault(typed);
    if (name == u"inet" || name == u"cidr")
        return addressFault(typed);
    if (name == u"bit" || name == u"bit varying")
        return bitFault(whole, base);
    if (name == u"character varying" || name == u"character")
        return lengthFault(whole, base.modifiers);
    if (name == u"bytea")
        return bytesFault(whole);
    return {};
}

} // namespace

QString typeFault(const catalog::Snapshot &snapshot, const QString &type, const QByteArray &text)
{
    if (text.contains('\0'))
        return Text::tr("Text cannot hold the character with the number zero.");
    return faultOf(snapshot, baseType(snapshot, type), text);
}

} // namespace squall::edit
