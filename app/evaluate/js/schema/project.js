import { Told } from '../host/told.js';
import { collect } from './collect.js';
import { declaredOf } from './declared.js';
import { Places } from './places.js';
import { relationsOf } from './relations.js';
import { contextOf, serialise } from './serialise.js';

/** What the entry files declare, in two texts: the snapshot, and what only the program knows of it. */
export function projectOf(modules, drizzle, casing, loader) {
    const found = collect(modules, drizzle, loader);
    const places = new Places(loader);
    const context = { ...contextOf(drizzle, casing), at: (entity, reason) => located(reason, places.of(entity)) };
    const snapshot = serialise(found, context);
    const newer = typeof drizzle.orm.defineRelations === 'function';
    const beside = { newer, ...declaredOf(found, context, places), relations: relationsOf(found, context, places) };
    return [JSON.stringify(snapshot), JSON.stringify(beside)];
}

/** What we have to say of something is said where that is declared. */
function located(reason, { file, line = 1 }) {
    if (reason instanceof Told && file) reason.place ??= { file, line, column: 1 };
    return reason;
}
