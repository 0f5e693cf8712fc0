export const id = 796;
export const ids = [796];
export const modules = {

/***/ 5751:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  N: () => (/* binding */ connect)
});

// EXTERNAL MODULE: ./lib/shared/json.js
var json = __webpack_require__(6039);
// EXTERNAL MODULE: ./lib/github/api/commit-id.js
var commit_id = __webpack_require__(5313);
// EXTERNAL MODULE: ./lib/github/api/client.js
var api_client = __webpack_require__(5225);
;// CONCATENATED MODULE: ./lib/github/api/checks.js


function checksAt({ octokit, home }) {
    return {
        async createCheck({ name, headSha, externalId, detailsUrl }, result) {
            const { data } = await octokit.request('POST /repos/{owner}/{repo}/check-runs', {
                ...home,
                name,
                head_sha: headSha,
                external_id: externalId,
                details_url: detailsUrl,
                ...(result === undefined ? { status: 'in_progress' } : completed(result)),
            });
            return (0,api_client/* demanded */.zM)((0,json/* countIn */.ry)(data, 'id'), 'a check run');
        },
        async updateCheck(id, result) {
            const route = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}';
            const { data } = await octokit.request(route, { ...home, check_run_id: id, ...completed(result) });
            (0,api_client/* demanded */.zM)((0,json/* countIn */.ry)(data, 'id'), 'a check run');
        },
        async findCheck({ name, headSha, externalId }) {
            const route = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs';
            const asked = { ...home, ref: headSha, check_name: name, filter: 'all', per_page: 100 };
            const { data } = await octokit.request(route, asked);
            const runs = (0,api_client/* list */.p_)((0,json/* member */.Dc)(data, 'check_runs'));
            return (0,json/* countIn */.ry)(runs.find((run) => (0,json/* textIn */.r7)(run, 'external_id') === externalId), 'id');
        },
    };
}
/** GitHub sets the time of completion itself. */
function completed({ conclusion, title, summary }) {
    return { status: 'completed', conclusion, output: { title, summary } };
}

;// CONCATENATED MODULE: ./lib/github/api/deployments.js


