#include "core/catalog/readers.h"

namespace squall::catalog {

namespace {

Firing firingOf(char letter)
{
    switch (letter) {
    case 'D': return Firing::Disabled;
    case 'R': return Firing::Replica;
    case 'A': return Firing::Always;
    default: return Firing::Origin;
    }
}

Policy::Command commandOf(char letter)
{
    switch (letter) {
    case 'r': return Policy::Command::Select;
    case 'a': return Policy::Command::Insert;
    case 'w': return Policy::Command::Update;
    case 'd': return Policy::Command::Delete;
    default: return Policy::Command::All;
    }
}

} // namespace

void readTrigger(Row &row, Assembly &assembly)
{
    auto *triggers = assembly.triggers(row.oid());
    if (!triggers)
        return;
    Trigger trigger;
    trigger.name = row.text();
    trigger.definition = row.text();
    trigger.firing = firingOf(row.letter());
    trigger.constraint = row.flag();
    trigger.inherited = row.flag();
    trigger.comment = row.text();
    triggers->push_back(std::move(trigger));
}

void readRule(Row &row, Assembly &assembly)
{
    auto *rules = assembly.rules(row.oid());
    if (!rules)
        return;
    Rule rule;
    rule.name = row.text();
    rule.definition = row.text();
    rule.firing = firingOf(row.letter());
    rule.comment = row.text();
    rules->push_back(std::move(rule));
}

void readPolicy(Row &row, Assembly &assembly)
{
    auto *table = assembly.table(row.oid());
    if (!table)
        return;
    Policy policy;
    policy.name = row.text();
    policy.command = commandOf(row.letter());
    policy.permissive = row.flag();
    policy.roles = row.list();
    policy.roles.sort();
    policy.usingSql = row.text();
    policy.checkSql = row.text();
    policy.comment = row.text();
    table->policies.push_back(std::move(policy));
}

} // namespace squall::catalog
