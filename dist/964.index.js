export const id = 964;
export const ids = [964,489];
export const modules = {

/***/ 5352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A$: () => (/* binding */ tunnelIn),
/* harmony export */   BZ: () => (/* binding */ rulesIn),
/* harmony export */   Gh: () => (/* binding */ poolHealthIn),
/* harmony export */   Q0: () => (/* binding */ recordsIn),
/* harmony export */   bA: () => (/* binding */ poolsFor),
/* harmony export */   eE: () => (/* binding */ settingIn),
/* harmony export */   mV: () => (/* binding */ tunnelStatusIn),
/* harmony export */   uT: () => (/* binding */ zoneHeadIn),
/* harmony export */   wt: () => (/* binding */ zoneNamesOf),
/* harmony export */   yD: () => (/* binding */ workerFor)
/* harmony export */ });
/* harmony import */ var _shared_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6039);

/** Parsers for the API's results. Each accepts untrusted JSON and returns the part that it understands. */
/** The most candidates for a host's zone. */
const MAX_ZONE_NAMES = 5;
/** `a.b.example.org` → itself, `b.example.org` and `example.org`: the possible names of its zone, longest first. */
function zoneNamesOf(host) {
    const labels = host.toLowerCase().split('.');
    return labels
        .slice(0, -1)
        .map((_, at) => labels.slice(at).join('.'))
        .slice(0, MAX_ZONE_NAMES);
}
function zoneHeadIn(result) {
    const id = idIn(result);
    if (id === undefined)
        return;
    return {
        id,
        name: ((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(result, 'name') ?? '').slice(0, 255).toLowerCase(),
        account: idIn((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(result, 'account')) ?? '',
        status: wordIn(result, 'status'),
        paused: (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .flagIn */ .kx)(result, 'paused') === true,
    };
}
/** A host's records with an address or a target. */
function recordsIn(result) {
    return listOf(result).flatMap((record) => {
        const [type, content] = [(0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(record, 'type'), (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(record, 'content')];
        if (content === undefined || content.length > 255)
            return [];
        if (type !== 'A' && type !== 'AAAA' && type !== 'CNAME')
            return [];
        return [
            {
                type,
                content: content.toLowerCase().replace(/\.$/, ''),
                proxied: (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .flagIn */ .kx)(record, 'proxied') === true,
            },
        ];
    });
}
/** The id of the tunnel that a CNAME points to. */
function tunnelIn(records) {
    const targets = records.map(({ content }) => /^([0-9a-f-]{36})\.cfargotunnel\.com$/.exec(content)?.[1]);
    return targets.find((target) => target !== undefined);
}
function tunnelStatusIn(result) {
    return wordIn(result, 'status');
}
/** A setting's value, if it is a word. */
function settingIn(result) {
    return wordIn(result, 'value');
}
/** What the rules in the phase `http_request_origin` change. */
function rulesIn(result) {
    const parameters = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .listIn */ .Of)(result, 'rules')
        .filter((rule) => (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .flagIn */ .kx)(rule, 'enabled') !== false)
        .map((rule) => (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(rule, 'action_parameters'));
    const some = (is) => parameters.some(is);
    return {
        address: some((each) => (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(each, 'origin'), 'host') !== undefined),
        port: some((each) => (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(each, 'origin'), 'port') !== undefined),
        host: some((each) => (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(each, 'host_header') !== undefined || (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(each, 'sni') !== undefined),
    };
}
/**
 * Whether a route sends the page to a Worker. The most specific route counts; without a script it turns Workers off.
 */
function workerFor(result, page) {
    const fitting = listOf(result).filter((route) => globFits((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(route, 'pattern') ?? '', page));
    const [best] = fitting.toSorted((a, b) => ((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(b, 'pattern') ?? '').length - ((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(a, 'pattern') ?? '').length);
    return ((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(best, 'script') ?? '') !== '';
}
/** `*` matches anything. A pattern without a scheme matches both. */
function globFits(pattern, page) {
    const [first = '', ...rest] = pattern.replace(/^https?:\/\//, '').split('*');
    if (pattern === '' || !page.startsWith(first))
        return false;
    if (rest.length === 0)
        return page === first;
    const last = rest.at(-1) ?? '';
    let at = first.length;
    for (const part of rest.slice(0, -1)) {
        const found = page.indexOf(part, at);
        if (found === -1)
            return false;
        at = found + part.length;
    }
    return page.length - last.length >= at && page.endsWith(last);
}
/** The pools of a host's load balancer; undefined without one. */
function poolsFor(result, host) {
    const balancer = listOf(result).find((each) => (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(each, 'name')?.toLowerCase() === host && (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .flagIn */ .kx)(each, 'enabled') !== false);
    if (balancer === undefined)
        return;
    const ids = [...(0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .listIn */ .Of)(balancer, 'default_pools'), (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(balancer, 'fallback_pool')];
    return [
        ...new Set(ids.flatMap((id) => (typeof id === 'string' && /^[0-9a-f]{17,32}$/.test(id) ? [id] : []))),
    ].slice(0, 8);
}
/** A pool's health. It is healthy if one of the monitoring data centers reports that. */
function poolHealthIn(result) {
    const places = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(result, 'pop_health');
    const seen = typeof places === 'object' && places !== null ? Object.values(places).slice(0, 500) : [];
    const failures = seen.flatMap((place) => (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .listIn */ .Of)(place, 'origins').flatMap((origin) => typeof origin === 'object' && origin !== null ? Object.values(origin).map(failureIn) : []));
    return {
        ...(seen.length > 0 && { healthy: seen.some((place) => (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .flagIn */ .kx)(place, 'healthy') === true) }),
        failures: [...new Set(failures)].filter((failure) => failure !== '').slice(0, 3),
    };
}
/** Fixed phrases only: other text could contain an address. */
function failureIn(health) {
    const failure = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(health, 'failure_reason') ?? '';
    return /^[A-Za-z][A-Za-z '-]{2,60}$/.test(failure) && failure !== 'No failures' ? failure : '';
}
function listOf(result) {
    return Array.isArray(result) ? result.slice(0, 2000) : [];
}
function idIn(value) {
    const id = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(value, 'id');
    return id !== undefined && /^[0-9a-f]{32}$/.test(id) ? id : undefined;
}
function wordIn(value, name) {
    const word = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(value, name) ?? '';
    return /^[a-z_]{1,30}$/.test(word) ? word : '';
}


/***/ }),

/***/ 1993:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ diagnose),
/* harmony export */   i: () => (/* binding */ diagnoseCancelled)
/* harmony export */ });
/* harmony import */ var _history_availability_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5811);
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7402);
/* harmony import */ var _history_trend_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8397);



/**
 * Judges a whole run. A site is healthy when the last `needed` rounds were healthy and no round after the first such
 * streak failed: those rounds belong to `watch`. Inconclusive rounds count neither as failures nor as healthy.
 * `history` is judged as it is, so a run that was cut short is never healthy.
 */
function diagnose(history, needed) {
    const judgments = history.map(_judge_js__WEBPACK_IMPORTED_MODULE_1__/* .judge */ .S);
    const streaks = streaksOf(history, judgments);
    const settled = (streaks.at(-1) ?? 0) >= needed;
    const reached = streaks.findIndex((streak) => streak >= needed);
    const outage = reached < 0 ? [] : judgments.slice(reached).filter(({ verdict }) => verdict === 'unhealthy');
    const trend = (0,_history_trend_js__WEBPACK_IMPORTED_MODULE_2__/* .trendOf */ .R)(judgments.map(({ verdict }) => verdict), settled);
    const last = judgments.at(-1);
    const remarks = { trend, warnings: last?.warnings ?? [], notes: last?.notes ?? [], judgments };
    if (settled && outage.length === 0)
        return { verdict: 'healthy', alternatives: [], ...remarks };
    const decisive = mostInformative(outage.length > 0 ? outage : latestTrouble(judgments));
    if (decisive === undefined)
        return { verdict: 'inconclusive', alternatives: [], ...remarks };
    const [cause, ...alternatives] = decisive.findings;
    return { verdict: decisive.verdict, ...(cause !== undefined && { cause }), alternatives, ...remarks };
}
/** What is known about a run that was cancelled before it reached a verdict: always inconclusive. */
function diagnoseCancelled(history, needed) {
    const [first, ...rest] = history;
    if (first === undefined)
        return { ...WITHOUT_ROUNDS, cancelled: true };
    const { cause, alternatives, ...known } = diagnose([first, ...rest], needed);
    const suspects = cause === undefined ? alternatives : [cause, ...alternatives];
    return { ...known, verdict: 'inconclusive', alternatives: suspects, cancelled: true };
}
const WITHOUT_ROUNDS = {
    verdict: 'inconclusive',
    trend: 'steady',
    alternatives: [],
    warnings: [],
    notes: [],
    judgments: [],
};
/** For each round, the number of healthy rounds in a row up to and including it. */
function streaksOf(history, judgments) {
    let streak = 0;
    return judgments.map(({ verdict }, at) => {
        const { healthy, unhealthy, inconclusive } = history[at]?.skipped ?? _history_availability_js__WEBPACK_IMPORTED_MODULE_0__/* .NONE_SKIPPED */ .AX;
        const before = unhealthy + inconclusive === 0 ? streak + healthy : 0;
        streak = verdict === 'healthy' ? before + 1 : 0;
        return streak;
    });
}
/** The rounds after the last healthy one; when the run ended healthy, the last round that wasn't. */
function latestTrouble(judgments) {
    const sinceHealthy = judgments.slice(judgments.findLastIndex(({ verdict }) => verdict === 'healthy') + 1);
    return sinceHealthy.length > 0
        ? sinceHealthy
        : judgments.filter(({ verdict }) => verdict !== 'healthy').slice(-1);
}
/**
 * The latest round, or an earlier one of the same outage with a firmer cause. Rounds in which the runner itself
 * failed are skipped, because they say nothing about the site. Other inconclusive rounds end an outage.
 */
function mostInformative(judgments) {
    const lastOfSite = judgments.findLastIndex((round) => round.findings[0]?.cause.category !== 'runner');
    const last = judgments[lastOfSite] ?? judgments.at(-1);
    if (last?.verdict !== 'unhealthy')
        return last;
    const outageStart = judgments.slice(0, lastOfSite + 1).findLastIndex(({ verdict }) => verdict !== 'unhealthy') + 1;
    return judgments.slice(outageStart, lastOfSite + 1).findLast(hasFirmCause) ?? last;
}
function hasFirmCause({ verdict, findings }) {
    return verdict === 'unhealthy' && findings[0]?.match.confidence !== 'possible';
}


/***/ }),

/***/ 7402:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ judge)
/* harmony export */ });
/* harmony import */ var _causes_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(204);
/* harmony import */ var _facts_content_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5364);
/* harmony import */ var _facts_exchange_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2828);
/* harmony import */ var _facts_origin_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4575);
/* harmony import */ var _facts_visitors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1174);
/* harmony import */ var _facts_redirects_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1200);






/** Judges one round: evaluates every cause for every origin and ranks the matches. */
function judge(evidence) {
    const moments = momentsOf(evidence);
    const found = capConfidence(moments.map((moment) => _causes_index_js__WEBPACK_IMPORTED_MODULE_0__/* .CAUSES */ .hE.flatMap((cause) => findingOf(cause, moment))));
    const known = bestOfEach(found.filter(({ cause }) => cause !== _causes_index_js__WEBPACK_IMPORTED_MODULE_0__/* .unexplained */ .EJ)).toSorted(byWeight);
    const explanations = known.filter(({ match }) => match.outcome === 'unhealthy' || match.outcome === 'inconclusive');
    const fallback = explanations.length > 0 || moments.every(isHealthy)
        ? []
        : found.filter(({ cause }) => cause === _causes_index_js__WEBPACK_IMPORTED_MODULE_0__/* .unexplained */ .EJ);
    const [lead] = [...explanations, ...fallback];
    return {
        verdict: lead?.match.outcome === 'unhealthy' ? 'unhealthy' : lead === undefined ? 'healthy' : 'inconclusive',
        findings: lead === undefined
            ? []
            : withAlternatives(lead, [
                ...explanations,
                ...fallback.slice(0, 1),
                ...known.filter(({ match }) => match.outcome === 'alternative'),
            ]),
        warnings: known.filter(({ match }) => match.outcome === 'warning'),
        notes: known.filter(({ match }) => match.outcome === 'note'),
    };
}
/** A certain cause hides merely possible ones. An inconclusive lead hides nothing. */
function withAlternatives(lead, findings) {
    const hidesPossible = isCertain(lead) && lead.match.outcome === 'unhealthy';
    return hidesPossible ? findings.filter(({ match }) => match.confidence !== 'possible') : findings;
}
function isCertain({ match }) {
    return match.confidence === 'certain';
}
/** One moment per origin, so that a cause judges one origin at a time; a single moment without origins. */
function momentsOf({ origins = [], rechecks = [], idleConnections = [], edge, dns, ...rest }) {
    // A failure of the runner's own proxy says nothing about the site, so causes don't get that exchange.
    const proxyRefused = edge !== undefined && failedAtProxy(edge) ? edge.error.code : undefined;
    const shared = {
        ...rest,
        ...(proxyRefused === undefined ? edge !== undefined && { edge } : { proxyRefused }),
        ...(dns !== undefined && !resolvedByProxy(dns, edge) && { dns }),
    };
    // When the site redirects to another host and that host fails, this site's origins are not the cause.
    const otherHostFails = (0,_facts_redirects_js__WEBPACK_IMPORTED_MODULE_5__/* .redirectedToOtherHost */ .Do)(shared) &&
        !(0,_facts_exchange_js__WEBPACK_IMPORTED_MODULE_2__/* .isGoodResponse */ .nm)(shared, shared.edge) &&
        (0,_facts_redirects_js__WEBPACK_IMPORTED_MODULE_5__/* .endlessRedirects */ .Yf)(shared.edge) === undefined;
    if (origins.length === 0 || otherHostFails)
        return [shared];
    return origins.map((origin, index) => {
        const { tls, port } = shared.request.origins[index] ?? { tls: false, port: 0 };
        const others = origins.filter((_, other) => other !== index);
        const othersRespond = others.some((other) => (0,_facts_exchange_js__WEBPACK_IMPORTED_MODULE_2__/* .isGoodResponse */ .nm)(shared, other));
        return {
            ...shared,
            ...(!failedAtProxy(origin) && { origin }),
            ...(rechecks[index] !== undefined && { recheck: rechecks[index] }),
            ...(idleConnections[index] !== undefined && { idleConnection: idleConnections[index] }),
            dialedOrigin: { tls, port, position: index + 1, of: origins.length, othersRespond },
        };
    });
}
/** Behind a proxy, the proxy resolves the site's name; the runner's resolver may not know public names. */
function resolvedByProxy(dns, edge) {
    if (dns.kind === 'resolved' || edge === undefined)
        return false;
    return edge.kind === 'completed' || edge.phase !== 'resolve';
}
function failedAtProxy(exchange) {
    return exchange.kind === 'failed' && exchange.error.reason === 'proxy';
}
/**
 * Which of several origins Cloudflare used is not visible from outside. So a cause stays certain only when it is
 * certain for all of them.
 */
function capConfidence(findings) {
    const certainForAll = (id) => findings.every((moment) => moment.some((finding) => finding.cause.id === id && isCertain(finding)));
    return findings.flat().map((finding) => {
        const { cause, match } = finding;
        const keeps = !isCertain(finding) || match.outcome !== 'unhealthy' || certainForAll(cause.id);
        return withOpenLookalikes(keeps ? finding : withConfidence(finding, 'likely'));
    });
}
function withOpenLookalikes(finding) {
    const lookalikes = finding.lookalikes.filter(({ isOpen }) => isOpen !== undefined || !isCertain(finding));
    return { ...finding, lookalikes };
}
function withConfidence(finding, confidence) {
    return { ...finding, match: { ...finding.match, confidence } };
}
/** Health must be measured: the absence of a cause doesn't prove it, nor does a copy from the cache. */
function isHealthy(moment) {
    if (!(0,_facts_content_js__WEBPACK_IMPORTED_MODULE_1__/* .meetsExpectations */ .A7)(moment, moment.edge))
        return false;
    if (moment.origin === undefined)
        return !(0,_facts_visitors_js__WEBPACK_IMPORTED_MODULE_4__/* .servedFromCache */ .gu)(moment) || (0,_facts_visitors_js__WEBPACK_IMPORTED_MODULE_4__/* .servedFromOrigin */ .iv)(moment);
    if ((0,_facts_content_js__WEBPACK_IMPORTED_MODULE_1__/* .meetsExpectations */ .A7)(moment, moment.origin))
        return true;
    return ((0,_facts_visitors_js__WEBPACK_IMPORTED_MODULE_4__/* .servedFromOrigin */ .iv)(moment) &&
        ((0,_facts_origin_js__WEBPACK_IMPORTED_MODULE_3__/* .probeRejected */ .bq)(moment) || (0,_facts_origin_js__WEBPACK_IMPORTED_MODULE_3__/* .originUnresolvable */ .nX)(moment) || (0,_facts_origin_js__WEBPACK_IMPORTED_MODULE_3__/* .toleratedByCloudflare */ .XR)(moment)));
}
function findingOf(cause, moment) {
    const match = cause.explain(moment);
    if (match === undefined)
        return [];
    const { dialedOrigin } = moment;
    const oneOfSeveral = dialedOrigin !== undefined && dialedOrigin.of > 1;
    const lookalikes = cause.lookalikes.filter(({ isOpen }) => isOpen?.(moment) ?? true);
    return [
        {
            cause,
            match,
            lookalikes,
            ...(oneOfSeveral && { origin: { position: dialedOrigin.position, of: dialedOrigin.of } }),
        },
    ];
}
/** The strongest finding of each cause. */
function bestOfEach(findings) {
    const best = new Map();
    for (const finding of findings.toSorted(byWeight)) {
        if (!best.has(finding.cause.id))
            best.set(finding.cause.id, finding);
    }
    return [...best.values()];
}
const CONFIDENCES = ['certain', 'likely', 'possible'];
const OUTCOMES = ['unhealthy', 'inconclusive', 'warning', 'note', 'alternative'];
/**
 * Certain and likely failures first, then inconclusive, then merely possible failures. Ties keep the order of `CAUSES`,
 * because the sort is stable.
 */
function byWeight(a, b) {
    return outcomeRank(a) - outcomeRank(b) || confidenceRank(a) - confidenceRank(b);
}
function outcomeRank({ match }) {
    const possibleFailure = match.outcome === 'unhealthy' && match.confidence === 'possible';
    return possibleFailure ? 1.5 : OUTCOMES.indexOf(match.outcome);
}
function confidenceRank({ match }) {
    return CONFIDENCES.indexOf(match.confidence);
}


/***/ }),

/***/ 1489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deadline: () => (/* binding */ deadline),
/* harmony export */   stopwatch: () => (/* binding */ stopwatch),
/* harmony export */   systemClock: () => (/* binding */ systemClock)
/* harmony export */ });
const systemClock = {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    sleep: (ms, signal) => new Promise((resolve) => {
        if (signal.aborted)
            return resolve();
        const done = () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', done);
            resolve();
        };
        const timer = setTimeout(done, ms);
        signal.addEventListener('abort', done);
    }),
};
/** Each call returns the milliseconds since the previous one, rounded to tenths. */
function stopwatch(clock) {
    let last = clock.monotonic();
    return () => {
        const now = clock.monotonic();
        const elapsed = Math.max(0, Math.round((now - last) * 10) / 10);
        last = now;
        return elapsed;
    };
}
/**
 * A signal that aborts after so many milliseconds or with its parent. Unlike `AbortSignal.timeout`, it keeps the
 * process alive: a connection whose packets are dropped holds nothing else open.
 */
function deadline(ms, parent) {
    const controller = new AbortController();
    const abort = () => controller.abort();
    const timer = setTimeout(abort, ms);
    parent.addEventListener('abort', abort);
    if (parent.aborted)
        abort();
    return {
        signal: controller.signal,
        clear: () => {
            clearTimeout(timer);
            parent.removeEventListener('abort', abort);
        },
    };
}


/***/ }),

/***/ 105:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ connectTo)
/* harmony export */ });
/* harmony import */ var _failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9317);

/** Milliseconds before the next address is tried in parallel (RFC 8305, section 5). */
const ATTEMPT_DELAY = 250;
const MAX_ADDRESSES = 6;
/**
 * Opens one TCP connection, to the first address that accepts it (Happy Eyeballs). The next address is tried as soon
 * as one fails, or in parallel after a delay.
 */
function connectTo(addresses, port, network, signal) {
    return new Promise((settle) => {
        const untried = addresses.slice(0, MAX_ADDRESSES);
        const connecting = new Set();
        const failures = [];
        let timer;
        const finish = (connection) => {
            clearTimeout(timer);
            signal.removeEventListener('abort', abort);
            for (const socket of connecting)
                if (!connection.ok || socket !== connection.socket)
                    socket.destroy();
            settle(connection);
        };
        const abort = () => finish({ ok: false, error: clearestFailure([...failures, (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .timedOut */ .iU)()]) });
        const tryNext = () => {
            clearTimeout(timer);
            const address = untried.shift();
            if (address === undefined) {
                if (connecting.size === 0)
                    finish({ ok: false, error: clearestFailure(failures) });
                return;
            }
            const socket = network.dial(address.address, port);
            connecting.add(socket);
            socket.once('connect', () => {
                socket.removeAllListeners('error');
                finish({ ok: true, socket, address });
            });
            socket.on('error', (error) => {
                connecting.delete(socket);
                failures.push((0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureOf */ .g5)(error));
                tryNext();
            });
            if (untried.length > 0)
                timer = setTimeout(tryNext, ATTEMPT_DELAY);
        };
        if (signal.aborted)
            return abort();
        signal.addEventListener('abort', abort);
        tryNext();
    });
}
const BY_INFORMATION = ['refused', 'reset', 'timeout', 'other', 'unreachable'];
/** A refusal proves that an address was reached. An unreachable address may only mean that the runner has no IPv6. */
function clearestFailure(failures) {
    const ranked = failures.toSorted((a, b) => BY_INFORMATION.indexOf(a.reason) - BY_INFORMATION.indexOf(b.reason));
    return ranked[0] ?? { reason: 'unresolved', code: 'ENODATA', received: 0 };
}


/***/ }),

/***/ 9317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ failureCode),
/* harmony export */   GU: () => (/* binding */ alertOf),
/* harmony export */   g5: () => (/* binding */ failureOf),
/* harmony export */   iU: () => (/* binding */ timedOut)
/* harmony export */ });
/* harmony import */ var _shared_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2730);

