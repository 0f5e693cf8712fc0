export const id = 36;
export const ids = [36,112];
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

/***/ 2036:
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

;// CONCATENATED MODULE: ./lib/domain/cause.js
/** Makes a cause of its words and its rule. */
function defineCause(spec) {
    const { needs, match, ...words } = spec;
    const complete = (moment) => needs.every((need) => moment[need] !== undefined);
    return { ...words, explain: (moment) => (complete(moment) ? match(moment) : undefined) };
}

// EXTERNAL MODULE: ./lib/cloudflare/answer.js + 1 modules
var answer = __webpack_require__(6464);
// EXTERNAL MODULE: ./lib/cloudflare/ranges.js
var ranges = __webpack_require__(9185);
;// CONCATENATED MODULE: ./lib/diagnosis/facts.js


/** Broke in that phase, and if reasons are named, for one of them. */
function broke(exchange, phase, ...reasons) {
    if (exchange?.kind !== 'broken' || exchange.phase !== phase)
        return false;
    return reasons.length === 0 || reasons.includes(exchange.error.reason);
}
/** Answered with a status that the user expects. */
function asExpected({ asked }, exchange) {
    if (exchange?.kind !== 'answered')
        return false;
    const { status } = exchange.head;
    return asked.expectedStatus.some(([from, to]) => status >= from && status <= to);
}
/** The answer, if it has one of these statuses and the user did not expect it. */
function failedWith(moment, exchange, ...statuses) {
    const failed = exchange?.kind === 'answered' && !asExpected(moment, exchange) && statuses.includes(exchange.head.status);
    return failed ? exchange : undefined;
}
/** Visitors get what is expected. */
function served(moment) {
    return asExpected(moment, moment.edge);
}
/** Visitors get what is expected, and Cloudflare asked an origin for it just now. */
function servedFresh(moment) {
    return served(moment) && !(0,answer/* fromCache */.ZY)(moment.edge);
}
/** The code of the error that Cloudflare told visitors, unless that is what the user expects. */
function edgeCode(moment) {
    return served(moment) ? undefined : (0,answer/* edgeErrorIn */.L3)(moment.edge)?.code;
}
/** What visitors get was written by Cloudflare: an error of its own telling, or a challenge. */
function cloudflareWrote(moment) {
    return edgeCode(moment) !== undefined || (!served(moment) && (0,answer/* challengeIn */.F2)(moment.edge) !== undefined);
}
/** Cloudflare told visitors one of these codes. */
function edgeSaid(moment, ...codes) {
    const code = edgeCode(moment);
    return code !== undefined && codes.includes(code);
}
/** What the 502 or 504 that visitors get is: Cloudflare's own, or one that it passed on with its branding. */
function gatewayErrorOfCloudflare(moment) {
    const error = (0,answer/* edgeErrorIn */.L3)(moment.edge);
    return error !== undefined && !served(moment) && (error.form === 'bare' || error.category === 'cloudflare');
}
/**
 * Whether the site's name leads to Cloudflare: by what answers there, else by the address ranges.
 * Undefined when neither tells.
 */
function proxied(moment) {
    if ((0,answer/* throughCloudflare */.TV)(moment.edge) || (0,answer/* traceOf */.fC)(moment.control) !== undefined)
        return true;
    if (moment.dns?.kind !== 'resolved')
        return;
    return moment.dns.addresses.some(({ address }) => (0,ranges/* inCloudflareRanges */.f)(address));
}
/** Cloudflare itself answers for the name: its data centre is up, and so is the runner's way to it. */
function edgeReachable(moment) {
    return (0,answer/* throughCloudflare */.TV)(moment.edge) || (0,answer/* traceOf */.fC)(moment.control) !== undefined;
}
/** The origin gives the runner what is expected. */
function originSound(moment) {
    return asExpected(moment, moment.origin);
}
/**
 * The direct probe was not let in. While visitors are served this is how a locked origin looks: connection refused or
 * dropped, handshake turned down, a demanded client certificate, or a refusal by status.
 */
function notLetIn({ origin }) {
    if (origin === undefined)
        return false;
    if (origin.kind === 'broken') {
        if (origin.phase === 'resolve')
            return false;
        if (origin.phase === 'connect' || origin.phase === 'tls')
            return true;
        // Under TLS 1.3 a server that wants a client certificate says so only after the handshake, by closing.
        const cut = origin.error.reason === 'closed' || origin.error.reason === 'reset';
        return (origin.phase === 'processing' &&
            cut &&
            origin.error.received === 0 &&
            origin.tls?.protocol === 'TLSv1.3');
    }
    if (origin.head.status === 400)
        return /No required SSL certificate was sent/.test(origin.body.text);
    return origin.head.status === 401 || origin.head.status === 403;
}
/** The origin's certificate has this fault, as the direct probe was shown it. */
function certificateFault({ origin }, fault) {
    return origin?.tls?.certificate.faults.includes(fault) === true;
}
/** Visitors are shown a certificate with this fault: the name leads past Cloudflare, or Cloudflare has none for it. */
function visitorsSee({ edge }, fault) {
    return broke(edge, 'tls', 'untrusted') && edge?.tls?.certificate.faults.includes(fault) === true;
}
/** `30 s`, `500 ms`: the time that one request was given. */
function patience({ asked }) {
    return asked.timeout % 1000 === 0 ? `${asked.timeout / 1000} s` : `${asked.timeout} ms`;
}
/** What visitors get, in few words: `521`, `502 of nginx`, `no answer`. */
function edgeInWords({ edge }) {
    if (edge === undefined)
        return 'nothing we looked at';
    return edge.kind === 'answered' ? String(edge.head.status) : 'no answer';
}

