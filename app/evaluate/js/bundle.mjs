// bundle.mjs PACKAGES OUT: our scripts and what they need of PACKAGES/node_modules, one file for each part.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [packages, out] = process.argv.slice(2).map((path) => resolve(path));
const require = createRequire(join(packages, 'package.json'));
const modules = join(packages, 'node_modules');
mkdirSync(out, { recursive: true });

const common = {
    bundle: true,
    absWorkingDir: packages,
    nodePaths: [modules],
    target: 'safari16',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    minify: true,
    keepNames: true, // what a package calls its classes shows in messages
    metafile: true,
    logLevel: 'warning',
    legalComments: 'none',
};

const parts = await Promise.all([
    build({ entryPoints: [join(here, 'host/main.js')], format: 'iife', outfile: join(out, 'host.js') }),
    build({
        entryPoints: [join(here, 'drizzle.js')],
        format: 'cjs',
        conditions: ['require'],
        outfile: join(out, 'drizzle.js'),
    }),
    build({ entryPoints: [join(here, 'sucrase.js')], format: 'cjs', outfile: join(out, 'sucrase.js') }),
    build({
        stdin: { contents: 'module.exports = require("typescript")', resolveDir: packages },
        format: 'cjs',
        platform: 'node',
        keepNames: false,
        outfile: join(out, 'typescript.js'),
    }),
]);
writeFileSync(join(out, 'licences.txt'), licences(parts));
writeFileSync(join(out, 'drizzle-files.json'), JSON.stringify(drizzleFiles(parts)));

function build(options) {
    return require('esbuild').build({ ...common, ...options });
}

/** What drizzle-orm is bundled of, each file with its digest. */
function drizzleFiles(results) {
    const inside = 'node_modules/drizzle-orm/';
    const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs)).filter((input) => input.startsWith(inside));
    const digest = (input) => createHash('sha256').update(readFileSync(join(packages, input))).digest('hex');
    const names = [...new Set([...inputs, `${inside}package.json`])].sort();
    return Object.fromEntries(names.map((input) => [input.slice(inside.length), digest(input)]));
}

/** The licence of every package of which something went into the parts. */
function licences(results) {
    const names = new Set();
    for (const { metafile } of results) {
        for (const input of Object.keys(metafile.inputs)) {
            const match = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
            if (match) names.add(match[1]);
        }
    }
    return [...names].sort().map(licence).join('\n');
}

function licence(name) {
    const folder = join(modules, name);
    const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const file = readdirSync(folder).find((each) => /^licen[sc]e/i.test(each) && existsSync(join(folder, each)));
    const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${license}`;
    return `${name} ${version} (${license})\n\n${text}\n`;
}
