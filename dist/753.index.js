export const id = 753;
export const ids = [753,293,708,674];
export const modules = {

/***/ 4708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   problemsOfReportPaths: () => (/* binding */ problemsOfReportPaths)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _parser_problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9770);




/** What keeps the reports from being written, before hours are spent on them. Missing folders are made later. */
async function problemsOfReportPaths({ report, junit, record = '', }) {
    const problems = await Promise.all([
        problemOf('report', report, 'origin-gate.json'),
        junit !== '' && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(junit) === (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(report)
            ? refused('junit', junit, 'which is the path of `report` too', 'Give each a file of its own')
            : problemOf('junit', junit, 'origin-gate.xml'),
        problemOf('--record', record, 'run.json'),
    ]);
    return problems.filter((problem) => problem !== undefined);
}
function refused(input, path, fault, accepted) {
    return { input, text: `\`${input}\` is \`${(0,_parser_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(path, [])}\`, ${fault}. ${accepted}.` };
}
async function problemOf(input, path, usual) {
    if (path === '')
        return undefined;
    const refuse = (fault, accepted) => refused(input, path, fault, accepted);
    const target = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(path);
    const kind = await kindOf(target);
    if (kind === 'folder' || /[\\/]$/u.test(path)) {
        const meant = (0,_parser_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, usual), []);
        return refuse('which is a folder', `Give the path of a file; \`${meant}\` was probably meant`);
    }
    if (kind === 'invalid')
        return refuse('which is no valid path', 'Give the path of a file');
    const existing = kind === 'file' ? target : await nearestExisting((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target));
    if (kind === 'absent' && (await kindOf(existing)) !== 'folder') {
        const shown = (0,_parser_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(existing, []);
        return refuse(`but \`${shown}\` is a file, not a folder`, 'Give a path whose folders exist or can be made');
    }
    if (!(await writable(existing))) {
        const what = kind === 'file' ? 'which may not be written' : `but \`${(0,_parser_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(existing, [])}\` may not be written`;
        return refuse(what, 'Give a path that this user may write, such as one in the temporary folder');
    }
    return undefined;
}
async function kindOf(path) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path)).isDirectory() ? 'folder' : 'file';
    }
    catch (error) {
        const code = codeOf(error);
        // Below a file, or in a folder that may not be searched: its ancestors tell which.
        return code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES' ? 'absent' : 'invalid';
    }
}
async function nearestExisting(path) {
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(path);
    return parent === path || (await kindOf(path)) !== 'absent' ? path : nearestExisting(parent);
}
async function writable(path) {
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.W_OK).then(() => true, () => false);
}
function codeOf(error) {
    return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}


/***/ }),

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
        const code = Error.isError(error) && 'code' in error ? String(error.code) : '';
        return { ok: false, fault: FAULTS[code] ?? NO_FILE };
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

/***/ 4120:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Of: () => (/* binding */ listIn),
/* harmony export */   WM: () => (/* binding */ isCommit),
/* harmony export */   nx: () => (/* binding */ inside),
/* harmony export */   r7: () => (/* binding */ textIn),
/* harmony export */   ry: () => (/* binding */ countIn),
/* harmony export */   xt: () => (/* binding */ commitIn)
/* harmony export */ });
/**
 * Reading of JSON that somebody else wrote: the event file, which anyone who opens a pull request helps to write,
 * and the answers of the API. What is not of the expected shape is undefined.
 */
