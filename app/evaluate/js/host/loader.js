import { Console } from './console.js';
import { Located } from './errors.js';
import { framesOf, originalPlace } from './places.js';
import { isBuiltin, shimFor } from './shims.js';
import { toldIn } from './told.js';
import { Transpiler } from './transpile.js';

const parameters = 'exports, require, module, __filename, __dirname, import_meta, exportStar, importStar, importDefault';
const head = `(function (${parameters}) {`;

/** Modules as `require` knows them. Their text comes from the parent, which decides what may be read. */
export class Loader {
    console = new Console();
    environmentRead = new Set();
    unsteady = { clock: false, chance: false };
    lastRunning = '';

    #modules = new Map();
    #sources = new Map();
    #stars = new WeakMap();
    #esModules = new WeakSet();
    #shims = new Map();
    #bundled;
    #sameAsBundled = new Map();
    #transpiler;

    constructor(native, realm, request) {
        this.native = native;
        this.realm = realm;
        this.request = request;
        // As they are before the project may change them.
        this.realmObject = realm.Object;
        this.realmError = realm.Error;
        this.realmParse = realm.JSON.parse;
        this.#transpiler = new Transpiler((name) => {
            const module = { exports: {} };
            const nothing = () => ({});
            new Function('module', 'exports', 'require', native.script(name))(module, module.exports, nothing);
            return module.exports;
        });
    }

    entry(path) {
        return this.#load(this.#question({ ask: 'entry', path }, path, undefined));
    }

    /** The modules of drizzle-orm that the project uses, seen from one of its files. */
    drizzle(path) {
        const orm = this.require('drizzle-orm', path);
        return { orm, core: this.require('drizzle-orm/pg-core', path) };
    }

    require(specifier, from) {
        const name = typeof specifier === 'string' ? specifier.replace(/^node:/, '') : '';
        if (!name) throw this.#refused(toldIn(this.realmError, 'no-name'), 'refused', from);
        const known = this.#shims.get(name) ?? shimFor(name, this, from);
        if (known) {
            this.#shims.set(name, known);
            return known;
        }
        if (isBuiltin(name) || specifier !== name) {
            throw this.#refused(toldIn(this.realmError, 'node-module', specifier), 'refused', from);
        }
        const found = this.#question({ ask: 'module', specifier, from }, specifier, from);
        return found && !this.#isBundled(specifier, found.path) ? this.#load(found) : this.#bundledDrizzle(specifier);
    }

    /** What a `.env` file says, when there is one. */
    environmentFile(path, from) {
        const reply = JSON.parse(this.native.ask(JSON.stringify({ ask: 'environment', path })));
        if (reply.refused) throw this.#refused(new this.realmError(reply.refused), 'refused', from);
        return reply.values;
    }

    /** The names that a module exports, in drizzle-kit's order. */
    exportsOf(module) {
        const names = Object.keys(module);
        if (!this.#esModules.has(module)) return names;
        const stars = this.#stars.get(module) ?? new Set();
        const own = names.filter((name) => !stars.has(name));
        return [...own.sort(), ...stars].filter((name) => name !== '__esModule');
    }

    /** What was loaded of the project itself, in the order in which it was asked for. */
    ownModules() {
        const own = [...this.#modules].filter(([path, { exports }]) => !path.includes('/node_modules/') && this.#esModules.has(exports));
        return own.map(([path, { exports }]) => ({ path, module: exports }));
    }

    textOf(file) {
        return this.#sources.get(file).text;
    }

    knows(file) {
        return this.#sources.has(file);
    }

    /** Where in the file as it was written a place of the code that ran is. */
    sourcePlace({ file, line, column }) {
        const { text, compiled, plain } = this.#sources.get(file);
        const inLine = line === 1 ? Math.max(1, column - head.length) : column;
        if (plain) {
            const [lineThere, columnThere] = this.native.place(text, line, inLine).split(':').map(Number);
            return { file, line: lineThere, column: columnThere };
        }
        const mappings = this.#transpiler.mappings(file, text, compiled);
        const original = mappings && originalPlace(mappings, line, inLine);
        return { file, ...(original ?? { line, column: inLine }) };
    }

    /** The place in `file` that is running now. */
    callerIn(file) {
        const frame = framesOf(new Error().stack).find((each) => each.file === file);
        return frame && this.knows(file) ? this.sourcePlace(frame) : { file };
    }

    #question(question, name, from) {
        const reply = JSON.parse(this.native.ask(JSON.stringify(question)));
        if (reply.path) return reply;
        if (reply.missing && isDrizzle(name)) return undefined;
        const error = new this.realmError(reply.missing ?? reply.refused);
        throw this.#refused(error, reply.missing ? 'missing' : 'refused', from ?? question.path);
    }

    /** With the place in `from` that asked. */
    #refused(error, kind, from) {
        error.kind = kind;
        if (kind === 'missing') error.code = 'MODULE_NOT_FOUND';
        error.place = from ? this.callerIn(from) : undefined;
        return error;
    }

    #load({ path, text }) {
        const known = this.#modules.get(path);
        if (known) return known.exports;
        const module = new this.realmObject();
        Object.assign(module, { id: path, filename: path, loaded: false, exports: new this.realmObject() });
        this.#modules.set(path, module);
        try {
            if (path.endsWith('.json')) module.exports = this.#json(path, text);
            else this.#run(module, path, text);
        } catch (reason) {
            this.#modules.delete(path);
            throw reason;
        }
        module.loaded = true;
        return module.exports;
    }

    #json(path, text) {
        this.#sources.set(path, { text, compiled: false, plain: false });
        try {
            return this.realmParse(text.replace(/^\uFEFF/, ''));
        } catch (reason) {
            throw new Located('syntax', reason.message, { file: path });
        }
    }

    #run(module, path, withMark) {
        const text = withMark.replace(/^\uFEFF/, '').replace(/^#!/, '//');
        const folder = path.replace(/\/[^/]*$/, '') || '/';
        const meta = { url: `file://${encodeURI(path)}`, filename: path, dirname: folder };
        const star = (from, exports) => this.#star(from, exports);
        const require = (specifier) => this.require(specifier, path);
        require.resolve = (specifier) => this.#question({ ask: 'module', specifier, from: path }, '', path).path;
        const given = [module.exports, require, module, path, folder, meta, star, this.#importStar, this.#importDefault];
        this.lastRunning = path;
        const run = ({ code, isModule, compiled = false, plain = false }) => {
            this.#sources.set(path, { text, compiled, plain });
            if (isModule) this.#esModules.add(module.exports);
            this.native.run(`${head}${code}\n})`, path, { __exportStar: star }, given);
        };
        const code = isPlainCandidate(path) && this.native.plain(text);
        if (code && this.#parses(code, path)) {
            run({ code, isModule: true, plain: true });
            return;
        }
        const transpiled = this.#transpiler.transpile(path, text);
        try {
            run(transpiled);
        } catch (reason) {
            throw /\bawait\b/.test(text) && !this.#parses(transpiled.code, path) ? this.#awaited(path, reason) : reason;
        }
    }

    #awaited(path, { line = 1, column = 1 }) {
        const error = toldIn(this.realmError, 'top-level-await');
        return Object.assign(error, { kind: 'syntax', place: this.sourcePlace({ file: path, line, column }) });
    }

    /** What the plain reading took for granted shows here; the engine keeps what it has parsed for when it runs. */
    #parses(code, path) {
        try {
            this.native.run(`${head}${code}\n})`, path);
            return true;
        } catch {
            return false;
        }
    }

    /** A module as `import * as` sees it. */
    #importStar = (module) => {
        if (module?.__esModule) return module;
        const result = new this.realmObject();
        if (module !== null && (typeof module === 'object' || typeof module === 'function')) {
            for (const key of Object.keys(module)) Object.defineProperty(result, key, { enumerable: true, get: () => module[key] });
        }
        return Object.defineProperty(result, 'default', { enumerable: true, configurable: true, value: module });
    };

    #importDefault = (module) => (module?.__esModule ? module : this.#importStar(module));

    /** `export * from`: what the module has itself, or gets later, comes first. */
    #star(from, exports) {
        const stars = this.#stars.get(exports) ?? new Set();
        this.#stars.set(exports, stars);
        for (const name of this.exportsOf(from)) {
            if (name === 'default' || name === '__esModule' || Object.hasOwn(exports, name)) continue;
            stars.add(name);
            Object.defineProperty(exports, name, {
                enumerable: true,
                configurable: true,
                get: () => from[name],
                set: (value) => {
                    stars.delete(name);
                    Object.defineProperty(exports, name, { enumerable: true, configurable: true, writable: true, value });
                },
            });
        }
    }

    #bundledDrizzle(specifier) {
        this.#bundled ??= this.#runBundle();
        const make = this.#bundled[specifier];
        if (make) return make();
        throw this.#refused(toldIn(this.realmError, 'not-bundled', specifier), 'missing');
    }

    /** Whether the drizzle-orm that is installed there is, file by file, the one that is bundled: that one is loaded sooner. */
    #isBundled(specifier, path) {
        if (!isDrizzle(specifier) || !bundledNames.has(specifier)) return false;
        const [folder] = /^.*\/node_modules\/drizzle-orm\//.exec(path) ?? [];
        if (!folder) return false;
        if (!this.#sameAsBundled.has(folder)) {
            const files = JSON.parse(this.native.script('drizzle-files.json'));
            const reply = JSON.parse(this.native.ask(JSON.stringify({ ask: 'same', folder, files })));
            this.#sameAsBundled.set(folder, reply.same === true);
        }
        return this.#sameAsBundled.get(folder);
    }

    #runBundle() {
        const module = { exports: {} };
        const text = this.native.script('drizzle.js');
        this.native.run(`(function (module, exports, require) {${text}\n})`, 'drizzle-orm', {}, [module, module.exports]);
        return module.exports;
    }
}

/** Files of the project, as most of what is installed is no TypeScript and not plain. */
const isPlainCandidate = (path) => /\.[mc]?ts$/.test(path) && !path.includes('/node_modules/');
const bundledNames = new Set(
    ['', '/pg-core', '/neon', '/supabase', '/relations', '/sql', '/column', '/entity', '/table', '/utils'].map((part) => `drizzle-orm${part}`),
);
const isDrizzle = (name) => name === 'drizzle-orm' || name.startsWith('drizzle-orm/');
