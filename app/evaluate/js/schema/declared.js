/** What a snapshot does not say of the same things: how the program calls them, and what their values are to it. */
export function declaredOf(found, context, places) {
    const { names, configOf } = context;
    const declared = (value, { schema, name }, columns) => {
        return { id: `${schema || 'public'}.${name}`, name: found.names.get(value), ...places.of(value), columns };
    };
    return {
        tables: found.tables.map((entity) => {
            const columns = columnsOf(entity[context.orm.Table.Symbol.Columns], context, (column) => names.of(column));
            return declared(entity, configOf(entity), columns);
        }),
        views: found.views.map((entity) => {
            const { name, schema, selectedFields } = viewConfigOf(entity, context);
            return declared(entity, { name, schema }, columnsOf(selectedFields, context, (column) => column.name));
        }),
        enums: found.enums.map((each) => declared(each, { name: each.enumName, schema: each.schema })),
    };
}

export function viewConfigOf(entity, { orm, core }) {
    return orm.is(entity, core.PgMaterializedView) ? core.getMaterializedViewConfig(entity) : core.getViewConfig(entity);
}

function columnsOf(fields, context, nameOf) {
    const columns = Object.entries(fields).filter(([, field]) => context.kinds.of(field).isColumn);
    return columns.map(([key, column]) => columnOf(key, nameOf(column), column, context));
}

function columnOf(key, name, column, { kinds }) {
    const element = kinds.elementOf(column);
    const result = { name, key, value: valueKind(element) };
    const { enumValues } = element;
    const listed = Array.isArray(enumValues) && enumValues.length > 0 && !kinds.of(element).isEnum;
    if (listed) result.values = enumValues.map(String);
    if (column.defaultFn) result.default = true;
    if (column.onUpdateFn) result.update = true;
    return result;
}

const valueKinds = ['string', 'number', 'bigint', 'boolean', 'date', 'json', 'array', 'buffer', 'custom'];

/** drizzle-orm 1.0 says more of it: `string uuid`, `object date`. */
function valueKind({ dataType }) {
    const words = String(dataType).split(' ').reverse();
    return words.find((word) => valueKinds.includes(word)) ?? 'custom';
}
