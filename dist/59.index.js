export const id = 59;
export const ids = [59];
export const modules = {

/***/ 9185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   cv: () => (/* binding */ rangesIn),
/* harmony export */   fC: () => (/* binding */ inCloudflareRanges)
/* harmony export */ });
/* unused harmony export CLOUDFLARE_RANGES */
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);

/** Cloudflare's published ranges, https://www.cloudflare.com/ips/, as of August 2026. */
const CLOUDFLARE_RANGES = [
    '173.245.48.0/20',
    '103.21.244.0/22',
    '103.22.200.0/22',
    '103.31.4.0/22',
    '141.101.64.0/18',
    '108.162.192.0/18',
    '190.93.240.0/20',
    '188.114.96.0/20',
    '197.234.240.0/22',
    '198.41.128.0/17',
    '162.158.0.0/15',
    '104.16.0.0/13',
    '104.24.0.0/14',
    '172.64.0.0/13',
    '131.0.72.0/22',
    '2400:cb00::/32',
    '2606:4700::/32',
    '2803:f800::/32',
    '2405:b500::/32',
    '2405:8100::/32',
    '2a06:98c0::/29',
    '2c0f:f248::/32',
];
/** A list that was fetched holds this many ranges at least; Cloudflare has had more for ten years. */
const FEWEST = 5;
/** Larger networks than these nobody has: who names one means to take in the whole internet. */
const SHORTEST_PREFIX = { 4: 8, 6: 16 };
const LONGEST_LIST = 10_000;
/**
 * The ranges of https://www.cloudflare.com/ips-v4 or -v6, one a line. Undefined unless every line is a range of that
 * family: the address once gave a page of HTML under 200.
 */
function rangesIn(text, family) {
    if (text.length > LONGEST_LIST)
        return undefined;
    const lines = text.trim().split(/\r?\n/);
    return lines.length >= FEWEST && lines.every((line) => isRange(line, family)) ? lines : undefined;
}
function isRange(line, family) {
    const [, network = '', prefix = ''] = /^([\da-f.:]+)\/(\d{1,3})$/i.exec(line) ?? [];
    const right = family === 4 ? (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv4)(network) : (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(network);
    return right && Number(prefix) >= SHORTEST_PREFIX[family] && Number(prefix) <= (family === 4 ? 32 : 128);
}
const lists = new WeakMap();
function listOf(ranges) {
    const known = lists.get(ranges);
    if (known !== undefined)
        return known;
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    for (const range of ranges) {
        const [network = '', prefix = ''] = range.split('/');
        list.addSubnet(network, Number(prefix), network.includes(':') ? 'ipv6' : 'ipv4');
    }
    lists.set(ranges, list);
    return list;
}
/**
 * Whether an address is one of Cloudflare's. Sufficient, not necessary: customers who bring their own
 * ranges are proxied from addresses outside this list.
 *
 * @param ranges a fresher list than the one that is built in; empty where there is none
 */
function inCloudflareRanges(address, ranges = []) {
    const list = listOf(ranges.length === 0 ? CLOUDFLARE_RANGES : ranges);
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv4)(address))
        return list.check(address, 'ipv4');
    return (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(address) && list.check(address, 'ipv6');
}


/***/ }),

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
 * How Cloudflare dials an origin and judges its certificate (https://developers.cloudflare.com/ssl/origin-configuration/ssl-modes/):
 * as the user says, else as the zone says, else by the scheme of the URL.
 */
function sslModeOf({ sslMode, url }, zone) {
    if (sslMode !== 'auto')
        return { mode: sslMode, by: 'user' };
    const told = ZONE_MODES.find((mode) => mode === zone);
    if (told !== undefined)
        return { mode: told, by: 'zone' };
    return { mode: url.startsWith('https:') ? 'strict' : 'off', by: 'url' };
}
/** Whether Cloudflare turns down an origin whose certificate is not valid. */
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

// EXTERNAL MODULE: ./lib/cloudflare/response.js
var response = __webpack_require__(936);
// EXTERNAL MODULE: ./lib/diagnosis/facts/edge.js
var facts_edge = __webpack_require__(8644);
// EXTERNAL MODULE: ./lib/diagnosis/facts/exchange.js
var facts_exchange = __webpack_require__(2828);
// EXTERNAL MODULE: ./lib/diagnosis/facts/origin.js
var facts_origin = __webpack_require__(4575);
// EXTERNAL MODULE: ./lib/diagnosis/clues/exchange.js + 1 modules
var clues_exchange = __webpack_require__(7908);
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
            : [`Unhealthy load balancer pools: ${unhealthy.length} of ${pools.length}${why}.`]),
        ...(worker === true ? ['A Worker handles this page, and decides how to request the origin.'] : []),
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
        return `The record points to another host than the origin that was probed${dnsOnly}.`;
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
    const blocked = (code >= 1005 && code <= 1012) || code === 1015 || code === 1020;
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
/** Follows what an origin does with Cloudflare's request headers, when they make the difference. */
function headerCaveat(moment) {
    return (0,facts_origin/* failsOnCloudflareHeaders */.Yu)(moment)
        ? ", and responds normally without Cloudflare's request headers"
        : '';
}
function traceClue({ trace }) {
    const found = (0,response/* traceOf */.fC)(trace);
    if (found === undefined)
        return [];
    const where = found.colo === '' ? '' : ` (${found.colo})`;
    return [{ from: 'trace', text: `Cloudflare${where} is reachable and answers for this host.` }];
}
function outcome(moment, exchange) {
    return (0,clues_exchange/* outcomeText */.EL)(exchange, (0,facts_exchange/* timeoutText */.bY)(moment));
}

// EXTERNAL MODULE: ./lib/diagnosis/facts/visitors.js
var visitors = __webpack_require__(1174);
;// CONCATENATED MODULE: ./lib/diagnosis/causes/cache-masks-broken-origin.js





