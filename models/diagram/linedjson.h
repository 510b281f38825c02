#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace squall::models {

/// JSON whose values know on which line they stand, so that whoever finds fault with one can say where.
struct LinedJson
{
    enum class Type { Null, Bool, Number, String, Array, Object };

    Type type = Type::Null;
    int line = 1; ///< from 1
    bool truth = false;
    double number = 0;
    QString text = {};
    std::vector<LinedJson> items = {};
    std::vector<std::pair<QString, LinedJson>> members = {}; ///< in the order they stand in

    /// nullptr: there is none.
    const LinedJson *find(const QString &name) const;
};

/// Strict: nothing that is not JSON, no name twice in one object, UTF-8. Fails with `Error::Code::Parse` and
/// the line as its `position`.
Result<LinedJson> readLinedJson(const QByteArray &bytes);

} // namespace squall::models
