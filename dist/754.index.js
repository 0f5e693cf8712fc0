export const id = 754;
export const ids = [754,50];
export const modules = {

/***/ 5050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   queryAddresses: () => (/* binding */ queryAddresses)
/* harmony export */ });
/* unused harmony export addressAnswerOf */
/* harmony import */ var _network_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1489);
/* harmony import */ var _query_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5579);


/** Queries one server for the IPv4 and IPv6 addresses of a name, both at once. */
async function queryAddresses(name, { server, address, recursive }, dns, context) {
    const stop = (0,_network_clock_js__WEBPACK_IMPORTED_MODULE_0__.stopwatch)(context.clock);
    const question = { name, recursive, unchecked: false };
    const replies = await Promise.all([
        (0,_query_js__WEBPACK_IMPORTED_MODULE_1__/* .queryServer */ .e)({ ...question, type: 'A' }, address, dns, context),
        (0,_query_js__WEBPACK_IMPORTED_MODULE_1__/* .queryServer */ .e)({ ...question, type: 'AAAA' }, address, dns, context),
    ]);
    const elapsed = stop();
    const answer = addressAnswerOf(replies);
    if (answer.kind === 'resolved' || !recursive || answer.code !== 'SERVFAIL')
        return { server, elapsed, ...answer };
    // If the same query succeeds without DNSSEC validation, only the signatures are wrong.
    const unchecked = await (0,_query_js__WEBPACK_IMPORTED_MODULE_1__/* .queryServer */ .e)({ ...question, type: 'A', unchecked: true }, address, dns, context);
    return { server, elapsed, ...answer, bogus: unchecked.ok && unchecked.message.rcode !== 'SERVFAIL' };
}
/** Combines the replies for A and AAAA. An address in one of them is enough. Pure. */
function addressAnswerOf(replies) {
    const transport = replies.find(({ ok }) => ok)?.transport ?? replies[0].transport;
    const messages = replies.flatMap((reply) => (reply.ok ? [reply.message] : []));
    const [first, ...rest] = messages.flatMap(({ addresses }) => addresses);
    const ttls = messages
        .filter(({ addresses }) => first === undefined || addresses.length > 0)
        .flatMap(({ ttl }) => ttl ?? []);
    if (first !== undefined) {
        const aliases = messages.find((message) => message.aliases.length > 0)?.aliases ?? [];
        return {
            transport,
            kind: 'resolved',
            addresses: [first, ...rest],
            aliases,
            ttl: Math.min(...ttls, MAX_TTL),
        };
    }
    const codes = replies.map((reply) => (reply.ok ? reply.message.rcode : reply.code));
    const code = codes.toSorted((a, b) => rankOf(a) - rankOf(b))[0] ?? 'NOERROR';
    return {
        transport,
        kind: 'failed',
        reason: REASONS[code] ?? (messages.length === 0 ? 'timeout' : 'other'),
        code,
        ...(ttls.length > 0 && { ttl: Math.min(...ttls) }),
        errors: messages.flatMap(({ errors }) => errors).slice(0, MAX_ERRORS),
        bogus: false,
    };
}
/** Seconds: one week, the usual cache limit of resolvers. */
const MAX_TTL = 604_800;
const MAX_ERRORS = 8;
const REASONS = {
    NXDOMAIN: 'no-such-host',
    SERVFAIL: 'server-failure',
    DEADLINE: 'timeout',
    ETIMEOUT: 'timeout',
    NOERROR: 'no-address',
};
/**
 * Most conclusive first. NXDOMAIN covers both record types. NOERROR means "no address" only if both replies have it.
 */
function rankOf(code) {
    const order = ['NXDOMAIN', 'SERVFAIL', 'DEADLINE', 'ETIMEOUT', 'NOERROR'];
    const rank = order.indexOf(code);
    // Any other code is more conclusive than a timeout, and less than SERVFAIL.
    return rank < 0 ? 1.5 : rank;
}


/***/ }),

/***/ 4754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   queryNameServers: () => (/* binding */ queryNameServers)
/* harmony export */ });
/* harmony import */ var _cloudflare_api_zone_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5352);
/* harmony import */ var _network_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1489);
/* harmony import */ var _addresses_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5050);
/* harmony import */ var _query_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5579);




