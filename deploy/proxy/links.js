// TikTok's short links, which its app's Share gives: which links the proxies resolve, and what TikTok's response says.
//
// The proxy requests the link once and reads where it is sent. It follows no redirect: the next server could be any. Host
// names come from the table below, never from a client.

import envelope from './envelope.js';

/** The hosts of short links, and the hosts to request. tiktok.com itself would only redirect to www.tiktok.com. */
const HOSTS = {
    'vm.tiktok.com': 'vm.tiktok.com',
    'vt.tiktok.com': 'vt.tiktok.com',
    'tiktok.com': 'www.tiktok.com',
    'www.tiktok.com': 'www.tiktok.com',
};

/** TikTok does not answer programs that say that they are one. */
const USER_AGENT =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

const MAX_LENGTH = 200;
const NAME = 'link=';
const PREFIX = 'https%3A%2F%2F';
const SHORT_LINK =
    /^link=https%3A%2F%2F(v[mt]\.tiktok\.com|(www\.)?tiktok\.com%2Ft)(%2F[A-Za-z0-9_-]+)+(%2F)?$/;

/** Parses a raw query string. Returns `query` in its canonical form, without a slash at the end, or `problem`. */
function parseQuery(raw) {
    if (raw.length > MAX_LENGTH || !SHORT_LINK.test(raw)) {
        return { problem: 'link must be one short link of TikTok, percent-encoded, without a query' };
    }
    return { query: raw.replace(/%2F$/, '') };
}

/** The link in a canonical query. */
function decode(query) {
    return 'https://' + query.slice(NAME.length + PREFIX.length).replace(/%2F/g, '/');
}

/** What to request for a canonical query: `host`, and `path` with its leading slash. */
function target(query) {
    const link = query.slice(NAME.length + PREFIX.length);
    const slash = link.indexOf('%2F');
    return { host: HOSTS[link.slice(0, slash)], path: link.slice(slash).replace(/%2F/g, '/') };
}

/** The video that a path of TikTok's sites is about: `id`, and `url` in its usual form. Null for another path. */
function findVideo(path) {
    const post = /^\/@([A-Za-z0-9._-]{0,64})\/(video|photo)\/([0-9]{15,20})\/?$/.exec(path);
    if (post) {
        return { id: post[3], url: 'https://www.tiktok.com/@' + (post[1] || '_') + '/' + post[2] + '/' + post[3] };
    }
    // These do not name the user. TikTok finds the video by its id.
    const other = /^\/(v\/([0-9]{15,20})\.html|share\/video\/([0-9]{15,20})\/?)$/.exec(path);
    if (!other) {
        return null;
    }
    const id = other[2] || other[3];
    return { id: id, url: 'https://www.tiktok.com/@_/video/' + id };
}

/** That a link has no video. Its `data` names the link, which tells it from the 404 of a server without this path. */
function noVideo(query, message) {
    const data = { link: decode(query) };
    return { status: 404, body: JSON.stringify({ code: 404, message: message, data: data }), cacheable: false };
}

/** Classifies TikTok's response to a canonical query, of which only status and Location count, as keyapi.js does. */
function classifyResponse(query, status, location) {
    if (status === 429) {
        return envelope.failure(429, 'TikTok received too many requests from this proxy; wait a moment');
    }
    if (status === 404 || status === 410) {
        return noVideo(query, 'TikTok does not know this link');
    }
    if (status < 300 || status > 399 || !location) {
        return envelope.failure(502, 'TikTok did not say where this link leads');
    }
    // A path alone stays on the host.
    const absolute = /^\/([^\/\\]|$)/.test(location) ? 'https://' + target(query).host + location : location;
    // Neither user names nor ports.
    const parts = /^https:\/\/([A-Za-z0-9.-]+)(\/[^?#\\]*)?([?#].*)?$/i.exec(absolute);
    if (!parts || !/^([a-z0-9-]+\.)*(tiktok|tiktokv)\.com$/i.test(parts[1])) {
        return envelope.failure(502, 'this link leads to another site than TikTok');
    }
    const video = findVideo(parts[2] || '/');
    if (!video) {
        return noVideo(query, 'this link leads to no video');
    }
    const data = { link: decode(query), video_id: video.id, url: video.url };
    return { status: 200, body: JSON.stringify({ code: 0, message: 'success', data: data }), cacheable: true };
}

export default { USER_AGENT, parseQuery, target, classifyResponse };
