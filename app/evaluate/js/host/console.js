/** What the project prints, as far as anybody would read it. */
export class Console {
    static most = 65536;

    lines = [];
    #size = 0;

    print(level, values) {
        const text = values.map(printed).join(' ');
        this.#size += text.length;
        if (this.#size <= Console.most) this.lines.push({ level, text });
    }
}

function printed(value) {
    if (typeof value === 'string') return value;
    try {
        return typeof value === 'object' && value !== null ? (JSON.stringify(value) ?? String(value)) : String(value);
    } catch {
        return Object.prototype.toString.call(value);
    }
}
