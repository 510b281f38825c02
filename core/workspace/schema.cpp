#include "core/workspace/schema.h"

namespace squall::workspace {

using namespace Qt::Literals::StringLiterals;

const std::vector<QStringList> &schemaSteps()
{
    static const std::vector<QStringList> steps{
        {
            u"create table connection (id text primary key, name text not null, keywords text not null,"
            u" environment text not null, one_connection integer not null, last_used integer) strict"_s,
            u"create table tab (id text primary key, position integer not null, connection text not null,"
            u" kind text not null, object_kind integer not null, object_schema text not null, object_name "
            u"text not null,"
            u" title text not null, content text not null, view text not null, current integer not null) strict"_s,
            u"create table history (id integer primary key, connection text not null, at integer not null,"
            u" sql text not null, milliseconds integer not null, rows integer not null, error text not null) strict"_s,
            u"create index history_by_connection on history (connection, id)"_s,
            u"create table setting (owner text not null, name text not null, value blob not null,"
            u" primary key (owner, name)) strict, without rowid"_s,
        },
        {
            u"create table staged (connection text not null, kind integer not null, schema text not null,"
            u" name text not null, edits blob not null, draft blob not null,"
            u" primary key (connection, kind, schema, name)) strict, without rowid"_s,
            u"create table batch (id integer primary key, connection text not null, at integer not null,"
            u" state integer not null, xid blob not null, content blob not null) strict"_s,
            u"create index batch_by_connection on batch (connection, id)"_s,
        },
        {
            // Several programs may have edits of the same relation.
            u"alter table batch add column owner text not null default 'before'"_s,
            u"alter table staged rename to staged_by_all"_s,
            u"create table staged (connection text not null, owner text not null, kind integer not null,"
            u" schema text not null, name text not null, edits blob not null, draft blob not null,"
            u" primary key (connection, owner, kind, schema, name)) strict, without rowid"_s,
            u"insert into staged select connection, 'before', kind, schema, name, edits, draft from staged_by_all"_s,
            u"drop table staged_by_all"_s,
        },
        {
            u"alter table connection add column apply_on_leave integer not null default 0"_s,
        },
        {
            u"create table buffer (id text primary key, connection text not null, owner text not null,"
            u" title text not null, content text not null, caret integer not null, anchor integer not null,"
            u" first_line integer not null, file text not null, encoding text not null, file_mark blob not "
            u"null,"
            u" parameters blob not null, closed integer) strict"_s,
            u"create index buffer_by_connection on buffer (connection, closed)"_s,
        },
        {
            u"alter table history add column database text not null default ''"_s,
            u"alter table history add column whole integer not null default 1"_s,
            u"alter table history add column length integer not null default 0"_s,
            u"update history set length = length(sql)"_s,
            u"drop index history_by_connection"_s,
            u"create index history_by_connection on history (connection, id, length)"_s,
        },
        {
            u"create table query (id text primary key, connection text not null, folder text not null,"
            u" name text not null, abbreviation text not null, content text not null) strict, without rowid"_s,
        },
        {
            u"alter table buffer add column undo blob not null default x''"_s,
            u"create table result (id text primary key, buffer text not null, position integer not null,"
            u" at integer not null, length integer not null, content blob not null) strict"_s,
            u"create index result_by_buffer on result (buffer, position)"_s,
            u"create index result_by_age on result (at, length)"_s,
            // Whatever becomes of a text becomes of what it gave.
            u"create trigger buffer_deleted after delete on buffer begin"
            u" delete from result where buffer = old.id; end"_s,
        },
    };
    return steps;
}

} // namespace squall::workspace
