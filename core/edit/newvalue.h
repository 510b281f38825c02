#pragma once

#include <QByteArray>
#include <QMetaType>

namespace squall::edit {

/// What a cell is to become. Text is the server's own form of the value, whole and verbatim.
struct NewValue
{
    enum class Kind : unsigned char {
        Null,
        Text,
        Default,    ///< what the column's default gives
        Now,        ///< `now()`, when the change is applied
        RandomUuid, ///< `gen_random_uuid()`, when the change is applied
    };

    Kind kind = Kind::Null;
    QByteArray text = {}; ///< of Kind::Text

    static NewValue null() { return {}; }
    static NewValue of(QByteArray text) { return {Kind::Text, std::move(text)}; }

    bool operator==(const NewValue &) const = default;
};

} // namespace squall::edit

Q_DECLARE_METATYPE(squall::edit::NewValue)
