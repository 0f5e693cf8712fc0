export const id = 627;
export const ids = [627,300,251,802];
export const modules = {

/***/ 6097:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ INPUTS)
/* harmony export */ });
const value = {
    required: false,
    default: '',
    fallback: '',
    shells: 'both',
    secret: false,
    takes: 'value',
};
const list = { ...value, takes: 'list' };
/** The one table of inputs: the parser, action.yml, the README and `--help` all follow it. */
const INPUTS = [
    {
        ...list,
        name: 'url',
        required: true,
        placeholder: 'URL',
        description: 'One or more http(s) URLs as visitors type them, one a line.',
    },
    {
        ...list,
        name: 'origin',
        secret: true,
        placeholder: 'ADDRESS',
        description: 'Where the site really lives: `203.0.113.10`, `[2001:db8::1]:8443`, `origin.example.net:8080` or `http://203.0.113.10:8080`; several origins, one a line. Empty: the direct probe is skipped, and the report says what it would have told.',
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
        ...list,
        name: 'headers',
        secret: true,
        placeholder: 'HEADER',
        description: '`Name: value` a line, sent on every probe of the site. The values are never printed.',
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
        ...list,
        name: 'fail-on',
        default: 'unhealthy',
        placeholder: 'OUTCOMES',
        description: 'Which outcomes fail the step: any of `unhealthy`, `inconclusive`, `warning`; or `never`.',
    },
    {
        ...value,
        name: 'comment',
        default: 'always',
        shells: 'action',
        placeholder: 'WHEN',
        description: 'Whether to comment: `always`, `on-failure` (made on the first failure, then kept current until it is green) or `never`.',
    },
    {
        ...value,
        name: 'comment-target',
        default: 'auto',
        shells: 'action',
        placeholder: 'WHERE',
        description: 'Where the comment goes: `auto` (the pull request of the event, else one that has the commit, else the commit), `pr` or `commit`.',
    },
    {
        ...value,
        name: 'comment-key',
        shells: 'action',
        placeholder: 'KEY',
        fallback: "the workflow's and job's names",
        description: 'Each key has one sticky comment of its own.',
    },
    {
        ...value,
        name: 'pr-number',
        shells: 'action',
        placeholder: 'NUMBER',
        fallback: 'found from the event or the commit',
        description: 'The pull request to comment on.',
    },
    {
        ...value,
        name: 'job-summary',
        default: 'true',
        shells: 'action',
        takes: 'switch',
        placeholder: '',
        description: 'Write the report to the job summary.',
    },
    {
        ...value,
        name: 'report',
        placeholder: 'PATH',
        fallback: "in the Action a file in the runner's temporary folder, in the command none",
        description: 'Path of the JSON report.',
    },
    {
        ...value,
        name: 'show-origin',
        default: 'false',
        takes: 'switch',
        placeholder: '',
        description: "Print the origin's address. Off: it appears nowhere, in no spelling, in log, comment, summary, report, annotation or error.",
    },
    {
        ...value,
        name: 'github-token',
        default: '${{ github.token }}',
        shells: 'action',
        secret: true,
        placeholder: 'TOKEN',
        description: 'Token that writes the comment (needs `pull-requests: write`).',
    },
];


/***/ }),

/***/ 948:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/* unused harmony export editDistance */
/**
 * How many letters have to be inserted, dropped, replaced or swapped with their neighbour to make `to` of `from`
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
function nearest(text, candidates) {
    const wanted = text.toLowerCase();
    // A slip changes a letter or two; more than a third of the word is another word.
    const most = Math.min(3, Math.max(1, Math.floor(wanted.length / 3)));
    const [best] = candidates
        .filter((name) => Math.abs(name.length - wanted.length) <= most)
        .map((name) => ({ name, distance: editDistance(wanted, name) }))
        .filter(({ distance, name }) => distance <= most && distance < name.length)
        .toSorted((a, b) => a.distance - b.distance);
    return best?.name ?? candidates.find((name) => wanted.length >= 3 && name.startsWith(wanted));
}
/** A cell of the table; what lies outside costs too much to be chosen. */
function at(row, column) {
    return row[column] ?? Infinity;
}


/***/ }),

