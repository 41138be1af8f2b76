// The scripted part of the nginx proxy: parses requests for the cache in front (parseRequest and the other variables),
// and, behind the cache, gets a response from KeyAPI or, for a short link, from TikTok (respond). Whatever arrives behind
// the cache is a query without a cached response. It spends at most one credit.
import crypto from 'crypto';
import fs from 'fs';

import envelope from 'envelope.js';
import links from 'links.js';
import rules from 'rules.js';
import upstream from 'upstream.js';

/** Headers that clipcart.conf.template sends to the server behind the cache. Clients' headers do not get there. */
const QUERY = 'X-Query';
const REFUSAL = 'X-Refusal';
const STARTED = 'X-Started';

/** The settings of each call: how long its responses are cached. A link leads to the same video for good. */
const CACHE_SECONDS = {
    analytics: () => process.env.CLIPCART_CACHE_SECONDS,
    covers: () => process.env.CLIPCART_COVERS_CACHE_SECONDS,
    products: () => process.env.CLIPCART_PRODUCTS_CACHE_SECONDS,
    links: () => String(rules.LINK_CACHE_SECONDS),
};
/** How much of each budget a day has. */
const DAILY = {
    credits: () => process.env.CLIPCART_DAILY,
    covers: () => process.env.CLIPCART_COVERS_DAILY,
    links: () => process.env.CLIPCART_LINKS_DAILY,
};

/** Whether this deployment has a call. */
function isOn(name) {
    const settings = {
        covers: process.env.CLIPCART_COVERS_PATH !== 'off',
        products: process.env.CLIPCART_PRODUCTS_PATH !== 'off',
        links: process.env.CLIPCART_RESOLVE !== 'false',
    };
    return settings[name] !== false;
}

/**
 * The query in its canonical form, which is the key in the cache, or a refusal as "STATUS message". Both in one call:
 * calls cost more than everything else that nginx does for a cached response.
 */
function parseRequest(r) {
    const uri = splitUri(r);
    const path = uri.path.slice(process.env.CLIPCART_PREFIX.length + 'api'.length);
    const parsed = rules.parseRequest(r.method, path, uri.query, r.headersIn['Sec-Fetch-Site'], isOn);
    return parsed.query || parsed.status + ' ' + parsed.message;
}

/** Path and query as they were sent. nginx's own variables are decoded or rewritten. */
function splitUri(r) {
    const uri = r.variables.request_uri;
    const mark = uri.indexOf('?');
    return mark < 0 ? { path: uri, query: '' } : { path: uri.slice(0, mark), query: uri.slice(mark + 1) };
}

/** When the request arrived, in milliseconds. It may have waited for an equal one since. */
function startedAt(r) {
    return String(Math.round((Number(r.variables.msec) - Number(r.variables.request_time)) * 1000));
}

function authorization() {
    return 'Bearer ' + process.env.KEYAPI_KEY;
}

/** The User-Agent of requests to TikTok. */
function browser() {
    return links.USER_AGENT;
}

/** The age of a cached response in seconds, or an empty text. */
function age(r) {
    const at = Number(r.variables.upstream_http_x_fetched_at);
    return at && r.variables.clipcart_cache !== 'MISS' ? String(Math.max(0, Math.floor(Date.now() / 1000 - at))) : '';
}

/** Responds to an error of nginx itself: no sign-in, a limit, a socket that fails. */
function apiError(r) {
    const status = Number(r.variables.clipcart_status);
    const refusals = { 401: rules.SIGN_IN, 404: 'there is nothing at this address', 429: rules.CLIENT_LIMIT };
    if (refusals[status]) {
        return r.return(status, envelope.refusalBody(status, refusals[status]));
    }
    r.return(status, envelope.body(status, 'the server behind this proxy did not respond in time, or this proxy had an internal error'));
}

/** The same for people, in place of the page. */
function pageError(r) {
    const status = Number(r.variables.clipcart_status);
    r.headersOut['Content-Type'] = 'text/plain; charset=utf-8';
    r.return(status, rules.PAGE_MESSAGES[status]);
}

