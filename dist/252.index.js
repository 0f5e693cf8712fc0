export const id = 252;
export const ids = [252];
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

/***/ 7252:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./lib/config/inputs/command-flags.js
const path = {
    default: '',
    fallback: '',
    shells: 'both',
    secret: false,
    takes: 'value',
    scope: 'run',
    placeholder: 'PATH',
};
/** Flags that only the command has. */
const COMMAND_FLAGS = [
    {
        ...path,
        name: 'record',
        description: 'Write what was seen to this file, for a bug report or a test. No secret and no address of the origin is in it; what the pages say is.',
    },
    {
        ...path,
        name: 'replay',
        description: 'Judge what an earlier `--record` wrote, and look at nothing. No URL is needed.',
    },
];

// EXTERNAL MODULE: ./lib/config/files/pem-files.js
var pem_files = __webpack_require__(6178);
// EXTERNAL MODULE: ./lib/config/inputs/inputs.js
var inputs = __webpack_require__(8257);
// EXTERNAL MODULE: ./lib/config/parser/did-you-mean.js
var did_you_mean = __webpack_require__(8369);
// EXTERNAL MODULE: ./lib/config/parser/problems.js
var problems = __webpack_require__(9770);
;// CONCATENATED MODULE: ./lib/config/command/flags.js






const ROWS = [...inputs/* INPUTS */.m, ...COMMAND_FLAGS];
const NAMES = [...ROWS.filter((row) => row.shells === 'both').map((row) => row.name), 'help', 'version'];
const OPTIONS = {
    help: { type: 'boolean', short: 'h' },
    version: { type: 'boolean', short: 'V' },
    ...Object.fromEntries(ROWS.map((row) => [row.name, { type: row.takes === 'switch' ? 'boolean' : 'string', multiple: true }])),
};
/**
 * Reads the command's arguments, without the interpreter and the script. Positional arguments are URLs; the items of a
 * repeated list add up, of any other flag the last one counts.
 */
function parseFlags(args) {
    // Strictness would throw at the first mistake; the tokens tell all of them.
    const { tokens } = (0,external_node_util_.parseArgs)({ args: [...args], options: OPTIONS, strict: false, tokens: true });
    const given = new Map();
    const problems = [];
    for (const token of tokens) {
        if (token.kind === 'option-terminator')
            continue;
        const name = token.kind === 'positional' ? 'url' : token.name;
        const row = ROWS.find((row) => row.name === name);
        if (token.kind === 'option') {
            const problem = problemOf(token, row);
            if (problem !== undefined)
                problems.push(problem);
        }
        const value = token.value ?? 'true';
        const earlier = row?.takes === 'list' ? given.get(name) : undefined;
        given.set(name, earlier === undefined ? value : `${earlier}\n${value}`);
    }
    if (given.has('help'))
        return { kind: 'help' };
    if (given.has('version'))
        return { kind: 'version' };
    const read = {
        input: (name) => given.get(name) ?? '',
        own: (name) => given.get(name) ?? '',
    };
    return problems.length > 0 ? { kind: 'refused', problems, ...read } : { kind: 'run', ...read };
}
function problemOf({ name, rawName, value, inlineValue }, row) {
    const flag = (0,problems/* printable */.g)(rawName, []);
    const problem = (text) => ({ input: name, text: `\`${flag}\` ${text}` });
    if (row === undefined) {
        if (name === 'help' || name === 'version') {
            return value === undefined ? undefined : problem('takes no value.');
        }
        const meant = (0,did_you_mean/* didYouMean */.a)(name, NAMES);
        const guess = meant === undefined ? '' : `; \`--${meant}\` was probably meant`;
        return problem(`is no flag. \`--help\` lists them${guess}.`);
    }
    if (row.shells === 'action')
        return problem('works only in the Action. Leave it out of the command.');
    if (row.takes === 'switch')
        return undefined;
    // A value may begin with a dash only behind `=`, unless it is PEM: otherwise the flag's own value was forgotten.
    if (value === undefined || (inlineValue !== true && value.startsWith('-') && !(0,pem_files/* isPem */.X3)(value))) {
        return problem(`has no value. Give \`${flag} ${row.placeholder}\`.`);
    }
    return undefined;
}

;// CONCATENATED MODULE: ./lib/config/command/help.js


