export const id = 754;
export const ids = [754,50];
export const modules = {

/***/ 5050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   queryAddresses: () => (/* binding */ queryAddresses)
/* harmony export */ });
/* unused harmony export dnsAnswerOf */
/* harmony import */ var _network_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1489);
/* harmony import */ var _query_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5579);


/** Asks one server for the addresses of a name, IPv4 and IPv6 at the same moment. */
async function queryAddresses(name, at, dns, way) {
    const { server, address, recursive } = at;
    const lap = (0,_network_clock_js__WEBPACK_IMPORTED_MODULE_0__.stopwatch)(way.clock);
    const question = { name, recursive, unchecked: false };
    const said = await Promise.all([
        (0,_query_js__WEBPACK_IMPORTED_MODULE_1__/* .queryServer */ .e)({ ...question, type: 'A' }, address, dns, way),
        (0,_query_js__WEBPACK_IMPORTED_MODULE_1__/* .queryServer */ .e)({ ...question, type: 'AAAA' }, address, dns, way),
    ]);
    const elapsed = lap();
    const told = dnsAnswerOf(said);
    if (told.kind === 'resolved' || !recursive || told.code !== 'SERVFAIL')
        return { server, elapsed, ...told };
    // Whoever does not check signatures gets an answer where nothing but they are wrong.
    const unchecked = await (0,_query_js__WEBPACK_IMPORTED_MODULE_1__/* .queryServer */ .e)({ ...question, type: 'A', unchecked: true }, address, dns, way);
    return { server, elapsed, ...told, bogus: unchecked.ok && unchecked.message.rcode !== 'SERVFAIL' };
}
/** What the answers for IPv4 and for IPv6 come to: one of them with an address is enough. Pure. */
function dnsAnswerOf(said) {
    const transport = said.find(({ ok }) => ok)?.over ?? said[0].over;
    const messages = said.flatMap((each) => (each.ok ? [each.message] : []));
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
            ttl: Math.min(...ttls, MOST_TTL),
        };
    }
    const codes = said.map((each) => (each.ok ? each.message.rcode : each.code));
    const code = codes.toSorted((a, b) => weightOf(a) - weightOf(b))[0] ?? 'NOERROR';
    return {
        transport,
        kind: 'failed',
        reason: REASONS[code] ?? (messages.length === 0 ? 'timeout' : 'other'),
        code,
        ...(ttls.length > 0 && { ttl: Math.min(...ttls) }),
        errors: messages.flatMap(({ errors }) => errors).slice(0, MOST_ERRORS),
        bogus: false,
    };
}
/** A week: no answer is kept for longer by those who ask. */
const MOST_TTL = 604_800;
const MOST_ERRORS = 8;
const REASONS = {
    NXDOMAIN: 'no-such-host',
    SERVFAIL: 'server-failure',
    DEADLINE: 'timeout',
    ETIMEOUT: 'timeout',
    NOERROR: 'no-address',
};
/** "No such name" holds for addresses of either kind; "no address" only where both were told. */
function weightOf(code) {
    const order = ['NXDOMAIN', 'SERVFAIL', 'DEADLINE', 'ETIMEOUT', 'NOERROR'];
    const place = order.indexOf(code);
    // What nobody expects says more than silence, and less than an answer.
    return place < 0 ? 1.5 : place;
}


/***/ }),

/***/ 4754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   queryNameServers: () => (/* binding */ queryNameServers)
/* harmony export */ });
/* harmony import */ var _cloudflare_api_zone_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5352);
/* harmony import */ var _network_clock_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1489);
/* harmony import */ var _query_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5579);
/* harmony import */ var _addresses_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5050);




/** A zone has two as a rule, up to thirteen. These are enough to tell what it says. */
const MOST_SERVERS = 4;
/**
 * Asks the zone's own name servers for the addresses of a name. Resolvers say who they are, the first that knows. Empty
 * where nobody does: the zone is not delegated, or its servers do not answer.
 */
