#include "core/base/typemodifier.h"

namespace squall {

ModifiedType splitModifier(const QString &type)
{
    qsizetype open = 0;
    for (bool quoted = false; open < type.size() && (quoted || type[open] != u'('); ++open) {
        if (type[open] == u'"')
            quoted = !quoted;
    }
    const auto close = type.indexOf(u')', open);
    if (close < 0)
        return {type};
    ModifiedType split{type.left(open) + type.mid(close + 1)};
    for (const auto &modifier : type.mid(open + 1, close - open - 1).split(u','))
        split.modifiers << modifier.trimmed();
    return split;
}

} // namespace squall
