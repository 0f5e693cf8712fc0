export const id = 688;
export const ids = [688];
export const modules = {

/***/ 6178:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ bytesOf),
/* harmony export */   NO_FILES: () => (/* binding */ NO_FILES),
/* harmony export */   R8: () => (/* binding */ filesOf),
/* harmony export */   X3: () => (/* binding */ isPem),
/* harmony export */   Z3: () => (/* binding */ PEM_INPUTS),
/* harmony export */   sj: () => (/* binding */ ABSENT)
/* harmony export */ });
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2730);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);


const NO_FILES = new Map();
/** Inputs that take PEM text or the path of a PEM file. */
const PEM_INPUTS = [
    'origin-ca',
    'origin-client-cert',
    'origin-client-key',
];
const MEBIBYTE = 1024 * 1024;
/** Bytes of a PEM file. A bundle of all roots that browsers trust has a fifth of it. */
const MAX_BYTES = MEBIBYTE;
/** Every PEM text contains this, and no path does. */
const isPem = (text) => text.includes('-----BEGIN ');
/** Reads the files that inputs name, each once, so that parsers don't read files. */
async function filesOf(inputs) {
    const named = inputs.flatMap((input) => PEM_INPUTS.map((name) => input(name).trim()));
    const paths = [...new Set(named)].filter((text) => text !== '' && !isPem(text));
    return new Map(await Promise.all(paths.map(async (path) => [path, await fileText(path)])));
}
async function fileText(path) {
    const file = await bytesOf(path, MAX_BYTES);
    if (file.ok)
        return { ok: true, text: file.bytes.toString('utf8') };
    return { ok: false, fault: file.fault === NO_FILE ? ABSENT : file.fault };
}
/** Reads a regular file of up to `most` bytes, which is a whole number of MiB. */
async function bytesOf(path, most) {
    try {
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        if (found.isDirectory())
            return { ok: false, fault: 'is a folder' };
        // A pipe or a device may never end.
        if (!found.isFile())
            return { ok: false, fault: 'is not a regular file' };
        if (found.size > most)
            return { ok: false, fault: `is larger than ${most / MEBIBYTE} MiB` };
        return { ok: true, bytes: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path) };
    }
    catch (error) {
        return { ok: false, fault: FAULTS[(0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorCode */ .C)(error) ?? ''] ?? NO_FILE };
    }
}
const NO_FILE = 'does not exist';
/** Also for text that can't be a path: probably PEM text without its first line. */
const ABSENT = 'is neither PEM text nor an existing file';
const FAULTS = {
    EACCES: 'is not readable',
    EPERM: 'is not readable',
};


/***/ }),

