// Typing SQL letter by letter against a large schema: what a keystroke's suggestions cost.
// bench-complete [TABLES]: tables of 16 columns each, 5000 when nothing is said.

#include "core/sql/complete.h"

#include <QElapsedTimer>
#include <QStringList>

#include <algorithm>
#include <cstdio>

using namespace squall;
using namespace Qt::StringLiterals;

namespace {

constexpr double goalMs = 16;
constexpr int columnCount = 16;
constexpr int linesBefore = 2000;

double milliseconds(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

QString tableName(int number)
{
    static const QStringList first = {u"order"_s,  u"user"_s,  u"invoice"_s, u"product"_s, u"account"_s,
                                      u"ticket"_s, u"event"_s, u"stock"_s,   u"payment"_s, u"shipment"_s};
    static const QStringList second = {u"items"_s, u"notes"_s,  u"states"_s, u"groups"_s, u"logs"_s,
                                       u"rules"_s, u"limits"_s, u"tags"_s,   u"files"_s,  u"links"_s};
    if (number == 0)
        return u"tenants"_s;
    return first[number % 10] + u'_' + second[number / 10 % 10] + u'_' + QString::number(number);
}

catalog::Constraint foreignKey(const QString &column, const QString &table)
{
    return {.name = column + u"_fkey"_s,
            .type = catalog::Constraint::Type::ForeignKey,
            .columns = {column},
            .referencedTable = {u"public"_s, table},
            .referencedColumns = {u"id"_s}};
}

/// Every table belongs to a tenant and to the table before it.
catalog::SnapshotPtr schemaOf(int tables)
{
    catalog::Snapshot snapshot;
    snapshot.schemas.emplace_back().name = u"public"_s;
    catalog::Enum state;
    state.schema = u"public"_s;
    state.name = u"state"_s;
    state.labels = {u"new"_s, u"open"_s, u"closed"_s};
    snapshot.enums.push_back(state);
    for (int i = 0; i < tables; ++i) {
        catalog::Table table;
        table.schema = u"public"_s;
        table.name = tableName(i);
        table.columns = {{.name = u"id"_s, .type = u"bigint"_s, .notNull = true},
                         {.name = u"tenant_id"_s, .type = u"bigint"_s},
                         {.name = u"parent_id"_s, .type = u"bigint"_s},
                         {.name = u"status"_s, .type = u"public.state"_s}};
        while (table.columns.size() < columnCount)
            table.columns.push_back(
                {.name = u"field_%1_%2"_s.arg(table.columns.size()).arg(i), .type = u"text"_s});
        if (i > 0)
            table.constraints = {foreignKey(u"tenant_id"_s, tableName(0)),
                                 foreignKey(u"parent_id"_s, tableName(i - 1))};
        snapshot.tables.push_back(table);
    }
    std::sort(snapshot.tables.begin(), snapshot.tables.end(),
              [](const auto &a, const auto &b) { return a.name < b.name; });
    return std::make_shared<const catalog::Snapshot>(std::move(snapshot));
}

QStringList statements()
{
    return {
        u"select o.id, o.field_5_1230, count(*) from order_groups_1230 o join tenants t on o.tenant_id = "
        u"t.id "
        "where o.status = 'open' and t.field_7_0 is not null group by o.id, o.field_5_1230 order by 3 desc limit 10"_s,
        u"with recent as (select id, tenant_id, status from user_notes_11 where field_4_11 like 'a%') "
        "select r.id, t.field_6_0 from recent r left join tenants t on t.id = r.tenant_id where r.status <> 'new'"_s,
        u"select t.id, e.field_4_2526 from tenants t join event_states_2526 e on t.id = e.tenant_id and "
        u"e.status = 'open' "
        "where t.id = 1"_s,
        u"insert into invoice_states_22 (tenant_id, parent_id, status) select t.id, 1, 'new' from tenants t "
        "where exists (select 1 from product_groups_33 p where p.tenant_id = t.id) on conflict do nothing returning id"_s,
        u"update account_logs_44 set status = 'closed', field_8_44 = upper(field_9_44) from tenants where "
        "tenants.id = account_logs_44.tenant_id returning account_logs_44.id"_s,
        u"alter table ticket_rules_55 add constraint tenant_again foreign key (tenant_id) references tenants "
        u"(id) on "
        "delete cascade"_s,
    };
}

/// Every keystroke of the statements, behind what is there already.
std::vector<double> typed(const QString &before, const sql::CompletionCatalog &catalog, qsizetype &offered)
{
    std::vector<double> times;
    for (const auto &statement : statements()) {
        for (qsizetype end = 0; end <= statement.size(); ++end) {
            const auto text = before + statement.left(end);
            QElapsedTimer timer;
            timer.start();
            const auto completion = sql::complete(text, text.size(), catalog);
            times.push_back(milliseconds(timer));
            offered += static_cast<qsizetype>(completion.suggestions.size());
        }
    }
    std::sort(times.begin(), times.end());
    return times;
}

bool report(const char *what, const std::vector<double> &times)
{
    const auto at = [&](double part) {
        return times[static_cast<size_t>(part * static_cast<double>(times.size() - 1))];
    };
    std::printf("  %-28s %6zu keystrokes   median %6.2f ms   p99 %6.2f ms   max %6.2f ms\n", what,
                times.size(), at(0.5), at(0.99), times.back());
    return at(0.99) <= goalMs;
}

} // namespace

int main(int argc, char **argv)
{
    const int tables = argc > 1 ? std::max(1, QString::fromLocal8Bit(argv[1]).toInt()) : 5000;
    const auto snapshot = schemaOf(tables);
    QElapsedTimer timer;
    timer.start();
    const sql::CompletionCatalog catalog(snapshot);
    std::printf("Completing at %d tables of %d columns (index built in %.0f ms)\n", tables, columnCount,
                milliseconds(timer));
    qsizetype offered = 0;
    bool met = report("a statement alone", typed({}, catalog, offered));
    const auto script = u"select field_5_12 from invoice_notes_12 where id = 1;\n"_s.repeated(linesBefore);
    met = report("behind 2000 other statements", typed(script, catalog, offered)) && met;
    std::printf("  %lld suggestions; goal p99 <= %.0f ms: %s\n", static_cast<long long>(offered), goalMs,
                met ? "met" : "missed");
    return offered > 0 ? 0 : 1;
}
