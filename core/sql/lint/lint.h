#pragma once

#include "core/sql/completioncatalog.h"
#include "core/sql/mark.h"

#include <QSet>

#include <span>

namespace squall::sql {

/// A mistake that people make and the server does not object to, or objects to only later.
struct LintRule
{
    QString id;
    Mark::Severity severity = Mark::Severity::Warning;
    QString explanation;
};

/// What the rules object to in one statement, in the order of the text. Of what the parser does not
/// understand, and of names that the catalog does not know for certain, nothing is said. `made`: relations
/// that the same script makes.
Marks lint(QStringView statement, const CompletionCatalog *catalog, const QSet<QString> &made = {});

std::vector<LintRule> lintRules();

/// The relations that a statement makes or renames, as names without schema.
QSet<QString> relationsMadeBy(QStringView statement);

} // namespace squall::sql
