/** The frames of an error's stack that say where they are: `name@file:line:column`. */
export function framesOf(stack) {
    const frames = [];
    for (const line of String(stack ?? '').split('\n')) {
        const match = /^(?:.*?@)?(.+):(\d+):(\d+)$/.exec(line);
        if (match) frames.push({ file: match[1], line: Number(match[2]), column: Number(match[3]) });
    }
    return frames;
}

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Where a source map says that a place of the generated text comes from; lines and columns from 1. */
export function originalPlace(mappings, line, column) {
    let sourceLine = 0;
    let sourceColumn = 0;
    let best;
    const lines = mappings.split(';');
    for (let i = 0; i < lines.length && i < line; ++i) {
        let generated = 0;
        for (const segment of lines[i].split(',')) {
            const [dColumn, , dLine, dSourceColumn] = numbersOf(segment);
            if (dColumn === undefined) continue;
            generated += dColumn;
            if (dLine === undefined) continue;
            sourceLine += dLine;
            sourceColumn += dSourceColumn;
            const here = { line: sourceLine + 1, column: sourceColumn + 1 };
            if (i === line - 1 && (generated < column || !best)) best = here;
        }
    }
    return best;
}

function numbersOf(segment) {
    const numbers = [];
    let value = 0;
    let shift = 0;
    for (const character of segment) {
        const digit = digits.indexOf(character);
        value |= (digit & 31) << shift;
        shift += 5;
        if (digit & 32) continue;
        numbers.push(value & 1 ? -(value >> 1) : value >> 1);
        value = 0;
        shift = 0;
    }
    return numbers;
}
