export const id = 107;
export const ids = [107,708,293];
export const modules = {

/***/ 4708:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   problemsOfReportPaths: () => (/* binding */ problemsOfReportPaths)
/* harmony export */ });
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2730);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _parser_problems_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9770);





/** Why reports can't be written, checked before a run that may take hours. Missing folders are created later. */
async function problemsOfReportPaths({ report, junit, record = '', }) {
    const problems = await Promise.all([
        problemOf('report', report, 'origin-gate.json'),
        junit !== '' && (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(junit) === (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(report)
            ? refused('junit', junit, 'is also the path of `report`', 'Use a different file for each.')
            : problemOf('junit', junit, 'origin-gate.xml'),
        problemOf('--record', record, 'run.json'),
    ]);
    return problems.filter((problem) => problem !== undefined);
}
function refused(input, path, fault, accepted) {
    return { input, text: `\`${input}\`: \`${(0,_parser_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(path, [])}\` ${fault}. ${accepted}` };
}
async function problemOf(input, path, usual) {
    if (path === '')
        return undefined;
    const refuse = (fault, accepted) => refused(input, path, fault, accepted);
    const target = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.resolve)(path);
    const kind = await kindOf(target);
    if (kind === 'folder' || /[\\/]$/u.test(path)) {
        const meant = (0,_parser_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(path, usual), []);
        return refuse('is a folder', `Use the path of a file.${(0,_parser_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMeanText */ .ni)(meant)}`);
    }
    if (kind === 'invalid')
        return refuse('is not a valid path', 'Use the path of a file.');
    const existing = kind === 'file' ? target : await nearestExisting((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(target));
    if (kind === 'absent' && (await kindOf(existing)) !== 'folder') {
        const shown = (0,_parser_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(existing, []);
        return refuse(`is below \`${shown}\`, which is a file`, 'Use a path whose folders exist or can be created.');
    }
    if (!(await writable(existing))) {
        const what = kind === 'file' ? 'is not writable' : `is below \`${(0,_parser_problems_js__WEBPACK_IMPORTED_MODULE_3__/* .printable */ .g$)(existing, [])}\`, which is not writable`;
        return refuse(what, 'Use a path that this user can write to, such as one in the temporary folder.');
    }
    return undefined;
}
async function kindOf(path) {
    try {
        return (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path)).isDirectory() ? 'folder' : 'file';
    }
    catch (error) {
        const code = (0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .errorCode */ .C)(error);
        // Below a file, or in a folder that this user can't search: a check of its parents shows which.
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


/***/ }),

/***/ 5313:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ isCommit),
/* harmony export */   x: () => (/* binding */ commitIn)
/* harmony export */ });
/* harmony import */ var _shared_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6039);

/** A commit's id, SHA-1 or SHA-256. */
function commitIn(value, ...path) {
    const found = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(value, ...path);
    return found !== undefined && isCommit(found) ? found : undefined;
}
function isCommit(text) {
    return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}


/***/ }),

/***/ 8620:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dv: () => (/* binding */ isOwnStatus),
/* harmony export */   U5: () => (/* binding */ STATUS_PREFIX),
/* harmony export */   et: () => (/* binding */ subjectOf)
/* harmony export */ });
/* harmony import */ var _shared_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6039);
/* harmony import */ var _api_commit_id_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5313);


/** Every description of a deployment status that we write starts with this. */
const STATUS_PREFIX = 'Origin Gate: ';
function isOwnStatus(description) {
    return description.startsWith(STATUS_PREFIX);
}
/**
 * The event's name decides which part of the payload counts: a `deployment_status` can contain a `workflow_run` too.
 * https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows
 *
 * @param ref GITHUB_REF
 */