function deploymentsAt({ octokit, home }) {
    return {
        async newestDeployment(sha) {
            const route = 'GET /repos/{owner}/{repo}/deployments';
            const { data } = await octokit.request(route, { ...home, sha, per_page: 100 });
            // Ids grow with time, and the order of the list is promised nowhere.
            const ids = (0,api_client/* list */.p_)(data).flatMap((item) => (0,json/* countIn */.ry)(item, 'id') ?? []);
            return ids.length === 0 ? undefined : Math.max(...ids);
        },
        async statusesOf(deployment) {
            const route = 'GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses';
            const { data } = await octokit.request(route, { ...home, deployment_id: deployment, per_page: 100 });
            return (0,api_client/* list */.p_)(data).map((item) => ({
                id: (0,json/* countIn */.ry)(item, 'id') ?? 0,
                state: (0,json/* textIn */.r7)(item, 'state') ?? '',
                description: (0,json/* textIn */.r7)(item, 'description') ?? '',
                logUrl: (0,json/* textIn */.r7)(item, 'log_url') ?? '',
            }));
        },
        async addStatus(deployment, { state, description, environmentUrl, logUrl }) {
            await octokit.request('POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses', {
                ...home,
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





/** Aborting `signal` ends whatever is being asked. */
async function connect(where, token, signal) {
    const client = await (0,api_client/* clientFor */.$V)(where, token, signal);
    return { ...threadsAt(client), ...checksAt(client), ...deploymentsAt(client) };
}
function threadsAt({ octokit, home, graphqlUrl }) {
    return {
        async viewer() {
            const answer = await octokit.request({
                method: 'POST',
                url: graphqlUrl,
                query: '{viewer{login}}',
            });
            return (0,api_client/* demanded */.zM)((0,json/* textIn */.r7)(answer.data, 'data', 'viewer', 'login'), 'a login');
        },
        async pullsOf(sha) {
            const route = 'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls';
            const { data } = await octokit.request(route, { ...home, commit_sha: sha, per_page: 100 });
            return (0,api_client/* list */.p_)(data).flatMap((item) => pullOf(item) ?? []);
        },
        async pullsFrom(head) {
            const route = 'GET /repos/{owner}/{repo}/pulls';
            const { data } = await octokit.request(route, { ...home, head, state: 'all', per_page: 100 });
            return (0,api_client/* list */.p_)(data).flatMap((item) => pullOf(item) ?? []);
        },
        async headOf(number) {
            const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
            const { data } = await octokit.request(route, { ...home, pull_number: number });
            return (0,api_client/* demanded */.zM)((0,commit_id/* commitIn */.x)(data, 'head', 'sha'), "the pull request's head");
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
                yield (0,api_client/* list */.p_)(data).flatMap((item) => commentOf(item) ?? []);
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
            return (0,api_client/* demanded */.zM)(commentOf(data), 'a comment');
        },
        async update(thread, id, body) {
            const route = thread.kind === 'pull'
                ? 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}'
                : 'PATCH /repos/{owner}/{repo}/comments/{comment_id}';
            const { data } = await octokit.request(route, { ...home, comment_id: id, body });
            return (0,api_client/* demanded */.zM)(commentOf(data), 'a comment');
        },
        async remove(thread, id) {
            const route = thread.kind === 'pull'
                ? 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}'
                : 'DELETE /repos/{owner}/{repo}/comments/{comment_id}';
            await octokit.request(route, { ...home, comment_id: id });
        },
    };
}
function commentOf(item) {
    const id = (0,json/* countIn */.ry)(item, 'id');
    if (id === undefined)
        return undefined;
    const url = (0,json/* textIn */.r7)(item, 'html_url') ?? '';
    return { id, url, author: (0,json/* textIn */.r7)(item, 'user', 'login') ?? '', body: (0,json/* textIn */.r7)(item, 'body') ?? '' };
}
function pullOf(item) {
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
/** The parameters of the next page. Only they are taken from the Link header: the token goes to no URL that an answer names. */
function nextPage(link) {
    const next = /<([^<>]+)>;\s*rel="next"/.exec(link ?? '')?.[1];
    const url = next === undefined ? null : URL.parse(next);
    return url === null ? undefined : Object.fromEntries(url.searchParams);
}


/***/ }),

/***/ 5225:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $V: () => (/* binding */ clientFor),
/* harmony export */   M7: () => (/* binding */ UnexpectedAnswer),
/* harmony export */   p_: () => (/* binding */ list),
/* harmony export */   zM: () => (/* binding */ demanded)
/* harmony export */ });
/** A success whose body is not what the API promises: cut off on the way, or written by a proxy. */
class UnexpectedAnswer extends Error {
    name = 'UnexpectedAnswer';
}
/**
 * Loads Octokit, which most runs without a comment never need. The package's main entry and this one both read the event file;
 * `readEvent` has already found it sound.
 */
async function clientFor(where, token, signal) {
    const { GitHub, defaults, getOctokitOptions } = await Promise.all(/* import() */[__webpack_require__.e(663), __webpack_require__.e(144)]).then(__webpack_require__.bind(__webpack_require__, 6144));
    const octokit = new GitHub({
        ...getOctokitOptions(token, { baseUrl: where.apiUrl }),
        // `request` replaces that of the defaults as a whole: keep their proxy.
        request: { ...defaults.request, signal },
    });
    return { octokit, home: { owner: where.owner, repo: where.repo }, graphqlUrl: where.graphqlUrl };
}
function list(data) {
    if (!Array.isArray(data))
        throw new UnexpectedAnswer('GitHub answered without a list');
    return data;
}
function demanded(value, what) {
    if (value === undefined)
        throw new UnexpectedAnswer(`GitHub answered without ${what}`);
    return value;
}


/***/ }),

/***/ 5314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J0: () => (/* binding */ unlessRefused),
/* harmony export */   Lv: () => (/* binding */ unlessLost),
/* harmony export */   g5: () => (/* binding */ failureOf)
/* harmony export */ });
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2730);
/* harmony import */ var _shared_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6039);
/* harmony import */ var _client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5225);



