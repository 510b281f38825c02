import { collect } from './collect.js';
import { declaredOf } from './declared.js';
import { Places } from './places.js';
import { relationsOf } from './relations.js';
import { contextOf, serialise } from './serialise.js';

/** What the entry files declare, in two texts: the snapshot, and what only the program knows of it. */
export function projectOf(modules, drizzle, casing, loader) {
    const found = collect(modules, drizzle, loader);
    const context = contextOf(drizzle, casing);
    const snapshot = serialise(found, context);
    const places = new Places(loader);
    const beside = { ...declaredOf(found, context, places), relations: relationsOf(found, context, places) };
    return [JSON.stringify(snapshot), JSON.stringify(beside)];
}
