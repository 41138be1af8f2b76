// One question and its last good answer. There is one object for each question in all the world, so that equal
// questions at once become one request of KeyAPI's, wherever they were asked.
//
// Owns: the answer kept, its age, and who waits for it. Refuses: who may ask, and what is a question at all.

import { DurableObject } from 'cloudflare:workers';
import rules from '../proxy/rules.js';
import { read } from './settings.js';
import { upstream } from './upstream.js';

/** An answer has `status`, `body`, `retryAfter`, `keep` (worth keeping), `at` (when it came) and `cache`, as X-Cache. */
export class Question extends DurableObject {
    #asking = null;

    async ask(args) {
        const settings = read(this.env);
        const kept = this.ctx.storage.kv.get('answer');
        if (kept && age(kept) < settings.cacheSeconds) return { ...kept, cache: 'HIT' };
        if (this.#asking) {
            const shared = await this.#asking;
            return shared.cache === 'MISS' ? { ...shared, cache: 'HIT' } : shared;
        }
        // Forgets itself: whoever came first may have hung up by then. What failed is not kept, and never asked again
        // but by somebody's next question.
        this.#asking = this.#newest(args, settings, kept).finally(() => {
            this.#asking = null;
        });
        return this.#asking;
    }

    async #newest(args, settings, kept) {
        const answer = await this.#spend(args, settings);
        if (answer.keep) await this.#keep(answer, settings);
        if (!kept || !rules.ILL.includes(answer.status)) return answer;
        await this.#forgetLater(settings);
        return { ...kept, cache: 'STALE' };
    }

    async #spend(args, settings) {
        if (!(await this.env.BUDGET.getByName('all').take(settings.daily))) {
            const wait = rules.untilMidnight(Date.now() / 1000);
            return { status: 429, body: rules.refused(429, rules.DAILY_LIMIT), retryAfter: String(wait) };
        }
        return { ...(await upstream(args, settings)), at: Date.now(), cache: 'MISS' };
    }

    async #keep(answer, settings) {
        const { storage } = this.ctx;
        try {
            // Bytes: as text it could take two for each of them, more than a row of storage holds.
            storage.kv.put('answer', { ...answer, body: new TextEncoder().encode(answer.body) });
            await this.#forgetLater(settings);
        } catch {
            // A full store: what was paid for goes to those who wait, all the same.
        }
    }

    /** Once it hasn't been needed for so long. */
    #forgetLater({ cacheSeconds, staleSeconds }) {
        return this.ctx.storage.setAlarm(Date.now() + (cacheSeconds + staleSeconds) * 1000);
    }

    /** Of no use to anybody now: an object without storage costs nothing. */
    async alarm() {
        await this.ctx.storage.deleteAll();
    }
}

function age(answer) {
    return (Date.now() - answer.at) / 1000;
}