function failureOf(error) {
    if (error instanceof _client_js__WEBPACK_IMPORTED_MODULE_0__/* .UnexpectedAnswer */ .M7)
        return { kind: 'lost', status: undefined, said: error.message };
    const answer = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(error, 'response');
    const status = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(answer, 'status');
    // Octokit gives the status 500 to a connection that broke, and no answer with it.
    if (typeof status !== 'number')
        return connectionFailureOf(error);
    const said = oneLine((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(answer, 'data', 'message') ?? '');
    const headers = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(answer, 'headers');
    return { kind: kindOf(status, said, headers), status, said, pause: pauseIn(headers) };
}
/** Lets a failure pass that leaves open whether GitHub did what we asked, and throws every other. For a `catch`. */
function unlessLost(error) {
    const { kind } = failureOf(error);
    if (kind !== 'lost' && kind !== 'rate-limited')
        throw error;
}
/** Lets a refusal pass, and throws what may be answered when asked again. For a `catch`. */
function unlessRefused(error) {
    const { kind } = failureOf(error);
    if (kind === 'lost' || kind === 'rate-limited')
        throw error;
}
function connectionFailureOf(error) {
    for (let cause = error, depth = 0; depth < 5; cause = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(cause, 'cause'), depth++) {
        const code = (0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .errorCode */ .C)(cause);
        if (code !== undefined)
            return { kind: 'lost', status: undefined, said: oneLine(code) };
    }
    // Octokit marks what it sent with a status. Any other error is ours, and sending again would not mend it.
    const sent = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(error, 'status') !== undefined;
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
        const spent = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(headers, 'x-ratelimit-remaining') === '0' || (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(headers, 'retry-after') !== undefined;
        return spent || /rate limit/i.test(said) ? 'rate-limited' : 'forbidden';
    }
    if (status === 401)
        return 'unauthorized';
    if (status === 404 || status === 410)
        return 'not-found';
    return status === 422 ? 'unprocessable' : 'other';
}
/**
 * `retry-after` has seconds. A used-up limit names the second at which it is filled again, by GitHub's clock.
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
function pauseIn(headers) {
    const seconds = numberIn(headers, 'retry-after');
    if (seconds !== undefined)
        return seconds * 1000;
    if ((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(headers, 'x-ratelimit-remaining') !== '0')
        return undefined;
    const reset = numberIn(headers, 'x-ratelimit-reset');
    if (reset === undefined)
        return undefined;
    const now = Date.parse((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(headers, 'date') ?? '');
    return Math.max(0, reset * 1000 - (Number.isNaN(now) ? Date.now() : now));
}
function numberIn(headers, name) {
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


const MOST_TRIES = 4;
/**
 * Asks a second time when the answer was lost, and again after the pause that a rate limit asks for, where it is a short
 * one. What is asked must look for the traces of the time before.
 *
 * Octokit's plugins for this would send a lost POST again without a look, which makes a second comment, and hold every
 * write back for one to three seconds.
 */
async function retry(ask, { settle = 1000, longest = 20_000, signal }) {
    const until = performance.now() + longest;
    let lost = 0;
    for (let tries = 1;; tries++) {
        try {
            return await ask();
        }
        catch (error) {
            const failure = (0,_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .failureOf */ .g5)(error);
            if (failure.kind === 'lost')
                lost++;
            const pause = pauseAfter(failure, settle);
            if (signal?.aborted === true || pause === undefined || lost > 1 || tries === MOST_TRIES)
                throw error;
            if (performance.now() + pause > until)
                throw error;
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(pause, undefined, signal === undefined ? {} : { signal });
        }
    }
}
/** Milliseconds; undefined: to ask again would not mend it. */
function pauseAfter({ kind, pause }, settle) {
    if (kind === 'lost')
        return Math.max(pause ?? 0, settle);
    return kind === 'rate-limited' && pause !== undefined ? Math.max(pause, settle) : undefined;
}


/***/ }),

