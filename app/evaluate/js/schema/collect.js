/** Everything the files export that says something about a database, each thing once and in order. */
export function collect(modules, { orm, core }, loader) {
    const { is } = orm;
    const sets = { tables: [], enums: [], schemas: [], sequences: [], roles: [], policies: [], views: [], relations: [], relationSets: [] };
    const names = new Map(); // of the exports, the first of each
    const kinds = [
        ['tables', core.PgTable],
        ['schemas', core.PgSchema],
        ['views', core.PgView],
        ['views', core.PgMaterializedView],
        ['sequences', core.PgSequence],
        ['roles', core.PgRole],
        ['policies', core.PgPolicy],
    ].filter(([, type]) => type !== undefined); // an older drizzle-orm lacks some
    for (const module of modules) {
        if (module === null || (typeof module !== 'object' && typeof module !== 'function')) continue;
        for (const name of loader.exportsOf(module)) {
            const value = module[name];
            if (value === null || (typeof value !== 'object' && typeof value !== 'function')) continue;
            if (!names.has(value)) names.set(value, name);
            if (core.isPgEnum(value)) sets.enums.push(value);
            else add(sets, kinds.find(([, type]) => is(value, type))?.[0] ?? relationKind(value, orm), value);
        }
    }
    return { ...sets, names };
}

const entityKind = Symbol.for('drizzle:entityKind');

/** Of `relations()`, which drizzle-orm 1.0 has in a module of its own, or of `defineRelations()`, which makes plain objects. */
function relationKind(value, orm) {
    const type = Object.getPrototypeOf(value)?.constructor;
    if (type?.[entityKind] === 'Relations') return 'relations';
    return type?.name === 'Object' && isRelationSet(value, orm) ? 'relationSets' : undefined;
}

function isRelationSet(value, orm) {
    if (typeof orm.defineRelations !== 'function') return false;
    const isPart = (part) => typeof part?.relations === 'object' && (orm.is(part.table, orm.Table) || orm.is(part.table, orm.View));
    try {
        const parts = Object.values(value);
        return parts.length > 0 && parts.every(isPart);
    } catch {
        return false; // an object of the project's own that does not like to be looked at
    }
}

/** Views and policies that are reached twice stay twice: the serialiser tells. */
function add(sets, kind, value) {
    if (!kind) return;
    const twiceTells = kind === 'views' || kind === 'policies';
    if (twiceTells || !sets[kind].includes(value)) sets[kind].push(value);
}