const REASONS = {
    ECONNREFUSED: 'refused',
    EHOSTUNREACH: 'unreachable',
    ENETUNREACH: 'unreachable',
    EADDRNOTAVAIL: 'unreachable',
    EACCES: 'unreachable',
    EPERM: 'unreachable',
    EINVAL: 'unreachable',
    ETIMEDOUT: 'timeout',
    ABORT_ERR: 'timeout',
    UND_ERR_ABORTED: 'timeout',
    UND_ERR_CONNECT_TIMEOUT: 'timeout',
    UND_ERR_HEADERS_TIMEOUT: 'timeout',
    UND_ERR_BODY_TIMEOUT: 'timeout',
    ECONNRESET: 'reset',
    EPIPE: 'reset',
    UND_ERR_SOCKET: 'closed',
    CONNECTION_GONE: 'closed',
    UND_ERR_INFO: 'closed',
    HTTPParserError: 'protocol',
    UND_ERR_HEADERS_OVERFLOW: 'protocol',
    UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'protocol',
    ERR_HTTP2_ERROR: 'protocol',
    ERR_HTTP2_SESSION_ERROR: 'protocol',
};
/** The error's code, or its class name if it has none (undici's `HTTPParserError`). Never its message. */
function failureCode(error) {
    return (0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorCode */ .C)(error) ?? (Error.isError(error) ? error.name : 'UNKNOWN');
}
/** The failure for an error of Node or undici. `received` counts the bytes of the response so far. */
function failureOf(error, received = 0) {
    const code = failureCode(error);
    const tls = code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_');
    const alert = alertOf(error);
    return {
        reason: REASONS[code] ?? (tls ? 'protocol' : 'other'),
        code,
        received,
        ...(alert !== undefined && { alert }),
    };
}
/** The number of the TLS alert that the server sent. OpenSSL reports it only in the error's message. */
function alertOf(error) {
    if (!failureCode(error).startsWith('ERR_SSL_'))
        return;
    const message = Error.isError(error) ? error.message : '';
    const number = /:SSL alert number (\d{1,3})\b/.exec(message)?.[1];
    return number === undefined ? undefined : Number(number);
}
/** Our own deadline passed. */
function timedOut(received = 0) {
    return { reason: 'timeout', code: 'DEADLINE', received };
}


/***/ }),

/***/ 9388:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   labFileOf: () => (/* binding */ labFileOf),
/* harmony export */   labNetwork: () => (/* binding */ labNetwork),
/* harmony export */   labWarning: () => (/* binding */ labWarning)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7030);
/* harmony import */ var _shared_authority_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4084);
/* harmony import */ var _shared_ip_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8492);
/* harmony import */ var _shared_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6039);





/** The path of the lab's file; undefined on the real network. */
function labFileOf(env) {
    const path = env['ORIGIN_GATE_LAB'] ?? '';
    return path === '' ? undefined : path;
}
/** What to print when a run uses the lab. Undefined on the real network. */
function labWarning(env) {
    const path = labFileOf(env);
    if (path === undefined)
        return undefined;
    return `ORIGIN_GATE_LAB is set: the network is simulated from ${path}. Results say nothing about the real site.`;
}
/** A network on loopback. It reaches only what the file names, so nothing leaves this machine. */
async function labNetwork(path) {
    const plan = labPlanIn(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8'));
    if (plan === undefined)
        throw new TypeError('The file that ORIGIN_GATE_LAB names is not a valid network');
    const addresses = async (host) => {
        const known = (0,node_net__WEBPACK_IMPORTED_MODULE_1__.isIP)(host) === 0 ? (plan.names[host] ?? 'ENOTFOUND') : [host];
        if (typeof known === 'string')
            throw errorWith(known);
        return known.map((address) => ({ address, family: (0,_shared_ip_js__WEBPACK_IMPORTED_MODULE_2__/* .familyOf */ .Ap)(address) }));
    };
    return {
        lookup: addresses,
        query: addresses,
        dial: (address, port) => {
            const route = plan.routes[(0,_shared_authority_js__WEBPACK_IMPORTED_MODULE_3__/* .hostAndPort */ .PG)(address, port)] ?? 'ENETUNREACH';
            if (typeof route === 'number')
                return (0,node_net__WEBPACK_IMPORTED_MODULE_1__.connect)({ host: '127.0.0.1', port: route, noDelay: true });
            const socket = new node_net__WEBPACK_IMPORTED_MODULE_1__.Socket();
            if (route !== 'drop')
                process.nextTick(() => socket.destroy(errorWith(route)));
            return socket;
        },
        originCa: plan.cloudflareOriginCa === undefined ? [] : [plan.cloudflareOriginCa],
    };
}
/** Undefined when the text is not the JSON of a `LabPlan`. */
function labPlanIn(text) {
    const found = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_4__/* .parseJson */ .qF)(text);
    const [names, routes] = [(0,_shared_json_js__WEBPACK_IMPORTED_MODULE_4__/* .member */ .Dc)(found, 'names'), (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_4__/* .member */ .Dc)(found, 'routes')];
    const cloudflareOriginCa = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_4__/* .textIn */ .r7)(found, 'cloudflareOriginCa');
    if (!isRecordOf(names, isNameTarget) || !isRecordOf(routes, isRoute))
        return undefined;
    return { names, routes, ...(cloudflareOriginCa !== undefined && { cloudflareOriginCa }) };
}
function isRecordOf(value, isItem) {
    return typeof value === 'object' && value !== null && Object.values(value).every(isItem);
}
function isNameTarget(value) {
    return (typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string')));
}
function isRoute(value) {
    return typeof value === 'string' || typeof value === 'number';
}
function errorWith(code) {
    return Object.assign(new Error(code), { code });
}


/***/ }),

/***/ 8158:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  networkOf: () => (/* binding */ networkOf),
  sharedNetwork: () => (/* binding */ sharedNetwork),
  systemNetwork: () => (/* binding */ systemNetwork)
});

// EXTERNAL MODULE: external "node:dgram"
var external_node_dgram_ = __webpack_require__(1314);
// EXTERNAL MODULE: external "node:dns"
var external_node_dns_ = __webpack_require__(610);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/cloudflare/origin-ca.js
/**
 * The roots of Cloudflare's Origin CA, https://developers.cloudflare.com/ssl/origin-configuration/origin-ca/.
 * Only Cloudflare trusts what they sign.
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

// EXTERNAL MODULE: ./lib/shared/ip.js
var ip = __webpack_require__(8492);
// EXTERNAL MODULE: ./lib/probe/cache.js
var cache = __webpack_require__(5192);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./lib/shared/authority.js
var shared_authority = __webpack_require__(4084);
// EXTERNAL MODULE: ./lib/probe/network/failure.js
var failure = __webpack_require__(9317);
;// CONCATENATED MODULE: ./lib/probe/network/http-connect.js




/** Bytes of the proxy's response head. */
const MAX_HEAD = 16 * 1024;
/**
 * Opens a connection through a proxy with CONNECT (RFC 9110, section 9.3.6). Any error comes from the proxy, not from
 * the site: the failure's reason is always `proxy`, with a code such as `PROXY_407` or `PROXY_ECONNREFUSED`.
 */
function connectThroughProxy(proxy, host, port, signal) {
    return new Promise((settle) => {
        const endpoint = { host: proxy.host, port: proxy.port };
        const socket = proxy.tls
            ? (0,external_node_tls_.connect)({ ...endpoint, ...((0,external_node_net_.isIP)(proxy.host) === 0 && { servername: proxy.host }) })
            : (0,external_node_net_.connect)({ ...endpoint, noDelay: true });
        const finish = (connection) => {
            signal.removeEventListener('abort', abort);
            socket.off('error', fail).off('end', closed).off('close', closed).off('readable', read);
            if (!connection.ok)
                socket.on('error', () => undefined).destroy();
            settle(connection);
        };
        const failWith = (code) => finish(proxyFailure(code));
        const abort = () => failWith('DEADLINE');
        const fail = (error) => failWith((0,failure/* failureCode */.AD)(error));
        const closed = () => failWith('CLOSED');
        let head = Buffer.alloc(0);
        const read = () => {
            for (let chunk = readChunk(socket); chunk !== undefined; chunk = readChunk(socket)) {
                head = Buffer.concat([head, chunk]);
                const end = head.indexOf('\r\n\r\n');
                if (end < 0 && head.byteLength > MAX_HEAD)
                    return failWith('NOT_HTTP');
                if (end < 0)
                    continue;
                const status = /^HTTP\/1\.[01] (\d{3})/.exec(head.toString('latin1', 0, end))?.[1];
                if (status?.startsWith('2') !== true)
                    return failWith(status ?? 'NOT_HTTP');
                const rest = head.subarray(end + 4);
                finish({ ok: true, socket });
                if (rest.byteLength > 0)
                    socket.unshift(rest);
                return;
            }
        };
        socket.once('error', fail).once('end', closed).once('close', closed).on('readable', read);
        socket.once(proxy.tls ? 'secureConnect' : 'connect', () => socket.write(connectHead(proxy, host, port)));
        if (signal.aborted)
            return abort();
        signal.addEventListener('abort', abort);
    });
}
/** A failure of the proxy, or of its configuration. */
function proxyFailure(code) {
    return { ok: false, error: { reason: 'proxy', code: `PROXY_${code}`, received: 0 } };
}
function readChunk(socket) {
    const chunk = socket.read();
    return chunk instanceof Buffer ? chunk : undefined;
}
function connectHead({ authorization }, host, port) {
    const authority = (0,shared_authority/* hostAndPort */.PG)(host, port);
    return [
        `CONNECT ${authority} HTTP/1.1`,
        `Host: ${authority}`,
        ...(authorization === undefined ? [] : [`Proxy-Authorization: ${authorization}`]),
        '\r\n',
    ].join('\r\n');
}

// EXTERNAL MODULE: ./lib/probe/network/lab.js
var network_lab = __webpack_require__(9388);
;// CONCATENATED MODULE: ./lib/probe/network/proxy.js



/**
 * Reads `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, also in lower case, as curl and the Actions toolkit do.
 * Connections to loopback never use a proxy.
 */