function subjectOf(name, payload, ref) {
    switch (name) {
        case 'pull_request':
        case 'pull_request_review':
        case 'pull_request_review_comment':
            return { ...pullIn(payload), fork: isFromFork(payload) };
        case 'pull_request_target':
            return { ...pullIn(payload), fork: false };
        case 'workflow_run':
            return { ...workflowRunIn(payload), fork: false };
        case 'deployment':
        case 'deployment_status':
            return {
                headSha: (0,_api_commit_id_js__WEBPACK_IMPORTED_MODULE_0__/* .commitIn */ .x)(payload, 'deployment', 'sha'),
                deployment: (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .countIn */ .ry)(payload, 'deployment', 'id'),
                selfTriggered: isOwnStatus((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(payload, 'deployment_status', 'description') ?? ''),
                fork: false,
            };
        case 'issue_comment':
            return {
                prNumber: (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(payload, 'issue', 'pull_request') === undefined
                    ? undefined
                    : (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .countIn */ .ry)(payload, 'issue', 'number'),
                fork: false,
            };
        case 'merge_group':
            return {
                headSha: (0,_api_commit_id_js__WEBPACK_IMPORTED_MODULE_0__/* .commitIn */ .x)(payload, 'merge_group', 'head_sha'),
                prNumber: queuedPull((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(payload, 'merge_group', 'head_ref') ?? ref),
                fork: false,
            };
        default:
            return { fork: false };
    }
}
function pullIn(payload) {
    return {
        headSha: (0,_api_commit_id_js__WEBPACK_IMPORTED_MODULE_0__/* .commitIn */ .x)(payload, 'pull_request', 'head', 'sha'),
        prNumber: (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .countIn */ .ry)(payload, 'pull_request', 'number'),
    };
}
/** The head repository is null after the fork was deleted. */
function isFromFork(payload) {
    const base = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .countIn */ .ry)(payload, 'pull_request', 'base', 'repo', 'id');
    return base !== undefined && (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .countIn */ .ry)(payload, 'pull_request', 'head', 'repo', 'id') !== base;
}
/** The list can also contain older pull requests of the same branch, and those of other repositories that share it. */
function workflowRunIn(payload) {
    const headSha = (0,_api_commit_id_js__WEBPACK_IMPORTED_MODULE_0__/* .commitIn */ .x)(payload, 'workflow_run', 'head_sha');
    const repository = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .countIn */ .ry)(payload, 'repository', 'id');
    const local = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listIn */ .Of)(payload, ['workflow_run', 'pull_requests']).filter((pull) => ((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .countIn */ .ry)(pull, 'base', 'repo', 'id') ?? repository) === repository);
    const pull = local.find((each) => (0,_api_commit_id_js__WEBPACK_IMPORTED_MODULE_0__/* .commitIn */ .x)(each, 'head', 'sha') === headSha) ?? local[0];
    return { headSha, prNumber: (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .countIn */ .ry)(pull, 'number'), forkHead: forkHeadIn(payload) };
}
/** GitHub leaves the list of pull requests empty when the run's branch is in a fork. */
function forkHeadIn(payload) {
    const repository = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .countIn */ .ry)(payload, 'repository', 'id');
    const head = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .countIn */ .ry)(payload, 'workflow_run', 'head_repository', 'id');
    if (repository === undefined || head === undefined || head === repository)
        return undefined;
    const owner = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(payload, 'workflow_run', 'head_repository', 'owner', 'login');
    const branch = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(payload, 'workflow_run', 'head_branch');
    return owner === undefined || branch === undefined ? undefined : `${owner}:${branch}`;
}
/** From `refs/heads/gh-readonly-queue/main/pr-123-<commit>`. The base branch can contain slashes. */
function queuedPull(ref) {
    const digits = /^(?:refs\/heads\/)?gh-readonly-queue\/.+\/pr-([1-9]\d{0,9})-[0-9a-f]+$/.exec(ref)?.[1];
    return digits === undefined ? undefined : Number(digits);
}


/***/ }),

