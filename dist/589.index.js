export const id = 589;
export const ids = [589,112];
export const modules = {

/***/ 373:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   XF: () => (/* binding */ breakOf),
/* harmony export */   iU: () => (/* binding */ timedOut)
/* harmony export */ });
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
    UND_ERR_INFO: 'closed',
    HTTPParserError: 'protocol',
    UND_ERR_HEADERS_OVERFLOW: 'protocol',
    UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'protocol',
    ERR_HTTP2_ERROR: 'protocol',
    ERR_HTTP2_SESSION_ERROR: 'protocol',
};
/** The error's code, or the name of its class where undici gives no code (`HTTPParserError`). Never its message. */
function codeOf(error) {
    if (typeof error !== 'object' || error === null)
        return 'UNKNOWN';
    const { code, name } = error;
    if (typeof code === 'string' && code !== '')
        return code;
    return typeof name === 'string' ? name : 'UNKNOWN';
}
/** What an error of node or undici means in our words. `received` counts the bytes of the answer so far. */
function breakOf(error, received = 0) {
    const code = codeOf(error);
    const tls = code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_');
    return { reason: REASONS[code] ?? (tls ? 'protocol' : 'other'), code, received };
}
/** Our own deadline passed. */
function timedOut(received = 0) {
    return { reason: 'timeout', code: 'DEADLINE', received };
}


/***/ }),

/***/ 9112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deadline: () => (/* binding */ deadline),
/* harmony export */   orAborted: () => (/* binding */ orAborted),
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
/** Settles as the promise does, or rejects with an `ABORT_ERR` once the signal aborts. */
async function orAborted(promise, signal) {
    const aborted = Promise.withResolvers();
    const abort = () => aborted.reject(Object.assign(new Error('aborted'), { code: 'ABORT_ERR' }));
    signal.addEventListener('abort', abort);
    if (signal.aborted)
        abort();
    try {
        return await Promise.race([promise, aborted.promise]);
    }
    finally {
        signal.removeEventListener('abort', abort);
    }
}


/***/ }),

/***/ 3064:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ connectTo)
/* harmony export */ });
/* harmony import */ var _break_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(373);

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
        const abort = () => finish({ ok: false, error: worst([...errors, (0,_break_js__WEBPACK_IMPORTED_MODULE_0__/* .timedOut */ .iU)()]) });
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
                errors.push((0,_break_js__WEBPACK_IMPORTED_MODULE_0__/* .breakOf */ .XF)(error));
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

/***/ 5631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ shakeHands)
});

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
// EXTERNAL MODULE: ./lib/probe/break.js
var probe_break = __webpack_require__(373);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
;// CONCATENATED MODULE: ./lib/probe/chain.js


/** Longer chains than this are somebody's joke. */
const LONGEST = 10;
/** Whether one of these roots, PEM, signed the certificate. */
function signedByOneOf(certificate, roots) {
    return roots.some((pem) => signedBy(certificate, new external_node_crypto_.X509Certificate(pem)));
}
/**
 * OpenSSL's code for what is wrong with the chain of a certificate as it was shown, whatever its dates and its name;
 * empty when it ends at a root that this machine trusts. OpenSSL itself names one error only, and that of a date hides
 * that of the chain.
 */
function chainErrorOf(leaf) {
    const roots = (0,external_node_tls_.getCACertificates)('default');
    let certificate = leaf;
    for (let depth = 0; depth < LONGEST; depth += 1) {
        if (signedByOneOf(certificate, roots))
            return '';
        if (signedBy(certificate, certificate))
            return depth === 0 ? 'DEPTH_ZERO_SELF_SIGNED_CERT' : 'SELF_SIGNED_CERT_IN_CHAIN';
        const issuer = certificate.issuerCertificate;
        if (issuer === undefined || !signedBy(certificate, issuer))
            return depth === 0 ? 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' : 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY';
        certificate = issuer;
    }
    return 'CERT_CHAIN_TOO_LONG';
}
function signedBy(certificate, issuer) {
    try {
        return certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey);
    }
    catch {
        return false; // The server's certificates are anybody's bytes: with a key of a kind that nobody knows, for instance.
    }
}

;// CONCATENATED MODULE: ./lib/probe/certificate.js


/** Errors of the dates, which are judged on their own and may hide one of the chain. */
const OF_THE_DATES = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);
/** Said of the name only once the chain has been found good. */
const OF_THE_NAME = 'ERR_TLS_CERT_ALTNAME_INVALID';
/**
 * Reads the certificate that a server showed and judges it as a client that validates: chain, dates and name each
 * on its own, since OpenSSL stops at the first fault. Under `originCa` a leaf that those roots signed is as good
 * as a public one: that is how Cloudflare looks at an origin.
 */