/***/ 8257:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ INPUTS)
/* harmony export */ });
const value = {
    default: '',
    fallback: '',
    shells: 'both',
    secret: false,
    takes: 'value',
    scope: 'site',
};
const list = { ...value, takes: 'list' };
const runWide = { ...value, scope: 'run' };
/** The table of inputs, from which action.yml, the README's table and `--help` are generated. */
const INPUTS = [
    {
        ...list,
        name: 'url',
        placeholder: 'URL',
        description: 'One or more http(s) URLs as visitors type them, one per line. Required, unless `config` lists sites.',
    },
    {
        ...list,
        name: 'origin',
        secret: true,
        placeholder: 'ADDRESS',
        description: "Where the site is hosted: `203.0.113.10`, `[2001:db8::1]:8443`, `origin.example.net:8080` or `http://203.0.113.10:8080`; several origins, one per line. Empty: read from the zone's DNS records if `cloudflare-api-token` is set. Otherwise the direct probe is skipped, and the report says what it would have shown.",
    },
    {
        ...value,
        name: 'origin-host',
        placeholder: 'HOST',
        fallback: "the URL's host",
        description: "Host header of the direct probe (Cloudflare's host-header override).",
    },
    {
        ...value,
        name: 'origin-sni',
        placeholder: 'NAME',
        fallback: '`origin-host`',
        description: 'TLS server name of the direct probe.',
    },
    {
        ...value,
        name: 'origin-ca',
        placeholder: 'PEM',
        description: "A private CA that Cloudflare also trusts for this origin (custom origin trust store): PEM text, or the path of a PEM file. Cloudflare's own Origin CA is always trusted.",
    },
    {
        ...value,
        name: 'origin-client-cert',
        placeholder: 'PEM',
        description: 'Client certificate for an origin that requires one (authenticated origin pulls): PEM text, or the path of a PEM file.',
    },
    {
        ...value,
        name: 'origin-client-key',
        secret: true,
        placeholder: 'PEM',
        description: 'Private key of `origin-client-cert`: PEM text, or the path of a PEM file.',
    },
    {
        ...value,
        name: 'ssl-mode',
        default: 'auto',
        placeholder: 'MODE',
        description: 'How Cloudflare connects to the origin and validates its certificate: `off`, `flexible`, `full` or `strict`. `auto`: read from the zone if `cloudflare-api-token` is set, otherwise `strict` for an https URL.',
    },
    {
        ...value,
        name: 'method',
        default: 'GET',
        placeholder: 'METHOD',
        description: '`GET` or `HEAD`.',
    },
    {
        ...list,
        name: 'headers',
        secret: true,
        placeholder: 'HEADER',
        description: 'One `Name: value` per line, sent with every probe of the site, including the direct probe. The values are never printed.',
    },
    {
        ...value,
        name: 'access-client-id',
        secret: true,
        placeholder: 'ID',
        description: 'Client ID of a Cloudflare Access service token, sent to Cloudflare only.',
    },
    {
        ...value,
        name: 'access-client-secret',
        secret: true,
        placeholder: 'SECRET',
        description: 'Client secret of the same service token, sent to Cloudflare only.',
    },
    {
        ...list,
        name: 'expected-status',
        default: '200-399',
        placeholder: 'STATUSES',
        description: 'Healthy status codes: codes, classes and ranges, such as `200`, `2xx` or `200-299, 304`.',
    },
    {
        ...value,
        name: 'expected-body',
        placeholder: 'TEXT',
        description: 'Text that must occur in the first megabyte of the body, or `/regex/flags`. It is checked through Cloudflare and on the origin, so a build that reached only one of them is detected.',
    },
    {
        ...value,
        name: 'expected-header',
        placeholder: 'HEADER',
        description: 'Header that both responses must have: `Name: value` for the whole value or one item of a list, or `Name: /regex/`.',
    },
    {
        ...value,
        name: 'max-response-time',
        placeholder: 'DURATION',
        description: 'A response that takes longer is unhealthy. The time includes followed redirects.',
    },
    {
        ...value,
        name: 'follow-redirects',
        default: '5',
        placeholder: 'NUMBER',
        description: "How many redirects to follow. With `0`, the redirect itself is judged. Your `headers` are not sent to other hosts, and the direct probe doesn't follow redirects there. Redirects into the runner's own network are never followed.",
    },
    {
        ...value,
        name: 'timeout',
        default: '30s',
        placeholder: 'DURATION',
        description: 'How long one request may take, from connecting to the last byte. Cloudflare needs 19 s to return a 522 and about 125 s to return a 524.',
    },
    {
        ...value,
        name: 'wait',
        default: '60s',
        placeholder: 'DURATION',
        description: "How long to keep checking until the site is healthy; `0s` checks once. A cause that waiting won't fix ends the wait immediately.",
    },
    {
        ...value,
        name: 'interval',
        default: '5s',
        placeholder: 'DURATION',
        description: 'Pause after an unhealthy check.',
    },
    {
        ...value,
        name: 'consecutive-successes',
        default: '2',
        placeholder: 'NUMBER',
        description: 'How many healthy checks in a row, one second apart, make the verdict healthy.',
    },
    {
        ...value,
        name: 'watch',
        default: '0s',
        placeholder: 'DURATION',
        description: 'How long to keep checking after that, once per `interval`. An outage in this time is unhealthy.',
    },
    {
        ...value,
        name: 'certificate-days',
        default: '14',
        placeholder: 'NUMBER',
        description: "Warn when the origin's or Cloudflare's certificate expires within this many days.",
    },
    {
        ...list,
        name: 'resolvers',
        default: '1.1.1.1, 8.8.8.8, 9.9.9.9',
        placeholder: 'ADDRESSES',
        description: "DNS servers that are compared with the runner's own and with the zone's name servers; `none` disables this.",
    },
    {
        ...value,
        name: 'cloudflare-api-token',
        secret: true,
        placeholder: 'TOKEN',
        description: 'Token that reads the zone: its DNS records, its SSL mode and more, as far as its permissions allow. What it may not read adds a line to the report, never a failure.',
    },
    {
        ...value,
        name: 'cloudflare-zone-id',
        placeholder: 'ID',
        fallback: "found by the site's name",
        description: 'The zone that `cloudflare-api-token` reads.',
    },
    {
        ...runWide,
        takes: 'list',
        name: 'fail-on',
        default: 'unhealthy',
        placeholder: 'OUTCOMES',
        description: 'Which outcomes fail the step: any of `unhealthy`, `inconclusive`, `warning`; or `never`.',
    },
    {
        ...runWide,
        name: 'comment',
        default: 'always',
        shells: 'action',
        placeholder: 'WHEN',
        description: 'When to comment: `always`, `on-failure` (created on the first failure, then kept current) or `never`.',
    },
    {
        ...runWide,
        name: 'comment-target',
        default: 'auto',
        shells: 'action',
        placeholder: 'WHERE',
        description: "Where the comment goes: `auto` (the event's pull request, else one that contains the commit, else the commit), `pr` or `commit`.",
    },
    {
        ...runWide,
        name: 'comment-key',
        shells: 'action',
        placeholder: 'KEY',
        fallback: 'the names of the workflow and the job',
        description: 'Each key has its own comment, which later runs update.',
    },
    {
        ...runWide,
        name: 'pr-number',
        shells: 'action',
        placeholder: 'NUMBER',
        fallback: 'found from the event or the commit',
        description: 'The pull request to comment on.',
    },
    {
        ...runWide,
        name: 'job-summary',
        default: 'true',
        shells: 'action',
        takes: 'switch',
        placeholder: '',
        description: 'Write the report to the job summary.',
    },
    {
        ...runWide,
        name: 'check-run',
        default: 'false',
        shells: 'action',
        takes: 'switch',
        placeholder: '',
        description: 'Also publish the report as a check run (needs `checks: write`).',
    },
    {
        ...runWide,
        name: 'deployment-status',
        default: 'false',
        shells: 'action',
        takes: 'switch',
        placeholder: '',
        description: "Also set the status of the event's deployment, or of the commit's newest one (needs `deployments: write`).",
    },
    {
        ...runWide,
        name: 'report',
        placeholder: 'PATH',
        fallback: "for the Action, a file in the runner's temporary folder; for the command, none",
        description: 'Path of the JSON report.',
    },
    {
        ...runWide,
        name: 'junit',
        placeholder: 'PATH',
        description: 'Path of a JUnit report.',
    },
    {
        ...runWide,
        name: 'baseline',
        placeholder: 'PATH',
        description: 'Path of an earlier JSON report. What changed since then is reported. A missing file is a note, not an error.',
    },
    {
        ...runWide,
        name: 'show-origin',
        default: 'false',
        takes: 'switch',
        placeholder: '',
        description: "Print the origin's address. By default, it is hidden everywhere, in any notation: log, comment, summary, report, annotation and error.",
    },
    {
        ...runWide,
        name: 'config',
        placeholder: 'PATH',
        description: 'Path of a YAML file with a list `sites:`. Each site has one `url`, and the inputs above under the same names. Inputs outside the file are the defaults for each site.',
    },
    {
        ...runWide,
        name: 'github-token',
        default: '${{ github.token }}',
        shells: 'action',
        secret: true,
        placeholder: 'TOKEN',
        description: 'Token that writes the comment (needs `pull-requests: write`, or `contents: write` on a commit), the check run (`checks: write`) and the deployment status (`deployments: write`).',
    },
];