async function queryNameServers(name, resolvers, way) {
    const { dns } = way.network;
    if (dns === undefined)
        return [];
    const { signal, clear } = (0,_network_clock_js__WEBPACK_IMPORTED_MODULE_0__.deadline)(way.timeout, way.signal);
    try {
        const limited = { ...way, signal };
        for (const resolver of resolvers) {
            const servers = await serversOf(name, resolver, dns, limited);
            if (servers.length === 0)
                continue;
            return await Promise.all(servers.map((server) => (0,_addresses_js__WEBPACK_IMPORTED_MODULE_2__.queryAddresses)(name, server, dns, limited)));
        }
        return [];
    }
    finally {
        clear();
    }
}
/** The name servers of the nearest zone at or above the name, with the address of each. */
async function serversOf(name, resolver, dns, way) {
    const question = { recursive: true, unchecked: true };
    const heard = await Promise.all((0,_cloudflare_api_zone_js__WEBPACK_IMPORTED_MODULE_3__/* .zoneNamesOf */ .wt)(name).map((zone) => (0,_query_js__WEBPACK_IMPORTED_MODULE_1__/* .queryServer */ .e)({ ...question, name: zone, type: 'NS' }, resolver, dns, way)));
    const nearest = heard.flatMap((said) => (said.ok ? [said.message.nameServers] : []));
    const names = nearest.find((servers) => servers.length > 0)?.slice(0, MOST_SERVERS) ?? [];
    const addresses = await Promise.all(names.map((server) => (0,_query_js__WEBPACK_IMPORTED_MODULE_1__/* .queryServer */ .e)({ ...question, name: server, type: 'A' }, resolver, dns, way)));
    return names.flatMap((server, index) => {
        const said = addresses[index];
        const [first] = said?.ok === true ? said.message.addresses : [];
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

// EXTERNAL MODULE: ./lib/probe/http/undici-client.js
var undici_client = __webpack_require__(6763);
// EXTERNAL MODULE: ./lib/shared/ip.js
var ip = __webpack_require__(8492);
// EXTERNAL MODULE: ./lib/shared/abort.js
var abort = __webpack_require__(1487);
// EXTERNAL MODULE: ./node_modules/undici/lib/api/api-request.js
var api_request = __webpack_require__(4043);
// EXTERNAL MODULE: ./lib/probe/network/failure.js
var failure = __webpack_require__(9317);
// EXTERNAL MODULE: ./lib/probe/network/connect.js
var connect = __webpack_require__(105);
// EXTERNAL MODULE: ./lib/probe/tls/handshake.js + 3 modules
var tls_handshake = __webpack_require__(4410);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: ./node_modules/dns-packet/index.js
var dns_packet = __webpack_require__(4894);
;// CONCATENATED MODULE: ./lib/probe/dns/message.js



/** What fits through every network without fragments, https://www.dnsflagday.net/2020/. */
const ROOM = 1232;
/** More of anything than this tells nothing further. */
const MOST = 32;
/** Chains that are longer go in circles. */
const LONGEST_CHAIN = 16;
const LONGEST_TEXT = 200;
/** The option of an extended error. */
const EXTENDED_ERROR = 15;
/** By their numbers (RFC 1035, 4.1.1). */
const RCODES = ['NOERROR', 'FORMERR', 'SERVFAIL', 'NXDOMAIN', 'NOTIMP', 'REFUSED'];
/** RFC 2181, section 8. */
const LONGEST_TTL = 0x7fff_ffff;
/** @param id absent: one that nobody can guess. DNS over HTTPS takes 0, so that it can be cached (RFC 8484, 4.1) */
function queryOf(question, id = (0,external_node_crypto_.randomInt)(0x1_0000)) {
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
                udpPayloadSize: ROOM,
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
/** The answer in a packet; undefined for what is none. Packets are hostile: never throws. */
function readMessage(bytes) {
    let packet;
    try {
        packet = (0,dns_packet.decode)(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    }
    catch {
        return undefined;
    }
    const [asked, second] = packet.questions ?? [];
    const { flags = 0 } = packet;
    const opcode = (flags >> 11) & 0xf;
    if (!packet.flag_qr || opcode !== 0 || asked === undefined || second !== undefined)
        return undefined;
    const { names, ttls } = chainOf(asked.name, packet.answers ?? []);
    const end = names.at(-1) ?? plain(asked.name);
    const own = (packet.answers ?? []).filter((record) => record.type === asked.type && plain(record.name) === end);
    const addresses = own.flatMap(addressesIn).slice(0, MOST);
    const nameServers = own
        .flatMap((record) => (record.type === 'NS' ? [plain(record.data)] : []))
        .slice(0, MOST);
    const ttl = least(own.length > 0 ? [...ttls, ...own.flatMap(ttlOf)] : denialOf(packet));
    return {
        id: packet.id ?? 0,
        rcode: RCODES[flags & 0xf] ?? `RCODE${flags & 0xf}`,
        truncated: packet.flag_tc,
        question: { name: plain(asked.name), type: asked.type },
        addresses,
        nameServers,
        aliases: names.slice(1),
        ...(ttl !== undefined && { ttl }),
        errors: errorsIn(packet),
    };
}
/** Whether a message answers just that question: another may be late, or forged. */
function answers({ id, question }, message) {
    return (message.id === id &&
        message.question.type === question.type &&
        message.question.name === plain(question.name));
}
/** DNS knows no upper case, and the dot at the end says nothing. */
function plain(name) {
    return name.toLowerCase().replace(/\.$/, '');
}
/** The names from the one asked for to the last CNAME, and the seconds of those records. */
function chainOf(asked, records) {
    const names = [plain(asked)];
    const ttls = [];
    while (names.length <= LONGEST_CHAIN) {
        const at = names.at(-1);
        const alias = records.find((record) => record.type === 'CNAME' && plain(record.name) === at);
        if (alias?.type !== 'CNAME')
            break;
        names.push(plain(alias.data));
        ttls.push(...ttlOf(alias));
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
    return ttl === undefined || ttl > LONGEST_TTL ? [0] : [ttl];
}
/** How long a "no" holds: the lesser of the SOA's own seconds and its last number (RFC 2308, section 5). */
function denialOf({ authorities = [] }) {
    return authorities.flatMap((record) => record.type === 'SOA' ? [...ttlOf(record), record.data.minimum ?? 0] : []);
}
function least(seconds) {
    return seconds.length === 0 ? undefined : Math.min(...seconds.slice(0, 2 * MOST));
}
function errorsIn({ additionals = [] }) {
    return additionals
        .flatMap((record) => (record.type === 'OPT' ? record.options : []))
        .flatMap((option) => {
        // As numbers: the package has no type for this option.
        const { code, data } = option;
        if (code !== EXTENDED_ERROR || !(data instanceof Uint8Array) || data.length < 2)
            return [];
        const text = Buffer.from(data.subarray(2, 2 + LONGEST_TEXT)).toString('utf8');
        return [{ code: Buffer.from(data).readUInt16BE(0), text }];
    })
        .slice(0, MOST);
}

;// CONCATENATED MODULE: ./lib/probe/dns/udp.js


const noReply = (code) => ({ ok: false, code });
/** Milliseconds after which a packet counts as lost, and is sent again, or given up after the last of them. */
const WAITS = [700, 900, 900];
/** Packets that are no answer to the question; more of them than this, and somebody floods us. */
const MOST_STRAYS = 100;
/** Asks by UDP. What does not answer the question, be it late or forged, is not read. */
function overUdp(query, address, { datagram }, signal) {
    return new Promise((settle) => {
        const socket = datagram(address, 53);
        let timer;
        let sent = 0;
        let strays = 0;
        const finish = (heard) => {
            clearTimeout(timer);
            signal.removeEventListener('abort', abort);
            socket.removeAllListeners().on('error', () => undefined);
            socket.close();
            settle(heard);
        };
        const abort = () => finish(noReply('DEADLINE'));
        const fail = (error) => finish(noReply((0,failure/* failureCode */.AD)(error)));
        const send = () => {
            const wait = WAITS[sent];
            if (wait === undefined)
                return finish(noReply('ETIMEOUT'));
            sent += 1;
            timer = setTimeout(send, wait);
            socket.send(query.bytes, (error) => {
                if (error !== null)
                    fail(error);
            });
        };
        socket.on('error', fail);
        socket.on('message', (bytes) => {
            const message = readMessage(bytes);
            if (message !== undefined && answers(query, message))
                return finish({ ok: true, message });
            strays += 1;
            if (strays > MOST_STRAYS)
                finish(noReply('EBADRESP'));
        });
        socket.once('connect', send);
        signal.addEventListener('abort', abort);
        if (signal.aborted)
            abort();
    });
}

;// CONCATENATED MODULE: ./lib/probe/dns/https.js









const FORMAT = 'application/dns-message';
const LONGEST_ANSWER = 65_535;
/**
 * The names under which the well-known resolvers answer over HTTPS, at the addresses at which they answer over UDP.
 * 9.9.9.9 does so by HTTP/2 alone, and we ask by HTTP/1.1: there it stays unheard.
 */
const NAMES = {
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
function speaksHttps(address) {
    return Object.hasOwn(NAMES, address);
}
/** Asks over HTTPS (RFC 8484), for where port 53 is closed. Only a certificate that holds is believed. */
async function overHttps(question, address, { network, clock, signal }) {
    const name = NAMES[address];
    if (name === undefined)
        return noReply('ENOTSUP');
    const family = (0,ip/* familyOf */.Ap)(address);
    const connection = await (0,connect/* connectTo */.m)([{ address, family }], 443, network, signal);
    if (!connection.ok)
        return noReply(connection.error.code);
    const hello = { tls: { servername: name, trust: 'visitors' }, protocols: ['http/1.1'] };
    const handshake = await (0,tls_handshake/* startTls */.w)(connection.socket, hello, clock, signal);
    if (!handshake.ok)
        return noReply(handshake.error.code);
    const { socket, session } = handshake;
    const [fault] = session.certificate.faults;
    const query = queryOf(question, 0);
    const client = (0,undici_client/* clientOn */.t)(`http://${name}`, () => socket, { maxResponseSize: LONGEST_ANSWER });
    try {
        if (fault !== undefined)
            return noReply(fault);
        const path = `/dns-query?dns=${Buffer.from(query.bytes).toString('base64url')}`;
        const sent = api_request.call(client, {
            method: 'GET',
            path,
            headers: { host: name, accept: FORMAT },
            signal,
        });
        const answer = await (0,abort/* orAborted */.H)(sent, signal);
        if (answer.statusCode !== 200 || answer.headers['content-type'] !== FORMAT)
            return noReply('EBADRESP');
        const body = await (0,abort/* orAborted */.H)(answer.body.arrayBuffer(), signal);
        const message = readMessage(new Uint8Array(body));
        return message !== undefined && answers(query, message) ? { ok: true, message } : noReply('EBADRESP');
    }
    catch (error) {
        return noReply(signal.aborted ? 'DEADLINE' : (0,failure/* failureCode */.AD)(error));
    }
    finally {
        socket.on('error', () => undefined);
        void client.destroy().catch(() => undefined);
        socket.destroy();
    }
}

;// CONCATENATED MODULE: ./lib/probe/dns/tcp.js



/** Asks by TCP, where an answer has all the room it needs: two bytes of length stand before it (RFC 1035, 4.2.2). */
function overTcp(query, address, { dial }, signal) {
    if (signal.aborted)
        return Promise.resolve(noReply('DEADLINE'));
    return new Promise((settle) => {
        const socket = dial(address, 53);
        const chunks = [];
        let bytes = 0;
        const finish = (heard) => {
            signal.removeEventListener('abort', abort);
            socket.removeAllListeners().on('error', () => undefined);
            socket.destroy();
            settle(heard);
        };
        const abort = () => finish(noReply('DEADLINE'));
        socket.on('error', (error) => finish(noReply((0,failure/* failureCode */.AD)(error))));
        socket.on('close', () => finish(noReply('ECONNRESET')));
        socket.on('data', (chunk) => {
            chunks.push(chunk);
            bytes += chunk.length;
            if (bytes < 2)
                return;
            const all = Buffer.concat(chunks);
            const end = 2 + all.readUInt16BE(0);
            if (bytes < end)
                return;
            const message = readMessage(all.subarray(2, end));
            const fits = message !== undefined && answers(query, message);
            finish(fits ? { ok: true, message } : noReply('EBADRESP'));
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
 * Asks one server: by UDP, by TCP where the answer has no room there, and where port 53 leads nowhere over HTTPS, as
 * far as the server is known to speak that.
 */
async function queryServer(question, address, dns, way) {
    const { network, signal } = way;
    const query = queryOf(question);
    const brief = await overUdp(query, address, dns, signal);
    if (brief.ok && !brief.message.truncated)
        return { ...brief, over: 'udp' };
    if (brief.ok || !speaksHttps(address)) {
        const whole = await overTcp(query, address, network, signal);
        if (whole.ok || !speaksHttps(address))
            return { ...whole, over: 'tcp' };
    }
    return { ...(await overHttps(question, address, way)), over: 'https' };
}


/***/ })

};
