// Replaces Cloudflare's rate-limit binding: limit({ key }) counts, and returns whether the limit is kept.
//
// Counts per key, for one period from its first request on. This tests what the Worker counts and how it refuses. It does
// not test when Cloudflare starts a period, nor that each location counts for itself and not exactly.

export default function ({ limit, period }) {
    const counts = new Map();
    return {
        async limit({ key }) {
            if (typeof key !== 'string') throw new TypeError('a key is text');
            const now = Date.now();
            let count = counts.get(key);
            if (!count || count.until <= now) counts.set(key, (count = { until: now + period * 1000, requests: 0 }));
            count.requests += 1;
            return { success: count.requests <= limit };
        },
    };
}
