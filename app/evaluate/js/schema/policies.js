import { duplicate } from './constraints.js';

export function policyOf(policy, { orm, core, dialect }) {
    const roleName = (role) => (orm.is(role, core.PgRole) ? role.name : role);
    const result = {
        name: policy.name,
        as: policy.as?.toUpperCase() ?? 'PERMISSIVE',
        for: policy.for?.toUpperCase() ?? 'ALL',
        to: [policy.to ?? 'public'].flat().map(roleName).sort(),
    };
    if (policy.using) result.using = dialect.sqlToQuery(policy.using).sql;
    if (policy.withCheck) result.withCheck = dialect.sqlToQuery(policy.withCheck).sql;
    return result;
}

export function addPolicy(into, policy, table) {
    if (Object.hasOwn(into, policy.name)) throw duplicate('policy-twice', policy.name, table);
    into[policy.name] = policy;
}

/** Policies that were exported themselves: each into its table, or beside them all when that is not in the schema. */
export function linkPolicies(policies, tables, context) {
    const apart = {};
    for (const policy of policies) {
        const linked = policy._linkedTable;
        if (!linked) continue;
        const { name, schema } = context.configOf(linked);
        const table = tables[`${schema || 'public'}.${name}`];
        const made = policyOf(policy, context);
        if (table) addPolicy(table.policies, made, table);
        else addPolicy(apart, { ...made, schema: schema || 'public', on: `"${schema || 'public'}"."${name}"` }, { name, schema });
    }
    return apart;
}