/***/ 5192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ once),
/* harmony export */   P: () => (/* binding */ cached)
/* harmony export */ });
function once(work) {
    let result;
    return {
        start: () => (result ??= { value: work() }).value,
        started: () => result !== undefined,
    };
}
/** The value under a key. An entry older than `maxAge` milliseconds is created again. */
function cached(entries, key, maxAge, clock, create) {
    const now = clock.monotonic();
    const entry = entries.get(key);
    if (entry !== undefined && now - entry.createdAt < maxAge)
        return entry.value;
    const value = create();
    entries.set(key, { createdAt: now, value });
    return value;
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

/***/ 6039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   Of: () => (/* binding */ listIn),
/* harmony export */   Po: () => (/* binding */ numberIn),
/* harmony export */   kx: () => (/* binding */ flagIn),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   r7: () => (/* binding */ textIn),
/* harmony export */   ry: () => (/* binding */ countIn)
/* harmony export */ });
/** Readers of untrusted JSON. A value that doesn't have the expected shape reads as absent; none of them throws. */
/** The member at a path of own properties; undefined when any step of it is missing. */
function member(value, ...path) {
    return path.reduce((found, key) => typeof found === 'object' && found !== null && Object.hasOwn(found, key)
        ? Object.getOwnPropertyDescriptor(found, key)?.value
        : undefined, value);
}
function textIn(value, ...path) {
    const found = member(value, ...path);
    return typeof found === 'string' ? found : undefined;
}
function flagIn(value, ...path) {
    const found = member(value, ...path);
    return typeof found === 'boolean' ? found : undefined;
}
/** A finite number; 0 when there is none. */
function numberIn(value, ...path) {
    const found = member(value, ...path);
    return typeof found === 'number' && Number.isFinite(found) ? found : 0;
}
/** A positive whole number, such as an id. */
function countIn(value, ...path) {
    const found = member(value, ...path);
    return typeof found === 'number' && Number.isSafeInteger(found) && found > 0 ? found : undefined;
}
/** The elements of a list, at most `most` of them; empty when there is none. */
function listIn(value, path, most = 1000) {
    const found = member(value, ...[path].flat());
    return Array.isArray(found) ? found.slice(0, most) : [];
}
/** Undefined when the text is not valid JSON. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 3107:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

;// CONCATENATED MODULE: ./lib/github/in-progress/lazy.js
/** Loaded only when it is needed: the first check starts sooner without it. */
const loadInProgress = () => Promise.all(/* import() */[__webpack_require__.e(796), __webpack_require__.e(800)]).then(__webpack_require__.bind(__webpack_require__, 1800));
function lazyInProgress() {
    let started;
    return {
        start: (options) => {
            started ??= loadInProgress().then(({ startWork }) => startWork(options));
            // `started` and `abandon` report a failure.
            started.catch(() => undefined);
        },
        started: async () => started,
        abandon: async (reason) => {
            try {
                if (started === undefined)
                    return;
                const { abandon } = await loadInProgress();
                await abandon(await started, reason);
            }
            catch {
                // What is still open stays open until GitHub marks it as stale.
            }
        },
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./lib/github/runner/workflow-commands.js


// Workflow commands that are needed before and during the checks, without a library: loading one would delay the first
// check. What a report writes goes through toolkit.ts.
/** Call before anything else, so that a crash promotes nothing. */
function promoteFalse(env) {
    writeOutput(env, 'promote', 'false');
}
/** Writes the outputs of a run without a report: the check could not run, or was cancelled. */
function publishNothing(env, verdict) {
    writeOutput(env, 'verdict', verdict);
    promoteFalse(env);
}
/** Annotates why the check can't run. */
function fail(text, title) {
    command('error', text, `title=${escaped(title).replaceAll(':', '%3A').replaceAll(',', '%2C')}`);
}
/** Warns about our own work, without loading `@actions/core`. */
function warnEarly(text) {
    command('warning', text, 'title=origin-gate');
}
/** The value of an input, without surrounding white space. Empty when it is not set. */
function inputIn(env, name) {
    return (env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim();
}
/** Masks the values in all later lines of the log, and each line of a value that is long enough to be recognizable. */
function mask(values) {
    const whole = [...values];
    const lines = whole.flatMap((value) => value.split(/\r?\n/)).filter((line) => line.trim().length > 3);
    for (const secret of new Set([...whole, ...lines]))
        if (secret.trim() !== '')
            command('add-mask', secret);
}
/**
 * Writes text to the step's log. The runner takes a line that starts with `::`, after any .NET white space, or that
 * contains `##[`, for a command. Text from a site must not become one.
 */
function log(text) {
    for (const line of text.split(/\r\n|\r|\n/)) {
        process.stdout.write(`${line.replace(/^([\s\u0085]*):(?=:)/, '$1: ').replaceAll('##[', '## [')}${external_node_os_.EOL}`);
    }
}
/** Starts a collapsed group in the log. It ends with `endGroup`. */
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
/** For constant words only: they need no delimiter. */
function writeOutput(env, name, word) {
    const file = env['GITHUB_OUTPUT'] ?? '';
    if (file !== '')
        (0,external_node_fs_.appendFileSync)(file, `${name}=${word}${external_node_os_.EOL}`);
}

// EXTERNAL MODULE: ./lib/probe/cache.js
var cache = __webpack_require__(5192);
// EXTERNAL MODULE: ./lib/run/outcome.js
var outcome = __webpack_require__(6293);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/config/files/output-paths.js
var output_paths = __webpack_require__(4708);
// EXTERNAL MODULE: ./lib/config/files/referenced.js
var referenced = __webpack_require__(535);
// EXTERNAL MODULE: ./lib/config/parse.js + 12 modules
var parse = __webpack_require__(2342);
// EXTERNAL MODULE: ./lib/config/secrets.js
var secrets = __webpack_require__(2999);
// EXTERNAL MODULE: ./lib/shared/errors.js
var errors = __webpack_require__(2730);
// EXTERNAL MODULE: ./lib/github/api/commit-id.js
var commit_id = __webpack_require__(5313);
// EXTERNAL MODULE: ./lib/github/event/subject.js
var event_subject = __webpack_require__(8620);
;// CONCATENATED MODULE: ./lib/github/event/event.js




/**
 * Reads the runner's variables and the event file. `@actions/github` has a `context` for this, but it throws during its
 * import if the file is malformed, and can't say what is wrong.
 */
function readEvent(env) {
    const payload = readPayload(env['GITHUB_EVENT_PATH'] ?? '');
    if ('problem' in payload)
        return { input: 'GITHUB_EVENT_PATH', text: payload.problem };
    const [owner, repo] = /^([\w-]{1,100})\/([\w.-]{1,100})$/.exec(env['GITHUB_REPOSITORY'] ?? '')?.slice(1) ?? [];
    if (owner === undefined || repo === undefined || /^\.+$/.test(repo)) {
        return invalid(env, 'GITHUB_REPOSITORY', 'owner/repository, such as octocat/hello-world');
    }
    const sha = env['GITHUB_SHA'] ?? '';
    if (!(0,commit_id/* isCommit */.W)(sha))
        return invalid(env, 'GITHUB_SHA', 'the full id of a commit, 40 or 64 hex digits in lower case');
    const runId = positiveInteger(env['GITHUB_RUN_ID']);
    if (runId === undefined)
        return invalid(env, 'GITHUB_RUN_ID', 'the id of the run, a number');
    const runAttempt = positiveInteger(env['GITHUB_RUN_ATTEMPT']) ?? 1;
    const serverUrl = httpUrl(env['GITHUB_SERVER_URL'], 'https://github.com');
    if (serverUrl === undefined)
        return invalid(env, 'GITHUB_SERVER_URL', 'an http(s) URL');
    const apiUrl = httpUrl(env['GITHUB_API_URL'], 'https://api.github.com');
    if (apiUrl === undefined)
        return invalid(env, 'GITHUB_API_URL', 'an http(s) URL');
    const graphqlUrl = httpUrl(env['GITHUB_GRAPHQL_URL'], `${apiUrl.replace(/\/v3$/, '')}/graphql`);
    if (graphqlUrl === undefined)
        return invalid(env, 'GITHUB_GRAPHQL_URL', 'an http(s) URL');
    const name = env['GITHUB_EVENT_NAME'] ?? '';
    const subject = (0,event_subject/* subjectOf */.et)(name, payload.value, env['GITHUB_REF'] ?? '');
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
        selfTriggered: subject.selfTriggered ?? false,
        fork: subject.fork,
        runId,
        runAttempt,
        runNumber: positiveInteger(env['GITHUB_RUN_NUMBER']) ?? 1,
        workflow: env['GITHUB_WORKFLOW'] ?? '',
        job: env['GITHUB_JOB'] ?? '',
        serverUrl,
        apiUrl,
        graphqlUrl,
        runUrl: `${serverUrl}/${owner}/${repo}/actions/runs/${runId}/attempts/${runAttempt}`,
    };
}
const NOT_A_RUNNER = 'The Actions runner sets it to the JSON file of the event. Outside a runner, use the command: `origin-gate --url …`.';
function readPayload(path) {
    if (path === '')
        return { problem: `GITHUB_EVENT_PATH is not set. ${NOT_A_RUNNER}` };
    const value = `GITHUB_EVENT_PATH is ${quoted(path)}`;
    const fix = 'It must be the JSON object that the runner wrote. An earlier step probably changed the file or the variable.';
    let text;
    try {
        text = (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (error) {
        const code = (0,errors/* errorCode */.C)(error) ?? 'unknown error';
        return { problem: `${value}, which cannot be read (${code}). ${NOT_A_RUNNER}` };
    }
    let payload;
    try {
        payload = JSON.parse(text);
    }
    catch {
        // Without the parser's message, which quotes the file: the file can contain anything.
        return { problem: `${value}, a file of ${text.length} characters that is not JSON. ${fix}` };
    }
    if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) {
        const type = payload === null ? 'null' : Array.isArray(payload) ? 'a list' : `a ${typeof payload}`;
        return { problem: `${value}, which holds ${type}. ${fix}` };
    }
    return { value: payload };
}
function invalid(env, input, expected) {
    const value = env[input];
    const state = value === undefined || value === '' ? 'is not set' : `is ${quoted(value)}`;
    return { input, text: `${input} ${state}. The Actions runner sets it to ${expected}.` };
}
/** On one line, bounded, with control characters escaped. */
function quoted(value) {
    return JSON.stringify(value.length > 200 ? `${value.slice(0, 200)}…` : value);
}
function positiveInteger(text) {
    return /^[1-9]\d{0,14}$/.test(text ?? '') ? Number(text) : undefined;
}
/** Undefined if it is not a URL that a token may be sent to. */
function httpUrl(text, fallback) {
    const url = URL.parse(text === undefined || text === '' ? fallback : text);
    if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
        return undefined;
    return (url.origin + url.pathname).replace(/\/+$/, '');
}

;// CONCATENATED MODULE: ./lib/shell/action-inputs.js








/** Reads the inputs and the event from the environment. Masks the secrets in the log first. */
async function readActionInputs(env) {
    const input = (name) => inputIn(env, name);
    const files = await (0,referenced.referencedFiles)(input);
    mask((0,secrets/* secretsOf */.F)(input, files));
    const defaultReport = (0,external_node_path_.join)(env['RUNNER_TEMP'] ?? (0,external_node_os_.tmpdir)(), 'origin-gate', 'report.json');
    const parsed = (0,parse.parseConfig)(input, {
        shell: 'action',
        defaultCommentKey: `${env['GITHUB_WORKFLOW'] ?? 'workflow'} / ${env['GITHUB_JOB'] ?? 'job'}`,
        defaultReport,
        ...files,
    });
    const event = readEvent(env);
    // Checked now, so that no one waits an hour for a report that can't be written.
    const pathProblems = await (0,output_paths.problemsOfReportPaths)({
        report: input('report') === '' ? defaultReport : input('report'),
        junit: input('junit'),
    });
    const eventNeeded = parsed.ok ? needsEvent(parsed.config) : input('comment') !== 'never';
    const problems = [
        ...(parsed.ok ? [] : parsed.problems),
        ...pathProblems,
        ...('text' in event && eventNeeded ? [event] : []),
    ];
    if (!parsed.ok || problems.length > 0)
        return { ok: false, problems };
    return { ok: true, config: parsed.config, event: 'text' in event ? undefined : event };
}
/**
 * Whether a comment, a check run or a deployment status is wanted: each belongs to the event's commit or pull
 * request.
 */
function needsEvent({ publish: { comment, checkRun, deploymentStatus } }) {
    return comment !== 'never' || checkRun || deploymentStatus;
}

// EXTERNAL MODULE: ./lib/shell/files.js
var files = __webpack_require__(97);
// EXTERNAL MODULE: ./lib/shell/process.js
var shell_process = __webpack_require__(6379);
;// CONCATENATED MODULE: ./lib/shell/cancelled.js



/**
 * Ends a cancelled Action. What is known goes to the log, the reports, the summary and the outputs. The comment stays
 * as it is, because it describes a run that finished.
 *
 * @returns the exit code
 */
async function finishCancelled(env, inProgress, network, known) {
    publishNothing(env, 'inconclusive');
    if (known !== undefined)
        await writeResults(env, known);
    warnEarly('The run was cancelled, so nothing is promoted. A comment may be missing or from an earlier run.');
    await inProgress.abandon('cancelled');
    if (network.started())
        (0,shell_process/* killIfLookupPending */.F1)(await network.start());
    return 1;
}
async function writeResults(env, { config, report, published }) {
    const [{ RENDERERS }, { publishSummary, warn }, { publishOutputs }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(646), __webpack_require__.e(169), __webpack_require__.e(947), __webpack_require__.e(389)]).then(__webpack_require__.bind(__webpack_require__, 7770)),
        Promise.all(/* import() */[__webpack_require__.e(796), __webpack_require__.e(334)]).then(__webpack_require__.bind(__webpack_require__, 5334)),
        Promise.all(/* import() */[__webpack_require__.e(796), __webpack_require__.e(776)]).then(__webpack_require__.bind(__webpack_require__, 6776)),
    ]);
    if (published === undefined)
        log(RENDERERS.text(report));
    const failedWrite = (0,files/* writeReport */.u5)(config.report, RENDERERS.json(report));
    (0,files/* writeReport */.u5)(config.junit, RENDERERS.junit(report));
    if (config.publish.jobSummary) {
        const summary = published === undefined
            ? RENDERERS.markdown(report)
            : '\n> The run was cancelled while it published this report, so nothing is promoted.\n';
        const warning = await publishSummary(summary);
        if (warning !== undefined)
            warn(warning);
    }
    publishOutputs(env, report, {
        report: failedWrite === undefined ? config.report : '',
        commentId: published?.commentId ?? '',
        commentUrl: published?.commentUrl ?? '',
    });
}

