export const id = 796;
export const ids = [796];
export const modules = {

/***/ 5751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ createApi)
});

// EXTERNAL MODULE: ./lib/shared/json.js
var json = __webpack_require__(6039);
// EXTERNAL MODULE: ./lib/github/api/client.js
var api_client = __webpack_require__(5225);
;// CONCATENATED MODULE: ./lib/github/api/checks.js


function checksApi({ octokit, repository }) {
    return {
        async createCheck({ name, headSha, externalId, detailsUrl }, result) {
            const { data } = await octokit.request('POST /repos/{owner}/{repo}/check-runs', {
                ...repository,
                name,
                head_sha: headSha,
                external_id: externalId,
                details_url: detailsUrl,
                ...(result === undefined ? { status: 'in_progress' } : completed(result)),
            });
            return (0,api_client/* requireValue */.vd)((0,json/* countIn */.ry)(data, 'id'), 'a check run');
        },
        async updateCheck(id, result) {
            const route = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}';
            const { data } = await octokit.request(route, { ...repository, check_run_id: id, ...completed(result) });
            (0,api_client/* requireValue */.vd)((0,json/* countIn */.ry)(data, 'id'), 'a check run');
        },
        async findCheck({ name, headSha, externalId }) {
            const route = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs';
            const query = { ...repository, ref: headSha, check_name: name, filter: 'all', per_page: 100 };
            const { data } = await octokit.request(route, query);
            const runs = (0,api_client/* requireList */.Ky)((0,json/* member */.Dc)(data, 'check_runs'));
            return (0,json/* countIn */.ry)(runs.find((run) => (0,json/* textIn */.r7)(run, 'external_id') === externalId), 'id');
        },
    };
}
/** GitHub fills in the time of completion. */
function completed({ conclusion, title, summary }) {
    return { status: 'completed', conclusion, output: { title, summary } };
}

// EXTERNAL MODULE: ./lib/github/api/commit-id.js
var commit_id = __webpack_require__(5313);
;// CONCATENATED MODULE: ./lib/github/api/deployments.js


function deploymentsApi({ octokit, repository }) {
    return {
        async newestDeployment(sha) {
            const route = 'GET /repos/{owner}/{repo}/deployments';
            const { data } = await octokit.request(route, { ...repository, sha, per_page: 100 });
            // Ids grow with time. The order of the list is not documented.
            const ids = (0,api_client/* requireList */.Ky)(data).flatMap((item) => (0,json/* countIn */.ry)(item, 'id') ?? []);
            return ids.length === 0 ? undefined : Math.max(...ids);
        },
        async listStatuses(deployment) {
            const route = 'GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses';
            const { data } = await octokit.request(route, {
                ...repository,
                deployment_id: deployment,
                per_page: 100,
            });
            return (0,api_client/* requireList */.Ky)(data).map((item) => ({
                id: (0,json/* countIn */.ry)(item, 'id') ?? 0,
                state: (0,json/* textIn */.r7)(item, 'state') ?? '',
                description: (0,json/* textIn */.r7)(item, 'description') ?? '',
                logUrl: (0,json/* textIn */.r7)(item, 'log_url') ?? '',
            }));
        },
        async addStatus(deployment, { state, description, environmentUrl, logUrl }) {
            await octokit.request('POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', {
                ...repository,
                deployment_id: deployment,
                state,
                description,
                environment_url: environmentUrl,
                log_url: logUrl,
            });
        },
    };
}

;// CONCATENATED MODULE: ./lib/github/api/api.js





