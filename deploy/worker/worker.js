// ClipCart on Cloudflare: routes a request to the page, a file or the API, and writes the log.
//
// Paths are used as they were sent, without resolving "..", "//" or percent-encoding: the platform might resolve them
// differently. A path that is not a plain path of the site is 404.

import { respond } from './api.js';
import { authorize } from './auth.js';
import envelope from '../proxy/envelope.js';
import { file, json, refuse, text } from './responses.js';
import rules from '../proxy/rules.js';
import { readSettings } from './settings.js';

// The platform stores objects by the class names of the first deployment. Other names would need a migration.
export { CreditBudget as Budget } from './credit-budget.js';
export { QueryCache as Question } from './query-cache.js';

export default {
    async fetch(request, env, ctx) {
        const start = Date.now();
        const entry = { time: new Date(start).toISOString(), method: request.method, path: splitUrl(request.url).path };
        const response = route(request, env, ctx, entry)
            .catch(() => internalError(entry))
            .then((response) => {
                log(entry, response, request, Date.now() - start);
                return response;
            });
        // The client may disconnect. The request and its cost are logged all the same.
        ctx.waitUntil(response);
        return response;
    },
};

async function route(request, env, ctx, entry) {
    const { protocol, hostname } = new URL(request.url);
    // Passwords need https, except for trying it out on this machine.
    if (protocol === 'http:' && hostname !== '127.0.0.1' && hostname !== 'localhost') {
        return text(308, 'The page has moved.\n', { Location: request.url.replace('http:', 'https:') });
    }
    const settings = readSettings(env);
    const { path, query } = splitUrl(request.url);
    const { prefix } = settings;
    if (`${path}/` === prefix) {
        return text(308, 'The page has moved.\n', { Location: query === null ? prefix : `${prefix}?${query}` });
    }
    const name = path.startsWith(prefix) ? path.slice(prefix.length) : null;
    entry.isApi = name === 'api' || name?.startsWith('api/');
    if (entry.isApi || name === '' || name === 'index.html') {
        const limit = rules.limitOf(entry.isApi ? name.slice('api'.length) : '');
        const { user, refusal } = await authorize(request, env, settings, limit);
        entry.user = user;
        if (refusal) return refuse(entry.isApi, refusal);
    }
    if (entry.isApi) return respond(request, name.slice('api'.length), query ?? '', settings, env, ctx);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
        return refuse(false, { status: 405, message: 'only GET and HEAD here', headers: { Allow: 'GET, HEAD' } });
    }
    return serveFile(name, request, settings, env);
}

/** The health check, the configuration and the files. */
async function serveFile(name, request, settings, env) {
    if (name === 'healthz') return json(200, JSON.stringify({ status: 'ok' }));
    if (name === 'config.json') {
        const api = { mode: 'proxy', base: `${settings.prefix}api` };
        const calls = rules.configOf((name) => settings.calls[name].isOn);
        const config = { api, ids_per_request: 10, auto_run: settings.autoRun, ...calls };
        return json(200, JSON.stringify(config), { 'Cache-Control': 'no-cache' });
    }
    if (name === null || !/^([\w-][\w.-]*(\/[\w-][\w.-]*)*)?$/.test(name)) return notFound();
    const headers = new Headers();
    const etag = request.headers.get('If-None-Match');
    if (etag) headers.set('If-None-Match', etag);
    const url = new URL(`/${name === '' ? 'index.html' : name}`, request.url);
    const served = await env.ASSETS.fetch(new Request(url, { method: request.method, headers }));
    return served.status === 404 ? notFound() : file(served);
}

function notFound() {
    return refuse(false, { status: 404, message: 'there is nothing at this address' });
}

/** The error itself is not shown to clients. */
function internalError(entry) {
    const message = 'this proxy had an internal error';
    return entry.isApi ? json(500, envelope.body(500, message)) : text(500, `${message}\n`);
}

/** Path and query as they were sent. `query` is null without a "?". */
function splitUrl(url) {
    const from = url.indexOf('/', url.indexOf('//') + 2);
    const target = from < 0 ? '/' : url.slice(from);
    const mark = target.indexOf('?');
    return mark < 0 ? { path: target, query: null } : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}

/** Logs one line of JSON, without the query and without secrets. */
function log({ time, method, path, user }, response, request, ms) {
    const { status, headers } = response;
    const cache = headers.get('X-Cache');
    const address = request.headers.get('CF-Connecting-IP');
    console.log(JSON.stringify({ time, status, method, path, ms, cache, user: user ?? null, address }));
}
