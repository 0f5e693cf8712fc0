export const id = 952;
export const ids = [952];
export const modules = {

/***/ 1952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  PUBLISHERS: () => (/* binding */ PUBLISHERS),
  publish: () => (/* binding */ publish),
  publishOutputs: () => (/* reexport */ publishOutputs),
  publishSummary: () => (/* reexport */ publishSummary),
  warn: () => (/* reexport */ warn)
});

// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 12 modules
var core = __webpack_require__(143);
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

;// CONCATENATED MODULE: ./lib/github/outputs.js

function publishOutputs(report, left) {
    for (const [name, value] of Object.entries(outputsOf(report, left)))
        core/* setOutput */.uH(name, value);
}
/** Statuses, ray and data centre are those of the worst site's last look; of several origins, the first one's. */
function outputsOf(report, left) {
    const { edge, origins } = report.sites[0].probes;
    return {
        verdict: report.verdict,
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
        // Last: whatever fails before it leaves the gate shut.
        promote: String(report.promote && report.verdict === 'healthy'),
    };
}
function statusOf(probe) {
    return probe?.status === undefined ? '' : String(probe.status);
}
/** Workflows paste outputs into shell scripts, and these two come from the wire: a word, or nothing. */
function wordOf(text) {
    return text !== undefined && /^[A-Za-z0-9-]{1,40}$/.test(text) ? text : '';
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

// EXTERNAL MODULE: ./lib/github/json.js
var json = __webpack_require__(7781);
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
            return demanded((0,json/* textIn */.r7)(answer.data, 'data', 'viewer', 'login'), 'a login');
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
function list(data) {
    if (!Array.isArray(data))
        throw new UnexpectedAnswer('GitHub answered without a list');
    return (0,json/* listIn */.Of)(data);
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
    const answer = (0,json/* inside */.nx)(error, 'response');
    const status = (0,json/* inside */.nx)(answer, 'status');
    // Octokit gives the status 500 to a connection that broke, and no answer with it.
    if (typeof status !== 'number')
        return connectionFailureOf(error);
    const said = oneLine((0,json/* textIn */.r7)(answer, 'data', 'message') ?? '');
    return { kind: kindOf(status, said, (0,json/* inside */.nx)(answer, 'headers')), status, said };
}
function connectionFailureOf(error) {
    for (let cause = error, depth = 0; depth < 5; cause = (0,json/* inside */.nx)(cause, 'cause'), depth++) {
        const code = (0,json/* textIn */.r7)(cause, 'code');
        if (code !== undefined)
            return { kind: 'lost', status: undefined, said: oneLine(code) };
    }
    // Octokit marks what it sent with a status. Any other error is ours, and sending again would not mend it.
    const sent = (0,json/* inside */.nx)(error, 'status') !== undefined;
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
        const spent = (0,json/* inside */.nx)(headers, 'x-ratelimit-remaining') === '0' || (0,json/* inside */.nx)(headers, 'retry-after') !== undefined;
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
var promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./lib/github/once-more.js


/** Asks a second time when the answer was lost. What is asked must look for the traces of the first time. */
async function onceMore(ask, { settle = 1000, signal }) {
    try {
        return await ask();
    }
    catch (error) {
        if (signal?.aborted === true || failureOf(error).kind !== 'lost')
            throw error;
        await (0,promises_.setTimeout)(settle, undefined, signal === undefined ? {} : { signal });
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
    const login = api.viewer().catch(botUnlessLost);
    // Whoever waits for it is told of its failure; the listing beside it may fail first.
    login.catch(() => undefined);
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
/** A token of the Actions app may not ask who it is. Any other failure says nothing, and a guess would make a second comment. */
function botUnlessLost(error) {
    if (error instanceof UnexpectedAnswer)
        return ACTIONS_BOT; // An answer, and it names nobody.
    const { kind } = failureOf(error);
    if (kind === 'lost' || kind === 'rate-limited')
        throw error;
    return ACTIONS_BOT;
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
const TOKENLESS = 'The verdict stands, but no comment was written: `github-token` is empty. Leave the input out to use the token of the job, or see that the secret it comes from exists.';
/** Writes the sticky comment, or says in a warning why there is none. Never throws. */
async function commentOn({ event, config, healthy, body }, patience) {
    let thread;
    if (config.comment === 'never')
        return { action: 'unwanted' };
    if (config.githubToken === '')
        return { warning: TOKENLESS };
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
        const code = (0,json/* inside */.nx)(error, 'code');
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
        if (event === undefined)
            return {};
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


/***/ })

};
