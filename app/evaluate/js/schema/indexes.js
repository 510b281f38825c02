import { Told } from '../host/told.js';

/** A table's indexes. `taken` has the names of its schema so far: there they share one space. */
export function indexesOf(table, context, taken) {
    const result = {};
    for (const { config } of table.indexes) {
        const columns = config.columns.map((column) => elementOf(column, context));
        const name = config.name ?? defaultName(table, columns);
        const schema = table.schema || 'public';
        const owner = taken.get(`${schema}.${name}`);
        if (owner) throw new Told('index-twice', schema, name, owner, table.name);
        taken.set(`${schema}.${name}`, table.name);
        result[name] = indexOf(config, name, columns, context);
    }
    return result;
}

function indexOf(config, name, columns, { dialect }) {
    checkVectors(config, name);
    const result = { name, columns, isUnique: config.unique ?? false };
    if (config.where) result.where = dialect.sqlToQuery(config.where).sql;
    result.concurrently = config.concurrently ?? false;
    result.method = config.method ?? 'btree';
    result.with = config.with ?? {};
    return result;
}

function elementOf(column, { orm, dialect, names }) {
    if (orm.is(column, orm.SQL)) {
        const expression = dialect.sqlToQuery(column, 'indexes').sql;
        return { expression, isExpression: true, asc: true, nulls: 'last' };
    }
    const { order, nulls, opClass } = column.indexConfig ?? {};
    const element = { expression: names.of(column), isExpression: false, asc: order !== 'desc', nulls: nulls ?? 'last' };
    return opClass === undefined ? element : { ...element, opclass: opClass };
}

function defaultName(table, columns) {
    if (columns.some(({ isExpression }) => isExpression))
        throw new Told('index-unnamed', table.name);
    return `${table.name}_${columns.map(({ expression }) => expression).join('_')}_index`;
}

function checkVectors(config, name) {
    const bare = config.columns.find(({ type, indexConfig }) => type === 'PgVector' && indexConfig?.opClass === undefined);
    if (bare) throw new Told('vector-class', name, bare.name);
}
