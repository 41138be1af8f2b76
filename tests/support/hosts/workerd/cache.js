// Stands in for Cloudflare's cache, as workerd's Cache API asks for it: GET looks up, PUT brings a whole HTTP answer as
// its body.
//
// Owns: what was put, until its max-age is over. Proves that the Worker stores what may be stored, under which address,
// and that it makes use of a hit. It doesn't prove what Cloudflare makes of an answer that it is free to drop or to keep
// from being stored, nor that each of its places has a cache of its own.

const kept = new Map();
const decoder = new TextDecoder('latin1');

export default {
    async fetch(request) {
        if (request.method === 'PUT') return put(request.url, new Uint8Array(await request.arrayBuffer()));
        const found = kept.get(request.url);
        if (request.method !== 'GET' || !found || found.until <= Date.now()) {
            return new Response(null, { status: 504, headers: { 'Cf-Cache-Status': 'MISS' } });
        }
        return new Response(found.body, { headers: [...found.headers, ['Cf-Cache-Status', 'HIT']] });
    },
};

/** Reads "HTTP/1.1 200 OK", headers, an empty line, and the body behind it. */
function put(url, bytes) {
    const whole = decoder.decode(bytes);
    const end = whole.indexOf('\r\n\r\n');
    const [status, ...lines] = whole.slice(0, end).split('\r\n');
    const headers = lines.map((line) => line.split(/: *(.*)/s).slice(0, 2));
    const [, seconds] = /max-age=([0-9]+)/.exec(new Headers(headers).get('Cache-Control')) ?? [];
    if (!status.includes(' 200 ') || !seconds) return new Response(null, { status: 413 });
    const unframed = headers.filter(([name]) => !/^(transfer-encoding|content-length)$/i.test(name));
    kept.set(url, { until: Date.now() + seconds * 1000, headers: unframed, body: bytes.slice(end + 4) });
    return new Response(null, { status: 204 });
}
