import { Told } from '../host/told.js';
import { viewColumnOf } from './columns.js';
import { viewConfigOf } from './declared.js';

/** Materialized views come after the others. */
export function viewsOf(entities, context) {
    const result = {};
    const isMaterialized = (entity) => context.orm.is(entity, context.core.PgMaterializedView);
    const ordered = [...entities.filter((each) => !isMaterialized(each)), ...entities.filter(isMaterialized)];
    for (const entity of ordered) {
        const view = viewOf(entity, context);
        const key = `${view.schema}.${view.name}`;
        if (Object.hasOwn(result, key)) throw context.at(entity, new Told('view-twice', key));
        result[key] = view;
    }
    return result;
}

function viewOf(entity, context) {
    const { orm, core, dialect } = context;
    const materialized = orm.is(entity, core.PgMaterializedView);
    const config = viewConfigOf(entity, context);
    const { name, schema, selectedFields, query, isExisting, tablespace, using } = config;
    const options = config.with;
    const view = { columns: columnsOf(selectedFields, { name, schema }, context) };
    if (!isExisting && query) view.definition = dialect.sqlToQuery(query).sql;
    Object.assign(view, { name, schema: schema ?? 'public', isExisting });
    if (options !== undefined) view.with = options;
    if (config.withNoData !== undefined) view.withNoData = config.withNoData;
    view.materialized = materialized;
    if (tablespace !== undefined) view.tablespace = tablespace;
    if (using !== undefined) view.using = using;
    return view;
}

/** What is selected as it stands in a table; computed fields have no type that could be known. */
function columnsOf(fields, view, context) {
    const columns = Object.values(fields).filter((field) => context.kinds.of(field).isColumn);
    return Object.fromEntries(columns.map((column) => [column.name, viewColumnOf(column, view, context)]));
}
