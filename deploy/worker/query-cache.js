// The last good response to one query. There is one object for each query in the world, so that equal queries at the same
// time become one request to KeyAPI, wherever they come from.

import { DurableObject } from 'cloudflare:workers';
import rules from '../proxy/rules.js';
import { readSettings } from './settings.js';
import { fetchFromKeyApi } from './upstream.js';

/** A response has `status`, `body`, `retryAfter`, `cacheable`, `at` (when it arrived) and `cache` (for X-Cache). */
export class QueryCache extends DurableObject {
    #pending = null;

    async get(query) {
        const settings = readSettings(this.env);
        const cached = this.ctx.storage.kv.get('response');
        if (cached && ageInSeconds(cached) < settings.cacheSeconds) return { ...cached, cache: 'HIT' };
        if (this.#pending) {
            const shared = await this.#pending;
            return shared.cache === 'MISS' ? { ...shared, cache: 'HIT' } : shared;
        }
        // Not tied to the client, which may disconnect. A failure is shared with those who wait, but it is not stored: the
        // next request tries again.
        this.#pending = this.#refresh(query, settings, cached).finally(() => {
            this.#pending = null;
        });
        return this.#pending;
    }

    async #refresh(query, settings, cached) {
        const response = await this.#spendCredit(query, settings);
        if (response.cacheable) await this.#store(response, settings);
        if (!cached || !rules.SERVE_STALE_STATUSES.includes(response.status)) return response;
        await this.#scheduleDeletion(settings);
        return { ...cached, cache: 'STALE' };
    }

    async #spendCredit(query, settings) {
        if (!(await this.env.CREDIT_BUDGET.getByName('all').take(settings.daily))) {
            const wait = rules.secondsUntilMidnight(Date.now() / 1000);
            return { status: 429, body: rules.refusalBody(429, rules.DAILY_LIMIT), retryAfter: String(wait) };
        }
        return { ...(await fetchFromKeyApi(query, settings)), at: Date.now(), cache: 'MISS' };
    }

    async #store(response, settings) {
        const { storage } = this.ctx;
        try {
            // As bytes: a text could take two bytes for each, more than a row of the storage holds.
            storage.kv.put('response', { ...response, body: new TextEncoder().encode(response.body) });
            await this.#scheduleDeletion(settings);
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