/** Name servers to query. A zone usually has two, and at most thirteen. */
const MAX_NAME_SERVERS = 4;
/**
 * Queries the zone's own name servers for the addresses of a name. The first resolver that knows them provides their
 * names. Empty if none does: the zone is not delegated, or the resolvers don't respond.
 */
async function queryNameServers(name, resolvers, context) {
    const { dns } = context.network;
    if (dns === undefined)
        return [];
    const { signal, clear } = (0,_network_clock_js__WEBPACK_IMPORTED_MODULE_0__.deadline)(context.timeout, context.signal);
    try {
        const limited = { ...context, signal };
        for (const resolver of resolvers) {
            const servers = await findNameServers(name, resolver, dns, limited);
            if (servers.length === 0)
                continue;
            return await Promise.all(servers.map((server) => (0,_addresses_js__WEBPACK_IMPORTED_MODULE_1__.queryAddresses)(name, server, dns, limited)));
        }
        return [];
    }
    finally {
        clear();
    }
}
/** The name servers of the nearest zone at or above the name, with one address each. */
async function findNameServers(name, resolver, dns, context) {
    // Without DNSSEC validation, the name servers of a zone with invalid signatures are found too.
    const question = { recursive: true, unchecked: true };
    const zoneReplies = await Promise.all((0,_cloudflare_api_zone_js__WEBPACK_IMPORTED_MODULE_3__/* .zoneNamesOf */ .wt)(name).map((zone) => (0,_query_js__WEBPACK_IMPORTED_MODULE_2__/* .queryServer */ .e)({ ...question, name: zone, type: 'NS' }, resolver, dns, context)));
    const byZone = zoneReplies.flatMap((reply) => (reply.ok ? [reply.message.nameServers] : []));
    const names = byZone.find((servers) => servers.length > 0)?.slice(0, MAX_NAME_SERVERS) ?? [];
    const addressReplies = await Promise.all(names.map((server) => (0,_query_js__WEBPACK_IMPORTED_MODULE_2__/* .queryServer */ .e)({ ...question, name: server, type: 'A' }, resolver, dns, context)));
    return names.flatMap((server, index) => {
        const reply = addressReplies[index];
        const [first] = reply?.ok === true ? reply.message.addresses : [];
        return first === undefined ? [] : [{ server, address: first.address, recursive: false }];
    });
}


/***/ }),

/***/ 5579:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  e: () => (/* binding */ queryServer)
});

// EXTERNAL MODULE: ./node_modules/undici/lib/api/api-request.js
var api_request = __webpack_require__(4043);
// EXTERNAL MODULE: ./lib/shared/abort.js
var abort = __webpack_require__(1487);
// EXTERNAL MODULE: ./lib/shared/ip.js
var ip = __webpack_require__(8492);
// EXTERNAL MODULE: ./lib/probe/network/connect.js
var connect = __webpack_require__(105);
// EXTERNAL MODULE: ./lib/probe/network/failure.js
var failure = __webpack_require__(9317);
// EXTERNAL MODULE: ./lib/probe/network/undici-client.js
var undici_client = __webpack_require__(2051);
// EXTERNAL MODULE: ./lib/probe/tls/handshake.js + 3 modules
var tls_handshake = __webpack_require__(4410);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./node_modules/dns-packet/index.js
var dns_packet = __webpack_require__(4894);
;// CONCATENATED MODULE: ./lib/probe/dns/message.js



