export const id = 757;
export const ids = [757,112];
export const modules = {

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

/***/ 6757:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Cancelled: () => (/* binding */ Cancelled),
  conclude: () => (/* binding */ conclude),
  pauseAfter: () => (/* binding */ pauseAfter),
  run: () => (/* binding */ run)
});

// EXTERNAL MODULE: ./lib/diagnosis/causes/index.js + 41 modules
var causes = __webpack_require__(3763);
// EXTERNAL MODULE: ./lib/diagnosis/facts.js
var facts = __webpack_require__(8150);
// EXTERNAL MODULE: ./lib/diagnosis/trails.js
var trails = __webpack_require__(9352);
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
function momentsOf({ origins = [], rechecks = [], ...shared }) {
    // Where visitors are sent to another host, and that one fails, the origins of this one have nothing to do with it.
    const strange = (0,trails/* ledAway */.mE)(shared) && !(0,facts/* answersWell */.Id)(shared, shared.edge) && (0,trails/* endless */.bK)(shared.edge) === undefined;
    if (origins.length === 0 || strange)
        return [shared];
    return origins.map((origin, index) => {
        const { tls, port } = shared.asked.origins[index] ?? { tls: false, port: 0 };
        const siblings = origins.filter((_, other) => other !== index);
        const othersAnswer = siblings.some((other) => (0,facts/* answersWell */.Id)(shared, other));
        return {
            ...shared,
            origin,
            ...(rechecks[index] !== undefined && { recheck: rechecks[index] }),
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
    if (!(0,facts/* asExpected */.p2)(moment, moment.edge))
        return false;
    if (moment.origin === undefined || (0,facts/* asExpected */.p2)(moment, moment.origin))
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

;// CONCATENATED MODULE: ./lib/diagnosis/diagnose.js

/**
 * What a run comes to. The only code that knows about time: a site is healthy when its last looks, as many in a row
 * as `streak` says, were healthy. `history` is judged as it is, so a run that was cut short is never healthy.
 */
function diagnose(history, streak) {
    const looks = history.map(judge);
    const sinceHealthy = looks.slice(looks.findLastIndex(({ verdict }) => verdict === 'healthy') + 1);
    const good = looks.length - 1 - looks.findLastIndex(({ verdict }) => verdict !== 'healthy');
    const last = looks.at(-1);
    const remarks = { warnings: last?.warnings ?? [], notes: last?.notes ?? [], looks };
    if (sinceHealthy.length === 0 && good >= streak) {
        return {
            verdict: 'healthy',
            trend: good < looks.length ? 'recovered' : 'steady',
            alternatives: [],
            ...remarks,
        };
    }
    // Healthy at the end, though not for long enough: the last trouble is what there is to tell.
    const trouble = sinceHealthy.length > 0 ? sinceHealthy : looks.filter(({ verdict }) => verdict !== 'healthy').slice(-1);
    const told = telling(trouble);
    const trend = looks.some(({ verdict }) => verdict === 'healthy') ? 'intermittent' : 'steady';
    if (told === undefined)
        return { verdict: 'inconclusive', trend: 'steady', alternatives: [], ...remarks };
    const [cause, ...alternatives] = told.findings;
    return { verdict: told.verdict, trend, ...(cause !== undefined && { cause }), alternatives, ...remarks };
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

// EXTERNAL MODULE: ./lib/cloudflare/answer.js + 1 modules
var answer = __webpack_require__(6464);
// EXTERNAL MODULE: ./lib/diagnosis/answers.js
var answers = __webpack_require__(3842);
;// CONCATENATED MODULE: ./lib/diagnosis/questions.js



/**
 * What the first answers of a look leave open. Each row says when its question is worth a connection: a look at a site that
 * is well asks nothing twice.
 */
const QUESTIONS = [
    // A copy says nothing about what stands behind it.
    (evidence) => (0,answer/* fromCache */.ZY)(evidence.edge) && (0,facts/* answersWell */.Id)(evidence, evidence.edge) ? [{ ask: 'uncached' }] : [],
    // An origin that chokes on what only Cloudflare sends answers well without it, and fails with it every time.
    ({ origins = [], ...evidence }) => origins.flatMap((origin, index) => failed(origin) && !(0,facts/* answersWell */.Id)(evidence, origin)
        ? [
            { ask: 'bare', origin: index },
            { ask: 'again', origin: index },
        ]
        : []),
    // Cloudflare speaks HTTP/2 to an origin that offers it, and keeps its connections. The direct probe does neither.
    ({ origins = [], ...evidence }) => gotNoUse(evidence)
        ? origins.flatMap((origin, index) => {
            if (!(0,facts/* answersWell */.Id)(evidence, origin))
                return [];
            const secure = origin.tls !== undefined;
            return [
                ...(secure ? [{ ask: 'http2', origin: index }] : []),
                { ask: 'kept', origin: index },
            ];
        })
        : [],
];
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

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
;// CONCATENATED MODULE: ./lib/probe/break.js
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

// EXTERNAL MODULE: ./lib/probe/clock.js
var probe_clock = __webpack_require__(9112);
;// CONCATENATED MODULE: ./lib/probe/connect.js

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
        const abort = () => finish({ ok: false, error: worst([...errors, timedOut()]) });
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
                errors.push(breakOf(error));
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

// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
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
        const abort = () => finish({ ok: false, error: timedOut() });
        const fail = (error) => finish({ ok: false, error: breakOf(error) });
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
        decoder.on('error', (error) => finish(ENDS[codeOf(error)] ?? 'corrupt'));
        decoder.end(raw);
    });
}
/** zlib's and brotli's word for bytes that are good, and not all; and node's for bytes that are all, and more. */
const ENDS = {
    Z_BUF_ERROR: 'truncated',
    ERR_TRAILING_JUNK_AFTER_STREAM_END: 'sound',
};

;// CONCATENATED MODULE: ./lib/probe/body.js

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
/** The connection was closed between two requests: there is no other. */
const GONE = Object.assign(new Error('closed between two requests'), { code: 'UND_ERR_SOCKET' });
async function converse(client, tap, { method, path, headers, reads }, signal, timings, lap) {
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
        await (0,probe_clock.orAborted)(gather(answer.body, gathered, reads), signal);
        timings.transfer = lap();
        return { ...measured(), kind: 'answered', head, body: await bodyOf(gathered, head, reads) };
    }
    catch (failure) {
        const error = signal.aborted ? timedOut(tap.received()) : breakOf(failure, tap.received());
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
    const broken = (phase, error, tls) => ({
        timings,
        ...(tls !== undefined && { tls }),
        kind: 'broken',
        phase,
        error,
    });
    const resolved = await (0,probe_clock.orAborted)(resolution, signal).catch(() => undefined);
    if (resolved === undefined)
        return broken('resolve', timedOut());
    if (resolved.took > 0)
        timings.resolve = resolved.took;
    if (resolved.kind === 'failed') {
        const reason = resolved.reason === 'timeout' ? 'timeout' : 'unresolved';
        return broken('resolve', { reason, code: resolved.code, received: 0 });
    }
    const lap = (0,probe_clock.stopwatch)(clock);
    const connection = await connectTo(resolved.addresses, ask.port, network, signal);
    timings.connect = lap();
    if (!connection.ok)
        return broken('connect', connection.error);
    let socket = connection.socket;
    let session;
    if (ask.tls !== undefined) {
        const originCa = ask.tls.trust === 'cloudflare' ? network.originCa : [];
        // Cloudflare accepts a certificate for the requested name, and one for the name that it dials.
        const dialled = ask.tls.trust === 'cloudflare' && (0,external_node_net_.isIP)(ask.host) === 0 ? [ask.host] : [];
        const names = [ask.tls.servername, ...dialled];
        const handshake = await shakeHands(connection.socket, names, originCa, clock, signal, protocols);
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
        ...(session !== undefined && { tls: session }),
    };
}

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
        ending ??= breakOf(error);
    });
    session.once('close', () => {
        ending ??= { reason: 'closed', code: 'HTTP2_CLOSED', received: 0 };
    });
    let head;
    try {
        const stream = session.request(fieldsOf(ask), { endStream: true });
        const ended = endOf(stream);
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
            ? timedOut(gathered.bytes)
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
function endOf(stream) {
    const ended = new Promise((resolve, reject) => {
        // Any other error is the connection's, whatever code the stream got from it.
        stream.on('error', (error) => reject(codeOf(error) === 'ERR_HTTP2_STREAM_ERROR' ? new StreamReset(stream.rstCode) : error));
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
        return breakOf(failure);
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

// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
;// CONCATENATED MODULE: ./lib/probe/expectations.js

/** Bytes of a body that are read where something is expected in it. Pages often name their build at the very end. */
const SEARCHED = 1024 * 1024;
/** Milliseconds that one pattern may take on one text. The text is anybody's, and the pattern may be a poor one. */
const PATIENCE = 200;
/** On a machine that has no time for us, a good pattern takes long too: so often it gets another chance. */
const CHANCES = 5;
/** The answer, and whether what is expected is in it. An answer that only leads on is not the one that is expected. */
function withContent(exchange, expected) {
    const { expectedBody, expectedHeader } = expected;
    if (exchange.kind !== 'answered' || exchange.trail?.end !== undefined)
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
            if (used > PATIENCE / 2)
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
        return MATCH.runInContext(context, { timeout: PATIENCE }) === true;
    }
    catch {
        // Out of time, or of the memory that a pattern may take.
        return undefined;
    }
}

;// CONCATENATED MODULE: ./lib/probe/cookies.js
/** Bytes that one may have, and how many are kept: what browsers allow each, and plenty for one way. */
const LARGEST = 4096;
const MOST = 50;
/**
 * The jar after an answer of that URL. A site may set a cookie, redirect to where the visitor comes from, and loop for
 * whoever does not send it back. `setCookie` is the header with its lines joined by `, `.
 */
function kept(jar, { hostname, pathname }, setCookie) {
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

;// CONCATENATED MODULE: ./lib/probe/following.js


/** Longer ones come from nobody who wants to be followed, and most servers refuse them. */
const following_LONGEST = 8192;
/** Where an answer leads; undefined when it is no redirect, or leads nowhere that a browser would go. */
function targetOf(status, location, from) {
    if (![301, 302, 303, 307, 308].includes(status) || location === undefined || location.length > following_LONGEST)
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
function stepTo(url, dial, { method, reads }, headers) {
    const path = url.pathname + url.search;
    return { url, ask: { ...dial, method, path, headers, ...(reads !== undefined && { reads }) } };
}
/** The site's own host, and not in the clear if the site is not: there it may be sent what is for it alone. */
function isOwn({ hostname, protocol, port }, site) {
    const own = new URL(site);
    const downgrade = protocol === 'http:' && own.protocol === 'https:';
    return hostname === own.hostname && !downgrade && (port === own.port || port === '');
}
function dialOf({ hostname, protocol, port }) {
    const host = hostname.replace(/^\[(.*)\]$/, '$1');
    const secure = protocol === 'https:';
    return {
        host,
        port: port === '' ? (secure ? 443 : 80) : Number(port),
        ...(secure && { tls: { servername: host, trust: 'visitors' } }),
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
    return Object.entries(fieldsOfCloudflare(protocol === 'https:' ? 'https' : 'http'));
}
function withCookies(headers, cookies) {
    if (cookies === '')
        return headers;
    const own = headers['cookie'];
    return { ...headers, cookie: own === undefined ? cookies : `${own}; ${cookies}` };
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
        const code = codeOf(error) === 'ENOTFOUND' ? await whyNotFound(host, network, signal) : codeOf(error);
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
        const code = codeOf(error);
        return code === 'ENODATA' || code === 'ENOTFOUND' ? code : 'EAI_AGAIN';
    }
}

;// CONCATENATED MODULE: ./lib/probe/redirects.js





/** Characters of a URL that are kept. */
const SHOWN = 500;
/** Headers of a redirect that are kept: they tell who answered. */
const redirects_TELLING = new Set(['server', 'cf-ray', 'cf-cache-status', 'age']);
/**
 * Asks, and goes where the answers lead, within the time of one request. What comes back is the last answer, with the way
 * to it. Cookies that are set on the way are sent back, as a browser would: some sites loop without.
 */
async function follow(ask, name, way) {
    const { following } = ask;
    if (following === undefined || following.limit === 0)
        return exchange(ask, name, way);
    const begun = way.clock.monotonic();
    const rest = () => ({ ...way, timeout: Math.max(1, begun + way.timeout - way.clock.monotonic()) });
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
            return redirects.length === 0 ? answer : { ...answer, trail: { redirects } };
        const stopped = (end) => ({
            ...answer,
            trail: { redirects, end, next: target.to.href.slice(0, SHOWN) },
        });
        jar = kept(jar, step.url, target.head.headers['set-cookie']);
        const steps = nextSteps(step, ask, following, target.to, jar);
        if (steps === 'elsewhere')
            return stopped('elsewhere');
        const next = steps.find((each) => !asked.has(keyOf(each.ask)));
        if (next === undefined)
            return stopped('loop');
        if (redirects.length >= following.limit)
            return stopped('limit');
        place = next.ask.host === ask.host ? name : resolution(next.ask.host, rest());
        if (place !== name && (isLogin(next.url) || (await leadsInside(place))))
            return stopped('barred');
        redirects.push(redirectOf(answer, target.head, step.url, target.to));
        step = next;
    }
}
/** The head of an answer that is a redirect, and where that leads. */
function ledBy(answer, from) {
    if (answer.kind !== 'answered')
        return;
    const to = targetOf(answer.head.status, answer.head.headers['location'], from);
    return to === undefined ? undefined : { head: answer.head, to };
}
function redirectOf({ timings }, { status, headers }, from, to) {
    return {
        status,
        from: from.href.slice(0, SHOWN),
        to: to.href.slice(0, SHOWN),
        headers: Object.fromEntries(Object.entries(headers).filter(([header]) => redirects_TELLING.has(header))),
        took: Object.values(timings).reduce((sum, took) => sum + took, 0),
    };
}
/** The wall of Cloudflare Access. What is behind a login of somebody is not the site. */
function isLogin({ hostname }) {
    return hostname.endsWith('.cloudflareaccess.com');
}
/** The machine that we run on, and what its cloud tells it alone: no site has any business to send us there. */
const INSIDE = new external_node_net_.BlockList();
INSIDE.addSubnet('0.0.0.0', 8, 'ipv4');
INSIDE.addSubnet('127.0.0.0', 8, 'ipv4');
INSIDE.addSubnet('169.254.0.0', 16, 'ipv4');
INSIDE.addSubnet('::', 127, 'ipv6');
INSIDE.addSubnet('fe80::', 10, 'ipv6');
INSIDE.addAddress('fd00:ec2::254', 'ipv6');
async function leadsInside(place) {
    const found = await place;
    if (found.kind === 'failed')
        return false;
    return found.addresses.some(({ address, family }) => INSIDE.check(address, family === 6 ? 'ipv6' : 'ipv4'));
}

;// CONCATENATED MODULE: ./lib/probe/visit.js



/** Characters of a body that are kept of an answer that is no error: nobody reads more of it once it is judged. */
const WELL_KEPT = 2048;
/** Asks as a visitor would: goes where redirects lead, and looks for what is expected. Never throws for what the site does. */
async function visit(ask, name, way) {
    const { expects = {} } = ask;
    const searching = expects.expectedBody === undefined ? ask : { ...ask, reads: SEARCHED };
    const judged = withContent(await follow(searching, name, way), expects);
    if (judged.kind !== 'answered')
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
    uncached: ({ plan, name, way }) => visit(uncached(plan.edge, way.clock.now()), name, way),
};
/** Likewise, for what is asked of one origin again. */
const RECHECKS = {
    bare: (ask, name, way) => visit(withoutCloudflare(ask), name, way),
    again: (ask, name, way) => visit(ask, name, way),
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
/** A query string that nobody asked for before is in no cache. */
function uncached(ask, now) {
    const join = ask.path.includes('?') ? '&' : '?';
    return { ...ask, path: `${ask.path}${join}origin-gate=${now.toString(36)}` };
}

;// CONCATENATED MODULE: ./lib/probe/index.js




/** One row a probe. A key of `Observations` without a row does not compile. */
const PROBES = {
    edge: ({ plan, name, way }) => visit(plan.edge, name, way),
    control: ({ plan, name, way }) => exchange(plan.control, name, way),
    dns: ({ name }) => name,
    origins: ({ plan, originNames, way }) => Promise.all(plan.origins.map((ask, index) => visit(ask, originNames[index] ?? resolution(ask.host, way), way))),
};
/** Less time than this, in milliseconds, is too little to ask anything again. */
const LEAST = 50;
/**
 * Looks once: every probe at the same moment, each with its own deadline. What their answers leave open is asked again in
 * the time that is left of it, so that a look never takes longer than one request may.
 */
async function look(plan, way, questionsOf) {
    const [at, begun] = [way.clock.now(), way.clock.monotonic()];
    const shared = {
        plan,
        way,
        name: resolution(plan.edge.host, way),
        originNames: plan.origins.map(({ host }) => revealed(resolution(host, way), way)),
    };
    const [edge, control, dns, origins] = await Promise.all([
        PROBES.edge(shared),
        PROBES.control(shared),
        PROBES.dns(shared),
        PROBES.origins(shared),
    ]);
    const first = { at, asked: plan.asked, edge, control, dns, origins };
    const questions = questionsOf(first);
    const left = way.timeout - (way.clock.monotonic() - begun);
    if (questions.length === 0 || left < LEAST || way.signal.aborted)
        return first;
    return { ...first, ...(await followUp(questions, { ...shared, way: { ...way, timeout: left } })) };
}
async function revealed(resolution, { reveal }) {
    const found = await resolution;
    if (found.kind === 'resolved')
        reveal(found.addresses.map(({ address }) => address));
    return found;
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
        headers: headers(url.host),
    };
    const tls = { servername: nameOf(site.originSni), trust: 'cloudflare' };
    const direct = (target) => ({
        host: target.host,
        port: target.port,
        ...(target.scheme === 'https:' && { tls }),
        method: site.method,
        path,
        headers: { ...fieldsOfCloudflare(scheme), ...headers(site.originHost) },
        ...visits(dialsOf(target, tls)),
    });
    return {
        asked: {
            url: site.url,
            host: url.host,
            port,
            method: site.method,
            expectedStatus: site.expectedStatus,
            timeout: site.timeout,
            ...expects,
            ...(site.maxResponseTime !== undefined && { maxResponseTime: site.maxResponseTime }),
            origins: site.origins.map(({ scheme, port }) => ({ tls: scheme === 'https:', port })),
        },
        edge: { ...front, ...visits() },
        origins: site.origins.map(direct),
        control: { ...front, method: 'GET', path: '/cdn-cgi/trace' },
    };
}
function expectationsOf({ expectedBody, expectedHeader }) {
    return {
        ...(expectedBody !== undefined && { expectedBody }),
        ...(expectedHeader !== undefined && { expectedHeader }),
    };
}
/** An origin that listens at a port of its own has no other that anybody could guess. */
function dialsOf({ scheme, host, port }, tls) {
    const plain = { host, port: 80 };
    const secure = { host, port: 443, tls };
    if (scheme === 'https:') {
        return port === 443
            ? { usual: secure, standard: { 'http:': plain, 'https:': secure } }
            : { usual: { host, port, tls } };
    }
    return port === 80
        ? { usual: plain, standard: { 'http:': plain, 'https:': secure } }
        : { usual: { host, port } };
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

// EXTERNAL MODULE: ./lib/report/report.js + 4 modules
var report = __webpack_require__(9844);
// EXTERNAL MODULE: ./lib/version.js
var version = __webpack_require__(3411);
;// CONCATENATED MODULE: ./lib/run.js









/** The run was told to stop before it had judged. */
class Cancelled extends Error {
    name = 'Cancelled';
}
/** Milliseconds between the healthy looks of a streak. */
const BETWEEN_SUCCESSES = 1000;
/** Looks at every site, waits as the schedule allows, and says what it comes to. Throws `Cancelled` when told to stop. */
async function run(config, world) {
    const { clock } = world;
    const judged = async (site) => {
        const addresses = new Set();
        const reveal = (found) => {
            for (const address of found)
                addresses.add(address);
            world.reveal(found);
        };
        const history = await watch(site, config.schedule, { ...world, reveal });
        return {
            site,
            history,
            diagnosis: diagnose(history, streakOf(config.schedule)),
            addresses: [...addresses],
        };
    };
    const [first, ...rest] = config.sites;
    const [one, ...more] = await Promise.all([judged(first), ...rest.map(judged)]);
    return conclude([one, ...more], config, clock.now());
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
/** Looks until the site has been healthy for long enough, the time is up, or waiting cannot help. */
async function watch(site, schedule, world) {
    const { clock, signal } = world;
    const plan = planOf(site);
    const way = { ...world, timeout: site.timeout };
    const needed = streakOf(schedule);
    const until = clock.monotonic() + schedule.wait;
    let history;
    let streak = 0;
    for (;;) {
        const evidence = await look(plan, way, questionsOf);
        // What a cancelled look could not see is no fault of the site.
        if (signal.aborted)
            throw new Cancelled();
        const judgement = judge(evidence);
        streak = judgement.verdict === 'healthy' ? streak + 1 : 0;
        const left = Math.max(0, until - clock.monotonic());
        const next = pauseAfter(judgement, { streak, needed, left, interval: schedule.interval });
        world.tell({ site, evidence, judgement, streak, needed, next, left });
        history = history === undefined ? [evidence] : [...history, evidence];
        if (next === undefined)
            return history;
        await clock.sleep(next, signal);
        if (signal.aborted)
            throw new Cancelled();
    }
}
/** `wait: 0s` looks once, whatever the streak. */
function streakOf({ wait, consecutiveSuccesses }) {
    return wait === 0 ? 1 : consecutiveSuccesses;
}
/**
 * Milliseconds until the next look, undefined when there is none. A streak that has begun may end after the time is up:
 * the site gets to show that it lasts.
 */
function pauseAfter({ verdict, findings }, { streak, needed, left, interval }) {
    if (verdict === 'healthy')
        return streak >= needed ? undefined : BETWEEN_SUCCESSES;
    const [lead] = findings;
    const hopeless = lead !== undefined && !lead.cause.heals && lead.match.confidence === 'certain';
    return hopeless || left === 0 ? undefined : Math.min(interval, left);
}


/***/ })

};