/***/ }),

/***/ 8369:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ didYouMean)
/* harmony export */ });
/* unused harmony export editDistance */
/**
 * The number of letters to insert, delete, replace or swap with their neighbor to turn `from` into `to` (optimal string
 * alignment distance).
 */
function editDistance(from, to) {
    let before = [];
    let above = Array.from({ length: to.length + 1 }, (_, column) => column);
    for (let row = 1; row <= from.length; row++) {
        const current = [row];
        for (let column = 1; column <= to.length; column++) {
            const same = from[row - 1] === to[column - 1];
            const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
            current.push(Math.min(at(above, column) + 1, at(current, column - 1) + 1, at(above, column - 1) + (same ? 0 : 1), swapped ? at(before, column - 2) + 1 : Infinity));
        }
        before = above;
        above = current;
    }
    return at(above, to.length);
}
/** The candidate that `text` is probably a misspelling of: the closest one, or one that starts with it. */
function didYouMean(text, candidates) {
    const typed = text.toLowerCase();
    // A typo changes a letter or two. If more than a third of a word differs, it is another word.
    const most = Math.min(3, Math.max(1, Math.floor(typed.length / 3)));
    const [best] = candidates
        .filter((name) => Math.abs(name.length - typed.length) <= most)
        .map((name) => ({ name, distance: editDistance(typed, name.toLowerCase()) }))
        .filter(({ distance, name }) => distance <= most && distance < name.length)
        .toSorted((a, b) => a.distance - b.distance);
    return best?.name ?? candidates.find((name) => typed.length >= 3 && name.toLowerCase().startsWith(typed));
}
/** A cell of the table; Infinity outside it, so that it is never the minimum. */
function at(row, column) {
    return row[column] ?? Infinity;
}


