export const id = 293;
export const ids = [293];
export const modules = {

/***/ 6293:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   failsBy: () => (/* binding */ failsBy),
/* harmony export */   interrupted: () => (/* binding */ interrupted)
/* harmony export */ });
/** Whether a report fails the step, by the `fail-on` input. */
function failsBy(failOn, { verdict, warnings }) {
    if (verdict !== 'healthy' && failOn.has(verdict))
        return true;
    return warnings.length > 0 && failOn.has('warning');
}
/** The report of a run that was cancelled: nothing is promoted, whatever some of the sites came to. */
function interrupted(report) {
    return { ...report, verdict: 'inconclusive', promote: false, cause: '', category: '', confidence: '' };
}


/***/ })

};