function certificateOf(socket, expectedNames, now, originCa) {
    const leaf = socket.getPeerX509Certificate();
    if (leaf === undefined)
        return;
    const cloudflareOriginCa = signedByOneOf(leaf, originCa);
    const error = codeOfAuthorization(socket);
    const chain = OF_THE_DATES.has(error) ? chainErrorOf(leaf) : error;
    const chainError = chain === OF_THE_NAME || cloudflareOriginCa ? '' : chain;
    const certificate = leaf.toLegacyObject();
    const nameFits = expectedNames.some((name) => (0,external_node_tls_.checkServerIdentity)(name, certificate) === undefined);
    // The leaf's own dates may be fine while an intermediate has expired: OpenSSL's word counts too.
    const expired = leaf.validToDate.getTime() <= now || (error === 'CERT_HAS_EXPIRED' && !cloudflareOriginCa);
    const early = leaf.validFromDate.getTime() > now || error === 'CERT_NOT_YET_VALID';
    const faults = [];
    if (expired)
        faults.push('expired');
    if (early)
        faults.push('not-yet-valid');
    if (!nameFits)
        faults.push('name-mismatch');
    if (chainError !== '')
        faults.push('untrusted');
    return {
        subject: oneLine(leaf.subject),
        issuer: oneLine(leaf.issuer),
        names: namesOf(leaf.subjectAltName),
        notBefore: leaf.validFromDate.getTime(),
        notAfter: leaf.validToDate.getTime(),
        expectedName: expectedNames[0],
        cloudflareOriginCa,
        chainError,
        faults,
    };
}
function codeOfAuthorization(socket) {
    if (socket.authorized)
        return '';
    // Typed as an Error, but in fact the code of one.
    const error = socket.authorizationError;
    return typeof error === 'string' ? error : 'UNKNOWN';
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

;// CONCATENATED MODULE: ./lib/probe/handshake.js




/**
 * Speaks TLS on an open connection. The certificate is judged, never the reason to stop: the caller decides. The first
 * name is asked for; the certificate may be for any of them.
 */
function shakeHands(socket, [servername, ...otherNames], originCa, clock, signal, protocols) {
    return new Promise((settle) => {
        const secure = (0,external_node_tls_.connect)({
            socket,
            // RFC 6066 allows no address as server name.
            ...((0,external_node_net_.isIP)(servername) === 0 && { servername }),
            ALPNProtocols: [...protocols],
            rejectUnauthorized: false,
        });
        const finish = (handshake) => {
            signal.removeEventListener('abort', abort);
            secure.removeListener('error', fail);
            if (!handshake.ok)
                secure.on('error', () => undefined).destroy();
            settle(handshake);
        };
        const abort = () => finish({ ok: false, error: (0,probe_break/* timedOut */.iU)() });
        const fail = (error) => finish({ ok: false, error: (0,probe_break/* breakOf */.XF)(error) });
        secure.once('error', fail);
        secure.once('secureConnect', () => {
            const certificate = certificateOf(secure, [servername, ...otherNames], clock.now(), originCa);
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


/***/ }),

/***/ 3589:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  conclude: () => (/* binding */ conclude),
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/diagnosis/causes/index.js + 41 modules
var causes = __webpack_require__(2634);
// EXTERNAL MODULE: ./lib/diagnosis/facts.js
var facts = __webpack_require__(8150);
;// CONCATENATED MODULE: ./lib/diagnosis/judge.js


/** What one look comes to: every cause is asked about every origin, the best explanation leads. */
function judge(evidence) {
    const moments = momentsOf(evidence);
    const found = tempered(moments.map((moment) => causes/* CAUSES */.hE.flatMap((cause) => findingOf(cause, moment))));
    const known = bestOfEach(found.filter(({ cause }) => cause !== causes/* unexplained */.EJ)).toSorted(byWeight);
    const leads = known.filter(({ match }) => match.outcome === 'unhealthy' || match.outcome === 'inconclusive');
    const fallback = leads.length > 0 || moments.every(healthy) ? [] : found.filter(({ cause }) => cause === causes/* unexplained */.EJ);
    const [lead] = [...leads, ...fallback];
    return {
        verdict: lead?.match.outcome === 'unhealthy' ? 'unhealthy' : lead === undefined ? 'healthy' : 'inconclusive',
        findings: lead === undefined
            ? []
            : [
                ...leads,
                ...fallback.slice(0, 1),
                ...known.filter(({ match }) => match.outcome === 'alternative'),
            ],
        warnings: known.filter(({ match }) => match.outcome === 'warning'),
        notes: known.filter(({ match }) => match.outcome === 'note'),
    };
}
/** One moment for each origin, so that a cause looks at one origin only; a single one when there is none. */
function momentsOf({ origins = [], rechecks = [], reuses = [], ...shared }) {
    if (origins.length === 0)
        return [shared];
    return origins.map((origin, index) => {
        const { tls, port } = shared.asked.origins[index] ?? { tls: false, port: 0 };
        const siblings = origins.filter((_, other) => other !== index);
        const othersAnswer = siblings.some((other) => (0,facts/* asExpected */.p2)(shared, other));
        return {
            ...shared,
            origin,
            ...(rechecks[index] !== undefined && { recheck: rechecks[index] }),
            ...(reuses[index] !== undefined && { reuse: reuses[index] }),
            dialled: { tls, port, position: index + 1, of: origins.length, othersAnswer },
        };
    });
}
/**
 * Nobody can see from outside which of several origins Cloudflare asked. So what one of them shows is certain only when
 * all of them show it.
 */
function tempered(findings) {
    const shownByAll = (id) => findings.every((moment) => moment.some(({ cause, match }) => cause.id === id && match.confidence === 'certain'));
    return findings.flat().map((finding) => {
        const { cause, match } = finding;
        if (match.confidence !== 'certain' || match.outcome !== 'unhealthy' || shownByAll(cause.id))
            return finding;
        return withConfidence(finding, 'likely');
    });
}
function withConfidence(finding, confidence) {
    return { ...finding, match: { ...finding.match, confidence } };
}
/** Health is seen, never inferred from the want of a cause. */
function healthy(moment) {
    if (!(0,facts/* served */.EZ)(moment))
        return false;
    if (moment.origin === undefined || (0,facts/* originSound */.gI)(moment))
        return true;
    return (0,facts/* servedFresh */.Km)(moment) && ((0,facts/* notLetIn */.u6)(moment) || (0,facts/* originNotFound */.Lp)(moment));
}
function findingOf(cause, moment) {
    const match = cause.explain(moment);
    if (match === undefined)
        return [];
    const { dialled } = moment;
    const one = dialled !== undefined && dialled.of > 1;
    return [{ cause, match, ...(one && { origin: { position: dialled.position, of: dialled.of } }) }];
}
/** Of the findings of one cause, the weightiest. */
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
 * What we know to be broken comes before what we could not see, and that before what we merely suspect.
 * Among equals the order of `CAUSES` stands: sorting is stable.
 */
function byWeight(a, b) {
    return classOf(a) - classOf(b) || rankOf(a) - rankOf(b);
}
function classOf({ match }) {
    const suspicion = match.outcome === 'unhealthy' && match.confidence === 'possible';
    return suspicion ? 1.5 : OUTCOMES.indexOf(match.outcome);
}
function rankOf({ match }) {
    return CONFIDENCES.indexOf(match.confidence);
}

// EXTERNAL MODULE: ./lib/diagnosis/trend.js
var diagnosis_trend = __webpack_require__(8738);
;// CONCATENATED MODULE: ./lib/diagnosis/diagnose.js


/**
 * What a run comes to. A site is healthy when its last looks, as many in a row as `streak` says, were healthy, and it did
 * not fail once it had been found so: what comes after the first such streak was watched. Looks that could not see the site
 * are no failures of it, and no health either. `history` is judged as it is, so a run that was cut short is never healthy.
 */
function diagnose(history, streak) {
    const looks = history.map(judge);
    const rows = rowsOf(history, looks);
    const settled = (rows.at(-1) ?? 0) >= streak;
    const reached = rows.findIndex((row) => row >= streak);
    const outage = reached < 0 ? [] : looks.slice(reached).filter(({ verdict }) => verdict === 'unhealthy');
    const trend = (0,diagnosis_trend/* trendOf */.R)(looks.map(({ verdict }) => verdict), settled);
    const last = looks.at(-1);
    const remarks = { trend, warnings: last?.warnings ?? [], notes: last?.notes ?? [], looks };
    if (settled && outage.length === 0)
        return { verdict: 'healthy', alternatives: [], ...remarks };
    const told = telling(outage.length > 0 ? outage : troubleOf(looks));
    if (told === undefined)
        return { verdict: 'inconclusive', alternatives: [], ...remarks };
    const [cause, ...alternatives] = told.findings;
    return { verdict: told.verdict, ...(cause !== undefined && { cause }), alternatives, ...remarks };
}
/** What is known of a run that was told to stop before it had judged: never a verdict on the site. */
function cutShort(history, streak) {
    const [first, ...rest] = history;
    if (first === undefined)
        return { ...NOTHING, cancelled: true };
    const { cause, alternatives, ...known } = diagnose([first, ...rest], streak);
    const suspects = cause === undefined ? alternatives : [cause, ...alternatives];
    return { ...known, verdict: 'inconclusive', alternatives: suspects, cancelled: true };
}
const NOTHING = {
    verdict: 'inconclusive',
    trend: 'steady',
    alternatives: [],
    warnings: [],
    notes: [],
    looks: [],
};
/** For each look, how many in a row were healthy up to it. */
function rowsOf(history, looks) {
    let row = 0;
    return looks.map(({ verdict }, at) => {
        const { healthy, unhealthy, inconclusive } = history[at]?.skipped ?? NONE;
        const through = unhealthy + inconclusive === 0 ? row + healthy : 0;
        row = verdict === 'healthy' ? through + 1 : 0;
        return row;
    });
}
const NONE = { healthy: 0, unhealthy: 0, inconclusive: 0 };
/** The trouble at the end. Healthy at the end, though not for long enough: the last trouble is what there is to tell. */
function troubleOf(looks) {
    const sinceHealthy = looks.slice(looks.findLastIndex(({ verdict }) => verdict === 'healthy') + 1);
    return sinceHealthy.length > 0
        ? sinceHealthy
        : looks.filter(({ verdict }) => verdict !== 'healthy').slice(-1);
}
/**
 * The look that says most: the latest, unless it knows less than an earlier one of the same kind. A runner that lost its
 * network says nothing about the site; any other look that could not see has seen that what was broken before is not.
 */
function telling(looks) {
    const seeing = looks.findLastIndex((look) => look.findings[0]?.cause.category !== 'runner');
    const last = looks[seeing] ?? looks.at(-1);
    if (last?.verdict !== 'unhealthy')
        return last;
    const since = looks.slice(0, seeing + 1).findLastIndex(({ verdict }) => verdict !== 'unhealthy') + 1;
    return looks.slice(since, seeing + 1).findLast(knows) ?? last;
}
function knows({ verdict, findings }) {
    return verdict === 'unhealthy' && findings[0]?.match.confidence !== 'possible';
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/probe/as-cloudflare.js
/**
 * What Cloudflare adds to a request on its way to the origin, but for what names the visitor
 * (https://developers.cloudflare.com/fundamentals/reference/http-headers/). An origin may behave otherwise with them: send no
 * redirect to HTTPS, or choke.
 */
function fieldsOfCloudflare(scheme) {
    return {
        'x-forwarded-proto': scheme,
        'cf-visitor': `{"scheme":"${scheme}"}`,
        'cdn-loop': 'cloudflare',
        'accept-encoding': 'gzip, br',
    };
}
/** The same request as anybody else would send it. */
function withoutCloudflare(ask) {
    const theirs = new Set(Object.keys(fieldsOfCloudflare('https')));
    return {
        ...ask,
        headers: Object.fromEntries(Object.entries(ask.headers).filter(([name]) => !theirs.has(name))),
    };
}

;// CONCATENATED MODULE: ./lib/probe/plan.js


const USER_AGENT = 'origin-gate/1 (+https://github.com/origin-gate/origin-gate)';
/** What to dial and ask for a site. Pure. */
function planOf(site) {
    const url = new URL(site.url);
    const host = unbracketed(url.hostname);
    const port = portOf(url);
    const path = url.pathname + url.search;
    const scheme = url.protocol === 'https:' ? 'https' : 'http';
    const headers = (hostHeader) => ({
        host: hostHeader,
        'user-agent': USER_AGENT,
        accept: 'text/html,application/json;q=0.9,*/*;q=0.8',
        ...Object.fromEntries(site.headers.map(([name, value]) => [name.toLowerCase(), value])),
    });
    const edge = {
        host,
        port,
        ...(url.protocol === 'https:' && { tls: { servername: host, trust: 'visitors' } }),
        method: site.method,
        path,
        headers: headers(url.host),
    };
    const direct = (target) => ({
        host: target.host,
        port: target.port,
        ...(target.scheme === 'https:' && { tls: { servername: nameOf(site.originSni), trust: 'cloudflare' } }),
        method: site.method,
        path,
        headers: { ...fieldsOfCloudflare(scheme), ...headers(site.originHost) },
    });
    return {
        asked: {
            url: site.url,
            host: url.host,
            port,
            method: site.method,
            expectedStatus: site.expectedStatus,
            timeout: site.timeout,
            origins: site.origins.map(({ scheme, port }) => ({ tls: scheme === 'https:', port })),
        },
        edge,
        origins: site.origins.map(direct),
        control: { ...edge, method: 'GET', path: '/cdn-cgi/trace' },
        resolvers: (0,external_node_net_.isIP)(host) === 0 ? site.resolvers : [],
        resolversAtOnce: true,
    };
}
function portOf(url) {
    if (url.port !== '')
        return Number(url.port);
    return url.protocol === 'https:' ? 443 : 80;
}
/** A server name has no port, a Host header may have one. */
function nameOf(host) {
    return unbracketed(host.replace(/:\d+$/, ''));
}
function unbracketed(host) {
    return host.replace(/^\[(.*)\]$/, '$1');
}

// EXTERNAL MODULE: ./lib/report/redact.js + 3 modules
var report_redact = __webpack_require__(3319);
;// CONCATENATED MODULE: ./lib/report/redact-secrets.js
/** Shorter values occur by chance, and hiding them would tell what they are. */
const SHORTEST = 4;
/**
 * Replaces the values of secret headers, and the token, wherever a site sends them back: as they are, in any case, as
 * part of a URL, or in base64. The runner masks its log by itself; a comment has nobody else to do it.
 *
 * @param shown what is public anyway, such as the site's URL: a value that is part of it is no secret
 */
function secretRedactorOf(secrets, shown = []) {
    const spellings = secrets
        .flatMap((secret) => [secret, ...secret.split(/\s+/)])
        .flatMap((secret) => {
        const open = secret.length < SHORTEST || shown.some((text) => text.includes(secret));
        return open ? [] : [secret, encodeURIComponent(secret), base64Of(secret)];
    });
    const longestFirst = [...new Set(spellings)].toSorted((a, b) => b.length - a.length);
    if (longestFirst.length === 0)
        return (text) => text;
    const any = new RegExp(longestFirst.map((text) => RegExp.escape(text)).join('|'), 'gi');
    return (text) => text.replaceAll(any, '***');
}
/** Without the padding, and without the last digit, which depends on what follows. */
function base64Of(secret) {
    const bytes = new TextEncoder().encode(secret);
    const digits = btoa(String.fromCodePoint(...bytes)).replace(/=+$/, '');
    return bytes.length % 3 === 0 ? digits : digits.slice(0, -1);
}

// EXTERNAL MODULE: ./lib/report/report.js + 5 modules
var report = __webpack_require__(326);
// EXTERNAL MODULE: ./lib/verdict.js
var verdict = __webpack_require__(802);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
// EXTERNAL MODULE: ./lib/diagnosis/timeline.js
var timeline = __webpack_require__(9406);
;// CONCATENATED MODULE: ./lib/diagnosis/memory.js

/** Looks that are kept of a run. A day of watching makes hundreds of thousands. */
const MOST_KEPT = 200;
const NO_MEMORY = [];
/**
 * Remembers a look. Of a long run some are let go, with an account in the next one that is kept: first those in the midst
 * of others that saw the same, and then such as do not begin or end the trouble. `pin` keeps it, and so many before it.
 */
function remember(memory, evidence, judgement, { pin = 0, most = MOST_KEPT } = {}) {
    const before = memory.at(-1);
    const look = {
        evidence: sharing(evidence, before?.evidence),
        judgement,
        at: evidence.at,
        standing: (0,timeline/* standingAfter */.pQ)(before?.standing, judgement.verdict),
        key: keyOf(evidence, judgement),
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
    for (const [at, { judgement }] of all.entries()) {
        if (judgement.verdict === 'healthy')
            continue;
        const trouble = `${judgement.verdict} ${judgement.findings[0]?.cause.id ?? ''}`;
        if (!first.has(trouble))
            first.set(trouble, at);
        last.set(trouble, at);
    }
    const worst = all.findLastIndex(({ judgement }) => judgement.verdict === 'unhealthy');
    const healed = all.findIndex(({ judgement }, at) => at > worst && judgement.verdict === 'healthy');
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
    const [a, b] = [gone.evidence.skipped ?? memory_NONE, next.evidence.skipped ?? memory_NONE];
    const there = (0,timeline/* stepBetween */.LT)(from, gone.evidence, gone.standing);
    const on = (0,timeline/* stepBetween */.LT)(gone, next.evidence, next.standing);
    const { verdict } = gone.judgement;
    const standing = next.evidence.skipped?.standing ?? gone.standing;
    return {
        healthy: a.healthy + b.healthy + (verdict === 'healthy' ? 1 : 0),
        unhealthy: a.unhealthy + b.unhealthy + (verdict === 'unhealthy' ? 1 : 0),
        inconclusive: a.inconclusive + b.inconclusive + (verdict === 'inconclusive' ? 1 : 0),
        down: there.down + on.down,
        flaps: there.flaps + on.flaps,
        ...(standing !== undefined && { standing }),
        alike: a.alike && b.alike && from.key === gone.key && gone.key === next.key,
    };
}
const memory_NONE = { healthy: 0, unhealthy: 0, inconclusive: 0, down: 0, flaps: 0, alike: true };
function keyOf(evidence, judgement) {
    const { colo = '', family = '', origin } = (0,timeline/* sightOf */.p1)(evidence, judgement);
    const [lead] = judgement.findings;
    const ends = [evidence.edge, ...(evidence.origins ?? [])].map(endOf);
    const remarks = [...judgement.warnings, ...judgement.notes].map(({ cause }) => cause.id);
    return [judgement.verdict, lead?.cause.id, lead?.match.confidence, colo, family, origin?.position]
        .concat(ends, remarks)
        .join(' ');
}
function endOf(exchange) {
    if (exchange === undefined)
        return '-';
    if (exchange.kind === 'answered')
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
    if (exchange.kind !== 'answered' || before?.kind !== 'answered')
        return exchange;
    const { text } = before.body;
    return exchange.body.text === text ? { ...exchange, body: { ...exchange.body, text } } : exchange;
}

// EXTERNAL MODULE: ./lib/diagnosis/pace.js
var diagnosis_pace = __webpack_require__(1138);
// EXTERNAL MODULE: ./lib/cloudflare/answer.js + 1 modules
var answer = __webpack_require__(6464);
// EXTERNAL MODULE: ./lib/diagnosis/answers.js
var answers = __webpack_require__(3842);
// EXTERNAL MODULE: ./lib/diagnosis/names.js
var names = __webpack_require__(5013);
;// CONCATENATED MODULE: ./lib/diagnosis/questions.js




/**
 * What the first answers of a look leave open. Each row says when its question is worth a connection: a look at a site that
 * is well asks nothing twice.
 */
const QUESTIONS = [
    // A copy says nothing about what stands behind it.
    (evidence) => (0,answer/* fromCache */.ZY)(evidence.edge) && (0,facts/* asExpected */.p2)(evidence, evidence.edge) ? [{ ask: 'uncached' }] : [],
    // An origin that chokes on what only Cloudflare sends answers well without it, and fails with it every time.
    ({ origins = [], ...evidence }) => origins.flatMap((origin, index) => failed(origin) && !(0,facts/* asExpected */.p2)(evidence, origin)
        ? [
            { ask: 'bare', origin: index },
            { ask: 'again', origin: index },
        ]
        : []),
    // The runner's resolver may be the one that is wrong.
    (evidence) => (nameInDoubt(evidence) ? [{ ask: 'resolvers' }] : []),
    // Who is right, and how long the others may go on, only these know.
    (evidence) => unresolved(evidence) || resolversDiffer(evidence) ? [{ ask: 'ownResolver' }, { ask: 'nameServers' }] : [],
    // Where nothing is reached, the fault may be the runner's.
    ({ edge, control, origins = [] }) => {
        const tried = [edge, control, ...origins].filter((exchange) => exchange !== undefined);
        return tried.length > 0 && tried.every(facts/* unreached */.iq) ? [{ ask: 'neutral' }] : [];
    },
    (evidence) => ((0,names/* rangesMatter */.Qo)(evidence) ? [{ ask: 'ranges' }] : []),
    // Cloudflare speaks HTTP/2 to an origin that offers it, and keeps its connections. The direct probe does neither.
    ({ origins = [], ...evidence }) => gotNoUse(evidence)
        ? origins.flatMap((origin, index) => {
            if (!(0,facts/* asExpected */.p2)(evidence, origin))
                return [];
            const secure = origin.tls !== undefined;
            return [
                ...(secure ? [{ ask: 'http2', origin: index }] : []),
                { ask: 'kept', origin: index },
            ];
        })
        : [],
];
function unresolved({ dns }) {
    return dns?.kind === 'failed';
}
/** The name leads nowhere, past Cloudflare to something that fails, or to what gives no connection. */
function nameInDoubt(evidence) {
    const { edge } = evidence;
    const noWay = (0,facts/* broke */.QO)(edge, 'connect') || (0,facts/* broke */.QO)(edge, 'tls');
    const past = (0,names/* runnerView */.mf)(evidence) === 'elsewhere' && !(0,facts/* asExpected */.p2)(evidence, edge);
    return unresolved(evidence) || noWay || past;
}
/** Those that were heard by now lead to other places than the runner's own, or nowhere. */
function resolversDiffer(evidence) {
    const own = (0,names/* runnerView */.mf)(evidence);
    return (0,names/* witnesses */.OG)(evidence).some((witness) => witness.view !== own || (0,names/* denies */.pL)(witness));
}
/** Every question that the first answers leave. Pure. */
function questionsOf(evidence) {
    return QUESTIONS.flatMap((questions) => questions(evidence));
}
/** Cloudflare got a connection to an origin, and no answer that it could use. */
function gotNoUse(evidence) {
    return (0,facts/* edgeSaid */.$r)(evidence, 502, 520, 524) || (0,answers/* cutShort */.VV)(evidence.edge);
}
/** A connection stood, and what came of the request is no page. */
function failed(exchange) {
    if (exchange.kind === 'answered')
        return exchange.head.status >= 400 || (0,facts/* undecodable */.z$)(exchange) !== undefined;
    return exchange.phase === 'processing' || exchange.phase === 'transfer';
}

// EXTERNAL MODULE: ./lib/probe/break.js
var probe_break = __webpack_require__(373);
// EXTERNAL MODULE: ./lib/probe/clock.js
var probe_clock = __webpack_require__(9112);
;// CONCATENATED MODULE: ./lib/probe/dns/resolvers.js

/** Milliseconds that a resolver is given at most, fallbacks included. */
const PATIENCE = 5000;
/** Asks every resolver for the addresses of a name, at the same moment. */
function askResolvers(name, servers, way) {
    const told = servers.map(() => undefined);
    const soFar = () => told.filter((each) => each !== undefined);
    const all = async () => {
        const { network } = way;
        const { dns } = network;
        if (dns === undefined || servers.length === 0)
            return [];
        const { signal, clear } = (0,probe_clock.deadline)(Math.min(PATIENCE, way.timeout), way.signal);
        try {
            // Reading packets takes a package, which is loaded while the other probes wait for the network.
            const { tell } = await Promise.all(/* import() */[__webpack_require__.e(894), __webpack_require__.e(93)]).then(__webpack_require__.bind(__webpack_require__, 4093));
            await Promise.all(servers.map(async (address, index) => {
                told[index] = await tell(name, { server: address, address, recursive: true }, dns, {
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
    return { soFar, all: all() };
}

// EXTERNAL MODULE: ./lib/probe/connect.js
var connect = __webpack_require__(3064);
// EXTERNAL MODULE: ./lib/probe/handshake.js + 2 modules
var probe_handshake = __webpack_require__(5631);
// EXTERNAL MODULE: ./node_modules/undici/lib/api/api-request.js
var api_request = __webpack_require__(4043);
// EXTERNAL MODULE: ./node_modules/undici/lib/dispatcher/client.js
var dispatcher_client = __webpack_require__(3701);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/probe/coding.js


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
        decoder.on('error', (error) => finish(ENDS[(0,probe_break/* codeOf */.$N)(error)] ?? 'corrupt'));
        decoder.end(raw);
    });
}
/** zlib's and brotli's word for bytes that are good, and not all; and node's for bytes that are all, and more. */
const ENDS = {
    Z_BUF_ERROR: 'truncated',
    ERR_TRAILING_JUNK_AFTER_STREAM_END: 'sound',
};

;// CONCATENATED MODULE: ./lib/probe/body.js

/** Bytes of a body that are kept. More are not read. */
const BODY_LIMIT = 64 * 1024;
const nothingGathered = () => ({ chunks: [], bytes: 0, complete: true });
/** Reads a body up to the limit, and leaves the rest. `gathered` has what came when the stream fails. */
async function gather(stream, gathered) {
    for await (const chunk of stream) {
        gathered.chunks.push(chunk.subarray(0, Math.max(0, BODY_LIMIT - gathered.bytes)));
        gathered.bytes += chunk.byteLength;
        if (gathered.bytes > BODY_LIMIT) {
            gathered.complete = false;
            return;
        }
    }
}
/** What was gathered, without its compression, as text. */
async function bodyOf({ chunks, bytes, complete }, { headers }) {
    const raw = Buffer.concat(chunks);
    const decoded = await decode(raw, headers['content-encoding'] ?? '', complete, BODY_LIMIT);
    return {
        text: Buffer.from(decoded.bytes).toString('utf8'),
        bytes,
        complete: !decoded.cut,
        coding: decoded.coding,
    };
}

;// CONCATENATED MODULE: ./lib/probe/wire.js
/** Bytes of the opening that are kept. */
const OPENING = 200;
/** Bytes of one line of a head that are kept: the fields that frame a body are short. */
const LINE = 300;
/** Lines of each of those fields that are kept. */
const MOST_FIELDS = 8;
/** Bytes that are looked at for the end of the heads. Whoever sends more does not end. */
const wire_LOOKED_AT = 1024 * 1024;
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
function readLines(reading, chunk, before) {
    let at = 0;
    while (!reading.done && at < chunk.length && before + at < wire_LOOKED_AT) {
        const found = chunk.indexOf(LF, at);
        const end = found < 0 ? chunk.length : found;
        const kept = Math.min(end, at + LINE - reading.line.length);
        reading.line += latin1(chunk.subarray(at, Math.max(at, kept)));
        reading.length += end - at;
        at = end + 1;
        if (found >= 0)
            endLine(reading, before + at);
    }
}
/** @param position where the next line begins */
function endLine(reading, position) {
    const text = reading.line.replace(/\r$/, '');
    const empty = text === '' && reading.length <= 1;
    reading.line = '';
    reading.length = 0;
    const { statusLine } = reading;
    if (statusLine === undefined) {
        // Clients pass over empty lines before a status line.
        if (empty)
            return;
        reading.statusLine = text;
        reading.done = !/^HTTP\//i.test(text);
    }
    else if (!empty) {
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
function wireOf({ opening, headBytes, contentLength, transferEncoding }) {
    return {
        opening,
        ...(headBytes !== undefined && { headBytes }),
        contentLength: [...contentLength],
        transferEncoding: [...transferEncoding],
    };
}
function latin1(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

;// CONCATENATED MODULE: ./lib/probe/http1.js






/** Bytes of response headers that we take: twice what Cloudflare takes, so that too many are seen as such. */
const HEADER_LIMIT = 256 * 1024;
/** HTTP/1.1, by undici. */
const http1 = { protocols: ['http/1.1'], converse: request };
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
    const client = new dispatcher_client('http://origin', {
        connect: (_options, callback) => {
            const [error, stream] = used ? [GONE, null] : [null, socket];
            used = true;
            // In its own time: undici waits forever for a connector that answers before it has returned.
            queueMicrotask(() => (stream === null ? callback(error, null) : callback(null, stream)));
        },
        allowH2: false,
        pipelining: 1,
        // One deadline covers it all; undici's own are coarse, and a slow drip resets them.
        headersTimeout: 0,
        bodyTimeout: 0,
        maxHeaderSize: HEADER_LIMIT,
        // undici would hang up on a resting connection, sooner still where the origin names a time. Whoever opened it closes it.
        keepAliveTimeout: KEPT,
        keepAliveMaxTimeout: KEPT,
        keepAliveTimeoutThreshold: -KEPT,
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
const KEPT = 900_000;
/** The connection was closed between two requests: there is no other. */
const GONE = Object.assign(new Error('closed between two requests'), { code: 'UND_ERR_SOCKET' });
async function converse(client, tap, { method, path, headers }, signal, timings, lap) {
    const measured = () => {
        const wire = tap.wire();
        return { timings, ...(wire !== undefined && { wire }) };
    };
    let head;
    try {
        const answer = await (0,probe_clock.orAborted)(api_request.call(client, { method, path, headers, signal }), signal);
        timings.processing = lap();
        head = { status: answer.statusCode, headers: joined(answer.headers) };
        const gathered = nothingGathered();
        await (0,probe_clock.orAborted)(gather(answer.body, gathered), signal);
        timings.transfer = lap();
        return { ...measured(), kind: 'answered', head, body: await bodyOf(gathered, head) };
    }
    catch (failure) {
        const error = signal.aborted ? (0,probe_break/* timedOut */.iU)(tap.received()) : (0,probe_break/* breakOf */.XF)(failure, tap.received());
        const took = lap();
        if (head !== undefined) {
            timings.transfer = took;
            return { ...measured(), kind: 'broken', phase: 'transfer', error, head };
        }
        timings.processing = took;
        return { ...measured(), kind: 'broken', phase: 'processing', error };
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

;// CONCATENATED MODULE: ./lib/probe/exchange.js






/** Asks once, over a connection of its own that is closed in every case. Never throws for what the site does. */
async function exchange(ask, resolution, way, speech = http1) {
    const { signal, clear } = (0,probe_clock.deadline)(way.timeout, way.signal);
    const timings = {};
    try {
        return await phases(ask, resolution, { ...way, signal }, timings, speech);
    }
    finally {
        clear();
    }
}
async function phases(ask, resolution, { network, clock, signal }, timings, { protocols, converse }) {
    let over = {};
    const broken = (phase, error, tls) => ({
        timings,
        ...over,
        ...(tls !== undefined && { tls }),
        kind: 'broken',
        phase,
        error,
    });
    const resolved = await (0,probe_clock.orAborted)(resolution, signal).catch(() => undefined);
    if (resolved === undefined)
        return broken('resolve', (0,probe_break/* timedOut */.iU)());
    if (resolved.took > 0)
        timings.resolve = resolved.took;
    if (resolved.kind === 'failed') {
        const reason = resolved.reason === 'timeout' ? 'timeout' : 'unresolved';
        return broken('resolve', { reason, code: resolved.code, received: 0 });
    }
    const lap = (0,probe_clock.stopwatch)(clock);
    const connection = await (0,connect/* connectTo */.m)(resolved.addresses, ask.port, network, signal);
    timings.connect = lap();
    if (!connection.ok)
        return broken('connect', connection.error);
    over = { family: connection.address.family };
    let socket = connection.socket;
    let session;
    if (ask.tls !== undefined) {
        const originCa = ask.tls.trust === 'cloudflare' ? network.originCa : [];
        // Cloudflare accepts a certificate for the requested name, and one for the name that it dials.
        const dialled = ask.tls.trust === 'cloudflare' && (0,external_node_net_.isIP)(ask.host) === 0 ? [ask.host] : [];
        const names = [ask.tls.servername, ...dialled];
        const handshake = await (0,probe_handshake/* shakeHands */.J)(connection.socket, names, originCa, clock, signal, protocols);
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
        ...(await converse(ask, socket, signal, timings, lap)),
        ...over,
        ...(session !== undefined && { tls: session }),
    };
}

// EXTERNAL MODULE: external "node:http2"
var external_node_http2_ = __webpack_require__(2467);
;// CONCATENATED MODULE: ./lib/probe/http2.js






/** What HTTP/2 has other means for (RFC 9113, section 8.2.2). */
const NOT_IN_HTTP2 = new Set(['connection', 'host', 'keep-alive', 'proxy-connection', 'transfer-encoding']);
/**
 * Asks over HTTP/2, if the server agrees to it in the TLS handshake, as Cloudflare does. Never throws for what the site
 * does. In a break the code is that of the stream or of the connection (RFC 9113, section 7): `RST_STREAM_CANCEL`,
 * `GOAWAY_ENHANCE_YOUR_CALM`; `received` counts the body alone, since node keeps the frames to itself.
 */
async function askHttp2(ask, resolution, way) {
    let agreed = false;
    const found = await exchange(ask, resolution, way, {
        protocols: ['h2', 'http/1.1'],
        converse: async (ask, socket, signal, timings, lap) => {
            agreed = 'alpnProtocol' in socket && socket.alpnProtocol === 'h2';
            return agreed ? http2_converse(ask, socket, signal, timings, lap) : hungUp(socket, timings);
        },
    });
    return agreed ? { agreed, exchange: found } : { agreed: false };
}
/** The server speaks HTTP/1.1 alone, and has been asked that before. */
function hungUp(socket, timings) {
    socket.destroy();
    const error = { reason: 'other', code: 'NOT_AGREED', received: 0 };
    return { timings, kind: 'broken', phase: 'tls', error };
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
        ending ??= (0,probe_break/* breakOf */.XF)(error);
    });
    session.once('close', () => {
        ending ??= { reason: 'closed', code: 'HTTP2_CLOSED', received: 0 };
    });
    let head;
    try {
        const stream = session.request(fieldsOf(ask), { endStream: true });
        const ended = http2_endOf(stream);
        const headers = await (0,probe_clock.orAborted)(responseOf(stream, ended), signal);
        timings.processing = lap();
        head = headOf(headers);
        await (0,probe_clock.orAborted)(gather(stream, gathered), signal);
        // Node ends a body without complaint when the other side cancels the stream in the middle of it.
        if (gathered.complete)
            await (0,probe_clock.orAborted)(ended, signal);
        timings.transfer = lap();
        return { timings, kind: 'answered', head, body: await bodyOf(gathered, head) };
    }
    catch (failure) {
        const took = lap();
        // A stream ends before the connection does that takes it along.
        await new Promise(setImmediate);
        const error = signal.aborted
            ? (0,probe_break/* timedOut */.iU)(gathered.bytes)
            : { ...(ending ?? breakIn(failure)), received: gathered.bytes };
        if (head !== undefined) {
            timings.transfer = took;
            return { timings, kind: 'broken', phase: 'transfer', error, head };
        }
        timings.processing = took;
        return { timings, kind: 'broken', phase: 'processing', error };
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
        stream.on('error', (error) => reject((0,probe_break/* codeOf */.$N)(error) === 'ERR_HTTP2_STREAM_ERROR' ? new StreamReset(stream.rstCode) : error));
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
        return (0,probe_break/* breakOf */.XF)(failure);
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
function headOf(headers) {
    const fields = Object.entries(headers).filter(([name]) => !name.startsWith(':'));
    return {
        status: Number(headers[':status']),
        headers: Object.fromEntries(fields.map(([name, value]) => [name, [value ?? ''].flat().join(', ')])),
    };
}

;// CONCATENATED MODULE: ./lib/probe/kept.js



/**
 * Asks twice on one connection, the second time as soon as the first answer is whole. Never throws for what the site does.
 * The timings are those of the second request alone, which needs no connection.
 */
async function askTwice(ask, resolution, way) {
    let second;
    await exchange(ask, resolution, way, {
        protocols: ['http/1.1'],
        converse: async (ask, socket, signal, timings, lap) => {
            const line = lineOn(socket);
            try {
                const first = await line.ask(ask, signal, timings, lap);
                if (keepsOpen(first))
                    second = await line.ask(ask, signal, {}, (0,probe_clock.stopwatch)(way.clock));
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
    if (first.kind !== 'answered' || !first.body.complete)
        return false;
    const options = (first.head.headers['connection'] ?? '').toLowerCase().split(/[,\s]+/);
    const old = first.wire?.opening.startsWith('HTTP/1.0') === true;
    const { contentLength = [], transferEncoding = [] } = first.wire ?? {};
    const framed = contentLength.length + transferEncoding.length > 0 || [204, 304].includes(first.head.status);
    return framed && !options.includes('close') && (!old || options.includes('keep-alive'));
}

// EXTERNAL MODULE: ./lib/cloudflare/ranges.js
var ranges = __webpack_require__(9185);
;// CONCATENATED MODULE: ./lib/probe/ranges.js



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
    if (answer.kind !== 'answered' || answer.head.status !== 200 || !answer.body.complete)
        return undefined;
    return (0,ranges/* rangesIn */.cv)(answer.body.text, family);
}

;// CONCATENATED MODULE: ./lib/probe/resolve.js



/** What a name leads to, within the time of one request. An address needs no resolver. */
async function resolution(host, way) {
    if ((0,external_node_net_.isIP)(host) !== 0) {
        return { host, took: 0, kind: 'resolved', addresses: [{ address: host, family: (0,external_node_net_.isIPv6)(host) ? 6 : 4 }] };
    }
    const { signal, clear } = (0,probe_clock.deadline)(way.timeout, way.signal);
    try {
        return await resolve(host, way.network, way.clock, signal);
    }
    finally {
        clear();
    }
}
/** Asks the system's resolver for a name, as every program on the runner does. */
async function resolve(host, network, clock, signal) {
    const lap = (0,probe_clock.stopwatch)(clock);
    try {
        const [first, ...rest] = await (0,probe_clock.orAborted)(network.lookup(host), signal);
        if (first === undefined)
            return { host, took: lap(), kind: 'failed', reason: 'no-address', code: 'ENODATA' };
        return { host, took: lap(), kind: 'resolved', addresses: [first, ...rest] };
    }
    catch (error) {
        const took = lap();
        // getaddrinfo says ENOTFOUND also for a name that exists without an address.
        const code = (0,probe_break/* codeOf */.$N)(error) === 'ENOTFOUND' ? await whyNotFound(host, network, signal) : (0,probe_break/* codeOf */.$N)(error);
        return { host, took, kind: 'failed', reason: FAILURES[code] ?? 'other', code };
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
        await (0,probe_clock.orAborted)(network.query(host), signal);
        return 'ENODATA'; // DNS knows the name, the system's resolver does not: no address that this machine may use
    }
    catch (error) {
        const code = (0,probe_break/* codeOf */.$N)(error);
        return code === 'ENODATA' || code === 'ENOTFOUND' ? code : 'EAI_AGAIN';
    }
}

;// CONCATENATED MODULE: ./lib/probe/follow-ups.js







/** One row a follow-up. A key of `FollowUps` without a row does not compile. */
const FOLLOW_UPS = {
    uncached: ({ plan, name, way }) => exchange(uncached(plan.edge, way.clock.now()), name, way),
    resolvers: ({ resolvers }) => resolvers.begin().all,
    ownResolver: ({ plan, way }) => askOwn(plan, way),
    nameServers: async ({ plan, resolvers, way }) => {
        if (plan.resolvers.length === 0)
            return [];
        const { askNameServers } = await Promise.all(/* import() */[__webpack_require__.e(894), __webpack_require__.e(754)]).then(__webpack_require__.bind(__webpack_require__, 4754));
        return askNameServers(plan.edge.host, [...answering(resolvers.begin().soFar()), ...ownServers(way)], way);
    },
    neutral: ({ neutral }) => neutral.begin(),
    ranges: ({ way }) => currentRanges((host) => resolution(host, way), way),
};
/** Likewise, for what is asked of one origin again. */
const RECHECKS = {
    bare: (ask, name, way) => exchange(withoutCloudflare(ask), name, way),
    again: (ask, name, way) => exchange(ask, name, way),
    http2: (ask, name, way) => askHttp2(ask, name, way),
    kept: (ask, name, way) => askTwice(ask, name, way),
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
/** The first of the runner's own servers, under no address: that may be a secret of its network. */
async function askOwn({ edge, resolvers }, way) {
    if (resolvers.length === 0)
        return [];
    const [told] = await askResolvers(edge.host, ownServers(way), way).all;
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

;// CONCATENATED MODULE: ./lib/probe/neutral.js


const [FIRST, ...OTHERS] = [
    { address: '1.1.1.1', family: 4 },
    { address: '2606:4700:4700::1111', family: 6 },
];
/**
 * Cloudflare's public resolver, by address: no name has to be looked up, its certificate is for the address so that no
 * portal can pose as it, and no site's traffic goes there, so that a rule against one host does not meet it.
 */
function askNeutral(way) {
    const host = FIRST.address;
    return exchange({
        host,
        port: 443,
        tls: { servername: host, trust: 'visitors' },
        method: 'GET',
        path: '/cdn-cgi/trace',
        headers: { host, 'user-agent': USER_AGENT, accept: 'text/plain' },
    }, Promise.resolve({ host, took: 0, kind: 'resolved', addresses: [FIRST, ...OTHERS] }), way);
}

;// CONCATENATED MODULE: ./lib/probe/once.js
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
    edge: ({ plan, name, way }) => exchange(plan.edge, name, way),
    control: ({ plan, name, way }) => exchange(plan.control, name, way),
    dns: ({ name }) => name,
    origins: ({ plan, originNames, way }) => Promise.all(plan.origins.map((ask, index) => exchange(ask, originNames[index] ?? resolution(ask.host, way), way))),
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
 * the time that is left of it, so that a look never takes longer than one request may.
 */
async function look(plan, way, questionsOf) {
    const { clock } = way;
    const [at, begun] = [clock.now(), clock.monotonic()];
    const left = () => way.timeout - (clock.monotonic() - begun);
    // What is under way beside the probes ends with the look.
    const over = new AbortController();
    const within = { ...way, signal: AbortSignal.any([way.signal, over.signal]) };
    const shared = {
        plan,
        way,
        name: resolution(plan.edge.host, way),
        originNames: plan.origins.map(({ host }) => revealed(resolution(host, way), way)),
        resolvers: once(() => askResolvers(plan.edge.host, plan.resolvers, { ...within, timeout: Math.max(LEAST, left()) })),
        neutral: once(() => askNeutral({ ...within, timeout: Math.max(LEAST, left()) })),
    };
    const seen = {};
    const asFarAs = (known) => ({ at, asked: plan.asked, ...known });
    const beginNeutral = (known) => {
        if (questionsOf(asFarAs(known)).some(({ ask }) => ask === 'neutral'))
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
        const [edge, control, dns, origins] = await Promise.all([
            probed('edge'),
            probed('control'),
            probed('dns'),
            probed('origins'),
        ]);
        const resolvers = await orSoon(shared, LEAST_FOR_RESOLVERS - (way.timeout - left()), within);
        const first = { ...asFarAs({ edge, control, dns, origins }), ...resolvers };
        const enough = left() >= LEAST && !way.signal.aborted;
        const questions = questionsOf(first).filter(({ ask }) => enough || isBegun(ask, shared));
        if (questions.length === 0)
            return first;
        const timeout = Math.max(LEAST, left());
        return { ...first, ...(await followUp(questions, { ...shared, way: { ...way, timeout } })) };
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
    return (ask === 'neutral' && neutral.begun()) || (ask === 'resolvers' && resolvers.begun());
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
    const silence = { timings: {}, kind: 'broken', phase: 'connect', error: (0,probe_break/* timedOut */.iU)() };
    return { edge: silence, control: silence, origins: origins.map(() => silence) };
}
/** Whoever asks for an origin's name tells what it leads to, before anything else is said. */
async function revealed(resolution, { reveal }) {
    const found = await resolution;
    if (found.kind === 'resolved')
        reveal(found.addresses.map(({ address }) => address));
    return found;
}

;// CONCATENATED MODULE: ./lib/probe/reuse.js






/**
 * Milliseconds that a connection is left to rest before it is used again: hardly; past the 5 s of Node and Apache; past the 60 s
 * of load balancers; past the 75 s of nginx. As many of them as fit into `watch`.
 */
const RESTS = [1000, 6000, 61_000, 76_000];
/** Keeps a connection to each origin, and uses it again after a while, as Cloudflare does. Never throws. */
function startReuse({ origins }, way, rests = RESTS) {
    const stopped = new AbortController();
    const lasting = { ...way, signal: AbortSignal.any([way.signal, stopped.signal]) };
    const seen = origins.map(() => ({ held: 0 }));
    for (const [index, ask] of origins.entries()) {
        void reused(ask, lasting, rests, (reuse) => (seen[index] = reuse)).catch(() => undefined);
    }
    return { seen: () => [...seen], stop: () => stopped.abort() };
}
/** One connection, until it ends or the signal aborts. What hinders it from the start, the looks tell. */
async function reused(ask, way, rests, tell) {
    const name = revealed(resolution(ask.host, way), way);
    await exchange(ask, name, { ...way, timeout: LONGEST }, {
        protocols: ['http/1.1'],
        converse: (_, socket, signal) => conversation(ask, socket, { ...way, signal }, rests, tell),
    });
}
/** Longer than any watch, and as long as a timer can be. */
const LONGEST = 2 ** 31 - 1;
async function conversation(ask, socket, { clock, signal, timeout }, rests, tell) {
    const rest = restOn(socket, clock, signal);
    const line = lineOn(socket);
    const asked = async () => {
        const within = (0,probe_clock.deadline)(timeout, signal);
        try {
            return await line.ask(ask, within.signal, {}, (0,probe_clock.stopwatch)(clock));
        }
        finally {
            within.clear();
        }
    };
    const ended = (how, after, held) => {
        if (!signal.aborted)
            tell({ held, ended: { how, after } });
    };
    try {
        const first = await asked();
        if (!keepsOpen(first))
            return first;
        let held = 0;
        // Longer than Cloudflare would keep it, nobody needs to know.
        for (const [index, ms] of [...rests, KEPT].entries()) {
            const end = await rest(ms);
            if (end !== undefined)
                ended(end.how, end.after, held);
            if (end !== undefined || signal.aborted || index === rests.length)
                return first;
            const next = await asked();
            if (next.kind === 'broken')
                ended('unanswered', ms, held);
            if (!keepsOpen(next))
                return first;
            held = ms;
            tell({ held });
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

;// CONCATENATED MODULE: ./lib/watch.js







/**
 * Looks until the site has been healthy for long enough, the time is up, or waiting cannot help. Then, with `watch`, goes on
 * looking for that long.
 */
async function watch(site, schedule, way) {
    const { clock, signal } = way;
    const plan = planOf(site);
    const dial = { ...way, timeout: site.timeout };
    const needed = streakOf(schedule);
    let until = clock.monotonic() + schedule.wait;
    let memory = NO_MEMORY;
    let streak = 0;
    let calm = false;
    let reusing;
    try {
        for (;;) {
            // What a cancelled look could not see is no fault of the site.
            if (signal.aborted)
                return { history: historyOf(memory), cancelled: true };
            const reuses = reusing?.seen();
            const seen = await look({ ...plan, resolversAtOnce: !calm }, dial, questionsOf);
            const evidence = { ...seen, ...(reuses !== undefined && { reuses }) };
            if (signal.aborted)
                return { history: historyOf(memory), cancelled: true };
            const judgement = judge(evidence);
            calm = leavesNothing(judgement, evidence, plan);
            streak = judgement.verdict === 'healthy' ? streak + 1 : 0;
            const left = Math.max(0, until - clock.monotonic());
            const pace = { streak, needed, watching: reusing !== undefined, left, interval: schedule.interval };
            const next = (0,diagnosis_pace/* nextAfter */.On)(judgement, { ...pace, retryAfter: (0,diagnosis_pace/* retryAfterOf */.sT)(evidence) });
            const begins = next.kind === 'reached' && schedule.watch > 0;
            const pause = begins ? schedule.interval : next.kind === 'look' ? next.after : undefined;
            way.tell({ site, evidence, judgement, ...pace, next, pause });
            memory = remember(memory, evidence, judgement, next.kind === 'reached' ? { pin: needed } : {});
            if (pause === undefined)
                return { history: historyOf(memory), cancelled: false };
            if (begins) {
                until = clock.monotonic() + schedule.watch;
                reusing = startReuse(plan, dial);
            }
            await clock.sleep(pause, signal);
        }
    }
    finally {
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
/** `wait: 0s` looks once, whatever the streak. */
function streakOf({ wait, consecutiveSuccesses }) {
    return wait === 0 ? 1 : consecutiveSuccesses;
}

;// CONCATENATED MODULE: ./lib/run.js








/**
 * Looks at every site, waits as the schedule allows, and says what it comes to. When told to stop, says what is known until
 * then, as `inconclusive`.
 */
async function run(config, world) {
    const { clock, signal } = world;
    const judged = async (site) => {
        const addresses = new Set();
        const reveal = (found) => {
            for (const address of found)
                addresses.add(address);
            world.reveal(found);
        };
        const { history, cancelled } = await watch(site, config.schedule, { ...world, reveal });
        const streak = streakOf(config.schedule);
        const diagnosis = cancelled || history === undefined ? cutShort(history ?? [], streak) : diagnose(history, streak);
        // Before its first look there is only the question.
        const seen = history ?? [{ at: clock.now(), asked: planOf(site).asked }];
        return { site, history: seen, diagnosis, addresses: [...addresses] };
    };
    const [first, ...rest] = config.sites;
    const [one, ...more] = await Promise.all([judged(first), ...rest.map(judged)]);
    const report = conclude([one, ...more], config, clock.now());
    return signal.aborted ? (0,verdict.interrupted)(report) : report;
}
/** Says what was seen. Pure. */
function conclude(seen, config, at) {
    // One site's origin may be named in another site's answer.
    const secret = seen.flatMap(({ site, addresses }) => [
        ...site.origins.map(({ host }) => host),
        ...addresses,
    ]);
    const open = seen.map(({ site }) => new URL(site.url).hostname);
    const hideOrigin = config.showOrigin ? report_redact/* redactNothing */.x : (0,report_redact/* redactorOf */.y)(secret, open);
    const hideSecrets = secretRedactorOf([...seen.flatMap(({ site }) => secretsOf(site)), config.publish.githubToken], seen.map(({ site }) => site.url));
    const redact = (text) => hideOrigin(hideSecrets(text));
    const judged = ({ site, history, diagnosis }) => ({ site, history, diagnosis, redact });
    const [first, ...rest] = seen;
    return (0,report/* reportOf */.E)({ sites: [judged(first), ...rest.map(judged)], at, version: version/* VERSION */.x });
}
/** What is sent, and what a site or an API might send back. */
function secretsOf({ headers, access, zone }) {
    const values = [...headers.map(([, value]) => value), access?.id, access?.secret, zone?.token];
    return values.filter((value) => value !== undefined);
}


/***/ })

};