/***/ 9415:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ TOKENLESS),
/* harmony export */   E5: () => (/* binding */ withoutDeployment),
/* harmony export */   XR: () => (/* binding */ LATE),
/* harmony export */   ik: () => (/* binding */ adviceOn)
/* harmony export */ });
const NOUNS = {
    pull: 'comment',
    commit: 'comment',
    check: 'check run',
    deployment: 'deployment status',
};
/** For what GitHub did not answer within the bound. */
const LATE = {
    comment: 'The verdict stands, but GitHub took too long: the comment is old, missing, or written without an answer that came in time.',
    check: 'The verdict stands, but GitHub took too long: the check run is missing, still in progress, or written without an answer that came in time.',
    deployment: 'The verdict stands, but GitHub took too long: the deployment status is missing, still in progress, or written without an answer that came in time.',
};
const TOKENLESS = 'The verdict stands, but nothing was written to GitHub: `github-token` is empty. Leave the input out to use the token of the job, or see that the secret it comes from exists.';
/** Why something was not written and what mends it, for a warning. */
function adviceOn(failure, to, place) {
    return `The verdict stands, but no ${NOUNS[place.kind]} was written ${placeOf(place)}: ${reasonOf(failure, to, place)}`;
}
/** Why a status was demanded and none was set. */
function withoutDeployment({ headSha }) {
    return (`The verdict stands, but no deployment status was written: commit ${headSha.slice(0, 7)} has no deployment. ` +
        'Make one before this step, with the key `environment` of a job or by the API, or leave out deployment-status.');
}
function reasonOf(failure, to, place) {
    const { kind, status, said, pause } = failure;
    const answer = `GitHub answered ${status ?? 'nothing'}${said === '' ? '' : ` (${said})`}.`;
    switch (kind) {
        case 'lost':
            return status === undefined
                ? `the connection to ${to.event.apiUrl} failed${said === '' ? '' : ` (${said})`}. Run the job again, or see the job summary.`
                : `${answer} Run the job again, or see https://www.githubstatus.com.`;
        case 'rate-limited': {
            const wait = pause === undefined ? '' : ` for another ${Math.ceil(pause / 1000)} s`;
            return `${answer} Its rate limit is used up${wait}. A later run writes the ${NOUNS[place.kind]}.`;
        }
        case 'unauthorized':
            return `${answer} It does not accept the token. Give the input github-token a valid one, or leave it out to use that of the job.`;
        case 'forbidden':
            return `${answer} ${permissionAdvice(said, to, place)}`;
        case 'not-found':
            return `${answer} ${notFoundAdvice(to, place)}`;
        case 'unprocessable':
        case 'other':
            return status === undefined ? `${said}.` : `${answer} The report is in the job summary.`;
        default:
            return kind;
    }
}
/** https://docs.github.com/rest/authentication/permissions-required-for-github-apps */
function permissionAdvice(said, { event, config }, place) {
    if (/\block(ed)?\b/i.test(said))
        return 'Unlock the conversation, or see the job summary.';
    if (event.fork) {
        return ('The pull request comes from a fork, and the token of such a run may only read. ' +
            'Post from a second workflow on the event workflow_run, or see the job summary.');
    }
    if (place.kind === 'check' && /personal access token|via a GitHub App/i.test(said)) {
        return 'Only the token of a GitHub App may write check runs: leave the input github-token out to use that of the job.';
    }
    return `Add to the job:\n${permissionsFor(place, config)}`;
}
function notFoundAdvice({ event, config }, place) {
    const home = `${event.owner}/${event.repo}`;
    return `Either ${missingIn(home, place)} Or the token may not see it; then add to the job:\n${permissionsFor(place, config)}`;
}
function missingIn(home, place) {
    switch (place.kind) {
        case 'pull':
            return `${home} has no pull request ${place.number}: see the input pr-number.`;
        case 'commit':
        case 'check':
            return `${home} does not have the commit.`;
        case 'deployment':
            return `the deployment is gone from ${home}.`;
        default:
            return place;
    }
}
/**
 * The lines for a workflow file, with what else the inputs demand: naming one permission takes the others away, hence the
 * reminder for checkout.
 */
function permissionsFor(place, { comment, commentTarget, checkRun, deploymentStatus }) {
    const commenting = commentTarget === 'commit' ? 'commit' : 'pull';
    const kinds = [
        place.kind,
        ...(comment === 'never' || place.kind === 'pull' || place.kind === 'commit'
            ? []
            : [commenting]),
        ...(checkRun ? ['check'] : []),
        ...(deploymentStatus ? ['deployment'] : []),
    ];
    const lines = [...new Set(kinds)].map((kind) => `  ${PERMISSIONS[kind]}\n`);
    const checkout = kinds.includes('commit') ? '' : '  contents: read # for actions/checkout\n';
    return `permissions:\n${lines.join('')}${checkout}`;
}
const PERMISSIONS = {
    pull: 'pull-requests: write',
    commit: 'contents: write',
    check: 'checks: write',
    deployment: 'deployments: write',
};
function placeOf(place) {
    return place.kind === 'pull' ? `on pull request ${place.number}` : `on commit ${place.sha.slice(0, 7)}`;
}


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
/* harmony import */ var _shared_abort_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1487);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var _redact_visible_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6847);
/* harmony import */ var _advice_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9415);
/* harmony import */ var _api_api_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5751);
/* harmony import */ var _truncate_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8633);
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5314);
/* harmony import */ var _api_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2170);








