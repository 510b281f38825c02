import { Names } from './casing.js';
import { ColumnKinds } from './columnkinds.js';
import { linkPolicies } from './policies.js';
import { sequenceNumbers } from './sequences.js';
import { tablesOf } from './tables.js';
import { viewsOf } from './views.js';

const nobody = '00000000-0000-0000-0000-000000000000';

/** What it takes to read the project's tables with its drizzle-orm. */
export function contextOf({ orm, core }, casing) {
    const dialect = new core.PgDialect({ casing: casing ?? undefined });
    const names = new Names(casing);
    return { orm, core, dialect, names, kinds: new ColumnKinds({ orm, core }), configOf: remembered(core.getTableConfig) };
}

/** A snapshot in version 7 of what was collected, as yet without an id. */
export function serialise(found, context) {
    const tables = tablesOf(found.tables, context);
    return {
        id: nobody,
        prevId: nobody,
        version: '7',
        dialect: 'postgresql',
        tables,
        enums: byKey(found.enums, ({ enumName, schema, enumValues }) => ({
            name: enumName,
            schema: schema || 'public',
            values: enumValues,
        })),
        schemas: Object.fromEntries(
            found.schemas.filter(({ schemaName }) => schemaName !== 'public').map(({ schemaName }) => [schemaName, schemaName]),
        ),
        sequences: byKey(found.sequences, ({ seqName, schema, seqOptions }) => ({
            name: seqName,
            schema: schema || 'public',
            ...sequenceNumbers(seqOptions),
        })),
        roles: rolesOf(found.roles),
        policies: linkPolicies(found.policies, tables, context),
        views: viewsOf(found.views, context),
        _meta: { columns: {}, schemas: {}, tables: {} },
    };
}

function byKey(entities, make) {
    const made = entities.map(make);
    return Object.fromEntries(made.map((each) => [`${each.schema}.${each.name}`, each]));
}

function rolesOf(roles) {
    const own = roles.filter((role) => !role._existing);
    return Object.fromEntries(
        own.map(({ name, createDb, createRole, inherit }) => [
            name,
            { name, createDb: createDb ?? false, createRole: createRole ?? false, inherit: inherit ?? true },
        ]),
    );
}

/** Asking drizzle-orm for a table's parts runs the project's callbacks: once is enough. */
function remembered(make) {
    const known = new Map();
    return (table) => {
        if (!known.has(table)) known.set(table, make(table));
        return known.get(table);
    };
}
