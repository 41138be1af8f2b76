// Rate limits and sign-in, in front of everything that can spend credits.
//
// No header is trusted about who the user is. With CLIPCART_SIGN_IN = "elsewhere" the platform's own sign-in is in front
// of the Worker, and the name that it sends is for the log only.

import rules from '../proxy/rules.js';

const encoder = new TextEncoder();

/**
 * Returns the `user` for the log, and a `refusal` if the request may not pass. `limit` is which of the client's limits it
 * takes from.
 */
export async function authorize(request, env, settings, limit) {
    if (settings.problem) return { refusal: { status: 503, message: settings.problem } };
    // Before the password is checked, so that passwords cannot be tried fast. Cloudflare always sets this header itself.
    const address = request.headers.get('CF-Connecting-IP') ?? 'unknown';
    if (!(await isWithinLimit(env, limit, `address ${network(address)}`))) return { refusal: tooManyRequests() };
    if (!settings.basic) return { user: request.headers.get('Cf-Access-Authenticated-User-Email') };
    const user = await signedInUser(request.headers.get('Authorization'), settings.users);
    if (user === null) {
        const realm = { 'WWW-Authenticate': 'Basic realm="ClipCart", charset="UTF-8"' };
        return { refusal: { status: 401, message: rules.SIGN_IN, headers: realm } };
    }
    return (await isWithinLimit(env, limit, `user ${user}`)) ? { user } : { user, refusal: tooManyRequests() };
}

/** The address; of an IPv6 address the first half, which identifies a customer's network of 2^64 addresses. */
function network(address) {
    if (!address.includes(':')) return address;
    const [before, after = ''] = address.split('::');
    const head = before.split(':');
    const tail = after === '' ? [] : after.split(':');
    return [...head, ...Array(Math.max(0, 8 - head.length - tail.length)).fill('0'), ...tail].slice(0, 4).join(':');
}

async function isWithinLimit(env, limit, client) {
    const { success } = await env.CLIENT_LIMIT.limit({ key: `${limit} ${client}` });
    return success;
}

/** The binding does not say when its minute ends. */
function tooManyRequests() {
    return { status: 429, message: rules.CLIENT_LIMIT, headers: { 'Retry-After': '60' } };
}

/** The user's name, or null. All lines are compared, each in constant time. */
async function signedInUser(header, users) {
    const sent = await digest(credentials(header));
    let user = null;
    for (const line of users) {
        const expected = await digest(encoder.encode(line));
        if (crypto.subtle.timingSafeEqual(sent, expected)) user = line.slice(0, line.indexOf(':'));
    }
    return user;
}

/** "name:password" as bytes; no bytes for a header without credentials. */
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