/** What GitHub takes of a summary. It speaks of characters, and bytes are never fewer. */
const LIMIT = 65_535;
/** The check run of this very process. Legs of a matrix have the same name. */
function checkIdentity({ headSha, runUrl, runId, runAttempt }, key) {
    const externalId = `origin-gate ${runId}.${runAttempt} ${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomUUID)()}`;
    return { name: `Origin Gate (${key})`, headSha, externalId, detailsUrl: runUrl };
}
/** Says that we look. Returns the id. */
async function openCheck(api, check, patience) {
    let asked = false;
    return (0,_api_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)(async () => {
        const made = asked ? await api.findCheck(check) : undefined;
        asked = true;
        return made ?? api.createCheck(check);
    }, patience);
}
/** Says what came of it. Returns a warning when that fails; never throws. */
async function publishCheck(announced, { report, markdown, failed }, patience) {
    if (announced?.check === undefined)
        return undefined;
    const { event, config, check } = announced;
    try {
        const api = await (0,_api_api_js__WEBPACK_IMPORTED_MODULE_3__/* .connect */ .N)(event, config.githubToken, patience.signal);
        const result = checkResult(report, markdown, failed);
        await (0,_shared_abort_js__WEBPACK_IMPORTED_MODULE_4__/* .orAborted */ .H)(completeCheck(api, check, result, patience), patience.signal);
        return undefined;
    }
    catch (error) {
        if (patience.signal.aborted)
            return _advice_js__WEBPACK_IMPORTED_MODULE_1__/* .LATE */ .XR.check;
        return (0,_advice_js__WEBPACK_IMPORTED_MODULE_1__/* .adviceOn */ .ik)((0,_api_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .failureOf */ .g5)(error), announced, { kind: 'check', sha: event.headSha });
    }
}
/** Where it was left open whether there is a check run, it is looked for. */
async function completeCheck(api, { identity, opened }, result, patience) {
    const [check, told] = await Promise.all([identity, opened.catch(_api_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .unlessLost */ .Lv)]);
    await (0,_api_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)(async () => {
        const id = told ?? (await api.findCheck(check));
        await (id === undefined ? api.createCheck(check, result) : api.updateCheck(id, result));
    }, patience);
}
const CONCLUSIONS = {
    healthy: 'success',
    unhealthy: 'failure',
    inconclusive: 'neutral',
};
/**
 * GitHub lets a neutral check pass where it is required: what `fail-on` names must not. An unhealthy site fails it
 * whatever the step does.
 */
function checkResult(report, markdown, failed) {
    return {
        conclusion: failed ? 'failure' : CONCLUSIONS[report.verdict],
        title: titleOf(report, 250),
        summary: (0,_truncate_js__WEBPACK_IMPORTED_MODULE_6__/* .truncateToBytes */ .L)(markdown, LIMIT),
    };
}
/** The report in one line of plain text, of at most `max` characters. GitHub escapes it where it is shown. */
function titleOf({ sites }, max) {
    const [worst, ...others] = sites;
    const sick = others.filter(({ verdict }) => verdict !== 'healthy').length;
    const calm = worst.verdict === 'healthy' && others.length > 0;
    const headline = calm ? `All ${sites.length} sites are healthy` : (0,_redact_visible_js__WEBPACK_IMPORTED_MODULE_7__/* .clean */ .uH)(worst.headline);
    const more = sick === 0 ? '' : `, and ${sick} more ${sick === 1 ? 'site is' : 'sites are'} not healthy`;
    return (0,_redact_visible_js__WEBPACK_IMPORTED_MODULE_7__/* .cut */ .Jj)(headline, max - more.length) + more;
}


