#pragma once

#include "core/catalog/snapshot.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace squall::edit {

struct ValueAttribute;

/// What a type is as far as writing its values goes. Domains are looked through.
struct ValueType
{
    enum class Kind : unsigned char {
        Other, ///< whose text only the server reads
        Text,
        Integer,
        Numeric, ///< numeric, real, double precision
        Boolean,
        Enum,
        Date,
        Time,
        Timestamp,
        Uuid,
        Json,
        Jsonb,
        Xml,
        Bytea,
        Bit,
        Array,
        Range,
        Multirange,
        Composite,
    };

    Kind kind = Kind::Other;
    QString name = {}; ///< as SQL, of the column: the domain's where it is one
    QString base = {}; ///< what it rests on, without domains and modifiers
    bool zoned = false;
    QStringList labels = {};
    std::vector<ValueAttribute> attributes; ///< not initialised here: one is no complete type yet
    /// Of an array, its element; of a range, what its bounds are; of a multirange, its range.
    std::shared_ptr<const ValueType> element = {};
    /// What separates elements in an array of this type.
    char delimiter = ',';
};

struct ValueAttribute
{
    QString name;
    ValueType type;
};

/// `type` as format_type writes it under an empty search path.
ValueType valueType(const catalog::Snapshot &snapshot, const QString &type);

/// Whether `now()` is a value of this type.
bool acceptsNow(const ValueType &type);
/// Whether an empty text is.
bool acceptsEmpty(const ValueType &type);

/// A value of this type to start from where there was none: `{}`, `(,)`, `false`, empty text.
QByteArray blankValue(const ValueType &type);

} // namespace squall::edit
