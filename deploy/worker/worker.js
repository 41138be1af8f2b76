// ClipCart on Cloudflare: the page and its files, and the proxy that adds the key.
//
// Owns: which part of the site a path is, what the site says of itself, and the log.
// Refuses: reading a path in any way but as it was sent. What is no plain path of the site is no path of it.

import { file, json, refusal, text } from './answers.js';
import { ask } from './api.js';
import { pass } from './gate.js';
import rules from '../proxy/rules.js';
import { read } from './settings.js';

export { Budget } from './budget.js';
export { Question } from './question.js';

export default {
    async fetch(request, env, ctx) {
        const began = Date.now();
        const line = { time: new Date(began).toISOString(), method: request.method, path: parts(request.url).path };
        const answered = answer(request, env, ctx, line)
            .catch(() => broken(line))
            .then((response) => {
                log(line, response, request, Date.now() - began);
                return response;
            });
        // Who asked may hang up; what it cost is written down all the same.
        ctx.waitUntil(answered);
        return answered;
    },
};

async function answer(request, env, ctx, line) {
    const { protocol, hostname } = new URL(request.url);
    // A password is never asked for in clear. This machine is where it is tried out.
    if (protocol === 'http:' && hostname !== '127.0.0.1' && hostname !== 'localhost') {
        return text(308, 'The page is there.\n', { Location: request.url.replace('http:', 'https:') });
    }
    const settings = read(env);
    const { path, query } = parts(request.url);
    const { prefix } = settings;
    if (`${path}/` === prefix) return text(308, 'The page is there.\n', { Location: query === null ? prefix : `${prefix}?${query}` });
    const name = path.startsWith(prefix) ? path.slice(prefix.length) : null;
    line.program = name === 'api' || name?.startsWith('api/');
    if (line.program || name === '' || name === 'index.html') {
        const { user, no } = await pass(request, env, settings);
        line.user = user;
        if (no) return refusal(line.program, no);
    }
    if (line.program) return ask(request, name.slice('api'.length), query ?? '', settings, env, ctx);
    if (request.method !== 'GET' && request.method !== 'HEAD') {
        return refusal(false, { status: 405, message: 'only GET and HEAD here', headers: { Allow: 'GET, HEAD' } });
    }
    return part(name, request, settings, env);
}

/** What the site says of itself, and its files. */
async function part(name, request, settings, env) {
    if (name === 'healthz') return json(200, JSON.stringify({ status: 'ok' }));
    if (name === 'config.json') {
        const api = { mode: 'proxy', base: `${settings.prefix}api` };
        const config = { api, ids_per_request: 10, auto_run: settings.autoRun };
        return json(200, JSON.stringify(config), { 'Cache-Control': 'no-cache' });
    }
    // The names of files are of plain letters: whatever else would be read in two ways, here and by the platform.
    if (name === null || !/^([\w-][\w.-]*(\/[\w-][\w.-]*)*)?$/.test(name)) return nothing();
    const headers = new Headers();
    const known = request.headers.get('If-None-Match');
    if (known) headers.set('If-None-Match', known);
    const address = new URL(`/${name === '' ? 'index.html' : name}`, request.url);
    const served = await env.ASSETS.fetch(new Request(address, { method: request.method, headers }));
    return served.status === 404 ? nothing() : file(served);
}

function nothing() {
    return refusal(false, { status: 404, message: 'there is nothing at this address' });
}

/** Something threw: what it was stays inside. */
function broken(line) {
    const message = 'this proxy met an error of its own';
    return line.program ? json(500, rules.envelope(500, message)) : text(500, `${message}\n`);
}

/** An address as it was sent, without the resolving that URL does; `query` is null where there is no "?". */
function parts(url) {
    const from = url.indexOf('/', url.indexOf('//') + 2);
    const target = from < 0 ? '/' : url.slice(from);
    const mark = target.indexOf('?');
    return mark < 0 ? { path: target, query: null } : { path: target.slice(0, mark), query: target.slice(mark + 1) };
}

/** One line of JSON a request, without the query and without anything secret. */
function log({ time, method, path, user }, response, request, ms) {
    const { status, headers } = response;
    const cache = headers.get('X-Cache');
    const address = request.headers.get('CF-Connecting-IP');
    console.log(JSON.stringify({ time, status, method, path, ms, cache, user: user ?? null, address }));
}
