export const id = 92;
export const ids = [92];
export const modules = {

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


/***/ })

};
