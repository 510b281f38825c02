/** Where values that the project exports are declared. */
export class Places {
    #loader;
    #exporters = new Map();
    #lines = new Map();

    constructor(loader) {
        this.#loader = loader;
        for (const { path, module } of loader.ownModules()) {
            for (const name of loader.exportsOf(module)) this.#note(module, name, path);
        }
    }

    /** The file that declares the value, with the line where that can be seen; else one that exports it. */
    of(value) {
        const exporters = this.#exporters.get(value) ?? [];
        for (const { path, name } of exporters) {
            const line = this.#linesOf(path).get(name);
            if (line) return { file: path, line };
        }
        return exporters.length > 0 ? { file: exporters[0].path } : {};
    }

    #note(module, name, path) {
        let value;
        try {
            value = module[name];
        } catch {
            return; // a name that was exported, and the file failed before it had a value
        }
        if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return;
        const known = this.#exporters.get(value);
        if (known) known.push({ path, name });
        else this.#exporters.set(value, [{ path, name }]);
    }

    #linesOf(path) {
        if (!this.#lines.has(path)) this.#lines.set(path, declarationsIn(this.#loader.textOf(path)));
        return this.#lines.get(path);
    }
}

/** Names that are declared at the beginning of a line, each with its line. */
function declarationsIn(text) {
    const result = new Map();
    text.split('\n').forEach((line, index) => {
        const name = nameIn(line);
        if (name !== undefined && !result.has(name)) result.set(name, index + 1);
    });
    return result;
}

function nameIn(line) {
    if (!'ecvl'.includes(line.charAt(0)) || line === '') return undefined;
    const match = /^(?:export\s+)?(?:const|let|var)\s+([\w$]+)|^export\s+(default)\b/.exec(line);
    return match?.[1] ?? match?.[2];
}