/***/ 784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ problemOf),
/* harmony export */   g: () => (/* binding */ printable)
/* harmony export */ });
const LONGEST = 120;
/** What was given, what is accepted, what was probably meant. Of a secret input only its shape is told. */
function problemOf(input, refusal, showing) {
    const { given, fault, accepted, meant, line } = refusal;
    const place = line !== undefined && (showing.several || showing.secret) ? `\`${input}\`, line ${line},` : `\`${input}\``;
    const quoted = !showing.secret && given !== '' ? ` is \`${printable(given, showing.secrets)}\`, which` : '';
    const guess = meant === undefined || showing.secret ? '' : guessOf(meant, showing.secrets);
    return { input, text: `${place}${quoted} ${fault}. ${accepted}${guess}.` };
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

/***/ 8300:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   problemOfReportPath: () => (/* binding */ problemOfReportPath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(784);




/** What keeps a report from being written at `path`, before hours are spent on it. Missing folders are made later. */
async function problemOfReportPath(path) {
    if (path === '')
        return undefined;
    const refused = (fault, accepted) => ({
        input: 'report',
        text: `\`report\` is \`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(path, [])}\`, ${fault}. ${accepted}.`,
    });
    const target = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(path);
    const kind = await kindOf(target);
    if (kind === 'folder' || /[\\/]$/u.test(path)) {
        const meant = (0,_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, 'origin-gate.json'), []);
        return refused('which is a folder', `Give the path of a file; \`${meant}\` was probably meant`);
    }
    if (kind === 'invalid')
        return refused('which is no valid path', 'Give the path of a file');
    const existing = kind === 'file' ? target : await nearestExisting((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target));
    if (kind === 'absent' && (await kindOf(existing)) !== 'folder') {
        const shown = (0,_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(existing, []);
        return refused(`but \`${shown}\` is a file, not a folder`, 'Give a path whose folders exist or can be made');
    }
    if (!(await writable(existing))) {
        const what = kind === 'file' ? 'which may not be written' : `but \`${(0,_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g)(existing, [])}\` may not be written`;
        return refused(what, 'Give a path that this user may write, such as one in the temporary folder');
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

/***/ 4492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ main_run)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 12 modules
var core = __webpack_require__(143);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./lib/config/parse.js + 7 modules
var parse = __webpack_require__(8030);
// EXTERNAL MODULE: ./lib/config/report-path.js
var report_path = __webpack_require__(8300);
// EXTERNAL MODULE: ./lib/config/secrets.js
var secrets = __webpack_require__(2999);
;// CONCATENATED MODULE: ./lib/github/annotations.js

/** GitHub shows about this many characters; the rest is in the report. */
const LIMIT = 2000;
/** One for what is wrong with the worst site, with the first step to take, and one for each warning. */
function annotationsOf(report) {
    const warnings = report.warnings.map(({ id, text }) => annotation('warning', `origin-gate: ${id}`, text));
    if (report.verdict === 'healthy')
        return warnings;
    const [worst, ...others] = report.sites;
    const level = report.verdict === 'unhealthy' ? 'error' : 'warning';
    const sick = others.filter(({ verdict }) => verdict !== 'healthy').length;
    const sentences = [
        worst.summary,
        worst.remedy === null ? '' : `First: ${worst.remedy.steps[0]}`,
        sick === 0 ? '' : `${sick} more ${sick === 1 ? 'site is' : 'sites are'} not healthy.`,
        `Cause: ${report.cause} (${report.confidence}).`,
    ];
    return [annotation(level, worst.headline, sentences.filter((text) => text !== '').join(' ')), ...warnings];
}
function annotate(annotations) {
    for (const { level, title, text } of annotations) {
        if (level === 'error')
            core/* error */.z3(text, { title });
        else
            core/* warning */.$e(text, { title });
    }
}
/** A warning of our own work, such as a comment that could not be written. It may have several lines. */
function warn(text) {
    core/* warning */.$e(text.slice(0, LIMIT), { title: 'origin-gate' });
}
function annotation(level, title, text) {
    return { level, title: plain(title).slice(0, 200), text: plain(text).slice(0, LIMIT) };
}
/** What a site sent may hold escape sequences for a terminal. `core` escapes what means something to the runner. */
function plain(text) {
    return text.replaceAll(/\p{Cc}+/gu, ' ').trim();
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./lib/github/json.js
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

;// CONCATENATED MODULE: ./lib/github/subject.js

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
            return { headSha: commitIn(payload, 'deployment', 'sha'), fork: false };
        case 'issue_comment':
            return {
                prNumber: inside(payload, 'issue', 'pull_request') === undefined
                    ? undefined
                    : countIn(payload, 'issue', 'number'),
                fork: false,
            };
        case 'merge_group':
            return {
                headSha: commitIn(payload, 'merge_group', 'head_sha'),
                prNumber: queuedPull(textIn(payload, 'merge_group', 'head_ref') ?? ref),
                fork: false,
            };
        default:
            return { fork: false };
    }
}
function pullIn(payload) {
    return {
        headSha: commitIn(payload, 'pull_request', 'head', 'sha'),
        prNumber: countIn(payload, 'pull_request', 'number'),
    };
}
/** The head repository is null once the fork is deleted. */
function fromFork(payload) {
    const base = countIn(payload, 'pull_request', 'base', 'repo', 'id');
    return base !== undefined && countIn(payload, 'pull_request', 'head', 'repo', 'id') !== base;
}
/** The list also names pull requests of other repositories that share the branch, and older ones of the same branch. */
function workflowRunIn(payload) {
    const headSha = commitIn(payload, 'workflow_run', 'head_sha');
    const home = countIn(payload, 'repository', 'id');
    const ours = listIn(payload, 'workflow_run', 'pull_requests').filter((pull) => (countIn(pull, 'base', 'repo', 'id') ?? home) === home);
    const pull = ours.find((pull) => commitIn(pull, 'head', 'sha') === headSha) ?? ours[0];
    return { headSha, prNumber: countIn(pull, 'number') };
}
/** From `refs/heads/gh-readonly-queue/main/pr-123-<commit>`; the base branch may hold slashes. */
function queuedPull(ref) {
    const digits = /^(?:refs\/heads\/)?gh-readonly-queue\/.+\/pr-([1-9]\d{0,9})-[0-9a-f]+$/.exec(ref)?.[1];
    return digits === undefined ? undefined : Number(digits);
}

;// CONCATENATED MODULE: ./lib/github/event.js



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
    if (!isCommit(sha))
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

;// CONCATENATED MODULE: ./lib/github/advice.js
/** Why there is no comment and what mends it, for a warning. `thread` is undefined while we still looked for the pull request. */
function adviceOn(failure, event, thread) {
    return `The verdict stands, but no comment was written ${placeOf(thread, event)}: ${reasonOf(failure, event, thread)}`;
}
function reasonOf({ kind, status, said }, event, thread) {
    const answer = `GitHub answered ${status ?? 'nothing'}${said === '' ? '' : ` (${said})`}.`;
    switch (kind) {
        case 'lost':
            return status === undefined
                ? `the connection to ${event.apiUrl} failed${said === '' ? '' : ` (${said})`}. Run the job again, or see the job summary.`
                : `${answer} Run the job again, or see https://www.githubstatus.com.`;
        case 'rate-limited':
            return `${answer} Its rate limit is used up. A later run writes the comment.`;
        case 'unauthorized':
            return `${answer} It does not accept the token. Give the input github-token a valid one, or leave it out to use that of the job.`;
        case 'forbidden':
            return `${answer} ${permissionAdvice(said, event, thread)}`;
        case 'not-found':
            return `${answer} ${notFoundAdvice(event, thread)}`;
        case 'unprocessable':
        case 'other':
            return status === undefined ? `${said}.` : `${answer} The report is in the job summary.`;
        default:
            return kind;
    }
}
/** https://docs.github.com/rest/authentication/permissions-required-for-github-apps */
function permissionAdvice(said, event, thread) {
    if (/\block(ed)?\b/i.test(said))
        return 'Unlock the conversation, or see the job summary.';
    if (event.fork) {
        return ('The pull request comes from a fork, and the token of such a run may only read. ' +
            'Post from a second workflow on the event workflow_run, or see the job summary.');
    }
    return `Add to the job:\n${permissionsFor(thread)}`;
}
function notFoundAdvice(event, thread) {
    const home = `${event.owner}/${event.repo}`;
    const missing = thread?.kind === 'pull'
        ? `Either ${home} has no pull request ${thread.number}: see the input pr-number. Or`
        : `Either ${home} does not have the commit. Or`;
    return `${missing} the token may not see it; then add to the job:\n${permissionsFor(thread)}`;
}
/** The lines for a workflow file. Naming one permission takes the others away, hence the reminder for checkout. */
function permissionsFor(thread) {
    return thread?.kind === 'commit'
        ? 'permissions:\n  contents: write\n'
        : 'permissions:\n  pull-requests: write\n  contents: read # for actions/checkout\n';
}
function placeOf(thread, event) {
    if (thread?.kind === 'pull')
        return `on pull request ${thread.number}`;
    return `on commit ${(thread?.sha ?? event.headSha).slice(0, 7)}`;
}

;// CONCATENATED MODULE: ./lib/github/api.js

/** A success whose body is not what the API promises: cut off on the way, or written by a proxy. */
class UnexpectedAnswer extends Error {
    name = 'UnexpectedAnswer';
}
/**
 * Loads Octokit, which most runs without a comment never need. The package's main entry and this one both read the event file;
 * `readEvent` has already found it sound.
 */
async function connect(where, token, signal) {
    const { GitHub, defaults, getOctokitOptions } = await __webpack_require__.e(/* import() */ 845).then(__webpack_require__.bind(__webpack_require__, 1845));
    const octokit = new GitHub({
        ...getOctokitOptions(token, { baseUrl: where.apiUrl }),
        // `request` replaces that of the defaults as a whole: keep their proxy.
        request: { ...defaults.request, signal },
    });
    const home = { owner: where.owner, repo: where.repo };
    return {
        async viewer() {
            const answer = await octokit.request({
                method: 'POST',
                url: where.graphqlUrl,
                query: '{viewer{login}}',
            });
            return demanded(textIn(answer.data, 'data', 'viewer', 'login'), 'a login');
        },
        async pullsOf(sha) {
            const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls';
            const { data } = await octokit.request(route, { ...home, commit_sha: sha, per_page: 100 });
            return list(data).flatMap((item) => pullOf(item) ?? []);
        },
        async *commentsOf(thread) {
            // Octokit's own paginator takes a page that was cut off for an empty one, which would cost us a second comment.
            let page = { per_page: '100' };
            while (page !== undefined) {
                const { data, headers } = thread.kind === 'pull'
                    ? await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
                        ...home,
                        ...page,
                        issue_number: thread.number,
                    })
                    : await octokit.request('GET /repos/{owner}/{repo}/commits/{commit_sha}/comments', {
                        ...home,
                        ...page,
                        commit_sha: thread.sha,
                    });
                yield list(data).flatMap((item) => commentOf(item) ?? []);
                page = nextPage(headers.link);
            }
        },
        async create(thread, body) {
            const { data } = thread.kind === 'pull'
                ? await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
                    ...home,
                    issue_number: thread.number,
                    body,
                })
                : await octokit.request('POST /repos/{owner}/{repo}/commits/{commit_sha}/comments', {
                    ...home,
                    commit_sha: thread.sha,
                    body,
                });
            return demanded(commentOf(data), 'a comment');
        },
        async update(thread, id, body) {
            const route = thread.kind === 'pull'
                ? 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}'
                : 'PATCH /repos/{owner}/{repo}/comments/{comment_id}';
            const { data } = await octokit.request(route, { ...home, comment_id: id, body });
            return demanded(commentOf(data), 'a comment');
        },
    };
}
function commentOf(item) {
    const id = countIn(item, 'id');
    if (id === undefined)
        return undefined;
    const url = textIn(item, 'html_url') ?? '';
    return { id, url, author: textIn(item, 'user', 'login') ?? '', body: textIn(item, 'body') ?? '' };
}
function pullOf(item) {
    const number = countIn(item, 'number');
    if (number === undefined)
        return undefined;
    return {
        number,
        open: textIn(item, 'state') === 'open',
        mergedAt: textIn(item, 'merged_at') ?? '',
        headSha: textIn(item, 'head', 'sha') ?? '',
        base: textIn(item, 'base', 'repo', 'full_name') ?? '',
    };
}
/** The parameters of the next page. Only they are taken from the Link header: the token goes to no URL that an answer names. */
function nextPage(link) {
    const next = /<([^<>]+)>;\s*rel="next"/.exec(link ?? '')?.[1];
    const url = next === undefined ? null : URL.parse(next);
    return url === null ? undefined : Object.fromEntries(url.searchParams);
}
function list(data) {
    if (!Array.isArray(data))
        throw new UnexpectedAnswer('GitHub answered without a list');
    return listIn(data);
}
function demanded(value, what) {
    if (value === undefined)
        throw new UnexpectedAnswer(`GitHub answered without ${what}`);
    return value;
}

