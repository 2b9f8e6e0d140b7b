/** Pages and routes whose last part is the secret of a link. */
const secretPaths = /^(\/(?:confirm|reset-password|setup|invite|api\/v1\/invitations)\/)[^/]+/;

/** A path as it may stand in the log: without the query, which carries codes of other services, and without secrets. */
export const loggedPath = (url: string): string => (url.split('?', 1)[0] ?? '').replace(secretPaths, '$1…');
