/** Long before anything that a workflow writes while a test runs, whatever the computer's date. */
export const longAgo = "2010-01-01T00:00:00Z";
/** Of what is older than this, only rows of `longAgo` are. */
export const aboutTenYears = "3650d";
