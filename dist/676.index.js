export const id = 676;
export const ids = [676];
export const modules = {

/***/ 8676:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  recordingIn: () => (/* binding */ recordingIn)
});

;// CONCATENATED MODULE: ./lib/recording/migrate.js
/** Names that version 1 of the recording format used for keys of the evidence. */
const RENAMED = {
    asked: 'request',
    control: 'trace',
    trail: 'redirectChain',
    took: 'elapsed',
    over: 'transport',
    bare: 'withoutCloudflareHeaders',
    again: 'repeated',
    kept: 'keepAlive',
    families: 'addressFamilies',
    greeting: 'tlsInspection',
    speaks: 'protocol',
    finished: 'handshakeCompleted',
    asksCertificate: 'requestsCertificate',
    outdated: 'legacy',
    figures: 'analytics',
    neutral: 'connectivity',
    reuses: 'idleConnections',
    held: 'survived',
    leadsTo: 'pointsToOrigins',
    down: 'downtime',
    flaps: 'transitions',
    standing: 'health',
    alike: 'identical',
};
const KINDS = { answered: 'completed', broken: 'failed' };
/** The evidence of a version 1 recording, in the names of version 2. Header names are the server's and stay as they are. */
function migrateEvidence(value) {
    if (Array.isArray(value))
        return value.map(migrateEvidence);
    if (typeof value !== 'object' || value === null)
        return value;
    return Object.fromEntries(Object.entries(value).flatMap(([key, inner]) => {
        if (key === 'headers')
            return migrateHeaders(inner);
        if (key === 'kind')
            return [[key, KINDS[String(inner)] ?? inner]];
        return [[RENAMED[key] ?? key, migrateEvidence(inner)]];
    }));
}
/** Version 1 has the `Set-Cookie` headers among the others, joined with `, `. A date has a comma too, but no `name=` after it. */
function migrateHeaders(headers) {
    if (typeof headers !== 'object' || headers === null)
        return [['headers', headers]];
    const { 'set-cookie': joined, ...others } = headers;
    if (typeof joined !== 'string')
        return [['headers', headers]];
    return [
        ['headers', others],
        ['setCookie', joined.split(/,\s*(?=[^\s=;,]+=)/)],
    ];
}

;// CONCATENATED MODULE: ./lib/recording/read.js

/** The recording in a file's text, in this version's format; undefined when the file is not a recording. */
function recordingIn(text) {
    try {
        return currentFormat(JSON.parse(text));
    }
    catch {
        return undefined;
    }
}
/** Only the outline is checked: the file is the user's own. */
function currentFormat(found) {
    if (found.recording !== 1 && found.recording !== 2)
        return undefined;
    const whole = found.sites.every(({ site, history }) => site.url !== '' && history[0].at > 0);
    if (!whole || found.sites.length === 0)
        return undefined;
    if (found.recording === 2)
        return { ...found, recording: 2 };
    const sites = found.sites.map((each) => ({ ...each, history: migrateEvidence(each.history) }));
    return JSON.parse(JSON.stringify({ ...found, recording: 2, sites }));
}


/***/ })

};
