// The last good response to one query. There is one object for each query in the world, so that equal queries at the same
// time become one request, wherever they come from.

import { DurableObject } from 'cloudflare:workers';
import envelope from '../proxy/envelope.js';
import rules from '../proxy/rules.js';
import { readSettings } from './settings.js';
import { fetchFromKeyApi, resolveLink } from './upstream.js';

/** A response has `status`, `body`, `retryAfter`, `cacheable`, `at` (when it arrived) and `cache` (for X-Cache). */
export class QueryCache extends DurableObject {
    #pending = null;

    async get(query) {
        const settings = readSettings(this.env);
        const call = rules.callOf(query);
        const times = settings.calls[call.name];
        const cached = this.ctx.storage.kv.get('response');
        if (cached && ageInSeconds(cached) < times.cacheSeconds) return { ...cached, cache: 'HIT' };
        if (this.#pending) {
            const shared = await this.#pending;
            return shared.cache === 'MISS' ? { ...shared, cache: 'HIT' } : shared;
        }
        // Not tied to the client, which may disconnect. A failure is shared with those who wait, but it is not stored: the
        // next request tries again.
        this.#pending = this.#refresh(query, call, settings, cached).finally(() => {
            this.#pending = null;
        });
        return this.#pending;
    }

    async #refresh(query, call, settings, cached) {
        const times = settings.calls[call.name];
        const response = await this.#spend(query, call, settings);
        if (response.cacheable) await this.#store(response, times);
        const canServeStale = cached && times.staleSeconds > 0;
        if (!canServeStale || !rules.SERVE_STALE_STATUSES.includes(response.status)) return response;
        await this.#scheduleDeletion(times);
        return { ...cached, cache: 'STALE' };
    }

    /** Takes a credit, or one of another budget, and sends the request. */
    async #spend(query, { name, budget }, settings) {
        // The object for credits has had the name "all" since the first deployment.
        const counter = this.env.CREDIT_BUDGET.getByName(budget === 'credits' ? 'all' : budget);
        if (!(await counter.take(settings.daily[budget]))) {
            const wait = rules.secondsUntilMidnight(Date.now() / 1000);
            const body = envelope.refusalBody(429, rules.DAILY_LIMITS[budget]);
            return { status: 429, body, retryAfter: String(wait) };
        }
        const send = name === 'links' ? resolveLink : fetchFromKeyApi;
        return { ...(await send(query, settings, name)), at: Date.now(), cache: 'MISS' };
    }

    async #store(response, times) {
        const { storage } = this.ctx;
        try {
            // As bytes: a text could take two bytes for each, more than a row of the storage holds.
            storage.kv.put('response', { ...response, body: new TextEncoder().encode(response.body) });
            await this.#scheduleDeletion(times);
        } catch {
            // The storage is full. The clients that wait get the response all the same.
        }
    }

    /** Deletes the response once it is too old to be served. */
    #scheduleDeletion({ cacheSeconds, staleSeconds }) {
        return this.ctx.storage.setAlarm(Date.now() + (cacheSeconds + staleSeconds) * 1000);
    }

    /** An object without stored data costs nothing. */
    async alarm() {
        await this.ctx.storage.deleteAll();
    }
}

function ageInSeconds(response) {
    return (Date.now() - response.at) / 1000;
}