;// CONCATENATED MODULE: ./lib/shell/action.js









// Loaded late: the first check starts sooner without the code that publishes, and bad inputs need neither.
const loadProbing = () => Promise.all([
    Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(646), __webpack_require__.e(169), __webpack_require__.e(947), __webpack_require__.e(964)]).then(__webpack_require__.bind(__webpack_require__, 8964)),
    __webpack_require__.e(/* import() */ 7).then(__webpack_require__.bind(__webpack_require__, 9388)),
    __webpack_require__.e(/* import() */ 489).then(__webpack_require__.bind(__webpack_require__, 1489)),
    Promise.all(/* import() */[__webpack_require__.e(646), __webpack_require__.e(355)]).then(__webpack_require__.bind(__webpack_require__, 355)),
]);
const loadPublishing = () => Promise.all([Promise.all(/* import() */[__webpack_require__.e(646), __webpack_require__.e(169), __webpack_require__.e(947), __webpack_require__.e(389)]).then(__webpack_require__.bind(__webpack_require__, 7770)), Promise.all(/* import() */[__webpack_require__.e(796), __webpack_require__.e(334)]).then(__webpack_require__.bind(__webpack_require__, 5334)), Promise.all(/* import() */[__webpack_require__.e(796), __webpack_require__.e(776)]).then(__webpack_require__.bind(__webpack_require__, 6776))]);
/** Runs the Action. Returns the exit code of the step. */
async function run() {
    const signal = (0,shell_process/* cancelSignal */.Bj)();
    const inProgress = lazyInProgress();
    const network = (0,cache/* once */.O)(async () => (await __webpack_require__.e(/* import() */ 777).then(__webpack_require__.bind(__webpack_require__, 8158))).networkOf(process.env));
    try {
        promoteFalse(process.env);
        return await check(process.env, signal, inProgress, network);
    }
    catch (error) {
        if (signal.aborted)
            return finishCancelled(process.env, inProgress, network);
        try {
            publishNothing(process.env, 'error');
        }
        catch {
            // The output file itself may be what failed. A failed step promotes nothing either.
        }
        const outcome = 'Nothing is known about the site; `promote` is false.';
        fail((0,shell_process/* crashText */.dN)(error, outcome), 'Origin Gate could not run');
        await inProgress.abandon('failed');
        return 1;
    }
}
async function check(env, signal, inProgress, network) {
    const inputs = await readActionInputs(env);
    if (!inputs.ok) {
        publishNothing(env, 'error');
        for (const { input, text } of inputs.problems)
            fail(text, `Origin Gate: ${input}`);
        log('Nothing was checked. Fix the inputs above first.');
        return 1;
    }
    const { config, event } = inputs;
    log(`origin-gate ${version/* VERSION */.x}`);
    const startWork = () => {
        if (event === undefined || !needsEvent(config))
            return;
        inProgress.start({ event, config: config.publish, url: config.sites[0].url });
    };
    if (startsBeforeProbing(config, event))
        startWork();
    const report = await probe(config, env, signal, network, startWork);
    if (signal.aborted)
        return finishCancelled(env, inProgress, network, { config, report });
    return publishResults({ env, signal, inProgress, network, startWork, config, event, report });
}
/**
 * Runs the checks, with progress in a group of the log.
 *
 * @param onPause called in every pause between two checks
 */