/** Aborting `signal` ends all requests. */
async function createApi(repository, token, signal) {
    const client = await (0,api_client/* createClient */.UU)(repository, token, signal);
    return { ...threadsApi(client), ...checksApi(client), ...deploymentsApi(client) };
}
function threadsApi({ octokit, repository, graphqlUrl }) {
    return {
        async viewer() {
            const { data } = await octokit.request({
                method: 'POST',
                url: graphqlUrl,
                query: '{viewer{login}}',
            });
            return (0,api_client/* requireValue */.vd)((0,json/* textIn */.r7)(data, 'data', 'viewer', 'login'), 'a login');
        },
        async pullsWithCommit(sha) {
            const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls';
            const { data } = await octokit.request(route, { ...repository, commit_sha: sha, per_page: 100 });
            return (0,api_client/* requireList */.Ky)(data).flatMap((item) => parsePull(item) ?? []);
        },
        async pullsFromBranch(head) {
            const route = 'GET /repos/{owner}/{repo}/pulls';
            const { data } = await octokit.request(route, { ...repository, head, state: 'all', per_page: 100 });
            return (0,api_client/* requireList */.Ky)(data).flatMap((item) => parsePull(item) ?? []);
        },
        async pullHead(number) {
            const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
            const { data } = await octokit.request(route, { ...repository, pull_number: number });
            return (0,api_client/* requireValue */.vd)((0,commit_id/* commitIn */.x)(data, 'head', 'sha'), "the pull request's head");
        },
        async *listComments(thread) {
            // Octokit's paginator treats a truncated page as empty. Then we would create a second comment.
            let page = { per_page: '100' };
            while (page !== undefined) {
                const { data, headers } = thread.kind === 'pull'
                    ? await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
                        ...repository,
                        ...page,
                        issue_number: thread.number,
                    })
                    : await octokit.request('GET /repos/{owner}/{repo}/commits/{commit_sha}/comments', {
                        ...repository,
                        ...page,
                        commit_sha: thread.sha,
                    });
                yield (0,api_client/* requireList */.Ky)(data).flatMap((item) => parseComment(item) ?? []);
                page = nextPage(headers.link);
            }
        },
        async createComment(thread, body) {
            const { data } = thread.kind === 'pull'
                ? await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
                    ...repository,
                    issue_number: thread.number,
                    body,
                })
                : await octokit.request('POST /repos/{owner}/{repo}/commits/{commit_sha}/comments', {
                    ...repository,
                    commit_sha: thread.sha,
                    body,
                });
            return (0,api_client/* requireValue */.vd)(parseComment(data), 'a comment');
        },
        async updateComment(thread, id, body) {
            const route = thread.kind === 'pull'
                ? 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}'
                : 'PATCH /repos/{owner}/{repo}/comments/{comment_id}';
            const { data } = await octokit.request(route, { ...repository, comment_id: id, body });
            return (0,api_client/* requireValue */.vd)(parseComment(data), 'a comment');
        },
        async deleteComment(thread, id) {
            const route = thread.kind === 'pull'
                ? 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}'
                : 'DELETE /repos/{owner}/{repo}/comments/{comment_id}';
            await octokit.request(route, { ...repository, comment_id: id });
        },
    };
}
function parseComment(item) {
    const id = (0,json/* countIn */.ry)(item, 'id');
    if (id === undefined)
        return undefined;
    const url = (0,json/* textIn */.r7)(item, 'html_url') ?? '';
    return { id, url, author: (0,json/* textIn */.r7)(item, 'user', 'login') ?? '', body: (0,json/* textIn */.r7)(item, 'body') ?? '' };
}
function parsePull(item) {
    const number = (0,json/* countIn */.ry)(item, 'number');
    if (number === undefined)
        return undefined;
    return {
        number,
        open: (0,json/* textIn */.r7)(item, 'state') === 'open',
        mergedAt: (0,json/* textIn */.r7)(item, 'merged_at') ?? '',
        headSha: (0,json/* textIn */.r7)(item, 'head', 'sha') ?? '',
        base: (0,json/* textIn */.r7)(item, 'base', 'repo', 'full_name') ?? '',
    };
}
/** The parameters of the next page. Not its URL: the token must not go to a URL from a response. */
function nextPage(link) {
    const next = /<([^<>]+)>;\s*rel="next"/.exec(link ?? '')?.[1];
    const url = next === undefined ? null : URL.parse(next);
    return url === null ? undefined : Object.fromEntries(url.searchParams);
}


/***/ }),

/***/ 5225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ky: () => (/* binding */ requireList),
/* harmony export */   UU: () => (/* binding */ createClient),
/* harmony export */   vd: () => (/* binding */ requireValue),
/* harmony export */   xA: () => (/* binding */ UnexpectedResponse)
/* harmony export */ });
/** A successful response whose body is not what the API promises: truncated, or written by a proxy. */
class UnexpectedResponse extends Error {
    name = 'UnexpectedResponse';
}
/**
 * Loads Octokit, which runs without a comment never need. This entry of the package reads the event file again, which
 * `readEvent` has validated.
 */
async function createClient({ owner, repo, apiUrl, graphqlUrl }, token, signal) {
    const { GitHub, defaults, getOctokitOptions } = await Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(144)]).then(__webpack_require__.bind(__webpack_require__, 6144));
    const octokit = new GitHub({
        ...getOctokitOptions(token, { baseUrl: apiUrl }),
        // This `request` replaces the default one completely. The default has the proxy.
        request: { ...defaults.request, signal },
    });
    return { octokit, repository: { owner, repo }, graphqlUrl };
}
function requireList(data) {
    if (!Array.isArray(data))
        throw new UnexpectedResponse('GitHub responded without a list');
    return data;
}
function requireValue(value, what) {
    if (value === undefined)
        throw new UnexpectedResponse(`GitHub responded without ${what}`);
    return value;
}


/***/ }),

/***/ 5314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y0: () => (/* binding */ undefinedIfLost),
/* harmony export */   av: () => (/* binding */ undefinedIfRejected),
/* harmony export */   fe: () => (/* binding */ classifyError)
/* harmony export */ });
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2730);
/* harmony import */ var _shared_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6039);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5225);



