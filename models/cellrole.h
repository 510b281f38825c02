#pragma once

#include <QMetaType>
#include <QtGlobal>

namespace squall::models {

/// What a column's values are, as far as showing them is concerned.
enum class TypeKind : unsigned char { Other, Text, Number, Boolean, Time, Uuid, Json, Bytea, Enum, Array };

/// What a grid asks of a cell besides its text.
enum CellRole {
    NullRole = Qt::UserRole + 1, ///< bool
    TypeKindRole,                ///< TypeKind, of cells and columns
    FullLengthRole, ///< qint64: characters (bytea: bytes) of a value that was cut; -1 when it is whole
    EditMarkRole,   ///< EditMark of the cell
    RowMarkRole,    ///< EditMark of the cell's row
    OriginalRole,   ///< QString: what a changed cell held; null when it was NULL
    DefaultRole,    ///< QString: the expression that fills this cell when nobody sets it; null when it is set
    FaultRole,      ///< QString: why the new value cannot be; empty when it can
    MovedRole,      ///< bool: the server's value is another one than when it was last looked at
    DimmedRole,     ///< bool: the row is marked as deleted by a column of its own
    LabelRole,      ///< QString: what a person calls the row that a foreign key points to
};

/// What is staged for a row or a cell.
enum class EditMark : unsigned char { None, Added, Changed, Removed };

/// What a grid asks of a column's header besides its name.
enum ColumnRole {
    TypeNameRole = Qt::UserRole + 101, ///< QString, short
    PrimaryKeyRole,                    ///< bool
    ReferenceRole,                     ///< QString: the table a foreign key points to; empty without one
    GeneratedRole,                     ///< bool: generated or identity, the server writes it
    SortRole,                          ///< int: 0 not sorted by, 1 ascending, -1 descending
    SortableRole,                      ///< bool: its type has an order
    NotNullRole,                       ///< bool; nothing where nobody knows
    ZoneRole,                          ///< QString: the zone its times are shown in; empty for others
};

} // namespace squall::models

Q_DECLARE_METATYPE(squall::models::TypeKind)
Q_DECLARE_METATYPE(squall::models::EditMark)
