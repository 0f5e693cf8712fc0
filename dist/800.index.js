export const id = 800;
export const ids = [800];
export const modules = {

/***/ 1800:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   abandon: () => (/* binding */ abandon),
/* harmony export */   startWork: () => (/* binding */ startWork)
/* harmony export */ });
/* harmony import */ var _shared_abort_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1487);
/* harmony import */ var _api_api_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5751);
/* harmony import */ var _publish_check_run_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5347);
/* harmony import */ var _publish_deployment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3472);
/* harmony import */ var _event_subject_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8620);
/* harmony import */ var _api_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2170);
/* harmony import */ var _publish_thread_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6715);







/** Returns as soon as all is under way. Without a token nothing is. */
async function startWork(announcement, { limit = 20_000, settle = 1000 } = {}) {
    const { event, config } = announcement;
    if (config.githubToken === '')
        return { ...announcement, located: Promise.resolve(event) };
    const patience = { settle, longest: limit, signal: AbortSignal.timeout(limit) };
    const api = await (0,_api_api_js__WEBPACK_IMPORTED_MODULE_3__/* .connect */ .N)(event, config.githubToken, patience.signal);
    const located = unheard(locate(api, announcement, patience));
    return {
        ...announcement,
        located,
        ...(config.comment !== 'never' && {
            comment: {
                login: unheard(api.viewer()),
                choice: unheard(located.then((found) => (0,_api_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)(() => (0,_publish_thread_js__WEBPACK_IMPORTED_MODULE_4__/* .threadOf */ .u)(api, found, config), patience))),
            },
        }),
        ...(config.checkRun && { check: checking(api, located, config, patience) }),
        // Our own status started this run: an answer to it would start the next.
        ...(config.deploymentStatus &&
            !event.echo && {
            deployment: unheard(deploying(api, located, announcement, patience)),
        }),
    };
}
/** A comment on an issue tells the number of a pull request, and not where its branch is. */
async function locate(api, { event, config }, patience) {
    const { headUnknown, prNumber } = event;
    const matters = config.checkRun || config.deploymentStatus || config.commentTarget === 'commit';
    if (!headUnknown || !matters || prNumber === undefined)
        return event;
    return { ...event, headSha: await (0,_api_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)(() => api.headOf(prNumber), patience) };
}
function checking(api, located, { commentKey }, patience) {
    const identity = unheard(located.then((event) => (0,_publish_check_run_js__WEBPACK_IMPORTED_MODULE_0__/* .checkIdentity */ .Z0)(event, commentKey)));
    return { identity, opened: unheard(identity.then((check) => (0,_publish_check_run_js__WEBPACK_IMPORTED_MODULE_0__/* .openCheck */ .Xq)(api, check, patience))) };
}
async function deploying(api, located, { url }, patience) {
    const event = await located;
    const deployment = await (0,_publish_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .deploymentOf */ .PE)(api, event, patience);
    if (deployment !== undefined)
        await (0,_publish_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .setStatus */ .Lx)(api, { deployment, event, url }, _publish_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .LOOKING */ .IA, patience);
    return deployment;
}
const ENDINGS = {
    cancelled: {
        conclusion: 'cancelled',
        title: 'Cancelled before the site was judged',
        summary: 'The run was cancelled, so nothing is promoted.',
    },
    failed: {
        conclusion: 'failure',
        title: 'The check itself could not run',
        summary: 'Nothing is known about the site, so nothing is promoted. The log of the job has the reason.',
    },
};
/** Ends what was announced without a verdict. Bounded in time, for somebody waits to end the process. Never throws. */
async function abandon(announced, why, { limit = 1500 } = {}) {
    const { check, deployment, event, config, located, url } = announced;
    if (check === undefined && deployment === undefined)
        return;
    const signal = AbortSignal.timeout(limit);
    const api = await (0,_api_api_js__WEBPACK_IMPORTED_MODULE_3__/* .connect */ .N)(event, config.githubToken, signal);
    const ending = ENDINGS[why];
    const say = { state: 'error', description: _event_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .STATUS_PREFIX */ .U5 + ending.title };
    const status = async (id) => {
        if (id === undefined)
            return;
        await (0,_publish_deployment_js__WEBPACK_IMPORTED_MODULE_1__/* .setStatus */ .Lx)(api, { deployment: id, event: await located, url }, say, { longest: limit, signal });
    };
    const ended = Promise.allSettled([
        check?.opened.then((id) => api.updateCheck(id, ending)),
        deployment?.then(status),
    ]);
    await (0,_shared_abort_js__WEBPACK_IMPORTED_MODULE_6__/* .orAborted */ .H)(ended, signal).catch(() => undefined);
}
/** Node need not end the process for a failure that nobody waits for. */
function unheard(promise) {
    promise.catch(() => undefined);
    return promise;
}


/***/ })

};
