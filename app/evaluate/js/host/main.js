import { Loader } from './loader.js';
import { describe } from './errors.js';
import { prepareGlobals } from './globals.js';
import { Told } from './told.js';
import { watchUnsteady } from './unsteady.js';
import { projectOf } from '../schema/project.js';

let state;

/** Runs the entry files. What they left to promises runs between this and `finish`. */
globalThis.start = (native, realm, requestText) => {
    const request = JSON.parse(requestText);
    const loader = new Loader(native, realm, request);
    state = { native, request, loader, failure: undefined, values: [] };
    native.limit(request.seconds);
    native.onRejection((promise, reason) => (state.failure ??= { reason }));
    attempt(() => {
        prepareGlobals(loader);
        watchUnsteady(loader);
        for (const path of request.entries) state.values.push(loader.entry(path));
    });
};

globalThis.finish = () => {
    const { request, loader, values } = state;
    let texts = [];
    if (!state.failure) attempt(() => (texts = results[request.kind](loader, values, request)));
    const error = state.failure && describe(state.failure.reason, loader);
    const { console, environmentRead, unsteady } = loader;
    const head = JSON.stringify({
        error,
        console: console.lines,
        environment: [...environmentRead],
        engine: state.native.engine,
        ...unsteady,
    });
    return [head, ...(error ? [] : texts)].join('\n');
};

function attempt(action) {
    try {
        action();
    } catch (reason) {
        state.failure ??= { reason };
    }
}

/** The texts of the reply, each a line. */
const results = {
    config(loader, [module]) {
        const value = module && module.default ? module.default : module;
        if (typeof value === 'function') throw new Told('config-function');
        if (typeof value !== 'object' || value === null) throw new Told('config-no-object');
        return [JSON.stringify(value)];
    },
    schema(loader, modules, request) {
        const orm = loader.drizzle(request.entries[0]);
        return projectOf(modules, orm, request.casing, loader);
    },
};
