// The part of the nginx proxy that asks KeyAPI. It answers on a socket that only nginx itself reaches, behind the cache:
// what comes here is a question that nobody has the answer to.
//
// Owns: spending a credit, which it does at most once a question, and saying how long an answer may be kept.
// Refuses: deciding what a question is (rules.js), and who may ask (clipcart.conf.template).
import crypto from 'crypto';
import fs from 'fs';

import rules from 'rules.js';

/** What clipcart.conf.template sends along, and nothing else does. */
const QUESTION = 'X-Question';
const REFUSAL = 'X-Refusal';
const STARTED = 'X-Started';

/**
 * What a request is: the question in its one form, which is the key in the cache; or why it is none, as
 * "STATUS message". One call tells both, since each costs more than all that nginx does for an answer that it has.
 */
function asked(r) {
    const uri = sent(r);
    const path = uri.path.slice(process.env.CLIPCART_PREFIX.length + 'api'.length);
    const found = rules.asked(r.method, path, uri.query, r.headersIn['Sec-Fetch-Site']);
    return found.args || found.status + ' ' + found.message;
}

/** Path and query as they were sent; nginx's own variables have them decoded, or rewritten. */
function sent(r) {
    const uri = r.variables.request_uri;
    const mark = uri.indexOf('?');
    return mark < 0 ? { path: uri, query: '' } : { path: uri.slice(0, mark), query: uri.slice(mark + 1) };
}

/** When the request came, in milliseconds: it may have waited for an equal one since. */
function started(r) {
    return String(Math.round((Number(r.variables.msec) - Number(r.variables.request_time)) * 1000));
}

function authorization() {
    return 'Bearer ' + process.env.KEYAPI_KEY;
}

/** Seconds since KeyAPI gave an answer that comes from the cache. */
function age(r) {
    const at = Number(r.variables.upstream_http_x_answered_at);
    return at && r.variables.clipcart_cache !== 'MISS' ? String(Math.max(0, Math.floor(Date.now() / 1000 - at))) : '';
}

/** The answers of nginx's own that need words: sign-in, limits, and a socket that fails. */
function say(r) {
    const status = Number(r.variables.clipcart_status);
    const words = { 401: rules.SIGN_IN, 404: 'nothing is here', 429: rules.CLIENT_LIMIT };
    if (words[status]) {
        return r.return(status, rules.refused(status, words[status]));
    }
    r.return(status, rules.envelope(status, "KeyAPI's answer did not come in time, or this proxy has an error of its own"));
}

/** The same to people, in place of the page. */
function tell(r) {
    const status = Number(r.variables.clipcart_status);
    r.headersOut['Content-Type'] = 'text/plain; charset=utf-8';
    r.return(status, rules.TO_PEOPLE[status]);
}

/** Answers one question, whatever happens: a full disk, say. */
async function answer(r) {
    try {
        await answered(r);
    } catch (e) {
        send(r, rules.broken(500, 'this proxy met an error of its own'));
    }
}

async function answered(r) {
    const refused = r.headersIn[REFUSAL];
    if (refused) {
        const status = Number(refused.slice(0, 3));
        if (status === 405) {
            r.headersOut.Allow = 'GET';
        }
        return send(r, { status: status, body: rules.refused(status, refused.slice(4)) });
    }
    const asked = r.headersIn[QUESTION];
    if (!rules.isQuestion(asked)) {
        return send(r, rules.broken(500, 'this proxy met an error of its own'));
    }
    // Those who came before an equal question was answered share what it brought: a failure, which the cache doesn't
    // keep, and the answer too, for nginx lets a request through that looked just before it was there.
    const shared = remembered(asked);
    if (shared && shared.at > Number(r.headersIn[STARTED])) {
        r.headersOut['X-Shared'] = 'yes';
        return send(r, shared);
    }
    if (!spend()) {
        r.headersOut['Retry-After'] = String(rules.untilMidnight(Date.now() / 1000));
        return send(r, { status: 429, body: rules.refused(429, rules.DAILY_LIMIT) });
    }
    const found = await ask(r, asked);
    found.at = Date.now();
    remember(asked, found);
    send(r, found);
}

async function ask(r, asked) {
    const late = { timer: 0 };
    const patience = new Promise((resolve) => {
        late.timer = setTimeout(() => resolve(late), Number(process.env.CLIPCART_TIMEOUT_SECONDS) * 1000);
    });
    // nginx's own timeouts begin anew with each byte that drips.
    const reply = await Promise.race([r.subrequest('/keyapi', { args: asked, method: 'GET' }), patience]);
    if (reply === late || reply.status === 504) {
        return rules.broken(504, 'KeyAPI did not answer in time');
    }
    clearTimeout(late.timer);
    // No header came from KeyAPI: the status is nginx's own.
    if (!/^[0-9.]+$/.test(reply.variables.upstream_header_time || '')) {
        return rules.broken(502, 'KeyAPI could not be reached, or broke off');
    }
    const found = rules.judged(reply.status, reply.responseText || '', process.env.KEYAPI_KEY);
    found.retryAfter = rules.retryAfter(reply.headersOut['Retry-After']);
    return found;
}

function send(r, found) {
    r.headersOut['Content-Type'] = 'application/json';
    if (found.keep) {
        r.headersOut['X-Answered-At'] = String(Math.floor(found.at / 1000));
        r.headersOut['Cache-Control'] = 'max-age=' + process.env.CLIPCART_CACHE_SECONDS;
    } else {
        r.headersOut['Cache-Control'] = 'no-store';
    }
    if (found.retryAfter) {
        r.headersOut['Retry-After'] = found.retryAfter;
    }
    r.return(found.status, found.body);
}

/**
 * Takes one of today's credits; false when there is none. A day's credits are the bytes of a file, since adding a byte
 * is one step whatever the other workers do, and a restart forgets nothing.
 */
function spend() {
    const limit = Number(process.env.CLIPCART_DAILY);
    const file = process.env.CLIPCART_STATE + '/counts/credits-' + new Date().toISOString().slice(0, 10);
    if (size(file) >= limit) {
        return false;
    }
    fs.appendFileSync(file, '.', { mode: 0o600 });
    return size(file) <= limit;
}

function size(file) {
    try {
        return fs.statSync(file).size;
    } catch (e) {
        return 0;
    }
}

/** A few thousand places for what came last; a question that takes another's place costs that one's memory only. */
function place(asked) {
    return process.env.CLIPCART_STATE + '/latest/' + crypto.createHash('sha256').update(asked).digest('hex').slice(0, 3);
}

function remember(asked, found) {
    const file = place(asked);
    const text = JSON.stringify(Object.assign({ asked: asked }, found));
    // Whole or not at all, for whoever reads it meanwhile.
    const draft = file + '.' + Math.random();
    try {
        fs.writeFileSync(draft, text, { mode: 0o600 });
        fs.renameSync(draft, file);
    } catch (e) {
        // A full disk: what was paid for goes to its asker all the same.
    }
}

function remembered(asked) {
    try {
        const latest = JSON.parse(fs.readFileSync(place(asked)));
        return latest.asked === asked ? latest : null;
    } catch (e) {
        return null;
    }
}

export default { asked, started, authorization, age, say, tell, answer };
