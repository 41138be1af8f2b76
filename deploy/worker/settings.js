// Reads and checks a deployment's settings and secrets. With a mistake in them, `problem` says what to set, and nothing
// that needs a sign-in responds. The limit per client is not here: it is a rate-limit binding in wrangler.toml.

import rules from '../proxy/rules.js';

const DEFAULTS = {
    KEYAPI_BASE: 'https://api.keyapi.ai',
    CLIPCART_PREFIX: '/',
    CLIPCART_SIGN_IN: 'basic',
    CLIPCART_DAILY: '1000',
    CLIPCART_CACHE_SECONDS: '3600',
    CLIPCART_STALE_SECONDS: '86400',
    CLIPCART_TIMEOUT_SECONDS: '25',
    CLIPCART_AUTO_RUN: 'true',
    CLIPCART_COVERS_PATH: '/v1/tiktok/covers/batch/download',
    CLIPCART_COVERS_DAILY: '2000',
    CLIPCART_COVERS_CACHE_SECONDS: '72000',
    CLIPCART_PRODUCTS_PATH: '/v1/tiktok/product/detail/analytics',
    CLIPCART_PRODUCTS_CACHE_SECONDS: '86400',
    CLIPCART_RESOLVE: 'true',
    CLIPCART_LINKS_DAILY: '2000',
    CLIPCART_LINKS_BASE: '',
};

const NUMBER = [/^[0-9]{1,9}$/, 'a whole number'];
const POSITIVE = [/^[1-9][0-9]{0,8}$/, 'a whole number from 1'];
const BOOLEAN = [/^(true|false)$/, '"true" or "false"'];
const KEYAPI_PATH = [/^(off|(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+)?$/, 'a path at KeyAPI, or "off"'];
// http for this machine only: elsewhere the key would cross the network unencrypted.
const BASE = /^(https:\/\/[a-z0-9.-]+|http:\/\/(127\.0\.0\.1|localhost))(:[0-9]+)?(\/[A-Za-z0-9._~-]+)*$/;
const FORMATS = {
    KEYAPI_BASE: [BASE, 'an https address without a slash at its end'],
    CLIPCART_PREFIX: [/^\/([A-Za-z0-9_~-][A-Za-z0-9._~-]*\/)*$/, 'a path with a slash at its beginning and its end'],
    CLIPCART_SIGN_IN: [/^(basic|elsewhere)$/, '"basic" or "elsewhere"'],
    CLIPCART_DAILY: NUMBER,
    CLIPCART_CACHE_SECONDS: POSITIVE,
    CLIPCART_STALE_SECONDS: NUMBER,
    CLIPCART_TIMEOUT_SECONDS: POSITIVE,
    CLIPCART_AUTO_RUN: BOOLEAN,
    CLIPCART_COVERS_PATH: KEYAPI_PATH,
    CLIPCART_COVERS_DAILY: NUMBER,
    CLIPCART_COVERS_CACHE_SECONDS: POSITIVE,
    CLIPCART_PRODUCTS_PATH: KEYAPI_PATH,
    CLIPCART_PRODUCTS_CACHE_SECONDS: POSITIVE,
    CLIPCART_RESOLVE: BOOLEAN,
    CLIPCART_LINKS_DAILY: NUMBER,
    CLIPCART_LINKS_BASE: [new RegExp(`^$|${BASE.source}`), 'an https address without a slash at its end, or nothing'],
};

/** The first thing that has to be set, or null. Wrong values are not repeated: they may be secrets. */
function findProblem(values, env, users) {
    for (const [name, [format, expected]] of Object.entries(FORMATS)) {
        if (!format.test(values[name])) return `set ${name} to ${expected}`;
    }
    if (!/^[\x21-\x7e]+$/.test(env.KEYAPI_KEY ?? '')) return 'set the secret KEYAPI_KEY to the key, one line of it';
    if (values.CLIPCART_SIGN_IN === 'basic' && users.length === 0) {
        return 'set the secret CLIPCART_USERS to lines of name:password, or CLIPCART_SIGN_IN to "elsewhere"';
    }
    if (!users.every((line) => /^[^:]+:.+$/.test(line))) return 'set the secret CLIPCART_USERS to lines of name:password';
    return null;
}

export function readSettings(env) {
    const values = {};
    for (const [name, initial] of Object.entries(DEFAULTS)) values[name] = String(env[name] ?? initial);
    const users = String(env.CLIPCART_USERS ?? '').split(/\r?\n/).filter((line) => line !== '');
    const problem = findProblem(values, env, users);
    const isPrefix = FORMATS.CLIPCART_PREFIX[0].test(values.CLIPCART_PREFIX);
    return {
        problem: problem && `this proxy is not set up: ${problem}`,
        key: env.KEYAPI_KEY,
        base: values.KEYAPI_BASE,
        prefix: isPrefix ? values.CLIPCART_PREFIX : DEFAULTS.CLIPCART_PREFIX,
        basic: values.CLIPCART_SIGN_IN !== 'elsewhere',
        users,
        linksBase: values.CLIPCART_LINKS_BASE,
        timeoutSeconds: Number(values.CLIPCART_TIMEOUT_SECONDS),
        autoRun: values.CLIPCART_AUTO_RUN === 'true',
        daily: {
            credits: Number(values.CLIPCART_DAILY),
            covers: Number(values.CLIPCART_COVERS_DAILY),
            links: Number(values.CLIPCART_LINKS_DAILY),
        },
        calls: readCalls(values),
    };
}

/** Of each call: whether it is on, its path at KeyAPI, and how long its responses are used. */
function readCalls(values) {
    const staleSeconds = Number(values.CLIPCART_STALE_SECONDS);
    const call = (path, cacheSeconds, stale) => ({
        isOn: path !== '' && path !== 'off',
        path,
        cacheSeconds: Number(cacheSeconds),
        staleSeconds: stale,
    });
    return {
        analytics: call(rules.ANALYTICS_PATH, values.CLIPCART_CACHE_SECONDS, staleSeconds),
        // Signed addresses expire, so an older response is no help.
        covers: call(values.CLIPCART_COVERS_PATH, values.CLIPCART_COVERS_CACHE_SECONDS, 0),
        products: call(values.CLIPCART_PRODUCTS_PATH, values.CLIPCART_PRODUCTS_CACHE_SECONDS, staleSeconds),
        links: { isOn: values.CLIPCART_RESOLVE === 'true', cacheSeconds: rules.LINK_CACHE_SECONDS, staleSeconds: 0 },
    };
}
