/** `node:path` as it is on Linux, without what needs the working directory of a process. */
let workingDirectory = '/';
export const setWorkingDirectory = (path) => (workingDirectory = path);

function normalize(path) {
    const absolute = path.startsWith('/');
    const parts = [];
    for (const part of path.split('/')) {
        if (part === '' || part === '.') continue;
        if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
        else if (part !== '..' || !absolute) parts.push(part);
    }
    const joined = parts.join('/') + (path.endsWith('/') && parts.length > 0 ? '/' : '');
    return absolute ? `/${joined}` : joined || (path.endsWith('/') && path ? './' : '.');
}

const join = (...parts) => normalize(parts.filter((part) => part !== '').join('/'));

function resolve(...parts) {
    let path = '';
    for (const part of [workingDirectory, ...parts]) {
        if (part !== '') path = part.startsWith('/') ? part : `${path}/${part}`;
    }
    return normalize(path).replace(/(.)\/+$/, '$1');
}

function dirname(path) {
    const bare = path.replace(/(.)\/+$/, '$1');
    const slash = bare.lastIndexOf('/');
    if (slash < 0) return '.';
    return slash === 0 ? '/' : bare.slice(0, slash).replace(/(.)\/+$/, '$1');
}

function basename(path, suffix = '') {
    const name = path.replace(/\/+$/, '').split('/').at(-1);
    return suffix && name !== suffix && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
}

function extname(path) {
    const name = basename(path);
    const dot = name.lastIndexOf('.');
    return dot <= 0 || /^\.+$/.test(name) ? (name === '..' || dot <= 0 ? '' : '.') : name.slice(dot);
}

function relative(from, to) {
    const a = resolve(from).split('/').filter(Boolean);
    const b = resolve(to).split('/').filter(Boolean);
    let same = 0;
    while (same < a.length && same < b.length && a[same] === b[same]) ++same;
    return [...a.slice(same).map(() => '..'), ...b.slice(same)].join('/');
}

function parse(path) {
    const base = basename(path);
    const ext = extname(path);
    const dir = path.includes('/') ? dirname(path) : '';
    return { root: path.startsWith('/') ? '/' : '', dir, base, ext, name: ext ? base.slice(0, -ext.length) : base };
}

function format({ dir, root, base, name, ext }) {
    const file = base ?? `${name ?? ''}${ext ?? ''}`;
    const folder = dir ?? root;
    if (!folder) return file;
    return folder === root ? `${folder}${file}` : `${folder}/${file}`;
}

export const paths = {
    sep: '/',
    delimiter: ':',
    normalize,
    join,
    resolve,
    dirname,
    basename,
    extname,
    relative,
    parse,
    format,
    isAbsolute: (path) => path.startsWith('/'),
};
