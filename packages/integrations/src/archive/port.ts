/**
 * Keeps files for good. A name is a path such as `logs/outbox/2026-11-01-000001.ndjson.gz`: segments of letters,
 * digits, `.`, `_` and `-` that do not begin with a dot. Methods throw `IntegrationError`; a name of another form is final.
 */
export interface Archive {
  /**
   * Keeps the whole content or nothing, and does not lose it once resolved. The same name again replaces the file; with
   * `once` the file that is there stays, whoever wrote it and when.
   */
  put(name: string, content: Uint8Array, options?: { once?: boolean }): Promise<void>;
  /** @returns undefined when there is no such file. */
  get(name: string): Promise<Uint8Array | undefined>;
  /** @returns the names that begin with `prefix`, sorted. */
  list(prefix?: string): Promise<string[]>;
}
