#include "core/sql/complete/statementstart.h"

#include <QStringList>

namespace squall::sql {

using namespace Qt::StringLiterals;

namespace {

struct BuiltinSnippet
{
    QStringView name;
    QStringView text; ///< `|`: where the cursor goes
};

constexpr BuiltinSnippet snippets[] = {
    {u"sel", u"select * from |"},
    {u"selw", u"select * from | where "},
    {u"selc", u"select count(*) from |"},
    {u"ins", u"insert into | () values ()"},
    {u"upd", u"update | set  where "},
    {u"del", u"delete from | where "},
    {u"cte", u"with t as (|) select * from t"},
    {u"tab", u"create table | (\n    id bigint generated always as identity primary key\n)"},
    {u"ind", u"create index on | ()"},
};

/// The likeliest first; a semicolon between them.
constexpr char16_t usual[] =
    u"select;with;insert into;update;delete from;explain;create table;alter table;begin;"
    "commit;rollback;drop table;truncate;create index;create view";
constexpr char16_t others[] =
    u"merge into;values;analyze;vacuum;set;show;call;do;copy;grant;revoke;comment on;create;alter;drop;"
    "create or replace function;create materialized view;create type;create extension;create schema;"
    "create unique index;create trigger;create sequence;create role;create policy;refresh materialized view;"
    "reindex;cluster;listen;notify;unlisten;lock;prepare;execute;deallocate;declare;fetch;close;savepoint;"
    "release;start transaction;reset;table;security label;discard;checkpoint;import foreign schema;reassign "
    "owned";

constexpr int usualWeight = 90;
constexpr int otherWeight = 70;
constexpr int snippetWeight = 20;
/// Whoever gave it an abbreviation means it by that.
constexpr int ownWeight = 60;
constexpr int ownNameWeight = 10;

void offerAll(QStringView words, int weight, Offers &offers)
{
    for (const auto word : words.split(u';'))
        offers.keyword(word, weight--);
}

void offerOwn(const std::vector<Snippet> &own, Offers &offers)
{
    for (const auto &snippet : own) {
        auto [text, stops] = expand(snippet.text);
        const auto &first = stops.front();
        const auto back = static_cast<int>(text.size() - first.start - first.length);
        if (stops.size() == 1)
            stops.clear();
        const Suggestion suggestion{Suggestion::Type::Snippet, text, snippet.name, back, stops};
        offers.add(snippet.abbreviation, ownWeight, suggestion);
        if (!offers.written().isEmpty())
            offers.add(snippet.name, ownNameWeight, suggestion);
    }
}

} // namespace

void offerStatements(Offers &offers, const std::vector<Snippet> &own)
{
    offerOwn(own, offers);
    offerAll(usual, usualWeight, offers);
    offerAll(others, otherWeight, offers);
    for (const auto &[name, text] : snippets) {
        if (offers.written().isEmpty())
            continue;
        auto inserted = offers.cased(text);
        const auto at = inserted.indexOf(u'|');
        inserted.remove(at, 1);
        offers.add(name.toString(), snippetWeight,
                   {Suggestion::Type::Snippet, inserted, {}, static_cast<int>(inserted.size() - at)});
    }
}

void offerExplained(Offers &offers)
{
    offers.keywords({u"select", u"analyze", u"(analyze, buffers)", u"verbose", u"insert into", u"update",
                     u"delete from", u"with", u"merge into"},
                    60);
}

} // namespace squall::sql
