import { paths } from './paths.js';
import { Told } from './told.js';
import { fileURLToPath, pathToFileURL, Url, UrlSearchParams } from './url.js';

const builtins = new Set(
    `assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain
    events fs http http2 https inspector module net os path perf_hooks process punycode querystring readline repl
    sqlite stream string_decoder sys test timers tls trace_events tty url util v8 vm wasi worker_threads zlib`.split(/\s+/),
);

export const isBuiltin = (name) => builtins.has(name.split('/')[0]) && !name.startsWith('punycode/');

/** What stands in for a module of Node or a package that would touch the machine; undefined for all others. */
export function shimFor(name, loader, from) {
    const make = Object.hasOwn(shims, name) ? shims[name] : undefined;
    return make?.(loader, from);
}

const pathModule = () => asModule('path', { ...paths, posix: paths });
const shims = {
    path: pathModule,
    'path/posix': pathModule,
    url: () => asModule('url', { URL: Url, URLSearchParams: UrlSearchParams, fileURLToPath, pathToFileURL }),
    crypto: (loader) => {
        const web = loader.realm.crypto;
        const { randomUUID, getRandomValues } = web;
        return asModule('crypto', { randomUUID, getRandomValues, webcrypto: web });
    },
    process: (loader) => loader.realm.process,
    dotenv: (loader, from) => dotenv(loader, from),
    'dotenv/config': (loader, from) => {
        dotenv(loader, from).config();
        return {};
    },
    'drizzle-kit': () => asModule('drizzle-kit', { defineConfig: (config) => config }),
};

/** A part of a module: asking for what it lacks is an error that says so, not an undefined that fails later. */
function asModule(name, members) {
    const target = { __esModule: true, ...members };
    target.default ??= target;
    return new Proxy(target, {
        get(object, key) {
            if (typeof key !== 'string' || key in object || key === 'then') return object[key];
            throw new Told('module-part', key, name);
        },
    });
}

function dotenv(loader, from) {
    const config = (options = {}) => {
        const environment = options.processEnv ?? loader.realm.process.env;
        const paths = [options.path ?? '.env'].flat();
        const parsed = {};
        for (const path of paths) {
            const values = loader.environmentFile(String(path), from);
            for (const [key, value] of Object.entries(values ?? {})) {
                if (options.override || !Object.hasOwn(parsed, key)) parsed[key] = value;
            }
        }
        for (const [key, value] of Object.entries(parsed)) {
            if (options.override || !Object.hasOwn(environment, key)) environment[key] = value;
        }
        return { parsed };
    };
    return asModule('dotenv', { config, configDotenv: config });
}