function classifyError(error) {
    if (error instanceof _client_js__WEBPACK_IMPORTED_MODULE_0__/* .UnexpectedResponse */ .xA)
        return { kind: 'lost', status: undefined, message: error.message };
    const response = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(error, 'response');
    const status = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(response, 'status');
    // Octokit reports a broken connection as status 500 without a response.
    if (typeof status !== 'number')
        return connectionFailure(error);
    const message = oneLine((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(response, 'data', 'message') ?? '');
    const headers = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(response, 'headers');
    return { kind: kindOf(status, message, headers), status, message, retryAfter: retryAfterIn(headers) };
}
/** For a `catch`: undefined if the request may have succeeded. Rethrows any other error. */
function undefinedIfLost(error) {
    const { kind } = classifyError(error);
    if (kind !== 'lost' && kind !== 'rate-limited')
        throw error;
}
/** For a `catch`: undefined if GitHub rejected the request. Rethrows an error that a retry could avoid. */
function undefinedIfRejected(error) {
    const { kind } = classifyError(error);
    if (kind === 'lost' || kind === 'rate-limited')
        throw error;
}
function connectionFailure(error) {
    for (let cause = error, depth = 0; depth < 5; cause = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(cause, 'cause'), depth++) {
        const code = (0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .C)(cause);
        if (code !== undefined)
            return { kind: 'lost', status: undefined, message: oneLine(code) };
    }
    // Octokit adds a status to the errors of requests that it sent. Any other error is a bug of ours: a retry won't help.
    const sent = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(error, 'status') !== undefined;
    return {
        kind: sent ? 'lost' : 'other',
        status: undefined,
        message: oneLine(Error.isError(error) ? error.message : ''),
    };
}
function kindOf(status, message, headers) {
    if (status >= 500)
        return 'lost';
    if (status === 429)
        return 'rate-limited';
    if (status === 403) {
        const exhausted = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(headers, 'x-ratelimit-remaining') === '0' || (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(headers, 'retry-after') !== undefined;
        return exhausted || /rate limit/i.test(message) ? 'rate-limited' : 'forbidden';
    }
    if (status === 401)
        return 'unauthorized';
    if (status === 404 || status === 410)
        return 'not-found';
    return status === 422 ? 'unprocessable' : 'other';
}
/**
 * `retry-after` is in seconds. For an exhausted rate limit, `x-ratelimit-reset` is the time of its reset, by GitHub's
 * clock.
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
function retryAfterIn(headers) {
    const seconds = headerNumber(headers, 'retry-after');
    if (seconds !== undefined)
        return seconds * 1000;
    if ((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(headers, 'x-ratelimit-remaining') !== '0')
        return undefined;
    const reset = headerNumber(headers, 'x-ratelimit-reset');
    if (reset === undefined)
        return undefined;
    const now = Date.parse((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(headers, 'date') ?? '');
    return Math.max(0, reset * 1000 - (Number.isNaN(now) ? Date.now() : now));
}
function headerNumber(headers, name) {
    const text = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(headers, name) ?? '';
    return /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}
function oneLine(text) {
    const line = text.slice(0, 300).replaceAll(/\p{Cc}+/gu, ' ');
    return line.trim().replace(/\.$/, '');
}


/***/ }),

/***/ 2170:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8500);
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5314);


const MAX_ATTEMPTS = 4;
/**
 * Retries once after a lost response, and after the pause that a rate limit requires. Each attempt must check first
 * whether the one before succeeded.
 *
 * Octokit's retry plugins would send a lost POST again without that check, which creates a second comment. They also
 * delay every write by one to three seconds.
 */
async function retry(attempt, { settle = 1000, limit = 20_000, signal }) {
    const until = performance.now() + limit;
    let lost = 0;
    for (let attempts = 1;; attempts++) {
        try {
            return await attempt();
        }
        catch (error) {
            const failure = (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .classifyError */ .fe)(error);
            if (failure.kind === 'lost')
                lost++;
            const pause = pauseAfter(failure, settle);
            const final = signal?.aborted === true || lost > 1 || attempts === MAX_ATTEMPTS;
            if (final || pause === undefined || performance.now() + pause > until)
                throw error;
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(pause, undefined, signal === undefined ? {} : { signal });
        }
    }
}
/** Milliseconds; undefined when a retry won't help. */
function pauseAfter({ kind, retryAfter }, settle) {
    if (kind === 'lost')
        return Math.max(retryAfter ?? 0, settle);
    return kind === 'rate-limited' && retryAfter !== undefined ? Math.max(retryAfter, settle) : undefined;
}


/***/ }),

