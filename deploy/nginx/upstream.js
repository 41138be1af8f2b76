// Sends the one request of a query to KeyAPI or TikTok, by nginx's internal locations. It is never repeated.

import envelope from 'envelope.js';
import keyapi from 'keyapi.js';
import links from 'links.js';

/** Gets KeyAPI's response to a query of this call. */
async function fetchFromKeyApi(r, query, call) {
    const reply = await request(r, '/keyapi', query, 'KeyAPI');
    if (reply.failure) {
        return reply.failure;
    }
    const key = process.env.KEYAPI_KEY;
    const response = keyapi.classifyResponse(call, reply.status, reply.text, key, reply.encoding);
    response.retryAfter = keyapi.retryAfter(reply.retryAfter);
    return response;
}

/** Gets TikTok's response to a short link. */
async function resolveLink(r, query) {
    const target = links.target(query);
    const reply = await request(r, '/tiktok', 'host=' + target.host + '&path=' + target.path, 'TikTok');
    if (reply.failure) {
        return reply.failure;
    }
    const response = links.classifyResponse(query, reply.status, reply.location);
    response.retryAfter = keyapi.retryAfter(reply.retryAfter);
    return response;
}

/** Sends a request to a server through an internal location. Returns what it responds, or a `failure`. */
async function request(r, location, args, server) {
    const timeout = { timer: 0 };
    const expired = new Promise((resolve) => {
        timeout.timer = setTimeout(() => resolve(timeout), Number(process.env.CLIPCART_TIMEOUT_SECONDS) * 1000);
    });
    // This limits the whole response. nginx's own timeouts restart with each byte.
    const reply = await Promise.race([r.subrequest(location, { args: args, method: 'GET' }), expired]);
    if (reply === timeout || reply.variables.upstream_status === '504') {
        return { failure: envelope.failure(504, server + ' did not respond in time') };
    }
    clearTimeout(timeout.timer);
    // Without a header time, the server sent no header: the status is nginx's own.
    if (!/^[0-9.]+$/.test(reply.variables.upstream_header_time || '')) {
        return { failure: envelope.failure(502, server + ' could not be reached, or the connection broke') };
    }
    return {
        status: Number(reply.variables.upstream_status),
        text: reply.responseText || '',
        encoding: reply.variables.upstream_http_content_encoding,
        location: reply.variables.upstream_http_location,
        retryAfter: reply.variables.upstream_http_retry_after,
    };
}

export default { fetchFromKeyApi, resolveLink };
