// How the Worker's answers look: each with all security headers, whoever made it.
//
// Owns: headers and bodies. Refuses: deciding which answer it is.

import headers from '../proxy/headers.js';
import rules from '../proxy/rules.js';

/** Nothing but the page loads or runs anything, and nothing at all is shown in a frame. */
const NOT_A_PAGE = "default-src 'none'; frame-ancestors 'none'";

/** The API's: an envelope, or what KeyAPI said. */
export function json(status, body, more = {}) {
    return answer(status, body, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...more });
}

/** For people and monitors. */
export function text(status, body, more = {}) {
    return answer(status, body, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...more });
}

/** A refusal, in the form that the asker reads: the API's envelope for the program, a sentence for a person. */
export function refusal(forProgram, { status, message, headers: more }) {
    return forProgram ? json(status, rules.refused(status, message), more) : text(status, rules.TO_PEOPLE[status] ?? sentence(message), more);
}

/** A file that the platform serves. Its own headers, as dist/_headers says them, come first. */
export function file(served) {
    const response = new Response(served.body, served);
    for (const [name, value] of headers) {
        if (!response.headers.has(name)) response.headers.set(name, value);
    }
    // Without dist/_headers, index.html's meta element has the rest of the policy; this only a header may say.
    if (!response.headers.has('Content-Security-Policy')) {
        response.headers.set('Content-Security-Policy', "frame-ancestors 'none'");
    }
    return response;
}

function answer(status, body, more) {
    return new Response(body, { status, headers: [...headers, ['Content-Security-Policy', NOT_A_PAGE], ...Object.entries(more)] });
}

function sentence(message) {
    return `${message[0].toUpperCase()}${message.slice(1)}.\n`;
}