function inside(value, ...path) {
    return path.reduce((found, key) => typeof found === 'object' && found !== null && Object.hasOwn(found, key)
        ? Object.getOwnPropertyDescriptor(found, key)?.value
        : undefined, value);
}
function textIn(value, ...path) {
    const found = inside(value, ...path);
    return typeof found === 'string' ? found : undefined;
}
/** A number as GitHub counts things: whole and above zero. */
function countIn(value, ...path) {
    const found = inside(value, ...path);
    return typeof found === 'number' && Number.isSafeInteger(found) && found > 0 ? found : undefined;
}
function listIn(value, ...path) {
    const found = inside(value, ...path);
    return Array.isArray(found) ? found : [];
}
/** A commit's id, SHA-1 or SHA-256. */
function commitIn(value, ...path) {
    const found = textIn(value, ...path);
    return found !== undefined && isCommit(found) ? found : undefined;
}
function isCommit(text) {
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}


/***/ }),

/***/ 5213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ isOurs),
/* harmony export */   o: () => (/* binding */ OURS)
/* harmony export */ });
/** How everything begins that we say of a deployment. */
const OURS = 'Origin Gate: ';
function isOurs(description) {
    return description.startsWith(OURS);
}


/***/ }),

/***/ 6293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   failsBy: () => (/* binding */ failsBy),
/* harmony export */   interrupted: () => (/* binding */ interrupted)
/* harmony export */ });
/** Whether a report fails the step, by the `fail-on` input. */
function failsBy(failOn, { verdict, warnings }) {
    if (verdict !== 'healthy' && failOn.has(verdict))
        return true;
    return warnings.length > 0 && failOn.has('warning');
}
/** The report of a run that was cancelled: nothing is promoted, whatever some of the sites came to. */
function interrupted(report) {
    return { ...report, verdict: 'inconclusive', promote: false, cause: '', category: '', confidence: '' };
}


/***/ }),

/***/ 9912:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/config/files/referenced.js
var referenced = __webpack_require__(535);
// EXTERNAL MODULE: ./lib/config/parse.js + 15 modules
var parse = __webpack_require__(9227);
// EXTERNAL MODULE: ./lib/config/files/output-paths.js
var output_paths = __webpack_require__(4708);
// EXTERNAL MODULE: ./lib/config/secrets.js
var secrets = __webpack_require__(2999);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/github/runner/workflow-commands.js


