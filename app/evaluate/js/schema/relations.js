import { viewConfigOf } from './declared.js';

/** What `relations()` and `defineRelations()` say, with what is known of both sides. */
export function relationsOf(found, context, places) {
    const written = [
        ...found.relations.flatMap((each) => declaredWith(each, places.of(each))),
        ...found.relationSets.flatMap((each) => definedIn(each, places.of(each))),
    ];
    const seen = new Set();
    const once = written.filter(({ relation }) => !relation || (!seen.has(relation) && seen.add(relation)));
    return once.map((each) => described(each, once, context));
}

/** `relations(table, …)`. Its callback gets helpers of ours: what they return says all there is to know. */
function declaredWith({ table, config }, place) {
    const helper = (kind) => (target, options) => {
        const relation = { kind, target, options };
        return { ...relation, withFieldName: () => relation };
    };
    let fields;
    try {
        fields = Object.entries(config({ one: helper('one'), many: helper('many') }));
    } catch (reason) {
        return [{ source: table, place, fault: 'thrown', reason }];
    }
    return fields.map(([key, { kind, target, options = {} }]) => ({
        key,
        kind,
        source: table,
        target,
        name: options.relationName,
        from: options.fields,
        to: options.references,
        optional: kind === 'one' && !(options.fields ?? [{}]).every((column) => column.notNull),
        place,
    }));
}

/** `defineRelations(schema, …)` of 1.0, which has found the sides that were left out. */
function definedIn(set, place) {
    const columns = (list) => list?.map(({ _ }) => _.column);
    return Object.values(set).flatMap(({ table, relations }) =>
        Object.entries(relations).map(([key, relation]) => ({
            key,
            kind: relation.relationType,
            source: table,
            target: relation.targetTable,
            name: relation.alias,
            from: columns(relation.sourceColumns),
            to: columns(relation.targetColumns),
            through: relation.throughTable && {
                table: relation.throughTable,
                from: columns(relation.through.source),
                to: columns(relation.through.target),
            },
            optional: relation.relationType === 'one' && relation.optional !== false,
            relation,
            place,
        })),
    );
}

function described(each, all, context) {
    const { key = '', kind = 'one', name, source, target, optional, place, reason } = each;
    const { from = [], to = [], through, fault } = each.fault ? each : sidesOf(each, all);
    const namesOf = (columns) => columns.map((column) => context.names.of(column));
    const result = { key, kind, from: { table: idOf(source, context), columns: namesOf(from) }, ...place };
    if (target) result.to = { table: idOf(target, context), columns: namesOf(to) };
    if (through) result.through = { table: idOf(through.table, context), from: namesOf(through.from), to: namesOf(through.to) };
    if (name !== undefined) result.name = String(name);
    if (optional) result.optional = true;
    if (fault) result.fault = fault;
    if (reason) result.message = String(reason?.message ?? reason);
    return result;
}

/** Of both tables the columns, from the relation the other way where this one does not say them. */
function sidesOf(relation, all) {
    const { from, to, through, source, target, name } = relation;
    if (from && to) return from.length === to.length && from.length > 0 ? { from, to, through } : { from, to, fault: 'unequal' };
    const fits = name === undefined ? (other) => other.target === source : (other) => other.name === name;
    const back = all.filter((other) => other !== relation && other.source === target && fits(other));
    if (back.length > 1) return { fault: 'ambiguous' };
    const [other] = back;
    return other?.from && other.to ? { from: other.to, to: other.from } : { fault: 'side' };
}

function idOf(entity, context) {
    const { orm } = context;
    const { Name, Schema } = orm.Table.Symbol;
    const { name, schema } = orm.is(entity, orm.Table) ? { name: entity[Name], schema: entity[Schema] } : viewConfigOf(entity, context);
    return `${schema || 'public'}.${name}`;
}