/***/ 9415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Fp: () => (/* binding */ failureWarning),
/* harmony export */   ru: () => (/* binding */ NO_TOKEN_WARNING),
/* harmony export */   vM: () => (/* binding */ noDeploymentWarning),
/* harmony export */   wz: () => (/* binding */ TIMEOUT_WARNINGS)
/* harmony export */ });
const NOUNS = {
    pull: 'comment',
    commit: 'comment',
    check: 'check run',
    deployment: 'deployment status',
};
/** For requests that GitHub did not complete within the time limit. They may have succeeded. */
const TIMEOUT_WARNINGS = {
    comment: timeoutWarning('comment', 'out of date'),
    check: timeoutWarning('check run', 'still in progress'),
    deployment: timeoutWarning('deployment status', 'still in progress'),
};
function timeoutWarning(noun, state) {
    return `The verdict stands, but GitHub did not respond in time. The ${noun} may be missing, ${state}, or already correct.`;
}
const NO_TOKEN_WARNING = "The verdict stands, but nothing was written to GitHub: `github-token` is empty. Remove the input to use the job's token, or check that the secret it comes from exists.";
/** A warning that says why something could not be written, and how to fix that. */
function failureWarning(failure, job, destination) {
    return `The verdict stands, but ${nameOf(destination)} could not be written: ${reason(failure, job, destination)}`;
}
function noDeploymentWarning({ headSha }) {
    return (`The verdict stands, but no deployment status was written: commit ${headSha.slice(0, 7)} has no deployment. ` +
        "Create one before this step, with the job's `environment` key or with the API, or remove the `deployment-status` input.");
}
function nameOf(destination) {
    const noun = NOUNS[destination.kind];
    return destination.kind === 'pull'
        ? `the ${noun} on pull request ${destination.number}`
        : `the ${noun} on commit ${destination.sha.slice(0, 7)}`;
}
function reason(failure, job, destination) {
    const { kind, status, message, retryAfter } = failure;
    const details = message === '' ? '' : ` (${message})`;
    const response = `GitHub responded ${status ?? 'nothing'}${details}.`;
    switch (kind) {
        case 'lost':
            return status === undefined
                ? `the connection to ${job.event.apiUrl} failed${details}. Rerun the job, or read the job summary.`
                : `${response} Rerun the job, or check https://www.githubstatus.com.`;
        case 'rate-limited': {
            const time = retryAfter === undefined ? '' : ` for another ${Math.ceil(retryAfter / 1000)} s`;
            return `${response} Its rate limit is exhausted${time}. A later run will write the ${NOUNS[destination.kind]}.`;
        }
        case 'unauthorized':
            return `${response} The token is not valid. Set \`github-token\` to a valid one, or remove the input to use the job's token.`;
        case 'forbidden':
            return `${response} ${permissionAdvice(message, job, destination)}`;
        case 'not-found':
            return `${response} ${notFoundAdvice(job, destination)}`;
        case 'unprocessable':
        case 'other':
            return status === undefined ? `${message}.` : `${response} The report is in the job summary.`;
        default:
            return kind;
    }
}
/** https://docs.github.com/rest/authentication/permissions-required-for-github-apps */
function permissionAdvice(message, { event, config }, destination) {
    if (/\block(ed)?\b/i.test(message))
        return 'Unlock the conversation, or read the job summary.';
    if (event.fork) {
        return ('The pull request comes from a fork, so the token of this run is read-only. ' +
            'Publish from a second workflow on the event `workflow_run`, or read the job summary.');
    }
    if (destination.kind === 'check' && /personal access token|via a GitHub App/i.test(message)) {
        return "Only the token of a GitHub App can write check runs. Remove the `github-token` input to use the job's token.";
    }
    return `Add to the job:\n${permissionsFor(destination, config)}`;
}
function notFoundAdvice({ event, config }, destination) {
    const missing = missingIn(`${event.owner}/${event.repo}`, destination);
    return `Either ${missing}, or the token cannot see it. In the second case, add to the job:\n${permissionsFor(destination, config)}`;
}
function missingIn(repository, destination) {
    switch (destination.kind) {
        case 'pull':
            return `${repository} has no pull request ${destination.number} (see the \`pr-number\` input)`;
        case 'commit':
        case 'check':
            return `${repository} does not have the commit`;
        case 'deployment':
            return `the deployment was deleted from ${repository}`;
        default:
            return destination;
    }
}
/**
 * The lines for a workflow file, for this destination and for all others that the inputs name: a `permissions` key
 * removes every permission that it doesn't list. Hence also the line for checkout.
 */