// What the runner is told before and while we look, and when we do not look at all: as little as possible stands between
// the start and the first look. A report goes through the library, see core.ts.
/** To be called before anything else, so that a crash leaves the gate shut. */
function promoteFalse(env) {
    output(env, 'promote', 'false');
}
/** The outputs of a run that has no report: the check could not run, or was told to stop before it had judged. */
function publishNothing(env, verdict) {
    output(env, 'verdict', verdict);
    promoteFalse(env);
}
/** What keeps the check from running, as an annotation: something that its user, or we, have to mend. */
function fail(text, title) {
    command('error', text, `title=${escaped(title).replaceAll(':', '%3A').replaceAll(',', '%2C')}`);
}
/** A warning of our own work, while `@actions/core` may not be loaded. */
function warnEarly(text) {
    command('warning', text, 'title=origin-gate');
}
/** An input as the runner hands it over, without the white space around it. Empty when it is not given. */
function inputIn(env, name) {
    return (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
}
/** Has the runner blot the values out of every later line of the log; of a value with many lines, each that is long enough to tell. */
function mask(values) {
    const whole = [...values];
    const lines = whole.flatMap((value) => value.split(/\r?\n/)).filter((line) => line.trim().length > 3);
    for (const secret of new Set([...whole, ...lines]))
        if (secret.trim() !== '')
            command('add-mask', secret);
}
/**
 * Writes text to the step's log. The runner takes a line that begins with `::`, or has `##[` in it, for a command:
 * what a site sends must not become one. What .NET calls white space before it makes no difference to the runner.
 */
function log(text) {
    for (const line of text.split(/\r\n|\r|\n/)) {
        process.stdout.write(`${line.replace(/^([\s\u0085]*):(?=:)/, '$1: ').replaceAll('##[', '## [')}${external_node_os_.EOL}`);
    }
}
/** Folds what follows, until `endGroup`. */
function group(title) {
    command('group', title);
}
function endGroup() {
    command('endgroup', '');
}
/** https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands */
function command(name, value, property = '') {
    process.stdout.write(`::${name}${property === '' ? '' : ` ${property}`}::${escaped(value)}${external_node_os_.EOL}`);
}
function escaped(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
/** Only for our own words, which need no delimiter. */
function output(env, name, word) {
    const file = env['GITHUB_OUTPUT'] ?? '';
    if (file !== '')
        (0,external_node_fs_.appendFileSync)(file, `${name}=${word}${external_node_os_.EOL}`);
}

;// CONCATENATED MODULE: ./lib/github/in-progress/lazy.js
/** Loaded when something is announced: the looks begin sooner without it. */
const announcing = () => Promise.all(/* import() */[__webpack_require__.e(162), __webpack_require__.e(800)]).then(__webpack_require__.bind(__webpack_require__, 1800));
function lazyInProgress() {
    let announced;
    return {
        announce: (announcement) => {
            announced ??= announcing().then(({ startWork }) => startWork(announcement));
            // Whoever publishes, or withdraws, hears of it.
            announced.catch(() => undefined);
        },
        announced: async () => announced,
        withdraw: async (why) => {
            try {
                if (announced === undefined)
                    return;
                const { abandon } = await announcing();
                await abandon(await announced, why);
            }
            catch {
                // Then it stands there until GitHub calls it stale.
            }
        },
    };
}

// EXTERNAL MODULE: ./lib/github/api/json.js
var json = __webpack_require__(4120);
// EXTERNAL MODULE: ./lib/github/signature.js
var signature = __webpack_require__(5213);
;// CONCATENATED MODULE: ./lib/github/event/subject.js


/**
 * `name` is the event's; `ref` is GITHUB_REF.
 * The name decides which part of the payload speaks: a `deployment_status` may carry a `workflow_run` too.
 * https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
 */
function subjectOf(name, payload, ref) {
    switch (name) {
        case 'pull_request':
        case 'pull_request_review':
        case 'pull_request_review_comment':
            return { ...pullIn(payload), fork: fromFork(payload) };
        case 'pull_request_target':
            return { ...pullIn(payload), fork: false };
        case 'workflow_run':
            return { ...workflowRunIn(payload), fork: false };
        case 'deployment':
        case 'deployment_status':
            return {
                headSha: (0,json/* commitIn */.xt)(payload, 'deployment', 'sha'),
                deployment: (0,json/* countIn */.ry)(payload, 'deployment', 'id'),
                echo: (0,signature/* isOurs */.M)((0,json/* textIn */.r7)(payload, 'deployment_status', 'description') ?? ''),
                fork: false,
            };
        case 'issue_comment':
            return {
                prNumber: (0,json/* inside */.nx)(payload, 'issue', 'pull_request') === undefined
                    ? undefined
                    : (0,json/* countIn */.ry)(payload, 'issue', 'number'),
                fork: false,
            };
        case 'merge_group':
            return {
                headSha: (0,json/* commitIn */.xt)(payload, 'merge_group', 'head_sha'),
                prNumber: queuedPull((0,json/* textIn */.r7)(payload, 'merge_group', 'head_ref') ?? ref),
                fork: false,
            };
        default:
            return { fork: false };
    }
}
function pullIn(payload) {
    return {
        headSha: (0,json/* commitIn */.xt)(payload, 'pull_request', 'head', 'sha'),
        prNumber: (0,json/* countIn */.ry)(payload, 'pull_request', 'number'),
    };
}
/** The head repository is null once the fork is deleted. */
function fromFork(payload) {
    const base = (0,json/* countIn */.ry)(payload, 'pull_request', 'base', 'repo', 'id');
    return base !== undefined && (0,json/* countIn */.ry)(payload, 'pull_request', 'head', 'repo', 'id') !== base;
}
/** The list also names pull requests of other repositories that share the branch, and older ones of the same branch. */
function workflowRunIn(payload) {
    const headSha = (0,json/* commitIn */.xt)(payload, 'workflow_run', 'head_sha');
    const home = (0,json/* countIn */.ry)(payload, 'repository', 'id');
    const ours = (0,json/* listIn */.Of)(payload, 'workflow_run', 'pull_requests').filter((pull) => ((0,json/* countIn */.ry)(pull, 'base', 'repo', 'id') ?? home) === home);
    const pull = ours.find((pull) => (0,json/* commitIn */.xt)(pull, 'head', 'sha') === headSha) ?? ours[0];
    return { headSha, prNumber: (0,json/* countIn */.ry)(pull, 'number'), forkHead: forkHeadIn(payload) };
}
/** GitHub leaves the list of pull requests empty for a run whose branch is in a fork. */
function forkHeadIn(payload) {
    const home = (0,json/* countIn */.ry)(payload, 'repository', 'id');
    const from = (0,json/* countIn */.ry)(payload, 'workflow_run', 'head_repository', 'id');
    if (home === undefined || from === undefined || from === home)
        return undefined;
    const owner = (0,json/* textIn */.r7)(payload, 'workflow_run', 'head_repository', 'owner', 'login');
    const branch = (0,json/* textIn */.r7)(payload, 'workflow_run', 'head_branch');
    return owner === undefined || branch === undefined ? undefined : `${owner}:${branch}`;
}
/** From `refs/heads/gh-readonly-queue/main/pr-123-<commit>`; the base branch may hold slashes. */
function queuedPull(ref) {
    const digits = /^(?:refs\/heads\/)?gh-readonly-queue\/.+\/pr-([1-9]\d{0,9})-[0-9a-f]+$/.exec(ref)?.[1];
    return digits === undefined ? undefined : Number(digits);
}

;// CONCATENATED MODULE: ./lib/github/event/event.js



/**
 * Reads the runner's variables and the event file. The library's own `context` throws on a malformed file while it is imported;
 * this names what is wrong instead.
 */
function readEvent(env) {
    const payload = payloadOf(env['GITHUB_EVENT_PATH'] ?? '');
    if ('problem' in payload)
        return { input: 'GITHUB_EVENT_PATH', text: payload.problem };
    const [owner, repo] = /^([\w-]{1,100})\/([\w.-]{1,100})$/.exec(env['GITHUB_REPOSITORY'] ?? '')?.slice(1) ?? [];
    if (owner === undefined || repo === undefined || /^\.+$/.test(repo)) {
        return refused(env, 'GITHUB_REPOSITORY', 'owner/repository, such as octocat/hello-world');
    }
    const sha = env['GITHUB_SHA'] ?? '';
    if (!(0,json/* isCommit */.WM)(sha))
        return refused(env, 'GITHUB_SHA', "a commit's full id in lower case, 40 or 64 hex digits");
    const runId = countOf(env['GITHUB_RUN_ID']);
    if (runId === undefined)
        return refused(env, 'GITHUB_RUN_ID', 'the number of the run');
    const runAttempt = countOf(env['GITHUB_RUN_ATTEMPT']) ?? 1;
    const serverUrl = urlOf(env['GITHUB_SERVER_URL'], 'https://github.com');
    if (serverUrl === undefined)
        return refused(env, 'GITHUB_SERVER_URL', 'an http(s) URL');
    const apiUrl = urlOf(env['GITHUB_API_URL'], 'https://api.github.com');
    if (apiUrl === undefined)
        return refused(env, 'GITHUB_API_URL', 'an http(s) URL');
    const graphqlUrl = urlOf(env['GITHUB_GRAPHQL_URL'], `${apiUrl.replace(/\/v3$/, '')}/graphql`);
    if (graphqlUrl === undefined)
        return refused(env, 'GITHUB_GRAPHQL_URL', 'an http(s) URL');
    const name = env['GITHUB_EVENT_NAME'] ?? '';
    const subject = subjectOf(name, payload.value, env['GITHUB_REF'] ?? '');
    return {
        name,
        owner,
        repo,
        sha,
        headSha: subject.headSha ?? sha,
        prNumber: subject.prNumber,
        headUnknown: subject.prNumber !== undefined && subject.headSha === undefined,
        forkHead: subject.forkHead,
        deployment: subject.deployment,
        echo: subject.echo ?? false,
        fork: subject.fork,
        runId,
        runAttempt,
        runNumber: countOf(env['GITHUB_RUN_NUMBER']) ?? 1,
        workflow: env['GITHUB_WORKFLOW'] ?? '',
        job: env['GITHUB_JOB'] ?? '',
        serverUrl,
        apiUrl,
        graphqlUrl,
        runUrl: `${serverUrl}/${owner}/${repo}/actions/runs/${runId}/attempts/${runAttempt}`,
    };
}
const HELP = 'The Actions runner sets it to the JSON file of the event. If no runner started this, the command is probably what you want: `origin-gate --url …`';
function payloadOf(path) {
    if (path === '')
        return { problem: `GITHUB_EVENT_PATH is not set. ${HELP}` };
    const given = `GITHUB_EVENT_PATH is ${quoted(path)}`;
    const mend = 'Accepted is the JSON object that the runner wrote. An earlier step probably changed the file or the variable';
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (error) {
        return { problem: `${given}, which cannot be read (${codeOf(error)}). ${HELP}` };
    }
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        // The parser's message quotes the file, and the file may hold anything.
        return { problem: `${given}, a file of ${text.length} characters that is not JSON. ${mend}` };
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        const kind = value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
        return { problem: `${given}, which holds ${kind}. ${mend}` };
    }
    return { value };
}
function refused(env, input, accepted) {
    const value = env[input];
    const given = value === undefined || value === '' ? 'is not set' : `is ${quoted(value)}`;
    return { input, text: `${input} ${given}. Accepted is ${accepted}, as the Actions runner sets it` };
}
/** On one line, bounded, with control characters escaped. */
function quoted(value) {
    return JSON.stringify(value.length > 200 ? `${value.slice(0, 200)}…` : value);
}
function codeOf(error) {
    return Error.isError(error) && 'code' in error && typeof error.code === 'string'
        ? error.code
        : 'unknown error';
}
function countOf(text) {
    return /^[1-9]\d{0,14}$/.test(text ?? '') ? Number(text) : undefined;
}
/** Undefined when it is no URL that a token may be sent to. */
function urlOf(text, fallback) {
    const url = URL.parse(text === undefined || text === '' ? fallback : text);
    if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
        return undefined;
    return (url.origin + url.pathname).replace(/\/+$/, '');
}

// EXTERNAL MODULE: ./lib/shell/report-file.js
var report_file = __webpack_require__(8757);
;// CONCATENATED MODULE: ./lib/shell/cancelled.js


/**
 * The end of an Action that was told to stop. What is known goes into the log, the reports, the summary and the outputs. The
 * comment stays as it is: it speaks of a run that finished judging. Returns the exit code.
 */
async function finishCancelled(env, announcer, known) {
    publishNothing(env, 'inconclusive');
    if (known !== undefined)
        await tell(env, known);
    warnEarly('The run was cancelled, so nothing is promoted. A comment may be missing, or tell of an earlier run.');
    await announcer.withdraw('cancelled');
    // Whoever cancels waits three seconds at most, and an exit would wait for a resolver that stays silent.
    const { hasPendingLookup } = await __webpack_require__.e(/* import() */ 414).then(__webpack_require__.bind(__webpack_require__, 8414));
    if (hasPendingLookup())
        process.kill(process.pid, 'SIGKILL');
    return 1;
}
async function tell(env, { config, report, published }) {
    const [{ RENDERERS }, { publishOutputs, publishSummary, warn }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(585), __webpack_require__.e(59), __webpack_require__.e(77)]).then(__webpack_require__.bind(__webpack_require__, 6077)),
        Promise.all(/* import() */[__webpack_require__.e(162), __webpack_require__.e(581)]).then(__webpack_require__.bind(__webpack_require__, 581)),
    ]);
    if (published === undefined)
        log(RENDERERS.text(report));
    const unwritten = (0,report_file/* writeReport */.u)(config.report, RENDERERS.json(report));
    (0,report_file/* writeReport */.u)(config.junit, RENDERERS.junit(report));
    const summary = published === undefined
        ? RENDERERS.markdown(report)
        : '\n> The run was cancelled while it told of this, so nothing is promoted.\n';
    const unsummarised = config.publish.jobSummary ? await publishSummary(summary) : undefined;
    if (unsummarised !== undefined)
        warn(unsummarised);
    publishOutputs(env, report, {
        report: unwritten === undefined ? config.report : '',
        commentId: published?.commentId ?? '',
        commentUrl: published?.commentUrl ?? '',
    });
}

