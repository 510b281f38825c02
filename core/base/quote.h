#pragma once

#include <QString>
#include <QStringView>

namespace squall {

/// An identifier as SQL text, quoted when PostgreSQL (12 to 18) would not read it back otherwise.
/// The only way identifiers get into SQL, with the one below.
QString quote(QStringView identifier);

/// The same in quotes always, as other tools write it.
QString quoteAlways(QStringView identifier);

/// `schema.name`, or just the name when there is no schema.
QString quote(QStringView schema, QStringView name);

/// A string constant, for the few statements that take no parameters (DDL, COPY options).
/// Uses an escape string when there is a backslash, so that it reads the same under every setting.
QString quoteLiteral(QStringView value);

} // namespace squall
