import { Located } from './errors.js';

/** What sucrase would leave out or leave as it is, or what needs a look at the tokens; cheap, and may err. */
const suspicious = /\b(?:namespace|module|accessor|using)\s+[\w$]|@\s*[\w$(]|\bimport\s*\.\s*meta\b/;
const looksLikeModule = /^\s*(?:import\b(?!\s*\()|export\b)/m;

/** TypeScript and modules to plain functions, by sucrase; by the TypeScript compiler where that does not suffice. */
export class Transpiler {
    #load;
    #known = new Map();

    /** `load` gives one of our own scripts; they are large, so only when one is needed. */
    constructor(load) {
        this.#load = load;
    }

    #script(name) {
        if (!this.#known.has(name)) this.#known.set(name, this.#load(name));
        return this.#known.get(name);
    }

    get #sucrase() {
        return this.#script('sucrase.js');
    }

    /** { code, isModule, compiled }: the code of a function's body, line by line where it was not compiled. */
    transpile(path, text) {
        const dialect = dialectOf(path, text);
        if (!dialect) return { code: text, isModule: false, compiled: false };
        const prepared = this.#prepare(text, dialect);
        if (prepared.needsCompiler) return { ...this.#compile(path, text), isModule: true, compiled: true };
        try {
            const { code } = this.#sucrase.transform(prepared.text, { transforms: dialect.transforms, filePath: path });
            return { code: withOwnStars(code), isModule: true, compiled: false };
        } catch {
            return { ...this.#compile(path, text), isModule: true, compiled: true };
        }
    }

    /** The source map's mappings of what `transpile` made; undefined when the text was left as it was. */
    mappings(path, text, compiled) {
        const dialect = dialectOf(path, text);
        if (!dialect) return undefined;
        if (compiled) return JSON.parse(this.#compile(path, text, true).map).mappings;
        return this.#sucrase.transform(this.#prepare(text, dialect).text, {
            transforms: dialect.transforms,
            filePath: path,
            sourceMapOptions: { compiledFilename: path },
        }).sourceMap.mappings;
    }

    #prepare(text, dialect) {
        if (!suspicious.test(text)) return { text, needsCompiler: false };
        let tokens;
        try {
            tokens = this.#sucrase.parse(text, dialect.jsx, dialect.typescript, false).tokens;
        } catch {
            return { text, needsCompiler: true };
        }
        return { text: withoutImportMeta(text, tokens), needsCompiler: tokens.some(isBeyondSucrase(this.#sucrase)) };
    }

    #tokensOf(text) {
        try {
            return this.#sucrase.parse(text, false, true, false).tokens;
        } catch {
            return [];
        }
    }

    #compile(path, text, sourceMap = false) {
        const ts = this.#script('typescript.js');
        const source = withoutImportMeta(text, this.#tokensOf(text));
        const { outputText, diagnostics, sourceMapText } = ts.transpileModule(source, {
            fileName: path,
            reportDiagnostics: true,
            compilerOptions: {
                module: ts.ModuleKind.CommonJS,
                target: ts.ScriptTarget.ES2022,
                jsx: ts.JsxEmit.React,
                esModuleInterop: true,
                experimentalDecorators: true,
                allowJs: true,
                noEmitHelpers: false,
                removeComments: false,
                sourceMap,
            },
        });
        const wrong = diagnostics.find(({ category }) => category === ts.DiagnosticCategory.Error);
        if (wrong) throw this.#syntaxError(path, wrong);
        return { code: outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, ''), map: sourceMapText };
    }

    #syntaxError(path, { file, start, messageText }) {
        const { line, character } = file.getLineAndCharacterOfPosition(start);
        const message = typeof messageText === 'string' ? messageText : messageText.messageText;
        return new Located('syntax', message, { file: path, line: line + 1, column: character + 1 });
    }
}

/** How a file is to be read; undefined when it is a plain script already. */
function dialectOf(path, text) {
    const extension = /\.[^./]*$/.exec(path)?.[0] ?? '';
    if (/^\.[mc]?tsx?$/.test(extension)) {
        const jsx = extension === '.tsx';
        return { typescript: true, jsx, transforms: jsx ? ['typescript', 'imports', 'jsx'] : ['typescript', 'imports'] };
    }
    if (extension === '.jsx') return { typescript: false, jsx: true, transforms: ['imports', 'jsx'] };
    if (extension === '.mjs' || (extension === '.js' && looksLikeModule.test(text)))
        return { typescript: false, jsx: false, transforms: ['imports'] };
    return undefined;
}

/** `namespace N {`, which sucrase drops; decorators, `accessor` and `using`, which it leaves. */
function isBeyondSucrase({ keywords, types: tt }) {
    const follows = {
        [keywords._namespace]: (next, after) => next === tt.name && (after === tt.braceL || after === tt.dot),
        [keywords._module]: (next, after) => next === tt.name && (after === tt.braceL || after === tt.dot),
        [keywords._accessor]: (next) => next === tt.name || next === tt.hash,
        [keywords._using]: (next) => next === tt.name || next === tt.hash,
    };
    return (token, index, tokens) => {
        if (token.type === tt.at) return true;
        const [next, after] = [tokens[index + 1], tokens[index + 2]];
        return Boolean(next && after && follows[token.contextualKeyword]?.(next.type, after.type));
    };
}

/** `import.meta` as the variable of the same length that the module's function gets. */
function withoutImportMeta(text, tokens) {
    let result = text;
    const says = ({ start, end }, word) => text.slice(start, end) === word;
    for (let i = 0; i + 2 < tokens.length; ++i) {
        const [first, dot, last] = tokens.slice(i, i + 3);
        if (says(first, 'import') && says(dot, '.') && says(last, 'meta') && last.end - first.start === 11)
            result = `${result.slice(0, first.start)}import_meta${result.slice(last.end)}`;
    }
    return result;
}

/** `export *` by the loader's own function, which remembers what came that way. */
function withOwnStars(code) {
    return code.replace(/function (_createStarExport\w*)\(obj\) \{/, 'function $1(obj) { return exportStar(obj, exports);');
}
