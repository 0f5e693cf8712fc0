export const id = 68;
export const ids = [68,489];
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

/** Readers of the API's results. Each takes what nobody vouches for, and gives what of it can be understood. */
/** Candidates for the zone of a host; a deeper host's outermost parents are left out. */
const MAX_ZONE_NAMES = 5;
/** `a.b.example.org` → itself, `b.example.org` and `example.org`: the names that its zone can have, longest first. */
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
/** The records of a host that lead somewhere. */
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
/** The id of the tunnel to which a CNAME leads. */
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
/** What the rules of the phase `http_request_origin` change. */
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
/** Whether a route leads the page to a Worker. The most specific route counts; one without a script switches Workers off. */
function workerFor(result, page) {
    const fitting = listOf(result).filter((route) => globFits((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(route, 'pattern') ?? '', page));
    const [best] = fitting.toSorted((a, b) => ((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(b, 'pattern') ?? '').length - ((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(a, 'pattern') ?? '').length);
    return ((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(best, 'script') ?? '') !== '';
}
/** `*` stands for anything; without a scheme both are meant. */
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
/** The pools of the load balancer of a host; undefined when it has none. */
function poolsFor(result, host) {
    const balancer = listOf(result).find((each) => (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .textIn */ .r7)(each, 'name')?.toLowerCase() === host && (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .flagIn */ .kx)(each, 'enabled') !== false);
    if (balancer === undefined)
        return;
    const ids = [...(0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .listIn */ .Of)(balancer, 'default_pools'), (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(balancer, 'fallback_pool')];
    return [
        ...new Set(ids.flatMap((id) => (typeof id === 'string' && /^[0-9a-f]{17,32}$/.test(id) ? [id] : []))),
    ].slice(0, 8);
}
/** What the data centers that monitor a pool say of it: it is healthy where one of them says so. */
function poolHealthIn(result) {
    const places = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .member */ .Dc)(result, 'pop_health');
    const seen = typeof places === 'object' && places !== null ? Object.values(places).slice(0, 500) : [];
    const failures = seen.flatMap((place) => (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .listIn */ .Of)(place, 'origins').flatMap((origin) => typeof origin === 'object' && origin !== null ? Object.values(origin).map(failureIn) : []));
    return {
        ...(seen.length > 0 && { healthy: seen.some((place) => (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_0__/* .flagIn */ .kx)(place, 'healthy') === true) }),
        failures: [...new Set(failures)].filter((failure) => failure !== '').slice(0, 3),
    };
}
/** Plain words alone: an address would be told. */
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
/* harmony import */ var _judge_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7402);
/* harmony import */ var _history_trend_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8397);


/**
 * Judges a whole run. A site is healthy when the last `needed` rounds were healthy and no round after the first such
 * streak failed: those rounds belong to `watch`. Inconclusive rounds count neither as failures nor as healthy. `history`
 * is judged as it is, so a run that was cut short is never healthy.
 */
function diagnose(history, needed) {
    const judgments = history.map(_judge_js__WEBPACK_IMPORTED_MODULE_0__/* .judge */ .S);
    const streaks = streaksOf(history, judgments);
    const settled = (streaks.at(-1) ?? 0) >= needed;
    const reached = streaks.findIndex((streak) => streak >= needed);
    const outage = reached < 0 ? [] : judgments.slice(reached).filter(({ verdict }) => verdict === 'unhealthy');
    const trend = (0,_history_trend_js__WEBPACK_IMPORTED_MODULE_1__/* .trendOf */ .R)(judgments.map(({ verdict }) => verdict), settled);
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
        const { healthy, unhealthy, inconclusive } = history[at]?.skipped ?? NONE_SKIPPED;
        const before = unhealthy + inconclusive === 0 ? streak + healthy : 0;
        streak = verdict === 'healthy' ? before + 1 : 0;
        return streak;
    });
}
const NONE_SKIPPED = { healthy: 0, unhealthy: 0, inconclusive: 0 };
/** The rounds after the last healthy one; when the run ended healthy, the last round that wasn't. */
function latestTrouble(judgments) {
    const sinceHealthy = judgments.slice(judgments.findLastIndex(({ verdict }) => verdict === 'healthy') + 1);
    return sinceHealthy.length > 0
        ? sinceHealthy
        : judgments.filter(({ verdict }) => verdict !== 'healthy').slice(-1);
}
/**
 * The latest round, or an earlier one of the same outage with a firmer cause. Rounds in which the runner itself failed are
 * skipped, because they say nothing about the site. Other inconclusive rounds end an outage.
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
    const leads = known.filter(({ match }) => match.outcome === 'unhealthy' || match.outcome === 'inconclusive');
    const fallback = leads.length > 0 || moments.every(isHealthy) ? [] : found.filter(({ cause }) => cause === _causes_index_js__WEBPACK_IMPORTED_MODULE_0__/* .unexplained */ .EJ);
    const [lead] = [...leads, ...fallback];
    return {
        verdict: lead?.match.outcome === 'unhealthy' ? 'unhealthy' : lead === undefined ? 'healthy' : 'inconclusive',
        findings: lead === undefined
            ? []
            : withAlternatives(lead, [
                ...leads,
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
 * Which of several origins Cloudflare used is not visible from outside. So a cause stays certain only when it is certain
 * for all of them.
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

/***/ 6763:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ clientOn)
/* harmony export */ });
/* harmony import */ var undici_lib_dispatcher_client_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3701);

/**
 * An undici client on one connection, HTTP/1.1 only. Callers set one deadline for everything: undici's own timeouts are
 * coarse, and a server that sends a byte now and then resets them.
 *
 * @param nextSocket the connection, or why there is no further one
 */
