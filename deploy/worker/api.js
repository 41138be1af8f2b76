// A question's way to its answer: the nearest copy, or else the question's own object.
//
// Owns: Cloudflare's cache at each of its places, which holds what is fresh, and how an answer goes back.
// Refuses: reaching KeyAPI, keeping anything for longer, and passing on a header of the client's.

import { json, refusal } from './answers.js';
import rules from '../proxy/rules.js';

/** `path` and `query` as they were sent, from behind the place of the API. */
export async function ask(request, path, query, settings, env, ctx) {
    const { args, ...no } = rules.asked(request.method, path, query, request.headers.get('Sec-Fetch-Site'));
    if (!args) return refusal(true, no.status === 405 ? { ...no, headers: { Allow: 'GET' } } : no);
    try {
        const near = await nearest(args, settings);
        if (near) return passedOn(near);
        const answer = await env.QUESTION.getByName(args).ask(args);
        ctx.waitUntil(bringNear(args, answer, settings));
        return passedOn(answer);
    } catch {
        // The question's object is out of reach, or was moved while it asked: nobody knows whether KeyAPI was asked.
        return json(502, rules.envelope(502, "this proxy's own store does not answer"));
    }
}

function passedOn({ status, body, retryAfter, cache, at }) {
    const headers = {};
    if (retryAfter) headers['Retry-After'] = retryAfter;
    if (status === 200) headers['X-Cache'] = cache;
    if (status === 200 && cache !== 'MISS') headers.Age = String(seconds(at));
    return json(status, body, headers);
}

/** The copy's address has nothing of the request's in it, and leads nowhere. */
function address(args) {
    return `https://question.clipcart.invalid/?${args}`;
}

async function nearest(args, settings) {
    // The store of the question is behind it, so a copy that can't be read is a copy that isn't there.
    const copy = await caches.default.match(address(args)).catch(() => undefined);
    const at = Number(copy?.headers.get('X-At'));
    if (!copy || !(seconds(at) < settings.cacheSeconds)) return null;
    return { status: 200, body: copy.body, cache: 'HIT', at };
}

async function bringNear(args, { keep, cache, body, at }, settings) {
    const left = settings.cacheSeconds - seconds(at);
    if (!keep || cache === 'STALE' || left <= 0) return;
    const headers = { 'Cache-Control': `max-age=${left}`, 'X-At': String(at) };
    await caches.default.put(address(args), new Response(body, { headers })).catch(() => {});
}

function seconds(at) {
    return Math.max(0, Math.floor((Date.now() - at) / 1000));
}