/***/ }),

/***/ 9770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zw: () => (/* binding */ problemOf),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   ni: () => (/* binding */ didYouMeanText)
/* harmony export */ });
/** Characters of a value that are shown. */
const MAX_SHOWN = 120;
/** The value, what is wrong with it, what is accepted, and a suggestion. Secret values are not quoted. */
function problemOf(input, refusal, showing) {
    const { given, fault, accepted, meant, line } = refusal;
    const numbered = line !== undefined && showing.numbered && (showing.several || showing.secret);
    const place = numbered ? `\`${input}\`, line ${line}` : `\`${input}\``;
    const quoted = !showing.secret && given !== '';
    const subject = quoted
        ? `${place}: \`${printable(given, showing.secrets)}\``
        : numbered
            ? `${place},`
            : place;
    const suggestion = meant === undefined || showing.secret ? '' : suggestionOf(meant, showing.secrets);
    const text = `${subject} ${fault}. ${accepted}.${suggestion}`;
    return { input, text, ...(line !== undefined && { line }) };
}
function suggestionOf(meant, secrets) {
    // A value that had to be changed can't be copied.
    return printable(meant, secrets) === meant ? didYouMeanText(meant) : '';
}
/** ` Did you mean …?`, to follow a sentence. */
function didYouMeanText(meant) {
    return meant === undefined ? '' : ` Did you mean \`${meant}\`?`;
}
/** Text on one line, of limited length, without backquotes, control characters and secrets. */
function printable(text, secrets) {
    // Before the text is cut: half a secret is a secret.
    const open = secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
    const escaped = open
        .toWellFormed()
        .replaceAll('`', "'")
        .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => ESCAPES[character] ?? codePoint(character));
    if (escaped.length <= MAX_SHOWN)
        return escaped;
    // The cut may leave the first half of a surrogate pair.
    return `${escaped.slice(0, MAX_SHOWN).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
const ESCAPES = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
function codePoint(character) {
    return `\\u{${character.codePointAt(0)?.toString(16) ?? ''}}`;
}


/***/ }),

/***/ 2730:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ errorCode)
/* harmony export */ });
/** The code of a system error, such as `ENOENT`; undefined when the value has none. */
function errorCode(error) {
    if (typeof error !== 'object' || error === null || !('code' in error))
        return undefined;
    return typeof error.code === 'string' && error.code !== '' ? error.code : undefined;
}


/***/ }),

/***/ 6422:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   Um: () => (/* binding */ roughDuration),
/* harmony export */   d_: () => (/* binding */ DAY),
/* harmony export */   dp: () => (/* binding */ HOUR),
/* harmony export */   gf: () => (/* binding */ exactDuration),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   p_: () => (/* binding */ list)
/* harmony export */ });
/** `a, b and c`, or with another conjunction `a, b or c`. */
function list(items, conjunction = 'and') {
    if (items.length < 2)
        return items.join('');
    return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1) ?? ''}`;
}
/** `1 site`, `3 sites`. */
function plural(count, noun, nouns = `${noun}s`) {
    return `${count} ${count === 1 ? noun : nouns}`;
}
/** Milliseconds. */
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Milliseconds for people: `<1 ms`, `62 ms`, `1.2 s`, `30 s`, `4 min 10 s`. */
function duration(milliseconds) {
    if (milliseconds > 0 && milliseconds < 0.5)
        return '<1 ms';
    const ms = Math.max(0, Math.round(milliseconds));
    if (ms < SECOND)
        return `${ms} ms`;
    if (ms < 9950)
        return `${Math.round(ms / 100) / 10} s`;
    const seconds = Math.round(ms / SECOND);
    if (seconds < 120)
        return `${seconds} s`;
    return seconds % 60 === 0 ? `${seconds / 60} min` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** Milliseconds next to a limit: `30 s`, `340 ms`, `1004 ms`, `12.4 s`. Rounded more, they could equal the limit. */
function exactDuration(milliseconds) {
    if (milliseconds > 0 && milliseconds % SECOND === 0)
        return `${milliseconds / SECOND} s`;
    return milliseconds < 10 * SECOND
        ? `${Math.round(milliseconds)} ms`
        : `${Math.round(milliseconds / 100) / 10} s`;
}
/** Milliseconds as an age or a remainder, in one unit: `300 ms`, `86 s`, `5 min`, `3 h`, `2 days`. */
function roughDuration(milliseconds, round = Math.round) {
    if (milliseconds > 0 && milliseconds < 0.95 * SECOND)
        return `${milliseconds} ms`;
    if (milliseconds < 2 * MINUTE)
        return `${Math.round(milliseconds / SECOND)} s`;
    if (milliseconds < 2 * HOUR)
        return `${round(milliseconds / MINUTE)} min`;
    return milliseconds <= 2 * DAY ? `${round(milliseconds / HOUR)} h` : `${round(milliseconds / DAY)} days`;
}
/** Breaks a text between words. The first line begins with `indent`, the others with `further`, as wide by default. */
function wrap(text, width, indent, further = ' '.repeat(indent.length)) {
    const lines = [];
    let line = '';
    for (const word of wordsOf(text, width - further.length)) {
        if (line !== '' && further.length + line.length + 1 + word.length > width) {
            lines.push(line);
            line = word;
        }
        else {
            line = line === '' ? word : `${line} ${word}`;
        }
    }
    return [...lines, line].map((line, index) => (index === 0 ? indent : further) + line);
}
/** Text in backquotes is one word, so that it can be copied, unless no line has room for it. */
function wordsOf(text, room) {
    const words = text.match(/(?:`[^`]*`|[^ `]|`)+/g) ?? [];
    return words.flatMap((word) => (word.length > room ? word.split(' ') : word)).filter((word) => word !== '');
}


/***/ }),

/***/ 97:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SS: () => (/* binding */ readRecording),
/* harmony export */   mF: () => (/* binding */ readBaseline),
/* harmony export */   u5: () => (/* binding */ writeReport)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2730);



// Everything here is synchronous: a DNS lookup that hangs can block the threads that asynchronous file access needs.
/**
 * Writes a report and creates its folders. An empty path writes nothing.
 *
 * @returns the error code if the report can't be written
 */
function writeReport(path, text) {
    if (path === '')
        return undefined;
    try {
        makeFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path)));
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(path, text);
        return undefined;
    }
    catch (error) {
        return (0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .C)(error) ?? 'unknown error';
    }
}
/** One folder at a time: a recursive `mkdir` below `/proc` never returns. */
function makeFolder(folder) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder))
        return;
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
    if (parent !== folder)
        makeFolder(parent);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder);
}
/** Bytes. A report on a thousand sites has about ten million. */
const MAX_BASELINE_SIZE = 64 * 1024 * 1024;
const BASELINE = 'the earlier report that `baseline` names';
/** The report to compare with, or why there is none. Undefined when the path is empty. */
async function readBaseline(path) {
    if (path === '')
        return undefined;
    const { baselineIn } = await __webpack_require__.e(/* import() */ 117).then(__webpack_require__.bind(__webpack_require__, 3117));
    let file;
    try {
        // Without O_NONBLOCK, opening a pipe would wait for its writer.
        file = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.openSync)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.O_NONBLOCK ?? 0));
        const stat = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.fstatSync)(file);
        if (!stat.isFile())
            return missing(`${BASELINE} is a folder or a device`);
        if (stat.size > MAX_BASELINE_SIZE) {
            return missing(`${BASELINE} is larger than ${MAX_BASELINE_SIZE / 1024 / 1024} MiB`);
        }
        const found = baselineIn((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(file, 'utf8'));
        return typeof found === 'string' ? missing(`the file that \`baseline\` names ${found}`) : found;
    }
    catch (error) {
        const code = (0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .C)(error) ?? 'unknown error';
        return missing(code === 'ENOENT' ? `${BASELINE} does not exist yet` : `${BASELINE} cannot be read (${code})`);
    }
    finally {
        if (file !== undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.closeSync)(file);
    }
}
function missing(reason) {
    return { missing: `Nothing to compare with: ${reason}.` };
}
/** The recording in a file, or what is wrong with the file, as the end of a sentence that starts with "`--replay`". */
async function readRecording(path) {
    const { recordingIn } = await __webpack_require__.e(/* import() */ 761).then(__webpack_require__.bind(__webpack_require__, 3761));
    try {
        const found = recordingIn((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
        return typeof found === 'string' ? `names a file that ${found}` : found;
    }
    catch (error) {
        return `names a file that cannot be read (${(0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .C)(error) ?? 'unknown error'})`;
    }
}


/***/ }),