// EXTERNAL MODULE: ./lib/run/outcome.js
var outcome = __webpack_require__(6293);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
;// CONCATENATED MODULE: ./lib/shell/action.js













/** Everything that writes to GitHub. It is not needed before the looks are done, and they begin sooner without it. */
const publishing = () => Promise.all(/* import() */[__webpack_require__.e(162), __webpack_require__.e(581)]).then(__webpack_require__.bind(__webpack_require__, 581));
/** Everything that looks. Bad inputs are refused without it. */
const looking = () => Promise.all([
    Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(585), __webpack_require__.e(59), __webpack_require__.e(431)]).then(__webpack_require__.bind(__webpack_require__, 4431)),
    __webpack_require__.e(/* import() */ 903).then(__webpack_require__.bind(__webpack_require__, 3903)),
    __webpack_require__.e(/* import() */ 489).then(__webpack_require__.bind(__webpack_require__, 1489)),
    Promise.all(/* import() */[__webpack_require__.e(585), __webpack_require__.e(92)]).then(__webpack_require__.bind(__webpack_require__, 4092)),
    __webpack_require__.e(/* import() */ 316).then(__webpack_require__.bind(__webpack_require__, 1316)),
]);
const rendering = () => Promise.all(/* import() */[__webpack_require__.e(585), __webpack_require__.e(59), __webpack_require__.e(77)]).then(__webpack_require__.bind(__webpack_require__, 6077));
/** The Action. Returns the exit code of the step. */
async function run() {
    const cancelled = new AbortController();
    const announcer = lazyInProgress();
    process.once('SIGTERM', () => cancelled.abort());
    process.once('SIGINT', () => cancelled.abort());
    try {
        promoteFalse(process.env);
        return await gate(process.env, cancelled.signal, announcer);
    }
    catch (error) {
        if (cancelled.signal.aborted)
            return finishCancelled(process.env, announcer);
        try {
            publishNothing(process.env, 'error');
        }
        catch {
            // The runner's file is the very thing that fails: a step that fails promotes nothing either.
        }
        fail(wentWrong(error), 'Origin Gate could not run');
        await announcer.withdraw('failed');
        return 1;
    }
}
async function gate(env, signal, announcer) {
    const input = (name) => inputIn(env, name);
    const given = await (0,referenced.referencedFiles)(input);
    mask((0,secrets/* secretsOf */.F)(input, given));
    const defaultReport = (0,external_node_path_.join)(env['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(), 'origin-gate', 'report.json');
    const parsed = (0,parse.parseConfig)(input, {
        shell: 'action',
        defaultCommentKey: `${env['GITHUB_WORKFLOW'] ?? 'workflow'} / ${env['GITHUB_JOB'] ?? 'job'}`,
        defaultReport,
        ...given,
    });
    const event = readEvent(env);
    // What only a look beyond the inputs can tell: nobody should wait an hour for a report that cannot be written.
    const paths = await (0,output_paths.problemsOfReportPaths)({
        report: input('report') === '' ? defaultReport : input('report'),
        junit: input('junit'),
    });
    const problems = [
        ...(parsed.ok ? [] : parsed.problems),
        ...paths,
        ...('text' in event && (parsed.ok ? asks(parsed.config) : input('comment') !== 'never') ? [event] : []),
    ];
    if (!parsed.ok || problems.length > 0)
        return refuse(problems, env);
    const { config } = parsed;
    log(`origin-gate ${version/* VERSION */.x}`);
    const announce = () => {
        if ('text' in event || !asks(config))
            return;
        announcer.announce({ event, config: config.publish, url: config.sites[0].url });
    };
    if (beforehand(config, event))
        announce();
    const report = await looked(config, env, signal, announce);
    if (signal.aborted)
        return finishCancelled(env, announcer, { config, report });
    const [{ COMMENT_LIMIT, RENDERERS }, { publish, publishOutputs, warn }] = await Promise.all([
        rendering(),
        publishing(),
    ]);
    log(RENDERERS.text(report));
    const unwritten = (0,report_file/* writeReport */.u)(config.report, RENDERERS.json(report));
    if (unwritten !== undefined)
        warn(`The JSON report could not be written (${unwritten}). The verdict stands.`);
    const untold = (0,report_file/* writeReport */.u)(config.junit, RENDERERS.junit(report));
    if (untold !== undefined)
        warn(`The JUnit report could not be written (${untold}). The verdict stands.`);
    const links = 'text' in event ? {} : linksOf(event);
    const comment = RENDERERS.markdown(report, { limit: COMMENT_LIMIT, links });
    const summary = RENDERERS.markdown(report, { limit: SUMMARY_LIMIT, links, diagram: true });
    announce();
    const announced = await announcer.announced();
    const failed = (0,outcome.failsBy)(config.failOn, report);
    const published = await publish({
        report,
        markdown: { comment, summary },
        config: config.publish,
        failed,
        ...(announced !== undefined && { announced }),
    }, { signal });
    // Told to stop while GitHub was slow: the site is judged, but nobody waits for a promotion any more.
    if (signal.aborted)
        return finishCancelled(env, announcer, { config, report: (0,outcome.interrupted)(report), published });
    for (const warning of published.warnings)
        warn(warning);
    if (published.commentUrl !== '')
        log(`${COMMENTED[published.commentAction]}: ${published.commentUrl}`);
    publishOutputs(env, report, {
        report: unwritten === undefined ? config.report : '',
        commentId: published.commentId,
        commentUrl: published.commentUrl,
    });
    return failed ? 1 : 0;
}
/** Milliseconds between two lines on many sites. */
const BETWEEN_SUMS = 5000;
/** GitHub takes 1 MiB for the summaries of a step. */
const SUMMARY_LIMIT = 900_000;
/** For the log. */
const COMMENTED = {
    '': 'The comment',
    created: 'The comment was made',
    updated: 'The comment was brought up to date',
    unchanged: 'The comment says so already',
    outdated: 'The comment was left alone, since a newer run wrote it',
    unwanted: 'The comment',
};
function refuse(problems, env) {
    publishNothing(env, 'error');
    for (const { input, text } of problems)
        fail(text, `Origin Gate: ${input}`);
    log('Nothing was probed: the inputs need mending first.');
    return 1;
}
/** @param meanwhile told in every pause, for what can be done there */
async function looked(config, env, signal, meanwhile) {
    const [first] = config.sites;
    const what = config.sites.length === 1 ? first.url : `${config.sites.length} sites`;
    const direct = config.sites.every(({ origins }) => origins.length === 0)
        ? ''
        : ' and directly at the origin';
    group(`Looking at ${what} through Cloudflare${direct}`);
    const [{ run: look }, { networkOf }, { systemClock }, { progressLine }, { manySitesProgress, MAX_LINE_PER_SITE },] = await looking();
    const crowd = config.sites.length > MAX_LINE_PER_SITE ? manySitesProgress(config.sites.length) : undefined;
    // Sites have origins in common, and each line of this is one of the log.
    const masked = new Set();
    const sum = () => (crowd === undefined ? undefined : log(crowd.line(systemClock.now())));
    // One look may take as long as its slowest request.
    const waiting = crowd === undefined
        ? setInterval(() => log('… still waiting for an answer'), 10_000)
        : setInterval(sum, BETWEEN_SUMS);
    try {
        return await look(config, {
            network: await networkOf(env),
            clock: systemClock,
            signal,
            onAddresses: (addresses) => {
                if (!config.showOrigin)
                    mask(addresses.filter((address) => !masked.has(address)));
                for (const address of addresses)
                    masked.add(address);
            },
            readBaseline: () => earlierOf(config),
            onProgress: (progress) => {
                crowd?.saw(progress);
                if (crowd === undefined) {
                    const name = config.sites.length === 1 ? '' : `${progress.site.url} `;
                    log(name + progressLine(progress));
                    waiting.refresh();
                }
                // The pause before the next look is time enough to load what comes after the last one, and to ask GitHub for its part.
                if (progress.pause === undefined)
                    return;
                void Promise.all([rendering(), publishing()]);
                meanwhile();
            },
        });
    }
    finally {
        clearInterval(waiting);
        sum();
        endGroup();
    }
}
async function earlierOf({ baseline }) {
    if (baseline === '')
        return undefined;
    const { earlierAt } = await __webpack_require__.e(/* import() */ 418).then(__webpack_require__.bind(__webpack_require__, 1418));
    return earlierAt(baseline);
}
function linksOf({ headSha, runUrl, runNumber }) {
    return { commit: headSha, runUrl, runNumber };
}
/**
 * What tells that the looks go on has to be told before them. All else waits for the pause between two, so that they
 * begin sooner; where one look may be all, the pull request is looked for beside it.
 */
function beforehand({ publish, schedule }, event) {
    const { checkRun, deploymentStatus, prNumber, commentTarget } = publish;
    if (checkRun || deploymentStatus)
        return true;
    const known = commentTarget === 'commit' || (prNumber ?? ('text' in event ? 0 : event.prNumber)) !== undefined;
    return schedule.wait === 0 && !known;
}
/** Whether the event has to be known. */
function asks({ publish: { comment, checkRun, deploymentStatus } }) {
    return comment !== 'never' || checkRun || deploymentStatus;
}
/** Node's messages carry addresses: only where it happened is said. */
function wentWrong(error) {
    const name = Error.isError(error) ? error.name : typeof error;
    const frames = Error.isError(error)
        ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
        : [];
    const where = frames.slice(0, 5).map((line) => line.trim());
    return [
        `This is a fault of Origin Gate, not of the site (${name}). Nothing is known about the site; \`promote\` is false.`,
        'Please open an issue at https://github.com/origin-gate/origin-gate/issues with these lines:',
        ...where,
    ].join('\n');
}


/***/ }),

/***/ 8757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ writeReport)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/**
 * Writes a report, with the folders it needs; none where the path is empty. Returns the code of the error that kept it from being written.
 * Synchronous on purpose: a resolver that stays silent holds the threads on which other writes would wait. Folder by
 * folder on purpose: a recursive `mkdir` never ends below `/proc`.
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
        return Error.isError(error) && 'code' in error ? String(error.code) : 'unknown error';
    }
}
function makeFolder(folder) {
    if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder))
        return;
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(folder);
    if (parent !== folder)
        makeFolder(parent);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder);
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
