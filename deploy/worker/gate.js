// Who may come in: limits and sign-in before everything that spends or could.
//
// Owns: counting clients, and comparing what they say with the list of users.
// Refuses: believing a header about who somebody is. With "elsewhere", the platform's own sign-in stands before the
// Worker, and the name that it sends is good for the log only.

import rules from '../proxy/rules.js';

const encoder = new TextEncoder();

/** `user` for the log, or `no`: the refusal. */
export async function pass(request, env, settings) {
    if (settings.fault) return { no: { status: 503, message: settings.fault } };
    // Before the password is looked at, so that none can be guessed fast. Cloudflare sets this header, whatever came.
    const address = request.headers.get('CF-Connecting-IP') ?? 'unknown';
    if (!(await within(env, `address ${network(address)}`))) return { no: tooOften() };
    if (!settings.basic) return { user: request.headers.get('Cf-Access-Authenticated-User-Email') };
    const user = await signedIn(request.headers.get('Authorization'), settings.users);
    if (user === null) {
        const realm = { 'WWW-Authenticate': 'Basic realm="ClipCart", charset="UTF-8"' };
        return { no: { status: 401, message: rules.SIGN_IN, headers: realm } };
    }
    return (await within(env, `user ${user}`)) ? { user } : { user, no: tooOften() };
}

/** An address, or of IPv6 the half of it that is one customer's: 2^64 addresses. */
function network(address) {
    if (!address.includes(':')) return address;
    const [before, after = ''] = address.split('::');
    const head = before.split(':');
    const tail = after === '' ? [] : after.split(':');
    return [...head, ...Array(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail].slice(0, 4).join(':');
}

async function within(env, key) {
    const { success } = await env.CLIENT_LIMIT.limit({ key });
    return success;
}

/** The binding doesn't say when its minute is over. */
function tooOften() {
    return { status: 429, message: rules.CLIENT_LIMIT, headers: { 'Retry-After': '60' } };
}

/** The user's name, or null. Each line is compared whole and in the same time, whichever it is and how far it fits. */
async function signedIn(header, users) {
    const said = await digest(credentials(header));
    let user = null;
    for (const line of users) {
        if (crypto.subtle.timingSafeEqual(said, await digest(encoder.encode(line)))) user = line.slice(0, line.indexOf(':'));
    }
    return user;
}

/** "name:password" as bytes; none for a header that has no such thing. */
function credentials(header) {
    const [, encoded] = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header ?? '') ?? [];
    try {
        return Uint8Array.from(atob(encoded ?? ''), (character) => character.charCodeAt(0));
    } catch {
        return new Uint8Array();
    }
}

function digest(bytes) {
    return crypto.subtle.digest('SHA-256', bytes);
}
