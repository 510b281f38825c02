import { columnOf } from './columns.js';
import { checksOf, compositeKeysOf, foreignKeysOf, uniquesOf } from './constraints.js';
import { indexesOf } from './indexes.js';
import { addPolicy, policyOf } from './policies.js';

export function tablesOf(entities, context) {
    const takenIndexes = new Map();
    const tables = entities.map((entity) => {
        try {
            const table = { ...context.configOf(entity), entity };
            return [`${table.schema || 'public'}.${table.name}`, tableOf(table, context, takenIndexes)];
        } catch (reason) {
            throw context.at(entity, reason);
        }
    });
    return Object.fromEntries(tables);
}

function tableOf(table, context, takenIndexes) {
    const columns = table.columns.map((column) => {
        const made = columnOf(column, table, context);
        return [made.name, made];
    });
    const policies = {};
    for (const policy of table.policies ?? []) addPolicy(policies, policyOf(policy, context), table);
    return {
        name: table.name,
        schema: table.schema ?? '',
        columns: Object.fromEntries(columns),
        indexes: indexesOf(table, context, takenIndexes),
        foreignKeys: foreignKeysOf(table, context),
        compositePrimaryKeys: compositeKeysOf(table, context),
        uniqueConstraints: uniquesOf(table, context),
        policies,
        checkConstraints: checksOf(table, context),
        isRLSEnabled: table.enableRLS ?? false,
    };
}
