/** All that React tells a browser of a `DatabaseUnavailableError` in production. Alone here, since browsers import it. */
export const unavailableDigest = "database-unavailable";
