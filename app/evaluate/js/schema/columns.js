import { defaultOf } from './defaults.js';
import { identityNumbers } from './sequences.js';

/** A column of a table. */
export function columnOf(column, table, context) {
    return namedColumn(column, context.names.of(column), table, context);
}

/** The same in a view, where drizzle-kit heeds neither `casing` nor what an array is made of. */
export function viewColumnOf(column, view, context) {
    const result = namedColumn(column, column.name, view, context);
    if (!context.kinds.of(column).isEnum) delete result.typeSchema;
    return result;
}

function namedColumn(column, name, table, context) {
    const { orm } = context;
    const type = typeOf(column, context);
    const result = { name, type, primaryKey: column.primary, notNull: column.notNull };
    const typeSchema = typeSchemaOf(column, context);
    if (typeSchema !== undefined) result.typeSchema = typeSchema;
    if (column.generated) result.generated = { as: generatedText(column.generated.as, context), type: 'stored' };
    if (column.generatedIdentity) result.identity = identityOf(column.generatedIdentity, name, type, table);
    if (column.default !== undefined) result.default = defaultOf(column, type, orm.is, orm.SQL);
    return result;
}

/** drizzle-orm 1.0 counts the dimensions of an array apart. */
function typeOf(column, { core }) {
    const dimensions = core.PgArray ? 0 : (column.dimensions ?? 0);
    return column.getSQLType() + '[]'.repeat(dimensions);
}

/** Of an enum, or of an array of it; drizzle-kit records none for an enum that was made of an object. */
function typeSchemaOf(column, { kinds }) {
    const element = kinds.elementOf(column);
    return kinds.of(element).isEnum ? element.enum.schema || 'public' : undefined;
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
