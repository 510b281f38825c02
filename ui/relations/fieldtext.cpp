#include "ui/relations/fieldtext.h"

#include "ui/grid/gridtext.h"
#include "ui/theme/fonts.h"

#include <QCoreApplication>

namespace squall::ui {

using namespace Qt::StringLiterals;
using models::RowField;
using models::TypeKind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(FieldText)
};

bool isProse(TypeKind kind)
{
    return kind == TypeKind::Text || kind == TypeKind::Enum || kind == TypeKind::Boolean;
}

QString readable(const QString &value, TypeKind kind)
{
    if (kind == TypeKind::Boolean && value.size() == 1)
        return value == u"t" ? u"true"_s : u"false"_s;
    return value.trimmed().isEmpty() ? onOneLine(value) : value;
}

} // namespace

QString spokenValue(const RowField &field)
{
    if (!field.loaded)
        return Text::tr("not read");
    if (!field.defaultSql.isNull())
        return field.defaultSql;
    if (field.null)
        return u"NULL"_s;
    return field.value.isEmpty() ? u"''"_s : readable(field.value, field.kind);
}

QString spokenOriginal(const RowField &field)
{
    return field.original.isNull()    ? u"NULL"_s
           : field.original.isEmpty() ? u"''"_s
                                      : readable(field.original, field.kind);
}

bool isDim(const RowField &field)
{
    return !field.loaded || field.null || field.value.isEmpty() || !field.defaultSql.isNull();
}

QFont faceOf(const RowField &field)
{
    auto face = font(isProse(field.kind) && !isDim(field) ? TextStyle::Body : TextStyle::Mono);
    face.setItalic(field.null && field.defaultSql.isNull());
    return face;
}

} // namespace squall::ui
