/** Notes when the project looks at the clock or leaves something to chance: the result may be another next time. */
export function watchUnsteady({ realm, unsteady }) {
    const now = () => (unsteady.clock = true);
    const define = (object, name, value) => Object.defineProperty(object, name, { value, writable: true, configurable: true });
    const { random } = realm.Math;
    define(realm.Math, 'random', () => {
        unsteady.chance = true;
        return random();
    });

    const { Date: RealDate, Intl } = realm;
    const realNow = RealDate.now;
    define(RealDate, 'now', () => now() && realNow());
    const WatchedDate = new Proxy(RealDate, {
        construct(target, values, newTarget) {
            if (values.length === 0) now();
            return Reflect.construct(target, values, newTarget);
        },
        apply: (target) => now() && target(),
    });
    define(realm, 'Date', WatchedDate);
    define(RealDate.prototype, 'constructor', WatchedDate);

    // Without a date it formats the moment.
    const WatchedFormat = new Proxy(Intl.DateTimeFormat, {
        construct: (target, values, newTarget) => now() && Reflect.construct(target, values, newTarget),
        apply: (target, self, values) => now() && target(...values),
    });
    define(Intl, 'DateTimeFormat', WatchedFormat);
    define(Intl.DateTimeFormat.prototype, 'constructor', WatchedFormat);
}
