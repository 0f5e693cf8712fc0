export const id = 608;
export const ids = [608,92];
export const modules = {

/***/ 6847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jj: () => (/* binding */ cut),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   uH: () => (/* binding */ clean)
/* harmony export */ });
/** Nothing that is shown is longer, however much the other side sent. */
const LONGEST = 4096;
/**
 * The text without what is invisible, turns the reading order around, or buries letters under marks. Controls become
 * spaces. No longer than anything that is shown.
 */
function visible(text) {
    return shown(text.slice(0, LONGEST)).slice(0, LONGEST);
}
/** The same, of any length. */
function shown(text) {
    return (text
        // Full-width, mathematical, circled and raised forms become the plain ones: what reads like an address is one.
        .replace(PLAINER, (form) => form.normalize('NFKC'))
        .replace(/[\p{Cc}\p{Zl}\p{Zp}\u{2800}]+/gu, ' ')
        .replace(/[\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]+/gu, '')
        .replace(/(\p{M}{2})\p{M}+/gu, '$1'));
}
const PLAINER = /[\u{ff01}-\u{ff5e}\u{1d400}-\u{1d7ff}\u{2460}-\u{24ff}\u{2070}-\u{2089}\u{b2}\u{b3}\u{b9}\u{1f100}-\u{1f10a}]/gu;
/** One line of visible text, its words one space apart. Not escaped for anything yet. */
function clean(text) {
    return visible(text).replace(/\s+/gu, ' ').trim();
}
/** At most `max` code points; an ellipsis tells that something was cut. */
function cut(text, max) {
    if (text.length <= max)
        return text;
    const points = Array.from(text);
    return points.length <= max
        ? text
        : `${points
            .slice(0, max - 1)
            .join('')
            .trimEnd()}…`;
}


/***/ }),

/***/ 4092:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   progressLine: () => (/* binding */ progressLine)
/* harmony export */ });
/* harmony import */ var _cloudflare_response_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(936);
/* harmony import */ var _build_timeline_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8774);
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8191);



/** `14:03:07 ✗ through Cloudflare 521 (SJC, 48 ms) · directly connection refused (31 ms) · origin-refused, certain · again in 5 s, 48 s left` */
function progressLine(line) {
    const { evidence, judgment, streak, needed, watching } = line;
    const time = (0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .timeOfDay */ .rb)(new Date(evidence.at).toISOString());
    const [lead] = judgment.findings;
    const told = lead === undefined ? [] : [`${lead.cause.id}, ${lead.match.confidence}`];
    const counts = judgment.verdict === 'healthy' && needed > 1 && !watching;
    const row = counts ? [`${streak} of ${needed} in a row`] : [];
    const origins = evidence.origins ?? [];
    const direct = origins.map((origin, index) => {
        const which = origins.length > 1 ? ` (${index + 1} of ${origins.length})` : '';
        return `directly${which} ${side(origin)}`;
    });
    const parts = [`through Cloudflare ${side(evidence.edge)}`, ...direct, ...told, ...row, ...afterwards(line)];
    return `${time} ${_words_js__WEBPACK_IMPORTED_MODULE_1__/* .MARKS */ .j7[judgment.verdict]} ${parts.join(' · ')}`;
}
/** What comes after this look, and for how long. */
function afterwards({ judgment, watching, next, pause, left }) {
    if (next.kind === 'hopeless')
        return ['waiting cannot mend this'];
    if (pause === undefined)
        return [];
    const again = `again in ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(pause)}`;
    if (next.kind === 'reached')
        return ['healthy, and watched from now on', again];
    if (watching)
        return [`${again}, watched for ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(left)} more`];
    return [judgment.verdict === 'healthy' ? again : `${again}, ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(left)} left`];
}
function side(exchange) {
    if (exchange === undefined)
        return 'not asked';
    const total = Object.values(exchange.timings).reduce((sum, ms) => sum + ms, 0);
    const colo = (0,_cloudflare_response_js__WEBPACK_IMPORTED_MODULE_2__/* .rayOf */ .qj)(exchange)?.colo ?? '';
    return `${(0,_build_timeline_js__WEBPACK_IMPORTED_MODULE_0__/* .outcome */ .bu)(exchange)} (${colo === '' ? '' : `${colo}, `}${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__/* .duration */ .p0)(total)})`;
}


/***/ }),

/***/ 1316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MAX_LINE_PER_SITE: () => (/* binding */ MAX_LINE_PER_SITE),
/* harmony export */   manySitesProgress: () => (/* binding */ manySitesProgress)
/* harmony export */ });
/* harmony import */ var _words_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8191);

