// Sends the one request to KeyAPI. It contains the query and the key, and nothing from the client. It is never repeated,
// and redirects are not followed: they could carry the key to another server.

import rules from '../proxy/rules.js';

class TooLong extends Error {}

/** Returns `status`, `body`, `cacheable` and `retryAfter`. Never throws. */
export async function fetchFromKeyApi(query, { base, key, timeoutSeconds }) {
    const signal = AbortSignal.timeout(timeoutSeconds * 1000);
    try {
        const response = await fetch(`${base}${rules.PATH}?${query}`, {
            headers: { Authorization: `Bearer ${key}`, Accept: 'application/json', 'User-Agent': 'clipcart-proxy' },
            redirect: 'manual',
            signal,
        });
        const classified = rules.classifyResponse(response.status, await readText(response), key);
        return { ...classified, retryAfter: rules.retryAfter(response.headers.get('Retry-After')) };
    } catch (error) {
        return toFailure(error, signal);
    }
}

/** The text of a response, up to the maximum length. */
async function readText(response) {
    const decoder = new TextDecoder();
    let text = '';
    let size = 0;
    for await (const chunk of response.body ?? []) {
        size += chunk.byteLength;
        if (size > rules.MAX_RESPONSE_LENGTH) throw new TooLong();
        text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
}

/** The error's own message is not passed on: it could contain secrets. */
function toFailure(error, signal) {
    if (signal.aborted) return rules.failure(504, 'KeyAPI did not respond in time');
    if (error instanceof TooLong) return rules.failure(502, "KeyAPI's response is too large");
    return rules.failure(502, 'KeyAPI could not be reached, or the connection broke');
}