/***/ }),

/***/ 3472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G1: () => (/* binding */ publishStatus),
/* harmony export */   IA: () => (/* binding */ LOOKING),
/* harmony export */   Lx: () => (/* binding */ setStatus),
/* harmony export */   PE: () => (/* binding */ deploymentOf)
/* harmony export */ });
/* unused harmony export stateOf */
/* harmony import */ var _shared_abort_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1487);
/* harmony import */ var _advice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9415);
/* harmony import */ var _api_api_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5751);
/* harmony import */ var _event_subject_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8620);
/* harmony import */ var _check_run_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5347);
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5314);
/* harmony import */ var _marker_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5017);
/* harmony import */ var _api_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2170);








/** Characters that GitHub takes in a description. */
const LIMIT = 140;
/** A deployment is healthy or not: GitHub knows no third state, and what could not be judged is not promoted. */
const STATES = {
    healthy: 'success',
    unhealthy: 'failure',
    inconclusive: 'error',
};
/** The deployment of the event, else the newest of the commit; undefined when it has none. */
async function deploymentOf(api, event, patience) {
    return event.deployment ?? (0,_api_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)(() => api.newestDeployment(event.headSha), patience);
}
const LOOKING = {
    state: 'in_progress',
    description: `${_event_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .STATUS_PREFIX */ .U5}looking at the site`,
};
function stateOf(report, failed) {
    const state = failed && report.verdict === 'healthy' ? 'failure' : STATES[report.verdict];
    return { state, description: _event_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .STATUS_PREFIX */ .U5 + (0,_check_run_js__WEBPACK_IMPORTED_MODULE_1__/* .titleOf */ .Gg)(report, LIMIT - _event_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .STATUS_PREFIX */ .U5.length) };
}
/**
 * Adds a status, unless a newer run has spoken of this deployment, or another job of this run has found it failing: of
 * what is added, GitHub shows the last.
 */
async function setStatus(api, { deployment, event, url }, say, patience) {
    const status = { ...say, environmentUrl: url, logUrl: event.runUrl };
    await (0,_api_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)(async () => {
        const written = (await statusesOf(api, deployment)).filter(({ description }) => (0,_event_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .isOwnStatus */ .Dv)(description));
        if (written.some((earlier) => prevails(earlier, event)))
            return;
        // The answer to our POST was lost, and here it is.
        const last = written.toSorted((a, b) => b.id - a.id)[0];
        if (last !== undefined && last.state === status.state && last.logUrl === status.logUrl)
            return;
        await api.addStatus(deployment, status);
    }, patience);
}
/** A token that may not read them may still write one, and if not, then its failure tells more. */
async function statusesOf(api, deployment) {
    return (await api.statusesOf(deployment).catch(_api_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .unlessRefused */ .J0)) ?? [];
}
/** Sets the status by the report. Returns a warning when that fails; never throws. */
async function publishStatus(announced, { report, failed }, patience) {
    if (announced?.deployment === undefined)
        return undefined;
    const { config, located, deployment: begun, url } = announced;
    try {
        const api = await (0,_api_api_js__WEBPACK_IMPORTED_MODULE_5__/* .connect */ .N)(announced.event, config.githubToken, patience.signal);
        const conclude = async () => {
            const event = await located;
            // Lost in the meantime: the commit is asked for its deployment again.
            const known = await begun.then((id) => ({ id }), _api_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .unlessLost */ .Lv);
            const deployment = known === undefined ? await deploymentOf(api, event, patience) : known.id;
            if (deployment === undefined)
                return (0,_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .withoutDeployment */ .E5)(event);
            await setStatus(api, { deployment, event, url }, stateOf(report, failed), patience);
            return undefined;
        };
        return await (0,_shared_abort_js__WEBPACK_IMPORTED_MODULE_6__/* .orAborted */ .H)(conclude(), patience.signal);
    }
    catch (error) {
        if (patience.signal.aborted)
            return _advice_js__WEBPACK_IMPORTED_MODULE_0__/* .LATE */ .XR.deployment;
        return (0,_advice_js__WEBPACK_IMPORTED_MODULE_0__/* .adviceOn */ .ik)((0,_api_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .failureOf */ .g5)(error), announced, { kind: 'deployment', sha: announced.event.headSha });
    }
}
function prevails({ state, logUrl }, { runId, runAttempt, runUrl }) {
    if (logUrl === runUrl)
        return state === 'failure' || state === 'error';
    const [run, attempt] = /\/actions\/runs\/(\d{1,15})\/attempts\/(\d{1,15})$/.exec(logUrl)?.slice(1) ?? [];
    if (run === undefined)
        return false;
    const theirs = { key: '', runId: Number(run), attempt: Number(attempt) };
    return (0,_marker_js__WEBPACK_IMPORTED_MODULE_7__/* .isNewer */ .U4)(theirs, { key: '', runId, attempt: runAttempt });
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


/***/ }),

