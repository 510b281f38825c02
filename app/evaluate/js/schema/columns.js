import { defaultOf } from './defaults.js';
import { identityNumbers } from './sequences.js';

/** A column of a table or a view. */
export function columnOf(column, table, context) {
    const { orm, names } = context;
    const name = names.of(column);
    const type = column.getSQLType();
    const result = { name, type, primaryKey: column.primary, notNull: column.notNull };
    const typeSchema = typeSchemaOf(column, context);
    if (typeSchema !== undefined) result.typeSchema = typeSchema;
    if (column.generated) result.generated = { as: generatedText(column.generated.as, context), type: 'stored' };
    if (column.generatedIdentity) result.identity = identityOf(column.generatedIdentity, name, type, table);
    if (column.default !== undefined) result.default = defaultOf(column, type, orm.is, orm.SQL);
    return result;
}

/** Of an enum, or of an array of it; drizzle-kit records none for an enum that was made of an object. */
function typeSchemaOf(column, { orm, core }) {
    let element = column;
    while (core.PgArray && orm.is(element, core.PgArray)) element = element.baseColumn;
    return orm.is(element, core.PgEnumColumn) ? element.enum.schema || 'public' : undefined;
}

function generatedText(as, { orm, dialect }) {
    const value = typeof as === 'function' ? as() : as;
    return orm.is(value, orm.SQL) ? dialect.sqlToQuery(value).sql : String(value);
}

function identityOf({ type, sequenceName, sequenceOptions }, column, columnType, table) {
    return {
        type,
        name: sequenceName ?? `${table.name}_${column}_seq`,
        schema: table.schema || 'public',
        ...identityNumbers(sequenceOptions, columnType),
    };
}
