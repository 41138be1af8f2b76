// The security headers of every answer, in one place for all hosts.
//
// Owns: those that are the same for the page, its files and the API. Refuses: the Content-Security-Policy, which
// index.html has for the page, and each proxy for what isn't the page.

export default [
    ['Strict-Transport-Security', 'max-age=31536000'],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'no-referrer'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
];