async function probe(config, env, signal, network, onPause) {
    const { sites } = config;
    const what = sites.length === 1 ? sites[0].url : `${sites.length} sites`;
    const direct = sites.some(({ origins }) => origins.length > 0) ? ' and directly at the origin' : '';
    group(`Checking ${what} through Cloudflare${direct}`);
    const [{ runChecks }, { labWarning }, { systemClock }, { progressPrinter }] = await loadProbing();
    const warning = labWarning(env);
    if (warning !== undefined)
        warnEarly(warning);
    const progress = progressPrinter(sites.length, { print: log, heartbeat: true });
    // Sites can share origins, and each mask is a line of the log.
    const masked = new Set();
    try {
        return await runChecks(config, {
            network: await network.start(),
            clock: systemClock,
            signal,
            onAddresses: (addresses) => {
                if (!config.showOrigin)
                    mask(addresses.filter((address) => !masked.has(address)));
                for (const address of addresses)
                    masked.add(address);
            },
            readBaseline: () => (0,files/* readBaseline */.mF)(config.baseline),
            onProgress: (round) => {
                progress.print(round);
                if (round.pause === undefined)
                    return;
                // The pause is long enough to load what the last check needs next, and to send GitHub its requests.
                void loadPublishing();
                onPause();
            },
        });
    }
    finally {
        progress.end();
        endGroup();
    }
}
/** Writes the report everywhere. Returns the exit code. */
async function publishResults({ env, signal, inProgress, network, startWork, config, event, report, }) {
    const [{ COMMENT_LIMIT, RENDERERS }, { publish, warn }, { publishOutputs }] = await loadPublishing();
    log(RENDERERS.text(report));
    const failedWrite = (0,files/* writeReport */.u5)(config.report, RENDERERS.json(report));
    if (failedWrite !== undefined)
        warn(`The JSON report could not be written (${failedWrite}). The verdict stands.`);
    const failedJunit = (0,files/* writeReport */.u5)(config.junit, RENDERERS.junit(report));
    if (failedJunit !== undefined)
        warn(`The JUnit report could not be written (${failedJunit}). The verdict stands.`);
    const links = event === undefined ? {} : linksOf(event);
    const comment = RENDERERS.markdown(report, { limit: COMMENT_LIMIT, links });
    const summary = RENDERERS.markdown(report, { limit: SUMMARY_LIMIT, links, diagram: true });
    startWork();
    const failed = (0,outcome.failsBy)(config.failOn, report);
    const started = await inProgress.started();
    const published = await publish({
        report,
        markdown: { comment, summary },
        config: config.publish,
        failed,
        ...(started !== undefined && { inProgress: started }),
    }, { signal });
    // Cancelled while GitHub was slow: the site was judged, but the run no longer promotes it.
    if (signal.aborted)
        return finishCancelled(env, inProgress, network, { config, report: (0,outcome.interrupted)(report), published });
    for (const warning of published.warnings)
        warn(warning);
    if (published.commentUrl !== '')
        log(`${COMMENT_STATUS[published.commentAction]}: ${published.commentUrl}`);
    publishOutputs(env, report, {
        report: failedWrite === undefined ? config.report : '',
        commentId: published.commentId,
        commentUrl: published.commentUrl,
    });
    return failed ? 1 : 0;
}
/** Bytes. GitHub accepts 1 MiB of summary from one step. */
const SUMMARY_LIMIT = 900_000;
/** For the log. */
const COMMENT_STATUS = {
    '': 'Comment',
    created: 'Comment created',
    updated: 'Comment updated',
    unchanged: 'Comment already up to date',
    outdated: 'Comment left unchanged, because a newer run wrote it',
    unwanted: 'Comment',
};
function linksOf({ headSha, runUrl, runNumber }) {
    return { commit: headSha, runUrl, runNumber };
}
/**
 * Whether the work with GitHub starts before the first check: a check run and a deployment status must show that it
 * is in progress. Anything else waits for the first pause, so that the first check starts sooner. With `wait: 0s`
 * there is no pause, so the pull request is looked up during the only check.
 */
function startsBeforeProbing({ publish, schedule }, event) {
    const { checkRun, deploymentStatus, prNumber, commentTarget } = publish;
    if (checkRun || deploymentStatus)
        return true;
    const known = commentTarget === 'commit' || (prNumber ?? event?.prNumber) !== undefined;
    return schedule.wait === 0 && !known;
}


/***/ })

};
