// Responds to a query: from Cloudflare's cache at this location, or else from the query's Durable Object.

import envelope from '../proxy/envelope.js';
import { json, refuse } from './responses.js';
import rules from '../proxy/rules.js';

/** `path` and `query` are what follows the API's prefix, as they were sent. */
export async function respond(request, path, query, settings, env, ctx) {
    const site = request.headers.get('Sec-Fetch-Site');
    const parsed = rules.parseRequest(request.method, path, query, site, (name) => settings.calls[name].isOn);
    if (!parsed.query) return refuse(true, parsed.status === 405 ? { ...parsed, headers: { Allow: 'GET' } } : parsed);
    const { cacheSeconds } = settings.calls[rules.callOf(parsed.query).name];
    try {
        const cached = await fromLocalCache(parsed.query, cacheSeconds);
        if (cached) return toResponse(cached);
        const result = await env.QUERY_CACHE.getByName(parsed.query).get(parsed.query);
        ctx.waitUntil(putIntoLocalCache(parsed.query, result, cacheSeconds));
        return toResponse(result);
    } catch {
        // The Durable Object cannot be reached, or was moved meanwhile. Whether KeyAPI received a request is unknown.
        return json(502, envelope.body(502, "this proxy's own storage does not respond"));
    }
}

function toResponse({ status, body, retryAfter, cache, at }) {
    const headers = {};
    if (retryAfter) headers['Retry-After'] = retryAfter;
    if (status === 200) headers['X-Cache'] = cache;
    if (status === 200 && cache !== 'MISS') headers.Age = String(ageInSeconds(at));
    return json(status, body, headers);
}

/** The cache needs a URL. This one has nothing but the query, and its host does not exist. */
function cacheUrl(query) {
    return `https://query.clipcart.invalid/?${query}`;
}

async function fromLocalCache(query, cacheSeconds) {
    // A copy that cannot be read counts as missing: the Durable Object has the response, too.
    const copy = await caches.default.match(cacheUrl(query)).catch(() => undefined);
    const at = Number(copy?.headers.get('X-At'));
    if (!copy || !(ageInSeconds(at) < cacheSeconds)) return null;
    return { status: 200, body: copy.body, cache: 'HIT', at };
}

async function putIntoLocalCache(query, { cacheable, cache, body, at }, cacheSeconds) {
    const seconds = cacheSeconds - ageInSeconds(at);
    if (!cacheable || cache === 'STALE' || seconds <= 0) return;
    const headers = { 'Cache-Control': `max-age=${seconds}`, 'X-At': String(at) };
    await caches.default.put(cacheUrl(query), new Response(body, { headers })).catch(() => {});
}

function ageInSeconds(at) {
    return Math.max(0, Math.floor((Date.now() - at) / 1000));
}