function permissionsFor({ kind }, { comment, commentTarget, checkRun, deploymentStatus }) {
    const commentKind = commentTarget === 'commit' ? 'commit' : 'pull';
    const commentListed = comment === 'never' || kind === 'pull' || kind === 'commit';
    const kinds = [
        kind,
        ...(commentListed ? [] : [commentKind]),
        ...(checkRun ? ['check'] : []),
        ...(deploymentStatus ? ['deployment'] : []),
    ];
    const lines = [...new Set(kinds)].map((each) => `  ${PERMISSIONS[each]}\n`);
    const checkout = kinds.includes('commit') ? '' : '  contents: read # for actions/checkout\n';
    return `permissions:\n${lines.join('')}${checkout}`;
}
const PERMISSIONS = {
    pull: 'pull-requests: write',
    commit: 'contents: write',
    check: 'checks: write',
    deployment: 'deployments: write',
};


/***/ }),

/***/ 5347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gg: () => (/* binding */ titleOf),
/* harmony export */   Xq: () => (/* binding */ openCheck),
/* harmony export */   Z0: () => (/* binding */ checkIdentity),
/* harmony export */   kr: () => (/* binding */ publishCheck)
/* harmony export */ });
/* unused harmony export checkResult */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _redact_visible_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6847);
/* harmony import */ var _shared_abort_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1487);
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6422);
/* harmony import */ var _api_api_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5751);
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5314);
/* harmony import */ var _api_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2170);
/* harmony import */ var _advice_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9415);
/* harmony import */ var _truncate_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8633);