async function respond(r) {
    try {
        await respondOrThrow(r);
    } catch (e) {
        // Such as a full disk.
        send(r, envelope.failure(500, 'this proxy had an internal error'));
    }
}

async function respondOrThrow(r) {
    const refusal = r.headersIn[REFUSAL];
    if (refusal) {
        const status = Number(refusal.slice(0, 3));
        if (status === 405) {
            r.headersOut.Allow = 'GET';
        }
        return send(r, { status: status, body: envelope.refusalBody(status, refusal.slice(4)) });
    }
    const query = r.headersIn[QUERY];
    const call = rules.callOf(query || '');
    if (!call || !isOn(call.name)) {
        return send(r, envelope.failure(500, 'this proxy had an internal error'));
    }
    // Requests that arrived before an equal one got its response share that response: a failure, which the cache does not
    // store; and a success, because nginx lets a request through that looked into the cache just before.
    const latest = readLatest(query);
    if (latest && latest.at > Number(r.headersIn[STARTED])) {
        r.headersOut['X-Shared'] = 'yes';
        return send(r, latest);
    }
    if (!take(call.budget)) {
        r.headersOut['Retry-After'] = String(rules.secondsUntilMidnight(Date.now() / 1000));
        return send(r, { status: 429, body: envelope.refusalBody(429, rules.DAILY_LIMITS[call.budget]) });
    }
    const fetch = call.name === 'links' ? upstream.resolveLink : upstream.fetchFromKeyApi;
    const response = await fetch(r, query, call.name);
    response.at = Date.now();
    response.cacheSeconds = CACHE_SECONDS[call.name]();
    writeLatest(query, response);
    send(r, response);
}

const FAILURES = {
    502: '% could not be reached, or the connection broke',
    504: '% did not respond in time',
};

function send(r, response) {
    r.headersOut['Content-Type'] = 'application/json';
    if (response.cacheable) {
        r.headersOut['X-Fetched-At'] = String(Math.floor(response.at / 1000));
        r.headersOut['Cache-Control'] = 'max-age=' + response.cacheSeconds;
    } else {
        r.headersOut['Cache-Control'] = 'no-store';
    }
    if (response.retryAfter) {
        r.headersOut['Retry-After'] = response.retryAfter;
    }
    r.return(response.status, response.body);
}

/**
 * Takes one of today's credits, or one of another budget. False if none is left. The count is the size of a file:
 * appending a byte is one step for all workers, and a restart keeps it.
 */
function take(budget) {
    const limit = Number(DAILY[budget]());
    const file = process.env.CLIPCART_STATE + '/counts/' + budget + '-' + new Date().toISOString().slice(0, 10);
    if (sizeOf(file) >= limit) {
        return false;
    }
    fs.appendFileSync(file, '.', { mode: 0o600 });
    return sizeOf(file) <= limit;
}

function sizeOf(file) {
    try {
        return fs.statSync(file).size;
    } catch (e) {
        return 0;
    }
}

/** The file of a query's latest response, one of 4,096. Queries with the same file only replace each other's response. */
function latestFile(query) {
    const hash = crypto.createHash('sha256').update(query).digest('hex');
    return process.env.CLIPCART_STATE + '/latest/' + hash.slice(0, 3);
}

function writeLatest(query, response) {
    const file = latestFile(query);
    const text = JSON.stringify(Object.assign({ query: query }, response));
    // Renamed when complete, for other workers that read it meanwhile.
    const draft = file + '.' + Math.random();
    try {
        fs.writeFileSync(draft, text, { mode: 0o600 });
        fs.renameSync(draft, file);
    } catch (e) {
        // The disk is full. The client gets the response all the same.
    }
}

function readLatest(query) {
    try {
        const latest = JSON.parse(fs.readFileSync(latestFile(query)));
        return latest.query === query ? latest : null;
    } catch (e) {
        return null;
    }
}

export default { parseRequest, startedAt, authorization, browser, age, apiError, pageError, respond };
