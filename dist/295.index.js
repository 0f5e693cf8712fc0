export const id = 295;
export const ids = [295,684];
export const modules = {

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

/***/ 4084:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Em: () => (/* binding */ bracketed),
/* harmony export */   HM: () => (/* binding */ portOf),
/* harmony export */   L5: () => (/* binding */ defaultPort),
/* harmony export */   PG: () => (/* binding */ hostAndPort),
/* harmony export */   jG: () => (/* binding */ unbracketed)
/* harmony export */ });
/** Hosts and ports as URLs write them (RFC 3986, section 3.2). */
/** An IPv6 address in brackets; any other host as it is. */
function bracketed(host) {
    return host.includes(':') ? `[${host}]` : host;
}
function unbracketed(host) {
    return host.replace(/^\[(.*)\]$/, '$1');
}
/** `203.0.113.10:443`, `[2001:db8::1]:443`. */
function hostAndPort(host, port) {
    return `${bracketed(host)}:${port}`;
}
/** 443 for https, 80 for http. */
function defaultPort(tls) {
    return tls ? 443 : 80;
}
/** The port of an http or https URL, written or not. */
function portOf({ port, protocol }) {
    return port === '' ? defaultPort(protocol === 'https:') : Number(port);
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


/***/ })

};
