#pragma once

#include <QByteArray>

#include <vector>

namespace squall::models {

/// Values as one parameter, in the form array_in reads: each is quoted, whatever is in it.
QByteArray arrayParameter(const std::vector<QByteArray> &values);

} // namespace squall::models