/** Bytes that pass every network without fragmentation, https://www.dnsflagday.net/2020/. */
const UDP_PAYLOAD_SIZE = 1232;
/** Addresses, name servers or extended errors to keep of one message. */
const MAX_ITEMS = 32;
/** CNAMEs to follow. Longer chains are loops. */
const MAX_CNAMES = 16;
/** Bytes of an extended error's text to keep. */
const MAX_ERROR_TEXT = 200;
/** EDNS option code (RFC 8914). */
const EXTENDED_ERROR = 15;
/** Response codes by number (RFC 1035, section 4.1.1). */
const RCODES = ['NOERROR', 'FORMERR', 'SERVFAIL', 'NXDOMAIN', 'NOTIMP', 'REFUSED'];
/** RFC 2181, section 8. */
const MAX_TTL = 0x7fff_ffff;
/** @param id random by default. DNS over HTTPS uses 0, so that responses can be cached (RFC 8484, section 4.1) */
function encodeQuery(question, id = (0,external_node_crypto_.randomInt)(0x1_0000)) {
    const { name, type, recursive, unchecked } = question;
    const flags = (recursive ? dns_packet.RECURSION_DESIRED : 0) | (unchecked ? dns_packet.CHECKING_DISABLED : 0);
    const bytes = (0,dns_packet.encode)({
        type: 'query',
        id,
        flags,
        questions: [{ name, type }],
        additionals: [
            {
                type: 'OPT',
                name: '.',
                udpPayloadSize: UDP_PAYLOAD_SIZE,
                extendedRcode: 0,
                ednsVersion: 0,
                flags: 0,
                flag_do: false,
                options: [],
            },
        ],
    });
    return { id, question, bytes };
}
/** Parses a reply. Undefined if the packet is not a valid reply with one question. Never throws on hostile input. */
function readMessage(bytes) {
    let packet;
    try {
        packet = (0,dns_packet.decode)(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    }
    catch {
        return undefined;
    }
    const [question, second] = packet.questions ?? [];
    const { flags = 0, answers = [] } = packet;
    const opcode = (flags >> 11) & 0xf;
    if (!packet.flag_qr || opcode !== 0 || question === undefined || second !== undefined)
        return undefined;
    const { names, ttls } = cnameChain(question.name, answers);
    const canonicalName = names.at(-1) ?? normalizeName(question.name);
    const records = answers.filter((record) => record.type === question.type && normalizeName(record.name) === canonicalName);
    const addresses = records.flatMap(addressesIn).slice(0, MAX_ITEMS);
    const nameServers = records
        .flatMap((record) => (record.type === 'NS' ? [normalizeName(record.data)] : []))
        .slice(0, MAX_ITEMS);
    const ttl = minimum(records.length > 0 ? [...ttls, ...records.flatMap(ttlOf)] : negativeTtls(packet));
    return {
        id: packet.id ?? 0,
        rcode: RCODES[flags & 0xf] ?? `RCODE${flags & 0xf}`,
        truncated: packet.flag_tc,
        question: { name: normalizeName(question.name), type: question.type },
        addresses,
        nameServers,
        aliases: names.slice(1),
        ...(ttl !== undefined && { ttl }),
        errors: extendedErrors(packet),
    };
}
/** Whether a message replies to this query. Others are late or forged. */
function isReplyTo({ id, question }, message) {
    return (message.id === id &&
        message.question.type === question.type &&
        message.question.name === normalizeName(question.name));
}
/** DNS names are case-insensitive, and the final dot is optional. */
function normalizeName(name) {
    return name.toLowerCase().replace(/\.$/, '');
}
/** The names from the queried one to the last CNAME's target, and the TTLs of those CNAMEs. */
function cnameChain(name, records) {
    const names = [normalizeName(name)];
    const ttls = [];
    while (names.length <= MAX_CNAMES) {
        const last = names.at(-1);
        const cname = records.find((record) => record.type === 'CNAME' && normalizeName(record.name) === last);
        if (cname?.type !== 'CNAME')
            break;
        names.push(normalizeName(cname.data));
        ttls.push(...ttlOf(cname));
    }
    return { names, ttls };
}
function addressesIn(record) {
    if (record.type === 'A' && (0,external_node_net_.isIP)(record.data) === 4)
        return [{ address: record.data, family: 4 }];
    if (record.type === 'AAAA' && (0,external_node_net_.isIP)(record.data) === 6)
        return [{ address: record.data, family: 6 }];
    return [];
}
function ttlOf(record) {
    const ttl = 'ttl' in record ? record.ttl : undefined;
    return ttl === undefined || ttl > MAX_TTL ? [0] : [ttl];
}
/** A negative answer is cached for the lesser of the SOA's TTL and its MINIMUM (RFC 2308, section 5). */
function negativeTtls({ authorities = [] }) {
    return authorities.flatMap((record) => record.type === 'SOA' ? [...ttlOf(record), record.data.minimum ?? 0] : []);
}
function minimum(seconds) {
    return seconds.length === 0 ? undefined : Math.min(...seconds.slice(0, 2 * MAX_ITEMS));
}
function extendedErrors({ additionals = [] }) {
    return additionals
        .flatMap((record) => (record.type === 'OPT' ? record.options : []))
        .flatMap((option) => {
        // The package has no type for this option.
        const { code, data } = option;
        if (code !== EXTENDED_ERROR || !(data instanceof Uint8Array) || data.length < 2)
            return [];
        const text = Buffer.from(data.subarray(2, 2 + MAX_ERROR_TEXT)).toString('utf8');
        return [{ code: Buffer.from(data).readUInt16BE(0), text }];
    })
        .slice(0, MAX_ITEMS);
}

;// CONCATENATED MODULE: ./lib/probe/dns/udp.js


const noReply = (code) => ({ ok: false, code });
/** Milliseconds to wait for each packet before it is sent again. After the last one the query fails. */
const RETRY_DELAYS = [700, 900, 900];
/** Unrelated packets before the query fails: more than this is a flood. */
const MAX_UNRELATED_PACKETS = 100;
/** Sends a query over UDP. Packets that don't reply to it, late or forged, are ignored. */
function queryOverUdp(query, address, { datagram }, signal) {
    return new Promise((settle) => {
        const socket = datagram(address, 53);
        let timer;
        let sent = 0;
        let unrelated = 0;
        const finish = (reply) => {
            clearTimeout(timer);
            signal.removeEventListener('abort', abort);
            socket.removeAllListeners().on('error', () => undefined);
            socket.close();
            settle(reply);
        };
        const abort = () => finish(noReply('DEADLINE'));
        const fail = (error) => finish(noReply((0,failure/* failureCode */.AD)(error)));
        const send = () => {
            const delay = RETRY_DELAYS[sent];
            if (delay === undefined)
                return finish(noReply('ETIMEOUT'));
            sent += 1;
            timer = setTimeout(send, delay);
            socket.send(query.bytes, (error) => {
                if (error !== null)
                    fail(error);
            });
        };
        socket.on('error', fail);
        socket.on('message', (bytes) => {
            const message = readMessage(bytes);
            if (message !== undefined && isReplyTo(query, message))
                return finish({ ok: true, message });
            unrelated += 1;
            if (unrelated > MAX_UNRELATED_PACKETS)
                finish(noReply('EBADRESP'));
        });
        socket.once('connect', send);
        signal.addEventListener('abort', abort);
        if (signal.aborted)
            abort();
    });
}

;// CONCATENATED MODULE: ./lib/probe/dns/https.js









const DNS_MESSAGE = 'application/dns-message';
/** Bytes: the maximum length of a DNS message. */
const MAX_MESSAGE = 65_535;
/**
 * TLS names of the well-known resolvers, by the address at which they serve both UDP and HTTPS. 9.9.9.9 serves HTTPS
 * over HTTP/2 only, so our HTTP/1.1 requests to it fail.
 */
const TLS_NAMES = {
    '1.1.1.1': 'cloudflare-dns.com',
    '1.0.0.1': 'cloudflare-dns.com',
    '2606:4700:4700::1111': 'cloudflare-dns.com',
    '2606:4700:4700::1001': 'cloudflare-dns.com',
    '8.8.8.8': 'dns.google',
    '8.8.4.4': 'dns.google',
    '2001:4860:4860::8888': 'dns.google',
    '2001:4860:4860::8844': 'dns.google',
    '9.9.9.9': 'dns.quad9.net',
    '149.112.112.112': 'dns.quad9.net',
};
function supportsHttps(address) {
    return Object.hasOwn(TLS_NAMES, address);
}
/** Sends a query over HTTPS (RFC 8484), for networks that block port 53. The server's certificate must be valid. */
async function queryOverHttps(question, address, { network, clock, signal }) {
    const name = TLS_NAMES[address];
    if (name === undefined)
        return noReply('ENOTSUP');
    const family = (0,ip/* familyOf */.Ap)(address);
    const connection = await (0,connect/* connectTo */.m)([{ address, family }], 443, network, signal);
    if (!connection.ok)
        return noReply(connection.error.code);
    const options = { tls: { servername: name, trust: 'visitors' }, alpn: ['http/1.1'] };
    const handshake = await (0,tls_handshake/* startTls */.w)(connection.socket, options, clock, signal);
    if (!handshake.ok)
        return noReply(handshake.error.code);
    const { socket, session } = handshake;
    const [fault] = session.certificate.faults;
    const query = encodeQuery(question, 0);
    const client = (0,undici_client/* undiciClient */.qV)(socket, { maxResponseSize: MAX_MESSAGE });
    try {
        if (fault !== undefined)
            return noReply(fault);
        const path = `/dns-query?dns=${Buffer.from(query.bytes).toString('base64url')}`;
        const headers = { host: name, accept: DNS_MESSAGE };
        const sent = api_request.call(client, { method: 'GET', path, headers, signal });
        const response = await (0,abort/* orAborted */.H)(sent, signal);
        if (response.statusCode !== 200 || response.headers['content-type'] !== DNS_MESSAGE)
            return noReply('EBADRESP');
        const body = await (0,abort/* orAborted */.H)(response.body.arrayBuffer(), signal);
        const message = readMessage(new Uint8Array(body));
        return message !== undefined && isReplyTo(query, message) ? { ok: true, message } : noReply('EBADRESP');
    }
    catch (error) {
        return noReply(signal.aborted ? 'DEADLINE' : (0,failure/* failureCode */.AD)(error));
    }
    finally {
        (0,undici_client/* closeClient */.Yh)(client, socket);
    }
}

;// CONCATENATED MODULE: ./lib/probe/dns/tcp.js



/** Sends a query over TCP, where each message follows its length in two bytes (RFC 1035, section 4.2.2). */
function queryOverTcp(query, address, { dial }, signal) {
    if (signal.aborted)
        return Promise.resolve(noReply('DEADLINE'));
    return new Promise((settle) => {
        const socket = dial(address, 53);
        const chunks = [];
        let received = 0;
        const finish = (reply) => {
            signal.removeEventListener('abort', abort);
            socket.removeAllListeners().on('error', () => undefined);
            socket.destroy();
            settle(reply);
        };
        const abort = () => finish(noReply('DEADLINE'));
        socket.on('error', (error) => finish(noReply((0,failure/* failureCode */.AD)(error))));
        socket.on('close', () => finish(noReply('ECONNRESET')));
        socket.on('data', (chunk) => {
            chunks.push(chunk);
            received += chunk.length;
            if (received < 2)
                return;
            const bytes = Buffer.concat(chunks);
            const end = 2 + bytes.readUInt16BE(0);
            if (received < end)
                return;
            const message = readMessage(bytes.subarray(2, end));
            const isReply = message !== undefined && isReplyTo(query, message);
            finish(isReply ? { ok: true, message } : noReply('EBADRESP'));
        });
        socket.once('connect', () => {
            const length = Buffer.alloc(2);
            length.writeUInt16BE(query.bytes.length);
            socket.write(Buffer.concat([length, query.bytes]));
        });
        signal.addEventListener('abort', abort);
    });
}

;// CONCATENATED MODULE: ./lib/probe/dns/query.js




/**
 * Queries one server over UDP. A truncated reply is queried again over TCP. Without a reply, it tries HTTPS if the
 * server is known to support that, else TCP.
 */
async function queryServer(question, address, dns, context) {
    const { network, signal } = context;
    const query = encodeQuery(question);
    const overUdp = await queryOverUdp(query, address, dns, signal);
    if (overUdp.ok && !overUdp.message.truncated)
        return { ...overUdp, transport: 'udp' };
    if (overUdp.ok || !supportsHttps(address)) {
        const overTcp = await queryOverTcp(query, address, network, signal);
        if (overTcp.ok || !supportsHttps(address))
            return { ...overTcp, transport: 'tcp' };
    }
    return { ...(await queryOverHttps(question, address, context)), transport: 'https' };
}


/***/ })

};
