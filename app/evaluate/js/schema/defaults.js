import { Told } from '../host/told.js';

/** A column's default as the snapshot has it: SQL text, or a number or boolean as it is. */
export function defaultOf(column, type, is, SQL) {
    const value = column.default;
    if (is(value, SQL)) return textOf(value, column);
    if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
    if (typeof value === 'bigint') return String(value);
    if (type === 'json' || type === 'jsonb') return `'${JSON.stringify(value)}'::${type}`;
    if (isDate(value)) return `'${dateText(value, type)}'`;
    if (Array.isArray(value) && /\[\d*\]/.test(type)) return `'${arrayText(value, type.replace(/\[\d*\].*$/, ''))}'`;
    return value;
}

const isDate = (value) => Object.prototype.toString.call(value) === '[object Date]';

function dateText(date, type) {
    const iso = date.toISOString();
    if (type === 'date') return iso.slice(0, 10);
    return type === 'timestamp' ? iso.slice(0, 23).replace('T', ' ') : iso;
}

function arrayText(values, type) {
    return `{${values.map((value) => elementText(value, type)).join(',')}}`;
}

function elementText(value, type) {
    if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
    if (Array.isArray(value)) return arrayText(value, type);
    if (isDate(value)) return `"${dateText(value, type)}"`;
    if (typeof value === 'object' && value !== null) return `"${JSON.stringify(value).replaceAll('"', '\\"')}"`;
    return `"${value}"`;
}

/** Fixed SQL: a default can take neither columns nor parameters. */
function textOf(sql, column) {
    const refuse = (code) => () => {
        throw new Told(code, column.name);
    };
    const casing = { getColumnCasing: refuse('default-column') };
    const escapeParam = refuse('default-parameter');
    return sql.toQuery({ escapeName: refuse('default-name'), escapeParam, escapeString: escapeParam, casing }).sql;
}
