/**
 * Keeps the files of pictures, which browsers may keep for ever: a name is given to one content and to no other. It is a
 * path such as `3f0a…/480.webp`: segments of letters, digits, `.`, `_` and `-` that do not begin with a dot. Methods
 * throw `IntegrationError`; a name of another form is final.
 */
export interface Pictures {
  /** Keeps the whole content of a WebP file or nothing. */
  put(name: string, content: Uint8Array): Promise<void>;
  /** @returns undefined when there is no such file. */
  get(name: string): Promise<Uint8Array | undefined>;
  /** @returns the names that begin with `prefix`, sorted. */
  list(prefix?: string): Promise<string[]>;
  /** What is not there is removed already. */
  remove(name: string): Promise<void>;
  /** Where browsers find the files by their names, without a slash at its end; absent where the app has to give them out. */
  publicUrl?: string | undefined;
}
