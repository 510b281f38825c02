import { setWorkingDirectory } from './paths.js';
import { toldIn } from './told.js';
import { Url, UrlSearchParams } from './url.js';

/** What projects expect to find in every module, besides the language's own. */
export function prepareGlobals(loader) {
    const { realm, request } = loader;
    setWorkingDirectory(request.directory);
    const console = {};
    for (const level of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir'])
        console[level] = (...values) => loader.console.print(level, values);
    for (const name of ['group', 'groupEnd', 'time', 'timeEnd', 'assert', 'table', 'count']) console[name] = () => {};
    const globals = {
        console,
        process: processOf(loader),
        global: realm,
        crypto: cryptoOf(loader),
        URL: Url,
        URLSearchParams: UrlSearchParams,
        TextEncoder: Encoder,
        TextDecoder: Decoder,
        queueMicrotask: (action) => void Promise.resolve().then(action),
    };
    for (const name of ['setTimeout', 'setInterval', 'setImmediate', 'fetch', 'clearTimeout', 'clearInterval', 'clearImmediate']) {
        globals[name] = () => {
            throw toldIn(loader.realmError, 'unavailable', `${name}()`);
        };
    }
    for (const [name, value] of Object.entries(globals))
        Object.defineProperty(realm, name, { value, writable: true, configurable: true, enumerable: false });
}

/** The environment remembers which of its names were read: the result depends on them. */
function processOf(loader) {
    const { request } = loader;
    const values = Object.assign(new loader.realmObject(), request.environment);
    const env = new Proxy(values, {
        get(target, key) {
            if (typeof key === 'string') loader.environmentRead.add(key);
            return target[key];
        },
        has(target, key) {
            if (typeof key === 'string') loader.environmentRead.add(key);
            return key in target;
        },
        getOwnPropertyDescriptor(target, key) {
            if (typeof key === 'string') loader.environmentRead.add(key);
            return Reflect.getOwnPropertyDescriptor(target, key);
        },
        ownKeys(target) {
            loader.environmentRead.add('*');
            return Reflect.ownKeys(target);
        },
        set(target, key, value) {
            target[key] = String(value);
            return true;
        },
    });
    const exit = () => {
        throw toldIn(loader.realmError, 'exit');
    };
    return {
        env,
        cwd: () => request.directory,
        exit,
        abort: exit,
        kill: exit,
        argv: ['node', 'drizzle-kit'],
        execArgv: [],
        platform: 'linux',
        version: 'v20.0.0',
        versions: { node: '20.0.0' },
        nextTick: (action, ...values) => void Promise.resolve().then(() => action(...values)),
        on: () => {},
        emitWarning: () => {},
    };
}

function cryptoOf({ native, unsteady }) {
    const bytes = (count) => {
        unsteady.chance = true;
        return native.random(count).match(/../g) ?? [];
    };
    return {
        getRandomValues(array) {
            const view = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
            bytes(view.length).forEach((byte, i) => (view[i] = parseInt(byte, 16)));
            return array;
        },
        randomUUID() {
            const all = bytes(16);
            all[6] = ((parseInt(all[6], 16) & 0x0f) | 0x40).toString(16);
            all[8] = ((parseInt(all[8], 16) & 0x3f) | 0x80).toString(16);
            return all.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
        },
    };
}

class Encoder {
    encoding = 'utf-8';

    encode(text = '') {
        const escaped = encodeURIComponent(String(text).toWellFormed?.() ?? String(text));
        return Uint8Array.from(escaped.match(/%..|./g) ?? [], (each) =>
            each.length === 3 ? parseInt(each.slice(1), 16) : each.charCodeAt(0),
        );
    }
}

class Decoder {
    encoding = 'utf-8';

    decode(bytes = new Uint8Array()) {
        const view = ArrayBuffer.isView(bytes) ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength) : new Uint8Array(bytes);
        return decodeURIComponent(Array.from(view, (byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
    }
}