/***/ 6715:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ threadOf)
/* harmony export */ });
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5314);

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
    const asked = await Promise.allSettled([pullsFromFork(api, event), api.pullsOf(event.headSha)]);
    const found = asked.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    if (found.length > 0)
        return found;
    for (const answer of asked) {
        if (answer.status === 'fulfilled')
            continue;
        const { kind } = (0,_api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureOf */ .g5)(answer.reason);
        const refused = kind === 'forbidden' || kind === 'not-found' || kind === 'unprocessable';
        if (!refused || wish.commentTarget !== 'auto')
            throw answer.reason;
    }
    return found;
}
/**
 * GitHub does not find the pull requests of a commit that is only in a fork. Those of the fork's branch count where they
 * are at this very commit: whoever owns a branch may name it as he likes.
 */
async function pullsFromFork(api, { forkHead, headSha }) {
    if (forkHead === undefined)
        return [];
    const found = await api.pullsFrom(forkHead);
    return found.filter((pull) => pull.headSha === headSha);
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


/***/ }),

/***/ 8633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ truncateToBytes),
/* harmony export */   x: () => (/* binding */ truncate)
/* harmony export */ });
/**
 * The last resort when a renderer wrote more than GitHub takes: Markdown of at most `limit` UTF-16 units, cut at the end of a line,
 * with the code fence and the folds that are open there closed again.
 */
function truncate(markdown, limit) {
    if (markdown.length <= limit)
        return markdown;
    const room = limit - RESERVE;
    const end = markdown.lastIndexOf('\n', room);
    const kept = end > 0 ? markdown.slice(0, end) : markdown.slice(0, room).toWellFormed();
    return kept + closing(kept) + NOTE;
}
/** The same, with the limit in bytes of UTF-8. */
function truncateToBytes(markdown, limit) {
    const bytes = Buffer.from(markdown);
    if (bytes.length <= limit)
        return markdown;
    // What replaces the tail is ASCII, so it takes no more bytes than the tail did. A character cut in two becomes U+FFFD.
    const fitting = bytes
        .subarray(0, limit)
        .toString()
        .replace(/\uFFFD+$/, '');
    return truncate(markdown, fitting.length);
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


/***/ }),

/***/ 6847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   uH: () => (/* binding */ clean)
/* harmony export */ });
/** Nothing that is shown is longer, however much the other side sent. */
const LONGEST = 4096;
/**
 * The text without what is invisible, turns the reading order around, or buries letters under marks. Controls become
 * spaces. No longer than anything that is shown.
 */
function visible(text) {
    return shown(text.slice(0, LONGEST)).slice(0, LONGEST);
}
/** The same, of any length. */
function shown(text) {
    return (text
        // Full-width, mathematical, circled and raised forms become the plain ones: what reads like an address is one.
        .replace(PLAINER, (form) => form.normalize('NFKC'))
        .replace(/[\p{Cc}\p{Zl}\p{Zp}\u{2800}]+/gu, ' ')
        .replace(/[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]+/gu, '')
        .replace(/(\p{M}{2})\p{M}+/gu, '$1'));
}
const PLAINER = /[\u{ff01}-\u{ff5e}\u{1d400}-\u{1d7ff}\u{2460}-\u{24ff}\u{2070}-\u{2089}\u{b2}\u{b3}\u{b9}\u{1f100}-\u{1f10a}]/gu;
/** One line of visible text, its words one space apart. Not escaped for anything yet. */
function clean(text) {
    return visible(text).replace(/\s+/gu, ' ').trim();
}
/** At most `max` code points; an ellipsis tells that something was cut. */
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
