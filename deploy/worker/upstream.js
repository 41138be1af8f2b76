// The one request that KeyAPI gets for a question, and nothing of the client's in it.
//
// Owns: the key's way out, patience, and how much of an answer is read. Refuses: asking twice, and following redirects,
// which could carry the key to another place.

import rules from '../proxy/rules.js';

class TooLong extends Error {}

/** `status`, `body`, `keep` and `retryAfter`; never throws. */
export async function upstream(args, { base, key, timeoutSeconds }) {
    const signal = AbortSignal.timeout(timeoutSeconds * 1000);
    try {
        const response = await fetch(`${base}${rules.PATH}?${args}`, {
            headers: { Authorization: `Bearer ${key}`, Accept: 'application/json', 'User-Agent': 'clipcart-proxy' },
            redirect: 'manual',
            signal,
        });
        const answer = rules.judged(response.status, await limited(response), key);
        return { ...answer, retryAfter: rules.retryAfter(response.headers.get('Retry-After')) };
    } catch (error) {
        return failure(error, signal);
    }
}

/** The text of an answer, and no more of it than an answer may have. */
async function limited(response) {
    const decoder = new TextDecoder();
    let text = '';
    let size = 0;
    for await (const chunk of response.body ?? []) {
        size += chunk.byteLength;
        if (size > rules.MAX_ANSWER) throw new TooLong();
        text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
}

/** What is told of a failure has nothing of the error in it, which could say more than anybody should read. */
function failure(error, signal) {
    if (signal.aborted) return rules.broken(504, 'KeyAPI did not answer in time');
    if (error instanceof TooLong) return rules.broken(502, "KeyAPI's answer is too large to be one");
    return rules.broken(502, 'KeyAPI could not be reached, or broke off');
}