;// CONCATENATED MODULE: ./lib/diagnosis/generator.js
/** Each by what it alone sends. A `Server` header by itself says who carries the page, not who wrote it: hence the bodies. */
const FINGERPRINTS = [
    { name: 'nginx', kind: 'proxy', body: /<hr><center>nginx(\/[\d.]+)?<\/center>/ },
    { name: 'OpenResty', kind: 'proxy', body: /<hr><center>openresty(\/[\d.]+)?<\/center>/ },
    { name: 'Tengine', kind: 'proxy', body: /Powered by Tengine|<hr><center>tengine/i },
    {
        name: 'Azure Application Gateway',
        kind: 'front',
        body: /<center>Microsoft-Azure-Application-Gateway\/v2<\/center>/,
    },
    { name: 'AWS load balancer', kind: 'proxy', server: /^awselb\/2/ },
    {
        name: 'Apache',
        kind: 'proxy',
        body: /The proxy server received an invalid\s+response from an upstream server|did not receive a timely response\s+from the upstream server|temporarily unable to service your\s+request due to maintenance downtime or capacity/,
    },
    {
        name: 'HAProxy',
        kind: 'proxy',
        body: /<h1>50[0234] [^<]{3,40}<\/h1>\s*(The server returned an invalid or incomplete response|No server is available to handle this request|The server didn't respond in time)\./,
    },
    { name: 'Varnish', kind: 'proxy', body: /<p>Varnish cache server<\/p>|Guru Meditation/ },
    {
        name: 'Envoy',
        kind: 'proxy',
        body: /^(upstream connect error or disconnect\/reset before headers|no healthy upstream|upstream request timeout)/,
    },
    {
        name: 'Kong',
        kind: 'proxy',
        body: /An invalid response was received from the upstream server|The upstream server is (currently unavailable|timing out)/,
    },
    { name: 'Traefik', kind: 'proxy', body: /^(no available server|Bad Gateway|Gateway Timeout)\s*$/ },
    { name: 'Caddy', kind: 'proxy', server: /^Caddy/i, empty: true },
    { name: 'Render', kind: 'front', header: 'x-render-origin-server' },
    { name: 'Railway', kind: 'front', header: 'x-railway-fallback' },
    { name: 'Vercel', kind: 'front', header: 'x-vercel-error' },
    { name: 'Fly.io', kind: 'front', server: /^Fly\//, empty: true },
    { name: 'CloudFront', kind: 'front', body: /Generated by cloudfront/i },
    {
        name: 'Google Cloud load balancer',
        kind: 'front',
        body: /<title>502 Server Error<\/title>|<title>502<\/title>502 Bad Gateway/,
    },
    { name: 'Heroku', kind: 'front', body: /herokucdn\.com\/error-pages\// },
];
/** Who wrote an error answer, if its page or headers tell. */
function generatorOf({ head, body }) {
    if (head.status < 400)
        return;
    const fits = ({ server, header, body: page, empty }) => (server === undefined || server.test(head.headers['server'] ?? '')) &&
        (header === undefined || head.headers[header] !== undefined) &&
        (page === undefined || page.test(body.text)) &&
        (empty === undefined || body.bytes === 0);
    const found = FINGERPRINTS.find(fits);
    return found && { name: found.name, kind: found.kind };
}
/** Whether a 503 says that a proxy has no application to pass the request to. */
function lacksBackend({ head, body }) {
    if (head.status !== 503)
        return false;
    if (head.headers['server']?.startsWith('awselb/2') === true)
        return true;
    return /No server is available to handle this request|no healthy upstream|no available server|Backend fetch failed|upstream connect error/.test(body.text);
}

;// CONCATENATED MODULE: ./lib/diagnosis/clues.js



/** What each side was seen to do, in the order edge, origin, Cloudflare itself: the clues of most causes. */
function cluesOf(moment, ...more) {
    const [first, ...rest] = [edgeClue(moment), ...originClue(moment), ...more, ...controlClue(moment)];
    return [first ?? { from: 'edge', text: 'Nothing was seen.' }, ...rest];
}
function edgeClue(moment) {
    return { from: 'edge', text: `Visitors get ${seen(moment, moment.edge)}.` };
}
function originClue(moment) {
    const { origin, dialled } = moment;
    if (origin === undefined || dialled === undefined)
        return [];
    const which = dialled.of > 1 ? `Origin ${dialled.position} of ${dialled.of}` : 'The origin';
    return [
        {
            from: 'origin',
            text: `${which}, asked directly on port ${dialled.port}, gives ${seen(moment, origin)}.`,
        },
    ];
}
function controlClue({ control }) {
    const trace = (0,answer/* traceOf */.fC)(control);
    if (trace === undefined)
        return [];
    const where = trace.colo === '' ? '' : ` in ${trace.colo}`;
    return [
        { from: 'control', text: `Cloudflare${where} answers for the name by itself: the way there is open.` },
    ];
}
const BROKE = {
    unresolved: 'its name does not resolve',
    refused: 'the connection is refused',
    unreachable: 'the network knows no way there',
    timeout: 'no answer in time',
    reset: 'the connection is reset',
    closed: 'the connection is closed without a whole answer',
    untrusted: 'its certificate is not trusted',
    protocol: 'what comes back is not the protocol that was asked for',
    other: 'the connection fails',
};
function seen(moment, exchange) {
    if (exchange === undefined)
        return 'nothing that we looked at';
    if (exchange.kind === 'answered')
        return answerSeen(exchange);
    const { phase, error } = exchange;
    if (error.reason === 'timeout') {
        const step = {
            resolve: 'name',
            connect: 'connection',
            tls: 'TLS handshake',
            processing: 'answer',
            transfer: 'end of the answer',
        };
        return `no ${step[phase]} within ${patience(moment)}`;
    }
    const empty = error.reason === 'closed' && error.received === 0
        ? 'the connection is closed without a byte'
        : BROKE[error.reason];
    return `no answer: ${empty} (${error.code})`;
}
function answerSeen(exchange) {
    const { status } = exchange.head;
    const error = (0,answer/* edgeErrorIn */.L3)(exchange);
    const ray = (0,answer/* rayOf */.qj)(exchange);
    const where = ray?.colo ? `, in ${ray.colo}` : '';
    if (error !== undefined) {
        const code = error.code === status ? '' : ` with code ${error.code}`;
        return `${status}${code} on a page of Cloudflare${where}`;
    }
    const generator = generatorOf(exchange);
    return generator === undefined ? `${status}${where}` : `${status} on a page of ${generator.name}${where}`;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-access-required.js



/** The login wall stands before the site: what is behind it was not seen. */
/* harmony default export */ const cloudflare_access_required = (defineCause({
    id: 'cloudflare-access-required',
    title: 'Cloudflare Access asks the probe to log in',
    category: 'cloudflare',
    owner: 'cloudflare-settings',
    meaning: [
        'Cloudflare Access sends this check to its login page. The redirect is a good answer of Cloudflare and says nothing about the site behind it.',
    ],
    heals: false,
    lookalikes: [],
    needs: ['edge'],
    match(moment) {
        if (!redirectsToAccess(moment))
            return;
        return {
            outcome: 'inconclusive',
            confidence: 'certain',
            because: 'the answer is a redirect to the login page of Cloudflare Access',
            clues: cluesOf(moment),
        };
    },
    remedy: ({ host }) => ({
        summary: 'Let this check past Access.',
        steps: [
            'In Cloudflare Zero Trust, under Access → Service credentials, make a service token.',
            `Add a policy with the action Service Auth for that token to the Access application of \`${host}\`.`,
            'Send the token with every probe: `headers` with the lines `CF-Access-Client-Id: …` and `CF-Access-Client-Secret: …`, from secrets.',
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/cloudflare-one/identity/service-tokens/',
    }),
}));
function redirectsToAccess({ edge }) {
    if (!(0,answer/* throughCloudflare */.TV)(edge) || edge.head.status < 300 || edge.head.status > 399)
        return false;
    return /^https:\/\/[a-z0-9-]+\.cloudflareaccess\.com\//.test(edge.head.headers['location'] ?? '');
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/steps.js
/** Steps that more than one remedy takes. */
function listening({ port }) {
    return `See whether anything listens where Cloudflare dials: \`ss -ltnp 'sport = :${port}'\`. An address of \`127.0.0.1\` is not enough.`;
}
function askDirectly({ host, port, tls }) {
    const url = `${tls ? 'https' : 'http'}://${host}${port === (tls ? 443 : 80) ? '' : `:${port}`}/`;
    return `Ask the origin past Cloudflare, from a machine that it lets in: \`curl -sv -o /dev/null '${url}' --connect-to '::$ORIGIN:${port}'\`.`;
}
const ALLOW_CLOUDFLARE = 'Allow every range of https://www.cloudflare.com/ips/ in each firewall on the way: the cloud’s security group, the host’s own (`nft list ruleset`), and `fail2ban-client status`. Cloudflare sends everybody’s visits from few addresses, so exempt them from rate limits too.';
const COMPARE_RECORD = 'In the Cloudflare dashboard, under DNS → Records, compare the A and AAAA records of the name with the address of the origin. A forgotten AAAA record is enough.';
const GIVE_ORIGIN = 'Give this check the `origin` input, so that it can ask the origin itself and tell the two apart.';
function showCertificate({ host, port }) {
    return `See what the origin shows: \`openssl s_client -connect $ORIGIN:${port} -servername ${host} </dev/null | openssl x509 -noout -subject -issuer -dates -ext subjectAltName\`.`;
}
const ORIGIN_CA = 'Or install a free certificate of Cloudflare’s Origin CA, valid up to 15 years: dashboard, SSL/TLS → Origin Server.';
const NOT_FULL = 'Do not answer by lowering the mode to Full: it would hide the next fault, and anybody on the way could pose as the origin.';

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-blocked-by-origin.js





/** The origin is up for us and not for Cloudflare. */
/* harmony default export */ const cloudflare_blocked_by_origin = (defineCause({
    id: 'cloudflare-blocked-by-origin',
    title: 'the origin turns Cloudflare away',
    category: 'firewall',
    owner: 'firewall',
    meaning: [
        'The origin answers this runner and turns Cloudflare away: a firewall, a WAF, a rate limiter or a geo block that does not know Cloudflare’s ranges, or knows an old list of them. Cloudflare shows 521 when it is refused, 522 when it is dropped, 520 when it is cut off, 403 when it is told so.',
        'From outside this looks the same as a record in Cloudflare that leads to another address, so it is never certain.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'a record in Cloudflare that leads to an old or wrong address',
            told: 'Dashboard, DNS → Records: compare the A and AAAA records with the address that was asked directly.',
        },
        {
            what: 'an Origin Rule that changes the port or the address',
            told: 'Dashboard, Rules → Origin Rules.',
        },
        {
            what: 'an origin that closes idle connections early',
            told: 'A 520 that comes and goes: raise the origin’s keep-alive time above 900 seconds.',
        },
    ],
    needs: ['edge', 'origin'],
    match(moment) {
        if (!originSound(moment))
            return;
        const clues = cluesOf(moment);
        if (edgeSaid(moment, 521, 522)) {
            const how = edgeSaid(moment, 521) ? 'refused (521)' : 'dropped (522)';
            const because = `the origin answers this runner, while Cloudflare’s connections are ${how}`;
            return { outcome: 'unhealthy', confidence: 'likely', because, clues };
        }
        const forbidden = failedWith(moment, moment.edge, 403);
        if (forbidden !== undefined && (0,answer/* throughCloudflare */.TV)(forbidden) && !cloudflareWrote(moment)) {
            const because = 'the origin answers this runner, and Cloudflare passes on a 403 that it did not make itself';
            return { outcome: 'unhealthy', confidence: 'likely', because, clues };
        }
        if (!edgeSaid(moment, 520, 523))
            return;
        const because = 'the origin answers this runner, while Cloudflare gets no usable answer from it';
        return { outcome: 'unhealthy', confidence: 'possible', because, clues };
    },
    remedy: () => ({
        summary: 'Let Cloudflare’s current ranges through, everywhere on the way.',
        steps: [
            COMPARE_RECORD,
            ALLOW_CLOUDFLARE,
            'Look for geo blocks and for lists of “bad” addresses that came with a security product.',
            'Watch the origin while you reload the site: `tcpdump -ni any "tcp[13] == 2 and port 443"` shows whether Cloudflare’s connections arrive.',
            'Keep the list current: fetch it on a schedule, since Cloudflare announces changes only some weeks ahead.',
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/fundamentals/concepts/cloudflare-ip-addresses/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-challenged.js




/** A challenge is for robots such as we are. It says nothing about what people get. */
/* harmony default export */ const cloudflare_challenged = (defineCause({
    id: 'cloudflare-challenged',
    title: 'Cloudflare challenged the probe',
    category: 'cloudflare',
    owner: 'cloudflare-settings',
    meaning: [
        'Cloudflare answered this check with a challenge that only a browser passes. Runners share addresses with robots, so this is common. Visitors may be fine: the check does not know, and says so.',
        'It is recognised by the header `cf-mitigated: challenge`, never by a script in the page: Cloudflare puts such scripts into healthy pages too.',
    ],
    heals: false,
    lookalikes: [],
    needs: ['edge'],
    match(moment) {
        const sign = served(moment) ? undefined : (0,answer/* challengeIn */.F2)(moment.edge);
        if (sign === undefined)
            return;
        return {
            outcome: 'inconclusive',
            confidence: sign === 'header' ? 'certain' : 'likely',
            because: sign === 'header'
                ? 'Cloudflare says so in the header `cf-mitigated`'
                : 'the page is the one that Cloudflare shows while it checks a browser',
            clues: cluesOf(moment),
        };
    },
    remedy: ({ host }) => ({
        summary: 'Let this check past the challenge.',
        steps: [
            'Send a secret header with every probe: `headers: "X-Gate: ${{ secrets.GATE_TOKEN }}"`.',
            `In the Cloudflare dashboard, under Security → WAF → Custom rules, add a rule that skips the challenge for it: \`http.host eq "${host}" and any(http.request.headers["x-gate"][*] eq "…")\`.`,
            'Or run the step on a runner with an address of your own, and skip the challenge for that address.',
            'Do not count the challenge page as success: a site that is down behind it would pass.',
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-edge-error.js



/** Cloudflare fails by itself: rare, mostly over within minutes. */
/* harmony default export */ const cloudflare_edge_error = (defineCause({
    id: 'cloudflare-edge-error',
    title: 'Cloudflare itself fails',
    category: 'cloudflare',
    owner: 'cloudflare',
    meaning: [
        'The origin is fine when asked directly, and Cloudflare answers with an error of its own making: the bare page with “cloudflare” under a line, or a 500 on its own page. Such an error mostly passes within minutes, while traffic is moved elsewhere.',
        'The same bare page comes when an origin announces a wrong `Content-Length` together with compression, so it is never certain from one place.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'a wrong length or a broken gzip of the origin',
            told: '`curl --compressed` at the origin: an error while it decodes. It then fails for the same page every time.',
        },
        {
            what: 'origin-app-down',
            told: 'A branded page (“Bad gateway”, with three icons) is an error that the origin gave Cloudflare.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        const clues = cluesOf(moment);
        const ownError = gatewayErrorOfCloudflare(moment) || edgeSaid(moment, 500);
        if (ownError && originSound(moment)) {
            const because = 'the origin is fine when asked directly, and the error page is of Cloudflare’s own making';
            return { outcome: 'unhealthy', confidence: 'likely', because, clues };
        }
        if (ownError && moment.origin?.kind !== 'answered') {
            const because = 'the error page is of Cloudflare’s own making, and nobody could ask the origin directly';
            return { outcome: 'unhealthy', confidence: 'possible', because, clues };
        }
        if (edgeSaid(moment, 502, 504) && edgeCode(moment) !== undefined && originSound(moment)) {
            const because = 'the origin is fine when asked directly; Cloudflare passes on an error that it may have met on its own way';
            return { outcome: 'unhealthy', confidence: 'possible', because, clues };
        }
        const noAnswer = broke(moment.edge, 'connect') || broke(moment.edge, 'tls') || broke(moment.edge, 'processing');
        if (noAnswer && originSound(moment) && proxied(moment) === true) {
            const because = 'the origin is fine when asked directly, and Cloudflare’s address gives no answer';
            return { outcome: 'unhealthy', confidence: 'possible', because, clues };
        }
        return;
    },
    remedy: () => ({
        summary: 'Wait some minutes and look again; then ask Cloudflare, with the Ray ID.',
        steps: [
            'See https://www.cloudflarestatus.com/ for the data centre that is named in the evidence.',
            'Run this check again: an error of the edge is mostly over within minutes.',
            'If it stays and always hits the same page, see whether the origin compresses it well: `curl -sv --compressed -o /dev/null` at the origin.',
            'Then open a ticket with Cloudflare: give the Ray ID, the data centre and the time in UTC from the evidence.',
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-502/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-rate-limited.js



/** The runner, or somebody with its address, asked too often. */
/* harmony default export */ const cloudflare_rate_limited = (defineCause({
    id: 'cloudflare-rate-limited',
    title: 'Cloudflare limits how often the probe may ask',
    category: 'cloudflare',
    owner: 'cloudflare-settings',
    meaning: [
        'Cloudflare answers 429 with code 1015: a rate limiting rule of the zone counts this runner’s address, which it may share with others. Visitors may be fine: the check does not know, and says so.',
    ],
    heals: true,
    lookalikes: [
        { what: 'a limit of the origin', told: 'A 429 without Cloudflare’s page comes from the origin.' },
    ],
    needs: ['edge'],
    match(moment) {
        if (!edgeSaid(moment, 1015))
            return;
        return {
            outcome: 'inconclusive',
            confidence: 'certain',
            because: 'Cloudflare says so with code 1015',
            clues: cluesOf(moment),
        };
    },
    remedy: () => ({
        summary: 'Ask less often, or exempt this check from the rule.',
        steps: [
            'Raise `interval`, and see that no other job asks the same site at the same time.',
            'Send a secret header with every probe (`headers`), and exempt it: Cloudflare dashboard, Security → WAF → Rate limiting rules.',
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1015/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-tunnel-down.js



/** 1033: no cloudflared is connected, so there is no way to the origin at all. */
/* harmony default export */ const cloudflare_tunnel_down = (defineCause({
    id: 'cloudflare-tunnel-down',
    title: 'the Cloudflare Tunnel is down',
    category: 'cloudflare',
    owner: 'origin',
    meaning: [
        'The name leads to a Cloudflare Tunnel, and no `cloudflared` is connected to it: Cloudflare answers 530 with code 1033. The connector has stopped, was not restarted after the deploy, or cannot reach Cloudflare.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'a tunnel that runs while the service behind it does not',
            told: 'That is a 502, and the log of cloudflared says that it is “unable to reach the origin service”.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        if (!edgeSaid(moment, 1033))
            return;
        return {
            outcome: 'unhealthy',
            confidence: 'certain',
            because: 'Cloudflare says so with code 1033, which means nothing else',
            clues: cluesOf(moment),
        };
    },
    remedy: () => ({
        summary: 'Start `cloudflared` again where the origin runs.',
        steps: [
            'See whether it runs: `systemctl status cloudflared`, or `docker ps`; read its log: `journalctl -u cloudflared --since -15min`.',
            'Start it: `systemctl restart cloudflared`. It should log four registered connections within seconds.',
            'If it cannot connect, see that the host may reach Cloudflare on port 7844, TCP and UDP.',
            'In Cloudflare Zero Trust, under Networks → Tunnels, see that the tunnel of this name is the one that the connector runs.',
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/troubleshoot-tunnels/common-errors/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-waf-blocked.js



/** A rule of the zone turned this runner away; others may be let in. */
/* harmony default export */ const cloudflare_waf_blocked = (defineCause({
    id: 'cloudflare-waf-blocked',
    title: 'a rule at Cloudflare blocked the probe',
    category: 'cloudflare',
    owner: 'cloudflare-settings',
    meaning: [
        'Cloudflare turned this runner away by a rule: by its network (1005), its address (1006 to 1008), its signature (1010), its country (1009) or a rule of the firewall (1020). Visitors may be fine: the check does not know, and says so.',
    ],
    heals: false,
    lookalikes: [
        { what: 'a rule that blocks everybody', told: 'A look from elsewhere, such as a phone without Wi-Fi.' },
    ],
    needs: ['edge'],
    match(moment) {
        if (!edgeSaid(moment, 1005, 1006, 1007, 1008, 1009, 1010, 1020))
            return;
        return {
            outcome: 'inconclusive',
            confidence: 'certain',
            because: `Cloudflare says so with code ${edgeCode(moment)}`,
            clues: cluesOf(moment),
        };
    },
    remedy: ({ host }) => ({
        summary: 'Let this check past the rule.',
        steps: [
            `Find the rule: Cloudflare dashboard, Security → Events, filter by host \`${host}\` and by the Ray ID from the evidence.`,
            'Send a secret header with every probe (`headers`), and add a WAF rule that skips the others for it.',
            'Or run the step on a runner with an address of your own, and allow that address.',
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/dns-no-such-host.js

/** NXDOMAIN: the name is not in DNS, as far as this runner's resolver knows. */
/* harmony default export */ const dns_no_such_host = (defineCause({
    id: 'dns-no-such-host',
    title: 'the name does not exist in DNS',
    category: 'dns',
    owner: 'dns',
    meaning: [
        'DNS answers that there is no such name (NXDOMAIN): the record was never made or was deleted, the domain has expired, or the zone is not delegated to the name servers that have the record.',
        'A new record may take some minutes to be seen everywhere, and a new delegation up to 24 to 48 hours.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'a resolver that keeps an old “no such name”',
            told: 'Another resolver: `dig @1.1.1.1 NAME`. The old answer is kept as long as the zone’s SOA says.',
        },
        { what: 'a misspelt name in the workflow', told: 'The `url` input, letter by letter.' },
    ],
    needs: ['dns'],
    match({ dns, asked }) {
        if (dns.kind !== 'failed' || dns.reason !== 'no-such-host')
            return;
        return {
            outcome: 'unhealthy',
            confidence: 'likely',
            because: 'the runner’s resolver says that the name does not exist; no other resolver was asked',
            clues: [
                {
                    from: 'dns',
                    text: `Asked for ${asked.host}, the runner’s resolver says: no such name (NXDOMAIN).`,
                },
            ],
        };
    },
    remedy: ({ host }) => ({
        summary: 'Make the record, or repair the delegation.',
        steps: [
            `Ask another resolver: \`dig @1.1.1.1 ${host}\` and \`dig +trace ${host}\`, which shows where the name is lost.`,
            'In the Cloudflare dashboard, under DNS → Records, see that the name has an A, AAAA or CNAME record, and that it is proxied (orange).',
            'At the registrar, see that the domain has not expired and that its name servers are the two that Cloudflare names.',
            'If the deploy has just made the record, raise `wait`: a few minutes for a record, up to 48 hours for a delegation.',
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/dns/zone-setups/troubleshooting/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/dns-not-proxied.js



/** The name leads past Cloudflare. That alone harms nobody but the origin's privacy. */
/* harmony default export */ const dns_not_proxied = (defineCause({
    id: 'dns-not-proxied',
    title: 'the name does not lead to Cloudflare',
    category: 'dns',
    owner: 'dns',
    meaning: [
        'The name resolves to addresses outside Cloudflare’s ranges, and what answers there does not look like Cloudflare: the record is DNS-only (grey), the zone is paused, or the domain is not delegated to Cloudflare.',
        'If the site answers, it is a warning: visitors are served, but without Cloudflare’s protection, and the origin’s address is in public DNS. If the site fails while the origin is fine, the name leads to the wrong place.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'a zone with address ranges of its own',
            told: 'An answer with `cf-ray`, or `/cdn-cgi/trace`: then it is proxied whatever the address.',
        },
    ],
    needs: ['edge', 'dns'],
    match(moment) {
        if (proxied(moment) !== false)
            return;
        const clue = {
            from: 'dns',
            text: `${moment.asked.host} resolves to addresses outside Cloudflare’s ranges.`,
        };
        if (served(moment)) {
            return {
                outcome: 'warning',
                confidence: 'certain',
                because: 'the name does not lead to Cloudflare: visitors are served without its protection, and the origin’s address is public',
                clues: [clue],
            };
        }
        return {
            outcome: 'unhealthy',
            confidence: originSound(moment) ? 'likely' : 'possible',
            because: originSound(moment)
                ? 'the origin is fine when asked directly, and the name leads neither to it through Cloudflare nor to Cloudflare at all'
                : 'the name leads past Cloudflare to something that fails',
            clues: cluesOf(moment, clue),
        };
    },
    remedy: ({ host }) => ({
        summary: 'Turn the proxy on again, and see where the record leads.',
        steps: [
            `See where the name leads: \`dig +short ${host}\`. Addresses of Cloudflare begin for instance with 104.16 to 104.31, 172.64 to 172.71 or 2606:4700.`,
            'In the Cloudflare dashboard, under DNS → Records, set the record to Proxied (orange). If it was turned off to test, turn it on again now.',
            'If all records are grey: the zone may be paused (Overview → Advanced actions), or the registrar names other name servers.',
            'Allow for the old TTL, mostly five minutes, before you look again.',
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/dns/proxy-status/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-app-down.js





/** The origin's web server is up and says so itself: what stands behind it is not. */
/* harmony default export */ const origin_app_down = (defineCause({
    id: 'origin-app-down',
    title: 'the application behind the origin’s web server is down',
    category: 'origin',
    owner: 'origin',
    meaning: [
        'The origin’s own proxy or load balancer (nginx, HAProxy, Apache, an ALB …) answers, and what it answers is 502, or 503 for want of a backend: it cannot get a valid answer from the application behind it. Cloudflare replaces the page of a 502 with its own, so visitors see Cloudflare’s name on an error of the origin.',
        'A 502 is not a 503 or a 504: the web server was refused or got nonsense. It did not wait in vain (504), and it was not told to come back later (503).',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'cloudflare-edge-error',
            told: 'Cloudflare’s own 502 is a bare page with “cloudflare” under a line; the origin, asked directly, is fine.',
        },
        {
            what: 'a tunnel whose local service is down',
            told: 'The DNS record: a tunnel is a CNAME to `cfargotunnel.com`. Then read the log of cloudflared.',
        },
        {
            what: 'a rule of the platform that answers 502 on purpose',
            told: 'The platform’s firewall log, for instance of Google Cloud Armor.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        const { origin } = moment;
        const direct = appDownIn(moment, origin);
        if (direct !== undefined)
            return toldDirectly(moment, direct);
        const shown = appDownIn(moment, moment.edge);
        if (proxied(moment) === false && shown !== undefined && !asExpected(moment, origin)) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'the name leads straight to a web server that says so itself',
                clues: cluesOf(moment),
            };
        }
        if (shown !== undefined && generatorOf(shown) !== undefined && origin?.kind !== 'answered') {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'the page that visitors get was written by the origin’s own proxy',
                clues: cluesOf(moment),
            };
        }
        const another = origin?.kind === 'answered' && !originSound(moment);
        if (!edgeSaid(moment, 502) || gatewayErrorOfCloudflare(moment) || another)
            return;
        return {
            outcome: 'unhealthy',
            confidence: 'possible',
            because: originSound(moment)
                ? 'Cloudflare passes on a 502 that the origin does not give this runner: it asked another origin, or at another moment'
                : 'Cloudflare passes on a 502 that it got from the origin, and the direct probe could not see the origin’s own page',
            clues: cluesOf(moment),
        };
    },
    remedy: ({ port }) => ({
        summary: 'Start the application, or point the web server at where it listens.',
        steps: [
            'On the origin, read why the web server gave up: `tail -n 50 /var/log/nginx/error.log`, or the log of the proxy that you use. “Connection refused” means that the application is down.',
            'See whether the application runs and since when: `systemctl status APP`, or `docker ps`; read its log from this deploy.',
            `Compare the port it listens on (\`ss -ltnp\`) with the one that the web server on port ${port} passes requests to.`,
            'If the deploy restarts the application, start the new one before the old one stops, or raise `wait`.',
            `If the origin shows no error at all: ${GIVE_ORIGIN}`,
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-502/',
    }),
}));
/** The answer, if it says that there is no application behind the one who answers. */
function appDownIn(moment, exchange) {
    if (exchange === moment.edge && edgeSaid(moment, 502))
        return; // Cloudflare's page hides who wrote it
    const unavailable = failedWith(moment, exchange, 503);
    return (failedWith(moment, exchange, 502) ?? (unavailable && lacksBackend(unavailable) ? unavailable : undefined));
}
function toldDirectly(moment, answer) {
    const { status } = answer.head;
    const generator = generatorOf(answer);
    const both = edgeSaid(moment, 502) || failedWith(moment, moment.edge, status) !== undefined;
    const told = `${generator?.name ?? 'the origin'} answers ${status} when asked directly`;
    return {
        outcome: 'unhealthy',
        confidence: both && generator?.kind === 'proxy' ? 'certain' : 'likely',
        because: served(moment)
            ? `${told}; what visitors get may come from a cache or from another origin`
            : told,
        clues: cluesOf(moment),
    };
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-app-error.js




/** The application itself answers, and says that it failed. Cloudflare passes every 5xx but 502 and 504 on as it is. */
/* harmony default export */ const origin_app_error = (defineCause({
    id: 'origin-app-error',
    title: 'the application answers with an error',
    category: 'origin',
    owner: 'origin',
    meaning: [
        'The application runs and answers 500, or another 5xx of its own: an exception, a missing setting, a migration that has not run, a service that it cannot reach. Cloudflare passes the page on as it is.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'a Worker in front of the site that fails',
            told: 'A 500 with code 1101, or a 503 with code 1102, on a page of Cloudflare.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        const direct = applicationErrorIn(moment, moment.origin);
        const shown = cloudflareWrote(moment) ? undefined : applicationErrorIn(moment, moment.edge);
        if (direct !== undefined) {
            const told = `the origin answers ${direct.head.status} when asked directly`;
            return {
                outcome: 'unhealthy',
                confidence: shown?.head.status === direct.head.status ? 'certain' : 'likely',
                because: served(moment)
                    ? `${told}; what visitors get may come from a cache or from another origin`
                    : told,
                clues: cluesOf(moment),
            };
        }
        if (shown === undefined)
            return;
        const got = `visitors get a ${shown.head.status} that Cloudflare did not make`;
        return {
            outcome: 'unhealthy',
            confidence: originSound(moment) ? 'possible' : 'likely',
            because: originSound(moment)
                ? `${got}, while the origin is fine when asked directly: it comes and goes, or Cloudflare asks another origin`
                : got,
            clues: cluesOf(moment),
        };
    },
    remedy: () => ({
        summary: 'Read the application’s own log: it knows why.',
        steps: [
            'Read the application’s log from the time of this check: `journalctl -u APP --since -15min`, or `docker logs --since 15m CONTAINER`.',
            'Compare with the last good deploy: settings and secrets that are missing, migrations that have not run, a dependency that changed.',
            'Roll back if visitors are hurt, then look further.',
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-500/',
    }),
}));
/** The answer, if it is a 5xx that neither a gateway nor Cloudflare gives. */
function applicationErrorIn(moment, exchange) {
    if (exchange?.kind !== 'answered' || asExpected(moment, exchange))
        return;
    const { status } = exchange.head;
    return status >= 500 && status !== 502 && status !== 504 && !lacksBackend(exchange) ? exchange : undefined;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-app-timeout.js




/** The origin's web server waited for the application, and gave up before Cloudflare did. */
/* harmony default export */ const origin_app_timeout = (defineCause({
    id: 'origin-app-timeout',
    title: 'the application does not answer the origin’s web server in time',
    category: 'origin',
    owner: 'origin',
    meaning: [
        'The origin’s own proxy or load balancer answers 504: it passed the request on, waited, and gave up. nginx waits 60 seconds unless told otherwise. A 504 is not a 502: the application took the request.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'origin-response-timeout',
            told: 'A 524 of Cloudflare: then nothing at the origin gave up, and Cloudflare was the first to lose patience.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        const { edge, origin } = moment;
        const direct = failedWith(moment, origin, 504);
        if (direct !== undefined) {
            const generator = generatorOf(direct);
            const both = edgeSaid(moment, 504) || failedWith(moment, edge, 504) !== undefined;
            const told = `${generator?.name ?? 'the origin'} answers 504 when asked directly`;
            return {
                outcome: 'unhealthy',
                confidence: both && generator?.kind === 'proxy' ? 'certain' : 'likely',
                because: served(moment)
                    ? `${told}; what visitors get may come from a cache or from another origin`
                    : told,
                clues: cluesOf(moment),
            };
        }
        if (proxied(moment) === false &&
            failedWith(moment, edge, 504) !== undefined &&
            origin?.kind !== 'answered') {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'the name leads straight to a web server that says so itself',
                clues: cluesOf(moment),
            };
        }
        if (edgeSaid(moment, 504) && !gatewayErrorOfCloudflare(moment) && origin?.kind !== 'answered') {
            return {
                outcome: 'unhealthy',
                confidence: 'possible',
                because: 'Cloudflare passes on a 504 that it got from the origin, and the direct probe could not see the origin’s own page',
                clues: cluesOf(moment),
            };
        }
        return;
    },
    remedy: () => ({
        summary: 'Find what the application waits for; raise the limit only if it must take that long.',
        steps: [
            'On the origin, read which upstream timed out: `tail -n 50 /var/log/nginx/error.log`, or the log of the proxy that you use.',
            'Look at the application’s log and its workers from that moment: a lock, a slow query, a service that does not answer.',
            'If the work must take that long, raise the proxy’s limit (`proxy_read_timeout` in nginx), and stay below Cloudflare’s 125 seconds.',
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-504/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-connect-timeout.js




/** Cloudflare gives up a connection after this many milliseconds and says 522. */
const CLOUDFLARE_CONNECT_LIMIT = 19_000;
/** Packets to the origin vanish: the host is off, or a firewall drops them. */
/* harmony default export */ const origin_connect_timeout = (defineCause({
    id: 'origin-connect-timeout',
    title: 'the origin does not answer connections',
    category: 'origin',
    owner: 'origin',
    meaning: [
        'Nobody gets a connection: packets to the origin vanish without a word. The host is off or overloaded, the address is wrong, or a firewall drops everybody. Cloudflare waits 19 seconds and shows 522.',
        'Silence looks the same whatever its reason, so this is never certain.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'cloudflare-blocked-by-origin',
            told: 'A direct probe that is answered. If the origin admits only Cloudflare, look at the firewall’s log for Cloudflare’s ranges.',
        },
        {
            what: 'origin-locked-to-cloudflare',
            told: 'The host’s console: if the server is up and healthy there, a firewall drops both this runner and Cloudflare.',
        },
        {
            what: 'a wrong address in DNS or in the `origin` input',
            told: 'The address that the host itself has: `ip -br address` on it, or the provider’s console.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        const droppedUs = broke(moment.origin, 'connect', 'timeout');
        if (edgeSaid(moment, 522) && droppedUs) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'neither Cloudflare (522) nor this runner gets a connection',
                clues: cluesOf(moment),
            };
        }
        if (edgeSaid(moment, 522) && moment.origin?.kind !== 'answered') {
            const alone = moment.origin === undefined
                ? 'nobody asked the origin directly'
                : 'the direct probe failed in another way';
            return {
                outcome: 'unhealthy',
                confidence: 'possible',
                because: `Cloudflare says that its connection got no answer (522), and ${alone}`,
                clues: cluesOf(moment),
            };
        }
        const gaveUpEarly = moment.asked.timeout < CLOUDFLARE_CONNECT_LIMIT;
        if (droppedUs && gaveUpEarly && edgeReachable(moment) && broke(moment.edge, 'processing', 'timeout')) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: `this runner gets no connection, and Cloudflare has no answer within ${patience(moment)}`,
                clues: cluesOf(moment),
            };
        }
        if (proxied(moment) === false &&
            broke(moment.edge, 'connect', 'timeout') &&
            moment.origin?.kind !== 'answered') {
            return {
                outcome: 'unhealthy',
                confidence: 'possible',
                because: 'the name leads straight to a host that does not answer this runner',
                clues: cluesOf(moment),
            };
        }
        return;
    },
    remedy: (place) => ({
        summary: 'Bring the host back, or let Cloudflare through to it.',
        steps: [
            'See in the provider’s console whether the host runs and has its network; look at CPU and memory.',
            askDirectly(place),
            ALLOW_CLOUDFLARE,
            COMPARE_RECORD,
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-522/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-empty-response.js



/** A crash in the middle of a request looks like this: the kernel closes what the process leaves behind. */
/* harmony default export */ const origin_empty_response = (defineCause({
    id: 'origin-empty-response',
    title: 'the origin closes the connection without a byte',
    category: 'http',
    owner: 'origin',
    meaning: [
        'The origin takes the request and closes the connection without sending anything. The process crashes on the request, is killed by a timeout of its own, or something in front of it (nginx with `return 444`, a security module) hangs up on purpose. Cloudflare shows 520 or 502.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'a security module that hangs up on purpose',
            told: 'The origin’s access log: a line with status 444, or none while the application’s log shows no crash.',
        },
    ],
    needs: ['edge', 'origin'],
    match(moment) {
        if (!closedWithoutAByte(moment))
            return;
        if (edgeSaid(moment, 520, 502)) {
            return {
                outcome: 'unhealthy',
                confidence: edgeSaid(moment, 520) ? 'certain' : 'likely',
                because: 'Cloudflare got no answer that it could use, and this runner got none at all',
                clues: cluesOf(moment),
            };
        }
        if (proxied(moment) === false && broke(moment.edge, 'processing', 'closed')) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'visitors and the direct probe are both cut off without an answer',
                clues: cluesOf(moment),
            };
        }
        // Under TLS 1.3 a demanded client certificate looks the same, so a served site is given the benefit of the doubt.
        if (served(moment) && !notLetIn(moment)) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'the origin hung up on this runner; what visitors get may come from a cache or from another origin',
                clues: cluesOf(moment),
            };
        }
        return;
    },
    remedy: () => ({
        summary: 'Find what ends the process, or who hangs up in its name.',
        steps: [
            'Look for a crash at the time of this check: `journalctl -u SERVICE --since -15min`, `docker ps -a` for restarts, `dmesg | grep -i oom`.',
            'Ask the application past its own web server, on the port behind it; if that works, look at the web server.',
            'Look for rules that close without an answer: `return 444` in nginx, a security module, a worker timeout that is shorter than the request.',
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
    }),
}));
function closedWithoutAByte({ origin }) {
    return origin?.kind === 'broken' && broke(origin, 'processing', 'closed') && origin.error.received === 0;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-locked-to-cloudflare.js



/** The door is closed to us, as it should be for an origin that only Cloudflare may ask. */
/* harmony default export */ const origin_locked_to_cloudflare = (defineCause({
    id: 'origin-locked-to-cloudflare',
    title: 'the origin admits only Cloudflare',
    category: 'firewall',
    owner: 'firewall',
    meaning: [
        'The direct probe is not let in, by a firewall or for want of a client certificate, while Cloudflare is. That is good practice and no fault: the origin admits only Cloudflare. The site is judged by what Cloudflare answers.',
        'When the edge fails too, a closed door proves nothing about the origin. And when the edge answers from its cache, nobody has looked at the origin: then nothing can be said.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'an origin that is down behind a cache',
            told: 'An answer with `cf-cache-status` other than HIT: then Cloudflare has just asked the origin.',
        },
    ],
    needs: ['edge', 'origin'],
    match(moment) {
        if (!notLetIn(moment))
            return;
        if (servedFresh(moment)) {
            return {
                outcome: 'note',
                confidence: 'likely',
                because: 'the origin does not let this runner in, while Cloudflare has just been answered: it seems to admit only Cloudflare',
                clues: cluesOf(moment),
            };
        }
        if (served(moment)) {
            return {
                outcome: 'inconclusive',
                confidence: 'possible',
                because: 'visitors get a cached copy, and the origin does not let this runner in: nobody has seen whether it works',
                clues: cluesOf(moment),
            };
        }
        return {
            outcome: 'alternative',
            confidence: 'possible',
            because: 'the direct probe may be turned away because the origin admits only Cloudflare; then it proves nothing',
            clues: cluesOf(moment),
        };
    },
    remedy: () => ({
        summary: 'Nothing to mend. To let this check look at the origin itself, let the runner in.',
        steps: [
            'Run this step on a runner whose address the origin’s firewall admits, such as a self-hosted one.',
            'Or leave `origin` out: the check then judges by what Cloudflare answers, and says so.',
            'If a cached copy hides the origin, give `url` a page that Cloudflare does not cache, such as a health endpoint.',
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/fundamentals/security/protect-your-origin-server/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-refused.js




/** The process is down or on another port: the kernel answers for it, with a reset. */
/* harmony default export */ const origin_refused = (defineCause({
    id: 'origin-refused',
    title: 'the origin refuses connections',
    category: 'origin',
    owner: 'origin',
    meaning: [
        'The machine is there and its kernel answers, but nothing listens on the port: the server has stopped, has not started yet, or listens on another port or address. Cloudflare shows 521.',
        'It is certain when Cloudflare says 521 and the runner is refused too. A 521 alone may also mean that only Cloudflare is turned away.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'cloudflare-blocked-by-origin',
            told: 'A direct probe that is answered. Without one, look at the origin’s firewall log for Cloudflare’s ranges.',
        },
        {
            what: 'a firewall that resets everybody',
            told: '`ss -ltn` on the origin: a listener on the port means that the firewall answers in its place.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        const refusedUs = broke(moment.origin, 'connect', 'refused');
        if (edgeSaid(moment, 521) && refusedUs) {
            return {
                outcome: 'unhealthy',
                confidence: 'certain',
                because: 'Cloudflare (521) and this runner were both refused',
                clues: cluesOf(moment),
            };
        }
        // An origin that answers us is up: then it is Cloudflare that is turned away.
        if (edgeSaid(moment, 521) && moment.origin?.kind !== 'answered') {
            const alone = moment.origin === undefined
                ? 'nobody asked the origin directly'
                : 'the direct probe got no answer either';
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: `Cloudflare says that it was refused (521), and ${alone}`,
                clues: cluesOf(moment),
            };
        }
        if (edgeSaid(moment, 522, 523) && refusedUs) {
            return {
                outcome: 'unhealthy',
                confidence: 'possible',
                because: 'this runner was refused, while Cloudflare got no connection in another way',
                clues: cluesOf(moment),
            };
        }
        // The name leads past Cloudflare: visitors dial the origin as we do.
        if (proxied(moment) === false &&
            broke(moment.edge, 'connect', 'refused') &&
            moment.origin?.kind !== 'answered') {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'the name leads straight to a host that refuses the connection',
                clues: cluesOf(moment),
            };
        }
        return;
    },
    remedy: (place) => ({
        summary: 'Start the server, or have it listen where Cloudflare dials.',
        steps: [
            'On the origin, see whether the service runs: `systemctl status SERVICE`, or `docker ps`.',
            listening(place),
            'Read why it stopped: `journalctl -u SERVICE --since -15min`, or `docker logs --since 15m CONTAINER`.',
            'If the deploy restarts it, have the deploy wait until it answers before this step runs.',
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-521/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-response-timeout.js



/** The connection stands and the request is sent; then nothing, or an answer without an end. */
/* harmony default export */ const origin_response_timeout = (defineCause({
    id: 'origin-response-timeout',
    title: 'the origin takes the request and stays silent',
    category: 'origin',
    owner: 'origin',
    meaning: [
        'The origin accepts the connection and the request, and then sends nothing, or never finishes. A worker hangs, a database or another service does not answer, or all workers are taken. Cloudflare waits about 125 seconds and shows 524.',
        'A probe that gives up sooner than Cloudflare can only say that there was no answer within its own limit.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'a page that is slow by design',
            told: 'Ask a page that needs no database, such as a health endpoint: if it answers at once, only this page is slow.',
        },
        {
            what: 'large packets that vanish on the way (MTU)',
            told: '`curl` from the origin’s own network: if that is answered, the network drops large packets.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        const { edge, origin } = moment;
        const silentToUs = broke(origin, 'processing', 'timeout') || broke(origin, 'transfer', 'timeout');
        const silentToVisitors = broke(edge, 'processing', 'timeout') || broke(edge, 'transfer', 'timeout');
        const limit = patience(moment);
        if (edgeSaid(moment, 524, 504) && silentToUs) {
            return {
                outcome: 'unhealthy',
                confidence: edgeSaid(moment, 524) ? 'certain' : 'likely',
                because: `Cloudflare waited in vain, and the origin gave this runner no whole answer within ${limit} either`,
                clues: cluesOf(moment),
            };
        }
        if (edgeSaid(moment, 524) && origin === undefined) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'Cloudflare says that it was connected and waited in vain (524)',
                clues: cluesOf(moment),
            };
        }
        if (silentToVisitors && silentToUs && edgeReachable(moment)) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: `no whole answer within ${limit}, through Cloudflare or directly, while Cloudflare itself answers`,
                clues: cluesOf(moment),
            };
        }
        if (silentToUs && served(moment)) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: `the origin gave no whole answer within ${limit}; what visitors get may come from a cache or from another origin`,
                clues: cluesOf(moment),
            };
        }
        const visitorsWaitAtOrigin = silentToVisitors && (edgeReachable(moment) || proxied(moment) === false);
        if ((edgeSaid(moment, 524) || visitorsWaitAtOrigin) && origin?.kind !== 'answered') {
            return {
                outcome: 'unhealthy',
                confidence: 'possible',
                because: `visitors get no answer in time, and the direct probe ${origin === undefined ? 'was not asked for' : 'got none'}`,
                clues: cluesOf(moment),
            };
        }
        return;
    },
    remedy: () => ({
        summary: 'Find what the application waits for.',
        steps: [
            'Look at the application’s log from the time of this check, and at its workers: are all of them busy?',
            'Look at what it calls: database connections and locks, other services, DNS inside the host.',
            'See whether CPU, memory and disk are exhausted: `top`, `free -m`, `df -h`.',
            'Restart the application, or roll the deploy back, if it hangs since this version.',
            'Move work that takes minutes out of the request: answer at once and let the client ask again.',
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-524/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/runner-offline.js


/** We reached nothing at all, so we have nothing to say about anybody else. */
/* harmony default export */ const runner_offline = (defineCause({
    id: 'runner-offline',
    title: 'this runner reaches nothing',
    category: 'runner',
    owner: 'runner',
    meaning: [
        'Neither Cloudflare nor the origin could be reached, by connection or by name, and nothing suggests that both are down at once: the runner’s own network is the likeliest reason. The check does not know how the site is, and says so.',
    ],
    heals: true,
    lookalikes: [
        {
            what: 'a name that leads straight to a host that is down',
            told: 'A run of this check on another runner or on your own machine.',
        },
    ],
    needs: ['edge', 'control', 'dns'],
    match(moment) {
        const { edge, control, origin, dns } = moment;
        if (!unreached(edge) || !unreached(control) || (origin !== undefined && !unreached(origin)))
            return;
        if (dns.kind === 'failed' && dns.reason === 'no-such-host')
            return;
        const noResolver = dns.kind === 'failed' && (dns.reason === 'server-failure' || dns.reason === 'timeout');
        const noWay = [edge, control, origin].every((exchange) => exchange === undefined || withoutWay(exchange));
        if (!noResolver && !noWay && origin === undefined) {
            const because = 'nothing answered this runner; without a direct probe there is nothing to compare with';
            return { outcome: 'inconclusive', confidence: 'possible', because, clues: cluesOf(moment) };
        }
        const because = noResolver
            ? 'the runner’s resolver does not answer, and no probe got a connection'
            : 'no probe got a connection, neither to Cloudflare nor to the origin';
        return {
            outcome: 'inconclusive',
            confidence: noResolver || noWay ? 'likely' : 'possible',
            because,
            clues: cluesOf(moment),
        };
    },
    remedy: () => ({
        summary: 'Give the runner a network, then run the check again.',
        steps: [
            'Run the job again: hosted runners lose their network now and then.',
            'On a self-hosted runner, see whether it reaches anything: `curl -sv https://www.cloudflare.com/cdn-cgi/trace`.',
            'See whether an outgoing firewall or a proxy stands in the way, and whether it lets this host and ports 80 and 443 pass.',
        ],
        difficulty: 'easy',
        reference: 'https://docs.github.com/actions/hosting-your-own-runners/managing-self-hosted-runners/monitoring-and-troubleshooting-self-hosted-runners',
    }),
}));
/** No connection came about, and not because somebody said no. */
function unreached(exchange) {
    if (exchange.kind === 'answered' || (exchange.phase !== 'resolve' && exchange.phase !== 'connect'))
        return false;
    return exchange.error.reason !== 'refused' && exchange.error.reason !== 'reset';
}
function withoutWay(exchange) {
    return (exchange.kind === 'broken' &&
        (exchange.error.reason === 'unreachable' || exchange.error.reason === 'unresolved'));
}

;// CONCATENATED MODULE: ./lib/diagnosis/certificates.js


/**
 * The rule that the causes about certificates share. Cloudflare's 526 says that it turned the certificate down, not
 * why; the direct handshake shows why. While visitors are served, the zone does not validate: then it is a warning.
 */
function certificateMatch(moment, fault, inWords) {
    const shown = moment.origin?.tls?.certificate;
    if (certificateFault(moment, fault) && shown !== undefined) {
        const clue = { from: 'certificate', text: `The origin’s certificate ${inWords(shown)}.` };
        if (edgeSaid(moment, 526)) {
            const because = 'Cloudflare turned the certificate down (526), and the direct handshake shows the fault';
            return { outcome: 'unhealthy', confidence: 'certain', because, clues: cluesOf(moment, clue) };
        }
        if (served(moment)) {
            const because = `the origin’s certificate ${inWords(shown)}; Cloudflare serves the site all the same, so its mode is not Full (strict)`;
            return { outcome: 'warning', confidence: 'certain', because, clues: [clue] };
        }
        const because = 'the origin’s certificate has this fault, though it is not what Cloudflare complains about';
        return { outcome: 'alternative', confidence: 'possible', because, clues: [clue] };
    }
    const visitors = moment.edge?.tls?.certificate;
    if (visitorsSee(moment, fault) && visitors !== undefined) {
        // A runner behind a proxy that opens TLS sees that proxy's certificate, and trusts no unknown issuer.
        const confidence = fault === 'untrusted' ? 'likely' : 'certain';
        const clue = {
            from: 'certificate',
            text: `The certificate that visitors are shown ${inWords(visitors)}.`,
        };
        const because = 'the handshake under the site’s name shows it';
        return { outcome: 'unhealthy', confidence, because, clues: cluesOf(moment, clue) };
    }
    if (!edgeSaid(moment, 526) || (shown?.faults.length ?? 0) > 0)
        return;
    const because = shown === undefined
        ? 'Cloudflare turned the origin’s certificate down (526), and the direct probe did not see that certificate'
        : 'Cloudflare turned a certificate down (526), and the one that the direct probe was shown is fine: it is shown another';
    return { outcome: 'unhealthy', confidence: 'possible', because, clues: cluesOf(moment) };
}
/** `2026-11-23` */
function day(time) {
    return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : 'an unreadable date';
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/tls-certificate-expired.js



/** The renewal did not happen, or the server was not reloaded after it. */
/* harmony default export */ const tls_certificate_expired = (defineCause({
    id: 'tls-certificate-expired',
    title: 'the certificate has expired',
    category: 'tls',
    owner: 'certificate',
    meaning: [
        'The certificate’s time is over. Under Full (strict) Cloudflare turns it down and shows 526. Either the renewal failed, or it worked and the server still serves the old file.',
        'Waiting does not mend it, so the check ends at once when it is certain.',
    ],
    heals: false,
    lookalikes: [
        {
            what: 'tls-certificate-untrusted',
            told: 'The dates of the certificate: `openssl x509 -noout -dates`.',
        },
        { what: 'a wrong clock', told: '`date -u` on the machine that judges, against any other.' },
    ],
    needs: ['edge'],
    match: (moment) => certificateMatch(moment, 'expired', ({ notAfter }) => `ended on ${day(notAfter)}`),
    remedy: (place) => ({
        summary: 'Renew the certificate and reload the server.',
        steps: [
            showCertificate(place),
            'Renew it: `certbot renew`, or as it was made; read the log of the renewal to see why it did not happen by itself.',
            'Reload the server, which keeps the old one in memory: `nginx -t && systemctl reload nginx`.',
            ORIGIN_CA,
            NOT_FULL,
        ],
        difficulty: 'hard',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/tls-certificate-name-mismatch.js



/** Mostly the server's default site answers, because none is configured for this name. */
/* harmony default export */ const tls_certificate_name_mismatch = (defineCause({
    id: 'tls-certificate-name-mismatch',
    title: 'the certificate is for another name',
    category: 'tls',
    owner: 'certificate',
    meaning: [
        'The certificate does not cover the name that Cloudflare asks for. Mostly the server has no site for this name and answers with its default one; or the name was added after the certificate was made. Under Full (strict) Cloudflare shows 526.',
    ],
    heals: false,
    lookalikes: [
        {
            what: 'an Origin Rule that changes the server name',
            told: 'Dashboard, Rules → Origin Rules: a Host or SNI override. Give the same to `origin-host` and `origin-sni`.',
        },
    ],
    needs: ['edge'],
    match: (moment) => certificateMatch(moment, 'name-mismatch', ({ names, expectedName }) => {
        const covers = names.length === 0 ? 'no name at all' : names.slice(0, 3).join(', ');
        return `covers ${covers}${names.length > 3 ? ' and others' : ''}, not ${expectedName}`;
    }),
    remedy: (place) => ({
        summary: 'Serve a certificate that covers the name.',
        steps: [
            showCertificate(place),
            `See that the server has a site for the name: \`nginx -T | grep server_name\` must list \`${place.host}\`.`,
            `Make a certificate that covers it: \`certbot --nginx -d ${place.host}\`, or as the others were made.`,
            ORIGIN_CA,
            NOT_FULL,
        ],
        difficulty: 'hard',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/tls-certificate-untrusted.js



/** Self-signed, of an unknown issuer, or sent without its intermediate. */
/* harmony default export */ const tls_certificate_untrusted = (defineCause({
    id: 'tls-certificate-untrusted',
    title: 'the certificate is not trusted',
    category: 'tls',
    owner: 'certificate',
    meaning: [
        'The certificate is self-signed, signed by an issuer that Cloudflare does not know, or served without the intermediate that links it to a known one. Under Full (strict) Cloudflare shows 526. A certificate of Cloudflare’s own Origin CA is trusted there, though by no browser.',
    ],
    heals: false,
    lookalikes: [
        {
            what: 'a chain without its intermediate',
            told: '`openssl s_client -showcerts`: a single certificate whose issuer is a public authority lacks its intermediate.',
        },
        {
            what: 'a revoked certificate',
            told: 'The issuer’s status page or its revocation list; this check does not ask for revocation.',
        },
    ],
    needs: ['edge'],
    match: (moment) => certificateMatch(moment, 'untrusted', ({ chainError, issuer }) => chainError === 'DEPTH_ZERO_SELF_SIGNED_CERT'
        ? 'is self-signed'
        : `was issued by “${issuer}”, which leads to no known authority (${chainError})`),
    remedy: (place) => ({
        summary: 'Serve a certificate that Cloudflare trusts, with its whole chain.',
        steps: [
            showCertificate(place),
            'If the issuer is a public authority, serve the full chain: `fullchain.pem`, not `cert.pem`, in `ssl_certificate`.',
            'If it is self-signed, get a public one: `certbot --nginx`.',
            ORIGIN_CA,
            NOT_FULL,
        ],
        difficulty: 'hard',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/unexpected-status.js



/** The site works, and says something else than was asked for. */
/* harmony default export */ const unexpected_status = (defineCause({
    id: 'unexpected-status',
    title: 'the site answers with a status that is not expected',
    category: 'content',
    owner: 'deploy',
    meaning: [
        'The answer is a good one in itself, with a status outside `expected-status`: a page that this version no longer has, a login that is asked for, a redirect where none should be. No fault of the way to the origin explains it.',
    ],
    heals: true,
    lookalikes: [
        { what: 'a wrong `url` in the workflow', told: 'Open it in a browser.' },
        {
            what: 'an origin that was asked under another name than Cloudflare uses',
            told: 'Dashboard, Rules → Origin Rules: give the Host override to `origin-host`.',
        },
    ],
    needs: ['edge'],
    match(moment) {
        const clues = cluesOf(moment);
        const shown = strangeStatus(moment, moment.edge);
        const direct = notLetIn(moment) && served(moment) ? undefined : strangeStatus(moment, moment.origin);
        if (shown !== undefined && !cloudflareWrote(moment)) {
            const both = direct === shown;
            const because = both
                ? `visitors and the direct probe both get ${shown}`
                : `visitors get ${shown}, and no fault of the connection explains it`;
            return { outcome: 'unhealthy', confidence: both ? 'certain' : 'likely', because, clues };
        }
        if (direct === undefined || !served(moment))
            return;
        const because = `the origin answers ${direct} when asked directly; what visitors get may come from a cache or from another origin`;
        return { outcome: 'unhealthy', confidence: 'likely', because, clues };
    },
    remedy: ({ host }) => ({
        summary: 'Compare what was deployed with what is expected.',
        steps: [
            `Ask for the page: \`curl -si 'https://${host}/' | head -n 20\`, with the path of \`url\`.`,
            'See whether the deploy put the page there: routes, files, base path, language redirects.',
            'If the status is right, say so: `expected-status: 200-399, 404`, for instance.',
            'If only the direct probe is off, set `origin-host` to the Host that Cloudflare sends.',
        ],
        difficulty: 'easy',
        reference: 'https://www.rfc-editor.org/rfc/rfc9110#name-status-codes',
    }),
}));
/** The status of an answer that is neither expected nor a server's error. */
function strangeStatus(moment, exchange) {
    if (exchange?.kind !== 'answered' || asExpected(moment, exchange))
        return;
    return exchange.head.status < 500 ? exchange.head.status : undefined;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/unexplained.js


/** The honest rest: broken, and no rule knows why. It speaks only when every other cause is silent. */
/* harmony default export */ const unexplained = (defineCause({
    id: 'unexplained',
    title: 'no known cause fits what was seen',
    category: '',
    owner: 'unknown',
    meaning: [
        'Something is wrong, and what was seen fits none of the causes that this check knows. The report tells what was seen.',
    ],
    heals: true,
    lookalikes: [],
    needs: ['edge'],
    match: (moment) => ({
        outcome: 'unhealthy',
        confidence: 'possible',
        because: 'the site or its origin fails, in a way that no rule of this check knows',
        clues: cluesOf(moment),
    }),
    remedy: () => ({
        summary: 'Read what was seen, and tell us about it.',
        steps: [
            'Compare both sides in the table: the first difference is where to look.',
            'Look at the origin’s logs from the time of this check, and at Cloudflare’s dashboard under Analytics → Errors.',
            'Open an issue at https://github.com/origin-gate/origin-gate/issues with the JSON report, so that this case gets a name.',
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/index.js























/** Every cause, specific before general: among equals in confidence the earlier one leads. */
const CAUSES = [
    cloudflare_tunnel_down,
    tls_certificate_expired,
    tls_certificate_name_mismatch,
    tls_certificate_untrusted,
    origin_refused,
    origin_connect_timeout,
    origin_empty_response,
    origin_response_timeout,
    origin_app_down,
    origin_app_timeout,
    origin_app_error,
    cloudflare_blocked_by_origin,
    cloudflare_edge_error,
    cloudflare_challenged,
    cloudflare_waf_blocked,
    cloudflare_rate_limited,
    cloudflare_access_required,
    dns_no_such_host,
    runner_offline,
    dns_not_proxied,
    unexpected_status,
    origin_locked_to_cloudflare,
    unexplained,
];
/** The cause with this id, if there is one. */
function causeById(id) {
    return CAUSES.find((cause) => cause.id === id);
}


;// CONCATENATED MODULE: ./lib/diagnosis/judge.js


/** What one look comes to: every cause is asked about every origin, the best explanation leads. */
function judge(evidence) {
    const moments = momentsOf(evidence);
    const found = moments.flatMap((moment) => CAUSES.flatMap((cause) => findingOf(cause, moment)));
    const known = bestOfEach(found.filter(({ cause }) => cause !== unexplained)).toSorted(byWeight);
    const leads = known.filter(({ match }) => match.outcome === 'unhealthy' || match.outcome === 'inconclusive');
    const fallback = leads.length > 0 || moments.every(healthy) ? [] : found.filter(({ cause }) => cause === unexplained);
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
function momentsOf({ origins = [], ...shared }) {
    if (origins.length === 0)
        return [shared];
    return origins.map((origin, index) => {
        const { tls, port } = shared.asked.origins[index] ?? { tls: false, port: 0 };
        return { ...shared, origin, dialled: { tls, port, position: index + 1, of: origins.length } };
    });
}
/** Health is seen, never inferred from the want of a cause. */
function healthy(moment) {
    return served(moment) && (moment.origin === undefined || originSound(moment) || notLetIn(moment));
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
/** The look that says most: the latest that knew something to be broken, else simply the latest. */
function telling(looks) {
    return looks.findLast(knows) ?? looks.at(-1);
}
function knows({ verdict, findings }) {
    return verdict === 'unhealthy' && findings[0]?.match.confidence !== 'possible';
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./lib/probe/clock.js
var probe_clock = __webpack_require__(9112);
// EXTERNAL MODULE: ./node_modules/undici/index.js
var undici = __webpack_require__(6752);
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
;// CONCATENATED MODULE: ./lib/probe/certificate.js


/** Chain errors that speak of the dates or the name, which are judged on their own. */
const NOT_OF_THE_CHAIN = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID', 'ERR_TLS_CERT_ALTNAME_INVALID']);
/**
 * Reads the certificate that a server showed and judges it as a client that validates: chain, dates and name each
 * on its own, since OpenSSL stops at the first fault. Under `originCa` a leaf that those roots signed is as good
 * as a public one: that is how Cloudflare looks at an origin.
 */
function certificateOf(socket, expectedName, now, originCa) {
    const leaf = socket.getPeerX509Certificate();
    if (leaf === undefined)
        return;
    const cloudflareOriginCa = signedByOneOf(leaf, originCa);
    const error = codeOfAuthorization(socket);
    const chainError = NOT_OF_THE_CHAIN.has(error) || cloudflareOriginCa ? '' : error;
    const nameFits = (0,external_node_tls_.checkServerIdentity)(expectedName, leaf.toLegacyObject()) === undefined;
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
        expectedName,
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
function signedByOneOf(leaf, roots) {
    return roots.some((pem) => {
        const root = new external_node_crypto_.X509Certificate(pem);
        return leaf.checkIssued(root) && leaf.verify(root.publicKey);
    });
}
/** `DNS:a.example, IP Address:192.0.2.1` → the names alone, a hundred at most. */
function namesOf(subjectAltName) {
    return [...(subjectAltName ?? '').matchAll(/(?:DNS|IP Address):([^,\s]+)/g)]
        .slice(0, 100)
        .map((match) => match[1] ?? '');
}
function oneLine(name) {
    return (name ?? '').replaceAll('\n', ', ').slice(0, 500);
}

;// CONCATENATED MODULE: ./lib/probe/handshake.js




/** Speaks TLS on an open connection. The certificate is judged, never the reason to stop: the caller decides. */
function shakeHands(socket, servername, originCa, clock, signal) {
    return new Promise((settle) => {
        const secure = (0,external_node_tls_.connect)({
            socket,
            // RFC 6066 allows no address as server name.
            ...((0,external_node_net_.isIP)(servername) === 0 && { servername }),
            ALPNProtocols: ['http/1.1'],
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
            const certificate = certificateOf(secure, servername, clock.now(), originCa);
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

;// CONCATENATED MODULE: ./lib/probe/exchange.js





/** Bytes of a body that are kept. More are not read. */
const BODY_LIMIT = 64 * 1024;
/** Bytes of response headers that we take: twice what Cloudflare takes, so that too many are seen as such. */
const HEADER_LIMIT = 256 * 1024;
/** Asks once, over a connection of its own that is closed in every case. Never throws for what the site does. */
async function exchange(ask, resolution, way) {
    const { signal, clear } = (0,probe_clock.deadline)(way.timeout, way.signal);
    const timings = {};
    try {
        return await phases(ask, resolution, { ...way, signal }, timings);
    }
    finally {
        clear();
    }
}
async function phases(ask, resolution, { network, clock, signal }, timings) {
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
        const handshake = await shakeHands(connection.socket, ask.tls.servername, originCa, clock, signal);
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
        ...(await request(ask, socket, signal, timings, lap)),
        ...(session !== undefined && { tls: session }),
    };
}
/** Sends the request over an open connection and reads the answer, as far as we care for it. */
async function request(ask, socket, signal, timings, lap) {
    const received = countReads(socket);
    const client = new undici/* Client */.Kj(`http://${ask.headers['host'] ?? 'localhost'}`, {
        // In its own time: undici waits forever for a connector that answers before it has returned.
        connect: (_options, callback) => queueMicrotask(() => callback(null, socket)),
        allowH2: false,
        pipelining: 1,
        // One deadline covers it all; undici's own are coarse, and a slow drip resets them.
        headersTimeout: 0,
        bodyTimeout: 0,
        maxHeaderSize: HEADER_LIMIT,
    });
    let head;
    try {
        const sent = client.request({ method: 'GET', path: ask.path, headers: ask.headers, signal });
        const answer = await (0,probe_clock.orAborted)(sent, signal);
        timings.processing = lap();
        head = { status: answer.statusCode, headers: joined(answer.headers) };
        const body = await (0,probe_clock.orAborted)(bodyOf(answer.body), signal);
        timings.transfer = lap();
        return { timings, kind: 'answered', head, body };
    }
    catch (failure) {
        const error = signal.aborted ? timedOut(received()) : breakOf(failure, received());
        const took = lap();
        if (head !== undefined) {
            timings.transfer = took;
            return { timings, kind: 'broken', phase: 'transfer', error, head };
        }
        timings.processing = took;
        return { timings, kind: 'broken', phase: 'processing', error };
    }
    finally {
        // Whatever the server does, nothing of it stays open; a late error has nobody to tell.
        socket.on('error', () => undefined);
        void client.destroy().catch(() => undefined);
        socket.destroy();
    }
}
/** Counts what undici reads of the stream: it hides how much came before a break. */
function countReads(socket) {
    let bytes = 0;
    const read = socket.read.bind(socket);
    socket.read = (size) => {
        const chunk = read(size);
        if (chunk instanceof Uint8Array)
            bytes += chunk.byteLength;
        return chunk;
    };
    return () => bytes;
}
async function bodyOf(stream) {
    const chunks = [];
    let bytes = 0;
    let complete = true;
    for await (const chunk of stream) {
        chunks.push(chunk.subarray(0, Math.max(0, BODY_LIMIT - bytes)));
        bytes += chunk.byteLength;
        if (bytes >= BODY_LIMIT) {
            complete = false;
            break;
        }
    }
    return { text: Buffer.concat(chunks).toString('utf8'), bytes, complete };
}
function joined(headers) {
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value ?? ''].flat().join(', ')]));
}

;// CONCATENATED MODULE: ./lib/probe/resolve.js


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

;// CONCATENATED MODULE: ./lib/probe/index.js




/** One row a probe. A key of `Observations` without a row does not compile. */
const PROBES = {
    edge: ({ plan, name, way }) => exchange(plan.edge, name, way),
    control: ({ plan, name, way }) => exchange(plan.control, name, way),
    dns: ({ name }) => name,
    origins: ({ plan, way }) => Promise.all(plan.origins.map((ask) => exchange(ask, revealed(resolution(ask.host, way), way), way))),
};
/** Looks once: every probe at the same moment, each with its own deadline. */
async function look(plan, way) {
    const at = way.clock.now();
    const shared = { plan, way, name: resolution(plan.edge.host, way) };
    const [edge, control, dns, origins] = await Promise.all([
        PROBES.edge(shared),
        PROBES.control(shared),
        PROBES.dns(shared),
        PROBES.origins(shared),
    ]);
    return { at, asked: plan.asked, edge, control, dns, origins };
}
/** An address needs no resolver. */
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
        path,
        headers: headers(url.host),
    };
    const direct = (target) => ({
        host: target.host,
        port: target.port,
        ...(target.scheme === 'https:' && { tls: { servername: nameOf(site.originSni), trust: 'cloudflare' } }),
        path,
        headers: headers(site.originHost),
    });
    return {
        asked: {
            url: site.url,
            host: url.host,
            port,
            expectedStatus: site.expectedStatus,
            timeout: site.timeout,
            origins: site.origins.map(({ scheme, port }) => ({ tls: scheme === 'https:', port })),
        },
        edge,
        origins: site.origins.map(direct),
        control: { ...edge, path: '/cdn-cgi/trace' },
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
    const redact = config.showOrigin ? report_redact/* redactNothing */.x : (0,report_redact/* redactorOf */.y)(secret, open);
    const judged = ({ site, history, diagnosis }) => ({ site, history, diagnosis, redact });
    const [first, ...rest] = seen;
    return (0,report/* reportOf */.E)({ sites: [judged(first), ...rest.map(judged)], at, version: version/* VERSION */.x });
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
        const evidence = await look(plan, way);
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