const WIDTH = 80;
const INDENT = '      ';
/** What `--help` prints; no line is wider than 80 columns. Ends with a line break. */
function helpText() {
    const rows = [...inputs/* INPUTS */.m, ...COMMAND_FLAGS];
    const options = rows.filter((row) => row.shells === 'both').map(optionText);
    return `${[
        'Usage: origin-gate [options] URL...',
        '',
        ...wrapped('Asks for a site through Cloudflare and directly at its origin, and names the cause when it answers 502 or 52x.', ''),
        '',
        'Options:',
        ...options,
        '  -h, --help',
        `${INDENT}Print this text.`,
        '  -V, --version',
        `${INDENT}Print the version.`,
        '',
        ...wrapped('Lists take one item a line, and their flags may be repeated.', ''),
        ...wrapped('Durations are 500ms, 10s, 2m, 1h or a whole number of seconds.', ''),
        '',
        'Exit codes: 0 healthy, or not in --fail-on; 1 failed by --fail-on; 2 the check',
        'could not run.',
    ].join('\n')}\n`;
}
function optionText(row) {
    const flag = `  --${row.name} ${row.placeholder}`.trimEnd();
    const fallback = row.default === '' ? row.fallback : row.default;
    const usual = row.takes === 'switch' || fallback === '' ? '' : ` Default: ${fallback}.`;
    return [flag, ...wrapped(`${row.description}${usual}`.replaceAll('`', ''), INDENT)].join('\n');
}
/** Breaks a text between words. */
function wrapped(text, indent) {
    const lines = [];
    let line = '';
    for (const word of text.split(' ')) {
        if (line !== '' && indent.length + line.length + 1 + word.length > WIDTH) {
            lines.push(indent + line);
            line = word;
        }
        else {
            line = line === '' ? word : `${line} ${word}`;
        }
    }
    return [...lines, indent + line];
}

// EXTERNAL MODULE: ./lib/shell/report-file.js
var report_file = __webpack_require__(8757);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
;// CONCATENATED MODULE: ./lib/shell/cli.js




