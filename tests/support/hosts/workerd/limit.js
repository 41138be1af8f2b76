// Stands in for Cloudflare's rate-limit binding: limit({ key }) counts, and says whether it is still within.
//
// Owns: a count a key, from its first request on for one period. Proves what the Worker counts by and what it says to
// those who ask too often. It doesn't prove when Cloudflare begins a period, that it counts exactly, which it doesn't
// promise, nor that each of its places counts for itself.

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
