// The rules that both proxies, nginx's and Cloudflare's, share: which requests are queries, and their canonical form.
// keyapi.js and links.js say what to make of the responses. The proxies themselves do everything with side effects:
// sending, caching, counting, signing in.
//
// nginx's njs has no destructuring, spread or classes, and takes one default export.

import envelope from './envelope.js';
import links from './links.js';

/** The paths below the API's prefix. At KeyAPI those of covers and products may differ: they are settings. */
const ANALYTICS_PATH = '/v1/tiktok/video/products/analytics';
const COVERS_PATH = '/v1/tiktok/covers/batch/download';
const PRODUCTS_PATH = '/v1/tiktok/product/detail/analytics';
const LINKS_PATH = '/resolve';
/** A year. */
const LINK_CACHE_SECONDS = 31536000;
/** KeyAPI cannot give data now. An older cached response is better than these. */
const SERVE_STALE_STATUSES = [403, 404, 429, 500, 502, 503, 504];

/**
 * The canonical form of a query, in which it is sent and cached. Literals only, here and below: njs evaluates this file
 * again for each request.
 */
const CANONICAL =
    /^video_ids=[0-9]{1,20}(,[0-9]{1,20}){0,199}&page_num=([1-9][0-9]{0,4}|100000)&page_size=([1-9]|10)$/;
const PARAMETERS = ['video_ids', 'page_num', 'page_size'];
const EXPECTED = {
    video_ids: '1 to 200 ids of digits, separated by commas, not percent-encoded',
    page_num: 'a whole number from 1 to 100000',
    page_size: 'a whole number from 1 to 10',
};

/** Parses a raw query string without its "?". Returns `query` in its canonical form, or `problem`. */
function parseAnalytics(raw) {
    // The app sends the canonical form. What follows reorders parameters, or finds the problem.
    if (CANONICAL.test(raw)) {
        return { query: raw };
    }
    const values = {};
    const pairs = raw === '' ? [] : raw.split('&');
    for (let i = 0; i < pairs.length; i++) {
        const equals = pairs[i].indexOf('=');
        const name = equals < 0 ? pairs[i] : pairs[i].slice(0, equals);
        if (PARAMETERS.indexOf(name) < 0) {
            return { problem: 'only ' + PARAMETERS.join(', ') + ' are allowed' };
        }
        if (values[name] !== undefined) {
            return { problem: name + ' is given more than once' };
        }
        values[name] = equals < 0 ? '' : pairs[i].slice(equals + 1);
    }
    const wrong = PARAMETERS.filter(
        (name) => !CANONICAL.test(canonical((other) => (other === name ? values[name] : 1))),
    );
    return wrong.length
        ? { problem: wrong[0] + ' must be ' + EXPECTED[wrong[0]] }
        : { query: canonical((name) => values[name]) };
}

function canonical(valueOf) {
    return PARAMETERS.map((name) => name + '=' + valueOf(name)).join('&');
}

/** KeyAPI's most, everywhere. */
const MAX_VALUES = 10;
/**
 * Covers are in this one bucket, whose addresses have no query: one with a query is signed already. As encodeURIComponent
 * writes it.
 */
