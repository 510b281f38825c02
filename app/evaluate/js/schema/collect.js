/** Everything the files export that says something about a database, each thing once and in order. */
export function collect(modules, { orm, core }, loader) {
    const { is } = orm;
    const sets = { tables: [], enums: [], schemas: [], sequences: [], roles: [], policies: [], views: [], relations: [] };
    const kinds = [
        ['tables', core.PgTable],
        ['schemas', core.PgSchema],
        ['views', core.PgView],
        ['views', core.PgMaterializedView],
        ['sequences', core.PgSequence],
        ['roles', core.PgRole],
        ['policies', core.PgPolicy],
        ['relations', orm.Relations],
    ].filter(([, type]) => type !== undefined); // an older drizzle-orm lacks some
    for (const module of modules) {
        if (module === null || (typeof module !== 'object' && typeof module !== 'function')) continue;
        for (const name of loader.exportsOf(module)) {
            const value = module[name];
            if (value === null || (typeof value !== 'object' && typeof value !== 'function')) continue;
            if (core.isPgEnum(value)) sets.enums.push(value);
            else add(sets, kinds.find(([, type]) => is(value, type))?.[0], value);
        }
    }
    return sets;
}

/** Views and policies that are reached twice stay twice: the serialiser tells. */
function add(sets, kind, value) {
    if (!kind) return;
    const twiceTells = kind === 'views' || kind === 'policies';
    if (twiceTells || !sets[kind].includes(value)) sets[kind].push(value);
}
