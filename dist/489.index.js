export const id = 489;
export const ids = [489];
export const modules = {

/***/ 1489:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deadline: () => (/* binding */ deadline),
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
/** Each call returns the milliseconds since the previous one, rounded to tenths. */
function stopwatch(clock) {
    let last = clock.monotonic();
    return () => {
        const now = clock.monotonic();
        const elapsed = Math.max(0, Math.round((now - last) * 10) / 10);
        last = now;
        return elapsed;
    };
}
/**
 * A signal that aborts after so many milliseconds or with its parent. Unlike `AbortSignal.timeout`, it keeps the
 * process alive: a connection whose packets are dropped holds nothing else open.
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


/***/ })

};
