#include "core/base/shorttypename.h"

#include <utility>
#include <vector>

namespace squall {

using namespace Qt::StringLiterals;

QString shortTypeName(const QString &type)
{
    static const std::vector<std::pair<QString, QString>> zones = {{u" with time zone"_s, u"tz"_s},
                                                                   {u" without time zone"_s, QString()}};
    if (type.endsWith(u"[]"))
        return shortTypeName(type.chopped(2)) + u"[]"_s;
    for (const auto &[words, suffix] : zones) {
        if (!type.endsWith(words))
            continue;
        const auto rest = type.chopped(words.size());
        const auto open = rest.indexOf(u'(');
        return open < 0 ? rest + suffix : rest.left(open) + suffix + rest.mid(open);
    }
    if (type.startsWith(u"character varying"))
        return u"varchar"_s + type.mid(17);
    if (type.startsWith(u"character("))
        return u"char"_s + type.mid(9);
    if (type.startsWith(u"bit varying"))
        return u"varbit"_s + type.mid(11);
    const auto dot = type.contains(u'"') ? -1 : type.indexOf(u'.');
    return dot < 0 ? type : type.mid(dot + 1);
}

} // namespace squall