;// CONCATENATED MODULE: ./lib/github/failure.js


function failureOf(error) {
    if (error instanceof UnexpectedAnswer)
        return { kind: 'lost', status: undefined, said: error.message };
    const answer = inside(error, 'response');
    const status = inside(answer, 'status');
    // Octokit gives the status 500 to a connection that broke, and no answer with it.
    if (typeof status !== 'number')
        return connectionFailureOf(error);
    const said = oneLine(textIn(answer, 'data', 'message') ?? '');
    return { kind: kindOf(status, said, inside(answer, 'headers')), status, said };
}
function connectionFailureOf(error) {
    for (let cause = error, depth = 0; depth < 5; cause = inside(cause, 'cause'), depth++) {
        const code = textIn(cause, 'code');
        if (code !== undefined)
            return { kind: 'lost', status: undefined, said: oneLine(code) };
    }
    // Octokit marks what it sent with a status. Any other error is ours, and sending again would not mend it.
    const sent = inside(error, 'status') !== undefined;
    return {
        kind: sent ? 'lost' : 'other',
        status: undefined,
        said: oneLine(Error.isError(error) ? error.message : ''),
    };
}
function kindOf(status, said, headers) {
    if (status >= 500)
        return 'lost';
    if (status === 429)
        return 'rate-limited';
    if (status === 403) {
        const spent = inside(headers, 'x-ratelimit-remaining') === '0' || inside(headers, 'retry-after') !== undefined;
        return spent || /rate limit/i.test(said) ? 'rate-limited' : 'forbidden';
    }
    if (status === 401)
        return 'unauthorized';
    if (status === 404 || status === 410)
        return 'not-found';
    return status === 422 ? 'unprocessable' : 'other';
}
function oneLine(text) {
    const line = text.slice(0, 300).replaceAll(/\p{Cc}+/gu, ' ');
    return line.trim().replace(/\.$/, '');
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/github/once-more.js


/** Asks a second time when the answer was lost. What is asked must look for the traces of the first time. */
async function onceMore(ask, { settle = 1000, signal }) {
    try {
        return await ask();
    }
    catch (error) {
        if (signal?.aborted === true || failureOf(error).kind !== 'lost')
            throw error;
        await (0,external_node_timers_promises_.setTimeout)(settle, undefined, signal === undefined ? {} : { signal });
        return ask();
    }
}

;// CONCATENATED MODULE: ./lib/github/cut.js
/**
 * The last resort when a renderer wrote more than GitHub takes: Markdown of at most `limit` UTF-16 units, cut at the end of a line,
 * with the code fence and the folds that are open there closed again.
 */
function cut(markdown, limit) {
    if (markdown.length <= limit)
        return markdown;
    const room = limit - RESERVE;
    const end = markdown.lastIndexOf('\n', room);
    const kept = end > 0 ? markdown.slice(0, end) : markdown.slice(0, room).toWellFormed();
    return kept + closing(kept) + NOTE;
}
/** The same, with the limit in bytes of UTF-8. */
function cutToBytes(markdown, limit) {
    const bytes = Buffer.from(markdown);
    if (bytes.length <= limit)
        return markdown;
    // What replaces the tail is ASCII, so it takes no more bytes than the tail did. A character cut in two becomes U+FFFD.
    const fitting = bytes
        .subarray(0, limit)
        .toString()
        .replace(/\uFFFD+$/, '');
    return cut(markdown, fitting.length);
}
const NOTE = '\n\n_The rest did not fit here: see the log of the job and its JSON report._\n';
/** Room for the note, for one fence of up to 64 characters and for eight folds. */
const RESERVE = 400;
function closing(markdown) {
    const fence = openFence(markdown);
    const folds = count(markdown, /<details\b/g) - count(markdown, /<\/details>/g);
    return (fence === undefined ? '' : `\n${fence}`) + '\n\n</details>'.repeat(Math.max(0, Math.min(folds, 8)));
}
/** The fence that no line has closed yet. A closing fence is at least as long as the one that opened. */
function openFence(markdown) {
    let open;
    for (const [, fence = '', info = ''] of markdown.matchAll(/^ {0,3}(`{3,64}|~{3,64})(.*)$/gm)) {
        if (open === undefined)
            open = fence;
        else if (fence.startsWith(open) && info.trim() === '')
            open = undefined;
    }
    return open;
}
function count(text, pattern) {
    return text.match(pattern)?.length ?? 0;
}

;// CONCATENATED MODULE: ./lib/github/marker.js
/** Longer keys are told apart by this many characters only. */
const KEY_LIMIT = 200;
/**
 * The first line of our comment. It is an HTML comment, so it must hold neither `--` nor `>`; what could break it, or what GitHub
 * might change on the way, is written as `\uXXXX`, one UTF-16 unit each. Every key has exactly one spelling.
 */
function markerOf({ key, runId, attempt }) {
    return `<!-- origin-gate key="${spelled(boundedKey(key))}" run=${runId} attempt=${attempt} -->`;
}
/** Undefined unless the first line is a marker and nothing else. */
function parseMarker(body) {
    const [, spelling, runId, attempt] = /^<!-- origin-gate key="([^"<>\r\n]{0,1200})" run=(\d{1,15}) attempt=(\d{1,15}) -->\r?(?:\n|$)/.exec(body) ?? [];
    if (spelling === undefined)
        return undefined;
    return { key: unspelled(spelling), runId: Number(runId), attempt: Number(attempt) };
}
/** The part of a key that is compared. */
function boundedKey(key) {
    return key.slice(0, KEY_LIMIT);
}
/** Run ids grow with time; a re-run keeps the id and counts its attempts. */
function isNewer(one, other) {
    return one.runId === other.runId ? one.attempt > other.attempt : one.runId > other.runId;
}
function spelled(key) {
    return key.replace(/[^ !#-%'-;=?-[\]-~]|(?<=-)-/g, escapedUnit);
}
/** Without the `u` flag, the pattern above matches single UTF-16 units, lone surrogates among them. */
function escapedUnit(unit) {
    return String.raw `\u` + unit.charCodeAt(0).toString(16).padStart(4, '0');
}
function unspelled(spelling) {
    return spelling.replace(/\\u([0-9a-f]{4})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

;// CONCATENATED MODULE: ./lib/github/sticky.js




/** Characters that GitHub takes in a comment. It counts code points, of which there are never more than UTF-16 units. */
const sticky_LIMIT = 65_536;
/** Whose comments are ours when GitHub does not tell who we are. */
const ACTIONS_BOT = 'github-actions[bot]';
/**
 * Writes the one comment of this key in the thread, or brings it up to date. Throws what the API throws.
 *
 * An answer that is lost leaves open whether the comment was written. Hence nothing is sent again before another look at the
 * thread, so that there is never a second comment.
 */
async function publishComment(api, thread, draft, patience = {}) {
    return onceMore(() => place(api, thread, draft), patience);
}
async function place(api, thread, draft) {
    const text = cut(`${markerOf(draft)}\n${draft.body}`, sticky_LIMIT);
    const create = async () => draft.when === 'on-failure' && draft.healthy
        ? { action: 'unwanted' }
        : placed('created', await api.create(thread, text));
    const own = await ownComment(api, thread, draft.key);
    if (own === undefined)
        return create();
    if (isNewer(own.marker, draft))
        return placed('outdated', own.comment);
    // The whole text, marker and all: were a stale run left in the marker, a run in between could overwrite what is newer.
    if (normal(own.comment.body) === normal(text))
        return placed('unchanged', own.comment);
    try {
        return placed('updated', await api.update(thread, own.comment.id, text));
    }
    catch (error) {
        // Somebody deleted it since we looked.
        if (failureOf(error).kind === 'not-found')
            return create();
        throw error;
    }
}
/**
 * The oldest comment with our key that we wrote ourselves; anybody can write a marker. Pages are read until it is found, so that
 * of several the first is kept up to date.
 */
async function ownComment(api, thread, key) {
    // Asked side by side with the first page. A token that may not ask is one of the Actions bot.
    const login = api.viewer().catch(() => ACTIONS_BOT);
    for await (const page of api.commentsOf(thread)) {
        for (const comment of page) {
            const marker = parseMarker(comment.body);
            if (marker?.key === boundedKey(key) && comment.author === (await login))
                return { comment, marker };
        }
    }
    return undefined;
}
function placed(action, { id, url }) {
    return { action, id, url };
}
/** GitHub trims what it stores, and may give line ends back as CRLF. */
function normal(body) {
    return body.replaceAll('\r\n', '\n').trim();
}

;// CONCATENATED MODULE: ./lib/github/thread.js

/** Throws what the API throws, but for a commit it may not look up: then `auto` takes the commit. */
async function threadOf(api, event, wish) {
    const commit = { thread: { kind: 'commit', sha: event.headSha } };
    if (wish.commentTarget === 'commit')
        return commit;
    const named = wish.prNumber ?? event.prNumber;
    if (named !== undefined)
        return { thread: { kind: 'pull', number: named } };
    const found = bestPull(await pullsOf(api, event, wish), event);
    if (found !== undefined)
        return { thread: { kind: 'pull', number: found.number } };
    return wish.commentTarget === 'auto' ? commit : { warning: withoutPull(event) };
}
/**
 * A token without `pull-requests: read` is refused (403, or 404 where the repository is private), and a commit that was not
 * pushed gets a 422. Such a token could not write on a pull request either, so that the commit is the place that is left.
 */
async function pullsOf(api, event, wish) {
    try {
        return await api.pullsOf(event.headSha);
    }
    catch (error) {
        const { kind } = failureOf(error);
        const refused = kind === 'forbidden' || kind === 'not-found' || kind === 'unprocessable';
        if (refused && wish.commentTarget === 'auto')
            return [];
        throw error;
    }
}
/** An open one before a merged one, one whose head is this commit before others, the last merged before those before it. */
function bestPull(pulls, event) {
    const home = `${event.owner}/${event.repo}`.toLowerCase();
    const ours = pulls.filter(({ base }) => base === '' || base.toLowerCase() === home);
    const open = ours.filter((pull) => pull.open);
    const merged = ours.filter((pull) => pull.mergedAt !== '');
    return (open.find((pull) => pull.headSha === event.headSha) ??
        open[0] ??
        merged.toSorted((a, b) => b.mergedAt.localeCompare(a.mergedAt))[0]);
}
function withoutPull(event) {
    return (`The verdict stands, but no comment was written: the event ${JSON.stringify(event.name)} has no pull request, and commit ${event.headSha.slice(0, 7)} ` +
        'belongs to none. Give the input pr-number, or set comment-target to auto to comment on the commit.');
}

;// CONCATENATED MODULE: ./lib/github/comment.js






const LATE = 'The verdict stands, but GitHub took too long: the comment is old, missing, or written without an answer that came in time.';
/** Writes the sticky comment, or says in a warning why there is none. Never throws. */
async function commentOn({ event, config, healthy, body }, patience) {
    let thread;
    if (config.comment === 'never')
        return { action: 'unwanted' };
    try {
        const api = await connect(event, config.githubToken, patience.signal);
        const choice = await onceMore(() => threadOf(api, event, config), patience);
        if (choice.thread === undefined)
            return choice;
        thread = choice.thread;
        const { runId, runAttempt: attempt } = event;
        const key = config.commentKey;
        return await publishComment(api, thread, { key, runId, attempt, body, when: config.comment, healthy }, patience);
    }
    catch (error) {
        if (patience.signal.aborted)
            return { warning: LATE };
        return { warning: adviceOn(failureOf(error), event, thread) };
    }
}

;// CONCATENATED MODULE: ./lib/github/summary.js



/** Bytes that GitHub takes from one step. It drops a larger summary as a whole. */
const summary_LIMIT = 1024 * 1024;
/** Appends Markdown to the summary of the job. Returns a warning when that fails. */
async function publishSummary(markdown) {
    try {
        await core/* summary */.z.addRaw(cutToBytes(markdown, summary_LIMIT - 1), true).write();
        return undefined;
    }
    catch (error) {
        core/* summary */.z.emptyBuffer();
        const code = inside(error, 'code');
        const reason = typeof code === 'string'
            ? `the file of GITHUB_STEP_SUMMARY refused it (${code})`
            : 'GITHUB_STEP_SUMMARY is not set';
        return `The verdict stands, but no job summary was written: ${reason}.`;
    }
}

;// CONCATENATED MODULE: ./lib/github/index.js



/** Each puts the report in one place. None throws. */
const PUBLISHERS = {
    async annotations({ report }) {
        annotate(annotationsOf(report));
        return {};
    },
    async summary({ config, markdown }) {
        if (!config.jobSummary)
            return {};
        return { warning: await publishSummary(markdown.summary) };
    },
    async comment({ config, event, markdown, report }, patience) {
        const healthy = report.verdict === 'healthy';
        const outcome = await commentOn({ event, config, healthy, body: markdown.comment }, patience);
        return 'warning' in outcome ? outcome : { placed: outcome };
    },
};
/** Publishes everywhere at the same time. Bounded in time, never throws. The outputs are left to the caller, who has them all then. */
async function publish(job, { limit = 20_000, settle = 1000, signal } = {}) {
    const deadline = AbortSignal.timeout(limit);
    const patience = { settle, signal: signal === undefined ? deadline : AbortSignal.any([deadline, signal]) };
    const publishers = Object.values(PUBLISHERS);
    const all = await Promise.all(publishers.map((publisher) => publisher(job, patience)));
    const placed = all.find((part) => part.placed !== undefined)?.placed;
    return {
        commentId: placed !== undefined && 'id' in placed ? String(placed.id) : '',
        commentUrl: placed !== undefined && 'id' in placed ? placed.url : '',
        commentAction: placed?.action ?? '',
        warnings: all.flatMap(({ warning }) => warning ?? []),
    };
}

;// CONCATENATED MODULE: ./lib/github/log.js

/**
 * Writes text to the step's log. The runner takes a line that begins with `::`, or has `##[` in it, for a command:
 * what a site sends must not become one.
 */
function log(text) {
    for (const line of text.split(/\r\n|\r|\n/))
        core/* info */.pq(line.replace(/^(\s*):(?=:)/, '$1: ').replaceAll('##[', '## ['));
}
/** Folds what follows, until `endGroup`. */
function group(title) {
    core/* startGroup */.Oh(title.replaceAll(/[\r\n]+/g, ' '));
}
function endGroup() {
    core/* endGroup */.N4();
}

;// CONCATENATED MODULE: ./lib/github/outputs.js

/** To be called before anything else, so that a crash leaves the gate shut. */
function promoteFalse() {
    core/* setOutput */.uH('promote', 'false');
}
/** The outputs of a check that could not run. */
function publishError() {
    core/* setOutput */.uH('verdict', 'error');
    promoteFalse();
}
function publishOutputs(report, left) {
    for (const [name, value] of Object.entries(outputsOf(report, left)))
        core/* setOutput */.uH(name, value);
}
/** Statuses, ray and data centre are those of the worst site's last look; of several origins, the first one's. */
function outputsOf(report, left) {
    const { edge, origins } = report.sites[0].probes;
    return {
        verdict: report.verdict,
        promote: String(report.promote && report.verdict === 'healthy'),
        cause: report.cause,
        category: report.category,
        confidence: report.confidence,
        trend: report.trend,
        warnings: String(report.warnings.length),
        'edge-status': statusOf(edge),
        'origin-status': statusOf(origins[0]),
        'ray-id': wordOf(edge?.rayId),
        colo: wordOf(edge?.colo),
        report: left.report,
        'comment-id': left.commentId,
        'comment-url': left.commentUrl,
    };
}
/** Has the runner blot the values out of every later line of the log; of a value with many lines, each that is long enough to tell. */
function mask(values) {
    const whole = [...values];
    const lines = whole.flatMap((value) => value.split(/\r?\n/)).filter((line) => line.trim().length > 3);
    for (const secret of new Set([...whole, ...lines]))
        if (secret.trim() !== '')
            core/* setSecret */.Pq(secret);
}
function statusOf(probe) {
    return probe?.status === undefined ? '' : String(probe.status);
}
/** Workflows paste outputs into shell scripts, and these two come from the wire: a word, or nothing. */
function wordOf(text) {
    return text !== undefined && /^[A-Za-z0-9-]{1,40}$/.test(text) ? text : '';
}

// EXTERNAL MODULE: ./lib/probe/clock.js
var clock = __webpack_require__(9112);
// EXTERNAL MODULE: ./lib/probe/network-of.js + 2 modules
var network_of = __webpack_require__(5251);
// EXTERNAL MODULE: ./lib/report/index.js + 9 modules
var lib_report = __webpack_require__(4861);
// EXTERNAL MODULE: ./lib/report/progress.js
var report_progress = __webpack_require__(7751);
// EXTERNAL MODULE: ./lib/run.js + 10 modules
var run = __webpack_require__(3094);
// EXTERNAL MODULE: ./lib/verdict.js
var verdict = __webpack_require__(802);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
;// CONCATENATED MODULE: ./lib/main.js



















/** The Action. Returns the exit code of the step. */
async function main_run() {
    promoteFalse();
    const cancelled = new AbortController();
    process.once('SIGTERM', () => cancelled.abort());
    process.once('SIGINT', () => cancelled.abort());
    try {
        return await gate(process.env, cancelled.signal);
    }
    catch (error) {
        if (error instanceof run.Cancelled)
            return stopped();
        publishError();
        core/* error */.z3(wentWrong(error), { title: 'Origin Gate could not run' });
        return 1;
    }
}
/** An input as the runner hands it over, without the white space around it. */
function input(name) {
    return core/* getInput */.V4(name);
}
async function gate(env, signal) {
    mask((0,secrets/* secretsOf */.F)(input));
    const parsed = (0,parse.parseConfig)(input, {
        shell: 'action',
        defaultCommentKey: `${env['GITHUB_WORKFLOW'] ?? 'workflow'} / ${env['GITHUB_JOB'] ?? 'job'}`,
        defaultReport: (0,external_node_path_.join)(env['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(), 'origin-gate', 'report.json'),
    });
    const event = readEvent(env);
    const problems = parsed.ok ? await problemsBeyond(parsed.config, event) : parsed.problems;
    if (!parsed.ok || problems.length > 0)
        return refuse(problems);
    const { config } = parsed;
    log(`origin-gate ${version/* VERSION */.x}`);
    const report = await looked(config, signal);
    log(lib_report.RENDERERS.text(report));
    const path = await written(report, config.report);
    const links = 'text' in event ? {} : linksOf(event);
    const comment = lib_report.RENDERERS.markdown(report, { limit: lib_report.COMMENT_LIMIT, links });
    const summary = lib_report.RENDERERS.markdown(report, { limit: SUMMARY_LIMIT, links });
    const published = 'text' in event
        ? undefined
        : await publish({ report, markdown: { comment, summary }, config: config.publish, event }, { signal });
    for (const warning of published?.warnings ?? [])
        warn(warning);
    if (published !== undefined && published.commentUrl !== '') {
        log(`The comment was ${published.commentAction}: ${published.commentUrl}`);
    }
    publishOutputs(report, {
        report: path,
        commentId: published?.commentId ?? '',
        commentUrl: published?.commentUrl ?? '',
    });
    return (0,verdict.failsBy)(config.failOn, report) ? 1 : 0;
}
/** GitHub takes 1 MiB for the summaries of a step. */
const SUMMARY_LIMIT = 900_000;
/** What only a look beyond the inputs can tell: nobody should wait an hour for a report that cannot be written. */
async function problemsBeyond(config, event) {
    const path = await (0,report_path.problemOfReportPath)(config.report);
    const needed = config.publish.comment !== 'never' && 'text' in event;
    return [...(path === undefined ? [] : [path]), ...(needed ? [event] : [])];
}
function refuse(problems) {
    publishError();
    for (const { input, text } of problems)
        core/* error */.z3(text, { title: `Origin Gate: ${input}` });
    log('Nothing was probed: the inputs need mending first.');
    return 1;
}
async function looked(config, signal) {
    const [first] = config.sites;
    const what = config.sites.length === 1 ? first.url : `${config.sites.length} sites`;
    const direct = first.origins.length === 0 ? '' : ' and directly at the origin';
    group(`Looking at ${what} through Cloudflare${direct}`);
    try {
        return await (0,run.run)(config, {
            network: await (0,network_of.networkOf)(process.env),
            clock: clock.systemClock,
            signal,
            reveal: (addresses) => (config.showOrigin ? undefined : mask(addresses)),
            tell: (progress) => {
                const name = config.sites.length === 1 ? '' : `${new URL(progress.site.url).host} `;
                log(name + (0,report_progress.progressLine)(progress));
            },
        });
    }
    finally {
        endGroup();
    }
}
/** Writes the JSON report; its path, or nothing when that failed. */
async function written(report, path) {
    if (path === '')
        return '';
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.writeFile)(path, lib_report.RENDERERS.json(report));
        return path;
    }
    catch (error) {
        const code = Error.isError(error) && 'code' in error ? String(error.code) : 'unknown error';
        warn(`The JSON report could not be written (${code}). The verdict stands.`);
        return '';
    }
}
function linksOf({ headSha, runUrl, runNumber }) {
    return { commit: headSha, runUrl, runNumber };
}
function stopped() {
    core/* setOutput */.uH('verdict', 'inconclusive');
    promoteFalse();
    warn('The run was cancelled before the site was judged. The comment was left as it is.');
    return 1;
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

/***/ 5251:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  networkOf: () => (/* binding */ networkOf)
});

;// CONCATENATED MODULE: ./lib/cloudflare/origin-ca.js
/**
 * The roots of Cloudflare's Origin CA, https://developers.cloudflare.com/ssl/origin-configuration/origin-ca/.
 * Cloudflare trusts what they sign; nobody else does.
 */
const CLOUDFLARE_ORIGIN_CA = [
    `-----BEGIN CERTIFICATE-----
MIICiTCCAi6gAwIBAgIUXZP3MWb8MKwBE1Qbawsp1sfA/Y4wCgYIKoZIzj0EAwIw
gY8xCzAJBgNVBAYTAlVTMRMwEQYDVQQIEwpDYWxpZm9ybmlhMRYwFAYDVQQHEw1T
YW4gRnJhbmNpc2NvMRkwFwYDVQQKExBDbG91ZEZsYXJlLCBJbmMuMTgwNgYDVQQL
Ey9DbG91ZEZsYXJlIE9yaWdpbiBTU0wgRUNDIENlcnRpZmljYXRlIEF1dGhvcml0
eTAeFw0xOTA4MjMyMTA4MDBaFw0yOTA4MTUxNzAwMDBaMIGPMQswCQYDVQQGEwJV
UzETMBEGA1UECBMKQ2FsaWZvcm5pYTEWMBQGA1UEBxMNU2FuIEZyYW5jaXNjbzEZ
MBcGA1UEChMQQ2xvdWRGbGFyZSwgSW5jLjE4MDYGA1UECxMvQ2xvdWRGbGFyZSBP
cmlnaW4gU1NMIEVDQyBDZXJ0aWZpY2F0ZSBBdXRob3JpdHkwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAASR+sGALuaGshnUbcxKry+0LEXZ4NY6JUAtSeA6g87K3jaA
xpIg9G50PokpfWkhbarLfpcZu0UAoYy2su0EhN7wo2YwZDAOBgNVHQ8BAf8EBAMC
AQYwEgYDVR0TAQH/BAgwBgEB/wIBAjAdBgNVHQ4EFgQUhTBdOypw1O3VkmcH/es5
tBoOOKcwHwYDVR0jBBgwFoAUhTBdOypw1O3VkmcH/es5tBoOOKcwCgYIKoZIzj0E
AwIDSQAwRgIhAKilfntP2ILGZjwajktkBtXE1pB4Y/fjAfLkIRUzrI15AiEA5UCL
XYZZ9m2c3fKwIenMMojL1eqydsgqj/wK4p5kagQ=
-----END CERTIFICATE-----
`,
    `-----BEGIN CERTIFICATE-----
MIIEADCCAuigAwIBAgIID+rOSdTGfGcwDQYJKoZIhvcNAQELBQAwgYsxCzAJBgNV
BAYTAlVTMRkwFwYDVQQKExBDbG91ZEZsYXJlLCBJbmMuMTQwMgYDVQQLEytDbG91
ZEZsYXJlIE9yaWdpbiBTU0wgQ2VydGlmaWNhdGUgQXV0aG9yaXR5MRYwFAYDVQQH
Ew1TYW4gRnJhbmNpc2NvMRMwEQYDVQQIEwpDYWxpZm9ybmlhMB4XDTE5MDgyMzIx
MDgwMFoXDTI5MDgxNTE3MDAwMFowgYsxCzAJBgNVBAYTAlVTMRkwFwYDVQQKExBD
bG91ZEZsYXJlLCBJbmMuMTQwMgYDVQQLEytDbG91ZEZsYXJlIE9yaWdpbiBTU0wg
Q2VydGlmaWNhdGUgQXV0aG9yaXR5MRYwFAYDVQQHEw1TYW4gRnJhbmNpc2NvMRMw
EQYDVQQIEwpDYWxpZm9ybmlhMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKC
AQEAwEiVZ/UoQpHmFsHvk5isBxRehukP8DG9JhFev3WZtG76WoTthvLJFRKFCHXm
V6Z5/66Z4S09mgsUuFwvJzMnE6Ej6yIsYNCb9r9QORa8BdhrkNn6kdTly3mdnykb
OomnwbUfLlExVgNdlP0XoRoeMwbQ4598foiHblO2B/LKuNfJzAMfS7oZe34b+vLB
yrP/1bgCSLdc1AxQc1AC0EsQQhgcyTJNgnG4va1c7ogPlwKyhbDyZ4e59N5lbYPJ
SmXI/cAe3jXj1FBLJZkwnoDKe0v13xeF+nF32smSH0qB7aJX2tBMW4TWtFPmzs5I
lwrFSySWAdwYdgxw180yKU0dvwIDAQABo2YwZDAOBgNVHQ8BAf8EBAMCAQYwEgYD
VR0TAQH/BAgwBgEB/wIBAjAdBgNVHQ4EFgQUJOhTV118NECHqeuU27rhFnj8KaQw
HwYDVR0jBBgwFoAUJOhTV118NECHqeuU27rhFnj8KaQwDQYJKoZIhvcNAQELBQAD
ggEBAHwOf9Ur1l0Ar5vFE6PNrZWrDfQIMyEfdgSKofCdTckbqXNTiXdgbHs+TWoQ
wAB0pfJDAHJDXOTCWRyTeXOseeOi5Btj5CnEuw3P0oXqdqevM1/+uWp0CM35zgZ8
VD4aITxity0djzE6Qnx3Syzz+ZkoBgTnNum7d9A66/V636x4vTeqbZFBr9erJzgz
hhurjcoacvRNhnjtDRM0dPeiCJ50CP3wEYuvUzDHUaowOsnLCjQIkWbR7Ni6KEIk
MOz2U0OBSif3FTkhCgZWQKOOLo1P42jHC3ssUZAtVNXrCk3fw9/E15k8NPkBazZ6
0iykLhH1trywrKRMVw67F44IE8Y=
-----END CERTIFICATE-----
`,
];

// EXTERNAL MODULE: external "node:dns"
var external_node_dns_ = __webpack_require__(610);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/probe/network.js


/** The real network. */
function systemNetwork(originCa) {
    return {
        lookup: async (host) => (await external_node_dns_.promises.lookup(host, { all: true, order: 'verbatim' })).map(({ address, family }) => ({
            address,
            family: family === 6 ? 6 : 4,
        })),
        query: (host) => external_node_dns_.promises.resolve4(host),
        dial: (host, port) => (0,external_node_net_.connect)({ host, port, autoSelectFamily: false, noDelay: true }),
        originCa,
    };
}

;// CONCATENATED MODULE: ./lib/probe/network-of.js


/** The real network, unless `ORIGIN_GATE_LAB` names the plan of a lab. */
async function networkOf(env) {
    const plan = env['ORIGIN_GATE_LAB'] ?? '';
    if (plan === '')
        return systemNetwork(CLOUDFLARE_ORIGIN_CA);
    const { labNetwork } = await __webpack_require__.e(/* import() */ 570).then(__webpack_require__.bind(__webpack_require__, 1570));
    return labNetwork(plan);
}


/***/ }),

/***/ 7751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   progressLine: () => (/* binding */ progressLine)
/* harmony export */ });
/* harmony import */ var _cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6464);
/* harmony import */ var _look_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8931);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8191);