/** GitHub's limit on a summary, in characters. We count bytes, of which there are never fewer. */
const MAX_SUMMARY = 65_535;
/** Characters. */
const MAX_TITLE = 250;
/** The check run of this process. The jobs of a matrix share its name, so the external id is random. */
function checkIdentity({ headSha, runUrl, runId, runAttempt }, key) {
    const externalId = `origin-gate ${runId}.${runAttempt} ${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    return { name: `Origin Gate (${key})`, headSha, externalId, detailsUrl: runUrl };
}
/** Creates a check run that is in progress. Returns its id. */
async function openCheck(api, check, options) {
    let requested = false;
    return (0,_api_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)(async () => {
        const existing = requested ? await api.findCheck(check) : undefined;
        requested = true;
        return existing ?? api.createCheck(check);
    }, options);
}
/** Completes the check run. Returns a warning if that fails; never throws. */
async function publishCheck(inProgress, { report, markdown, failed }, options) {
    if (inProgress?.check === undefined)
        return undefined;
    const { event, config, check } = inProgress;
    try {
        const api = await (0,_api_api_js__WEBPACK_IMPORTED_MODULE_4__/* .createApi */ .x)(event, config.githubToken, options.signal);
        const result = checkResult(report, markdown, failed);
        await (0,_shared_abort_js__WEBPACK_IMPORTED_MODULE_5__/* .orAborted */ .H)(completeCheck(api, check, result, options), options.signal);
        return undefined;
    }
    catch (error) {
        if (options.signal.aborted)
            return _advice_js__WEBPACK_IMPORTED_MODULE_3__/* .TIMEOUT_WARNINGS */ .wz.check;
        return (0,_advice_js__WEBPACK_IMPORTED_MODULE_3__/* .failureWarning */ .Fp)((0,_api_failure_js__WEBPACK_IMPORTED_MODULE_6__/* .classifyError */ .fe)(error), inProgress, { kind: 'check', sha: event.headSha });
    }
}
/** If the response to the creation was lost, finds out first whether the check run exists. */
async function completeCheck(api, { identity, opened }, result, options) {
    const [check, openedId] = await Promise.all([identity, opened.catch(_api_failure_js__WEBPACK_IMPORTED_MODULE_6__/* .undefinedIfLost */ .Y0)]);
    await (0,_api_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)(async () => {
        const id = openedId ?? (await api.findCheck(check));
        await (id === undefined ? api.createCheck(check, result) : api.updateCheck(id, result));
    }, options);
}
const CONCLUSIONS = {
    healthy: 'success',
    unhealthy: 'failure',
    inconclusive: 'neutral',
};
/**
 * A required check passes on GitHub when it is neutral, so what `fail-on` names must conclude with `failure`. An
 * unhealthy site always does.
 */
function checkResult(report, markdown, failed) {
    return {
        conclusion: failed ? 'failure' : CONCLUSIONS[report.verdict],
        title: titleOf(report, MAX_TITLE),
        summary: (0,_truncate_js__WEBPACK_IMPORTED_MODULE_7__/* .truncateToBytes */ .L)(markdown, MAX_SUMMARY),
    };
}
/** The report in one line of plain text, of at most `max` characters. GitHub escapes it. */
function titleOf({ sites }, max) {
    const [worst, ...others] = sites;
    const failing = others.filter(({ verdict }) => verdict !== 'healthy').length;
    const allHealthy = worst.verdict === 'healthy' && others.length > 0;
    const headline = allHealthy ? `All ${sites.length} sites are healthy` : (0,_redact_visible_js__WEBPACK_IMPORTED_MODULE_8__/* .clean */ .uH)(worst.headline);
    const more = failing === 0 ? '' : `, and ${(0,_shared_text_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(failing, 'more site is', 'more sites are')} not healthy`;
    return (0,_redact_visible_js__WEBPACK_IMPORTED_MODULE_8__/* .cut */ .Jj)(headline, max - more.length) + more;
}


/***/ }),

/***/ 3472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G1: () => (/* binding */ publishStatus),
/* harmony export */   HZ: () => (/* binding */ findDeployment),
/* harmony export */   Lx: () => (/* binding */ setStatus),
/* harmony export */   dy: () => (/* binding */ CHECKING)
/* harmony export */ });
/* unused harmony export statusOf */
/* harmony import */ var _shared_abort_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1487);
/* harmony import */ var _api_api_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5751);
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5314);
/* harmony import */ var _api_retry_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2170);
/* harmony import */ var _event_subject_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8620);
/* harmony import */ var _advice_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9415);
/* harmony import */ var _check_run_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5347);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5017);








/** GitHub's limit on a description, in characters. */
const MAX_DESCRIPTION = 140;
/** GitHub has no state for an inconclusive check. `error` promotes nothing. */
const STATES = {
    healthy: 'success',
    unhealthy: 'failure',
    inconclusive: 'error',
};
/** The event's deployment, else the newest one of the commit. Undefined when it has none. */
async function findDeployment(api, event, options) {
    return event.deployment ?? (0,_api_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .retry */ .L)(() => api.newestDeployment(event.headSha), options);
}
const CHECKING = { state: 'in_progress', description: `${_event_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .STATUS_PREFIX */ .U5}checking the site` };
function statusOf(report, failed) {
    const state = failed && report.verdict === 'healthy' ? 'failure' : STATES[report.verdict];
    return { state, description: _event_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .STATUS_PREFIX */ .U5 + (0,_check_run_js__WEBPACK_IMPORTED_MODULE_2__/* .titleOf */ .Gg)(report, MAX_DESCRIPTION - _event_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .STATUS_PREFIX */ .U5.length) };
}
/**
 * Adds a status. Does nothing if a newer run has set one, or if another job of this run found the site failing: GitHub
 * shows the status that was added last.
 */
async function setStatus(api, { deployment, event, url }, text, options) {
    const status = { ...text, environmentUrl: url, logUrl: event.runUrl };
    await (0,_api_retry_js__WEBPACK_IMPORTED_MODULE_0__/* .retry */ .L)(async () => {
        const own = (await ownStatuses(api, deployment)).toSorted((a, b) => b.id - a.id);
        if (own.some((existing) => outranks(existing, event)))
            return;
        // An earlier attempt added it, and the response was lost.
        const [last] = own;
        if (last !== undefined && last.state === status.state && last.logUrl === status.logUrl)
            return;
        await api.addStatus(deployment, status);
    }, options);
}
/** Without permission to list statuses, the token may still be able to add one. If not, that failure says more. */
async function ownStatuses(api, deployment) {
    const statuses = (await api.listStatuses(deployment).catch(_api_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .undefinedIfRejected */ .av)) ?? [];
    return statuses.filter(({ description }) => (0,_event_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .isOwnStatus */ .Dv)(description));
}
/** Sets the final status. Returns a warning if that fails; never throws. */
async function publishStatus(inProgress, { report, failed }, options) {
    if (inProgress?.deployment === undefined)
        return undefined;
    const { config, located, deployment: opened, url } = inProgress;
    try {
        const api = await (0,_api_api_js__WEBPACK_IMPORTED_MODULE_5__/* .createApi */ .x)(inProgress.event, config.githubToken, options.signal);
        const finish = async () => {
            const event = await located;
            // Looked up again if the first response was lost.
            const known = await opened.then((id) => ({ id }), _api_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .undefinedIfLost */ .Y0);
            const deployment = known === undefined ? await findDeployment(api, event, options) : known.id;
            if (deployment === undefined)
                return (0,_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .noDeploymentWarning */ .vM)(event);
            await setStatus(api, { deployment, event, url }, statusOf(report, failed), options);
            return undefined;
        };
        return await (0,_shared_abort_js__WEBPACK_IMPORTED_MODULE_6__/* .orAborted */ .H)(finish(), options.signal);
    }
    catch (error) {
        if (options.signal.aborted)
            return _advice_js__WEBPACK_IMPORTED_MODULE_1__/* .TIMEOUT_WARNINGS */ .wz.deployment;
        const sha = inProgress.event.headSha;
        return (0,_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .failureWarning */ .Fp)((0,_api_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .classifyError */ .fe)(error), inProgress, { kind: 'deployment', sha });
    }
}
/** Whether a status of ours must stay the last one. */
function outranks({ state, logUrl }, { runId, runAttempt, runUrl }) {
    if (logUrl === runUrl)
        return state === 'failure' || state === 'error';
    const [run, attempt] = /\/actions\/runs\/(\d{1,15})\/attempts\/(\d{1,15})$/.exec(logUrl)?.slice(1) ?? [];
    if (run === undefined)
        return false;
    const existing = { key: '', runId: Number(run), attempt: Number(attempt) };
    return (0,_marker_js__WEBPACK_IMPORTED_MODULE_7__/* .isNewer */ .U4)(existing, { key: '', runId, attempt: runAttempt });
}


/***/ }),

/***/ 5017:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U4: () => (/* binding */ isNewer),
/* harmony export */   gY: () => (/* binding */ parseMarker),
/* harmony export */   jx: () => (/* binding */ boundedKey),
/* harmony export */   we: () => (/* binding */ markerOf)
/* harmony export */ });
/** Characters of a key that are compared. */
const MAX_KEY = 200;
/**
 * The first line of our comment. An HTML comment can't contain `--` or `>`. Those characters, and those that GitHub
 * might change, are written as `\uXXXX`, one per UTF-16 unit. Every key has exactly one encoding.
 */
function markerOf({ key, runId, attempt }) {
    return `<!-- origin-gate key="${encodeKey(boundedKey(key))}" run=${runId} attempt=${attempt} -->`;
}
/** Undefined unless the first line is a marker and nothing else. */
function parseMarker(body) {
    const [, encoded, runId, attempt] = /^<!-- origin-gate key="([^"<>\r\n]{0,1200})" run=(\d{1,15}) attempt=(\d{1,15}) -->\r?(?:\n|$)/.exec(body) ?? [];
    if (encoded === undefined)
        return undefined;
    return { key: decodeKey(encoded), runId: Number(runId), attempt: Number(attempt) };
}
/** The part of a key that is compared. */
function boundedKey(key) {
    return key.slice(0, MAX_KEY);
}
/** Run ids grow with time. A re-run keeps the id and increments the attempt. */
function isNewer(one, other) {
    return one.runId === other.runId ? one.attempt > other.attempt : one.runId > other.runId;
}
/** The pattern has no `u` flag, so that it matches single UTF-16 units, including lone surrogates. */
function encodeKey(key) {
    return key.replace(/[^ !#-%'-;=?-[\]-~]|(?<=-)-/g, escapeUnit);
}
function escapeUnit(unit) {
    return String.raw `\u` + unit.charCodeAt(0).toString(16).padStart(4, '0');
}
function decodeKey(encoded) {
    return encoded.replace(/\\u([0-9a-f]{4})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}


/***/ }),

/***/ 6715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ chooseThread)
/* harmony export */ });
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5314);

/** Throws what the API throws, except when the token can't look up pull requests: then `auto` chooses the commit. */
async function chooseThread(api, event, target) {
    const commit = { thread: { kind: 'commit', sha: event.headSha } };
    if (target.commentTarget === 'commit')
        return commit;
    const known = target.prNumber ?? event.prNumber;
    if (known !== undefined)
        return { thread: { kind: 'pull', number: known } };
    const found = bestPull(await findPulls(api, event, target), event);
    if (found !== undefined)
        return { thread: { kind: 'pull', number: found.number } };
    return target.commentTarget === 'auto' ? commit : { warning: noPullWarning(event) };
}
/**
 * A token without `pull-requests: read` gets 403, or 404 in a private repository. A commit that was not pushed gets
 * 422. Such a token can't comment on a pull request either, so with `auto` the comment goes to the commit.
 */
async function findPulls(api, event, target) {
    const results = await Promise.allSettled([pullsFromFork(api, event), api.pullsWithCommit(event.headSha)]);
    const found = results.flatMap((result) => (result.status === 'fulfilled' ? result.value : []));
    if (found.length > 0)
        return found;
    for (const result of results) {
        if (result.status === 'fulfilled')
            continue;
        const { kind } = (0,_api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .classifyError */ .fe)(result.reason);
        const rejected = kind === 'forbidden' || kind === 'not-found' || kind === 'unprocessable';
        if (!rejected || target.commentTarget !== 'auto')
            throw result.reason;
    }
    return found;
}
/**
 * GitHub doesn't find pull requests by a commit that is only in a fork, so we search by the fork's branch. Only those
 * at this commit count, because the owner of a fork can give a branch any name.
 */
async function pullsFromFork(api, { forkHead, headSha }) {
    if (forkHead === undefined)
        return [];
    const found = await api.pullsFromBranch(forkHead);
    return found.filter((pull) => pull.headSha === headSha);
}
/** Prefers an open pull request with this commit as its head, then any open one, then the one that was merged last. */
function bestPull(pulls, event) {
    const repository = `${event.owner}/${event.repo}`.toLowerCase();
    const local = pulls.filter(({ base }) => base === '' || base.toLowerCase() === repository);
    const open = local.filter((pull) => pull.open);
    const merged = local.filter((pull) => pull.mergedAt !== '');
    return (open.find((pull) => pull.headSha === event.headSha) ??
        open[0] ??
        merged.toSorted((a, b) => b.mergedAt.localeCompare(a.mergedAt))[0]);
}
function noPullWarning(event) {
    const commit = event.headSha.slice(0, 7);
    return (`The verdict stands, but no comment was written: the event ${JSON.stringify(event.name)} has no pull request, ` +
        `and none contains commit ${commit}. Set pr-number, or set comment-target to auto to comment on the commit.`);
}


/***/ }),

/***/ 8633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ truncateToBytes),
/* harmony export */   x: () => (/* binding */ truncate)
/* harmony export */ });
/**
 * A last resort for reports that exceed a GitHub limit. Cuts Markdown at the end of a line to at most `limit` UTF-16
 * units, and closes the code fence and the `<details>` that are open there.
 */
function truncate(markdown, limit) {
    if (markdown.length <= limit)
        return markdown;
    const end = limit - RESERVE;
    const lineEnd = markdown.lastIndexOf('\n', end);
    const start = lineEnd > 0 ? markdown.slice(0, lineEnd) : markdown.slice(0, end).toWellFormed();
    return start + closing(start) + NOTE;
}
/** The same, with the limit in bytes of UTF-8. */
function truncateToBytes(markdown, limit) {
    const bytes = Buffer.from(markdown);
    if (bytes.length <= limit)
        return markdown;
    // What `truncate` appends is ASCII, so it adds no more bytes than it removes. U+FFFD is what a cut character becomes.
    const fitting = bytes
        .subarray(0, limit)
        .toString()
        .replace(/\uFFFD+$/, '');
    return truncate(markdown, fitting.length);
}
const NOTE = '\n\n_The rest did not fit here. See the job log and the JSON report._\n';
/** Characters for the note, one fence of up to 64 characters, and eight closing tags. */
const RESERVE = 400;
function closing(markdown) {
    const fence = openFence(markdown);
    const details = count(markdown, /<details\b/g) - count(markdown, /<\/details>/g);
    const tags = '\n\n</details>'.repeat(Math.max(0, Math.min(details, 8)));
    return (fence === undefined ? '' : `\n${fence}`) + tags;
}
/** The code fence that is still open at the end. A closing fence is at least as long as its opening fence. */
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


/***/ }),

/***/ 6847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cx: () => (/* binding */ visibleAtAnyLength),
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   uH: () => (/* binding */ clean)
/* harmony export */ });
/** Maximum length of a printed text, however much the server sent. */
const MAX_LENGTH = 4096;
/**
 * The text without invisible characters, bidirectional overrides and stacked combining marks. Control characters become
 * spaces. Cut to the maximum length.
 */
function visible(text) {
    return visibleAtAnyLength(text.slice(0, MAX_LENGTH)).slice(0, MAX_LENGTH);
}
/** The same, of any length. */
function visibleAtAnyLength(text) {
    return (text
        // Full-width, mathematical, circled and superscript forms become plain: what reads like an address is one.
        .replace(COMPATIBILITY_FORMS, (form) => form.normalize('NFKC'))
        .replace(/[\p{Cc}\p{Zl}\p{Zp}\u{2800}]+/gu, ' ')
        .replace(/[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]+/gu, '')
        .replace(/(\p{M}{2})\p{M}+/gu, '$1'));
}
const COMPATIBILITY_FORMS = /[\u{ff01}-\u{ff5e}\u{1d400}-\u{1d7ff}\u{2460}-\u{24ff}\u{2070}-\u{2089}\u{b2}\u{b3}\u{b9}\u{1f100}-\u{1f10a}]/gu;
/** One line of visible text with single spaces. Not escaped yet. */
function clean(text) {
    return visible(text).replace(/\s+/gu, ' ').trim();
}
/** At most `max` code points, with an ellipsis if it was cut. */
function cut(text, max) {
    if (text.length <= max)
        return text;
    const points = Array.from(text);
    return points.length <= max
        ? text
        : `${points
            .slice(0, max - 1)
            .join('')
            .trimEnd()}…`;
}


/***/ }),

/***/ 1487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ orAborted)
/* harmony export */ });
/** Settles as the promise does, or rejects with the signal's reason once that aborts. The work itself continues. */
async function orAborted(work, signal) {
    const { promise: aborted, reject } = Promise.withResolvers();
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort);
    if (signal.aborted)
        abort();
    try {
        return await Promise.race([work, aborted]);
    }
    finally {
        signal.removeEventListener('abort', abort);
    }
}


/***/ })

};
