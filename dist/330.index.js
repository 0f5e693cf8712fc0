export const id = 330;
export const ids = [330];
export const modules = {

/***/ 1330:
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

// EXTERNAL MODULE: ./lib/github/advice.js
var advice = __webpack_require__(7859);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 12 modules
var core = __webpack_require__(143);
// EXTERNAL MODULE: ./lib/report/clean.js
var clean = __webpack_require__(8651);
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
/** What a site sent may turn text around, or hide it. `core` escapes what means something to the runner. */
function annotation(level, title, text) {
    return { level, title: (0,clean/* cut */.Jj)((0,clean/* clean */.uH)(title), 200), text: (0,clean/* cut */.Jj)((0,clean/* clean */.uH)(text), LIMIT) };
}

// EXTERNAL MODULE: ./lib/github/check-run.js
var check_run = __webpack_require__(6255);
// EXTERNAL MODULE: ./lib/github/api.js + 2 modules
var github_api = __webpack_require__(4922);
// EXTERNAL MODULE: ./lib/github/failure.js
var failure = __webpack_require__(317);
// EXTERNAL MODULE: ./lib/github/once-more.js
var once_more = __webpack_require__(3086);
// EXTERNAL MODULE: ./lib/github/client.js
var client = __webpack_require__(636);
// EXTERNAL MODULE: ./lib/github/cut.js
var cut = __webpack_require__(87);
// EXTERNAL MODULE: ./lib/github/marker.js
var github_marker = __webpack_require__(5917);
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
    return (0,once_more/* onceMore */.T)(() => place(api, thread, draft), patience);
}
async function place(api, thread, draft) {
    const text = (0,cut/* cut */.J)(`${(0,github_marker/* markerOf */.we)(draft)}\n${draft.body}`, sticky_LIMIT);
    const own = await ownComments(api, thread, draft.key, 'until-found');
    const there = await bringUpToDate({ api, thread, draft, text }, own);
    if (there !== undefined)
        return there;
    if (draft.when === 'on-failure' && draft.healthy)
        return { action: 'unwanted' };
    const made = await api.create(thread, text);
    return alone({ api, thread, draft, text }, made);
}
/** Makes the oldest of our comments say `text`. Undefined when there is none, or none any more. */
async function bringUpToDate({ api, thread, draft, text }, own) {
    const [first, ...others] = own;
    if (first === undefined)
        return undefined;
    const newer = own.find(({ marker }) => (0,github_marker/* isNewer */.U4)(marker, draft));
    if (newer !== undefined)
        return placed('outdated', newer.comment);
    // What an earlier race, or a job that was killed in one, has left behind.
    const cleaning = others.map(({ comment }) => removed(api, thread, comment));
    try {
        // The whole text, marker and all: were a stale run left in the marker, a run in between could overwrite what is newer.
        if (normal(first.comment.body) === normal(text))
            return placed('unchanged', first.comment);
        return placed('updated', await api.update(thread, first.comment.id, text));
    }
    catch (error) {
        // Somebody deleted it since we looked.
        if ((0,failure/* failureOf */.g5)(error).kind === 'not-found')
            return undefined;
        throw error;
    }
    finally {
        await Promise.all(cleaning);
    }
}
/**
 * Jobs that ask at the same moment all find no comment, and all make one. Hence a second look: the oldest stays, and
 * whoever made another takes it back. Ids grow, so that of any two the later job sees both. What it has to say it says
 * first: a job that is older sees it in one comment or the other, and leaves it alone.
 */
async function alone(writing, made) {
    const { api, thread, draft } = writing;
    const own = await ownComments(api, thread, draft.key, 'all');
    const [first] = own;
    if (first === undefined || first.comment.id >= made.id)
        return placed('created', made);
    const there = own.some(({ marker }) => (0,github_marker/* isNewer */.U4)(marker, draft))
        ? placed('outdated', first.comment)
        : await bringUpToDate(writing, [first]);
    // Gone since: then ours is the one that stays.
    if (there === undefined)
        return placed('created', made);
    await removed(api, thread, made);
    return there;
}
/** The next run tries again where this fails. */
async function removed(api, thread, { id }) {
    await api.remove(thread, id).catch(() => undefined);
}
/**
 * The comments with our key that we wrote ourselves, oldest first; anybody can write a marker. Later pages are read while
 * none is found, or all of them: what a race leaves behind stands close together.
 */
