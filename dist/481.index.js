export const id = 481;
export const ids = [481,355];
export const modules = {

/***/ 9387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ INDENT),
/* harmony export */   e: () => (/* binding */ escapeTerminal)
/* harmony export */ });
/* harmony import */ var _redact_visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6847);

/** Indentation of everything under a headline. */
const INDENT = '  ';
/** Invisible and without width: keeps two characters from being read as one token. */
const ZERO_WIDTH_SPACE = '\u200b';
/**
 * One line for a terminal or a log, without escape sequences and without workflow commands. The Actions runner reads
 * `::name::` at the start of a line, and `##[name]` anywhere.
 */
function escapeTerminal(text) {
    return (0,_redact_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text)
        .replace(/(^|\s):(?=:)/g, `$1:${ZERO_WIDTH_SPACE}`)
        .replace(/##(?=\[)/g, `#${ZERO_WIDTH_SPACE}#`);
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


/***/ }),

/***/ 355:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  progressPrinter: () => (/* binding */ progressPrinter)
});

// EXTERNAL MODULE: ./lib/shared/text.js
var shared_text = __webpack_require__(6422);
// EXTERNAL MODULE: ./lib/cloudflare/response.js
var response = __webpack_require__(936);
// EXTERNAL MODULE: ./lib/diagnosis/facts/exchange.js
var facts_exchange = __webpack_require__(2828);
// EXTERNAL MODULE: ./lib/report/build/timeline.js
var timeline = __webpack_require__(8774);
// EXTERNAL MODULE: ./lib/report/words.js
var words = __webpack_require__(8191);
;// CONCATENATED MODULE: ./lib/report/progress/line.js





/**
 * One round on one line: `14:03:07 ✗ through Cloudflare 521 (SJC, 48 ms) · direct connection refused (31 ms) ·
 * origin-refused, certain · next check in 5 s, 48 s left`
 */
function progressLine(line) {
    const { evidence, judgment, streak, needed, watching } = line;
    const time = (0,words/* timeOfDay */.rb)(new Date(evidence.at).toISOString());
    const [lead] = judgment.findings;
    const cause = lead === undefined ? [] : [`${lead.cause.id}, ${lead.match.confidence}`];
    const counts = judgment.verdict === 'healthy' && needed > 1 && !watching;
    const row = counts ? [`${streak} of ${needed} in a row`] : [];
    const origins = evidence.origins ?? [];
    const direct = origins.map((origin, index) => {
        const which = origins.length > 1 ? ` (${index + 1} of ${origins.length})` : '';
        return `direct${which} ${side(origin)}`;
    });
    const parts = [
        `through Cloudflare ${side(evidence.edge)}`,
        ...direct,
        ...cause,
        ...row,
        ...afterwards(line),
    ];
    return `${time} ${words/* MARKS */.j7[judgment.verdict]} ${parts.join(' · ')}`;
}
/** What follows this round, and for how long. */
function afterwards({ judgment, watching, next, pause, left }) {
    if (next.kind === 'hopeless')
        return ["waiting won't fix this"];
    if (pause === undefined)
        return [];
    const again = `next check in ${(0,shared_text/* duration */.p0)(pause)}`;
    if (next.kind === 'reached')
        return ['healthy, watching from now on', again];
    if (watching)
        return [`${again}, watching for ${(0,shared_text/* duration */.p0)(left)} more`];
    return [judgment.verdict === 'healthy' ? again : `${again}, ${(0,shared_text/* duration */.p0)(left)} left`];
}
function side(exchange) {
    if (exchange === undefined)
        return 'not checked';
    const colo = (0,response/* rayOf */.qj)(exchange)?.colo ?? '';
    return `${(0,timeline/* outcome */.bu)(exchange)} (${colo === '' ? '' : `${colo}, `}${(0,shared_text/* duration */.p0)((0,facts_exchange/* totalOf */.e6)(exchange.timings))})`;
}

;// CONCATENATED MODULE: ./lib/report/progress/many-sites.js


