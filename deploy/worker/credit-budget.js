// Counts the credits of a day (UTC), or the covers or links. The deployment has one object for each, so that all locations
// count together.

import { DurableObject } from 'cloudflare:workers';

export class CreditBudget extends DurableObject {
    /** Takes one of `daily` credits. False if none is left. Nothing is awaited inside, so calls cannot interleave. */
    take(daily) {
        const { kv } = this.ctx.storage;
        const today = new Date().toISOString().slice(0, 10);
        const stored = kv.get('spent');
        const spent = stored?.day === today ? stored.credits : 0;
        if (spent >= daily) return false;
        kv.put('spent', { day: today, credits: spent + 1 });
        return true;
    }
}