async function ownComments(api, thread, key, pages) {
    // Asked side by side with the first page. A token that may not ask is one of the Actions bot.
    const login = api.viewer().catch(botUnlessLost);
    // Whoever waits for it is told of its failure; the listing beside it may fail first.
    login.catch(() => undefined);
    const own = [];
    for await (const page of api.commentsOf(thread)) {
        for (const comment of page) {
            const marker = (0,github_marker/* parseMarker */.gY)(comment.body);
            if (marker?.key === (0,github_marker/* boundedKey */.jx)(key) && comment.author === (await login))
                own.push({ comment, marker });
        }
        if (own.length > 0 && pages === 'until-found')
            break;
    }
    return own.toSorted((a, b) => a.comment.id - b.comment.id);
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
    if (error instanceof client/* UnexpectedAnswer */.M7)
        return ACTIONS_BOT; // An answer, and it names nobody.
    const { kind } = (0,failure/* failureOf */.g5)(error);
    if (kind === 'lost' || kind === 'rate-limited')
        throw error;
    return ACTIONS_BOT;
}

// EXTERNAL MODULE: ./lib/github/thread.js
var thread = __webpack_require__(1367);
;// CONCATENATED MODULE: ./lib/github/comment.js






/** Writes the sticky comment, or says in a warning why there is none. Never throws. */
async function commentOn(announced, { healthy, body }, patience) {
    const { event, config } = announced;
    let thread;
    if (config.comment === 'never')
        return { action: 'unwanted' };
    try {
        const api = await (0,github_api/* connect */.N)(event, config.githubToken, patience.signal);
        const choice = await (0,once_more/* within */.u)(choiceOf(api, announced, patience), patience.signal);
        if (choice.thread === undefined)
            return choice;
        thread = choice.thread;
        const { runId, runAttempt: attempt } = event;
        const draft = { key: config.commentKey, runId, attempt, body, when: config.comment, healthy };
        return await publishComment({ ...api, viewer: viewerOf(api, announced) }, thread, draft, patience);
    }
    catch (error) {
        if (patience.signal.aborted)
            return { warning: advice/* LATE */.XR.comment };
        return {
            warning: (0,advice/* adviceOn */.ik)((0,failure/* failureOf */.g5)(error), announced, thread ?? { kind: 'commit', sha: event.headSha }),
        };
    }
}
// What was asked in advance is asked again only where that failed.
async function choiceOf(api, { located, config, comment }, patience) {
    const event = await located;
    const asked = () => (0,once_more/* onceMore */.T)(() => (0,thread/* threadOf */.u)(api, event, config), patience);
    return comment === undefined ? asked() : comment.choice.catch(asked);
}
function viewerOf(api, { comment }) {
    return () => (comment === undefined ? api.viewer() : comment.login.catch(() => api.viewer()));
}

// EXTERNAL MODULE: ./lib/github/deployment.js
var deployment = __webpack_require__(260);
// EXTERNAL MODULE: ./lib/github/json.js
var json = __webpack_require__(7781);
;// CONCATENATED MODULE: ./lib/github/summary.js



/** Bytes that GitHub takes from one step. It drops a larger summary as a whole. */
const summary_LIMIT = 1024 * 1024;
/** Appends Markdown to the summary of the job. Returns a warning when that fails. */
async function publishSummary(markdown) {
    try {
        await core/* summary */.z.addRaw((0,cut/* cutToBytes */.z)(markdown, summary_LIMIT - 1), true).write();
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
    async comment({ announced, markdown, report }, patience) {
        if (announced?.comment === undefined)
            return {};
        const healthy = report.verdict === 'healthy';
        const outcome = await commentOn(announced, { healthy, body: markdown.comment }, patience);
        return 'warning' in outcome ? outcome : { placed: outcome };
    },
    async checkRun({ announced, markdown, report, failed }, patience) {
        return {
            warning: await (0,check_run/* publishCheck */.kr)(announced, { report, markdown: markdown.comment, failed }, patience),
        };
    },
    async deploymentStatus({ announced, report, failed }, patience) {
        return { warning: await (0,deployment/* publishStatus */.G1)(announced, { report, failed }, patience) };
    },
};
/** Publishes everywhere at the same time. Bounded in time, never throws. The outputs are left to the caller, who has them all then. */
async function publish(job, { limit = 20_000, settle = 1000, signal } = {}) {
    const deadline = AbortSignal.timeout(limit);
    const ends = signal === undefined ? deadline : AbortSignal.any([deadline, signal]);
    const patience = { settle, longest: limit, signal: ends };
    const publishers = Object.values(PUBLISHERS);
    const all = await Promise.all(publishers.map((publisher) => publisher(job, patience)));
    const placed = all.find((part) => part.placed !== undefined)?.placed;
    const tokenless = job.announced?.config.githubToken === '';
    return {
        commentId: placed !== undefined && 'id' in placed ? String(placed.id) : '',
        commentUrl: placed !== undefined && 'id' in placed ? placed.url : '',
        commentAction: placed?.action ?? '',
        warnings: [...(tokenless ? [advice/* TOKENLESS */.Bj] : []), ...all.flatMap(({ warning }) => warning ?? [])],
    };
}


/***/ })

};
