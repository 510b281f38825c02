#pragma once

#include <QStringList>

#include <cstddef>
#include <deque>
#include <limits>
#include <optional>
#include <vector>

/// The shape of a statement as far as names depend on it: which query stands in which, and what each reads
/// from. Places are indexes of pieces in an Outline; ranges leave out their end.
namespace squall::sql {

struct Query;
struct Operand;

constexpr auto everySource = std::numeric_limits<size_t>::max();

struct Range
{
    size_t first = 0;
    size_t last = 0;

    /// Whether a cursor before piece `place` stands in it, its ends included.
    bool touches(size_t place) const { return first <= place && place <= last; }
    bool isEmpty() const { return first >= last; }
};

enum class Clause : unsigned char {
    Select,
    Into,
    From,
    Where,
    GroupBy,
    Having,
    Window,
    OrderBy,
    Limit,
    Offset,
    Fetch,
    For,
    Values,
    Set,
    MergeOn,
    Conflict,
    Returning,
};

struct ClauseRange
{
    Clause clause = Clause::Select;
    size_t keyword = 0;
    Range range = {}; ///< without the keyword
};

/// Something with rows that a query names: an item of FROM, or what it writes to.
struct Source
{
    enum class Type : unsigned char { Relation, Subquery, Function };

    Type type = Type::Relation;
    Range range = {};      ///< with its alias, without a join's condition
    QStringList path = {}; ///< of a relation or function, as names are folded
    QString alias = {};
    QStringList columns = {}; ///< names that the alias gives
    QStringList types = {};   ///< and types, for functions that need them
    Query *query = nullptr;
    bool joined = false; ///< by a JOIN, so that a condition belongs to it
    bool natural = false;
    bool cross = false;
    bool lateral = false;
    QStringList usingColumns = {};
};

/// `name AS (query)`
struct CommonTable
{
    QString name;
    QStringList columns = {};
    Range range = {}; ///< from its name to the end of the query
    Query *query = nullptr;
};

/// One SELECT, VALUES, INSERT, …; what set operations combine.
struct Operand
{
    enum class Type : unsigned char { Select, Values, Table, Insert, Update, Delete, Merge, Nested };

    Type type = Type::Select;
    Query *query = nullptr; ///< that it belongs to
    Range range = {};
    std::vector<ClauseRange> clauses = {};
    std::vector<Source> sources = {}; ///< a target comes first
    bool hasTarget = false;
    std::vector<Range> items = {}; ///< of the select list or RETURNING
    QStringList insertColumns = {};
    Query *nested = nullptr; ///< a query in parentheses, or the rows of an INSERT

    const ClauseRange *find(Clause clause) const;
};

/// WITH and the operands that set operations combine.
struct Query
{
    Range range = {};
    std::vector<CommonTable> tables = {};
    bool recursive = false;
    std::vector<Operand *> operands = {};

    Operand *outer = nullptr;     ///< in whose clauses it stands
    size_t visible = everySource; ///< how many of that one's sources can be used here
    Query *outerQuery = nullptr;  ///< whose common tables can be used here
    size_t visibleTables = everySource;
    Operand *fills = nullptr; ///< the INSERT that takes its rows
};

/// What is being written at the cursor.
struct Place
{
    enum class Wanted : unsigned char {
        Nothing, ///< a new name, or what nobody can guess
        Statement,
        QueryStart, ///< SELECT and what else returns rows
        WithName,   ///< after WITH: RECURSIVE or a new name
        WithAs,     ///< after that name
        WithQuery,  ///< after AS: the query's bracket
        AfterWith,  ///< after the last common table
        SetOperand, ///< after UNION
        Expression,
        Relation,
        Joined,        ///< the relation after JOIN
        JoinWord,      ///< after LEFT, CROSS, …
        AfterRelation, ///< alias, join, next clause
        NewAlias,
        DataType,
        UsingColumn,
        Target,
        InsertColumn,
        AfterInsertTarget,
        AfterInsertColumns,
        SetColumn,
        AfterTarget, ///< of UPDATE, DELETE, MERGE
        ConflictTarget,
        AfterConflict,
        ConflictConstraint,
        AfterMergeTarget,
        Keywords, ///< exactly `keywords`
    };

    Wanted wanted = Wanted::Statement;
    Query *query = nullptr;
    Operand *operand = nullptr;
    Clause clause = Clause::Select;
    Range range = {};             ///< of the clause, or of what its place is part of
    size_t visible = everySource; ///< how many of the operand's sources can be used
    size_t source = 0;            ///< the one it is about
    bool named = false;           ///< that one has its alias
    bool conditioned = false;     ///< and its join's condition
    QStringList keywords = {};
};

/// Owns what the pointers lead to.
struct Syntax
{
    std::deque<Query> queries;
    std::deque<Operand> operands;
    Query *root = nullptr;
    Place place;
};

} // namespace squall::sql
