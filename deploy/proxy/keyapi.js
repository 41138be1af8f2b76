// What to make of KeyAPI's response.

import envelope from './envelope.js';

/** Characters. Ten rows have about twenty thousand. */
const MAX_RESPONSE_LENGTH = 1024 * 1024;

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
 * Whether a good response to this call has data to be cached. Of videos: one row, or a list of rows, which may be empty.
 * An empty list is none if its message says that the account has no credits left. Of covers and products: a list or an
 * object that is not empty. KeyAPI may know more of them in a moment, so that an empty answer is asked for again.
 */
function hasData(call, body) {
    if (call !== 'analytics') {
        return body.data !== null && typeof body.data === 'object' && Object.keys(body.data).length > 0;
    }
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
 * Classifies KeyAPI's response to a request of this call with this key: the `status` and `body` to pass on, and whether it is
 * `cacheable`. A failure that arrives as HTTP 200 gets the status in its code, so that caches and logs see a failure. Its
 * body stays unchanged. `encoding` is its Content-Encoding: of one that the proxies do not decode, `text` is not read.
 */
function classifyResponse(call, status, text, key, encoding) {
    if (!isDecoded(encoding)) {
        return status >= 200 && status < 300
            ? envelope.failure(502, "KeyAPI's response is compressed in another way than gzip")
            : classifyResponse(call, status, '', key, '');
    }
    if (text.indexOf(key) >= 0) {
        return envelope.failure(502, "KeyAPI's response contains the key and is not passed on");
    }
    if (status >= 300 && status < 400) {
        return envelope.failure(502, 'KeyAPI responded with a redirect, which this proxy does not follow');
    }
    if (text.length > MAX_RESPONSE_LENGTH) {
        return envelope.failure(502, "KeyAPI's response is too large");
    }
    const body = parseObject(text);
    const isObject = body || looksLikeObject(text);
    if (status < 200 || status > 299) {
        const passed = passableStatus(status);
        const unchanged = isObject ? text : envelope.body(passed, 'KeyAPI responded with status ' + status);
        return { status: passed, body: unchanged, cacheable: false };
    }
    if (!isObject) {
        return envelope.failure(502, "KeyAPI's response is not valid JSON");
    }
    if (!body) {
        return { status: 200, body: text, cacheable: false };
    }
    const code = body.code === undefined || body.code === null ? NaN : Number(body.code);
    if (code === 0) {
        return { status: 200, body: text, cacheable: hasData(call, body) };
    }
    if (code >= 400 && code <= 599) {
        return { status: passableStatus(code), body: text, cacheable: false };
    }
    // Another format, or an unknown code: the page explains it to the user.
    return { status: 200, body: text, cacheable: false };
}

/** Whether the proxies decode this Content-Encoding. They ask for gzip at most, but a server can send anything. */
function isDecoded(encoding) {
    return /^(|identity|gzip)$/.test(encoding || '');
}

/** A Retry-After if it is valid, or else an empty text: seconds or a date. */
function retryAfter(value) {
    return value && /^([0-9]{1,9}|[A-Za-z]{3}, [0-9A-Za-z: ]{10,30})$/.test(value) ? value : '';
}

export default { MAX_RESPONSE_LENGTH, isDecoded, classifyResponse, retryAfter };
