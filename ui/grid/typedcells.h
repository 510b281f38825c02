#pragma once

#include "core/edit/newvalue.h"

#include <QList>
#include <QStringList>

#include <optional>

class QMimeData;

namespace squall::ui {

/// A block of cells on its way through the clipboard.
struct TypedCells
{
    /// Keeps what text cannot: NULL beside '', DEFAULT, values with breaks and tabs.
    static constexpr auto mime = "application/x-squall-cells";

    QStringList columns = {}; ///< names; none when nobody knows
    QList<QList<edit::NewValue>> rows = {};

    QByteArray toBytes() const;
    /// Refuses what is no block.
    static std::optional<TypedCells> fromBytes(const QByteArray &bytes);
    /// Tab-separated, as spreadsheets write it, or with another separator. A field without quotes that is
    /// empty, or `\N`, is NULL. The rows are as long as the longest.
    static TypedCells fromText(const QString &text, QChar separator);
    /// The best that the clipboard has: typed, else text, else CSV; no rows when it has none of these.
    static TypedCells of(const QMimeData &data);

    bool operator==(const TypedCells &) const = default;
};

} // namespace squall::ui
