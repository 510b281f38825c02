#pragma once

#include "core/sql/completioncatalog.h"
#include "core/sql/scope/outline.h"
#include "core/sql/scope/syntax.h"

#include <QSet>

#include <unordered_map>

namespace squall::sql {

/// A column as a query sees it.
struct ScopeColumn
{
    QString name;
    QString type = {};                       ///< empty: nobody knows
    const catalog::Column *column = nullptr; ///< where it comes from unchanged
    const Relation *relation = nullptr;
};

/// A source with its columns.
struct ScopeSource
{
    QString name; ///< by which its columns are named
    const Source *source = nullptr;
    const Relation *relation = nullptr;
    const CommonTable *table = nullptr;
    std::vector<ScopeColumn> columns = {};
    size_t depth = 0; ///< how many queries further out it stands

    const ScopeColumn *find(const QString &column) const;
};

/// An entry of a select list.
struct SelectItem
{
    Range expression;
    QString name = {}; ///< empty where the server makes one up that nobody would write
    bool aliased = false;
    bool star = false;
    QString starOf = {}; ///< the source before `.*`
};

/// What names mean in one statement. Remembers what it found, so it costs no more to ask again.
class Scope
{
public:
    Scope(const Outline &outline, const Syntax &syntax, const CompletionCatalog &catalog)
        : m_outline(outline)
        , m_syntax(syntax)
        , m_catalog(catalog)
    {
    }

    /// What can be named in an operand's clauses: its own sources, as many as are visible, then outer ones.
    std::vector<ScopeSource> visibleAt(const Operand &operand, size_t visible = everySource);
    const std::vector<ScopeSource> &sources(const Operand &operand);
    /// The common tables that can be read from in a query, the nearest first.
    std::vector<const CommonTable *> tables(const Query *query) const;
    const std::vector<ScopeColumn> &columns(const Query &query);
    std::vector<ScopeColumn> columns(const CommonTable &table);
    SelectItem item(Range range) const;
    std::vector<ScopeColumn> outputs(const Operand &operand, Range item);
    /// The column that a name of one to three parts means among those sources.
    const ScopeColumn *find(const QStringList &path, const std::vector<ScopeSource> &sources) const;
    /// The parts of a name, if that is all there is.
    QStringList pathIn(Range range) const;
    /// The type of an expression as far as it can be told.
    QString typeOf(Range range, const std::vector<ScopeSource> &sources);

private:
    ScopeSource resolve(const Source &source, const Query *query);
    std::vector<ScopeColumn> functionColumns(const Source &source, const QString &name);
    std::vector<ScopeColumn> compute(const Query &query);
    std::vector<ScopeColumn> relationColumns(const Relation &relation) const;
    bool endsWithAlias(Range range) const;
    QString givenName(Range range) const;
    QString typeOfOperand(Range range, const std::vector<ScopeSource> &sources);
    QString typeOfCall(Range range, const std::vector<ScopeSource> &sources);
    QString typeOfCase(Range range, const std::vector<ScopeSource> &sources);

    const Outline &m_outline;
    const Syntax &m_syntax;
    const CompletionCatalog &m_catalog;
    // What they hold stays where it is while more is added.
    std::unordered_map<const Query *, std::vector<ScopeColumn>> m_columns;
    std::unordered_map<const Operand *, std::vector<ScopeSource>> m_sources;
    QSet<const void *> m_underway;
    int m_depth = 0;
};

/// `integer, name text DEFAULT 'x'` as its parts.
QStringList argumentsOf(const QString &arguments);

/// Whether two types are written differently, but are the same or compare with each other.
bool comparesWith(const QString &left, const QString &right);

} // namespace squall::sql
