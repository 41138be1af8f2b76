// Replaces Cloudflare's cache, as workerd's Cache API uses it: GET looks up, PUT has a whole HTTP response as its body.
//
// Stores responses until their max-age is over. This tests what the Worker stores, under which URL, and that it uses a
// hit. It does not test that Cloudflare may drop or refuse a response, nor that each location has a cache of its own.

const cached = new Map();
const decoder = new TextDecoder('latin1');

export default {
    async fetch(request) {
        if (request.method === 'PUT') return put(request.url, new Uint8Array(await request.arrayBuffer()));
        const found = cached.get(request.url);
        if (request.method !== 'GET' || !found || found.until <= Date.now()) {
            return new Response(null, { status: 504, headers: { 'Cf-Cache-Status': 'MISS' } });
        }
        return new Response(found.body, { headers: [...found.headers, ['Cf-Cache-Status', 'HIT']] });
    },
};

/** Parses "HTTP/1.1 200 OK", headers, an empty line and the body. */
function put(url, bytes) {
    const whole = decoder.decode(bytes);
    const end = whole.indexOf('\r\n\r\n');
    const [status, ...lines] = whole.slice(0, end).split('\r\n');
    const headers = lines.map((line) => line.split(/: *(.*)/s).slice(0, 2));
    const [, seconds] = /max-age=([0-9]+)/.exec(new Headers(headers).get('Cache-Control')) ?? [];
    if (!status.includes(' 200 ') || !seconds) return new Response(null, { status: 413 });
    const unframed = headers.filter(([name]) => !/^(transfer-encoding|content-length)$/i.test(name));
    cached.set(url, { until: Date.now() + seconds * 1000, headers: unframed, body: bytes.slice(end + 4) });
    return new Response(null, { status: 204 });
}
