// Builds the Worker's responses. Each has all security headers.

import envelope from '../proxy/envelope.js';
import headers from '../proxy/headers.js';
import rules from '../proxy/rules.js';

/** The policy of responses that are not the page. */
const NOT_A_PAGE = "default-src 'none'; frame-ancestors 'none'";

/** A response of the API. */
export function json(status, body, more = {}) {
    return build(status, body, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...more });
}

/** A response for people and monitors. */
export function text(status, body, more = {}) {
    return build(status, body, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store', ...more });
}

/** A refusal: in the API's envelope for programs, as a sentence for people. */
export function refuse(isApi, { status, message, headers: more }) {
    if (isApi) return json(status, envelope.refusalBody(status, message), more);
    return text(status, rules.PAGE_MESSAGES[status] ?? sentence(message), more);
}

/** A file that the platform serves. Headers that it has from dist/_headers are kept. */
export function file(served) {
    const response = new Response(served.body, served);
    for (const [name, value] of headers) {
        if (!response.headers.has(name)) response.headers.set(name, value);
    }
    // Without dist/_headers the page has its policy from a meta element, in which frame-ancestors is ignored.
    if (!response.headers.has('Content-Security-Policy')) {
        response.headers.set('Content-Security-Policy', "frame-ancestors 'none'");
    }
    return response;
}

function build(status, body, more) {
    return new Response(body, {
        status,
        headers: [...headers, ['Content-Security-Policy', NOT_A_PAGE], ...Object.entries(more)],
    });
}

function sentence(message) {
    return `${message[0].toUpperCase()}${message.slice(1)}.\n`;
}
