// Sends the one request of a query, to KeyAPI or to TikTok. It contains the query, for KeyAPI the key, and nothing from
// the client. It is never repeated, and redirects are not followed: they could lead, and carry the key, to another server.

import envelope from '../proxy/envelope.js';
import keyapi from '../proxy/keyapi.js';
import links from '../proxy/links.js';

class TooLong extends Error {}

/** Returns `status`, `body`, `cacheable` and `retryAfter`. Never throws. */
export async function fetchFromKeyApi(query, { base, key, calls, timeoutSeconds }, name) {
    const signal = AbortSignal.timeout(timeoutSeconds * 1000);
    try {
        const response = await fetch(`${base}${calls[name].path}?${query}`, {
            headers: {
                Authorization: `Bearer ${key}`,
                Accept: 'application/json',
                // Without it the platform asks for more than the other proxies decode.
                'Accept-Encoding': 'gzip',
                'User-Agent': 'clipcart-proxy',
            },
            redirect: 'manual',
            signal,
        });
        const encoding = response.headers.get('Content-Encoding');
        const text = keyapi.isDecoded(encoding) ? await readText(response) : dropBody(response);
        const classified = keyapi.classifyResponse(name, response.status, text, key, encoding);
        return { ...classified, retryAfter: keyapi.retryAfter(response.headers.get('Retry-After')) };
    } catch (error) {
        return toFailure('KeyAPI', error, signal);
    }
}

/** The same for a short link. The body of TikTok's response is not read. */
export async function resolveLink(query, { linksBase, timeoutSeconds }) {
    const { host, path } = links.target(query);
    const signal = AbortSignal.timeout(timeoutSeconds * 1000);
    try {
        const response = await fetch(linksBase ? `${linksBase}/${host}${path}` : `https://${host}${path}`, {
            headers: { Accept: 'text/html', 'User-Agent': links.USER_AGENT },
            redirect: 'manual',
            signal,
        });
        dropBody(response);
        const classified = links.classifyResponse(query, response.status, response.headers.get('Location'));
        return { ...classified, retryAfter: keyapi.retryAfter(response.headers.get('Retry-After')) };
    } catch (error) {
        return toFailure('TikTok', error, signal);
    }
}

/** Reads no more of a response. It may break off, which is no failure any more. */
function dropBody(response) {
    response.body?.cancel().catch(() => {});
    return '';
}

/** The text of a response, up to the maximum length. */
async function readText(response) {
    const decoder = new TextDecoder();
    let text = '';
    let size = 0;
    for await (const chunk of response.body ?? []) {
        size += chunk.byteLength;
        if (size > keyapi.MAX_RESPONSE_LENGTH) throw new TooLong();
        text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
}

/** The error's own message is not passed on: it could contain secrets. */
function toFailure(server, error, signal) {
    if (signal.aborted) return envelope.failure(504, `${server} did not respond in time`);
    if (error instanceof TooLong) return envelope.failure(502, `${server}'s response is too large`);
    return envelope.failure(502, `${server} could not be reached, or the connection broke`);
}