const COVER =
    /^https%3A%2F%2Fechosell-images\.tos-ap-southeast-1\.volces\.com(%2F[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+$/;
const MAX_COVER_LENGTH = 400;

function isCover(value) {
    return value.length <= MAX_COVER_LENGTH && COVER.test(value);
}

function isProductId(value) {
    return /^[0-9]{1,20}$/.test(value);
}

function parseCovers(raw) {
    return parseList(raw, 'cover_urls', isCover, '1 to 10 addresses of covers, each percent-encoded, separated by commas');
}

function parseProducts(raw) {
    return parseList(raw, 'product_ids', isProductId, '1 to 10 ids of digits, separated by commas, not percent-encoded');
}

/** A query of one parameter with a list. Sorted and without duplicates, so that equal queries are equal bytes. */
function parseList(raw, name, isValid, expected) {
    if (raw.indexOf(name + '=') !== 0) {
        return { problem: 'only ' + name + ' is allowed, and it is required' };
    }
    const values = raw.slice(name.length + 1).split(',');
    if (values.length > MAX_VALUES || !values.every(isValid)) {
        return { problem: name + ' must be ' + expected };
    }
    const sorted = values.sort();
    return { query: name + '=' + sorted.filter((value, i) => value !== sorted[i - 1]).join(',') };
}

/** All calls. The first parameter tells which call a canonical query is. `budget` is what a day limits. */
const CALLS = [
    { name: 'analytics', path: ANALYTICS_PATH, first: 'video_ids=', parse: parseAnalytics, budget: 'credits' },
    { name: 'covers', path: COVERS_PATH, first: 'cover_urls=', parse: parseCovers, budget: 'covers' },
    { name: 'products', path: PRODUCTS_PATH, first: 'product_ids=', parse: parseProducts, budget: 'credits' },
    { name: 'links', path: LINKS_PATH, first: 'link=', parse: links.parseQuery, budget: 'links' },
];

/**
 * Parses a request. Returns `query` as above, or `status` and `message` of a refusal. `path` is the rest of the path
 * behind the API's prefix, as it was sent. `site` is the Sec-Fetch-Site header, which browsers set and pages cannot: it
 * is "none" for a URL that was typed, and missing in requests of other programs. `isOn` tells by name which calls the
 * deployment has.
 */
function parseRequest(method, path, raw, site, isOn) {
    const call = CALLS.find((call) => call.path === path);
    if (!call) {
        return { status: 404, message: 'this proxy has no such endpoint' };
    }
    if (!isOn(call.name)) {
        return { status: 404, message: 'this endpoint is switched off here' };
    }
    if (method !== 'GET') {
        return { status: 405, message: 'this proxy allows GET only' };
    }
    if (site && site !== 'same-origin' && site !== 'none') {
        return { status: 403, message: 'pages of other sites may not use this proxy' };
    }
    const parsed = call.parse(raw);
    return parsed.problem ? { status: 400, message: parsed.problem } : parsed;
}

/**
 * Which of a client's limits a request takes from, by the path behind the API's prefix. Covers and links have limits of
 * their own, so that a page full of covers leaves a search its share. Everything else is with the searches.
 */
function limitOf(path) {
    const call = CALLS.find((call) => call.path === path);
    return call ? call.budget : 'credits';
}

/** The call of a query in its canonical form, or undefined. */
function callOf(query) {
    const call = CALLS.find((call) => query.indexOf(call.first) === 0);
    return call && call.parse(query).query === query ? call : undefined;
}

/** What config.json says of the calls beside the first: their paths below the API's base, or nothing if they are off. */
function configOf(isOn) {
    const path = (name, path) => (isOn(name) ? path : '');
    return {
        covers: path('covers', COVERS_PATH),
        products: path('products', PRODUCTS_PATH),
        links: path('links', LINKS_PATH),
    };
}

/** Messages of refusals that are not about the query. */
const SIGN_IN = 'sign in to use this proxy';
const CLIENT_LIMIT = 'too many requests within a minute; wait a moment';
const DAILY_LIMITS = {
    credits: "this proxy's credits for today are used up; requests work again after midnight UTC",
    covers: 'this proxy has requested as many covers today as it may; requests work again after midnight UTC',
    links: 'this proxy has resolved as many links today as it may; requests work again after midnight UTC',
};

/** The same for people, in place of the page. */
const PAGE_MESSAGES = {
    401: 'Sign in to open ClipCart: reload the page to try again.\n请登录后使用 ClipCart：刷新页面可重试。\n',
    429: 'Too many requests within a minute: wait a moment.\n您在一分钟内请求过于频繁，请稍候。\n',
};

/** `now` is in seconds. */
function secondsUntilMidnight(now) {
    return 86400 - (Math.floor(now) % 86400);
}

export default {
    ANALYTICS_PATH,
    LINK_CACHE_SECONDS,
    SERVE_STALE_STATUSES,
    SIGN_IN,
    CLIENT_LIMIT,
    DAILY_LIMITS,
    PAGE_MESSAGES,
    parseRequest,
    callOf,
    limitOf,
    configOf,
    envelope,
    secondsUntilMidnight,
};