function proxiesOf(env) {
    const variable = (name) => (env[name.toLowerCase()] || env[name] || '').trim();
    const [secure, plain] = [parseProxy(variable('HTTPS_PROXY')), parseProxy(variable('HTTP_PROXY'))];
    const bypasses = noProxyMatcher(variable('NO_PROXY'));
    return (host, port, tls) => {
        const proxy = tls ? secure : plain;
        return proxy === undefined || bypasses(host.toLowerCase(), port) ? undefined : proxy;
    };
}
function parseProxy(text) {
    if (text === '')
        return;
    const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`);
    if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '')
        return 'unusable';
    const tls = url.protocol === 'https:';
    const credentials = url.username === '' ? undefined : percentDecoded(`${url.username}:${url.password}`);
    return {
        host: (0,shared_authority/* unbracketed */.jG)(url.hostname),
        port: (0,shared_authority/* portOf */.HM)(url),
        tls,
        ...(credentials !== undefined && {
            authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
        }),
    };
}
/** Returns the text itself if it has an unescaped percent sign. */
function percentDecoded(text) {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
}
const LOOPBACK = ['localhost', '127.0.0.0/8', '::1'];
/** A list of `*`, domains (with their subdomains), addresses and CIDR ranges, each with an optional port. */
function noProxyMatcher(text) {
    const rules = [...LOOPBACK, ...text.split(/[\s,]+/)].filter((rule) => rule !== '').map(ruleMatcher);
    return (host, port) => rules.some((rule) => rule(host, port));
}
function ruleMatcher(rule) {
    if (rule === '*')
        return () => true;
    const [, bracketed, plain, rulePort] = /^(?:\[(.+)\]|([^:]+)):(\d+)$/.exec(rule) ?? [];
    const name = (bracketed ?? plain ?? (0,shared_authority/* unbracketed */.jG)(rule)).toLowerCase().replace(/^\*?\./, '');
    const matches = rangeMatcher(name) ?? ((host) => host === name || host.endsWith(`.${name}`));
    return (host, port) => (rulePort === undefined || Number(rulePort) === port) && matches(host);
}
/** Matches the addresses in `192.0.2.1`, `192.0.2.0/24` or `2001:db8::/32`. Undefined for a name. */
function rangeMatcher(text) {
    const [address = '', length] = text.split('/');
    const version = (0,external_node_net_.isIP)(address);
    if (version === 0)
        return;
    const bits = length === undefined ? (version === 4 ? 32 : 128) : Number(length);
    if (!Number.isInteger(bits) || bits < 0 || bits > (version === 4 ? 32 : 128))
        return;
    const list = new external_node_net_.BlockList();
    list.addSubnet(address, bits, (0,ip/* typeOf */.QP)(address));
    return (host) => (0,ip/* includes */.mK)(list, host);
}

;// CONCATENATED MODULE: ./lib/probe/network/network.js









/** The system's network, through the proxies that the environment names, or a lab (`ORIGIN_GATE_LAB`). */
async function networkOf(env) {
    const lab = (0,network_lab.labFileOf)(env);
    return lab === undefined ? systemNetwork(CLOUDFLARE_ORIGIN_CA, proxiesOf(env)) : (0,network_lab.labNetwork)(lab);
}
/** The system's network. */
function systemNetwork(originCa, proxyFor) {
    let pending = 0;
    return {
        lookup: async (host) => {
            pending += 1;
            try {
                const addresses = await external_node_dns_.promises.lookup(host, { all: true, order: 'verbatim' });
                return addresses.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
            }
            finally {
                pending -= 1;
            }
        },
        query: (host) => external_node_dns_.promises.resolve4(host),
        hasPendingLookup: () => pending > 0,
        dial: (host, port) => (0,external_node_net_.connect)({ host, port, autoSelectFamily: false, noDelay: true }),
        openThroughProxy: (host, port, tls) => {
            const proxy = proxyFor(host, port, tls);
            if (proxy === undefined)
                return;
            return proxy === 'unusable'
                ? () => Promise.resolve(proxyFailure('UNUSABLE'))
                : (signal) => connectThroughProxy(proxy, host, port, signal);
        },
        dns: {
            // A server with its own port or a zone index is not supported.
            servers: () => (0,external_node_dns_.getServers)().filter((server) => (0,external_node_net_.isIP)(server) !== 0),
            datagram: (address, port) => {
                const socket = (0,external_node_dgram_.createSocket)((0,ip/* familyOf */.Ap)(address) === 6 ? 'udp6' : 'udp4');
                socket.connect(port, address);
                return socket;
            },
        },
        originCa,
    };
}
/** Milliseconds for which sites share the result of a lookup. */
const LOOKUP_MAX_AGE = 1000;
/** A network for many sites: it looks up a name once for all sites that need it at the same moment. */
function sharedNetwork(network, clock) {
    const lookups = new Map();
    return {
        ...network,
        lookup: (host) => (0,cache/* cached */.P)(lookups, host, LOOKUP_MAX_AGE, clock, () => network.lookup(host)),
    };
}


/***/ }),

/***/ 2051:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yh: () => (/* binding */ closeClient),
/* harmony export */   qV: () => (/* binding */ undiciClient),
/* harmony export */   uM: () => (/* binding */ CLOUDFLARE_KEEP_ALIVE)
/* harmony export */ });
/* harmony import */ var undici_lib_dispatcher_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3701);

/**
 * Milliseconds for which Cloudflare keeps an idle connection
 * (https://developers.cloudflare.com/fundamentals/reference/connection-limits/).
 */
const CLOUDFLARE_KEEP_ALIVE = 900_000;
/**
 * The connection closed before the request could be sent: the server closed it, or undici did because the server sent
 * data first. There is no second connection. With any other code undici would try to connect forever.
 */
const CONNECTION_GONE = Object.assign(new Error('the connection is gone'), { code: 'CONNECTION_GONE' });
/** An HTTP/1.1 client for one open connection. */
function undiciClient(socket, limits) {
    let used = false;
    return new undici_lib_dispatcher_client_js__WEBPACK_IMPORTED_MODULE_0__('http://origin', {
        connect: (_options, callback) => {
            const [error, stream] = used ? [CONNECTION_GONE, null] : [null, socket];
            used = true;
            // Deferred: undici waits forever if the connector calls back before it has returned.
            queueMicrotask(() => (stream === null ? callback(error, null) : callback(null, stream)));
        },
        allowH2: false,
        pipelining: 1,
        // One deadline covers the exchange. undici's own timers are coarse, and each received byte resets them.
        headersTimeout: 0,
        bodyTimeout: 0,
        // Otherwise undici closes an idle connection after its own timeout, or the one in the response's `Keep-Alive`.
        keepAliveTimeout: CLOUDFLARE_KEEP_ALIVE,
        keepAliveMaxTimeout: CLOUDFLARE_KEEP_ALIVE,
        keepAliveTimeoutThreshold: -CLOUDFLARE_KEEP_ALIVE,
        ...limits,
    });
}
/** Closes the client and its connection. Later errors are ignored. */
function closeClient(client, socket) {
    socket.on('error', () => undefined);
    void client.destroy().catch(() => undefined);
    socket.destroy();
}


/***/ }),

/***/ 4410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  H: () => (/* binding */ connectionOptions),
  w: () => (/* binding */ startTls)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./lib/probe/network/failure.js
var failure = __webpack_require__(9317);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/probe/tls/chain.js


/** Certificates to read of one server. Real chains have two to four. */
const MAX_CHAIN = 10;
const parsedRoots = new WeakMap();
/** Parses PEM roots, once for each list. */
function parseRoots(roots) {
    const certificates = parsedRoots.get(roots) ?? roots.map((pem) => new external_node_crypto_.X509Certificate(pem));
    parsedRoots.set(roots, certificates);
    return certificates;
}
/** The roots that this machine trusts. */
function publicRoots() {
    return parseRoots((0,external_node_tls_.getCACertificates)('default'));
}
/** Whether one of these roots (PEM) signed the certificate, or is the certificate. */
function signedByOneOf(certificate, roots) {
    // A certificate that the user listed as trusted needs no right to sign.
    return parseRoots(roots).some((root) => root.raw.equals(certificate.raw) || isSignedBy(certificate, root));
}
/** A server's certificates in the order it sent them. Node links each one to the next, related or not. */
function servedChain(leaf) {
    const served = [];
    for (let next = leaf; next !== undefined && served.length < MAX_CHAIN; next = next.issuerCertificate) {
        served.push(next);
    }
    return served;
}
/**
 * Finds the chain from the leaf to a root regardless of order and dates. OpenSSL reports one error only, and a date
 * error hides the chain's.
 *
 * @param extraRoots PEM roots that count in addition to the public ones. Absent: no root is checked
 */
function findChain(served, extraRoots) {
    const isRooted = (certificate) => extraRoots !== undefined &&
        (signedByOneOf(certificate, extraRoots) || publicRoots().some((root) => isSignedBy(certificate, root)));
    const links = [];
    for (let index = 0;;) {
        const certificate = served[index];
        if (certificate === undefined)
            return { links, error: missingIssuer(links) };
        links.push(index);
        if (isRooted(certificate))
            return { links, error: '' };
        if (isSelfSigned(certificate))
            return { links, error: selfSigned(links) };
        index = served.findIndex((issuer, at) => !links.includes(at) && isSignedBy(certificate, issuer));
    }
}
function missingIssuer(links) {
    return links.length === 1 ? 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' : 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY';
}
function selfSigned(links) {
    return links.length === 1 ? 'DEPTH_ZERO_SELF_SIGNED_CERT' : 'SELF_SIGNED_CERT_IN_CHAIN';
}
function isSelfSigned(certificate) {
    try {
        return certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey);
    }
    catch {
        return false; // As in isSignedBy.
    }
}
function isSignedBy(certificate, issuer) {
    try {
        return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
    }
    catch {
        return false; // Served certificates are untrusted input: the key may be invalid or of an unknown type.
    }
}

;// CONCATENATED MODULE: ./lib/probe/tls/public-issuer.js

/**
 * DER of what only public authorities put in a certificate: Certificate Transparency timestamps (RFC 6962, section
 * 3.3) and the CA/Browser Forum's policies 2.23.140.1.2.1 to 2.23.140.1.2.4.
 */
const PUBLIC_CA_MARKERS = [
    Buffer.from([0x06, 0x0a, 0x2b, 0x06, 0x01, 0x04, 0x01, 0xd6, 0x79, 0x02, 0x04, 0x02]),
    ...[1, 2, 3, 4].map((policy) => Buffer.from([0x06, 0x06, 0x67, 0x81, 0x0c, 0x01, 0x02, policy])),
];
/**
 * Whether a certificate with an absent issuer seems to come from a public authority, so that an intermediate is
 * missing. The issuer is not downloaded: the server chooses that URL. If a root has the issuer's name and didn't sign
 * it, then nothing is missing: the certificate only copies a public authority's name.
 */
function isPubliclyIssued(certificate) {
    const roots = publicRoots();
    if (roots.some(({ subject }) => subject === certificate.issuer))
        return false;
    const organization = organizationOf(certificate.issuer);
    return (PUBLIC_CA_MARKERS.some((marker) => certificate.raw.includes(marker)) ||
        (organization !== undefined && roots.some(({ subject }) => organizationOf(subject) === organization)));
}
/** The value of `O=` in a name with one attribute per line. */
function organizationOf(name) {
    return /^O=(.+)$/m.exec(name)?.[1]?.toLowerCase();
}

;// CONCATENATED MODULE: ./lib/probe/tls/certificate.js



/** Errors about dates. They are checked separately, and may hide an error of the chain. */
const DATE_ERRORS = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);
/** Errors of a chain without a trusted root. Roots that OpenSSL doesn't have may resolve them. */
const UNTRUSTED_ROOT = new Set([
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);
/** Those of them that an absent intermediate causes. */
const MISSING_INTERMEDIATE = new Set([
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);
/** Node checks the name only after the chain is valid. */
const NAME_ERROR = 'ERR_TLS_CERT_ALTNAME_INVALID';
/** Names to keep of one certificate, and characters of a subject or issuer. */
const MAX_NAMES = 100;
const MAX_NAME = 4000;
/**
 * Validates the certificates that a server presents: chain, dates and name separately, because OpenSSL stops at the
 * first error. Extra roots count as much as public ones, as they do when Cloudflare validates an origin.
 */
function certificateOf(socket, expectedNames, now, { cloudflare, custom }) {
    const leaf = socket.getPeerX509Certificate();
    if (leaf === undefined)
        return;
    const served = servedChain(leaf);
    const extra = [...cloudflare, ...custom];
    const opensslError = authorizationError(socket);
    // Loading the public roots takes longer than a handshake, and a valid chain doesn't need them.
    const chain = findChain(served, opensslError === '' ? undefined : extra);
    const linked = chain.links.flatMap((index) => served[index] ?? []);
    const last = linked.at(-1) ?? leaf;
    const trustedByExtra = signedByOneOf(last, extra);
    const chainError = chainErrorOf(opensslError, chain, trustedByExtra);
    const legacy = leaf.toLegacyObject();
    const nameMatches = expectedNames.some((name) => (0,external_node_tls_.checkServerIdentity)(name, legacy) === undefined);
    // An intermediate may have expired before the leaf. If OpenSSL has the root, its own date check covers that.
    const dated = trustedByExtra ? linked : [leaf];
    const hasDateError = (code) => opensslError === code && !trustedByExtra;
    const expired = dated.some(({ validToDate }) => validToDate.getTime() <= now);
    const notYetValid = dated.some(({ validFromDate }) => validFromDate.getTime() > now);
    const faults = [];
    if (expired || hasDateError('CERT_HAS_EXPIRED'))
        faults.push('expired');
    if (notYetValid || hasDateError('CERT_NOT_YET_VALID'))
        faults.push('not-yet-valid');
    if (!nameMatches)
        faults.push('name-mismatch');
    if (chainError !== '')
        faults.push(chainFault(chainError, last));
    return {
        subject: oneLine(leaf.subject),
        issuer: oneLine(leaf.issuer),
        names: alternativeNames(leaf.subjectAltName),
        notBefore: leaf.validFromDate.getTime(),
        notAfter: leaf.validToDate.getTime(),
        expectedName: expectedNames[0],
        cloudflareOriginCa: signedByOneOf(leaf, cloudflare),
        chainError,
        faults,
        chain: served.map((certificate, index) => linkOf(certificate, chain.links.includes(index))),
        disordered: chain.links.some((index, place) => index < (chain.links[place - 1] ?? 0)),
    };
}
/** OpenSSL's error, except that it doesn't know the extra roots, and a date error hides the chain's. */
function chainErrorOf(opensslError, chain, trustedByExtra) {
    if (opensslError === NAME_ERROR)
        return '';
    if (DATE_ERRORS.has(opensslError))
        return chain.error;
    return UNTRUSTED_ROOT.has(opensslError) && trustedByExtra ? '' : opensslError;
}
/** An intermediate is missing if the last certificate of the chain seems to come from a public authority. */
function chainFault(chainError, last) {
    return MISSING_INTERMEDIATE.has(chainError) && isPubliclyIssued(last) ? 'chain-incomplete' : 'untrusted';
}
function authorizationError(socket) {
    if (socket.authorized)
        return '';
    // Typed as an Error, but it is an error's code.
    const error = socket.authorizationError;
    return typeof error === 'string' ? error : 'UNKNOWN';
}
function linkOf(certificate, linked) {
    return {
        subject: oneLine(certificate.subject),
        issuer: oneLine(certificate.issuer),
        notBefore: certificate.validFromDate.getTime(),
        notAfter: certificate.validToDate.getTime(),
        key: keyName(certificate),
        signature: certificate.signatureAlgorithm ?? '',
        linked,
    };
}
/** `RSA 2048`, `EC prime256v1`, `ED25519`. */
function keyName(certificate) {
    try {
        const { asymmetricKeyType = '', asymmetricKeyDetails = {} } = certificate.publicKey;
        const { modulusLength, namedCurve } = asymmetricKeyDetails;
        return [asymmetricKeyType.toUpperCase(), modulusLength ?? namedCurve ?? ''].join(' ').trim();
    }
    catch {
        return ''; // The key is invalid, or of a type that OpenSSL doesn't support.
    }
}
/** `DNS:a.example, IP Address:192.0.2.1` → `a.example`, `192.0.2.1`. */
function alternativeNames(subjectAltName) {
    return [...(subjectAltName ?? '').matchAll(/(?:DNS|IP Address):([^,\s]+)/g)]
        .slice(0, MAX_NAMES)
        .map((match) => match[1] ?? '');
}
function oneLine(name) {
    return (name ?? '').replaceAll('\n', ', ').slice(0, MAX_NAME);
}

;// CONCATENATED MODULE: ./lib/probe/tls/handshake.js




/** Completes a TLS handshake on an open connection. An invalid certificate doesn't fail it: the caller decides. */
function startTls(socket, options, clock, signal) {
    return new Promise((settle) => {
        const { tls, otherNames = [], roots = { cloudflare: [], custom: [] } } = options;
        const secureContext = contextFor(tls.clientCertificate);
        const secure = (0,external_node_tls_.connect)({ ...connectionOptions(options), secureContext, socket });
        const finish = (handshake) => {
            signal.removeEventListener('abort', abort);
            secure.removeListener('error', fail);
            if (!handshake.ok)
                secure.on('error', () => undefined).destroy();
            settle(handshake);
        };
        const abort = () => finish({ ok: false, error: (0,failure/* timedOut */.iU)() });
        const fail = (error) => finish({ ok: false, error: (0,failure/* failureOf */.g5)(error) });
        secure.once('error', fail);
        secure.once('secureConnect', () => {
            const certificate = certificateOf(secure, [tls.servername, ...otherNames], clock.now(), roots);
            if (certificate === undefined) {
                return finish({ ok: false, error: { reason: 'protocol', code: 'NO_CERTIFICATE', received: 0 } });
            }
            const protocol = secure.getProtocol() ?? 'unknown';
            finish({
                ok: true,
                socket: secure,
                session: { protocol, cipher: secure.getCipher().name, certificate },
            });
        });
        if (signal.aborted)
            return abort();
        signal.addEventListener('abort', abort);
    });
}
/** Node's options for a handshake that accepts any certificate. */
function connectionOptions({ tls: { servername, clientCertificate }, alpn, }) {
    return {
        // RFC 6066, section 3: a server name is never an address.
        ...((0,external_node_net_.isIP)(servername) === 0 && { servername }),
        ALPNProtocols: [...alpn],
        rejectUnauthorized: false,
        ...clientCertificate,
    };
}
const NO_CLIENT_CERTIFICATE = {};
const contexts = new WeakMap();
/**
 * The secure context that connections share. Each one holds the roots, most of a megabyte outside the JavaScript
 * heap, and takes as long to create as a handshake. It stores no sessions, so connections stay independent.
 */
function contextFor(clientCertificate) {
    const key = clientCertificate ?? NO_CLIENT_CERTIFICATE;
    const existing = contexts.get(key);
    if (existing !== undefined)
        return existing;
    const created = (0,external_node_tls_.createSecureContext)(clientCertificate ?? {});
    contexts.set(key, created);
    return created;
}


/***/ }),

/***/ 9949:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  V: () => (/* binding */ redactorsOf)
});

// EXTERNAL MODULE: ./lib/redact/redact.js + 3 modules
var redact = __webpack_require__(4561);
;// CONCATENATED MODULE: ./lib/redact/secrets.js
/** Shorter values occur by chance, and hiding them would reveal them. */
const MIN_SECRET_LENGTH = 4;
/**
 * Replaces secret header values and tokens that a site sends back: in any case, percent-encoded or in base64. The
 * runner masks only its log, not the comment.
 *
 * @param shown public texts, such as the site's URL: a value that is part of one is not secret
 */
function secretRedactorOf(secrets, shown = []) {
    const words = secrets.flatMap((secret) => secret.split(/\s+/));
    const spellings = [...new Set([...secrets, ...words])].flatMap((secret) => {
        const ignored = secret.length < MIN_SECRET_LENGTH || shown.some((text) => text.includes(secret));
        const base64 = base64Of(secret);
        return ignored ? [] : [secret, base64, base64.replaceAll('+', '-').replaceAll('/', '_')];
    });
    const longestFirst = [...new Set(spellings)].toSorted((a, b) => b.length - a.length);
    if (longestFirst.length === 0)
        return (text) => text;
    const any = new RegExp(longestFirst.map(patternOf).join('|'), 'giu');
    return (text) => text.replaceAll(any, '***');
}
/** Each letter as it is or percent-encoded, up to three times, because nested URLs are encoded again. */
function patternOf(text) {
    return Array.from(text, (letter) => {
        const bytes = [...new TextEncoder().encode(letter)].map((byte) => byte.toString(16).padStart(2, '0'));
        const escaped = bytes.map((byte) => `%(?:25){0,2}${byte}`).join('');
        return `(?:${RegExp.escape(letter)}|${escaped}${letter === ' ' ? '|\\+' : ''})`;
    }).join('');
}
/** Without padding, and without the last digit, which depends on what follows. */
function base64Of(secret) {
    const bytes = new TextEncoder().encode(secret);
    const digits = btoa(String.fromCodePoint(...bytes)).replace(/=+$/, '');
    return bytes.length % 3 === 0 ? digits : digits.slice(0, -1);
}

;// CONCATENATED MODULE: ./lib/redact/redactors.js


/** Covers all sites together, because one site's response may name another's origin or secret. */
function redactorsOf(sites, { showOrigin, tokens }) {
    const urls = sites.map(({ site }) => site.url);
    return {
        origin: showOrigin
            ? redact/* redactNothing */.x
            : (0,redact/* redactorOf */.y)(sites.flatMap(({ site, addresses }) => [...site.origins.map(({ host }) => host), ...addresses]), urls.map((url) => new URL(url).hostname)),
        secrets: secretRedactorOf([...sites.flatMap(({ site }) => secretsOf(site)), ...tokens], urls),
    };
}
function secretsOf({ headers, access, zone }) {
    return [
        ...headers.map(([, value]) => value),
        ...(access === undefined ? [] : [access.id, access.secret]),
        ...(zone === undefined ? [] : [zone.token]),
    ];
}


/***/ }),

/***/ 2407:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ resolvedOrigins)
/* harmony export */ });
/* harmony import */ var _cloudflare_ranges_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9185);

/**
 * Addresses outside Cloudflare that the site's own name resolved to in a round: of a DNS-only record, or of one that
 * was proxied later. They are usually the origin's, whether or not the user configured one.
 */
function resolvedOrigins({ dns, resolvers, ownResolver, nameServers, ranges, }) {
    const answers = [
        ...(dns === undefined ? [] : [dns]),
        ...[resolvers, ownResolver, nameServers].flatMap((list) => list ?? []),
    ];
    return answers
        .flatMap((answer) => (answer.kind === 'resolved' ? answer.addresses : []))
        .map(({ address }) => address)
        .filter((address) => !(0,_cloudflare_ranges_js__WEBPACK_IMPORTED_MODULE_0__/* .inCloudflareRanges */ .fC)(address, ranges));
}


/***/ }),

/***/ 6008:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mq: () => (/* binding */ requiredStreak),
/* harmony export */   d7: () => (/* binding */ redactedReport),
/* harmony export */   replayed: () => (/* binding */ replayed)
/* harmony export */ });
/* unused harmony export conclude */
/* harmony import */ var _diagnosis_diagnose_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1993);
/* harmony import */ var _redact_redactors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9949);
/* harmony import */ var _redact_resolved_origins_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2407);
/* harmony import */ var _report_build_report_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9947);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3411);





/** Judges a recording again. Pure. */
function replayed({ sites: [first, ...rest], schedule, at }, options) {
    const diagnosed = (site) => ({
        ...site,
        diagnosis: (0,_diagnosis_diagnose_js__WEBPACK_IMPORTED_MODULE_0__/* .diagnose */ .h)(site.history, requiredStreak(site.site.schedule ?? schedule)),
    });
    return conclude([diagnosed(first), ...rest.map(diagnosed)], options, at);
}
/** The report on sites whose evidence is all in memory. Pure. */
function conclude(sites, options, at) {
    const sensitive = sites.map(({ site, addresses, history }) => ({
        site,
        addresses: [...addresses, ...history.flatMap(_redact_resolved_origins_js__WEBPACK_IMPORTED_MODULE_2__/* .resolvedOrigins */ .E)],
    }));
    return redactedReport(sensitive, sites, options, at);
}
/**
 * The report, without the origins and secrets of any site.
 *
 * @param sensitive all sites: each report hides what any of them hides
 * @param sites the same sites, read once, one at a time
 * @param at milliseconds since the epoch
 */
function redactedReport(sensitive, sites, { showOrigin, publish, earlier }, at) {
    const { origin, secrets } = (0,_redact_redactors_js__WEBPACK_IMPORTED_MODULE_1__/* .redactorsOf */ .V)(sensitive, { showOrigin, tokens: [publish.githubToken] });
    const redact = memoized((text) => origin(secrets(text)));
    const judged = ({ site, history, diagnosis }) => ({
        site,
        history,
        diagnosis,
        redact,
    });
    return (0,_report_build_report_js__WEBPACK_IMPORTED_MODULE_3__/* .reportOf */ .E)({
        sites: Iterator.from(sites).map(judged),
        at,
        version: _version_js__WEBPACK_IMPORTED_MODULE_4__/* .VERSION */ .x,
        ...(earlier !== undefined && { earlier }),
    });
}
/** Most texts of one site occur again at the next one. */
const MAX_MEMOIZED = 5000;
function memoized(redact) {
    const results = new Map();
    return (text) => {
        const known = results.get(text);
        if (known !== undefined)
            return known;
        const redacted = redact(text);
        if (results.size >= MAX_MEMOIZED)
            results.clear();
        results.set(text, redacted);
        return redacted;
    };
}
/** Healthy rounds in a row that make a site healthy. With `wait: 0s` there is only one round. */
function requiredStreak({ wait, consecutiveSuccesses }) {
    return wait === 0 ? 1 : consecutiveSuccesses;
}


/***/ }),

/***/ 8964:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runChecks: () => (/* binding */ runChecks)
});

// EXTERNAL MODULE: ./lib/diagnosis/diagnose.js
var diagnose = __webpack_require__(1993);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./lib/shared/json.js
var json = __webpack_require__(6039);
;// CONCATENATED MODULE: ./lib/cloudflare/api/analytics.js

/** Analytics are minutes late, so a much shorter period would often be empty. */
const ANALYTICS_MINUTES = 30;
/**
 * Queries how often a host's visitors got 5xx, and what the origin had returned
 * (https://developers.cloudflare.com/analytics/graphql-api/). `now` is in milliseconds since the epoch.
 */
function analyticsQuery(zone, host, now) {
    const query = `query($zone:string!,$host:string!,$since:Time!,$until:Time!){viewer{zones(filter:{zoneTag:$zone}){httpRequestsAdaptiveGroups(limit:100,orderBy:[count_DESC],filter:{datetime_geq:$since,datetime_lt:$until,edgeResponseStatus_geq:500,requestSource:"eyeball",clientRequestHTTPHost:$host}){count dimensions{edgeResponseStatus originResponseStatus clientRequestHTTPHost}}}}}`;
    const variables = { zone, host, since: isoOf(now - ANALYTICS_MINUTES * 60_000), until: isoOf(now) };
    return JSON.stringify({ query, variables });
}
function isoOf(at) {
    return new Date(at).toISOString();
}
/** The analytics in a response; undefined without any, for example if the token can't read them. */
function analyticsIn(body, host) {
    const [zone] = (0,json/* listIn */.Of)(body, ['data', 'viewer', 'zones']);
    if (zone === undefined)
        return;
    const counts = new Map();
    for (const group of (0,json/* listIn */.Of)(zone, 'httpRequestsAdaptiveGroups')) {
        const dimensions = (0,json/* member */.Dc)(group, 'dimensions');
        const [edge, origin] = [
            (0,json/* numberIn */.Po)(dimensions, 'edgeResponseStatus'),
            (0,json/* numberIn */.Po)(dimensions, 'originResponseStatus'),
        ];
        if ((0,json/* member */.Dc)(dimensions, 'clientRequestHTTPHost') !== host || edge < 500)
            continue;
        const before = counts.get(`${edge} ${origin}`)?.count ?? 0;
        counts.set(`${edge} ${origin}`, { edge, origin, count: before + (0,json/* numberIn */.Po)(group, 'count') });
    }
    return { minutes: ANALYTICS_MINUTES, rows: [...counts.values()].toSorted((a, b) => b.count - a.count) };
}

;// CONCATENATED MODULE: ./lib/cloudflare/api/result.js

/**
 * The result in a response of Cloudflare's API (https://developers.cloudflare.com/fundamentals/api/reference/). Its
 * messages are dropped, because they name accounts, objects and addresses.
 */
function apiResultOf(exchange) {
    if (exchange.kind !== 'completed')
        return refusal('unreachable');
    const { status } = exchange.head;
    const body = (0,json/* parseJson */.qF)(exchange.body.text);
    if (status === 200 && (0,json/* member */.Dc)(body, 'success') === true)
        return { ok: true, result: (0,json/* member */.Dc)(body, 'result') };
    if (status === 429)
        return refusal('busy');
    if (status >= 500 || status === 200 || body === undefined)
        return refusal('failed');
    const [error] = (0,json/* listIn */.Of)(body, 'errors');
    const invalid = [1000, 6003].includes((0,json/* numberIn */.Po)(error, 'code')) || /invalid .*token/i.test((0,json/* textIn */.r7)(error, 'message') ?? '');
    if (invalid)
        return refusal('token');
    return refusal(status === 401 || status === 403 ? 'permission' : 'absent');
}
const refusal = (why) => ({ ok: false, why });
/** A sentence about what couldn't be read, and how to fix that. */
function unreadWords(what, why, permission) {
    const because = {
        token: "Cloudflare's API rejected the token",
        permission: `the token lacks the permission "${permission}"`,
        absent: "Cloudflare's API did not find it",
        busy: "Cloudflare's API rate-limited the requests (429)",
        failed: "Cloudflare's API failed",
        unreachable: "Cloudflare's API did not respond in time",
    };
    return `${what} could not be read: ${because[why]}.`;
}

// EXTERNAL MODULE: ./lib/cloudflare/api/zone.js
var api_zone = __webpack_require__(5352);
// EXTERNAL MODULE: ./lib/cloudflare/ssl-mode.js
var ssl_mode = __webpack_require__(5557);
// EXTERNAL MODULE: ./lib/shared/abort.js
var abort = __webpack_require__(1487);
// EXTERNAL MODULE: ./lib/shared/authority.js
var authority = __webpack_require__(4084);
// EXTERNAL MODULE: ./lib/probe/cache.js
var cache = __webpack_require__(5192);
// EXTERNAL MODULE: ./lib/probe/network/clock.js
var network_clock = __webpack_require__(1489);
// EXTERNAL MODULE: ./lib/shared/ip.js
var ip = __webpack_require__(8492);
// EXTERNAL MODULE: ./lib/probe/network/failure.js
var failure = __webpack_require__(9317);
;// CONCATENATED MODULE: ./lib/probe/dns/system.js





/** Resolves an origin's name, and reports its addresses before the result is used. */
async function resolveOrigin(host, context) {
    const resolution = await resolveHost(host, context);
    if (resolution.kind === 'resolved')
        context.onAddresses(resolution.addresses.map(({ address }) => address));
    return resolution;
}
/** Resolves a name within the timeout of one request. An address resolves to itself. */
async function resolveHost(host, context) {
    if ((0,external_node_net_.isIP)(host) !== 0) {
        return {
            host,
            elapsed: 0,
            kind: 'resolved',
            addresses: [{ address: host, family: (0,ip/* familyOf */.Ap)(host) }],
        };
    }
    const { signal, clear } = (0,network_clock.deadline)(context.timeout, context.signal);
    try {
        return await resolveWithSystem(host, context.network, context.clock, signal);
    }
    finally {
        clear();
    }
}
/** Resolves a name with the system's resolver, as every program on the runner does. */
async function resolveWithSystem(host, network, clock, signal) {
    const elapsed = (0,network_clock.stopwatch)(clock);
    try {
        const [first, ...rest] = await (0,abort/* orAborted */.H)(network.lookup(host), signal);
        if (first === undefined)
            return { host, elapsed: elapsed(), kind: 'failed', reason: 'no-address', code: 'ENODATA' };
        return { host, elapsed: elapsed(), kind: 'resolved', addresses: [first, ...rest] };
    }
    catch (error) {
        const duration = elapsed();
        // getaddrinfo returns ENOTFOUND also for a name that exists but has no address.
        const found = signal.aborted ? 'ABORT_ERR' : (0,failure/* failureCode */.AD)(error);
        const code = found === 'ENOTFOUND' ? await whyNotFound(host, network, signal) : found;
        return { host, elapsed: duration, kind: 'failed', reason: FAILURES[code] ?? 'other', code };
    }
}
const FAILURES = {
    ENOTFOUND: 'no-such-host',
    ENODATA: 'no-address',
    EAI_AGAIN: 'server-failure',
    ESERVFAIL: 'server-failure',
    EAI_FAIL: 'server-failure',
    ABORT_ERR: 'timeout',
};
/** Reports NXDOMAIN only when DNS does: getaddrinfo may have used other sources, or none. */
async function whyNotFound(host, network, signal) {
    try {
        await (0,abort/* orAborted */.H)(network.query(host), signal);
        return 'ENODATA'; // The name exists, but has no address that this machine can use.
    }
    catch (error) {
        const code = (0,failure/* failureCode */.AD)(error);
        return code === 'ENODATA' || code === 'ENOTFOUND' ? code : 'EAI_AGAIN';
    }
}

// EXTERNAL MODULE: ./lib/probe/network/connect.js
var connect = __webpack_require__(105);
;// CONCATENATED MODULE: ./lib/domain/evidence.js
/** The settings of a site that its evidence includes. */
const CHECK_SETTINGS = [
    'url',
    'method',
    'expectedStatus',
    'expectedBody',
    'expectedHeader',
    'maxResponseTime',
    'timeout',
    'sslMode',
    'certificateDays',
];

;// CONCATENATED MODULE: ./lib/shared/pick.js
function pick(from, keys) {
    return Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));
}

;// CONCATENATED MODULE: ./lib/probe/plan/cloudflare-headers.js
/**
 * Headers that Cloudflare adds to a request to the origin, except those with the visitor's address
 * (https://developers.cloudflare.com/fundamentals/reference/http-headers/). They can change the response: an origin may
 * skip its redirect to HTTPS, or reject the request.
 */
function cloudflareHeaders(scheme) {
    return {
        'x-forwarded-proto': scheme,
        'cf-visitor': `{"scheme":"${scheme}"}`,
        'cdn-loop': 'cloudflare',
        'accept-encoding': 'gzip, br',
    };
}
/** The same request as any other client would send it. */
function withoutCloudflareHeaders(request) {
    const names = new Set(Object.keys(cloudflareHeaders('https')));
    return {
        ...request,
        headers: Object.fromEntries(Object.entries(request.headers).filter(([name]) => !names.has(name))),
    };
}

;// CONCATENATED MODULE: ./lib/probe/plan/plan.js





const USER_AGENT = 'origin-gate/1 (+https://github.com/origin-gate/origin-gate)';
/** The requests for a site. Pure. */
function planOf(site) {
    const url = new URL(site.url);
    const host = (0,authority/* unbracketed */.jG)(url.hostname);
    const port = (0,authority/* portOf */.HM)(url);
    const path = url.pathname + url.search;
    const scheme = url.protocol === 'https:' ? 'https' : 'http';
    const publicHeaders = { 'user-agent': USER_AGENT, accept: 'text/html,application/json;q=0.9,*/*;q=0.8' };
    const headersFor = (hostHeader) => ({
        host: hostHeader,
        ...publicHeaders,
        ...Object.fromEntries(site.headers.map(([name, value]) => [name.toLowerCase(), value])),
    });
    const expectations = expectationsOf(site);
    const pageOptions = (direct) => ({
        redirects: {
            limit: site.followRedirects,
            siteUrl: site.url,
            publicHeaders,
            ...(direct !== undefined && { direct }),
        },
        expectations,
    });
    const throughCloudflare = {
        host,
        port,
        ...(url.protocol === 'https:' && { tls: { servername: host, trust: 'visitors' } }),
        method: site.method,
        path,
        headers: { ...headersFor(url.host), ...accessHeaders(site) },
    };
    const tls = cloudflareTlsOptions(site);
    const directRequest = (target) => ({
        host: target.host,
        port: target.port,
        ...(target.scheme === 'https:' && { tls }),
        method: site.method,
        path,
        headers: { ...cloudflareHeaders(scheme), ...headersFor(site.originHost) },
        ...pageOptions(directConnections(target, tls)),
    });
    return {
        request: {
            ...pick(site, CHECK_SETTINGS),
            host: url.host,
            port,
            origins: site.origins.map(({ scheme, port }) => ({ tls: scheme === 'https:', port })),
        },
        edge: { ...throughCloudflare, ...pageOptions() },
        origins: site.origins.map(directRequest),
        trace: { ...throughCloudflare, method: 'GET', path: '/cdn-cgi/trace' },
        resolvers: (0,external_node_net_.isIP)(host) === 0 ? site.resolvers : [],
        resolversAtOnce: true,
    };
}
/** How Cloudflare connects to the site's origins with TLS. */
function cloudflareTlsOptions({ originSni, originCa, clientCertificate }) {
    return {
        servername: serverNameOf(originSni),
        trust: 'cloudflare',
        ...(originCa.length > 0 && { ca: originCa }),
        ...(clientCertificate !== undefined && { clientCertificate }),
    };
}
/** An origin on a nonstandard port has no known port for the other scheme. */
function directConnections({ scheme, host, port }, tls) {
    const http = { host, port: (0,authority/* defaultPort */.L5)(false) };
    const https = { host, port: (0,authority/* defaultPort */.L5)(true), tls };
    if (scheme === 'https:') {
        return port === (0,authority/* defaultPort */.L5)(true)
            ? { configured: https, byScheme: { 'http:': http, 'https:': https } }
            : { configured: { host, port, tls } };
    }
    return port === (0,authority/* defaultPort */.L5)(false)
        ? { configured: http, byScheme: { 'http:': http, 'https:': https } }
        : { configured: { host, port } };
}
function expectationsOf({ expectedBody, expectedHeader }) {
    return {
        ...(expectedBody !== undefined && { expectedBody }),
        ...(expectedHeader !== undefined && { expectedHeader }),
    };
}
/** A Cloudflare Access service token. Sent to the edge only. */
function accessHeaders({ access }) {
    if (access === undefined)
        return {};
    return { 'cf-access-client-id': access.id, 'cf-access-client-secret': access.secret };
}
/** The TLS server name for a Host header: no port, no brackets. */
function serverNameOf(hostHeader) {
    return (0,authority/* unbracketed */.jG)(hostHeader.replace(/:\d+$/, ''));
}

// EXTERNAL MODULE: ./lib/probe/tls/handshake.js + 3 modules
var tls_handshake = __webpack_require__(4410);
// EXTERNAL MODULE: ./node_modules/undici/lib/api/api-request.js
var api_request = __webpack_require__(4043);
// EXTERNAL MODULE: ./lib/probe/network/undici-client.js
var undici_client = __webpack_require__(2051);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/probe/http/content-encoding.js


/** Bytes to decompress at most, so that a decompression bomb does no harm. A longer body counts as intact. */
const MAX_DECOMPRESSED = 1024 * 1024;
/** Output beyond the limit is at most one chunk. Trailing garbage is not an error, as in browsers. */
const OPTIONS = { chunkSize: 16 * 1024, rejectGarbageAfterEnd: true };
/** The codings that Cloudflare supports. `deflate` means zlib, but many servers send raw deflate. */
const DECODERS = {
    gzip: () => (0,external_node_zlib_.createGunzip)(OPTIONS),
    'x-gzip': () => (0,external_node_zlib_.createGunzip)(OPTIONS),
    br: () => (0,external_node_zlib_.createBrotliDecompress)(OPTIONS),
    deflate: (firstByte) => ((firstByte & 0x0f) === 8 ? (0,external_node_zlib_.createInflate)(OPTIONS) : (0,external_node_zlib_.createInflateRaw)(OPTIONS)),
};
/**
 * Undoes the Content-Encoding of a body. `raw` is its beginning, or all of it if `complete`. Keeps `limit` bytes,
 * decompresses at most a megabyte, and never throws on hostile input.
 */
async function decode(raw, contentEncoding, complete, limit) {
    const name = contentEncoding.trim().toLowerCase();
    const asReceived = { bytes: raw.subarray(0, limit), truncated: !complete || raw.byteLength > limit };
    // A response to HEAD may have the header and no body.
    if (name === '' || name === 'identity' || raw.byteLength === 0)
        return { ...asReceived, coding: 'none' };
    const decoder = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined;
    if (decoder === undefined)
        return { ...asReceived, coding: 'unchecked' };
    const { bytes, length, end } = await decompress(decoder(raw[0] ?? 0), raw, limit);
    const coding = !complete && end === 'truncated' ? 'unchecked' : end;
    return length === 0 && end !== 'sound'
        ? { ...asReceived, coding }
        : { bytes, truncated: !complete || length > limit, coding };
}
/** `length` counts the decompressed bytes, of which `bytes` are the first. */
function decompress(decoder, raw, limit) {
    return new Promise((settle) => {
        const chunks = [];
        let length = 0;
        const finish = (end) => {
            decoder.removeAllListeners('data').destroy();
            settle({ bytes: Buffer.concat(chunks), length, end });
        };
        decoder.on('data', (chunk) => {
            if (length < limit)
                chunks.push(chunk.subarray(0, limit - length));
            length += chunk.byteLength;
            if (length > MAX_DECOMPRESSED)
                finish('unchecked');
        });
        decoder.once('end', () => finish('sound'));
        decoder.on('error', (error) => finish(CODING_BY_ERROR[(0,failure/* failureCode */.AD)(error)] ?? 'corrupt'));
        decoder.end(raw);
    });
}
/** Codes of zlib and brotli for valid but incomplete input, and of Node for trailing garbage. */
const CODING_BY_ERROR = {
    Z_BUF_ERROR: 'truncated',
    ERR_TRAILING_JUNK_AFTER_STREAM_END: 'sound',
};

;// CONCATENATED MODULE: ./lib/probe/http/body.js

/** Bytes of a body to keep. Only a search for expected text reads more. */
const BODY_LIMIT = 64 * 1024;
const emptyBody = () => ({ chunks: [], bytes: 0, complete: true });
/** Reads a body up to the limit. When the stream fails, `received` has the bytes until then. */
async function readBody(stream, received, limit = BODY_LIMIT) {
    for await (const chunk of stream) {
        received.chunks.push(chunk.subarray(0, Math.max(0, limit - received.bytes)));
        received.bytes += chunk.byteLength;
        if (received.bytes > limit) {
            received.complete = false;
            return;
        }
    }
}
/** Decompresses a body and decodes it as UTF-8. */
async function bodyOf({ chunks, bytes, complete }, { headers }, limit = BODY_LIMIT) {
    const raw = Buffer.concat(chunks);
    const decoded = await decode(raw, headers['content-encoding'] ?? '', complete, limit);
    return {
        text: Buffer.from(decoded.bytes).toString('utf8'),
        bytes,
        complete: !decoded.truncated,
        coding: decoded.coding,
    };
}

;// CONCATENATED MODULE: ./lib/probe/http/head.js
/** The head of a response. `Set-Cookie` stays a list, because its values contain commas. */
function headOf(status, fields) {
    const entries = Object.entries(fields).map(([name, value]) => [name.toLowerCase(), [value ?? ''].flat()]);
    const setCookie = entries.flatMap(([name, values]) => (name === 'set-cookie' ? values : []));
    const others = entries.filter(([name]) => name !== 'set-cookie');
    return {
        status,
        headers: Object.fromEntries(others.map(([name, values]) => [name, values.join(', ')])),
        ...(setCookie.length > 0 && { setCookie }),
    };
}

;// CONCATENATED MODULE: ./lib/probe/http/wire-tap.js
/** Bytes of the response's beginning to keep. */
const MAX_OPENING = 200;
/** Bytes of one header line to keep: the framing headers are short. */
const MAX_LINE = 300;
/** Lines to keep of each framing header. */
const MAX_FRAMING_LINES = 8;
/** Bytes to scan for the end of the headers. */
const MAX_SCANNED = 1024 * 1024;
/**
 * Extracts the `WireDetails` of a response in constant memory. Lines end with LF or CRLF, and heads with an empty
 * line. Another head follows an interim response, which is any 1xx except 101 (RFC 9110, section 15.2).
 */
function wireTap() {
    let received = 0;
    const state = {
        opening: '',
        line: '',
        length: 0,
        statusLine: undefined,
        headStart: 0,
        headBytes: undefined,
        done: false,
        contentLength: [],
        transferEncoding: [],
        lastByte: 0,
        loose: false,
        invalid: false,
    };
    return {
        take: (chunk) => {
            state.opening += latin1(chunk.subarray(0, MAX_OPENING - state.opening.length));
            readLines(state, chunk, received);
            received += chunk.byteLength;
        },
        received: () => received,
        wire: () => (received === 0 ? undefined : wireDetails(state)),
    };
}
const LF = 0x0a;
const CR = 0x0d;
/** @param offset bytes before this chunk */
function readLines(state, chunk, offset) {
    let at = 0;
    while (!state.done && at < chunk.length && offset + at < MAX_SCANNED) {
        const lineFeed = chunk.indexOf(LF, at);
        const end = lineFeed < 0 ? chunk.length : lineFeed;
        const keptEnd = Math.min(end, at + MAX_LINE - state.line.length);
        state.line += latin1(chunk.subarray(at, Math.max(at, keptEnd)));
        state.length += end - at;
        state.invalid ||= hasControls(state.lastByte, chunk.subarray(at, end));
        state.lastByte = end > at ? (chunk[end - 1] ?? 0) : state.lastByte;
        at = end + 1;
        if (lineFeed >= 0)
            endLine(state, offset + at);
    }
}
/** @param position offset of the next line */
function endLine(state, position) {
    const text = state.line.replace(/\r$/, '');
    const empty = text === '' && state.length <= 1;
    state.loose ||= state.lastByte !== CR;
    state.line = '';
    state.length = 0;
    state.lastByte = 0;
    const { statusLine } = state;
    if (statusLine === undefined) {
        // Clients ignore empty lines before the status line.
        if (empty)
            return;
        state.statusLine = text;
        state.done = !/^HTTP\//i.test(text);
        state.invalid ||= !/^HTTP\/1\.[01] [1-9]\d\d(?: |$)/.test(text);
    }
    else if (!empty) {
        const folded = /^[ \t]/.test(text);
        state.loose ||= folded;
        state.invalid ||= !folded && !/^[!#$%&'*+.^_`|~\w-]+:/.test(text);
        keepFraming(state, text);
    }
    else if (isInterim(statusLine)) {
        Object.assign(state, {
            statusLine: undefined,
            headStart: position,
            contentLength: [],
            transferEncoding: [],
        });
    }
    else {
        state.headBytes = position - state.headStart;
        state.done = true;
    }
}
function keepFraming(state, line) {
    const [, name = '', value = ''] = /^([a-z-]{1,40})[ \t]*:(.*)$/is.exec(line) ?? [];
    const framing = { 'content-length': state.contentLength, 'transfer-encoding': state.transferEncoding };
    const values = Object.entries(framing).find(([header]) => header === name.toLowerCase())?.[1];
    if (values !== undefined && values.length < MAX_FRAMING_LINES)
        values.push(value.trim());
}
function isInterim(statusLine) {
    const status = Number(/^HTTP\/\d\.\d (\d{3})/i.exec(statusLine)?.[1]);
    return status >= 100 && status < 200 && status !== 101;
}
function wireDetails(state) {
    const { opening, headBytes, contentLength, transferEncoding } = state;
    return {
        opening,
        ...(isLoose(state) && { loose: true }),
        ...(headBytes !== undefined && { headBytes }),
        contentLength: [...contentLength],
        transferEncoding: [...transferEncoding],
    };
}
function isLoose({ loose, invalid, headBytes, contentLength, transferEncoding }) {
    const [length, ...others] = contentLength.flatMap((value) => value.split(/\s*,\s*/));
    const isFramed = transferEncoding.length === 0
        ? length === undefined || (/^\d+$/.test(length) && others.every((other) => other === length))
        : length === undefined && transferEncoding.length === 1 && /^chunked$/i.test(transferEncoding[0] ?? '');
    return headBytes !== undefined && !invalid && isFramed && (loose || others.length > 0);
}
/** A line may contain tabs, and end with one CR. `before` is the byte before this part of the line. */
function hasControls(before, part) {
    const last = part.at(-1);
    if (last === undefined)
        return false;
    return before === CR || part.subarray(0, -1).some(isControl) || (last !== CR && isControl(last));
}
function isControl(byte) {
    return (byte < 0x20 && byte !== 0x09) || byte === 0x7f;
}
function latin1(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

;// CONCATENATED MODULE: ./lib/probe/http/http1.js







/** Bytes of response headers: twice Cloudflare's limit, so that headers too large for Cloudflare are recognized. */
const MAX_HEADER_BYTES = 256 * 1024;
/** HTTP/1.1 with undici, one request per connection. */
const http1 = {
    alpn: ['http/1.1'],
    send: async (request, socket, signal, timings, elapsed) => {
        const connection = http1Connection(socket);
        try {
            return await connection.send(request, signal, timings, elapsed);
        }
        finally {
            connection.close();
        }
    },
};
function http1Connection(socket) {
    const client = (0,undici_client/* undiciClient */.qV)(socket, { maxHeaderSize: MAX_HEADER_BYTES });
    return {
        send: (request, signal, timings, elapsed) => exchangeOver(client, tapSocket(socket), request, signal, timings, elapsed),
        close: () => (0,undici_client/* closeClient */.Yh)(client, socket),
    };
}
async function exchangeOver(client, tap, { method, path, headers, body: requestBody, bodyLimit }, signal, timings, elapsed) {
    const measured = () => {
        const wire = tap.wire();
        return { timings, ...(wire !== undefined && { wire }) };
    };
    let head;
    try {
        const response = await (0,abort/* orAborted */.H)(api_request.call(client, { method, path, headers, body: requestBody ?? null, signal }), signal);
        timings.processing = elapsed();
        head = headOf(response.statusCode, response.headers);
        const received = emptyBody();
        await (0,abort/* orAborted */.H)(readBody(response.body, received, bodyLimit), signal);
        timings.transfer = elapsed();
        return { ...measured(), kind: 'completed', head, body: await bodyOf(received, head, bodyLimit) };
    }
    catch (cause) {
        const error = signal.aborted ? (0,failure/* timedOut */.iU)(tap.received()) : (0,failure/* failureOf */.g5)(cause, tap.received());
        const duration = elapsed();
        if (head !== undefined) {
            timings.transfer = duration;
            return { ...measured(), kind: 'failed', phase: 'transfer', error, head };
        }
        timings.processing = duration;
        return { ...measured(), kind: 'failed', phase: 'processing', error };
    }
}
/** Records what undici reads: undici doesn't expose the bytes before a failure. */
function tapSocket(socket) {
    const tap = wireTap();
    const read = socket.read.bind(socket);
    socket.read = (size) => {
        const chunk = read(size);
        if (chunk instanceof Uint8Array)
            tap.take(chunk);
        return chunk;
    };
    return tap;
}

;// CONCATENATED MODULE: ./lib/probe/http/exchange.js








/** Sends one request over its own connection, and always closes it. Never throws for what the site does. */
async function exchange(request, resolution, context, protocol = http1) {
    const { signal, clear } = (0,network_clock.deadline)(context.timeout, context.signal);
    const timings = {};
    try {
        return await runPhases(request, resolution, { ...context, signal }, timings, protocol);
    }
    finally {
        clear();
    }
}
async function runPhases(request, resolution, { network, clock, signal }, timings, { alpn, send }) {
    let connectedOver = {};
    const failed = (phase, error, tls) => ({
        timings,
        ...connectedOver,
        ...(tls !== undefined && { tls }),
        kind: 'failed',
        phase,
        error,
    });
    // A proxy resolves names itself, and may know names that this machine doesn't.
    const openThroughProxy = network.openThroughProxy?.(request.host, request.port, request.tls !== undefined);
    const resolved = openThroughProxy === undefined ? await (0,abort/* orAborted */.H)(resolution, signal).catch(() => undefined) : undefined;
    if (openThroughProxy === undefined && resolved === undefined)
        return failed('resolve', (0,failure/* timedOut */.iU)());
    if (resolved !== undefined && resolved.elapsed > 0)
        timings.resolve = resolved.elapsed;
    if (resolved?.kind === 'failed') {
        const reason = resolved.reason === 'timeout' ? 'timeout' : 'unresolved';
        return failed('resolve', { reason, code: resolved.code, received: 0 });
    }
    const elapsed = (0,network_clock.stopwatch)(clock);
    const connection = await (openThroughProxy?.(signal) ??
        (0,connect/* connectTo */.m)(resolved?.addresses ?? [], request.port, network, signal));
    timings.connect = elapsed();
    if (!connection.ok)
        return failed('connect', connection.error);
    if (connection.address !== undefined)
        connectedOver = { family: connection.address.family };
    let socket = connection.socket;
    let session;
    if (request.tls !== undefined) {
        const asCloudflare = request.tls.trust === 'cloudflare';
        const roots = { cloudflare: asCloudflare ? network.originCa : [], custom: request.tls.ca ?? [] };
        const otherNames = asCloudflare ? namesForCloudflare(request) : [];
        const options = { tls: request.tls, alpn, otherNames, roots };
        const handshake = await (0,tls_handshake/* startTls */.w)(connection.socket, options, clock, signal);
        timings.tls = elapsed();
        if (!handshake.ok)
            return failed('tls', handshake.error);
        socket = handshake.socket;
        session = handshake.session;
        const fault = session.certificate.faults[0];
        // A browser stops here. Cloudflare may go on, depending on the SSL mode, so the response still matters.
        if (request.tls.trust === 'visitors' && fault !== undefined) {
            socket.destroy();
            return failed('tls', { reason: 'untrusted', code: session.certificate.chainError || fault, received: 0 }, session);
        }
    }
    return {
        ...(await send(request, socket, signal, timings, elapsed)),
        ...connectedOver,
        ...(session !== undefined && { tls: session }),
    };
}
/** Cloudflare accepts a certificate for the Host header, and one for the name that it connects to. */
function namesForCloudflare({ host, headers }) {
    return [serverNameOf(headers['host'] ?? ''), host].filter((name) => name !== '' && (0,external_node_net_.isIP)(name) === 0);
}

;// CONCATENATED MODULE: ./lib/probe/cloudflare/json-api.js




/** Bytes of a response to read: a zone may have many routes. */
const RESPONSE_LIMIT = 512 * 1024;
/** Milliseconds for one request, whatever the site's timeout, so that a slow API doesn't delay a round. */
const REQUEST_TIMEOUT = 10_000;
/**
 * The API at this URL. The headers are sent nowhere else: redirects are not followed, and an invalid certificate ends
 * the exchange before the request.
 */
function jsonApi(baseUrl, headers, limit = RESPONSE_LIMIT) {
    const url = new URL(baseUrl);
    const basePath = url.pathname.replace(/\/$/, '');
    const host = (0,authority/* unbracketed */.jG)(url.hostname);
    const tls = url.protocol === 'https:';
    const requestFor = (path, body) => ({
        host,
        port: (0,authority/* portOf */.HM)(url),
        ...(tls && { tls: { servername: host, trust: 'visitors' } }),
        method: body === undefined ? 'GET' : 'POST',
        path: basePath + path,
        headers: {
            host: url.host,
            'user-agent': USER_AGENT,
            accept: 'application/json',
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...headers,
        },
        ...(body !== undefined && { body }),
        bodyLimit: limit,
    });
    return {
        get: (path, context) => send(requestFor(path), context),
        post: (path, body, context) => send(requestFor(path, body), context),
    };
}
function send(request, context) {
    const limited = { ...context, timeout: Math.min(context.timeout, REQUEST_TIMEOUT) };
    return exchange(request, resolveHost(request.host, limited), limited);
}

;// CONCATENATED MODULE: ./lib/probe/cloudflare/record-target.js


/**
 * Whether the records point to an origin. Null if that can't be compared: private addresses, no common address
 * family, or a name that doesn't resolve. Resolved addresses are reported before they are compared.
 */
async function recordsPointTo({ host }, records, context) {
    if (records.some(({ content }) => content === host.toLowerCase()))
        return true;
    const [ofOrigin, ofRecords] = await Promise.all([
        addressesOf(host, context),
        Promise.all(records.map(({ content }) => addressesOf(content, context))).then((all) => all.flat()),
    ]);
    const comparable = ofOrigin.filter((address) => !(0,ip/* isPrivate */.Gw)(address) && ofRecords.some((other) => (0,ip/* familyOf */.Ap)(address) === (0,ip/* familyOf */.Ap)(other)));
    if (comparable.length === 0)
        return null;
    return comparable.some((address) => ofRecords.some((other) => (0,ip/* sameAddress */.xU)(address, other)));
}
/** The addresses of a host; empty if it doesn't resolve. */
async function addressesOf(host, context) {
    if ((0,external_node_net_.isIP)(host) !== 0)
        return [host];
    try {
        const addresses = (await context.network.lookup(host)).map(({ address }) => address);
        context.onAddresses(addresses);
        return addresses;
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./lib/probe/cloudflare/zone-resources.js


const ok = (value) => ({ ok: true, value });
async function readResource(read, { what, permission, path, parse, absent }) {
    const response = await read(path);
    if (response.ok)
        return ok(parse(response.result));
    if (response.why === 'absent' && absent !== undefined)
        return ok(absent);
    return { ok: false, unread: unreadWords(what, response.why, permission) };
}
const ZONE = { what: 'The zone', permission: 'Zone Read' };
/** The zone with that id, else the one with the longest name that is the host or a parent of it. */
async function findZone(host, id, read) {
    if (id !== undefined) {
        const zone = await readResource(read, { ...ZONE, path: `/zones/${id}`, parse: api_zone/* zoneHeadIn */.uT });
        // A token without Zone Read may still read resources of the zone.
        const idOnly = { id, name: '', account: '', status: '', paused: false };
        return ok((zone.ok ? zone.value : undefined) ?? idOnly);
    }
    const candidates = await Promise.all((0,api_zone/* zoneNamesOf */.wt)(host).map((name) => readResource(read, { ...ZONE, path: `/zones?name=${encodeURIComponent(name)}`, parse: firstZoneIn })));
    const zone = candidates.flatMap((each) => (each.ok && each.value !== undefined ? [each.value] : []))[0];
    if (zone !== undefined)
        return ok(zone);
    const failed = candidates.find((each) => !each.ok);
    const unread = 'The zone could not be read: the token sees no zone with the name of this site.';
    return failed !== undefined && !failed.ok ? failed : { ok: false, unread };
}
const firstZoneIn = (result) => Array.isArray(result) ? (0,api_zone/* zoneHeadIn */.uT)(result[0]) : undefined;
/** CNAMEs to follow within the zone. */
const MAX_CNAMES = 4;
/**
 * The records at the end of the host's CNAME chain, which Cloudflare follows within the zone. A host without records
 * has those of the wildcard.
 */
async function readRecords({ id, name }, host, read) {
    const recordsFor = (recordName) => readResource(read, {
        what: 'The DNS records',
        permission: 'DNS Read',
        path: `/zones/${id}/dns_records?name=${encodeURIComponent(recordName)}&per_page=100`,
        parse: api_zone/* recordsIn */.Q0,
    });
    const exact = await recordsFor(host);
    const first = exact.ok && exact.value.length === 0 ? await recordsFor(host.replace(/^[^.]+/, '*')) : exact;
    let records = first;
    for (let followed = 0; followed < MAX_CNAMES && records.ok; followed += 1) {
        const [cname] = records.value;
        if (cname?.type !== 'CNAME' || name === '' || !`.${cname.content}`.endsWith(`.${name}`))
            break;
        const next = await recordsFor(cname.content);
        if (!next.ok || next.value.length === 0)
            break;
        records = next;
    }
    if (!records.ok || !first.ok)
        return records;
    // Whether Cloudflare proxies the host depends on the host's own record.
    const proxied = first.value.some((record) => record.proxied);
    return ok(records.value.map(({ type, content }) => ({ type, content, proxied })));
}
const readSslMode = ({ id }, read) => readResource(read, {
    what: 'The SSL mode',
    permission: 'Zone Settings Read',
    path: `/zones/${id}/settings/ssl`,
    parse: api_zone/* settingIn */.eE,
});
/** A zone that never had an origin rule has no ruleset. */
const readRules = ({ id }, read) => readResource(read, {
    what: 'The Origin Rules',
    permission: 'Origin Rules Read',
    path: `/zones/${id}/rulesets/phases/http_request_origin/entrypoint`,
    parse: api_zone/* rulesIn */.BZ,
    absent: (0,api_zone/* rulesIn */.BZ)(undefined),
});
/** Whether a Worker route matches the page. */
const readWorkerRoute = ({ id }, page, read) => readResource(read, {
    what: 'The Worker routes',
    permission: 'Workers Routes Read',
    path: `/zones/${id}/workers/routes`,
    parse: (result) => (0,api_zone/* workerFor */.yD)(result, page),
});
/** The pools of the host's load balancer; undefined if it has none. */
async function readPools({ id, account }, host, read) {
    const balancer = await readResource(read, {
        what: 'The load balancers',
        permission: 'Load Balancers Read',
        path: `/zones/${id}/load_balancers`,
        parse: (result) => (0,api_zone/* poolsFor */.bA)(result, host) ?? [],
    });
    if (!balancer.ok || balancer.value.length === 0)
        return balancer.ok ? ok(undefined) : balancer;
    const pools = await Promise.all(balancer.value.map((pool) => readResource(read, {
        what: 'The health of the load balancer pools',
        permission: 'Load Balancing: Monitors and Pools Read',
        path: `/accounts/${account}/load_balancers/pools/${pool}/health`,
        parse: api_zone/* poolHealthIn */.Gh,
    })));
    const failed = pools.find((pool) => !pool.ok);
    if (failed !== undefined && !failed.ok)
        return failed;
    return ok(pools.flatMap((pool) => (pool.ok ? [pool.value] : [])));
}
/** The status of the Cloudflare Tunnel that the records point to; empty if they don't. */
async function readTunnelStatus({ account }, records, read) {
    const id = (0,api_zone/* tunnelIn */.A$)(records);
    if (id === undefined)
        return ok('');
    return readResource(read, {
        what: 'The status of the tunnel',
        permission: 'Cloudflare Tunnel Read',
        path: `/accounts/${account}/cfd_tunnel/${id}`,
        parse: api_zone/* tunnelStatusIn */.mV,
    });
}

;// CONCATENATED MODULE: ./lib/probe/cloudflare/zone.js













const CLOUDFLARE_API = 'https://api.cloudflare.com/client/v4';
/** Milliseconds for which a result is reused. */
const RESULT_MAX_AGE = 15_000;
/** Milliseconds for reading the whole zone, whatever the site's timeout: the first round waits for it. */
const ZONE_TIMEOUT = 10_000;
/** Starts to read the zone of a site. Never throws for what the API does. */
function openZone(site, { token, id }, context, shared = new Map(), { apiUrl = CLOUDFLARE_API, timeout = ZONE_TIMEOUT } = {}) {
    const api = jsonApi(apiUrl, { authorization: `Bearer ${token}` });
    const { clock } = context;
    const read = () => {
        const { signal, clear } = (0,network_clock.deadline)(timeout, context.signal);
        const limited = { ...context, signal, timeout };
        const readPath = (path) => (0,cache/* cached */.P)(shared, path, RESULT_MAX_AGE, clock, () => api.get(path, limited).then(apiResultOf));
        const reading = readZone(site, id, readPath, limited);
        void reading.facts.then(clear);
        return { ...reading, startedAt: clock.monotonic() };
    };
    let current = read();
    return {
        site: async () => (site.origins.length > 0 ? site : { ...site, origins: await current.origins }),
        facts: () => current.facts,
        analytics: async (limited) => readAnalytics(api, await current.zone, new URL(site.url).host, limited),
        refresh: () => {
            if (clock.monotonic() - current.startedAt >= RESULT_MAX_AGE)
                current = read();
        },
    };
}
function readZone(site, id, read, context) {
    const { hostname, pathname } = new URL(site.url);
    const zone = findZone(hostname, id, read);
    const inZone = async (part) => {
        const found = await zone;
        return found.ok ? part(found.value) : { ok: false, unread: '' };
    };
    const records = inZone((head) => readRecords(head, hostname, read));
    const sslMode = inZone((head) => readSslMode(head, read));
    const origins = Promise.all([records, sslMode]).then(([found, mode]) => found.ok ? originsIn(site, found.value, mode.ok ? mode.value : '', context) : []);
    const readFacts = async () => {
        const [head, found, mode, rules, worker, pools, tunnel] = await Promise.all([
            zone,
            records,
            sslMode,
            inZone((each) => readRules(each, read)),
            inZone((each) => readWorkerRoute(each, hostname + pathname, read)),
            inZone((each) => readPools(each, hostname, read)),
            records.then((all) => inZone((each) => readTunnelStatus(each, all.ok ? all.value : [], read))),
        ]);
        const targets = site.origins.length > 0 ? site.origins : await origins;
        const record = found.ok ? await recordFacts(found.value, targets, context) : undefined;
        return {
            ...(head.ok && head.value.status !== '' && { status: head.value.status, paused: head.value.paused }),
            ...(mode.ok && mode.value !== '' && { ssl: mode.value }),
            ...(record !== undefined && { record }),
            ...(rules.ok && { rules: rules.value }),
            ...(worker.ok && { worker: worker.value }),
            ...(tunnel.ok && tunnel.value !== '' && { tunnel: tunnel.value }),
            ...(pools.ok && pools.value !== undefined && { pools: pools.value }),
            unread: [head, found, mode, rules, worker, pools, tunnel].flatMap((part) => part.ok || part.unread === '' ? [] : [part.unread]),
        };
    };
    return { zone, origins, facts: readFacts() };
}
/** The origins that the records point to, with the scheme and port that Cloudflare would use. */
function originsIn(site, records, ssl, context) {
    if ((0,api_zone/* tunnelIn */.A$)(records) !== undefined)
        return [];
    const { protocol, port } = new URL(site.url);
    const { mode } = (0,ssl_mode/* sslModeOf */.H)(site, ssl);
    const visitorsUseHttp = protocol === 'http:' && mode !== 'origin_pull';
    const plain = visitorsUseHttp || mode === 'off' || (mode === 'flexible' && port === '');
    const hosts = [...new Set(records.map(({ content }) => content))];
    context.onAddresses(hosts);
    return hosts.map((host) => ({
        scheme: plain ? 'http:' : 'https:',
        host,
        port: port === '' || plain !== (protocol === 'http:') ? (0,authority/* defaultPort */.L5)(!plain) : Number(port),
    }));
}
async function recordFacts(records, origins, context) {
    const proxied = records.some((record) => record.proxied);
    const unknown = origins.map(() => null);
    if ((0,api_zone/* tunnelIn */.A$)(records) !== undefined)
        return { kind: 'tunnel', proxied, pointsToOrigins: unknown };
    if (records.length === 0)
        return { kind: 'none', proxied, pointsToOrigins: unknown };
    context.onAddresses(records.map(({ content }) => content));
    const compared = Promise.all(origins.map((origin) => recordsPointTo(origin, records, context)));
    // A resolver that doesn't respond must not delay the facts.
    const pointsToOrigins = await (0,abort/* orAborted */.H)(compared, context.signal).catch(() => unknown);
    return {
        kind: records.every(({ content }) => (0,external_node_net_.isIP)(content) !== 0) ? 'address' : 'name',
        proxied,
        pointsToOrigins,
    };
}
async function readAnalytics(api, zone, host, context) {
    const none = { minutes: ANALYTICS_MINUTES, rows: [] };
    if (!zone.ok)
        return none;
    const query = analyticsQuery(zone.value.id, host, context.clock.now());
    const response = await api.post('/graphql', query, context);
    const body = response.kind === 'completed' ? (0,json/* parseJson */.qF)(response.body.text) : undefined;
    const analytics = analyticsIn(body, host);
    if (analytics !== undefined)
        return analytics;
    const why = response.kind === 'failed' ? 'unreachable' : response.head.status === 429 ? 'busy' : 'permission';
    return { ...none, unread: unreadWords("The zone's analytics", why, 'Analytics Read') };
}

;// CONCATENATED MODULE: ./lib/probe/dns/resolvers.js


/** Milliseconds for one resolver, retries and other transports included. */
const RESOLVER_TIMEOUT = 5000;
/** Queries every resolver for the addresses of a name, all at once. */
function queryResolvers(name, resolvers, context) {
    const answers = resolvers.map(() => undefined);
    const soFar = () => answers.filter((answer) => answer !== undefined);
    const queryAll = async () => {
        const { dns } = context.network;
        if (dns === undefined || resolvers.length === 0)
            return [];
        const { signal, clear } = (0,network_clock.deadline)(Math.min(RESOLVER_TIMEOUT, context.timeout), context.signal);
        try {
            // Loads the package that parses DNS packets while the other probes wait for the network.
            const { queryAddresses } = await Promise.all(/* import() */[__webpack_require__.e(894), __webpack_require__.e(50)]).then(__webpack_require__.bind(__webpack_require__, 5050));
            await Promise.all(resolvers.map(async (address, index) => {
                const server = { server: address, address, recursive: true };
                answers[index] = await queryAddresses(name, server, dns, { ...context, signal });
            }));
            return soFar();
        }
        finally {
            clear();
        }
    };
    const all = queryAll();
    // Prevents an unhandled rejection when no caller awaits it.
    void all.catch(() => undefined);
    return { soFar, all };
}
/** Milliseconds for which sites share answers, so that public resolvers don't rate-limit us. */
const ANSWER_MAX_AGE = 15_000;
/** `queryResolvers` for many sites: it queries once for all sites with the same name. */
function sharedResolvers(clock) {
    const queries = new Map();
    return (name, resolvers, context) => (0,cache/* cached */.P)(queries, [name, ...resolvers].join(' '), ANSWER_MAX_AGE, clock, () => queryResolvers(name, resolvers, context));
}

;// CONCATENATED MODULE: ./lib/probe/network/connection-limit.js
/** Connections that all rounds hold open at once: enough to be quick, few enough for precise timings. */
const MAX_CONNECTIONS = 48;
/** Milliseconds between the starts of two rounds, so that their TLS handshakes don't delay each other. */
const START_INTERVAL = 5;
/** Always admits one round, however many connections it needs, and others as long as they fit. */
function connectionLimit(clock, signal, maxConnections = MAX_CONNECTIONS) {
    const started = [];
    const notStarted = [];
    let open = 0;
    let pausing = false;
    const admitNext = () => {
        if (pausing)
            return;
        const queue = started.length > 0 ? started : notStarted;
        const [next] = queue;
        if (next === undefined || (open > 0 && open + next.connections > maxConnections))
            return;
        queue.shift();
        open += next.connections;
        next.admit(releaseOnce(next.connections));
        if (started.length + notStarted.length > 0)
            void pause();
    };
    const releaseOnce = (connections) => {
        let held = true;
        return () => {
            if (!held)
                return;
            held = false;
            open -= connections;
            admitNext();
        };
    };
    const pause = async () => {
        pausing = true;
        const start = clock.monotonic();
        await clock.sleep(START_INTERVAL, signal);
        // A late timer means that the process is overloaded: let it catch up.
        const delay = clock.monotonic() - start - START_INTERVAL;
        if (delay > START_INTERVAL)
            await clock.sleep(delay, signal);
        pausing = false;
        admitNext();
    };
    signal.addEventListener('abort', () => {
        for (const { admit } of [...started.splice(0), ...notStarted.splice(0)])
            admit(() => undefined);
    });
    return {
        acquire: (connections, hasStarted) => signal.aborted
            ? Promise.resolve(() => undefined)
            : new Promise((admit) => {
                const queue = hasStarted ? started : notStarted;
                queue.push({ connections, admit });
                admitNext();
            }),
    };
}
/** Connections of one round: the edge, the trace and each origin. Without origins, the zone may have one. */
function connectionsOf({ origins, zone }) {
    const direct = origins.length === 0 && zone !== undefined ? 1 : origins.length;
    return direct + 2;
}

// EXTERNAL MODULE: ./lib/probe/network/network.js + 3 modules
var network = __webpack_require__(8158);
// EXTERNAL MODULE: ./lib/redact/resolved-origins.js
var resolved_origins = __webpack_require__(2407);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
// EXTERNAL MODULE: ./lib/run/conclude.js
var conclude = __webpack_require__(6008);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
;// CONCATENATED MODULE: ./lib/run/memory.js


/**
 * Stores data in about 5 % of its size, outside the heap that the garbage collector scans. Each `open` makes a copy.
 */
function compress(value) {
    // Copied, because zlib returns the start of a larger buffer.
    const bytes = new Uint8Array((0,external_node_zlib_.deflateRawSync)((0,external_node_v8_.serialize)(value)));
    return { open: () => (0,external_node_v8_.deserialize)((0,external_node_zlib_.inflateRawSync)(bytes)) };
}
/** The same interface for data that may stay in memory. */
function uncompressed(value) {
    return { open: () => value };
}
/**
 * Switches V8 to its memory-saving mode, and stops the young generation from growing. Call it before allocating:
 * otherwise a run with many sites reserves 130 MB for garbage.
 */
function limitMemory() {
    (0,external_node_v8_.setFlagsFromString)('--semi-space-growth-factor=1');
    (0,external_node_v8_.setFlagsFromString)('--optimize-for-size');
}

// EXTERNAL MODULE: ./lib/run/outcome.js
var outcome = __webpack_require__(6293);
// EXTERNAL MODULE: ./lib/diagnosis/judge.js
var judge = __webpack_require__(7402);
;// CONCATENATED MODULE: ./lib/diagnosis/trim-evidence.js

/** Body lengths in characters, tried in this order. Most judgments don't depend on the body at all. */
const BODY_LENGTHS = [0, 2000, 16_000];
/**
 * The same evidence with its bodies cut to the shortest length that yields the same judgment, hence the same report.
 */
function trimEvidence(evidence, judgment) {
    const expected = fingerprint(judgment);
    for (const length of BODY_LENGTHS) {
        const trimmed = withBodiesCut(evidence, length);
        if (fingerprint((0,judge/* judge */.S)(trimmed)) === expected)
            return trimmed;
    }
    return evidence;
}
/** Everything in a judgment that a report prints, as a comparable string. */
function fingerprint({ verdict, findings, warnings, notes }) {
    const matches = [findings, warnings, notes].map((all) => all.map(({ cause, match, origin }) => [cause.id, match, origin]));
    return JSON.stringify([verdict, matches]);
}
function withBodiesCut(evidence, length) {
    const { edge, origins, uncached, rechecks } = evidence;
    const cut = (exchange) => withBodyCut(exchange, length);
    return {
        ...evidence,
        ...(edge !== undefined && { edge: cut(edge) }),
        ...(origins !== undefined && { origins: origins.map(cut) }),
        ...(uncached !== undefined && { uncached: cut(uncached) }),
        ...(rechecks !== undefined && { rechecks: rechecks.map((recheck) => withRecheckCut(recheck, cut)) }),
    };
}
function withRecheckCut(recheck, cut) {
    const { withoutCloudflareHeaders, repeated } = recheck;
    return {
        ...recheck,
        ...(withoutCloudflareHeaders !== undefined && {
            withoutCloudflareHeaders: cut(withoutCloudflareHeaders),
        }),
        ...(repeated !== undefined && { repeated: cut(repeated) }),
    };
}
function withBodyCut(exchange, length) {
    if (exchange.kind !== 'completed' || exchange.body.text.length <= length)
        return exchange;
    return { ...exchange, body: { ...exchange.body, text: detached(exchange.body.text.slice(0, length)) } };
}
/** Copies a string, because V8 keeps the whole original alive for a slice of it. */
function detached(text) {
    return String(JSON.parse(JSON.stringify(text)));
}

// EXTERNAL MODULE: ./lib/diagnosis/history/availability.js
var availability = __webpack_require__(5811);
;// CONCATENATED MODULE: ./lib/diagnosis/history/history.js

/** Rounds that are kept in memory. A day of watching makes thousands. */
const MAX_ROUNDS = 200;
const EMPTY_HISTORY = [];
/**
 * Adds a round. A full history drops one first, and the next recorded round accounts for it in `skipped`. Rounds
 * between identical ones go first, then those that don't start or end a problem.
 *
 * @param options.pin keeps this round and the `pin - 1` rounds before it forever
 */
function addRound(rounds, evidence, judgment, { pin = 0, max = MAX_ROUNDS } = {}) {
    const before = rounds.at(-1);
    const added = {
        evidence: withSharedBodies(evidence, before?.evidence),
        judgment,
        at: evidence.at,
        health: (0,availability/* healthAfter */.zQ)(before?.health, judgment.verdict),
        key: resultKey(evidence, judgment),
        pinned: pin > 0,
    };
    const pinnedAfter = rounds.length - pin;
    const all = [
        ...rounds.map((round, index) => (index > pinnedAfter ? { ...round, pinned: true } : round)),
        added,
    ];
    return all.length > max ? dropRound(all, leastUseful(all)) : all;
}
/** The recorded evidence; undefined before the first round. */
function historyOf(rounds) {
    const [first, ...rest] = rounds.map(({ evidence }) => evidence);
    return first === undefined ? undefined : [first, ...rest];
}
/** The index of the round to drop. */
function leastUseful(all) {
    const candidates = all.flatMap(({ pinned }, at) => pinned || at === 0 || at === all.length - 1 ? [] : [at]);
    const betweenIdentical = candidates.find((at) => all[at - 1]?.key === all[at]?.key && all[at]?.key === all[at + 1]?.key);
    if (betweenIdentical !== undefined)
        return betweenIdentical;
    const boundaries = problemBoundaries(all);
    const inner = candidates.filter((at) => !boundaries.has(at));
    return inner[Math.floor(inner.length / 2)] ?? Math.floor(all.length / 2);
}
/** The first and the last round of each kind of problem, and the round that recovered. */
function problemBoundaries(all) {
    const first = new Map();
    const last = new Map();
    for (const [at, { judgment }] of all.entries()) {
        if (judgment.verdict === 'healthy')
            continue;
        const problem = `${judgment.verdict} ${judgment.findings[0]?.cause.id ?? ''}`;
        if (!first.has(problem))
            first.set(problem, at);
        last.set(problem, at);
    }
    const lastFailure = all.findLastIndex(({ judgment }) => judgment.verdict === 'unhealthy');
    const recovery = all.findIndex(({ judgment }, at) => at > lastFailure && judgment.verdict === 'healthy');
    return new Set([...first.values(), ...last.values(), recovery]);
}
function dropRound(all, at) {
    const [previous, dropped, next] = [all[at - 1], all[at], all[at + 1]];
    if (previous === undefined || dropped === undefined || next === undefined)
        return all;
    const skipped = skippedWith(previous, dropped, next);
    return all.toSpliced(at, 2, { ...next, evidence: { ...next.evidence, skipped } });
}
/** What `next` has to account for once `dropped` is gone. */
function skippedWith(previous, dropped, next) {
    const [before, after] = [dropped.evidence.skipped ?? availability/* NONE_SKIPPED */.AX, next.evidence.skipped ?? availability/* NONE_SKIPPED */.AX];
    const toDropped = (0,availability/* stepBetween */.LT)(previous, dropped.evidence, dropped.health);
    const toNext = (0,availability/* stepBetween */.LT)(dropped, next.evidence, next.health);
    const { verdict } = dropped.judgment;
    const health = next.evidence.skipped?.health ?? dropped.health;
    return {
        healthy: before.healthy + after.healthy + (verdict === 'healthy' ? 1 : 0),
        unhealthy: before.unhealthy + after.unhealthy + (verdict === 'unhealthy' ? 1 : 0),
        inconclusive: before.inconclusive + after.inconclusive + (verdict === 'inconclusive' ? 1 : 0),
        downtime: toDropped.downtime + toNext.downtime,
        transitions: toDropped.transitions + toNext.transitions,
        ...(health !== undefined && { health }),
        identical: before.identical && after.identical && previous.key === dropped.key && dropped.key === next.key,
    };
}
function resultKey(evidence, judgment) {
    const { colo = '', family = '', origin } = (0,availability/* sampleOf */.uV)(evidence, judgment);
    const [lead] = judgment.findings;
    const exchanges = [evidence.edge, ...(evidence.origins ?? [])].map(exchangeKey);
    const remarks = [...judgment.warnings, ...judgment.notes].map(({ cause }) => cause.id);
    return [judgment.verdict, lead?.cause.id, lead?.match.confidence, colo, family, origin?.position]
        .concat(exchanges, remarks)
        .join(' ');
}
function exchangeKey(exchange) {
    if (exchange === undefined)
        return '-';
    if (exchange.kind === 'completed')
        return String(exchange.head.status);
    return `${exchange.phase}/${exchange.error.reason}`;
}
/** Reuses the string of an unchanged body, so that it is in memory once. */
function withSharedBodies(evidence, before) {
    if (before === undefined)
        return evidence;
    const { edge, origins } = evidence;
    return {
        ...evidence,
        ...(edge !== undefined && { edge: withSharedBody(edge, before.edge) }),
        ...(origins !== undefined && {
            origins: origins.map((origin, at) => withSharedBody(origin, before.origins?.[at])),
        }),
    };
}
function withSharedBody(exchange, before) {
    if (exchange.kind !== 'completed' || before?.kind !== 'completed')
        return exchange;
    const { text } = before.body;
    return exchange.body.text === text ? { ...exchange, body: { ...exchange.body, text } } : exchange;
}

// EXTERNAL MODULE: ./lib/diagnosis/next/schedule.js
var next_schedule = __webpack_require__(1482);
// EXTERNAL MODULE: ./lib/cloudflare/response.js
var cloudflare_response = __webpack_require__(936);
// EXTERNAL MODULE: ./lib/diagnosis/facts/malformed.js
var malformed = __webpack_require__(2192);
// EXTERNAL MODULE: ./lib/diagnosis/facts/edge.js
var edge = __webpack_require__(8644);
// EXTERNAL MODULE: ./lib/diagnosis/facts/exchange.js
var facts_exchange = __webpack_require__(2828);
;// CONCATENATED MODULE: ./lib/diagnosis/next/handshake-questions.js



/** The follow-up questions about TLS, and about ports that use the wrong protocol. */
const HANDSHAKE_QUESTIONS = [
    // A TLS library hides which bytes came back instead of a handshake, and whether a client certificate was requested.
    forOrigins('tlsInspection', (origin, tls) => tls && (failedInHandshake(origin) || (origin.tls !== undefined && hungUp(origin)))),
    // A server that sends a TLS alert uses TLS. Otherwise the port may use the other scheme.
    forOrigins('otherScheme', (origin, tls) => tls
        ? failedInHandshake(origin) && origin.error.alert === undefined
        : hungUp(origin) || isBadRequest(origin)),
    // The origin may listen only on the port that the zone's SSL/TLS mode doesn't use.
    forOrigins('otherPort', (origin, tls, { edge, request }, index) => request.origins[index]?.port === (0,authority/* defaultPort */.L5)(tls) &&
        (0,facts_exchange/* failedAt */.JG)(origin, 'connect', 'refused') &&
        (0,cloudflare_response/* edgeErrorIn */.L3)(edge)?.code === 521),
];
/** The question about each origin for which the condition holds. */
function forOrigins(probe, condition) {
    return (evidence) => (evidence.origins ?? []).flatMap((origin, index) => condition(origin, evidence.request.origins[index]?.tls === true, evidence, index)
        ? [{ probe, origin: index }]
        : []);
}
function failedInHandshake(origin) {
    return origin.kind === 'failed' && origin.phase === 'tls' && origin.error.reason !== 'timeout';
}
/** The origin accepted the request, and ended the connection without sending HTTP. */
function hungUp(origin) {
    return (0,facts_exchange/* failedAt */.JG)(origin, 'processing', 'closed', 'reset', 'protocol');
}
function isBadRequest(origin) {
    return origin.kind === 'completed' && origin.head.status === 400;
}

// EXTERNAL MODULE: ./lib/diagnosis/facts/dns.js
var dns = __webpack_require__(6650);
;// CONCATENATED MODULE: ./lib/diagnosis/next/questions.js






/** Each row says when its follow-up probe is worth a connection. A healthy site gets none. */
const QUESTIONS = [
    // A cached copy says nothing about the origin behind it.
    (evidence) => (0,cloudflare_response/* fromCache */.ZY)(evidence.edge) && (0,facts_exchange/* isGoodResponse */.nm)(evidence, evidence.edge) ? [{ probe: 'uncached' }] : [],
    // The 5xx may be Cloudflare's or the origin's: Cloudflare's analytics have the origin's status.
    (evidence) => evidence.zone !== undefined && (0,edge/* hasEdgeError */.y)(evidence, 500, 502, 503, 504, 520)
        ? [{ probe: 'analytics' }]
        : [],
    // Cloudflare itself may have failed, and its status page may name an incident.
    ({ origins = [], ...evidence }) => {
        const moments = origins.length === 0 ? [evidence] : origins.map((origin) => ({ ...evidence, origin }));
        return moments.some(edge/* cloudflareMayBeAtFault */.FE) ? [{ probe: 'statusPage' }] : [];
    },
    // The origin may fail only on Cloudflare's request headers. The repetition rules out an occasional failure.
    ({ origins = [], ...evidence }) => origins.flatMap((origin, index) => failedAfterConnecting(origin) && !(0,facts_exchange/* isGoodResponse */.nm)(evidence, origin)
        ? [
            { probe: 'withoutCloudflareHeaders', origin: index },
            { probe: 'repeated', origin: index },
        ]
        : []),
    ...HANDSHAKE_QUESTIONS,
    // The runner's resolver may be wrong.
    (evidence) => (nameInDoubt(evidence) ? [{ probe: 'resolvers' }] : []),
    // These show which resolver is right, and for how long the others may return old answers.
    (evidence) => unresolved(evidence) || resolversDiffer(evidence)
        ? [{ probe: 'ownResolver' }, { probe: 'nameServers' }]
        : [],
    // When no probe connects, the runner may be offline.
    ({ edge, trace, origins = [] }) => {
        const probes = [edge, trace, ...origins].filter((exchange) => exchange !== undefined);
        return probes.length > 0 && probes.every(facts_exchange/* neverConnected */.i_) ? [{ probe: 'connectivity' }] : [];
    },
    (evidence) => ((0,dns/* needsCurrentRanges */.hw)(evidence) ? [{ probe: 'ranges' }] : []),
    // Cloudflare can't connect to an origin to which this runner can: it may use the other IP version.
    ({ origins = [], ...evidence }) => (0,edge/* hasEdgeError */.y)(evidence, 521, 522, 523)
        ? origins.flatMap((origin, index) => (0,facts_exchange/* isGoodResponse */.nm)(evidence, origin) ? [{ probe: 'addressFamilies', origin: index }] : [])
        : [],
    // Without Cloudflare, visitors connect to the host directly, and not all of them have both IP versions.
    (evidence) => (0,dns/* needsCurrentRanges */.hw)(evidence) && hasBothFamilies(evidence) ? [{ probe: 'addressFamilies' }] : [],
    // Cloudflare uses HTTP/2 when the origin offers it, and reuses connections. The direct probe does neither.
    ({ origins = [], ...evidence }) => gotUnusableResponse(evidence)
        ? origins.flatMap((origin, index) => {
            if (!(0,facts_exchange/* isGoodResponse */.nm)(evidence, origin))
                return [];
            const secure = origin.tls !== undefined;
            return [
                ...(secure ? [{ probe: 'http2', origin: index }] : []),
                { probe: 'keepAlive', origin: index },
            ];
        })
        : [],
];
function hasBothFamilies({ dns }) {
    const families = dns?.kind === 'resolved' ? dns.addresses.map(({ family }) => family) : [];
    return families.includes(4) && families.includes(6);
}
function unresolved({ dns }) {
    return dns?.kind === 'failed';
}
/** The name doesn't resolve, resolves to a host outside Cloudflare that fails, or to one that accepts no connection. */
function nameInDoubt(evidence) {
    const { edge } = evidence;
    const noConnection = (0,facts_exchange/* failedAt */.JG)(edge, 'connect') || (0,facts_exchange/* failedAt */.JG)(edge, 'tls');
    const bypassed = (0,dns/* runnerView */.mf)(evidence) === 'elsewhere' && !(0,facts_exchange/* isGoodResponse */.nm)(evidence, edge);
    return unresolved(evidence) || noConnection || bypassed;
}
/** Another resolver disagrees with the runner's own, or has no record. */
function resolversDiffer(evidence) {
    const own = (0,dns/* runnerView */.mf)(evidence);
    return (0,dns/* resolverViews */.VD)(evidence).some((other) => other.view !== own || (0,dns/* hasNoRecord */.n$)(other));
}
/** All follow-up questions after the first probes of a round. Pure. */
function followUpQuestions(evidence) {
    return QUESTIONS.flatMap((questions) => questions(evidence));
}
/** Cloudflare connected to an origin, and got no response that it can use. */
function gotUnusableResponse(evidence) {
    return (0,edge/* hasEdgeError */.y)(evidence, 502, 520, 524) || (0,malformed/* bodyCutShort */.Xe)(evidence.edge);
}
/** The connection was established, and the response is an error or incomplete. */
function failedAfterConnecting(exchange) {
    if (exchange.kind === 'completed')
        return exchange.head.status >= 400 || (0,facts_exchange/* encodingDamage */.hk)(exchange) !== undefined;
    return exchange.phase === 'processing' || exchange.phase === 'transfer';
}

;// CONCATENATED MODULE: ./lib/probe/connectivity.js


const [FIRST, ...OTHERS] = [
    { address: '1.1.1.1', family: 4 },
    { address: '2606:4700:4700::1111', family: 6 },
];
/**
 * Checks that the runner has internet access, with a request to Cloudflare's public resolver. Its address needs no
 * DNS lookup, its certificate is for that address, so a captive portal can't imitate it, and no rule for the site
 * affects it.
 */
function probeConnectivity(context) {
    const host = FIRST.address;
    return exchange({
        host,
        port: 443,
        tls: { servername: host, trust: 'visitors' },
        method: 'GET',
        path: '/cdn-cgi/trace',
        headers: { host, 'user-agent': USER_AGENT, accept: 'text/plain' },
    }, Promise.resolve({ host, elapsed: 0, kind: 'resolved', addresses: [FIRST, ...OTHERS] }), context);
}

// EXTERNAL MODULE: ./lib/cloudflare/ranges.js
var ranges = __webpack_require__(9185);
;// CONCATENATED MODULE: ./lib/probe/cloudflare/ranges.js




const HOST = 'www.cloudflare.com';
/** A run has one network and fetches the lists once, whatever the result. */
const fetched = new WeakMap();
/** Cloudflare's current ranges from https://www.cloudflare.com/ips/; empty unless both lists are valid. */
function currentRanges(context) {
    const known = fetched.get(context.network);
    if (known !== undefined)
        return known;
    const ranges = fetchRanges(context);
    fetched.set(context.network, ranges);
    return ranges;
}
async function fetchRanges(context) {
    const resolution = resolveHost(HOST, context);
    const fetchList = (path) => exchange({
        host: HOST,
        port: 443,
        tls: { servername: HOST, trust: 'visitors' },
        method: 'GET',
        path,
        headers: { host: HOST, 'user-agent': USER_AGENT, accept: 'text/plain' },
    }, resolution, context);
    const lists = await Promise.all([fetchList('/ips-v4'), fetchList('/ips-v6')]);
    const [v4, v6] = [listIn(lists[0], 4), listIn(lists[1], 6)];
    return v4 === undefined || v6 === undefined ? [] : [...v4, ...v6];
}
function listIn(response, family) {
    if (response.kind !== 'completed' || response.head.status !== 200 || !response.body.complete)
        return undefined;
    return (0,ranges/* rangesIn */.cv)(response.body.text, family);
}

;// CONCATENATED MODULE: ./lib/cloudflare/api/status-page.js

/** The second is the same page at its hosting provider, in case the first blocks scripts. */
const STATUS_PAGES = [
    'https://www.cloudflarestatus.com/api/v2/summary.json',
    'https://yh6f0r4529hb.statuspage.io/api/v2/summary.json',
];
/** The page lists about four hundred data centers. */
const STATUS_PAGE_LIMIT = 1024 * 1024;
/** The most incidents to report, and characters of each. */
const MAX_INCIDENTS = 3;
const MAX_NAME_LENGTH = 120;
/** The status of a data center, and the incidents that concern it or many data centers. */
function statusIn(body, colo) {
    if ((0,json/* member */.Dc)(body, 'page') === undefined)
        return;
    const component = (0,json/* listIn */.Of)(body, 'components', 2000).find((each) => isOf(each, colo));
    const status = (0,json/* textIn */.r7)(component, 'status') ?? '';
    const incidents = (0,json/* listIn */.Of)(body, 'incidents').filter((incident) => {
        const grave = ['major', 'critical'].includes((0,json/* textIn */.r7)(incident, 'impact') ?? '');
        const here = (0,json/* listIn */.Of)(incident, 'components').some((each) => isOf(each, colo));
        return here || (grave && (0,json/* listIn */.Of)(incident, 'components').every((each) => coloOf(each) === undefined));
    });
    return {
        ...(/^[a-z_]{1,40}$/.test(status) && { colo: status }),
        incidents: incidents
            .slice(0, MAX_INCIDENTS)
            .map((incident) => ((0,json/* textIn */.r7)(incident, 'name') ?? '').slice(0, MAX_NAME_LENGTH)),
    };
}
function isOf(component, colo) {
    return colo !== '' && coloOf(component) === colo;
}
/** `Amsterdam, Netherlands - (AMS)` */
function coloOf(component) {
    if ((0,json/* flagIn */.kx)(component, 'group') === true)
        return;
    return /\(([A-Z]{3})\)\s*$/.exec(((0,json/* textIn */.r7)(component, 'name') ?? '').slice(0, 200))?.[1];
}

;// CONCATENATED MODULE: ./lib/probe/cloudflare/status-page.js



/** Reads the status of a data center from Cloudflare's status page. Tries its addresses one after the other. */
async function readStatusPage(colo, context, urls = STATUS_PAGES) {
    const start = context.clock.monotonic();
    for (const url of urls) {
        const remaining = context.timeout - (context.clock.monotonic() - start);
        if (remaining <= 0 || context.signal.aborted)
            break;
        // Leaves half of the time for the other address.
        const timeout = url === urls.at(-1) ? remaining : remaining / 2;
        const response = await jsonApi(url, {}, STATUS_PAGE_LIMIT).get('', { ...context, timeout });
        const status = response.kind === 'completed' && response.head.status === 200
            ? statusIn((0,json/* parseJson */.qF)(response.body.text), colo)
            : undefined;
        if (status !== undefined)
            return status;
    }
    return { incidents: [], unread: "Cloudflare's status page could not be read." };
}

// EXTERNAL MODULE: external "node:http2"
var external_node_http2_ = __webpack_require__(2467);
;// CONCATENATED MODULE: ./lib/probe/http/http2.js







/** Headers that HTTP/2 forbids or replaces (RFC 9113, sections 8.2.2 and 8.3.1). */
const NOT_IN_HTTP2 = new Set(['connection', 'host', 'keep-alive', 'proxy-connection', 'transfer-encoding']);
/**
 * Sends the request over HTTP/2 if the server selects it in the TLS handshake, as Cloudflare does. Never throws for
 * what the site does. A failure's code is that of the stream or the connection (RFC 9113, section 7), such as
 * `RST_STREAM_CANCEL` or `GOAWAY_ENHANCE_YOUR_CALM`. `received` counts the body only: Node doesn't expose the frames.
 */
async function sendHttp2(request, resolution, context) {
    let agreed = false;
    const result = await exchange(request, resolution, context, {
        alpn: ['h2', 'http/1.1'],
        send: async (sent, socket, signal, timings, elapsed) => {
            agreed = 'alpnProtocol' in socket && socket.alpnProtocol === 'h2';
            return agreed ? sendOverHttp2(sent, socket, signal, timings, elapsed) : notAgreed(socket, timings);
        },
    });
    return agreed ? { agreed, exchange: result } : { agreed: false };
}
/** The server selected HTTP/1.1, which another probe has already covered. */
function notAgreed(socket, timings) {
    socket.destroy();
    const error = { reason: 'other', code: 'NOT_AGREED', received: 0 };
    return { timings, kind: 'failed', phase: 'tls', error };
}
async function sendOverHttp2(request, socket, signal, timings, elapsed) {
    const session = (0,external_node_http2_.connect)('https://origin', {
        createConnection: () => socket,
        settings: { enablePush: false, maxHeaderListSize: MAX_HEADER_BYTES },
        // With Node's default of 128, Node would reset the stream, which would look like a reset by the origin.
        maxHeaderListPairs: 4000,
    });
    const received = emptyBody();
    // The connection's error explains more than the resulting errors of its streams.
    let connectionFailure;
    session.once('goaway', (code) => {
        connectionFailure ??= http2Failure('GOAWAY', code);
    });
    session.on('error', (error) => {
        connectionFailure ??= (0,failure/* failureOf */.g5)(error);
    });
    session.once('close', () => {
        connectionFailure ??= { reason: 'closed', code: 'HTTP2_CLOSED', received: 0 };
    });
    let head;
    try {
        const stream = session.request(http2Headers(request), { endStream: true });
        const ended = streamEnd(stream);
        const headers = await (0,abort/* orAborted */.H)(responseHeaders(stream, ended), signal);
        timings.processing = elapsed();
        head = http2Head(headers);
        await (0,abort/* orAborted */.H)(readBody(stream, received), signal);
        // Node ends the body without an error when the server cancels the stream in the middle of it.
        if (received.complete)
            await (0,abort/* orAborted */.H)(ended, signal);
        timings.transfer = elapsed();
        return { timings, kind: 'completed', head, body: await bodyOf(received, head) };
    }
    catch (cause) {
        const duration = elapsed();
        // The stream's error arrives before the event of the connection that caused it.
        await new Promise(setImmediate);
        const error = signal.aborted
            ? (0,failure/* timedOut */.iU)(received.bytes)
            : { ...(connectionFailure ?? streamFailure(cause)), received: received.bytes };
        if (head !== undefined) {
            timings.transfer = duration;
            return { timings, kind: 'failed', phase: 'transfer', error, head };
        }
        timings.processing = duration;
        return { timings, kind: 'failed', phase: 'processing', error };
    }
    finally {
        socket.on('error', () => undefined);
        session.destroy();
        socket.destroy();
    }
}
/** The stream ended before the end of the response. */
class StreamReset extends Error {
    name = 'StreamReset';
    rstCode;
    constructor(rstCode) {
        super();
        this.rstCode = rstCode;
    }
}
/** Resolves when the stream has ended without an error. */
function streamEnd(stream) {
    const ended = new Promise((resolve, reject) => {
        // Any other error comes from the connection, whatever code the stream got from it.
        stream.on('error', (error) => reject((0,failure/* failureCode */.AD)(error) === 'ERR_HTTP2_STREAM_ERROR' ? new StreamReset(stream.rstCode) : error));
        stream.once('close', () => stream.rstCode === external_node_http2_.constants.NGHTTP2_NO_ERROR ? resolve() : reject(new StreamReset(stream.rstCode)));
    });
    // Prevents an unhandled rejection when it ends before a caller awaits it.
    ended.catch(() => undefined);
    return ended;
}
/** The final response headers. Rejects when the stream ends without them. */
function responseHeaders(stream, ended) {
    return new Promise((resolve, reject) => {
        stream.once('response', resolve);
        ended.then(() => reject(new StreamReset(external_node_http2_.constants.NGHTTP2_NO_ERROR)), reject);
    });
}
function streamFailure(cause) {
    if (!(cause instanceof StreamReset))
        return (0,failure/* failureOf */.g5)(cause);
    if (cause.rstCode === external_node_http2_.constants.NGHTTP2_NO_ERROR)
        return { reason: 'closed', code: 'HTTP2_CLOSED', received: 0 };
    return { ...http2Failure('RST_STREAM', cause.rstCode), reason: 'reset' };
}
function http2Failure(frame, code) {
    return { reason: 'closed', code: `${frame}_${ERROR_NAMES.get(code) ?? code}`, received: 0 };
}
/** `11` → `ENHANCE_YOUR_CALM` (RFC 9113, section 7). */
const ERROR_NAMES = new Map([
    ...['NO_ERROR', 'PROTOCOL_ERROR', 'INTERNAL_ERROR', 'FLOW_CONTROL_ERROR', 'SETTINGS_TIMEOUT'],
    ...['STREAM_CLOSED', 'FRAME_SIZE_ERROR', 'REFUSED_STREAM', 'CANCEL', 'COMPRESSION_ERROR'],
    ...['CONNECT_ERROR', 'ENHANCE_YOUR_CALM', 'INADEQUATE_SECURITY', 'HTTP_1_1_REQUIRED'],
].map((name, code) => [code, name]));
function http2Headers({ method, path, headers }) {
    return {
        ...Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_IN_HTTP2.has(name))),
        ':method': method,
        ':path': path,
        ':authority': headers['host'] ?? '',
        ':scheme': 'https',
    };
}
function http2Head(headers) {
    const fields = Object.entries(headers).filter(([name]) => !name.startsWith(':'));
    return headOf(Number(headers[':status']), Object.fromEntries(fields));
}

;// CONCATENATED MODULE: ./lib/probe/http/keep-alive.js



/**
 * Sends the request twice on one connection, the second time as soon as the first response is complete. Never throws
 * for what the site does. The timings are those of the second request, which doesn't connect.
 */
async function sendTwice(request, resolution, context) {
    let second;
    await exchange(request, resolution, context, {
        alpn: ['http/1.1'],
        send: async (sent, socket, signal, timings, elapsed) => {
            const connection = http1Connection(socket);
            try {
                const first = await connection.send(sent, signal, timings, elapsed);
                if (keepsOpen(first))
                    second = await connection.send(sent, signal, {}, (0,network_clock.stopwatch)(context.clock));
                return first;
            }
            finally {
                connection.close();
            }
        },
    });
    return second === undefined ? { reused: false } : { reused: true, exchange: second };
}
/** Whether the response is complete and the connection persists after it (RFC 9112, section 9.3). */
function keepsOpen(exchange) {
    if (exchange.kind !== 'completed' || !exchange.body.complete)
        return false;
    const { status, headers } = exchange.head;
    const options = (headers['connection'] ?? '').toLowerCase().split(/[,\s]+/);
    const isHttp10 = exchange.wire?.opening.startsWith('HTTP/1.0') === true;
    const { contentLength = [], transferEncoding = [] } = exchange.wire ?? {};
    const isFramed = contentLength.length + transferEncoding.length > 0 || [204, 304].includes(status);
    return isFramed && !options.includes('close') && (!isHttp10 || options.includes('keep-alive'));
}

;// CONCATENATED MODULE: ./lib/probe/network/address-families.js


/** Milliseconds for a connection without a request. A slower one would delay visitors too. */
const CONNECT_TIMEOUT = 3000;
/** Connects over IPv4 and over IPv6 if a name has both: normally the faster one hides a failure of the other. */
async function probeAddressFamilies(request, resolution, context) {
    const resolved = await resolution;
    if (resolved.kind === 'failed')
        return {};
    const [ipv4, ipv6] = [4, 6].map((family) => resolved.addresses.filter((address) => address.family === family));
    if (ipv4 === undefined || ipv6 === undefined || ipv4.length === 0 || ipv6.length === 0)
        return {};
    const [v4, v6] = await Promise.all([tryConnect(ipv4, request, context), tryConnect(ipv6, request, context)]);
    return { v4, v6 };
}
async function tryConnect(addresses, { port }, context) {
    const { signal, clear } = (0,network_clock.deadline)(Math.min(CONNECT_TIMEOUT, context.timeout), context.signal);
    try {
        const connection = await (0,connect/* connectTo */.m)(addresses, port, context.network, signal);
        if (!connection.ok)
            return { ok: false, error: connection.error };
        connection.socket.on('error', () => undefined).destroy();
        return { ok: true };
    }
    finally {
        clear();
    }
}

// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
;// CONCATENATED MODULE: ./lib/probe/page/expectations.js


/** Bytes of a body to search for expected text. Pages often put their build id at the very end. */
const SEARCH_LIMIT = 1024 * 1024;
/** Milliseconds for one match. Either the text or the pattern may cause catastrophic backtracking. */
const MATCH_TIMEOUT = 200;
/** Attempts, because on an overloaded machine even a fast match can run out of time. */
const MAX_ATTEMPTS = 5;
/** Adds whether the response has the expected content. A redirect that was not followed is not checked. */
function withContent(exchange, expectations) {
    const { expectedBody, expectedHeader } = expectations;
    if (exchange.kind !== 'completed' || exchange.redirectChain?.end !== undefined)
        return exchange;
    const content = {
        ...(expectedBody !== undefined && { body: bodyPresence(exchange, expectedBody) }),
        ...(expectedHeader !== undefined && {
            header: presence(expectedHeader.value, headerOf(exchange, expectedHeader.name), isHeaderValue),
        }),
    };
    return expectedBody === undefined && expectedHeader === undefined ? exchange : { ...exchange, content };
}
function bodyPresence({ body: { text, complete, coding } }, expected) {
    const found = presence(expected, text, (body, expectedText) => body.includes(expectedText));
    return found === 'missing' && (!complete || coding === 'unchecked') ? 'unread' : found;
}
function headerOf({ head: { headers, setCookie } }, name) {
    return name === 'set-cookie' ? setCookie?.join(', ') : headers[name];
}
function presence(expected, text, has) {
    if (text === undefined)
        return 'missing';
    if (expected.kind === 'regex')
        return match(expected.source, expected.flags, text);
    return has(text, expected.text) ? 'found' : 'missing';
}
/** Matches the whole value, or one item of a list: `no-store` is in `no-store, max-age=0`. */
function isHeaderValue(header, expected) {
    return header.trim() === expected || header.split(',').some((item) => item.trim() === expected);
}
const MATCH = new external_node_vm_.Script('new RegExp(source, flags).test(text)');
/**
 * Patterns run in a VM context, because only there a timeout can stop them. Creating one takes milliseconds, so all
 * share it.
 */
const SANDBOX = (0,cache/* once */.O)(() => (0,external_node_vm_.createContext)(Object.create(null)));
function match(source, flags, text) {
    const sandbox = SANDBOX.start();
    Object.assign(sandbox, { source, flags, text });
    try {
        for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
            const start = process.threadCpuUsage().user;
            const found = matchOnce(sandbox);
            if (found !== undefined)
                return found ? 'found' : 'missing';
            const used = (process.threadCpuUsage().user - start) / 1000;
            if (used > MATCH_TIMEOUT / 2)
                break;
        }
        return 'undecided';
    }
    finally {
        Object.assign(sandbox, { text: '' });
    }
}
/** Undefined when the match exceeds its time, or the engine's memory for it. */
function matchOnce(sandbox) {
    try {
        return MATCH.runInContext(sandbox, { timeout: MATCH_TIMEOUT }) === true;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/probe/page/cookies.js
/** Characters of one `Set-Cookie` header, and cookies in the jar: the limits of browsers. */
const MAX_COOKIE = 4096;
const MAX_COOKIES = 50;
/**
 * The jar after a response from that URL. Some sites set a cookie, redirect back, and loop for clients that don't
 * send it.
 *
 * @param setCookie the response's `Set-Cookie` headers
 */
function updateJar(jar, { hostname, pathname }, setCookie) {
    const received = setCookie.flatMap((header) => {
        const cookie = header.length > MAX_COOKIE ? undefined : parseCookie(header, hostname, pathname);
        return cookie === undefined ? [] : [cookie];
    });
    const kept = jar.filter((old) => !received.some((cookie) => isSame(old, cookie)));
    return [...kept, ...received].filter(({ value }) => value !== '').slice(-MAX_COOKIES);
}
/** The Cookie header for a request to that URL; empty if there are none to send. */
function cookiesFor(jar, { hostname, pathname, protocol }) {
    return jar
        .filter(({ domain, includesSubdomains, path, secure }) => (hostname === domain || (includesSubdomains && hostname.endsWith(`.${domain}`))) &&
        isWithin(pathname, path) &&
        (!secure || protocol === 'https:'))
        .map(({ name, value }) => `${name}=${value}`)
        .join('; ');
}
function parseCookie(header, hostname, pathname) {
    const [pair = '', ...rest] = header.split(';').map((part) => part.trim());
    const [name, value] = splitAtEquals(pair);
    // Other characters would make the next request's header invalid.
    if (name === '' || !/^[\x20-\x7e]*$/.test(pair))
        return;
    const attributes = new Map(rest.map(splitAtEquals).map(([key, text]) => [key.toLowerCase(), text]));
    const domain = (attributes.get('domain') ?? '').toLowerCase().replace(/^\./, '');
    // A host may set cookies for itself and its parent domains, but not for a top-level domain.
    const includesSubdomains = domain.includes('.') && (hostname === domain || hostname.endsWith(`.${domain}`));
    const path = attributes.get('path') ?? '';
    const expired = isExpired(attributes.get('max-age'), attributes.get('expires'));
    return {
        name,
        value: expired ? '' : value,
        domain: includesSubdomains ? domain : hostname,
        includesSubdomains,
        path: path.startsWith('/') ? path : pathname.replace(/\/[^/]*$/, '') || '/',
        secure: attributes.has('secure'),
    };
}
function splitAtEquals(text) {
    const at = text.indexOf('=');
    return at === -1 ? [text, ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
/** Sites delete a cookie by setting it with a time in the past. */
function isExpired(maxAge, expires) {
    if (maxAge !== undefined && /^-?\d+$/.test(maxAge))
        return Number(maxAge) <= 0;
    return expires !== undefined && Date.parse(expires) <= Date.UTC(2000, 0);
}
function isSame(a, b) {
    return a.name === b.name && a.domain === b.domain && a.path === b.path;
}
function isWithin(pathname, path) {
    return (pathname === path || (pathname.startsWith(path) && (path.endsWith('/') || pathname[path.length] === '/')));
}

;// CONCATENATED MODULE: ./lib/probe/page/private-targets.js

/**
 * Whether a redirect points into the runner or its private network (server-side request forgery). A site that is itself
 * on a private network may redirect within private networks, but never to a metadata service.
 *
 * @param target the addresses of the redirect's target
 * @param site the addresses of the site's own name
 */
async function isPrivateTarget(target, site) {
    if (hasAddress(await target, ip/* isCloudMetadata */.VJ))
        return true;
    return hasAddress(await target, ip/* isRunnerNetwork */.Vp) && !hasAddress(await site, ip/* isRunnerNetwork */.Vp);
}
function hasAddress(resolution, matches) {
    return resolution.kind === 'resolved' && resolution.addresses.some(({ address }) => matches(address));
}

;// CONCATENATED MODULE: ./lib/probe/page/redirect-policy.js



/** Characters of a `Location` header. Most servers reject longer URLs. */
const MAX_LOCATION = 8192;
/** The statuses that browsers follow. */
function isRedirect(status) {
    return [301, 302, 303, 307, 308].includes(status);
}
/** The target of a redirect. Undefined if the response isn't a redirect, or a browser wouldn't follow it. */
function redirectTarget(status, location, from) {
    if (!isRedirect(status) || location === undefined || location.length > MAX_LOCATION)
        return;
    const target = URL.parse(location, from.href);
    if (target === null || !/^https?:$/.test(target.protocol))
        return;
    target.hash = '';
    return target;
}
/**
 * The requests that may follow a redirect: as a browser sends it, or as Cloudflare sends it to the same origin. The
 * first one that was not sent before is the next. `elsewhere`: the direct probe doesn't follow to another host.
 */
function nextSteps({ request, url }, first, policy, target, jar) {
    const { direct, siteUrl, publicHeaders } = policy;
    const cookies = cookiesFor(jar, target);
    if (direct === undefined) {
        const headers = {
            ...(maySendSecrets(target, siteUrl) ? first.headers : publicHeaders),
            host: target.host,
        };
        return [stepTo(target, endpointOf(target), first, withCookies(headers, cookies))];
    }
    const headers = withCookies({ ...first.headers, ...schemeHeadersFor(target, request, url) }, cookies);
    const endpoints = isSameOrigin(target, siteUrl, first) ? directEndpoints(direct, siteUrl, target) : [];
    return endpoints.length === 0
        ? 'elsewhere'
        : endpoints.map((endpoint) => stepTo(target, endpoint, first, headers));
}
/** Equal for requests that are the same to a server. */
function requestKey({ host, port, tls, path, headers }) {
    return JSON.stringify([host, port, tls?.servername, path, headers]);
}
function stepTo(url, endpoint, { method, bodyLimit }, headers) {
    const path = url.pathname + url.search;
    return {
        url,
        request: { ...endpoint, method, path, headers, ...(bodyLimit !== undefined && { bodyLimit }) },
    };
}
/**
 * Whether the target may receive the site's secret headers: its own host, and not over plain HTTP if the site uses
 * HTTPS.
 */
function maySendSecrets({ hostname, protocol, port }, siteUrl) {
    const site = new URL(siteUrl);
    const downgrade = protocol === 'http:' && site.protocol === 'https:';
    return hostname === site.hostname && !downgrade && (port === site.port || port === '');
}
function endpointOf(url) {
    const host = (0,authority/* unbracketed */.jG)(url.hostname);
    return {
        host,
        port: (0,authority/* portOf */.HM)(url),
        ...(url.protocol === 'https:' && { tls: { servername: host, trust: 'visitors' } }),
    };
}
/** Whether Cloudflare would probably send the target's request to the same origin. */
function isSameOrigin({ hostname, port, protocol }, siteUrl, { headers }) {
    const site = new URL(siteUrl);
    const names = [site.hostname, (headers['host'] ?? '').replace(/:\d+$/, '')];
    return names.includes(hostname) && (port === site.port || (port === '' && protocol !== site.protocol));
}
/**
 * Where to reach the origin for the target's scheme, in order of preference. If the origin was configured with its HTTP
 * port and redirects everyone to HTTPS, its HTTPS port may serve the page, so that is not a loop.
 */
function directEndpoints({ configured, byScheme }, siteUrl, { protocol }) {
    const secure = protocol === 'https:';
    const standard = byScheme?.[secure ? 'https:' : 'http:'];
    const fallback = standard === undefined ? [] : [standard];
    if (protocol !== new URL(siteUrl).protocol)
        return fallback;
    return secure && configured.tls === undefined ? [configured, ...fallback] : [configured];
}
/** Cloudflare's headers about the visitor's scheme, as far as the previous request had them. */
function schemeHeadersFor({ protocol }, { headers }, previous) {
    const sent = new Set(schemeHeaders(previous.protocol).flatMap(([name, value]) => (headers[name] === value ? [name] : [])));
    return Object.fromEntries(schemeHeaders(protocol).filter(([name]) => sent.has(name)));
}
function schemeHeaders(protocol) {
    return Object.entries(cloudflareHeaders(protocol === 'https:' ? 'https' : 'http'));
}
function withCookies(headers, cookies) {
    if (cookies === '')
        return headers;
    const own = headers['cookie'];
    return { ...headers, cookie: own === undefined ? cookies : `${own}; ${cookies}` };
}

;// CONCATENATED MODULE: ./lib/probe/page/redirects.js






/** Characters of a URL to keep. */
const MAX_URL = 500;
/** Headers of a redirect to keep: they show which server sent it. */
const KEPT_HEADERS = new Set(['server', 'cf-ray', 'cf-cache-status', 'age']);
/**
 * Sends the request and follows redirects within the timeout of one request. Returns the last response with the
 * redirects before it. Sends cookies back as a browser does: some sites loop without them.
 */
async function followRedirects(request, resolution, context) {
    const { redirects: policy } = request;
    if (policy === undefined || policy.limit === 0)
        return exchange(request, resolution, context);
    const start = context.clock.monotonic();
    const remaining = () => ({
        ...context,
        timeout: Math.max(1, start + context.timeout - context.clock.monotonic()),
    });
    const redirects = [];
    const sent = new Set();
    let jar = [];
    let step = { request, url: new URL(new URL(policy.siteUrl).origin + request.path) };
    let stepResolution = resolution;
    for (;;) {
        sent.add(requestKey(step.request));
        const response = await exchange(step.request, stepResolution, remaining());
        const redirect = redirectIn(response, step.url);
        if (redirect === undefined)
            return redirects.length === 0 ? response : { ...response, redirectChain: { redirects } };
        if (redirect === 'nowhere')
            return { ...response, redirectChain: { redirects, end: 'nowhere', next: locationOf(response) } };
        const { head, target } = redirect;
        const stopped = (end) => ({
            ...response,
            redirectChain: { redirects, end, next: target.href.slice(0, MAX_URL) },
        });
        jar = updateJar(jar, step.url, head.setCookie ?? []);
        const steps = nextSteps(step, request, policy, target, jar);
        if (steps === 'elsewhere')
            return stopped('elsewhere');
        const next = steps.find((candidate) => !sent.has(requestKey(candidate.request)));
        if (next === undefined)
            return stopped('loop');
        if (redirects.length >= policy.limit)
            return stopped('limit');
        stepResolution =
            next.request.host === request.host ? resolution : resolveHost(next.request.host, remaining());
        if (stepResolution !== resolution &&
            ((0,cloudflare_response/* isAccessLogin */._M)(next.url.href) || (await isPrivateTarget(stepResolution, resolution))))
            return stopped('barred');
        redirects.push(followed(response, head, step.url, target));
        step = next;
    }
}
/** The redirect in a response: its head and its target. */
function redirectIn(response, from) {
    if (response.kind !== 'completed' || !isRedirect(response.head.status))
        return;
    const { head } = response;
    const target = redirectTarget(head.status, head.headers['location'], from);
    return target === undefined ? 'nowhere' : { head, target };
}
/** As received, because it isn't a valid URL. */
function locationOf(response) {
    return response.kind === 'completed' ? (response.head.headers['location'] ?? '').slice(0, MAX_URL) : '';
}
function followed({ timings }, { status, headers }, from, to) {
    return {
        status,
        from: from.href.slice(0, MAX_URL),
        to: to.href.slice(0, MAX_URL),
        headers: Object.fromEntries(Object.entries(headers).filter(([name]) => KEPT_HEADERS.has(name))),
        elapsed: Object.values(timings).reduce((sum, ms) => sum + ms, 0),
    };
}

;// CONCATENATED MODULE: ./lib/probe/page/page.js



/** Characters to keep of a body without an error status: diagnosis reads no more of it. */
const OK_BODY_LIMIT = 2048;
/**
 * Requests a page as a visitor would: follows redirects and searches for expected content. Never throws for what the
 * site does.
 */
async function fetchPage(request, resolution, context) {
    const { expectations = {} } = request;
    const searchable = expectations.expectedBody === undefined ? request : { ...request, bodyLimit: SEARCH_LIMIT };
    const page = withContent(await followRedirects(searchable, resolution, context), expectations);
    if (page.kind !== 'completed')
        return page;
    const limit = page.head.status < 400 ? OK_BODY_LIMIT : BODY_LIMIT;
    return { ...page, body: { ...page.body, text: truncate(page.body.text, limit) } };
}
/** Copies the text, because a slice would keep the whole string in memory. */
function truncate(text, limit) {
    return text.length <= limit
        ? text
        : Buffer.from(text.slice(0, limit), 'utf16le').toString('utf16le').toWellFormed();
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
;// CONCATENATED MODULE: ./lib/probe/tls/records.js
/** Content type of a TLS record (RFC 5246, section 6.2.1). */
const HANDSHAKE = 22;
/** Type of a handshake message (RFC 5246, section 7.4). */
const CERTIFICATE_REQUEST = 13;
/** Reads TLS records until the first encrypted one, and recognizes plain HTTP. Never throws on hostile input. */
function plaintextRecordsOf(bytes) {
    const protocol = wireProtocolOf(bytes);
    return {
        protocol,
        requestsCertificate: protocol === 'tls' && messageTypes(bytes).includes(CERTIFICATE_REQUEST),
    };
}
function wireProtocolOf(bytes) {
    if (bytes.length === 0)
        return 'nothing';
    if (isRecord(bytes, 0))
        return 'tls';
    const opening = Buffer.from(bytes.subarray(0, 60)).toString('latin1');
    // A server that takes the ClientHello for an HTTP/0.9 request responds with a page and no status line.
    return /^(?:HTTP\/\d|\s*<(?:!doctype )?html\b)/i.test(opening) ? 'http' : 'other';
}
/** Content types are 20 to 23. The major version of every TLS is 3. */
function isRecord(bytes, at) {
    const [type = 0, major, minor = 255] = bytes.subarray(at, at + 3);
    return type >= 20 && type <= 23 && major === 3 && minor <= 4;
}
/** The types of the handshake messages before the first other record. Everything after it is encrypted. */
function messageTypes(bytes) {
    const messages = Buffer.concat(handshakeRecords(bytes));
    const types = [];
    for (let at = 0; at + 4 <= messages.length; at += 4 + messages.readUIntBE(at + 1, 3)) {
        types.push(messages.readUInt8(at));
    }
    return types;
}
function handshakeRecords(bytes) {
    const records = [];
    for (let at = 0; isRecord(bytes, at) && bytes[at] === HANDSHAKE;) {
        const [high = 0, low = 0] = bytes.subarray(at + 3, at + 5);
        const end = at + 5 + high * 256 + low;
        records.push(bytes.subarray(at + 5, end));
        at = end;
    }
    return records;
}

;// CONCATENATED MODULE: ./lib/probe/tls/inspect.js







/** Received bytes to keep: a server's first flight is smaller. */
const CAPTURE_LIMIT = 64 * 1024;
/** Every protocol and cipher that OpenSSL still supports, for a server that rejects the default offer. */
const LEGACY = { minVersion: 'TLSv1', ciphers: 'ALL:COMPLEMENTOFALL:@SECLEVEL=0' };
/** Alerts from a server that supports nothing we offer: handshake_failure, protocol_version, insufficient_security. */
const NOTHING_IN_COMMON = new Set([40, 70, 71]);
/** OpenSSL's codes for a server that selected something our default settings reject. */
const REJECTED_SELECTION = /^ERR_SSL_(?:UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|.*KEY_TOO_SMALL|.*MD_TOO_WEAK|.*BAD_SIGNATURE.*)$/;
/**
 * Starts a TLS handshake and inspects the records in the response. Sends a request after it, because with TLS 1.3 a
 * server rejects a missing client certificate only then (RFC 8446, section 4.4.2.4), and the response ends the wait
 * for others.
 */
async function inspectTls(request, resolution, context) {
    const { signal, clear } = (0,network_clock.deadline)(context.timeout, context.signal);
    try {
        const { inspection, code } = await tryHandshake(request, resolution, { ...context, signal }, {});
        const retryWithLegacy = NOTHING_IN_COMMON.has(inspection.alert ?? 0) || REJECTED_SELECTION.test(code);
        if (inspection.handshakeCompleted || !retryWithLegacy)
            return inspection;
        const { session } = await tryHandshake(request, resolution, { ...context, signal }, LEGACY);
        return { ...inspection, ...(session !== undefined && { legacy: session }) };
    }
    finally {
        clear();
    }
}
const NO_RESPONSE = {
    inspection: { protocol: 'nothing', handshakeCompleted: false, requestsCertificate: false },
    code: '',
};
async function tryHandshake(request, resolution, { network, signal }, offer) {
    const { tls } = request;
    if (tls === undefined)
        return NO_RESPONSE;
    const resolved = await resolution;
    if (resolved.kind === 'failed')
        return NO_RESPONSE;
    const connection = await (0,connect/* connectTo */.m)(resolved.addresses, request.port, network, signal);
    if (!connection.ok)
        return NO_RESPONSE;
    const { stream, captured } = captureFrom(connection.socket);
    const secure = (0,external_node_tls_.connect)({ ...(0,tls_handshake/* connectionOptions */.H)({ tls, alpn: ['http/1.1'] }), ...offer, socket: stream });
    const { error, session } = await firstResponse(secure, request, signal);
    secure.destroy();
    connection.socket.destroy();
    const alert = (0,failure/* alertOf */.GU)(error);
    const handshakeCompleted = session !== undefined;
    return {
        inspection: {
            ...plaintextRecordsOf(captured()),
            handshakeCompleted,
            ...(alert !== undefined && { alert }),
        },
        code: error === undefined ? '' : (0,failure/* failureCode */.AD)(error),
        ...(handshakeCompleted && { session }),
    };
}
/** Waits for the first bytes after the handshake, or for an error. */
function firstResponse(secure, { method, path, headers }, signal) {
    return new Promise((settle) => {
        let session;
        const finish = (error) => {
            signal.removeEventListener('abort', abort);
            secure.removeListener('error', finish).on('error', () => undefined);
            settle({ error, session });
        };
        const abort = () => finish();
        secure.once('error', finish);
        secure.once('close', () => finish());
        secure.once('data', () => finish());
        secure.once('secureConnect', () => {
            session = { protocol: secure.getProtocol() ?? 'unknown', cipher: secure.getCipher().name };
            secure.write(`${method} ${path} HTTP/1.1\r\nHost: ${headers['host'] ?? ''}\r\nConnection: close\r\n\r\n`);
        });
        if (signal.aborted)
            return abort();
        signal.addEventListener('abort', abort);
    });
}
/** A stream for TLS on top of a connection, which keeps the first bytes received. */
function captureFrom(socket) {
    const chunks = [];
    let bytes = 0;
    const stream = new external_node_stream_.Duplex({
        read: () => void socket.resume(),
        write: (chunk, _, done) => void socket.write(chunk, () => done()),
        final: (done) => void socket.end(() => done()),
        destroy: (error, done) => {
            socket.destroy();
            done(error);
        },
    });
    socket.on('data', (chunk) => {
        if (bytes < CAPTURE_LIMIT)
            chunks.push(chunk.subarray(0, CAPTURE_LIMIT - bytes));
        bytes = Math.min(CAPTURE_LIMIT, bytes + chunk.byteLength);
        if (!stream.push(chunk))
            socket.pause();
    });
    socket.on('end', () => stream.push(null));
    socket.on('error', (error) => stream.destroy(error));
    socket.on('close', () => stream.destroy());
    return { stream, captured: () => Buffer.concat(chunks) };
}

;// CONCATENATED MODULE: ./lib/probe/follow-ups.js













/** One row per follow-up. A key of `FollowUps` without a row does not compile. */
const FOLLOW_UPS = {
    uncached: ({ plan, resolution, context }) => fetchPage(uncached(plan.edge, context.clock.now()), resolution, context),
    analytics: async ({ zone, context }) => (await zone?.analytics(context)) ?? { minutes: ANALYTICS_MINUTES, rows: [] },
    statusPage: ({ colo, context }) => readStatusPage(colo, context),
    resolvers: ({ resolvers }) => resolvers.start().all,
    ownResolver: ({ plan, context }) => queryOwnResolver(plan, context),
    nameServers: async ({ plan, resolvers, context }) => {
        if (plan.resolvers.length === 0)
            return [];
        const { queryNameServers } = await Promise.all(/* import() */[__webpack_require__.e(894), __webpack_require__.e(754)]).then(__webpack_require__.bind(__webpack_require__, 4754));
        const responsive = responsiveServers(resolvers.start().soFar());
        return queryNameServers(plan.edge.host, [...responsive, ...ownResolvers(context)], context);
    },
    connectivity: ({ connectivity }) => connectivity.start(),
    ranges: ({ context }) => currentRanges(context),
    addressFamilies: ({ plan, resolution, context }) => probeAddressFamilies(plan.edge, resolution, context),
};
/** One row per recheck of an origin. A key of `Recheck` without a row does not compile. */
const RECHECKS = {
    withoutCloudflareHeaders: (request, resolution, context) => fetchPage(withoutCloudflareHeaders(request), resolution, context),
    repeated: fetchPage,
    http2: sendHttp2,
    keepAlive: sendTwice,
    addressFamilies: probeAddressFamilies,
    tlsInspection: inspectTls,
    otherScheme: (request, resolution, context) => exchange(inOtherScheme(request, request.port), resolution, context),
    otherPort: (request, resolution, context) => exchange(inOtherScheme(request, (0,authority/* defaultPort */.L5)(request.tls === undefined)), resolution, context),
};
/** Runs the follow-up probes for these questions, all at once. */
async function followUp(questions, followUpContext) {
    const { plan, originResolutions, context } = followUpContext;
    const results = {};
    const rechecks = plan.origins.map(() => ({}));
    const recheck = async (key, origin) => {
        const [request, resolution, result] = [plan.origins[origin], originResolutions[origin], rechecks[origin]];
        if (request === undefined || resolution === undefined || result === undefined)
            return;
        await follow_ups_assign(result, key, RECHECKS[key](request, resolution, context));
    };
    await Promise.all(questions.map((question) => 'origin' in question
        ? recheck(question.probe, question.origin)
        : follow_ups_assign(results, question.probe, FOLLOW_UPS[question.probe](followUpContext))));
    return { ...results, ...(questions.some((question) => 'origin' in question) && { rechecks }) };
}
async function follow_ups_assign(target, key, value) {
    target[key] = await value;
}
/** The same request over plain HTTP if it used TLS, else over TLS. */
function inOtherScheme({ tls, ...request }, port) {
    const servername = serverNameOf(request.headers['host'] ?? '');
    return { ...request, port, ...(tls === undefined && { tls: { servername, trust: 'cloudflare' } }) };
}
/** Queries the runner's first resolver. Its address is replaced: it may be a secret of the runner's network. */
async function queryOwnResolver({ edge, resolvers }, context) {
    if (resolvers.length === 0)
        return [];
    const [answer] = await queryResolvers(edge.host, ownResolvers(context), context).all;
    return answer === undefined ? [] : [{ ...answer, server: 'own' }];
}
function ownResolvers({ network }) {
    return network.dns?.servers().slice(0, 1) ?? [];
}
function responsiveServers(answers) {
    return answers
        .filter((answer) => answer.kind === 'resolved' || answer.reason !== 'timeout')
        .map(({ server }) => server);
}
/** Adds a unique query parameter, so that no cache has a response. */
function uncached(request, now) {
    const separator = request.path.includes('?') ? '&' : '?';
    return { ...request, path: `${request.path}${separator}origin-gate=${now.toString(36)}` };
}

;// CONCATENATED MODULE: ./lib/probe/index.js









/** One row per probe. A key of `Observations` without a row does not compile. */
const PROBES = {
    edge: ({ plan, resolution, context }) => fetchPage(plan.edge, resolution, context),
    trace: ({ plan, resolution, context }) => exchange(plan.trace, resolution, context),
    dns: ({ resolution }) => resolution,
    origins: ({ plan, originResolutions, context }) => Promise.all(plan.origins.map((request, index) => fetchPage(request, originResolutions[index] ?? resolveHost(request.host, context), context))),
};
/** Milliseconds below which no follow-up starts. */
const MIN_FOLLOW_UP_TIME = 50;
/**
 * Milliseconds from the start of a round that it waits for resolvers. After that, their answers are optional, so that
 * they're never the slowest probe of a healthy site.
 */
const RESOLVER_GRACE = 250;
/**
 * Runs one round: every probe at once, each with its own deadline. Follow-ups get the remaining time, so that a round
 * never takes longer than the timeout of one request. Reading a zone for the first time has its own timeout.
 */
async function probeSite(plan, context, questionsOf, zone) {
    const { clock } = context;
    const [at, start] = [clock.now(), clock.monotonic()];
    let zoneTime = 0;
    const remaining = () => context.timeout + zoneTime - (clock.monotonic() - start);
    // Whatever is still running ends with the round.
    const roundEnd = new AbortController();
    const untilEnd = { ...context, signal: AbortSignal.any([context.signal, roundEnd.signal]) };
    const round = {
        plan,
        context,
        resolution: resolveHost(plan.edge.host, context),
        originResolutions: plan.origins.map(({ host }) => resolveOrigin(host, context)),
        ...(zone !== undefined && { zone }),
        resolvers: (0,cache/* once */.O)(() => context.queryResolvers === undefined
            ? queryResolvers(plan.edge.host, plan.resolvers, {
                ...untilEnd,
                timeout: Math.max(MIN_FOLLOW_UP_TIME, remaining()),
            })
            : context.queryResolvers(plan.edge.host, plan.resolvers, context)),
        connectivity: (0,cache/* once */.O)(() => probeConnectivity({ ...untilEnd, timeout: Math.max(MIN_FOLLOW_UP_TIME, remaining()) })),
    };
    const results = {};
    const evidenceOf = (known) => ({ at, request: plan.request, ...known });
    const startConnectivity = (known) => {
        const needed = questionsOf(evidenceOf(known)).some(({ probe }) => probe === 'connectivity');
        if (needed)
            void round.connectivity.start();
    };
    const run = async (id) => {
        const result = await PROBES[id](round);
        results[id] = result;
        // When probes run into the deadline, no time is left to check the connectivity afterwards.
        startConnectivity(results);
        return result;
    };
    try {
        if (plan.resolversAtOnce)
            round.resolvers.start();
        void halfTime(untilEnd).then((passed) => passed && startConnectivity({ ...assumedTimeouts(plan), ...results }));
        const [edge, trace, dns, origins] = await Promise.all([
            run('edge'),
            run('trace'),
            run('dns'),
            run('origins'),
        ]);
        const elapsed = context.timeout - remaining();
        const resolvers = await resolverAnswers(round, RESOLVER_GRACE - elapsed, untilEnd);
        const beforeZone = clock.monotonic();
        const facts = await zone?.facts();
        // A slow API doesn't shorten the time for the follow-ups.
        zoneTime = clock.monotonic() - beforeZone;
        const evidence = {
            ...evidenceOf({ edge, trace, dns, origins }),
            ...resolvers,
            ...(facts !== undefined && { zone: facts }),
        };
        const hasTime = remaining() >= MIN_FOLLOW_UP_TIME && !context.signal.aborted;
        const questions = questionsOf(evidence).filter(({ probe }) => hasTime || isStarted(probe, round));
        if (questions.length === 0)
            return evidence;
        const timeout = Math.max(MIN_FOLLOW_UP_TIME, remaining());
        const colo = (0,cloudflare_response/* rayOf */.qj)(edge)?.colo ?? (0,cloudflare_response/* traceOf */.fC)(trace)?.colo ?? '';
        const followUps = await followUp(questions, { ...round, colo, context: { ...context, timeout } });
        return { ...evidence, ...followUps };
    }
    finally {
        roundEnd.abort();
    }
}
/** Resolves when half of the timeout has passed: to false if the round ended before. */
async function halfTime({ clock, timeout, signal }) {
    await clock.sleep(timeout / 2, signal);
    return !signal.aborted;
}
/** A probe that has started is awaited even if little time is left: it has its own deadline. */
function isStarted(question, { connectivity, resolvers }) {
    return ((question === 'connectivity' && connectivity.started()) ||
        (question === 'resolvers' && resolvers.started()));
}
/** The resolvers' answers so far, after waiting for at most so many milliseconds. A follow-up may await the others. */
async function resolverAnswers({ plan, resolvers }, ms, { clock, signal }) {
    if (plan.resolvers.length === 0 || !resolvers.started())
        return {};
    const pending = resolvers.start();
    if (ms > 0)
        await Promise.race([pending.all, clock.sleep(ms, signal)]);
    return { resolvers: pending.soFar() };
}
/** The observations if every probe timed out. */
function assumedTimeouts({ origins }) {
    const timeout = { timings: {}, kind: 'failed', phase: 'connect', error: (0,failure/* timedOut */.iU)() };
    return { edge: timeout, trace: timeout, origins: origins.map(() => timeout) };
}

;// CONCATENATED MODULE: ./lib/probe/http/idle-connections.js






/**
 * Milliseconds of idleness before each reuse: a short one, then longer than the keep-alive timeouts of Node and Apache
 * (5 s), load balancers (60 s) and nginx (75 s). `watch` ends the series.
 */
const IDLE_TIMES = [1000, 6000, 61_000, 76_000];
/** Opens a connection to each origin and reuses it after a while, as Cloudflare does. Never throws. */
function watchIdleConnections({ origins }, context, idleTimes = IDLE_TIMES) {
    const stopped = new AbortController();
    const stoppable = { ...context, signal: AbortSignal.any([context.signal, stopped.signal]) };
    const results = origins.map(() => ({ survived: 0 }));
    for (const [index, request] of origins.entries()) {
        const onResult = (result) => {
            results[index] = result;
        };
        void watchConnection(request, stoppable, idleTimes, onResult).catch(() => undefined);
    }
    return { results: () => [...results], stop: () => stopped.abort() };
}
/**
 * Watches one connection until it ends or the signal aborts. The rounds report an origin that can't be reached at
 * all.
 */
async function watchConnection(request, context, idleTimes, onResult) {
    const resolution = resolveOrigin(request.host, context);
    await exchange(request, resolution, { ...context, timeout: MAX_TIMER }, {
        alpn: ['http/1.1'],
        send: (_, socket, signal) => reuse(request, socket, { ...context, signal }, idleTimes, onResult),
    });
}
/** Milliseconds: the maximum of a timer, and longer than any `watch`. */
const MAX_TIMER = 2 ** 31 - 1;
async function reuse(request, socket, { clock, signal, timeout }, idleTimes, onResult) {
    const stayIdle = idleTimer(socket, clock, signal);
    const connection = http1Connection(socket);
    const send = async () => {
        const limited = (0,network_clock.deadline)(timeout, signal);
        try {
            return await connection.send(request, limited.signal, {}, (0,network_clock.stopwatch)(clock));
        }
        finally {
            limited.clear();
        }
    };
    const reportEnd = (how, after, survived) => {
        if (!signal.aborted)
            onResult({ survived, ended: { how, after } });
    };
    try {
        const first = await send();
        if (!keepsOpen(first))
            return first;
        let survived = 0;
        // Cloudflare closes the connection itself after CLOUDFLARE_KEEP_ALIVE.
        for (const [index, ms] of [...idleTimes, undici_client/* CLOUDFLARE_KEEP_ALIVE */.uM].entries()) {
            const end = await stayIdle(ms);
            if (end !== undefined)
                reportEnd(end.how, end.after, survived);
            if (end !== undefined || signal.aborted || index === idleTimes.length)
                return first;
            const next = await send();
            if (next.kind === 'failed')
                reportEnd('unanswered', ms, survived);
            if (!keepsOpen(next))
                return first;
            survived = ms;
            onResult({ survived });
        }
        return first;
    }
    finally {
        connection.close();
    }
}
/** Waits for so many milliseconds. Resolves early if the server ends the connection, and returns how. */
function idleTimer(socket, clock, signal) {
    let ended;
    let wake = new AbortController();
    const onEnd = (how) => () => {
        ended ??= how;
        wake.abort();
    };
    socket.on('end', onEnd('closed'));
    socket.on('error', onEnd('reset'));
    socket.on('close', onEnd('closed'));
    return async (ms) => {
        const start = clock.monotonic();
        wake = new AbortController();
        if (ended === undefined)
            await clock.sleep(ms, AbortSignal.any([signal, wake.signal]));
        return ended === undefined || signal.aborted
            ? undefined
            : { how: ended, after: Math.round(clock.monotonic() - start) };
    };
}

;// CONCATENATED MODULE: ./lib/run/watch.js










/**
 * Runs rounds until the site has been healthy for long enough, the time is up, or waiting won't help. With `watch`,
 * then continues for that long. The time starts with the first round, which may have to wait for the connection
 * limit.
 *
 * @param openZone starts to read the site's zone, if the site has an API token
 */
async function watch(configured, schedule, options, openZone) {
    const { clock, signal, connectionLimit } = options;
    const context = { ...options, timeout: configured.timeout };
    const needed = (0,conclude/* requiredStreak */.Mq)(schedule);
    let release = await connectionLimit.acquire(connectionsOf(configured), false);
    const zone = signal.aborted ? undefined : openZone();
    let until = clock.monotonic() + schedule.wait;
    let rounds = EMPTY_HISTORY;
    let streak = 0;
    let dnsSettled = false;
    let watching = false;
    let idleConnections;
    try {
        for (;;) {
            const site = (await zone?.site()) ?? configured;
            // A cancelled round is not evidence: what it lacks is not the site's fault.
            if (signal.aborted)
                return { site, history: historyOf(rounds), cancelled: true };
            const plan = { ...planOf(site), resolversAtOnce: !dnsSettled };
            const idle = idleConnections?.results();
            const probed = await probeSite(plan, context, followUpQuestions, zone);
            release();
            const evidence = { ...probed, ...(idle !== undefined && { idleConnections: idle }) };
            if (signal.aborted)
                return { site, history: historyOf(rounds), cancelled: true };
            const judgment = (0,judge/* judge */.S)(evidence);
            dnsSettled = isDnsSettled(judgment, evidence, plan);
            streak = judgment.verdict === 'healthy' ? streak + 1 : 0;
            const left = Math.max(0, until - clock.monotonic());
            const state = { streak, needed, watching, left, interval: schedule.interval };
            const next = (0,next_schedule/* nextAfter */.On)(judgment, { ...state, retryAfter: (0,next_schedule/* requestedDelay */.QQ)(evidence) });
            const startsWatching = next.kind === 'reached' && schedule.watch > 0;
            const pause = startsWatching ? schedule.interval : next.kind === 'round' ? next.after : undefined;
            options.onProgress({ site, evidence, judgment, ...state, next, pause });
            const kept = options.keepPages ? evidence : trimEvidence(evidence, judgment);
            rounds = addRound(rounds, kept, judgment, next.kind === 'reached' ? { pin: needed } : {});
            if (pause === undefined)
                return { site, history: historyOf(rounds), cancelled: false };
            if (judgment.verdict !== 'healthy')
                zone?.refresh();
            if (startsWatching) {
                until = clock.monotonic() + schedule.watch;
                watching = true;
                if (options.keepConnections)
                    idleConnections = watchIdleConnections(plan, context);
            }
            await clock.sleep(pause, signal);
            release = await connectionLimit.acquire(connectionsOf(site), true);
        }
    }
    finally {
        release();
        idleConnections?.stop();
    }
}
/**
 * Whether the next round can query the other resolvers only on demand: the site is healthy, DNS is too, and every
 * resolver answered in this round.
 */
function isDnsSettled({ verdict, warnings }, { resolvers }, plan) {
    const missing = resolvers !== undefined && resolvers.length < plan.resolvers.length;
    return verdict === 'healthy' && !missing && !warnings.some(({ cause }) => cause.category === 'dns');
}

;// CONCATENATED MODULE: ./lib/run/run.js












/**
 * Checks every site as often as the schedule says, and makes the report. A cancelled run reports what it knows, as
 * `inconclusive`.
 */
async function runChecks(config, hooks) {
    const { clock, signal } = hooks;
    const apiResults = new Map();
    const several = config.sites.length > 1;
    const many = config.sites.length > MANY_SITES;
    if (many)
        limitMemory();
    const shared = {
        ...hooks,
        ...(several && { network: (0,network.sharedNetwork)(hooks.network, clock), queryResolvers: sharedResolvers(clock) }),
        connectionLimit: connectionLimit(clock, signal),
        keepPages: hooks.onFinished !== undefined,
        keepConnections: !many,
    };
    const store = many && !shared.keepPages ? compress : uncompressed;
    const checkSite = async (configured) => {
        const addresses = new Set();
        const onAddresses = (found) => {
            for (const address of found)
                addresses.add(address);
            hooks.onAddresses(found);
        };
        const options = { ...shared, onAddresses };
        const schedule = configured.schedule ?? config.schedule;
        const openZone = () => zoneFor(configured, options, apiResults);
        const { site, history, cancelled } = await watch(configured, schedule, options, openZone);
        // If the site's own name resolves to something other than Cloudflare, that is an origin too.
        for (const address of (history ?? []).flatMap(resolved_origins/* resolvedOrigins */.E))
            addresses.add(address);
        return { site, addresses: [...addresses], result: store({ history, cancelled }) };
    };
    const [first, ...rest] = config.sites;
    const finished = await Promise.all([checkSite(first), ...rest.map(checkSite)]);
    const at = clock.now();
    const diagnosed = ({ site, addresses, result }) => {
        const { history, cancelled } = result.open();
        const streak = (0,conclude/* requiredStreak */.Mq)(site.schedule ?? config.schedule);
        const diagnosis = cancelled || history === undefined
            ? (0,diagnose/* diagnoseCancelled */.i)(history ?? [], streak)
            : (0,diagnose/* diagnose */.h)(history, streak);
        // A site without a finished round has only its request to report.
        return { site, addresses, history: history ?? [{ at, request: planOf(site).request }], diagnosis };
    };
    const earlier = await hooks.readBaseline?.();
    const options = { ...config, ...(earlier !== undefined && { earlier }) };
    const report = (0,conclude/* redactedReport */.d7)(finished, Iterator.from(finished).map(diagnosed), options, at);
    // No recording: a replay would take the rounds so far for the whole run.
    if (signal.aborted)
        return (0,outcome.interrupted)(report);
    if (hooks.onFinished !== undefined) {
        const [one, ...more] = finished.map((site) => recordedSite(diagnosed(site)));
        if (one !== undefined)
            hooks.onFinished({ version: version/* VERSION */.x, at, schedule: config.schedule, sites: [one, ...more] });
    }
    return report;
}
/**
 * With more sites than this, no connections stay open between rounds (each site would hold one per origin), and
 * evidence is compressed until the report is made.
 */
const MANY_SITES = 20;
/** Starts to read the zone of a site that has an API token. Sites with the same token share what was read. */
function zoneFor(site, hooks, apiResults) {
    if (site.zone === undefined)
        return;
    const shared = apiResults.get(site.zone.token) ?? new Map();
    apiResults.set(site.zone.token, shared);
    return openZone(site, site.zone, { ...hooks, timeout: site.timeout }, shared);
}
function recordedSite({ site, history, addresses }) {
    return { site, history, addresses };
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
