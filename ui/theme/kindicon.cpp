#include "ui/theme/kindicon.h"

namespace squall::ui {

using namespace Qt::Literals::StringLiterals;

QString iconOf(Kind kind, bool partitioned)
{
    switch (kind) {
    case Kind::Database: return u"database"_s;
    case Kind::Schema: return u"schema"_s;
    case Kind::Role: return u"user"_s;
    case Kind::Extension: return u"extension"_s;
    case Kind::Table: return partitioned ? u"table-partitioned"_s : u"table"_s;
    case Kind::ForeignTable: return u"table-foreign"_s;
    case Kind::View: return u"view"_s;
    case Kind::MaterializedView: return u"view-materialized"_s;
    case Kind::Function:
    case Kind::Aggregate:
    case Kind::Operator: return u"function"_s;
    case Kind::Sequence: return u"sequence"_s;
    case Kind::Column: return u"column"_s;
    case Kind::Index: return u"index"_s;
    case Kind::Trigger:
    case Kind::EventTrigger: return u"trigger"_s;
    case Kind::Constraint: return u"key"_s;
    case Kind::Enum:
    case Kind::Domain:
    case Kind::Composite:
    case Kind::Range:
    case Kind::BaseType: return u"type"_s;
    default: return u"settings"_s;
    }
}

} // namespace squall::ui
