#include "core/catalog/words.h"

namespace squall::catalog {

using namespace Qt::StringLiterals;

QString word(Column::Generated generated)
{
    switch (generated) {
    case Column::Generated::No: return {};
    case Column::Generated::Stored: return u"stored"_s;
    case Column::Generated::Virtual: return u"virtual"_s;
    }
    Q_UNREACHABLE();
}

QString word(Constraint::Type type)
{
    switch (type) {
    case Constraint::Type::PrimaryKey: return u"primary key"_s;
    case Constraint::Type::Unique: return u"unique"_s;
    case Constraint::Type::ForeignKey: return u"foreign key"_s;
    case Constraint::Type::Check: return u"check"_s;
    case Constraint::Type::Exclusion: return u"exclusion"_s;
    case Constraint::Type::NotNull: return u"not null"_s;
    }
    Q_UNREACHABLE();
}

QString word(Constraint::Action action)
{
    switch (action) {
    case Constraint::Action::NoAction: return {};
    case Constraint::Action::Restrict: return u"restrict"_s;
    case Constraint::Action::Cascade: return u"cascade"_s;
    case Constraint::Action::SetNull: return u"set null"_s;
    case Constraint::Action::SetDefault: return u"set default"_s;
    }
    Q_UNREACHABLE();
}

QString word(Constraint::Match match)
{
    switch (match) {
    case Constraint::Match::Simple: return {};
    case Constraint::Match::Full: return u"full"_s;
    case Constraint::Match::Partial: return u"partial"_s;
    }
    Q_UNREACHABLE();
}

QString word(Firing firing)
{
    switch (firing) {
    case Firing::Origin: return {};
    case Firing::Disabled: return u"disabled"_s;
    case Firing::Replica: return u"replica"_s;
    case Firing::Always: return u"always"_s;
    }
    Q_UNREACHABLE();
}

QString word(Policy::Command command)
{
    switch (command) {
    case Policy::Command::All: return u"all"_s;
    case Policy::Command::Select: return u"select"_s;
    case Policy::Command::Insert: return u"insert"_s;
    case Policy::Command::Update: return u"update"_s;
    case Policy::Command::Delete: return u"delete"_s;
    }
    Q_UNREACHABLE();
}

QString word(ReplicaIdentity identity)
{
    switch (identity) {
    case ReplicaIdentity::Default: return {};
    case ReplicaIdentity::Nothing: return u"nothing"_s;
    case ReplicaIdentity::Full: return u"full"_s;
    case ReplicaIdentity::Index: return u"index"_s;
    }
    Q_UNREACHABLE();
}

QString word(Function::Type type)
{
    switch (type) {
    case Function::Type::Function: return u"function"_s;
    case Function::Type::Procedure: return u"procedure"_s;
    case Function::Type::Window: return u"window function"_s;
    case Function::Type::Aggregate: return u"aggregate"_s;
    }
    Q_UNREACHABLE();
}

QString word(Kind kind)
{
    // In the order of the enumeration.
    static constexpr const char *words[] = {"database",
                                            "role",
                                            "tablespace",
                                            "schema",
                                            "language",
                                            "extension",
                                            "access method",
                                            "collation",
                                            "enum",
                                            "domain",
                                            "composite type",
                                            "range type",
                                            "base type",
                                            "function",
                                            "aggregate",
                                            "operator",
                                            "operator family",
                                            "operator class",
                                            "cast",
                                            "transform",
                                            "conversion",
                                            "text search parser",
                                            "text search template",
                                            "text search dictionary",
                                            "text search configuration",
                                            "foreign-data wrapper",
                                            "foreign server",
                                            "user mapping",
                                            "sequence",
                                            "table",
                                            "foreign table",
                                            "view",
                                            "materialized view",
                                            "column",
                                            "default",
                                            "constraint",
                                            "index",
                                            "statistics",
                                            "rule",
                                            "trigger",
                                            "policy",
                                            "publication",
                                            "subscription",
                                            "event trigger",
                                            "default privileges",
                                            "large object"};
    static_assert(std::size(words) == static_cast<size_t>(Kind::LargeObject) + 1);
    return QString::fromLatin1(words[static_cast<size_t>(kind)]);
}

} // namespace squall::catalog
