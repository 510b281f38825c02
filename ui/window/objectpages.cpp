#include "ui/window/objectpages.h"

#include "models/studio.h"
#include "ui/window/definitionpage.h"

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;

TabContent contentFor(const ObjectId &id)
{
    switch (id.kind) {
    case Kind::Table:
    case Kind::ForeignTable:
    case Kind::View:
    case Kind::MaterializedView: return {.kind = u"table"_s, .object = id, .title = id.name};
    default: return {.kind = u"definition"_s, .object = id, .title = id.name};
    }
}

QWidget *makeObjectPage(const TabContent &content, models::Studio &studio, const Theme &theme,
                        QWidget *parent)
{
    return new DefinitionPage(content.object, studio, theme, parent);
}

} // namespace squall::ui
