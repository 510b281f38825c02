/** Names of columns that were declared without one, as the configuration's `casing` makes them of their keys. */
export class Names {
    constructor(casing) {
        this.convert = { snake_case: snake, camelCase: camel }[casing] ?? ((name) => name);
    }

    of(column) {
        return column.keyAsName ? this.convert(column.name) : column.name;
    }

    /** A default name made of columns' keys, with the names in place of these. */
    within(text, columns) {
        return columns.reduce((result, column) => {
            const name = this.of(column);
            return name === column.name ? result : result.replace(column.name, () => name);
        }, text);
    }
}

const wordsOf = (name) => name.replace(/['\u2019]/g, '').match(/[\da-z]+|[A-Z]+(?![a-z])|[A-Z][\da-z]+/g) ?? [];
const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

function snake(name) {
    return wordsOf(name)
        .map((word) => word.toLowerCase())
        .join('_');
}

function camel(name) {
    const [first = '', ...others] = wordsOf(name);
    return first.toLowerCase() + others.map(capital).join('');
}