/** More sites than this are told in sums: a line for each look would tell nobody anything. */
const MAX_LINE_PER_SITE = 10;
function manySitesProgress(total) {
    const done = { healthy: 0, unhealthy: 0, inconclusive: 0 };
    const ailing = new Set();
    let looks = 0;
    return {
        saw: ({ site: { url }, judgment: { verdict }, pause }) => {
            looks += 1;
            if (pause === undefined)
                done[verdict] += 1;
            if (pause === undefined || verdict === 'healthy')
                ailing.delete(url);
            else
                ailing.add(url);
        },
        line: (now) => {
            const { healthy, unhealthy, inconclusive } = done;
            const ended = healthy + unhealthy + inconclusive;
            const kinds = [
                ...(ended === 0 ? [] : [`${healthy} healthy`]),
                ...(unhealthy === 0 ? [] : [`${unhealthy} not`]),
                ...(inconclusive === 0 ? [] : [`${inconclusive} not seen`]),
            ];
            const sites = `${ended} of ${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(total, 'site')} done`;
            const parts = [
                kinds.length === 0 ? sites : `${sites}: ${kinds.join(', ')}`,
                ...(ailing.size === 0 ? [] : [`${ailing.size} not healthy so far, and waited for`]),
                (0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(looks, 'look'),
            ];
            return `${(0,_words_js__WEBPACK_IMPORTED_MODULE_0__/* .timeOfDay */ .rb)(new Date(now).toISOString())} ${parts.join(' · ')}`;
        },
    };
}


/***/ }),

/***/ 9387:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ terminal)
/* harmony export */ });
/* harmony import */ var _redact_visible_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6847);

/** Invisible and without width: keeps two characters from being read as one token. */
const ZERO_WIDTH_SPACE = '\u200b';
/**
 * One line for a terminal or a log, without escape sequences and without workflow commands. The Actions runner reads
 * `::name::` at the start of a line, and `##[name]` anywhere.
 */
function terminal(text) {
    return (0,_redact_visible_js__WEBPACK_IMPORTED_MODULE_0__/* .visible */ .RK)(text)
        .replace(/(^|\s):(?=:)/g, `$1:${ZERO_WIDTH_SPACE}`)
        .replace(/##(?=\[)/g, `#${ZERO_WIDTH_SPACE}#`);
}


/***/ }),

/***/ 5227:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  progressPrinter: () => (/* binding */ progressPrinter)
});

// EXTERNAL MODULE: ./lib/report/progress/many-sites.js
var many_sites = __webpack_require__(1316);
// EXTERNAL MODULE: ./lib/report/render/text/terminal.js
var terminal = __webpack_require__(9387);
// EXTERNAL MODULE: ./lib/redact/visible.js
var visible = __webpack_require__(6847);
;// CONCATENATED MODULE: ./lib/report/progress/status-line.js


/** What is shown has no effect on the terminal, and is never wider than it: a line that wraps could not be taken back. */
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
            screen.write(`${ERASE}${(0,visible/* cut */.Jj)((0,terminal/* terminal */.F)(text), Math.max(1, (screen.columns ?? 80) - 1))}`);
            shown = true;
        },
    };
}
/** To the beginning of the line, and nothing from there on. */
const ERASE = '\r\u001b[K';

// EXTERNAL MODULE: ./lib/report/progress/line.js
var line = __webpack_require__(4092);
;// CONCATENATED MODULE: ./lib/shell/progress-printer.js



/** Milliseconds between two lines on many sites: one that is rewritten may change more often. */
const BETWEEN = { lines: 5000, live: 500 };
/**
 * A line for each look; of many sites one every few seconds that sums up. In a terminal there is one line alone, rewritten in
 * place and gone in the end.
 */
function progressPrinter(sites, out) {
    const live = out.isTTY === true ? statusLineOn(out) : undefined;
    const say = (text) => {
        if (live === undefined)
            out.write(`${text}\n`);
        else
            live.show(text);
    };
    const named = (progress) => sites === 1 ? (0,line.progressLine)(progress) : `${progress.site.url} ${(0,line.progressLine)(progress)}`;
    if (sites <= many_sites.MAX_LINE_PER_SITE)
        return { tell: (progress) => say(named(progress)), end: () => live?.clear() };
    const crowd = (0,many_sites.manySitesProgress)(sites);
    const sum = () => say(crowd.line(Date.now()));
    const timer = setInterval(sum, live === undefined ? BETWEEN.lines : BETWEEN.live);
    let ended = false;
    return {
        tell: (progress) => crowd.saw(progress),
        end: () => {
            if (ended)
                return;
            ended = true;
            clearInterval(timer);
            if (live === undefined)
                sum();
            else
                live.clear();
        },
    };
}


/***/ })

};
