// The rules that both proxies, nginx's and Cloudflare's, share: which requests are queries, their canonical form, and
// what to make of KeyAPI's response. The proxies themselves do everything with side effects: sending, caching, counting,
// signing in.
//
// nginx's njs has no destructuring, spread or classes, and takes one default export.

const PATH = '/v1/tiktok/video/products/analytics';
/** Characters. Ten rows have about twenty thousand. */
const MAX_RESPONSE_LENGTH = 1024 * 1024;
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
function parseQuery(raw) {
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

/**
 * Parses a request. Returns `query` as above, or `status` and `message` of a refusal. `path` is the rest of the path
 * behind the API's prefix, as it was sent. `site` is the Sec-Fetch-Site header, which browsers set and pages cannot: it
 * is "none" for a URL that was typed, and missing in requests of other programs.
 */
function parseRequest(method, path, raw, site) {
    if (path !== PATH) {
        return { status: 404, message: 'this proxy has one endpoint only' };
    }
    if (method !== 'GET') {
        return { status: 405, message: 'this proxy allows GET only' };
    }
    if (site && site !== 'same-origin' && site !== 'none') {
        return { status: 403, message: 'pages of other sites may not use this proxy' };
    }
    const parsed = parseQuery(raw);
    return parsed.problem ? { status: 400, message: parsed.problem } : parsed;
}

function isCanonicalQuery(query) {
    return CANONICAL.test(query || '');
}

/** A body in the API's envelope. */
function envelope(status, message) {
    return JSON.stringify({ code: status, message: message, data: null });
}

/** The same for a refusal by the proxy. KeyAPI received no request, so it cost nothing. */
function refusalBody(status, message) {
    return JSON.stringify({ code: status, message: message, data: null, refused_by: 'proxy' });
}

/** Messages of refusals that are not about the query. */
const SIGN_IN = 'sign in to use this proxy';
const CLIENT_LIMIT = 'too many requests within a minute; wait a moment';
const DAILY_LIMIT = "this proxy's credits for today are used up; requests work again after midnight UTC";

/** The same for people, in place of the page. */
const PAGE_MESSAGES = {
    401: 'Sign in to open ClipCart: reload the page to try again.\n请登录后使用 ClipCart：刷新页面可重试。\n',
    429: 'Too many requests within a minute: wait a moment.\n您在一分钟内请求过于频繁，请稍候。\n',
};

/** `now` is in seconds. */
function secondsUntilMidnight(now) {
    return 86400 - (Math.floor(now) % 86400);
}

function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : null;
    } catch (e) {
        return null;
    }
}

/** Whether a text that is not JSON is an object all the same, such as one with NaN. The page reads or explains it. */
function looksLikeObject(text) {
    const trimmed = text.trim();
    return trimmed[0] === '{' && trimmed[trimmed.length - 1] === '}';
}

/** Whether a message says that the account's credits are used up. The page finds it by the same parts: `quota.rs`. */
function saysUsedUp(message) {
    const usedUp =
        /quota|usage limit|insufficient credit|insufficient balance|not enough credit|no credits|out of credits|额度|余额不足|积分不足/i;
    // These speak of limits and quotas, too, but for requests in a short time.
    const tooFast = /qps|per second|per minute|rate limit|too many requests|每秒|频率|频繁|频次/i;
    return usedUp.test(message) && !tooFast.test(message);
}

/**
 * Whether a good response has data to be cached: one row, or a list of rows, which may be empty. An empty list is none if
 * its message says that the account has no credits left.
 */
function hasData(body) {
    if (Array.isArray(body.data)) {
        return body.data.length > 0 || !saysUsedUp(body.message);
    }
    return body.data !== null && typeof body.data === 'object' && 'video_id' in body.data;
}

/** The status if clients and caches understand it, or else 502. */
function passableStatus(status) {
    const isPassable =
        (status >= 400 && status <= 431 && status !== 407) || status === 451 || (status >= 500 && status <= 511);
    return isPassable ? Math.floor(status) : 502;
}

/**
 * Classifies KeyAPI's response to a request with this key: the `status` and `body` to pass on, and whether it is
 * `cacheable`. A failure that arrives as HTTP 200 gets the status in its code, so that caches and logs see a failure. Its
 * body stays unchanged.
 */
function classifyResponse(status, text, key) {
    if (text.indexOf(key) >= 0) {
        return failure(502, "KeyAPI's response contains the key and is not passed on");
    }
    if (status >= 300 && status < 400) {
        return failure(502, 'KeyAPI responded with a redirect, which this proxy does not follow');
    }
    if (text.length > MAX_RESPONSE_LENGTH) {
        return failure(502, "KeyAPI's response is too large");
    }
    const body = parseObject(text);
    const isObject = body || looksLikeObject(text);
    if (status < 200 || status > 299) {
        const passed = passableStatus(status);
        const unchanged = isObject ? text : envelope(passed, 'KeyAPI responded with status ' + status);
        return { status: passed, body: unchanged, cacheable: false };
    }
    if (!isObject) {
        return failure(502, "KeyAPI's response is not valid JSON");
    }
    if (!body) {
        return { status: 200, body: text, cacheable: false };
    }
    const code = body.code === undefined || body.code === null ? NaN : Number(body.code);
    if (code === 0) {
        return { status: 200, body: text, cacheable: hasData(body) };
    }
    if (code >= 400 && code <= 599) {
        return { status: passableStatus(code), body: text, cacheable: false };
    }
    // Another format, or an unknown code: the page explains it to the user.
    return { status: 200, body: text, cacheable: false };
}

/** A failure between this proxy and KeyAPI. */
function failure(status, message) {
    return { status: status, body: envelope(status, message), cacheable: false };
}

/** KeyAPI's Retry-After if it is valid, or else an empty text: seconds or a date. */
function retryAfter(value) {
    return value && /^([0-9]{1,9}|[A-Za-z]{3}, [0-9A-Za-z: ]{10,30})$/.test(value) ? value : '';
}

export default {
    PATH,
    MAX_RESPONSE_LENGTH,
    SERVE_STALE_STATUSES,
    SIGN_IN,
    CLIENT_LIMIT,
    DAILY_LIMIT,
    PAGE_MESSAGES,
    parseRequest,
    isCanonicalQuery,
    envelope,
    refusalBody,
    secondsUntilMidnight,
    classifyResponse,
    failure,
    retryAfter,
};