/** Runs with more sites than this log totals instead of one line per round. */
const MAX_LINE_PER_SITE = 10;
function manySitesProgress(total) {
    const done = { healthy: 0, unhealthy: 0, inconclusive: 0 };
    const pending = new Set();
    let rounds = 0;
    return {
        addRound: ({ site: { url }, judgment: { verdict }, pause }) => {
            rounds += 1;
            if (pause === undefined)
                done[verdict] += 1;
            if (pause === undefined || verdict === 'healthy')
                pending.delete(url);
            else
                pending.add(url);
        },
        line: (now) => {
            const { healthy, unhealthy, inconclusive } = done;
            const ended = healthy + unhealthy + inconclusive;
            const kinds = [
                ...(ended === 0 ? [] : [`${healthy} healthy`]),
                ...(unhealthy === 0 ? [] : [`${unhealthy} unhealthy`]),
                ...(inconclusive === 0 ? [] : [`${inconclusive} inconclusive`]),
            ];
            const sites = `${ended} of ${(0,shared_text/* plural */.LS)(total, 'site')} done`;
            const parts = [
                kinds.length === 0 ? sites : `${sites}: ${kinds.join(', ')}`,
                ...(pending.size === 0 ? [] : [`${pending.size} not healthy yet`]),
                (0,shared_text/* plural */.LS)(rounds, 'check'),
            ];
            return `${(0,words/* timeOfDay */.rb)(new Date(now).toISOString())} ${parts.join(' · ')}`;
        },
    };
}

// EXTERNAL MODULE: ./lib/report/render/text/terminal.js
var terminal = __webpack_require__(9387);
// EXTERNAL MODULE: ./lib/redact/visible.js
var visible = __webpack_require__(6847);
;// CONCATENATED MODULE: ./lib/report/progress/status-line.js


/** The text is escaped and cut to the terminal's width: a line that wraps could not be erased. */
function statusLineOn(screen) {
    let shown = false;
    const clear = () => {
        if (shown)
            screen.write(ERASE);
        shown = false;
    };
    return {
        clear,
        show: (text) => {
            screen.write(`${ERASE}${(0,visible/* cut */.Jj)((0,terminal/* escapeTerminal */.e)(text), Math.max(1, (screen.columns ?? 80) - 1))}`);
            shown = true;
        },
    };
}
/** ANSI: back to the start of the line, and erase it. */
const ERASE = '\r\u001b[K';

;// CONCATENATED MODULE: ./lib/shell/progress-printer.js



/** Milliseconds between two summaries of many sites. A line that is rewritten may change more often. */
const SUMMARY_INTERVAL = { log: 5000, terminal: 500 };
/** Milliseconds. One round can take as long as its slowest request. */
const HEARTBEAT_INTERVAL = 10_000;
/** Prints one line per check; for many sites, one summary every few seconds. */
function progressPrinter(sites, output) {
    return sites > MAX_LINE_PER_SITE ? summaries(sites, output) : lines(sites, output);
}
function lines(sites, output) {
    const { print, clear } = writerTo(output);
    const heartbeat = 'heartbeat' in output && output.heartbeat
        ? setInterval(() => print('… still waiting for a response'), HEARTBEAT_INTERVAL)
        : undefined;
    return {
        print: (progress) => {
            const line = progressLine(progress);
            print(sites === 1 ? line : `${progress.site.url} ${line}`);
            heartbeat?.refresh();
        },
        end: () => {
            clearInterval(heartbeat);
            clear();
        },
    };
}
function summaries(sites, output) {
    const { print, clear, stays } = writerTo(output);
    const progress = manySitesProgress(sites);
    const summarize = () => print(progress.line(Date.now()));
    const timer = setInterval(summarize, stays ? SUMMARY_INTERVAL.log : SUMMARY_INTERVAL.terminal);
    let ended = false;
    return {
        print: progress.addRound,
        end: () => {
            if (ended)
                return;
            ended = true;
            clearInterval(timer);
            if (stays)
                summarize();
            clear();
        },
    };
}
function writerTo(output) {
    if ('print' in output)
        return { print: output.print, clear: () => undefined, stays: true };
    const line = statusLineOn(output.screen);
    return { print: line.show, clear: line.clear, stays: false };
}


/***/ })

};
