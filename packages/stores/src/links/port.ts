/**
 * The links by which people without a session see a page about themselves. A link's token is 22 characters of base64url,
 * derived from a secret, what the link is for, the id that it opens and a generation: a step that sends it writes the
 * same one again when it is repeated, and nothing keeps one.
 */
export interface PageLinks<Parties> {
  /** Who has to do with it, and nothing that only they may know. */
  parties(id: string): Promise<Parties | undefined>;
  /** Writes the token, for a message or for the browser in which it came about. @returns undefined when there is no such id. */
  tokenOf(id: string): Promise<string | undefined>;
  /** Whether a token is one of the id's that is still good; in constant time. */
  opens(id: string, token: string): Promise<boolean>;
}
