const pattern = /^([a-zA-Z][a-zA-Z0-9+.-]*:)(?:\/\/(?:([^/?#@]*)@)?(\[[^\]]*\]|[^/?#:]*)(?::(\d*))?)?([^?#]*)(\?[^#]*)?(#.*)?$/s;
const defaultPorts = { 'http:': '80', 'https:': '443', 'ws:': '80', 'wss:': '443', 'ftp:': '21' };

/** Addresses, as far as configurations take connection strings apart and put them together. */
export class Url {
    #parts;
    #search;

    constructor(text, base) {
        const match = pattern.exec(base === undefined ? String(text).trim() : resolved(String(text), new Url(base)));
        if (!match) throw new TypeError(`“${text}” cannot be parsed as a URL.`);
        const [, protocol, user = '', hostname = '', port = '', path = '', search = '', hash = ''] = match;
        const special = protocol.toLowerCase() in defaultPorts;
        const colon = user.indexOf(':');
        this.#parts = {
            protocol: protocol.toLowerCase(),
            slashes: /^[^/?#]*\/\//.test(match[0]),
            username: colon < 0 ? user : user.slice(0, colon),
            password: colon < 0 ? '' : user.slice(colon + 1),
            hostname: special ? hostname.toLowerCase() : hostname,
            port: defaultPorts[protocol.toLowerCase()] === port ? '' : port,
            pathname: special && path === '' ? '/' : path,
            hash: hash === '#' ? '' : hash,
        };
        this.#search = new UrlSearchParams(search);
        this.#rawSearch = search === '?' ? '' : search;
    }

    #rawSearch = '';

    static canParse(text) {
        return pattern.test(String(text));
    }

    get search() {
        const text = this.#search.toString();
        if (!this.#search.changed) return this.#rawSearch;
        return text ? `?${text}` : '';
    }

    set search(value) {
        this.#search = new UrlSearchParams(value);
        this.#rawSearch = value && !String(value).startsWith('?') ? `?${value}` : String(value);
    }

    get searchParams() {
        return this.#search;
    }

    get host() {
        return this.#parts.hostname + (this.#parts.port && `:${this.#parts.port}`);
    }

    get origin() {
        return this.#parts.protocol in defaultPorts ? `${this.#parts.protocol}//${this.host}` : 'null';
    }

    get href() {
        const { protocol, slashes, username, password, pathname, hash } = this.#parts;
        const user = username || password ? `${username}${password && `:${password}`}@` : '';
        return `${protocol}${slashes ? '//' : ''}${user}${this.host}${pathname}${this.search}${hash}`;
    }

    toString() {
        return this.href;
    }

    toJSON() {
        return this.href;
    }

    static {
        for (const name of ['protocol', 'username', 'password', 'hostname', 'port', 'pathname', 'hash']) {
            Object.defineProperty(Url.prototype, name, {
                get() {
                    return this.#parts[name];
                },
                set(value) {
                    this.#parts[name] = name === 'username' || name === 'password' ? encodeURIComponent(value) : String(value);
                },
                enumerable: true,
                configurable: true,
            });
        }
    }
}

function resolved(text, base) {
    if (/^[a-zA-Z][a-zA-Z0-9+.-]*:/.test(text)) return text;
    const start = `${base.protocol}//${base.host}`;
    if (text.startsWith('//')) return base.protocol + text;
    if (text.startsWith('/')) return start + text;
    if (text.startsWith('?') || text.startsWith('#') || text === '') return start + base.pathname + text;
    const parts = base.pathname.split('/').slice(0, -1);
    for (const part of text.split('/')) {
        if (part === '..') parts.pop();
        else if (part !== '.') parts.push(part);
    }
    return `${start}/${parts.filter((part, i) => i > 0 || part !== '').join('/')}`;
}

export class UrlSearchParams {
    #pairs = [];
    changed = false;

    constructor(source = '') {
        if (typeof source === 'object' && source !== null) {
            const pairs = typeof source[Symbol.iterator] === 'function' ? [...source] : Object.entries(source);
            this.#pairs = pairs.map(([key, value]) => [String(key), String(value)]);
            return;
        }
        for (const pair of String(source).replace(/^\?/, '').split('&')) {
            if (pair === '') continue;
            const [key, ...rest] = pair.split('=');
            this.#pairs.push([decoded(key), decoded(rest.join('='))]);
        }
        Object.defineProperty(this, 'changed', { enumerable: false, writable: true });
    }

    get(key) {
        return this.#pairs.find((pair) => pair[0] === key)?.[1] ?? null;
    }

    getAll(key) {
        return this.#pairs.filter((pair) => pair[0] === key).map((pair) => pair[1]);
    }

    has(key) {
        return this.#pairs.some((pair) => pair[0] === key);
    }

    append(key, value) {
        this.changed = true;
        this.#pairs.push([String(key), String(value)]);
    }

    set(key, value) {
        this.changed = true;
        const known = this.#pairs.find((pair) => pair[0] === key);
        this.#pairs = this.#pairs.filter((pair) => pair[0] !== key || pair === known);
        if (known) known[1] = String(value);
        else this.#pairs.push([String(key), String(value)]);
    }

    delete(key) {
        this.changed = true;
        this.#pairs = this.#pairs.filter((pair) => pair[0] !== key);
    }

    [Symbol.iterator]() {
        return this.#pairs.map((pair) => [...pair])[Symbol.iterator]();
    }

    entries() {
        return this[Symbol.iterator]();
    }

    keys() {
        return this.#pairs.map(([key]) => key)[Symbol.iterator]();
    }

    values() {
        return this.#pairs.map(([, value]) => value)[Symbol.iterator]();
    }

    forEach(action) {
        for (const [key, value] of this.#pairs) action(value, key, this);
    }

    toString() {
        return this.#pairs.map(([key, value]) => `${encoded(key)}=${encoded(value)}`).join('&');
    }
}

const encoded = (text) => encodeURIComponent(text).replace(/%20/g, '+').replace(/[!'()~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

function decoded(text) {
    const spaced = text.replace(/\+/g, ' ');
    try {
        return decodeURIComponent(spaced);
    } catch {
        return spaced;
    }
}

export function fileURLToPath(url) {
    const text = String(url?.href ?? url);
    if (!text.startsWith('file://')) throw new TypeError('The URL must be of scheme file');
    return decodeURIComponent(new Url(text).pathname);
}

export function pathToFileURL(path) {
    return new Url(`file://${encodeURI(path).replace(/[?#]/g, encodeURIComponent)}`);
}
