/** What a column is, asked of drizzle-orm once for each class: there are many columns, and few classes. */
export class ColumnKinds {
    #known = new Map();

    constructor({ orm, core }) {
        this.#ask = (column) => ({
            isColumn: orm.is(column, core.PgColumn),
            isArray: core.PgArray !== undefined && orm.is(column, core.PgArray),
            isEnum: orm.is(column, core.PgEnumColumn),
        });
    }

    #ask;

    of(field) {
        if (typeof field !== 'object' || field === null) return nothing;
        const type = field.constructor;
        let known = this.#known.get(type);
        if (!known) this.#known.set(type, (known = this.#ask(field)));
        return known;
    }

    /** Of an array what it is made of. */
    elementOf(column) {
        let element = column;
        while (this.of(element).isArray) element = element.baseColumn;
        return element;
    }
}

const nothing = { isColumn: false, isArray: false, isEnum: false };
