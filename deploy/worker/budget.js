// The credits of a day. One object for the whole deployment, so that all of the world counts together.
//
// Owns: how many were spent today, UTC. Refuses: knowing for what.

import { DurableObject } from 'cloudflare:workers';

export class Budget extends DurableObject {
    /** Takes one credit of `daily`; false when there is none left. Without a wait inside, so nothing comes between. */
    take(daily) {
        const { kv } = this.ctx.storage;
        const today = new Date().toISOString().slice(0, 10);
        const kept = kv.get('spent');
        const spent = kept?.day === today ? kept.credits : 0;
        if (spent >= daily) return false;
        kv.put('spent', { day: today, credits: spent + 1 });
        return true;
    }
}
