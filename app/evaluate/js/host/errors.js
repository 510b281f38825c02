import { framesOf } from './places.js';

/** An error of the evaluator's own that knows its place in a file. */
export class Located extends Error {
    constructor(kind, message, place) {
        super(message);
        this.kind = kind;
        this.place = place;
    }
}

/** What was thrown, whatever it is, as the reply says it. Reading it may run code of the project, and fail. */
export function describe(thrown, loader) {
    const place = read(() => placeOf(thrown, loader)) ?? { file: loader.lastRunning };
    return {
        kind: read(() => kindOf(thrown)) ?? 'thrown',
        ...(read(() => wordsOf(thrown)) ?? { code: 'thrown-unreadable' }),
        file: place.file ?? '',
        line: place.line ?? 0,
        column: place.column ?? 0,
    };
}

function read(action) {
    try {
        return action();
    } catch {
        return undefined;
    }
}

const isObject = (value) => typeof value === 'object' && value !== null;

function kindOf(thrown) {
    return isObject(thrown) && typeof thrown.kind === 'string' ? thrown.kind : 'thrown';
}

/** A code with values, or what the project or a compiler says in words of its own. */
function wordsOf(thrown) {
    if (!isObject(thrown)) return { code: 'thrown', values: [String(thrown)] };
    const { told, message } = thrown;
    if (isObject(told)) return { code: String(told.code), values: Array.from(told.values, String) };
    if (typeof message !== 'string') return { code: 'thrown', values: [JSON.stringify(thrown) ?? typeof thrown] };
    return { message: messageOf(thrown) };
}

function messageOf(thrown) {
    const name = typeof thrown.name === 'string' ? thrown.name : 'Error';
    return name === 'Error' || kindOf(thrown) !== 'thrown' ? thrown.message : `${name}: ${thrown.message}`;
}

/** The innermost place in a file of the project; in a package only when there is none. */
function placeOf(thrown, loader) {
    if (!isObject(thrown)) return undefined;
    if (thrown.place) return thrown.place;
    const frames = framesOf(thrown.stack).filter((frame) => loader.knows(frame.file));
    if (typeof thrown.sourceURL === 'string' && loader.knows(thrown.sourceURL))
        frames.push({ file: thrown.sourceURL, line: thrown.line, column: thrown.column ?? 1 });
    const own = frames.find((frame) => !frame.file.includes('/node_modules/')) ?? frames[0];
    return own && loader.sourcePlace(own);
}
