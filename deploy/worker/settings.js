// What a deployment may say: its settings and secrets, read and checked.
//
// Owns: names, defaults, and the words about a mistake. A mistake is not guessed around: with one, `fault` says what to
// set, and nothing that is guarded answers.
// Refuses: everything else. The limit per client is in wrangler.toml's rate-limit binding, where the platform wants it.

const DEFAULTS = {
    KEYAPI_BASE: 'https://api.keyapi.ai',
    CLIPCART_PREFIX: '/',
    CLIPCART_SIGN_IN: 'basic',
    CLIPCART_DAILY: '1000',
    CLIPCART_CACHE_SECONDS: '3600',
    CLIPCART_STALE_SECONDS: '86400',
    CLIPCART_TIMEOUT_SECONDS: '25',
    CLIPCART_AUTO_RUN: 'true',
};

const NUMBER = [/^[0-9]{1,9}$/, 'a whole number'];
const POSITIVE = [/^[1-9][0-9]{0,8}$/, 'a whole number from 1'];
const FORMS = {
    // Without TLS the key would go readable over the network; on this machine it goes over none.
    KEYAPI_BASE: [
        /^(https:\/\/[a-z0-9.-]+|http:\/\/(127\.0\.0\.1|localhost))(:[0-9]+)?(\/[A-Za-z0-9._~-]+)*$/,
        'an https address without a slash at its end',
    ],
    CLIPCART_PREFIX: [/^\/([A-Za-z0-9_~-][A-Za-z0-9._~-]*\/)*$/, 'a path with a slash at its beginning and its end'],
    CLIPCART_SIGN_IN: [/^(basic|elsewhere)$/, '"basic" or "elsewhere"'],
    CLIPCART_DAILY: NUMBER,
    CLIPCART_CACHE_SECONDS: POSITIVE,
    CLIPCART_STALE_SECONDS: NUMBER,
    CLIPCART_TIMEOUT_SECONDS: POSITIVE,
    CLIPCART_AUTO_RUN: [/^(true|false)$/, '"true" or "false"'],
};

/** The first thing that has to be set otherwise, or null. What was said is not repeated: it may be a secret. */
function mistake(said, env, users) {
    for (const [name, [form, wanted]] of Object.entries(FORMS)) {
        if (!form.test(said[name])) return `set ${name} to ${wanted}`;
    }
    if (!/^[\x21-\x7e]+$/.test(env.KEYAPI_KEY ?? '')) return 'set the secret KEYAPI_KEY to the key, one line of it';
    if (said.CLIPCART_SIGN_IN === 'basic' && users.length === 0) {
        return 'set the secret CLIPCART_USERS to lines of name:password, or CLIPCART_SIGN_IN to "elsewhere"';
    }
    if (!users.every((line) => /^[^:]+:.+$/.test(line))) return 'set the secret CLIPCART_USERS to lines of name:password';
    return null;
}

export function read(env) {
    const said = {};
    for (const [name, usual] of Object.entries(DEFAULTS)) said[name] = String(env[name] ?? usual);
    const users = String(env.CLIPCART_USERS ?? '').split(/\r?\n/).filter((line) => line !== '');
    const fault = mistake(said, env, users);
    return {
        fault: fault && `this proxy is not set up: ${fault}`,
        key: env.KEYAPI_KEY,
        base: said.KEYAPI_BASE,
        prefix: FORMS.CLIPCART_PREFIX[0].test(said.CLIPCART_PREFIX) ? said.CLIPCART_PREFIX : DEFAULTS.CLIPCART_PREFIX,
        basic: said.CLIPCART_SIGN_IN !== 'elsewhere',
        users,
        daily: Number(said.CLIPCART_DAILY),
        cacheSeconds: Number(said.CLIPCART_CACHE_SECONDS),
        staleSeconds: Number(said.CLIPCART_STALE_SECONDS),
        timeoutSeconds: Number(said.CLIPCART_TIMEOUT_SECONDS),
        autoRun: said.CLIPCART_AUTO_RUN === 'true',
    };
}