const COMMAND = { shell: 'cli', defaultCommentKey: '', defaultReport: '' };
/** The command. Returns its exit code: 0 healthy or not in `fail-on`, 1 failed by it, 2 the check could not run. */
async function run() {
    const flags = parseFlags(process.argv.slice(2));
    switch (flags.kind) {
        case 'help':
            process.stdout.write(helpText());
            return 0;
        case 'version':
            process.stdout.write(`origin-gate ${version/* VERSION */.x}\n`);
            return 0;
        case 'refused':
            return gate(flags, flags.problems);
        case 'run':
            return gate(flags, []);
        default:
            return flags;
    }
}
async function gate({ input, own }, flagged) {
    if (own('replay') === '')
        return check(input, own('record'), flagged);
    const { recordingAt } = await __webpack_require__.e(/* import() */ 664).then(__webpack_require__.bind(__webpack_require__, 8664));
    const found = recordingAt(own('replay'));
    const both = own('record') === '' ? [] : [problem('record', 'needs a look, and `--replay` makes none')];
    if (typeof found === 'string')
        return refuse([...flagged, ...both, problem('replay', found)]);
    return replay(found, input, [...flagged, ...both]);
}
function problem(flag, fault) {
    return { input: flag, text: `\`--${flag}\` ${fault}.` };
}
/** Judges and tells once more what a run saw. */
async function replay(recording, input, flagged) {
    const { parseConfig } = await __webpack_require__.e(/* import() */ 227).then(__webpack_require__.bind(__webpack_require__, 9227));
    const { NO_FILES } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 6178));
    const [{ site }] = recording.sites;
    const parsed = parseConfig((name) => (name === 'url' ? site.url : input(name)), {
        ...COMMAND,
        files: NO_FILES,
    });
    if (!parsed.ok || flagged.length > 0)
        return refuse([...flagged, ...(parsed.ok ? [] : parsed.problems)]);
    const { replayed } = await Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(585), __webpack_require__.e(59), __webpack_require__.e(431), __webpack_require__.e(293)]).then(__webpack_require__.bind(__webpack_require__, 4431));
    try {
        const earlier = await earlierOf(parsed.config);
        const telling = { ...parsed.config, ...(earlier !== undefined && { earlier }) };
        return await tell(replayed(recording, telling), parsed.config);
    }
    catch (error) {
        return crashed(error);
    }
}
async function check(input, record, flagged) {
    const { parseConfig } = await __webpack_require__.e(/* import() */ 227).then(__webpack_require__.bind(__webpack_require__, 9227));
    const { problemsOfReportPaths } = await __webpack_require__.e(/* import() */ 708).then(__webpack_require__.bind(__webpack_require__, 4708));
    const { referencedFiles } = await __webpack_require__.e(/* import() */ 535).then(__webpack_require__.bind(__webpack_require__, 535));
    const given = await referencedFiles(input);
    const parsed = parseConfig(input, { ...COMMAND, ...given });
    const paths = await problemsOfReportPaths({ report: input('report'), junit: input('junit'), record });
    const problems = [...flagged, ...(parsed.ok ? [] : parsed.problems), ...paths];
    if (!parsed.ok || problems.length > 0)
        return refuse(problems);
    const { config } = parsed;
    const [{ run: look }, { networkOf }, { systemClock }, { progressPrinter }, { recordingOf }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(585), __webpack_require__.e(59), __webpack_require__.e(431), __webpack_require__.e(293)]).then(__webpack_require__.bind(__webpack_require__, 4431)),
        __webpack_require__.e(/* import() */ 903).then(__webpack_require__.bind(__webpack_require__, 3903)),
        __webpack_require__.e(/* import() */ 489).then(__webpack_require__.bind(__webpack_require__, 1489)),
        Promise.all(/* import() */[__webpack_require__.e(585), __webpack_require__.e(608)]).then(__webpack_require__.bind(__webpack_require__, 5227)),
        __webpack_require__.e(/* import() */ 503).then(__webpack_require__.bind(__webpack_require__, 9503)),
    ]);
    const stop = new AbortController();
    process.once('SIGTERM', () => stop.abort());
    process.once('SIGINT', () => stop.abort());
    const tokens = [config.publish.githubToken];
    const progress = progressPrinter(config.sites.length, process.stderr);
    try {
        const report = await look(config, {
            network: await networkOf(process.env),
            clock: systemClock,
            signal: stop.signal,
            onAddresses: () => undefined,
            onProgress: progress.tell,
            readBaseline: () => earlierOf(config),
            ...(record !== '' && {
                onFinished: (seen) => write('recording', record, JSON.stringify(recordingOf(seen, { ...config, tokens }), null, 2)),
            }),
        });
        progress.end();
        const code = await tell(report, config);
        return stop.signal.aborted ? await stopped() : code;
    }
    catch (error) {
        return crashed(error);
    }
    finally {
        progress.end();
    }
}
async function earlierOf({ baseline }) {
    if (baseline === '')
        return undefined;
    const { earlierAt } = await __webpack_require__.e(/* import() */ 418).then(__webpack_require__.bind(__webpack_require__, 1418));
    return earlierAt(baseline);
}
/** Says what a run came to, in the terminal and in files. Returns the exit code. */
async function tell(report, config) {
    const [{ RENDERERS }, { failsBy }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(585), __webpack_require__.e(59), __webpack_require__.e(77)]).then(__webpack_require__.bind(__webpack_require__, 6077)),
        __webpack_require__.e(/* import() */ 674).then(__webpack_require__.bind(__webpack_require__, 6293)),
    ]);
    const color = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
    const width = Math.min(process.stdout.columns ?? 100, 100);
    process.stdout.write(`${RENDERERS.text(report, { color, width })}\n`);
    write('JSON report', config.report, RENDERERS.json(report));
    write('JUnit report', config.junit, RENDERERS.junit(report));
    return failsBy(config.failOn, report) ? 1 : 0;
}
/** What was known is told by then. */
async function stopped() {
    process.stderr.write('Stopped before the site was judged.\n');
    const { hasPendingLookup } = await __webpack_require__.e(/* import() */ 414).then(__webpack_require__.bind(__webpack_require__, 8414));
    if (hasPendingLookup())
        process.kill(process.pid, 'SIGKILL');
    return 2;
}
function write(what, path, json) {
    const unwritten = (0,report_file/* writeReport */.u)(path, json);
    if (unwritten !== undefined) {
        process.stderr.write(`The ${what} could not be written (${unwritten}). The verdict stands.\n`);
    }
}
function crashed(error) {
    const name = Error.isError(error) ? error.name : 'unknown';
    process.stderr.write(`This is a fault of origin-gate, not of the site: ${name}.\n`);
    return 2;
}
function refuse(problems) {
    for (const { text } of problems)
        process.stderr.write(`${text}\n`);
    process.stderr.write('Nothing was probed. See `origin-gate --help`.\n');
    return 2;
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
