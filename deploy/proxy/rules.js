// What both proxies, nginx's and Cloudflare's, decide about a question and its answer, so that they decide alike.
//
// Owns: which requests are questions, in which one form they go to KeyAPI, and what may be kept of an answer.
// Refuses: sending, storing, counting and knowing who asks; each proxy does that with what its platform has.
// Written in the JavaScript that nginx's njs knows: one default export, no classes, no destructuring, no spread.

const PATH = '/v1/tiktok/video/products/analytics';
/** Characters that an answer may have. Ten rows have about twenty thousand. */
const MAX_ANSWER = 1024 * 1024;
/** An answer of an upstream that is ill, in place of which an older good answer is better than none. */
const ILL = [403, 404, 429, 500, 502, 503, 504];

/**
 * The one form of a question, in which it is sent and kept. A literal, as is all up here where it can be: njs evaluates
 * this file anew for each request.
 */
const FORM = /^video_ids=[0-9]{1,20}(,[0-9]{1,20}){0,199}&page_num=([1-9][0-9]{0,4}|100000)&page_size=([1-9]|10)$/;
const NAMES = ['video_ids', 'page_num', 'page_size'];
const WANTED = {
    video_ids: '1 to 200 ids of digits, separated by commas, nothing encoded',
    page_num: 'a whole number from 1 to 100000',
    page_size: 'a whole number from 1 to 10',
};

/** Reads a raw query string, without its "?". `args` is the question in its one form; or `fault` says what is wrong. */
function question(raw) {
    // As the app asks. The rest finds out what is wrong, or puts into order what somebody else asks.
    if (FORM.test(raw)) {
        return { args: raw };
    }
    const found = {};
    const pairs = raw === '' ? [] : raw.split('&');
    for (let i = 0; i < pairs.length; i++) {
        const equals = pairs[i].indexOf('=');
        const name = equals < 0 ? pairs[i] : pairs[i].slice(0, equals);
        if (NAMES.indexOf(name) < 0) {
            return { fault: 'only ' + NAMES.join(', ') + ' are passed on' };
        }
        if (found[name] !== undefined) {
            return { fault: name + ' stands there more than once' };
        }
        found[name] = equals < 0 ? '' : pairs[i].slice(equals + 1);
    }
    const wrong = NAMES.filter((name) => !FORM.test(inForm((other) => (other === name ? found[name] : 1))));
    return wrong.length ? { fault: wrong[0] + ' must be ' + WANTED[wrong[0]] } : { args: inForm((name) => found[name]) };
}

function inForm(value) {
    return NAMES.map((name) => name + '=' + value(name)).join('&');
}

/**
 * What a request asks: `args` as above, or `status` and `message` say why it is not passed on. `path` is what follows the
 * place of the API, as it was sent; `site` is the Sec-Fetch-Site header, which browsers set and pages can't: "none" is an
 * address typed, and no header at all is no browser.
 */
function asked(method, path, raw, site) {
    if (path !== PATH) {
        return { status: 404, message: 'this proxy passes on one endpoint only' };
    }
    if (method !== 'GET') {
        return { status: 405, message: 'this proxy passes on GET only' };
    }
    if (site && site !== 'same-origin' && site !== 'none') {
        return { status: 403, message: "another site's page may not ask through this proxy" };
    }
    const found = question(raw);
    return found.fault ? { status: 400, message: found.fault } : found;
}

/** Whether this is a question in its one form. */
function isQuestion(args) {
    return FORM.test(args || '');
}

/** A body in the API's own form. */
function envelope(status, message) {
    return JSON.stringify({ code: status, message: message, data: null });
}

/** The same for what never reached KeyAPI, and so cost nothing. */
function refused(status, message) {
    return JSON.stringify({ code: status, message: message, data: null, refused_by: 'proxy' });
}

/** The words for a refusal that is not about the question. */
const SIGN_IN = 'sign in to ask through this proxy';
const CLIENT_LIMIT = 'you have asked very often within a minute; wait a little';
const DAILY_LIMIT = "today's credits of this proxy are spent; it asks again after midnight, UTC";

/** The same for people, in place of the page. */
const TO_PEOPLE = {
    401: 'Sign in to open ClipCart: reload the page to try again.\n请登录后使用 ClipCart：刷新页面可重试。\n',
    429: 'You have asked very often within a minute: wait a little.\n您在一分钟内请求过于频繁，请稍候。\n',
};

/** Seconds from `now`, in seconds, to the next midnight, UTC. */
function untilMidnight(now) {
    return 86400 - (Math.floor(now) % 86400);
}

function parsed(text) {
    try {
        const value = JSON.parse(text);
        return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : null;
    } catch (e) {
        return null;
    }
}

/** A status that may be passed on: one that means the same to everybody on the way. */
function passable(status) {
    const usual = (status >= 400 && status <= 431 && status !== 407) || (status >= 500 && status <= 511);
    return usual ? Math.floor(status) : 502;
}

/**
 * What to make of KeyAPI's answer to a request with this key. `keep` says that it is a good one. A failure that came as
 * HTTP 200 gets the status that its code says, so that caches and logs see a failure; the body stays as it came.
 */
function judged(status, text, key) {
    if (text.indexOf(key) >= 0) {
        return broken(502, "KeyAPI's answer repeats the key, and is not passed on");
    }
    if (status >= 300 && status < 400) {
        return broken(502, 'KeyAPI answered with a redirect, which this proxy does not follow');
    }
    if (text.length > MAX_ANSWER) {
        return broken(502, "KeyAPI's answer is too large to be one");
    }
    const body = parsed(text);
    if (status < 200 || status > 299) {
        const told = passable(status);
        return { status: told, body: body ? text : envelope(told, 'KeyAPI answered with status ' + status), keep: false };
    }
    if (!body) {
        return broken(502, "KeyAPI's answer is not readable JSON");
    }
    const code = body.code === undefined || body.code === null ? NaN : Number(body.code);
    if (code === 0) {
        return { status: 200, body: text, keep: Array.isArray(body.data) };
    }
    if (code >= 400 && code <= 599) {
        return { status: passable(code), body: text, keep: false };
    }
    // A success of another shape, or a code of its own: the page says best what it makes of that.
    return { status: 200, body: text, keep: false };
}

/** A failure on the way to KeyAPI or back. */
function broken(status, message) {
    return { status: status, body: envelope(status, message), keep: false };
}

/** A Retry-After of KeyAPI's as it may be passed on: seconds or a date. */
function retryAfter(value) {
    return value && /^([0-9]{1,9}|[A-Za-z]{3}, [0-9A-Za-z: ]{10,30})$/.test(value) ? value : '';
}

export default {
    PATH,
    MAX_ANSWER,
    ILL,
    SIGN_IN,
    CLIENT_LIMIT,
    DAILY_LIMIT,
    TO_PEOPLE,
    asked,
    isQuestion,
    envelope,
    refused,
    untilMidnight,
    judged,
    broken,
    retryAfter,
};
