export const id = 947;
export const ids = [947];
export const modules = {

/***/ 5557:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ sslModeOf),
/* harmony export */   W: () => (/* binding */ validates)
/* harmony export */ });
const ZONE_MODES = [
    'off',
    'flexible',
    'full',
    'strict',
    'origin_pull',
];
/**
 * How Cloudflare connects to an origin and validates its certificate: from the input, the zone, or the URL's scheme, in
 * this order (https://developers.cloudflare.com/ssl/origin-configuration/ssl-modes/).
 */
function sslModeOf({ sslMode, url }, zone) {
    if (sslMode !== 'auto')
        return { mode: sslMode, by: 'user' };
    const zoneMode = ZONE_MODES.find((mode) => mode === zone);
    if (zoneMode !== undefined)
        return { mode: zoneMode, by: 'zone' };
    return { mode: url.startsWith('https:') ? 'strict' : 'off', by: 'url' };
}
/** Whether Cloudflare rejects an origin with an invalid certificate. */
function validates({ mode }) {
    return mode === 'strict' || mode === 'origin_pull';
}


/***/ }),

/***/ 204:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hE: () => (/* binding */ CAUSES),
  a0: () => (/* binding */ causeById),
  EJ: () => (/* reexport */ unexplained)
});

// EXTERNAL MODULE: ./lib/cloudflare/response.js
var response = __webpack_require__(936);
;// CONCATENATED MODULE: ./lib/domain/cause-id.js
/**
 * Every cause id with its category. Both are public: users branch on `outputs.cause` and `outputs.category`,
 * so an id is never renamed or reused.
 */
const CAUSE_CATEGORIES = {
    'origin-refused': 'origin',
    'origin-unreachable': 'origin',
    'origin-connect-timeout': 'origin',
    'origin-response-timeout': 'origin',
    'origin-reset': 'origin',
    'origin-overloaded': 'origin',
    'origin-maintenance': 'origin',
    'origin-app-down': 'origin',
    'origin-app-timeout': 'origin',
    'origin-app-error': 'origin',
    'origin-empty-response': 'http',
    'origin-malformed-response': 'http',
    'origin-headers-too-large': 'http',
    'origin-truncated-response': 'http',
    'origin-http2-broken': 'http',
    'redirect-loop': 'http',
    'tls-handshake-failed': 'tls',
    'tls-plaintext-port': 'tls',
    'tls-certificate-expired': 'tls',
    'tls-certificate-not-yet-valid': 'tls',
    'tls-certificate-name-mismatch': 'tls',
    'tls-certificate-untrusted': 'tls',
    'tls-chain-incomplete': 'tls',
    'tls-client-certificate-required': 'tls',
    'dns-no-such-host': 'dns',
    'dns-no-address': 'dns',
    'dns-server-failure': 'dns',
    'dns-not-proxied': 'dns',
    'dns-resolvers-disagree': 'dns',
    'dns-origin-unresolvable': 'dns',
    'dns-origin-mismatch': 'dns',
    'dns-points-to-cloudflare': 'dns',
    'cloudflare-blocked-by-origin': 'firewall',
    'origin-locked-to-cloudflare': 'firewall',
    'cloudflare-edge-error': 'cloudflare',
    'cloudflare-challenged': 'cloudflare',
    'cloudflare-waf-blocked': 'cloudflare',
    'cloudflare-rate-limited': 'cloudflare',
    'cloudflare-access-required': 'cloudflare',
    'cloudflare-tunnel-down': 'cloudflare',
    'cloudflare-tunnel-origin-unreachable': 'cloudflare',
    'cloudflare-worker-failed': 'cloudflare',
    'cloudflare-no-healthy-pool': 'cloudflare',
    'cloudflare-zone-misconfigured': 'cloudflare',
    'cache-masks-broken-origin': 'cloudflare',
    'edge-stale': 'content',
    'origin-not-deployed': 'content',
    'unexpected-status': 'content',
    'slow-response': 'content',
    'runner-offline': 'runner',
    // Its category is unknown.
    unexplained: '',
};
function isCauseId(id) {
    return Object.hasOwn(CAUSE_CATEGORIES, id);
}

;// CONCATENATED MODULE: ./lib/domain/cause.js

function step(action, details) {
    return { action, details };
}
/** Builds a cause from its words and its rule. */
function defineCause(spec) {
    const { needs, rule, ...words } = spec;
    const complete = (moment) => needs.every((need) => moment[need] !== undefined);
    return {
        ...words,
        category: CAUSE_CATEGORIES[spec.id],
        explain: (moment) => (complete(moment) ? rule(moment) : undefined),
    };
}

// EXTERNAL MODULE: ./lib/diagnosis/facts/edge.js
var facts_edge = __webpack_require__(8644);
// EXTERNAL MODULE: ./lib/diagnosis/facts/exchange.js
var facts_exchange = __webpack_require__(2828);
// EXTERNAL MODULE: ./lib/diagnosis/facts/origin.js
var facts_origin = __webpack_require__(4575);
// EXTERNAL MODULE: ./lib/diagnosis/clues/exchange.js
var clues_exchange = __webpack_require__(8727);
// EXTERNAL MODULE: ./lib/shared/text.js
var shared_text = __webpack_require__(6422);
;// CONCATENATED MODULE: ./lib/diagnosis/clues/zone.js


/** What Cloudflare's API and its status page add. */
function zoneClues(moment) {
    return [
        ...zoneTexts(moment).map((text) => ({ from: 'zone', text })),
        ...statusTexts(moment).map((text) => ({ from: 'status', text })),
    ];
}
function zoneTexts(moment) {
    const { zone } = moment;
    if (zone === undefined)
        return [];
    const { status, paused, record, rules, worker, tunnel, pools = [] } = zone;
    const unhealthy = pools.filter(({ healthy }) => healthy === false);
    const failures = [...new Set(unhealthy.flatMap((pool) => pool.failures))].slice(0, 3);
    const why = failures.length === 0 ? '' : `: ${failures.join(', ')}`;
    const changed = Object.entries(rules ?? {}).flatMap(([what, changes]) => (changes ? [what] : []));
    return [
        ...(paused === true ? ['The zone is paused: Cloudflare proxies none of its hosts.'] : []),
        ...(status === undefined || status === 'active'
            ? []
            : [`The status of the zone is ${status}, not active.`]),
        ...(record === undefined ? [] : [recordText(moment, record)]),
        ...(tunnel === undefined ? [] : [`The status of the tunnel is ${tunnel}.`]),
        ...(pools.length === 0
            ? []
            : [
                `${unhealthy.length} of ${(0,shared_text/* plural */.LS)(pools.length, 'load balancer pool')} ${unhealthy.length === 1 ? 'is' : 'are'} unhealthy${why}.`,
            ]),
        ...(worker === true ? ['A Worker handles this page and decides how to request the origin.'] : []),
        ...(changed.length === 0
            ? []
            : [`An Origin Rule in the zone changes ${changed.join(', ')}. It may or may not apply to this page.`]),
        ...analyticsTexts(moment),
    ];
}
function recordText({ dialedOrigin }, { kind, proxied, pointsToOrigins }) {
    const dnsOnly = proxied ? '' : ', and is not proxied';
    if (kind === 'none')
        return 'The host has no A, AAAA or CNAME record.';
    if (kind === 'tunnel')
        return `The record points to a Cloudflare Tunnel${dnsOnly}.`;
    const pointsHere = pointsToOrigins[(dialedOrigin?.position ?? 1) - 1];
    if (pointsHere === true)
        return `The record points to the origin that was probed${dnsOnly}.`;
    if (pointsHere === false)
        return `The record does not point to the origin that was probed${dnsOnly}.`;
    return `The record points to ${kind === 'name' ? 'a name' : 'an address'}${dnsOnly}.`;
}
function analyticsTexts(moment) {
    const figures = (0,facts_edge/* originShare */.cG)(moment);
    if (figures === undefined || moment.edge?.kind !== 'completed')
        return [];
    const { status } = moment.edge.head;
    const percent = Math.round(figures.share * 100);
    return [
        `In the last ${moment.analytics?.minutes ?? 0} minutes, visitors got ${status} about ${figures.count} times. The origin had sent a response in ${percent}% of these cases.`,
    ];
}
function statusTexts({ statusPage }) {
    if (statusPage === undefined)
        return [];
    const { colo, incidents } = statusPage;
    return [
        ...(colo === undefined || colo === 'operational'
            ? []
            : [
                `The data center's status is "${colo.replaceAll('_', ' ')}". Most traffic is routed to other data centers.`,
            ]),
        ...incidents.map((name) => `Ongoing incident: ${name}`),
    ];
}

;// CONCATENATED MODULE: ./lib/diagnosis/clues/clues.js






/** What each side returned, in the order edge, origin, Cloudflare itself: the clues of most causes. */
function cluesOf(moment, ...more) {
    const [first, ...rest] = [
        edgeClue(moment),
        ...uncachedClue(moment),
        ...originClue(moment),
        ...recheckClues(moment),
        ...more,
        ...zoneClues(moment),
        ...traceClue(moment),
    ];
    return [first ?? { from: 'edge', text: 'Nothing was measured.' }, ...rest];
}
function edgeClue(moment) {
    if ((0,response/* challengeIn */.F2)(moment.edge) !== undefined) {
        return { from: 'edge', text: 'This runner gets a Cloudflare challenge instead of the page.' };
    }
    const code = (0,facts_edge/* edgeErrorCode */.Bh)(moment) ?? 0;
    const blocked = (0,response/* blockedBy */.yJ)(moment.edge) || (code >= 1005 && code <= 1012) || code === 1015 || code === 1020;
    const who = blocked || (moment.trace !== undefined && !(0,facts_edge/* edgeReachable */.PG)(moment)) ? 'This runner gets' : 'Visitors get';
    return { from: 'edge', text: `${who} ${outcome(moment, moment.edge)}${(0,clues_exchange/* redirectText */.UC)(moment.edge)}.` };
}
function uncachedClue(moment) {
    const { uncached } = moment;
    if (uncached === undefined)
        return [];
    const why = (0,response/* fromCache */.ZY)(uncached) ? ': the cache ignores the query string' : '';
    const text = `A request that bypasses the cache gets ${outcome(moment, uncached)}${why}.`;
    return [{ from: 'edge', text }];
}
function originClue(moment) {
    const { origin, dialedOrigin } = moment;
    if (origin === undefined || dialedOrigin === undefined)
        return [];
    const { position, of, port } = dialedOrigin;
    const which = of > 1 ? `origin ${position} of ${of}` : 'the origin';
    const text = `A direct request to ${which} on port ${port} gets ${outcome(moment, origin)}${(0,clues_exchange/* redirectText */.UC)(origin)}.`;
    return [{ from: 'origin', text }];
}
/** What the origin returned to the follow-up requests. */
function recheckClues(moment) {
    const { withoutCloudflareHeaders, http2, keepAlive } = moment.recheck ?? {};
    const texts = [
        ...((0,facts_origin/* failsOnCloudflareHeaders */.Yu)(moment)
            ? [`Without Cloudflare's request headers, it gets ${outcome(moment, withoutCloudflareHeaders)}.`]
            : []),
        ...(keepAlive?.reused === true && keepAlive.exchange.kind === 'failed'
            ? [`A second request on the same connection gets ${outcome(moment, keepAlive.exchange)}.`]
            : []),
        ...(http2?.agreed === true ? [`Over HTTP/2, it gets ${outcome(moment, http2.exchange)}.`] : []),
    ];
    return texts.map((text) => ({ from: 'origin', text }));
}
/** A sentence that follows what the origin does, if Cloudflare's request headers make the difference. */
function headerCaveat(moment) {
    return (0,facts_origin/* failsOnCloudflareHeaders */.Yu)(moment) ? " It responds normally without Cloudflare's request headers." : '';
}
function traceClue({ trace }) {
    const found = (0,response/* traceOf */.fC)(trace);
    if (found === undefined)
        return [];
    const where = found.colo === '' ? '' : ` (${found.colo})`;
    return [{ from: 'trace', text: `Cloudflare${where} is reachable and responds for this host.` }];
}
function outcome(moment, exchange) {
    return (0,clues_exchange/* outcomeText */.EL)(exchange, (0,facts_exchange/* timeoutText */.bY)(moment));
}

// EXTERNAL MODULE: ./lib/diagnosis/facts/visitors.js
var visitors = __webpack_require__(1174);
;// CONCATENATED MODULE: ./lib/diagnosis/causes/cache-masks-broken-origin.js






/* harmony default export */ const cache_masks_broken_origin = (defineCause({
    id: 'cache-masks-broken-origin',
    title: 'the cache hides a broken origin',
    brief: { observedOr: 'fails behind the cache' },
    hop: 'origin',
    owner: 'origin',
    meaning: [
        "Visitors get a copy from Cloudflare's cache (`cf-cache-status` is HIT, STALE or UPDATING), while the origin behind it fails. The failure shows when the origin is requested directly, or when the request to Cloudflare bypasses the cache. Pages outside the cache already fail. This one will fail when its copy expires.",
        'STALE means that Cloudflare tried to get a new copy and could not. Always Online serves a copy from the Internet Archive and reports HIT.',
        'When the cache ignores query strings, it cannot be bypassed from outside. If a direct request to the origin is not possible either, the verdict is inconclusive.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'cloudflare-blocked-by-origin',
            distinguishedBy: 'The origin responds to a direct request, but not to Cloudflare when the cache is bypassed.',
        },
    ],
    needs: ['edge'],
    rule(moment) {
        if (!(0,visitors/* servedFromCache */.gu)(moment))
            return;
        const clues = cluesOf(moment);
        const past = (0,visitors/* failureBehindCache */.ZU)(moment);
        const direct = broken(moment);
        if (past !== undefined) {
            const cached = `Visitors get a cached copy, and Cloudflare returns ${past.head.status} when its cache is bypassed.`;
            const because = direct ? `${cached} The origin also fails when requested directly.` : cached;
            // An application may fail on an unknown query string. A second failure rules that out. A rejected probe is
            // one only if Cloudflare got no connection either: a query string cannot cause that.
            const sure = direct || ((0,facts_origin/* probeRejected */.bq)(moment) && UNCONNECTED.has(past.head.status));
            return { outcome: 'unhealthy', confidence: sure ? 'certain' : 'likely', because, clues };
        }
        const stale = isStale(moment);
        if (direct) {
            const because = stale
                ? 'Cloudflare serves an expired copy (STALE), and the origin fails when requested directly.'
                : 'The origin fails when requested directly, and visitors get a cached copy.';
            return { outcome: 'unhealthy', confidence: stale ? 'certain' : 'likely', because, clues };
        }
        if ((0,visitors/* servedFromOrigin */.iv)(moment) || (0,facts_exchange/* isGoodResponse */.nm)(moment, moment.origin))
            return;
        if (stale) {
            const because = 'Cloudflare serves an expired copy (STALE), as it does when it cannot get a new one from the origin.';
            return { outcome: 'unhealthy', confidence: 'likely', because, clues };
        }
        if (moment.origin !== undefined)
            return;
        const because = 'Visitors get a cached copy. The cache could not be bypassed, and the origin could not be requested directly.';
        return { outcome: 'inconclusive', confidence: 'possible', because, clues };
    },
    remedy: () => ({
        summary: 'Fix the origin before the cached copies expire.',
        steps: [
            step('Fix the error that the direct request gets.', ' It is in the column "direct" of the measurements.'),
            step('Bypass the cache yourself', ': add a query string that has never been used, such as `?check=1`.'),
            step("Don't purge the cache until the origin works.", ' The cached copies are all that visitors get.'),
            step('Check an uncached page from now on.', ' Set `url` to a page that Cloudflare does not cache, such as a health endpoint, so that the next outage shows up immediately.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/cache/concepts/cache-responses/',
    }),
}));
/** Cloudflare got no connection: refused, timed out, or no route. */
const UNCONNECTED = new Set([521, 522, 523]);
/** The direct probe was admitted and did not get the expected response. */
function broken(moment) {
    const { origin } = moment;
    if (origin === undefined ||
        (0,facts_exchange/* isGoodResponse */.nm)(moment, origin) ||
        (0,facts_origin/* probeRejected */.bq)(moment) ||
        (0,facts_origin/* toleratedByCloudflare */.XR)(moment))
        return false;
    if (origin.kind === 'completed')
        return origin.head.status >= 500 || (0,facts_exchange/* encodingDamage */.hk)(origin) !== undefined;
    return (0,facts_exchange/* failedAt */.JG)(origin, 'processing') || (0,facts_exchange/* failedAt */.JG)(origin, 'transfer');
}
/** Cloudflare requested a new copy and got none. */
function isStale({ edge }) {
    return edge?.kind === 'completed' && (0,response/* cacheStatus */.DO)(edge.head.headers) === 'STALE';
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-access-required.js



/* harmony default export */ const cloudflare_access_required = (defineCause({
    id: 'cloudflare-access-required',
    title: 'Cloudflare Access requires this check to log in',
    brief: 'requires a login',
    hop: 'Cloudflare',
    owner: 'cloudflare-settings',
    meaning: [
        'Cloudflare Access redirects this check to its login page. That redirect works as intended and says nothing about the site behind it. Visitors who log in may be served normally, so the verdict is inconclusive.',
    ],
    recoversByItself: false,
    lookalikes: [],
    needs: ['edge'],
    rule(moment) {
        if (!redirectsToAccess(moment))
            return;
        return {
            outcome: 'inconclusive',
            confidence: 'certain',
            because: 'The response is a redirect to the Cloudflare Access login page.',
            clues: cluesOf(moment),
        };
    },
    remedy: ({ host }) => ({
        summary: 'Let this check through Cloudflare Access with a service token.',
        steps: [
            step('Create a service token', ' in the Cloudflare dashboard, under Zero Trust → Access controls → Service credentials (formerly Access → Service Auth).'),
            step('Add a policy for that token', ` with the action Service Auth to the Access application of \`${host}\`.`),
            step('Pass the token to this step', ' from secrets: `access-client-id` and `access-client-secret`. They are sent to Cloudflare only, never to the origin.'),
            step('If both are already set, check the token.', ' Has it expired? Does a policy of the application include it?'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/cloudflare-one/identity/service-tokens/',
    }),
}));
function redirectsToAccess({ edge }) {
    // The site's own redirect may point there, even without Cloudflare in between.
    if (edge?.redirectChain?.end === 'barred' && (0,response/* isAccessLogin */._M)(edge.redirectChain.next))
        return true;
    if (!(0,response/* throughCloudflare */.TV)(edge) || edge.head.status < 300 || edge.head.status > 399)
        return false;
    return (0,response/* isAccessLogin */._M)(edge.head.headers['location']);
}

// EXTERNAL MODULE: ./lib/diagnosis/facts/malformed.js
var malformed = __webpack_require__(2192);
;// CONCATENATED MODULE: ./lib/diagnosis/facts/zone.js
/** The zone's record points to a Cloudflare Tunnel. */
function usesTunnel({ zone }) {
    return zone?.record?.kind === 'tunnel';
}
/**
 * The proxied record decides which origin Cloudflare uses, and it points to another one than the origin of this
 * moment.
 */
function recordPointsElsewhere({ zone, dialedOrigin }) {
    const overridden = zone?.pools !== undefined || zone?.worker === true || zone?.rules?.address === true;
    const { proxied, pointsToOrigins = [] } = zone?.record ?? {};
    return proxied === true && !overridden && pointsToOrigins[(dialedOrigin?.position ?? 0) - 1] === false;
}
/** The host has a load balancer, and none of its pools is healthy. */
function hasNoHealthyPool({ zone }) {
    const pools = zone?.pools ?? [];
    return pools.length > 0 && pools.every(({ healthy }) => healthy === false);
}

// EXTERNAL MODULE: ./lib/shared/authority.js
var authority = __webpack_require__(4084);
;// CONCATENATED MODULE: ./lib/diagnosis/causes/shared-steps.js


/** Steps that several remedies share. */
function checkListener({ port }) {
    return step('Check that a process listens on the port Cloudflare connects to', `: \`ss -ltnp 'sport = :${port}'\`. Listening on \`127.0.0.1\` alone is not enough.`);
}
function requestDirectly({ host, port, tls }) {
    const url = `${tls ? 'https' : 'http'}://${host}${port === (0,authority/* defaultPort */.L5)(tls) ? '' : `:${port}`}/`;
    return step('Request the page directly from the origin', `, from a machine that it admits: \`curl -sv -o /dev/null '${url}' --connect-to "::$ORIGIN:${port}"\`.`);
}
const ALLOW_CLOUDFLARE = step("Allow Cloudflare's IP ranges", " in every firewall in front of the origin: the cloud security group, the host's own firewall (`nft list ruleset`) and fail2ban (`fail2ban-client status`). Current list: https://www.cloudflare.com/ips/");
const EXEMPT_CLOUDFLARE = step('Exempt them from rate limits and geo blocks.', " Cloudflare sends all visitors' requests from a small set of addresses. For scripts: https://www.cloudflare.com/ips-v4 and https://www.cloudflare.com/ips-v6");
const COMPARE_RECORDS = step("Compare the A and AAAA records with the origin's address", ' in the Cloudflare dashboard, under DNS → Records. One stale AAAA record is enough to break the site. Cloudflare uses a changed record within seconds.');
function checkCertificate({ host, port }) {
    return step('Check the certificate that the origin serves', `: \`openssl s_client -connect $ORIGIN:${port} -servername ${host} </dev/null | openssl x509 -noout -subject -issuer -dates -ext subjectAltName\`.`);
}
const ORIGIN_CA = step('Or install a free Cloudflare Origin CA certificate', ', valid for up to 15 years, under SSL/TLS → Origin Server in the dashboard.');
const KEEP_STRICT = step("Don't switch to Full mode instead.", ' That would hide the next fault, and anyone on the network path could impersonate the origin.');
function tryHandshake({ host, port }) {
    return step('Check how the handshake ends', `: \`openssl s_client -connect $ORIGIN:${port} -servername ${host} </dev/null\`. The line with "alert" shows why the server refuses.`);
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-blocked-by-origin.js









/* harmony default export */ const cloudflare_blocked_by_origin = (defineCause({
    id: 'cloudflare-blocked-by-origin',
    title: "the origin's firewall blocks Cloudflare",
    brief: 'blocks Cloudflare',
    hop: 'firewall',
    owner: 'firewall',
    meaning: [
        "The origin responds to this runner and blocks Cloudflare. A firewall, WAF, rate limiter or geo block does not know Cloudflare's IP ranges, or has an outdated list of them. Cloudflare shows 521 when it is refused and 522 when its packets are dropped. It shows 520 when it is cut off and 524 when no response arrives in time. It passes on a 403 or 429 from the origin.",
        'From outside, this looks the same as a DNS record in Cloudflare that points to a different address. This cause is therefore never certain.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'dns-origin-mismatch',
            distinguishedBy: 'Compare the A and AAAA records under DNS → Records with the address of the direct request. With `cloudflare-api-token`, this check compares them itself.',
            isOpen: ({ zone, dialedOrigin }) => zone?.record?.pointsToOrigins[(dialedOrigin?.position ?? 0) - 1] !== true,
        },
        {
            what: { other: 'an Origin Rule that changes the port or the address' },
            distinguishedBy: 'Check Rules → Origin Rules in the dashboard.',
            isOpen: ({ zone }) => zone?.rules === undefined || zone.rules.address || zone.rules.port,
        },
        {
            what: { other: 'an origin that closes idle connections early' },
            distinguishedBy: "If the 520 comes and goes, raise the origin's keep-alive timeout above 900 seconds.",
            isOpen: (moment) => (0,facts_edge/* hasEdgeError */.y)(moment, 520),
        },
    ],
    needs: ['edge', 'origin'],
    rule(moment) {
        // An origin that Cloudflare does not reach or cannot parse does not block it.
        if (!(0,facts_origin/* originHealthy */.Et)(moment) || recordPointsElsewhere(moment) || (0,malformed/* headersTooLarge */.YV)(moment.origin))
            return;
        const clues = cluesOf(moment);
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 521, 522)) {
            const [how, code] = (0,facts_edge/* hasEdgeError */.y)(moment, 521) ? ['refuses', 521] : ['drops', 522];
            const because = `The origin responds to this runner but ${how} Cloudflare's connections (${code}).`;
            return { outcome: 'unhealthy', confidence: 'likely', because, clues };
        }
        const blocked = (0,facts_exchange/* unexpectedResponse */.Lf)(moment, moment.edge, 403, 429);
        if (blocked !== undefined && (0,response/* throughCloudflare */.TV)(blocked) && !(0,facts_edge/* writtenByCloudflare */.Mk)(moment)) {
            const { status } = blocked.head;
            const because = `The origin responds to this runner. Cloudflare passes on a ${status} that it did not generate itself.`;
            return { outcome: 'unhealthy', confidence: 'likely', because, clues };
        }
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 524)) {
            const because = 'The origin responds to this runner right away, but Cloudflare times out waiting for a response (524).';
            return { outcome: 'unhealthy', confidence: 'possible', because, clues };
        }
        if (!(0,facts_edge/* hasEdgeError */.y)(moment, 520, 523))
            return;
        const because = 'The origin responds to this runner, but Cloudflare gets no usable response from it.';
        return { outcome: 'unhealthy', confidence: 'possible', because, clues };
    },
    remedy: () => ({
        summary: "Allow all of Cloudflare's current IP ranges in every firewall in front of the origin.",
        steps: [
            ALLOW_CLOUDFLARE,
            EXEMPT_CLOUDFLARE,
            COMPARE_RECORDS,
            step('Watch the origin', " while you reload the page: `tcpdump -ni any 'dst port 443'` shows whether Cloudflare's connections arrive."),
            step('Keep the list of ranges current.', ' Fetch it on a schedule, and update the firewall whenever it changes.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/fundamentals/concepts/cloudflare-ip-addresses/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-challenged.js




/* harmony default export */ const cloudflare_challenged = (defineCause({
    id: 'cloudflare-challenged',
    title: 'Cloudflare challenged this runner',
    brief: 'challenges this runner',
    hop: 'Cloudflare',
    owner: 'cloudflare-settings',
    meaning: [
        'Cloudflare responded to this check with a challenge that only a browser can pass. Runners share their addresses with bots, so this is common. Real visitors may be unaffected, so the verdict is inconclusive.',
        'The check recognizes it by the header `cf-mitigated: challenge`, or by the challenge page itself. A Cloudflare script in the page proves nothing: healthy pages contain it too.',
    ],
    recoversByItself: false,
    lookalikes: [],
    needs: ['edge'],
    rule(moment) {
        const sign = (0,visitors/* visitorsServed */.TS)(moment) ? undefined : (0,response/* challengeIn */.F2)(moment.edge);
        if (sign === undefined)
            return;
        return {
            outcome: 'inconclusive',
            confidence: sign === 'header' ? 'certain' : 'likely',
            because: sign === 'header'
                ? "Cloudflare's response has the header `cf-mitigated: challenge`."
                : 'The response is the page that Cloudflare shows while it verifies a browser.',
            clues: cluesOf(moment),
        };
    },
    remedy: ({ host }) => ({
        summary: 'Let this check skip the challenge.',
        steps: [
            step('Send a secret header with every request', ': `headers: "X-Gate: ${{ secrets.GATE_TOKEN }}"`.'),
            step('Add a custom rule with the action Skip', ` for that header in the Cloudflare dashboard, under Security → Security rules (formerly Security → WAF): \`http.host eq "${host}" and any(http.request.headers["x-gate"][*] eq "…")\`.`),
            step('Turn off Bot Fight Mode if it is on', ' (Security → Settings, Bot traffic), because no rule can skip it. Rules can skip Super Bot Fight Mode.'),
            step('Or run the step on a runner with its own address', ', and skip the challenge for that address.'),
            step("Don't count the challenge page as success.", ' A site that is down behind it would pass.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-edge-error.js






/* harmony default export */ const cloudflare_edge_error = (defineCause({
    id: 'cloudflare-edge-error',
    title: 'Cloudflare itself returns an error',
    brief: { observedOr: 'internal error' },
    hop: 'Cloudflare',
    owner: 'cloudflare',
    meaning: [
        'The origin responds normally when requested directly, but Cloudflare returns an error of its own. That is the bare page with "cloudflare" under a line, or a 500 on its own page. Such an error usually clears within minutes, because Cloudflare moves the traffic elsewhere.',
        'The same bare page appears when an origin sends broken compression or a wrong `Content-Length`. From one place, this cause is therefore never certain.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a wrong length or broken gzip from the origin' },
            distinguishedBy: '`curl --compressed` against the origin reports a decoding error, and only that page fails, every time.',
        },
        {
            what: 'origin-app-down',
            distinguishedBy: 'A branded page ("Bad gateway", with three icons) is an error that Cloudflare got from the origin.',
            isOpen: (moment) => !(0,facts_edge/* cloudflareGatewayError */.U_)(moment),
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const clues = cluesOf(moment);
        const ownError = (0,facts_edge/* cloudflareGatewayError */.U_)(moment) || (0,facts_edge/* hasEdgeError */.y)(moment, 500);
        if (ownError && (0,facts_origin/* originHealthy */.Et)(moment)) {
            const because = "The origin responds normally when requested directly, and the error page is Cloudflare's own.";
            return { outcome: 'unhealthy', confidence: 'likely', because, clues };
        }
        if (ownError && moment.origin?.kind !== 'completed') {
            const because = "The error page is Cloudflare's own. The origin could not be requested directly.";
            return { outcome: 'unhealthy', confidence: 'possible', because, clues };
        }
        const passedOn = (0,facts_edge/* hasEdgeError */.y)(moment, 502, 504) && !usesTunnel(moment);
        const counted = (0,facts_edge/* originShare */.cG)(moment);
        const healthy = (0,facts_origin/* originHealthy */.Et)(moment);
        // Cloudflare's analytics are delayed and sampled, but they do not report errors that did not happen.
        if (passedOn &&
            counted !== undefined &&
            counted.share < 0.5 &&
            (healthy || moment.origin?.kind !== 'completed')) {
            const fine = healthy ? 'The origin responds normally when requested directly. ' : '';
            const because = `${fine}According to Cloudflare's own analytics, this error did not come from the origin.`;
            return { outcome: 'unhealthy', confidence: 'likely', because, clues };
        }
        if (passedOn && counted === undefined && healthy) {
            const because = 'The origin responds normally when requested directly. Cloudflare passes on an error that may have occurred inside its own network.';
            return { outcome: 'unhealthy', confidence: 'possible', because, clues };
        }
        const noAnswer = (0,facts_exchange/* failedAt */.JG)(moment.edge, 'connect') || (0,facts_exchange/* failedAt */.JG)(moment.edge, 'tls') || (0,facts_exchange/* failedAt */.JG)(moment.edge, 'processing');
        if (noAnswer && (0,facts_origin/* originHealthy */.Et)(moment) && (0,facts_edge/* isProxied */.S7)(moment) === true) {
            const because = "The origin responds normally when requested directly, but Cloudflare's address does not respond.";
            return { outcome: 'unhealthy', confidence: 'possible', because, clues };
        }
        return;
    },
    remedy: () => ({
        summary: 'Wait a few minutes and check again, then contact Cloudflare with the Ray ID.',
        steps: [
            step('Run this check again.', " An error inside Cloudflare usually clears within minutes. Don't change the zone's settings in the meantime."),
            step('Check https://www.cloudflarestatus.com/', ' for the data center in the evidence.'),
            step("Check the origin's compression", ' if the error persists and affects only one page: `curl -sv --compressed -o /dev/null URL` on the origin.'),
            step('Open a Cloudflare support ticket', ' with the Ray ID, the data center and the time in UTC from the evidence.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-502/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-no-healthy-pool.js





/* harmony default export */ const cloudflare_no_healthy_pool = (defineCause({
    id: 'cloudflare-no-healthy-pool',
    title: "Cloudflare's load balancer has no healthy pool",
    brief: { observedOr: 'no healthy pool' },
    hop: 'Cloudflare',
    owner: 'cloudflare-settings',
    meaning: [
        'The host has a Cloudflare load balancer, and the health checks of all its pools fail. Cloudflare then sends requests to none of them, or to the fallback pool as a last resort. The origins themselves may work: a health check that requests a deleted page is enough to fail.',
        'Visitors see the same page as for an origin whose name does not resolve (530 with 1016). This check can only distinguish the two with `cloudflare-api-token`.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'dns-origin-unresolvable',
            distinguishedBy: 'Check the status of the pools under Load Balancing in the dashboard.',
        },
    ],
    needs: ['edge'],
    rule(moment) {
        if (!hasNoHealthyPool(moment) || (0,visitors/* visitorsServed */.TS)(moment) || (0,facts_edge/* edgeErrorCode */.Bh)(moment) === undefined)
            return;
        // With another code, Cloudflare used the fallback pool, whose failure has its own cause.
        const named = (0,facts_edge/* hasEdgeError */.y)(moment, 1016, 1002);
        return {
            outcome: 'unhealthy',
            confidence: named ? 'certain' : 'likely',
            because: named
                ? 'Cloudflare cannot find an origin, and its API reports that the load balancer has no healthy pool.'
                : "Cloudflare's API reports that the load balancer has no healthy pool, and visitors get an error.",
            clues: cluesOf(moment),
        };
    },
    remedy: () => ({
        summary: 'Make the health check of a pool succeed.',
        steps: [
            step('Check why the pools are unhealthy', ' in the Cloudflare dashboard, under Load Balancing: each origin shows the reason.'),
            step("Send the monitor's request yourself", ', from a machine that the origin admits: same path, port and Host header. Compare the response with the codes and the text that the monitor expects.'),
            step('Fix the monitor or restore the page', ' if a deploy moved the page that the monitor requests.'),
            step("Allow Cloudflare's IP ranges", " (https://www.cloudflare.com/ips/) in the origin's firewall: the monitor connects from there."),
            step('Remove the monitor from one working pool', ' to serve visitors in the meantime. A pool without a monitor counts as healthy. Add the monitor back afterward.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/load-balancing/troubleshooting/common-error-codes/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-rate-limited.js



/* harmony default export */ const cloudflare_rate_limited = (defineCause({
    id: 'cloudflare-rate-limited',
    title: 'Cloudflare rate-limited this check',
    brief: 'rate-limits this runner',
    hop: 'Cloudflare',
    owner: 'cloudflare-settings',
    meaning: [
        "Cloudflare returns 429 with code 1015. A rate limiting rule of the zone counts this runner's address, which other clients may share. Real visitors may be unaffected, so the verdict is inconclusive.",
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a rate limit at the origin' },
            distinguishedBy: 'A 429 that is not on a Cloudflare page comes from the origin.',
        },
    ],
    needs: ['edge'],
    rule(moment) {
        if (!(0,facts_edge/* hasZoneError */.tE)(moment, 1015))
            return;
        return {
            outcome: 'inconclusive',
            confidence: 'certain',
            because: 'Cloudflare returns code 1015, its code for rate limiting.',
            clues: cluesOf(moment),
        };
    },
    remedy: () => ({
        summary: 'Send fewer requests, or exempt this check from the rule.',
        steps: [
            step('Raise `interval`', ', and check that no other job requests the same site at the same time.'),
            step('Exempt this check in the rate limiting rule.', ' Send a secret header with every request (`headers`), and exclude requests with that header under Security → Security rules (formerly Security → WAF).'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1015/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-tunnel-down.js



/* harmony default export */ const cloudflare_tunnel_down = (defineCause({
    id: 'cloudflare-tunnel-down',
    title: 'the Cloudflare Tunnel is down',
    brief: 'not connected',
    hop: 'tunnel',
    owner: 'origin',
    meaning: [
        'The name points to a Cloudflare Tunnel, and no `cloudflared` is connected to it, so Cloudflare returns 530 with code 1033. The connector has stopped, was not restarted after the deploy, or cannot reach Cloudflare.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'cloudflare-tunnel-origin-unreachable',
            distinguishedBy: 'It returns a 502 instead, and the log of `cloudflared` says "Unable to reach the origin service".',
        },
    ],
    needs: ['edge'],
    rule(moment) {
        if (!(0,facts_edge/* hasEdgeError */.y)(moment, 1033))
            return;
        return {
            outcome: 'unhealthy',
            confidence: 'certain',
            because: 'Cloudflare returns code 1033, which has no other meaning.',
            clues: cluesOf(moment),
        };
    },
    remedy: () => ({
        summary: 'Start `cloudflared` again where the origin runs.',
        steps: [
            step('Restart `cloudflared`', ': `systemctl restart cloudflared`. It should log four registered connections within seconds.'),
            step('Check its status and log', ': `systemctl status cloudflared` or `docker ps`, then `journalctl -u cloudflared --since -15min`.'),
            step('Allow outgoing connections to Cloudflare', ' on port 7844, TCP and UDP, if it cannot connect.'),
            step('Compare the tunnel IDs.', ' The tunnel that the name points to must be the one that the connector runs: Zero Trust → Networks → Connectors (formerly Tunnels).'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/troubleshoot-tunnels/common-errors/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-tunnel-origin-unreachable.js




/** cloudflared returns a bare 502 when it cannot reach the service, and Cloudflare shows its branded page. */
/* harmony default export */ const cloudflare_tunnel_origin_unreachable = (defineCause({
    id: 'cloudflare-tunnel-origin-unreachable',
    title: 'the tunnel is up but cannot reach the service behind it',
    brief: 'cannot reach the service',
    hop: 'tunnel',
    owner: 'origin',
    meaning: [
        'The record of the host points to a Cloudflare Tunnel. A connector is online, otherwise Cloudflare would return 1033. The connector returns 502: the service behind it is stopped, listens elsewhere, uses another protocol, or presents a certificate that `cloudflared` does not accept.',
        'From outside, the page is the same as for any origin that returns 502. Only the DNS record distinguishes them, so this cause requires `cloudflare-api-token`. A service that returns 502 itself looks the same, so this cause is never certain.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'origin-app-down',
            distinguishedBy: 'Check the log of `cloudflared`. It has an error when the service cannot be reached, and none when the service itself returns 502.',
        },
    ],
    needs: ['edge'],
    rule(moment) {
        if (!usesTunnel(moment) || !(0,facts_edge/* hasEdgeError */.y)(moment, 502) || (0,facts_edge/* cloudflareGatewayError */.U_)(moment))
            return;
        return {
            outcome: 'unhealthy',
            confidence: 'likely',
            because: 'The record points to a tunnel whose connector returns 502, as it does when it cannot reach the service.',
            clues: cluesOf(moment),
        };
    },
    remedy: () => ({
        summary: "Start the service where `cloudflared` expects it, or fix the address in the tunnel's configuration.",
        steps: [
            step('Check the log of `cloudflared`', ': `journalctl -u cloudflared --since -15min`, or `docker logs --since 15m CONTAINER`. The line "Unable to reach the origin service" includes the reason.'),
            step('Start the service', ' if the log says "connection refused", or fix its port: `ss -ltnp`. In a container, `localhost` is the container itself: use the service\'s name.'),
            step('Switch between `http://` and `https://`', ' if the log says "malformed HTTP response": the tunnel and the service use different protocols.'),
            step('Fix the certificate name', ' if the log says "x509": set `originServerName`, or pass the root certificate with `caPool`.'),
            step('Check the service of each host', ' in `config.yml`, or under Zero Trust → Networks → Connectors (formerly Tunnels), the tunnel, Published application routes (formerly Public hostnames). Every replica must be able to reach it.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/troubleshoot-tunnels/common-errors/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-waf-blocked.js





/* harmony default export */ const cloudflare_waf_blocked = (defineCause({
    id: 'cloudflare-waf-blocked',
    title: 'a Cloudflare rule blocked this check',
    brief: 'blocks this runner',
    hop: 'Cloudflare',
    owner: 'cloudflare-settings',
    meaning: [
        'A Cloudflare rule blocked this runner by its network (1005), address (1006 to 1008), country (1009) or signature (1010), or by a firewall rule (1020). Real visitors may be unaffected, so the verdict is inconclusive.',
    ],
    recoversByItself: false,
    lookalikes: [
        {
            what: { other: 'a rule that blocks all visitors' },
            distinguishedBy: 'Open the site from another network, such as a phone without Wi-Fi.',
            isOpen: () => true,
        },
    ],
    needs: ['edge'],
    rule(moment) {
        // An application may pass on a page that it got from another zone.
        if ((0,facts_edge/* relayedByOrigin */.yq)(moment))
            return;
        const page = !(0,visitors/* visitorsServed */.TS)(moment) && (0,response/* blockedBy */.yJ)(moment.edge);
        if (!page && !(0,facts_edge/* hasEdgeError */.y)(moment, 1005, 1006, 1007, 1008, 1009, 1010, 1020))
            return;
        return {
            outcome: 'inconclusive',
            confidence: 'certain',
            because: page
                ? 'The response is the page that Cloudflare shows when a rule blocks a request.'
                : `Cloudflare returns code ${(0,facts_edge/* edgeErrorCode */.Bh)(moment)}, which means that a rule blocked the request.`,
            clues: cluesOf(moment),
        };
    },
    remedy: ({ host }) => ({
        summary: 'Let this check skip the rule.',
        steps: [
            step('Find the rule', ` in the Cloudflare dashboard, under Security → Events: filter by host \`${host}\` and by the Ray ID from the evidence.`),
            step('Add a custom rule with the action Skip', ' before the others: Security → Security rules (formerly Security → WAF). Send a secret header with every request (`headers`), and match that header.'),
            step('Or run the step on a runner with its own address', ', and allow that address.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-worker-failed.js



/** https://developers.cloudflare.com/workers/observability/errors/ */
const FAILURES = {
    1019: 'a Worker called itself too many times',
    1021: 'a Worker requested a host that it is not allowed to request',
    1022: 'a Worker failed',
    1024: 'a Worker requested a Cloudflare host that it is not allowed to request',
    1027: 'the daily request limit is reached',
    1042: 'a Worker requested another Worker of the same zone at its public address',
    1101: 'a Worker threw an exception',
    1102: 'a Worker exceeded its CPU or memory limit',
    1104: 'the route points to a Worker that does not exist',
};
/** The code of the site itself runs at Cloudflare and fails there. The origin may not have been requested at all. */
/* harmony default export */ const cloudflare_worker_failed = (defineCause({
    id: 'cloudflare-worker-failed',
    title: 'the Cloudflare Worker in front of the site fails',
    brief: { observedOr: 'Worker fails' },
    hop: 'Cloudflare',
    owner: 'deploy',
    meaning: [
        'A Cloudflare Worker handles this page and fails. It throws an exception (1101), exceeds its CPU or memory limit (1102), or no longer exists (1104). Or it calls itself (1019), requests a host that it is not allowed to request (1021, 1024, 1042), or has reached its daily request limit (1027).',
        'The status is one that any origin may return: 500, 503 or 429. The code on the page distinguishes them. A direct response from the origin proves nothing about the Worker.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: "an application that passes on the failure of another site's Worker" },
            distinguishedBy: 'The title of the page names another host, and the origin returns the same page when requested directly.',
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const code = (0,facts_edge/* edgeErrorCode */.Bh)(moment) ?? 0;
        const what = FAILURES[code];
        if (what === undefined || !(0,facts_edge/* hasZoneError */.tE)(moment, code))
            return;
        return {
            outcome: 'unhealthy',
            confidence: (0,facts_edge/* certainlyFromCloudflare */.Bm)(moment) ? 'certain' : 'likely',
            because: `Cloudflare returns code ${code}: ${what}.`,
            clues: cluesOf(moment),
        };
    },
    remedy: ({ host }) => ({
        summary: "Check the Worker's log, then fix the Worker or roll it back.",
        steps: [
            step("Check the Worker's log", ' while you reload the page: `npx wrangler tail WORKER`. In the dashboard: Workers & Pages → the Worker → Logs.'),
            step('Roll back to the previous version', ': `npx wrangler rollback`, or Workers & Pages → the Worker → Deployments.'),
            step('With code 1104, fix the route', ` of \`${host}\`, under Workers Routes in the zone. Delete the route, or deploy the Worker.`),
            step('With code 1102, reduce CPU time and memory.', ' Look for loops and large bodies held in memory, or raise `limits.cpu_ms` if the plan allows it.'),
            step('With code 1027, change the plan', ' or set the route to fail open: the daily request limit resets at 00:00 UTC.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/workers/observability/errors/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-zone-misconfigured.js



/** https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/ */
const FAULTS = {
    1001: 'it has no zone for this name, or cannot resolve it',
    1002: 'the record points to an address that no public host can have',
    1003: 'the request was for an address instead of a name',
    1004: 'the settings of this host are not active yet',
    1014: 'the record points to a host of another account, which does not allow it',
    1018: 'it does not know this host, at least not yet',
    1023: 'it does not know this host, at least not yet',
    1034: 'the record points to a Cloudflare address that is not for web traffic',
    1035: 'a rule rewrites the path to an invalid one',
    1036: 'a rule rewrites the request to one that is too long',
    1037: 'the expression of a rewrite rule fails',
    1040: 'a rule changes a header that no rule may change',
    1041: 'a rule sets a header to an invalid value',
};
/* harmony default export */ const cloudflare_zone_misconfigured = (defineCause({
    id: 'cloudflare-zone-misconfigured',
    title: 'Cloudflare is not configured for this host',
    brief: { observedOr: 'not configured for this host' },
    hop: 'Cloudflare',
    owner: 'cloudflare-settings',
    meaning: [
        'The name points to Cloudflare, and Cloudflare returns one of its own codes without requesting an origin. It has no zone for the name (1001), does not know the host yet (1004, 1018, 1023), or may not use the record (1002, 1014, 1034). Or a rule of the zone rewrites the request to something invalid (1035 to 1041).',
        'For a host that was just added, the error clears within minutes. Otherwise, the zone needs a change.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a host that was just added' },
            distinguishedBy: 'The error clears within minutes. A certificate for a new host may take up to a day.',
            isOpen: () => true,
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const code = (0,facts_edge/* edgeErrorCode */.Bh)(moment) ?? 0;
        const what = FAULTS[code];
        if (what === undefined || !(0,facts_edge/* hasZoneError */.tE)(moment, code))
            return;
        return {
            outcome: 'unhealthy',
            confidence: (0,facts_edge/* certainlyFromCloudflare */.Bm)(moment) ? 'certain' : 'likely',
            because: `Cloudflare returns code ${code}: ${what}.`,
            clues: cluesOf(moment),
        };
    },
    remedy: ({ host }) => ({
        summary: 'Configure the host in the zone that should serve it.',
        steps: [
            step('Check the zone and the record', ` in the Cloudflare dashboard: the zone of \`${host}\` must be active, and in the account that you expect. DNS → Records must list the host as proxied (orange).`),
            step('Check the name servers', ': `dig +short NS ZONE` must return the two that the dashboard shows. New ones take 24 to 48 hours to propagate.'),
            step('With code 1014, add a custom hostname.', " The CNAME's target belongs to another account: its owner must add this host under SSL/TLS → Custom Hostnames. Or point the record elsewhere."),
            step('With codes 1035 to 1041, check the rewrite rules', ': Rules → Transform Rules.'),
            step('If the host is new, wait a few minutes', ', and give this step a longer `wait`.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/',
    }),
}));

// EXTERNAL MODULE: ./lib/diagnosis/facts/dns.js
var facts_dns = __webpack_require__(6650);
;// CONCATENATED MODULE: ./lib/diagnosis/clues/dns.js


/** What resolvers and name servers return for the site's name. Contains no addresses but those of resolvers. */
function dnsClues(moment) {
    const own = (0,facts_dns/* runnerView */.mf)(moment);
    const others = Map.groupBy((0,facts_dns/* resolverViews */.VD)(moment), ({ view }) => view);
    const results = [
        ...(own === undefined ? [] : [`the runner's resolver ${VERBS[own].one}`]),
        ...[...others].map(([view, group]) => `${serverList(group)} ${VERBS[view][group.length === 1 ? 'one' : 'many']}`),
    ];
    const zone = (0,facts_dns/* nameServerView */.aM)(moment);
    return [
        ...(results.length === 0 ? [] : [clue(`For ${moment.request.host}, ${results.join('; ')}.`)]),
        ...(zone === undefined ? [] : [clue(`The zone's name servers ${VERBS[zone].many}.`)]),
        ...failureReasons(moment).map(clue),
    ];
}
const clue = (text) => ({ from: 'dns', text });
/** What one resolver does, and what several do. */
const VERBS = {
    cloudflare: { one: 'returns Cloudflare addresses', many: 'return Cloudflare addresses' },
    elsewhere: {
        one: "returns addresses outside Cloudflare's ranges",
        many: "return addresses outside Cloudflare's ranges",
    },
    'no-such-host': {
        one: 'reports that the name does not exist (NXDOMAIN)',
        many: 'report that the name does not exist (NXDOMAIN)',
    },
    'no-address': { one: 'has no address for the name', many: 'have no address for the name' },
    'server-failure': { one: 'fails with SERVFAIL', many: 'fail with SERVFAIL' },
    other: { one: 'does not respond', many: 'do not respond' },
};
/** Why resolvers fail, by their extended errors (RFC 8914). In our words, because theirs contain addresses. */
function failureReasons(moment) {
    const failing = (0,facts_dns/* resolverViews */.VD)(moment).filter(({ view }) => view === 'server-failure');
    if (failing.some(facts_dns/* failsDnssec */.g0)) {
        return ['Without DNSSEC validation, these resolvers do resolve the name: its signatures are invalid.'];
    }
    const texts = failing.flatMap(({ answer }) => nameServerErrors(answer));
    if (texts.some((text) => /\b(REFUSED|NOTAUTH|not authoritative|lame)\b/i.test(text))) {
        return ["The resolvers report that the zone's name servers do not serve the zone."];
    }
    if (texts.some((text) => /time(d )?-?out|unreachable|no reachable/i.test(text))) {
        return ["The resolvers report that the zone's name servers do not respond."];
    }
    return [];
}
/** Network error, no reachable authority, not authoritative (RFC 8914). */
const NAME_SERVER_CODES = new Set([20, 22, 23]);
function nameServerErrors(answer) {
    if (answer.kind === 'resolved')
        return [];
    return answer.errors.filter(({ code }) => NAME_SERVER_CODES.has(code)).map(({ text }) => text);
}
/** How long resolvers may keep returning these cached answers, such as `29 min`; undefined when no answer has a TTL. */
function remainingTtl(cached) {
    const seconds = cached.flatMap(({ ttl }) => ttl ?? []);
    return seconds.length === 0 ? undefined : ttlText(Math.max(...seconds));
}
function ttlText(seconds) {
    return (0,shared_text/* roughDuration */.Um)(seconds * 1000, Math.ceil);
}
/** The resolvers' addresses: `1.1.1.1, 8.8.8.8 and 9.9.9.9`. */
function serverList(resolvers) {
    return (0,shared_text/* list */.p_)(resolvers.map(({ answer }) => answer.server));
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/dns-no-address.js




/* harmony default export */ const dns_no_address = (defineCause({
    id: 'dns-no-address',
    title: 'the name has no address in DNS',
    brief: 'no address',
    hop: 'DNS',
    owner: 'dns',
    meaning: [
        'The name exists in DNS without an address: no A and no AAAA record. The record was deleted while another one, such as a TXT record, remains. Or only names below it exist, or the target of a CNAME lost its address.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'dns-no-such-host',
            distinguishedBy: 'For that cause, `dig NAME` returns NXDOMAIN. For this one, it returns NOERROR and an empty answer.',
        },
        {
            what: { other: 'a name with IPv6 addresses only, queried through a resolver that omits them' },
            distinguishedBy: 'Run `dig AAAA NAME @1.1.1.1`.',
        },
    ],
    needs: ['dns'],
    rule(moment) {
        const others = (0,facts_dns/* resolverViews */.VD)(moment);
        // Old and new answers together are another cause.
        if ((0,facts_dns/* runnerView */.mf)(moment) !== 'no-address' || (0,facts_dns/* otherServersHaveAddress */.Vx)(moment))
            return;
        const sure = others.some(({ view }) => view === 'no-address');
        const because = sure
            ? "The runner's resolver and others know the name but have no address for it."
            : "The runner's resolver knows the name but has no address for it. No other resolver replied.";
        return {
            outcome: 'unhealthy',
            confidence: sure ? 'certain' : 'likely',
            because,
            clues: cluesOf(moment, ...dnsClues(moment)),
        };
    },
    remedy: ({ host }) => ({
        summary: 'Restore the A or AAAA record.',
        steps: [
            step('Create the A, AAAA or CNAME record', ' for the name in the Cloudflare dashboard, under DNS → Records, proxied (orange). The audit log under Manage Account shows who deleted it.'),
            step('Check which records remain', `: \`dig ${host} A\`, \`dig ${host} AAAA\`, \`dig ${host} CNAME\`.`),
            step('Check the target of a CNAME', ' with `dig` too. If the target has no address, neither does the name.'),
            step('Check again after 30 minutes.', ' Resolvers cache "no address" for as long as the zone\'s SOA record says: 30 minutes at Cloudflare.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/dns/manage-dns-records/how-to/create-dns-records/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/dns-no-such-host.js




/* harmony default export */ const dns_no_such_host = (defineCause({
    id: 'dns-no-such-host',
    title: 'the name does not exist in DNS',
    brief: 'no such name',
    hop: 'DNS',
    owner: 'dns',
    meaning: [
        'DNS reports that the name does not exist (NXDOMAIN). The record was never created or was deleted, the domain has expired, or the zone is not delegated to the name servers that have the record.',
        'A new record may take a few minutes to appear everywhere. A new delegation takes 24 to 48 hours.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a resolver that still caches an old NXDOMAIN' },
            distinguishedBy: "Query another resolver: `dig @1.1.1.1 NAME`. The old answer is cached for as long as the zone's SOA record says.",
        },
        {
            what: { other: 'a misspelled name in the workflow' },
            distinguishedBy: 'Check the spelling of the `url` input.',
            isOpen: () => true,
        },
    ],
    needs: ['dns'],
    rule(moment) {
        const others = (0,facts_dns/* resolverViews */.VD)(moment);
        // Old and new answers together are another cause.
        if (others.some(facts_dns/* hasAddress */.hs))
            return;
        const agree = others.filter(({ view }) => view === 'no-such-host');
        const own = (0,facts_dns/* runnerView */.mf)(moment);
        const clues = cluesOf(moment, ...dnsClues(moment));
        if (own === 'no-such-host') {
            if ((0,facts_dns/* otherServersHaveAddress */.Vx)(moment))
                return;
            const sure = agree.length > 0;
            const because = sure
                ? "The runner's resolver and others report that the name does not exist."
                : "The runner's resolver reports that the name does not exist. No other resolver replied.";
            return { outcome: 'unhealthy', confidence: sure ? 'certain' : 'likely', because, clues };
        }
        if ((own !== 'server-failure' && own !== 'other') || agree.length < 2)
            return;
        const because = "Public resolvers report that the name does not exist, and the runner's own resolver cannot find it either.";
        return { outcome: 'unhealthy', confidence: 'likely', because, clues };
    },
    remedy: ({ host }) => ({
        summary: 'Create the record, or fix the delegation.',
        steps: [
            step('Check the record', ' in the Cloudflare dashboard, under DNS → Records: the name needs an A, AAAA or CNAME record, proxied (orange).'),
            step('Check the domain at the registrar', ': it must not have expired, and its name servers must be the two that Cloudflare shows.'),
            step('Trace the name', `: \`dig @1.1.1.1 ${host}\`, then \`dig +trace ${host}\`, which shows where the lookup ends.`),
            step('Raise `wait` by a few minutes', " if the deploy just created the record. Resolvers cache NXDOMAIN for as long as the zone's SOA record says: 30 minutes at Cloudflare. A new delegation takes 24 to 48 hours."),
            step('Purge public resolvers', ': https://one.one.one.one/purge-cache/ and https://dns.google/cache drop the old answer immediately.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/dns/zone-setups/troubleshooting/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/dns-not-proxied.js







/** A record that bypasses Cloudflare exposes the origin's address. By itself it breaks nothing. */
/* harmony default export */ const dns_not_proxied = (defineCause({
    id: 'dns-not-proxied',
    title: 'the name does not point to Cloudflare',
    brief: 'bypasses Cloudflare',
    hop: 'DNS',
    owner: 'dns',
    meaning: [
        "The name resolves to addresses outside Cloudflare's ranges, and the responses from there do not look like Cloudflare's. The record is DNS-only (gray), the zone is paused, or the domain is not delegated to Cloudflare.",
        "If the site responds, this is a warning: visitors are served, but without Cloudflare's protection, and the origin's address is in public DNS. If the site fails while the origin works, the name points to the wrong place. If a server responds there while the given origin does not, the verdict is inconclusive: the check cannot determine whether the two are the same.",
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a zone with its own address ranges' },
            distinguishedBy: 'If the response has `cf-ray`, or `/cdn-cgi/trace` returns a page, the site is behind Cloudflare, whatever the address.',
        },
    ],
    needs: ['edge', 'dns'],
    rule(moment) {
        // If other resolvers point to Cloudflare, the runner's resolver has an old answer.
        if ((0,facts_edge/* isProxied */.S7)(moment) !== false || (0,facts_dns/* othersPointToCloudflare */.uf)(moment))
            return;
        const clues = (0,facts_dns/* resolverViews */.VD)(moment).length > 0
            ? dnsClues(moment)
            : [
                {
                    from: 'dns',
                    text: `${moment.request.host} resolves to addresses outside Cloudflare's ranges.`,
                },
            ];
        if ((0,visitors/* visitorsServed */.TS)(moment) && moment.origin !== undefined && !(0,facts_origin/* originHealthy */.Et)(moment)) {
            return {
                outcome: 'inconclusive',
                confidence: 'likely',
                because: 'The name points to a server outside Cloudflare that responds, but the given origin does not. The check cannot determine whether the two are the same.',
                clues: cluesOf(moment, ...clues),
            };
        }
        if ((0,visitors/* visitorsServed */.TS)(moment)) {
            return {
                outcome: 'warning',
                confidence: 'certain',
                because: "The name does not point to Cloudflare. Visitors are served without its protection, and the origin's address is public.",
                clues: cluesOf(moment, ...clues),
            };
        }
        return {
            outcome: 'unhealthy',
            confidence: (0,facts_origin/* originHealthy */.Et)(moment) ? 'likely' : 'possible',
            because: (0,facts_origin/* originHealthy */.Et)(moment)
                ? 'The origin responds normally when requested directly, but the name points neither to it nor to Cloudflare.'
                : 'The name points to a server outside Cloudflare that fails.',
            clues: cluesOf(moment, ...clues),
        };
    },
    remedy: ({ host }) => ({
        summary: 'Turn on the proxy, and check where the record points.',
        steps: [
            step('Set the record to Proxied (orange)', " in the Cloudflare dashboard, under DNS → Records. Meanwhile the site has no protection, and the origin's address is public."),
            step('Check where the name points', `: \`dig +short ${host}\`. Most of Cloudflare's addresses begin with 104.16 to 104.31, 172.64 to 172.71 or 2606:4700. Full list: https://www.cloudflare.com/ips/`),
            step('Check whether the zone is paused', ' (Overview → Advanced actions) or the registrar has other name servers, if all records are orange.'),
            step('Check again when the old TTL has expired', ', usually after five minutes.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/dns/proxy-status/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/dns-origin-mismatch.js



/** Visitors get another origin than the one that was deployed to. */
/* harmony default export */ const dns_origin_mismatch = (defineCause({
    id: 'dns-origin-mismatch',
    title: "Cloudflare's DNS record does not point to the origin",
    brief: 'points to another host',
    hop: 'DNS',
    owner: 'dns',
    meaning: [
        "The token allowed the check to read the host's record in Cloudflare, and it does not point to the origin given in the workflow. Visitors get what another machine serves: usually an old host, which may still serve the content from before the deploy. Don't promote on that, even if both respond.",
        'A load balancer, an Origin Rule or a Worker may send requests somewhere other than where the record points. The check then does not name this cause. The same applies when the two cannot be compared: a private address, or IPv4 versus IPv6.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'an origin with several addresses: the workflow has one, and Cloudflare another' },
            distinguishedBy: "Check whether both belong to the same machine. If they do, set `origin` to the record's address.",
            isOpen: () => true,
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const { zone, dialedOrigin } = moment;
        if (zone?.record === undefined || dialedOrigin === undefined || !recordPointsElsewhere(moment))
            return;
        const { kind, pointsToOrigins } = zone.record;
        const clues = cluesOf(moment);
        if (pointsToOrigins.includes(true)) {
            const because = `The record points to one of the other origins, not to origin ${dialedOrigin.position} of ${dialedOrigin.of}.`;
            return { outcome: 'warning', confidence: 'likely', because, clues };
        }
        // A name may resolve to other addresses elsewhere than on this runner.
        const named = kind !== 'address' || moment.origin?.timings.resolve !== undefined;
        const confidence = !named && rulesKnown(moment) ? 'certain' : 'likely';
        const because = "Cloudflare's API shows that the record does not point to the given origin.";
        return { outcome: 'unhealthy', confidence, because, clues };
    },
    remedy: () => ({
        summary: 'Point the record to the new origin, or set `origin` to the right address.',
        steps: [
            step('Compare the record with the origin', ' in the Cloudflare dashboard, under DNS → Records: the A, AAAA or CNAME record for the name. Manage Account → Audit Log shows who changed it.'),
            step("Set the record to the new origin's address", ' if the site has moved. Cloudflare uses it within seconds: a proxied record needs no propagation.'),
            step('Check for a stale AAAA record', ' too, and change or delete it.'),
            step('Correct `origin` in the workflow', ' if the record is right.'),
            step('Keep the old host running', ' until it no longer receives traffic.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/dns/manage-dns-records/how-to/create-dns-records/',
    }),
}));
/** The check read the rules and Workers that could send requests elsewhere. */
function rulesKnown({ zone }) {
    return zone?.rules !== undefined && zone.worker !== undefined;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/dns-origin-unresolvable.js






/* harmony default export */ const dns_origin_unresolvable = (defineCause({
    id: 'dns-origin-unresolvable',
    title: "the origin's name does not resolve",
    brief: "origin's name does not resolve",
    hop: 'DNS',
    owner: 'dns',
    meaning: [
        "The site's record in Cloudflare is a CNAME, or a load balancer pool, whose target has no address, so Cloudflare returns 530 with code 1016. The target was deleted, renamed or misspelled.",
        'When visitors are served and only this runner cannot resolve the name in `origin`, it is a warning: the origin was not checked.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'cloudflare-no-healthy-pool',
            distinguishedBy: 'Check the status of the pools under Load Balancing in the dashboard. Visitors get the same page.',
        },
    ],
    needs: ['edge'],
    rule(moment) {
        // Without a healthy load balancer pool the page is the same. A token can read that.
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 1016) && !hasNoHealthyPool(moment)) {
            const because = 'Cloudflare returns code 1016: it finds no address for the origin.';
            // A host with a CNAME record has no load balancer.
            const confidence = moment.zone?.record?.kind === 'name' ? 'certain' : 'likely';
            return { outcome: 'unhealthy', confidence, because, clues: cluesOf(moment) };
        }
        if (!(0,visitors/* visitorsServed */.TS)(moment) || !(0,facts_exchange/* failedAt */.JG)(moment.origin, 'resolve'))
            return;
        const because = 'This runner cannot resolve the name in `origin`, so the origin was not checked.';
        if ((0,visitors/* servedFromOrigin */.iv)(moment))
            return { outcome: 'warning', confidence: 'certain', because, clues: cluesOf(moment) };
        const unseen = `Visitors get a cached copy. ${because}`;
        return { outcome: 'inconclusive', confidence: 'likely', because: unseen, clues: cluesOf(moment) };
    },
    remedy: () => ({
        summary: 'Give the record, and the `origin` input, a target that resolves.',
        steps: [
            step('Check the target of the CNAME record', ' in the Cloudflare dashboard, under DNS → Records: `dig +short TARGET`. No output means that it has no address.'),
            step('Fix the target where it is hosted', ', or point the record to the new name.'),
            step('Set `origin` to an address', ' if the name exists only inside your network, or run the step on a runner there.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1016/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/dns-points-to-cloudflare.js





/* harmony default export */ const dns_points_to_cloudflare = (defineCause({
    id: 'dns-points-to-cloudflare',
    title: "the origin's address is a Cloudflare address",
    brief: 'points back to Cloudflare',
    hop: 'DNS',
    owner: 'dns',
    meaning: [
        'Cloudflare looks for the origin and finds itself, so it returns 403 with code 1000, "DNS points to prohibited IP". The record holds a Cloudflare address, usually copied from the output of `dig` for a site that is already proxied. Or the origin is a reverse proxy that points back to Cloudflare.',
        'If the `origin` input points to Cloudflare, the direct request reaches Cloudflare too. While visitors are served, that is a note: the origin itself was not checked.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a reverse proxy at the origin that sends its requests to a proxied name' },
            distinguishedBy: "The record points to your own host, and the origin's log shows the request. Check its upstream: `proxy_pass`, `ProxyPass`, `reverse_proxy`.",
        },
        {
            what: {
                other: 'a request with an `X-Forwarded-For` longer than 100 characters, or with `CF-Connecting-IP`',
            },
            distinguishedBy: 'Only this check gets the error. See the `headers` input.',
        },
        {
            what: { other: 'a SaaS provider behind Cloudflare that does not know this host name yet' },
            distinguishedBy: "Check the provider's page on custom domains: the name must be registered there first.",
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const originToo = (0,response/* throughCloudflare */.TV)(moment.origin);
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 1000)) {
            const because = originToo
                ? 'Cloudflare returns code 1000, and the direct request to the given origin reaches Cloudflare too.'
                : 'Cloudflare returns code 1000: the record points back to Cloudflare.';
            return {
                outcome: 'unhealthy',
                confidence: originToo ? 'certain' : 'likely',
                because,
                clues: cluesOf(moment),
            };
        }
        if (!(0,visitors/* visitorsServed */.TS)(moment) || !originToo || !(0,response/* throughCloudflare */.TV)(moment.edge))
            return;
        const because = 'The direct request to the given origin reached Cloudflare too, so the origin itself was not checked.';
        return { outcome: 'note', confidence: 'likely', because, clues: cluesOf(moment) };
    },
    remedy: () => ({
        summary: "Point the record to the origin's own address.",
        steps: [
            step("Set the record to the origin's own address", ' in the Cloudflare dashboard, under DNS → Records. Check both the A and the AAAA record. Cloudflare uses a changed record within seconds.'),
            step('Find that address on the origin itself', ": `curl -4 https://ifconfig.co`, or the provider's console. Don't use `dig`: it shows Cloudflare while the record is proxied."),
            step('Check the upstream of a reverse proxy.', ' A proxied name points back to Cloudflare: use an address, or a name that is DNS-only (gray).'),
            step('Register the host name with the provider', ' if the record is a CNAME to a provider behind Cloudflare.'),
            step('Set the `origin` input to the same address.', ''),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1000/',
    }),
}));

// EXTERNAL MODULE: ./lib/shared/ip.js
var ip = __webpack_require__(8492);
;// CONCATENATED MODULE: ./lib/diagnosis/causes/dns-resolvers-disagree.js






/* harmony default export */ const dns_resolvers_disagree = (defineCause({
    id: 'dns-resolvers-disagree',
    title: 'DNS resolvers still return old answers for the name',
    brief: 'resolvers disagree',
    hop: 'DNS',
    owner: 'dns',
    meaning: [
        'Resolvers return different answers for the name: some point to Cloudflare, others elsewhere or nowhere. That is normal for a while after a change to a record or to the name servers. A resolver that has cached the old answer keeps it until its TTL expires.',
        "Which visitors are served depends on their resolver. The check compares the runner's resolver with the public ones in `resolvers` and with the zone's own name servers. It reports which ones are late, and for how long. Different addresses that all belong to Cloudflare are not a disagreement.",
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a network with its own internal zone (split horizon)' },
            distinguishedBy: "Query the runner's resolver for the name. An address that begins with 10, 172.16 to 172.31 or 192.168 is internal.",
        },
        {
            what: { other: 'a resolver that blocks the name' },
            distinguishedBy: '`dig` shows an extended error (EDE) such as "Blocked" or "Filtered".',
        },
    ],
    needs: ['dns'],
    rule(moment) {
        const own = (0,facts_dns/* runnerView */.mf)(moment);
        const others = (0,facts_dns/* resolverViews */.VD)(moment);
        if (own === 'no-such-host' || own === 'no-address') {
            return (0,facts_dns/* otherServersHaveAddress */.Vx)(moment) ? runnerIsLate(moment, others.some(facts_dns/* hasAddress */.hs)) : undefined;
        }
        if (own === 'elsewhere' && others.some(({ view }) => view === 'cloudflare')) {
            // Behind a proxy that blocks the check, no failure was observed.
            return moment.edge === undefined ? undefined : runnerIsElsewhere(moment);
        }
        if (own !== 'cloudflare' && own !== 'elsewhere')
            return;
        const late = others.filter((resolver) => (0,facts_dns/* hasNoRecord */.n$)(resolver) || (own === 'cloudflare' && resolver.view === 'elsewhere'));
        return late.length === 0 ? undefined : othersAreLate(moment, late, others.length);
    },
    remedy: ({ host }) => ({
        summary: 'Wait until the old answers have expired, and keep the host they point to running until then.',
        steps: [
            step('Keep the old host running', " until the old record's TTL has expired. After a change of name servers, that takes 24 to 48 hours."),
            step('Compare the answers and their remaining TTLs', `: \`dig @1.1.1.1 ${host}\`, the same with \`@8.8.8.8\` and \`@9.9.9.9\`, and \`dig +trace ${host}\` for the name servers' own answer.`),
            step('Check that the change was made', ' if the name servers still return the old answer. Check the record under DNS → Records, and the name servers at the registrar.'),
            step('Purge public resolvers', ': https://one.one.one.one/purge-cache/ and https://dns.google/cache drop the old answer immediately. On your own runner: `resolvectl flush-caches`.'),
            step('Lower the TTL to 60 seconds', ' a day before the next move.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/dns/zone-setups/troubleshooting/',
    }),
}));
/** The runner's resolver does not know a name that others know. */
function runnerIsLate(moment, othersKnow) {
    const who = othersKnow
        ? "The runner's resolver does not know the name, while others do"
        : "No resolver knows the name yet, but the zone's own name servers do";
    const because = `${who}.${forMore(moment)}`;
    return { outcome: 'unhealthy', confidence: 'likely', because, clues: clues(moment) };
}
/** The runner's resolver points past Cloudflare, others to it: visitors may get something else than the runner. */
function runnerIsElsewhere(moment) {
    const addresses = moment.dns?.kind === 'resolved' ? moment.dns.addresses : [];
    if (addresses.every(({ address }) => (0,ip/* isPrivate */.Gw)(address))) {
        const because = "The runner's resolver points into a private network, while public resolvers point to Cloudflare. What visitors get was not checked.";
        return { outcome: 'inconclusive', confidence: 'likely', because, clues: clues(moment) };
    }
    if ((0,visitors/* visitorsServed */.TS)(moment)) {
        const because = `The runner's resolver points to a server outside Cloudflare that responds. Others point to Cloudflare, which was not checked.${forMore(moment)}`;
        return { outcome: 'inconclusive', confidence: 'likely', because, clues: clues(moment) };
    }
    const because = `The runner's resolver points to a failing server outside Cloudflare, while others point to Cloudflare.${forMore(moment)}`;
    return { outcome: 'unhealthy', confidence: 'likely', because, clues: clues(moment) };
}
/** The runner gets the current answer; visitors who use these resolvers do not. */
function othersAreLate(moment, late, of) {
    const left = remainingTtl(late.map(({ answer }) => answer));
    const still = left === undefined ? '' : ` This may last up to ${left}.`;
    const zone = (0,facts_dns/* nameServerView */.aM)(moment);
    const who = zone !== undefined && late.every(({ view }) => view === zone)
        ? " The zone's name servers do the same."
        : '';
    const one = late.length === 1;
    const answer = late.every(facts_dns/* hasNoRecord */.n$)
        ? `${one ? 'has' : 'have'} no record of the name`
        : `${one ? 'points' : 'point'} elsewhere`;
    const because = `${serverList(late)} ${answer}, unlike the runner's resolver.${who}${still}`;
    // A single resolver may have its own reason. If visitors are not served, another cause explains that.
    const several = late.length > 1 || late.length === of;
    const outcome = several && (0,visitors/* visitorsServed */.TS)(moment) ? 'unhealthy' : 'warning';
    return { outcome, confidence: 'likely', because, clues: clues(moment) };
}
function clues(moment) {
    return cluesOf(moment, ...dnsClues(moment));
}
function forMore({ ownResolver = [] }) {
    const left = remainingTtl(ownResolver);
    return left === undefined ? '' : ` This may last up to ${left}.`;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/dns-server-failure.js






/* harmony default export */ const dns_server_failure = (defineCause({
    id: 'dns-server-failure',
    title: 'DNS lookups for the name fail',
    brief: 'cannot be resolved',
    hop: 'DNS',
    owner: 'dns',
    meaning: [
        "Resolvers reply SERVFAIL: they could not resolve the name. Either the delegated name servers do not reply or do not have the zone, or the zone's signatures are invalid (DNSSEC). A resolver that validates then rejects the answer, and one that does not validate still serves it.",
        'The check distinguishes the two with a second query that disables validation. If a resolver then knows the name, its signatures are the reason.',
        'Signatures usually break during a move: the DS record at the registrar still names the key of the old name servers.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a broken resolver on the runner' },
            distinguishedBy: 'Query another resolver: `dig @1.1.1.1 NAME`. If it resolves, visitors are not affected.',
        },
        {
            what: 'runner-offline',
            distinguishedBy: 'Check whether this runner can reach anything: the origin, another resolver, 1.1.1.1.',
        },
    ],
    needs: ['dns'],
    rule(moment) {
        const own = (0,facts_dns/* runnerView */.mf)(moment);
        const clues = cluesOf(moment, ...dnsClues(moment));
        if (own === 'server-failure' || own === 'other')
            return unresolvedHere(moment, clues);
        const others = (0,facts_dns/* resolverViews */.VD)(moment);
        const failing = others.filter(({ view }) => view === 'server-failure');
        if (failing.length < 2)
            return;
        const signed = failing.some(facts_dns/* failsDnssec */.g0);
        if (failing.length < others.length) {
            const because = `Some public resolvers cannot resolve the name, and others can.${signed ? ' Its signatures are not valid everywhere.' : ''}`;
            return { outcome: 'warning', confidence: 'likely', because, clues };
        }
        if (!(0,visitors/* visitorsServed */.TS)(moment))
            return;
        const because = signed
            ? "Every resolver that validates signatures rejects the name. Only this runner's resolver does not validate."
            : "No public resolver can resolve the name. Only this runner's resolver still can.";
        return { outcome: 'unhealthy', confidence: signed ? 'certain' : 'likely', because, clues };
    },
    remedy: ({ host }) => ({
        summary: 'Fix the delegation or the DNSSEC signatures at the registrar.',
        steps: [
            step('Check whether DNSSEC is the problem', `: \`dig @1.1.1.1 ${host}\`, then \`dig @1.1.1.1 +cd ${host}\`. If only the second one resolves, it is. https://dnsviz.net/ shows where.`),
            step('DNSSEC: compare the DS record', " at the registrar with the one under DNS → Settings → DNSSEC in the Cloudflare dashboard. Replace it, or delete it if the zone is not signed. The name resolves again when the old DS record's TTL has expired, usually within an hour to a day."),
            step('Delegation: trace the name', `: \`dig +trace ${host}\` shows where the lookup ends. At the registrar, set exactly the two name servers that the zone's overview page shows.`),
            step('Add the zone again', ' if the registrar has those name servers but they refuse the query. The zone was removed from the account or moved to another. Then set its new name servers.'),
            step('Wait for propagation.', ' A change of name servers takes 24 to 48 hours. A resolver caches a failure for only a few minutes.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/dns/dnssec/troubleshooting/',
    }),
}));
/** The runner's own resolver fails. The replies of others show whose problem that is. */
function unresolvedHere(moment, clues) {
    const others = (0,facts_dns/* resolverViews */.VD)(moment);
    const failing = others.filter(({ view }) => view === 'server-failure');
    if (others.some(facts_dns/* hasAddress */.hs)) {
        const because = "The runner's resolver fails, while others resolve the name. Visitors may be served, but the check could not see what they see.";
        return { outcome: 'inconclusive', confidence: 'likely', because, clues };
    }
    if (failing.length > 0) {
        const two = failing.length > 1 || (0,facts_dns/* runnerView */.mf)(moment) === 'server-failure';
        const confidence = two ? 'certain' : 'likely';
        const because = failing.some(facts_dns/* failsDnssec */.g0)
            ? "Resolvers reject the name, and resolve it when they don't check its signatures."
            : "Neither the runner's resolver nor any other can resolve the name.";
        return { outcome: 'unhealthy', confidence, because, clues };
    }
    // Others report that the name does not exist: that is another cause.
    if (others.length > 0 || !(0,facts_exchange/* runnerIsOnline */.Eh)(moment))
        return;
    if ((0,facts_dns/* runnerView */.mf)(moment) === 'other') {
        const because = "The runner's resolver does not reply, although the runner is online. No other resolver replied.";
        return { outcome: 'inconclusive', confidence: 'likely', because, clues };
    }
    const because = "The runner's resolver cannot resolve the name, and the runner is online.";
    return { outcome: 'unhealthy', confidence: 'likely', because, clues };
}

// EXTERNAL MODULE: ./lib/diagnosis/facts/content.js
var content = __webpack_require__(5364);
;// CONCATENATED MODULE: ./lib/diagnosis/causes/edge-stale.js








/* harmony default export */ const edge_stale = (defineCause({
    id: 'edge-stale',
    title: 'visitors still get the old content',
    brief: 'serves old content',
    hop: 'Cloudflare',
    owner: 'cloudflare-settings',
    meaning: [
        "The origin has the expected content, but what visitors get through Cloudflare does not. Usually it is a copy in Cloudflare's cache from before the deploy. It also happens when Cloudflare uses a different origin, or when a Worker responds.",
        'When the response came from the cache, the check sends one more request with a query string that no copy has. That distinguishes a cache from another origin.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a record or a rule in Cloudflare that points to another origin' },
            distinguishedBy: 'If the response has `cf-cache-status: DYNAMIC`, `MISS` or `BYPASS`, no cache is involved.',
            isOpen: ({ edge }) => !(0,response/* fromCache */.ZY)(edge),
        },
        {
            what: { other: 'content that Cloudflare changes in transit' },
            distinguishedBy: 'Cloudflare replaces `Server` and other headers, obscures email addresses (Scrape Shield) and rewrites scripts (Rocket Loader). Expect something that it leaves unchanged.',
        },
    ],
    needs: ['edge'],
    rule(moment) {
        if (!(0,visitors/* visitorsServed */.TS)(moment) || !(0,content/* lacksContent */.Ue)(moment, moment.edge))
            return;
        const { edge, origin, uncached } = moment;
        const clues = cluesOf(moment);
        const atOrigin = (0,content/* meetsExpectations */.A7)(moment, origin);
        if ((0,facts_origin/* originHealthy */.Et)(moment) && !atOrigin)
            return;
        const copy = (0,response/* fromCache */.ZY)(edge);
        const past = (0,facts_exchange/* isGoodResponse */.nm)(moment, uncached) && (0,response/* throughCloudflare */.TV)(uncached) && !(0,response/* fromCache */.ZY)(uncached);
        if (copy && past && (0,content/* meetsExpectations */.A7)(moment, uncached)) {
            const because = "Visitors get a copy from Cloudflare's cache that lacks the expected content. When the cache is bypassed, the content is there.";
            return { outcome: 'unhealthy', confidence: 'certain', because, clues, form: 'cache' };
        }
        if (!atOrigin) {
            if (!copy || past)
                return;
            const because = "Visitors get a copy from Cloudflare's cache that lacks the expected content. What is behind the cache could not be checked.";
            return { outcome: 'unhealthy', confidence: 'likely', because, clues, form: 'cache' };
        }
        const stale = 'The origin has the expected content, but what visitors get does not.';
        const because = copy && !past
            ? `${stale} It is a copy from Cloudflare's cache.`
            : `${stale} ${copy ? "Bypassing Cloudflare's cache does not help" : 'It is not a cached copy'}, so Cloudflare seems to use a different origin.`;
        const form = copy && !past ? 'cache' : 'elsewhere';
        // Cloudflare may have used one of the other origins.
        const confidence = !copy && (moment.dialedOrigin?.of ?? 1) > 1 ? 'possible' : 'likely';
        return { outcome: 'unhealthy', confidence, because, clues, form };
    },
    remedy: ({ host, form }) => ({
        summary: form === 'elsewhere'
            ? 'Check which origin Cloudflare uses.'
            : "Purge what has changed from Cloudflare's cache, after this and every deploy.",
        steps: form === 'elsewhere' ? fixOrigin(host) : purgeCache(host),
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/cache/how-to/purge-cache/',
    }),
}));
function fixOrigin(host) {
    return [
        COMPARE_RECORDS,
        step('Check whether a rule points elsewhere', ': Rules → Origin Rules, Workers Routes, Load Balancing.'),
        step('Check for a cache behind Cloudflare', `: \`curl -sI 'https://${host}/'\`, and look for the headers \`Age\`, \`X-Cache\` and \`Via\`.`),
    ];
}
function purgeCache(host) {
    return [
        step('Purge the cache now', ': Caching → Configuration → Purge Cache in the dashboard, by URL. Or in the deploy: `curl -X POST https://api.cloudflare.com/client/v4/zones/ZONE_ID/purge_cache -H "Authorization: Bearer $TOKEN" --json \'{"files":["URL"]}\'`.'),
        step('Check the result', `: \`curl -sI 'https://${host}/' | grep -i cf-cache-status\` should return \`MISS\`, and then \`HIT\`.`),
        step('Exclude pages that change with each deploy', ': send `Cache-Control: no-cache` from the origin, or remove them from the Cache Rule. Files with a hash in their name can stay cached.'),
        step('Check whether the origin itself has a cache', ' if the old content comes back.'),
    ];
}

;// CONCATENATED MODULE: ./lib/diagnosis/rules/fails-directly.js


/** Why visitors may still be served while the origin fails. Follows another sentence. */
const SERVED_ELSEWHERE = ' Visitors may be getting a cached copy, or a response from another origin.';
function whileServed(moment) {
    return (0,visitors/* visitorsServed */.TS)(moment) ? SERVED_ELSEWHERE : '';
}
/**
 * The match for a direct response that is itself a failure.
 *
 * @param does completes "When requested directly, the origin …"
 * @param agreed a sentence on how visitors see the same failure; undefined when they don't
 * @param sure the confidence when both agree
 */
function directFailure(moment, does, { agreed, sure }) {
    const failure = `When requested directly, the origin ${does}.${headerCaveat(moment)}`;
    return {
        outcome: 'unhealthy',
        confidence: agreed === undefined ? 'likely' : sure,
        because: agreed === undefined ? `${failure}${whileServed(moment)}` : `${failure} ${agreed}`,
        clues: cluesOf(moment),
    };
}

// EXTERNAL MODULE: ./lib/diagnosis/facts/generator.js + 1 modules
var facts_generator = __webpack_require__(4756);
;// CONCATENATED MODULE: ./lib/diagnosis/facts/unavailable.js


/** Statuses that mean overload: too many requests, a resource or bandwidth limit, an overloaded site. */
const OVERLOAD_STATUSES = new Set([429, 508, 509, 529]);
/** Seconds. An overloaded server announces a shorter `Retry-After`. */
const MIN_MAINTENANCE_DELAY = 60;
/** Why the server is unavailable, by an unexpected response; undefined when the response gives no such reason. */
function unavailableReason(moment, exchange) {
    if (exchange?.kind !== 'completed' || (0,facts_exchange/* hasExpectedStatus */.n3)(moment, exchange))
        return;
    if (OVERLOAD_STATUSES.has(exchange.head.status))
        return 'overloaded';
    return exchange.head.status === 503 ? reasonOf503(exchange, moment.at) : undefined;
}
function reasonOf503(response, now) {
    if ((0,facts_generator/* lacksBackend */.$m)(response) === 'certain')
        return 'no-backend';
    if ((0,facts_generator/* mentionsOverload */.ik)(response))
        return 'overloaded';
    if ((0,facts_generator/* mentionsFailure */.mE)(response))
        return 'failed';
    if ((0,facts_generator/* mentionsMaintenance */.xS)(response) || announcesReturn(response, now))
        return 'maintenance';
    return (0,facts_generator/* lacksBackend */.$m)(response) === undefined ? 'overloaded' : 'no-backend';
}
/** Its `Retry-After` announces a pause, not just a retry. */
function announcesReturn(response, now) {
    return ((0,facts_generator/* retryAfterSeconds */.C3)(response, now) ?? 0) >= MIN_MAINTENANCE_DELAY;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-app-down.js









/** The origin's web server works and reports that the application behind it does not. */
/* harmony default export */ const origin_app_down = (defineCause({
    id: 'origin-app-down',
    title: "the application behind the origin's web server is down",
    brief: { observedOr: 'application down' },
    hop: 'application',
    owner: 'origin',
    meaning: [
        "The origin's own proxy or load balancer (nginx, HAProxy, Apache, an ALB …) returns 502, or 503 because it has no backend. It gets no valid response from the application behind it. Cloudflare replaces a 502 page with its own, so visitors see Cloudflare's name on the origin's error.",
        'A 502 is not a 503 or a 504. With a 502, the web server could not connect to the application, or got an invalid response. With a 504, it waited too long. With a 503, no worker was free, or the server is configured to reject requests.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'cloudflare-edge-error',
            distinguishedBy: 'Cloudflare\'s own 502 is a bare page with "cloudflare" under a line, and the origin responds normally to a direct request.',
            isOpen: notSeenDirectly,
        },
        {
            what: 'cloudflare-tunnel-origin-unreachable',
            distinguishedBy: 'Check the record under DNS → Records: a tunnel is a CNAME to `cfargotunnel.com`. Then check the log of `cloudflared`.',
            isOpen: notSeenDirectly,
        },
        {
            what: { other: 'a rule of the hosting platform that returns 502 on purpose' },
            distinguishedBy: "Check the platform's firewall log, such as Google Cloud Armor's.",
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const { origin } = moment;
        const direct = appDownIn(moment, origin);
        if (direct !== undefined)
            return shownDirectly(moment, direct);
        const shown = appDownIn(moment, moment.edge);
        if ((0,facts_edge/* isProxied */.S7)(moment) === false && shown !== undefined && !(0,facts_exchange/* isGoodResponse */.nm)(moment, origin)) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'The name resolves directly to a web server, which returns this error itself.',
                clues: cluesOf(moment),
            };
        }
        if (shown !== undefined && (0,facts_generator/* generatorOf */.bm)(shown) !== undefined && origin?.kind !== 'completed') {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: "The origin's own proxy generated the page that visitors get.",
                clues: cluesOf(moment),
            };
        }
        const another = origin?.kind === 'completed' && !(0,facts_origin/* originHealthy */.Et)(moment);
        if (!(0,facts_edge/* hasEdgeError */.y)(moment, 502) || (0,facts_edge/* cloudflareGatewayError */.U_)(moment) || another)
            return;
        const counted = (0,facts_edge/* originShare */.cG)(moment);
        if (usesTunnel(moment) || (counted !== undefined && counted.share < 0.5))
            return;
        if (counted !== undefined) {
            const because = "Cloudflare's own analytics show that the origin returned this 502.";
            return { outcome: 'unhealthy', confidence: 'likely', because, clues: cluesOf(moment) };
        }
        return {
            outcome: 'unhealthy',
            confidence: 'possible',
            because: (0,facts_origin/* originHealthy */.Et)(moment)
                ? 'Cloudflare passes on a 502 that the origin does not return to this runner. It used a different origin, or the failure comes and goes.'
                : 'Cloudflare passes on a 502 that it got from the origin. The direct request did not get that page.',
            clues: cluesOf(moment),
        };
    },
    remedy: ({ port }) => ({
        summary: 'Start the application, or fix the upstream address in the web server.',
        steps: [
            step('Check that the application is running', ' and since when: `systemctl status APP` or `docker ps`. If it was killed, check why: `free -m`, `df -h`, `dmesg | grep -i oom`.'),
            step("Check the web server's error log", ': `tail -n 50 /var/log/nginx/error.log`, or the log of your proxy. "Connection refused" means that the application is down.'),
            step('Compare the ports.', ` The web server on port ${port} must forward requests to the port that the application listens on (\`ss -ltnp\`).`),
            step('Start the new version before stopping the old one', ' if the deploy restarts the application, or raise `wait`.'),
            step('Compare the DNS record with this host', ' if the web server logged no error: Cloudflare then uses a different origin. In its dashboard, check DNS → Records, and whether a tunnel or a load balancer is in use.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-502/',
    }),
}));
/** The response, if it reports that the application behind the server does not respond. */
function appDownIn(moment, exchange) {
    if (exchange === moment.edge && (0,facts_edge/* hasEdgeError */.y)(moment, 502))
        return; // Cloudflare's page hides the origin's
    const gateway = (0,facts_exchange/* unexpectedResponse */.Lf)(moment, exchange, 502);
    if (gateway !== undefined || unavailableReason(moment, exchange) !== 'no-backend')
        return gateway;
    return (0,facts_exchange/* unexpectedResponse */.Lf)(moment, exchange, 503);
}
function shownDirectly(moment, answer) {
    const { status } = answer.head;
    const generator = (0,facts_generator/* generatorOf */.bm)(answer);
    const by = generator === undefined ? '' : ` (${generator.name})`;
    const passedOn = (0,facts_edge/* hasEdgeError */.y)(moment, 502) && !(0,facts_edge/* cloudflareGatewayError */.U_)(moment);
    const both = passedOn || ((0,facts_exchange/* unexpectedResponse */.Lf)(moment, moment.edge, status) !== undefined && !(0,facts_edge/* hasEdgeError */.y)(moment, 502));
    // Some 503 pages have words that may mean something else.
    const unambiguous = status === 502 || (0,facts_generator/* lacksBackend */.$m)(answer) === 'certain';
    return {
        outcome: 'unhealthy',
        confidence: both && unambiguous && generator?.kind === 'proxy' ? 'certain' : 'likely',
        because: `The origin${by} returns ${status} when requested directly.${whileServed(moment)}`,
        clues: cluesOf(moment),
    };
}
/** The origin did not return an error to this runner. */
function notSeenDirectly(moment) {
    return moment.origin?.kind !== 'completed' || (0,facts_origin/* originHealthy */.Et)(moment);
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-app-error.js







/** Cloudflare passes on every 5xx except 502 and 504 unchanged. */
/* harmony default export */ const origin_app_error = (defineCause({
    id: 'origin-app-error',
    title: 'the application returns an error',
    brief: { observedOr: 'application error' },
    hop: 'application',
    owner: 'origin',
    meaning: [
        'The application runs and returns 500, or another 5xx of its own. The reason may be an exception, a missing setting, a migration that has not run, or a service that it cannot reach. Cloudflare passes the page on unchanged.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'cloudflare-worker-failed',
            distinguishedBy: 'A 500 with code 1101, or a 503 with code 1102, on a Cloudflare page. A Worker that catches its own failure can show any page: `npx wrangler tail WORKER`.',
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const direct = applicationErrorIn(moment, moment.origin);
        const shown = (0,facts_edge/* writtenByCloudflare */.Mk)(moment) ? undefined : applicationErrorIn(moment, moment.edge);
        if (direct !== undefined) {
            return {
                outcome: 'unhealthy',
                // A 503 has many reasons. Words about an error are an indication, not proof.
                confidence: shown?.head.status === direct.head.status && direct.head.status !== 503 ? 'certain' : 'likely',
                because: `The origin returns ${direct.head.status} when requested directly.${headerCaveat(moment)}${whileServed(moment)}`,
                clues: cluesOf(moment),
            };
        }
        if (shown === undefined)
            return;
        const got = `Visitors get a ${shown.head.status} that does not come from Cloudflare.`;
        return {
            outcome: 'unhealthy',
            confidence: (0,facts_origin/* originHealthy */.Et)(moment) ? 'possible' : 'likely',
            because: (0,facts_origin/* originHealthy */.Et)(moment)
                ? `${got} The origin responds normally when requested directly: the error comes and goes, or Cloudflare uses a different origin.`
                : got,
            clues: cluesOf(moment),
        };
    },
    remedy: () => ({
        summary: "Check the application's log, which shows the reason, and fix the error or roll back.",
        steps: [
            step("Check the application's log", ' from the time of this check: `journalctl -u APP --since -15min`, or `docker logs --since 15m CONTAINER`.'),
            step('Roll back first', ' if visitors are affected, then investigate.'),
            step('Compare with the last good deploy', ': look for missing settings or secrets, migrations that have not run, and changed dependencies.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-500/',
    }),
}));
/** The response, if it is a 5xx from the application itself: not from a gateway or Cloudflare, and not overload. */
function applicationErrorIn(moment, exchange) {
    if (exchange?.kind !== 'completed' || (0,facts_exchange/* hasExpectedStatus */.n3)(moment, exchange))
        return;
    const { status } = exchange.head;
    if (status < 500 || status === 502 || status === 504)
        return;
    const why = unavailableReason(moment, exchange);
    return why === undefined || why === 'failed' ? exchange : undefined;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-app-timeout.js






/** The origin's web server stopped waiting for the application before Cloudflare did. */
/* harmony default export */ const origin_app_timeout = (defineCause({
    id: 'origin-app-timeout',
    title: "the origin's web server times out waiting for the application",
    brief: { observedOr: 'application too slow' },
    hop: 'application',
    owner: 'origin',
    meaning: [
        "The origin's own proxy or load balancer returns 504: it passed the request on and stopped waiting. nginx waits 60 seconds by default. A 504 is not a 502: the application accepted the request and did not respond in time.",
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'origin-response-timeout',
            distinguishedBy: 'Cloudflare returns 524: no proxy at the origin stopped waiting before Cloudflare did.',
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const { edge, origin } = moment;
        const direct = (0,facts_exchange/* unexpectedResponse */.Lf)(moment, origin, 504);
        if (direct !== undefined) {
            const generator = (0,facts_generator/* generatorOf */.bm)(direct);
            const both = (0,facts_edge/* hasEdgeError */.y)(moment, 504) || (0,facts_exchange/* unexpectedResponse */.Lf)(moment, edge, 504) !== undefined;
            const by = generator === undefined ? '' : ` (${generator.name})`;
            return {
                outcome: 'unhealthy',
                confidence: both && generator?.kind === 'proxy' ? 'certain' : 'likely',
                because: `The origin${by} returns 504 when requested directly.${whileServed(moment)}`,
                clues: cluesOf(moment),
            };
        }
        if ((0,facts_edge/* isProxied */.S7)(moment) === false &&
            (0,facts_exchange/* unexpectedResponse */.Lf)(moment, edge, 504) !== undefined &&
            origin?.kind !== 'completed') {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'The name resolves directly to a web server, which returns this error itself.',
                clues: cluesOf(moment),
            };
        }
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 504) && !(0,facts_edge/* cloudflareGatewayError */.U_)(moment) && origin?.kind !== 'completed') {
            return {
                outcome: 'unhealthy',
                confidence: 'possible',
                because: 'Cloudflare passes on a 504 that it got from the origin. The direct request did not get that page.',
                clues: cluesOf(moment),
            };
        }
        return;
    },
    remedy: () => ({
        summary: 'Find out what the application is waiting for, and raise the limit only if it must take that long.',
        steps: [
            step('Check what the application is waiting for', ': a lock, a slow query, a service that does not respond. Check its log and its workers at the time of this check.'),
            step('Check which upstream timed out', ' at the origin: `tail -n 50 /var/log/nginx/error.log`, or the log of your proxy.'),
            step("Raise the proxy's limit", " (`proxy_read_timeout` in nginx) if the work must take that long, and stay below Cloudflare's 125 seconds."),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-504/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/rules/address-families.js


/**
 * The connection works over one IP version and fails over the other. Clients that try both get through; Cloudflare, and
 * visitors with only the failing one, may not. A runner without IPv6 has no route there, which proves nothing.
 *
 * @param reason how the connection fails
 * @param codes the Cloudflare errors for that failure
 */
function addressFamilyMatch(moment, reason, ...codes) {
    const does = reason === 'refused' ? 'refuses the connection' : 'does not respond';
    const originFamily = failingFamily(moment.recheck?.addressFamilies, reason);
    if (originFamily !== undefined && (0,facts_edge/* hasEdgeError */.y)(moment, ...codes)) {
        const because = `The origin's name has IPv4 and IPv6 addresses, and over ${originFamily} the origin ${does}. Cloudflare may be using that address.`;
        return { outcome: 'unhealthy', confidence: 'likely', because, clues: cluesOf(moment) };
    }
    const siteFamily = failingFamily(moment.addressFamilies, reason);
    if (siteFamily === undefined || (0,facts_edge/* isProxied */.S7)(moment) !== false)
        return;
    const because = `The name has IPv4 and IPv6 addresses, and over ${siteFamily} the host ${does}. Visitors who use that address get a delay or an error.`;
    return { outcome: 'warning', confidence: 'certain', because, clues: cluesOf(moment) };
}
function failingFamily({ v4, v6 } = {}, reason) {
    if (v4?.ok === true && v6?.ok === false && v6.error.reason === reason)
        return 'IPv6';
    return v6?.ok === true && v4?.ok === false && v4.error.reason === reason ? 'IPv4' : undefined;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-connect-timeout.js








/** Cloudflare stops connecting after this many milliseconds and returns 522. */
const CLOUDFLARE_CONNECT_LIMIT = 19_000;
/* harmony default export */ const origin_connect_timeout = (defineCause({
    id: 'origin-connect-timeout',
    title: 'connections to the origin time out',
    brief: { observedOr: 'connection timed out' },
    hop: facts_exchange/* originOrApplication */.q2,
    owner: 'origin',
    meaning: [
        'No one can connect: packets to the origin get no reply. The host is down or overloaded, the address is wrong, or a firewall drops all packets. Cloudflare waits 19 seconds and shows 522.',
        'A timeout looks the same for each of these reasons, so this cause is never certain.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'cloudflare-blocked-by-origin',
            distinguishedBy: "The origin responds to a direct request. If the origin admits only Cloudflare, check the firewall's log for Cloudflare's ranges.",
        },
        {
            what: 'origin-locked-to-cloudflare',
            distinguishedBy: "Open the host's console. If the server is up and healthy there, a firewall drops both this runner's and Cloudflare's packets.",
        },
        {
            what: { other: 'a wrong address in DNS or in the `origin` input' },
            distinguishedBy: "Compare them with the host's own address: `ip -br address` on it, or the provider's console.",
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const droppedUs = (0,facts_exchange/* failedAt */.JG)(moment.origin, 'connect', 'timeout');
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 522) && droppedUs) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'Neither Cloudflare (522) nor this runner can connect.',
                clues: cluesOf(moment),
            };
        }
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 522) && moment.origin?.kind !== 'completed') {
            const alone = moment.origin === undefined
                ? 'The origin was not requested directly.'
                : 'The direct request failed in a different way.';
            return {
                outcome: 'unhealthy',
                confidence: 'possible',
                because: `Cloudflare's connection timed out (522). ${alone}`,
                clues: cluesOf(moment),
            };
        }
        const gaveUpEarly = moment.request.timeout < CLOUDFLARE_CONNECT_LIMIT;
        if (droppedUs && gaveUpEarly && (0,facts_edge/* edgeReachable */.PG)(moment) && (0,facts_exchange/* failedAt */.JG)(moment.edge, 'processing', 'timeout')) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: `This runner cannot connect, and Cloudflare returns nothing within ${(0,facts_exchange/* timeoutText */.bY)(moment)}.`,
                clues: cluesOf(moment),
            };
        }
        if ((0,facts_edge/* isProxied */.S7)(moment) === false &&
            (0,facts_exchange/* failedAt */.JG)(moment.edge, 'connect', 'timeout') &&
            moment.origin?.kind !== 'completed') {
            return {
                outcome: 'unhealthy',
                confidence: 'possible',
                because: 'The name resolves directly to a host that does not reply to this runner.',
                clues: cluesOf(moment),
            };
        }
        if ((0,facts_origin/* anotherOriginResponds */.WE)(moment) && droppedUs) {
            const which = `origin ${moment.dialedOrigin?.position} of ${moment.dialedOrigin?.of}`;
            const because = `This runner cannot connect to ${which}, while another origin responds. Cloudflare may be sending visitors there.`;
            return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) };
        }
        return addressFamilyMatch(moment, 'timeout', 522);
    },
    remedy: (context) => ({
        summary: "Bring the host back online, or let Cloudflare's packets through to it.",
        steps: [
            step('Check that the host is running', " and connected to the network, in the provider's console. Check its CPU and memory."),
            requestDirectly(context),
            ALLOW_CLOUDFLARE,
            COMPARE_RECORDS,
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-522/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/facts/tls-alerts.js
/** TLS alert names by number (RFC 8446, section 6; RFC 5246, section 7.2). */
const ALERTS = {
    0: 'close_notify',
    10: 'unexpected_message',
    20: 'bad_record_mac',
    21: 'decryption_failed',
    22: 'record_overflow',
    30: 'decompression_failure',
    40: 'handshake_failure',
    41: 'no_certificate',
    42: 'bad_certificate',
    43: 'unsupported_certificate',
    44: 'certificate_revoked',
    45: 'certificate_expired',
    46: 'certificate_unknown',
    47: 'illegal_parameter',
    48: 'unknown_ca',
    49: 'access_denied',
    50: 'decode_error',
    51: 'decrypt_error',
    60: 'export_restriction',
    70: 'protocol_version',
    71: 'insufficient_security',
    80: 'internal_error',
    86: 'inappropriate_fallback',
    90: 'user_canceled',
    100: 'no_renegotiation',
    109: 'missing_extension',
    110: 'unsupported_extension',
    111: 'certificate_unobtainable',
    112: 'unrecognized_name',
    113: 'bad_certificate_status_response',
    114: 'bad_certificate_hash_value',
    115: 'unknown_psk_identity',
    116: 'certificate_required',
    120: 'no_application_protocol',
};
/** `handshake_failure (40)`. */
function alertName(alert) {
    const name = ALERTS[alert];
    return name === undefined ? `number ${alert}` : `${name} (${alert})`;
}
/** The alerts with which a server rejects a client certificate, or the lack of one. */
const CLIENT_CERTIFICATE_ALERTS = new Set([
    40, 41, 42, 43, 44, 45, 46, 48, 49, 116,
]);

;// CONCATENATED MODULE: ./lib/diagnosis/facts/tls.js



/** Facts about TLS handshakes, and about ports that use the wrong protocol. */
/** The TLS handshake with the origin failed, other than by a timeout. */
function handshakeFailed({ origin }) {
    return (0,facts_exchange/* failedAt */.JG)(origin, 'tls') && !(0,facts_exchange/* failedAt */.JG)(origin, 'tls', 'timeout');
}
/** The number of the alert with which the origin rejected this runner. */
function tlsAlert({ origin, recheck }) {
    return (origin?.kind === 'failed' ? origin.error.alert : undefined) ?? recheck?.tlsInspection?.alert;
}
/** The origin's HTTPS port uses plain HTTP. */
function plainHttpOnTlsPort(moment) {
    const { dialedOrigin, recheck } = moment;
    if (dialedOrigin?.tls !== true || !handshakeFailed(moment) || tlsAlert(moment) !== undefined)
        return false;
    const protocol = recheck?.tlsInspection?.protocol;
    return protocol === 'http' || (protocol !== 'tls' && isRegularResponse(recheck?.otherScheme));
}
/** A TLS server responds to plain HTTP with 400, 426 or a redirect to HTTPS. Any other response is a regular one. */
function isRegularResponse(exchange) {
    if (exchange?.kind !== 'completed')
        return false;
    const { status } = exchange.head;
    return status !== 400 && status !== 426 && (status < 300 || status >= 400);
}
/** How web servers respond to plain HTTP on a TLS port: nginx; Apache; Go, hence Caddy and Traefik; Tomcat. */
const TLS_REQUIRED = /The plain HTTP request was sent to HTTPS port|speaking plain HTTP to an SSL-enabled server port|Client sent an HTTP request to an HTTPS server|This combination of host and port requires TLS/;
/** The response says that the port requires TLS. Cloudflare's own edge may send the same page to visitors. */
function requestsTls(moment, exchange) {
    const response = (0,facts_exchange/* unexpectedResponse */.Lf)(moment, exchange, 400);
    return response !== undefined && TLS_REQUIRED.test(response.body.text) && !isCloudflarePage(response);
}
/** The origin's plain HTTP port uses TLS. */
function tlsOnPlainPort(moment) {
    const { dialedOrigin, origin, recheck } = moment;
    if (dialedOrigin?.tls !== false)
        return false;
    if (requestsTls(moment, origin))
        return true;
    if (!(0,facts_exchange/* failedAt */.JG)(origin, 'processing', 'closed', 'reset', 'protocol'))
        return false;
    return recheck?.otherScheme?.tls !== undefined || (0,malformed/* startsWithTls */.vd)(origin?.wire);
}
/** nginx and Azure Application Gateway. The first page is for a missing certificate, the second for a rejected one. */
const CLIENT_CERTIFICATE_REQUIRED = /No required SSL certificate was sent|<title>400 The SSL certificate error<\/title>/;
/** The response says that the server requires a client certificate. */
function requestsClientCertificate(moment, exchange) {
    const response = (0,facts_exchange/* unexpectedResponse */.Lf)(moment, exchange, 400);
    return (response !== undefined &&
        CLIENT_CERTIFICATE_REQUIRED.test(response.body.text) &&
        !isCloudflarePage(response));
}
function isCloudflarePage(response) {
    return /<hr><center>cloudflare/.test(response.body.text);
}
/** The origin rejected this runner because it has no client certificate. */
function originRequiresClientCertificate(moment) {
    const { origin, recheck } = moment;
    if (requestsClientCertificate(moment, origin))
        return true;
    if (origin?.kind !== 'failed')
        return false;
    const alert = tlsAlert(moment);
    if (alert === 116)
        return true;
    const inspection = recheck?.tlsInspection;
    if (inspection === undefined || alert === undefined || !CLIENT_CERTIFICATE_ALERTS.has(alert))
        return false;
    // Up to TLS 1.2, the certificate request is visible. After a TLS 1.3 handshake, only the client certificate can be
    // rejected.
    return inspection.handshakeCompleted ? origin.phase !== 'tls' : inspection.requestsCertificate;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-empty-response.js










/** A process that crashes during a request looks like this: the kernel closes its connections. */
/* harmony default export */ const origin_empty_response = (defineCause({
    id: 'origin-empty-response',
    title: 'the origin closes the connection without a response',
    brief: { observedOr: 'closes without a response' },
    hop: facts_exchange/* originOrApplication */.q2,
    owner: 'origin',
    meaning: [
        'The origin accepts the request and closes the connection without sending anything. The process crashes on the request, or its own timeout kills it. Or something in front of it closes the connection on purpose: nginx with `return 444`, or a security module. Cloudflare shows 520 or 502.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a security module that closes connections on purpose' },
            distinguishedBy: "The origin's access log has a line with status 444, or none, while the application's log shows no crash.",
        },
    ],
    needs: ['edge', 'origin'],
    rule(moment) {
        if (!(0,malformed/* closedWithoutData */.DM)(moment.origin))
            return;
        // A server that requires a client certificate or TLS closes the connection for that reason.
        if (originRequiresClientCertificate(moment) || tlsOnPlainPort(moment))
            return;
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 520, 502)) {
            return {
                outcome: 'unhealthy',
                // A server that closes unknown clients' connections looks the same, and may fail for Cloudflare in another way.
                confidence: 'likely',
                because: `Cloudflare got no usable response, and the origin sent this runner nothing at all.${headerCaveat(moment)}`,
                clues: cluesOf(moment),
            };
        }
        if ((0,facts_edge/* isProxied */.S7)(moment) === false && (0,facts_exchange/* failedAt */.JG)(moment.edge, 'processing', 'closed')) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'The connections of visitors and of the direct request are both closed without a response.',
                clues: cluesOf(moment),
            };
        }
        // With TLS 1.3 a missing client certificate looks the same, so a served site counts as healthy.
        if ((0,visitors/* visitorsServed */.TS)(moment) && !(0,facts_origin/* probeRejected */.bq)(moment)) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: `The origin closes this runner's connection.${SERVED_ELSEWHERE}`,
                clues: cluesOf(moment),
            };
        }
        return;
    },
    remedy: () => ({
        summary: 'Find out what ends the process, or what else closes the connection.',
        steps: [
            step('Check for a crash', ' at the time of this check: `journalctl -u SERVICE --since -15min`, `docker ps -a` for restarts, `dmesg | grep -i oom`.'),
            step('Request the page from the application itself', ', not through its web server: `curl -sv http://127.0.0.1:PORT/` on the origin. If that works, check the web server.'),
            step('Check for rules that close without a response', ': `return 444` in nginx, a security module, a worker timeout that is shorter than the request.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-headers-too-large.js









/* harmony default export */ const origin_headers_too_large = (defineCause({
    id: 'origin-headers-too-large',
    title: "the origin's response headers exceed Cloudflare's limit",
    brief: 'headers too large',
    hop: facts_exchange/* originOrApplication */.q2,
    owner: 'origin',
    meaning: [
        'The response headers exceed 128 KB, the most that Cloudflare accepts. It then shows 520, although the origin returns 200 to other clients. The usual reasons are cookies that are set repeatedly, a policy header that grew, or debug output in a header.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'cloudflare-blocked-by-origin',
            distinguishedBy: 'Measure the headers: `curl -sD - -o /dev/null URL | wc -c` on the origin.',
        },
    ],
    needs: ['edge', 'origin'],
    rule(moment) {
        const { origin } = moment;
        if (!(0,malformed/* headersTooLarge */.YV)(origin))
            return;
        const size = origin.wire?.headBytes;
        const does = `sends ${size === undefined ? 'more than the 256 KB of headers that this check reads' : `${Math.round(size / 1024)} KB of headers`}, but Cloudflare accepts at most 128 KB`;
        // A complete response is not a failure in itself: Cloudflare has just accepted it, or did not request it.
        if ((0,visitors/* visitorsServed */.TS)(moment) && (0,facts_exchange/* isGoodResponse */.nm)(moment, origin)) {
            const because = `The origin ${does}. Visitors are still served.`;
            return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) };
        }
        return directFailure(moment, does, {
            sure: 'certain',
            agreed: (0,facts_edge/* hasEdgeError */.y)(moment, 520) ? 'Cloudflare cannot use its response (520).' : undefined,
        });
    },
    remedy: (context) => ({
        summary: 'Send fewer and shorter headers.',
        steps: [
            step('Check which headers are large', ": `curl -sD - -o /dev/null URL | awk '{ print length, substr($0, 1, 40) }' | sort -rn | head`."),
            requestDirectly(context),
            step('Check the usual suspects', ': `Set-Cookie` in a loop, sessions kept in cookies, `Content-Security-Policy` and `Link` lines that a build generates, debug headers.'),
            step('Move session data out of cookies', ' into the session store, and merge policy headers.'),
        ],
        difficulty: 'hard',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-http2-broken.js





/* harmony default export */ const origin_http2_broken = (defineCause({
    id: 'origin-http2-broken',
    title: 'HTTP/2 to the origin fails, but HTTP/1.1 works',
    brief: 'fails over HTTP/2',
    hop: facts_exchange/* originOrApplication */.q2,
    owner: 'origin',
    meaning: [
        'The origin negotiates HTTP/2 in the TLS handshake. Then it resets the stream, ends the connection with GOAWAY, or sends invalid frames. Cloudflare uses HTTP/2 with every origin that offers it and shows 520 or 502, while `curl --http1.1` and many monitors are served normally.',
        'The check tries HTTP/2 only when Cloudflare could not use a response and HTTP/1.1 works. An origin that does not offer HTTP/2 is not at fault.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'cloudflare-blocked-by-origin',
            distinguishedBy: 'Turn off HTTP/2 to the origin in Cloudflare. If the 520 remains, HTTP/2 is not the reason.',
        },
    ],
    needs: ['edge', 'origin'],
    rule(moment) {
        const http2 = moment.recheck?.http2;
        if (http2?.agreed !== true || !(0,facts_origin/* originHealthy */.Et)(moment) || (0,facts_exchange/* isGoodResponse */.nm)(moment, http2.exchange))
            return;
        // Only what fails after HTTP/2 was negotiated counts.
        const failed = (0,facts_exchange/* failedAt */.JG)(http2.exchange, 'processing') || (0,facts_exchange/* failedAt */.JG)(http2.exchange, 'transfer');
        if (http2.exchange.kind === 'failed' && !failed)
            return;
        return {
            outcome: 'unhealthy',
            // The zone may have HTTP/2 to the origin switched off. Cloudflare then has another reason.
            confidence: 'likely',
            because: 'The origin works over HTTP/1.1 but fails over HTTP/2, which it offers and which Cloudflare uses by default.',
            clues: cluesOf(moment),
        };
    },
    remedy: ({ host, port }) => ({
        summary: 'Turn off HTTP/2 to the origin, fix it, then turn it on again.',
        steps: [
            step('Turn off HTTP/2 to the origin', ': Speed → Settings → Protocol Optimization in the dashboard, "HTTP/2 to Origin". Or stop offering it at the origin: `http2 off;` in nginx, no `h2` in Apache\'s `Protocols` or HAProxy\'s `alpn`.'),
            step('Reproduce it', `: \`curl -sv --http2 -o /dev/null 'https://${host}/' --connect-to "::$ORIGIN:${port}"\` fails, but works with \`--http1.1\`.`),
            step('Offer only `http/1.1`', ' if a TLS proxy offers `h2` for a backend that supports only HTTP/1.1.'),
            step('Update the HTTP/2 server', ', and check its error log: it names the invalid frame.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/speed/optimization/protocol/http2-to-origin/',
    }),
}));

// EXTERNAL MODULE: ./lib/diagnosis/facts/redirects.js
var facts_redirects = __webpack_require__(1200);
;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-locked-to-cloudflare.js









/** An origin that admits only Cloudflare rejects the direct probe. That is good practice. */
/* harmony default export */ const origin_locked_to_cloudflare = (defineCause({
    id: 'origin-locked-to-cloudflare',
    title: 'the origin admits only Cloudflare',
    brief: 'admits only Cloudflare',
    hop: 'firewall',
    owner: 'firewall',
    meaning: [
        'The origin admits Cloudflare and rejects the direct request: a firewall blocks it, or it has no client certificate. That is good practice and not a fault. The site is judged by the responses through Cloudflare.',
        'When Cloudflare fails too, the rejected request proves nothing about the origin. When Cloudflare responds from its cache, the origin was not checked at all, and the verdict is inconclusive.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'an origin that is down behind a cache' },
            distinguishedBy: 'If the response has a `cf-cache-status` other than HIT, Cloudflare just requested the origin.',
        },
    ],
    needs: ['edge', 'origin'],
    rule(moment) {
        // If another origin admits this runner, this one is not restricted to Cloudflare.
        if (!(0,facts_origin/* probeRejected */.bq)(moment) || moment.dialedOrigin?.othersRespond === true)
            return;
        if ((0,visitors/* servedFromOrigin */.iv)(moment)) {
            // These reasons have causes of their own.
            const outdated = moment.recheck?.tlsInspection?.legacy !== undefined;
            if (originRequiresClientCertificate(moment) || plainHttpOnTlsPort(moment) || outdated)
                return;
            const noWay = (0,facts_exchange/* failedAt */.JG)(moment.origin, 'connect', 'unreachable');
            return {
                outcome: 'note',
                confidence: 'likely',
                because: noWay
                    ? 'This runner has no route to the origin, but Cloudflare just got a response from it. The origin was not checked directly.'
                    : 'The origin rejects this runner, but Cloudflare just got a response from it. It seems to admit only Cloudflare.',
                clues: cluesOf(moment),
            };
        }
        if ((0,visitors/* visitorsServed */.TS)(moment) && (0,response/* fromCache */.ZY)(moment.edge)) {
            return {
                outcome: 'inconclusive',
                confidence: 'possible',
                because: 'Visitors get a cached copy, and the origin rejects this runner. Whether the origin works is unknown.',
                clues: cluesOf(moment),
            };
        }
        if ((0,visitors/* visitorsServed */.TS)(moment) && (0,facts_redirects/* redirectedToOtherHost */.Do)(moment)) {
            return {
                outcome: 'inconclusive',
                confidence: 'possible',
                because: 'Cloudflare itself redirects visitors to another host, and the origin rejects this runner. Whether the origin works is unknown.',
                clues: cluesOf(moment),
            };
        }
        // Cloudflare is rejected as well, or was not reached: then the rejected probe proves nothing.
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 521, 522, 523) || !(0,response/* throughCloudflare */.TV)(moment.edge))
            return;
        return {
            outcome: 'alternative',
            confidence: 'possible',
            because: 'The origin rejected the direct request, which proves nothing if it admits only Cloudflare.',
            clues: cluesOf(moment),
        };
    },
    remedy: () => ({
        summary: 'Nothing needs fixing. To check the origin directly as well, admit the runner.',
        steps: [
            step('Run this step on an admitted runner', ", such as a self-hosted one whose address the origin's firewall allows."),
            step('Or leave `origin` empty.', ' The check then judges only by the responses through Cloudflare.'),
            step('Set `url` to an uncached page', ', such as a health endpoint, if a cached copy hides the origin.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/fundamentals/security/protect-your-origin-server/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-malformed-response.js










/* harmony default export */ const origin_malformed_response = (defineCause({
    id: 'origin-malformed-response',
    title: 'the origin sends invalid HTTP',
    brief: { observedOr: 'invalid HTTP' },
    hop: facts_exchange/* originOrApplication */.q2,
    owner: 'origin',
    meaning: [
        'The origin sends something that is not valid HTTP. It has no status line, a header without a colon or with a control character, two contradictory lengths, or the greeting of another protocol. The application builds its response by hand, a warning is printed among its headers, or another server has the port. Cloudflare shows 520.',
        'Browsers and `curl` tolerate much of it. A proxy must not: when two parsers disagree on where a response ends, an attacker can exploit that.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'tls-plaintext-port',
            distinguishedBy: 'The first bytes are 15 03 or 16 03, which means TLS on a port that was requested over plain HTTP.',
        },
        {
            what: { other: 'a client that is stricter than Cloudflare' },
            distinguishedBy: 'If visitors are served, and not from a cache, Cloudflare tolerates the response today.',
            isOpen: visitors/* visitorsServed */.TS,
        },
    ],
    needs: ['edge', 'origin'],
    rule(moment) {
        const wrong = (0,malformed/* malformation */.Ej)(moment.origin);
        if (wrong === undefined)
            return;
        if ((0,facts_origin/* toleratedByCloudflare */.XR)(moment)) {
            const because = `The origin ${wrong}: lines that end without CR, continue on the next line, or repeat a length. Cloudflare tolerates it; other clients do not.`;
            return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) };
        }
        // If Cloudflare tolerates the response, its error has another reason.
        const strictlyInvalid = (0,malformed/* lenientStatus */.MA)(moment.origin) === undefined;
        const seenByVisitors = (0,facts_edge/* isProxied */.S7)(moment) === false && (0,facts_exchange/* failedAt */.JG)(moment.edge, 'processing', 'protocol', 'closed');
        return directFailure(moment, wrong, {
            sure: strictlyInvalid && (0,facts_edge/* hasEdgeError */.y)(moment, 520) ? 'certain' : 'likely',
            agreed: (0,facts_edge/* hasEdgeError */.y)(moment, 520, 502)
                ? 'Cloudflare cannot use its response either.'
                : seenByVisitors
                    ? 'Visitors get the same.'
                    : undefined,
        });
    },
    remedy: (context) => ({
        summary: 'Check the raw bytes of the response, and fix the code that writes them.',
        steps: [
            step('Check the first bytes of the response', `: ${rawBytes(context)}.`),
            requestDirectly(context),
            step('If a line is not a header, check for output before the headers', ', such as a PHP warning (`display_errors = Off`) or a debug print.'),
            step('If there are two lengths, set `Content-Length` in one place', ', the server or the application. Remove it where the body is chunked or compressed.'),
            step('If another protocol responds, check which process has the port', ': `ss -ltnp`. If this began with a deploy, roll it back first.'),
        ],
        difficulty: 'hard',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
    }),
}));
function rawBytes({ host, port, tls }) {
    const request = `printf 'GET / HTTP/1.1\\r\\nHost: ${host}\\r\\nConnection: close\\r\\n\\r\\n'`;
    const connect = tls
        ? `openssl s_client -quiet -connect "$ORIGIN:${port}" -servername ${host}`
        : `nc "$ORIGIN" ${port}`;
    return `\`${request} | ${connect} | head -c 400 | xxd\``;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-maintenance.js








/* harmony default export */ const origin_maintenance = (defineCause({
    id: 'origin-maintenance',
    title: 'the origin is in maintenance mode',
    brief: { observedOr: 'in maintenance' },
    hop: facts_exchange/* originOrApplication */.q2,
    owner: 'deploy',
    meaning: [
        'The origin returns 503 and announces when it will be back: with the header `Retry-After`, or in words about maintenance. That is maintenance mode, which a deploy turns on and sometimes forgets to turn off.',
        'A 503 is not a 502: the server works and is configured to reject requests. A 503 without an announcement counts as overload.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'origin-overloaded',
            distinguishedBy: "Check the origin's load and log. An overloaded server also sends `Retry-After`, usually of a few seconds.",
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const direct = pauseIn(moment, moment.origin);
        const shown = (0,facts_edge/* writtenByCloudflare */.Mk)(moment) ? undefined : pauseIn(moment, moment.edge);
        const response = direct ?? shown;
        if (response === undefined)
            return;
        const clues = cluesOf(moment);
        if (direct === undefined && (0,facts_origin/* originHealthy */.Et)(moment)) {
            const because = 'Visitors get a 503 that announces maintenance, while the origin responds normally when requested directly. Cloudflare uses a different origin, or the maintenance just ended.';
            return { outcome: 'unhealthy', confidence: 'possible', because, clues };
        }
        const both = direct !== undefined && shown !== undefined;
        const unambiguous = (0,facts_generator/* mentionsMaintenance */.xS)(response) && announcesReturn(response, moment.at);
        const who = direct === undefined ? 'Visitors get a 503 from the origin that' : 'The origin returns 503 and';
        const because = `${who} ${announcement(response, moment.at)}.${whileServed(moment)}`;
        return { outcome: 'unhealthy', confidence: both && unambiguous ? 'certain' : 'likely', because, clues };
    },
    remedy: () => ({
        summary: 'End the maintenance, or wait until it is over.',
        steps: [
            step('Turn off maintenance mode', ': `php artisan up`, `wp maintenance-mode deactivate`, `kubectl rollout status deployment/APP`, or the flag file that your web server checks.'),
            step('Check that the deploy has ended.', ' A failed step may have left maintenance mode on.'),
            step('Raise `wait`', ' beyond the end of the maintenance if it is planned, or run this check afterward.'),
            step('Expect the 503', ' if the check should pass in the meantime: `expected-status: 200-399, 503`.'),
        ],
        difficulty: 'easy',
        reference: 'https://www.rfc-editor.org/rfc/rfc9110#name-503-service-unavailable',
    }),
}));
function pauseIn(moment, exchange) {
    const pause = exchange?.kind === 'completed' && unavailableReason(moment, exchange) === 'maintenance';
    return pause ? exchange : undefined;
}
function announcement(answer, now) {
    const seconds = (0,facts_generator/* retryAfterSeconds */.C3)(answer, now);
    if (seconds === undefined || !announcesReturn(answer, now))
        return 'mentions maintenance';
    const minutes = Math.round(seconds / 60);
    return `asks clients to retry in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-overloaded.js








/* harmony default export */ const origin_overloaded = (defineCause({
    id: 'origin-overloaded',
    title: 'the origin is overloaded',
    brief: { observedOr: 'overloaded' },
    hop: facts_exchange/* originOrApplication */.q2,
    owner: 'origin',
    meaning: [
        'The origin itself returns 503, 429 or another status that means exhaustion. No worker is free, a limit of connections, requests or the hosting plan is reached, or a circuit breaker is open. Cloudflare passes the page on unchanged.',
        'A 503 is not a 502 or a 504. The server did not get an invalid response from the application (502) and did not wait too long for it (504). It rejected the request immediately.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'origin-maintenance',
            distinguishedBy: 'Check whether maintenance mode was turned on without an end time.',
        },
        {
            what: { other: 'a Kubernetes ingress without a ready pod' },
            distinguishedBy: '`kubectl get endpoints` shows none for the service. Its 503 is the same nginx page.',
        },
        {
            what: 'cloudflare-blocked-by-origin',
            distinguishedBy: 'If the origin responds normally to several direct requests in a row, only Cloudflare is limited.',
            isOpen: (moment) => exhaustedIn(moment, moment.origin) === undefined,
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const direct = exhaustedIn(moment, moment.origin);
        const shown = (0,facts_edge/* writtenByCloudflare */.Mk)(moment) ? undefined : exhaustedIn(moment, moment.edge);
        const clues = cluesOf(moment);
        if (direct !== undefined) {
            // A 429 may come from a rate limit on this runner, and a bare 503 has many reasons.
            const mentionsLoad = (0,facts_generator/* mentionsOverload */.ik)(direct) && direct.head.status !== 429;
            const both = shown?.head.status === direct.head.status;
            const generator = (0,facts_generator/* generatorOf */.bm)(direct);
            const by = generator === undefined ? '' : ` (${generator.name})`;
            const because = `The origin${by} returns ${direct.head.status} when requested directly.${whileServed(moment)}`;
            return { outcome: 'unhealthy', confidence: both && mentionsLoad ? 'certain' : 'likely', because, clues };
        }
        if (shown === undefined)
            return;
        const got = `Visitors get a ${shown.head.status} that does not come from Cloudflare.`;
        if (!(0,facts_origin/* originHealthy */.Et)(moment))
            return { outcome: 'unhealthy', confidence: 'likely', because: got, clues };
        // A rate limiter that counts Cloudflare as one visitor is another cause.
        if (shown.head.status === 429)
            return;
        const because = `${got} The origin responds normally when requested directly: the error comes and goes with the load, or Cloudflare uses a different origin.`;
        return { outcome: 'unhealthy', confidence: 'possible', because, clues };
    },
    remedy: () => ({
        summary: 'Find out which resource is exhausted, then add capacity or reduce the load.',
        steps: [
            step('Check what is exhausted', ' on the origin: `uptime`, `free -m`, `ss -s`. Search its log for `limiting requests`, `max_children`, `worker_connections are not enough`, `pool exhausted`.'),
            step('Check whether the deploy caused it', ': fewer workers or replicas than before, a cold cache, a slower query that holds every worker.'),
            step('Make rate limiters count the visitor', " by `CF-Connecting-IP`, not by Cloudflare's address, if the response comes from a rate limiter. Exempt this check."),
            step('Add workers or replicas', ', or reduce the load: cache more at Cloudflare (Caching → Cache Rules), turn on a waiting room, or roll back.'),
        ],
        difficulty: 'medium',
        reference: 'https://www.rfc-editor.org/rfc/rfc9110#name-503-service-unavailable',
    }),
}));
function exhaustedIn(moment, exchange) {
    const exhausted = exchange?.kind === 'completed' && unavailableReason(moment, exchange) === 'overloaded';
    return exhausted ? exchange : undefined;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-not-deployed.js







/* harmony default export */ const origin_not_deployed = (defineCause({
    id: 'origin-not-deployed',
    title: 'the origin lacks the expected content',
    brief: 'lacks the expected content',
    hop: 'application',
    owner: 'deploy',
    meaning: [
        "The origin responds normally, but its response lacks `expected-body` or `expected-header`. It serves the previous release, the web server's default page, or an empty build. A fresh response through Cloudflare lacks it too. A cached one may hide that.",
        'The check searches the first megabyte of a page. If a pattern takes too long to match, the verdict is inconclusive.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'an expectation that was never met' },
            distinguishedBy: 'Check the previous release: does it meet `expected-body` and `expected-header`? The text is compared exactly, before any script runs.',
            isOpen: () => true,
        },
        {
            what: { other: 'a direct request with a different host name than Cloudflare uses' },
            distinguishedBy: 'Check Rules → Origin Rules in the dashboard, and set `origin-host` to the Host override.',
        },
    ],
    needs: ['edge'],
    rule(moment) {
        return missing(moment) ?? unsure(moment);
    },
    remedy: ({ host, port, tls }) => ({
        summary: 'Check what the deploy put on the origin, and whether it runs.',
        steps: [
            step('Check that the deploy succeeded.', ' Was the build copied? Did the process restart? Does the web server point to the new folder?'),
            step('Check what the origin returns', `: \`curl -si '${tls ? 'https' : 'http'}://${host}/' --connect-to "::$ORIGIN:${port}" | head -n 40\`, with the path of \`url\`.`),
            step('Check that every origin or container runs the new release', ', if there are several. A rollout takes time.'),
            step('Fix `expected-body` or `expected-header`', ' if only the expectation is wrong.'),
        ],
        difficulty: 'easy',
        reference: 'https://docs.github.com/en/actions/how-tos/deploy',
    }),
}));
function missing(moment) {
    const { edge, origin, uncached } = moment;
    const clues = cluesOf(moment);
    const shown = (0,visitors/* visitorsServed */.TS)(moment) && (0,content/* lacksContent */.Ue)(moment, edge);
    const freshly = shown && (0,response/* throughCloudflare */.TV)(edge) && !(0,response/* fromCache */.ZY)(edge);
    const past = (0,content/* lacksContent */.Ue)(moment, uncached) && (0,response/* throughCloudflare */.TV)(uncached) && !(0,response/* fromCache */.ZY)(uncached);
    if ((0,content/* lacksContent */.Ue)(moment, origin)) {
        const lacking = 'When requested directly, the origin responds without the expected content.';
        if (freshly || past) {
            const because = `${lacking} A fresh response through Cloudflare lacks it too.`;
            return { outcome: 'unhealthy', confidence: 'certain', because, clues };
        }
        const because = (0,content/* meetsExpectations */.A7)(moment, edge) ? `${lacking}${SERVED_ELSEWHERE}` : lacking;
        return { outcome: 'unhealthy', confidence: 'likely', because, clues };
    }
    const unseen = origin === undefined || origin.kind === 'failed' || (0,facts_origin/* probeRejected */.bq)(moment);
    if (unseen && past && (0,response/* fromCache */.ZY)(edge) && (0,content/* meetsExpectations */.A7)(moment, edge)) {
        const because = "Cloudflare's cached copy has the expected content, but a response that bypasses the cache does not. Uncached pages already lack it.";
        return { outcome: 'unhealthy', confidence: 'likely', because, clues };
    }
    if (!unseen || !shown)
        return;
    if (!freshly && !past) {
        // A cached copy may predate the deploy. A response that did not come through Cloudflare comes from an origin.
        const because = 'What visitors get lacks the expected content. The origin was not checked.';
        return (0,response/* fromCache */.ZY)(edge)
            ? { outcome: 'alternative', confidence: 'possible', because, clues }
            : { outcome: 'unhealthy', confidence: 'likely', because, clues };
    }
    const because = 'A fresh response through Cloudflare lacks the expected content.';
    return { outcome: 'unhealthy', confidence: 'likely', because, clues };
}
/** The check could not determine whether the content is there. */
function unsure(moment) {
    const why = (0,content/* undecidedContentReason */.Fx)(moment, moment.edge) ?? (0,content/* undecidedContentReason */.Fx)(moment, moment.origin);
    if (why === undefined || !(0,visitors/* visitorsServed */.TS)(moment))
        return;
    const because = `Whether the expected content is there is unknown: ${why}.`;
    return { outcome: 'inconclusive', confidence: 'possible', because, clues: cluesOf(moment) };
}

;// CONCATENATED MODULE: ./lib/diagnosis/clues/tls.js



/** What the TLS inspection and the request over the other scheme add. */
function handshakeClues(moment) {
    const { recheck, origin } = moment;
    const alert = tlsAlert(moment);
    const { legacy, protocol } = recheck?.tlsInspection ?? {};
    const other = recheck?.otherScheme;
    const texts = [
        ...(alert === undefined ? [] : [`The origin sends the TLS alert ${alertName(alert)}.`]),
        ...(legacy === undefined
            ? []
            : [
                `With legacy settings, the origin accepts ${legacy.protocol} (${legacy.cipher}), and nothing newer.`,
            ]),
        ...(origin?.kind === 'failed' && protocol === 'http'
            ? ['The origin responds to a TLS handshake with plain HTTP.']
            : []),
        ...(isRegularResponse(other) && other?.kind === 'completed'
            ? [
                `Over ${other.tls === undefined ? 'plain HTTP' : 'TLS'}, the same port responds ${other.head.status}.`,
            ]
            : []),
    ];
    return texts.map((text) => ({ from: 'origin', text }));
}
/** Whether the other well-known port responds when the one that Cloudflare connects to is closed. */
function otherPortClues({ dialedOrigin, recheck }) {
    const response = recheck?.otherPort;
    if (response?.kind !== 'completed' || dialedOrigin === undefined)
        return [];
    const { tls, port } = dialedOrigin;
    const other = (0,authority/* defaultPort */.L5)(!tls);
    const scheme = tls ? 'plain HTTP' : 'TLS';
    const modes = tls ? 'Full and Full (strict)' : 'Flexible and Off';
    const text = `Port ${other} responds ${response.head.status} over ${scheme}, and port ${port} is closed. The SSL/TLS modes ${modes} connect to port ${port}.`;
    return [{ from: 'origin', text }];
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-refused.js









/* harmony default export */ const origin_refused = (defineCause({
    id: 'origin-refused',
    title: 'the origin refuses connections',
    brief: { observedOr: 'connection refused' },
    hop: facts_exchange/* originOrApplication */.q2,
    owner: 'origin',
    meaning: [
        'The host is up and its kernel replies, but no process listens on the port. The server has stopped, is still starting, or listens on a different port or address. Cloudflare shows 521.',
        'The cause is certain when Cloudflare returns 521 and the runner is refused too. A 521 alone may also mean that the origin refuses only Cloudflare.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'cloudflare-blocked-by-origin',
            distinguishedBy: "The origin responds to a direct request. Without one, check the origin's firewall log for Cloudflare's ranges.",
        },
        {
            what: { other: 'a firewall that resets all connections' },
            distinguishedBy: 'Run `ss -ltn` on the origin. If a process listens on the port, a firewall resets the connections.',
            isOpen: () => true,
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const refusedUs = (0,facts_exchange/* failedAt */.JG)(moment.origin, 'connect', 'refused');
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 521) && refusedUs) {
            return {
                outcome: 'unhealthy',
                // Cloudflare connects to the URL's port unless an Origin Rule changes it.
                confidence: moment.dialedOrigin?.port === moment.request.port ? 'certain' : 'likely',
                because: 'Cloudflare (521) and this runner were both refused.',
                clues: cluesOf(moment, ...otherPortClues(moment)),
            };
        }
        // An origin that responds to this runner is up: then it refuses only Cloudflare.
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 521) && moment.origin?.kind !== 'completed') {
            const alone = moment.origin === undefined
                ? 'The origin was not requested directly.'
                : 'The direct request got no response either.';
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: `Cloudflare was refused (521). ${alone}`,
                clues: cluesOf(moment),
            };
        }
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 522, 523) && refusedUs) {
            return {
                outcome: 'unhealthy',
                confidence: 'possible',
                because: "This runner was refused, while Cloudflare's connection failed in a different way.",
                clues: cluesOf(moment),
            };
        }
        // The name bypasses Cloudflare: visitors connect as this runner does.
        if ((0,facts_edge/* isProxied */.S7)(moment) === false &&
            (0,facts_exchange/* failedAt */.JG)(moment.edge, 'connect', 'refused') &&
            moment.origin?.kind !== 'completed') {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'The name resolves directly to a host that refuses the connection.',
                clues: cluesOf(moment),
            };
        }
        if ((0,facts_origin/* anotherOriginResponds */.WE)(moment) && refusedUs) {
            const which = `origin ${moment.dialedOrigin?.position} of ${moment.dialedOrigin?.of}`;
            const because = `This runner was refused by ${which}, while another origin responds. Cloudflare may be sending visitors there.`;
            return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) };
        }
        return addressFamilyMatch(moment, 'refused', 521);
    },
    remedy: (context) => ({
        summary: 'Start the service, or make it listen on the port Cloudflare connects to.',
        steps: [
            step('Check that the service is running', ' on the origin, and start it if not: `systemctl status SERVICE` or `docker ps`.'),
            checkListener(context),
            step("Compare the port with the zone's SSL/TLS mode", ', under SSL/TLS → Overview: Flexible and Off connect to port 80, Full and Full (strict) to port 443.'),
            step('Check why the service stopped', ': `journalctl -u SERVICE --since -15min` or `docker logs --since 15m CONTAINER`.'),
            step('Make the deploy wait', ' until the service listens, before it runs this step. The new version may still have been starting.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-521/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/rules/idle-connections.js





/**
 * The origin ends idle connections that Cloudflare keeps for 900 s. A request on such a connection gets a 520. That
 * explains an occasional 520; otherwise it is a note, or a warning when a request got no response.
 */
function idleConnectionMatch(moment) {
    const ended = moment.idleConnection?.ended;
    if (ended === undefined || !(0,facts_origin/* originHealthy */.Et)(moment))
        return;
    const { how, after } = ended;
    const idle = `idle for ${(0,shared_text/* roughDuration */.Um)(after)}`;
    const clue = { from: 'origin', text: `A connection to the origin that was ${idle} ${PASSIVE[how]}.` };
    const because = `The origin ${ACTIVE[how]} a connection that was ${idle}, while Cloudflare keeps it for 900 s. Occasionally, a request gets a 520.`;
    const clues = cluesOf(moment, clue);
    if ((0,facts_edge/* hasEdgeError */.y)(moment, 520))
        return { outcome: 'unhealthy', confidence: 'likely', because, clues };
    if (!(0,visitors/* visitorsServed */.TS)(moment))
        return;
    return { outcome: how === 'unanswered' ? 'warning' : 'note', confidence: 'likely', because, clues };
}
const PASSIVE = {
    closed: 'was closed',
    reset: 'was reset',
    unanswered: 'got no response to the next request',
};
const ACTIVE = {
    closed: 'closes',
    reset: 'resets',
    unanswered: 'does not respond on',
};

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-reset.js











/* harmony default export */ const origin_reset = (defineCause({
    id: 'origin-reset',
    title: 'the origin resets connections',
    brief: { observedOr: 'connection reset' },
    hop: facts_exchange/* originOrApplication */.q2,
    owner: 'origin',
    meaning: [
        'The origin accepts the connection and resets it: immediately, after reading the request, or in the middle of its headers. A process that is killed before it reads the request causes that. So does a full connection queue, or a security product that resets what it blocks. Cloudflare shows 520 or 522.',
        'Some origins respond on each fresh connection but cut off the second request on a connection that is kept open. Cloudflare reuses connections, so some of its requests get 520 while other clients are served.',
        'With `watch`, the check keeps a connection to the origin idle and uses it again. It reports an origin that closes the connection sooner than Cloudflare would, which is after 900 seconds. Most servers are configured that way, and a Cloudflare request on a connection that is just closing gets 520.',
        'A reset is not a refusal: a process listens there and accepted the connection. It is also not a close without a response: a process that has read everything ends that way.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a security product that resets unknown clients on purpose' },
            distinguishedBy: 'Check its log. `tcpdump` on the origin shows whether the reset comes from the host itself.',
        },
        {
            what: 'origin-refused',
            distinguishedBy: 'Run `ss -ltn` on the origin. Without a listener, no connection is accepted.',
            isOpen: ({ origin }) => (0,facts_exchange/* failedAt */.JG)(origin, 'connect'),
        },
    ],
    needs: ['edge', 'origin'],
    rule(moment) {
        const { origin } = moment;
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 520, 502) &&
            (0,facts_origin/* originHealthy */.Et)(moment) &&
            cutOffOnReuse(moment) &&
            !(0,malformed/* headersTooLarge */.YV)(origin)) {
            const because = 'The origin responds to the first request on a connection but cuts off the second one. Cloudflare reuses its connections.';
            return { outcome: 'unhealthy', confidence: 'likely', because, clues: cluesOf(moment) };
        }
        if (!(0,malformed/* resetBeforeResponse */.IP)(origin))
            return idleConnectionMatch(moment);
        const does = origin.error.received === 0
            ? 'accepts the connection and resets it without sending a byte'
            : 'resets the connection in the middle of its headers';
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 520, 502, 522)) {
            // A server that resets unknown clients looks the same, and may fail for Cloudflare in another way.
            return directFailure(moment, does, {
                sure: 'likely',
                agreed: 'Cloudflare got no usable response.',
            });
        }
        // With TLS 1.3 a missing client certificate looks the same, so a served site counts as healthy.
        if ((0,visitors/* visitorsServed */.TS)(moment) && (0,facts_origin/* probeRejected */.bq)(moment))
            return;
        const seenByVisitors = (0,facts_edge/* isProxied */.S7)(moment) === false && (0,facts_exchange/* failedAt */.JG)(moment.edge, 'processing', 'reset');
        return directFailure(moment, does, {
            sure: 'likely',
            agreed: seenByVisitors ? 'Visitors are cut off as well.' : undefined,
        });
    },
    remedy: () => ({
        summary: 'Find out what sends the reset: the process, the kernel, or a middlebox or firewall.',
        steps: [
            step('Check for a process that was killed or restarted', ' at the time of this check: `journalctl -u SERVICE --since -15min`, `dmesg | grep -i oom`.'),
            step('Check whether the connection queue overflows', ': `nstat -az TcpExtListenOverflows TcpExtTCPAbortOnOverflow`, and `ss -ltn`.'),
            step('Watch where the reset comes from', ": `tcpdump -ni any 'tcp[tcpflags] & tcp-rst != 0'` on the origin. If no reset leaves the host, a firewall or load balancer in front of it sends them."),
            step('Keep idle connections open longer than Cloudflare', ' (900 seconds) if only some requests fail: `keepalive_timeout 905s;` in nginx, `server.keepAliveTimeout` in Node. Or send `Connection: close`.'),
            ALLOW_CLOUDFLARE,
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
    }),
}));
/** The origin responded on a fresh connection and cut off the next request on it. */
function cutOffOnReuse({ recheck }) {
    return (recheck?.keepAlive?.reused === true &&
        (0,facts_exchange/* failedAt */.JG)(recheck.keepAlive.exchange, 'processing', 'reset', 'closed'));
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-response-timeout.js








/** The connection works and the request is sent. Then no response comes, or one that never ends. */
/* harmony default export */ const origin_response_timeout = (defineCause({
    id: 'origin-response-timeout',
    title: 'the origin accepts requests but does not respond',
    brief: { observedOr: 'no response' },
    hop: facts_exchange/* originOrApplication */.q2,
    owner: 'origin',
    meaning: [
        'The origin accepts the connection and the request, then sends nothing, or never finishes. A worker hangs, a database or another service does not respond, or all workers are busy. Cloudflare waits about 125 seconds and shows 524.',
        'A check that stops waiting sooner than Cloudflare can only report that no response came within its own limit, `timeout`.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a page that is slow by design' },
            distinguishedBy: 'Request a page that needs no database, such as a health endpoint. If that page responds immediately, only this one is slow.',
            isOpen: () => true,
        },
        {
            what: { other: 'large packets lost on the network path (MTU)' },
            distinguishedBy: "Run `curl` from the origin's own network. If that gets a response, the network path drops large packets.",
            isOpen: () => true,
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const { edge, origin } = moment;
        const silentToUs = (0,facts_exchange/* failedAt */.JG)(origin, 'processing', 'timeout') || (0,facts_exchange/* failedAt */.JG)(origin, 'transfer', 'timeout');
        const silentToVisitors = (0,facts_exchange/* failedAt */.JG)(edge, 'processing', 'timeout') || (0,facts_exchange/* failedAt */.JG)(edge, 'transfer', 'timeout');
        const limit = (0,facts_exchange/* timeoutText */.bY)(moment);
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 524, 504) && silentToUs) {
            return {
                outcome: 'unhealthy',
                confidence: (0,facts_edge/* hasEdgeError */.y)(moment, 524) ? 'certain' : 'likely',
                because: `Cloudflare timed out, and the origin sent this runner no complete response within ${limit} either.`,
                clues: cluesOf(moment),
            };
        }
        // Cloudflare reports a failed handshake because it stopped waiting there.
        if ((0,facts_exchange/* failedAt */.JG)(origin, 'tls', 'timeout') && (0,facts_edge/* hasEdgeError */.y)(moment, 525, 522, 524)) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: `The origin accepts connections and sends nothing within ${limit}, not even for TLS. Cloudflare gets nothing either.`,
                clues: cluesOf(moment),
            };
        }
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 524) && origin === undefined) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'Cloudflare connected, then timed out waiting for a response (524).',
                clues: cluesOf(moment),
            };
        }
        if (silentToVisitors && silentToUs && (0,facts_edge/* edgeReachable */.PG)(moment)) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: `No complete response came within ${limit}, through Cloudflare or directly, while Cloudflare itself responds.`,
                clues: cluesOf(moment),
            };
        }
        if (silentToUs && (0,visitors/* visitorsServed */.TS)(moment)) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: `The origin sent no complete response within ${limit}.${SERVED_ELSEWHERE}`,
                clues: cluesOf(moment),
            };
        }
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 524) && (0,facts_origin/* originHealthy */.Et)(moment)) {
            return {
                outcome: 'alternative',
                confidence: 'possible',
                because: 'Cloudflare timed out waiting for a response (524), but the origin responded to this runner. It is slow at times or under load, or Cloudflare uses a different origin.',
                clues: cluesOf(moment),
            };
        }
        const visitorsWaitAtOrigin = silentToVisitors && ((0,facts_edge/* edgeReachable */.PG)(moment) || (0,facts_edge/* isProxied */.S7)(moment) === false);
        if (((0,facts_edge/* hasEdgeError */.y)(moment, 524) || visitorsWaitAtOrigin) && origin?.kind !== 'completed') {
            return {
                outcome: 'unhealthy',
                confidence: 'possible',
                because: `Visitors get no response in time, and ${origin === undefined ? 'the origin was not requested directly' : 'the direct request got none either'}.`,
                clues: cluesOf(moment),
            };
        }
        return;
    },
    remedy: () => ({
        summary: 'Find out what the application is waiting for.',
        steps: [
            step('Restart the application', ', or roll back the deploy if this version hangs.'),
            step("Check the application's log and workers", ' from the time of this check: are all workers busy?'),
            step('Check what the application calls', ': database connections and locks, other services, DNS on the host.'),
            step('Check CPU, memory and disk', ': `top`, `free -m`, `df -h`.'),
            step('Move work that takes minutes out of the request.', ' Respond immediately and let the client poll for the result.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-524/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-truncated-response.js









/* harmony default export */ const origin_truncated_response = (defineCause({
    id: 'origin-truncated-response',
    title: "the origin's response is incomplete or cannot be decompressed",
    brief: 'incomplete response',
    hop: facts_exchange/* originOrApplication */.q2,
    owner: 'origin',
    meaning: [
        'The response begins normally. Then it ends before the announced length, lacks its last chunk, has invalid chunks, or cannot be decompressed. A process that crashes in the middle of a response causes that. So does a proxy with a full disk, or two places that both compress or both set `Content-Length`.',
        "Cloudflare passes on an incomplete page, and visitors get part of it. A page that cannot be decompressed becomes Cloudflare's own bare 502, although the origin returns 200.",
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'cloudflare-edge-error',
            distinguishedBy: '`curl --compressed` against the origin reports a decoding error, for the same page every time.',
            isOpen: ({ origin }) => damageIn(origin) === undefined,
        },
        {
            what: { other: 'large packets lost on the network path (MTU)' },
            distinguishedBy: 'The connection then stalls instead of ending, and the cause is `origin-response-timeout`.',
            isOpen: ({ origin }) => damageIn(origin) === undefined,
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const direct = damageIn(moment.origin);
        const shown = damageIn(moment.edge);
        if (direct !== undefined) {
            // A bare 502 is what Cloudflare returns for a body that does not decompress or has a wrong length.
            const unusable = (0,facts_edge/* hasEdgeError */.y)(moment, 520) || (0,facts_edge/* cloudflareGatewayError */.U_)(moment);
            const agreed = unusable
                ? 'Cloudflare cannot use its response either.'
                : shown === undefined
                    ? undefined
                    : 'Visitors get no complete response either.';
            return directFailure(moment, direct, { sure: 'certain', agreed });
        }
        if (shown === undefined)
            return;
        const because = (0,facts_origin/* originHealthy */.Et)(moment)
            ? 'Visitors get an incomplete response, while this runner gets a complete one from the origin. The failure comes and goes, or Cloudflare uses a different origin.'
            : 'Visitors get an incomplete response.';
        const confidence = (0,facts_origin/* originHealthy */.Et)(moment) ? 'possible' : 'likely';
        return { outcome: 'unhealthy', confidence, because, clues: cluesOf(moment) };
    },
    remedy: ({ host, port, tls }) => ({
        summary: 'Find out what ends the response early, or what compresses it wrongly.',
        steps: [
            step('Request the page as Cloudflare does', `: \`curl -sv --compressed -o /dev/null '${tls ? 'https' : 'http'}://${host}/' --connect-to "::$ORIGIN:${port}"\`. "Transfer closed" means an incomplete page. "Content decoding" means one that cannot be decompressed.`),
            step('Check for a crash or a limit', " at the time of this check: the application's log, `dmesg | grep -i oom`, `df -h` for the proxy's buffers, a worker timeout."),
            step('Compress in one place only.', ' Turn compression off in the application or in the web server, and check that no file is compressed twice.'),
            step('Remove every `Content-Length` that is set before compression.', ''),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-502/',
    }),
}));
/** Why a response is not complete. Completes "The origin, when requested directly, …". */
function damageIn(exchange) {
    const damage = (0,facts_exchange/* encodingDamage */.hk)(exchange);
    if (damage !== undefined)
        return `sends a compressed page that ${clues_exchange/* DAMAGE */.Qj[damage]}`;
    if ((0,malformed/* closedInHeaders */.qA)(exchange))
        return 'closes the connection in the middle of its headers';
    return (0,malformed/* bodyCutShort */.Xe)(exchange) ? HOW[ending(exchange)] : undefined;
}
const HOW = {
    closed: 'closes the connection before the end of its response',
    reset: 'resets the connection in the middle of its response',
    chunks: 'sends its response in invalid chunks',
};
function ending({ error }) {
    if (error.reason === 'protocol')
        return 'chunks';
    return error.reason === 'reset' ? 'reset' : 'closed';
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-unreachable.js







/** Not a timeout: a router reports that the host cannot be reached. */
/* harmony default export */ const origin_unreachable = (defineCause({
    id: 'origin-unreachable',
    title: 'there is no route to the origin',
    brief: { observedOr: 'no route' },
    hop: facts_exchange/* originOrApplication */.q2,
    owner: 'origin',
    meaning: [
        "A router reports that it cannot deliver packets. The origin's address is not routed, the host no longer replies on its own network, or a router prohibits the path. The server was deleted or moved, or a record points to an address that is no longer used. Cloudflare shows 523.",
        'A timeout is a different cause (`origin-connect-timeout`), and so is a refusal (`origin-refused`). Here a router replies.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: "a route at the origin that captures Cloudflare's ranges" },
            distinguishedBy: 'The origin responds to a direct request. On AWS, check for a route of 172.64.0.0/13 in the VPC. On the host, run `ip route get 172.64.0.1`.',
        },
        {
            what: { other: 'a record in Cloudflare that points to an old address' },
            distinguishedBy: "Compare the A and AAAA records under DNS → Records with the origin's address.",
            isOpen: () => true,
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const clues = cluesOf(moment);
        const runnerHasNoRoute = (0,facts_exchange/* failedAt */.JG)(moment.origin, 'connect', 'unreachable');
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 523)) {
            if (runnerHasNoRoute) {
                const because = 'Neither Cloudflare (523) nor this runner has a route to the origin.';
                return { outcome: 'unhealthy', confidence: 'certain', because, clues };
            }
            const alone = (0,facts_origin/* originHealthy */.Et)(moment)
                ? 'This runner has one. The route back to Cloudflare is missing, or the DNS record points elsewhere.'
                : moment.origin === undefined
                    ? 'The origin was not requested directly.'
                    : 'This runner does not get the expected response either.';
            const because = `Cloudflare has no route to the origin (523). ${alone}`;
            return { outcome: 'unhealthy', confidence: 'likely', because, clues };
        }
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 522, 521) && runnerHasNoRoute) {
            const because = "This runner has no route to the origin, while Cloudflare's connection failed in a different way.";
            return { outcome: 'unhealthy', confidence: 'possible', because, clues };
        }
        if ((0,facts_edge/* isProxied */.S7)(moment) === false &&
            (0,facts_exchange/* failedAt */.JG)(moment.edge, 'connect', 'unreachable') &&
            moment.origin?.kind !== 'completed') {
            const because = 'The name resolves directly to a host that this runner has no route to.';
            return { outcome: 'unhealthy', confidence: 'possible', because, clues };
        }
        if ((0,facts_origin/* anotherOriginResponds */.WE)(moment) && runnerHasNoRoute) {
            const which = `origin ${moment.dialedOrigin?.position} of ${moment.dialedOrigin?.of}`;
            const because = `This runner has no route to ${which}, while another origin responds. Cloudflare may be sending visitors there.`;
            return { outcome: 'warning', confidence: 'likely', because, clues };
        }
        return;
    },
    remedy: ({ port }) => ({
        summary: "Point Cloudflare to the origin's current address, or restore the route.",
        steps: [
            COMPARE_RECORDS,
            step('Check that the host still exists', ", is running, and has this address: the provider's console, and `ip -br address` on the host."),
            step('Check the route back to Cloudflare', " on the host: `ip route get 172.64.0.1`. On AWS, check the VPC's route tables for a route of 172.64.0.0/13."),
            step('Trace the path from outside', `, and check which router replies: \`traceroute -T -p ${port} $ORIGIN\`.`),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-523/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/facts/redirect-cycle.js

/** All redirects of an exchange, including the final response if it is one. `url` is the first URL requested. */
function redirectSteps({ redirectChain, head }, url) {
    const { redirects = [], next } = redirectChain ?? {};
    const followed = redirects.map(({ from, to, headers }) => ({ from, to, author: (0,facts_redirects/* redirectAuthor */.e$)(headers) }));
    if (next === undefined)
        return followed;
    return [...followed, { from: redirects.at(-1)?.to ?? url, to: next, author: (0,facts_redirects/* redirectAuthor */.e$)(head.headers) }];
}
/** The redirects that form a cycle; empty when none do. */
function findCycle(steps) {
    const end = steps.findLastIndex(({ to }, index) => steps.slice(0, index + 1).some(({ from }) => from === to));
    const start = steps.slice(0, end + 1).findLastIndex(({ from }) => from === steps[end]?.to);
    return end === -1 ? [] : steps.slice(start, end + 1);
}
function cycleKind(steps) {
    const cycle = findCycle(steps);
    if (cycle.length < 2)
        return cycle.length === 0 ? 'endless' : 'itself';
    return new Set(cycle.map(({ from }) => from.replace(/^https?:/, ''))).size === 1 ? 'schemes' : 'pages';
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/redirect-loop.js







/** Each redirect is a valid response, so no log shows an error. */
/* harmony default export */ const redirect_loop = (defineCause({
    id: 'redirect-loop',
    title: 'the redirects never end',
    brief: 'endless redirects',
    hop: (context) => context.match.owner === 'cloudflare-settings' ? 'Cloudflare' : (0,facts_exchange/* originOrApplication */.q2)(context),
    owner: 'deploy',
    meaning: [
        'Each response is a redirect, and the redirects form a loop or never end. Browsers stop after 20 redirects and report "too many redirects".',
        'The most common loop comes from the SSL/TLS mode Flexible. Cloudflare requests the origin over plain HTTP, and the origin redirects to HTTPS, which the visitor already uses. The next most common comes from Always Use HTTPS at Cloudflare with an origin that redirects HTTPS back to plain HTTP. The others are pages that redirect to each other: languages, logins, trailing slashes, two names of one site.',
        'The check sends back the cookies that the redirects set, as a browser would.',
    ],
    recoversByItself: false,
    lookalikes: [
        {
            what: { other: 'a long chain of redirects that ends on a page' },
            distinguishedBy: 'Open the page in a browser. If it loads, raise `follow-redirects`.',
            isOpen: ({ edge, origin, request }) => [edge, origin].some((exchange) => isOpenEnded(exchange, request.url)),
        },
        {
            what: { other: 'a page that requires a cookie from an earlier visit, or JavaScript' },
            distinguishedBy: 'Open the page in a new private window.',
            isOpen: () => true,
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const { edge, origin, request } = moment;
        const clues = cluesOf(moment);
        if (edge.kind === 'completed' && (0,facts_redirects/* endlessRedirects */.Yf)(edge) !== undefined) {
            const hops = redirectSteps(edge, request.url);
            const form = formOf(moment, hops);
            return {
                outcome: 'unhealthy',
                confidence: confidenceOf(moment, form),
                because: `Visitors are redirected ${routeOf(hops)}. ${REASONS[form]}`,
                clues,
                form,
                owner: OWNERS[form],
            };
        }
        if (origin?.kind !== 'completed' || (0,facts_redirects/* endlessRedirects */.Yf)(origin) === undefined)
            return;
        const hops = redirectSteps(origin, request.url);
        const because = `The origin, when requested directly, redirects ${routeOf(hops)}.${whileServed(moment)}`;
        return { outcome: 'unhealthy', confidence: 'likely', because, clues, form: cycleKind(hops) };
    },
    remedy: ({ host, form }) => ({ ...REMEDIES[isForm(form) ? form : 'pages'](host), difficulty: 'easy' }),
}));
function formOf(moment, hops) {
    const kind = cycleKind(hops);
    const cycle = findCycle(hops);
    const [first] = cycle;
    if (kind === 'itself' && first?.author === 'cloudflare')
        return 'rule';
    // If the origin does not redirect direct HTTPS requests, Cloudflare must be using plain HTTP.
    const plain = first?.to.startsWith('https:') === true && (moment.origin === undefined || (0,facts_origin/* originHealthy */.Et)(moment));
    if (kind === 'itself' && plain)
        return 'flexible';
    const forced = cycle.some(({ from, author }) => from.startsWith('http:') && author === 'cloudflare');
    return kind === 'schemes' && forced ? 'always-https' : kind;
}
/** The followed redirects contain no loop. */
function isOpenEnded(exchange, url) {
    return (exchange?.kind === 'completed' &&
        (0,facts_redirects/* endlessRedirects */.Yf)(exchange) !== undefined &&
        findCycle(redirectSteps(exchange, url)).length === 0);
}
function confidenceOf({ origin, request }, form) {
    if (form === 'endless' || origin === undefined)
        return form === 'flexible' ? 'possible' : 'likely';
    if (form === 'always-https' && origin.kind === 'completed') {
        return redirectSteps(origin, request.url).some(isDowngrade) ? 'certain' : 'likely';
    }
    return (0,facts_redirects/* endlessRedirects */.Yf)(origin) === undefined ? 'likely' : 'certain';
}
function isDowngrade({ from, to }) {
    return from.startsWith('https:') && to.startsWith('http:');
}
/** Completes "Visitors are redirected …". */
function routeOf(hops) {
    const length = findCycle(hops).length;
    if (length === 0)
        return `again and again, ${hops.length} times so far`;
    return length === 1 ? 'from a page to the same page' : `in a loop of ${length} redirects`;
}
const REASONS = {
    flexible: 'Cloudflare seems to request the origin over plain HTTP (SSL/TLS mode Flexible), and the origin requires HTTPS.',
    rule: "The redirect is Cloudflare's own, from a rule or a Worker.",
    'always-https': 'Cloudflare redirects plain HTTP to HTTPS, and the origin redirects HTTPS back.',
    itself: 'The page redirects to itself.',
    schemes: 'HTTPS redirects to plain HTTP, and plain HTTP to HTTPS.',
    pages: 'The pages redirect to each other.',
    endless: 'The redirects never reached a page.',
};
const OWNERS = {
    flexible: 'cloudflare-settings',
    rule: 'cloudflare-settings',
    'always-https': 'origin',
    itself: 'deploy',
    schemes: 'deploy',
    pages: 'deploy',
    endless: 'deploy',
};
function isForm(form) {
    return form !== undefined && Object.hasOwn(REMEDIES, form);
}
const REFERENCE = 'https://developers.cloudflare.com/ssl/troubleshooting/too-many-redirects/';
const fixApplication = (host) => ({
    summary: 'Find out what sends the redirects, and make one of the pages respond without a redirect.',
    steps: [
        step('Follow the redirects yourself', `: \`curl -sIL --max-redirs 10 'https://${host}/' | grep -iE '^(HTTP|location|server|cf-cache-status)'\`. A redirect without \`cf-cache-status\` comes from Cloudflare itself.`),
        step('Find the redirect rule in the latest deploy', ', in the application and in its web server: language, login, trailing slash, base URL, "www" or not.'),
        step("Check Cloudflare's redirects", ' under Rules → Redirect Rules, Page Rules and Bulk Redirects: two rules, or a rule and the origin, may contradict each other.'),
        step("Purge Cloudflare's cache after the fix", ', because caches keep permanent redirects. Then try again in a private window.'),
    ],
    reference: REFERENCE,
});
const REMEDIES = {
    flexible: (host) => ({
        summary: 'Make Cloudflare connect to the origin with TLS: SSL/TLS mode Full (strict).',
        steps: [
            step('Check that the origin supports TLS', `: \`curl -sI 'https://${host}/' --connect-to "::$ORIGIN:443"\`. If it has no certificate, install one. Cloudflare's Origin CA issues one for free.`),
            step('Set the mode to Full (strict)', ' in the Cloudflare dashboard, under SSL/TLS → Overview. Check that no rule under Rules → Configuration Rules overrides it for this host.'),
            step('Trust `X-Forwarded-Proto: https` at the origin', ' if the mode has to stay Flexible, and redirect only without it.'),
            step('Find the redirect in Cloudflare', ' if the mode is already Full: Rules → Redirect Rules, Page Rules, and the Worker on this route.'),
        ],
        reference: REFERENCE,
    }),
    rule: () => ({
        summary: "Exclude the redirect's target from the rule.",
        steps: [
            step('Find the rule that matches the URL and redirects to it', ' in the Cloudflare dashboard, under Rules → Redirect Rules, Page Rules and Bulk Redirects.'),
            step('Narrow its condition', ' so that the target no longer matches.'),
            step('Check the Worker on this route', ' if no rule matches: `npx wrangler tail WORKER`.'),
        ],
        reference: REFERENCE,
    }),
    'always-https': (host) => ({
        summary: 'Stop the origin from redirecting HTTPS to plain HTTP.',
        steps: [
            step('Fix the scheme at the origin', ": the application's base URL (WordPress: `siteurl` and `home`), and its web server's redirects."),
            step('Reproduce it', `: \`curl -sI 'https://${host}/' --connect-to "::$ORIGIN:443"\` returns a \`Location\` with \`http://\`.`),
            step('Turn off Always Use HTTPS', ' under SSL/TLS → Edge Certificates, only if the site has to stay on plain HTTP.'),
            step("Purge Cloudflare's cache after the fix", ', because caches keep permanent redirects. Then try again in a private window.'),
        ],
        reference: REFERENCE,
    }),
    itself: fixApplication,
    schemes: fixApplication,
    pages: fixApplication,
    endless: (host) => ({
        ...fixApplication(host),
        summary: 'Check where the redirects should end. If they do end, raise `follow-redirects`.',
    }),
};

;// CONCATENATED MODULE: ./lib/diagnosis/causes/runner-offline.js





/* harmony default export */ const runner_offline = (defineCause({
    id: 'runner-offline',
    title: 'this runner has no network connection',
    brief: 'offline',
    hop: 'visitor',
    owner: 'runner',
    meaning: [
        "The check could not connect to Cloudflare or to the origin, or could not resolve the name. Cloudflare and the origin are rarely down at the same time, so the runner's own network is the most likely reason. The check then connects to 1.1.1.1, which is unrelated to the site. If that fails too, the runner is offline. If it responds, the runner is online.",
        'The state of the site is unknown, so the verdict is inconclusive.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a name that resolves directly to a host that is down' },
            distinguishedBy: 'Run this check on another runner or on your own machine.',
        },
    ],
    needs: [],
    rule(moment) {
        const { edge, trace, origin, dns, connectivity, proxyRefused } = moment;
        if (proxyRefused !== undefined) {
            const text = `This runner's own proxy blocks the check from reaching the site (${proxyRefused}).`;
            const because = "The runner's proxy blocks the check, so the site was not checked.";
            return { outcome: 'inconclusive', confidence: 'likely', because, clues: [{ from: 'edge', text }] };
        }
        if (edge === undefined || trace === undefined || dns === undefined)
            return;
        if (!(0,facts_exchange/* neverConnected */.i_)(edge) || !(0,facts_exchange/* neverConnected */.i_)(trace) || (origin !== undefined && !(0,facts_exchange/* neverConnected */.i_)(origin)))
            return;
        // The resolver replied, or another one did.
        if (dns.kind === 'failed' && (dns.reason === 'no-such-host' || dns.reason === 'no-address'))
            return;
        if (dns.kind === 'failed' && (0,facts_dns/* resolverViews */.VD)(moment).length > 0)
            return;
        // If the origin's name was resolved, the resolver works.
        const noResolver = dns.kind === 'failed' &&
            (dns.reason === 'server-failure' || dns.reason === 'timeout') &&
            origin?.timings.resolve === undefined;
        const resolverWorks = dns.kind === 'failed' && !noResolver;
        if (resolverWorks)
            return;
        const clues = cluesOf(moment, ...connectivityClue(moment));
        if (connectivity?.kind === 'completed') {
            // The runner is online. A name that points past Cloudflare, or nowhere, then has its own cause.
            if (noResolver || (0,facts_edge/* isProxied */.S7)(moment) === false)
                return;
            const because = "This runner can reach other addresses, but neither Cloudflare's for this site nor the origin. Its own firewall is more likely than two outages at once.";
            return { outcome: 'inconclusive', confidence: 'possible', because, clues };
        }
        const noRoute = [edge, trace, origin].every((exchange) => exchange === undefined || hasNoRoute(exchange));
        const offline = connectivity !== undefined;
        if (!noResolver && !noRoute && !offline && origin === undefined) {
            const because = 'This runner got no response from anywhere. Without a direct request there is nothing to compare with.';
            return { outcome: 'inconclusive', confidence: 'possible', because, clues };
        }
        const also = offline ? ' 1.1.1.1 is unreachable as well.' : '';
        const because = noResolver
            ? `The runner's resolver does not reply, and no probe got a connection.${also}`
            : `No probe got a connection, neither to Cloudflare nor to the origin.${also}`;
        const confidence = noResolver || noRoute || offline ? 'likely' : 'possible';
        return { outcome: 'inconclusive', confidence, because, clues };
    },
    remedy: () => ({
        summary: 'Connect the runner to the network, then run the check again.',
        steps: [
            step('Run the job again.', ' Hosted runners occasionally lose their network.'),
            step('Check the network of a self-hosted runner', ': `curl -sv https://www.cloudflare.com/cdn-cgi/trace`.'),
            step('Check outgoing firewalls and proxies', ': they must allow this host and ports 80 and 443. The check respects `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`. A 407 means that the proxy requires different credentials.'),
        ],
        difficulty: 'easy',
        reference: 'https://docs.github.com/actions/hosting-your-own-runners/managing-self-hosted-runners/monitoring-and-troubleshooting-self-hosted-runners',
    }),
}));
/** Whether an address that is unrelated to the site responded. */
function connectivityClue({ connectivity }) {
    if (connectivity === undefined)
        return [];
    const text = connectivity.kind === 'completed'
        ? '1.1.1.1, which is unrelated to the site, responds to this runner.'
        : '1.1.1.1, which is unrelated to the site, does not respond to this runner either.';
    return [{ from: 'trace', text }];
}
function hasNoRoute(exchange) {
    return exchange.kind === 'failed' && exchange.error.reason === 'unreachable';
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/slow-response.js






/* harmony default export */ const slow_response = (defineCause({
    id: 'slow-response',
    title: 'the response is slower than allowed',
    brief: 'too slow',
    hop: 'application',
    owner: 'deploy',
    meaning: [
        'The response is as expected but took longer than `max-response-time`, from the DNS lookup to the last byte, including every followed redirect. The clues show where the time went.',
        "The time is measured on this runner. If Cloudflare's own response, which involves no origin, takes as long, the runner's network is slow and the verdict is inconclusive. An origin that is slow only when requested directly is a warning: it may simply be far from the runner.",
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'an application that has just started' },
            distinguishedBy: 'Check again after a minute, when caches and connections are warm. `wait` does that.',
            isOpen: () => true,
        },
        {
            what: 'origin-overloaded',
            distinguishedBy: 'The time grows with the number of visitors. Compare with a quiet hour.',
            isOpen: () => true,
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const limit = moment.request.maxResponseTime;
        if (limit === undefined || !(0,visitors/* visitorsServed */.TS)(moment))
            return;
        const { edge, origin, trace } = moment;
        const clues = cluesOf(moment, ...timingClues(moment));
        const slow = isSlower(edge, limit);
        const slowDirectly = (0,facts_origin/* originHealthy */.Et)(moment) && isSlower(origin, limit);
        const [most, took] = [(0,shared_text/* exactDuration */.gf)(limit), (0,shared_text/* exactDuration */.gf)((0,facts_exchange/* elapsedIn */._E)(edge))];
        if (slow && isSlower(trace, limit)) {
            const because = `Even Cloudflare's own response, which involves no origin, took longer than ${most}. This runner's network is slow.`;
            return { outcome: 'inconclusive', confidence: 'likely', because, clues };
        }
        if (slow) {
            const slowness = `The response took ${took}, but only ${most} is allowed.`;
            const because = slowDirectly
                ? `${slowness} The origin is just as slow when requested directly.`
                : slowness;
            return { outcome: 'unhealthy', confidence: slowDirectly ? 'certain' : 'likely', because, clues };
        }
        if (!slowDirectly || origin === undefined)
            return;
        const directly = `When requested directly, the origin took ${(0,shared_text/* exactDuration */.gf)((0,facts_exchange/* elapsedIn */._E)(origin))}, but only ${most} is allowed.`;
        return (0,visitors/* servedFromOrigin */.iv)(moment)
            ? {
                outcome: 'warning',
                confidence: 'possible',
                because: `${directly} Cloudflare just got a response in time.`,
                clues,
            }
            : {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: `${directly} Visitors get a cached copy.`,
                clues,
            };
    },
    remedy: ({ host }) => ({
        summary: 'Find out where the time goes, and whether this release caused it.',
        steps: [
            step('Measure it', `: \`curl -so /dev/null 'https://${host}/' -w '%{time_namelookup} %{time_connect} %{time_appconnect} %{time_starttransfer} %{time_total}\\n'\`, a few times in a row.`),
            step('If the time is before the first byte, check the application', ': its log, its database, and what it calls. Compare with the previous release.'),
            step('If the time is after the first byte, check the size of the page', ', and whether the application sends it in small parts.'),
            step('Raise `max-response-time`', ' if the time is normal for this page, or check a lighter page.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/speed/observatory/',
    }),
}));
function isSlower(exchange, limit) {
    return exchange?.kind === 'completed' && (0,facts_exchange/* elapsedIn */._E)(exchange) > limit;
}
const SPENT = {
    resolve: 'on DNS',
    connect: 'on the connection',
    tls: 'on the TLS handshake',
    processing: 'until the first byte',
    transfer: 'from the first byte to the last',
};
/** Which phase took the most of each side's time. */
function timingClues({ edge, origin }) {
    return [
        ...(edge === undefined
            ? []
            : [{ from: 'edge', text: `The response took ${timingText(edge)}.` }]),
        ...(origin?.kind === 'completed'
            ? [{ from: 'origin', text: `The response took ${timingText(origin)}.` }]
            : []),
    ];
}
function timingText(exchange) {
    const phases = ['resolve', 'connect', 'tls', 'processing', 'transfer'];
    const [longest] = phases.toSorted((a, b) => (exchange.timings[b] ?? 0) - (exchange.timings[a] ?? 0));
    const before = (exchange.redirectChain?.redirects ?? []).reduce((sum, { elapsed }) => sum + elapsed, 0);
    const spent = exchange.timings[longest ?? 'processing'] ?? 0;
    const redirects = before === 0 ? '' : `, including ${(0,shared_text/* exactDuration */.gf)(before)} on redirects`;
    return `${(0,shared_text/* exactDuration */.gf)((0,facts_exchange/* elapsedIn */._E)(exchange))}${redirects}${before === 0 ? ', including' : ' and'} ${(0,shared_text/* exactDuration */.gf)(spent)} ${SPENT[longest ?? 'processing']}`;
}

// EXTERNAL MODULE: ./lib/cloudflare/ssl-mode.js
var ssl_mode = __webpack_require__(5557);
;// CONCATENATED MODULE: ./lib/diagnosis/rules/certificate.js





/**
 * The rule that the certificate causes share. Cloudflare's 526 says that it rejected the certificate; only the direct
 * handshake shows why. While visitors are served, the zone doesn't validate certificates, so the fault is a warning, or
 * nothing when the SSL mode is known not to validate.
 *
 * @param faultOf completes "The origin's certificate …"
 * @param maxConfidence the highest confidence that the fault allows
 */
function certificateMatch(moment, fault, faultOf, maxConfidence = 'certain') {
    const originCertificate = moment.origin?.tls?.certificate;
    const edgeCertificate = moment.edge?.tls?.certificate;
    if ((0,facts_origin/* edgeCertificateHas */.N2)(moment, fault) && edgeCertificate !== undefined) {
        // The certificate may be from a TLS-intercepting proxy, or the runner's clock may be wrong. The same fault in a
        // second certificate rules that out.
        const confidence = (0,facts_origin/* originCertificateHas */.Kz)(moment, fault) ? maxConfidence : 'likely';
        const text = `The certificate that visitors get ${faultOf(edgeCertificate)}.`;
        const because = "The TLS handshake for the site's name shows it.";
        return {
            outcome: 'unhealthy',
            confidence,
            because,
            clues: cluesOf(moment, { from: 'certificate', text }),
        };
    }
    if ((0,facts_origin/* originCertificateHas */.Kz)(moment, fault) && originCertificate !== undefined) {
        return originMatch(moment, faultOf(originCertificate), maxConfidence);
    }
    // A valid certificate from the direct probe isn't the one that Cloudflare rejected, so its fault stays unknown.
    if (!(0,facts_edge/* hasEdgeError */.y)(moment, 526) || originCertificate !== undefined)
        return;
    const because = "Cloudflare rejected the origin's certificate (526), but the direct request did not get that certificate.";
    return { outcome: 'unhealthy', confidence: 'possible', because, clues: cluesOf(moment) };
}
/** The match for a fault in the origin's certificate. `fault` completes "The origin's certificate …". */
function originMatch(moment, fault, maxConfidence) {
    const clue = { from: 'certificate', text: `The origin's certificate ${fault}.` };
    if ((0,facts_edge/* hasEdgeError */.y)(moment, 526)) {
        const because = 'Cloudflare rejected the certificate (526), and the direct handshake shows the fault.';
        return { outcome: 'unhealthy', confidence: maxConfidence, because, clues: cluesOf(moment, clue) };
    }
    const mode = (0,ssl_mode/* sslModeOf */.H)(moment.request, moment.zone?.ssl);
    if ((0,visitors/* visitorsServed */.TS)(moment)) {
        if (!(0,ssl_mode/* validates */.W)(mode) && mode.by !== 'url')
            return;
        const [confidence, consequence] = (0,visitors/* servedFromOrigin */.iv)(moment)
            ? [maxConfidence, `Cloudflare still serves the site, so ${modeText(mode.by === 'url')}.`]
            : ['likely', 'What visitors get does not show whether Cloudflare accepts the certificate.'];
        const because = `The origin's certificate ${fault}. ${consequence}`;
        return { outcome: 'warning', confidence, because, clues: [clue] };
    }
    const because = "The origin's certificate has this fault, but it is not what Cloudflare reports.";
    return { outcome: 'alternative', confidence: 'possible', because, clues: [clue] };
}
function modeText(guessed) {
    return guessed
        ? 'its SSL/TLS mode is not Full (strict)'
        : 'its SSL/TLS mode is not the expected one, or it uses a different origin';
}
/** `2026-11-23` */
function isoDate(time) {
    return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : 'an unreadable date';
}

;// CONCATENATED MODULE: ./lib/diagnosis/rules/certificate-expiry.js



/** A valid certificate that expires soon, the origin's or the edge's, is a warning. */
function expiryMatch(moment) {
    const { edge, origin, request, zone } = moment;
    // Cloudflare ignores the dates of a certificate that it doesn't validate.
    const validated = (0,ssl_mode/* validates */.W)((0,ssl_mode/* sslModeOf */.H)(request, zone?.ssl)) ? origin?.tls?.certificate : undefined;
    const originExpiry = expiresSoon(moment, validated);
    const edgeExpiry = expiresSoon(moment, edge?.tls?.certificate);
    const texts = [
        ...(originExpiry === undefined ? [] : [`The origin's certificate expires ${originExpiry}.`]),
        ...(edgeExpiry === undefined ? [] : [`The certificate that visitors get expires ${edgeExpiry}.`]),
    ];
    if (texts.length === 0)
        return;
    const because = texts.join(' ');
    return {
        outcome: 'warning',
        confidence: 'certain',
        because,
        clues: [{ from: 'certificate', text: because }],
    };
}
/** When a certificate expires, such as `in 5 days, on 2026-11-28`; undefined unless it is soon. */
function expiresSoon({ at, request }, certificate) {
    if (certificate === undefined || certificate.faults.includes('expired'))
        return;
    const { notBefore, notAfter } = certificate;
    const [lifetime, left] = [notAfter - notBefore, notAfter - at];
    const limit = request.certificateDays * shared_text/* DAY */.d_;
    // Certificates with a lifetime below the limit are renewed at a third of it, as Let's Encrypt recommends.
    if (left >= (lifetime <= limit ? lifetime / 3 : limit))
        return;
    return `in ${(0,shared_text/* roughDuration */.Um)(left, Math.floor)}, on ${isoDate(notAfter)}`;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/tls-certificate-expired.js




/* harmony default export */ const tls_certificate_expired = (defineCause({
    id: 'tls-certificate-expired',
    title: 'the certificate has expired',
    brief: { observedOr: 'certificate expired' },
    hop: 'TLS',
    owner: 'certificate',
    meaning: [
        'The certificate has expired. With Full (strict), Cloudflare rejects it and shows 526. Either the renewal failed, or it worked and the server still serves the old file.',
        "A certificate that expires within `certificate-days` is a warning: the origin's, and the one that Cloudflare presents to visitors.",
    ],
    recoversByItself: false,
    lookalikes: [
        {
            what: 'tls-certificate-untrusted',
            distinguishedBy: 'Check the dates of the certificate: `openssl x509 -noout -dates`.',
        },
        {
            what: { other: 'a wrong clock' },
            distinguishedBy: 'Compare `date -u` on the machine that validates with any other machine.',
        },
    ],
    needs: ['edge'],
    rule: (moment) => certificateMatch(moment, 'expired', expiryText) ?? expiryMatch(moment),
    remedy: (context) => ({
        summary: 'Renew the certificate and reload the server.',
        steps: [
            step('Renew the certificate', ': `certbot renew`, or however it was issued. Check the renewal log to see why it was not renewed automatically.'),
            step('Reload the server', ', which keeps the old certificate in memory: `nginx -t && systemctl reload nginx`.'),
            checkCertificate(context),
            ORIGIN_CA,
            KEEP_STRICT,
        ],
        difficulty: 'hard',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
    }),
}));
/** The leaf may be valid while an intermediate has expired. */
function expiryText({ notAfter, chain, faults }) {
    const link = chain.find((link) => link.linked && link.notAfter < notAfter);
    return link !== undefined && faults.includes('expired') && link !== chain[0]
        ? `is signed by the certificate of "${link.subject}", which expired on ${isoDate(link.notAfter)}`
        : `expired on ${isoDate(notAfter)}`;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/tls-certificate-name-mismatch.js



/** Usually the server's default site responds, because none is configured for this name. */
/* harmony default export */ const tls_certificate_name_mismatch = (defineCause({
    id: 'tls-certificate-name-mismatch',
    title: 'the certificate is for another name',
    brief: { observedOr: 'certificate for another name' },
    hop: 'TLS',
    owner: 'certificate',
    meaning: [
        'The certificate does not cover the name that Cloudflare requests. Usually the server has no site for this name and serves its default one, or the name was added after the certificate was issued. With Full (strict), Cloudflare shows 526.',
    ],
    recoversByItself: false,
    lookalikes: [
        {
            what: { other: 'an Origin Rule that changes the server name' },
            distinguishedBy: 'Check Rules → Origin Rules in the dashboard for a Host or SNI override. Set `origin-host` and `origin-sni` to the same values.',
        },
    ],
    needs: ['edge'],
    rule: (moment) => certificateMatch(moment, 'name-mismatch', ({ names, expectedName }) => {
        const covers = names.length === 0 ? 'no name at all' : names.slice(0, 3).join(', ');
        return `covers ${covers}${names.length > 3 ? ' and others' : ''}, not ${expectedName}`;
    }),
    remedy: (context) => ({
        summary: 'Serve a certificate that covers the name.',
        steps: [
            step('Issue a certificate that covers the name', `: \`certbot --nginx -d ${context.host}\`, or however the others were issued.`),
            step('Check that the server has a site for the name', `: \`nginx -T | grep server_name\` must list \`${context.host}\`.`),
            checkCertificate(context),
            ORIGIN_CA,
            KEEP_STRICT,
        ],
        difficulty: 'hard',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/tls-certificate-not-yet-valid.js



/* harmony default export */ const tls_certificate_not_yet_valid = (defineCause({
    id: 'tls-certificate-not-yet-valid',
    title: 'the certificate is not valid yet',
    brief: { observedOr: 'certificate not valid yet' },
    hop: 'TLS',
    owner: 'certificate',
    meaning: [
        "The certificate's validity period has not begun. Usually the clock of the machine that issued it is ahead: at a private authority, or in a build that signs its own certificates. Sometimes it was installed too soon. With Full (strict), Cloudflare rejects it and shows 526.",
        'It becomes valid on its start date, which is usually too late. The check does not wait for that.',
    ],
    recoversByItself: false,
    lookalikes: [
        {
            what: { other: 'a wrong clock on this runner' },
            distinguishedBy: "Run `date -u` on the runner. Cloudflare's 526 rules it out, because Cloudflare's clock is right.",
        },
    ],
    needs: ['edge'],
    rule: (moment) => certificateMatch(moment, 'not-yet-valid', ({ notBefore }) => `is not valid before ${isoDate(notBefore)}`),
    remedy: (context) => ({
        summary: 'Install a certificate that is valid today.',
        steps: [
            step('Install a valid certificate', ': issue it again, or restore the previous one while it is valid. Then reload the server: `nginx -t && systemctl reload nginx`.'),
            step('Set the clock of the machine that issues certificates', ': `timedatectl set-ntp true`, then `date -u`.'),
            checkCertificate(context),
            ORIGIN_CA,
            KEEP_STRICT,
        ],
        difficulty: 'hard',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/tls-certificate-untrusted.js



/* harmony default export */ const tls_certificate_untrusted = (defineCause({
    id: 'tls-certificate-untrusted',
    title: 'the certificate is not trusted',
    brief: { observedOr: 'certificate not trusted' },
    hop: 'TLS',
    owner: 'certificate',
    meaning: [
        "The certificate is self-signed, or signed by an issuer that Cloudflare does not trust. With Full (strict), Cloudflare shows 526. Cloudflare trusts certificates of its own Origin CA, although browsers don't.",
    ],
    recoversByItself: false,
    lookalikes: [
        {
            what: 'tls-chain-incomplete',
            distinguishedBy: 'Run `openssl s_client -showcerts`. A single certificate with a public issuer lacks its intermediate.',
        },
        {
            what: { other: 'a revoked certificate' },
            distinguishedBy: "Check the issuer's status page or its revocation list. This check does not test revocation.",
        },
    ],
    needs: ['edge'],
    rule: (moment) => certificateMatch(moment, 'untrusted', ({ chainError, issuer }) => chainError === 'DEPTH_ZERO_SELF_SIGNED_CERT'
        ? 'is self-signed'
        : `was issued by "${issuer}", which does not chain to a known authority (${chainError})`),
    remedy: (context) => ({
        summary: 'Serve a certificate that Cloudflare trusts.',
        steps: [
            step('Install a certificate from a public authority', ': `certbot --nginx`.'),
            ORIGIN_CA,
            step('Set `origin-ca` for this check', ' if the certificate is from your own authority and Cloudflare trusts it (Custom Origin Trust Store).'),
            checkCertificate(context),
            KEEP_STRICT,
        ],
        difficulty: 'hard',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/tls-chain-incomplete.js







/* harmony default export */ const tls_chain_incomplete = (defineCause({
    id: 'tls-chain-incomplete',
    title: 'the intermediate certificate is missing',
    brief: { observedOr: 'certificate without its intermediate' },
    hop: 'TLS',
    owner: 'certificate',
    meaning: [
        'Public authorities sign with an intermediate certificate, which the server must send as well. If it is missing, browsers often fetch it or have it cached, so the site works in a manual test. Cloudflare does neither, and shows 526 with Full (strict). Usually the server was given `cert.pem` instead of `fullchain.pem`, or an intermediate that is years old.',
        'The check does not fetch the issuer, because it connects to nothing but the site. It recognizes a public issuer by the certificate itself: Certificate Transparency timestamps, CA/Browser Forum policies, or the name of a trusted authority. This cause is therefore never certain.',
        "A chain that is complete but out of order is a warning: most clients sort it, strict ones don't.",
    ],
    recoversByItself: false,
    lookalikes: [
        {
            what: 'tls-certificate-untrusted',
            distinguishedBy: "Check the issuer's name: `openssl x509 -noout -issuer`. If it is not a public authority, nothing is missing: Cloudflare does not trust that issuer.",
        },
    ],
    needs: ['edge'],
    rule(moment) {
        return certificateMatch(moment, 'chain-incomplete', describeGap, 'likely') ?? disorderMatch(moment);
    },
    remedy: ({ host, port }) => ({
        summary: 'Serve the complete chain: the certificate first, then each issuer.',
        steps: [
            step('Serve the full chain', ': `ssl_certificate …/fullchain.pem;` in nginx, `SSLCertificateFile …/fullchain.pem` in Apache 2.4.8 and later. Separate files belong in this order: `cat site.crt intermediate.crt > fullchain.pem`. The root is not needed.'),
            step('Reload the server', ': `nginx -t && systemctl reload nginx`.'),
            step('Check what the server sends', `: \`openssl s_client -showcerts -connect $ORIGIN:${port} -servername ${host} </dev/null | grep -E ' [si]:'\`. Each issuer (\`i:\`) must be the next subject (\`s:\`).`),
            ORIGIN_CA,
            KEEP_STRICT,
        ],
        difficulty: 'hard',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
    }),
}));
function describeGap({ chain, issuer }) {
    const last = chain.findLast(({ linked }) => linked);
    return `is sent without the certificate of "${last?.issuer ?? issuer}", which links it to a known authority`;
}
/** The chain is complete but out of order. */
function disorderMatch(moment) {
    const { origin, edge, request } = moment;
    if (disordered(origin?.tls?.certificate) && (0,facts_edge/* hasEdgeError */.y)(moment, 526)) {
        const because = 'Cloudflare rejected the certificate (526), and its only fault is that its chain is out of order.';
        return { outcome: 'unhealthy', confidence: 'possible', because, clues: cluesOf(moment) };
    }
    const ofOrigin = disordered(origin?.tls?.certificate) && (0,ssl_mode/* validates */.W)((0,ssl_mode/* sslModeOf */.H)(request, moment.zone?.ssl));
    if (!(0,visitors/* visitorsServed */.TS)(moment) || !(ofOrigin || disordered(edge?.tls?.certificate)))
        return;
    const whose = ofOrigin ? "the origin's certificate" : 'the certificate that visitors get';
    const because = `The chain of ${whose} is out of order. Most clients sort it, strict ones don't.`;
    return {
        outcome: 'warning',
        confidence: 'certain',
        because,
        clues: [{ from: 'certificate', text: because }],
    };
}
function disordered(certificate) {
    return certificate?.disordered === true && certificate.faults.length === 0;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/tls-client-certificate-required.js






/** Authenticated origin pulls: good practice, as long as Cloudflare presents the certificate. */
/* harmony default export */ const tls_client_certificate_required = (defineCause({
    id: 'tls-client-certificate-required',
    title: 'the origin requires a client certificate',
    brief: 'requires a client certificate',
    hop: 'TLS',
    owner: 'origin',
    meaning: [
        'The origin rejects clients without a certificate. Cloudflare calls this Authenticated Origin Pulls. While Cloudflare presents one and is served, that is good practice and not a fault. The direct request is rejected, and the site is judged by the responses through Cloudflare.',
        'If Cloudflare presents none, all visitors are rejected. It then shows 525 or 520, or passes on the server\'s own "400 No required SSL certificate was sent". Usually the server was configured before the zone, the zone\'s setting was turned off, or the server does not trust the certificate that Cloudflare presents.',
    ],
    recoversByItself: false,
    lookalikes: [
        {
            what: 'tls-handshake-failed',
            distinguishedBy: 'Send a client certificate with `origin-client-cert` and `origin-client-key`: if the handshake still fails, the client certificate is not the reason.',
        },
        {
            what: { other: 'a client certificate that the origin no longer trusts' },
            distinguishedBy: 'Check the server\'s error log: "client SSL certificate verify error" names the reason. Cloudflare\'s own origin pull certificate expires too.',
            isOpen: () => true,
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const { edge, origin } = moment;
        if (requestsClientCertificate(moment, edge) && (0,facts_edge/* passedThroughCloudflare */.bl)(moment)) {
            const both = requestsClientCertificate(moment, origin);
            const because = both
                ? 'Cloudflare and this runner both get the response that a client certificate is required.'
                : "Cloudflare passes on the server's response that a client certificate is required.";
            return {
                outcome: 'unhealthy',
                confidence: both ? 'certain' : 'likely',
                because,
                clues: cluesOf(moment),
            };
        }
        if (!originRequiresClientCertificate(moment))
            return;
        const alert = tlsAlert(moment);
        const text = alert === undefined
            ? 'The origin responds that no client certificate was sent.'
            : `The origin requests a client certificate, and ends the handshake with the TLS alert ${alertName(alert)}.`;
        const clue = { from: 'origin', text };
        if ((0,visitors/* servedFromOrigin */.iv)(moment)) {
            const because = 'The origin requires a client certificate, which Cloudflare presents and this runner does not have. It rejected the direct request.';
            return { outcome: 'note', confidence: 'certain', because, clues: cluesOf(moment, clue) };
        }
        if (!(0,facts_edge/* hasEdgeError */.y)(moment, 525, 520))
            return;
        const because = "The origin requires a client certificate, and Cloudflare's connection fails too. It seems to present none that the origin accepts.";
        return { outcome: 'unhealthy', confidence: 'likely', because, clues: cluesOf(moment, clue) };
    },
    remedy: () => ({
        summary: 'Make Cloudflare present the certificate that the origin requires.',
        steps: [
            step('Turn on Authenticated Origin Pulls', ' in the dashboard, under SSL/TLS → Origin Server. It works with Full and Full (strict), not with Flexible.'),
            step('Trust the certificate that Cloudflare presents', " on the origin: Cloudflare's `authenticated_origin_pull_ca.pem`, or yours if you uploaded one. `ssl_client_certificate` in nginx, `SSLCACertificateFile` in Apache."),
            step('Stop requiring the certificate', ' to restore the site right away: `ssl_verify_client optional;` in nginx, then reload. Require it again right afterward: until then, anyone can connect to the origin.'),
            step('Pass a certificate to this check', ' to check the origin directly: `origin-client-cert` and `origin-client-key`.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/ssl/origin-configuration/authenticated-origin-pull/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/tls-handshake-failed.js










/* harmony default export */ const tls_handshake_failed = (defineCause({
    id: 'tls-handshake-failed',
    title: "the origin's TLS handshake fails",
    brief: 'handshake failed',
    hop: 'TLS',
    owner: 'origin',
    meaning: [
        'The origin accepts the connection, but the TLS handshake fails. The two sides share no TLS version or cipher, the server has no site for the name, or it ends the handshake early. Cloudflare shows 525. No certificate has been validated yet; a rejected certificate is a 526.',
        'Cloudflare offers TLS 1.0 to 1.3 to origins, with few ciphers below 1.2: those with an RSA key. This check offers 1.2 and 1.3. If that fails, it tries again with legacy settings to find out what the server would accept.',
        "The cause is certain when Cloudflare returns 525 and the server ends this runner's handshake with an alert of its own.",
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'tls-client-certificate-required',
            distinguishedBy: "The alert is `certificate_required` (116), or the server's configuration has `ssl_verify_client on`.",
        },
        {
            what: 'tls-plaintext-port',
            distinguishedBy: '`curl -v http://$ORIGIN:443/` returns a page over plain HTTP.',
        },
        {
            what: { other: 'a firewall that reads the server name and cuts the handshake' },
            distinguishedBy: 'Run `openssl s_client` on the origin itself, against `127.0.0.1`. If that works, something on the network path cuts the handshake.',
        },
    ],
    needs: ['edge'],
    rule(moment) {
        if (plainHttpOnTlsPort(moment) || originRequiresClientCertificate(moment))
            return;
        const clues = cluesOf(moment, ...handshakeClues(moment));
        const failed = handshakeFailed(moment);
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 525)) {
            const found = directHandshakeFinding(moment);
            return found && { outcome: 'unhealthy', ...found, clues };
        }
        const visitorsFail = (0,facts_exchange/* failedAt */.JG)(moment.edge, 'tls', 'protocol', 'reset', 'closed');
        if (visitorsFail && (0,facts_edge/* isProxied */.S7)(moment) === false && (failed || moment.origin === undefined)) {
            const because = 'The name resolves directly to a host whose TLS handshake fails.';
            return { outcome: 'unhealthy', confidence: 'likely', because, clues };
        }
        if (!failed)
            return;
        if ((0,facts_origin/* anotherOriginResponds */.WE)(moment)) {
            const which = `origin ${moment.dialedOrigin?.position} of ${moment.dialedOrigin?.of}`;
            const because = `The TLS handshake with ${which} fails, while another origin responds. Cloudflare may be sending visitors there.`;
            return { outcome: 'warning', confidence: 'likely', because, clues };
        }
        const outdated = moment.recheck?.tlsInspection?.legacy;
        if (!(0,visitors/* servedFromOrigin */.iv)(moment) || outdated === undefined)
            return;
        const because = `The origin accepts nothing newer than ${outdated.protocol} with ${outdated.cipher}, which this check does not offer. Cloudflare is served.`;
        return { outcome: 'note', confidence: 'likely', because, clues };
    },
    remedy: (context) => ({
        summary: 'Make the server complete a TLS 1.2 or 1.3 handshake for this name.',
        steps: [
            tryHandshake(context),
            step('Check that the server has a site with a certificate for the name', `: \`nginx -T | grep -E 'server_name|ssl_certificate|ssl_reject_handshake'\` must show \`${context.host}\`.`),
            step('Allow current TLS versions', ': `ssl_protocols TLSv1.2 TLSv1.3;` in nginx, `SSLProtocol -all +TLSv1.2 +TLSv1.3` in Apache, and no custom cipher list.'),
            step("Check the server's error log", ' from the time of this check: it shows why the server ended the handshake.'),
            step('Check what reads the server name in front of the server', ': a load balancer without this host, a firewall, an intrusion detection system.'),
        ],
        difficulty: 'hard',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-525/',
    }),
}));
/** What the direct handshake adds to Cloudflare's 525. */
function directHandshakeFinding(moment) {
    const { origin } = moment;
    const alert = tlsAlert(moment);
    if (handshakeFailed(moment)) {
        return alert === undefined
            ? {
                confidence: 'likely',
                because: 'The handshake fails for both Cloudflare (525) and this runner.',
            }
            : {
                confidence: 'certain',
                because: `Cloudflare's handshake fails (525), and the origin ends this runner's with the alert ${alertName(alert)}.`,
            };
    }
    // A server that sends nothing has not started the handshake.
    if ((0,facts_exchange/* failedAt */.JG)(origin, 'tls'))
        return;
    if (origin?.tls !== undefined) {
        return {
            confidence: 'likely',
            because: "Cloudflare's handshake fails (525), while this runner's succeeds. Cloudflare requests a different name, is blocked, or connects to a different origin.",
        };
    }
    return {
        confidence: 'likely',
        because: "Cloudflare's handshake failed (525). There is no direct handshake to compare.",
    };
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/tls-plaintext-port.js








/* harmony default export */ const tls_plaintext_port = (defineCause({
    id: 'tls-plaintext-port',
    title: 'one side uses TLS and the other plain HTTP',
    brief: 'used on one side only',
    hop: 'TLS',
    owner: 'origin',
    meaning: [
        "The port that should use TLS uses plain HTTP, or the reverse. Usually the line `listen 443` lacks the word `ssl`, or a container's plain port was published as 443. Or the zone's mode does not match the server. Flexible connects to port 80 over plain HTTP. Full and Full (strict) connect to port 443 over TLS. Cloudflare shows 525 where it uses TLS, and 520 or the server's own 400 where it does not.",
        'The check recognizes it by the bytes. The response to a TLS hello begins like HTTP, or the same port completes a TLS handshake.',
    ],
    recoversByItself: false,
    lookalikes: [
        {
            what: 'tls-handshake-failed',
            distinguishedBy: 'Run `curl -v http://$ORIGIN:443/`. A page means plain HTTP. A 400 or nothing means TLS.',
        },
        {
            what: { other: 'a zone mode that does not match the server' },
            distinguishedBy: 'Check SSL/TLS → Overview in the dashboard: Flexible requires plain HTTP on port 80, Full and Full (strict) require TLS on port 443.',
        },
    ],
    needs: ['edge'],
    rule(moment) {
        return toVisitors(moment) ?? plainMatch(moment) ?? tlsMatch(moment);
    },
    remedy: ({ port, tls }) => ({
        summary: tls
            ? `Enable TLS on port ${port} of the origin.`
            : `Use plain HTTP on port ${port} of the origin, or make Cloudflare connect with TLS.`,
        steps: [
            tls
                ? step(`Enable TLS on port ${port}`, `: in nginx, \`listen ${port} ssl;\` with the word \`ssl\`; in Apache, \`SSLEngine on\`. In a container, publish the TLS port, not the plain one.`)
                : step(`Use plain HTTP on port ${port}`, `: in nginx, \`listen ${port};\` without the word \`ssl\`.`),
            step('Check which protocol the port uses', `: \`curl -sv http://$ORIGIN:${port}/\` and \`openssl s_client -connect $ORIGIN:${port}\`. Only one of the two works.`),
            step("Compare with the zone's mode", ': SSL/TLS → Overview in the dashboard. Use Full (strict) as soon as the origin has a certificate.'),
            step('Check that no Origin Rule changes the port', ': Rules → Origin Rules in the dashboard.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/ssl/origin-configuration/ssl-modes/',
    }),
}));
/** The server's own response says it, and Cloudflare passes it on. */
function toVisitors(moment) {
    if (!requestsTls(moment, moment.edge) || !(0,facts_edge/* passedThroughCloudflare */.bl)(moment))
        return;
    const both = requestsTls(moment, moment.origin);
    const because = both
        ? "Visitors and this runner both get the server's response that it requires TLS on that port."
        : "Cloudflare passes on the server's response that it requires TLS on that port.";
    return { outcome: 'unhealthy', confidence: both ? 'certain' : 'likely', because, clues: cluesOf(moment) };
}
/** The port uses plain HTTP where TLS is expected. */
function plainMatch(moment) {
    if (!plainHttpOnTlsPort(moment))
        return;
    const { dialedOrigin, request } = moment;
    const clues = cluesOf(moment, ...handshakeClues(moment));
    const port = `port ${dialedOrigin?.port}`;
    if ((0,facts_edge/* hasEdgeError */.y)(moment, 525)) {
        const because = `Cloudflare's handshake fails (525), and ${port} responds in plain HTTP.`;
        // Cloudflare connects to the URL's port unless an Origin Rule changes it.
        return {
            outcome: 'unhealthy',
            confidence: dialedOrigin?.port === request.port ? 'certain' : 'likely',
            because,
            clues,
        };
    }
    if ((0,visitors/* servedFromOrigin */.iv)(moment)) {
        const because = `Port ${dialedOrigin?.port} of the origin uses plain HTTP, and Cloudflare is still served, because it connects in a different way than this check. Set \`origin\` with \`http://\`, or the zone's \`ssl-mode\`.`;
        return { outcome: 'note', confidence: 'likely', because, clues };
    }
    if ((0,visitors/* visitorsServed */.TS)(moment))
        return;
    const because = `Port ${dialedOrigin?.port} uses plain HTTP, but Cloudflare reports a different error.`;
    return { outcome: 'alternative', confidence: 'possible', because, clues };
}
/** The port uses TLS where plain HTTP is expected. */
function tlsMatch(moment) {
    if (!tlsOnPlainPort(moment))
        return;
    const { dialedOrigin, request, recheck, zone } = moment;
    const clues = cluesOf(moment, ...handshakeClues(moment));
    const port = `port ${dialedOrigin?.port}`;
    if ((0,facts_edge/* hasEdgeError */.y)(moment, 520, 502)) {
        const { mode, by } = (0,ssl_mode/* sslModeOf */.H)(request, zone?.ssl);
        const plain = by !== 'url' && (mode === 'off' || mode === 'flexible');
        const because = `Cloudflare gets no usable response, and ${port} uses TLS where plain HTTP is expected.`;
        return { outcome: 'unhealthy', confidence: plain ? 'certain' : 'likely', because, clues };
    }
    if ((0,visitors/* servedFromOrigin */.iv)(moment) && (0,facts_exchange/* isGoodResponse */.nm)(moment, recheck?.otherScheme)) {
        const because = `Port ${dialedOrigin?.port} of the origin responds normally over TLS, while this check is configured for plain HTTP. Set \`origin\` with \`https://\`.`;
        return { outcome: 'inconclusive', confidence: 'likely', because, clues };
    }
    const because = `Port ${dialedOrigin?.port} of the origin uses TLS where plain HTTP is expected.`;
    return {
        outcome: (0,visitors/* visitorsServed */.TS)(moment) ? 'unhealthy' : 'alternative',
        confidence: (0,visitors/* visitorsServed */.TS)(moment) ? 'likely' : 'possible',
        because,
        clues,
    };
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/unexpected-status.js









/* harmony default export */ const unexpected_status = (defineCause({
    id: 'unexpected-status',
    title: 'the site returns an unexpected status',
    brief: { observedOr: 'unexpected status' },
    hop: 'application',
    owner: 'deploy',
    meaning: [
        'The site responds with a status outside `expected-status`: a page that this version no longer has, a login page, an unexpected redirect. No fault between the visitor and the origin explains it.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a wrong `url` in the workflow' },
            distinguishedBy: 'Open the URL in a browser.',
            isOpen: () => true,
        },
        {
            what: { other: 'a direct request with a different host name than Cloudflare uses' },
            distinguishedBy: 'Check Rules → Origin Rules in the dashboard, and set `origin-host` to the Host override.',
            isOpen: (moment) => {
                const direct = unexpectedStatusOf(moment, moment.origin);
                return direct !== undefined && direct !== unexpectedStatusOf(moment, moment.edge);
            },
        },
    ],
    needs: ['edge'],
    rule(moment) {
        return (unusableRedirect(moment) ?? failingOtherHost(moment) ?? statusForVisitors(moment) ?? atOrigin(moment));
    },
    remedy: ({ host, form }) => ({
        ...(unexpected_status_isForm(form) ? ADVICE[form] : ADVICE.status)(host),
        difficulty: 'easy',
        reference: 'https://www.rfc-editor.org/rfc/rfc9110#name-status-codes',
    }),
}));
/** The site redirects visitors to where no page can come from. */
function unusableRedirect(moment) {
    const clues = cluesOf(moment);
    switch ((0,facts_redirects/* redirectDeadEnd */.GK)(moment.edge)) {
        case 'invalid': {
            const because = 'The site redirects visitors to something that is not a valid web address.';
            return withForm('unusable-redirect', { outcome: 'unhealthy', confidence: 'likely', because, clues });
        }
        case 'private': {
            const because = 'The site redirects visitors to an address inside their own machine or network.';
            return withForm('unusable-redirect', { outcome: 'unhealthy', confidence: 'likely', because, clues });
        }
        case 'maybe-private': {
            const because = "The site redirects visitors to a host that resolves to an address inside this runner's own network. This check does not follow redirects there.";
            return withForm('other-host', { outcome: 'inconclusive', confidence: 'possible', because, clues });
        }
        case undefined:
            return;
    }
}
/** The site redirects visitors to another host, which fails. */
function failingOtherHost(moment) {
    const host = (0,facts_redirects/* finalHost */.xc)(moment);
    if (host === undefined || moment.edge?.kind !== 'failed')
        return;
    const because = `The site redirects visitors to ${host}, which returns nothing usable.`;
    return withForm('other-host', {
        outcome: 'unhealthy',
        confidence: 'likely',
        because,
        clues: cluesOf(moment),
    });
}
function statusForVisitors(moment) {
    const shown = unexpectedStatusOf(moment, moment.edge);
    if (shown === undefined || (0,facts_edge/* writtenByCloudflare */.Mk)(moment))
        return;
    const host = (0,facts_redirects/* finalHost */.xc)(moment);
    const both = directStatus(moment) === shown;
    const form = statusForm(moment, shown);
    const where = host === undefined ? '' : ` from ${host}, which the site redirects to`;
    const head = form === 'head' ? ' for HEAD' : '';
    const bare = (0,facts_origin/* failsOnCloudflareHeaders */.Yu)(moment)
        ? " Without Cloudflare's request headers, the origin responds normally."
        : '';
    // A rejection has two possible sources: a rule at Cloudflare, and an origin that admits only Cloudflare.
    const rejection = shown === 401 || shown === 403 || shown === 429;
    return withForm(host === undefined ? form : 'other-host', {
        outcome: 'unhealthy',
        confidence: both && !rejection ? 'certain' : 'likely',
        because: both
            ? `Visitors and the direct request both get ${shown}${head}.${bare}`
            : `Visitors get ${shown}${where}, and no connection fault explains it.`,
        clues: cluesOf(moment),
    });
}
/** Visitors are served, but the origin itself returns an unexpected status or redirect. */
function atOrigin(moment) {
    if (!(0,visitors/* visitorsServed */.TS)(moment))
        return;
    const clues = cluesOf(moment);
    const direct = directStatus(moment);
    if (direct === undefined)
        return originRedirect(moment);
    const because = `The origin returns ${direct} when requested directly.${SERVED_ELSEWHERE}`;
    return withForm(statusForm(moment, direct), {
        outcome: 'unhealthy',
        confidence: 'likely',
        because,
        clues,
    });
}
/** The status of the origin's redirect is expected, but visitors are not redirected there. */
function originRedirect(moment) {
    const host = (0,facts_redirects/* unexpectedRedirectHost */.eG)(moment);
    if (host === undefined)
        return;
    const clues = cluesOf(moment);
    const redirects = `The origin, when requested directly, redirects to ${host}. Visitors are not redirected there.`;
    if ((0,visitors/* servedFromOrigin */.iv)(moment)) {
        return withForm('origin-redirect', {
            outcome: 'warning',
            confidence: 'likely',
            because: redirects,
            clues,
        });
    }
    const because = `${redirects} What they get may be older.`;
    return withForm('origin-redirect', { outcome: 'inconclusive', confidence: 'possible', because, clues });
}
function withForm(form, match) {
    return { ...match, form };
}
function statusForm({ request }, status) {
    if (request.method === 'HEAD' && status === 405)
        return 'head';
    return status >= 300 && status < 400 ? 'redirect' : 'status';
}
/** The unexpected status of the direct response. Undefined when another cause explains it. */
function directStatus(moment) {
    const explained = ((0,facts_origin/* probeRejected */.bq)(moment) && (0,visitors/* visitorsServed */.TS)(moment)) || tlsOnPlainPort(moment);
    return explained ? undefined : unexpectedStatusOf(moment, moment.origin);
}
/** The status of a response, if it is neither expected nor a server error. */
function unexpectedStatusOf(moment, exchange) {
    if (exchange?.kind !== 'completed' || (0,facts_exchange/* hasExpectedStatus */.n3)(moment, exchange))
        return;
    if ((0,facts_redirects/* endlessRedirects */.Yf)(exchange) !== undefined)
        return;
    return exchange.head.status < 500 ? exchange.head.status : undefined;
}
function unexpected_status_isForm(form) {
    return form !== undefined && Object.hasOwn(ADVICE, form);
}
const EXPECT_REDIRECT = step('Expect the redirect itself', ' if you want to check only that: set `follow-redirects: 0` and expect its status.');
const FIND_REDIRECT = step('Find the redirect', ' if it is wrong: in the application, in the web server, and in Cloudflare under Rules.');
const ADVICE = {
    status: (host) => ({
        summary: 'Compare what was deployed with what is expected.',
        steps: [
            step('Check that the deploy published the page', ': routes, files, base path, language redirects.'),
            step('Request the page', `: \`curl -si 'https://${host}/' | head -n 20\`, with the path of \`url\`.`),
            step('Expect the status', ' if it is correct, for example: `expected-status: 200-399, 404`.'),
            step('Set `origin-host`', ' to the Host that Cloudflare sends, if only the direct request differs.'),
        ],
    }),
    head: () => ({
        summary: 'Use GET: the site does not support HEAD.',
        steps: [
            step('Set `method: GET`', ', or leave it out.'),
            step('Or support HEAD in the application', ' like GET, without the body: crawlers and monitors use it.'),
        ],
    }),
    redirect: () => ({
        summary: 'Check whether the site should redirect there, and expect the redirect if it should.',
        steps: [
            step('Check the target', ': run `curl -sI URL`, and look at the header `Location`.'),
            step('Follow the redirect if it is correct', ': leave `follow-redirects` out. Or expect it: `expected-status: 301`, with `follow-redirects: 0`.'),
            FIND_REDIRECT,
        ],
    }),
    'other-host': () => ({
        summary: 'Check the host that the site redirects visitors to.',
        steps: [
            step('Check the target', ': run `curl -sIL URL`, and look at each `Location` header.'),
            step('Check that host with its own `url` and `origin`', ' if it is yours too. It then gets its own diagnosis.'),
            FIND_REDIRECT,
            EXPECT_REDIRECT,
        ],
    }),
    'origin-redirect': () => ({
        summary: 'Find out why the origin redirects this check but not visitors.',
        steps: [
            step('Check the target', ': the `curl` command for the origin in this report, with `-i`, shows the header `Location`.'),
            step('Set `origin-host` to the name that Cloudflare uses', ', if it is different: the response may come from another site on the same server.'),
            step('Purge the cache if visitors get a copy', ': Caching → Configuration in the dashboard. Then check whether they are redirected too.'),
        ],
    }),
    'unusable-redirect': () => ({
        summary: 'Make the redirect point to an address that visitors can reach.',
        steps: [
            step("Fix the application's base URL", ': it often contains `localhost`, a port or an empty value (`APP_URL`, `BASE_URL`, `SITE_URL`). Check whether the application trusts `X-Forwarded-Host` and `X-Forwarded-Proto`.'),
            step('Check the target', ': run `curl -sI URL`, and look at the header `Location`.'),
            EXPECT_REDIRECT,
        ],
    }),
};

;// CONCATENATED MODULE: ./lib/diagnosis/causes/unexplained.js


/** The fallback: it leads only when no other cause matches. */
/* harmony default export */ const unexplained = (defineCause({
    id: 'unexplained',
    title: 'the failure matches no known cause',
    brief: { observedOr: 'unknown failure' },
    hop: 'unknown',
    owner: 'unknown',
    meaning: [
        'The site or its origin fails in a way that matches none of the causes that this check knows. The report shows what was observed.',
    ],
    recoversByItself: true,
    lookalikes: [],
    // It must match even without any observation: a site is healthy only if that was observed.
    needs: [],
    rule(moment) {
        const clues = cluesOf(moment);
        if (moment.edge === undefined) {
            const because = 'The site was not requested the way visitors request it.';
            return { outcome: 'inconclusive', confidence: 'possible', because, clues };
        }
        const because = 'The site or its origin fails, and no known cause matches.';
        return { outcome: 'unhealthy', confidence: 'possible', because, clues };
    },
    remedy: () => ({
        summary: 'Compare the measurements, and report the case.',
        steps: [
            step('Compare both sides in the measurements', ': start with the first difference. If the origin was not requested, set `origin`: most causes require both sides.'),
            step("Check the origin's logs", " from the time of this check, and Cloudflare's dashboard under Analytics & Logs → HTTP Traffic."),
            step('Open an issue', ' at https://github.com/origin-gate/origin-gate/issues with the JSON report, so that we can add this cause.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/index.js



















































/** All causes, specific before general. Among matches with the same confidence, the earlier one leads. */
const CAUSES = [
    cache_masks_broken_origin,
    cloudflare_tunnel_down,
    cloudflare_tunnel_origin_unreachable,
    cloudflare_no_healthy_pool,
    dns_origin_mismatch,
    cloudflare_worker_failed,
    cloudflare_zone_misconfigured,
    dns_origin_unresolvable,
    dns_points_to_cloudflare,
    dns_resolvers_disagree,
    tls_certificate_expired,
    tls_certificate_not_yet_valid,
    tls_chain_incomplete,
    tls_certificate_untrusted,
    tls_certificate_name_mismatch,
    tls_client_certificate_required,
    tls_plaintext_port,
    tls_handshake_failed,
    origin_refused,
    origin_unreachable,
    origin_connect_timeout,
    origin_headers_too_large,
    origin_http2_broken,
    origin_malformed_response,
    origin_truncated_response,
    origin_empty_response,
    origin_reset,
    origin_response_timeout,
    origin_app_down,
    origin_app_timeout,
    origin_maintenance,
    origin_overloaded,
    origin_app_error,
    cloudflare_blocked_by_origin,
    cloudflare_edge_error,
    cloudflare_challenged,
    cloudflare_waf_blocked,
    cloudflare_rate_limited,
    cloudflare_access_required,
    dns_no_such_host,
    dns_no_address,
    dns_server_failure,
    runner_offline,
    dns_not_proxied,
    redirect_loop,
    origin_not_deployed,
    edge_stale,
    unexpected_status,
    slow_response,
    origin_locked_to_cloudflare,
    unexplained,
];
/** The cause with this id, if it exists. */
function causeById(id) {
    return CAUSES.find((cause) => cause.id === id);
}



/***/ }),

/***/ 8727:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EL: () => (/* binding */ outcomeText),
/* harmony export */   Qj: () => (/* binding */ DAMAGE),
/* harmony export */   UC: () => (/* binding */ redirectText),
/* harmony export */   Vz: () => (/* binding */ missingContentText)
/* harmony export */ });
/* harmony import */ var _cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(936);
/* harmony import */ var _failure_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3971);
/* harmony import */ var _facts_exchange_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2828);
/* harmony import */ var _facts_generator_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4756);
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6422);





/**
 * What an exchange gave, to complete "visitors get …".
 *
 * @param limit the time that the request had, in words
 */
function outcomeText(exchange, limit) {
    if (exchange === undefined)
        return 'an unknown response';
    if (exchange.kind === 'completed')
        return responseText(exchange);
    const { phase, error } = exchange;
    return (0,_failure_words_js__WEBPACK_IMPORTED_MODULE_1__/* .failureWords */ .A)({ phase, ...error, limit }).gets;
}
function responseText(exchange) {
    const { status } = exchange.head;
    const missing = missingContentText(exchange);
    const lacking = missing === '' ? '' : `,${missing}`;
    const damage = (0,_facts_exchange_js__WEBPACK_IMPORTED_MODULE_2__/* .encodingDamage */ .hk)(exchange);
    if (damage !== undefined)
        return `${status} with a compressed body that ${DAMAGE[damage]}${lacking}`;
    const ray = (0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .rayOf */ .qj)(exchange);
    const colo = ray?.colo ? ` (${ray.colo})` : '';
    const error = (0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .edgeErrorIn */ .L3)(exchange);
    if (error !== undefined) {
        const code = error.code === status ? '' : `, code ${error.code},`;
        return `${status}${code} on a Cloudflare error page${colo}${lacking}`;
    }
    const copy = (0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .copyOf */ .zP)(exchange);
    if (copy !== undefined)
        return `${status} from Cloudflare's cache (${[copy, ray?.colo ?? ''].filter((part) => part !== '').join(', ')})${lacking}`;
    const generator = (0,_facts_generator_js__WEBPACK_IMPORTED_MODULE_3__/* .generatorOf */ .bm)(exchange);
    const page = generator === undefined ? '' : ` on a page from ${generator.name}`;
    return `${status}${page}${colo}${lacking}`;
}
/** Completes "a compressed body that …". */
const DAMAGE = { corrupt: 'is corrupt', truncated: 'is truncated' };
/** The expected content that a response lacks, to follow its status; empty when it lacks none. */
function missingContentText(exchange) {
    const { body, header } = (exchange?.kind === 'completed' ? exchange.content : undefined) ?? {};
    const missing = [
        ...(body === 'missing' ? ['the expected text'] : []),
        ...(header === 'missing' ? ['the expected header'] : []),
    ];
    return missing.length === 0 ? '' : ` without ${(0,_shared_text_js__WEBPACK_IMPORTED_MODULE_4__/* .list */ .p_)(missing)}`;
}
/** The redirects before a response, to follow the text about it; empty when there were none. */
function redirectText(exchange) {
    const { redirects = [], end, next = '' } = exchange?.redirectChain ?? {};
    const count = redirects.length;
    const after = count === 1 ? 'after one redirect' : `after ${count} redirects`;
    const last = redirects.at(-1);
    const plaintext = redirects.some(({ from, to }) => from.startsWith('https:') && to.startsWith('http:'));
    const to = `${shortened(last?.to ?? '')}${plaintext ? ', over plain HTTP' : ''}`;
    if (end === undefined)
        return last === undefined ? '' : `, ${after} to ${to}`;
    const target = next === '' ? 'without a valid URL' : `to ${shortened(next)}`;
    return `, redirecting ${target}${count === 0 ? '' : ` ${after}`}`;
}
function shortened(url) {
    return url.length <= 120 ? url : `${url.slice(0, 119)}…`;
}


/***/ }),

/***/ 5364:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ meetsExpectations),
/* harmony export */   Fx: () => (/* binding */ undecidedContentReason),
/* harmony export */   Ue: () => (/* binding */ lacksContent)
/* harmony export */ });
/* unused harmony export expectedContent */
/* harmony import */ var _exchange_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2828);
/* harmony import */ var _redirects_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1200);


/**
 * Whether a response has the expected body text and header, whatever its status: `unsure` when that was not decided.
 */
function expectedContent(moment, exchange) {
    const { expectedBody, expectedHeader } = moment.request;
    if (expectedBody === undefined && expectedHeader === undefined)
        return 'found';
    if (exchange?.kind !== 'completed')
        return 'unsure';
    // Visitors get the content from the other host, which the direct probe doesn't request.
    if ((0,_redirects_js__WEBPACK_IMPORTED_MODULE_1__/* .redirectsLikeEdge */ .G6)(moment, exchange))
        return 'found';
    if (exchange.redirectChain?.end === 'elsewhere')
        return 'missing';
    const { body, header } = exchange.content ?? {};
    const results = [
        ...(expectedBody === undefined ? [] : [body]),
        ...(expectedHeader === undefined ? [] : [header]),
    ];
    if (results.includes('missing'))
        return 'missing';
    return results.every((presence) => presence === 'found') ? 'found' : 'unsure';
}
/** The response has everything that the user expects: status, body text and header. */
function meetsExpectations(moment, exchange) {
    return (0,_exchange_js__WEBPACK_IMPORTED_MODULE_0__/* .isGoodResponse */ .nm)(moment, exchange) && expectedContent(moment, exchange) === 'found';
}
/** A good response that lacks the expected body text or header. */
function lacksContent(moment, exchange) {
    return (0,_exchange_js__WEBPACK_IMPORTED_MODULE_0__/* .isGoodResponse */ .nm)(moment, exchange) && expectedContent(moment, exchange) === 'missing';
}
/** Why it is unknown whether a good response has the expected content; undefined when it is known. */
function undecidedContentReason(moment, exchange) {
    if (!(0,_exchange_js__WEBPACK_IMPORTED_MODULE_0__/* .isGoodResponse */ .nm)(moment, exchange) || expectedContent(moment, exchange) !== 'unsure')
        return;
    const { body, header } = (exchange?.kind === 'completed' ? exchange.content : undefined) ?? {};
    if (body === 'undecided' || header === 'undecided')
        return 'the pattern takes too long on what the site sends';
    if (body === 'unread')
        return "it isn't in the first megabyte of the page, and the rest wasn't read";
    return 'the site redirects this check to a URL that it does not follow';
}


/***/ }),

/***/ 6650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VD: () => (/* binding */ resolverViews),
/* harmony export */   Vx: () => (/* binding */ otherServersHaveAddress),
/* harmony export */   aM: () => (/* binding */ nameServerView),
/* harmony export */   g0: () => (/* binding */ failsDnssec),
/* harmony export */   hs: () => (/* binding */ hasAddress),
/* harmony export */   hw: () => (/* binding */ needsCurrentRanges),
/* harmony export */   mf: () => (/* binding */ runnerView),
/* harmony export */   n$: () => (/* binding */ hasNoRecord),
/* harmony export */   uf: () => (/* binding */ othersPointToCloudflare)
/* harmony export */ });
/* harmony import */ var _cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(936);
/* harmony import */ var _cloudflare_ranges_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9185);


/** Blocked, censored, filtered, prohibited (RFC 8914): a policy of that resolver, not the DNS. */
const FILTERED_CODES = new Set([15, 16, 17, 18]);
/** What the runner's own resolver says. */
function runnerView({ dns, ranges }) {
    return dns && viewOf(dns, ranges);
}
/** What each of the other resolvers says, without those that didn't respond or that filter the name. */
function resolverViews({ resolvers = [], ranges, }) {
    return resolvers
        .map((answer) => ({ answer, view: viewOf(answer, ranges) }))
        .filter(({ answer, view }) => view !== 'other' && !isFiltered(answer));
}
/** What the zone's name servers say, if all that respond agree. */
function nameServerView({ nameServers = [], ranges, }) {
    const views = new Set(nameServers.map((answer) => viewOf(answer, ranges)).filter((view) => view !== 'other'));
    const [only, second] = views;
    return second === undefined ? only : undefined;
}
function hasAddress({ view }) {
    return view === 'cloudflare' || view === 'elsewhere';
}
function hasNoRecord({ view }) {
    return view === 'no-such-host' || view === 'no-address';
}
/** Another resolver has an address for the name, or the zone's name servers do, which resolvers will follow. */
function otherServersHaveAddress(moment) {
    const view = nameServerView(moment);
    return resolverViews(moment).some(hasAddress) || (view !== undefined && hasAddress({ view }));
}
/** Another resolver points to Cloudflare, whatever the runner's own resolver says. */
function othersPointToCloudflare(moment) {
    return resolverViews(moment).some(({ view }) => view === 'cloudflare');
}
/** A resolver that validates DNSSEC reports that the zone's signatures are invalid. */
function failsDnssec({ answer }) {
    return (answer.kind === 'failed' && (answer.bogus || answer.errors.some(({ code }) => DNSSEC_CODES.has(code))));
}
/** DNSSEC indeterminate, bogus, expired, not yet valid, without key, signature or zone key (RFC 8914). */
const DNSSEC_CODES = new Set([5, 6, 7, 8, 9, 10, 11, 12]);
/**
 * The site's addresses are outside the built-in Cloudflare ranges, and no response shows that Cloudflare is there.
 * Only then it matters whether the list of ranges is current.
 */
function needsCurrentRanges({ edge, trace, dns }) {
    if ((0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .throughCloudflare */ .TV)(edge) || (0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .traceOf */ .fC)(trace) !== undefined)
        return false;
    return dns?.kind === 'resolved' && viewOf(dns) === 'elsewhere';
}
function viewOf(result, ranges) {
    if (result.kind === 'resolved') {
        return result.addresses.some(({ address }) => (0,_cloudflare_ranges_js__WEBPACK_IMPORTED_MODULE_1__/* .inCloudflareRanges */ .fC)(address, ranges))
            ? 'cloudflare'
            : 'elsewhere';
    }
    return result.reason === 'timeout' ? 'other' : result.reason;
}
function isFiltered(answer) {
    return answer.kind === 'failed' && answer.errors.some(({ code }) => FILTERED_CODES.has(code));
}


/***/ }),

/***/ 8644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bh: () => (/* binding */ edgeErrorCode),
/* harmony export */   Bm: () => (/* binding */ certainlyFromCloudflare),
/* harmony export */   FE: () => (/* binding */ cloudflareMayBeAtFault),
/* harmony export */   Mk: () => (/* binding */ writtenByCloudflare),
/* harmony export */   PG: () => (/* binding */ edgeReachable),
/* harmony export */   S7: () => (/* binding */ isProxied),
/* harmony export */   U_: () => (/* binding */ cloudflareGatewayError),
/* harmony export */   bl: () => (/* binding */ passedThroughCloudflare),
/* harmony export */   cG: () => (/* binding */ originShare),
/* harmony export */   tE: () => (/* binding */ hasZoneError),
/* harmony export */   y: () => (/* binding */ hasEdgeError),
/* harmony export */   yq: () => (/* binding */ relayedByOrigin)
/* harmony export */ });
/* harmony import */ var _cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(936);
/* harmony import */ var _cloudflare_error_page_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7825);
/* harmony import */ var _cloudflare_ranges_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9185);
/* harmony import */ var _origin_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4575);
/* harmony import */ var _visitors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1174);
/* harmony import */ var _redirects_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1200);






/** The code of the Cloudflare error that visitors get, unless the user expects it. */
function edgeErrorCode(moment) {
    return (0,_visitors_js__WEBPACK_IMPORTED_MODULE_3__/* .visitorsServed */ .TS)(moment) ? undefined : (0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .edgeErrorIn */ .L3)(moment.edge)?.code;
}
/** Cloudflare generated the response that visitors get: an error or a challenge. */
function writtenByCloudflare(moment) {
    if (relayedByOrigin(moment))
        return false;
    return (edgeErrorCode(moment) !== undefined || (!(0,_visitors_js__WEBPACK_IMPORTED_MODULE_3__/* .visitorsServed */ .TS)(moment) && (0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .challengeIn */ .F2)(moment.edge) !== undefined));
}
/** The response that visitors get passed through Cloudflare, and Cloudflare didn't generate it. */
function passedThroughCloudflare(moment) {
    return (0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .throughCloudflare */ .TV)(moment.edge) && !writtenByCloudflare(moment);
}
/** Visitors get a Cloudflare error with one of these codes. */
function hasEdgeError(moment, ...codes) {
    const code = edgeErrorCode(moment);
    return code !== undefined && codes.includes(code);
}
/** Cloudflare itself failed with the 5xx that visitors get; it isn't an origin's error that Cloudflare branded. */
function cloudflareGatewayError(moment) {
    const error = (0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .edgeErrorIn */ .L3)(moment.edge);
    if (error === undefined || (0,_visitors_js__WEBPACK_IMPORTED_MODULE_3__/* .visitorsServed */ .TS)(moment) || error.code < 500 || error.code > 504)
        return false;
    return error.form === 'bare' || error.category === 'cloudflare';
}
/**
 * Visitors get a Cloudflare error with one of these codes, and it is about this zone. It may be about another one
 * when an application passes on the error page of an API that it calls. Such an origin returns the same page
 * directly.
 */
function hasZoneError(moment, ...codes) {
    return hasEdgeError(moment, ...codes) && !originReturnsSameError(moment);
}
/** The application passes on a Cloudflare error page, and the direct probe didn't reach Cloudflare by mistake. */
function relayedByOrigin(moment) {
    return originReturnsSameError(moment) && !(0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .throughCloudflare */ .TV)(moment.origin);
}
/** The direct response is a Cloudflare error page with the code that visitors get. */
function originReturnsSameError(moment) {
    const { origin } = moment;
    const code = edgeErrorCode(moment);
    if (code === undefined || origin?.kind !== 'completed')
        return false;
    return hasErrorPage(origin) && (0,_cloudflare_error_page_js__WEBPACK_IMPORTED_MODULE_5__/* .edgeErrorOf */ .P)(origin.head, origin.body)?.code === code;
}
/** The page itself has the code. The status alone proves nothing: any server can send it. */
function hasErrorPage({ head, body }) {
    return (0,_cloudflare_error_page_js__WEBPACK_IMPORTED_MODULE_5__/* .edgeErrorOf */ .P)(head, body)?.form !== 'status';
}
/** Cloudflare surely made the page: the origin responds differently, or neither a cache nor an origin was involved. */
function certainlyFromCloudflare({ origin, edge }) {
    if (origin?.kind === 'completed')
        return true;
    return edge?.kind === 'completed' && edge.head.headers['cf-cache-status'] === undefined;
}
/** Cloudflare may have failed by itself: it returned an unbranded error, or failed while the origin is healthy. */
function cloudflareMayBeAtFault(moment) {
    if (cloudflareGatewayError(moment) || hasEdgeError(moment, 500))
        return true;
    if (!(0,_origin_js__WEBPACK_IMPORTED_MODULE_2__/* .originHealthy */ .Et)(moment))
        return false;
    const { edge } = moment;
    return (edge?.kind === 'failed' && edge.phase !== 'transfer') || hasEdgeError(moment, 502, 504);
}
/**
 * Cloudflare's analytics for the status that visitors get now: how many responses had it, and the share (0 to 1) for
 * which an origin had returned a response. Undefined without figures.
 */
function originShare({ analytics, edge, }) {
    if (analytics === undefined || edge?.kind !== 'completed')
        return;
    const rows = analytics.rows.filter((row) => row.edge === edge.head.status);
    const count = rows.reduce((sum, row) => sum + row.count, 0);
    const fromOrigin = rows.reduce((sum, row) => sum + (row.origin === 0 ? 0 : row.count), 0);
    return count === 0 ? undefined : { share: fromOrigin / count, count };
}
/**
 * Whether the site's name points to Cloudflare, by its responses or else its addresses; undefined when neither shows
 * it.
 */
function isProxied(moment) {
    if (edgeReachable(moment))
        return true;
    if (moment.dns?.kind !== 'resolved')
        return;
    return moment.dns.addresses.some(({ address }) => (0,_cloudflare_ranges_js__WEBPACK_IMPORTED_MODULE_1__/* .inCloudflareRanges */ .fC)(address, moment.ranges));
}
/** Cloudflare responded for this name: its data center is up, and this runner can reach it. */
function edgeReachable(moment) {
    const [first] = moment.edge?.redirectChain?.redirects ?? [];
    // After redirects, the last response may be from another host. The first one is from the site.
    const responded = first === undefined ? (0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .throughCloudflare */ .TV)(moment.edge) : (0,_redirects_js__WEBPACK_IMPORTED_MODULE_4__/* .redirectAuthor */ .e$)(first.headers) !== 'unknown';
    return responded || (0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .traceOf */ .fC)(moment.trace) !== undefined;
}


/***/ }),

/***/ 4756:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bm: () => (/* binding */ generatorOf),
  $m: () => (/* binding */ lacksBackend),
  mE: () => (/* binding */ mentionsFailure),
  xS: () => (/* binding */ mentionsMaintenance),
  ik: () => (/* binding */ mentionsOverload),
  C3: () => (/* binding */ retryAfterSeconds)
});

// EXTERNAL MODULE: ./lib/shared/retry-after.js
var retry_after = __webpack_require__(5568);
;// CONCATENATED MODULE: ./lib/diagnosis/facts/fingerprints.js
const ANY = /^/;
/** The footer of nginx's error pages (`ngx_http_special_response.c`). */
const footer = (name) => new RegExp(`<hr><center>${name}(/[\\d.]+)?</center>`, 'i');
/**
 * Signs that only one generator sends. A `Server` header alone doesn't prove who generated the page, so most rows
 * match the body. Platforms come first, because their front ends are built on the servers below.
 */
const FINGERPRINTS = [
    // On responses from the application, this header names the application's own server.
    { name: 'Render', kind: 'front', head: ['x-render-origin-server', /^Render$/i] },
    { name: 'Render', kind: 'front', head: ['x-render-routing', ANY] },
    { name: 'Railway', kind: 'front', head: ['x-railway-fallback', ANY] },
    { name: 'Vercel', kind: 'front', head: ['x-vercel-error', ANY] },
    { name: 'Fly.io', kind: 'front', head: ['server', /^Fly\//], empty: true },
    { name: 'Fly.io', kind: 'front', head: ['via', /\bfly\.io\b/], empty: true },
    { name: 'Heroku', kind: 'front', body: /herokucdn\.com\/error-pages\// },
    { name: 'Netlify', kind: 'front', head: ['server', /^Netlify/i], body: /Request ID:/ },
    { name: 'CloudFront', kind: 'front', body: /Generated by cloudfront/i },
    { name: 'CloudFront', kind: 'front', head: ['x-cache', /^Error from cloudfront/i], empty: true },
    { name: 'AWS API Gateway', kind: 'front', head: ['x-amzn-errortype', ANY] },
    {
        name: 'AWS API Gateway',
        kind: 'front',
        head: ['x-amzn-requestid', ANY],
        body: /^\{"message": ?"(Internal server error|Service Unavailable|Endpoint request timed out)"\}\s*$/i,
    },
    { name: 'Akamai', kind: 'front', body: /Reference&#32;&#35;\d+&#46;/ },
    { name: 'Fastly', kind: 'front', body: /Fastly error: unknown domain/ },
    { name: 'Fastly', kind: 'front', head: ['x-served-by', /\bcache-/], body: /Guru Medi(t)?ation/ },
    { name: 'Azure Front Door', kind: 'front', body: /Our services aren['’]t available right now/ },
    {
        name: 'Azure Application Gateway',
        kind: 'front',
        body: footer('Microsoft-Azure-Application-Gateway/v2'),
    },
    {
        // Cloud Armor blocks requests with the short form, under any status that its owner configures.
        name: 'Google Cloud load balancer',
        kind: 'front',
        body: /<title>502 Server Error<\/title>|<title>(\d{3})<\/title>\s*\1 [A-Z][A-Za-z ]{3,30}\s*$/,
    },
    { name: 'Google front end', kind: 'front', body: /<title>Error 5\d\d \([^)<]{1,60}\)!!1<\/title>/ },
    { name: 'Sucuri', kind: 'front', head: ['server', /^Sucuri/i] },
    { name: 'Sucuri', kind: 'front', body: /sucuri_cloudproxy_js|Sucuri WebSite Firewall/ },
    { name: 'nginx', kind: 'proxy', body: footer('nginx') },
    { name: 'OpenResty', kind: 'proxy', body: footer('openresty') },
    { name: 'Tengine', kind: 'proxy', body: /Powered by Tengine|<hr><center>tengine/i },
    { name: 'Angie', kind: 'proxy', body: footer('angie') },
    { name: 'Huawei load balancer', kind: 'proxy', body: footer('ELB') },
    { name: 'AWS load balancer', kind: 'proxy', head: ['server', /^awselb\/2/] },
    {
        // nginx's page without its footer.
        name: 'AWS load balancer',
        kind: 'proxy',
        body: /^<html>\s*<head><title>(50[234] [\w -]{3,40})<\/title><\/head>\s*<body[^>]{0,20}>\s*<center><h1>\1<\/h1><\/center>\s*<\/body>\s*<\/html>\s*$/,
    },
    {
        name: 'Apache',
        kind: 'proxy',
        body: /The proxy server received an invalid\s+response from an upstream server|did not receive a timely response\s+from the upstream server|temporarily unable to service your\r?\nrequest due to maintenance downtime or capacity/,
    },
    {
        name: 'Apache',
        kind: 'application',
        body: /The server encountered an internal error or\s+misconfiguration and was unable to complete\s+your request\.<\/p>/,
    },
    {
        name: 'HAProxy',
        kind: 'proxy',
        body: /<h1>50[0234] [^<]{3,40}<\/h1>\s*(The server returned an invalid or incomplete response|No server is available to handle this request|The server didn't respond in time|An internal server error occurred)\./,
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
    {
        name: 'Traefik',
        kind: 'proxy',
        body: /^(no available server|Bad Gateway|Gateway Timeout|Service Unavailable)\s*$/,
    },
    { name: 'Caddy', kind: 'proxy', head: ['server', /^Caddy/i], empty: true },
    { name: 'Pingora', kind: 'proxy', head: ['server', /^Pingora/i], empty: true },
    {
        name: 'IIS',
        kind: 'proxy',
        body: /HTTP Error 503\. The service is unavailable\.|Web server received an invalid response while acting as a gateway or proxy server|HTTP Error 502\.[0-5]\b/,
    },
    { name: 'ASP.NET Core', kind: 'application', body: /HTTP Error 500\.(3\d|0)\b/ },
    { name: 'Tomcat', kind: 'application', body: /HTTP Status 5\d\d\b[\s\S]{0,4000}Apache Tomcat/ },
    { name: 'LiteSpeed', kind: 'proxy', body: /Proudly powered by +LiteSpeed Web Server/i },
];

;// CONCATENATED MODULE: ./lib/diagnosis/facts/generator.js


/** What generated an error page, if its body or headers identify it. */
function generatorOf({ head, body }) {
    if (head.status < 400)
        return;
    const found = FINGERPRINTS.find(({ head: sign, body: page, empty }) => (sign === undefined || hasHeader(head, ...sign)) &&
        (page === undefined || page.test(body.text)) &&
        (empty === undefined || body.bytes === 0));
    return found && { name: found.name, kind: found.kind };
}
function hasHeader({ headers }, name, pattern) {
    const value = headers[name];
    return value !== undefined && pattern.test(value);
}
/** What proxies say when they have no backend, or when the one they have is down. */
const NO_BACKEND = /No server is available to handle this request|no healthy upstream|no available server|Backend fetch failed|upstream connect error|The upstream server is currently unavailable|herokucdn\.com\/error-pages\/application-error/;
/** What servers say when a backend is down, but also for other reasons. */
const MAYBE_NO_BACKEND = /temporarily unable to service your\r?\nrequest due to maintenance downtime or capacity|HTTP Error 503\. The service is unavailable\./;
/** Envoy's circuit breaker opened: the backend is up and gets too many requests. */
const OVERFLOW = /reset reason: overflow/;
/** Platforms that send an empty 503 when there is no application. */
const PLATFORMS = new Set(['Render', 'Fly.io', 'Caddy']);
/**
 * Whether a 503 means that a proxy has no backend: `certain` by unambiguous words, `likely` by words with other uses
 * too.
 */
function lacksBackend(response) {
    const { head, body } = response;
    if (head.status !== 503 || OVERFLOW.test(body.text))
        return;
    const generator = generatorOf(response);
    if (generator?.name === 'AWS load balancer' || NO_BACKEND.test(body.text))
        return 'certain';
    const platform = generator !== undefined && PLATFORMS.has(generator.name) && body.bytes === 0;
    return platform || MAYBE_NO_BACKEND.test(body.text) ? 'likely' : undefined;
}
/** Words about overload, whatever the status. */
const OVERLOAD = /reset reason: overflow|\b(too busy|over ?loaded|over capacity|too many (requests|connections)|resource limit is reached|bandwidth limit exceeded|request queue (is )?full|no workers? (left|available)|server is busy|throttl(ed|ing))\b/i;
function mentionsOverload({ body }) {
    return OVERLOAD.test(body.text);
}
/**
 * Words about planned maintenance. The stock phrases "maintenance downtime or capacity" and "overload or maintenance"
 * don't count.
 */
const MAINTENANCE = /\b((?<!overload(ing)? or (scheduled )?)maintenance(?! downtime or capacity)|be back (soon|shortly|later|in)|back (soon|in an? (hour|minute|moment|while))|undergoing (an )?(upgrade|update)|scheduled downtime|wartung(sarbeiten)?|en maintenance|mantenimiento)\b/i;
function mentionsMaintenance({ body }) {
    return MAINTENANCE.test(body.text);
}
/** Words of an application that failed internally and still responds 503, such as a health check. */
const FAILURE = /"(status|state|health)"\s*:\s*"(down|fail(ed|ing)?|unhealthy|error|critical|out_of_service)"|\b(Traceback|exception|stack ?trace)\b/i;
function mentionsFailure(response) {
    return generatorOf(response)?.kind === 'application' || FAILURE.test(response.body.text);
}
/** Seconds that a response asks to wait; undefined when it does not. */
function retryAfterSeconds({ head }, now) {
    const wait = (0,retry_after/* retryAfter */.P)(head.headers['retry-after'] ?? '', now);
    return wait === undefined ? undefined : Math.round(wait / 1000);
}


/***/ }),

/***/ 2192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DM: () => (/* binding */ closedWithoutData),
/* harmony export */   Ej: () => (/* binding */ malformation),
/* harmony export */   IP: () => (/* binding */ resetBeforeResponse),
/* harmony export */   MA: () => (/* binding */ lenientStatus),
/* harmony export */   Xe: () => (/* binding */ bodyCutShort),
/* harmony export */   YV: () => (/* binding */ headersTooLarge),
/* harmony export */   qA: () => (/* binding */ closedInHeaders),
/* harmony export */   vd: () => (/* binding */ startsWithTls)
/* harmony export */ });
/** Facts about incomplete and invalid responses: what came over the wire below HTTP. */
/** Bytes of response headers that Cloudflare accepts. */
const CLOUDFLARE_HEADER_LIMIT = 128 * 1024;
/** The response headers are larger than Cloudflare accepts. */
function headersTooLarge(exchange) {
    if (exchange === undefined)
        return false;
    const overflow = exchange.kind === 'failed' && exchange.error.code === 'UND_ERR_HEADERS_OVERFLOW';
    return overflow || (exchange.wire?.headBytes ?? 0) > CLOUDFLARE_HEADER_LIMIT;
}
/** The headers are complete, and the body ended early or has broken chunks. */
function bodyCutShort(exchange) {
    if (exchange?.kind !== 'failed' || exchange.phase !== 'transfer')
        return false;
    return ['closed', 'reset', 'protocol'].includes(exchange.error.reason);
}
/** The connection was closed in the middle of otherwise valid headers. */
function closedInHeaders(exchange) {
    return (exchange?.kind === 'failed' &&
        exchange.phase === 'processing' &&
        exchange.error.reason === 'closed' &&
        exchange.error.received > 0 &&
        openingFault(exchange) === undefined);
}
/** The connection was closed before the first byte of a response. */
function closedWithoutData(exchange) {
    return (exchange?.kind === 'failed' &&
        exchange.phase === 'processing' &&
        exchange.error.reason === 'closed' &&
        exchange.error.received === 0);
}
/** The connection was established, and reset before the response headers were complete. */
function resetBeforeResponse(exchange) {
    return exchange?.kind === 'failed' && exchange.phase === 'processing' && exchange.error.reason === 'reset';
}
/**
 * What makes a response invalid HTTP, in words that complete "the origin …"; undefined when nothing does. A TLS record
 * instead of a response is not an HTTP fault.
 */
function malformation(exchange) {
    if (exchange?.kind !== 'failed' || exchange.phase !== 'processing')
        return;
    const { reason, received } = exchange.error;
    if (headersTooLarge(exchange) || received === 0)
        return;
    if (reason === 'closed' || reason === 'other')
        return openingFault(exchange);
    if (reason !== 'protocol')
        return;
    if (lenientStatus(exchange) !== undefined)
        return 'sends headers that only lenient clients accept';
    return startsWithTls(exchange.wire) ? undefined : (openingFault(exchange) ?? 'sends invalid HTTP headers');
}
/** The status of a response that our strict parser rejects and lenient clients accept; undefined for any other. */
function lenientStatus(exchange) {
    if (exchange?.kind !== 'failed' || exchange.phase !== 'processing')
        return;
    if (exchange.error.reason !== 'protocol' || exchange.wire?.loose !== true || headersTooLarge(exchange))
        return;
    const status = /^HTTP\/1\.[01] (\d{3})/.exec(exchange.wire.opening)?.[1];
    return status === undefined ? undefined : Number(status);
}
/** What is wrong with the first bytes of a response. Completes "the origin …". */
function openingFault({ wire, error }) {
    if (wire === undefined)
        return;
    const [first = ''] = wire.opening.split(/\r?\n/);
    if (/^SSH-\d/.test(first))
        return 'responds like an SSH server';
    if (/^(220|554)[ -]/.test(first))
        return 'responds like a mail or FTP server';
    if (/^(Status|Content-type):/i.test(first))
        return 'sends headers without a status line';
    if (/^\s*<(!doctype|html|head|body|\?xml)/i.test(wire.opening))
        return 'sends its page without any headers';
    if (!'HTTP/'.startsWith(first.slice(0, 5)))
        return 'responds with something other than HTTP';
    if (/^HTTP\/1\.[01] 101\b/.test(first))
        return 'switches to a protocol that was not requested';
    if (/^HTTP\/1\.[01] 100\b/.test(first))
        return 'sends an unrequested 100 Continue';
    if (error.code === 'CONNECTION_GONE')
        return 'responds before it gets a request';
    if (hasConflictingFraming(wire))
        return 'announces the length of its body more than once';
    // A status line that was cut off may have been going to be valid.
    if (wire.opening.length > first.length && !/^HTTP\/1\.[01] [1-9]\d\d( |$)/.test(first))
        return 'sends an invalid status line';
    return;
}
/**
 * Several lengths, or a length next to chunks: two readers may disagree where the body ends (RFC 9112, section 6.3).
 */
function hasConflictingFraming({ contentLength, transferEncoding }) {
    return contentLength.length > 1 || (contentLength.length === 1 && transferEncoding.length > 0);
}
/** The response starts with a TLS record, an alert or a handshake, in version 3 (RFC 8446, section 5.1). */
function startsWithTls(wire) {
    return wire !== undefined && ['\x15\x03', '\x16\x03'].includes(wire.opening.slice(0, 2));
}


/***/ }),

/***/ 4575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Et: () => (/* binding */ originHealthy),
/* harmony export */   Kz: () => (/* binding */ originCertificateHas),
/* harmony export */   N2: () => (/* binding */ edgeCertificateHas),
/* harmony export */   WE: () => (/* binding */ anotherOriginResponds),
/* harmony export */   XR: () => (/* binding */ toleratedByCloudflare),
/* harmony export */   Yu: () => (/* binding */ failsOnCloudflareHeaders),
/* harmony export */   bq: () => (/* binding */ probeRejected),
/* harmony export */   nX: () => (/* binding */ originUnresolvable)
/* harmony export */ });
/* harmony import */ var _malformed_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2192);
/* harmony import */ var _exchange_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2828);
/* harmony import */ var _visitors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1174);



/** The origin returns a good response to the direct probe. */
function originHealthy(moment) {
    return (0,_exchange_js__WEBPACK_IMPORTED_MODULE_0__/* .isGoodResponse */ .nm)(moment, moment.origin);
}
/**
 * The origin rejected the direct probe: connection refused or dropped, TLS handshake failed, client certificate
 * required, or 401 or 403. While visitors are served, this is what an origin that admits only Cloudflare looks like.
 */
function probeRejected({ origin, recheck }) {
    if (origin === undefined)
        return false;
    if (origin.kind === 'failed') {
        if (origin.phase === 'resolve')
            return false;
        if (origin.phase === 'connect' || origin.phase === 'tls')
            return true;
        if (origin.error.alert === 116)
            return true;
        // The follow-up handshake completed without a client certificate, so the origin doesn't require one.
        const { handshakeCompleted, alert } = recheck?.tlsInspection ?? {};
        if (handshakeCompleted === true && alert === undefined)
            return false;
        // Under TLS 1.3 a server that requires a client certificate closes the connection only after the handshake.
        const closed = origin.error.reason === 'closed' || origin.error.reason === 'reset';
        return (origin.phase === 'processing' &&
            closed &&
            origin.error.received === 0 &&
            origin.tls?.protocol === 'TLSv1.3');
    }
    if (origin.head.status === 400)
        return /No required SSL certificate was sent/.test(origin.body.text);
    return origin.head.status === 401 || origin.head.status === 403;
}
/**
 * Only lenient clients accept the direct response, and Cloudflare, which serves visitors from the origin, is one. The
 * status is expected. With an expected text or header this is always false, because no parsed response could be
 * searched.
 */
function toleratedByCloudflare(moment) {
    const { expectedStatus, expectedBody, expectedHeader } = moment.request;
    const status = (0,_malformed_js__WEBPACK_IMPORTED_MODULE_2__/* .lenientStatus */ .MA)(moment.origin);
    if (status === undefined || expectedBody !== undefined || expectedHeader !== undefined)
        return false;
    return (0,_visitors_js__WEBPACK_IMPORTED_MODULE_1__/* .servedFromOrigin */ .iv)(moment) && expectedStatus.some(([from, to]) => status >= from && status <= to);
}
/** This runner can't resolve the origin's name, while Cloudflare gets responses from an origin. */
function originUnresolvable(moment) {
    return (0,_exchange_js__WEBPACK_IMPORTED_MODULE_0__/* .failedAt */ .JG)(moment.origin, 'resolve') && (0,_visitors_js__WEBPACK_IMPORTED_MODULE_1__/* .servedFromOrigin */ .iv)(moment);
}
/**
 * The origin fails twice with Cloudflare's request headers and responds normally without them. An origin that fails at
 * random would show this order of results only by chance.
 */
function failsOnCloudflareHeaders(moment) {
    const { origin, recheck } = moment;
    const failed = (exchange) => exchange !== undefined && !(0,_exchange_js__WEBPACK_IMPORTED_MODULE_0__/* .isGoodResponse */ .nm)(moment, exchange);
    return (failed(origin) && failed(recheck?.repeated) && (0,_exchange_js__WEBPACK_IMPORTED_MODULE_0__/* .isGoodResponse */ .nm)(moment, recheck?.withoutCloudflareHeaders));
}
/** Visitors are served, and another origin responds to this runner. So this origin should respond as well. */
function anotherOriginResponds(moment) {
    return (0,_visitors_js__WEBPACK_IMPORTED_MODULE_1__/* .servedFromOrigin */ .iv)(moment) && moment.dialedOrigin?.othersRespond === true;
}
/** The certificate that the origin presents has this fault. */
function originCertificateHas({ origin }, fault) {
    return origin?.tls?.certificate.faults.includes(fault) === true;
}
/** The certificate that visitors get has this fault: the name bypasses Cloudflare, or Cloudflare has none for it. */
function edgeCertificateHas({ edge }, fault) {
    return (0,_exchange_js__WEBPACK_IMPORTED_MODULE_0__/* .failedAt */ .JG)(edge, 'tls', 'untrusted') && edge?.tls?.certificate.faults.includes(fault) === true;
}


/***/ }),

/***/ 1174:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TS: () => (/* binding */ visitorsServed),
/* harmony export */   ZU: () => (/* binding */ failureBehindCache),
/* harmony export */   gu: () => (/* binding */ servedFromCache),
/* harmony export */   iv: () => (/* binding */ servedFromOrigin)
/* harmony export */ });
/* harmony import */ var _cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(936);
/* harmony import */ var _exchange_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2828);
/* harmony import */ var _redirects_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1200);



/** Visitors get a good response. */
function visitorsServed(moment) {
    return (0,_exchange_js__WEBPACK_IMPORTED_MODULE_1__/* .isGoodResponse */ .nm)(moment, moment.edge);
}
/**
 * Visitors get a good response, and Cloudflare got this one, or one that bypasses the cache, from an origin just now.
 */
function servedFromOrigin(moment) {
    if (!visitorsServed(moment))
        return false;
    // A response from another host says nothing about this site's origin, unless the origin sent the redirect.
    if ((0,_redirects_js__WEBPACK_IMPORTED_MODULE_2__/* .redirectedToOtherHost */ .Do)(moment) && moment.origin !== undefined)
        return (0,_redirects_js__WEBPACK_IMPORTED_MODULE_2__/* .originRedirectsAway */ .Yy)(moment);
    if (!(0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .throughCloudflare */ .TV)(moment.edge))
        return false;
    return !(0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .fromCache */ .ZY)(moment.edge) || uncachedRequestSucceeds(moment);
}
/** Visitors get a good response from Cloudflare's cache. */
function servedFromCache(moment) {
    return visitorsServed(moment) && (0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .fromCache */ .ZY)(moment.edge);
}
/** A request that bypasses the cache gets a good response from an origin. */
function uncachedRequestSucceeds(moment) {
    const { uncached } = moment;
    return (0,_exchange_js__WEBPACK_IMPORTED_MODULE_1__/* .isGoodResponse */ .nm)(moment, uncached) && (0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .throughCloudflare */ .TV)(uncached) && !(0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .fromCache */ .ZY)(uncached);
}
/**
 * The 5xx that a request gets when it bypasses the cache while visitors get a cached copy. Ignored are 4xx (another
 * query string may have no page), challenges and missing responses: they say nothing about the cached page.
 */
function failureBehindCache(moment) {
    const { uncached } = moment;
    if (!servedFromCache(moment) || uncached?.kind !== 'completed' || (0,_exchange_js__WEBPACK_IMPORTED_MODULE_1__/* .isGoodResponse */ .nm)(moment, uncached))
        return;
    return uncached.head.status >= 500 && (0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .challengeIn */ .F2)(uncached) === undefined ? uncached : undefined;
}


/***/ }),

/***/ 5811:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AX: () => (/* binding */ NONE_SKIPPED),
/* harmony export */   LT: () => (/* binding */ stepBetween),
/* harmony export */   nS: () => (/* binding */ availabilityOf),
/* harmony export */   uV: () => (/* binding */ sampleOf),
/* harmony export */   zQ: () => (/* binding */ healthAfter)
/* harmony export */ });
/* harmony import */ var _cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(936);
/* harmony import */ var _facts_content_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5364);
/* harmony import */ var _trend_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8397);



/** An inconclusive round changes nothing. */
function healthAfter(before, verdict) {
    if (verdict === 'inconclusive')
        return before;
    return verdict === 'healthy' ? 'up' : 'down';
}
/** Milliseconds down and number of transitions between one recorded round and the next. */
function stepBetween(from, to, health) {
    if (to.skipped !== undefined)
        return to.skipped;
    if (from === undefined)
        return { downtime: 0, transitions: 0 };
    return {
        // The clock may have been set back.
        downtime: from.health === 'down' ? Math.max(0, to.at - from.at) : 0,
        transitions: from.health !== undefined && from.health !== health ? 1 : 0,
    };
}
/**
 * The availability of a site over a run. Pure. `judgments` has one entry per round of `history`, and may end earlier.
 */
function availabilityOf(history, judgments) {
    const count = { rounds: 0, failed: 0, unknown: 0, transitions: 0, downtime: 0 };
    let before;
    for (const [index, { verdict }] of judgments.entries()) {
        const evidence = history[index];
        if (evidence === undefined)
            break;
        const { healthy, unhealthy, inconclusive } = evidence.skipped ?? NONE_SKIPPED;
        const health = healthAfter(evidence.skipped?.health ?? before?.health, verdict);
        const step = stepBetween(before, evidence, health);
        count.rounds += 1 + healthy + unhealthy + inconclusive;
        count.failed += unhealthy + (verdict === 'unhealthy' ? 1 : 0);
        count.unknown += inconclusive + (verdict === 'inconclusive' ? 1 : 0);
        count.transitions += step.transitions;
        count.downtime += step.downtime;
        before = { at: evidence.at, health };
    }
    const pattern = (0,_trend_js__WEBPACK_IMPORTED_MODULE_2__/* .patternOf */ .I)(contiguousSamples(history, judgments));
    return { ...count, ...failureTimes(history, judgments), ...(pattern !== undefined && { pattern }) };
}
/** No rounds were skipped. */
const NONE_SKIPPED = {
    healthy: 0,
    unhealthy: 0,
    inconclusive: 0,
    downtime: 0,
    transitions: 0,
    identical: true,
};
function failureTimes(history, judgments) {
    const first = history[judgments.findIndex(({ verdict }) => verdict === 'unhealthy')]?.at;
    const lastIndex = judgments.findLastIndex(({ verdict }) => verdict === 'unhealthy');
    const last = history[lastIndex]?.at;
    if (first === undefined || last === undefined)
        return {};
    const recovered = history[judgments.findIndex(({ verdict }, at) => at > lastIndex && verdict === 'healthy')]?.at;
    return {
        firstFailure: first,
        lastFailure: last,
        ...(recovered !== undefined && { recoveredAfter: Math.max(0, recovered - first) }),
    };
}
/** One sample per round, from the last gap on: a skipped round with another result would break a pattern unnoticed. */
function contiguousSamples(history, judgments) {
    const from = Math.max(0, history.findLastIndex(({ skipped }) => skipped?.identical === false));
    const samples = [];
    for (const [index, evidence] of history.entries()) {
        const judgment = judgments[index];
        if (index < from || judgment === undefined)
            continue;
        const sample = sampleOf(evidence, judgment);
        const { healthy, unhealthy, inconclusive } = (index > from && evidence.skipped) || NONE_SKIPPED;
        const identical = healthy + unhealthy + inconclusive;
        for (let at = 0; at < Math.min(MAX_IDENTICAL, identical); at += 1)
            samples.push(sample);
        // The rest is left out. An unknown sample in its place keeps a period from being found across it.
        if (identical > MAX_IDENTICAL)
            samples.push(UNKNOWN_SAMPLE);
        samples.push(sample);
    }
    return samples;
}
/** Samples for one run of identical skipped rounds. */
const MAX_IDENTICAL = 1000;
const UNKNOWN_SAMPLE = { verdict: 'inconclusive' };
/** What a pattern of failures is searched in: the verdict, and where the round was measured. */
function sampleOf(evidence, { verdict }) {
    const colo = (0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .rayOf */ .qj)(evidence.edge)?.colo ?? (0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .traceOf */ .fC)(evidence.trace)?.colo ?? '';
    const family = evidence.edge?.family;
    const origin = onlyFailingOrigin(evidence);
    return {
        verdict,
        ...(colo !== '' && { colo }),
        ...(family !== undefined && { family }),
        ...(origin !== undefined && { origin }),
    };
}
/** The failing origin, if exactly one of several fails. */
function onlyFailingOrigin(evidence) {
    const origins = evidence.origins ?? [];
    const failing = origins.flatMap((origin, index) => ((0,_facts_content_js__WEBPACK_IMPORTED_MODULE_1__/* .meetsExpectations */ .A7)(evidence, origin) ? [] : [index + 1]));
    const [position, ...more] = failing;
    if (position === undefined || more.length > 0 || origins.length < 2)
        return undefined;
    return { position, of: origins.length };
}


/***/ }),

/***/ 8397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ patternOf),
/* harmony export */   R: () => (/* binding */ trendOf)
/* harmony export */ });
/**
 * The trend over a run. Inconclusive rounds don't count. One outage that ended is a recovery, if the site was healthy
 * long enough at the end (`settled`). Several outages are intermittent, however the run ended.
 */
function trendOf(verdicts, settled) {
    const known = verdicts.filter((verdict) => verdict !== 'inconclusive');
    const outages = known.filter((verdict, at) => verdict === 'unhealthy' && known[at - 1] !== 'unhealthy').length;
    if (outages === 0 || !known.includes('healthy'))
        return 'steady';
    return outages === 1 && known.at(-1) === 'healthy' && settled ? 'recovered' : 'intermittent';
}
/**
 * A pattern is reported when it fits every round, there are at least two failures, and the probability that this many
 * failures fit it by chance is at most 1 in 20.
 */
const MAX_CHANCE = 1 / 20;
const MIN_FAILURES = 2;
/** "No pattern" is reported from this many rounds on, with this many of either kind. */
const MIN_FOR_NO_PATTERN = { rounds: 10, each: 3 };
/** What the failing rounds, and no others, have in common. A place is preferred to a period. */
function patternOf(samples) {
    const known = samples.filter(({ verdict }) => verdict !== 'inconclusive');
    const failing = known.filter(({ verdict }) => verdict === 'unhealthy');
    if (failing.length < MIN_FAILURES || failing.length === known.length)
        return undefined;
    return (originPattern(known) ??
        coloPattern(known) ??
        familyPattern(known) ??
        periodPattern(samples) ??
        noPattern(known));
}
function noPattern(known) {
    const failing = known.filter(({ verdict }) => verdict === 'unhealthy').length;
    const { rounds, each } = MIN_FOR_NO_PATTERN;
    const enough = known.length >= rounds && Math.min(failing, known.length - failing) >= each;
    return enough ? { kind: 'none' } : undefined;
}
/** Every round probes every origin, so this is an observation, and chance plays no part in it. */
function originPattern(known) {
    const origin = known.find(({ verdict }) => verdict === 'unhealthy')?.origin;
    if (origin === undefined)
        return undefined;
    const fits = known.every((sample) => (sample.verdict === 'unhealthy') === (sample.origin?.position === origin.position));
    return fits ? { kind: 'origin', ...origin } : undefined;
}
function coloPattern(known) {
    const colo = commonPlace(known, ({ colo }) => colo);
    return colo === undefined ? undefined : { kind: 'colo', colo };
}
function familyPattern(known) {
    const family = commonPlace(known, ({ family }) => family);
    return family === undefined ? undefined : { kind: 'family', family };
}
/** The place of all failing rounds and of no healthy one. */
function commonPlace(known, placeOf) {
    const failing = known.filter(({ verdict }) => verdict === 'unhealthy');
    const [first] = failing;
    const place = first === undefined ? undefined : placeOf(first);
    if (place === undefined || failing.some((sample) => placeOf(sample) !== place))
        return undefined;
    const placed = known.filter((sample) => placeOf(sample) !== undefined);
    if (placed.some((sample) => sample.verdict === 'healthy' && placeOf(sample) === place))
        return undefined;
    return 1 / combinations(placed.length, failing.length) <= MAX_CHANCE ? place : undefined;
}
/**
 * The shortest period that repeats three times or more. An inconclusive round breaks it, because it may have failed.
 */
function periodPattern(samples) {
    if (samples.some(({ verdict }) => verdict === 'inconclusive'))
        return undefined;
    const fails = samples.map(({ verdict }) => verdict === 'unhealthy');
    for (let of = 2; of * 3 <= fails.length; of += 1) {
        if (!fails.every((failed, at) => at < of || failed === fails[at - of]))
            continue;
        const failing = fails.slice(0, of).filter(Boolean).length;
        const all = fails.filter(Boolean).length;
        const rare = combinations(of, failing) / combinations(fails.length, all) <= MAX_CHANCE;
        return rare ? { kind: 'period', failing, of } : undefined;
    }
    return undefined;
}
/** The number of ways to choose `k` of `n`. */
function combinations(n, k) {
    let ways = 1;
    for (let i = 1; i <= Math.min(k, n - k); i += 1)
        ways = (ways * (n - i + 1)) / i;
    return ways;
}


/***/ }),

/***/ 1482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ly: () => (/* binding */ waitingWontHelp),
/* harmony export */   On: () => (/* binding */ nextAfter),
/* harmony export */   QQ: () => (/* binding */ requestedDelay)
/* harmony export */ });
/* harmony import */ var _shared_retry_after_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5568);
/* harmony import */ var _cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(936);
/* harmony import */ var _facts_content_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5364);



/** Milliseconds between the healthy rounds of a streak. */
const BETWEEN_SUCCESSES = 1000;
/**
 * Decides what follows a round. A streak may continue after the time is up, and the last round is at the end of the
 * time.
 */
function nextAfter(judgment, state) {
    const { streak, needed, watching, left, interval, retryAfter } = state;
    if (judgment.verdict !== 'healthy') {
        if (waitingWontHelp(judgment))
            return { kind: 'hopeless' };
        return left === 0
            ? { kind: 'over' }
            : { kind: 'round', after: Math.min(Math.max(interval, retryAfter), left) };
    }
    if (streak < needed)
        return { kind: 'round', after: BETWEEN_SUCCESSES };
    if (!watching)
        return { kind: 'reached' };
    return left === 0 ? { kind: 'over' } : { kind: 'round', after: Math.min(interval, left) };
}
/** The cause is certain and doesn't recover by itself: someone has to act. */
function waitingWontHelp({ verdict, findings }) {
    const [lead] = findings;
    if (verdict === 'healthy' || lead === undefined)
        return false;
    return !lead.cause.recoversByItself && lead.match.confidence === 'certain';
}
/**
 * The delay that the site requests, in milliseconds from the start of the round. Only 429 and 503 carry a meaningful
 * `Retry-After` (RFC 6585, section 4; RFC 9110, section 15.6.4): on its pages for 500 to 524, Cloudflare sends one or
 * two minutes whatever the origin does.
 */
function requestedDelay(evidence) {
    const exchanges = [evidence.edge, ...(evidence.origins ?? [])];
    const delays = exchanges.map((exchange) => {
        if (exchange?.kind !== 'completed' || (0,_facts_content_js__WEBPACK_IMPORTED_MODULE_1__/* .meetsExpectations */ .A7)(evidence, exchange))
            return 0;
        const { status, headers } = exchange.head;
        if (status !== 429 && status !== 503)
            return 0;
        return (0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .challengeIn */ .F2)(exchange) === undefined
            ? ((0,_shared_retry_after_js__WEBPACK_IMPORTED_MODULE_2__/* .retryAfter */ .P)(headers['retry-after'] ?? '', evidence.at) ?? 0)
            : 0;
    });
    return Math.max(0, ...delays);
}


/***/ }),

/***/ 3117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ sitesByUrl),
/* harmony export */   baselineIn: () => (/* binding */ baselineIn)
/* harmony export */ });
/* harmony import */ var _shared_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6039);
/* harmony import */ var _comparable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7274);


/** A run cannot have more sites. */
const MAX_SITES = 100_000;
/** Reads an earlier JSON report. On an error, returns a text that completes "the `baseline` file …". */
function baselineIn(text) {
    const report = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(text);
    if (report === undefined)
        return 'is not valid JSON';
    const schema = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(report, 'schema');
    if (typeof schema !== 'number')
        return 'is not an Origin Gate report';
    if (schema !== 1)
        return 'has a schema that this version does not support';
    const at = Date.parse((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(report, 'at') ?? '');
    if (Number.isNaN(at))
        return 'has no valid `at` timestamp';
    const found = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listIn */ .Of)(report, 'sites', MAX_SITES).map(_comparable_js__WEBPACK_IMPORTED_MODULE_0__/* .comparableOf */ .i);
    const sites = sitesByUrl(found.filter((site) => site !== undefined));
    return sites.size === 0 ? 'contains no site' : { at: new Date(at).toISOString(), sites };
}
function sitesByUrl(all) {
    const sites = new Map();
    for (const site of all)
        sites.set(site.url, sites.has(site.url) ? undefined : site);
    return sites;
}


/***/ }),

/***/ 7274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ comparableOf)
/* harmony export */ });
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6422);
/* harmony import */ var _shared_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6039);
/* harmony import */ var _redact_address_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5281);
/* harmony import */ var _diagnosis_failure_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3971);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8191);





/** Further origins and names are not compared. */
const MAX_ORIGINS = 100;
const MAX_NAMES = 100;
/** Longer than any text of a report. */
const MAX_TEXT = 500;
const VERDICTS = ['healthy', 'unhealthy', 'inconclusive'];
/** Reads a site of a JSON report (schema 1); undefined when it is not one. */
function comparableOf(site) {
    const url = shortText(site, 'url');
    const verdict = VERDICTS.find((known) => known === (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(site, 'verdict'));
    const probes = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(site, 'probes');
    if (url === undefined || verdict === undefined || typeof probes !== 'object')
        return undefined;
    const sslMode = shortText(site, 'sslMode');
    return {
        url,
        verdict,
        cause: shortText(site, 'cause') ?? '',
        edge: comparableProbe((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(probes, 'edge')),
        origins: (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listIn */ .Of)(probes, 'origins', MAX_ORIGINS).map(comparableProbe),
        ...dnsOf((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(probes, 'dns')),
        ...(sslMode !== undefined && { sslMode }),
    };
}
function comparableProbe(probe) {
    const status = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .numberIn */ .Po)(probe, 'status');
    const response = responseOf(probe, status);
    const [port, elapsed] = [(0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .numberIn */ .Po)(probe, 'port'), (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .numberIn */ .Po)(probe, 'typical') || (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .numberIn */ .Po)(probe, 'total')];
    const [server, http] = [shortText(probe, 'server'), shortText(probe, 'http')];
    const tls = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(probe, 'tls');
    const protocol = shortText(tls, 'protocol');
    return {
        ...(response !== undefined && { response }),
        ...(status !== 0 && { status }),
        ...(port !== 0 && { port }),
        ...(server !== undefined && { server }),
        ...(http !== undefined && { http }),
        ...(protocol !== undefined && {
            tls: (0,_words_js__WEBPACK_IMPORTED_MODULE_2__/* .tlsVersion */ .u9)(protocol),
            certificate: certificateOf(tls),
        }),
        ...(elapsed > 0 && (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(probe, 'broke') === undefined && { elapsed }),
    };
}
function responseOf(probe, status) {
    const failure = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .member */ .Dc)(probe, 'broke');
    const received = status === 0 ? 'none' : String(status);
    if (failure === undefined)
        return status === 0 ? undefined : received;
    return `${received}: ${failureText(failure) ?? 'failed'}`;
}
function failureText(failure) {
    const phase = PHASE_NAMES.find((known) => known === (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(failure, 'phase'));
    const reason = REASONS.find((known) => known === (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(failure, 'reason'));
    return phase === undefined || reason === undefined
        ? undefined
        : (0,_diagnosis_failure_words_js__WEBPACK_IMPORTED_MODULE_1__/* .failureWords */ .A)({ phase, reason, code: '' }).brief;
}
const PHASE_NAMES = [
    'resolve',
    'connect',
    'tls',
    'processing',
    'transfer',
];
const REASONS = [
    'unresolved',
    'refused',
    'unreachable',
    'timeout',
    'reset',
    'closed',
    'untrusted',
    'protocol',
    'proxy',
    'other',
];
const FAULT_NAMES = [
    'expired',
    'not-yet-valid',
    'name-mismatch',
    'untrusted',
    'chain-incomplete',
];
function certificateOf(tls) {
    return {
        subject: shortText(tls, 'subject') ?? '',
        issuer: shortText(tls, 'issuer') ?? '',
        names: (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listIn */ .Of)(tls, 'names', MAX_NAMES).filter(isText).map(nameOf).toSorted(),
        from: dayIn(tls, 'notBefore'),
        until: dayIn(tls, 'notAfter'),
        faults: FAULT_NAMES.filter((fault) => (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listIn */ .Of)(tls, 'faults').includes(fault)),
    };
}
/** An address in a certificate may be an earlier address of the origin, which the redactor doesn't know. */
function nameOf(name) {
    return (0,_redact_address_js__WEBPACK_IMPORTED_MODULE_4__/* .addressBytes */ .AS)(name) === undefined ? name.slice(0, MAX_TEXT) : 'an address';
}
function dnsOf(dns) {
    if (typeof dns !== 'object' || dns === null)
        return {};
    const failure = shortText(dns, 'failure');
    if (failure !== undefined)
        return { dns: failure };
    const [cloudflare, others] = [(0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .listIn */ .Of)(dns, 'cloudflare').length, (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .numberIn */ .Po)(dns, 'others')];
    const parts = [
        ...(cloudflare === 0 ? [] : [`Cloudflare (${(0,_shared_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(cloudflare, 'address', 'addresses')})`]),
        ...(others === 0 ? [] : [`elsewhere (${(0,_shared_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(others, 'address', 'addresses')})`]),
    ];
    return parts.length === 0 ? {} : { dns: (0,_shared_text_js__WEBPACK_IMPORTED_MODULE_0__/* .list */ .p_)(parts) };
}
function dayIn(value, name) {
    return /^\d{4}-\d\d-\d\d(?=T)/.exec((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(value, name) ?? '')?.[0] ?? '';
}
function isText(value) {
    return typeof value === 'string';
}
function shortText(value, name) {
    const text = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_3__/* .textIn */ .r7)(value, name)?.slice(0, MAX_TEXT);
    return text === '' ? undefined : text;
}


/***/ }),

/***/ 9947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ reportOf)
});

// EXTERNAL MODULE: ./lib/shared/authority.js
var authority = __webpack_require__(4084);
// EXTERNAL MODULE: ./lib/cloudflare/ssl-mode.js
var ssl_mode = __webpack_require__(5557);
// EXTERNAL MODULE: ./lib/diagnosis/causes/index.js + 68 modules
var causes = __webpack_require__(204);
// EXTERNAL MODULE: ./lib/shared/text.js
var shared_text = __webpack_require__(6422);
// EXTERNAL MODULE: ./lib/report/baseline/baseline.js
var baseline_baseline = __webpack_require__(3117);
// EXTERNAL MODULE: ./lib/report/baseline/comparable.js
var comparable = __webpack_require__(7274);
// EXTERNAL MODULE: ./lib/report/render/json.js
var json = __webpack_require__(7393);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(8191);
;// CONCATENATED MODULE: ./lib/report/baseline/diff.js





/** Adds to each site what changed since the baseline. `sanitize` redacts the baseline's text. */
function withDiff(sites, baseline, sanitize) {
    const now = (0,baseline_baseline/* sitesByUrl */.D)(sites.map((site) => (0,comparable/* comparableOf */.i)((0,json/* siteInSchema1 */.j)(site))).filter((site) => site !== undefined));
    return sites.map((site) => {
        const [before, current] = [baseline.sites.get(site.url), now.get(site.url)];
        if (before === undefined || current === undefined)
            return site;
        return { ...site, changes: changesOf(before, current, baseline.at, sanitize) };
    });
}
/** What changed at one site. */
function changesOf(before, now, baselineAt, sanitize) {
    const places = placesOf(before, now);
    const changed = (where, pairs) => pairs.flatMap(([what, was, is]) => {
        if (was === undefined || is === undefined)
            return [];
        // The baseline's text is redacted by what is known of the origin now.
        const [before, now] = [sanitize(was, MAX_TEXT), sanitize(is, MAX_TEXT)];
        return before === now ? [] : [{ where, what, before, now }];
    });
    return {
        baselineAt,
        verdict: before.verdict,
        changes: [
            ...changed('', [
                ['DNS answer', before.dns, now.dns],
                ['SSL mode', before.sslMode, now.sslMode],
                ['number of origins', String(before.origins.length), String(now.origins.length)],
            ]),
            ...places.flatMap(([where, was, is]) => changed(where, reasons(was, is))),
        ],
        responses: places.flatMap(([where, was, is]) => changed(where, consequences(was, is))),
    };
}
/** As long as a certificate's text in the report. */
const MAX_TEXT = 120;
/** Origins first, because Cloudflare's side seldom changes by itself. Several origins are compared by position. */
function placesOf(before, now) {
    const several = now.origins.length > 1;
    const origins = now.origins.flatMap((side, index) => {
        const was = before.origins[index];
        return was === undefined ? [] : [[several ? `origin ${index + 1}` : 'directly', was, side]];
    });
    return [...origins, ['through Cloudflare', before.edge, now.edge]];
}
function reasons(before, now) {
    const pair = (what, read) => [
        what,
        read(before),
        read(now),
    ];
    return [
        pair('port', ({ port }) => (port === undefined ? undefined : String(port))),
        ...certificatePairs(before.certificate, now.certificate),
        pair('TLS version', ({ tls, status }) => tls ?? absent(status)),
        pair('HTTP version', ({ http }) => http),
        pair('server', ({ server, status }) => server ?? absent(status)),
    ];
}
/** A server that responded without it has none. Without a response nothing was observed. */
function absent(status) {
    return status === undefined ? undefined : 'none';
}
function certificatePairs(before, now) {
    if (before === undefined || now === undefined)
        return [];
    const renamed = before.names.join() !== now.names.join();
    return [
        ['issuer', before.issuer, now.issuer],
        ...(renamed
            ? [['names', without(before.names, now.names), without(now.names, before.names)]]
            : [['subject', before.subject, now.subject]]),
        ['certificate', validity(before), validity(now)],
        ["certificate's faults", faultsOf(before), faultsOf(now)],
    ];
}
function without(names, others) {
    const only = names.filter((name) => !others.includes(name));
    return only.length === 0 ? 'no other' : only.join(', ');
}
function validity({ from, until }) {
    return `${from} to ${until}`;
}
function faultsOf({ faults }) {
    return faults.map((fault) => words/* FAULTS */.y2[fault]).join(', ') || 'none';
}
function consequences(before, now) {
    const pairs = [['response', before.response, now.response]];
    return beyondNoise(before, now)
        ? [...pairs, ['time', (0,shared_text/* duration */.p0)(before.elapsed ?? 0), (0,shared_text/* duration */.p0)(now.elapsed ?? 0)]]
        : pairs;
}
/** Times vary from run to run. A change counts when they differ by this factor and by this many milliseconds. */
const MIN_FACTOR = 2;
const MIN_DIFFERENCE = 200;
/** Only times of the same response are compared, because an error is faster than a page. */
function beyondNoise({ elapsed: was, response }, { elapsed: is, response: same }) {
    if (was === undefined || is === undefined || response !== same)
        return false;
    return Math.max(was, is) > MIN_FACTOR * Math.min(was, is) && Math.abs(was - is) > MIN_DIFFERENCE;
}

// EXTERNAL MODULE: ./lib/redact/visible.js
var visible = __webpack_require__(6847);
// EXTERNAL MODULE: ./lib/diagnosis/next/schedule.js
var schedule = __webpack_require__(1482);
// EXTERNAL MODULE: ./lib/diagnosis/history/availability.js
var history_availability = __webpack_require__(5811);
// EXTERNAL MODULE: ./lib/report/prose.js
var report_prose = __webpack_require__(5169);
;// CONCATENATED MODULE: ./lib/report/build/availability.js





/** How the rounds of a site went over time, for the report. */
function availabilityReportOf(diagnosis, history) {
    const availability = (0,history_availability/* availabilityOf */.nS)(history, diagnosis.judgments);
    return {
        ended: endReason(diagnosis),
        rounds: availability.rounds,
        failed: availability.failed,
        inconclusive: availability.unknown,
        transitions: availability.transitions,
        secondsDown: secondsOf(availability.downtime),
        firstFailure: iso(availability.firstFailure),
        lastFailure: iso(availability.lastFailure),
        secondsToRecover: availability.recoveredAfter === undefined ? null : secondsOf(availability.recoveredAfter),
        pattern: diagnosis.trend === 'intermittent' ? patternText(availability.pattern) : '',
    };
}
function endReason({ cancelled, verdict, judgments }) {
    if (cancelled === true)
        return 'cancelled';
    if (verdict === 'healthy')
        return 'settled';
    const last = judgments.at(-1);
    return last !== undefined && (0,schedule/* waitingWontHelp */.Ly)(last) ? 'hopeless' : 'over';
}
function secondsOf(milliseconds) {
    return Math.round(milliseconds / 100) / 10;
}
function iso(at) {
    return at === undefined ? null : new Date(at).toISOString();
}
/** What the unhealthy rounds have in common, as a clause; empty when that is unknown. */
function patternText(pattern) {
    switch (pattern?.kind) {
        case undefined:
            return '';
        case 'none':
            return 'with no pattern';
        case 'period':
            return periodText(pattern);
        case 'origin':
            return `only origin ${pattern.position} of ${pattern.of}`;
        case 'colo':
            return `only in the data center ${pattern.colo}`;
        case 'family':
            return `only over IPv${pattern.family}`;
        default:
            return pattern;
    }
}
function periodText({ failing, of }) {
    if (failing === 1)
        return `every ${ordinal(of)} check`;
    return failing === of - 1 ? `all but every ${ordinal(of)} check` : `${failing} of every ${of} checks`;
}
const ORDINALS = [
    '',
    '',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'seventh',
    'eighth',
    'ninth',
    'tenth',
];
function ordinal(number) {
    return ORDINALS[number] ?? `${number}th`;
}
/** How the check went over time; empty when every round had the same result. */
function availabilitySentences(diagnosis, availability) {
    return (0,report_prose/* joinSentences */.DP)([
        changeSentence(diagnosis, availability),
        inconclusiveSentence(diagnosis, availability),
        endSentence(availability),
    ].map((sentence) => (sentence === '' ? [] : [(0,report_prose/* plain */.pj)(sentence)])));
}
function changeSentence({ verdict, trend, judgments }, availability) {
    const { failed, firstFailure, transitions, secondsDown, secondsToRecover, pattern } = availability;
    if (failed === 0 || firstFailure === null)
        return '';
    const share = `${failed} of ${(0,shared_text/* plural */.LS)(availability.rounds, 'check')} failed`;
    const down = transitions > 2 ? ` It was down for ${(0,shared_text/* duration */.p0)(secondsDown * 1000)} in total.` : '';
    switch (trend) {
        case 'steady':
            return '';
        case 'intermittent':
            if (wentDown(judgments)) {
                return `It was healthy at first and has been failing since ${(0,words/* timeOfDay */.rb)(firstFailure)} UTC.`;
            }
            return `${share}${pattern === '' ? '' : `, ${pattern}`}.${down}`;
        case 'recovered': {
            const title = judgments.find((judgment) => judgment.verdict === 'unhealthy')?.findings[0]?.cause.title;
            const cause = verdict === 'healthy' && title !== undefined ? ` (${title})` : '';
            const after = secondsToRecover === null ? '' : ` after ${(0,shared_text/* duration */.p0)(secondsToRecover * 1000)}`;
            return `${share}${cause}; the site recovered${after}.`;
        }
        default:
            return trend;
    }
}
/** The site was healthy, then unhealthy to the end: an outage, not an intermittent failure. */
function wentDown(judgments) {
    const conclusive = judgments.filter(({ verdict }) => verdict !== 'inconclusive');
    const first = conclusive.findIndex(({ verdict }) => verdict === 'unhealthy');
    return first > 0 && conclusive.slice(first).every(({ verdict }) => verdict === 'unhealthy');
}
function inconclusiveSentence({ verdict }, { inconclusive, rounds }) {
    if (inconclusive === 0 || inconclusive === rounds || verdict === 'inconclusive')
        return '';
    return inconclusive === 1
        ? '1 check was inconclusive and is not counted.'
        : `${inconclusive} checks were inconclusive and are not counted.`;
}
function endSentence({ ended, rounds }) {
    if (ended === 'hopeless')
        return "Waiting won't fix this.";
    if (ended !== 'cancelled')
        return '';
    return rounds === 0
        ? 'The run was cancelled before its first check.'
        : `The run was cancelled after ${(0,shared_text/* plural */.LS)(rounds, 'check')}.`;
}

// EXTERNAL MODULE: ./lib/report/build/timeline.js
var timeline = __webpack_require__(8774);
// EXTERNAL MODULE: ./lib/report/build/request-path.js + 1 modules
var request_path = __webpack_require__(163);
// EXTERNAL MODULE: ./lib/cloudflare/response.js
var response = __webpack_require__(936);
// EXTERNAL MODULE: ./lib/cloudflare/ranges.js
var cloudflare_ranges = __webpack_require__(9185);
// EXTERNAL MODULE: ./lib/diagnosis/facts/generator.js + 1 modules
var generator = __webpack_require__(4756);
// EXTERNAL MODULE: ./lib/diagnosis/facts/exchange.js
var facts_exchange = __webpack_require__(2828);
;// CONCATENATED MODULE: ./lib/report/build/probes.js





/** A certificate may have thousands of names. */
const MAX_NAMES = 10;
function probesOf(evidence, sanitize) {
    const { edge, trace, dns, origins = [], request, at } = evidence;
    return {
        ...(edge !== undefined && { edge: probeOf(edge, at, sanitize) }),
        origins: origins.map((origin, index) => Object.assign(probeOf(origin, at, sanitize), { port: request.origins[index]?.port ?? request.port })),
        ...(trace !== undefined && {
            trace: { ...probeOf(trace, at, sanitize), ...coloOf((0,response/* traceOf */.fC)(trace)?.colo) },
        }),
        ...(dns !== undefined && { dns: dnsOf(dns, evidence, sanitize) }),
    };
}
/** @param at when the round began, in milliseconds since the epoch */
function probeOf(exchange, at, sanitize) {
    const { timings, tls } = exchange;
    const head = 'head' in exchange ? exchange.head : undefined;
    const header = (name) => sanitize(head?.headers[name] ?? '', 80);
    const [server, cache, contentType] = ['server', 'cf-cache-status', 'content-type'].map(header);
    const generator = pageAuthor(exchange);
    const http = /^HTTP\/\d(?:\.\d)?(?= )/.exec(exchange.wire?.opening ?? '')?.[0];
    const ray = (0,response/* rayOf */.qj)(exchange);
    return {
        timings,
        total: (0,facts_exchange/* elapsedIn */._E)(exchange),
        ...(exchange.redirectChain !== undefined && { redirects: redirectsOf(exchange.redirectChain, sanitize) }),
        ...(head !== undefined && { status: head.status }),
        ...(exchange.kind === 'failed' && {
            failure: {
                phase: exchange.phase,
                reason: exchange.error.reason,
                code: sanitize(exchange.error.code, 60),
            },
        }),
        ...(isText(server) && { server }),
        ...(isText(cache) && { cache }),
        ...(isText(contentType) && { contentType }),
        ...(isText(generator) && { generator }),
        ...(http !== undefined && { http }),
        ...(ray !== undefined && { rayId: ray.id }),
        ...coloOf(ray?.colo),
        ...(exchange.kind === 'completed' && { bytes: exchange.body.bytes }),
        ...(tls !== undefined && { tls: tlsOf(tls, at, sanitize) }),
    };
}
/** Targets of all redirects, with that of the response itself if it is one. */
function redirectsOf({ redirects, next }, sanitize) {
    const targets = [...redirects.map(({ to }) => to), ...(next === undefined ? [] : [next])];
    return targets.map((to) => sanitize(to, 200));
}
function isText(value) {
    return value !== undefined && value !== '';
}
function coloOf(colo) {
    return isText(colo) ? { colo } : {};
}
/** The software that produced an error page. */
function pageAuthor(exchange) {
    if (exchange.kind !== 'completed')
        return undefined;
    return (0,response/* edgeErrorIn */.L3)(exchange) === undefined ? (0,generator/* generatorOf */.bm)(exchange)?.name : 'Cloudflare';
}
function tlsOf({ protocol, cipher, certificate }, at, sanitize) {
    const { subject, issuer, names, notBefore, notAfter, faults, chain } = certificate;
    const more = names.length - MAX_NAMES;
    return {
        protocol: sanitize(protocol, 20),
        cipher: sanitize(cipher, 60),
        subject: sanitize(subject, 120),
        issuer: sanitize(issuer, 120),
        names: [
            ...names.slice(0, MAX_NAMES).map((name) => sanitize(name, 80)),
            ...(more > 0 ? [`and ${more} more`] : []),
        ],
        notBefore: isoOf(notBefore),
        notAfter: isoOf(notAfter),
        faults,
        daysLeft: Math.floor((notAfter - at) / shared_text/* DAY */.d_) || 0,
        chain: chain.map((link) => linkOf(link, sanitize)),
    };
}
function linkOf(link, sanitize) {
    const { subject, issuer, notBefore, notAfter, key, signature, linked } = link;
    return {
        subject: sanitize(subject, 120),
        issuer: sanitize(issuer, 120),
        notBefore: isoOf(notBefore),
        notAfter: isoOf(notAfter),
        key: sanitize(key, 40),
        signature: sanitize(signature, 60),
        linked,
    };
}
/** ISO 8601; empty for a date out of JavaScript's range, which a certificate may have. */
function isoOf(at) {
    return Number.isFinite(at) && Math.abs(at) < 8.64e15 ? new Date(at).toISOString() : '';
}
/** Addresses outside Cloudflare's ranges may be the origin's, so they are only counted. */
function dnsOf(dns, { resolvers = [], ownResolver = [], nameServers = [], ranges }, sanitize) {
    const all = [...ownResolver, ...resolvers, ...nameServers].map((each) => serverReportOf(each, ranges, sanitize));
    const servers = all.length === 0 ? {} : { servers: all };
    if (dns.kind === 'failed') {
        return {
            elapsed: dns.elapsed,
            cloudflare: [],
            others: 0,
            failure: sanitize(FAILURES[dns.reason], 60),
            ...servers,
        };
    }
    const cloudflare = dns.addresses
        .map(({ address }) => address)
        .filter((address) => (0,cloudflare_ranges/* inCloudflareRanges */.fC)(address, ranges));
    return {
        elapsed: dns.elapsed,
        cloudflare: cloudflare.map((address) => sanitize(address, 45)),
        others: dns.addresses.length - cloudflare.length,
        ...servers,
    };
}
function serverReportOf(answer, ranges, sanitize) {
    const { ttl } = answer;
    return {
        server: sanitize(answer.server, 80),
        answer: sanitize(answerWords(answer, ranges), 80),
        ...(ttl !== undefined && { ttl }),
    };
}
function answerWords(answer, ranges) {
    if (answer.kind === 'failed') {
        if (answer.bogus)
            return 'DNSSEC validation failed';
        return answer.reason === 'timeout' ? 'no answer' : (CODES[answer.code] ?? FAILURES[answer.reason]);
    }
    const others = answer.addresses.filter(({ address }) => !(0,cloudflare_ranges/* inCloudflareRanges */.fC)(address, ranges)).length;
    const elsewhere = others === 0 ? [] : [`elsewhere (${(0,shared_text/* plural */.LS)(others, 'address', 'addresses')})`];
    return (0,shared_text/* list */.p_)([...(others < answer.addresses.length ? ['Cloudflare'] : []), ...elsewhere]);
}
/** Response codes that need other words than their reason. */
const CODES = { REFUSED: 'refuses to answer' };
const FAILURES = {
    'no-such-host': 'no such name',
    'no-address': 'no address',
    'server-failure': 'DNS server failure',
    timeout: 'DNS timed out',
    other: 'DNS failed',
};

// EXTERNAL MODULE: ./lib/redact/address.js
var address = __webpack_require__(5281);
;// CONCATENATED MODULE: ./lib/report/build/shell-quote.js

/** One word of a POSIX shell, in single quotes. */
function shellQuote(text) {
    return `'${(0,visible/* clean */.uH)(text).replaceAll("'", String.raw `'\''`)}'`;
}

;// CONCATENATED MODULE: ./lib/report/build/reproduce.js



/**
 * curl commands that repeat the probes: through Cloudflare, then directly at each origin. They can be pasted after
 * setting `ORIGIN` (an IPv6 address in brackets). Header values are secrets, so `…` stands for them.
 */
function reproduceOf(site, evidence, sanitize) {
    const headers = site.headers.map(([name]) => `-H ${shellQuote(`${sanitize(name)}: …`)}`);
    const curl = [
        'curl -sv -o /dev/null',
        ...(site.method === 'HEAD' ? ['-I'] : []),
        `--max-time ${Math.ceil(site.timeout / 1000)}`,
    ];
    const access = site.access === undefined ? [] : ACCESS.map((name) => `-H ${shellQuote(`${name}: …`)}`);
    const all = [...headers, ...access];
    // curl would send the headers to other hosts too.
    const follows = evidence.edge?.redirectChain !== undefined && all.length === 0;
    const redirects = follows ? [`-L --max-redirs ${site.followRedirects}`] : [];
    const edge = [...curl, ...redirects, shellQuote(sanitize(site.url, 500)), ...all].join(' ');
    const origins = site.origins.map((origin, index) => {
        const tls = evidence.origins?.[index]?.tls;
        // Cloudflare trusts its own Origin CA; curl does not.
        const insecure = tls?.certificate.cloudflareOriginCa === true ? ['-k'] : [];
        const host = site.originHost === site.originSni
            ? []
            : [`-H ${shellQuote(`Host: ${sanitize(site.originHost, 255)}`)}`];
        return [
            ...curl,
            ...insecure,
            shellQuote(sanitize(directUrl(site, origin), 500)),
            connectTo(origin, sanitize),
            ...host,
            ...headers,
        ].join(' ');
    });
    return [edge, ...origins.filter((command, index) => origins.indexOf(command) === index)];
}
/** Sent to Cloudflare only. */
const ACCESS = ['CF-Access-Client-Id', 'CF-Access-Client-Secret'];
/** The URL with which curl sends the SNI and Host of the direct probe. */
function directUrl({ url, originSni }, { scheme }) {
    const direct = new URL(url);
    const rest = direct.pathname + direct.search;
    const port = direct.port === '' ? '' : `:${direct.port}`;
    return `${scheme}//${originSni}${port}${rest}`;
}
/** Double quotes, so that the shell expands `$ORIGIN`. */
function connectTo({ host, port }, sanitize) {
    const target = (0,authority/* hostAndPort */.PG)(host, port);
    const hidden = sanitize(target, 300) !== target;
    return hidden ? `--connect-to "::${address/* ORIGIN */.VT}:${port}"` : `--connect-to ${shellQuote(`::${target}`)}`;
}

// EXTERNAL MODULE: ./lib/diagnosis/failure-words.js
var failure_words = __webpack_require__(3971);
// EXTERNAL MODULE: ./lib/diagnosis/clues/exchange.js
var exchange = __webpack_require__(8727);
// EXTERNAL MODULE: ./lib/diagnosis/facts/content.js
var content = __webpack_require__(5364);
;// CONCATENATED MODULE: ./lib/report/build/sentences.js










/** The verdict and the cause in one line. It claims no more than the confidence of the cause. */
function headlineOf(diagnosis, evidence) {
    const page = hostAndPath(evidence.request.url);
    switch (diagnosis.verdict) {
        case 'healthy':
            return `${page} is healthy: ${healthyText(evidence)}`;
        case 'inconclusive':
            return `The check of ${page} is inconclusive${causeText(diagnosis)}`;
        case 'unhealthy':
            return `${page} ${stateText(diagnosis, evidence)}${causeText(diagnosis)}`;
        default:
            return diagnosis.verdict;
    }
}
/** `www.example.com`, or `www.example.com/health`, because a run may check several pages of one host. */
function hostAndPath(url) {
    const { host, pathname } = new URL(url);
    return pathname === '/' ? host : host + pathname;
}
const HEDGES = {
    certain: ': ',
    likely: '. Probable cause: ',
    possible: '. Possible cause: ',
};
function causeText({ cause: finding, cancelled }) {
    if (cancelled === true)
        return ': the run was cancelled';
    if (finding === undefined || finding.cause.id === 'unexplained')
        return ': no known cause fits';
    const { origin, cause, match } = finding;
    const which = origin === undefined || origin.of < 2 ? '' : ` (origin ${origin.position} of ${origin.of})`;
    return `${HEDGES[match.confidence]}${cause.title}${which}`;
}
function stateText({ trend, cause, judgments }, evidence) {
    if (trend === 'recovered')
        return 'was down and has recovered';
    if (trend === 'intermittent')
        return wentDown(judgments) ? 'went down' : 'fails intermittently';
    if ((0,content/* meetsExpectations */.A7)(evidence, evidence.edge))
        return 'works for visitors but is unhealthy';
    return cause?.cause.category === 'content' ? 'is unhealthy' : 'is down';
}
/** `200 through Cloudflare (SJC, 62 ms) and directly (41 ms)`. */
function healthyText(evidence) {
    const { edge, origins = [] } = evidence;
    const colo = (0,response/* rayOf */.qj)(edge)?.colo ?? '';
    const details = [colo, elapsedText(edge)].filter((text) => text !== '').join(', ');
    const route = (0,response/* throughCloudflare */.TV)(edge) ? 'through Cloudflare' : 'to visitors';
    const front = `${statusOf(edge)} ${route} (${details})`;
    const good = origins.filter((origin) => (0,content/* meetsExpectations */.A7)(evidence, origin));
    if (good.length === 0)
        return front;
    const [only] = good;
    const same = good.every((origin) => statusOf(origin) === statusOf(edge));
    if (origins.length === 1) {
        return `${front} and ${same ? '' : `${statusOf(only)} `}directly (${elapsedText(only)})`;
    }
    return `${front} and directly from ${good.length === origins.length ? `all ${origins.length}` : `${good.length} of ${origins.length}`} origins`;
}
function statusOf(exchange) {
    return exchange?.kind === 'completed' ? String(exchange.head.status) : 'no response';
}
function elapsedText(exchange) {
    return exchange === undefined ? '' : (0,shared_text/* duration */.p0)((0,facts_exchange/* elapsedIn */._E)(exchange));
}
/** What visitors get, what a direct request to the origin gets, and how that changed over time. */
function summaryOf(diagnosis, evidence, availability) {
    // A run that was cancelled before its first round requested nothing.
    const sides = availability.rounds === 0 ? [] : [edgeSentences(evidence, diagnosis), originSentences(evidence)];
    return (0,report_prose/* joinSentences */.DP)([...sides, availabilitySentences(diagnosis, availability)]);
}
const CHALLENGED = [
    (0,report_prose/* plain */.pj)('Cloudflare '),
    (0,report_prose/* strong */.ko)('challenged this runner'),
    (0,report_prose/* plain */.pj)(' instead of serving the site. Real visitors may be unaffected.'),
];
function edgeSentences({ edge, trace }, { verdict, cause }) {
    if (edge === undefined)
        return [];
    if ((0,response/* challengeIn */.F2)(edge) !== undefined)
        return CHALLENGED;
    // What an offline or blocked runner gets says nothing about visitors.
    const runnerOnly = verdict === 'inconclusive' && cause?.cause.id !== 'origin-locked-to-cloudflare';
    const who = (0,report_prose/* plain */.pj)(runnerOnly ? 'This runner gets ' : 'Visitors get ');
    if (edge.kind === 'failed') {
        const { phase, error } = edge;
        const reached = (0,response/* traceOf */.fC)(trace) === undefined ? '' : ', although Cloudflare itself is reachable';
        return [
            who,
            (0,report_prose/* plain */.pj)('no response: '),
            (0,report_prose/* strong */.ko)((0,failure_words/* failureWords */.A)({ phase, reason: error.reason, code: '' }).brief),
            (0,report_prose/* plain */.pj)(`${(0,exchange/* redirectText */.UC)(edge)}${reached}.`),
        ];
    }
    const { status } = edge.head;
    const missing = (0,exchange/* missingContentText */.Vz)(edge);
    const rest = `${missing === '' ? '' : `,${missing}`}${(0,exchange/* redirectText */.UC)(edge)}.`;
    if (!(0,response/* throughCloudflare */.TV)(edge))
        return [who, (0,report_prose/* strong */.ko)(String(status)), (0,report_prose/* plain */.pj)(`, but not from Cloudflare${rest}`)];
    // Only Cloudflare itself sends these statuses.
    const route = status >= 520 && status <= 530 ? 'from' : 'through';
    return [who, (0,report_prose/* strong */.ko)(String(status)), (0,report_prose/* plain */.pj)(` ${route} Cloudflare${rest}`)];
}
const NOT_PROBED = [
    (0,report_prose/* plain */.pj)('The origin was not probed. Set the `origin` input to distinguish a broken origin from one that only Cloudflare cannot reach.'),
];
function originSentences(evidence) {
    const { origins = [], request } = evidence;
    const [first] = origins;
    if (first === undefined) {
        // A service behind a tunnel has no address to probe.
        const tunneled = (0,response/* edgeErrorIn */.L3)(evidence.edge)?.code === 1033 || evidence.zone?.record?.kind === 'tunnel';
        return request.origins.length === 0 && !tunneled ? NOT_PROBED : [];
    }
    if (origins.length === 1)
        return originSentence(evidence, first);
    const good = origins.filter((origin) => (0,content/* meetsExpectations */.A7)(evidence, origin)).length;
    const failing = origins.flatMap((origin, index) => (0,content/* meetsExpectations */.A7)(evidence, origin)
        ? []
        : [[(0,report_prose/* plain */.pj)(`origin ${index + 1} `), ...behavior(evidence, origin, index)]]);
    const goodText = good === 1 ? 'one responds as expected' : `${good} respond as expected`;
    const items = [
        ...(good === 0 ? [] : [[(0,report_prose/* plain */.pj)(goodText)]]),
        ...failing.slice(0, MAX_FAILING_ORIGINS),
        ...(failing.length > MAX_FAILING_ORIGINS
            ? [[(0,report_prose/* plain */.pj)(`${failing.length - MAX_FAILING_ORIGINS} more fail`)]]
            : []),
    ];
    return [(0,report_prose/* plain */.pj)(`Of ${origins.length} origins requested directly, `), ...listOf(items), (0,report_prose/* plain */.pj)('.')];
}
/** More failing origins than this are counted. */
const MAX_FAILING_ORIGINS = 3;
/** `a, b and c`. */
function listOf(items) {
    return items.flatMap((item, index) => {
        if (index === 0)
            return item;
        return [(0,report_prose/* plain */.pj)(index === items.length - 1 ? ' and ' : ', '), ...item];
    });
}
/** The only origin. */
function originSentence(evidence, origin) {
    if (origin.kind === 'completed') {
        return [(0,report_prose/* plain */.pj)('A direct request to the origin returns '), ...responseText(origin), (0,report_prose/* plain */.pj)('.')];
    }
    const { reason } = origin.error;
    const start = reason === 'proxy' ? 'The origin ' : 'A direct request fails because the origin ';
    return [(0,report_prose/* plain */.pj)(start), ...behavior(evidence, origin, 0), (0,report_prose/* plain */.pj)('.')];
}
/** What an origin does: completes "the origin …". */
function behavior(evidence, origin, index) {
    if (origin.kind === 'completed')
        return [(0,report_prose/* plain */.pj)('returns '), ...responseText(origin)];
    const { phase, error } = origin;
    const fault = certificateText(origin.tls?.certificate);
    if (error.reason === 'untrusted' && fault !== '') {
        return [(0,report_prose/* plain */.pj)('presents a certificate that '), (0,report_prose/* strong */.ko)(fault)];
    }
    const port = evidence.request.origins[index]?.port ?? evidence.request.port;
    return [(0,report_prose/* strong */.ko)((0,failure_words/* failureWords */.A)({ phase, reason: error.reason, code: '', port }).does)];
}
/** `200, without the expected text, with a certificate that expired on 2026-11-21`: completes "returns …". */
function responseText(origin) {
    const damage = (0,facts_exchange/* encodingDamage */.hk)(origin);
    const page = damage === undefined ? '' : ` with a compressed page that ${exchange/* DAMAGE */.Qj[damage]}`;
    const fault = certificateText(origin.tls?.certificate);
    const missing = (0,exchange/* missingContentText */.Vz)(origin);
    return [
        (0,report_prose/* strong */.ko)(String(origin.head.status)),
        (0,report_prose/* plain */.pj)(`${page}${missing === '' ? '' : `,${missing}`}${(0,exchange/* redirectText */.UC)(origin)}`),
        ...(fault === '' ? [] : [(0,report_prose/* plain */.pj)(', with a certificate that '), (0,report_prose/* strong */.ko)(fault)]),
    ];
}
/** Completes "a certificate that …". Names in the certificate come from the server and are not repeated here. */
function certificateText(certificate) {
    if (certificate === undefined)
        return '';
    const { faults, notBefore, notAfter, expectedName } = certificate;
    const texts = {
        expired: `expired on ${(0,words/* dayOf */.kb)(isoOf(notAfter))}`,
        'not-yet-valid': `is not valid before ${(0,words/* dayOf */.kb)(isoOf(notBefore))}`,
        'name-mismatch': `is not valid for ${expectedName}`,
        untrusted: 'is not signed by a trusted authority',
        'chain-incomplete': 'is sent without its intermediate',
    };
    return (0,shared_text/* list */.p_)(faults.map((fault) => texts[fault]));
}

;// CONCATENATED MODULE: ./lib/report/build/median.js

/** Adds the median response time over all rounds that got the same status. */
function withMedian(probes, history) {
    const { edge, origins } = probes;
    return {
        ...probes,
        ...(edge !== undefined && {
            edge: withMedianOf(edge, history.map((round) => round.edge)),
        }),
        origins: origins.map((origin, index) => withMedianOf(origin, history.map((round) => round.origins?.[index]))),
    };
}
function withMedianOf(probe, exchanges) {
    const times = exchanges.flatMap((exchange) => exchange?.kind === 'completed' && exchange.head.status === probe.status
        ? [(0,facts_exchange/* totalOf */.e6)(exchange.timings)]
        : []);
    return times.length < 2 ? probe : { ...probe, median: medianOf(times) };
}
function medianOf(values) {
    const sorted = values.toSorted((a, b) => a - b);
    const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
    return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

;// CONCATENATED MODULE: ./lib/report/build/report.js














/** Worst first. */
const VERDICT_ORDER = ['unhealthy', 'inconclusive', 'healthy'];
/** Builds the report of a run. All text in a report is redacted here. */
function reportOf({ sites, at, version, earlier }) {
    const redactors = new Set();
    const reports = Array.from(sites, (site) => {
        redactors.add(site.redact);
        return siteReportOf(site);
    });
    const [worst, ...rest] = withChanges(reports, redactors, earlier).toSorted(byWeight);
    if (worst === undefined)
        throw new RangeError('A report needs at least one site');
    const all = [worst, ...rest];
    return {
        schema: 1,
        version,
        at: new Date(at).toISOString(),
        verdict: worst.verdict,
        promote: worst.verdict === 'healthy',
        cause: worst.cause,
        category: worst.category,
        confidence: worst.confidence,
        trend: worst.trend,
        warnings: all.flatMap((site) => site.warnings),
        notes: [...all.flatMap((site) => site.notes), ...noteOfBaseline(all, earlier)],
        sites: all,
    };
}
/** Adds what changed since an earlier report. The baseline is redacted by what is known of all sites. */
function withChanges(reports, redactors, earlier) {
    if (earlier === undefined || 'missing' in earlier)
        return reports;
    const redact = (text) => [...redactors].reduce((hidden, next) => next(hidden), text);
    return withDiff(reports, earlier, sanitizerOf(redact));
}
/** Why some or all sites could not be compared. */
function noteOfBaseline(all, earlier) {
    if (earlier === undefined)
        return [];
    if ('missing' in earlier)
        return [{ id: 'baseline', text: earlier.missing }];
    const unknown = all.filter(({ changes }) => changes === undefined).length;
    if (unknown === 0)
        return [];
    const which = all.length === 1 ? 'this site' : `${unknown} of the ${all.length} sites`;
    const since = (0,words/* dayOf */.kb)(earlier.at);
    return [{ id: 'baseline', text: `The baseline report of ${since} does not contain ${which}.` }];
}
/** Failures that visitors see come first, then those that are certain. */
function byWeight(a, b) {
    return (VERDICT_ORDER.indexOf(a.verdict) - VERDICT_ORDER.indexOf(b.verdict) ||
        Number(servesVisitors(a)) - Number(servesVisitors(b)) ||
        CONFIDENCE_ORDER.indexOf(a.confidence) - CONFIDENCE_ORDER.indexOf(b.confidence));
}
const CONFIDENCE_ORDER = ['certain', 'likely', 'possible', ''];
function servesVisitors({ probes: { edge } }) {
    return edge?.failure === undefined && (edge?.status ?? 500) < 400;
}
function siteReportOf({ site, history, diagnosis, redact }) {
    const sanitize = sanitizerOf(redact);
    const evidence = (0,timeline/* shownRound */._j)(diagnosis, history);
    const { verdict, trend, cause: finding } = diagnosis;
    const cause = finding?.cause;
    const availability = availabilityReportOf(diagnosis, history);
    const context = remedyContextOf(site, finding);
    return {
        url: sanitize(site.url, 500),
        host: sanitize(evidence.request.host, 255),
        verdict,
        cause: cause?.id ?? '',
        category: cause?.category ?? '',
        confidence: finding?.match.confidence ?? '',
        because: sanitize(finding?.match.because ?? ''),
        trend,
        headline: sanitize(headlineOf(diagnosis, evidence)),
        summary: sanitizedProse(summaryOf(diagnosis, evidence, availability), sanitize),
        owner: finding?.match.owner ?? cause?.owner ?? '',
        clues: (finding?.match.clues ?? []).map(({ from, text }) => ({ from, text: sanitize(text) })),
        alternatives: diagnosis.alternatives.map((other) => alternativeOf(other, cause, sanitize)),
        lookalikes: furtherLookalikes(diagnosis).map(({ what, distinguishedBy }) => ({
            title: sanitize(typeof what === 'string' ? ((0,causes/* causeById */.a0)(what)?.title ?? what) : what.other),
            distinguishedBy: sanitize(distinguishedBy),
        })),
        remedy: cause === undefined ? null : remedyOf(cause.remedy(context), sanitize),
        docs: cause === undefined ? '' : (0,words/* docsOf */.fE)(cause.id),
        warnings: diagnosis.warnings.map((warning) => warningOf(warning, remedyContextOf(site, warning), sanitize)),
        notes: diagnosis.notes.map((note) => noteOf(note, sanitize)),
        ...unreadIn(evidence, sanitize),
        path: (0,request_path/* requestPath */.Z)(diagnosis, evidence).map(({ name, state, detail }) => ({
            name,
            state,
            detail: sanitize(detail, 60),
        })),
        ...sslModeIn(evidence),
        probes: withMedian(probesOf((0,timeline/* withLatestDnsServers */.fY)(evidence, history), sanitize), history),
        timeline: (0,timeline/* timelineOf */.hf)(diagnosis, history),
        availability,
        reproduce: reproduceOf(site, evidence, sanitize),
    };
}
/** Invisible characters go first: an address with one of them in it is still that address. */
function sanitizerOf(redact) {
    return (text, max = 300) => (0,visible/* cut */.Jj)(redact((0,visible/* clean */.uH)(text)), max);
}
/** Redacts sentences as a whole. Pieces stay apart only if that changes nothing: no address may hide at a seam. */
function sanitizedProse(prose, sanitize) {
    const whole = sanitize((0,report_prose/* plainText */.wh)(prose), 600);
    const pieces = prose.map((span) => ({ ...span, text: sanitizedPiece(span.text, sanitize) }));
    return (0,report_prose/* plainText */.wh)(pieces) === whole ? pieces : [(0,report_prose/* plain */.pj)(whole)];
}
function sanitizedPiece(text, sanitize) {
    return (0,report_prose/* betweenSpaces */.Qf)(text, (inner) => sanitize(inner, 600));
}
/** The SSL mode that the user or the zone specifies. One that the URL suggests is a guess and is left out. */
function sslModeIn({ request, zone }) {
    const { mode, by } = (0,ssl_mode/* sslModeOf */.H)(request, zone?.ssl);
    return by === 'url' ? {} : { sslMode: mode };
}
/** Absent when everything could be read, and in runs without a token. */
function unreadIn({ zone, analytics, statusPage }, sanitize) {
    const sentences = [...(zone?.unread ?? []), analytics?.unread ?? '', statusPage?.unread ?? ''];
    const unread = sentences.filter((sentence) => sentence !== '').map((sentence) => sanitize(sentence));
    return unread.length === 0 ? {} : { unread };
}
function remedyContextOf({ url, origins }, finding) {
    const { hostname, protocol, port } = new URL(url);
    const origin = origins[(finding?.origin?.position ?? 1) - 1];
    const tls = (origin?.scheme ?? protocol) === 'https:';
    const form = finding?.match.form;
    return {
        host: hostname,
        port: origin?.port ?? (port === '' ? (0,authority/* defaultPort */.L5)(tls) : Number(port)),
        tls,
        ...(form !== undefined && { form }),
    };
}
function remedyOf({ summary, steps: [first, ...more], difficulty, reference }, sanitize) {
    const stepOf = ({ action, details }) => {
        const [first, ...rest] = sanitizedProse([(0,report_prose/* plain */.pj)(action), (0,report_prose/* plain */.pj)(details)], sanitize);
        return { action: first?.text ?? '', details: (0,report_prose/* plainText */.wh)(rest) };
    };
    return {
        summary: sanitize(summary),
        steps: [stepOf(first), ...more.map(stepOf)],
        difficulty,
        reference: sanitize(reference),
    };
}
function alternativeOf({ cause: other, match }, cause, sanitize) {
    const distinguishedBy = cause?.lookalikes.find((lookalike) => lookalike.what === other.id)?.distinguishedBy ??
        other.lookalikes.find((lookalike) => lookalike.what === cause?.id)?.distinguishedBy;
    return {
        cause: other.id,
        confidence: match.confidence,
        title: sanitize(other.title),
        because: sanitize(match.because),
        distinguishedBy: sanitize(distinguishedBy ?? ''),
    };
}
/** What the cause may be mistaken for, without the alternatives. */
function furtherLookalikes({ cause, alternatives }) {
    return (cause?.lookalikes ?? []).filter((lookalike) => !alternatives.some((other) => lookalike.what === other.cause.id));
}
function warningOf({ cause, match }, context, sanitize) {
    return { id: cause.id, text: sanitize(`${match.because} ${cause.remedy(context).summary}`, 600) };
}
function noteOf({ cause, match }, sanitize) {
    return { id: cause.id, text: sanitize(match.because, 600) };
}


/***/ }),

/***/ 163:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ failingHop),
  Z: () => (/* binding */ requestPath)
});

// EXTERNAL MODULE: ./lib/cloudflare/response.js
var response = __webpack_require__(936);
// EXTERNAL MODULE: ./lib/cloudflare/ranges.js
var cloudflare_ranges = __webpack_require__(9185);
;// CONCATENATED MODULE: ./lib/domain/hop.js
/** The hops of a request, in order. Not every path has each of them. */
const HOPS = [
    'visitor',
    'DNS',
    'Cloudflare',
    'tunnel',
    'firewall',
    'TLS',
    'origin',
    'application',
];

// EXTERNAL MODULE: ./lib/diagnosis/facts/exchange.js
var exchange = __webpack_require__(2828);
// EXTERNAL MODULE: ./lib/diagnosis/facts/visitors.js
var visitors = __webpack_require__(1174);
// EXTERNAL MODULE: ./lib/report/build/timeline.js
var timeline = __webpack_require__(8774);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(8191);
// EXTERNAL MODULE: ./lib/diagnosis/facts/content.js
var content = __webpack_require__(5364);
;// CONCATENATED MODULE: ./lib/report/build/request-path.js








const ok = (detail = '') => ({ state: 'ok', detail });
const broken = (detail = '') => ({ state: 'broken', detail });
const unknown = (detail = '') => ({ state: 'unknown', detail });
/** The path of a request, and the hop that fails: by the evidence, and by the cause that explains it. */
function requestPath(diagnosis, evidence) {
    const failing = diagnosis.verdict === 'healthy' ? undefined : failingHopName(diagnosis, evidence);
    const { origin, label } = singledOut(diagnosis, evidence);
    // A fresh response to visitors proves that an origin works, but with several origins not that this one does.
    const throughEdge = failing === 'origin' || failing === 'application' ? undefined : freshEdge(evidence);
    const observed = {
        visitor: failing === 'visitor' ? broken() : ok(),
        DNS: dnsHop(evidence),
        Cloudflare: cloudflareHop(evidence),
        tunnel: failing === 'tunnel' ? unknown() : undefined,
        firewall: firewallHop(diagnosis, failing),
        TLS: tlsHop(origin),
        origin: originHop(origin, throughEdge),
        application: applicationHop(evidence, origin, throughEdge),
    };
    const names = {
        origin: label,
        ...(failing === 'visitor' && { visitor: 'this runner' }),
        ...(failing === 'Cloudflare' && { Cloudflare: `Cloudflare ${observed.Cloudflare?.detail ?? ''}`.trim() }),
    };
    return HOPS.flatMap((hop) => {
        const atHop = observed[hop];
        if (atHop === undefined && hop !== failing)
            return [];
        const known = hop === failing && hop === 'Cloudflare' ? edgeFailure(evidence) : atHop;
        return [{ name: names[hop] ?? hop, ...withVerdict(known ?? unknown(), hop === failing, diagnosis) }];
    });
}
/** The failing hop. If no hop is known to fail, the first unknown one with details. */
function failingHop(path) {
    return (path.find(({ state }) => state === 'broken') ??
        path.find(({ state, detail }) => state === 'unknown' && detail !== ''));
}
/** Only the hop of the cause is shown as failing. Others that failed, such as a rejected probe, are unknown. */
function withVerdict(observed, failing, { verdict, cause }) {
    if (!failing)
        return observed.state === 'broken' ? unknown(observed.detail) : observed;
    const detail = briefOf(cause?.cause, observed.state === 'broken' ? observed.detail : '');
    return verdict === 'unhealthy' ? broken(detail) : unknown(detail);
}
/** The words of the cause, or what was observed, if it prefers that and anything was. */
function briefOf(cause, observed) {
    if (cause === undefined)
        return observed;
    const { brief } = cause;
    if (typeof brief === 'string')
        return brief;
    return observed === '' ? brief.observedOr : observed;
}
function failingHopName(diagnosis, evidence) {
    if (diagnosis.cause === undefined)
        return undefined;
    const { cause, match } = diagnosis.cause;
    const { origin } = singledOut(diagnosis, evidence);
    const hop = typeof cause.hop === 'function'
        ? cause.hop({ match, ...(origin !== undefined && { origin }) })
        : cause.hop;
    return hop === 'unknown' ? undefined : hop;
}
/** The origin that the finding is about, or the first one. */
function singledOut({ cause }, { origins = [] }) {
    const position = cause?.origin?.position;
    const label = position === undefined || origins.length < 2 ? 'origin' : `origin ${position} of ${origins.length}`;
    return { origin: origins[(position ?? 1) - 1], label };
}
function dnsHop({ dns }) {
    if (dns === undefined)
        return unknown();
    if (dns.kind === 'resolved')
        return ok();
    return broken(dns.reason === 'no-such-host' ? 'no such name' : dns.reason === 'no-address' ? 'no address' : 'no reply');
}
function cloudflareHop({ edge, trace, dns, ranges }) {
    const colo = (0,response/* rayOf */.qj)(edge)?.colo ?? (0,response/* traceOf */.fC)(trace)?.colo ?? '';
    if ((0,response/* throughCloudflare */.TV)(edge) || (0,response/* traceOf */.fC)(trace) !== undefined)
        return ok(colo);
    const elsewhere = dns?.kind === 'resolved' && !dns.addresses.some(({ address }) => (0,cloudflare_ranges/* inCloudflareRanges */.fC)(address, ranges));
    if (elsewhere)
        return unknown('not on the path');
    return edge?.kind === 'failed' && dns?.kind === 'resolved' ? broken((0,timeline/* outcome */.bu)(edge)) : unknown();
}
/** What Cloudflare returned instead of the site. */
function edgeFailure(evidence) {
    return (0,content/* meetsExpectations */.A7)(evidence, evidence.edge) ? unknown() : broken((0,timeline/* outcome */.bu)(evidence.edge));
}
function firewallHop({ notes }, failing) {
    if (failing === 'firewall')
        return unknown();
    const note = notes.find(({ cause }) => cause.hop === 'firewall');
    return note && ok(briefOf(note.cause, ''));
}
function tlsHop(origin) {
    if (origin === undefined)
        return undefined;
    const [fault] = origin.tls?.certificate.faults ?? [];
    if (fault !== undefined) {
        return broken(`certificate ${words/* FAULTS */.y2[fault]}`);
    }
    if (origin.tls !== undefined)
        return ok();
    if (origin.kind === 'failed' && origin.phase === 'tls')
        return broken((0,timeline/* outcome */.bu)(origin));
    return undefined;
}
function freshEdge(evidence) {
    return (0,visitors/* servedFromOrigin */.iv)(evidence) ? evidence.edge : undefined;
}
function originHop(origin, throughEdge) {
    const accepted = (0,exchange/* acceptedConnection */.wt)(origin) || (origin?.kind === 'failed' && origin.phase === 'tls');
    if (accepted || throughEdge !== undefined)
        return ok();
    return origin === undefined ? unknown() : broken((0,timeline/* outcome */.bu)(origin));
}
function applicationHop(evidence, origin, throughEdge) {
    if (origin?.kind === 'completed') {
        return (0,content/* meetsExpectations */.A7)(evidence, origin) ? ok((0,timeline/* outcome */.bu)(origin)) : broken((0,timeline/* outcome */.bu)(origin));
    }
    if (throughEdge !== undefined)
        return ok((0,timeline/* outcome */.bu)(throughEdge));
    return (0,exchange/* acceptedConnection */.wt)(origin) ? broken((0,timeline/* outcome */.bu)(origin)) : unknown();
}


/***/ }),

/***/ 5169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DP: () => (/* binding */ joinSentences),
/* harmony export */   Qf: () => (/* binding */ betweenSpaces),
/* harmony export */   ko: () => (/* binding */ strong),
/* harmony export */   pj: () => (/* binding */ plain),
/* harmony export */   wh: () => (/* binding */ plainText)
/* harmony export */ });
function plain(text) {
    return { text };
}
function strong(text) {
    return { text, strong: true };
}
/** For places without bold. */
function plainText(prose) {
    return prose.map(({ text }) => text).join('');
}
/** Sentences one after the other, a space apart. */
function joinSentences(sentences) {
    return sentences
        .filter((sentence) => sentence.length > 0)
        .flatMap((sentence, index) => (index === 0 ? sentence : [plain(' ')].concat(sentence)));
}
/** Renders a text without the spaces at its ends, and puts them back: they separate it from its neighbors. */
function betweenSpaces(text, render) {
    const inner = text.trim();
    if (inner === '')
        return text;
    const start = text.indexOf(inner);
    return text.slice(0, start) + render(inner) + text.slice(start + inner.length);
}


/***/ }),

/***/ 7393:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ siteInSchema1),
/* harmony export */   o: () => (/* binding */ jsonOf)
/* harmony export */ });
/* harmony import */ var _prose_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5169);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8191);


/** More sites than this get one line each: indentation would double the size of a large report. */
const MAX_INDENTED_SITES = 20;
/** The JSON report, complete, in the keys of schema 1. */
function jsonOf(report) {
    const { sites, ...run } = report;
    if (sites.length <= MAX_INDENTED_SITES) {
        return `${JSON.stringify({ ...run, sites: sites.map(siteInSchema1) }, null, 2)}\n`;
    }
    const lines = sites.map((site) => JSON.stringify(siteInSchema1(site)));
    return `${JSON.stringify(run).slice(0, -1)},"sites":[\n${lines.join(',\n')}\n]}\n`;
}
/** One site in the keys of schema 1. */
function siteInSchema1(site) {
    const remedy = site.remedy === null ? null : { ...site.remedy, steps: site.remedy.steps.map(_words_js__WEBPACK_IMPORTED_MODULE_0__/* .stepText */ .uw) };
    const clues = site.clues.map(({ from, text }) => ({ from: from === 'trace' ? 'control' : from, text }));
    return withSchema1Keys({ ...site, summary: (0,_prose_js__WEBPACK_IMPORTED_MODULE_1__/* .plainText */ .wh)(site.summary), clues, remedy }, '');
}
/**
 * Keys of a site's report that schema 1 spells differently, by their path. Users read schema 1: keys may be added, and
 * none may change.
 */
const SCHEMA_1_KEYS = new Map([
    ['availability', 'course'],
    ['availability.rounds', 'looks'],
    ['availability.inconclusive', 'unseen'],
    ['availability.transitions', 'flaps'],
    ['availability.firstFailure', 'firstBad'],
    ['availability.lastFailure', 'lastBad'],
    ['alternatives[].distinguishedBy', 'told'],
    ['lookalikes[].title', 'what'],
    ['lookalikes[].distinguishedBy', 'told'],
    ['timeline[].skipped.rounds', 'looks'],
    ['timeline[].skipped.identical', 'alike'],
    ['changes.baselineAt', 'since'],
    ['changes.responses', 'answers'],
    ['probes.trace', 'control'],
    ['probes.trace.failure', 'broke'],
    ['probes.edge.failure', 'broke'],
    ['probes.edge.median', 'typical'],
    ['probes.origins[].failure', 'broke'],
    ['probes.origins[].median', 'typical'],
    ['probes.dns.elapsed', 'took'],
    ['probes.dns.servers[].answer', 'says'],
]);
function withSchema1Keys(value, path) {
    if (Array.isArray(value))
        return value.map((item) => withSchema1Keys(item, `${path}[]`));
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => {
        const here = path === '' ? key : `${path}.${key}`;
        return [SCHEMA_1_KEYS.get(here) ?? key, withSchema1Keys(inner, here)];
    }));
}


/***/ }),

/***/ 5568:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ retryAfter)
/* harmony export */ });
/**
 * Milliseconds that a `Retry-After` header asks to wait: it holds seconds, or a date in one of three forms (RFC 9110,
 * sections 5.6.7 and 10.2.3). Undefined when the text is neither. `now` is in milliseconds.
 */
function retryAfter(text, now) {
    const value = text.trim();
    if (/^\d{1,10}$/.test(value))
        return Number(value) * 1000;
    // The date parser also accepts other text, such as a bare year.
    if (!/^[A-Z][a-z]{2,8},? .{10,40}$/.test(value))
        return undefined;
    const at = Date.parse(value.endsWith('GMT') ? value : `${value} GMT`);
    return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}


/***/ })

};