/** Visitors see a photograph of the site. */
/* harmony default export */ const cache_masks_broken_origin = (defineCause({
    id: 'cache-masks-broken-origin',
    title: 'visitors get a cached copy while the origin is broken',
    brief: { observedOr: 'fails behind the cache' },
    hop: 'origin',
    owner: 'origin',
    meaning: [
        "What visitors get comes from Cloudflare's cache (`cf-cache-status` is HIT, STALE or UPDATING), and the origin behind it fails: when it is asked directly, or when Cloudflare is asked for the same page in a way that no cache can answer. Pages outside the cache fail already. This one will fail when its copy expires.",
        'STALE means that Cloudflare wanted a new copy and did not get one. Always Online serves a copy from the Internet Archive and says HIT.',
        'Where the cache ignores query strings, nobody can ask past it from outside. If the origin cannot be asked directly either, the check says that it does not know.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'cloudflare-blocked-by-origin',
            distinguishedBy: 'A direct probe that is answered while Cloudflare, asked past its cache, is not.',
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
            const told = `visitors get a copy, and Cloudflare answers ${past.head.status} when it is asked past its cache`;
            const because = direct ? `${told}, just as the origin fails when asked directly` : told;
            // An application may choke on a query string that it does not know. A second witness rules that out; who is not let in
            // is one only where Cloudflare got no connection either, which no query string keeps it from.
            const sure = direct || ((0,facts_origin/* probeRejected */.bq)(moment) && UNCONNECTED.has(past.head.status));
            return { outcome: 'unhealthy', confidence: sure ? 'certain' : 'likely', because, clues };
        }
        const stale = isStale(moment);
        if (direct) {
            const because = stale
                ? 'Cloudflare serves a copy past its time (STALE), and the origin fails when asked directly'
                : 'the origin fails when asked directly, and what visitors get is a copy';
            return { outcome: 'unhealthy', confidence: stale ? 'certain' : 'likely', because, clues };
        }
        if ((0,visitors/* servedFromOrigin */.iv)(moment) || (0,facts_exchange/* isGoodResponse */.nm)(moment, moment.origin))
            return;
        if (stale) {
            const because = 'Cloudflare serves a copy past its time (STALE), which it does when it gets no new one from the origin';
            return { outcome: 'unhealthy', confidence: 'likely', because, clues };
        }
        if (moment.origin !== undefined)
            return;
        const because = "visitors get a copy, Cloudflare's cache could not be asked past, and nobody could ask the origin directly";
        return { outcome: 'inconclusive', confidence: 'possible', because, clues };
    },
    remedy: () => ({
        summary: 'Mend the origin before the copies expire. The direct probe says what is wrong with it.',
        steps: [
            step('', 'In the table, see what the origin says when asked directly: that is the fault to mend.'),
            step('', 'Ask past the cache yourself: add a query string that nobody has used, such as `?check=1`.'),
            step('', 'Do not purge the cache until the origin is well: it is all that visitors have.'),
            step('', 'Give `url` a page that Cloudflare does not cache, such as a health endpoint, so that the next outage shows at once.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/cache/concepts/cache-responses/',
    }),
}));
/** The direct probe was let in, and did not get what is expected. */
/** Cloudflare was refused, not answered, or found no way. */
const UNCONNECTED = new Set([521, 522, 523]);
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
/** Cloudflare had to ask for a new copy, and got none. */
function isStale({ edge }) {
    return edge?.kind === 'completed' && edge.head.headers['cf-cache-status']?.toUpperCase() === 'STALE';
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-access-required.js



/** The login wall stands before the site: what is behind it was not seen. */
/* harmony default export */ const cloudflare_access_required = (defineCause({
    id: 'cloudflare-access-required',
    title: 'Cloudflare Access asks the probe to log in',
    brief: 'requires a login',
    hop: 'Cloudflare',
    owner: 'cloudflare-settings',
    meaning: [
        'Cloudflare Access sends this check to its login page. The redirect is a good answer from Cloudflare and says nothing about the site behind it. Visitors who log in may be fine: the check does not know, and says so.',
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
            because: 'the answer is a redirect to the login page of Cloudflare Access',
            clues: cluesOf(moment),
        };
    },
    remedy: ({ host }) => ({
        summary: 'Let this check past Access.',
        steps: [
            step('', 'In the Cloudflare dashboard, under Zero Trust → Access controls → Service credentials (formerly Access → Service Auth), create a service token.'),
            step('', `Add a policy with the action Service Auth for that token to the Access application of \`${host}\`.`),
            step('', 'Give the token to this step, from secrets: `access-client-id` and `access-client-secret`. They are sent to Cloudflare alone, never to the origin.'),
            step('', 'If they are given already, see there whether the token has expired, and whether a policy of the application includes it.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/cloudflare-one/identity/service-tokens/',
    }),
}));
function redirectsToAccess({ edge }) {
    // The site's own redirect may lead there, past Cloudflare too.
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
/** The proxied record decides which origin Cloudflare uses, and it points to another one than the origin of this moment. */
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
    return step('Request the page directly from the origin', `, on a machine that it admits: \`curl -sv -o /dev/null '${url}' --connect-to "::$ORIGIN:${port}"\`.`);
}
const ALLOW_CLOUDFLARE = step("Allow Cloudflare's IP ranges", " in every firewall in front of the origin: the cloud security group, the host's own firewall (`nft list ruleset`) and fail2ban (`fail2ban-client status`). Current list: https://www.cloudflare.com/ips/");
const EXEMPT_CLOUDFLARE = step('Exempt them from rate limits and geo blocks.', " Cloudflare sends all visitors' requests from a few addresses. For scripts: https://www.cloudflare.com/ips-v4 and https://www.cloudflare.com/ips-v6");
const COMPARE_RECORDS = step("Compare the A and AAAA records with the origin's address", ' in the Cloudflare dashboard, under DNS → Records. One stale AAAA record is enough to break the site. Cloudflare uses a changed record within seconds.');
function checkCertificate({ host, port }) {
    return step('Check the certificate that the origin serves', `: \`openssl s_client -connect $ORIGIN:${port} -servername ${host} </dev/null | openssl x509 -noout -subject -issuer -dates -ext subjectAltName\`.`);
}
const ORIGIN_CA = step('Alternatively, install a free Cloudflare Origin CA certificate', ', valid for up to 15 years: dashboard, SSL/TLS → Origin Server.');
const KEEP_STRICT = step("Don't lower the mode to Full instead.", ' That would hide the next fault, and anyone on the network path could impersonate the origin.');
function tryHandshake({ host, port }) {
    return step('Check how the handshake ends', `: \`openssl s_client -connect $ORIGIN:${port} -servername ${host} </dev/null\`. The line with "alert" says why the server refuses.`);
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-blocked-by-origin.js









/** The origin is up for us and not for Cloudflare. */
/* harmony default export */ const cloudflare_blocked_by_origin = (defineCause({
    id: 'cloudflare-blocked-by-origin',
    title: 'the origin turns Cloudflare away',
    brief: 'blocks Cloudflare',
    hop: 'firewall',
    owner: 'firewall',
    meaning: [
        "The origin answers this runner and turns Cloudflare away: a firewall, a WAF, a rate limiter or a geo block does not know Cloudflare's ranges, or has an old list of them. Cloudflare shows 521 when it is refused, 522 when it is dropped, 520 when it is cut off and 524 when it is left waiting. A 403 or 429 of the origin it passes on.",
        'From outside this looks the same as a record in Cloudflare that leads to another address, so it is never certain.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'dns-origin-mismatch',
            distinguishedBy: 'Dashboard, DNS → Records: compare the A and AAAA records with the address that was asked directly. With `cloudflare-api-token` this check does that by itself.',
            isOpen: ({ zone, dialedOrigin }) => zone?.record?.pointsToOrigins[(dialedOrigin?.position ?? 0) - 1] !== true,
        },
        {
            what: { other: 'an Origin Rule that changes the port or the address' },
            distinguishedBy: 'Dashboard, Rules → Origin Rules.',
            isOpen: ({ zone }) => zone?.rules === undefined || zone.rules.address || zone.rules.port,
        },
        {
            what: { other: 'an origin that closes idle connections early' },
            distinguishedBy: "A 520 that comes and goes: raise the origin's keep-alive time above 900 seconds.",
            isOpen: (moment) => (0,facts_edge/* hasEdgeError */.y)(moment, 520),
        },
    ],
    needs: ['edge', 'origin'],
    rule(moment) {
        // Whom Cloudflare does not ask, or cannot understand, turns it not away.
        if (!(0,facts_origin/* originHealthy */.Et)(moment) || recordPointsElsewhere(moment) || (0,malformed/* headersTooLarge */.YV)(moment.origin))
            return;
        const clues = cluesOf(moment);
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 521, 522)) {
            const how = (0,facts_edge/* hasEdgeError */.y)(moment, 521) ? 'refused (521)' : 'dropped (522)';
            const because = `the origin answers this runner, while Cloudflare's connections are ${how}`;
            return { outcome: 'unhealthy', confidence: 'likely', because, clues };
        }
        const turnedAway = (0,facts_exchange/* unexpectedResponse */.Lf)(moment, moment.edge, 403, 429);
        if (turnedAway !== undefined && (0,response/* throughCloudflare */.TV)(turnedAway) && !(0,facts_edge/* writtenByCloudflare */.Mk)(moment)) {
            const { status } = turnedAway.head;
            const because = `the origin answers this runner, and Cloudflare passes on a ${status} that it did not make itself`;
            return { outcome: 'unhealthy', confidence: 'likely', because, clues };
        }
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 524)) {
            const because = 'the origin answers this runner at once, while Cloudflare waits too long for its answer (524)';
            return { outcome: 'unhealthy', confidence: 'possible', because, clues };
        }
        if (!(0,facts_edge/* hasEdgeError */.y)(moment, 520, 523))
            return;
        const because = 'the origin answers this runner, while Cloudflare gets no usable answer from it';
        return { outcome: 'unhealthy', confidence: 'possible', because, clues };
    },
    remedy: () => ({
        summary: "Let all of Cloudflare's current ranges through, at every firewall on the way.",
        steps: [
            COMPARE_RECORDS,
            ALLOW_CLOUDFLARE,
            step('', 'Look for geo blocks, and for blocklists that came with a security product.'),
            step('', "Watch the origin while you reload the site: `tcpdump -ni any 'dst port 443'` shows whether Cloudflare's connections arrive."),
            step('', 'Keep the list current: fetch it on a schedule, and review the firewall whenever it changes.'),
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
    brief: 'challenges this runner',
    hop: 'Cloudflare',
    owner: 'cloudflare-settings',
    meaning: [
        'Cloudflare answered this check with a challenge that only a browser passes. Runners share their addresses with bots, so this is common. Visitors may be fine: the check does not know, and says so.',
        "It is told by the header `cf-mitigated: challenge`, or by the challenge page itself. A script of Cloudflare's in the page proves nothing: healthy pages have it too.",
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
                ? 'Cloudflare says so in the header `cf-mitigated`'
                : 'the page is the one that Cloudflare shows while it checks a browser',
            clues: cluesOf(moment),
        };
    },
    remedy: ({ host }) => ({
        summary: 'Let this check past the challenge.',
        steps: [
            step('', 'Send a secret header with every probe: `headers: "X-Gate: ${{ secrets.GATE_TOKEN }}"`.'),
            step('', `In the Cloudflare dashboard, under Security → Security rules (formerly Security → WAF), add a custom rule with the action Skip for it: \`http.host eq "${host}" and any(http.request.headers["x-gate"][*] eq "…")\`.`),
            step('', 'No rule can skip Bot Fight Mode. If it is on (Security → Settings, Bot traffic), turn it off, or use Super Bot Fight Mode, which rules can skip.'),
            step('', 'Or run the step on a runner that has an address of its own, and skip the challenge for that address.'),
            step('', 'Do not count the challenge page as success: a site that is down behind it would pass.'),
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
    brief: { observedOr: 'internal error' },
    hop: 'Cloudflare',
    owner: 'cloudflare',
    meaning: [
        'The origin is fine when asked directly, and Cloudflare answers with an error of its own: the bare page with "cloudflare" under a line, or a 500 on its own page. Such an error usually passes within minutes, as Cloudflare moves the traffic elsewhere.',
        'The same bare page appears when an origin compresses badly or announces a wrong `Content-Length`. So it is never certain from one place.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a wrong length or a broken gzip of the origin' },
            distinguishedBy: '`curl --compressed` at the origin shows an error while it decodes, and the same page fails every time.',
        },
        {
            what: 'origin-app-down',
            distinguishedBy: 'A branded page ("Bad gateway", with three icons) is an error that the origin gave Cloudflare.',
            isOpen: (moment) => !(0,facts_edge/* cloudflareGatewayError */.U_)(moment),
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const clues = cluesOf(moment);
        const ownError = (0,facts_edge/* cloudflareGatewayError */.U_)(moment) || (0,facts_edge/* hasEdgeError */.y)(moment, 500);
        if (ownError && (0,facts_origin/* originHealthy */.Et)(moment)) {
            const because = "the origin is fine when asked directly, and the error page is Cloudflare's own";
            return { outcome: 'unhealthy', confidence: 'likely', because, clues };
        }
        if (ownError && moment.origin?.kind !== 'completed') {
            const because = "the error page is Cloudflare's own, and nobody could ask the origin directly";
            return { outcome: 'unhealthy', confidence: 'possible', because, clues };
        }
        const passedOn = (0,facts_edge/* hasEdgeError */.y)(moment, 502, 504) && !usesTunnel(moment);
        const counted = (0,facts_edge/* originShare */.cG)(moment);
        const sound = (0,facts_origin/* originHealthy */.Et)(moment);
        // What Cloudflare counted is late and sampled, but not invented.
        if (passedOn &&
            counted !== undefined &&
            counted.share < 0.5 &&
            (sound || moment.origin?.kind !== 'completed')) {
            const fine = sound ? 'the origin is fine when asked directly, and ' : '';
            const because = `${fine}by Cloudflare's own figures it is not the origin that gave this error`;
            return { outcome: 'unhealthy', confidence: 'likely', because, clues };
        }
        if (passedOn && counted === undefined && sound) {
            const because = 'the origin is fine when asked directly; Cloudflare passes on an error that it may have met on its own way';
            return { outcome: 'unhealthy', confidence: 'possible', because, clues };
        }
        const noAnswer = (0,facts_exchange/* failedAt */.JG)(moment.edge, 'connect') || (0,facts_exchange/* failedAt */.JG)(moment.edge, 'tls') || (0,facts_exchange/* failedAt */.JG)(moment.edge, 'processing');
        if (noAnswer && (0,facts_origin/* originHealthy */.Et)(moment) && (0,facts_edge/* isProxied */.S7)(moment) === true) {
            const because = "the origin is fine when asked directly, and Cloudflare's address gives no answer";
            return { outcome: 'unhealthy', confidence: 'possible', because, clues };
        }
        return;
    },
    remedy: () => ({
        summary: 'Wait a few minutes and look again. Then ask Cloudflare, with the Ray ID.',
        steps: [
            step('', 'See whether https://www.cloudflarestatus.com/ names the data center in the evidence.'),
            step('', "Run this check again: an error at the edge is usually over within minutes. Leave the zone's settings alone meanwhile."),
            step('', 'If it stays and always hits the same page, see whether the origin compresses it well: `curl -sv --compressed -o /dev/null URL` on the origin.'),
            step('', 'Then open a ticket with Cloudflare. Give the Ray ID, the data center and the time in UTC from the evidence.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-502/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-no-healthy-pool.js





/** The load balancer knows origins, and its monitor believes in none of them. */
/* harmony default export */ const cloudflare_no_healthy_pool = (defineCause({
    id: 'cloudflare-no-healthy-pool',
    title: "no pool of Cloudflare's load balancer is healthy",
    brief: { observedOr: 'no healthy pool' },
    hop: 'Cloudflare',
    owner: 'cloudflare-settings',
    meaning: [
        'The host has a Cloudflare load balancer, and the health checks of all its pools fail. Cloudflare sends requests to none of them, or to the fallback pool as a last resort. The origins themselves may be fine: a health check that asks for a page that is gone is enough.',
        'Visitors see the page of an origin whose name does not resolve (530 with 1016). Only `cloudflare-api-token` lets this check tell the two apart.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'dns-origin-unresolvable',
            distinguishedBy: 'Dashboard, Load Balancing: the state of the pools.',
        },
    ],
    needs: ['edge'],
    rule(moment) {
        if (!hasNoHealthyPool(moment) || (0,visitors/* visitorsServed */.TS)(moment) || (0,facts_edge/* edgeErrorCode */.Bh)(moment) === undefined)
            return;
        // With another code the fallback pool was asked, and its failure has a cause of its own.
        const named = (0,facts_edge/* hasEdgeError */.y)(moment, 1016, 1002);
        return {
            outcome: 'unhealthy',
            confidence: named ? 'certain' : 'likely',
            because: named
                ? 'Cloudflare finds no origin, and its API says that no pool of the load balancer is healthy'
                : "no pool of the load balancer is healthy, by Cloudflare's API, and visitors get an error",
            clues: cluesOf(moment),
        };
    },
    remedy: () => ({
        summary: 'Make the health check succeed: mend what it asks for, or what it expects.',
        steps: [
            step('', 'In the Cloudflare dashboard, open Load Balancing and its pools: the reason stands beside each origin.'),
            step('', 'From a machine that the origin lets in, ask as the monitor does: its path, its port, its Host header. Compare the answer with the codes and the text that it expects.'),
            step('', 'If a deploy moved the page that the monitor asks for, change the monitor, or bring the page back.'),
            step('', "Allow the addresses of https://www.cloudflare.com/ips/ in the origin's firewall: the monitor asks from there."),
            step('', 'To serve visitors meanwhile, take the monitor off one pool whose origin answers: a pool without a monitor counts as healthy. Put it back afterwards.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/load-balancing/troubleshooting/common-error-codes/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-rate-limited.js



/** The runner, or somebody with its address, asked too often. */
/* harmony default export */ const cloudflare_rate_limited = (defineCause({
    id: 'cloudflare-rate-limited',
    title: 'Cloudflare limits how often the probe may ask',
    brief: 'rate-limits this runner',
    hop: 'Cloudflare',
    owner: 'cloudflare-settings',
    meaning: [
        "Cloudflare answers 429 with code 1015: a rate limiting rule of the zone counts this runner's address, which others may share. Visitors may be fine: the check does not know, and says so.",
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a limit of the origin' },
            distinguishedBy: "A 429 without Cloudflare's page comes from the origin.",
        },
    ],
    needs: ['edge'],
    rule(moment) {
        if (!(0,facts_edge/* hasZoneError */.tE)(moment, 1015))
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
            step('', 'Raise `interval`, and see that no other job asks the same site at the same time.'),
            step('', 'Send a secret header with every probe (`headers`), and exempt requests with that header in the rate limiting rule: Cloudflare dashboard, Security → Security rules (formerly Security → WAF).'),
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
    brief: 'not connected',
    hop: 'tunnel',
    owner: 'origin',
    meaning: [
        'The name leads to a Cloudflare Tunnel, and no `cloudflared` is connected to it: Cloudflare answers 530 with code 1033. The connector has stopped, was not restarted after the deploy, or cannot reach Cloudflare.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'cloudflare-tunnel-origin-unreachable',
            distinguishedBy: 'That is a 502, and the log of `cloudflared` says "Unable to reach the origin service".',
        },
    ],
    needs: ['edge'],
    rule(moment) {
        if (!(0,facts_edge/* hasEdgeError */.y)(moment, 1033))
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
            step('', 'See whether it runs: `systemctl status cloudflared`, or `docker ps`; read its log: `journalctl -u cloudflared --since -15min`.'),
            step('', 'Start it: `systemctl restart cloudflared`. It should log four registered connections within seconds.'),
            step('', 'If it cannot connect, let the host reach Cloudflare on port 7844, TCP and UDP.'),
            step('', 'In the Cloudflare dashboard, under Zero Trust → Networks → Connectors (formerly Tunnels), see that the tunnel of this name is the one that the connector runs.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/cloudflare-one/connections/connect-networks/troubleshoot-tunnels/common-errors/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-tunnel-origin-unreachable.js




/** cloudflared answers 502 without a word when it cannot reach the service; Cloudflare shows its branded page. */
/* harmony default export */ const cloudflare_tunnel_origin_unreachable = (defineCause({
    id: 'cloudflare-tunnel-origin-unreachable',
    title: 'the tunnel is up, and cannot reach the service behind it',
    brief: 'cannot reach the service',
    hop: 'tunnel',
    owner: 'origin',
    meaning: [
        'The record of the host leads to a Cloudflare Tunnel. A connector is online, or this would be 1033. It answers 502: the service behind it is stopped, listens elsewhere, speaks another protocol, or shows a certificate that `cloudflared` does not accept.',
        'From outside this is the page of any origin that says 502. Only the record tells them apart, so it takes `cloudflare-api-token`. A service that answers 502 by itself looks the same, so it is never certain.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'origin-app-down',
            distinguishedBy: 'The log of `cloudflared`: it names the error when it cannot reach the service, and is silent when the service itself says 502.',
        },
    ],
    needs: ['edge'],
    rule(moment) {
        if (!usesTunnel(moment) || !(0,facts_edge/* hasEdgeError */.y)(moment, 502) || (0,facts_edge/* cloudflareGatewayError */.U_)(moment))
            return;
        return {
            outcome: 'unhealthy',
            confidence: 'likely',
            because: 'the record leads to a tunnel, and its connector answers 502, as it does when it cannot reach the service',
            clues: cluesOf(moment),
        };
    },
    remedy: () => ({
        summary: 'Start the service where `cloudflared` expects it, or correct where it looks.',
        steps: [
            step('', 'Read what `cloudflared` says: `journalctl -u cloudflared --since -15min`, or `docker logs --since 15m CONTAINER`. "Unable to reach the origin service" comes with the reason.'),
            step('', '"Connection refused": the service is stopped, or listens on another port: `ss -ltnp`. In a container, `localhost` is the container itself: use the service\'s name.'),
            step('', '"malformed HTTP response": the tunnel says `http://` to a service that speaks HTTPS, or the other way round.'),
            step('', '"x509": the service\'s certificate is not for the name: set `originServerName`, or give its root with `caPool`.'),
            step('', 'The service of each host is in the dashboard, under Zero Trust → Networks → Connectors (formerly Tunnels), the tunnel, Published application routes (formerly Public hostnames), or in `config.yml`. Each replica needs a service that it can reach.'),
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
    brief: 'blocks this runner',
    hop: 'Cloudflare',
    owner: 'cloudflare-settings',
    meaning: [
        'Cloudflare turned this runner away by a rule: by its network (1005), its address (1006 to 1008), its signature (1010), its country (1009) or a rule of the firewall (1020). Visitors may be fine: the check does not know, and says so.',
    ],
    recoversByItself: false,
    lookalikes: [
        {
            what: { other: 'a rule that blocks everybody' },
            distinguishedBy: 'Open the site from elsewhere, such as a phone without Wi-Fi.',
            isOpen: () => true,
        },
    ],
    needs: ['edge'],
    rule(moment) {
        // An application may pass on the page that another zone showed to it.
        if ((0,facts_edge/* relayedByOrigin */.yq)(moment))
            return;
        const page = !(0,visitors/* visitorsServed */.TS)(moment) && (0,response/* blockedBy */.yJ)(moment.edge);
        if (!page && !(0,facts_edge/* hasEdgeError */.y)(moment, 1005, 1006, 1007, 1008, 1009, 1010, 1020))
            return;
        return {
            outcome: 'inconclusive',
            confidence: 'certain',
            because: page
                ? 'the page is the one that Cloudflare shows to those whom a rule blocks'
                : `Cloudflare says so with code ${(0,facts_edge/* edgeErrorCode */.Bh)(moment)}`,
            clues: cluesOf(moment),
        };
    },
    remedy: ({ host }) => ({
        summary: 'Let this check past the rule.',
        steps: [
            step('', `Find the rule: Cloudflare dashboard, Security → Events, filter by host \`${host}\` and by the Ray ID from the evidence.`),
            step('', 'Send a secret header with every probe (`headers`), and add a custom rule before the others, with the action Skip, for requests with that header: Security → Security rules (formerly Security → WAF).'),
            step('', 'Or run the step on a runner that has an address of its own, and allow that address.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-worker-failed.js



/** https://developers.cloudflare.com/workers/observability/errors/ */
const FAILURES = {
    1019: 'a Worker called itself too often',
    1021: 'a Worker asked for a host that it may not ask for',
    1022: 'a Worker has failed',
    1024: 'a Worker asked for a host of Cloudflare that it may not ask for',
    1027: 'the daily requests are used up',
    1042: 'a Worker asked a Worker of the same zone at its public address',
    1101: 'a Worker threw an exception',
    1102: 'a Worker used more time or memory than it may',
    1104: 'the route leads to a Worker that does not exist',
};
/** The origin may not even have been asked: the code of the site itself runs at Cloudflare, and fails there. */
/* harmony default export */ const cloudflare_worker_failed = (defineCause({
    id: 'cloudflare-worker-failed',
    title: 'the Worker in front of the site fails',
    brief: { observedOr: 'Worker fails' },
    hop: 'Cloudflare',
    owner: 'deploy',
    meaning: [
        'A Cloudflare Worker answers for this page, and fails: it throws (1101), uses more time or memory than it may (1102), no longer exists (1104), calls itself (1019), asks where it may not ask (1021, 1024, 1042), or has used up its daily requests (1027).',
        'The status is that of any origin: 500, 503 or 429. The code on the page tells them apart. What the origin says when asked directly proves nothing about the Worker.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: "an application that passes on the failure of somebody else's Worker" },
            distinguishedBy: 'The title of the page names another host, and the origin gives the same page when asked directly.',
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
            because: `Cloudflare says so with code ${code}: ${what}`,
            clues: cluesOf(moment),
        };
    },
    remedy: ({ host }) => ({
        summary: 'Read what the Worker logs, and mend it or roll it back.',
        steps: [
            step('', 'Watch it fail: `npx wrangler tail WORKER`, and reload the page. In the dashboard: Workers & Pages, the Worker, Logs.'),
            step('', 'Roll back to the version before: `npx wrangler rollback`, or Workers & Pages, the Worker, Deployments.'),
            step('', `With code 1104, see which route of \`${host}\` leads to a Worker that is gone: dashboard, the zone, Workers Routes. Delete the route, or deploy the Worker.`),
            step('', 'With code 1102, look for loops and large bodies that are held in memory; raise `limits.cpu_ms` where the plan allows it.'),
            step('', 'With code 1027, the daily requests are used up until 00:00 UTC: change the plan, or set the route to fail open.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/workers/observability/errors/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/cloudflare-zone-misconfigured.js



/** https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/ */
const FAULTS = {
    1001: 'it has no zone for this name, or cannot resolve it',
    1002: 'the record leads to an address that no public host can have',
    1003: 'it was asked for an address instead of a name',
    1004: 'the settings of this host are not in place yet',
    1014: 'the record leads to a host of another account, which does not allow it',
    1018: 'it does not know this host, or not yet',
    1023: 'it does not know this host, or not yet',
    1034: 'the record leads to an address of Cloudflare that is not for web traffic',
    1035: 'a rule rewrites the path to one that is not valid',
    1036: 'a rule rewrites the request to something too long',
    1037: 'the expression of a rewriting rule fails',
    1040: 'a rule changes a header that no rule may change',
    1041: 'a rule sets a header to a value that is not valid',
};
/** Cloudflare answers for the name and does not know what to do with it. */
/* harmony default export */ const cloudflare_zone_misconfigured = (defineCause({
    id: 'cloudflare-zone-misconfigured',
    title: 'Cloudflare is not set up for this host',
    brief: { observedOr: 'zone misconfigured' },
    hop: 'Cloudflare',
    owner: 'cloudflare-settings',
    meaning: [
        'The name leads to Cloudflare, and Cloudflare answers with a code of its own before it asks any origin: it has no zone for the name (1001), does not know the host yet (1004, 1018, 1023), may not follow the record (1002, 1014, 1034), or a rule of the zone rewrites the request to nonsense (1035 to 1041).',
        'Just after a host was added, this passes within minutes. Otherwise somebody has to change the zone.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a host that was added a moment ago' },
            distinguishedBy: 'It passes within minutes. A certificate for a new host may take up to a day.',
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
            because: `Cloudflare says with code ${code} that ${what}`,
            clues: cluesOf(moment),
        };
    },
    remedy: ({ host }) => ({
        summary: 'Set the host up in the zone that should serve it.',
        steps: [
            step('', `In the Cloudflare dashboard, see whether the zone of \`${host}\` is active, in the account that you expect, and whether DNS → Records has the host, proxied (orange).`),
            step('', `Ask for its name servers: \`dig +short NS ZONE\`. They must be the two that the dashboard names. New ones take 24 to 48 hours to be seen everywhere.`),
            step('', 'With code 1014, the target of the CNAME belongs to another account: its owner has to add this host as a custom hostname (SSL/TLS → Custom Hostnames), or the record has to lead elsewhere.'),
            step('', 'With code 1035 to 1041, look at the rules that rewrite: Rules → Transform Rules.'),
            step('', 'If the host is new, wait a few minutes, and give this step a longer `wait`.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/',
    }),
}));

// EXTERNAL MODULE: ./lib/shared/text.js
var shared_text = __webpack_require__(6422);
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




/** The name is in DNS, and has neither an A nor an AAAA record. */
/* harmony default export */ const dns_no_address = (defineCause({
    id: 'dns-no-address',
    title: 'the name has no address in DNS',
    brief: 'no address',
    hop: 'DNS',
    owner: 'dns',
    meaning: [
        'DNS knows the name but no address for it: no A and no AAAA record. The record was deleted while another, such as a TXT record, stayed; or only names below it exist; or the target of a CNAME lost its address.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'dns-no-such-host',
            distinguishedBy: '`dig NAME` says NXDOMAIN there. Here it says NOERROR and lists no answer.',
        },
        {
            what: { other: 'a name with IPv6 addresses only, seen by a resolver that leaves them out' },
            distinguishedBy: '`dig AAAA NAME @1.1.1.1`.',
        },
    ],
    needs: ['dns'],
    rule(moment) {
        const others = (0,facts_dns/* resolverViews */.VD)(moment);
        // Old and new side by side is another matter.
        if ((0,facts_dns/* runnerView */.mf)(moment) !== 'no-address' || (0,facts_dns/* otherServersHaveAddress */.Vx)(moment))
            return;
        const sure = others.some(({ view }) => view === 'no-address');
        const because = sure
            ? "the runner's resolver and others know the name but no address for it"
            : "the runner's resolver knows the name but no address for it; no other resolver answered";
        return {
            outcome: 'unhealthy',
            confidence: sure ? 'certain' : 'likely',
            because,
            clues: cluesOf(moment, ...dnsClues(moment)),
        };
    },
    remedy: ({ host }) => ({
        summary: 'Give the name its address back.',
        steps: [
            step('', `See what is left of it: \`dig ${host} A\`, \`dig ${host} AAAA\`, \`dig ${host} CNAME\`.`),
            step('', 'In the Cloudflare dashboard, under DNS → Records, create the A, AAAA or CNAME record of the name, proxied (orange). The audit log under Manage Account tells who deleted it.'),
            step('', 'If it is a CNAME, look up its target with `dig` too: a target without an address leaves the name without one.'),
            step('', 'Resolvers keep a "no address" for as long as the zone\'s SOA says, at Cloudflare 30 minutes: look again after that.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/dns/manage-dns-records/how-to/create-dns-records/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/dns-no-such-host.js




/** NXDOMAIN: the name is not in DNS. */
/* harmony default export */ const dns_no_such_host = (defineCause({
    id: 'dns-no-such-host',
    title: 'the name does not exist in DNS',
    brief: 'no such name',
    hop: 'DNS',
    owner: 'dns',
    meaning: [
        'DNS answers that there is no such name (NXDOMAIN): the record was never made or was deleted, the domain has expired, or the zone is not delegated to the name servers that have the record.',
        'A new record may take some minutes to be seen everywhere, a new delegation 24 to 48 hours.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a resolver that keeps an old "no such name"' },
            distinguishedBy: "Ask another resolver: `dig @1.1.1.1 NAME`. The old answer is kept as long as the zone's SOA says.",
        },
        {
            what: { other: 'a misspelt name in the workflow' },
            distinguishedBy: 'Read the `url` input letter by letter.',
            isOpen: () => true,
        },
    ],
    needs: ['dns'],
    rule(moment) {
        const others = (0,facts_dns/* resolverViews */.VD)(moment);
        // Old and new side by side is another matter.
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
                ? "the runner's resolver and others say that the name does not exist"
                : "the runner's resolver says that the name does not exist; no other resolver answered";
            return { outcome: 'unhealthy', confidence: sure ? 'certain' : 'likely', because, clues };
        }
        if ((own !== 'server-failure' && own !== 'other') || agree.length < 2)
            return;
        const because = "public resolvers say that the name does not exist, and the runner's own finds nothing either";
        return { outcome: 'unhealthy', confidence: 'likely', because, clues };
    },
    remedy: ({ host }) => ({
        summary: 'Create the record, or repair the delegation.',
        steps: [
            step('', `Ask another resolver: \`dig @1.1.1.1 ${host}\` and \`dig +trace ${host}\`, which shows where the name is lost.`),
            step('', 'In the Cloudflare dashboard, under DNS → Records, see that the name has an A, AAAA or CNAME record, and that it is proxied (orange).'),
            step('', 'At the registrar, see that the domain has not expired and that its name servers are the two that Cloudflare names.'),
            step('', 'If the deploy has just made the record, raise `wait` by some minutes: resolvers keep a "no such name" for as long as the zone\'s SOA says, at Cloudflare 30 minutes. A new delegation takes 24 to 48 hours: run the job again later.'),
            step('', 'Public resolvers drop their old answer at once when asked: https://one.one.one.one/purge-cache/ and https://dns.google/cache.'),
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
    brief: 'bypasses Cloudflare',
    hop: 'DNS',
    owner: 'dns',
    meaning: [
        "The name resolves to addresses outside Cloudflare's ranges, and what answers there does not look like Cloudflare: the record is DNS-only (grey), the zone is paused, or the domain is not delegated to Cloudflare.",
        "If the site answers, it is a warning: visitors are served, but without Cloudflare's protection, and the origin's address is in public DNS. If the site fails while the origin is fine, the name leads to the wrong place. If something answers there while the origin that was given does not, the check cannot tell whether they are the same, and says so.",
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a zone with address ranges of its own' },
            distinguishedBy: 'An answer with `cf-ray`, or a page at `/cdn-cgi/trace`: then it comes through Cloudflare, whatever the address.',
        },
    ],
    needs: ['edge', 'dns'],
    rule(moment) {
        // Where others are led to Cloudflare, it is the runner's resolver that is late.
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
                because: 'the name leads past Cloudflare to something that answers, and the origin that was given does not: nobody knows whether they are the same',
                clues: cluesOf(moment, ...clues),
            };
        }
        if ((0,visitors/* visitorsServed */.TS)(moment)) {
            return {
                outcome: 'warning',
                confidence: 'certain',
                because: "the name does not lead to Cloudflare: visitors are served without its protection, and the origin's address is public",
                clues: cluesOf(moment, ...clues),
            };
        }
        return {
            outcome: 'unhealthy',
            confidence: (0,facts_origin/* originHealthy */.Et)(moment) ? 'likely' : 'possible',
            because: (0,facts_origin/* originHealthy */.Et)(moment)
                ? 'the origin is fine when asked directly, and the name leads neither to it through Cloudflare nor to Cloudflare at all'
                : 'the name leads past Cloudflare to something that fails',
            clues: cluesOf(moment, ...clues),
        };
    },
    remedy: ({ host }) => ({
        summary: 'Turn the proxy on, and see where the record leads.',
        steps: [
            step('', `See where the name leads: \`dig +short ${host}\`. Most of Cloudflare's addresses begin with 104.16 to 104.31, 172.64 to 172.71 or 2606:4700; https://www.cloudflare.com/ips/ has them all.`),
            step('', "In the Cloudflare dashboard, under DNS → Records, set the record to Proxied (orange). If it was turned off for a test, turn it on again now: meanwhile the site has no protection, and the origin's address is public."),
            step('', 'If all of them are orange, the zone may be paused (Overview → Advanced actions), or the registrar names other name servers.'),
            step('', 'Wait until the old TTL is over, usually five minutes, before you look again.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/dns/proxy-status/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/dns-origin-mismatch.js



/** Two origins: the one that was deployed to, and the one that visitors get. */
/* harmony default export */ const dns_origin_mismatch = (defineCause({
    id: 'dns-origin-mismatch',
    title: "Cloudflare's record leads elsewhere than to the origin",
    brief: { observedOr: 'points to another host' },
    hop: 'DNS',
    owner: 'dns',
    meaning: [
        'The token has read the record of the host in Cloudflare, and it does not lead to the origin that was given in the workflow. Visitors get what another machine serves: usually an old host, which may still serve what was there before the deploy. Nothing should be promoted on that, even while both answer.',
        'A load balancer, an Origin Rule or a Worker may lead requests elsewhere than the record says; then the check does not claim this. Nor does it where the two cannot be compared: a private address, or IPv4 against IPv6.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: {
                other: 'an origin with several addresses, of which the workflow has one and Cloudflare another',
            },
            distinguishedBy: 'See whether both lead to the same machine. If they do, give the address of the record as `origin`.',
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
            const because = `the record leads to another of the origins, not to origin ${dialedOrigin.position} of ${dialedOrigin.of}`;
            return { outcome: 'warning', confidence: 'likely', because, clues };
        }
        // A name may have other addresses for others than for this runner.
        const named = kind !== 'address' || moment.origin?.timings.resolve !== undefined;
        const confidence = !named && rulesKnown(moment) ? 'certain' : 'likely';
        const because = "Cloudflare's API says where the record leads, and that is not the origin that was given";
        return { outcome: 'unhealthy', confidence, because, clues };
    },
    remedy: () => ({
        summary: 'Point the record to the new origin, or give the right address as `origin`.',
        steps: [
            step('', 'In the Cloudflare dashboard, under DNS → Records, open the A, AAAA or CNAME record of the name. Manage Account → Audit Log tells who changed it.'),
            step('', 'If the site has moved, enter the address of the new origin. Cloudflare uses it within seconds: a proxied record needs no propagation.'),
            step('', 'Look for a forgotten AAAA record too: change or delete it.'),
            step('', 'If the record is right, correct `origin` in the workflow.'),
            step('', 'Keep the old host up until its traffic has ended.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/dns/manage-dns-records/how-to/create-dns-records/',
    }),
}));
/** What could lead requests elsewhere was read, and does not. */
function rulesKnown({ zone }) {
    return zone?.rules !== undefined && zone.worker !== undefined;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/dns-origin-unresolvable.js






/** The record leads to a name, and that name leads nowhere. */
/* harmony default export */ const dns_origin_unresolvable = (defineCause({
    id: 'dns-origin-unresolvable',
    title: "the origin's name does not resolve",
    brief: "origin's name does not resolve",
    hop: 'DNS',
    owner: 'dns',
    meaning: [
        "The site's record in Cloudflare is a CNAME, or a pool of a load balancer, whose target has no address: Cloudflare answers 530 with code 1016. The target was deleted, renamed or misspelt.",
        'While visitors are served and only this runner cannot resolve the name in `origin`, it is a warning: the origin was not looked at.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'cloudflare-no-healthy-pool',
            distinguishedBy: 'Dashboard, Load Balancing: the state of the pools. The page that visitors get is the same.',
        },
    ],
    needs: ['edge'],
    rule(moment) {
        // When no pool of a load balancer is healthy the page is the same; a token reads that none is.
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 1016) && !hasNoHealthyPool(moment)) {
            const because = 'Cloudflare says with code 1016 that it finds no address for the origin';
            // Only the record itself rules out a load balancer: its host has none.
            const confidence = moment.zone?.record?.kind === 'name' ? 'certain' : 'likely';
            return { outcome: 'unhealthy', confidence, because, clues: cluesOf(moment) };
        }
        if (!(0,visitors/* visitorsServed */.TS)(moment) || !(0,facts_exchange/* failedAt */.JG)(moment.origin, 'resolve'))
            return;
        const because = 'this runner cannot resolve the name in `origin`, so the origin was not looked at';
        if ((0,visitors/* servedFromOrigin */.iv)(moment))
            return { outcome: 'warning', confidence: 'certain', because, clues: cluesOf(moment) };
        const unseen = `visitors get a cached copy, and ${because}`;
        return { outcome: 'inconclusive', confidence: 'likely', because: unseen, clues: cluesOf(moment) };
    },
    remedy: () => ({
        summary: 'Give the record, and the `origin` input, a target that resolves.',
        steps: [
            step('', 'In the Cloudflare dashboard, under DNS → Records, open the CNAME record of the name and copy its target.'),
            step('', 'Look that target up: `dig +short TARGET`. No output means that it has no address.'),
            step('', 'Mend the target where it is hosted, or point the record to the new name.'),
            step('', 'If the name is known only inside your network, give `origin` an address, or run the step on a runner there.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1016/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/dns-points-to-cloudflare.js






/** 1000: Cloudflare would have to ask itself. */
/* harmony default export */ const dns_points_to_cloudflare = (defineCause({
    id: 'dns-points-to-cloudflare',
    title: 'the origin is itself an address of Cloudflare',
    brief: 'points back to Cloudflare',
    hop: 'DNS',
    owner: 'dns',
    meaning: [
        'Where Cloudflare should find the origin, it finds itself: it answers 403 with code 1000, "DNS points to prohibited IP". The record holds an address of Cloudflare, usually because somebody copied what `dig` shows for a site that is already proxied. Or the origin is a reverse proxy that leads back to Cloudflare.',
        'An `origin` input that leads to Cloudflare makes the direct probe another look at the edge. While visitors are served, that is a note: the origin itself was not looked at.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a reverse proxy at the origin that sends its requests to a proxied name' },
            distinguishedBy: "The record leads to a host of yours, and the origin's log shows the request. Look at its upstream: `proxy_pass`, `ProxyPass`, `reverse_proxy`.",
        },
        {
            what: {
                other: 'a request with an `X-Forwarded-For` that is longer than 100 characters, or with `CF-Connecting-IP`',
            },
            distinguishedBy: 'It then happens to this check alone: look at the `headers` input.',
        },
        {
            what: { other: 'a provider behind Cloudflare that does not know this host name yet (SaaS)' },
            distinguishedBy: "See the provider's page on custom domains: the name must be registered there first.",
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const originToo = (0,response/* throughCloudflare */.TV)(moment.origin);
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 1000)) {
            const because = originToo
                ? 'Cloudflare says so with code 1000, and what was given as the origin answers as Cloudflare too'
                : 'Cloudflare says with code 1000 that the record leads back to Cloudflare';
            return {
                outcome: 'unhealthy',
                confidence: originToo ? 'certain' : 'likely',
                because,
                clues: cluesOf(moment),
            };
        }
        if (!(0,visitors/* visitorsServed */.TS)(moment) || !originToo || !(0,response/* throughCloudflare */.TV)(moment.edge))
            return;
        const because = 'what was given as the origin answers through Cloudflare as well: the origin itself was not looked at';
        return { outcome: 'note', confidence: 'likely', because, clues: cluesOf(moment) };
    },
    remedy: () => ({
        summary: "Point the record to the origin's own address.",
        steps: [
            step('', "On the origin itself, see which address it has: `curl -4 https://ifconfig.co`, or the provider's console. Not `dig`: that shows Cloudflare while the record is proxied."),
            COMPARE_RECORDS,
            step('', 'If the origin is a reverse proxy, see where it sends requests: a name that is proxied leads back to Cloudflare. Give it an address, or a name that is DNS-only (grey).'),
            step('', 'If the record is a CNAME to a provider behind Cloudflare, register the host name there first.'),
            step('', 'Give the `origin` input the same address.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/error-1000/',
    }),
}));

// EXTERNAL MODULE: ./lib/shared/ip.js
var ip = __webpack_require__(8492);
;// CONCATENATED MODULE: ./lib/diagnosis/causes/dns-resolvers-disagree.js






/** Propagation: some still have the answer of before. */
/* harmony default export */ const dns_resolvers_disagree = (defineCause({
    id: 'dns-resolvers-disagree',
    title: 'resolvers still give old answers for the name',
    brief: 'resolvers disagree',
    hop: 'DNS',
    owner: 'dns',
    meaning: [
        'Resolvers give different answers for the name: some lead to Cloudflare, others to another place or nowhere. That lasts a while after a record or the name servers were changed: a resolver that has asked before keeps the old answer until its TTL is over.',
        "Which visitors are served depends on whose resolver they ask. The check compares the runner's resolver with the public ones in `resolvers` and with the zone's own name servers, and tells who is late, and for how long. Different addresses that all belong to Cloudflare are no disagreement.",
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a network that has a zone of its own inside (split horizon)' },
            distinguishedBy: "Ask the runner's resolver for the name: an address that begins with 10, 172.16 to 172.31 or 192.168 is an internal one.",
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
            // What the runner's proxy kept from us, nobody has seen fail.
            return moment.edge === undefined ? undefined : runnerIsElsewhere(moment);
        }
        if (own !== 'cloudflare' && own !== 'elsewhere')
            return;
        const late = others.filter((witness) => (0,facts_dns/* hasNoRecord */.n$)(witness) || (own === 'cloudflare' && witness.view === 'elsewhere'));
        return late.length === 0 ? undefined : othersAreLate(moment, late, others.length);
    },
    remedy: ({ host }) => ({
        summary: 'Wait until the old answers have expired, and keep what they lead to alive until then.',
        steps: [
            step('', `See who says what, and for how many more seconds: \`dig @1.1.1.1 ${host}\`, the same with \`@8.8.8.8\` and \`@9.9.9.9\`, and \`dig +trace ${host}\` for what the name servers say.`),
            step('', 'If the name servers themselves still have the old answer, the change was not made: compare the record in the Cloudflare dashboard, under DNS → Records, and the name servers at the registrar.'),
            step('', 'Keep the old host running until the TTL of the old record is over. After a change of name servers that takes 24 to 48 hours.'),
            step('', 'Public resolvers drop their old answer at once when asked: https://one.one.one.one/purge-cache/ and https://dns.google/cache. On a runner of your own: `resolvectl flush-caches`.'),
            step('', 'Before the next move, lower the TTL to 60 seconds, a day ahead.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/dns/zone-setups/troubleshooting/',
    }),
}));
/** The runner's resolver knows nothing of a name that others know. */
function runnerIsLate(moment, othersKnow) {
    const who = othersKnow
        ? "the runner's resolver does not know the name, while others do"
        : "no resolver knows the name yet, while the zone's own name servers do";
    const because = `${who}${forMore(moment)}`;
    return { outcome: 'unhealthy', confidence: 'likely', because, clues: clues(moment) };
}
/** The runner is led past Cloudflare, others to it: what it saw is not what they see. */
function runnerIsElsewhere(moment) {
    const addresses = moment.dns?.kind === 'resolved' ? moment.dns.addresses : [];
    if (addresses.every(({ address }) => (0,ip/* isPrivate */.Gw)(address))) {
        const because = "the runner's resolver leads into a private network, and public ones to Cloudflare: nobody looked as visitors do";
        return { outcome: 'inconclusive', confidence: 'likely', because, clues: clues(moment) };
    }
    if ((0,visitors/* visitorsServed */.TS)(moment)) {
        const because = `the runner's resolver leads past Cloudflare to something that answers, and others to Cloudflare, where nobody looked${forMore(moment)}`;
        return { outcome: 'inconclusive', confidence: 'likely', because, clues: clues(moment) };
    }
    const because = `the runner's resolver leads past Cloudflare to something that fails, and others to Cloudflare${forMore(moment)}`;
    return { outcome: 'unhealthy', confidence: 'likely', because, clues: clues(moment) };
}
/** The runner sees what it should; those who ask these resolvers do not. */
function othersAreLate(moment, late, of) {
    const left = remainingTtl(late.map(({ answer }) => answer));
    const still = left === undefined ? '' : `, for up to ${left}`;
    const zone = (0,facts_dns/* nameServerView */.aM)(moment);
    const who = zone !== undefined && late.every(({ view }) => view === zone) ? ", as the zone's name servers do" : '';
    const where = late.every(facts_dns/* hasNoRecord */.n$) ? 'deny the name' : 'lead elsewhere';
    const because = `${serverList(late)} ${late.length > 1 ? where : where.replace(/^(\w+)y\b/, '$1ies').replace(/^lead\b/, 'leads')}${who}, unlike the runner's resolver${still}`;
    // One alone may have its own reasons, and where visitors are not served anyway another cause says why.
    const several = late.length > 1 || late.length === of;
    const outcome = several && (0,visitors/* visitorsServed */.TS)(moment) ? 'unhealthy' : 'warning';
    return { outcome, confidence: 'likely', because, clues: clues(moment) };
}
function clues(moment) {
    return cluesOf(moment, ...dnsClues(moment));
}
function forMore({ ownResolver = [] }) {
    const left = remainingTtl(ownResolver);
    return left === undefined ? '' : `; this may last for up to ${left}`;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/dns-server-failure.js






/** Resolvers cannot find out: the chain of name servers, or of signatures, is broken. */
/* harmony default export */ const dns_server_failure = (defineCause({
    id: 'dns-server-failure',
    title: 'DNS fails for the name',
    brief: 'cannot be resolved',
    hop: 'DNS',
    owner: 'dns',
    meaning: [
        'Resolvers answer SERVFAIL: they could not find out where the name leads. Either the name servers to which the parent zone points do not answer or do not have the zone, or the signatures of the zone do not hold (DNSSEC): then a resolver that validates rejects the answer, and one that does not validate serves it all the same.',
        'The check tells the two apart: it asks again with checking disabled. If a resolver then knows the name, it was held back by the signatures.',
        'Signatures usually break in a move: the DS record at the registrar still names the key of the old name servers.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a broken resolver of the runner' },
            distinguishedBy: 'Ask another resolver: `dig @1.1.1.1 NAME`. If that leads somewhere, visitors notice nothing.',
        },
        {
            what: 'runner-offline',
            distinguishedBy: 'See whether this runner reaches anything: the origin, another resolver, 1.1.1.1.',
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
            const because = `some public resolvers cannot resolve the name, and others can${signed ? ': its signatures do not hold everywhere' : ''}`;
            return { outcome: 'warning', confidence: 'likely', because, clues };
        }
        if (!(0,visitors/* visitorsServed */.TS)(moment))
            return;
        const because = signed
            ? "every resolver that checks signatures rejects the name, and only this runner's does not check them"
            : "no public resolver can resolve the name, and only this runner's still can";
        return { outcome: 'unhealthy', confidence: signed ? 'certain' : 'likely', because, clues };
    },
    remedy: ({ host }) => ({
        summary: 'Repair the delegation, or the signatures, at the registrar.',
        steps: [
            step('', `Tell the two apart: \`dig @1.1.1.1 ${host}\`, then \`dig @1.1.1.1 +cd ${host}\`. If only the second leads somewhere, it is DNSSEC; https://dnsviz.net/ shows where.`),
            step('', 'DNSSEC: at the registrar, compare the DS record with the one that Cloudflare names under DNS → Settings → DNSSEC. Replace it, or delete it if the zone is not signed. The name resolves again once the TTL of the old DS record is over, usually an hour to a day.'),
            step('', `Delegation: \`dig +trace ${host}\` shows where it ends. At the registrar, name exactly the two name servers that Cloudflare gives on the zone's overview page.`),
            step('', 'If the registrar names those and they refuse, the zone was removed from the account or moved to another. Add it again, and name its new name servers.'),
            step('', 'A change of name servers takes 24 to 48 hours to be seen everywhere. A resolver keeps a failure for a few minutes only.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/dns/dnssec/troubleshooting/',
    }),
}));
/** The runner's own resolver does not find out; what others say tells whose trouble that is. */
function unresolvedHere(moment, clues) {
    const others = (0,facts_dns/* resolverViews */.VD)(moment);
    const failing = others.filter(({ view }) => view === 'server-failure');
    if (others.some(facts_dns/* hasAddress */.hs)) {
        const because = "the runner's resolver fails, while others resolve the name: visitors may be fine, and nobody looked as they do";
        return { outcome: 'inconclusive', confidence: 'likely', because, clues };
    }
    if (failing.length > 0) {
        const two = failing.length > 1 || (0,facts_dns/* runnerView */.mf)(moment) === 'server-failure';
        const confidence = two ? 'certain' : 'likely';
        const because = failing.some(facts_dns/* failsDnssec */.g0)
            ? 'resolvers reject the name, and know it once they are asked not to check its signatures'
            : "neither the runner's resolver nor any other can resolve the name";
        return { outcome: 'unhealthy', confidence, because, clues };
    }
    // Others say that there is nothing to resolve: that is what there is to tell.
    if (others.length > 0 || !(0,facts_exchange/* runnerIsOnline */.Eh)(moment))
        return;
    if ((0,facts_dns/* runnerView */.mf)(moment) === 'other') {
        const because = "the runner's resolver does not answer, though the runner has a network; no other answered";
        return { outcome: 'inconclusive', confidence: 'likely', because, clues };
    }
    const because = "the runner's resolver cannot resolve the name, and the runner has a network";
    return { outcome: 'unhealthy', confidence: 'likely', because, clues };
}

// EXTERNAL MODULE: ./lib/diagnosis/facts/content.js
var content = __webpack_require__(5364);
;// CONCATENATED MODULE: ./lib/diagnosis/causes/edge-stale.js








/** The deploy has reached the origin, and not the visitors. */
/* harmony default export */ const edge_stale = (defineCause({
    id: 'edge-stale',
    title: 'visitors still get the old content',
    brief: 'serves old content',
    hop: 'Cloudflare',
    owner: 'cloudflare-settings',
    meaning: [
        "The origin has the expected content, and what visitors get through Cloudflare lacks it. Usually it is a copy in Cloudflare's cache from before the deploy. It also happens when Cloudflare asks another origin than the one that was given, or when a Worker answers.",
        'When the answer came from the cache, the check asks once more with a query string that no copy has. That tells a cache from another origin.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a record or a rule in Cloudflare that leads to another origin' },
            distinguishedBy: 'The answer has `cf-cache-status: DYNAMIC`, `MISS` or `BYPASS`: then no cache is at work.',
            isOpen: ({ edge }) => !(0,response/* fromCache */.ZY)(edge),
        },
        {
            what: { other: 'content that Cloudflare changes on the way' },
            distinguishedBy: 'Cloudflare replaces `Server` and other headers, obscures e-mail addresses (Scrape Shield) and rewrites scripts (Rocket Loader). Expect something that it leaves alone.',
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
            const because = "visitors get a copy from Cloudflare's cache that lacks what is expected; past the cache it is there";
            return { outcome: 'unhealthy', confidence: 'certain', because, clues, form: 'cache' };
        }
        if (!atOrigin) {
            if (!copy || past)
                return;
            const because = "visitors get a copy from Cloudflare's cache that lacks what is expected, and nobody could look behind it";
            return { outcome: 'unhealthy', confidence: 'likely', because, clues, form: 'cache' };
        }
        const told = 'the origin has what is expected, and what visitors get lacks it';
        const because = copy && !past
            ? `${told}: it is a copy from Cloudflare's cache`
            : `${told}, ${copy ? "past Cloudflare's cache too" : 'though it is no copy from the cache'}: Cloudflare seems to ask another origin`;
        const form = copy && !past ? 'cache' : 'elsewhere';
        // It may be one of the others that was asked.
        const confidence = !copy && (moment.dialedOrigin?.of ?? 1) > 1 ? 'possible' : 'likely';
        return { outcome: 'unhealthy', confidence, because, clues, form };
    },
    remedy: ({ host, form }) => ({
        summary: form === 'elsewhere'
            ? 'See which origin Cloudflare asks.'
            : "After each deploy, purge what has changed from Cloudflare's cache.",
        steps: form === 'elsewhere'
            ? [
                COMPARE_RECORDS,
                step('', 'See whether a rule leads elsewhere: Rules → Origin Rules, Workers Routes, Load Balancing.'),
                step('', `See whether a cache stands behind Cloudflare: \`curl -sI 'https://${host}/'\`, and the headers \`Age\`, \`X-Cache\` and \`Via\`.`),
            ]
            : [
                step('', 'Purge it now: dashboard, Caching → Configuration → Purge Cache, by URL. Or in the deploy: `curl -X POST https://api.cloudflare.com/client/v4/zones/ZONE_ID/purge_cache -H "Authorization: Bearer $TOKEN" --json \'{"files":["URL"]}\'`.'),
                step('', `Look again: \`curl -sI 'https://${host}/' | grep -i cf-cache-status\` should say \`MISS\`, and then \`HIT\`.`),
                step('', 'Pages that change with each deploy: let the origin send `Cache-Control: no-cache`, or take them out of the Cache Rule. Files with a hash in their name may stay as long as they like.'),
                step('', 'If it still comes back, see whether the origin itself has a cache.'),
            ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/cache/how-to/purge-cache/',
    }),
}));

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
    return ((0,facts_generator/* retryAfterOf */.sT)(response, now) ?? 0) >= MIN_MAINTENANCE_DELAY;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-app-down.js









/** The origin's web server is up and says so itself: what stands behind it is not. */
/* harmony default export */ const origin_app_down = (defineCause({
    id: 'origin-app-down',
    title: "the application behind the origin's web server is down",
    brief: { observedOr: 'application down' },
    hop: 'application',
    owner: 'origin',
    meaning: [
        "The origin's own proxy or load balancer (nginx, HAProxy, Apache, an ALB …) answers 502, or 503 because it has no backend: it cannot get a valid answer from the application behind it. Cloudflare replaces the page of a 502 with its own, so visitors see Cloudflare's name on an error of the origin.",
        'A 502 is not a 503 or a 504. A 502: the web server was refused, or got nonsense. A 504: it waited too long. A 503: nobody was free, or the server was told to turn visitors away.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'cloudflare-edge-error',
            distinguishedBy: 'Cloudflare\'s own 502 is a bare page with "cloudflare" under a line; the origin, asked directly, is fine.',
            isOpen: notSeenDirectly,
        },
        {
            what: 'cloudflare-tunnel-origin-unreachable',
            distinguishedBy: 'Look at the record under DNS → Records: a tunnel is a CNAME to `cfargotunnel.com`. Then read the log of `cloudflared`.',
            isOpen: notSeenDirectly,
        },
        {
            what: { other: 'a rule of the platform that answers 502 on purpose' },
            distinguishedBy: "Read the platform's firewall log, for instance that of Google Cloud Armor.",
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const { origin } = moment;
        const direct = appDownIn(moment, origin);
        if (direct !== undefined)
            return toldDirectly(moment, direct);
        const shown = appDownIn(moment, moment.edge);
        if ((0,facts_edge/* isProxied */.S7)(moment) === false && shown !== undefined && !(0,facts_exchange/* isGoodResponse */.nm)(moment, origin)) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'the name leads straight to a web server that says so itself',
                clues: cluesOf(moment),
            };
        }
        if (shown !== undefined && (0,facts_generator/* generatorOf */.bm)(shown) !== undefined && origin?.kind !== 'completed') {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: "the page that visitors get was written by the origin's own proxy",
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
            const because = "Cloudflare's own figures say that the origin gave it this 502";
            return { outcome: 'unhealthy', confidence: 'likely', because, clues: cluesOf(moment) };
        }
        return {
            outcome: 'unhealthy',
            confidence: 'possible',
            because: (0,facts_origin/* originHealthy */.Et)(moment)
                ? 'Cloudflare passes on a 502 that the origin does not give this runner: it asked another origin, or at another moment'
                : "Cloudflare passes on a 502 that it got from the origin, and the direct probe could not see the origin's own page",
            clues: cluesOf(moment),
        };
    },
    remedy: ({ port }) => ({
        summary: 'Start the application, or point the web server at where it listens.',
        steps: [
            step('', 'On the origin, read why the web server gave up: `tail -n 50 /var/log/nginx/error.log`, or the log of the proxy that you use. "Connection refused" means that the application is down.'),
            step('', 'See whether the application runs and since when: `systemctl status APP`, or `docker ps`; read its log from this deploy. If it was killed, see why: `free -m`, `df -h`, `dmesg | grep -i oom`.'),
            step('', `Compare the port it listens on (\`ss -ltnp\`) with the one that the web server on port ${port} passes requests to.`),
            step('', 'If the deploy restarts the application, start the new one before the old one stops, or raise `wait`.'),
            step('', 'If the web server has logged no error at all, Cloudflare asks another origin: compare the record under DNS → Records in its dashboard with this host, and see whether a tunnel or a load balancer is in use.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-502/',
    }),
}));
/** The answer, if it says that there is no application behind the one who answers. */
function appDownIn(moment, exchange) {
    if (exchange === moment.edge && (0,facts_edge/* hasEdgeError */.y)(moment, 502))
        return; // Cloudflare's page hides who wrote it
    const gateway = (0,facts_exchange/* unexpectedResponse */.Lf)(moment, exchange, 502);
    if (gateway !== undefined || unavailableReason(moment, exchange) !== 'no-backend')
        return gateway;
    return (0,facts_exchange/* unexpectedResponse */.Lf)(moment, exchange, 503);
}
function toldDirectly(moment, answer) {
    const { status } = answer.head;
    const generator = (0,facts_generator/* generatorOf */.bm)(answer);
    const passedOn = (0,facts_edge/* hasEdgeError */.y)(moment, 502) && !(0,facts_edge/* cloudflareGatewayError */.U_)(moment);
    const both = passedOn || ((0,facts_exchange/* unexpectedResponse */.Lf)(moment, moment.edge, status) !== undefined && !(0,facts_edge/* hasEdgeError */.y)(moment, 502));
    // Some 503s have words that also stand for something else.
    const plain = status === 502 || (0,facts_generator/* lacksBackend */.$m)(answer) === 'certain';
    const told = `${generator?.name ?? 'the origin'} answers ${status} when asked directly`;
    return {
        outcome: 'unhealthy',
        confidence: both && plain && generator?.kind === 'proxy' ? 'certain' : 'likely',
        because: (0,visitors/* visitorsServed */.TS)(moment)
            ? `${told}; what visitors get may come from a cache or from another origin`
            : told,
        clues: cluesOf(moment),
    };
}
/** The origin did not give this runner an error of its own. */
function notSeenDirectly(moment) {
    return moment.origin?.kind !== 'completed' || (0,facts_origin/* originHealthy */.Et)(moment);
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-app-error.js







/** The application itself answers, and says that it failed. Cloudflare passes every 5xx but 502 and 504 on as it is. */
/* harmony default export */ const origin_app_error = (defineCause({
    id: 'origin-app-error',
    title: 'the application answers with an error',
    brief: { observedOr: 'application error' },
    hop: 'application',
    owner: 'origin',
    meaning: [
        'The application runs and answers 500, or another 5xx of its own: an exception, a missing setting, a migration that has not run, a service that it cannot reach. Cloudflare passes the page on as it is.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'cloudflare-worker-failed',
            distinguishedBy: 'A 500 with code 1101, or a 503 with code 1102, on a page of Cloudflare. A Worker that catches its own failure shows any page it likes: `npx wrangler tail WORKER`.',
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const direct = applicationErrorIn(moment, moment.origin);
        const shown = (0,facts_edge/* writtenByCloudflare */.Mk)(moment) ? undefined : applicationErrorIn(moment, moment.edge);
        if (direct !== undefined) {
            const told = `the origin answers ${direct.head.status} when asked directly${headerCaveat(moment)}`;
            return {
                outcome: 'unhealthy',
                // A 503 has many reasons: that its words speak of an error is a good sign, and no more.
                confidence: shown?.head.status === direct.head.status && direct.head.status !== 503 ? 'certain' : 'likely',
                because: (0,visitors/* visitorsServed */.TS)(moment)
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
            confidence: (0,facts_origin/* originHealthy */.Et)(moment) ? 'possible' : 'likely',
            because: (0,facts_origin/* originHealthy */.Et)(moment)
                ? `${got}, while the origin is fine when asked directly: it comes and goes, or Cloudflare asks another origin`
                : got,
            clues: cluesOf(moment),
        };
    },
    remedy: () => ({
        summary: "Read the application's own log: it says why.",
        steps: [
            step('', "Read the application's log from the time of this check: `journalctl -u APP --since -15min`, or `docker logs --since 15m CONTAINER`."),
            step('', 'Compare with the last good deploy: settings and secrets that are missing, migrations that have not run, a dependency that changed.'),
            step('', 'If visitors are affected, roll back first, then look further.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-500/',
    }),
}));
/** The answer, if it is a 5xx that neither a gateway nor Cloudflare gives, and not for want of room. */
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






/** The origin's web server waited for the application, and gave up before Cloudflare did. */
/* harmony default export */ const origin_app_timeout = (defineCause({
    id: 'origin-app-timeout',
    title: "the application does not answer the origin's web server in time",
    brief: { observedOr: 'application too slow' },
    hop: 'application',
    owner: 'origin',
    meaning: [
        "The origin's own proxy or load balancer answers 504: it passed the request on, waited, and gave up. nginx waits 60 seconds unless told otherwise. A 504 is not a 502: the application took the request, and did not answer it in time.",
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'origin-response-timeout',
            distinguishedBy: 'A 524 of Cloudflare: then nothing at the origin gave up, and Cloudflare was the first to.',
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const { edge, origin } = moment;
        const direct = (0,facts_exchange/* unexpectedResponse */.Lf)(moment, origin, 504);
        if (direct !== undefined) {
            const generator = (0,facts_generator/* generatorOf */.bm)(direct);
            const both = (0,facts_edge/* hasEdgeError */.y)(moment, 504) || (0,facts_exchange/* unexpectedResponse */.Lf)(moment, edge, 504) !== undefined;
            const told = `${generator?.name ?? 'the origin'} answers 504 when asked directly`;
            return {
                outcome: 'unhealthy',
                confidence: both && generator?.kind === 'proxy' ? 'certain' : 'likely',
                because: (0,visitors/* visitorsServed */.TS)(moment)
                    ? `${told}; what visitors get may come from a cache or from another origin`
                    : told,
                clues: cluesOf(moment),
            };
        }
        if ((0,facts_edge/* isProxied */.S7)(moment) === false &&
            (0,facts_exchange/* unexpectedResponse */.Lf)(moment, edge, 504) !== undefined &&
            origin?.kind !== 'completed') {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'the name leads straight to a web server that says so itself',
                clues: cluesOf(moment),
            };
        }
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 504) && !(0,facts_edge/* cloudflareGatewayError */.U_)(moment) && origin?.kind !== 'completed') {
            return {
                outcome: 'unhealthy',
                confidence: 'possible',
                because: "Cloudflare passes on a 504 that it got from the origin, and the direct probe could not see the origin's own page",
                clues: cluesOf(moment),
            };
        }
        return;
    },
    remedy: () => ({
        summary: 'Find what the application waits for; raise the limit only if it must take that long.',
        steps: [
            step('', 'On the origin, read which upstream timed out: `tail -n 50 /var/log/nginx/error.log`, or the log of the proxy that you use.'),
            step('', "Look at the application's log and its workers from that moment: a lock, a slow query, a service that does not answer."),
            step('', "If the work must take that long, raise the proxy's limit (`proxy_read_timeout` in nginx), and stay below Cloudflare's 125 seconds."),
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
        const because = `the origin's name has IPv4 and IPv6 addresses, and over ${originFamily} the origin ${does}: Cloudflare may be using that address`;
        return { outcome: 'unhealthy', confidence: 'likely', because, clues: cluesOf(moment) };
    }
    const siteFamily = failingFamily(moment.addressFamilies, reason);
    if (siteFamily === undefined || (0,facts_edge/* isProxied */.S7)(moment) !== false)
        return;
    const because = `the name has IPv4 and IPv6 addresses, and over ${siteFamily} the host ${does}: visitors who use that address wait or fail`;
    return { outcome: 'warning', confidence: 'certain', because, clues: cluesOf(moment) };
}
function failingFamily({ v4, v6 } = {}, reason) {
    if (v4?.ok === true && v6?.ok === false && v6.error.reason === reason)
        return 'IPv6';
    return v6?.ok === true && v4?.ok === false && v4.error.reason === reason ? 'IPv4' : undefined;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-connect-timeout.js








/** Cloudflare gives up a connection after this many milliseconds and says 522. */
const CLOUDFLARE_CONNECT_LIMIT = 19_000;
/** Packets to the origin vanish: the host is off, or a firewall drops them. */
/* harmony default export */ const origin_connect_timeout = (defineCause({
    id: 'origin-connect-timeout',
    title: 'the origin does not answer connections',
    brief: { observedOr: 'connection timed out' },
    hop: facts_exchange/* originOrApplication */.q2,
    owner: 'origin',
    meaning: [
        'Nobody gets a connection: packets to the origin get no reply. The host is off or overloaded, the address is wrong, or a firewall drops everybody. Cloudflare waits 19 seconds and shows 522.',
        'Silence looks the same whatever its reason, so the check is never certain.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'cloudflare-blocked-by-origin',
            distinguishedBy: "A direct probe that is answered. If the origin admits only Cloudflare, look at the firewall's log for Cloudflare's ranges.",
        },
        {
            what: 'origin-locked-to-cloudflare',
            distinguishedBy: "The host's console: if the server is up and healthy there, a firewall drops both this runner and Cloudflare.",
        },
        {
            what: { other: 'a wrong address in DNS or in the `origin` input' },
            distinguishedBy: "The address that the host itself has: `ip -br address` on it, or the provider's console.",
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const droppedUs = (0,facts_exchange/* failedAt */.JG)(moment.origin, 'connect', 'timeout');
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 522) && droppedUs) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'neither Cloudflare (522) nor this runner gets a connection',
                clues: cluesOf(moment),
            };
        }
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 522) && moment.origin?.kind !== 'completed') {
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
        const gaveUpEarly = moment.request.timeout < CLOUDFLARE_CONNECT_LIMIT;
        if (droppedUs && gaveUpEarly && (0,facts_edge/* edgeReachable */.PG)(moment) && (0,facts_exchange/* failedAt */.JG)(moment.edge, 'processing', 'timeout')) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: `this runner gets no connection, and Cloudflare has no answer within ${(0,facts_exchange/* timeoutText */.bY)(moment)}`,
                clues: cluesOf(moment),
            };
        }
        if ((0,facts_edge/* isProxied */.S7)(moment) === false &&
            (0,facts_exchange/* failedAt */.JG)(moment.edge, 'connect', 'timeout') &&
            moment.origin?.kind !== 'completed') {
            return {
                outcome: 'unhealthy',
                confidence: 'possible',
                because: 'the name leads straight to a host that does not answer this runner',
                clues: cluesOf(moment),
            };
        }
        if ((0,facts_origin/* anotherOriginResponds */.WE)(moment) && droppedUs) {
            const which = `origin ${moment.dialedOrigin?.position} of ${moment.dialedOrigin?.of}`;
            const because = `${which} does not answer this runner, while another origin answers it: Cloudflare may be sending visitors there`;
            return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) };
        }
        return addressFamilyMatch(moment, 'timeout', 522);
    },
    remedy: (place) => ({
        summary: 'Bring the host back, or let Cloudflare through to it.',
        steps: [
            step('', "See in the provider's console whether the host runs and has its network; look at CPU and memory."),
            requestDirectly(place),
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
function asksForTls(moment, exchange) {
    const response = (0,facts_exchange/* unexpectedResponse */.Lf)(moment, exchange, 400);
    return response !== undefined && TLS_REQUIRED.test(response.body.text) && !isCloudflarePage(response);
}
/** The origin's plain HTTP port uses TLS. */
function tlsOnPlainPort(moment) {
    const { dialedOrigin, origin, recheck } = moment;
    if (dialedOrigin?.tls !== false)
        return false;
    if (asksForTls(moment, origin))
        return true;
    if (!(0,facts_exchange/* failedAt */.JG)(origin, 'processing', 'closed', 'reset', 'protocol'))
        return false;
    return recheck?.otherScheme?.tls !== undefined || (0,malformed/* startsWithTls */.vd)(origin?.wire);
}
/** nginx and Azure Application Gateway. The first page is for a missing certificate, the second for a rejected one. */
const CLIENT_CERTIFICATE_REQUIRED = /No required SSL certificate was sent|<title>400 The SSL certificate error<\/title>/;
/** The response says that the server requires a client certificate. */
function asksForClientCertificate(moment, exchange) {
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
    if (asksForClientCertificate(moment, origin))
        return true;
    if (origin?.kind !== 'failed')
        return false;
    const alert = tlsAlert(moment);
    if (alert === 116)
        return true;
    const inspection = recheck?.tlsInspection;
    if (inspection === undefined || alert === undefined || !CLIENT_CERTIFICATE_ALERTS.has(alert))
        return false;
    // TLS 1.2 shows the certificate request. After a TLS 1.3 handshake, only the client certificate can be rejected.
    return inspection.handshakeCompleted ? origin.phase !== 'tls' : inspection.requestsCertificate;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-empty-response.js









/** A crash in the middle of a request looks like this: the kernel closes what the process leaves behind. */
/* harmony default export */ const origin_empty_response = (defineCause({
    id: 'origin-empty-response',
    title: 'the origin closes the connection without a byte',
    brief: { observedOr: 'closes without a response' },
    hop: facts_exchange/* originOrApplication */.q2,
    owner: 'origin',
    meaning: [
        'The origin takes the request and closes the connection without sending anything. The process crashes on the request or is killed by a timeout of its own. Or something in front of it (nginx with `return 444`, a security module) hangs up on purpose. Cloudflare shows 520 or 502.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a security module that hangs up on purpose' },
            distinguishedBy: "The origin's access log has a line with status 444, or none, while the application's log shows no crash.",
        },
    ],
    needs: ['edge', 'origin'],
    rule(moment) {
        if (!(0,malformed/* closedWithoutData */.DM)(moment.origin))
            return;
        // Who wants a client certificate, or TLS, has hung up for that.
        if (originRequiresClientCertificate(moment) || tlsOnPlainPort(moment))
            return;
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 520, 502)) {
            return {
                outcome: 'unhealthy',
                // A server that hangs up on strangers on purpose looks the same, and may be broken for Cloudflare in another way.
                confidence: 'likely',
                because: `Cloudflare got no answer that it could use, and the origin gave this runner none at all${headerCaveat(moment)}`,
                clues: cluesOf(moment),
            };
        }
        if ((0,facts_edge/* isProxied */.S7)(moment) === false && (0,facts_exchange/* failedAt */.JG)(moment.edge, 'processing', 'closed')) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'visitors and the direct probe are both cut off without an answer',
                clues: cluesOf(moment),
            };
        }
        // Under TLS 1.3 a demanded client certificate looks the same, so a served site is given the benefit of the doubt.
        if ((0,visitors/* visitorsServed */.TS)(moment) && !(0,facts_origin/* probeRejected */.bq)(moment)) {
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
        summary: 'Find what ends the process, or what hangs up in its place.',
        steps: [
            step('', 'Look for a crash at the time of this check: `journalctl -u SERVICE --since -15min`, `docker ps -a` for restarts, `dmesg | grep -i oom`.'),
            step('', 'On the origin, ask the application past its web server, on its own port: `curl -sv http://127.0.0.1:PORT/`. If that works, look at the web server.'),
            step('', 'Look for rules that close without an answer: `return 444` in nginx, a security module, a worker timeout that is shorter than the request.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/rules/fails-directly.js


/**
 * The match for a direct response that is itself a failure.
 *
 * @param does completes "the origin …"
 * @param agreed what visitors get, when it is the same failure; undefined when they get something else
 * @param sure the confidence when both agree
 */
function directFailure(moment, does, { agreed, sure }) {
    const failure = `on a direct request, the origin ${does}${headerCaveat(moment)}`;
    if (agreed !== undefined)
        return {
            outcome: 'unhealthy',
            confidence: sure,
            because: `${failure}; ${agreed}`,
            clues: cluesOf(moment),
        };
    return {
        outcome: 'unhealthy',
        confidence: 'likely',
        because: (0,visitors/* visitorsServed */.TS)(moment)
            ? `${failure}; what visitors get may come from a cache or from another origin`
            : failure,
        clues: cluesOf(moment),
    };
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-headers-too-large.js









/** The answer is good, and too much for Cloudflare before it even begins. */
/* harmony default export */ const origin_headers_too_large = (defineCause({
    id: 'origin-headers-too-large',
    title: "the headers of the origin's answer are larger than Cloudflare allows",
    brief: 'headers too large',
    hop: facts_exchange/* originOrApplication */.q2,
    owner: 'origin',
    meaning: [
        'The headers of the answer come to more than 128 KB, the most that Cloudflare takes. It then shows 520, though the origin answers 200 to anybody else. Usually it is cookies that are set over and over, a policy header that grew, or debug output in a header.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'cloudflare-blocked-by-origin',
            distinguishedBy: 'Measure them: `curl -sD - -o /dev/null URL | wc -c` on the origin.',
        },
    ],
    needs: ['edge', 'origin'],
    rule(moment) {
        const { origin } = moment;
        if (!(0,malformed/* headersTooLarge */.YV)(origin))
            return;
        const size = origin.wire?.headBytes;
        const does = `sends ${size === undefined ? 'more headers than this check reads, 256 KB' : `${Math.round(size / 1024)} KB of headers`}, and Cloudflare takes no more than 128 KB`;
        // A whole answer is no failure in itself, and Cloudflare has just taken it, or has not been asked.
        if ((0,visitors/* visitorsServed */.TS)(moment) && (0,facts_exchange/* isGoodResponse */.nm)(moment, origin)) {
            const because = `the origin ${does}; visitors are served all the same`;
            return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) };
        }
        return directFailure(moment, does, {
            sure: 'certain',
            agreed: (0,facts_edge/* hasEdgeError */.y)(moment, 520) ? 'Cloudflare cannot use its answer (520)' : undefined,
        });
    },
    remedy: (place) => ({
        summary: 'Send fewer and shorter headers.',
        steps: [
            requestDirectly(place),
            step('', "See which headers are large: `curl -sD - -o /dev/null … | awk '{ print length, substr($0, 1, 40) }' | sort -rn | head`."),
            step('', 'Look for `Set-Cookie` in a loop, for sessions kept in cookies, for `Content-Security-Policy` and `Link` lines that a build generates, and for debug headers.'),
            step('', "Move what is in cookies into the session's store, and merge policies."),
        ],
        difficulty: 'hard',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-http2-broken.js





/** Two protocols on one port, and only one of them works. */
/* harmony default export */ const origin_http2_broken = (defineCause({
    id: 'origin-http2-broken',
    title: 'HTTP/2 fails at the origin, where HTTP/1.1 works',
    brief: 'fails over HTTP/2',
    hop: facts_exchange/* originOrApplication */.q2,
    owner: 'origin',
    meaning: [
        'The origin agrees to HTTP/2 in the TLS handshake, and then resets the stream, ends the connection with GOAWAY, or sends frames that cannot be read. Cloudflare speaks HTTP/2 to every origin that offers it, and shows 520 or 502; `curl --http1.1` and many monitors are served well.',
        'The check asks over HTTP/2 only when Cloudflare could not use an answer and HTTP/1.1 is fine. An origin that does not offer HTTP/2 is no failure.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'cloudflare-blocked-by-origin',
            distinguishedBy: 'Switch HTTP/2 to the origin off in Cloudflare: if the 520 stays, it was not HTTP/2.',
        },
    ],
    needs: ['edge', 'origin'],
    rule(moment) {
        const http2 = moment.recheck?.http2;
        if (http2?.agreed !== true || !(0,facts_origin/* originHealthy */.Et)(moment) || (0,facts_exchange/* isGoodResponse */.nm)(moment, http2.exchange))
            return;
        // The server's words, or their absence, once HTTP/2 was agreed upon: what came before is another matter.
        const failed = (0,facts_exchange/* failedAt */.JG)(http2.exchange, 'processing') || (0,facts_exchange/* failedAt */.JG)(http2.exchange, 'transfer');
        if (http2.exchange.kind === 'failed' && !failed)
            return;
        return {
            outcome: 'unhealthy',
            // The zone may have HTTP/2 to its origin switched off, and Cloudflare another reason.
            confidence: 'likely',
            because: 'the origin is fine over HTTP/1.1 and fails over HTTP/2, which it offers and Cloudflare speaks unless told otherwise',
            clues: cluesOf(moment),
        };
    },
    remedy: ({ host, port }) => ({
        summary: 'Turn HTTP/2 to the origin off, then mend it and turn it on again.',
        steps: [
            step('', `See it fail: \`curl -sv --http2 -o /dev/null 'https://${host}/' --connect-to "::$ORIGIN:${port}"\`, and work with \`--http1.1\`.`),
            step('', 'At once: dashboard, Speed → Settings → Protocol Optimization, switch "HTTP/2 to Origin" off. Or stop offering it at the origin: `http2 off;` in nginx, no `h2` in `Protocols` of Apache or in `alpn` of HAProxy.'),
            step('', 'If a TLS proxy offers `h2` for a backend that speaks only HTTP/1.1, let it offer only `http/1.1`.'),
            step('', 'Update the server that speaks HTTP/2, and read its error log: it names the frame at fault.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/speed/optimization/protocol/http2-to-origin/',
    }),
}));

// EXTERNAL MODULE: ./lib/diagnosis/facts/redirects.js
var facts_redirects = __webpack_require__(1200);
;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-locked-to-cloudflare.js









/** The door is closed to us, as it should be for an origin that only Cloudflare may ask. */
/* harmony default export */ const origin_locked_to_cloudflare = (defineCause({
    id: 'origin-locked-to-cloudflare',
    title: 'the origin admits only Cloudflare',
    brief: 'admits only Cloudflare',
    hop: 'firewall',
    owner: 'firewall',
    meaning: [
        'Cloudflare is let in and the direct probe is not: a firewall stops it, or it has no client certificate. That is good practice and no fault. The site is judged by what Cloudflare answers.',
        'When the edge fails too, a closed door proves nothing about the origin. And when the edge answers from its cache, nobody has looked at the origin: then nothing can be said.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'an origin that is down behind a cache' },
            distinguishedBy: 'An answer with `cf-cache-status` other than HIT: then Cloudflare has just asked the origin.',
        },
    ],
    needs: ['edge', 'origin'],
    rule(moment) {
        // Where another origin lets this runner in, it is no lock that keeps us out of this one.
        if (!(0,facts_origin/* probeRejected */.bq)(moment) || moment.dialedOrigin?.othersRespond === true)
            return;
        if ((0,visitors/* servedFromOrigin */.iv)(moment)) {
            // What keeps us out has a name of its own.
            const outdated = moment.recheck?.tlsInspection?.legacy !== undefined;
            if (originRequiresClientCertificate(moment) || plainHttpOnTlsPort(moment) || outdated)
                return;
            const noWay = (0,facts_exchange/* failedAt */.JG)(moment.origin, 'connect', 'unreachable');
            return {
                outcome: 'note',
                confidence: 'likely',
                because: noWay
                    ? 'this runner has no route to the origin, while Cloudflare has just been answered: the origin itself was not looked at'
                    : 'the origin does not let this runner in, while Cloudflare has just been answered: it seems to admit only Cloudflare',
                clues: cluesOf(moment),
            };
        }
        if ((0,visitors/* visitorsServed */.TS)(moment) && (0,response/* fromCache */.ZY)(moment.edge)) {
            return {
                outcome: 'inconclusive',
                confidence: 'possible',
                because: 'visitors get a cached copy, and the origin does not let this runner in: nobody has seen whether it works',
                clues: cluesOf(moment),
            };
        }
        if ((0,visitors/* visitorsServed */.TS)(moment) && (0,facts_redirects/* redirectedToOtherHost */.Do)(moment)) {
            return {
                outcome: 'inconclusive',
                confidence: 'possible',
                because: 'Cloudflare itself sends visitors to another host, and the origin does not let this runner in: nobody has seen whether it works',
                clues: cluesOf(moment),
            };
        }
        // Cloudflare is turned away as well, or was not reached: then the closed door tells nothing.
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 521, 522, 523) || !(0,response/* throughCloudflare */.TV)(moment.edge))
            return;
        return {
            outcome: 'alternative',
            confidence: 'possible',
            because: 'the direct probe was turned away, and at an origin that admits only Cloudflare that proves nothing',
            clues: cluesOf(moment),
        };
    },
    remedy: () => ({
        summary: 'Nothing to mend. To let this check look at the origin itself, let the runner in.',
        steps: [
            step('', "Run this step on a runner whose address the origin's firewall admits, such as a self-hosted one."),
            step('', 'Or leave `origin` out: the check then judges by what Cloudflare answers, and says so.'),
            step('', 'If a cached copy hides the origin, give `url` a page that Cloudflare does not cache, such as a health endpoint.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/fundamentals/security/protect-your-origin-server/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-malformed-response.js










/** Somebody answers, and not in HTTP: or in what only a browser forgives. */
/* harmony default export */ const origin_malformed_response = (defineCause({
    id: 'origin-malformed-response',
    title: 'the origin does not answer in valid HTTP',
    brief: { observedOr: 'invalid HTTP' },
    hop: facts_exchange/* originOrApplication */.q2,
    owner: 'origin',
    meaning: [
        'The origin sends something that is not valid HTTP: no status line, a header without a colon or with a control character in it, two lengths that contradict each other, or the greeting of another protocol. The application wrote its answer by hand, a warning got among its headers, or another server holds the port. Cloudflare shows 520.',
        'Browsers and `curl` forgive much of it. A proxy must not: two readers that disagree on where an answer ends can be played off against each other.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'tls-plaintext-port',
            distinguishedBy: 'The first bytes: 15 03 or 16 03 are TLS, on a port that was asked in plain HTTP.',
        },
        {
            what: { other: 'a client that is stricter than Cloudflare' },
            distinguishedBy: 'Visitors are served, and the answer is not from a cache: then Cloudflare forgives it today.',
            isOpen: visitors/* visitorsServed */.TS,
        },
    ],
    needs: ['edge', 'origin'],
    rule(moment) {
        const wrong = (0,malformed/* malformation */.Ej)(moment.origin);
        if (wrong === undefined)
            return;
        if ((0,facts_origin/* toleratedByCloudflare */.XR)(moment)) {
            const because = `the origin ${wrong}: lines that end without CR, go on in the next one, or give a length twice. Cloudflare puts up with it, others do not`;
            return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) };
        }
        // Whoever puts up with it has another reason for what he says.
        const plain = (0,malformed/* lenientStatus */.MA)(moment.origin) === undefined;
        const seenByVisitors = (0,facts_edge/* isProxied */.S7)(moment) === false && (0,facts_exchange/* failedAt */.JG)(moment.edge, 'processing', 'protocol', 'closed');
        return directFailure(moment, wrong, {
            sure: plain && (0,facts_edge/* hasEdgeError */.y)(moment, 520) ? 'certain' : 'likely',
            agreed: (0,facts_edge/* hasEdgeError */.y)(moment, 520, 502)
                ? 'Cloudflare cannot use its answer either'
                : seenByVisitors
                    ? 'visitors get the same'
                    : undefined,
        });
    },
    remedy: (place) => ({
        summary: 'Look at the bytes of the answer, and mend what writes them.',
        steps: [
            requestDirectly(place),
            step('', `See the first bytes as they are: ${rawBytes(place)}.`),
            step('', 'A line that is no header: look for output before the headers, such as a warning of PHP (`display_errors = Off`) or a debug print.'),
            step('', 'Two lengths: let one place set `Content-Length`, the server or the application, and remove it where the body is chunked or compressed.'),
            step('', 'A greeting of another protocol: `ss -ltnp` shows which process holds the port.'),
            step('', 'If this began with a deploy, roll it back first.'),
        ],
        difficulty: 'hard',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
    }),
}));
function rawBytes({ host, port, tls }) {
    const request = `printf 'GET / HTTP/1.1\\r\\nHost: ${host}\\r\\nConnection: close\\r\\n\\r\\n'`;
    const way = tls
        ? `openssl s_client -quiet -connect "$ORIGIN:${port}" -servername ${host}`
        : `nc "$ORIGIN" ${port}`;
    return `\`${request} | ${way} | head -c 400 | xxd\``;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-maintenance.js








/** Somebody closed the shop on purpose, and says until when. */
/* harmony default export */ const origin_maintenance = (defineCause({
    id: 'origin-maintenance',
    title: 'the origin is in maintenance',
    brief: { observedOr: 'in maintenance' },
    hop: facts_exchange/* originOrApplication */.q2,
    owner: 'deploy',
    meaning: [
        'The origin answers 503 and announces when it will be back: by the header `Retry-After`, or in words of maintenance. That is what a maintenance mode does, which a deploy turns on and sometimes forgets to turn off.',
        'A 503 is not a 502: the server works and was told to turn visitors away. A 503 without an announcement counts as overload.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'origin-overloaded',
            distinguishedBy: "Look at the origin's load and its log: a server under load also sends `Retry-After`, usually of a few seconds.",
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const direct = pauseIn(moment, moment.origin);
        const shown = (0,facts_edge/* writtenByCloudflare */.Mk)(moment) ? undefined : pauseIn(moment, moment.edge);
        const told = direct ?? shown;
        if (told === undefined)
            return;
        const clues = cluesOf(moment);
        if (direct === undefined && (0,facts_origin/* originHealthy */.Et)(moment)) {
            const because = 'visitors get a 503 that announces maintenance, while the origin is fine when asked directly: Cloudflare asks another origin, or it has just ended';
            return { outcome: 'unhealthy', confidence: 'possible', because, clues };
        }
        const both = direct !== undefined && shown !== undefined;
        const plain = (0,facts_generator/* mentionsMaintenance */.xS)(told) && announcesReturn(told, moment.at);
        const who = direct === undefined ? 'visitors get a 503 of the origin that' : 'the origin answers 503 and';
        const because = `${who} ${announcement(told, moment.at)}${(0,visitors/* visitorsServed */.TS)(moment) ? '; what visitors get may come from a cache or from another origin' : ''}`;
        return { outcome: 'unhealthy', confidence: both && plain ? 'certain' : 'likely', because, clues };
    },
    remedy: () => ({
        summary: 'End the maintenance, or wait until it is over.',
        steps: [
            step('', 'See whether the deploy has ended: a step that failed may have left the maintenance mode on.'),
            step('', 'Turn it off: `php artisan up`, `wp maintenance-mode deactivate`, `kubectl rollout status deployment/APP`, or the flag file that your web server looks for.'),
            step('', 'If it is meant to last, raise `wait` beyond it, or run this check afterwards.'),
            step('', 'If the check should pass meanwhile, say so: `expected-status: 200-399, 503`.'),
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
    const seconds = (0,facts_generator/* retryAfterOf */.sT)(answer, now);
    if (seconds === undefined || !announcesReturn(answer, now))
        return 'speaks of maintenance';
    const minutes = Math.round(seconds / 60);
    return `says to come again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}`;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-overloaded.js








/** The origin works, and has more to do than it can. */
/* harmony default export */ const origin_overloaded = (defineCause({
    id: 'origin-overloaded',
    title: 'the origin has more requests than it takes',
    brief: { observedOr: 'overloaded' },
    hop: facts_exchange/* originOrApplication */.q2,
    owner: 'origin',
    meaning: [
        'The origin answers 503, 429 or another status of exhaustion by itself: no worker is free, a limit of connections, requests or the hosting plan is reached, or a circuit breaker has opened. Cloudflare passes the page on as it is.',
        'A 503 is not a 502 or a 504. The server did not get nonsense from the application (502) and did not wait too long for it (504). It turned the request away at once.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'origin-maintenance',
            distinguishedBy: 'See whether somebody turned on a maintenance mode that does not say how long it lasts.',
        },
        {
            what: { other: 'an ingress of Kubernetes without a ready pod' },
            distinguishedBy: '`kubectl get endpoints` shows none behind the service. Its 503 is the same page of nginx.',
        },
        {
            what: 'cloudflare-blocked-by-origin',
            distinguishedBy: 'The direct probe is answered well, several times in a row: then only Cloudflare is limited.',
            isOpen: (moment) => exhaustedIn(moment, moment.origin) === undefined,
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const direct = exhaustedIn(moment, moment.origin);
        const shown = (0,facts_edge/* writtenByCloudflare */.Mk)(moment) ? undefined : exhaustedIn(moment, moment.edge);
        const clues = cluesOf(moment);
        if (direct !== undefined) {
            // A 429 may come of a limiter that counts this runner, and a bare 503 of anything.
            const said = (0,facts_generator/* mentionsOverload */.ik)(direct) && direct.head.status !== 429;
            const both = shown?.head.status === direct.head.status;
            const who = (0,facts_generator/* generatorOf */.bm)(direct)?.name ?? 'the origin';
            const because = `${who} answers ${direct.head.status} when asked directly${(0,visitors/* visitorsServed */.TS)(moment) ? '; what visitors get may come from a cache or from another origin' : ''}`;
            return { outcome: 'unhealthy', confidence: both && said ? 'certain' : 'likely', because, clues };
        }
        if (shown === undefined)
            return;
        const got = `visitors get a ${shown.head.status} that Cloudflare did not make`;
        if (!(0,facts_origin/* originHealthy */.Et)(moment))
            return { outcome: 'unhealthy', confidence: 'likely', because: got, clues };
        // Of a limiter that counts Cloudflare as one visitor: that has a cause of its own.
        if (shown.head.status === 429)
            return;
        const because = `${got}, while the origin is fine when asked directly: it comes and goes with the load, or Cloudflare asks another origin`;
        return { outcome: 'unhealthy', confidence: 'possible', because, clues };
    },
    remedy: () => ({
        summary: 'See what is exhausted; give it more, or let less through to it.',
        steps: [
            step('', 'On the origin, look at load, memory and connections: `uptime`, `free -m`, `ss -s`; in its log, for words such as `limiting requests`, `max_children`, `worker_connections are not enough`, `pool exhausted`.'),
            step('', 'See whether the deploy made it: fewer workers or replicas than before, a cold cache, a slower query that holds every worker.'),
            step('', "If a limiter at the origin answers, have it count the visitor in `CF-Connecting-IP`, not Cloudflare's address, and let this check past it."),
            step('', 'Add workers or replicas, or take load off: cache more at Cloudflare (Caching → Cache Rules), turn on a waiting room, or roll back.'),
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






/** The origin works, and what was to be deployed is not on it. */
/* harmony default export */ const origin_not_deployed = (defineCause({
    id: 'origin-not-deployed',
    title: 'the origin lacks the expected content',
    brief: 'lacks the expected content',
    hop: 'application',
    owner: 'deploy',
    meaning: [
        "The origin answers well, and `expected-body` or `expected-header` is not in its answer: the release before this one, the web server's own page, or an empty build. A fresh answer through Cloudflare lacks it too. A cached one may hide that.",
        'The check searches the first megabyte of a page. A pattern that takes too long to match is given up, and the check says that it does not know.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'an expectation that never fitted' },
            distinguishedBy: 'Ask the previous release: does it meet `expected-body` and `expected-header`? The text is compared letter by letter, before any script runs.',
            isOpen: () => true,
        },
        {
            what: { other: 'an origin that was asked under another name than Cloudflare uses' },
            distinguishedBy: 'Dashboard, Rules → Origin Rules: give the Host override to `origin-host`.',
        },
    ],
    needs: ['edge'],
    rule(moment) {
        return missing(moment) ?? unsure(moment);
    },
    remedy: ({ host, port, tls }) => ({
        summary: 'See what the deploy put on the origin, and whether it runs.',
        steps: [
            step('', `See what the origin answers: \`curl -si '${tls ? 'https' : 'http'}://${host}/' --connect-to "::$ORIGIN:${port}" | head -n 40\`, with the path of \`url\`.`),
            step('', 'See whether the deploy ended well: was the build copied, did the process restart, does the web server point at the new folder?'),
            step('', 'With several origins, or containers: see whether all of them run the new release; a rollout takes its time.'),
            step('', 'If only the expectation is wrong, mend `expected-body` or `expected-header`.'),
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
        const told = 'asked directly, the origin answers without what is expected';
        if (freshly || past) {
            const because = `${told}, and so does Cloudflare, which has just asked an origin`;
            return { outcome: 'unhealthy', confidence: 'certain', because, clues };
        }
        const because = (0,content/* meetsExpectations */.A7)(moment, edge)
            ? `${told}; what visitors get comes from a cache or from another origin`
            : told;
        return { outcome: 'unhealthy', confidence: 'likely', because, clues };
    }
    const unseen = origin === undefined || origin.kind === 'failed' || (0,facts_origin/* probeRejected */.bq)(moment);
    if (unseen && past && (0,response/* fromCache */.ZY)(edge) && (0,content/* meetsExpectations */.A7)(moment, edge)) {
        const because = "Cloudflare's copy has what is expected, and what an origin answers past the cache lacks it: pages that are not in the cache lack it already";
        return { outcome: 'unhealthy', confidence: 'likely', because, clues };
    }
    if (!unseen || !shown)
        return;
    if (!freshly && !past) {
        // A copy tells of the time when it was made. What does not come through Cloudflare at all comes from some origin.
        const because = 'what visitors get lacks what is expected, and nobody has looked at the origin';
        return (0,response/* fromCache */.ZY)(edge)
            ? { outcome: 'alternative', confidence: 'possible', because, clues }
            : { outcome: 'unhealthy', confidence: 'likely', because, clues };
    }
    const because = 'Cloudflare has just asked an origin, and the answer lacks what is expected';
    return { outcome: 'unhealthy', confidence: 'likely', because, clues };
}
/** Nobody could tell whether it is there: neither health nor a fault. */
function unsure(moment) {
    const why = (0,content/* undecidedContentReason */.Fx)(moment, moment.edge) ?? (0,content/* undecidedContentReason */.Fx)(moment, moment.origin);
    if (why === undefined || !(0,visitors/* visitorsServed */.TS)(moment))
        return;
    const because = `nobody knows whether the expected content is there: ${why}`;
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
            : [`With legacy settings it accepts ${legacy.protocol} (${legacy.cipher}), and nothing newer.`]),
        ...(origin?.kind === 'failed' && protocol === 'http'
            ? ['It responds to a TLS handshake with plain HTTP.']
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
    const [other, scheme] = tls ? [80, 'plain HTTP'] : [443, 'TLS'];
    const modes = tls ? 'Full and Full (strict)' : 'Flexible and Off';
    const text = `Port ${other} responds ${response.head.status} over ${scheme}, and port ${port} is closed. The SSL/TLS modes ${modes} connect to port ${port}.`;
    return [{ from: 'origin', text }];
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-refused.js









/** The process is down or on another port: the kernel answers for it, with a reset. */
/* harmony default export */ const origin_refused = (defineCause({
    id: 'origin-refused',
    title: 'the origin refuses connections',
    brief: { observedOr: 'connection refused' },
    hop: facts_exchange/* originOrApplication */.q2,
    owner: 'origin',
    meaning: [
        'The machine is there and its kernel answers, but nothing listens on the port: the server has stopped, is still starting, or listens on another port or address. Cloudflare shows 521.',
        'It is certain when Cloudflare says 521 and the runner is refused too. A 521 alone may also mean that only Cloudflare is turned away.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'cloudflare-blocked-by-origin',
            distinguishedBy: "A direct probe that is answered. Without one, look at the origin's firewall log for Cloudflare's ranges.",
        },
        {
            what: { other: 'a firewall that resets everybody' },
            distinguishedBy: '`ss -ltn` on the origin: if something listens on the port, a firewall answers in its place.',
            isOpen: () => true,
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const refusedUs = (0,facts_exchange/* failedAt */.JG)(moment.origin, 'connect', 'refused');
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 521) && refusedUs) {
            return {
                outcome: 'unhealthy',
                // Cloudflare dials the port of the URL, unless a rule of the zone says otherwise.
                confidence: moment.dialedOrigin?.port === moment.request.port ? 'certain' : 'likely',
                because: 'Cloudflare (521) and this runner were both refused',
                clues: cluesOf(moment, ...otherPortClues(moment)),
            };
        }
        // An origin that answers us is up: then it is Cloudflare that is turned away.
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 521) && moment.origin?.kind !== 'completed') {
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
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 522, 523) && refusedUs) {
            return {
                outcome: 'unhealthy',
                confidence: 'possible',
                because: 'this runner was refused, while Cloudflare got no connection in another way',
                clues: cluesOf(moment),
            };
        }
        // The name leads past Cloudflare: visitors dial the origin as we do.
        if ((0,facts_edge/* isProxied */.S7)(moment) === false &&
            (0,facts_exchange/* failedAt */.JG)(moment.edge, 'connect', 'refused') &&
            moment.origin?.kind !== 'completed') {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'the name leads straight to a host that refuses the connection',
                clues: cluesOf(moment),
            };
        }
        if ((0,facts_origin/* anotherOriginResponds */.WE)(moment) && refusedUs) {
            const which = `origin ${moment.dialedOrigin?.position} of ${moment.dialedOrigin?.of}`;
            const because = `${which} refuses this runner, while another origin answers it: Cloudflare may be sending visitors there`;
            return { outcome: 'warning', confidence: 'likely', because, clues: cluesOf(moment) };
        }
        return addressFamilyMatch(moment, 'refused', 521);
    },
    remedy: (place) => ({
        summary: 'Start the server, or have it listen where Cloudflare dials.',
        steps: [
            step('', 'On the origin, see whether the service runs: `systemctl status SERVICE`, or `docker ps`.'),
            checkListener(place),
            step('', "Compare with the zone's mode, under SSL/TLS → Overview: Flexible and Off dial port 80, Full and Full (strict) port 443."),
            step('', 'Read why it stopped: `journalctl -u SERVICE --since -15min`, or `docker logs --since 15m CONTAINER`.'),
            step('', 'If the deploy restarts it, have the deploy wait until it answers before this step runs.'),
        ],
        difficulty: 'easy',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-521/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/rules/idle-connections.js





/**
 * The origin ends idle connections that Cloudflare keeps for 900 s. A request on such a connection gets a 520. That explains
 * an occasional 520; otherwise it is a note, or a warning when a request got no response.
 */
function idleConnectionMatch(moment) {
    const ended = moment.idleConnection?.ended;
    if (ended === undefined || !(0,facts_origin/* originHealthy */.Et)(moment))
        return;
    const { how, after } = ended;
    const idle = `idle for ${(0,shared_text/* roughDuration */.Um)(after)}`;
    const clue = { from: 'origin', text: `A connection to it that was ${idle} ${PASSIVE[how]}.` };
    const because = `the origin ${ACTIVE[how]} a connection that was ${idle}, while Cloudflare keeps it for 900 s: an occasional request gets a 520`;
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











/** Something listens, accepts, and tears the connection down: a close would have been polite. */
/* harmony default export */ const origin_reset = (defineCause({
    id: 'origin-reset',
    title: 'the origin resets the connection',
    brief: { observedOr: 'connection reset' },
    hop: facts_exchange/* originOrApplication */.q2,
    owner: 'origin',
    meaning: [
        'The origin accepts the connection and resets it: at once, when it has read the request, or in the middle of its headers. A process that is killed with a request unread does that. So does a full queue of connections, or a security product that resets what it does not like. Cloudflare shows 520, or 522.',
        'Some origins answer each fresh connection, and cut off the second request of one that is kept open without having said that they close it. Cloudflare keeps connections, so some of its requests get 520 while everybody else is fine.',
        'With `watch`, the check keeps a connection to the origin and uses it again after a rest. It notes an origin that closes the connection sooner than Cloudflare would, which is after 900 seconds. Most servers are set so, and a request of Cloudflare that meets a connection as it closes gets 520.',
        'A reset is not a refusal: something listens there, and has accepted. Nor is it a close without a byte: a process that had read everything ends so.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a security product that resets strangers on purpose' },
            distinguishedBy: 'Its log; and `tcpdump` on the origin, which shows whether the reset comes from the host itself.',
        },
        {
            what: 'origin-refused',
            distinguishedBy: '`ss -ltn` on the origin: without a listener the connection is never accepted.',
            isOpen: ({ origin }) => (0,facts_exchange/* failedAt */.JG)(origin, 'connect'),
        },
    ],
    needs: ['edge', 'origin'],
    rule(moment) {
        const { origin } = moment;
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 520, 502) &&
            (0,facts_origin/* originHealthy */.Et)(moment) &&
            cutOffWhenKept(moment) &&
            !(0,malformed/* headersTooLarge */.YV)(origin)) {
            const because = 'the origin answers the first request of a connection and cuts the second one off, and Cloudflare keeps its connections';
            return { outcome: 'unhealthy', confidence: 'likely', because, clues: cluesOf(moment) };
        }
        if (!(0,malformed/* resetBeforeResponse */.IP)(origin))
            return idleConnectionMatch(moment);
        const does = origin.error.received === 0
            ? 'accepts the connection and resets it without a byte'
            : 'resets the connection in the middle of its headers';
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 520, 502, 522)) {
            // A server that resets strangers on purpose looks the same, and may fail Cloudflare in another way.
            return directFailure(moment, does, {
                sure: 'likely',
                agreed: 'Cloudflare got no answer that it could use',
            });
        }
        // Under TLS 1.3 a demanded client certificate looks the same, so a served site is given the benefit of the doubt.
        if ((0,visitors/* visitorsServed */.TS)(moment) && (0,facts_origin/* probeRejected */.bq)(moment))
            return;
        const seenByVisitors = (0,facts_edge/* isProxied */.S7)(moment) === false && (0,facts_exchange/* failedAt */.JG)(moment.edge, 'processing', 'reset');
        return directFailure(moment, does, {
            sure: 'likely',
            agreed: seenByVisitors ? 'visitors are cut off as well' : undefined,
        });
    },
    remedy: () => ({
        summary: 'Find who sends the reset: the process, the kernel, or a box on the way.',
        steps: [
            step('', 'Look for a process that was killed or restarted at the time of this check: `journalctl -u SERVICE --since -15min`, `dmesg | grep -i oom`.'),
            step('', 'See whether the queue of connections overflows: `nstat -az TcpExtListenOverflows TcpExtTCPAbortOnOverflow`, and `ss -ltn`.'),
            step('', "Watch where the reset comes from: `tcpdump -ni any 'tcp[tcpflags] & tcp-rst != 0'` on the origin. If none leaves the host, a firewall or load balancer before it sends them."),
            step('', 'If only some requests fail, keep idle connections open for longer than Cloudflare does, 900 seconds (`keepalive_timeout 905s;` in nginx, `server.keepAliveTimeout` in Node), or answer with `Connection: close`.'),
            ALLOW_CLOUDFLARE,
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-520/',
    }),
}));
/** The origin was fine on a fresh connection, and let down the next request on it. */
function cutOffWhenKept({ recheck }) {
    return (recheck?.keepAlive?.reused === true &&
        (0,facts_exchange/* failedAt */.JG)(recheck.keepAlive.exchange, 'processing', 'reset', 'closed'));
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-response-timeout.js







/** The connection stands and the request is sent; then nothing, or an answer without an end. */
/* harmony default export */ const origin_response_timeout = (defineCause({
    id: 'origin-response-timeout',
    title: 'the origin takes the request and stays silent',
    brief: { observedOr: 'no response' },
    hop: facts_exchange/* originOrApplication */.q2,
    owner: 'origin',
    meaning: [
        'The origin accepts the connection and the request, then sends nothing, or never finishes. A worker hangs, a database or another service does not answer, or all workers are busy. Cloudflare waits about 125 seconds and shows 524.',
        'A probe that gives up sooner than Cloudflare can only say that no answer came within its own limit, `timeout`.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a page that is slow by design' },
            distinguishedBy: 'Ask a page that needs no database, such as a health endpoint: if it answers at once, only this page is slow.',
            isOpen: () => true,
        },
        {
            what: { other: 'large packets that vanish on the way (MTU)' },
            distinguishedBy: "`curl` from the origin's own network: if that is answered, the network on the way drops large packets.",
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
                because: `Cloudflare waited too long, and the origin gave this runner no whole answer within ${limit} either`,
                clues: cluesOf(moment),
            };
        }
        // Cloudflare calls it a failed handshake: its own patience ended there.
        if ((0,facts_exchange/* failedAt */.JG)(origin, 'tls', 'timeout') && (0,facts_edge/* hasEdgeError */.y)(moment, 525, 522, 524)) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: `the origin accepts connections and says nothing within ${limit}, not even of TLS, and Cloudflare gets nothing either`,
                clues: cluesOf(moment),
            };
        }
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 524) && origin === undefined) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: 'Cloudflare says that it was connected and waited too long (524)',
                clues: cluesOf(moment),
            };
        }
        if (silentToVisitors && silentToUs && (0,facts_edge/* edgeReachable */.PG)(moment)) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: `no whole answer within ${limit}, through Cloudflare or directly, while Cloudflare itself answers`,
                clues: cluesOf(moment),
            };
        }
        if (silentToUs && (0,visitors/* visitorsServed */.TS)(moment)) {
            return {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: `the origin gave no whole answer within ${limit}; what visitors get may come from a cache or from another origin`,
                clues: cluesOf(moment),
            };
        }
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 524) && (0,facts_origin/* originHealthy */.Et)(moment)) {
            return {
                outcome: 'alternative',
                confidence: 'possible',
                because: 'Cloudflare waited too long (524), while the origin answered this runner: it is slow now and then, or under load, or Cloudflare asks another origin',
                clues: cluesOf(moment),
            };
        }
        const visitorsWaitAtOrigin = silentToVisitors && ((0,facts_edge/* edgeReachable */.PG)(moment) || (0,facts_edge/* isProxied */.S7)(moment) === false);
        if (((0,facts_edge/* hasEdgeError */.y)(moment, 524) || visitorsWaitAtOrigin) && origin?.kind !== 'completed') {
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
            step('', "Look at the application's log from the time of this check, and at its workers: are all of them busy?"),
            step('', 'Look at what it calls: database connections and locks, other services, DNS inside the host.'),
            step('', 'See whether CPU, memory and disk are exhausted: `top`, `free -m`, `df -h`.'),
            step('', 'Restart the application, or roll the deploy back, if it hangs since this version.'),
            step('', 'Move work that takes minutes out of the request: answer at once and let the client ask again.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-524/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-truncated-response.js









/** The answer begins well, and its end does not come, or does not fit. */
/* harmony default export */ const origin_truncated_response = (defineCause({
    id: 'origin-truncated-response',
    title: "the origin's answer breaks off, or does not decompress",
    brief: 'incomplete response',
    hop: facts_exchange/* originOrApplication */.q2,
    owner: 'origin',
    meaning: [
        'The answer begins as it should. Then it ends before the length it announced, lacks its last chunk, has chunks that do not fit, or is compressed and does not decompress. A process that dies in the middle of its page does that. So does a proxy with a full disk, or two places that both compress or both set `Content-Length`.',
        "Cloudflare passes on a page that breaks off, and visitors get part of it. A page that does not decompress becomes Cloudflare's own bare 502, though the origin says 200.",
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'cloudflare-edge-error',
            distinguishedBy: '`curl --compressed` at the origin: an error while it decodes, for the same page every time.',
            isOpen: ({ origin }) => damageIn(origin) === undefined,
        },
        {
            what: { other: 'large packets that vanish on the way (MTU)' },
            distinguishedBy: 'The connection then stalls rather than ends, and the cause is `origin-response-timeout`.',
            isOpen: ({ origin }) => damageIn(origin) === undefined,
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const direct = damageIn(moment.origin);
        const shown = damageIn(moment.edge);
        if (direct !== undefined) {
            // A bare 502 is how Cloudflare says that it could not decompress, or that the length was wrong.
            const unusable = (0,facts_edge/* hasEdgeError */.y)(moment, 520) || (0,facts_edge/* cloudflareGatewayError */.U_)(moment);
            const agreed = unusable
                ? 'Cloudflare cannot use its answer either'
                : shown === undefined
                    ? undefined
                    : 'visitors get no whole answer either';
            return directFailure(moment, direct, { sure: 'certain', agreed });
        }
        if (shown === undefined)
            return;
        const because = (0,facts_origin/* originHealthy */.Et)(moment)
            ? 'visitors get an answer that breaks off, while the origin gives this runner a whole one: it comes and goes, or Cloudflare asks another origin'
            : 'visitors get an answer that breaks off';
        const confidence = (0,facts_origin/* originHealthy */.Et)(moment) ? 'possible' : 'likely';
        return { outcome: 'unhealthy', confidence, because, clues: cluesOf(moment) };
    },
    remedy: ({ host, port, tls }) => ({
        summary: 'Find what ends the answer early, or who compresses it badly.',
        steps: [
            step('', `Ask the origin as Cloudflare does: \`curl -sv --compressed -o /dev/null '${tls ? 'https' : 'http'}://${host}/' --connect-to "::$ORIGIN:${port}"\`. "Transfer closed" is a page that breaks off, "content decoding" one that does not decompress.`),
            step('', "Look for a crash or a limit at the time of this check: the application's log, `dmesg | grep -i oom`, `df -h` for the proxy's buffers, a worker timeout."),
            step('', 'Let only one place compress: turn it off in the application or in the web server, and see that no file is compressed twice.'),
            step('', 'Let nobody set `Content-Length` before compression.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-502/',
    }),
}));
/** How an answer is not whole: completes "the origin …". */
function damageIn(exchange) {
    const damage = (0,facts_exchange/* encodingDamage */.hk)(exchange);
    if (damage !== undefined)
        return `sends a compressed page that ${clues_exchange/* DAMAGE */.Qj[damage]}`;
    if ((0,malformed/* closedInHeaders */.qA)(exchange))
        return 'closes the connection in the middle of its headers';
    return (0,malformed/* bodyCutShort */.Xe)(exchange) ? HOW[ending(exchange)] : undefined;
}
const HOW = {
    closed: 'closes the connection before the end of its page',
    reset: 'resets the connection in the middle of its page',
    chunks: 'sends its page in chunks that do not fit together',
};
function ending({ error }) {
    if (error.reason === 'protocol')
        return 'chunks';
    return error.reason === 'reset' ? 'reset' : 'closed';
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/origin-unreachable.js







/** Not silence: somebody on the way says that there is no way. */
/* harmony default export */ const origin_unreachable = (defineCause({
    id: 'origin-unreachable',
    title: 'there is no route to the origin',
    brief: { observedOr: 'no route' },
    hop: facts_exchange/* originOrApplication */.q2,
    owner: 'origin',
    meaning: [
        'A router on the way says that it cannot deliver: the address of the origin is not routed, its host no longer answers on its own network, or a router prohibits the way. The server was deleted or moved, or a record leads to an address that is no longer used. Cloudflare shows 523.',
        'Silence is another cause (`origin-connect-timeout`), and so is a refusal (`origin-refused`). Here a router speaks.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: "a route at the origin that swallows Cloudflare's ranges" },
            distinguishedBy: 'A direct probe that is answered. On AWS, look for a route of 172.64.0.0/13 in the VPC; on the host, `ip route get 172.64.0.1`.',
        },
        {
            what: { other: 'a record in Cloudflare that leads to an old address' },
            distinguishedBy: 'Dashboard, DNS → Records: compare the A and AAAA records with the address of the origin.',
            isOpen: () => true,
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const clues = cluesOf(moment);
        const noWayForUs = (0,facts_exchange/* failedAt */.JG)(moment.origin, 'connect', 'unreachable');
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 523)) {
            if (noWayForUs) {
                const because = 'neither Cloudflare (523) nor this runner finds a route to the origin';
                return { outcome: 'unhealthy', confidence: 'certain', because, clues };
            }
            const alone = (0,facts_origin/* originHealthy */.Et)(moment)
                ? 'this runner does: the way back to Cloudflare is missing, or its record leads elsewhere'
                : moment.origin === undefined
                    ? 'nobody asked the origin directly'
                    : 'this runner gets nothing that is expected either';
            const because = `Cloudflare finds no route to the origin (523); ${alone}`;
            return { outcome: 'unhealthy', confidence: 'likely', because, clues };
        }
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 522, 521) && noWayForUs) {
            const because = 'this runner finds no route to the origin, while Cloudflare got no connection in another way';
            return { outcome: 'unhealthy', confidence: 'possible', because, clues };
        }
        if ((0,facts_edge/* isProxied */.S7)(moment) === false &&
            (0,facts_exchange/* failedAt */.JG)(moment.edge, 'connect', 'unreachable') &&
            moment.origin?.kind !== 'completed') {
            const because = 'the name leads straight to a host that this runner finds no route to';
            return { outcome: 'unhealthy', confidence: 'possible', because, clues };
        }
        if ((0,facts_origin/* anotherOriginResponds */.WE)(moment) && noWayForUs) {
            const which = `origin ${moment.dialedOrigin?.position} of ${moment.dialedOrigin?.of}`;
            const because = `this runner finds no route to ${which}, while another origin answers it: Cloudflare may be sending visitors there`;
            return { outcome: 'warning', confidence: 'likely', because, clues };
        }
        return;
    },
    remedy: ({ port }) => ({
        summary: 'Point Cloudflare to where the origin is now, or give the origin its route back.',
        steps: [
            COMPARE_RECORDS,
            step('', "See in the provider's console whether the host still exists, runs, and has this address: `ip -br address` on it."),
            step('', "On the host, see that the way back to Cloudflare exists: `ip route get 172.64.0.1`. On AWS, look for a route of 172.64.0.0/13 in the VPC's route tables."),
            step('', `Follow the way from outside, and see which router answers: \`traceroute -T -p ${port} $ORIGIN\`.`),
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
        return cycle.length === 0 ? 'on' : 'itself';
    return new Set(cycle.map(({ from }) => from.replace(/^https?:/, ''))).size === 1 ? 'schemes' : 'pages';
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/redirect-loop.js







/** Redirects without end. Each of them is a good answer, hence no error is in any log. */
/* harmony default export */ const redirect_loop = (defineCause({
    id: 'redirect-loop',
    title: 'the redirects never end',
    brief: 'redirects without end',
    hop: (context) => context.match.owner === 'cloudflare-settings' ? 'Cloudflare' : (0,facts_exchange/* originOrApplication */.q2)(context),
    owner: 'deploy',
    meaning: [
        'Each answer is a redirect, and they lead in a circle, or on and on. Browsers give up after twenty and say "too many redirects".',
        'The best known loop: the SSL/TLS mode is Flexible, so Cloudflare asks the origin over plain HTTP, and the origin redirects plain HTTP to HTTPS, where the visitor already is. The second: Always Use HTTPS at Cloudflare, and an origin that redirects HTTPS back to plain HTTP. The rest are pages that lead to each other: languages, logins, trailing slashes, two names of one site.',
        'The check sends back the cookies that are set on the way, as a browser would.',
    ],
    recoversByItself: false,
    lookalikes: [
        {
            what: { other: 'a long chain of redirects that ends well' },
            distinguishedBy: 'Open the page in a browser. If it comes, raise `follow-redirects`.',
            isOpen: ({ edge, origin, request }) => [edge, origin].some((exchange) => isOpenEnded(exchange, request.url)),
        },
        {
            what: { other: 'a page that needs a cookie of an earlier visit, or JavaScript' },
            distinguishedBy: 'Open the page in a new private window.',
            isOpen: () => true,
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const { edge, origin, request } = moment;
        const clues = cluesOf(moment);
        if (edge.kind === 'completed' && (0,facts_redirects/* endlessRedirects */.Yf)(edge) !== undefined) {
            const legs = redirectSteps(edge, request.url);
            const form = formOf(moment, legs);
            const because = `visitors are sent ${wayOf(legs)}: ${REASONS[form]}`;
            return {
                outcome: 'unhealthy',
                confidence: confidenceOf(moment, form),
                because,
                clues,
                form,
                owner: OWNERS[form],
            };
        }
        if (origin?.kind !== 'completed' || (0,facts_redirects/* endlessRedirects */.Yf)(origin) === undefined)
            return;
        const legs = redirectSteps(origin, request.url);
        const told = `asked directly, the origin sends everybody ${wayOf(legs)}`;
        const because = (0,visitors/* visitorsServed */.TS)(moment)
            ? `${told}; what visitors get may come from a cache or from another origin`
            : told;
        return { outcome: 'unhealthy', confidence: 'likely', because, clues, form: cycleKind(legs) };
    },
    remedy: ({ host, form }) => ({ ...REMEDIES[isForm(form) ? form : 'pages'](host), difficulty: 'easy' }),
}));
function formOf(moment, legs) {
    const circle = cycleKind(legs);
    const round = findCycle(legs);
    const [leg] = round;
    if (circle === 'itself' && leg?.author === 'cloudflare')
        return 'rule';
    // The origin leads nobody round who asks it over TLS: so Cloudflare does not.
    const plain = leg?.to.startsWith('https:') === true && (moment.origin === undefined || (0,facts_origin/* originHealthy */.Et)(moment));
    if (circle === 'itself' && plain)
        return 'flexible';
    const forced = round.some(({ from, author }) => from.startsWith('http:') && author === 'cloudflare');
    return circle === 'schemes' && forced ? 'always-https' : circle;
}
/** No circle showed among the redirects that were followed. */
function isOpenEnded(exchange, url) {
    return (exchange?.kind === 'completed' &&
        (0,facts_redirects/* endlessRedirects */.Yf)(exchange) !== undefined &&
        findCycle(redirectSteps(exchange, url)).length === 0);
}
function confidenceOf({ origin, request }, form) {
    if (form === 'on' || origin === undefined)
        return form === 'flexible' ? 'possible' : 'likely';
    if (form === 'always-https' && origin.kind === 'completed') {
        const back = redirectSteps(origin, request.url).some(isDowngrade);
        return back ? 'certain' : 'likely';
    }
    return (0,facts_redirects/* endlessRedirects */.Yf)(origin) === undefined ? 'likely' : 'certain';
}
function isDowngrade({ from, to }) {
    return from.startsWith('https:') && to.startsWith('http:');
}
/** Completes "visitors are sent …". */
function wayOf(legs) {
    const places = findCycle(legs).length;
    if (places === 0)
        return `on and on, ${legs.length} times so far`;
    return places === 1 ? 'from a page to that same page' : `round in a circle of ${places} redirects`;
}
const REASONS = {
    flexible: 'Cloudflare seems to ask the origin over plain HTTP (SSL/TLS mode Flexible), and the origin wants HTTPS',
    rule: "the redirect is Cloudflare's own, from a rule or a Worker",
    'always-https': 'Cloudflare sends plain HTTP to HTTPS, and the origin sends HTTPS back',
    itself: 'the page leads to itself',
    schemes: 'HTTPS leads to plain HTTP, and plain HTTP to HTTPS',
    pages: 'the pages lead to each other',
    on: 'no page comes, however far one goes',
};
const OWNERS = {
    flexible: 'cloudflare-settings',
    rule: 'cloudflare-settings',
    'always-https': 'origin',
    itself: 'deploy',
    schemes: 'deploy',
    pages: 'deploy',
    on: 'deploy',
};
function isForm(form) {
    return form !== undefined && Object.hasOwn(REMEDIES, form);
}
const TROUBLE = 'https://developers.cloudflare.com/ssl/troubleshooting/too-many-redirects/';
const IN_THE_APPLICATION = (host) => ({
    summary: 'Find who sends the redirects, and let one of the pages answer.',
    steps: [
        step('', `Follow them by hand: \`curl -sIL --max-redirs 10 'https://${host}/' | grep -iE '^(HTTP|location|server|cf-cache-status)'\`. One without \`cf-cache-status\` is Cloudflare's own.`),
        step('', 'Look for the rule in what was deployed last: language, login, trailing slash, base URL, "www" or not, in the application and in its web server.'),
        step('', 'Look at Cloudflare under Rules → Redirect Rules, Page Rules and Bulk Redirects: two rules, or a rule and the origin, may disagree.'),
        step('', "A permanent redirect stays in caches. When it is mended, purge Cloudflare's, and try in a private window."),
    ],
    reference: TROUBLE,
});
const REMEDIES = {
    flexible: (host) => ({
        summary: 'Let Cloudflare ask the origin over TLS: SSL/TLS mode Full (strict).',
        steps: [
            step('', `See that the origin answers over TLS: \`curl -sI 'https://${host}/' --connect-to "::$ORIGIN:443"\`. If it has no certificate, install one; Cloudflare's Origin CA gives one for free.`),
            step('', 'In the Cloudflare dashboard, under SSL/TLS → Overview, set the mode to Full (strict). See that no rule under Rules → Configuration Rules sets it back for this host.'),
            step('', 'If the mode has to stay Flexible, let the origin believe `X-Forwarded-Proto: https`, and redirect only without it.'),
            step('', 'If the mode is Full already, look for the redirect in Cloudflare: Rules → Redirect Rules, Page Rules, and the Worker on this route.'),
        ],
        reference: TROUBLE,
    }),
    rule: () => ({
        summary: 'Exclude the target of the rule from the rule.',
        steps: [
            step('', 'In the Cloudflare dashboard, under Rules → Redirect Rules, Page Rules and Bulk Redirects, find the one that matches the URL and leads to it.'),
            step('', 'Narrow its condition so that the target no longer matches.'),
            step('', 'If no rule fits, look at the Worker on this route: `npx wrangler tail WORKER`.'),
        ],
        reference: TROUBLE,
    }),
    'always-https': (host) => ({
        summary: 'Stop the origin from sending HTTPS back to plain HTTP.',
        steps: [
            step('', `See it: \`curl -sI 'https://${host}/' --connect-to "::$ORIGIN:443"\` gives a \`Location\` with \`http://\`.`),
            step('', "Look for the scheme in the application's base URL (WordPress: `siteurl` and `home`), and in its web server's redirects."),
            step('', 'Only if the site has to stay on plain HTTP: turn off Always Use HTTPS under SSL/TLS → Edge Certificates.'),
            step('', "Purge Cloudflare's cache when it is mended, and try in a private window: permanent redirects stay."),
        ],
        reference: TROUBLE,
    }),
    itself: IN_THE_APPLICATION,
    schemes: IN_THE_APPLICATION,
    pages: IN_THE_APPLICATION,
    on: (host) => ({
        ...IN_THE_APPLICATION(host),
        summary: 'See where the redirects should end; if they do, raise `follow-redirects`.',
    }),
};

;// CONCATENATED MODULE: ./lib/diagnosis/causes/runner-offline.js





/** We reached nothing at all, so we have nothing to say about anybody else. */
/* harmony default export */ const runner_offline = (defineCause({
    id: 'runner-offline',
    title: 'this runner reaches nothing',
    brief: 'offline',
    hop: 'visitor',
    owner: 'runner',
    meaning: [
        "The check could reach neither Cloudflare nor the origin, by connection or by name. That both are down at once is unlikely: the runner's own network is the likeliest reason. The check then dials 1.1.1.1, which has nothing to do with the site: if that fails too, the runner is to blame, and if it answers, the runner is cleared.",
        'The check does not know how the site is, and says so.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a name that leads straight to a host that is down' },
            distinguishedBy: 'Run this check on another runner or on your own machine.',
        },
    ],
    needs: [],
    rule(moment) {
        const { edge, trace, origin, dns, connectivity, proxyRefused } = moment;
        if (proxyRefused !== undefined) {
            const text = `This runner's own proxy does not let the check through to the site (${proxyRefused}).`;
            const because = "the runner's proxy keeps the check from the site: nobody has looked at it";
            return { outcome: 'inconclusive', confidence: 'likely', because, clues: [{ from: 'edge', text }] };
        }
        if (edge === undefined || trace === undefined || dns === undefined)
            return;
        if (!(0,facts_exchange/* neverConnected */.i_)(edge) || !(0,facts_exchange/* neverConnected */.i_)(trace) || (origin !== undefined && !(0,facts_exchange/* neverConnected */.i_)(origin)))
            return;
        // The resolver did answer, or another one did.
        if (dns.kind === 'failed' && (dns.reason === 'no-such-host' || dns.reason === 'no-address'))
            return;
        if (dns.kind === 'failed' && (0,facts_dns/* resolverViews */.VD)(moment).length > 0)
            return;
        // An origin's name that was resolved shows that the resolver works.
        const noResolver = dns.kind === 'failed' &&
            (dns.reason === 'server-failure' || dns.reason === 'timeout') &&
            origin?.timings.resolve === undefined;
        const resolverWorks = dns.kind === 'failed' && !noResolver;
        if (resolverWorks)
            return;
        const clues = cluesOf(moment, ...neutralClue(moment));
        if (connectivity?.kind === 'completed') {
            // The runner has a network. Then a name that leads past Cloudflare, or nowhere, speaks for itself.
            if (noResolver || (0,facts_edge/* isProxied */.S7)(moment) === false)
                return;
            const because = "this runner reaches other addresses, and neither Cloudflare's for this site nor the origin: a firewall of its own is likelier than two outages at once";
            return { outcome: 'inconclusive', confidence: 'possible', because, clues };
        }
        const noWay = [edge, trace, origin].every((exchange) => exchange === undefined || withoutWay(exchange));
        const offline = connectivity !== undefined;
        if (!noResolver && !noWay && !offline && origin === undefined) {
            const because = 'nothing answered this runner; without a direct probe there is nothing to compare with';
            return { outcome: 'inconclusive', confidence: 'possible', because, clues };
        }
        const beside = offline ? ', and 1.1.1.1 is out of reach as well' : '';
        const because = noResolver
            ? `the runner's resolver does not answer${offline ? ',' : ', and'} no probe got a connection${beside}`
            : `no probe got a connection, neither to Cloudflare nor to the origin${beside}`;
        const confidence = noResolver || noWay || offline ? 'likely' : 'possible';
        return { outcome: 'inconclusive', confidence, because, clues };
    },
    remedy: () => ({
        summary: 'Give the runner a network, then run the check again.',
        steps: [
            step('', 'Run the job again: hosted runners lose their network now and then.'),
            step('', 'On a self-hosted runner, see whether it reaches anything: `curl -sv https://www.cloudflare.com/cdn-cgi/trace`.'),
            step('', 'See whether an outgoing firewall or a proxy stands in the way, and whether it lets this host and ports 80 and 443 pass. The check heeds `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`; a 407 means that the proxy wants other credentials.'),
        ],
        difficulty: 'easy',
        reference: 'https://docs.github.com/actions/hosting-your-own-runners/managing-self-hosted-runners/monitoring-and-troubleshooting-self-hosted-runners',
    }),
}));
/** What became of an address that has nothing to do with the site. */
function neutralClue({ connectivity }) {
    if (connectivity === undefined)
        return [];
    const text = connectivity.kind === 'completed'
        ? '1.1.1.1, which has nothing to do with the site, answers this runner.'
        : 'Nor does 1.1.1.1, which has nothing to do with the site, answer this runner.';
    return [{ from: 'trace', text }];
}
function withoutWay(exchange) {
    return exchange.kind === 'failed' && exchange.error.reason === 'unreachable';
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/slow-response.js






/** It answers well, and later than the user allows. */
/* harmony default export */ const slow_response = (defineCause({
    id: 'slow-response',
    title: 'the answer takes longer than is allowed',
    brief: 'too slow',
    hop: 'application',
    owner: 'deploy',
    meaning: [
        'The answer is as expected and took longer than `max-response-time`, from the DNS lookup to the last byte, with every redirect that was followed. The clues tell where the time went.',
        "The time is that of this runner. If Cloudflare's own answer, for which no origin is asked, takes as long, it is the runner's network that is slow, and nothing is said of the site. An origin that is slow when asked directly, while Cloudflare just got a quick answer, is a warning: it may simply be far from the runner.",
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'an application that has just started' },
            distinguishedBy: 'Ask again after a minute: caches and connections are warm then. `wait` does that.',
            isOpen: () => true,
        },
        {
            what: 'origin-overloaded',
            distinguishedBy: 'The time grows with the number of visitors: compare with a quiet hour.',
            isOpen: () => true,
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const limit = moment.request.maxResponseTime;
        if (limit === undefined || !(0,visitors/* visitorsServed */.TS)(moment))
            return;
        const { edge, origin, trace } = moment;
        const clues = cluesOf(moment, ...paceClues(moment));
        const slow = isSlower(edge, limit);
        const slowDirectly = (0,facts_origin/* originHealthy */.Et)(moment) && isSlower(origin, limit);
        const [most, took] = [(0,shared_text/* exactDuration */.gf)(limit), (0,shared_text/* exactDuration */.gf)((0,facts_exchange/* elapsedIn */._E)(edge))];
        if (slow && isSlower(trace, limit)) {
            const because = `even Cloudflare's own answer, for which no origin is asked, took this runner longer than ${most}: its network is slow`;
            return { outcome: 'inconclusive', confidence: 'likely', because, clues };
        }
        if (slow) {
            const told = `the answer took ${took}, and ${most} is allowed`;
            const because = slowDirectly ? `${told}; the origin is as slow when asked directly` : told;
            return { outcome: 'unhealthy', confidence: slowDirectly ? 'certain' : 'likely', because, clues };
        }
        if (!slowDirectly || origin === undefined)
            return;
        const directly = `asked directly, the origin took ${(0,shared_text/* exactDuration */.gf)((0,facts_exchange/* elapsedIn */._E)(origin))}, and ${most} is allowed`;
        return (0,visitors/* servedFromOrigin */.iv)(moment)
            ? {
                outcome: 'warning',
                confidence: 'possible',
                because: `${directly}, though Cloudflare has just got an answer in time`,
                clues,
            }
            : {
                outcome: 'unhealthy',
                confidence: 'likely',
                because: `${directly}; what visitors get comes from a cache`,
                clues,
            };
    },
    remedy: ({ host }) => ({
        summary: 'See where the time goes, and whether this release made it so.',
        steps: [
            step('', `Measure it: \`curl -so /dev/null 'https://${host}/' -w '%{time_namelookup} %{time_connect} %{time_appconnect} %{time_starttransfer} %{time_total}\\n'\`, a few times in a row.`),
            step('', "Time until the first byte is the application's: look at its log, its database, and what it calls. Compare with the previous release."),
            step('', "Time after the first byte comes from the page's size, or from an application that sends it bit by bit."),
            step('', 'If the time is right for this page, raise `max-response-time`, or ask a page that needs less.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/speed/observatory/',
    }),
}));
function isSlower(exchange, limit) {
    return exchange?.kind === 'completed' && (0,facts_exchange/* elapsedIn */._E)(exchange) > limit;
}
const SPENT = {
    resolve: 'on its name',
    connect: 'on the connection',
    tls: 'on the TLS handshake',
    processing: 'until the first byte',
    transfer: 'from the first byte to the last',
};
/** What took the most of each side's time. */
function paceClues({ edge, origin }) {
    return [
        ...(edge === undefined ? [] : [{ from: 'edge', text: `The answer took ${paceOf(edge)}.` }]),
        ...(origin?.kind === 'completed'
            ? [{ from: 'origin', text: `The answer took ${paceOf(origin)}.` }]
            : []),
    ];
}
function paceOf(exchange) {
    const phases = ['resolve', 'connect', 'tls', 'processing', 'transfer'];
    const [longest] = phases.toSorted((a, b) => (exchange.timings[b] ?? 0) - (exchange.timings[a] ?? 0));
    const before = (exchange.redirectChain?.redirects ?? []).reduce((sum, { elapsed }) => sum + elapsed, 0);
    const spent = exchange.timings[longest ?? 'processing'] ?? 0;
    const redirects = before === 0 ? '' : `, ${(0,shared_text/* exactDuration */.gf)(before)} of it on redirects`;
    return `${(0,shared_text/* exactDuration */.gf)((0,facts_exchange/* elapsedIn */._E)(exchange))}${redirects}, ${(0,shared_text/* exactDuration */.gf)(spent)} of it ${SPENT[longest ?? 'processing']}`;
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
        const because = "the TLS handshake for the site's name shows it";
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
    const because = "Cloudflare rejected the origin's certificate (526), and the direct probe did not get that certificate";
    return { outcome: 'unhealthy', confidence: 'possible', because, clues: cluesOf(moment) };
}
/** The match for a fault in the origin's certificate. `fault` completes "The origin's certificate …". */
function originMatch(moment, fault, maxConfidence) {
    const clue = { from: 'certificate', text: `The origin's certificate ${fault}.` };
    if ((0,facts_edge/* hasEdgeError */.y)(moment, 526)) {
        const because = 'Cloudflare rejected the certificate (526), and the direct handshake shows the fault';
        return { outcome: 'unhealthy', confidence: maxConfidence, because, clues: cluesOf(moment, clue) };
    }
    const mode = (0,ssl_mode/* sslModeOf */.H)(moment.request, moment.zone?.ssl);
    if ((0,visitors/* visitorsServed */.TS)(moment)) {
        if (!(0,ssl_mode/* validates */.W)(mode) && mode.by !== 'url')
            return;
        const [confidence, consequence] = (0,visitors/* servedFromOrigin */.iv)(moment)
            ? [maxConfidence, `Cloudflare still serves the site, so ${modeText(mode.by === 'url')}`]
            : ['likely', 'what visitors get does not show whether Cloudflare accepts it'];
        const because = `the origin's certificate ${fault}; ${consequence}`;
        return { outcome: 'warning', confidence, because, clues: [clue] };
    }
    const because = "the origin's certificate has this fault, but it is not what Cloudflare reports";
    return { outcome: 'alternative', confidence: 'possible', because, clues: [clue] };
}
function modeText(guessed) {
    return guessed
        ? 'its SSL/TLS mode is not Full (strict)'
        : 'its SSL/TLS mode is not the expected one, or it uses another origin';
}
/** `2026-11-23` */
function isoDate(time) {
    return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : 'an unreadable date';
}

;// CONCATENATED MODULE: ./lib/diagnosis/rules/certificate-expiry.js



const DAY = 86_400_000;
/** A valid certificate that expires soon, the origin's or the edge's, is a warning. */
function expiryMatch(moment) {
    const { edge, origin, request, zone } = moment;
    // Cloudflare ignores the dates of a certificate that it doesn't validate.
    const validated = (0,ssl_mode/* validates */.W)((0,ssl_mode/* sslModeOf */.H)(request, zone?.ssl)) ? origin?.tls?.certificate : undefined;
    const originExpiry = expiresSoon(moment, validated);
    const edgeExpiry = expiresSoon(moment, edge?.tls?.certificate);
    const clauses = [
        ...(originExpiry === undefined ? [] : [`the origin's certificate expires ${originExpiry}`]),
        ...(edgeExpiry === undefined ? [] : [`the certificate that visitors get expires ${edgeExpiry}`]),
    ];
    const texts = [
        ...(originExpiry === undefined ? [] : [`The origin's certificate expires ${originExpiry}.`]),
        ...(edgeExpiry === undefined ? [] : [`The certificate that visitors get expires ${edgeExpiry}.`]),
    ];
    if (clauses.length === 0)
        return;
    return {
        outcome: 'warning',
        confidence: 'certain',
        because: clauses.join(', and '),
        clues: [{ from: 'certificate', text: texts.join(' ') }],
    };
}
/** When a certificate expires, such as `in 5 days, on 2026-11-28`; undefined unless it is soon. */
function expiresSoon({ at, request }, certificate) {
    if (certificate === undefined || certificate.faults.includes('expired'))
        return;
    const { notBefore, notAfter } = certificate;
    const [lifetime, left] = [notAfter - notBefore, notAfter - at];
    const limit = request.certificateDays * DAY;
    // Certificates with a lifetime below the limit are renewed at a third of it, as Let's Encrypt recommends.
    if (left >= (lifetime <= limit ? lifetime / 3 : limit))
        return;
    return `in ${(0,shared_text/* roughDuration */.Um)(left, Math.floor)}, on ${isoDate(notAfter)}`;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/tls-certificate-expired.js




/** The renewal did not happen, or the server was not reloaded after it. */
/* harmony default export */ const tls_certificate_expired = (defineCause({
    id: 'tls-certificate-expired',
    title: 'the certificate has expired',
    brief: { observedOr: 'certificate expired' },
    hop: 'TLS',
    owner: 'certificate',
    meaning: [
        "The certificate's time is over. Under Full (strict) Cloudflare rejects it and shows 526. Either the renewal failed, or it worked and the server still serves the old file.",
        "A certificate that ends within `certificate-days` is a warning: the origin's, and the one that Cloudflare shows visitors.",
    ],
    recoversByItself: false,
    lookalikes: [
        {
            what: 'tls-certificate-untrusted',
            distinguishedBy: 'The dates of the certificate: `openssl x509 -noout -dates`.',
        },
        {
            what: { other: 'a wrong clock' },
            distinguishedBy: 'Compare `date -u` on the machine that judges with any other.',
        },
    ],
    needs: ['edge'],
    rule: (moment) => certificateMatch(moment, 'expired', endOf) ?? expiryMatch(moment),
    remedy: (place) => ({
        summary: 'Renew the certificate and reload the server.',
        steps: [
            checkCertificate(place),
            step('', 'Renew it: `certbot renew`, or as it was made; read the log of the renewal to see why it did not happen by itself.'),
            step('', 'Reload the server, which keeps the old certificate in memory: `nginx -t && systemctl reload nginx`.'),
            ORIGIN_CA,
            KEEP_STRICT,
        ],
        difficulty: 'hard',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
    }),
}));
/** The leaf may be in its time while an intermediate is not. */
function endOf({ notAfter, chain, faults }) {
    const link = chain.find((link) => link.linked && link.notAfter < notAfter);
    return link !== undefined && faults.includes('expired') && link !== chain[0]
        ? `is signed by one of "${link.subject}" that ended on ${isoDate(link.notAfter)}`
        : `ended on ${isoDate(notAfter)}`;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/tls-certificate-name-mismatch.js



/** Mostly the server's default site answers, because none is configured for this name. */
/* harmony default export */ const tls_certificate_name_mismatch = (defineCause({
    id: 'tls-certificate-name-mismatch',
    title: 'the certificate is for another name',
    brief: { observedOr: 'certificate for another name' },
    hop: 'TLS',
    owner: 'certificate',
    meaning: [
        'The certificate does not cover the name that Cloudflare asks for. Usually the server has no site for this name and answers with its default one, or the name was added after the certificate was made. Under Full (strict) Cloudflare shows 526.',
    ],
    recoversByItself: false,
    lookalikes: [
        {
            what: { other: 'an Origin Rule that changes the server name' },
            distinguishedBy: 'Dashboard, Rules → Origin Rules: a Host or SNI override. Give the same to `origin-host` and `origin-sni`.',
        },
    ],
    needs: ['edge'],
    rule: (moment) => certificateMatch(moment, 'name-mismatch', ({ names, expectedName }) => {
        const covers = names.length === 0 ? 'no name at all' : names.slice(0, 3).join(', ');
        return `covers ${covers}${names.length > 3 ? ' and others' : ''}, not ${expectedName}`;
    }),
    remedy: (place) => ({
        summary: 'Serve a certificate that covers the name.',
        steps: [
            checkCertificate(place),
            step('', `See that the server has a site for the name: \`nginx -T | grep server_name\` must list \`${place.host}\`.`),
            step('', `Make a certificate that covers it: \`certbot --nginx -d ${place.host}\`, or as the others were made.`),
            ORIGIN_CA,
            KEEP_STRICT,
        ],
        difficulty: 'hard',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/tls-certificate-not-yet-valid.js



/** Whoever made it had a clock that is ahead of everybody else's, or dated it on purpose. */
/* harmony default export */ const tls_certificate_not_yet_valid = (defineCause({
    id: 'tls-certificate-not-yet-valid',
    title: 'the certificate is not valid yet',
    brief: { observedOr: 'certificate not valid yet' },
    hop: 'TLS',
    owner: 'certificate',
    meaning: [
        "The certificate's time has not begun. Usually the clock of the machine that made it is ahead, at a private authority or in a build that signs its own. Now and then a certificate made for later was installed too soon. Under Full (strict) Cloudflare rejects it and shows 526.",
        'It heals by itself on the day it begins, which is usually too late: the check does not wait for it.',
    ],
    recoversByItself: false,
    lookalikes: [
        {
            what: { other: 'a wrong clock of this runner' },
            distinguishedBy: "`date -u` on the runner. Cloudflare's 526 rules it out: its clock is right.",
        },
    ],
    needs: ['edge'],
    rule: (moment) => certificateMatch(moment, 'not-yet-valid', ({ notBefore }) => `begins on ${isoDate(notBefore)}`),
    remedy: (place) => ({
        summary: 'Install a certificate that is valid today.',
        steps: [
            checkCertificate(place),
            step('', 'Set the clock of the machine that makes certificates: `timedatectl set-ntp true`, then `date -u`.'),
            step('', 'Make the certificate again, or put the previous one back while it is valid, and reload the server: `nginx -t && systemctl reload nginx`.'),
            ORIGIN_CA,
            KEEP_STRICT,
        ],
        difficulty: 'hard',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/tls-certificate-untrusted.js



/** Self-signed, or of an issuer that nobody knows. */
/* harmony default export */ const tls_certificate_untrusted = (defineCause({
    id: 'tls-certificate-untrusted',
    title: 'the certificate is not trusted',
    brief: { observedOr: 'certificate not trusted' },
    hop: 'TLS',
    owner: 'certificate',
    meaning: [
        'The certificate is self-signed, or signed by an issuer that Cloudflare does not know. Under Full (strict) Cloudflare shows 526. Cloudflare trusts a certificate of its own Origin CA, though no browser does.',
    ],
    recoversByItself: false,
    lookalikes: [
        {
            what: 'tls-chain-incomplete',
            distinguishedBy: '`openssl s_client -showcerts`: a single certificate whose issuer is a public authority lacks its intermediate.',
        },
        {
            what: { other: 'a revoked certificate' },
            distinguishedBy: "The issuer's status page or its revocation list; this check does not ask for revocation.",
        },
    ],
    needs: ['edge'],
    rule: (moment) => certificateMatch(moment, 'untrusted', ({ chainError, issuer }) => chainError === 'DEPTH_ZERO_SELF_SIGNED_CERT'
        ? 'is self-signed'
        : `was issued by "${issuer}", which leads to no known authority (${chainError})`),
    remedy: (place) => ({
        summary: 'Serve a certificate that Cloudflare trusts.',
        steps: [
            checkCertificate(place),
            step('', 'Get a public one: `certbot --nginx`.'),
            step('', 'If it is from your own authority and Cloudflare knows that (Custom Origin Trust Store), tell this check too: `origin-ca`.'),
            ORIGIN_CA,
            KEEP_STRICT,
        ],
        difficulty: 'hard',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/tls-chain-incomplete.js







/** The link between the certificate and a root that everybody knows was not sent, or not where it belongs. */
/* harmony default export */ const tls_chain_incomplete = (defineCause({
    id: 'tls-chain-incomplete',
    title: 'the certificate is served without its intermediate',
    brief: { observedOr: 'certificate without its intermediate' },
    hop: 'TLS',
    owner: 'certificate',
    meaning: [
        'Public authorities sign with an intermediate certificate, and the server has to send it along. Where it is missing, browsers often fetch it or remember it, so the site works for whoever tests it. Cloudflare does neither, and shows 526 under Full (strict). Usually the server was given `cert.pem` instead of `fullchain.pem`, or an intermediate that is years old.',
        'The check does not fetch the issuer: it talks to nobody but the site. It takes the issuer for a public one by what the certificate itself has: stamps of Certificate Transparency, policies of the CA/Browser Forum, or the name of an authority that is trusted here. So it is never certain.',
        'A chain that is complete but out of order is a warning: most clients sort it, strict ones do not.',
    ],
    recoversByItself: false,
    lookalikes: [
        {
            what: 'tls-certificate-untrusted',
            distinguishedBy: "Read the issuer's name: `openssl x509 -noout -issuer`. If no public authority bears it, nothing is missing: Cloudflare does not know that issuer.",
        },
    ],
    needs: ['edge'],
    rule(moment) {
        return certificateMatch(moment, 'chain-incomplete', lackOf, 'likely') ?? disorderMatch(moment);
    },
    remedy: ({ host, port }) => ({
        summary: 'Serve the whole chain, the certificate first and each issuer after it.',
        steps: [
            step('', `See what is sent: \`openssl s_client -showcerts -connect $ORIGIN:${port} -servername ${host} </dev/null | grep -E ' [si]:'\`. Each issuer (\`i:\`) must be the next subject (\`s:\`).`),
            step('', 'Give the server the full chain: `ssl_certificate …/fullchain.pem;` in nginx, `SSLCertificateFile …/fullchain.pem` in Apache 2.4.8 and later.'),
            step('', 'Where the authority sent separate files, put them together in this order: `cat site.crt intermediate.crt > fullchain.pem`. The root is not needed.'),
            step('', 'Reload the server: `nginx -t && systemctl reload nginx`.'),
            ORIGIN_CA,
            KEEP_STRICT,
        ],
        difficulty: 'hard',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-526/',
    }),
}));
function lackOf({ chain, issuer }) {
    const last = chain.findLast(({ linked }) => linked);
    return `comes without that of "${last?.issuer ?? issuer}", which links it to a known authority`;
}
/** Nothing is missing, and it is not in its place. */
function disorderMatch(moment) {
    const { origin, edge, request } = moment;
    if (disordered(origin?.tls?.certificate) && (0,facts_edge/* hasEdgeError */.y)(moment, 526)) {
        const because = 'Cloudflare turned the certificate down (526), and the only thing wrong with it is that its chain is out of order';
        return { outcome: 'unhealthy', confidence: 'possible', because, clues: cluesOf(moment) };
    }
    const ofOrigin = disordered(origin?.tls?.certificate) && (0,ssl_mode/* validates */.W)((0,ssl_mode/* sslModeOf */.H)(request, moment.zone?.ssl));
    if (!(0,visitors/* visitorsServed */.TS)(moment) || !(ofOrigin || disordered(edge?.tls?.certificate)))
        return;
    const whose = ofOrigin ? "the origin's certificate" : 'the certificate that visitors are shown';
    const because = `the chain of ${whose} is served out of order, which most clients sort and strict ones do not`;
    return {
        outcome: 'warning',
        confidence: 'certain',
        because,
        clues: [{ from: 'certificate', text: `${because}.` }],
    };
}
function disordered(certificate) {
    return certificate?.disordered === true && certificate.faults.length === 0;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/tls-client-certificate-required.js






/** The door that only Cloudflare's certificate opens: good practice, as long as Cloudflare shows it. */
/* harmony default export */ const tls_client_certificate_required = (defineCause({
    id: 'tls-client-certificate-required',
    title: 'the origin demands a client certificate',
    brief: 'requires a client certificate',
    hop: 'TLS',
    owner: 'origin',
    meaning: [
        'The origin lets nobody in without a client certificate: authenticated origin pulls, as Cloudflare calls it. While Cloudflare shows one and is served, that is good practice and no fault: the direct probe is not let in, and the site is judged by what Cloudflare answers.',
        'When Cloudflare has none to show, nobody is let in. It then shows 525 or 520, or passes on the server\'s own "400 No required SSL certificate was sent". Usually the server was set up before the zone, the zone\'s setting was turned off, or the certificate that Cloudflare shows is not the one that the server trusts.',
    ],
    recoversByItself: false,
    lookalikes: [
        {
            what: 'tls-handshake-failed',
            distinguishedBy: 'Ask with a client certificate, by `origin-client-cert` and `origin-client-key`: if the handshake still fails, it is not that.',
        },
        {
            what: { other: 'a client certificate that the origin no longer trusts' },
            distinguishedBy: 'The server\'s error log: "client SSL certificate verify error" names the reason. Cloudflare\'s own origin pull certificate expires too.',
            isOpen: () => true,
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const { edge, origin } = moment;
        if (asksForClientCertificate(moment, edge) && (0,facts_edge/* passedThroughCloudflare */.bl)(moment)) {
            const both = asksForClientCertificate(moment, origin);
            const because = both
                ? 'Cloudflare and this runner are both told that a client certificate is wanted'
                : "Cloudflare passes on the server's word that a client certificate is wanted";
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
            ? 'The origin says that no client certificate was sent.'
            : `The origin asks for a client certificate, and ends with the TLS alert ${alertName(alert)}.`;
        const clue = { from: 'origin', text };
        if ((0,visitors/* servedFromOrigin */.iv)(moment)) {
            const because = 'the origin demands a client certificate, which Cloudflare shows and this runner does not have: the direct probe was not let in';
            return { outcome: 'note', confidence: 'certain', because, clues: cluesOf(moment, clue) };
        }
        if (!(0,facts_edge/* hasEdgeError */.y)(moment, 525, 520))
            return;
        const because = 'the origin demands a client certificate, and Cloudflare does not get through to it either: it seems to have none that the origin takes';
        return { outcome: 'unhealthy', confidence: 'likely', because, clues: cluesOf(moment, clue) };
    },
    remedy: () => ({
        summary: 'Have Cloudflare show the certificate that the origin demands.',
        steps: [
            step('', 'Turn it on in the dashboard: SSL/TLS → Origin Server → Authenticated Origin Pulls. It works with Full and Full (strict), not with Flexible.'),
            step('', 'On the origin, trust the certificate that Cloudflare shows: its own `authenticated_origin_pull_ca.pem`, or yours if you uploaded one; `ssl_client_certificate` in nginx, `SSLCACertificateFile` in Apache.'),
            step('', 'To bring the site back at once, stop demanding the certificate until the zone is set: `ssl_verify_client optional;` in nginx, then reload. Turn it on again right afterwards: until then anybody can ask the origin.'),
            step('', 'To let this check look at the origin itself, give it a certificate: `origin-client-cert` and `origin-client-key`.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/ssl/origin-configuration/authenticated-origin-pull/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/tls-handshake-failed.js










/** The two sides find nothing in common, or one of them hangs up, before a certificate is judged. */
/* harmony default export */ const tls_handshake_failed = (defineCause({
    id: 'tls-handshake-failed',
    title: "the origin's TLS handshake fails",
    brief: { observedOr: 'TLS handshake failed' },
    hop: 'TLS',
    owner: 'origin',
    meaning: [
        'The origin accepts the connection, and the TLS handshake fails: the two sides share no TLS version or cipher, the server has no site for the name, or it ends the handshake half-way. Cloudflare shows 525. No certificate has been judged yet; one that Cloudflare rejects makes a 526.',
        'Cloudflare offers TLS 1.0 to 1.3 to origins, with few ciphers below 1.2: those with an RSA key. This check offers 1.2 and 1.3, and where that fails it asks once more with everything outdated, to learn what the server would agree to.',
        "It is certain when Cloudflare says 525 and the server ends this runner's handshake with an alert of its own.",
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: 'tls-client-certificate-required',
            distinguishedBy: "The alert is `certificate_required` (116), or the server's configuration has `ssl_verify_client on`.",
        },
        {
            what: 'tls-plaintext-port',
            distinguishedBy: 'Plain HTTP at the same port: `curl -v http://$ORIGIN:443/` is answered with a page.',
        },
        {
            what: { other: 'a firewall that reads the server name and cuts the handshake' },
            distinguishedBy: '`openssl s_client` on the origin itself, against `127.0.0.1`: if that works, something on the way cuts it.',
        },
    ],
    needs: ['edge'],
    rule(moment) {
        if (plainHttpOnTlsPort(moment) || originRequiresClientCertificate(moment))
            return;
        const clues = cluesOf(moment, ...handshakeClues(moment));
        const failed = handshakeFailed(moment);
        if ((0,facts_edge/* hasEdgeError */.y)(moment, 525)) {
            const found = beyond525(moment);
            return found && { outcome: 'unhealthy', ...found, clues };
        }
        const visitorsFail = (0,facts_exchange/* failedAt */.JG)(moment.edge, 'tls', 'protocol', 'reset', 'closed');
        if (visitorsFail && (0,facts_edge/* isProxied */.S7)(moment) === false && (failed || moment.origin === undefined)) {
            const because = 'the name leads straight to a host with which no handshake comes about';
            return { outcome: 'unhealthy', confidence: 'likely', because, clues };
        }
        if (!failed)
            return;
        if ((0,facts_origin/* anotherOriginResponds */.WE)(moment)) {
            const which = `origin ${moment.dialedOrigin?.position} of ${moment.dialedOrigin?.of}`;
            const because = `no handshake comes about with ${which}, while another origin answers: Cloudflare may be sending visitors there`;
            return { outcome: 'warning', confidence: 'likely', because, clues };
        }
        const outdated = moment.recheck?.tlsInspection?.legacy;
        if (!(0,visitors/* servedFromOrigin */.iv)(moment) || outdated === undefined)
            return;
        const because = `the origin agrees on nothing newer than ${outdated.protocol} with ${outdated.cipher}, which this check does not offer; Cloudflare is served`;
        return { outcome: 'note', confidence: 'likely', because, clues };
    },
    remedy: (place) => ({
        summary: 'Have the server finish a TLS 1.2 or 1.3 handshake for this name.',
        steps: [
            tryHandshake(place),
            step('', `See that the server has a site with a certificate for the name: \`nginx -T | grep -E 'server_name|ssl_certificate|ssl_reject_handshake'\` must show \`${place.host}\`.`),
            step('', 'Allow current versions: `ssl_protocols TLSv1.2 TLSv1.3;` in nginx, `SSLProtocol -all +TLSv1.2 +TLSv1.3` in Apache, and no cipher list of your own.'),
            step('', "Read the server's error log at the time of this check: it says why it ended the handshake."),
            step('', 'Look for what sits before the server and reads the server name: a load balancer without this host, a firewall, an intrusion detection system.'),
        ],
        difficulty: 'hard',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/error-525/',
    }),
}));
/** What stands beside Cloudflare's word that no handshake came about. */
function beyond525(moment) {
    const { origin } = moment;
    const alert = tlsAlert(moment);
    if (handshakeFailed(moment)) {
        return alert === undefined
            ? {
                confidence: 'likely',
                because: 'neither Cloudflare (525) nor this runner gets through the handshake',
            }
            : {
                confidence: 'certain',
                because: `Cloudflare's handshake fails (525), and the origin ends this runner's with the alert ${alertName(alert)}`,
            };
    }
    // Whoever says nothing at all has not come to the handshake.
    if ((0,facts_exchange/* failedAt */.JG)(origin, 'tls'))
        return;
    if (origin?.tls !== undefined) {
        return {
            confidence: 'likely',
            because: "Cloudflare's handshake fails (525), while this runner's comes about: Cloudflare asks for another name, is turned away, or dials another origin",
        };
    }
    return {
        confidence: 'likely',
        because: 'Cloudflare says that no handshake came about (525), and nobody saw one directly',
    };
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/tls-plaintext-port.js








/** Somebody asks in TLS where plain HTTP is spoken, or the other way round. */
/* harmony default export */ const tls_plaintext_port = (defineCause({
    id: 'tls-plaintext-port',
    title: 'one side speaks TLS and the other plain HTTP',
    brief: 'TLS on one side only',
    hop: 'TLS',
    owner: 'origin',
    meaning: [
        "The port that should speak TLS speaks plain HTTP, or the other way round. Usually a line `listen 443` lacks the word `ssl`, a container's plain port was published as 443, or the zone's mode does not fit the server: Flexible dials port 80 in plain HTTP, Full and Full (strict) dial port 443 in TLS. Cloudflare shows 525 where it speaks TLS, and 520 or the server's own 400 where it does not.",
        'The bytes tell: the answer to a TLS hello begins like HTTP, or the same port completes a handshake once it is asked in TLS.',
    ],
    recoversByItself: false,
    lookalikes: [
        {
            what: 'tls-handshake-failed',
            distinguishedBy: 'Plain HTTP at the same port: `curl -v http://$ORIGIN:443/`. A page means plain HTTP; a 400 or nothing means TLS.',
        },
        {
            what: { other: 'a mode of the zone that does not fit' },
            distinguishedBy: 'Dashboard, SSL/TLS → Overview: Flexible needs plain HTTP on port 80, Full and Full (strict) need TLS on port 443.',
        },
    ],
    needs: ['edge'],
    rule(moment) {
        return toVisitors(moment) ?? plainMatch(moment) ?? tlsMatch(moment);
    },
    remedy: ({ port, tls }) => ({
        summary: tls
            ? `Have port ${port} of the origin speak TLS.`
            : `Have port ${port} of the origin speak plain HTTP, or have Cloudflare ask in TLS.`,
        steps: [
            step('', `See what the port speaks: \`curl -sv http://$ORIGIN:${port}/\` and \`openssl s_client -connect $ORIGIN:${port}\`. One of the two works.`),
            step('', tls
                ? `In nginx, \`listen ${port} ssl;\` with the word \`ssl\`; in Apache, \`SSLEngine on\`; in a container, publish the TLS port and not the plain one.`
                : `In nginx, \`listen ${port};\` without the word \`ssl\`.`),
            step('', "Compare with the zone's mode: dashboard, SSL/TLS → Overview. Full (strict) is the right one as soon as the origin has a certificate."),
            step('', 'See that no Origin Rule sends requests to another port: dashboard, Rules → Origin Rules.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/ssl/origin-configuration/ssl-modes/',
    }),
}));
/** The server says it itself, in an answer that Cloudflare passes on. */
function toVisitors(moment) {
    if (!asksForTls(moment, moment.edge) || !(0,facts_edge/* passedThroughCloudflare */.bl)(moment))
        return;
    const both = asksForTls(moment, moment.origin);
    const because = both
        ? 'the server tells visitors and this runner that it wants TLS on that port'
        : "Cloudflare passes on the server's word that it wants TLS on that port";
    return { outcome: 'unhealthy', confidence: both ? 'certain' : 'likely', because, clues: cluesOf(moment) };
}
/** Plain HTTP where TLS was asked for. */
function plainMatch(moment) {
    if (!plainHttpOnTlsPort(moment))
        return;
    const { dialedOrigin, request } = moment;
    const clues = cluesOf(moment, ...handshakeClues(moment));
    const port = `port ${dialedOrigin?.port}`;
    if ((0,facts_edge/* hasEdgeError */.y)(moment, 525)) {
        const because = `Cloudflare's handshake fails (525), and ${port} answers in plain HTTP`;
        // Cloudflare dials the port of the URL, unless a rule of the zone says otherwise.
        return {
            outcome: 'unhealthy',
            confidence: dialedOrigin?.port === request.port ? 'certain' : 'likely',
            because,
            clues,
        };
    }
    if ((0,visitors/* servedFromOrigin */.iv)(moment)) {
        const because = `${port} of the origin speaks plain HTTP, and Cloudflare is served all the same: it dials otherwise than this check did. Give \`origin\` with \`http://\`, or the zone's \`ssl-mode\``;
        return { outcome: 'note', confidence: 'likely', because, clues };
    }
    if ((0,visitors/* visitorsServed */.TS)(moment))
        return;
    const because = `${port} speaks plain HTTP, though that is not what Cloudflare complains about`;
    return { outcome: 'alternative', confidence: 'possible', because, clues };
}
/** TLS where plain HTTP was asked for. */
function tlsMatch(moment) {
    if (!tlsOnPlainPort(moment))
        return;
    const { dialedOrigin, request, recheck, zone } = moment;
    const clues = cluesOf(moment, ...handshakeClues(moment));
    const port = `port ${dialedOrigin?.port}`;
    if ((0,facts_edge/* hasEdgeError */.y)(moment, 520, 502)) {
        const { mode, by } = (0,ssl_mode/* sslModeOf */.H)(request, zone?.ssl);
        const plain = by !== 'url' && (mode === 'off' || mode === 'flexible');
        const because = `Cloudflare gets no usable answer, and ${port} speaks TLS where plain HTTP is asked for`;
        return { outcome: 'unhealthy', confidence: plain ? 'certain' : 'likely', because, clues };
    }
    if ((0,visitors/* servedFromOrigin */.iv)(moment) && (0,facts_exchange/* isGoodResponse */.nm)(moment, recheck?.otherScheme)) {
        const because = `${port} of the origin speaks TLS and answers well in it, while this check was told to ask in plain HTTP: give \`origin\` with \`https://\``;
        return { outcome: 'inconclusive', confidence: 'likely', because, clues };
    }
    const because = `${port} of the origin speaks TLS where plain HTTP is asked for`;
    return {
        outcome: (0,visitors/* visitorsServed */.TS)(moment) ? 'unhealthy' : 'alternative',
        confidence: (0,visitors/* visitorsServed */.TS)(moment) ? 'likely' : 'possible',
        because,
        clues,
    };
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/unexpected-status.js








/** The site works, and says something else than was asked for. */
/* harmony default export */ const unexpected_status = (defineCause({
    id: 'unexpected-status',
    title: 'the site answers with a status that is not expected',
    brief: { observedOr: 'unexpected status' },
    hop: 'application',
    owner: 'deploy',
    meaning: [
        'The site answers, with a status outside `expected-status`: a page that this version no longer has, a login page, a redirect where none should be. No fault on the way to the origin explains it.',
    ],
    recoversByItself: true,
    lookalikes: [
        {
            what: { other: 'a wrong `url` in the workflow' },
            distinguishedBy: 'Open it in a browser.',
            isOpen: () => true,
        },
        {
            what: { other: 'an origin that was asked under another name than Cloudflare uses' },
            distinguishedBy: 'Dashboard, Rules → Origin Rules: give the Host override to `origin-host`.',
            isOpen: (moment) => {
                const direct = strangeStatus(moment, moment.origin);
                return direct !== undefined && direct !== strangeStatus(moment, moment.edge);
            },
        },
    ],
    needs: ['edge'],
    rule(moment) {
        const clues = cluesOf(moment);
        const shown = strangeStatus(moment, moment.edge);
        const explained = ((0,facts_origin/* probeRejected */.bq)(moment) && (0,visitors/* visitorsServed */.TS)(moment)) || tlsOnPlainPort(moment);
        const direct = explained ? undefined : strangeStatus(moment, moment.origin);
        const lost = lostAt(moment, clues);
        if (lost !== undefined)
            return lost;
        const host = (0,facts_redirects/* finalHost */.xc)(moment);
        if (host !== undefined && moment.edge?.kind === 'failed') {
            const because = `the site sends visitors to ${host}, and nothing usable comes from there`;
            return { outcome: 'unhealthy', confidence: 'likely', because, clues, form: 'away' };
        }
        if (shown !== undefined && !(0,facts_edge/* writtenByCloudflare */.Mk)(moment)) {
            const both = direct === shown;
            const where = host === undefined ? '' : ` from ${host}, where the site sends them`;
            const because = both
                ? `visitors and the direct probe both get ${shown}${unexpected_status_formOf(moment, shown) === 'head' ? ' to HEAD' : ''}${(0,facts_origin/* failsOnCloudflareHeaders */.Yu)(moment) ? "; without Cloudflare's request headers, the origin is fine" : ''}`
                : `visitors get ${shown}${where}, and no fault of the connection explains it`;
            // A refusal may have two authors: a rule at Cloudflare, and an origin that admits only Cloudflare.
            const refusal = shown === 401 || shown === 403 || shown === 429;
            const confidence = both && !refusal ? 'certain' : 'likely';
            const form = host === undefined ? unexpected_status_formOf(moment, shown) : 'away';
            return { outcome: 'unhealthy', confidence, because, clues, form };
        }
        if (!(0,visitors/* visitorsServed */.TS)(moment))
            return;
        if (direct === undefined)
            return strayMatch(moment, clues);
        const because = `the origin answers ${direct} when asked directly; what visitors get may come from a cache or from another origin`;
        return { outcome: 'unhealthy', confidence: 'likely', because, clues, form: unexpected_status_formOf(moment, direct) };
    },
    remedy: ({ host, form }) => ({
        summary: SUMMARIES[form ?? ''] ?? 'Compare what was deployed with what is expected.',
        steps: STEPS[form ?? ''] ?? [
            step('', `Ask for the page: \`curl -si 'https://${host}/' | head -n 20\`, with the path of \`url\`.`),
            step('', 'See whether the deploy put the page there: routes, files, base path, language redirects.'),
            step('', 'If the status is right, say so: `expected-status: 200-399, 404`, for instance.'),
            step('', 'If only the direct probe is off, set `origin-host` to the Host that Cloudflare sends.'),
        ],
        difficulty: 'easy',
        reference: 'https://www.rfc-editor.org/rfc/rfc9110#name-status-codes',
    }),
}));
const SUMMARIES = {
    head: 'Ask with GET: the site does not take HEAD.',
    redirect: 'See whether the site should redirect there, and say so if it should.',
    away: 'Look at the host that the site sends visitors to.',
    stray: 'See why the origin sends this check elsewhere, and not the visitors.',
    nowhere: 'Let the redirect lead to an address that visitors can reach.',
};
const STEPS = {
    head: [
        step('', 'Set `method: GET`, or leave it out.'),
        step('', 'Or let the application answer HEAD as it answers GET, without the body: crawlers and monitors use it.'),
    ],
    redirect: [
        step('', 'See where it leads: `curl -sI URL`, and the header `Location`.'),
        step('', 'If the redirect is right, follow it: leave `follow-redirects` out. Or expect it: `expected-status: 301`, with `follow-redirects: 0`.'),
        step('', 'If it is wrong, look for it in the application, in the web server, and in Cloudflare under Rules.'),
    ],
    away: [
        step('', 'See where it leads: `curl -sIL URL`, and the headers `Location`.'),
        step('', 'If that host is yours too, give it to this check as a `url` of its own, with its `origin`: it then gets a diagnosis of its own.'),
        step('', 'If the redirect is wrong, look for it in the application, in the web server, and in Cloudflare under Rules.'),
        step('', 'To judge the redirect itself, set `follow-redirects: 0` and expect its status.'),
    ],
    stray: [
        step('', 'See where it leads: the `curl` command for the origin in this report, with `-i`, and the header `Location`.'),
        step('', 'If Cloudflare asks under another name, give that name as `origin-host`: the answer may be that of another site on the same server.'),
        step('', 'If visitors get a copy, purge it: Dashboard, Caching → Configuration. Then see whether they are sent there too.'),
    ],
    nowhere: [
        step('', 'See where it leads: `curl -sI URL`, and the header `Location`.'),
        step('', 'An application often makes it of an address of its own: look for `localhost`, a port or an empty value in its base URL (`APP_URL`, `BASE_URL`, `SITE_URL`), and whether it believes `X-Forwarded-Host` and `X-Forwarded-Proto`.'),
        step('', 'To judge the redirect itself, set `follow-redirects: 0` and expect its status.'),
    ],
};
/** The origin's redirect is a good one by its status, and leads where no visitor is led. */
function strayMatch(moment, clues) {
    const host = (0,facts_redirects/* unexpectedRedirectHost */.eG)(moment);
    if (host === undefined)
        return;
    const told = `asked directly, the origin redirects to ${host}, where visitors are not sent`;
    return (0,visitors/* servedFromOrigin */.iv)(moment)
        ? { outcome: 'warning', confidence: 'likely', because: told, clues, form: 'stray' }
        : {
            outcome: 'inconclusive',
            confidence: 'possible',
            because: `${told}; what they get may be older than that`,
            clues,
            form: 'stray',
        };
}
/** Visitors are sent where no page can come from. */
function lostAt(moment, clues) {
    switch ((0,facts_redirects/* redirectDeadEnd */.GK)(moment.edge)) {
        case 'nowhere': {
            const because = 'the site redirects visitors, and says nowhere that a browser could go to';
            return { outcome: 'unhealthy', confidence: 'likely', because, clues, form: 'nowhere' };
        }
        case 'inside': {
            const because = 'the site redirects visitors to an address inside their own machine or network';
            return { outcome: 'unhealthy', confidence: 'likely', because, clues, form: 'nowhere' };
        }
        case 'perhaps': {
            const because = "the site redirects visitors to a host that this runner's resolver places inside its own network, where this check does not go";
            return { outcome: 'inconclusive', confidence: 'possible', because, clues, form: 'away' };
        }
        case undefined:
            return;
    }
}
function unexpected_status_formOf({ request }, status) {
    if (request.method === 'HEAD' && status === 405)
        return 'head';
    return status >= 300 && status < 400 ? 'redirect' : '';
}
/** The status of an answer that is neither expected nor a server's error. */
function strangeStatus(moment, exchange) {
    if (exchange?.kind !== 'completed' || (0,facts_exchange/* hasExpectedStatus */.n3)(moment, exchange))
        return;
    if ((0,facts_redirects/* endlessRedirects */.Yf)(exchange) !== undefined)
        return;
    return exchange.head.status < 500 ? exchange.head.status : undefined;
}

;// CONCATENATED MODULE: ./lib/diagnosis/causes/unexplained.js


/** The honest rest: broken, and no rule knows why. It speaks only when every other cause is silent. */
/* harmony default export */ const unexplained = (defineCause({
    id: 'unexplained',
    title: 'no known cause fits what was seen',
    brief: { observedOr: '' },
    hop: 'unknown',
    owner: 'unknown',
    meaning: [
        'Something is wrong, and it fits none of the causes that this check knows. The report tells what was seen.',
    ],
    recoversByItself: true,
    lookalikes: [],
    // Health is seen: where nothing was seen, this has to speak.
    needs: [],
    rule(moment) {
        const clues = cluesOf(moment);
        if (moment.edge === undefined) {
            const because = 'nobody has looked at the site as visitors get it';
            return { outcome: 'inconclusive', confidence: 'possible', because, clues };
        }
        const because = 'the site or its origin fails, in a way that no rule of this check knows';
        return { outcome: 'unhealthy', confidence: 'possible', because, clues };
    },
    remedy: () => ({
        summary: 'Read what was seen, and tell us about it.',
        steps: [
            step('', 'Compare both sides in the table: the first difference is where to look. If the origin was not asked, give this step its address as `origin`: most causes take both sides to tell.'),
            step('', "Look at the origin's logs from the time of this check, and at Cloudflare's dashboard under Analytics & Logs → HTTP Traffic."),
            step('', 'Open an issue at https://github.com/origin-gate/origin-gate/issues with the JSON report, so that this case gets a name.'),
        ],
        difficulty: 'medium',
        reference: 'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-5xx-errors/',
    }),
}));

;// CONCATENATED MODULE: ./lib/diagnosis/causes/index.js



















































/** Every cause, specific before general: among equals in confidence the earlier one leads. */
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
/** The cause with this id, if there is one. */
function causeById(id) {
    return CAUSES.find((cause) => cause.id === id);
}



/***/ }),

/***/ 7908:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Qj: () => (/* binding */ DAMAGE),
  Vz: () => (/* binding */ missingContentText),
  EL: () => (/* binding */ outcomeText),
  UC: () => (/* binding */ redirectText)
});

// EXTERNAL MODULE: ./lib/cloudflare/response.js
var response = __webpack_require__(936);
;// CONCATENATED MODULE: ./lib/diagnosis/failure-words.js
/** The only place that puts a failure into words. */
function failureWords(failure) {
    const { phase, reason, code, received, port } = failure;
    const onPort = port === undefined ? '' : ` on port ${port}`;
    const noResponse = (why) => `no response: ${why}${code === '' ? '' : ` (${code})`}`;
    switch (reason) {
        case 'unresolved':
            return {
                brief: 'name does not resolve',
                does: 'cannot be resolved',
                gets: noResponse('the name does not resolve'),
            };
        case 'refused':
            return {
                brief: 'connection refused',
                does: `refuses the connection${onPort}`,
                gets: noResponse('the connection is refused'),
            };
        case 'unreachable':
            return {
                brief: 'no route to host',
                does: 'cannot be reached: no route to host',
                gets: noResponse('no route to host'),
            };
        case 'timeout':
            return timeoutWords(failure, onPort);
        case 'reset':
            return {
                brief: 'connection reset',
                does: `resets the connection ${WHEN[phase]}`,
                gets: noResponse('the connection is reset'),
            };
        case 'closed':
            return {
                brief: phase === 'processing' ? 'closed without a response' : 'closed too early',
                does: `closes the connection ${WHEN[phase]}`,
                gets: noResponse(received === 0
                    ? 'the connection is closed before the first byte'
                    : 'the connection is closed before the response is complete'),
            };
        case 'untrusted':
            return {
                brief: 'untrusted certificate',
                does: 'presents an untrusted certificate',
                gets: noResponse('the certificate is not trusted'),
            };
        case 'protocol':
            return phase === 'tls'
                ? {
                    brief: 'TLS handshake failed',
                    does: `does not complete a TLS handshake${onPort}`,
                    gets: noResponse('the TLS handshake fails'),
                }
                : {
                    brief: 'invalid HTTP',
                    does: 'does not send valid HTTP',
                    gets: noResponse('what the server sends is not valid HTTP'),
                };
        case 'proxy':
            return {
                brief: "blocked by the runner's proxy",
                does: "was not checked: the runner's proxy blocked the request",
                gets: noResponse("the runner's proxy blocked the request"),
            };
        case 'other':
            return {
                brief: code === '' ? 'failed' : `failed: ${code}`,
                does: code === '' ? 'fails' : `fails with ${code}`,
                gets: noResponse('the connection fails'),
            };
        default:
            return reason;
    }
}
function timeoutWords({ phase, limit }, onPort) {
    const within = limit === undefined ? ' in time' : ` within ${limit}`;
    return {
        resolve: {
            brief: 'DNS timed out',
            does: 'cannot be resolved: DNS timed out',
            gets: `no DNS answer${within}`,
        },
        connect: {
            brief: 'connection timed out',
            does: `does not accept the connection${onPort}: it times out`,
            gets: `no connection${within}`,
        },
        tls: {
            brief: 'TLS timed out',
            does: 'accepts the connection, then the TLS handshake times out',
            gets: `no TLS handshake${within}`,
        },
        processing: {
            brief: 'no response',
            does: 'accepts the request and never responds',
            gets: `no response${within}`,
        },
        transfer: {
            brief: 'response never finishes',
            does: 'starts a response and never finishes it',
            gets: `no complete response${within}`,
        },
    }[phase];
}
const WHEN = {
    resolve: 'immediately',
    connect: 'immediately',
    tls: 'during the TLS handshake',
    processing: 'without a response',
    transfer: 'in the middle of the response',
};

// EXTERNAL MODULE: ./lib/diagnosis/facts/exchange.js
var facts_exchange = __webpack_require__(2828);
// EXTERNAL MODULE: ./lib/diagnosis/facts/generator.js + 1 modules
var facts_generator = __webpack_require__(4756);
;// CONCATENATED MODULE: ./lib/diagnosis/clues/exchange.js




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
    return failureWords({ phase, ...error, limit }).gets;
}
function responseText(exchange) {
    const status = `${exchange.head.status}${missingContentText(exchange)}`;
    const damage = (0,facts_exchange/* encodingDamage */.hk)(exchange);
    if (damage !== undefined)
        return `${status} with a compressed body that ${DAMAGE[damage]}`;
    const ray = (0,response/* rayOf */.qj)(exchange);
    const colo = ray?.colo ? ` (${ray.colo})` : '';
    const error = (0,response/* edgeErrorIn */.L3)(exchange);
    if (error !== undefined) {
        const code = error.code === exchange.head.status ? '' : `, code ${error.code},`;
        return `${status}${code} on a Cloudflare error page${colo}`;
    }
    const copy = (0,response/* copyOf */.zP)(exchange);
    if (copy !== undefined)
        return `${status} from Cloudflare's cache (${copy})${colo}`;
    const generator = (0,facts_generator/* generatorOf */.bm)(exchange);
    return generator === undefined ? `${status}${colo}` : `${status} on a page from ${generator.name}${colo}`;
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
    return missing.length === 0 ? '' : ` without ${missing.join(' and ')}`;
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


/** Whether a response has the expected body text and header, whatever its status: `unsure` when that was not decided. */
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
 * The site's addresses are outside the built-in Cloudflare ranges, and no response shows that Cloudflare is there. Only then
 * it matters whether the list of ranges is current.
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
 * Visitors get a Cloudflare error with one of these codes, and it is about this zone. It may be about another one when an
 * application passes on the error page of an API that it calls. Such an origin returns the same page directly.
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
 * Cloudflare's analytics for the status that visitors get now: how many responses had it, and the share (0 to 1) for which
 * an origin had returned a response. Undefined without figures.
 */
function originShare({ analytics, edge, }) {
    if (analytics === undefined || edge?.kind !== 'completed')
        return;
    const rows = analytics.rows.filter((row) => row.edge === edge.head.status);
    const count = rows.reduce((sum, row) => sum + row.count, 0);
    const fromOrigin = rows.reduce((sum, row) => sum + (row.origin === 0 ? 0 : row.count), 0);
    return count === 0 ? undefined : { share: fromOrigin / count, count };
}
/** Whether the site's name points to Cloudflare, by its responses or else its addresses; undefined when neither shows it. */
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
  sT: () => (/* binding */ retryAfterOf)
});

// EXTERNAL MODULE: ./lib/shared/retry-after.js
var retry_after = __webpack_require__(3187);
;// CONCATENATED MODULE: ./lib/diagnosis/facts/fingerprints.js
const ANY = /^/;
/** The footer of nginx's error pages (`ngx_http_special_response.c`). */
const footer = (name) => new RegExp(`<hr><center>${name}(/[\\d.]+)?</center>`, 'i');
/**
 * Signs that only one generator sends. A `Server` header alone doesn't prove who generated the page, so most rows match the
 * body. Platforms come first, because their front ends are built on the servers below.
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
/** Whether a 503 means that a proxy has no backend: `certain` by unambiguous words, `likely` by words with other uses too. */
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
 * Words about planned maintenance. The stock phrases "maintenance downtime or capacity" and "overload or maintenance" don't
 * count.
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
function retryAfterOf({ head }, now) {
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
/** Several lengths, or a length next to chunks: two readers may disagree where the body ends (RFC 9112, section 6.3). */
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
 * The origin rejected the direct probe: connection refused or dropped, TLS handshake failed, client certificate required,
 * or 401 or 403. While visitors are served, this is what an origin that admits only Cloudflare looks like.
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
 * Only lenient clients accept the direct response, and Cloudflare, which serves visitors from the origin, is one. The status
 * is expected. With an expected text or header this is always false, because no parsed response could be searched.
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
/** Visitors get a good response, and Cloudflare got this one, or one that bypasses the cache, from an origin just now. */
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
 * The 5xx that a request gets when it bypasses the cache while visitors get a cached copy. Ignored are 4xx (another query
 * string may have no page), challenges and missing responses: they say nothing about the cached page.
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
/* harmony export */   LT: () => (/* binding */ stepBetween),
/* harmony export */   nS: () => (/* binding */ availabilityOf),
/* harmony export */   uV: () => (/* binding */ sampleOf),
/* harmony export */   zQ: () => (/* binding */ healthAfter)
/* harmony export */ });
/* harmony import */ var _cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(936);
/* harmony import */ var _trend_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8397);
/* harmony import */ var _facts_content_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5364);



/** A look that could not see changes nothing. */
function healthAfter(before, verdict) {
    if (verdict === 'inconclusive')
        return before;
    return verdict === 'healthy' ? 'up' : 'down';
}
/** Milliseconds down and changes, from one look to the next that was kept. */
function stepBetween(from, to, health) {
    if (to.skipped !== undefined)
        return to.skipped;
    if (from === undefined)
        return { downtime: 0, transitions: 0 };
    return {
        // A clock may be set back.
        downtime: from.health === 'down' ? Math.max(0, to.at - from.at) : 0,
        transitions: from.health !== undefined && from.health !== health ? 1 : 0,
    };
}
/** How a run went. Pure. `looks` are the judgments of the history, one for each that is judged. */
function availabilityOf(history, judgments) {
    const count = { rounds: 0, failed: 0, unknown: 0, transitions: 0, downtime: 0 };
    let before;
    for (const [index, { verdict }] of judgments.entries()) {
        const evidence = history[index];
        if (evidence === undefined)
            break;
        const { healthy, unhealthy, inconclusive } = evidence.skipped ?? NONE;
        const health = healthAfter(evidence.skipped?.health ?? before?.health, verdict);
        const step = stepBetween(before, evidence, health);
        count.rounds += 1 + healthy + unhealthy + inconclusive;
        count.failed += unhealthy + (verdict === 'unhealthy' ? 1 : 0);
        count.unknown += inconclusive + (verdict === 'inconclusive' ? 1 : 0);
        count.transitions += step.transitions;
        count.downtime += step.downtime;
        before = { at: evidence.at, health };
    }
    const pattern = (0,_trend_js__WEBPACK_IMPORTED_MODULE_1__/* .patternOf */ .I)(contiguous(history, judgments));
    return { ...count, ...spanOf(history, judgments), ...(pattern !== undefined && { pattern }) };
}
const NONE = { healthy: 0, unhealthy: 0, inconclusive: 0 };
function spanOf(history, judgments) {
    const first = history[judgments.findIndex(({ verdict }) => verdict === 'unhealthy')]?.at;
    const worst = judgments.findLastIndex(({ verdict }) => verdict === 'unhealthy');
    const last = history[worst]?.at;
    if (first === undefined || last === undefined)
        return {};
    const recovered = history[judgments.findIndex(({ verdict }, at) => at > worst && verdict === 'healthy')]?.at;
    return {
        firstFailure: first,
        lastFailure: last,
        ...(recovered !== undefined && { recoveredAfter: Math.max(0, recovered - first) }),
    };
}
/** The looks between which none is missing that saw anything else. */
function contiguous(history, judgments) {
    const from = Math.max(0, history.findLastIndex(({ skipped }) => skipped?.identical === false));
    const sights = [];
    for (const [index, evidence] of history.entries()) {
        const judgment = judgments[index];
        if (index < from || judgment === undefined)
            continue;
        const sight = sampleOf(evidence, judgment);
        const { healthy, unhealthy, inconclusive } = (index > from && evidence.skipped) || NONE;
        const like = healthy + unhealthy + inconclusive;
        for (let at = 0; at < Math.min(MOST_ALIKE, like); at += 1)
            sights.push(sight);
        // A part of what is alike shows as much as the whole, but for its length: then no rhythm may be read from it.
        if (like > MOST_ALIKE)
            sights.push(UNSEEN);
        sights.push(sight);
    }
    return sights;
}
const MOST_ALIKE = 1000;
const UNSEEN = { verdict: 'inconclusive' };
/** What one look says of where and when a site fails. */
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
/** The one origin of several that did not do as expected. */
function onlyFailingOrigin(evidence) {
    const origins = evidence.origins ?? [];
    const bad = origins.flatMap((origin, index) => ((0,_facts_content_js__WEBPACK_IMPORTED_MODULE_2__/* .meetsExpectations */ .A7)(evidence, origin) ? [] : [index + 1]));
    const [position, ...more] = bad;
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
 * How a site did over time. Only looks that saw it count. `settled`: it was healthy for long enough at the end.
 * One outage that ended is a recovery; several make it intermittent, whatever the end.
 */
function trendOf(verdicts, settled) {
    const seen = verdicts.filter((verdict) => verdict !== 'inconclusive');
    const outages = seen.filter((verdict, at) => verdict === 'unhealthy' && seen[at - 1] !== 'unhealthy').length;
    if (outages === 0 || !seen.includes('healthy'))
        return 'steady';
    return outages === 1 && seen.at(-1) === 'healthy' && settled ? 'recovered' : 'intermittent';
}
/**
 * What is enough to claim a pattern: it fits every look, two failures or more, and of all the ways in which chance could
 * have dealt out as many failures, no more than one in twenty has it.
 */
const CHANCE = 1 / 20;
const LEAST_FAILURES = 2;
/** And to say that there is none: so many looks, and so many of either kind. */
const TO_EXCLUDE = { looks: 10, each: 3 };
/** What the failing looks, and none of the others, have in common. The place is told before the rhythm. */
function patternOf(sights) {
    const seen = sights.filter(({ verdict }) => verdict !== 'inconclusive');
    const failing = seen.filter(({ verdict }) => verdict === 'unhealthy');
    if (failing.length < LEAST_FAILURES || failing.length === seen.length)
        return undefined;
    return originOf(seen) ?? coloOf(seen) ?? familyOf(seen) ?? periodOf(sights) ?? none(seen);
}
function none(seen) {
    const failing = seen.filter(({ verdict }) => verdict === 'unhealthy').length;
    const { looks, each } = TO_EXCLUDE;
    const enough = seen.length >= looks && Math.min(failing, seen.length - failing) >= each;
    return enough ? { kind: 'none' } : undefined;
}
/** Every origin is asked at every look, so that chance has no part in this: it is what was seen. */
function originOf(seen) {
    const origin = seen.find(({ verdict }) => verdict === 'unhealthy')?.origin;
    if (origin === undefined)
        return undefined;
    const fits = seen.every((sight) => (sight.verdict === 'unhealthy') === (sight.origin?.position === origin.position));
    return fits ? { kind: 'origin', ...origin } : undefined;
}
function coloOf(seen) {
    const colo = onlyWhere(seen, ({ colo }) => colo);
    return colo === undefined ? undefined : { kind: 'colo', colo };
}
function familyOf(seen) {
    const family = onlyWhere(seen, ({ family }) => family);
    return family === undefined ? undefined : { kind: 'family', family };
}
/** The place of all failures and of nothing else. */
function onlyWhere(seen, placeOf) {
    const failing = seen.filter(({ verdict }) => verdict === 'unhealthy');
    const [first] = failing;
    const place = first === undefined ? undefined : placeOf(first);
    if (place === undefined || failing.some((sight) => placeOf(sight) !== place))
        return undefined;
    const placed = seen.filter((sight) => placeOf(sight) !== undefined);
    if (placed.some((sight) => sight.verdict === 'healthy' && placeOf(sight) === place))
        return undefined;
    return 1 / choose(placed.length, failing.length) <= CHANCE ? place : undefined;
}
/** The shortest rhythm that three rounds or more keep. A look that did not see breaks it: who knows what it missed. */
function periodOf(sights) {
    if (sights.some(({ verdict }) => verdict === 'inconclusive'))
        return undefined;
    const fails = sights.map(({ verdict }) => verdict === 'unhealthy');
    for (let of = 2; of * 3 <= fails.length; of += 1) {
        if (!fails.every((failed, at) => at < of || failed === fails[at - of]))
            continue;
        const failing = fails.slice(0, of).filter(Boolean).length;
        const all = fails.filter(Boolean).length;
        const rare = choose(of, failing) / choose(fails.length, all) <= CHANCE;
        return rare ? { kind: 'period', failing, of } : undefined;
    }
    return undefined;
}
/** In how many ways `k` of `n` can be chosen. */
function choose(n, k) {
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
/* harmony export */   sT: () => (/* binding */ retryAfterOf)
/* harmony export */ });
/* harmony import */ var _shared_retry_after_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3187);
/* harmony import */ var _cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(936);
/* harmony import */ var _facts_content_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5364);



/** Milliseconds between the healthy looks of a streak. */
const BETWEEN_SUCCESSES = 1000;
/**
 * A streak that has begun may end after the time is up: the site gets to show that it lasts. And a look that is due at the
 * end of the time is made.
 */
function nextAfter(judgment, pace) {
    const { streak, needed, watching, left, interval, retryAfter } = pace;
    if (judgment.verdict !== 'healthy') {
        if (waitingWontHelp(judgment))
            return { kind: 'hopeless' };
        return left === 0
            ? { kind: 'over' }
            : { kind: 'look', after: Math.min(Math.max(interval, retryAfter), left) };
    }
    if (streak < needed)
        return { kind: 'look', after: BETWEEN_SUCCESSES };
    if (!watching)
        return { kind: 'reached' };
    return left === 0 ? { kind: 'over' } : { kind: 'look', after: Math.min(interval, left) };
}
/** Somebody has to act: what was found for certain does not mend itself. */
function waitingWontHelp({ verdict, findings }) {
    const [lead] = findings;
    if (verdict === 'healthy' || lead === undefined)
        return false;
    return !lead.cause.recoversByItself && lead.match.confidence === 'certain';
}
/**
 * Milliseconds for which the site asks to be left alone, from the moment of the look. Only 429 and 503 say when to come
 * again (RFC 6585, section 4; RFC 9110, section 15.6.4). On its pages for 500 to 524 Cloudflare puts one or two minutes,
 * whatever the origin does.
 */
function retryAfterOf(evidence) {
    const exchanges = [evidence.edge, ...(evidence.origins ?? [])];
    const asks = exchanges.map((exchange) => {
        if (exchange?.kind !== 'completed' || (0,_facts_content_js__WEBPACK_IMPORTED_MODULE_1__/* .meetsExpectations */ .A7)(evidence, exchange))
            return 0;
        const { status, headers } = exchange.head;
        if (status !== 429 && status !== 503)
            return 0;
        return (0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_0__/* .challengeIn */ .F2)(exchange) === undefined
            ? ((0,_shared_retry_after_js__WEBPACK_IMPORTED_MODULE_2__/* .retryAfter */ .P)(headers['retry-after'] ?? '', evidence.at) ?? 0)
            : 0;
    });
    return Math.max(0, ...asks);
}


/***/ }),

/***/ 5281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VT: () => (/* binding */ ORIGIN),
/* harmony export */   c1: () => (/* binding */ groupsOf),
/* harmony export */   ci: () => (/* binding */ addressOf)
/* harmony export */ });
/* harmony import */ var _shared_authority_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4084);

/** What stands where the origin's address stood. A shell variable, so that printed commands still run. */
const ORIGIN = '$ORIGIN';
const QUAD = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;
/** IPv4 in its one canonical spelling, give or take zeros in front. */
function quadOf(text) {
    const octets = QUAD.exec(text)?.slice(1).map(Number);
    return octets?.every((octet) => octet < 256) === true ? octets : undefined;
}
function bytesOfGroups(groups) {
    const bytes = [];
    for (const [index, group] of groups.entries()) {
        const quad = index === groups.length - 1 ? quadOf(group) : undefined;
        if (quad !== undefined) {
            bytes.push(...quad);
        }
        else if (/^[0-9a-f]{1,4}$/i.test(group)) {
            const value = Number.parseInt(group, 16);
            bytes.push(value >> 8, value & 0xff);
        }
        else {
            return undefined;
        }
    }
    return bytes;
}
/** IPv6 in any spelling of RFC 4291, without brackets and zone. */
function groupsOf(text) {
    const halves = text.split('::');
    // Most of what is asked about is no address: this keeps a long hostile run cheap.
    if (halves.length === 1 && (text.match(/:/g) ?? []).length < 6)
        return undefined;
    if (halves.length > 2)
        return undefined;
    const [head, tail] = halves.map((half) => bytesOfGroups(half === '' ? [] : half.split(':')));
    if (head === undefined)
        return undefined;
    if (halves.length === 1)
        return head.length === 16 ? head : undefined;
    if (tail === undefined || head.length + tail.length > 14)
        return undefined;
    return [...head, ...Array(16 - head.length - tail.length).fill(0), ...tail];
}
/** The bytes of an address; an IPv4 address dressed as IPv6 (`::ffff:203.0.113.10`) is the IPv4 address. */
function addressOf(text) {
    const bare = (0,_shared_authority_js__WEBPACK_IMPORTED_MODULE_0__/* .unbracketed */ .jG)(text).replace(/%.*$/, '');
    const quad = quadOf(bare);
    if (quad !== undefined)
        return quad;
    const bytes = groupsOf(bare);
    const mapped = bytes?.slice(0, 12).every((byte, index) => byte === (index < 10 ? 0 : 0xff)) === true;
    return mapped ? bytes?.slice(12) : bytes;
}


/***/ }),

/***/ 4561:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ redactNothing),
  y: () => (/* binding */ redactorOf)
});

// EXTERNAL MODULE: ./lib/redact/address.js
var address = __webpack_require__(5281);
;// CONCATENATED MODULE: ./lib/redact/names.js

const NAME = /[\p{L}\p{N}_*][\p{L}\p{N}_.*-]*/gu;
/** A name in the letters of the DNS: `ürsprung.example` is searched for as `xn--…`. */
function asciiOf(name) {
    if (/^[\p{ASCII}]*$/u.test(name))
        return name.toLowerCase();
    return URL.parse(`http://${name}`)?.hostname ?? name.toLowerCase();
}
/**
 * A bare word such as `nginx` or `localhost` may be an origin's name and an ordinary word. It is one only where an
 * address would stand: after `//` or `@`, or before a port.
 */
function standsForAHost(text, start, end) {
    return (/(?:\/\/|@)$/.test(text.slice(Math.max(0, start - 2), start)) || /^:\d/.test(text.slice(end, end + 2)));
}
/**
 * Replaces the origin's names, and every longer name that has one of them in it: it would give the origin away too. What a text
 * may have of thousands of names is found by its words, and only that is looked at closely.
 */
function nameRedactorOf(names, shown) {
    if (names.length === 0)
        return (text) => text;
    const secret = indexOf(names);
    const open = indexOf([...shown]);
    return (text) => {
        const words = wordsIn(text);
        const near = secret(words);
        if (near.length === 0)
            return text;
        return withoutPieces(withoutNames(text, near, shown), near, open(words), shown);
    };
}
/** Finds those of the names all words of which a text has. */
function indexOf(names) {
    const frequency = new Map();
    for (const name of names)
        for (const word of wordsIn(name))
            frequency.set(word, (frequency.get(word) ?? 0) + 1);
    const byRarest = new Map();
    for (const name of names) {
        const [rarest = ''] = [...wordsIn(name)].toSorted((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0));
        byRarest.set(rarest, [...(byRarest.get(rarest) ?? []), name]);
    }
    return (words) => ['', ...words].flatMap((word) => byRarest.get(word) ?? []);
}
/** The words of a text as they would stand in a name, `%2e` apart. Of a name in other letters, as DNS has it. */
function wordsIn(text) {
    const plain = text.toLowerCase().replaceAll(/%(?:25)*2e/g, '.');
    const foreign = /[^\p{ASCII}]/u.test(plain)
        ? (plain.match(NAME) ?? []).map((name) => asciiOf(name.replace(/[.-]+$/, '')))
        : [];
    return new Set([plain, ...foreign].flatMap((part) => part.match(/[a-z0-9]+/g) ?? []));
}
/** What stands between the labels of a name, for DNS and for whoever writes it down in another way. */
const BETWEEN = String.raw `(?:\.|%(?:25)*2e|\[\.\]|\(\.\)|\\\.|[-_])`;
/** The names inside of longer words that are no names, such as `lb_origin.example.net_443`. */
function withoutPieces(text, names, shown, all) {
    const spelt = names
        .filter((name) => name.includes('.'))
        .map((name) => name
        .split('.')
        .map((label) => RegExp.escape(label))
        .join(BETWEEN));
    if (spelt.length === 0)
        return text;
    // The public names come first, so that a piece of one of them is not found.
    const open = shown.map((name) => RegExp.escape(name));
    const either = new RegExp(`(?<![a-z0-9])(?:${[...open, ...spelt].join('|')})(?![a-z0-9])`, 'gi');
    return text.replace(either, (found) => (all.has(found.toLowerCase()) ? found : address/* ORIGIN */.VT));
}
function withoutNames(text, names, shown) {
    return text.replace(NAME, (found, start) => {
        const bare = found.replace(/[.-]+$/, '');
        const name = asciiOf(bare);
        if (shown.has(name))
            return found;
        const hidden = names.some((secret) => secret.includes('.')
            ? `.${name}.`.includes(`.${secret}.`)
            : name === secret && standsForAHost(text, start, start + found.length));
        return hidden ? `${address/* ORIGIN */.VT}${found.slice(bare.length)}` : found;
    });
}

;// CONCATENATED MODULE: ./lib/redact/ipv4.js

// Eight hexadecimal digits, as load balancers and host names have them: `0xcb00710a`, `h-cb00710a.example.net`.
const HEX = /(?<![0-9a-f])(?:0x0*)?[0-9a-f]{8}(?![0-9a-f])/gi;
const SEPARATOR = String.raw `(?:\[\.\]|\(\.\)|\\\.|%(?:25)*2e| ?\. ?|[._:/,+-])`;
const NUMBER = '(?:0x[0-9a-f]+|[0-9]+)';
const RUN = new RegExp(`${NUMBER}(?:${SEPARATOR}${NUMBER})*`, 'gi');
const SPLIT = new RegExp(`(${SEPARATOR})`, 'i');
// The same, octet by octet: `cb.00.71.0a`, `CB:00:71:0A`.
const HEX_OCTETS = /(?<![0-9a-z])[0-9a-f]{1,2}(?:([.:_-])[0-9a-f]{1,2})(?:\1[0-9a-f]{1,2}){2}(?![0-9a-z])/gi;
/** More digits than any spelling of 32 bits needs, zeros in front included. */
const MOST_DIGITS = 24;
function quadsOf(addresses) {
    return new Set(addresses.map(integerOf));
}
/** Replaces IPv4 addresses: dotted, dashed, reversed, padded with zeros, octal, hexadecimal, or as one integer. */
function redactIPv4(text, quads) {
    if (quads.size === 0)
        return text;
    const hexHidden = (digits) => quads.has(Number.parseInt(digits.replace(/^0x/i, ''), 16));
    return text
        .replace(HEX, (found) => (hexHidden(found) ? address/* ORIGIN */.VT : found))
        .replace(HEX_OCTETS, (found) => (quads.has(integerOf(hexOctetsOf(found))) ? address/* ORIGIN */.VT : found))
        .replace(RUN, (run, start, whole) => {
        const named = /^\.[a-z]/i.test(whole.slice(start + run.length, start + run.length + 2));
        return redactRun(run, quads, named);
    });
}
function hexOctetsOf(text) {
    return text.split(/[.:_-]/).map((octet) => Number.parseInt(octet, 16));
}
function integerOf(bytes) {
    return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}
/** What a number may mean: zeros in front are octal to some programs and padding to others. */
function meaningsOf(digits) {
    if (digits.length > MOST_DIGITS)
        return [];
    if (/^0x/i.test(digits))
        return [Number.parseInt(digits.slice(2), 16)];
    return /^0[0-7]+$/.test(digits) ? [Number(digits), Number.parseInt(digits, 8)] : [Number(digits)];
}
/** Every number of 32 bits that octets may mean together; the last number stands for all octets that are left. */
function togetherOf(window) {
    const last = window.length - 1;
    const room = 256 ** (4 - last);
    return window.reduce((sums, digits, index) => {
        const most = index === last ? room : 256;
        const values = meaningsOf(digits).filter((value) => value < most);
        return sums.flatMap((sum) => values.map((value) => sum * most + value));
    }, [0]);
}
/** `203.0.28938` and `203.28938` are 203.0.113.10 to every program that uses `inet_aton`; so is one integer. */
function meansShort(window, quads) {
    const room = 256 ** (5 - window.length);
    // `10.5` is far more often a version or a duration than 10.0.0.5.
    return togetherOf(window).some((sum) => sum % room >= 256 && quads.has(sum));
}
function meansQuad(window, quads) {
    return togetherOf(window).some((sum) => quads.has(sum));
}
/** Twelve digits, three for each octet: some providers name their customers' hosts so. */
function isPadded(digits, quads) {
    const octets = (/^\d{12}$/.exec(digits)?.[0].match(/\d{3}/g) ?? []).map(Number);
    return octets.length === 4 && octets.every((octet) => octet < 256) && quads.has(integerOf(octets));
}
/** @param named a name goes on after the run: `10.113.0.203.in-addr.arpa`. Without it, a reversed address is another address. */
function redactRun(run, quads, named) {
    const parts = run.split(SPLIT);
    const numbers = parts.filter((_, index) => index % 2 === 0);
    const dashed = parts.some((part) => part === '-' || part === '_');
    const reversible = named || dashed;
    const hidden = (from, count) => {
        const window = numbers.slice(from, from + count);
        if (window.length < count)
            return false;
        if (count === 4)
            return meansQuad(window, quads) || (reversible && meansQuad(window.toReversed(), quads));
        return meansShort(window, quads) || (count === 1 && isPadded(window[0] ?? '', quads));
    };
    let rest = '';
    for (let from = 0; from < numbers.length; from += 1) {
        const count = [4, 3, 2, 1].find((count) => hidden(from, count)) ?? 0;
        rest += count > 0 ? address/* ORIGIN */.VT : (numbers[from] ?? '');
        from += Math.max(0, count - 1);
        rest += parts[from * 2 + 1] ?? '';
    }
    return rest;
}

;// CONCATENATED MODULE: ./lib/redact/ipv6.js


// An address as people write it, and as host names carry it: `2001-db8--1.example.net`.
const COLONS = /\[?(?:[0-9a-f]{0,4}(?::|%3a)){2,}(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4})\]?/gi;
const DASHES = /(?:[0-9a-f]{0,4}-){2,}[0-9a-f]{0,4}/gi;
const NIBBLES = /(?<![0-9a-f])[0-9a-f](?:\.[0-9a-f]){31}(?![0-9a-f])/gi;
const BARE = /(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/gi;
const ipv6_SEPARATOR = /((?::|%3a|-){1,2})/i;
/** Eight groups and seven separators; a leading or trailing `::` adds an empty group. */
const LONGEST = 19;
function ipv6Addresses(addresses) {
    return new Set(addresses.map((bytes) => bytes.join('.')));
}
/** Replaces IPv6 addresses, and IPv6 spellings that carry an IPv4 address in them (mapped, NAT64, 6to4). */
function redactIPv6(text, sextets, quads) {
    if (sextets.size === 0 && quads.size === 0)
        return text;
    const hidden = (bytes) => bytes !== undefined && (sextets.has(bytes.join('.')) || carriesOneOf(bytes, quads));
    const hiddenText = (spelling) => hidden((0,address/* groupsOf */.c1)(spelling));
    const hex = (digits) => (hidden(bytesOfHex(digits)) ? address/* ORIGIN */.VT : digits);
    return text
        .replace(NIBBLES, (found) => hidden(bytesOfHex(found.split('.').toReversed().join(''))) ? address/* ORIGIN */.VT : found)
        .replace(BARE, hex)
        .replace(COLONS, (found) => ipv6_redactRun(found, hiddenText))
        .replace(DASHES, (found) => ipv6_redactRun(found, hiddenText));
}
function bytesOfHex(digits) {
    return (digits.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));
}
function carriesOneOf(bytes, quads) {
    return [2, 4, 6, 8, 10, 12].some((at) => {
        const quad = bytes.slice(at, at + 4);
        return quad.length === 4 && quad[0] !== 0 && quads.has(integerOf(quad));
    });
}
/** A run of groups may be more than the address: a word in front of it, a port behind it. */
function ipv6_redactRun(run, hidden) {
    const [, open = '', inner = '', close = ''] = /^(\[?)(.*?)(\]?)$/.exec(run) ?? [];
    const parts = inner.split(ipv6_SEPARATOR);
    const spelled = (from, to) => parts.slice(from, to).join('').replace(/%3a|-/gi, ':');
    if (hidden(spelled(0, parts.length)))
        return address/* ORIGIN */.VT;
    // Another whole address: it stays, unless its last group is the port of ours.
    if ((0,address/* groupsOf */.c1)(spelled(0, parts.length)) !== undefined) {
        return hidden(spelled(0, -2)) ? `${open}${address/* ORIGIN */.VT}${parts.slice(-2).join('')}${close}` : run;
    }
    let rest = '';
    for (let from = 0; from < parts.length; from += 2) {
        let to = Math.min(parts.length, from + LONGEST);
        while (to > from && !hidden(spelled(from, to)))
            to -= 2;
        if (to > from) {
            rest += address/* ORIGIN */.VT + (parts[to] ?? '');
            from = to - 1;
        }
        else {
            rest += (parts[from] ?? '') + (parts[from + 1] ?? '');
        }
    }
    return `${open}${rest}${close}`;
}

;// CONCATENATED MODULE: ./lib/redact/redact.js




/** For `show-origin: true`. */
const redactNothing = (text) => text;
/**
 * Replaces the origin's address wherever it occurs, in any spelling. Text is searched for what may be an address, and
 * that is compared byte by byte: spellings are never enumerated.
 *
 * @param targets host names of the origin and every address they resolved to
 * @param shown hosts that are public anyway, such as the site's own: never replaced, even when the origin has the same name
 */
function redactorOf(targets, shown = []) {
    const shownNames = new Set(shown.map(nameOf));
    const shownAddresses = new Set(shown.map((host) => (0,address/* addressOf */.ci)(host)?.join('.')));
    const all = [...new Set(targets)];
    const addresses = all
        .map((target) => (0,address/* addressOf */.ci)(target))
        .filter((bytes) => bytes !== undefined)
        .filter((bytes) => !shownAddresses.has(bytes.join('.')));
    const others = all.filter((target) => (0,address/* addressOf */.ci)(target) === undefined).map(nameOf);
    const names = [...new Set(others)].filter((name) => name !== '' && !shownNames.has(name));
    if (addresses.length === 0 && names.length === 0)
        return redactNothing;
    const quads = quadsOf(addresses.filter((bytes) => bytes.length === 4));
    const sextets = ipv6Addresses(addresses.filter((bytes) => bytes.length === 16));
    const named = nameRedactorOf(names, shownNames);
    const redact = (text) => redactIPv4(redactIPv6(named(text), sextets, quads), quads);
    return (text) => {
        const open = redact(text);
        return open.includes('%') ? open.split(ESCAPE).map(redact).join('') : open;
    };
}
/**
 * What a URL escapes, once or more often, but for dots and colons, which may be an address's own. Its digits are none of the
 * address that follows: `user%40203.0.113.10`.
 */
const ESCAPE = /(%(?:25)*(?!2e|3a|25)[0-9a-f]{2})/i;
function nameOf(host) {
    return host.toLowerCase().replace(/\.+$/, '');
}


/***/ }),

/***/ 3117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   baselineIn: () => (/* binding */ baselineIn),
/* harmony export */   j: () => (/* binding */ viewsByUrl)
/* harmony export */ });
/* harmony import */ var _shared_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6039);
/* harmony import */ var _comparable_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7274);


/** More sites than a run can have. */
const MOST_SITES = 100_000;
/** Reads an earlier report. Returns what is wrong with it where it is none: it completes "the file that `baseline` names …". */
function baselineIn(text) {
    const report = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(text);
    if (report === undefined)
        return 'is no JSON';
    const schema = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .member */ .Dc)(report, 'schema');
    if (typeof schema !== 'number')
        return 'is no report of Origin Gate';
    if (schema !== 1)
        return 'is a report of a kind that this version does not know';
    const at = Date.parse((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .textIn */ .r7)(report, 'at') ?? '');
    if (Number.isNaN(at))
        return 'does not say when it was made';
    const views = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_1__/* .listIn */ .Of)(report, 'sites', MOST_SITES).map(_comparable_js__WEBPACK_IMPORTED_MODULE_0__/* .comparableOf */ .i);
    const sites = viewsByUrl(views.filter((view) => view !== undefined));
    return sites.size === 0 ? 'speaks of no site' : { at: new Date(at).toISOString(), sites };
}
function viewsByUrl(views) {
    const sites = new Map();
    for (const view of views)
        sites.set(view.url, sites.has(view.url) ? undefined : view);
    return sites;
}


/***/ }),

/***/ 7274:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ comparableOf)
/* harmony export */ });
/* harmony import */ var _shared_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6422);
/* harmony import */ var _shared_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6039);
/* harmony import */ var _redact_address_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5281);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8191);




/** More origins or names than these are not compared. */
const MOST_ORIGINS = 100;
const MOST_NAMES = 100;
/** No text of a report is longer. */
const LONGEST = 500;
const VERDICTS = ['healthy', 'unhealthy', 'inconclusive'];
/** Reads a site of a report, of this run or out of a file; undefined where it is none. */
function comparableOf(site) {
    const url = wordIn(site, 'url');
    const verdict = VERDICTS.find((known) => known === (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)(site, 'verdict'));
    const probes = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(site, 'probes');
    if (url === undefined || verdict === undefined || typeof probes !== 'object')
        return undefined;
    const sslMode = wordIn(site, 'sslMode');
    return {
        url,
        verdict,
        cause: wordIn(site, 'cause') ?? '',
        edge: sideOf((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(probes, 'edge')),
        origins: (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .listIn */ .Of)(probes, 'origins', MOST_ORIGINS).map(sideOf),
        ...dnsOf((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(probes, 'dns')),
        ...(sslMode !== undefined && { sslMode }),
    };
}
function sideOf(probe) {
    const status = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .numberIn */ .Po)(probe, 'status');
    const answer = answerOf(probe, status);
    const [port, took] = [(0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .numberIn */ .Po)(probe, 'port'), (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .numberIn */ .Po)(probe, 'typical') || (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .numberIn */ .Po)(probe, 'total')];
    const [server, http] = [wordIn(probe, 'server'), wordIn(probe, 'http')];
    const tls = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(probe, 'tls');
    const protocol = wordIn(tls, 'protocol');
    return {
        ...(answer !== undefined && { answer }),
        ...(status !== 0 && { status }),
        ...(port !== 0 && { port }),
        ...(server !== undefined && { server }),
        ...(http !== undefined && { http }),
        ...(protocol !== undefined && {
            tls: protocol.replace(/^TLSv/, 'TLS '),
            certificate: certificateOf(tls),
        }),
        ...(took > 0 && (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(probe, 'broke') === undefined && { took }),
    };
}
function answerOf(probe, status) {
    const broke = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(probe, 'broke');
    const begun = status === 0 ? 'none' : String(status);
    if (broke === undefined)
        return status === 0 ? undefined : begun;
    return `${begun}: ${breakOf(broke) ?? 'broke off'}`;
}
function breakOf(broke) {
    const phase = PHASE_NAMES.find((known) => known === (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)(broke, 'phase'));
    const reason = REASONS.find((known) => known === (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)(broke, 'reason'));
    return phase === undefined || reason === undefined ? undefined : (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .briefly */ .m_)({ phase, reason, code: '' });
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
        subject: wordIn(tls, 'subject') ?? '',
        issuer: wordIn(tls, 'issuer') ?? '',
        names: (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .listIn */ .Of)(tls, 'names', MOST_NAMES).filter(isText).map(nameOf).toSorted(),
        from: dayIn(tls, 'notBefore'),
        until: dayIn(tls, 'notAfter'),
        faults: FAULT_NAMES.filter((fault) => (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .listIn */ .Of)(tls, 'faults').includes(fault)),
    };
}
/** An address in a certificate may be where the origin was, and nobody hides that from an old report. */
function nameOf(name) {
    return (0,_redact_address_js__WEBPACK_IMPORTED_MODULE_3__/* .addressOf */ .ci)(name) === undefined ? name.slice(0, LONGEST) : 'an address';
}
function dnsOf(dns) {
    if (typeof dns !== 'object' || dns === null)
        return {};
    const failure = wordIn(dns, 'failure');
    if (failure !== undefined)
        return { dns: failure };
    const [inside, others] = [(0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .listIn */ .Of)(dns, 'cloudflare').length, (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .numberIn */ .Po)(dns, 'others')];
    const parts = [
        ...(inside === 0 ? [] : [`Cloudflare (${(0,_shared_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(inside, 'address', 'addresses')})`]),
        ...(others === 0 ? [] : [`elsewhere (${(0,_shared_text_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(others, 'address', 'addresses')})`]),
    ];
    return parts.length === 0 ? {} : { dns: parts.join(' and ') };
}
function dayIn(value, name) {
    return /^\d{4}-\d\d-\d\d(?=T)/.exec((0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)(value, name) ?? '')?.[0] ?? '';
}
function isText(value) {
    return typeof value === 'string';
}
function wordIn(value, name) {
    const text = (0,_shared_json_js__WEBPACK_IMPORTED_MODULE_2__/* .textIn */ .r7)(value, name)?.slice(0, LONGEST);
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
// EXTERNAL MODULE: ./lib/report/words.js
var report_words = __webpack_require__(8191);
;// CONCATENATED MODULE: ./lib/report/baseline/diff.js




/** The sites with what changed in each since an earlier report. `say` makes the text of that fit to be shown. */
function withDiff(sites, baseline, say) {
    const now = (0,baseline_baseline/* viewsByUrl */.j)(sites.map(comparable/* comparableOf */.i).filter((view) => view !== undefined));
    return sites.map((site) => {
        const [before, view] = [baseline.sites.get(site.url), now.get(site.url)];
        if (before === undefined || view === undefined)
            return site;
        return { ...site, changes: changesOf(before, view, baseline.at, say) };
    });
}
/** What changed at one site. Pure. */
function changesOf(before, now, since, say) {
    const places = placesOf(before, now);
    const told = (where, pairs) => pairs.flatMap(([what, was, is]) => {
        if (was === undefined || is === undefined)
            return [];
        // What was found is redacted already; what the file has is redacted by what is known of the origin now.
        const [then, found] = [say(was, LONGEST), say(is, LONGEST)];
        return then === found ? [] : [{ where, what, before: then, now: found }];
    });
    return {
        since,
        verdict: before.verdict,
        changes: [
            ...told('', [
                ['DNS answer', before.dns, now.dns],
                ['SSL mode', before.sslMode, now.sslMode],
                ['number of origins', String(before.origins.length), String(now.origins.length)],
            ]),
            ...places.flatMap(([where, was, is]) => told(where, reasons(was, is))),
        ],
        answers: places.flatMap(([where, was, is]) => told(where, consequences(was, is))),
    };
}
/** A text of a certificate or a header is no longer where it is shown. */
const LONGEST = 120;
/** Origins first: what Cloudflare does seldom changes by itself. Of several origins those at the same place are compared. */
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
/** Who answered and did not show it has none; who did not answer was not seen. */
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
    return faults.map((fault) => report_words/* FAULTS */.y2[fault]).join(', ') || 'none';
}
function consequences(before, now) {
    const pairs = [['answer', before.answer, now.answer]];
    return beyondNoise(before, now)
        ? [...pairs, ['time', (0,shared_text/* duration */.p0)(before.took ?? 0), (0,shared_text/* duration */.p0)(now.took ?? 0)]]
        : pairs;
}
/** Times differ from run to run. Beyond noise is more than double, or less than half, and more than 200 ms apart. */
const FACTOR = 2;
const APART = 200;
/** An error comes faster than a page: only times of the same answer are compared. */
function beyondNoise({ took: was, answer }, { took: is, answer: same }) {
    if (was === undefined || is === undefined || answer !== same)
        return false;
    return Math.max(was, is) > FACTOR * Math.min(was, is) && Math.abs(was - is) > APART;
}

// EXTERNAL MODULE: ./lib/redact/visible.js
var visible = __webpack_require__(6847);
// EXTERNAL MODULE: ./lib/diagnosis/next/schedule.js
var schedule = __webpack_require__(1482);
// EXTERNAL MODULE: ./lib/diagnosis/history/availability.js
var availability = __webpack_require__(5811);
;// CONCATENATED MODULE: ./lib/report/build/availability.js




/** How a run went, for the report. */
function availabilityReportOf(diagnosis, history) {
    const course = (0,availability/* availabilityOf */.nS)(history, diagnosis.judgments);
    return {
        ended: endOf(diagnosis),
        looks: course.rounds,
        failed: course.failed,
        unseen: course.unknown,
        flaps: course.transitions,
        secondsDown: secondsOf(course.downtime),
        firstBad: iso(course.firstFailure),
        lastBad: iso(course.lastFailure),
        secondsToRecover: course.recoveredAfter === undefined ? null : secondsOf(course.recoveredAfter),
        pattern: diagnosis.trend === 'intermittent' ? patternWords(course.pattern) : '',
    };
}
function endOf({ cancelled, verdict, judgments }) {
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
/** A clause; empty when there is nothing to tell. */
function patternWords(pattern) {
    switch (pattern?.kind) {
        case undefined:
            return '';
        case 'none':
            return 'without a pattern';
        case 'period':
            return periodWords(pattern);
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
function periodWords({ failing, of }) {
    if (failing === 1)
        return `every ${ordinal(of)} time`;
    return failing === of - 1 ? `all but every ${ordinal(of)} time` : `${failing} of every ${of} times, in turn`;
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
/** How it went, in sentences; empty when all looks saw the same. */
function availabilitySentences(diagnosis, course) {
    return [howItWent(diagnosis, course), unseenWords(diagnosis, course), endWords(course)]
        .filter((sentence) => sentence !== '')
        .join(' ');
}
function howItWent({ verdict, trend, judgments }, course) {
    const { failed, firstBad, flaps, secondsDown, secondsToRecover, pattern } = course;
    if (failed === 0 || firstBad === null)
        return '';
    const share = `It failed in ${failed} of ${(0,shared_text/* plural */.LS)(course.looks, 'look')}`;
    const down = flaps > 2 ? ` It was down for ${(0,shared_text/* duration */.p0)(secondsDown * 1000)} in all.` : '';
    switch (trend) {
        case 'steady':
            return '';
        case 'intermittent':
            if (wentDown(judgments))
                return `It was well at first, and has failed since ${(0,report_words/* timeOfDay */.rb)(firstBad)} UTC.`;
            return `${share}${pattern === '' ? '' : `, ${pattern}`}.${down}`;
        case 'recovered': {
            const why = judgments.find((look) => look.verdict === 'unhealthy')?.findings[0]?.cause.title;
            const named = verdict === 'healthy' && why !== undefined ? ` (${why})` : '';
            const after = secondsToRecover === null ? '' : ` after ${(0,shared_text/* duration */.p0)(secondsToRecover * 1000)}`;
            return `${share}${named} and has recovered${after}.`;
        }
        default:
            return trend;
    }
}
/** It was well, and then it was not any more: that is not now and then. */
function wentDown(looks) {
    const seen = looks.filter(({ verdict }) => verdict !== 'inconclusive');
    const first = seen.findIndex(({ verdict }) => verdict === 'unhealthy');
    return first > 0 && seen.slice(first).every(({ verdict }) => verdict === 'unhealthy');
}
function unseenWords({ verdict }, { unseen, looks }) {
    if (unseen === 0 || unseen === looks || verdict === 'inconclusive')
        return '';
    return `${(0,shared_text/* plural */.LS)(unseen, 'look')} could not see the site, and ${unseen === 1 ? 'counts' : 'count'} neither way.`;
}
function endWords({ ended, looks }) {
    if (ended === 'hopeless')
        return 'Waiting cannot mend this.';
    if (ended !== 'cancelled')
        return '';
    return looks === 0
        ? 'The run was cancelled before its first look.'
        : `The run was cancelled after ${(0,shared_text/* plural */.LS)(looks, 'look')}.`;
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





/** More names than this tell a reader nothing, and a certificate may have thousands. */
const MOST_NAMES = 10;
const DAY = 86_400_000;
function probesOf(evidence, say) {
    const { edge, trace, dns, origins = [], request, at } = evidence;
    return {
        ...(edge !== undefined && { edge: probeOf(edge, at, say) }),
        origins: origins.map((origin, index) => Object.assign(probeOf(origin, at, say), { port: request.origins[index]?.port ?? request.port })),
        ...(trace !== undefined && {
            control: { ...probeOf(trace, at, say), ...coloOf((0,response/* traceOf */.fC)(trace)?.colo) },
        }),
        ...(dns !== undefined && { dns: dnsOf(dns, evidence, say) }),
    };
}
/** `at` is when the look began. */
function probeOf(exchange, at, say) {
    const { timings, tls } = exchange;
    const head = 'head' in exchange ? exchange.head : undefined;
    const header = (name) => say(head?.headers[name] ?? '', 80);
    const [server, cache, contentType] = ['server', 'cf-cache-status', 'content-type'].map(header);
    const generator = pageOf(exchange);
    const http = /^HTTP\/\d(?:\.\d)?(?= )/.exec(exchange.wire?.opening ?? '')?.[0];
    const ray = (0,response/* rayOf */.qj)(exchange);
    return {
        timings,
        total: (0,facts_exchange/* elapsedIn */._E)(exchange),
        ...(exchange.redirectChain !== undefined && { redirects: redirectsOf(exchange.redirectChain, say) }),
        ...(head !== undefined && { status: head.status }),
        ...(exchange.kind === 'failed' && {
            broke: {
                phase: exchange.phase,
                reason: exchange.error.reason,
                code: say(exchange.error.code, 60),
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
        ...(tls !== undefined && { tls: tlsOf(tls, at, say) }),
    };
}
/** Every redirect, the last too where the answer is one itself. */
function redirectsOf({ redirects, next }, say) {
    const places = [...redirects.map(({ to }) => to), ...(next === undefined ? [] : [next])];
    return places.map((to) => say(to, 200));
}
function isText(value) {
    return value !== undefined && value !== '';
}
function coloOf(colo) {
    return isText(colo) ? { colo } : {};
}
/** Who wrote an error page: Cloudflare, or what stands before the application. */
function pageOf(exchange) {
    if (exchange.kind !== 'completed')
        return undefined;
    return (0,response/* edgeErrorIn */.L3)(exchange) === undefined ? (0,generator/* generatorOf */.bm)(exchange)?.name : 'Cloudflare';
}
function tlsOf({ protocol, cipher, certificate }, at, say) {
    const { subject, issuer, names, notBefore, notAfter, faults, chain } = certificate;
    const more = names.length - MOST_NAMES;
    return {
        protocol: say(protocol, 20),
        cipher: say(cipher, 60),
        subject: say(subject, 120),
        issuer: say(issuer, 120),
        names: [
            ...names.slice(0, MOST_NAMES).map((name) => say(name, 80)),
            ...(more > 0 ? [`and ${more} more`] : []),
        ],
        notBefore: isoOf(notBefore),
        notAfter: isoOf(notAfter),
        faults,
        daysLeft: Math.floor((notAfter - at) / DAY) || 0,
        chain: chain.map((link) => linkOf(link, say)),
    };
}
function linkOf(link, say) {
    const { subject, issuer, notBefore, notAfter, key, signature, linked } = link;
    return {
        subject: say(subject, 120),
        issuer: say(issuer, 120),
        notBefore: isoOf(notBefore),
        notAfter: isoOf(notAfter),
        key: say(key, 40),
        signature: say(signature, 60),
        linked,
    };
}
/** A certificate may hold dates that no calendar knows. */
function isoOf(at) {
    return Number.isFinite(at) && Math.abs(at) < 8.64e15 ? new Date(at).toISOString() : '';
}
/** Addresses outside of Cloudflare's ranges may be the origin's: they are counted, not shown. */
function dnsOf(dns, { resolvers = [], ownResolver = [], nameServers = [], ranges }, say) {
    const told = [...ownResolver, ...resolvers, ...nameServers].map((each) => toldOf(each, ranges, say));
    const servers = told.length === 0 ? {} : { servers: told };
    if (dns.kind === 'failed') {
        return {
            took: dns.elapsed,
            cloudflare: [],
            others: 0,
            failure: say(FAILURES[dns.reason], 60),
            ...servers,
        };
    }
    const cloudflare = dns.addresses
        .map(({ address }) => address)
        .filter((address) => (0,cloudflare_ranges/* inCloudflareRanges */.fC)(address, ranges));
    return {
        took: dns.elapsed,
        cloudflare: cloudflare.map((address) => say(address, 45)),
        others: dns.addresses.length - cloudflare.length,
        ...servers,
    };
}
function toldOf(told, ranges, say) {
    const { ttl } = told;
    return {
        server: say(told.server, 80),
        says: say(saysOf(told, ranges), 80),
        ...(ttl !== undefined && { ttl }),
    };
}
function saysOf(told, ranges) {
    if (told.kind === 'failed') {
        if (told.bogus)
            return 'DNSSEC does not hold';
        return told.reason === 'timeout' ? 'no answer' : (SAID[told.code] ?? FAILURES[told.reason]);
    }
    const others = told.addresses.filter(({ address }) => !(0,cloudflare_ranges/* inCloudflareRanges */.fC)(address, ranges)).length;
    const elsewhere = others === 0 ? [] : [`elsewhere (${(0,shared_text/* plural */.LS)(others, 'address', 'addresses')})`];
    return [...(others < told.addresses.length ? ['Cloudflare'] : []), ...elsewhere].join(' and ');
}
/** Words for what a server says beside the usual. */
const SAID = { REFUSED: 'refuses to answer' };
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
 * Commands that ask again what the probes asked: through Cloudflare, then at each origin. A user who sets `ORIGIN` (an
 * IPv6 address in brackets) can paste them. The values of headers are secrets: `…` stands for them.
 */
function reproduceOf(site, evidence, say) {
    const headers = site.headers.map(([name]) => `-H ${shellQuote(`${say(name)}: …`)}`);
    const ask = [
        'curl -sv -o /dev/null',
        ...(site.method === 'HEAD' ? ['-I'] : []),
        `--max-time ${Math.ceil(site.timeout / 1000)}`,
    ];
    const access = site.access === undefined ? [] : ACCESS.map((name) => `-H ${shellQuote(`${name}: …`)}`);
    const all = [...headers, ...access];
    // To other hosts curl would send the headers too.
    const follows = evidence.edge?.redirectChain !== undefined && all.length === 0;
    const along = follows ? [`-L --max-redirs ${site.followRedirects}`] : [];
    const edge = [...ask, ...along, shellQuote(say(site.url, 500)), ...all].join(' ');
    const origins = site.origins.map((origin, index) => {
        const tls = evidence.origins?.[index]?.tls;
        // Cloudflare trusts its own Origin CA; curl does not.
        const insecure = tls?.certificate.cloudflareOriginCa === true ? ['-k'] : [];
        const host = site.originHost === site.originSni ? [] : [`-H ${shellQuote(`Host: ${say(site.originHost, 255)}`)}`];
        return [
            ...ask,
            ...insecure,
            shellQuote(say(directUrl(site, origin), 500)),
            connectTo(origin, say),
            ...host,
            ...headers,
        ].join(' ');
    });
    return [edge, ...origins.filter((command, index) => origins.indexOf(command) === index)];
}
/** For Cloudflare alone: the origin is asked without them. */
const ACCESS = ['CF-Access-Client-Id', 'CF-Access-Client-Secret'];
/** The URL that curl has to be told so that it greets the origin as the direct probe does. */
function directUrl({ url, originSni }, { scheme }) {
    const direct = new URL(url);
    const rest = direct.pathname + direct.search;
    const port = direct.port === '' ? '' : `:${direct.port}`;
    return `${scheme}//${originSni}${port}${rest}`;
}
/** Single quotes would keep the shell from filling in `$ORIGIN`. */
function connectTo({ host, port }, say) {
    const place = (0,authority/* hostAndPort */.PG)(host, port);
    const hidden = say(place, 300) !== place;
    return hidden ? `--connect-to "::${address/* ORIGIN */.VT}:${port}"` : `--connect-to ${shellQuote(`::${place}`)}`;
}

// EXTERNAL MODULE: ./lib/diagnosis/clues/exchange.js + 1 modules
var exchange = __webpack_require__(7908);
// EXTERNAL MODULE: ./lib/diagnosis/facts/content.js
var content = __webpack_require__(5364);
;// CONCATENATED MODULE: ./lib/report/build/sentences.js








/** The verdict and its cause in one line. `title` completes it. */
function headlineOf(diagnosis, evidence) {
    const host = sentences_pageOf(evidence.request.url);
    const title = titleOf(diagnosis);
    switch (diagnosis.verdict) {
        case 'healthy':
            return `${host} is healthy: ${healthyWords(evidence)}`;
        case 'inconclusive':
            return `${host} could not be judged: ${title}`;
        case 'unhealthy':
            return `${host} ${stateOf(diagnosis, evidence)} ${title}`;
        default:
            return diagnosis.verdict;
    }
}
/** `www.example.com`, and with a path `www.example.com/health`: a run may look at several pages of one host. */
function sentences_pageOf(url) {
    const { host, pathname } = new URL(url);
    return pathname === '/' ? host : host + pathname;
}
function titleOf({ cause, cancelled }) {
    if (cancelled === true)
        return 'the run was cancelled';
    if (cause === undefined)
        return 'no cause fits what was seen';
    const { origin } = cause;
    const which = origin === undefined || origin.of < 2 ? '' : ` (origin ${origin.position} of ${origin.of})`;
    return cause.cause.title + which;
}
function stateOf({ trend, cause, judgments }, evidence) {
    if (trend === 'recovered')
        return 'was down and is back:';
    if (trend === 'intermittent')
        return wentDown(judgments) ? 'has gone down:' : 'fails now and then:';
    if ((0,content/* meetsExpectations */.A7)(evidence, evidence.edge))
        return 'still answers, but';
    return cause?.cause.category === 'content' ? 'is not healthy:' : 'is down:';
}
/** `200 through Cloudflare (SJC, 62 ms) and directly (41 ms)`. */
function healthyWords(evidence) {
    const { edge, origins = [] } = evidence;
    const colo = (0,response/* rayOf */.qj)(edge)?.colo ?? '';
    const details = [colo, took(edge)].filter((word) => word !== '').join(', ');
    const way = (0,response/* throughCloudflare */.TV)(edge) ? 'through Cloudflare' : 'to visitors';
    const front = `${statusOf(edge)} ${way} (${details})`;
    const sound = origins.filter((origin) => (0,content/* meetsExpectations */.A7)(evidence, origin));
    if (sound.length === 0)
        return front;
    const [only] = sound;
    const same = sound.every((origin) => statusOf(origin) === statusOf(edge));
    if (origins.length === 1)
        return `${front} and ${same ? '' : `${statusOf(only)} `}directly (${took(only)})`;
    return `${front} and directly at ${sound.length === origins.length ? `all ${origins.length}` : `${sound.length} of ${origins.length}`} origins`;
}
function statusOf(exchange) {
    return exchange?.kind === 'completed' ? String(exchange.head.status) : 'no answer';
}
function took(exchange) {
    if (exchange === undefined)
        return '';
    return (0,shared_text/* duration */.p0)((0,facts_exchange/* elapsedIn */._E)(exchange));
}
/** What visitors get, what the origin says when asked directly, and how it went over time. */
function summaryOf(diagnosis, evidence, course) {
    // Cancelled before its first look: nothing was asked yet.
    const sides = course.looks === 0 ? [] : [edgeSentence(evidence, diagnosis), originSentence(evidence)];
    return [...sides, availabilitySentences(diagnosis, course)].filter((sentence) => sentence !== '').join(' ');
}
/** Only Cloudflare itself answers with these. */
const ONLY_CLOUDFLARE = /^5(2\d|30)$/;
function edgeSentence({ edge, trace }, { verdict, cause }) {
    if (edge === undefined)
        return '';
    const challenged = (0,response/* challengeIn */.F2)(edge) !== undefined;
    // What a runner without a network, or one that is turned away, gets says nothing about visitors.
    const alone = challenged || (verdict === 'inconclusive' && cause?.cause.id !== 'origin-locked-to-cloudflare');
    const who = alone ? 'This runner gets' : 'Visitors get';
    if (edge.kind === 'failed') {
        const { phase, error } = edge;
        const reached = (0,response/* traceOf */.fC)(trace) === undefined ? '' : ', though Cloudflare itself can be reached';
        return `${who} no answer: ${(0,report_words/* briefly */.m_)({ phase, reason: error.reason, code: '' })}${(0,exchange/* redirectText */.UC)(edge)}${reached}.`;
    }
    const status = statusOf(edge);
    if (challenged)
        return `${who} a challenge of Cloudflare instead of the site; visitors may be fine.`;
    const told = `${status}${(0,exchange/* missingContentText */.Vz)(edge)}`;
    if (!(0,response/* throughCloudflare */.TV)(edge))
        return `${who} ${told}, and not from Cloudflare${(0,exchange/* redirectText */.UC)(edge)}.`;
    return `${who} ${told} ${ONLY_CLOUDFLARE.test(status) ? 'from' : 'through'} Cloudflare${(0,exchange/* redirectText */.UC)(edge)}.`;
}
/** What the direct probe would have told. */
const UNASKED = 'The origin was not asked: with its address as the input "origin", this check would tell an origin that fails from one that only Cloudflare does not reach.';
function originSentence(evidence) {
    const { origins = [], request } = evidence;
    const [first] = origins;
    if (first === undefined) {
        // What is behind a tunnel has no address to ask.
        const tunnelled = (0,response/* edgeErrorIn */.L3)(evidence.edge)?.code === 1033;
        return request.origins.length === 0 && !tunnelled ? UNASKED : '';
    }
    if (origins.length === 1)
        return `Asked directly, the origin ${doing(evidence, first, 0)}.`;
    const sound = origins.filter((origin) => (0,content/* meetsExpectations */.A7)(evidence, origin)).length;
    const rest = origins.flatMap((origin, index) => (0,content/* meetsExpectations */.A7)(evidence, origin) ? [] : [`origin ${index + 1} ${doing(evidence, origin, index)}`]);
    const shown = rest.length > 3 ? [...rest.slice(0, 3), `${rest.length - 3} more fail`] : rest;
    const fine = sound === 0 ? [] : [sound === 1 ? 'one answers as expected' : `${sound} answer as expected`];
    return `Of ${origins.length} origins asked directly, ${(0,shared_text/* list */.p_)([...fine, ...shown])}.`;
}
/** What an origin does, and what is wrong with the certificate it shows. */
function doing(evidence, origin, index) {
    const wrong = origin.tls === undefined ? '' : certificateWords(origin.tls.certificate);
    if (origin.kind === 'completed') {
        const damage = (0,facts_exchange/* encodingDamage */.hk)(origin);
        const page = damage === undefined ? '' : ` with a compressed page that ${exchange/* DAMAGE */.Qj[damage]}`;
        const answers = `answers ${origin.head.status}${(0,exchange/* missingContentText */.Vz)(origin)}${page}${(0,exchange/* redirectText */.UC)(origin)}`;
        return wrong === '' ? answers : `${answers}, with a certificate that ${wrong}`;
    }
    const { phase, error } = origin;
    if (error.reason === 'untrusted' && wrong !== '')
        return `shows a certificate that ${wrong}`;
    const port = evidence.request.origins[index]?.port ?? evidence.request.port;
    return (0,report_words/* does */.YL)({ phase, reason: error.reason, code: '' }, port);
}
/** Completes "a certificate that …". Names in a certificate are the server's: they are not repeated here. */
function certificateWords({ faults, notBefore, notAfter, expectedName }) {
    const words = {
        expired: `expired on ${(0,report_words/* dayOf */.kb)(isoOf(notAfter))}`,
        'not-yet-valid': `is valid only from ${(0,report_words/* dayOf */.kb)(isoOf(notBefore))} on`,
        'name-mismatch': `is not for ${expectedName}`,
        untrusted: 'no known authority signed',
        'chain-incomplete': 'comes without its intermediate',
    };
    return (0,shared_text/* list */.p_)(faults.map((fault) => words[fault]));
}

;// CONCATENATED MODULE: ./lib/report/build/median.js
/** The probes of one look, with what their answer took in the median of all looks that had the same. */
function withMedian(probes, history) {
    const { edge, origins } = probes;
    return {
        ...probes,
        ...(edge !== undefined && {
            edge: typical(edge, history.map((look) => look.edge)),
        }),
        origins: origins.map((origin, index) => typical(origin, history.map((look) => look.origins?.[index]))),
    };
}
function typical(probe, seen) {
    const times = seen.flatMap((exchange) => exchange?.kind === 'completed' && exchange.head.status === probe.status
        ? [Object.values(exchange.timings).reduce((sum, took) => sum + took, 0)]
        : []);
    return times.length < 2 ? probe : { ...probe, typical: medianOf(times) };
}
function medianOf(values) {
    const sorted = values.toSorted((a, b) => a - b);
    const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
    return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}

;// CONCATENATED MODULE: ./lib/report/build/report.js













/** Worst first. */
const ORDER = ['unhealthy', 'inconclusive', 'healthy'];
/** Says what a run comes to. The only place that redacts: nothing that was not redacted leaves it. */
function reportOf({ sites, at, version, earlier }) {
    const redactors = new Set();
    const reports = Array.from(sites, (site) => {
        redactors.add(site.redact);
        return siteReportOf(site);
    });
    const [worst, ...rest] = withChanges(reports, redactors, earlier).toSorted(byWeight);
    if (worst === undefined)
        throw new RangeError('There is no site');
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
/** The sites beside what an earlier report has of them. Each hides what is known of any. */
function withChanges(reports, redactors, earlier) {
    if (earlier === undefined || 'missing' in earlier)
        return reports;
    const redact = (text) => [...redactors].reduce((hidden, next) => next(hidden), text);
    return withDiff(reports, earlier, sayOf(redact));
}
/** Why some or all of the sites are not compared. */
function noteOfBaseline(all, earlier) {
    if (earlier === undefined)
        return [];
    if ('missing' in earlier)
        return [{ id: 'baseline', text: earlier.missing }];
    const unknown = all.filter(({ changes }) => changes === undefined).length;
    if (unknown === 0)
        return [];
    const which = all.length === 1 ? 'this site' : `${unknown} of the ${all.length} sites`;
    const since = (0,report_words/* dayOf */.kb)(earlier.at);
    return [{ id: 'baseline', text: `The earlier report, of ${since}, has nothing to compare ${which} with.` }];
}
/** What visitors miss comes before what only the origin lacks, and what is known before what is suspected. */
function byWeight(a, b) {
    return (ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) ||
        Number(answers(a)) - Number(answers(b)) ||
        CONFIDENCE_ORDER.indexOf(a.confidence) - CONFIDENCE_ORDER.indexOf(b.confidence));
}
const CONFIDENCE_ORDER = ['certain', 'likely', 'possible', ''];
function answers({ probes: { edge } }) {
    return edge?.broke === undefined && (edge?.status ?? 500) < 400;
}
function siteReportOf({ site, history, diagnosis, redact }) {
    const say = sayOf(redact);
    const evidence = (0,timeline/* shownRound */._j)(diagnosis, history);
    const { verdict, trend, cause: finding } = diagnosis;
    const cause = finding?.cause;
    const course = availabilityReportOf(diagnosis, history);
    const place = placeOf(site, finding);
    return {
        url: say(site.url, 500),
        host: say(evidence.request.host, 255),
        verdict,
        cause: cause?.id ?? '',
        category: cause?.category ?? '',
        confidence: finding?.match.confidence ?? '',
        because: say(finding?.match.because ?? ''),
        trend,
        headline: say(headlineOf(diagnosis, evidence)),
        summary: say(summaryOf(diagnosis, evidence, course), 600),
        owner: finding?.match.owner ?? cause?.owner ?? '',
        clues: (finding?.match.clues ?? []).map(({ from, text }) => ({ from, text: say(text) })),
        alternatives: diagnosis.alternatives.map((other) => alternativeOf(other, cause, say)),
        lookalikes: furtherLookalikes(diagnosis).map(({ what, distinguishedBy }) => ({
            what: say(typeof what === 'string' ? ((0,causes/* causeById */.a0)(what)?.title ?? what) : what.other),
            told: say(distinguishedBy),
        })),
        remedy: cause === undefined ? null : remedyOf(cause.remedy(place), say),
        docs: cause === undefined ? '' : (0,report_words/* docsOf */.fE)(cause.id),
        warnings: diagnosis.warnings.map((warning) => warningOf(warning, placeOf(site, warning), say)),
        notes: diagnosis.notes.map((note) => noteOf(note, say)),
        ...unreadOf(evidence, say),
        path: (0,request_path/* requestPath */.Z)(diagnosis, evidence).map(({ name, state, detail }) => ({
            name,
            state,
            detail: say(detail, 60),
        })),
        ...sslModeIn(evidence),
        probes: withMedian(probesOf((0,timeline/* withNames */.B1)(evidence, history), say), history),
        timeline: (0,timeline/* timelineOf */.hf)(diagnosis, history),
        course,
        reproduce: reproduceOf(site, evidence, say),
    };
}
/** What is unseen goes first: an address with an invisible letter in it is still that address. */
function sayOf(redact) {
    return (text, max = 300) => (0,visible/* cut */.Jj)(redact((0,visible/* clean */.uH)(text)), max);
}
/** What the user or the zone says; what the URL suggests is a guess. */
function sslModeIn({ request, zone }) {
    const { mode, by } = (0,ssl_mode/* sslModeOf */.H)(request, zone?.ssl);
    return by === 'url' ? {} : { sslMode: mode };
}
/** Absent when there is nothing to say: most runs have no token. */
function unreadOf({ zone, analytics, statusPage }, say) {
    const sentences = [...(zone?.unread ?? []), analytics?.unread ?? '', statusPage?.unread ?? ''];
    const told = sentences.filter((sentence) => sentence !== '').map((sentence) => say(sentence));
    return told.length === 0 ? {} : { unread: told };
}
function placeOf({ url, origins }, finding) {
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
function remedyOf({ summary, steps: [first, ...more], difficulty, reference }, say) {
    const stepOf = ({ action, details }) => ({ action: say(action), details: say(details, 600) });
    return {
        summary: say(summary),
        steps: [stepOf(first), ...more.map(stepOf)],
        difficulty,
        reference: say(reference),
    };
}
function alternativeOf({ cause: other, match }, cause, say) {
    const told = cause?.lookalikes.find((lookalike) => lookalike.what === other.id)?.distinguishedBy ??
        other.lookalikes.find((lookalike) => lookalike.what === cause?.id)?.distinguishedBy;
    return {
        cause: other.id,
        confidence: match.confidence,
        title: say(other.title),
        because: say(match.because),
        told: say(told ?? ''),
    };
}
/** What the cause may be mistaken for, but for what is told as an alternative already. */
function furtherLookalikes({ cause, alternatives }) {
    return (cause?.lookalikes ?? []).filter((lookalike) => !alternatives.some((other) => lookalike.what === other.cause.id));
}
/** The reason of a match is a whole statement: it needs no title in front. */
function warningOf({ cause, match }, place, say) {
    return { id: cause.id, text: say(`${(0,report_words/* capital */.Nx)(match.because)}. ${cause.remedy(place).summary}`, 600) };
}
function noteOf({ cause, match }, say) {
    return { id: cause.id, text: say(`${(0,report_words/* capital */.Nx)(match.because)}.`, 600) };
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
/** The way of a request, and where it breaks: by what was seen, and by the cause that explains it. */
function requestPath(diagnosis, evidence) {
    const blamed = diagnosis.verdict === 'healthy' ? undefined : blamedHop(diagnosis, evidence);
    const { origin, label } = singledOut(diagnosis, evidence);
    // What visitors get proves the origin sound, unless it is this origin that the cause speaks of: there may be others.
    const throughEdge = blamed === 'origin' || blamed === 'application' ? undefined : freshEdge(evidence);
    const seen = {
        visitor: blamed === 'visitor' ? broken() : ok(),
        DNS: dnsSeen(evidence),
        Cloudflare: cloudflareSeen(evidence),
        tunnel: blamed === 'tunnel' ? unknown() : undefined,
        firewall: firewallSeen(diagnosis, blamed),
        TLS: tlsSeen(origin),
        origin: originSeen(origin, throughEdge),
        application: applicationSeen(evidence, origin, throughEdge),
    };
    const names = {
        origin: label,
        ...(blamed === 'visitor' && { visitor: 'this runner' }),
        ...(blamed === 'Cloudflare' && { Cloudflare: `Cloudflare ${seen.Cloudflare?.detail ?? ''}`.trim() }),
    };
    return HOPS.flatMap((stop) => {
        const found = seen[stop];
        if (found === undefined && stop !== blamed)
            return [];
        const known = stop === blamed && stop === 'Cloudflare' ? edgeFailure(evidence) : found;
        return [{ name: names[stop] ?? stop, ...judged(known ?? unknown(), stop === blamed, diagnosis) }];
    });
}
/** The joint at which the way breaks; where nothing is known to be broken, the first that something is said of. */
function failingHop(path) {
    return (path.find(({ state }) => state === 'broken') ??
        path.find(({ state, detail }) => state === 'unknown' && detail !== ''));
}
/** Only the blamed stop is shown broken. What else did not work, such as a direct probe turned away, is open to doubt. */
function judged(found, blamed, { verdict, cause }) {
    if (!blamed)
        return found.state === 'broken' ? unknown(found.detail) : found;
    const seen = found.state === 'broken' ? found.detail : '';
    const detail = briefOf(cause?.cause, seen);
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
function blamedHop(diagnosis, evidence) {
    if (diagnosis.cause === undefined)
        return undefined;
    const { cause, match } = diagnosis.cause;
    const { origin } = singledOut(diagnosis, evidence);
    const hop = typeof cause.hop === 'function'
        ? cause.hop({ match, ...(origin !== undefined && { origin }) })
        : cause.hop;
    return hop === 'unknown' ? undefined : hop;
}
/** The origin that the cause speaks of; without one, the first. */
function singledOut({ cause }, { origins = [] }) {
    const position = cause?.origin?.position;
    const label = position === undefined || origins.length < 2 ? 'origin' : `origin ${position} of ${origins.length}`;
    return { origin: origins[(position ?? 1) - 1], label };
}
function dnsSeen({ dns }) {
    if (dns === undefined)
        return unknown();
    if (dns.kind === 'resolved')
        return ok();
    return broken(dns.reason === 'no-such-host' ? 'no such name' : dns.reason === 'no-address' ? 'no address' : 'no answer');
}
function cloudflareSeen({ edge, trace, dns, ranges }) {
    const colo = (0,response/* rayOf */.qj)(edge)?.colo ?? (0,response/* traceOf */.fC)(trace)?.colo ?? '';
    if ((0,response/* throughCloudflare */.TV)(edge) || (0,response/* traceOf */.fC)(trace) !== undefined)
        return ok(colo);
    const elsewhere = dns?.kind === 'resolved' && !dns.addresses.some(({ address }) => (0,cloudflare_ranges/* inCloudflareRanges */.fC)(address, ranges));
    if (elsewhere)
        return unknown('not on the way');
    return edge?.kind === 'failed' && dns?.kind === 'resolved' ? broken((0,timeline/* outcome */.bu)(edge)) : unknown();
}
/** What Cloudflare answered in place of the site. */
function edgeFailure(evidence) {
    return (0,content/* meetsExpectations */.A7)(evidence, evidence.edge) ? unknown() : broken((0,timeline/* outcome */.bu)(evidence.edge));
}
function firewallSeen({ notes }, blamed) {
    if (blamed === 'firewall')
        return unknown();
    const note = notes.find(({ cause }) => cause.hop === 'firewall');
    return note && ok(briefOf(note.cause, ''));
}
function tlsSeen(origin) {
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
function originSeen(origin, throughEdge) {
    const accepted = (0,exchange/* acceptedConnection */.wt)(origin) || (origin?.kind === 'failed' && origin.phase === 'tls');
    if (accepted || throughEdge !== undefined)
        return ok();
    return origin === undefined ? unknown() : broken((0,timeline/* outcome */.bu)(origin));
}
function applicationSeen(evidence, origin, throughEdge) {
    if (origin?.kind === 'completed') {
        return (0,content/* meetsExpectations */.A7)(evidence, origin) ? ok((0,timeline/* outcome */.bu)(origin)) : broken((0,timeline/* outcome */.bu)(origin));
    }
    if (throughEdge !== undefined)
        return ok((0,timeline/* outcome */.bu)(throughEdge));
    return (0,exchange/* acceptedConnection */.wt)(origin) ? broken((0,timeline/* outcome */.bu)(origin)) : unknown();
}


/***/ }),

/***/ 8492:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ap: () => (/* binding */ familyOf),
/* harmony export */   Gw: () => (/* binding */ isPrivate),
/* harmony export */   QP: () => (/* binding */ typeOf),
/* harmony export */   VJ: () => (/* binding */ isCloudMetadata),
/* harmony export */   Vp: () => (/* binding */ isRunnerNetwork),
/* harmony export */   mK: () => (/* binding */ includes),
/* harmony export */   xU: () => (/* binding */ sameAddress)
/* harmony export */ });
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7030);

/** Address ranges that are not part of the public internet (RFC 6890). */
const RANGES = {
    unspecified: [
        ['0.0.0.0', 8],
        ['::', 128],
    ],
    loopback: [
        ['127.0.0.0', 8],
        ['::1', 128],
    ],
    /** RFC 1918, and RFC 4193 for IPv6. */
    private: [
        ['10.0.0.0', 8],
        ['172.16.0.0', 12],
        ['192.168.0.0', 16],
        ['fc00::', 7],
    ],
    /** Carrier-grade NAT (RFC 6598). */
    shared: [['100.64.0.0', 10]],
    linkLocal: [
        ['169.254.0.0', 16],
        ['fe80::', 10],
    ],
    /** Metadata services outside the link-local range: Azure (GitHub's runners), Oracle, Alibaba and AWS over IPv6. */
    cloudMetadata: [
        ['168.63.129.16', 32],
        ['192.0.0.192', 32],
        ['100.100.100.200', 32],
        ['fd00:ec2::254', 128],
    ],
};
function listOf(...groups) {
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    for (const [address, bits] of groups.flatMap((group) => RANGES[group])) {
        list.addSubnet(address, bits, typeOf(address));
    }
    return list;
}
const PRIVATE = listOf('loopback', 'private', 'shared', 'linkLocal');
const RUNNER_NETWORK = listOf('unspecified', 'loopback', 'private', 'shared');
const CLOUD_METADATA = listOf('linkLocal', 'cloudMetadata');
/** Whether an address means different machines in different networks. */
function isPrivate(address) {
    return includes(PRIVATE, address);
}
/** Whether an address is the runner itself or may be in its network. */
function isRunnerNetwork(address) {
    return includes(RUNNER_NETWORK, address);
}
/** Whether a cloud may serve a machine's own metadata, with its credentials, at an address. */
function isCloudMetadata(address) {
    return includes(CLOUD_METADATA, address);
}
/** Whether a list has an address. Text that is not an address is in no list. */
function includes(list, address) {
    const type = typeOf(address);
    return (type === 'ipv6' ? (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv6)(address) : (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIPv4)(address)) && list.check(address, type);
}
/** Whether two addresses are the same one, however they are written. */
function sameAddress(a, b) {
    if (familyOf(a) !== familyOf(b))
        return false;
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    list.addAddress(b, typeOf(b));
    return list.check(a, typeOf(a));
}
/** The family of an address. A colon tells: `net.isIPv6` takes 5 ms when it is called first. */
function familyOf(address) {
    return address.includes(':') ? 6 : 4;
}
function typeOf(address) {
    return familyOf(address) === 6 ? 'ipv6' : 'ipv4';
}


/***/ }),

/***/ 3187:
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
