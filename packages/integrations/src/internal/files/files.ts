/**
 * Files by name, as every port that keeps some does it. A name is segments of letters, digits, `.`, `_` and `-` that do
 * not begin with a dot. Methods throw `IntegrationError`; a name of another form is final.
 */
export interface Files {
  /** Whole or not at all; with `once` the file that is there stays, whoever wrote it and when. */
  put(name: string, content: Uint8Array, options?: { once?: boolean }): Promise<void>;
  /** @returns undefined when there is no such file. */
  get(name: string): Promise<Uint8Array | undefined>;
  /** @returns the names that begin with `prefix`, sorted. */
  list(prefix?: string): Promise<string[]>;
  /** What is not there is removed already. */
  remove(name: string): Promise<void>;
}