/** `14:03:07 ✗ through Cloudflare 521 (SJC, 48 ms) · directly connection refused (31 ms) · origin-refused, certain · again in 5 s, 48 s left` */
function progressLine({ evidence, judgement, streak, needed, next, left }) {
    const time = (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .timeOfDay */ .rb)(new Date(evidence.at).toISOString());
    const [lead] = judgement.findings;
    const told = lead === undefined ? [] : [`${lead.cause.id}, ${lead.match.confidence}`];
    const row = judgement.verdict === 'healthy' && needed > 1 ? [`${streak} of ${needed} in a row`] : [];
    const again = next === undefined
        ? []
        : [`again in ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(next)}${told.length > 0 ? `, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(left)} left` : ''}`];
    const origins = evidence.origins ?? [];
    const direct = origins.map((origin, index) => {
        const which = origins.length > 1 ? ` (${index + 1} of ${origins.length})` : '';
        return `directly${which} ${side(origin)}`;
    });
    const parts = [`through Cloudflare ${side(evidence.edge)}`, ...direct, ...told, ...row, ...again];
    return `${time} ${_words_js__WEBPACK_IMPORTED_MODULE_1__/* .MARKS */ .j7[judgement.verdict]} ${parts.join(' · ')}`;
}
function side(exchange) {
    if (exchange === undefined)
        return 'not asked';
    const total = Object.values(exchange.timings).reduce((sum, ms) => sum + ms, 0);
    const colo = (0,_cloudflare_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .rayOf */ .qj)(exchange)?.colo ?? '';
    return `${(0,_look_js__WEBPACK_IMPORTED_MODULE_0__/* .outcome */ .bu)(exchange)} (${colo === '' ? '' : `${colo}, `}${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(total)})`;
}


/***/ }),

/***/ 802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   failsBy: () => (/* binding */ failsBy)
/* harmony export */ });
/** Whether a report fails the step, by the `fail-on` input. */
function failsBy(failOn, { verdict, warnings }) {
    if (verdict !== 'healthy' && failOn.has(verdict))
        return true;
    return warnings.length > 0 && failOn.has('warning');
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