function clientOn(origin, nextSocket, options = {}) {
    return new undici_lib_dispatcher_client_js__WEBPACK_IMPORTED_MODULE_0__(origin, {
        connect: (_options, callback) => {
            const next = nextSocket();
            // undici waits forever for a connector that calls back before it has returned.
            queueMicrotask(() => (next instanceof Error ? callback(next, null) : callback(null, next)));
        },
        allowH2: false,
        pipelining: 1,
        headersTimeout: 0,
        bodyTimeout: 0,
        ...options,
    });
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
/** A stopwatch that reads whole tenths of a millisecond since the last lap. */
function stopwatch(clock) {
    let last = clock.monotonic();
    return () => {
        const now = clock.monotonic();
        const lap = Math.max(0, Math.round((now - last) * 10) / 10);
        last = now;
        return lap;
    };
}
/**
 * A signal that aborts after so many milliseconds or with its parent. Unlike `AbortSignal.timeout` it keeps the
 * process alive: a connection that is dropped in silence holds nothing else open.
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

/** Milliseconds before the next address is tried beside one that has not answered (RFC 8305, section 5). */
const ATTEMPT_DELAY = 250;
/** More addresses than this are not tried. */
const MOST_ADDRESSES = 6;
/**
 * Opens one TCP connection to whichever of the addresses answers first. Each is tried once: as soon as the one
 * before has failed, or a little later beside it.
 */
function connectTo(addresses, port, network, signal) {
    return new Promise((settle) => {
        const waiting = addresses.slice(0, MOST_ADDRESSES);
        const open = new Set();
        const errors = [];
        let timer;
        const finish = (connection) => {
            clearTimeout(timer);
            signal.removeEventListener('abort', abort);
            for (const socket of open)
                if (!connection.ok || socket !== connection.socket)
                    socket.destroy();
            settle(connection);
        };
        const abort = () => finish({ ok: false, error: worst([...errors, (0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .timedOut */ .iU)()]) });
        const next = () => {
            clearTimeout(timer);
            const address = waiting.shift();
            if (address === undefined) {
                if (open.size === 0)
                    finish({ ok: false, error: worst(errors) });
                return;
            }
            const socket = network.dial(address.address, port);
            open.add(socket);
            socket.once('connect', () => {
                socket.removeAllListeners('error');
                finish({ ok: true, socket, address });
            });
            socket.on('error', (error) => {
                open.delete(socket);
                errors.push((0,_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureOf */ .g5)(error));
                next();
            });
            if (waiting.length > 0)
                timer = setTimeout(next, ATTEMPT_DELAY);
        };
        if (signal.aborted)
            return abort();
        signal.addEventListener('abort', abort);
        next();
    });
}
const TELLING = ['refused', 'reset', 'timeout', 'other', 'unreachable'];
/** The failure that says most: an address that refused was reached, one without a route may only be IPv6 on a runner without it. */
function worst(errors) {
    const ranked = errors.toSorted((a, b) => TELLING.indexOf(a.reason) - TELLING.indexOf(b.reason));
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
/** The error's code, or the name of its class where undici gives no code (`HTTPParserError`). Never its message. */
function failureCode(error) {
    return (0,_shared_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .errorCode */ .C)(error) ?? (Error.isError(error) ? error.name : 'UNKNOWN');
}
/** What an error of node or undici means in our words. `received` counts the bytes of the answer so far. */
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
/** The number of the TLS alert that the other side sent: OpenSSL gives it in its message and nowhere else. */
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

/***/ 4410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  y: () => (/* binding */ offerOf),
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


/** Longer chains than this are somebody's joke. */
const LONGEST = 10;
const known = new WeakMap();
/** Those roots, PEM, as certificates: read once for as long as the list is the same. */
function read(roots) {
    const found = known.get(roots) ?? roots.map((pem) => new external_node_crypto_.X509Certificate(pem));
    known.set(roots, found);
    return found;
}
/** The roots that this machine trusts. */
function publicRoots() {
    return read((0,external_node_tls_.getCACertificates)('default'));
}
/** Whether one of these roots, PEM, signed the certificate. */
function signedByOneOf(certificate, roots) {
    // A certificate that was named itself needs no right to sign.
    return read(roots).some((root) => root.raw.equals(certificate.raw) || signedBy(certificate, root));
}
/** The certificates of a server in the order in which it sent them, ten at most. Node links each to the next, related or not. */
function servedWith(leaf) {
    const served = [];
    for (let next = leaf; next !== undefined && served.length < LONGEST; next = next.issuerCertificate) {
        served.push(next);
    }
    return served;
}
/**
 * Finds the way from the leaf to a root, whatever the order and the dates: OpenSSL itself names one error only, and that of
 * a date hides that of the chain. `further` are roots that count beside the public ones, PEM; without them the way is told
 * among what was served only.
 */
function pathOf(served, further) {
    const rooted = (certificate) => further !== undefined &&
        (signedByOneOf(certificate, further) || publicRoots().some((root) => signedBy(certificate, root)));
    const links = [];
    for (let at = 0;;) {
        const certificate = served[at];
        if (certificate === undefined)
            return { links, error: missing(links) };
        links.push(at);
        if (rooted(certificate))
            return { links, error: '' };
        if (signsItself(certificate))
            return { links, error: selfSigned(links) };
        at = served.findIndex((issuer, index) => !links.includes(index) && signedBy(certificate, issuer));
    }
}
function missing(links) {
    return links.length === 1 ? 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' : 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY';
}
function selfSigned(links) {
    return links.length === 1 ? 'DEPTH_ZERO_SELF_SIGNED_CERT' : 'SELF_SIGNED_CERT_IN_CHAIN';
}
function signsItself(certificate) {
    try {
        return certificate.subject === certificate.issuer && certificate.verify(certificate.publicKey);
    }
    catch {
        return false; // As below.
    }
}
function signedBy(certificate, issuer) {
    try {
        return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
    }
    catch {
        return false; // The server's certificates are anybody's bytes: with a key of a kind that nobody knows, for instance.
    }
}

;// CONCATENATED MODULE: ./lib/probe/tls/public-issuer.js

/**
 * Marks of a public authority inside of a certificate, in DER: the stamps of Certificate Transparency (RFC 6962,
 * section 3.3), and the policies of the CA/Browser Forum, 2.23.140.1.2.1 to 2.23.140.1.2.4.
 */
const MARKS = [
    Buffer.from([0x06, 0x0a, 0x2b, 0x06, 0x01, 0x04, 0x01, 0xd6, 0x79, 0x02, 0x04, 0x02]),
    ...[1, 2, 3, 4].map((policy) => Buffer.from([0x06, 0x06, 0x67, 0x81, 0x0c, 0x01, 0x02, policy])),
];
/**
 * Whether a certificate whose issuer nobody showed seems to come from a public authority, so that what is missing is an
 * intermediate. It is asked of nobody: the place from which the issuer can be fetched is the server's to choose. Where a
 * root itself bears the issuer's name, nothing is missing: then somebody borrowed the name.
 */
function publiclyIssued(certificate) {
    const roots = publicRoots();
    if (roots.some(({ subject }) => subject === certificate.issuer))
        return false;
    const organization = organizationOf(certificate.issuer);
    return (MARKS.some((mark) => certificate.raw.includes(mark)) ||
        (organization !== undefined && roots.some(({ subject }) => organizationOf(subject) === organization)));
}
/** `O=Let's Encrypt` of a name with a line for each attribute. */
function organizationOf(name) {
    return /^O=(.+)$/m.exec(name)?.[1]?.toLowerCase();
}

;// CONCATENATED MODULE: ./lib/probe/tls/certificate.js



/** Errors of the dates, which are judged on their own and may hide one of the chain. */
const OF_THE_DATES = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);
/** Errors of a chain that ends nowhere. Roots that OpenSSL was not told of may mend that. */
const OF_THE_END = new Set([
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);
/** Of those, the ones where a certificate between leaf and root may be missing. */
const OF_A_GAP = new Set([
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);
/** Said of the name only once the chain has been found good. */
const OF_THE_NAME = 'ERR_TLS_CERT_ALTNAME_INVALID';
/**
 * Reads the certificates that a server showed and judges them as a client that validates: chain, dates and name each
 * on its own, since OpenSSL stops at the first fault. What further roots signed is as good as what public ones did: that is
 * how Cloudflare looks at an origin.
 */
function certificateOf(socket, expectedNames, now, { cloudflare, own }) {
    const leaf = socket.getPeerX509Certificate();
    if (leaf === undefined)
        return;
    const served = servedWith(leaf);
    const further = [...cloudflare, ...own];
    const said = codeOfAuthorization(socket);
    // Reading the public roots takes longer than a handshake does, and a chain that holds does not need it.
    const path = pathOf(served, said === '' ? undefined : further);
    const line = path.links.flatMap((at) => served[at] ?? []);
    const trustedElsewhere = signedByOneOf(line.at(-1) ?? leaf, further);
    const chainError = chainErrorOf(said, path, trustedElsewhere);
    const certificate = leaf.toLegacyObject();
    const nameFits = expectedNames.some((name) => (0,external_node_tls_.checkServerIdentity)(name, certificate) === undefined);
    // The leaf's own dates may be fine while an intermediate has expired. Where OpenSSL knew the root, its word on that counts.
    const judged = trustedElsewhere ? line : [leaf];
    const dated = (code) => said === code && !trustedElsewhere;
    const expired = judged.some(({ validToDate }) => validToDate.getTime() <= now);
    const early = judged.some(({ validFromDate }) => validFromDate.getTime() > now);
    const faults = [];
    if (expired || dated('CERT_HAS_EXPIRED'))
        faults.push('expired');
    if (early || dated('CERT_NOT_YET_VALID'))
        faults.push('not-yet-valid');
    if (!nameFits)
        faults.push('name-mismatch');
    if (chainError !== '')
        faults.push(faultOf(chainError, line.at(-1) ?? leaf));
    return {
        subject: oneLine(leaf.subject),
        issuer: oneLine(leaf.issuer),
        names: namesOf(leaf.subjectAltName),
        notBefore: leaf.validFromDate.getTime(),
        notAfter: leaf.validToDate.getTime(),
        expectedName: expectedNames[0],
        cloudflareOriginCa: signedByOneOf(leaf, cloudflare),
        chainError,
        faults,
        chain: served.map((link, at) => linkOf(link, path.links.includes(at))),
        disordered: path.links.some((at, place) => at < (path.links[place - 1] ?? 0)),
    };
}
/** The word of OpenSSL counts, but for what it cannot know: further roots, and what an error of a date hides. */
function chainErrorOf(said, path, trustedElsewhere) {
    if (said === OF_THE_NAME)
        return '';
    if (OF_THE_DATES.has(said))
        return path.error;
    return OF_THE_END.has(said) && trustedElsewhere ? '' : said;
}
/** A chain with a gap lacks its intermediate, if what stands before the gap seems to come from a public authority. */
function faultOf(chainError, last) {
    return OF_A_GAP.has(chainError) && publiclyIssued(last) ? 'chain-incomplete' : 'untrusted';
}
function codeOfAuthorization(socket) {
    if (socket.authorized)
        return '';
    // Typed as an Error, but in fact the code of one.
    const error = socket.authorizationError;
    return typeof error === 'string' ? error : 'UNKNOWN';
}
function linkOf(certificate, linked) {
    return {
        subject: oneLine(certificate.subject),
        issuer: oneLine(certificate.issuer),
        notBefore: certificate.validFromDate.getTime(),
        notAfter: certificate.validToDate.getTime(),
        key: keyOf(certificate),
        signature: certificate.signatureAlgorithm ?? '',
        linked,
    };
}
/** `RSA 2048`, `EC prime256v1`, `ED25519`. */
function keyOf(certificate) {
    try {
        const { asymmetricKeyType = '', asymmetricKeyDetails = {} } = certificate.publicKey;
        const { modulusLength, namedCurve } = asymmetricKeyDetails;
        return [asymmetricKeyType.toUpperCase(), modulusLength ?? namedCurve ?? ''].join(' ').trim();
    }
    catch {
        return ''; // A key of a kind that OpenSSL does not know, or that is none.
    }
}
/** `DNS:a.example, IP Address:192.0.2.1` → the names alone, a hundred at most. */
function namesOf(subjectAltName) {
    return [...(subjectAltName ?? '').matchAll(/(?:DNS|IP Address):([^,\s]+)/g)]
        .slice(0, 100)
        .map((match) => match[1] ?? '');
}
function oneLine(name) {
    return (name ?? '').replaceAll('\n', ', ').slice(0, 4000);
}

;// CONCATENATED MODULE: ./lib/probe/tls/handshake.js




/**
 * Speaks TLS on an open connection. The certificate is judged, never the reason to stop: the caller decides. It may be for
 * the name that is asked for, and for any of the others.
 */
function startTls(socket, hello, clock, signal) {
    return new Promise((settle) => {
        const { tls, otherNames = [], roots = { cloudflare: [], own: [] } } = hello;
        const secure = (0,external_node_tls_.connect)({ ...offerOf(hello), secureContext: contextOf(tls.client), socket });
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
/** What a client offers. No certificate is the reason to stop. */
function offerOf({ tls: { servername, client }, protocols }) {
    return {
        // RFC 6066 allows no address as server name.
        ...((0,external_node_net_.isIP)(servername) === 0 && { servername }),
        ALPNProtocols: [...protocols],
        rejectUnauthorized: false,
        ...client,
    };
}
const NO_CLIENT = {};
const contexts = new WeakMap();
/**
 * What connections have in common. A context holds the roots, a good part of a megabyte beyond the reach of the garbage
 * collector, and takes as long to make as a handshake. No session is kept in it: nobody gives one to the next connection.
 */
function contextOf(client) {
    const known = contexts.get(client ?? NO_CLIENT);
    if (known !== undefined)
        return known;
    const made = (0,external_node_tls_.createSecureContext)(client ?? {});
    contexts.set(client ?? NO_CLIENT, made);
    return made;
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
/** Shorter values occur by chance, and hiding them would tell what they are. */
const SHORTEST = 4;
/**
 * Replaces the values of secret headers, and the token, wherever a site sends them back: as they are, in any case, as
 * part of a URL, however that escapes, or in base64. The runner masks its log by itself; a comment has nobody else to do it.
 *
 * @param shown what is public anyway, such as the site's URL: a value that is part of it is no secret
 */
function secretRedactorOf(secrets, shown = []) {
    const words = secrets.flatMap((secret) => secret.split(/\s+/));
    const spellings = [...new Set([...secrets, ...words])].flatMap((secret) => {
        const open = secret.length < SHORTEST || shown.some((text) => text.includes(secret));
        const base64 = base64Of(secret);
        return open ? [] : [secret, base64, base64.replaceAll('+', '-').replaceAll('/', '_')];
    });
    const longestFirst = [...new Set(spellings)].toSorted((a, b) => b.length - a.length);
    if (longestFirst.length === 0)
        return (text) => text;
    const any = new RegExp(longestFirst.map(patternOf).join('|'), 'giu');
    return (text) => text.replaceAll(any, '***');
}
/** Each letter as it is or escaped as in a URL, once or more often: every place in a URL escapes others. */
function patternOf(text) {
    return Array.from(text, (letter) => {
        const bytes = [...new TextEncoder().encode(letter)].map((byte) => byte.toString(16).padStart(2, '0'));
        const escaped = bytes.map((byte) => `%(?:25){0,2}${byte}`).join('');
        return `(?:${RegExp.escape(letter)}|${escaped}${letter === ' ' ? '|\\+' : ''})`;
    }).join('');
}
/** Without the padding, and without the last digit, which depends on what follows. */
function base64Of(secret) {
    const bytes = new TextEncoder().encode(secret);
    const digits = btoa(String.fromCodePoint(...bytes)).replace(/=+$/, '');
    return bytes.length % 3 === 0 ? digits : digits.slice(0, -1);
}

;// CONCATENATED MODULE: ./lib/redact/redactors.js


/** One site's origin or secret may be named in another site's answer: so each hides those of all. */
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
 * Addresses beside Cloudflare's to which somebody was led by the site's own name, at a look: of a grey cloud, or of a record
 * that was proxied later. They are an origin's as a rule, whether or not one was given.
 */
function resolvedOrigins({ dns, resolvers, ownResolver, nameServers, ranges, }) {
    const told = [
        ...(dns === undefined ? [] : [dns]),
        ...[resolvers, ownResolver, nameServers].flatMap((each) => each ?? []),
    ];
    return told
        .flatMap((each) => (each.kind === 'resolved' ? each.addresses : []))
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

/***/ 5068:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/diagnosis/diagnose.js
var diagnose = __webpack_require__(1993);
// EXTERNAL MODULE: ./lib/shared/authority.js
var authority = __webpack_require__(4084);
// EXTERNAL MODULE: ./lib/shared/abort.js
var abort = __webpack_require__(1487);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./lib/shared/json.js
var json = __webpack_require__(6039);
;// CONCATENATED MODULE: ./lib/cloudflare/api/result.js

/**
 * What an answer of Cloudflare's API comes to (https://developers.cloudflare.com/fundamentals/api/reference/). Nothing of
 * its text goes on: messages name accounts, objects and addresses.
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
/** A sentence about what could not be read, and what would mend that. */
function unreadWords(what, why, permission) {
    const because = {
        token: "Cloudflare's API does not accept the token",
        permission: `the token lacks the permission "${permission}"`,
        absent: "Cloudflare's API knows nothing of it",
        busy: "Cloudflare's API takes no more requests for now (429)",
        failed: "Cloudflare's API failed",
        unreachable: "Cloudflare's API did not answer in time",
    };
    return `${what} could not be read: ${because[why]}.`;
}

;// CONCATENATED MODULE: ./lib/cloudflare/api/analytics.js

/** Figures are minutes late, so that much less would often be nothing. */
const ANALYTICS_MINUTES = 30;
/**
 * Asks how often visitors of a host got 5xx, and what the origin had said
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
/** The figures in an answer; undefined when there are none in it, as when the token may not read them. */
function analyticsIn(body, host) {
    const [zone] = (0,json/* listIn */.Of)((0,json/* member */.Dc)((0,json/* member */.Dc)(body, 'data'), 'viewer'), 'zones');
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

// EXTERNAL MODULE: ./lib/cloudflare/ssl-mode.js
var ssl_mode = __webpack_require__(5557);
// EXTERNAL MODULE: ./lib/cloudflare/api/zone.js
var zone = __webpack_require__(5352);
// EXTERNAL MODULE: ./lib/probe/network/failure.js
var network_failure = __webpack_require__(9317);
// EXTERNAL MODULE: ./lib/probe/network/clock.js
var network_clock = __webpack_require__(1489);
// EXTERNAL MODULE: ./lib/probe/network/connect.js
var connect = __webpack_require__(105);
// EXTERNAL MODULE: ./lib/probe/tls/handshake.js + 3 modules
var tls_handshake = __webpack_require__(4410);
// EXTERNAL MODULE: ./node_modules/undici/lib/api/api-request.js
var api_request = __webpack_require__(4043);
// EXTERNAL MODULE: ./lib/probe/http/undici-client.js
var undici_client = __webpack_require__(6763);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/probe/http/content-encoding.js


/** Bytes of a decoded body that are looked at. A page that is longer is taken for good; a bomb costs no more than this. */
const LOOKED_AT = 1024 * 1024;
/** Decoded in pieces of so many bytes: what is beyond is at most one. Bytes after the end are no fault, as for a browser. */
const OPTIONS = { chunkSize: 16 * 1024, rejectGarbageAfterEnd: true };
/** The codings that Cloudflare reads. `deflate` is zlib by name, and bare in the hands of many servers. */
const DECODERS = {
    gzip: () => (0,external_node_zlib_.createGunzip)(OPTIONS),
    'x-gzip': () => (0,external_node_zlib_.createGunzip)(OPTIONS),
    br: () => (0,external_node_zlib_.createBrotliDecompress)(OPTIONS),
    deflate: (first) => ((first & 0x0f) === 8 ? (0,external_node_zlib_.createInflate)(OPTIONS) : (0,external_node_zlib_.createInflateRaw)(OPTIONS)),
};
/**
 * Undoes the Content-Encoding of a body, of which `raw` is the first part or, when `complete`, all. Keeps `limit` bytes of
 * it, looks at a megabyte at most, and never throws: a body is anybody's bytes.
 */
async function decode(raw, contentEncoding, complete, limit) {
    const name = contentEncoding.trim().toLowerCase();
    const asSent = { bytes: raw.subarray(0, limit), cut: !complete || raw.byteLength > limit };
    // An answer to HEAD, or a page of nothing: there is nothing to decode, whatever its header says.
    if (name === '' || name === 'identity' || raw.byteLength === 0)
        return { ...asSent, coding: 'none' };
    const decoder = Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined;
    if (decoder === undefined)
        return { ...asSent, coding: 'unchecked' };
    const { bytes, seen, end } = await unfolded(decoder(raw[0] ?? 0), raw, limit);
    const coding = codingOf(end, complete);
    return seen === 0 && end !== 'sound'
        ? { ...asSent, coding }
        : { bytes, cut: !complete || seen > limit, coding };
}
/** What we did not read to its end cannot lack it; that it is damaged is seen all the same. */
function codingOf(end, complete) {
    return !complete && end === 'truncated' ? 'unchecked' : end;
}
function unfolded(decoder, raw, limit) {
    return new Promise((settle) => {
        const kept = [];
        let seen = 0;
        const finish = (end) => {
            decoder.removeAllListeners('data').destroy();
            settle({ bytes: Buffer.concat(kept), seen, end });
        };
        decoder.on('data', (piece) => {
            if (seen < limit)
                kept.push(piece.subarray(0, limit - seen));
            seen += piece.byteLength;
            if (seen > LOOKED_AT)
                finish('unchecked');
        });
        decoder.once('end', () => finish('sound'));
        decoder.on('error', (error) => finish(ENDS[(0,network_failure/* failureCode */.AD)(error)] ?? 'corrupt'));
        decoder.end(raw);
    });
}
/** zlib's and brotli's word for bytes that are good, and not all; and node's for bytes that are all, and more. */
const ENDS = {
    Z_BUF_ERROR: 'truncated',
    ERR_TRAILING_JUNK_AFTER_STREAM_END: 'sound',
};

;// CONCATENATED MODULE: ./lib/probe/http/body.js

/** Bytes of a body that are kept. More are read only to search them. */
const BODY_LIMIT = 64 * 1024;
const nothingGathered = () => ({ chunks: [], bytes: 0, complete: true });
/** Reads a body up to the limit, and leaves the rest. `gathered` has what came when the stream fails. */
async function gather(stream, gathered, limit = BODY_LIMIT) {
    for await (const chunk of stream) {
        gathered.chunks.push(chunk.subarray(0, Math.max(0, limit - gathered.bytes)));
        gathered.bytes += chunk.byteLength;
        if (gathered.bytes > limit) {
            gathered.complete = false;
            return;
        }
    }
}
/** What was gathered, without its compression, as text. */
async function bodyOf({ chunks, bytes, complete }, { headers }, limit = BODY_LIMIT) {
    const raw = Buffer.concat(chunks);
    const decoded = await decode(raw, headers['content-encoding'] ?? '', complete, limit);
    return {
        text: Buffer.from(decoded.bytes).toString('utf8'),
        bytes,
        complete: !decoded.cut,
        coding: decoded.coding,
    };
}

;// CONCATENATED MODULE: ./lib/probe/http/wire-tap.js
/** Bytes of the opening that are kept. */
const OPENING = 200;
/** Bytes of one line of a head that are kept: the fields that frame a body are short. */
const LINE = 300;
/** Lines of each of those fields that are kept. */
const MOST_FIELDS = 8;
/** Bytes that are looked at for the end of the heads. Whoever sends more does not end. */
const wire_tap_LOOKED_AT = 1024 * 1024;
/**
 * Keeps of an answer what `Wire` has: a few kilobytes, however much comes. Lines end with LF or CRLF, heads with an empty
 * line; that of a 1xx other than 101 is followed by another (RFC 9110, section 15.2).
 */
function wireTap() {
    let received = 0;
    const reading = {
        opening: '',
        line: '',
        length: 0,
        statusLine: undefined,
        start: 0,
        headBytes: undefined,
        done: false,
        contentLength: [],
        transferEncoding: [],
        last: 0,
        loose: false,
        wrong: false,
    };
    return {
        take: (chunk) => {
            reading.opening += latin1(chunk.subarray(0, OPENING - reading.opening.length));
            readLines(reading, chunk, received);
            received += chunk.byteLength;
        },
        received: () => received,
        wire: () => (received === 0 ? undefined : wireOf(reading)),
    };
}
const LF = 0x0a;
const CR = 0x0d;
function readLines(reading, chunk, before) {
    let at = 0;
    while (!reading.done && at < chunk.length && before + at < wire_tap_LOOKED_AT) {
        const found = chunk.indexOf(LF, at);
        const end = found < 0 ? chunk.length : found;
        const kept = Math.min(end, at + LINE - reading.line.length);
        reading.line += latin1(chunk.subarray(at, Math.max(at, kept)));
        reading.length += end - at;
        reading.wrong ||= hasControls(reading.last, chunk.subarray(at, end));
        reading.last = end > at ? (chunk[end - 1] ?? 0) : reading.last;
        at = end + 1;
        if (found >= 0)
            endLine(reading, before + at);
    }
}
/** @param position where the next line begins */
function endLine(reading, position) {
    const text = reading.line.replace(/\r$/, '');
    const empty = text === '' && reading.length <= 1;
    reading.loose ||= reading.last !== CR;
    reading.line = '';
    reading.length = 0;
    reading.last = 0;
    const { statusLine } = reading;
    if (statusLine === undefined) {
        // Clients pass over empty lines before a status line.
        if (empty)
            return;
        reading.statusLine = text;
        reading.done = !/^HTTP\//i.test(text);
        reading.wrong ||= !/^HTTP\/1\.[01] [1-9]\d\d(?: |$)/.test(text);
    }
    else if (!empty) {
        const folded = /^[ \t]/.test(text);
        reading.loose ||= folded;
        reading.wrong ||= !folded && !/^[!#$%&'*+.^_`|~\w-]+:/.test(text);
        keepFraming(reading, text);
    }
    else if (isInterim(statusLine)) {
        Object.assign(reading, {
            statusLine: undefined,
            start: position,
            contentLength: [],
            transferEncoding: [],
        });
    }
    else {
        reading.headBytes = position - reading.start;
        reading.done = true;
    }
}
function keepFraming(reading, line) {
    const [, name = '', value = ''] = /^([a-z-]{1,40})[ \t]*:(.*)$/is.exec(line) ?? [];
    const fields = { 'content-length': reading.contentLength, 'transfer-encoding': reading.transferEncoding };
    const kept = Object.entries(fields).find(([field]) => field === name.toLowerCase())?.[1];
    if (kept !== undefined && kept.length < MOST_FIELDS)
        kept.push(value.trim());
}
function isInterim(statusLine) {
    const status = Number(/^HTTP\/\d\.\d (\d{3})/i.exec(statusLine)?.[1]);
    return status >= 100 && status < 200 && status !== 101;
}
function wireOf(reading) {
    const { opening, headBytes, contentLength, transferEncoding } = reading;
    return {
        opening,
        ...(isLoose(reading) && { loose: true }),
        ...(headBytes !== undefined && { headBytes }),
        contentLength: [...contentLength],
        transferEncoding: [...transferEncoding],
    };
}
function isLoose({ loose, wrong, headBytes, contentLength, transferEncoding }) {
    const [length, ...others] = contentLength.flatMap((value) => value.split(/\s*,\s*/));
    const framed = transferEncoding.length === 0
        ? length === undefined || (/^\d+$/.test(length) && others.every((other) => other === length))
        : length === undefined && transferEncoding.length === 1 && /^chunked$/i.test(transferEncoding[0] ?? '');
    return headBytes !== undefined && !wrong && framed && (loose || others.length > 0);
}
/** Of the controls a line may have tabs, and one CR: its last byte. `before` is the byte in front of this part of it. */
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






/** Bytes of response headers that we take: twice what Cloudflare takes, so that too many are seen as such. */
const HEADER_LIMIT = 256 * 1024;
/** HTTP/1.1, by undici. */
const http1 = { protocols: ['http/1.1'], send: request };
async function request(ask, socket, signal, timings, lap) {
    const line = lineOn(socket);
    try {
        return await line.ask(ask, signal, timings, lap);
    }
    finally {
        line.close();
    }
}
function lineOn(socket) {
    let used = false;
    const nextSocket = () => {
        if (used)
            return GONE;
        used = true;
        return socket;
    };
    const client = (0,undici_client/* clientOn */.t)('http://origin', nextSocket, {
        maxHeaderSize: HEADER_LIMIT,
        // undici would hang up on a resting connection, sooner still where the origin names a time. Whoever opened it closes it.
        keepAliveTimeout: CLOUDFLARE_KEEP_ALIVE,
        keepAliveMaxTimeout: CLOUDFLARE_KEEP_ALIVE,
        keepAliveTimeoutThreshold: -CLOUDFLARE_KEEP_ALIVE,
    });
    return {
        ask: (ask, signal, timings, lap) => converse(client, tapped(socket), ask, signal, timings, lap),
        close: () => {
            // Whatever the server does, nothing of it stays open; a late error has nobody to tell.
            socket.on('error', () => undefined);
            void client.destroy().catch(() => undefined);
            socket.destroy();
        },
    };
}
/** Milliseconds for which Cloudflare keeps an idle connection (developers.cloudflare.com/fundamentals/reference/connection-limits). */
const CLOUDFLARE_KEEP_ALIVE = 900_000;
/**
 * The connection was closed before the request could be sent, by the other side or by undici, which was told something
 * before it had asked. There is no other, and with a code of its own undici would ask for one for ever.
 */
const GONE = Object.assign(new Error('the connection is gone'), { code: 'CONNECTION_GONE' });
async function converse(client, tap, { method, path, headers, body: sent, limit }, signal, timings, lap) {
    const measured = () => {
        const wire = tap.wire();
        return { timings, ...(wire !== undefined && { wire }) };
    };
    let head;
    try {
        const answer = await (0,abort/* orAborted */.H)(api_request.call(client, { method, path, headers, body: sent ?? null, signal }), signal);
        timings.processing = lap();
        head = { status: answer.statusCode, headers: joined(answer.headers) };
        const gathered = nothingGathered();
        await (0,abort/* orAborted */.H)(gather(answer.body, gathered, limit), signal);
        timings.transfer = lap();
        return { ...measured(), kind: 'completed', head, body: await bodyOf(gathered, head, limit) };
    }
    catch (failure) {
        const error = signal.aborted ? (0,network_failure/* timedOut */.iU)(tap.received()) : (0,network_failure/* failureOf */.g5)(failure, tap.received());
        const took = lap();
        if (head !== undefined) {
            timings.transfer = took;
            return { ...measured(), kind: 'failed', phase: 'transfer', error, head };
        }
        timings.processing = took;
        return { ...measured(), kind: 'failed', phase: 'processing', error };
    }
}
/** Reads along with undici, which hides how much came before a break, and what. */
function tapped(socket) {
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
function joined(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value ?? ''].flat().join(', ')]));
}

;// CONCATENATED MODULE: ./lib/probe/plan/cloudflare-headers.js
/**
 * What Cloudflare adds to a request on its way to the origin, but for what names the visitor
 * (https://developers.cloudflare.com/fundamentals/reference/http-headers/). An origin may behave otherwise with them: send no
 * redirect to HTTPS, or choke.
 */
function cloudflareHeaders(scheme) {
    return {
        'x-forwarded-proto': scheme,
        'cf-visitor': `{"scheme":"${scheme}"}`,
        'cdn-loop': 'cloudflare',
        'accept-encoding': 'gzip, br',
    };
}
/** The same request as anybody else would send it. */
function withoutCloudflareHeaders(ask) {
    const theirs = new Set(Object.keys(cloudflareHeaders('https')));
    return {
        ...ask,
        headers: Object.fromEntries(Object.entries(ask.headers).filter(([name]) => !theirs.has(name))),
    };
}

;// CONCATENATED MODULE: ./lib/probe/page/cookies.js
/** Bytes that one may have, and how many are kept: what browsers allow each, and plenty for one way. */
const LARGEST = 4096;
const MOST = 50;
/**
 * The jar after an answer of that URL. A site may set a cookie, redirect to where the visitor comes from, and loop for
 * whoever does not send it back. `setCookie` is the header with its lines joined by `, `.
 */
function updateJar(jar, { hostname, pathname }, setCookie) {
    const set = linesOf(setCookie ?? '').flatMap((line) => {
        const cookie = line.length > LARGEST ? undefined : cookieIn(line, hostname, pathname);
        return cookie === undefined ? [] : [cookie];
    });
    const replaced = jar.filter((old) => !set.some((cookie) => isSame(old, cookie)));
    return [...replaced, ...set].filter(({ value }) => value !== '').slice(-MOST);
}
/** The Cookie header for a request to that URL; empty when there is nothing to send. */
function cookiesFor(jar, { hostname, pathname, protocol }) {
    return jar
        .filter(({ domain, wide, path, secure }) => (hostname === domain || (wide && hostname.endsWith(`.${domain}`))) &&
        isWithin(pathname, path) &&
        (!secure || protocol === 'https:'))
        .map(({ name, value }) => `${name}=${value}`)
        .join('; ');
}
/** Dates have a comma too, but what follows it is no `name=`. */
function linesOf(setCookie) {
    return setCookie.slice(0, LARGEST * MOST).split(/,(?=\s*[^\s=;,]+=)/);
}
function cookieIn(line, hostname, pathname) {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
    const [name, value] = halves(pair);
    // What no request may have in a header would break the next one.
    if (name === '' || !/^[\x20-\x7e]*$/.test(pair))
        return;
    const known = new Map(attributes.map(halves).map(([key, text]) => [key.toLowerCase(), text]));
    const domain = (known.get('domain') ?? '').toLowerCase().replace(/^\./, '');
    // A host speaks for itself and for what is above it, never for a whole top-level domain.
    const wide = domain.includes('.') && (hostname === domain || hostname.endsWith(`.${domain}`));
    const path = known.get('path') ?? '';
    const gone = isPast(known.get('max-age'), known.get('expires'));
    return {
        name,
        value: gone ? '' : value,
        domain: wide ? domain : hostname,
        wide,
        path: path.startsWith('/') ? path : pathname.replace(/\/[^/]*$/, '') || '/',
        secure: known.has('secure'),
    };
}
function halves(text) {
    const at = text.indexOf('=');
    return at === -1 ? [text, ''] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
/** Whether a cookie is taken back by what it is set to. */
function isPast(maxAge, expires) {
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

;// CONCATENATED MODULE: ./lib/probe/page/redirect-policy.js



/** An origin that listens at a port of its own has no other that anybody could guess. */
function dialsOf({ scheme, host, port }, tls) {
    const plain = { host, port: (0,authority/* defaultPort */.L5)(false) };
    const secure = { host, port: (0,authority/* defaultPort */.L5)(true), tls };
    if (scheme === 'https:') {
        return port === (0,authority/* defaultPort */.L5)(true)
            ? { usual: secure, standard: { 'http:': plain, 'https:': secure } }
            : { usual: { host, port, tls } };
    }
    return port === (0,authority/* defaultPort */.L5)(false)
        ? { usual: plain, standard: { 'http:': plain, 'https:': secure } }
        : { usual: { host, port } };
}
/** Longer ones come from nobody who wants to be followed, and most servers refuse them. */
const LONGEST = 8192;
/** The statuses with which a browser goes on. */
function isRedirect(status) {
    return [301, 302, 303, 307, 308].includes(status);
}
/** Where an answer leads; undefined when it is no redirect, or leads nowhere that a browser would go. */
function targetOf(status, location, from) {
    if (!isRedirect(status) || location === undefined || location.length > LONGEST)
        return;
    const target = URL.parse(location, from.href);
    if (target === null || !/^https?:$/.test(target.protocol))
        return;
    target.hash = '';
    return target;
}
/**
 * The requests that follow from a redirect, the first of which that was not sent before is the one to send: as a browser
 * would, or as Cloudflare would ask the same origin. `elsewhere` is where the direct probe has no business.
 */
function nextSteps({ ask, url }, first, following, target, jar) {
    const { direct, site, open } = following;
    const cookies = cookiesFor(jar, target);
    if (direct === undefined) {
        const fields = { ...(isOwn(target, site) ? first.headers : open), host: target.host };
        return [stepTo(target, dialOf(target), first, withCookies(fields, cookies))];
    }
    const fields = withCookies({ ...first.headers, ...fieldsFor(target, ask, url) }, cookies);
    const dials = isDirect(target, site, first) ? dialsFor(direct, site, target) : [];
    return dials.length === 0 ? 'elsewhere' : dials.map((dial) => stepTo(target, dial, first, fields));
}
/** What tells two requests apart. */
function keyOf({ host, port, tls, path, headers }) {
    return JSON.stringify([host, port, tls?.servername, path, headers]);
}
function stepTo(url, dial, { method, limit }, headers) {
    const path = url.pathname + url.search;
    return { url, ask: { ...dial, method, path, headers, ...(limit !== undefined && { limit }) } };
}
/** The site's own host, and not in the clear if the site is not: there it may be sent what is for it alone. */
function isOwn({ hostname, protocol, port }, site) {
    const own = new URL(site);
    const downgrade = protocol === 'http:' && own.protocol === 'https:';
    return hostname === own.hostname && !downgrade && (port === own.port || port === '');
}
function dialOf(url) {
    const host = (0,authority/* unbracketed */.jG)(url.hostname);
    return {
        host,
        port: (0,authority/* portOf */.HM)(url),
        ...(url.protocol === 'https:' && { tls: { servername: host, trust: 'visitors' } }),
    };
}
/** Cloudflare would ask the same origin for that, as far as anybody can tell. */
function isDirect({ hostname, port, protocol }, site, { headers }) {
    const own = new URL(site);
    const names = [own.hostname, (headers['host'] ?? '').replace(/:\d+$/, '')];
    return names.includes(hostname) && (port === own.port || (port === '' && protocol !== own.protocol));
}
/**
 * An origin that was given with its plain port may send everybody to HTTPS, Cloudflare too: whoever then finds what he
 * asked for at its other port has not gone in a circle.
 */
function dialsFor({ usual, standard }, site, { protocol }) {
    const secure = protocol === 'https:';
    const other = standard?.[secure ? 'https:' : 'http:'];
    const otherDials = other === undefined ? [] : [other];
    if (protocol !== new URL(site).protocol)
        return otherDials;
    return secure && usual.tls === undefined ? [usual, ...otherDials] : [usual];
}
/** What Cloudflare says of the scheme that visitors use, where the request before said so. */
function fieldsFor({ protocol }, { headers }, before) {
    const said = new Set(schemeFields(before.protocol).flatMap(([name, value]) => (headers[name] === value ? [name] : [])));
    return Object.fromEntries(schemeFields(protocol).filter(([name]) => said.has(name)));
}
function schemeFields(protocol) {
    return Object.entries(cloudflareHeaders(protocol === 'https:' ? 'https' : 'http'));
}
function withCookies(headers, cookies) {
    if (cookies === '')
        return headers;
    const own = headers['cookie'];
    return { ...headers, cookie: own === undefined ? cookies : `${own}; ${cookies}` };
}

;// CONCATENATED MODULE: ./lib/probe/plan/plan.js




const USER_AGENT = 'origin-gate/1 (+https://github.com/origin-gate/origin-gate)';
/** What to dial and ask for a site. Pure. */
function planOf(site) {
    const url = new URL(site.url);
    const host = (0,authority/* unbracketed */.jG)(url.hostname);
    const port = (0,authority/* portOf */.HM)(url);
    const path = url.pathname + url.search;
    const scheme = url.protocol === 'https:' ? 'https' : 'http';
    const open = { 'user-agent': USER_AGENT, accept: 'text/html,application/json;q=0.9,*/*;q=0.8' };
    const headers = (hostHeader) => ({
        host: hostHeader,
        ...open,
        ...Object.fromEntries(site.headers.map(([name, value]) => [name.toLowerCase(), value])),
    });
    const expects = expectationsOf(site);
    const visits = (direct) => ({
        following: {
            limit: site.followRedirects,
            site: site.url,
            open,
            ...(direct !== undefined && { direct }),
        },
        expects,
    });
    const front = {
        host,
        port,
        ...(url.protocol === 'https:' && { tls: { servername: host, trust: 'visitors' } }),
        method: site.method,
        path,
        headers: { ...headers(url.host), ...accessOf(site) },
    };
    const tls = tlsAsCloudflare(site);
    const direct = (target) => ({
        host: target.host,
        port: target.port,
        ...(target.scheme === 'https:' && { tls }),
        method: site.method,
        path,
        headers: { ...cloudflareHeaders(scheme), ...headers(site.originHost) },
        ...visits(dialsOf(target, tls)),
    });
    return {
        request: {
            url: site.url,
            host: url.host,
            port,
            method: site.method,
            expectedStatus: site.expectedStatus,
            timeout: site.timeout,
            sslMode: site.sslMode,
            certificateDays: site.certificateDays,
            ...expects,
            ...(site.maxResponseTime !== undefined && { maxResponseTime: site.maxResponseTime }),
            origins: site.origins.map(({ scheme, port }) => ({ tls: scheme === 'https:', port })),
        },
        edge: { ...front, ...visits() },
        origins: site.origins.map(direct),
        trace: { ...front, method: 'GET', path: '/cdn-cgi/trace' },
        resolvers: (0,external_node_net_.isIP)(host) === 0 ? site.resolvers : [],
        resolversAtOnce: true,
    };
}
/** How Cloudflare shakes hands with the origin of a site. */
function tlsAsCloudflare({ originSni, originCa, clientCertificate }) {
    return {
        servername: nameOf(originSni),
        trust: 'cloudflare',
        ...(originCa.length > 0 && { ca: originCa }),
        ...(clientCertificate !== undefined && { client: clientCertificate }),
    };
}
function expectationsOf({ expectedBody, expectedHeader }) {
    return {
        ...(expectedBody !== undefined && { expectedBody }),
        ...(expectedHeader !== undefined && { expectedHeader }),
    };
}
/** What Cloudflare Access lets in. For the edge alone: the origin is asked with other headers. */
function accessOf({ access }) {
    if (access === undefined)
        return {};
    return { 'cf-access-client-id': access.id, 'cf-access-client-secret': access.secret };
}
/** A server name has no port, a Host header may have one. */
function nameOf(host) {
    return (0,authority/* unbracketed */.jG)(host.replace(/:\d+$/, ''));
}

;// CONCATENATED MODULE: ./lib/probe/http/exchange.js








/** Asks once, over a connection of its own that is closed in every case. Never throws for what the site does. */
async function exchange(ask, resolution, way, speech = http1) {
    const { signal, clear } = (0,network_clock.deadline)(way.timeout, way.signal);
    const timings = {};
    try {
        return await phases(ask, resolution, { ...way, signal }, timings, speech);
    }
    finally {
        clear();
    }
}
async function phases(ask, resolution, { network, clock, signal }, timings, { protocols, send }) {
    let over = {};
    const broken = (phase, error, tls) => ({
        timings,
        ...over,
        ...(tls !== undefined && { tls }),
        kind: 'failed',
        phase,
        error,
    });
    // A proxy resolves names by itself, and may know some that this machine does not.
    const tunnel = network.openThroughProxy?.(ask.host, ask.port, ask.tls !== undefined);
    const resolved = tunnel === undefined ? await (0,abort/* orAborted */.H)(resolution, signal).catch(() => undefined) : undefined;
    if (tunnel === undefined && resolved === undefined)
        return broken('resolve', (0,network_failure/* timedOut */.iU)());
    if (resolved !== undefined && resolved.elapsed > 0)
        timings.resolve = resolved.elapsed;
    if (resolved?.kind === 'failed') {
        const reason = resolved.reason === 'timeout' ? 'timeout' : 'unresolved';
        return broken('resolve', { reason, code: resolved.code, received: 0 });
    }
    const lap = (0,network_clock.stopwatch)(clock);
    const connection = await (tunnel?.(signal) ??
        (0,connect/* connectTo */.m)(resolved?.addresses ?? [], ask.port, network, signal));
    timings.connect = lap();
    if (!connection.ok)
        return broken('connect', connection.error);
    // Behind a proxy nobody knows.
    if (connection.address !== undefined)
        over = { family: connection.address.family };
    let socket = connection.socket;
    let session;
    if (ask.tls !== undefined) {
        const asCloudflare = ask.tls.trust === 'cloudflare';
        const roots = { cloudflare: asCloudflare ? network.originCa : [], own: ask.tls.ca ?? [] };
        const names = asCloudflare ? namesForCloudflare(ask) : [];
        const hello = { tls: ask.tls, protocols, otherNames: names, roots };
        const handshake = await (0,tls_handshake/* startTls */.w)(connection.socket, hello, clock, signal);
        timings.tls = lap();
        if (!handshake.ok)
            return broken('tls', handshake.error);
        socket = handshake.socket;
        session = handshake.session;
        const fault = session.certificate.faults[0];
        // A visitor's browser stops here. Cloudflare may not: its mode decides, and what lies behind is worth knowing.
        if (ask.tls.trust === 'visitors' && fault !== undefined) {
            socket.destroy();
            return broken('tls', { reason: 'untrusted', code: session.certificate.chainError || fault, received: 0 }, session);
        }
    }
    return {
        ...(await send(ask, socket, signal, timings, lap)),
        ...over,
        ...(session !== undefined && { tls: session }),
    };
}
/** Cloudflare accepts a certificate for the requested name, and one for the name that it dials. */
function namesForCloudflare({ host, headers }) {
    const requested = nameOf(headers['host'] ?? '');
    return [requested, host].filter((name) => name !== '' && (0,external_node_net_.isIP)(name) === 0);
}

// EXTERNAL MODULE: ./lib/shared/ip.js
var ip = __webpack_require__(8492);
;// CONCATENATED MODULE: ./lib/probe/dns/system.js





/** What a name leads to, within the time of one request. An address needs no resolver. */
async function resolution(host, way) {
    if ((0,external_node_net_.isIP)(host) !== 0) {
        return {
            host,
            elapsed: 0,
            kind: 'resolved',
            addresses: [{ address: host, family: (0,ip/* familyOf */.Ap)(host) }],
        };
    }
    const { signal, clear } = (0,network_clock.deadline)(way.timeout, way.signal);
    try {
        return await resolve(host, way.network, way.clock, signal);
    }
    finally {
        clear();
    }
}
/** Asks the system's resolver for a name, as every program on the runner does. */
async function resolve(host, network, clock, signal) {
    const lap = (0,network_clock.stopwatch)(clock);
    try {
        const [first, ...rest] = await (0,abort/* orAborted */.H)(network.lookup(host), signal);
        if (first === undefined)
            return { host, elapsed: lap(), kind: 'failed', reason: 'no-address', code: 'ENODATA' };
        return { host, elapsed: lap(), kind: 'resolved', addresses: [first, ...rest] };
    }
    catch (error) {
        const elapsed = lap();
        // getaddrinfo also reports ENOTFOUND for a name that exists without an address.
        const found = signal.aborted ? 'ABORT_ERR' : (0,network_failure/* failureCode */.AD)(error);
        const code = found === 'ENOTFOUND' ? await whyNotFound(host, network, signal) : found;
        return { host, elapsed, kind: 'failed', reason: FAILURES[code] ?? 'other', code };
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
/** NXDOMAIN only when DNS itself says so: getaddrinfo may have asked other sources, or none. */
async function whyNotFound(host, network, signal) {
    try {
        await (0,abort/* orAborted */.H)(network.query(host), signal);
        return 'ENODATA'; // DNS knows the name, the system's resolver does not: no address that this machine may use
    }
    catch (error) {
        const code = (0,network_failure/* failureCode */.AD)(error);
        return code === 'ENODATA' || code === 'ENOTFOUND' ? code : 'EAI_AGAIN';
    }
}

;// CONCATENATED MODULE: ./lib/probe/cloudflare/json-api.js




/** Bytes of an answer that are read: a zone may have many routes. */
const LIMIT = 512 * 1024;
/** Milliseconds for one question, whatever the site is given: an API that is slow may not hold a look up. */
const PATIENCE = 10_000;
/**
 * Asks an API at its address, with these headers beside. They go nowhere else: no redirect is followed, and a certificate that
 * visitors would not trust ends it before anything is sent.
 */
function apiAt(address, headers, limit = LIMIT) {
    const url = new URL(address);
    const base = url.pathname.replace(/\/$/, '');
    const host = (0,authority/* unbracketed */.jG)(url.hostname);
    const tls = url.protocol === 'https:';
    const ask = (path, post) => ({
        host,
        port: (0,authority/* portOf */.HM)(url),
        ...(tls && { tls: { servername: host, trust: 'visitors' } }),
        method: post === undefined ? 'GET' : 'POST',
        path: base + path,
        headers: {
            host: url.host,
            'user-agent': USER_AGENT,
            accept: 'application/json',
            ...(post !== undefined && { 'content-type': 'application/json' }),
            ...headers,
        },
        ...(post !== undefined && { body: post }),
        limit,
    });
    return {
        get: (path, way) => asked(ask(path), way),
        post: (path, body, way) => asked(ask(path, body), way),
    };
}
function asked(ask, way) {
    const within = { ...way, timeout: Math.min(way.timeout, PATIENCE) };
    return exchange(ask, resolution(ask.host, within), within);
}

;// CONCATENATED MODULE: ./lib/probe/cloudflare/record-target.js


/**
 * Whether the records lead to an origin; null where the two cannot be compared: an address inside of a network, one of
 * IPv4 against one of IPv6, a name that does not resolve. What is resolved is revealed before it is compared.
 */
async function pointsToOrigins({ host }, records, way) {
    if (records.some(({ content }) => content === host.toLowerCase()))
        return true;
    const [ours, theirs] = await Promise.all([
        addressesOf(host, way),
        Promise.all(records.map(({ content }) => addressesOf(content, way))).then((all) => all.flat()),
    ]);
    const comparable = ours.filter((address) => !(0,ip/* isPrivate */.Gw)(address) && theirs.some((other) => (0,ip/* familyOf */.Ap)(address) === (0,ip/* familyOf */.Ap)(other)));
    if (comparable.length === 0)
        return null;
    return comparable.some((address) => theirs.some((other) => (0,ip/* sameAddress */.xU)(address, other)));
}
/** The public addresses of a host; an address is its own. */
async function addressesOf(host, way) {
    if ((0,external_node_net_.isIP)(host) !== 0)
        return [host];
    try {
        const addresses = (await way.network.lookup(host)).map(({ address }) => address);
        way.onAddresses(addresses);
        return addresses;
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./lib/probe/cloudflare/zone-resources.js


const found = (value) => ({ ok: true, value });
async function partOf(read, { what, permission, path, take, none }) {
    const reading = await read(path);
    if (reading.ok)
        return found(take(reading.result));
    if (reading.why === 'absent' && none !== undefined)
        return found(none);
    return { ok: false, unread: unreadWords(what, reading.why, permission) };
}
const ZONE = { what: 'The zone', permission: 'Zone Read' };
/** The zone under an id, or the one with the longest name that the host ends in. */
async function headOf(host, id, read) {
    if (id !== undefined) {
        const given = await partOf(read, { ...ZONE, path: `/zones/${id}`, take: zone/* zoneHeadIn */.uT });
        // Who may not read the zone itself may still read what is in it.
        const bare = { id, name: '', account: '', status: '', paused: false };
        return found((given.ok ? given.value : undefined) ?? bare);
    }
    const candidates = await Promise.all((0,zone/* zoneNamesOf */.wt)(host).map((name) => partOf(read, { ...ZONE, path: `/zones?name=${encodeURIComponent(name)}`, take: firstHeadIn })));
    const head = candidates.flatMap((each) => (each.ok && each.value !== undefined ? [each.value] : []))[0];
    if (head !== undefined)
        return found(head);
    const failed = candidates.find((each) => !each.ok);
    const unread = 'The zone could not be read: the token sees no zone with the name of this site.';
    return failed !== undefined && !failed.ok ? failed : { ok: false, unread };
}
const firstHeadIn = (result) => Array.isArray(result) ? (0,zone/* zoneHeadIn */.uT)(result[0]) : undefined;
/** Links of a chain of aliases that are followed. */
const zone_resources_LONGEST = 4;
/**
 * Whither the records of a host lead in the end: an alias of another host of the zone is followed, as Cloudflare does. A host
 * without records has those for every host of its level.
 */
async function recordsOf({ id, name }, host, read) {
    const named = (wanted) => partOf(read, {
        what: 'The DNS records',
        permission: 'DNS Read',
        path: `/zones/${id}/dns_records?name=${encodeURIComponent(wanted)}&per_page=100`,
        take: zone/* recordsIn */.Q0,
    });
    const own = await named(host);
    const first = own.ok && own.value.length === 0 ? await named(host.replace(/^[^.]+/, '*')) : own;
    let records = first;
    for (let links = 0; links < zone_resources_LONGEST && records.ok; links += 1) {
        const [alias] = records.value;
        if (alias?.type !== 'CNAME' || name === '' || !`.${alias.content}`.endsWith(`.${name}`))
            break;
        const next = await named(alias.content);
        if (!next.ok || next.value.length === 0)
            break;
        records = next;
    }
    if (!records.ok || !first.ok)
        return records;
    // Whether Cloudflare stands in between is the business of the host's own record.
    const proxied = first.value.some((record) => record.proxied);
    return found(records.value.map(({ type, content }) => ({ type, content, proxied })));
}
const sslOf = ({ id }, read) => partOf(read, {
    what: 'The SSL mode',
    permission: 'Zone Settings Read',
    path: `/zones/${id}/settings/ssl`,
    take: zone/* settingIn */.eE,
});
/** A zone that never had such a rule has no ruleset. */
const rulesOf = ({ id }, read) => partOf(read, {
    what: 'The Origin Rules',
    permission: 'Origin Rules Read',
    path: `/zones/${id}/rulesets/phases/http_request_origin/entrypoint`,
    take: zone/* rulesIn */.BZ,
    none: (0,zone/* rulesIn */.BZ)(undefined),
});
const workerOf = ({ id }, page, read) => partOf(read, {
    what: "The Workers' routes",
    permission: 'Workers Routes Read',
    path: `/zones/${id}/workers/routes`,
    take: (result) => (0,zone/* workerFor */.yD)(result, page),
});
/** The pools of the host's load balancer; none when it has no balancer. */
async function poolsOf({ id, account }, host, read) {
    const balancer = await partOf(read, {
        what: 'The load balancers',
        permission: 'Load Balancers Read',
        path: `/zones/${id}/load_balancers`,
        take: (result) => (0,zone/* poolsFor */.bA)(result, host) ?? [],
    });
    if (!balancer.ok || balancer.value.length === 0)
        return balancer.ok ? found(undefined) : balancer;
    const pools = await Promise.all(balancer.value.map((pool) => partOf(read, {
        what: "The health of the load balancer's pools",
        permission: 'Load Balancing: Monitors and Pools Read',
        path: `/accounts/${account}/load_balancers/pools/${pool}/health`,
        take: zone/* poolHealthIn */.Gh,
    })));
    const failed = pools.find((pool) => !pool.ok);
    if (failed !== undefined && !failed.ok)
        return failed;
    return found(pools.flatMap((pool) => (pool.ok ? [pool.value] : [])));
}
/** The state of the tunnel to which the host leads; empty when it leads to none. */
async function tunnelOf({ account }, records, read) {
    const id = (0,zone/* tunnelIn */.A$)(records);
    if (id === undefined)
        return found('');
    return partOf(read, {
        what: 'The state of the tunnel',
        permission: 'Cloudflare Tunnel Read',
        path: `/accounts/${account}/cfd_tunnel/${id}`,
        take: zone/* tunnelStatusIn */.mV,
    });
}

;// CONCATENATED MODULE: ./lib/probe/cloudflare/zone.js












const CLOUDFLARE_API = 'https://api.cloudflare.com/client/v4';
/** Milliseconds for which what was read is taken to be still so. */
const FRESH = 15_000;
/** Milliseconds for all that is read, whatever the site is given: the first look waits no longer for an API than that. */
const zone_PATIENCE = 10_000;
/** Begins to read the zone of a site. Never throws for what the API does. */
function zoneOf(site, { token, id }, way, shared = new Map(), { address = CLOUDFLARE_API, patience = zone_PATIENCE } = {}) {
    const api = apiAt(address, { authorization: `Bearer ${token}` });
    const begin = () => {
        const { signal, clear } = (0,network_clock.deadline)(patience, way.signal);
        const within = { ...way, signal, timeout: patience };
        const reader = readerOf(site, id, (path) => shareOf(shared, path, api, within), within);
        void reader.facts.then(clear);
        return { ...reader, at: way.clock.monotonic() };
    };
    let current = begin();
    return {
        site: async () => (site.origins.length > 0 ? site : { ...site, origins: await current.origins }),
        facts: () => current.facts,
        figures: async (within) => figuresOf(api, await current.head, new URL(site.url).host, within),
        again: () => {
            if (way.clock.monotonic() - current.at >= FRESH)
                current = begin();
        },
    };
}
function shareOf(shared, path, api, way) {
    const now = way.clock.monotonic();
    const before = shared.get(path);
    if (before !== undefined && now - before.at < FRESH)
        return before.reading;
    const reading = api.get(path, way).then(apiResultOf);
    shared.set(path, { at: now, reading });
    return reading;
}
function readerOf(site, id, read, way) {
    const { hostname, pathname } = new URL(site.url);
    const head = headOf(hostname, id, read);
    const within = async (part) => {
        const found = await head;
        return found.ok ? part(found.value) : { ok: false, unread: '' };
    };
    const records = within((zone) => recordsOf(zone, hostname, read));
    const ssl = within((zone) => sslOf(zone, read));
    const origins = Promise.all([records, ssl]).then(([found, mode]) => found.ok ? targetsOf(site, found.value, mode.ok ? mode.value : '', way) : []);
    const compose = async () => {
        const [zone, found, mode, rules, worker, pools, tunnel] = await Promise.all([
            head,
            records,
            ssl,
            within((each) => rulesOf(each, read)),
            within((each) => workerOf(each, hostname + pathname, read)),
            within((each) => poolsOf(each, hostname, read)),
            records.then((all) => within((each) => tunnelOf(each, all.ok ? all.value : [], read))),
        ]);
        const given = site.origins.length > 0 ? site.origins : await origins;
        const record = found.ok ? await recordFacts(found.value, given, way) : undefined;
        return {
            ...(zone.ok && zone.value.status !== '' && { status: zone.value.status, paused: zone.value.paused }),
            ...(mode.ok && mode.value !== '' && { ssl: mode.value }),
            ...(record !== undefined && { record }),
            ...(rules.ok && { rules: rules.value }),
            ...(worker.ok && { worker: worker.value }),
            ...(tunnel.ok && tunnel.value !== '' && { tunnel: tunnel.value }),
            ...(pools.ok && pools.value !== undefined && { pools: pools.value }),
            unread: [zone, found, mode, rules, worker, pools, tunnel].flatMap((part) => part.ok || part.unread === '' ? [] : [part.unread]),
        };
    };
    return { head, origins, facts: compose() };
}
/** What to dial where the records are all that is known of the origins. */
function targetsOf(site, records, ssl, way) {
    if ((0,zone/* tunnelIn */.A$)(records) !== undefined)
        return [];
    const { protocol, port } = new URL(site.url);
    const { mode } = (0,ssl_mode/* sslModeOf */.H)(site, ssl);
    const http = protocol === 'http:' && mode !== 'origin_pull';
    const plain = http || mode === 'off' || (mode === 'flexible' && port === '');
    const hosts = [...new Set(records.map(({ content }) => content))];
    way.onAddresses(hosts);
    return hosts.map((host) => ({
        scheme: plain ? 'http:' : 'https:',
        host,
        port: port === '' || plain !== (protocol === 'http:') ? (0,authority/* defaultPort */.L5)(!plain) : Number(port),
    }));
}
async function recordFacts(records, given, way) {
    const proxied = records.some((record) => record.proxied);
    if ((0,zone/* tunnelIn */.A$)(records) !== undefined)
        return { kind: 'tunnel', proxied, pointsToOrigins: given.map(() => null) };
    if (records.length === 0)
        return { kind: 'none', proxied, pointsToOrigins: given.map(() => null) };
    way.onAddresses(records.map(({ content }) => content));
    const compared = Promise.all(given.map((origin) => pointsToOrigins(origin, records, way)));
    // A resolver that stays silent may not hold the facts up.
    const leads = await (0,abort/* orAborted */.H)(compared, way.signal).catch(() => given.map(() => null));
    return {
        kind: records.every(({ content }) => (0,external_node_net_.isIP)(content) !== 0) ? 'address' : 'name',
        proxied,
        pointsToOrigins: leads,
    };
}
async function figuresOf(api, head, host, way) {
    const none = { minutes: ANALYTICS_MINUTES, rows: [] };
    if (!head.ok)
        return none;
    const answer = await api.post('/graphql', analyticsQuery(head.value.id, host, way.clock.now()), way);
    const body = answer.kind === 'completed' ? (0,json/* parseJson */.qF)(answer.body.text) : undefined;
    const figures = analyticsIn(body, host);
    if (figures !== undefined)
        return figures;
    const why = answer.kind === 'failed' ? 'unreachable' : answer.head.status === 429 ? 'busy' : 'permission';
    return { ...none, unread: unreadWords('The figures of the zone', why, 'Analytics Read') };
}

;// CONCATENATED MODULE: ./lib/probe/network/connection-limit.js
/** Connections that the looks of a run hold open at once. Enough to be quick, and few enough for each to be timed well. */
const MOST_CONNECTIONS = 48;
/** Milliseconds between the beginnings of two looks, so that their handshakes do not wait for one another's. */
const APART = 5;
/** Room for one more look, however many connections it takes, and for others as long as they fit. */
function connectionLimit(clock, signal, most = MOST_CONNECTIONS) {
    const begun = [];
    const fresh = [];
    let open = 0;
    let resting = false;
    const admit = () => {
        if (resting)
            return;
        const queue = begun.length > 0 ? begun : fresh;
        const [next] = queue;
        if (next === undefined || (open > 0 && open + next.connections > most))
            return;
        queue.shift();
        open += next.connections;
        next.enter(leaving(next.connections));
        if (begun.length + fresh.length > 0)
            void rest();
    };
    const leaving = (connections) => {
        let inside = true;
        return () => {
            if (!inside)
                return;
            inside = false;
            open -= connections;
            admit();
        };
    };
    const rest = async () => {
        resting = true;
        const before = clock.monotonic();
        await clock.sleep(APART, signal);
        // Where the process has more to do than it can, that took longer: let it catch up.
        const late = clock.monotonic() - before - APART;
        if (late > APART)
            await clock.sleep(late, signal);
        resting = false;
        admit();
    };
    signal.addEventListener('abort', () => {
        for (const { enter } of [...begun.splice(0), ...fresh.splice(0)])
            enter(() => undefined);
    });
    return {
        acquire: (connections, hasBegun) => signal.aborted
            ? Promise.resolve(() => undefined)
            : new Promise((enter) => {
                const queue = hasBegun ? begun : fresh;
                queue.push({ connections, enter });
                admit();
            }),
    };
}
/** Connections that a look has open at once: each origin, which the zone may have to name, the edge, and the trace. */
function connectionsOf({ origins, zone }) {
    const direct = origins.length === 0 && zone !== undefined ? 1 : origins.length;
    return direct + 2;
}

;// CONCATENATED MODULE: ./lib/probe/dns/resolvers.js

/** Milliseconds that a resolver is given at most, fallbacks included. */
const resolvers_PATIENCE = 5000;
/** Asks every resolver for the addresses of a name, at the same moment. */
function queryResolvers(name, servers, way) {
    const told = servers.map(() => undefined);
    const soFar = () => told.filter((each) => each !== undefined);
    const ask = async () => {
        const { network } = way;
        const { dns } = network;
        if (dns === undefined || servers.length === 0)
            return [];
        const { signal, clear } = (0,network_clock.deadline)(Math.min(resolvers_PATIENCE, way.timeout), way.signal);
        try {
            // Reading packets takes a package, which is loaded while the other probes wait for the network.
            const { queryAddresses } = await Promise.all(/* import() */[__webpack_require__.e(894), __webpack_require__.e(50)]).then(__webpack_require__.bind(__webpack_require__, 5050));
            await Promise.all(servers.map(async (address, index) => {
                told[index] = await queryAddresses(name, { server: address, address, recursive: true }, dns, {
                    ...way,
                    signal,
                });
            }));
            return soFar();
        }
        finally {
            clear();
        }
    };
    const all = ask();
    // Not everybody waits for it; whoever does is told.
    void all.catch(() => undefined);
    return { soFar, all };
}

;// CONCATENATED MODULE: ./lib/probe/network/shared-lookups.js

/** Milliseconds for which what one site was told of a name is as good as new to another. */
const shared_lookups_FRESH = 1000;
/** The same for what several resolvers say, who would soon be tired of being asked. */
const FRESH_ELSEWHERE = 15_000;
/** A network for many sites: names that they have in common are looked up once for all that look at that moment. */
function sharedNetwork(network, clock) {
    return { ...network, lookup: fresh(clock, shared_lookups_FRESH, (host) => network.lookup(host)) };
}
/** Asks the resolvers for many sites: once for those that have a name in common. */
function sharedResolvers(clock) {
    const known = new Map();
    return (name, servers, way) => lately(known, [name, ...servers].join(' '), FRESH_ELSEWHERE, clock, () => queryResolvers(name, servers, way));
}
function fresh(clock, ms, ask) {
    const known = new Map();
    return (host) => lately(known, host, ms, clock, () => ask(host));
}
function lately(known, key, ms, clock, make) {
    const now = clock.monotonic();
    const before = known.get(key);
    if (before !== undefined && now - before.at < ms)
        return before.value;
    const value = make();
    known.set(key, { at: now, value });
    return value;
}

// EXTERNAL MODULE: ./lib/redact/resolved-origins.js
var resolved_origins = __webpack_require__(2407);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
// EXTERNAL MODULE: ./lib/run/conclude.js
var conclude = __webpack_require__(6008);
// EXTERNAL MODULE: external "node:v8"
var external_node_v8_ = __webpack_require__(8877);
;// CONCATENATED MODULE: ./lib/run/memory.js


/** Stores data in about 5 % of its size, outside the heap that the garbage collector scans. Each `open` makes a copy. */
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
 * Switches V8 to its memory-saving mode, and stops the young generation from growing. Call it before allocating: otherwise
 * a run with many sites reserves 130 MB for garbage.
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
/** The same evidence with its bodies cut to the shortest length that yields the same judgment, hence the same report. */
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

/** Looks that are kept of a run. A day of watching makes hundreds of thousands. */
const MAX_ROUNDS = 200;
const EMPTY_HISTORY = [];
/**
 * Remembers a look. Of a long run some are let go, with an account in the next one that is kept: first those in the midst
 * of others that saw the same, and then such as do not begin or end the trouble. `pin` keeps it, and so many before it.
 */
function addRound(memory, evidence, judgment, { pin = 0, most = MAX_ROUNDS } = {}) {
    const before = memory.at(-1);
    const look = {
        evidence: sharing(evidence, before?.evidence),
        judgment,
        at: evidence.at,
        health: (0,availability/* healthAfter */.zQ)(before?.health, judgment.verdict),
        key: history_keyOf(evidence, judgment),
        pinned: pin > 0,
    };
    const from = memory.length - pin;
    const all = [...memory.map((kept, at) => (at > from ? { ...kept, pinned: true } : kept)), look];
    return all.length > most ? without(all, victimOf(all)) : all;
}
/** What is remembered, as a history; undefined before the first look. */
function historyOf(memory) {
    const [first, ...rest] = memory.map(({ evidence }) => evidence);
    return first === undefined ? undefined : [first, ...rest];
}
/** Place of the look that is missed least. */
function victimOf(all) {
    const inner = all.flatMap(({ pinned }, at) => (pinned || at === 0 || at === all.length - 1 ? [] : [at]));
    const alike = inner.find((at) => all[at - 1]?.key === all[at]?.key && all[at]?.key === all[at + 1]?.key);
    if (alike !== undefined)
        return alike;
    const bounds = boundsOf(all);
    const spare = inner.filter((at) => !bounds.has(at));
    return spare[Math.floor(spare.length / 2)] ?? Math.floor(all.length / 2);
}
/** The first and the last look of each kind of trouble, and the one that saw the site well again. */
function boundsOf(all) {
    const first = new Map();
    const last = new Map();
    for (const [at, { judgment }] of all.entries()) {
        if (judgment.verdict === 'healthy')
            continue;
        const trouble = `${judgment.verdict} ${judgment.findings[0]?.cause.id ?? ''}`;
        if (!first.has(trouble))
            first.set(trouble, at);
        last.set(trouble, at);
    }
    const worst = all.findLastIndex(({ judgment }) => judgment.verdict === 'unhealthy');
    const healed = all.findIndex(({ judgment }, at) => at > worst && judgment.verdict === 'healthy');
    return new Set([...first.values(), ...last.values(), healed]);
}
function without(all, at) {
    const [from, gone, next] = [all[at - 1], all[at], all[at + 1]];
    if (from === undefined || gone === undefined || next === undefined)
        return all;
    const skipped = accountOf(from, gone, next);
    return all.toSpliced(at, 2, { ...next, evidence: { ...next.evidence, skipped } });
}
function accountOf(from, gone, next) {
    const [a, b] = [gone.evidence.skipped ?? NONE, next.evidence.skipped ?? NONE];
    const there = (0,availability/* stepBetween */.LT)(from, gone.evidence, gone.health);
    const on = (0,availability/* stepBetween */.LT)(gone, next.evidence, next.health);
    const { verdict } = gone.judgment;
    const health = next.evidence.skipped?.health ?? gone.health;
    return {
        healthy: a.healthy + b.healthy + (verdict === 'healthy' ? 1 : 0),
        unhealthy: a.unhealthy + b.unhealthy + (verdict === 'unhealthy' ? 1 : 0),
        inconclusive: a.inconclusive + b.inconclusive + (verdict === 'inconclusive' ? 1 : 0),
        downtime: there.downtime + on.downtime,
        transitions: there.transitions + on.transitions,
        ...(health !== undefined && { health }),
        identical: a.identical && b.identical && from.key === gone.key && gone.key === next.key,
    };
}
const NONE = {
    healthy: 0,
    unhealthy: 0,
    inconclusive: 0,
    downtime: 0,
    transitions: 0,
    identical: true,
};
function history_keyOf(evidence, judgment) {
    const { colo = '', family = '', origin } = (0,availability/* sampleOf */.uV)(evidence, judgment);
    const [lead] = judgment.findings;
    const ends = [evidence.edge, ...(evidence.origins ?? [])].map(endOf);
    const remarks = [...judgment.warnings, ...judgment.notes].map(({ cause }) => cause.id);
    return [judgment.verdict, lead?.cause.id, lead?.match.confidence, colo, family, origin?.position]
        .concat(ends, remarks)
        .join(' ');
}
function endOf(exchange) {
    if (exchange === undefined)
        return '-';
    if (exchange.kind === 'completed')
        return String(exchange.head.status);
    return `${exchange.phase}/${exchange.error.reason}`;
}
/** A page that has not changed is kept once. */
function sharing(evidence, before) {
    if (before === undefined)
        return evidence;
    const { edge, origins } = evidence;
    return {
        ...evidence,
        ...(edge !== undefined && { edge: sharingBody(edge, before.edge) }),
        ...(origins !== undefined && {
            origins: origins.map((origin, at) => sharingBody(origin, before.origins?.[at])),
        }),
    };
}
function sharingBody(exchange, before) {
    if (exchange.kind !== 'completed' || before?.kind !== 'completed')
        return exchange;
    const { text } = before.body;
    return exchange.body.text === text ? { ...exchange, body: { ...exchange.body, text } } : exchange;
}

// EXTERNAL MODULE: ./lib/diagnosis/next/schedule.js
var next_schedule = __webpack_require__(1482);
// EXTERNAL MODULE: ./lib/cloudflare/response.js
var response = __webpack_require__(936);
// EXTERNAL MODULE: ./lib/diagnosis/facts/malformed.js
var malformed = __webpack_require__(2192);
// EXTERNAL MODULE: ./lib/diagnosis/facts/edge.js
var edge = __webpack_require__(8644);
// EXTERNAL MODULE: ./lib/diagnosis/facts/exchange.js
var facts_exchange = __webpack_require__(2828);
;// CONCATENATED MODULE: ./lib/diagnosis/next/handshake-questions.js



/** What the first answers leave open where TLS and plain HTTP meet. */
const HANDSHAKE_QUESTIONS = [
    // A TLS library hides what came in the place of a handshake, and that a client certificate was wanted.
    ofOrigins('tlsInspection', (origin, tls) => tls && (noHandshake(origin) || (origin.tls !== undefined && hungUp(origin)))),
    // Whoever sends an alert speaks TLS. Anything else may be plain HTTP, and what fails in plain HTTP may be TLS.
    ofOrigins('otherScheme', (origin, tls) => tls ? noHandshake(origin) && origin.error.alert === undefined : hungUp(origin) || badRequest(origin)),
    // Whether the zone's mode and the server agree on a port: it may listen on the other one alone.
    ofOrigins('otherPort', (origin, tls, { edge, request }, index) => request.origins[index]?.port === (0,authority/* defaultPort */.L5)(tls) &&
        (0,facts_exchange/* failedAt */.JG)(origin, 'connect', 'refused') &&
        (0,response/* edgeErrorIn */.L3)(edge)?.code === 521),
];
/** A question about each origin of which something holds. */
function ofOrigins(ask, holds) {
    return (evidence) => (evidence.origins ?? []).flatMap((origin, index) => holds(origin, evidence.request.origins[index]?.tls === true, evidence, index)
        ? [{ ask, origin: index }]
        : []);
}
function noHandshake(origin) {
    return origin.kind === 'failed' && origin.phase === 'tls' && origin.error.reason !== 'timeout';
}
/** It took the request, and ended the connection without a byte that HTTP knows. */
function hungUp(origin) {
    return (0,facts_exchange/* failedAt */.JG)(origin, 'processing', 'closed', 'reset', 'protocol');
}
function badRequest(origin) {
    return origin.kind === 'completed' && origin.head.status === 400;
}

// EXTERNAL MODULE: ./lib/diagnosis/facts/dns.js
var dns = __webpack_require__(6650);
;// CONCATENATED MODULE: ./lib/diagnosis/next/questions.js






/**
 * What the first answers of a look leave open. Each row says when its question is worth a connection: a look at a site that
 * is well asks nothing twice.
 */
const QUESTIONS = [
    // A copy says nothing about what stands behind it.
    (evidence) => (0,response/* fromCache */.ZY)(evidence.edge) && (0,facts_exchange/* isGoodResponse */.nm)(evidence, evidence.edge) ? [{ ask: 'uncached' }] : [],
    // Visitors get a 5xx that may be anybody's: what Cloudflare counted tells what the origin had said.
    (evidence) => evidence.zone !== undefined && (0,edge/* hasEdgeError */.y)(evidence, 500, 502, 503, 504, 520)
        ? [{ ask: 'analytics' }]
        : [],
    // Whether Cloudflare knows of trouble, where it may be its own.
    ({ origins = [], ...evidence }) => {
        const moments = origins.length === 0 ? [evidence] : origins.map((origin) => ({ ...evidence, origin }));
        return moments.some(edge/* cloudflareMayBeAtFault */.FE) ? [{ ask: 'statusPage' }] : [];
    },
    // An origin that chokes on what only Cloudflare sends answers well without it, and fails with it every time.
    ({ origins = [], ...evidence }) => origins.flatMap((origin, index) => failed(origin) && !(0,facts_exchange/* isGoodResponse */.nm)(evidence, origin)
        ? [
            { ask: 'withoutCloudflareHeaders', origin: index },
            { ask: 'repeated', origin: index },
        ]
        : []),
    ...HANDSHAKE_QUESTIONS,
    // The runner's resolver may be the one that is wrong.
    (evidence) => (nameInDoubt(evidence) ? [{ ask: 'resolvers' }] : []),
    // Who is right, and how long the others may go on, only these know.
    (evidence) => unresolved(evidence) || resolversDiffer(evidence) ? [{ ask: 'ownResolver' }, { ask: 'nameServers' }] : [],
    // Where nothing is reached, the fault may be the runner's.
    ({ edge, trace, origins = [] }) => {
        const tried = [edge, trace, ...origins].filter((exchange) => exchange !== undefined);
        return tried.length > 0 && tried.every(facts_exchange/* neverConnected */.i_) ? [{ ask: 'connectivity' }] : [];
    },
    (evidence) => ((0,dns/* needsCurrentRanges */.hw)(evidence) ? [{ ask: 'ranges' }] : []),
    // Cloudflare gets no connection where we get one: it may have dialed the other family of addresses.
    ({ origins = [], ...evidence }) => (0,edge/* hasEdgeError */.y)(evidence, 521, 522, 523)
        ? origins.flatMap((origin, index) => (0,facts_exchange/* isGoodResponse */.nm)(evidence, origin) ? [{ ask: 'addressFamilies', origin: index }] : [])
        : [],
    // Past Cloudflare visitors dial by themselves, and not everybody has both families.
    (evidence) => ((0,dns/* needsCurrentRanges */.hw)(evidence) && hasBoth(evidence) ? [{ ask: 'addressFamilies' }] : []),
    // Cloudflare speaks HTTP/2 to an origin that offers it, and keeps its connections. The direct probe does neither.
    ({ origins = [], ...evidence }) => gotNoUse(evidence)
        ? origins.flatMap((origin, index) => {
            if (!(0,facts_exchange/* isGoodResponse */.nm)(evidence, origin))
                return [];
            const secure = origin.tls !== undefined;
            return [
                ...(secure ? [{ ask: 'http2', origin: index }] : []),
                { ask: 'keepAlive', origin: index },
            ];
        })
        : [],
];
function hasBoth({ dns }) {
    const families = dns?.kind === 'resolved' ? dns.addresses.map(({ family }) => family) : [];
    return families.includes(4) && families.includes(6);
}
function unresolved({ dns }) {
    return dns?.kind === 'failed';
}
/** The name leads nowhere, past Cloudflare to something that fails, or to what gives no connection. */
function nameInDoubt(evidence) {
    const { edge } = evidence;
    const noWay = (0,facts_exchange/* failedAt */.JG)(edge, 'connect') || (0,facts_exchange/* failedAt */.JG)(edge, 'tls');
    const past = (0,dns/* runnerView */.mf)(evidence) === 'elsewhere' && !(0,facts_exchange/* isGoodResponse */.nm)(evidence, edge);
    return unresolved(evidence) || noWay || past;
}
/** Those that were heard by now lead to other places than the runner's own, or nowhere. */
function resolversDiffer(evidence) {
    const own = (0,dns/* runnerView */.mf)(evidence);
    return (0,dns/* resolverViews */.VD)(evidence).some((witness) => witness.view !== own || (0,dns/* hasNoRecord */.n$)(witness));
}
/** Every question that the first answers leave. Pure. */
function followUpQuestions(evidence) {
    return QUESTIONS.flatMap((questions) => questions(evidence));
}
/** Cloudflare got a connection to an origin, and no answer that it could use. */
function gotNoUse(evidence) {
    return (0,edge/* hasEdgeError */.y)(evidence, 502, 520, 524) || (0,malformed/* bodyCutShort */.Xe)(evidence.edge);
}
/** A connection stood, and what came of the request is no page. */
function failed(exchange) {
    if (exchange.kind === 'completed')
        return exchange.head.status >= 400 || (0,facts_exchange/* encodingDamage */.hk)(exchange) !== undefined;
    return exchange.phase === 'processing' || exchange.phase === 'transfer';
}

;// CONCATENATED MODULE: ./lib/probe/network/address-families.js


/** Milliseconds for a bare connection: who takes longer keeps visitors waiting as well. */
const address_families_PATIENCE = 3000;
/** Opens a connection by IPv4 and one by IPv6, where a name has both: usually the first that succeeds hides the other. */
async function probeAddressFamilies(ask, name, way) {
    const found = await name;
    if (found.kind === 'failed')
        return {};
    const [four, six] = [4, 6].map((family) => found.addresses.filter((address) => address.family === family));
    if (four === undefined || six === undefined || four.length === 0 || six.length === 0)
        return {};
    const [v4, v6] = await Promise.all([opened(four, ask, way), opened(six, ask, way)]);
    return { v4, v6 };
}
async function opened(addresses, { port }, way) {
    const { signal, clear } = (0,network_clock.deadline)(Math.min(address_families_PATIENCE, way.timeout), way.signal);
    try {
        const connection = await (0,connect/* connectTo */.m)(addresses, port, way.network, signal);
        if (!connection.ok)
            return { ok: false, error: connection.error };
        connection.socket.on('error', () => undefined).destroy();
        return { ok: true };
    }
    finally {
        clear();
    }
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(7075);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
;// CONCATENATED MODULE: ./lib/probe/tls/records.js
const HANDSHAKE = 22;
/** RFC 5246, section 7.4: the type of a handshake message. */
const CERTIFICATE_REQUEST = 13;
/**
 * Reads TLS records as far as they are in the clear (RFC 5246, section 6.2.1), and knows plain HTTP when it comes in their
 * place. The bytes are anybody's: what cannot be read is read no further.
 */
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
    // A server from before HTTP/1.0, or one that takes our hello for such a request, begins with the page.
    return /^(?:HTTP\/\d|\s*<(?:!doctype )?html\b)/i.test(opening) ? 'http' : 'other';
}
/** Content types 20 to 23; the major version of every TLS is 3. */
function isRecord(bytes, at) {
    const [type = 0, major, minor = 255] = bytes.subarray(at, at + 3);
    return type >= 20 && type <= 23 && major === 3 && minor <= 4;
}
/** The types of the handshake messages, up to the first record that is something else: from there on all is encrypted. */
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







/** Bytes in the clear that are kept: a whole first flight of a server has fewer. */
const CAPTURE_LIMIT = 64 * 1024;
/** Everything that OpenSSL still knows, for a server that turns the usual offer down. */
const OUTDATED = { minVersion: 'TLSv1', ciphers: 'ALL:COMPLEMENTOFALL:@SECLEVEL=0' };
/** Alerts of a server that found nothing in our offer that it knows: handshake_failure, protocol_version, insufficient_security. */
const NOTHING_IN_COMMON = new Set([40, 70, 71]);
/** What our own side says of a server that chose what we do not take. */
const TURNED_DOWN = /^ERR_SSL_(?:UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|.*KEY_TOO_SMALL|.*MD_TOO_WEAK|.*BAD_SIGNATURE.*)$/;
/**
 * Says hello in TLS and looks at what comes back from beneath. A request follows the handshake, since a server that wants a
 * client certificate turns us down only after it (RFC 8446, section 4.4.2.4), and since it ends the wait for any other.
 */
async function inspectTls(ask, resolution, way) {
    const { signal, clear } = (0,network_clock.deadline)(way.timeout, way.signal);
    try {
        const { greeting, code } = await hello(ask, resolution, { ...way, signal }, {});
        const inVain = NOTHING_IN_COMMON.has(greeting.alert ?? 0) || TURNED_DOWN.test(code);
        if (greeting.handshakeCompleted || !inVain)
            return greeting;
        const { session } = await hello(ask, resolution, { ...way, signal }, OUTDATED);
        return { ...greeting, ...(session !== undefined && { legacy: session }) };
    }
    finally {
        clear();
    }
}
const MUTE = {
    greeting: { protocol: 'nothing', handshakeCompleted: false, requestsCertificate: false },
    code: '',
};
async function hello(ask, resolution, { network, signal }, offer) {
    const { tls } = ask;
    if (tls === undefined)
        return MUTE;
    const resolved = await resolution;
    if (resolved.kind === 'failed')
        return MUTE;
    const connection = await (0,connect/* connectTo */.m)(resolved.addresses, ask.port, network, signal);
    if (!connection.ok)
        return MUTE;
    const { tapped, kept } = tap(connection.socket);
    const secure = (0,external_node_tls_.connect)({ ...(0,tls_handshake/* offerOf */.y)({ tls, protocols: ['http/1.1'] }), ...offer, socket: tapped });
    const { error, session } = await turnedDown(secure, ask, signal);
    secure.destroy();
    connection.socket.destroy();
    const alert = (0,network_failure/* alertOf */.GU)(error);
    const handshakeCompleted = session !== undefined;
    return {
        greeting: { ...plaintextRecordsOf(kept()), handshakeCompleted, ...(alert !== undefined && { alert }) },
        code: error === undefined ? '' : (0,network_failure/* failureCode */.AD)(error),
        ...(handshakeCompleted && { session }),
    };
}
/** The first that the server says after the handshake, or why there is none. */
function turnedDown(secure, { method, path, headers }, signal) {
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
/** Puts itself between a connection and the TLS on top of it, and keeps the first bytes that arrive. */
function tap(wire) {
    const chunks = [];
    let bytes = 0;
    const tapped = new external_node_stream_.Duplex({
        read: () => void wire.resume(),
        write: (chunk, _, done) => void wire.write(chunk, () => done()),
        final: (done) => void wire.end(() => done()),
        destroy: (error, done) => {
            wire.destroy();
            done(error);
        },
    });
    wire.on('data', (chunk) => {
        if (bytes < CAPTURE_LIMIT)
            chunks.push(chunk.subarray(0, CAPTURE_LIMIT - bytes));
        bytes = Math.min(CAPTURE_LIMIT, bytes + chunk.byteLength);
        if (!tapped.push(chunk))
            wire.pause();
    });
    wire.on('end', () => tapped.push(null));
    wire.on('error', (error) => tapped.destroy(error));
    wire.on('close', () => tapped.destroy());
    return { tapped, kept: () => Buffer.concat(chunks) };
}

// EXTERNAL MODULE: external "node:http2"
var external_node_http2_ = __webpack_require__(2467);
;// CONCATENATED MODULE: ./lib/probe/http/http2.js






/** What HTTP/2 has other means for (RFC 9113, section 8.2.2). */
const NOT_IN_HTTP2 = new Set(['connection', 'host', 'keep-alive', 'proxy-connection', 'transfer-encoding']);
/**
 * Asks over HTTP/2, if the server agrees to it in the TLS handshake, as Cloudflare does. Never throws for what the site
 * does. In a break the code is that of the stream or of the connection (RFC 9113, section 7): `RST_STREAM_CANCEL`,
 * `GOAWAY_ENHANCE_YOUR_CALM`; `received` counts the body alone, since node keeps the frames to itself.
 */
async function sendHttp2(ask, resolution, way) {
    let agreed = false;
    const found = await exchange(ask, resolution, way, {
        protocols: ['h2', 'http/1.1'],
        send: async (ask, socket, signal, timings, lap) => {
            agreed = 'alpnProtocol' in socket && socket.alpnProtocol === 'h2';
            return agreed ? http2_converse(ask, socket, signal, timings, lap) : http2_hungUp(socket, timings);
        },
    });
    return agreed ? { agreed, exchange: found } : { agreed: false };
}
/** The server speaks HTTP/1.1 alone, and has been asked that before. */
function http2_hungUp(socket, timings) {
    socket.destroy();
    const error = { reason: 'other', code: 'NOT_AGREED', received: 0 };
    return { timings, kind: 'failed', phase: 'tls', error };
}
async function http2_converse(ask, socket, signal, timings, lap) {
    const session = (0,external_node_http2_.connect)('https://origin', {
        createConnection: () => socket,
        settings: { enablePush: false, maxHeaderListSize: HEADER_LIMIT },
        // Beyond node's own 128 it would reset the stream, and the origin would seem to have.
        maxHeaderListPairs: 4000,
    });
    const gathered = nothingGathered();
    let ending;
    // The connection's own word says more than what becomes of the streams on it.
    session.once('goaway', (code) => {
        ending ??= closedWith('GOAWAY', code);
    });
    session.on('error', (error) => {
        ending ??= (0,network_failure/* failureOf */.g5)(error);
    });
    session.once('close', () => {
        ending ??= { reason: 'closed', code: 'HTTP2_CLOSED', received: 0 };
    });
    let head;
    try {
        const stream = session.request(fieldsOf(ask), { endStream: true });
        const ended = http2_endOf(stream);
        const headers = await (0,abort/* orAborted */.H)(responseOf(stream, ended), signal);
        timings.processing = lap();
        head = http2_headOf(headers);
        await (0,abort/* orAborted */.H)(gather(stream, gathered), signal);
        // Node ends a body without complaint when the other side cancels the stream in the middle of it.
        if (gathered.complete)
            await (0,abort/* orAborted */.H)(ended, signal);
        timings.transfer = lap();
        return { timings, kind: 'completed', head, body: await bodyOf(gathered, head) };
    }
    catch (failure) {
        const took = lap();
        // A stream ends before the connection does that takes it along.
        await new Promise(setImmediate);
        const error = signal.aborted
            ? (0,network_failure/* timedOut */.iU)(gathered.bytes)
            : { ...(ending ?? breakIn(failure)), received: gathered.bytes };
        if (head !== undefined) {
            timings.transfer = took;
            return { timings, kind: 'failed', phase: 'transfer', error, head };
        }
        timings.processing = took;
        return { timings, kind: 'failed', phase: 'processing', error };
    }
    finally {
        socket.on('error', () => undefined);
        session.destroy();
        socket.destroy();
    }
}
/** How a stream came to its end, when it was not the end of an answer. */
class StreamReset extends Error {
    name = 'StreamReset';
    rstCode;
    constructor(rstCode) {
        super();
        this.rstCode = rstCode;
    }
}
/** Resolves when the stream has ended as it should. */
function http2_endOf(stream) {
    const ended = new Promise((resolve, reject) => {
        // Any other error is the connection's, whatever code the stream got from it.
        stream.on('error', (error) => reject((0,network_failure/* failureCode */.AD)(error) === 'ERR_HTTP2_STREAM_ERROR' ? new StreamReset(stream.rstCode) : error));
        stream.once('close', () => stream.rstCode === external_node_http2_.constants.NGHTTP2_NO_ERROR ? resolve() : reject(new StreamReset(stream.rstCode)));
    });
    // It may end before anybody waits for it.
    ended.catch(() => undefined);
    return ended;
}
/** The final head of the answer. A stream that ends before it has none. */
function responseOf(stream, ended) {
    return new Promise((resolve, reject) => {
        stream.once('response', resolve);
        ended.then(() => reject(new StreamReset(external_node_http2_.constants.NGHTTP2_NO_ERROR)), reject);
    });
}
function breakIn(failure) {
    if (!(failure instanceof StreamReset))
        return (0,network_failure/* failureOf */.g5)(failure);
    if (failure.rstCode === external_node_http2_.constants.NGHTTP2_NO_ERROR)
        return { reason: 'closed', code: 'HTTP2_CLOSED', received: 0 };
    return { ...closedWith('RST_STREAM', failure.rstCode), reason: 'reset' };
}
function closedWith(how, code) {
    return { reason: 'closed', code: `${how}_${NAMES.get(code) ?? code}`, received: 0 };
}
/** `11` → `ENHANCE_YOUR_CALM`. */
const NAMES = new Map([
    ...['NO_ERROR', 'PROTOCOL_ERROR', 'INTERNAL_ERROR', 'FLOW_CONTROL_ERROR', 'SETTINGS_TIMEOUT'],
    ...['STREAM_CLOSED', 'FRAME_SIZE_ERROR', 'REFUSED_STREAM', 'CANCEL', 'COMPRESSION_ERROR'],
    ...['CONNECT_ERROR', 'ENHANCE_YOUR_CALM', 'INADEQUATE_SECURITY', 'HTTP_1_1_REQUIRED'],
].map((name, code) => [code, name]));
function fieldsOf({ method, path, headers }) {
    return {
        ...Object.fromEntries(Object.entries(headers).filter(([name]) => !NOT_IN_HTTP2.has(name))),
        ':method': method,
        ':path': path,
        ':authority': headers['host'] ?? '',
        ':scheme': 'https',
    };
}
function http2_headOf(headers) {
    const fields = Object.entries(headers).filter(([name]) => !name.startsWith(':'));
    return {
        status: Number(headers[':status']),
        headers: Object.fromEntries(fields.map(([name, value]) => [name, [value ?? ''].flat().join(', ')])),
    };
}

;// CONCATENATED MODULE: ./lib/probe/http/keep-alive.js



/**
 * Asks twice on one connection, the second time as soon as the first answer is whole. Never throws for what the site does.
 * The timings are those of the second request alone, which needs no connection.
 */
async function sendTwice(ask, resolution, way) {
    let second;
    await exchange(ask, resolution, way, {
        protocols: ['http/1.1'],
        send: async (ask, socket, signal, timings, lap) => {
            const line = lineOn(socket);
            try {
                const first = await line.ask(ask, signal, timings, lap);
                if (keepsOpen(first))
                    second = await line.ask(ask, signal, {}, (0,network_clock.stopwatch)(way.clock));
                return first;
            }
            finally {
                line.close();
            }
        },
    });
    return second === undefined ? { reused: false } : { reused: true, exchange: second };
}
/** A whole answer came, and nothing in it says that the connection ends there (RFC 9112, section 9.3). */
function keepsOpen(first) {
    if (first.kind !== 'completed' || !first.body.complete)
        return false;
    const options = (first.head.headers['connection'] ?? '').toLowerCase().split(/[,\s]+/);
    const old = first.wire?.opening.startsWith('HTTP/1.0') === true;
    const { contentLength = [], transferEncoding = [] } = first.wire ?? {};
    const framed = contentLength.length + transferEncoding.length > 0 || [204, 304].includes(first.head.status);
    return framed && !options.includes('close') && (!old || options.includes('keep-alive'));
}

;// CONCATENATED MODULE: ./lib/cloudflare/api/status-page.js

/** The second is the same page under its landlord's name, for when the first turns scripts away. */
const STATUS_PAGES = [
    'https://www.cloudflarestatus.com/api/v2/summary.json',
    'https://yh6f0r4529hb.statuspage.io/api/v2/summary.json',
];
/** It names some four hundred data centers. */
const STATUS_PAGE_LIMIT = 1024 * 1024;
/** Incidents that are told at most, and letters of each. */
const status_page_MOST = 3;
const status_page_LONGEST = 120;
/** What the summary says of a data center, and which incidents concern it or many. */
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
        incidents: incidents.slice(0, status_page_MOST).map((incident) => ((0,json/* textIn */.r7)(incident, 'name') ?? '').slice(0, status_page_LONGEST)),
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



/** What Cloudflare's status page says of a data center. Both of its addresses are asked, one after the other. */
async function statusOf(colo, way, pages = STATUS_PAGES) {
    const begun = way.clock.monotonic();
    for (const page of pages) {
        const left = way.timeout - (way.clock.monotonic() - begun);
        if (left <= 0 || way.signal.aborted)
            break;
        // Half of the time is kept for the other one.
        const timeout = page === pages.at(-1) ? left : left / 2;
        const answer = await apiAt(page, {}, STATUS_PAGE_LIMIT).get('', { ...way, timeout });
        const found = answer.kind === 'completed' && answer.head.status === 200
            ? statusIn((0,json/* parseJson */.qF)(answer.body.text), colo)
            : undefined;
        if (found !== undefined)
            return found;
    }
    return { incidents: [], unread: "Cloudflare's status page could not be read." };
}

// EXTERNAL MODULE: ./lib/cloudflare/ranges.js
var ranges = __webpack_require__(9185);
;// CONCATENATED MODULE: ./lib/probe/cloudflare/ranges.js



const HOST = 'www.cloudflare.com';
/** One list is enough for a run, and a run has one network. */
const fetched = new WeakMap();
/**
 * Cloudflare's ranges as it tells them at https://www.cloudflare.com/ips/; empty unless both lists are there and sound.
 * Asked once a run, whatever comes of it.
 */
function currentRanges(name, way) {
    const known = fetched.get(way.network);
    if (known !== undefined)
        return known;
    const asked = fetchRanges(name(HOST), way);
    fetched.set(way.network, asked);
    return asked;
}
async function fetchRanges(name, way) {
    const list = (path) => exchange({
        host: HOST,
        port: 443,
        tls: { servername: HOST, trust: 'visitors' },
        method: 'GET',
        path,
        headers: { host: HOST, 'user-agent': USER_AGENT, accept: 'text/plain' },
    }, name, way);
    const [four, six] = await Promise.all([list('/ips-v4'), list('/ips-v6')]);
    const [v4, v6] = [rangesOf(four, 4), rangesOf(six, 6)];
    return v4 === undefined || v6 === undefined ? [] : [...v4, ...v6];
}
function rangesOf(answer, family) {
    if (answer.kind !== 'completed' || answer.head.status !== 200 || !answer.body.complete)
        return undefined;
    return (0,ranges/* rangesIn */.cv)(answer.body.text, family);
}

// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
;// CONCATENATED MODULE: ./lib/probe/page/expectations.js

/** Bytes of a body that are read where something is expected in it. Pages often name their build at the very end. */
const SEARCHED = 1024 * 1024;
/** Milliseconds that one pattern may take on one text. The text is anybody's, and the pattern may be a poor one. */
const expectations_PATIENCE = 200;
/** On a machine that has no time for us, a good pattern takes long too: so often it gets another chance. */
const CHANCES = 5;
/** The answer, and whether what is expected is in it. An answer that only leads on is not the one that is expected. */
function withContent(exchange, expected) {
    const { expectedBody, expectedHeader } = expected;
    if (exchange.kind !== 'completed' || exchange.redirectChain?.end !== undefined)
        return exchange;
    const content = {
        ...(expectedBody !== undefined && { body: expectations_bodyOf(exchange, expectedBody) }),
        ...(expectedHeader !== undefined && {
            header: presence(expectedHeader.value, exchange.head.headers[expectedHeader.name], isValue),
        }),
    };
    return expectedBody === undefined && expectedHeader === undefined ? exchange : { ...exchange, content };
}
function expectations_bodyOf({ body: { text, complete, coding } }, expected) {
    const found = presence(expected, text, (body, wanted) => body.includes(wanted));
    return found === 'missing' && (!complete || coding === 'unchecked') ? 'unread' : found;
}
function presence(expected, text, has) {
    if (text === undefined)
        return 'missing';
    if (expected.kind === 'regex')
        return matched(expected.source, expected.flags, text);
    return has(text, expected.text) ? 'found' : 'missing';
}
/** The whole value, or one of a list: `no-store` is in `no-store, max-age=0`. */
function isValue(header, wanted) {
    return header.trim() === wanted || header.split(',').some((item) => item.trim() === wanted);
}
const MATCH = new external_node_vm_.Script('new RegExp(source, flags).test(text)');
let room;
/** A pattern cannot be stopped but from outside: hence a room of its own, with a clock. Made when first needed. */
function matched(source, flags, text) {
    room ??= (0,external_node_vm_.createContext)(Object.create(null));
    Object.assign(room, { source, flags, text });
    try {
        for (let chance = 0; chance < CHANCES; chance += 1) {
            const begun = process.threadCpuUsage().user;
            const found = inTime(room);
            if (found !== undefined)
                return found ? 'found' : 'missing';
            const used = (process.threadCpuUsage().user - begun) / 1000;
            if (used > expectations_PATIENCE / 2)
                break;
        }
        return 'undecided';
    }
    finally {
        Object.assign(room, { text: '' });
    }
}
function inTime(context) {
    try {
        return MATCH.runInContext(context, { timeout: expectations_PATIENCE }) === true;
    }
    catch {
        // Out of time, or of the memory that a pattern may take.
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/probe/page/private-targets.js

/**
 * Whether a redirect leads where a site of the internet cannot send anybody: into the runner, or into its network. A site
 * that is there itself may lead to its neighbors, and not even that one to what the cloud keeps for the machine.
 *
 * @param place where the redirect leads, and `own` where the site's own name does
 */
async function isPrivateTarget(place, own) {
    if (anyOf(await place, ip/* isCloudMetadata */.VJ))
        return true;
    return anyOf(await place, ip/* isRunnerNetwork */.Vp) && !anyOf(await own, ip/* isRunnerNetwork */.Vp);
}
function anyOf(found, holds) {
    return found.kind === 'resolved' && found.addresses.some(({ address }) => holds(address));
}

;// CONCATENATED MODULE: ./lib/probe/page/redirects.js






/** Characters of a URL that are kept. */
const SHOWN = 500;
/** Headers of a redirect that are kept: they tell who answered. */
const TELLING = new Set(['server', 'cf-ray', 'cf-cache-status', 'age']);
/**
 * Asks, and goes where the answers lead, within the time of one request. What comes back is the last answer, with the way
 * to it. Cookies that are set on the way are sent back, as a browser would: some sites loop without.
 */
async function follow(ask, name, way) {
    const { following } = ask;
    if (following === undefined || following.limit === 0)
        return exchange(ask, name, way);
    const begun = way.clock.monotonic();
    const rest = () => ({
        ...way,
        timeout: Math.max(1, begun + way.timeout - way.clock.monotonic()),
    });
    const redirects = [];
    const asked = new Set();
    let jar = [];
    let step = { ask, url: new URL(new URL(following.site).origin + ask.path) };
    let place = name;
    for (;;) {
        asked.add(keyOf(step.ask));
        const answer = await exchange(step.ask, place, rest());
        const target = ledBy(answer, step.url);
        if (target === undefined)
            return redirects.length === 0 ? answer : { ...answer, redirectChain: { redirects } };
        if (target === 'nowhere')
            return { ...answer, redirectChain: { redirects, end: 'nowhere', next: locationOf(answer) } };
        const stopped = (end) => ({
            ...answer,
            redirectChain: { redirects, end, next: target.to.href.slice(0, SHOWN) },
        });
        jar = updateJar(jar, step.url, target.head.headers['set-cookie']);
        const steps = nextSteps(step, ask, following, target.to, jar);
        if (steps === 'elsewhere')
            return stopped('elsewhere');
        const next = steps.find((each) => !asked.has(keyOf(each.ask)));
        if (next === undefined)
            return stopped('loop');
        if (redirects.length >= following.limit)
            return stopped('limit');
        place = next.ask.host === ask.host ? name : resolution(next.ask.host, rest());
        if (place !== name && ((0,response/* isAccessLogin */._M)(next.url.href) || (await isPrivateTarget(place, name))))
            return stopped('barred');
        redirects.push(redirectOf(answer, target.head, step.url, target.to));
        step = next;
    }
}
/** The head of an answer that is a redirect, and where that leads. */
function ledBy(answer, from) {
    if (answer.kind !== 'completed' || !isRedirect(answer.head.status))
        return;
    const to = targetOf(answer.head.status, answer.head.headers['location'], from);
    return to === undefined ? 'nowhere' : { head: answer.head, to };
}
/** As it was sent: there is no URL to be made of it. */
function locationOf(answer) {
    return answer.kind === 'completed' ? (answer.head.headers['location'] ?? '').slice(0, SHOWN) : '';
}
function redirectOf({ timings }, { status, headers }, from, to) {
    return {
        status,
        from: from.href.slice(0, SHOWN),
        to: to.href.slice(0, SHOWN),
        headers: Object.fromEntries(Object.entries(headers).filter(([header]) => TELLING.has(header))),
        elapsed: Object.values(timings).reduce((sum, took) => sum + took, 0),
    };
}

;// CONCATENATED MODULE: ./lib/probe/page/page.js



/** Characters of a body that are kept of an answer that is no error: nobody reads more of it once it is judged. */
const WELL_KEPT = 2048;
/** Asks as a visitor would: goes where redirects lead, and looks for what is expected. Never throws for what the site does. */
async function fetchPage(ask, name, way) {
    const { expects = {} } = ask;
    const searching = expects.expectedBody === undefined ? ask : { ...ask, limit: SEARCHED };
    const judged = withContent(await follow(searching, name, way), expects);
    if (judged.kind !== 'completed')
        return judged;
    const most = judged.head.status < 400 ? WELL_KEPT : BODY_LIMIT;
    return { ...judged, body: { ...judged.body, text: cut(judged.body.text, most) } };
}
/** A slice would hold the whole text in memory, hence the copy. */
function cut(text, most) {
    return text.length <= most
        ? text
        : Buffer.from(text.slice(0, most), 'utf16le').toString('utf16le').toWellFormed();
}

;// CONCATENATED MODULE: ./lib/probe/follow-ups.js














/** One row a follow-up. A key of `FollowUps` without a row does not compile. */
const FOLLOW_UPS = {
    uncached: ({ plan, name, way }) => fetchPage(uncached(plan.edge, way.clock.now()), name, way),
    analytics: async ({ zone, way }) => (await zone?.figures(way)) ?? { minutes: ANALYTICS_MINUTES, rows: [] },
    statusPage: ({ colo, way }) => statusOf(colo, way),
    resolvers: ({ resolvers }) => resolvers.begin().all,
    ownResolver: ({ plan, way }) => askOwn(plan, way),
    nameServers: async ({ plan, resolvers, way }) => {
        if (plan.resolvers.length === 0)
            return [];
        const { queryNameServers } = await Promise.all(/* import() */[__webpack_require__.e(894), __webpack_require__.e(754)]).then(__webpack_require__.bind(__webpack_require__, 4754));
        return queryNameServers(plan.edge.host, [...answering(resolvers.begin().soFar()), ...ownServers(way)], way);
    },
    connectivity: ({ neutral }) => neutral.begin(),
    ranges: ({ way }) => currentRanges((host) => resolution(host, way), way),
    addressFamilies: ({ plan, name, way }) => probeAddressFamilies(plan.edge, name, way),
};
/** Likewise, for what is asked of one origin again. */
const RECHECKS = {
    withoutCloudflareHeaders: (ask, name, way) => fetchPage(withoutCloudflareHeaders(ask), name, way),
    repeated: (ask, name, way) => fetchPage(ask, name, way),
    http2: (ask, name, way) => sendHttp2(ask, name, way),
    keepAlive: (ask, name, way) => sendTwice(ask, name, way),
    addressFamilies: (ask, name, way) => probeAddressFamilies(ask, name, way),
    tlsInspection: inspectTls,
    otherScheme: (ask, name, way) => exchange(inOtherScheme(ask, ask.port), name, way),
    otherPort: (ask, name, way) => exchange(inOtherScheme(ask, (0,authority/* defaultPort */.L5)(ask.tls === undefined)), name, way),
};
/** Asks again, all at the same moment. */
async function followUp(questions, again) {
    const found = {};
    const rechecks = again.plan.origins.map(() => ({}));
    const recheck = async (key, origin) => {
        const [ask, name, place] = [again.plan.origins[origin], again.originNames[origin], rechecks[origin]];
        if (ask === undefined || name === undefined || place === undefined)
            return;
        await fill(place, key, RECHECKS[key](ask, name, again.way));
    };
    await Promise.all(questions.map((question) => 'origin' in question
        ? recheck(question.ask, question.origin)
        : fill(found, question.ask, FOLLOW_UPS[question.ask](again))));
    return { ...found, ...(questions.some((question) => 'origin' in question) && { rechecks }) };
}
async function fill(place, key, value) {
    place[key] = await value;
}
/** In plain HTTP what was asked in TLS, and the other way round. */
function inOtherScheme({ tls, ...ask }, port) {
    const servername = nameOf(ask.headers['host'] ?? '');
    return { ...ask, port, ...(tls === undefined && { tls: { servername, trust: 'cloudflare' } }) };
}
/** The first of the runner's own servers, under no address: that may be a secret of its network. */
async function askOwn({ edge, resolvers }, way) {
    if (resolvers.length === 0)
        return [];
    const [told] = await queryResolvers(edge.host, ownServers(way), way).all;
    return told === undefined ? [] : [{ ...told, server: 'own' }];
}
function ownServers({ network }) {
    return network.dns?.servers().slice(0, 1) ?? [];
}
function answering(told) {
    return told
        .filter((each) => each.kind === 'resolved' || each.reason !== 'timeout')
        .map(({ server }) => server);
}
/** A query string that nobody asked for before is in no cache. */
function uncached(ask, now) {
    const join = ask.path.includes('?') ? '&' : '?';
    return { ...ask, path: `${ask.path}${join}origin-gate=${now.toString(36)}` };
}

;// CONCATENATED MODULE: ./lib/probe/connectivity.js


const [FIRST, ...OTHERS] = [
    { address: '1.1.1.1', family: 4 },
    { address: '2606:4700:4700::1111', family: 6 },
];
/**
 * Cloudflare's public resolver, by address: no name has to be looked up, its certificate is for the address so that no
 * portal can pose as it, and no site's traffic goes there, so that a rule against one host does not meet it.
 */
function probeConnectivity(way) {
    const host = FIRST.address;
    return exchange({
        host,
        port: 443,
        tls: { servername: host, trust: 'visitors' },
        method: 'GET',
        path: '/cdn-cgi/trace',
        headers: { host, 'user-agent': USER_AGENT, accept: 'text/plain' },
    }, Promise.resolve({ host, elapsed: 0, kind: 'resolved', addresses: [FIRST, ...OTHERS] }), way);
}

;// CONCATENATED MODULE: ./lib/probe/network/lazy.js
function once(work) {
    let result;
    return {
        begin: () => (result ??= { value: work() }).value,
        begun: () => result !== undefined,
    };
}

;// CONCATENATED MODULE: ./lib/probe/index.js









/** One row a probe. A key of `Observations` without a row does not compile. */
const PROBES = {
    edge: ({ plan, name, way }) => fetchPage(plan.edge, name, way),
    trace: ({ plan, name, way }) => exchange(plan.trace, name, way),
    dns: ({ name }) => name,
    origins: ({ plan, originNames, way }) => Promise.all(plan.origins.map((ask, index) => fetchPage(ask, originNames[index] ?? resolution(ask.host, way), way))),
};
/** Less time than this, in milliseconds, is too little to ask anything again. */
const LEAST = 50;
/**
 * Milliseconds that resolvers have at least, from the beginning of a look. After that nobody waits for them who is served
 * otherwise: they are never the slowest probe of a look at a site that is well.
 */
const LEAST_FOR_RESOLVERS = 250;
/**
 * Looks once: every probe at the same moment, each with its own deadline. What their answers leave open is asked again in
 * the time that is left of it, so that a look never takes longer than one request may. A zone that is read for the first time
 * has a patience of its own.
 */
async function probeSite(plan, way, questionsOf, zone) {
    const { clock } = way;
    const [at, begun] = [clock.now(), clock.monotonic()];
    let lent = 0;
    const left = () => way.timeout + lent - (clock.monotonic() - begun);
    // What is under way beside the probes ends with the look.
    const over = new AbortController();
    const within = { ...way, signal: AbortSignal.any([way.signal, over.signal]) };
    const shared = {
        plan,
        way,
        name: resolution(plan.edge.host, way),
        originNames: plan.origins.map(({ host }) => resolvedAddresses(resolution(host, way), way)),
        ...(zone !== undefined && { zone }),
        resolvers: once(() => way.resolvers === undefined
            ? queryResolvers(plan.edge.host, plan.resolvers, { ...within, timeout: Math.max(LEAST, left()) })
            : way.resolvers(plan.edge.host, plan.resolvers, way)),
        neutral: once(() => probeConnectivity({ ...within, timeout: Math.max(LEAST, left()) })),
    };
    const seen = {};
    const asFarAs = (known) => ({ at, request: plan.request, ...known });
    const beginNeutral = (known) => {
        if (questionsOf(asFarAs(known)).some(({ ask }) => ask === 'connectivity'))
            void shared.neutral.begin();
    };
    const probed = async (id) => {
        const value = await PROBES[id](shared);
        seen[id] = value;
        // Where connections run into the deadline, no time is left afterwards to ask what became of the network.
        beginNeutral(seen);
        return value;
    };
    try {
        if (plan.resolversAtOnce)
            shared.resolvers.begin();
        void half(within).then((passed) => passed && beginNeutral({ ...unanswered(plan), ...seen }));
        const [edge, trace, dns, origins] = await Promise.all([
            probed('edge'),
            probed('trace'),
            probed('dns'),
            probed('origins'),
        ]);
        const resolvers = await orSoon(shared, LEAST_FOR_RESOLVERS - (way.timeout - left()), within);
        const done = clock.monotonic();
        const facts = await zone?.facts();
        // An API that is slow takes nothing from the questions to the site.
        lent = clock.monotonic() - done;
        const told = facts !== undefined && { zone: facts };
        const first = { ...asFarAs({ edge, trace, dns, origins }), ...resolvers, ...told };
        const enough = left() >= LEAST && !way.signal.aborted;
        const questions = questionsOf(first).filter(({ ask }) => enough || isBegun(ask, shared));
        if (questions.length === 0)
            return first;
        const timeout = Math.max(LEAST, left());
        const colo = (0,response/* rayOf */.qj)(edge)?.colo ?? (0,response/* traceOf */.fC)(trace)?.colo ?? '';
        return { ...first, ...(await followUp(questions, { ...shared, colo, way: { ...way, timeout } })) };
    }
    finally {
        over.abort();
    }
}
/** Whether half of the time has passed, once it has or the look is over. */
async function half({ clock, timeout, signal }) {
    await clock.sleep(timeout / 2, signal);
    return !signal.aborted;
}
/** What is begun already is waited for, however little time is left: it ends with its own deadline. */
function isBegun(ask, { neutral, resolvers }) {
    return (ask === 'connectivity' && neutral.begun()) || (ask === 'resolvers' && resolvers.begun());
}
/** What resolvers have said by now, or a little later: the rest may be a question. */
async function orSoon({ plan, resolvers }, ms, { clock, signal }) {
    if (plan.resolvers.length === 0 || !resolvers.begun())
        return {};
    const asking = resolvers.begin();
    if (ms > 0)
        await Promise.race([asking.all, clock.sleep(ms, signal)]);
    return { resolvers: asking.soFar() };
}
/** As if nobody who has not answered by now ever would. */
function unanswered({ origins }) {
    const silence = { timings: {}, kind: 'failed', phase: 'connect', error: (0,network_failure/* timedOut */.iU)() };
    return { edge: silence, trace: silence, origins: origins.map(() => silence) };
}
/** Whoever asks for an origin's name tells what it leads to, before anything else is said. */
async function resolvedAddresses(resolution, { onAddresses }) {
    const found = await resolution;
    if (found.kind === 'resolved')
        onAddresses(found.addresses.map(({ address }) => address));
    return found;
}

;// CONCATENATED MODULE: ./lib/probe/http/idle-connections.js






/**
 * Milliseconds that a connection is left to rest before it is used again: hardly; past the 5 s of Node and Apache; past the 60 s
 * of load balancers; past the 75 s of nginx. As many of them as fit into `watch`.
 */
const RESTS = [1000, 6000, 61_000, 76_000];
/** Keeps a connection to each origin, and uses it again after a while, as Cloudflare does. Never throws. */
function watchIdleConnections({ origins }, way, rests = RESTS) {
    const stopped = new AbortController();
    const lasting = { ...way, signal: AbortSignal.any([way.signal, stopped.signal]) };
    const seen = origins.map(() => ({ survived: 0 }));
    for (const [index, ask] of origins.entries()) {
        void reused(ask, lasting, rests, (reuse) => (seen[index] = reuse)).catch(() => undefined);
    }
    return { seen: () => [...seen], stop: () => stopped.abort() };
}
/** One connection, until it ends or the signal aborts. What hinders it from the start, the looks tell. */
async function reused(ask, way, rests, tell) {
    const name = resolvedAddresses(resolution(ask.host, way), way);
    await exchange(ask, name, { ...way, timeout: idle_connections_LONGEST }, {
        protocols: ['http/1.1'],
        send: (_, socket, signal) => conversation(ask, socket, { ...way, signal }, rests, tell),
    });
}
/** Longer than any watch, and as long as a timer can be. */
const idle_connections_LONGEST = 2 ** 31 - 1;
async function conversation(ask, socket, { clock, signal, timeout }, rests, tell) {
    const rest = restOn(socket, clock, signal);
    const line = lineOn(socket);
    const asked = async () => {
        const within = (0,network_clock.deadline)(timeout, signal);
        try {
            return await line.ask(ask, within.signal, {}, (0,network_clock.stopwatch)(clock));
        }
        finally {
            within.clear();
        }
    };
    const ended = (how, after, survived) => {
        if (!signal.aborted)
            tell({ survived, ended: { how, after } });
    };
    try {
        const first = await asked();
        if (!keepsOpen(first))
            return first;
        let survived = 0;
        // Longer than Cloudflare would keep it, nobody needs to know.
        for (const [index, ms] of [...rests, CLOUDFLARE_KEEP_ALIVE].entries()) {
            const end = await rest(ms);
            if (end !== undefined)
                ended(end.how, end.after, survived);
            if (end !== undefined || signal.aborted || index === rests.length)
                return first;
            const next = await asked();
            if (next.kind === 'failed')
                ended('unanswered', ms, survived);
            if (!keepsOpen(next))
                return first;
            survived = ms;
            tell({ survived });
        }
        return first;
    }
    finally {
        line.close();
    }
}
/** Leaves a connection alone for so many milliseconds; says so when the other side has ended it meanwhile. */
function restOn(socket, clock, signal) {
    let gone;
    let wake = new AbortController();
    const note = (how) => () => {
        gone ??= how;
        wake.abort();
    };
    socket.on('end', note('closed'));
    socket.on('error', note('reset'));
    socket.on('close', note('closed'));
    return async (ms) => {
        const began = clock.monotonic();
        wake = new AbortController();
        if (gone === undefined)
            await clock.sleep(ms, AbortSignal.any([signal, wake.signal]));
        return gone === undefined || signal.aborted
            ? undefined
            : { how: gone, after: Math.round(clock.monotonic() - began) };
    };
}

;// CONCATENATED MODULE: ./lib/run/watch.js










/**
 * Looks until the site has been healthy for long enough, the time is up, or waiting cannot help. Then, with `watch`, goes on
 * looking for that long. The time begins with the first look, for which there may have to be room first.
 *
 * @param openZone begins to read the zone of the site, where it has a token
 */
async function watch(given, schedule, way, openZone) {
    const { clock, signal, connectionLimit } = way;
    const dial = { ...way, timeout: given.timeout };
    const needed = (0,conclude/* requiredStreak */.Mq)(schedule);
    let leave = await connectionLimit.acquire(connectionsOf(given), false);
    const zone = signal.aborted ? undefined : openZone();
    let until = clock.monotonic() + schedule.wait;
    let memory = EMPTY_HISTORY;
    let streak = 0;
    let calm = false;
    let watching = false;
    let reusing;
    try {
        for (;;) {
            const site = (await zone?.site()) ?? given;
            // What a cancelled look could not see is no fault of the site.
            if (signal.aborted)
                return { site, history: historyOf(memory), cancelled: true };
            const plan = { ...planOf(site), resolversAtOnce: !calm };
            const reuses = reusing?.seen();
            const seen = await probeSite(plan, dial, followUpQuestions, zone);
            leave();
            const evidence = { ...seen, ...(reuses !== undefined && { idleConnections: reuses }) };
            if (signal.aborted)
                return { site, history: historyOf(memory), cancelled: true };
            const judgment = (0,judge/* judge */.S)(evidence);
            calm = leavesNothing(judgment, evidence, plan);
            streak = judgment.verdict === 'healthy' ? streak + 1 : 0;
            const left = Math.max(0, until - clock.monotonic());
            const pace = { streak, needed, watching, left, interval: schedule.interval };
            const next = (0,next_schedule/* nextAfter */.On)(judgment, { ...pace, retryAfter: (0,next_schedule/* retryAfterOf */.sT)(evidence) });
            const begins = next.kind === 'reached' && schedule.watch > 0;
            const pause = begins ? schedule.interval : next.kind === 'look' ? next.after : undefined;
            way.onProgress({ site, evidence, judgment, ...pace, next, pause });
            const kept = way.whole ? evidence : trimEvidence(evidence, judgment);
            memory = addRound(memory, kept, judgment, next.kind === 'reached' ? { pin: needed } : {});
            if (pause === undefined)
                return { site, history: historyOf(memory), cancelled: false };
            if (judgment.verdict !== 'healthy')
                zone?.again();
            if (begins) {
                until = clock.monotonic() + schedule.watch;
                watching = true;
                if (way.reuse)
                    reusing = watchIdleConnections(plan, dial);
            }
            await clock.sleep(pause, signal);
            leave = await connectionLimit.acquire(connectionsOf(site), true);
        }
    }
    finally {
        leave();
        reusing?.stop();
    }
}
/**
 * Whether a look leaves nothing to ask other resolvers: the next one need not trouble them. Those who could not answer in
 * the time of a quick look are asked again.
 */
function leavesNothing({ verdict, warnings }, { resolvers }, plan) {
    const unheard = resolvers !== undefined && resolvers.length < plan.resolvers.length;
    return verdict === 'healthy' && !unheard && !warnings.some(({ cause }) => cause.category === 'dns');
}

;// CONCATENATED MODULE: ./lib/run/run.js











/**
 * Checks every site as often as the schedule says, and makes the report. A cancelled run reports what it knows, as
 * `inconclusive`.
 */
async function run(config, hooks) {
    const { clock, signal } = hooks;
    const readings = new Map();
    const several = config.sites.length > 1;
    const many = config.sites.length > MANY_SITES;
    if (many)
        limitMemory();
    const shared = {
        ...hooks,
        ...(several && { network: sharedNetwork(hooks.network, clock), resolvers: sharedResolvers(clock) }),
        connectionLimit: connectionLimit(clock, signal),
        whole: hooks.onFinished !== undefined,
        reuse: !many,
    };
    const store = many && !shared.whole ? compress : uncompressed;
    const checkSite = async (configured) => {
        const addresses = new Set();
        const onAddresses = (found) => {
            for (const address of found)
                addresses.add(address);
            hooks.onAddresses(found);
        };
        const options = { ...shared, onAddresses };
        const schedule = configured.schedule ?? config.schedule;
        const openZone = () => zoneFor(configured, options, readings);
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
 * With more sites than this, no connections stay open between rounds (each site would hold one per origin), and evidence is
 * compressed until the report is made.
 */
const MANY_SITES = 20;
/** Starts to read the zone of a site that has an API token. Sites with the same token share what was read. */
function zoneFor(site, hooks, readings) {
    if (site.zone === undefined)
        return;
    const shared = readings.get(site.zone.token) ?? new Map();
    readings.set(site.zone.token, shared);
    return zoneOf(site, site.zone, { ...hooks, timeout: site.timeout }, shared);
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
