/** What the parent puts into words: a code, and the names that belong into the sentence. */
export class Told extends Error {
    constructor(code, ...values) {
        super(plain(code, values));
        this.told = { code, values };
    }
}

/** The same as an error of the project's realm, which may catch it. */
export function toldIn(realmError, code, ...values) {
    return Object.assign(new realmError(plain(code, values)), { told: { code, values } });
}

const plain = (code, values) => [code, ...values].join(' ');
