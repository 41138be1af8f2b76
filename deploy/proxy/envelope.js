// The API's envelope, in which the proxies write their own failures and refusals.

/** A body in the envelope. */
function body(status, message) {
    return JSON.stringify({ code: status, message: message, data: null });
}

/** The same for a refusal by the proxy. It has sent nothing on, so it cost nothing. */
function refusalBody(status, message) {
    return JSON.stringify({ code: status, message: message, data: null, refused_by: 'proxy' });
}

/** A failure between this proxy and the server that it requested. */
function failure(status, message) {
    return { status: status, body: body(status, message), cacheable: false };
}

export default { body, refusalBody, failure };
