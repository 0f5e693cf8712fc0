export const id = 521;
export const ids = [521];
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
/** These take PEM text or the path of a file that holds it. */
const PEM_INPUTS = [
    'origin-ca',
    'origin-client-cert',
    'origin-client-key',
];
const MEBIBYTE = 1024 * 1024;
/** A bundle of every root that browsers trust is a fifth of it. */
const MOST_BYTES = MEBIBYTE;
/** Every PEM text has it, and no path. */
const isPem = (text) => text.includes('-----BEGIN ');
/** Reads the files that inputs name, each once, so that their parsers need not. */
async function filesOf(inputs) {
    const named = inputs.flatMap((input) => PEM_INPUTS.map((name) => input(name).trim()));
    const paths = [...new Set(named)].filter((text) => text !== '' && !isPem(text));
    return new Map(await Promise.all(paths.map(async (path) => [path, await fileText(path)])));
}
async function fileText(path) {
    const file = await bytesOf(path, MOST_BYTES);
    if (file.ok)
        return { ok: true, text: file.bytes.toString('utf8') };
    return { ok: false, fault: file.fault === NO_FILE ? ABSENT : file.fault };
}
/** Reads a plain file of up to `most` bytes, whole mebibytes. */
async function bytesOf(path, most) {
    try {
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
        if (found.isDirectory())
            return { ok: false, fault: 'is a folder' };
        // A pipe or a device may never end.
        if (!found.isFile())
            return { ok: false, fault: 'is no plain file' };
        if (found.size > most)
            return { ok: false, fault: `is larger than ${most / MEBIBYTE} MiB` };
        return { ok: true, bytes: await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path) };
    }
    catch (error) {
        return { ok: false, fault: FAULTS[(0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .errorCode */ .C)(error) ?? ''] ?? NO_FILE };
    }
}
const NO_FILE = 'is no file that exists';
/** Also of what cannot be a path at all: it was meant to be PEM text, and lost its first line. */
const ABSENT = 'is neither PEM text nor a file that exists';
const FAULTS = {
    EACCES: 'is a file that may not be read',
    EPERM: 'is a file that may not be read',
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
/** Of the run. */
const whole = { ...value, scope: 'run' };
/** The one table of inputs: the parser, action.yml, the README and `--help` all follow it. */
const INPUTS = [
    {
        ...list,
        name: 'url',
        placeholder: 'URL',
        description: 'One or more http(s) URLs as visitors type them, one a line. Required, unless `config` names sites.',
    },
    {
        ...list,
        name: 'origin',
        secret: true,
        placeholder: 'ADDRESS',
        description: "Where the site really lives: `203.0.113.10`, `[2001:db8::1]:8443`, `origin.example.net:8080` or `http://203.0.113.10:8080`; several origins, one a line. Empty: taken from the zone's DNS records when a `cloudflare-api-token` is given; else the direct probe is skipped, and the report says what it would have told.",
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
        description: "A private CA that Cloudflare also trusts for this origin (custom origin trust store): PEM text, or the path of a PEM file. Cloudflare's own Origin CA is always recognized.",
    },
    {
        ...value,
        name: 'origin-client-cert',
        placeholder: 'PEM',
        description: 'Client certificate for an origin that demands one (authenticated origin pulls): PEM text, or the path of a PEM file.',
    },
    {
        ...value,
        name: 'origin-client-key',
        secret: true,
        placeholder: 'PEM',
        description: 'The key of `origin-client-cert`: PEM text, or the path of a PEM file.',
    },
    {
        ...value,
        name: 'ssl-mode',
        default: 'auto',
        placeholder: 'MODE',
        description: 'How Cloudflare dials and judges the origin: `off`, `flexible`, `full` or `strict`. `auto`: as the zone says when a `cloudflare-api-token` is given, else `strict` for an https URL.',
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
        description: '`Name: value` a line, sent on every probe of the site, straight to the origin too. The values are never printed.',
    },
    {
        ...value,
        name: 'access-client-id',
        secret: true,
        placeholder: 'ID',
        description: 'Client id of a Cloudflare Access service token, sent to Cloudflare only.',
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
        description: 'Status codes that are fine: codes, classes and ranges, such as `200`, `2xx` or `200-299, 304`.',
    },
    {
        ...value,
        name: 'expected-body',
        placeholder: 'TEXT',
        description: 'Text that must occur in the first megabyte of the body, or `/regex/flags`. It is asked of Cloudflare and of the origin, so a new build that has reached only one of them is named.',
    },
    {
        ...value,
        name: 'expected-header',
        placeholder: 'HEADER',
        description: 'Header that must be there, on both sides too: `Name: value` for the whole value or one item of a list, or `Name: /regex/`.',
    },
    {
        ...value,
        name: 'max-response-time',
        placeholder: 'DURATION',
        description: 'A slower answer is unhealthy. Redirects that are followed count.',
    },
    {
        ...value,
        name: 'follow-redirects',
        default: '5',
        placeholder: 'NUMBER',
        description: 'How many redirects are followed; with `0` the redirect itself is judged. Other hosts are sent none of your `headers`, and the direct probe does not go there. No redirect leads the check into the runner or its network.',
    },
    {
        ...value,
        name: 'timeout',
        default: '30s',
        placeholder: 'DURATION',
        description: 'How long one request may take, from dialling to the last byte. Cloudflare takes 19 s to give a 522 and about 125 s to give a 524.',
    },
    {
        ...value,
        name: 'wait',
        default: '60s',
        placeholder: 'DURATION',
        description: 'How long to keep trying until the site is healthy; `0s` looks once. A cause that waiting cannot mend ends it at once.',
    },
    {
        ...value,
        name: 'interval',
        default: '5s',
        placeholder: 'DURATION',
        description: 'Pause after an unhealthy look.',
    },
    {
        ...value,
        name: 'consecutive-successes',
        default: '2',
        placeholder: 'NUMBER',
        description: 'Healthy looks in a row that make the verdict healthy, one second apart.',
    },
    {
        ...value,
        name: 'watch',
        default: '0s',
        placeholder: 'DURATION',
        description: 'How long to keep looking after that, once each `interval`. An outage inside it is unhealthy.',
    },
    {
        ...value,
        name: 'certificate-days',
        default: '14',
        placeholder: 'NUMBER',
        description: 'Warn when the certificate of the origin or of Cloudflare ends sooner than in so many days.',
    },
    {
        ...list,
        name: 'resolvers',
        default: '1.1.1.1, 8.8.8.8, 9.9.9.9',
        placeholder: 'ADDRESSES',
        description: "DNS servers that are compared with the runner's own and with the zone's name servers; `none` turns it off.",
    },
    {
        ...value,
        name: 'cloudflare-api-token',
        secret: true,
        placeholder: 'TOKEN',
        description: 'Token that reads the zone: its DNS records, its SSL mode and more, as far as its permissions go. What it may not read is a line in the report, never a failure.',
    },
    {
        ...value,
        name: 'cloudflare-zone-id',
        placeholder: 'ID',
        fallback: "found by the site's name",
        description: 'The zone that `cloudflare-api-token` reads.',
    },
    {
        ...whole,
        takes: 'list',
        name: 'fail-on',
        default: 'unhealthy',
        placeholder: 'OUTCOMES',
        description: 'Which outcomes fail the step: any of `unhealthy`, `inconclusive`, `warning`; or `never`.',
    },
    {
        ...whole,
        name: 'comment',
        default: 'always',
        shells: 'action',
        placeholder: 'WHEN',
        description: 'Whether to comment: `always`, `on-failure` (made the first time the site is not healthy, then kept current until it is green) or `never`.',
    },
    {
        ...whole,
        name: 'comment-target',
        default: 'auto',
        shells: 'action',
        placeholder: 'WHERE',
        description: 'Where the comment goes: `auto` (the pull request of the event, else one that has the commit, else the commit), `pr` or `commit`.',
    },
    {
        ...whole,
        name: 'comment-key',
        shells: 'action',
        placeholder: 'KEY',
        fallback: "the workflow's and job's names",
        description: 'Each key has one sticky comment of its own.',
    },
    {
        ...whole,
        name: 'pr-number',
        shells: 'action',
        placeholder: 'NUMBER',
        fallback: 'found from the event or the commit',
        description: 'The pull request to comment on.',
    },
    {
        ...whole,
        name: 'job-summary',
        default: 'true',
        shells: 'action',
        takes: 'switch',
        placeholder: '',
        description: 'Write the report to the job summary.',
    },
    {
        ...whole,
        name: 'check-run',
        default: 'false',
        shells: 'action',
        takes: 'switch',
        placeholder: '',
        description: 'Report in a check run too (needs `checks: write`).',
    },
    {
        ...whole,
        name: 'deployment-status',
        default: 'false',
        shells: 'action',
        takes: 'switch',
        placeholder: '',
        description: "Set the status of the deployment in the event too, or of the commit's newest one (needs `deployments: write`).",
    },
    {
        ...whole,
        name: 'report',
        placeholder: 'PATH',
        fallback: "in the Action a file in the runner's temporary folder, in the command none",
        description: 'Path of the JSON report.',
    },
    {
        ...whole,
        name: 'junit',
        placeholder: 'PATH',
        description: 'Path of a JUnit report.',
    },
    {
        ...whole,
        name: 'baseline',
        placeholder: 'PATH',
        description: 'Path of an earlier JSON report: what changed since then is told. A missing file is a note, not an error.',
    },
    {
        ...whole,
        name: 'show-origin',
        default: 'false',
        takes: 'switch',
        placeholder: '',
        description: "Print the origin's address. Off: it appears nowhere, in no spelling, in log, comment, summary, report, annotation or error.",
    },
    {
        ...whole,
        name: 'config',
        placeholder: 'PATH',
        description: 'Path of a YAML file with a list `sites:`, each with the inputs above under the same names (`url` one each). The inputs are the defaults of each site.',
    },
    {
        ...whole,
        name: 'github-token',
        default: '${{ github.token }}',
        shells: 'action',
        secret: true,
        placeholder: 'TOKEN',
        description: 'Token that writes the comment (needs `pull-requests: write`, on a commit `contents: write`), the check run (`checks: write`) and the deployment status (`deployments: write`).',
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
 * How many letters have to be inserted, dropped, replaced or swapped with their neighbor to make `to` of `from`
 * (optimal string alignment).
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
/** The candidate that a slip of the hand turns into `text`: the closest one, or the one it is the beginning of. */
function didYouMean(text, candidates) {
    const wanted = text.toLowerCase();
    // A slip changes a letter or two; more than a third of the word is another word.
    const most = Math.min(3, Math.max(1, Math.floor(wanted.length / 3)));
    const [best] = candidates
        .filter((name) => Math.abs(name.length - wanted.length) <= most)
        .map((name) => ({ name, distance: editDistance(wanted, name.toLowerCase()) }))
        .filter(({ distance, name }) => distance <= most && distance < name.length)
        .toSorted((a, b) => a.distance - b.distance);
    return best?.name ?? candidates.find((name) => wanted.length >= 3 && name.toLowerCase().startsWith(wanted));
}
/** A cell of the table; what lies outside costs too much to be chosen. */
function at(row, column) {
    return row[column] ?? Infinity;
}


/***/ }),

/***/ 9770:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ problemOf),
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
const LONGEST = 120;
/** What was given, what is accepted, what was probably meant. Of a secret input only its shape is told. */
function problemOf(input, refusal, showing) {
    const { given, fault, accepted, meant, line } = refusal;
    const numbered = line !== undefined && showing.numbered && (showing.several || showing.secret);
    const place = numbered ? `\`${input}\`, line ${line},` : `\`${input}\``;
    const quoted = !showing.secret && given !== '' ? ` is \`${printable(given, showing.secrets)}\`, which` : '';
    const guess = meant === undefined || showing.secret ? '' : guessOf(meant, showing.secrets);
    const text = `${place}${quoted} ${fault}. ${accepted}${guess}.`;
    return { input, text, ...(line !== undefined && { line }) };
}
function guessOf(meant, secrets) {
    const safe = printable(meant, secrets);
    // A value that cannot be copied as it is helps nobody.
    return safe === meant ? `; \`${meant}\` was probably meant` : '';
}
/** Text that neither leaves its line nor its backquotes, nor fills a screen, nor tells a secret. */
function printable(text, secrets) {
    // Before it is cut: half a secret is a secret.
    const open = secrets.reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
    const escaped = open
        .toWellFormed()
        .replaceAll('`', "'")
        .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => ESCAPES[character] ?? codeOf(character));
    if (escaped.length <= LONGEST)
        return escaped;
    // The cut may leave the first half of a surrogate pair.
    return `${escaped.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
const ESCAPES = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
function codeOf(character) {
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
