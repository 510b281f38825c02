import { Told } from '../host/told.js';

/** A table's unique constraints: those of columns first, in their order. */
export function uniquesOf(table, { names, core }) {
    const result = {};
    const add = (name, columns, nullsNotDistinct) => {
        if (Object.hasOwn(result, name)) throw duplicate('unique-twice', name, table);
        result[name] = { name, nullsNotDistinct, columns: columns.map((column) => names.of(column)) };
    };
    for (const column of table.columns) {
        if (!column.isUnique) continue;
        const name = column.uniqueName ?? core.uniqueKeyName(table.entity, [column.name]);
        add(name, [column], column.uniqueType === 'not distinct');
    }
    for (const { name, columns, nullsNotDistinct } of table.uniqueConstraints) {
        const keys = columns.map((column) => column.name);
        add(name ?? core.uniqueKeyName(table.entity, keys), columns, nullsNotDistinct === true);
    }
    return result;
}

export function compositeKeysOf(table, { names }) {
    const keys = table.primaryKeys.map((key) => {
        const name = names.within(key.getName(), key.columns);
        return [name, { name, columns: key.columns.map((column) => names.of(column)) }];
    });
    return Object.fromEntries(keys);
}

export function foreignKeysOf(table, { names, orm, configOf }) {
    const keys = table.foreignKeys.map((key) => {
        const { columns, foreignColumns, foreignTable } = key.reference();
        const name = names.within(key.getName(), [...columns, ...foreignColumns]);
        const { schema } = configOf(foreignTable);
        const result = { name, tableFrom: table.name, tableTo: orm.getTableName(foreignTable) };
        if (schema) result.schemaTo = schema;
        result.columnsFrom = columns.map((column) => names.of(column));
        result.columnsTo = foreignColumns.map((column) => names.of(column));
        return [name, { ...result, onDelete: key.onDelete ?? 'no action', onUpdate: key.onUpdate ?? 'no action' }];
    });
    return Object.fromEntries(keys);
}

export function checksOf(table, { dialect }) {
    const result = {};
    for (const { name, value } of table.checks) {
        if (Object.hasOwn(result, name)) throw duplicate('check-twice', name, table);
        result[name] = { name, value: dialect.sqlToQuery(value).sql };
    }
    return result;
}

export function duplicate(code, name, table) {
    const where = table.schema ? `${table.schema}.${table.name}` : table.name;
    return new Told(code, where, name);
}
