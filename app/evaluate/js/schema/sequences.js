const widest = { smallint: '32767', integer: '2147483647', bigint: '9223372036854775807' };

/** The numbers of a sequence of its own. */
export function sequenceNumbers(options) {
    return numbers(options, '-9223372036854775808', widest.bigint);
}

/** The numbers of an identity column; counting down it starts as drizzle-kit has it, smallint's way for all. */
export function identityNumbers(options, type) {
    return numbers(options, '-32768', widest[type] ?? widest.integer);
}

function numbers(options = {}, lowest, highest) {
    const given = (name) => (options[name] === undefined || options[name] === null ? undefined : String(options[name]));
    const increment = given('increment') ?? '1';
    const down = parseFloat(increment) < 0;
    const minValue = given('minValue') ?? (down ? lowest : '1');
    const maxValue = given('maxValue') ?? (down ? '-1' : highest);
    const startWith = given('startWith') ?? (down ? maxValue : minValue);
    return { increment, startWith, minValue, maxValue, cache: given('cache') ?? '1', cycle: options.cycle ?? false };
}