/***/ 6379:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ cancelSignal),
/* harmony export */   F1: () => (/* binding */ killIfLookupPending),
/* harmony export */   dN: () => (/* binding */ crashText)
/* harmony export */ });
/** Aborts on the first SIGTERM or SIGINT. */
function cancelSignal() {
    const cancelled = new AbortController();
    process.once('SIGTERM', () => cancelled.abort());
    process.once('SIGINT', () => cancelled.abort());
    return cancelled.signal;
}
/** Kills this process if a DNS lookup hangs: a normal exit would wait for it, and a runner waits only seconds. */
function killIfLookupPending(network) {
    if (network.hasPendingLookup?.() === true)
        process.kill(process.pid, 'SIGKILL');
}
/**
 * A bug report: what it means for the run, then the stack. The error's message is left out, because Node's messages can
 * contain addresses.
 */
function crashText(error, outcome) {
    const name = Error.isError(error) ? error.name : typeof error;
    const stack = Error.isError(error) ? (error.stack ?? '') : '';
    const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
    return [
        `This is a bug in Origin Gate, not a problem with your site (${name}). ${outcome}`,
        'Please open an issue at https://github.com/origin-gate/origin-gate/issues with these lines:',
        ...frames.slice(0, 5).map((line) => line.trim()),
    ].join('\n');
}


/***/ }),

/***/ 3411:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/** The version of `package.json`; a test keeps the two equal. */
const VERSION = '1.0.0';


/***/ })

};
