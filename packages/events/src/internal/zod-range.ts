/** The oldest zod that the contracts are tested with: the least that package.json's range of the peer takes. */
export const oldestZod = "4.6.7";

/** What a schema says of its zod, since 4. */
interface AnySchema {
  _zod?: { version?: { major: number; minor: number; patch: number } };
}

/**
 * Any other refuses other data, or the same for other reasons. Every program carries this, so it is short.
 * @param schema any schema of the zod that stands beside this package
 * @throws Error in one sentence that says which zod is needed
 */
export function refuseOtherZod({ _zod }: AnySchema): void {
  const { major, minor, patch } = _zod?.version ?? { major: 3, minor: 0, patch: 0 };
  const version = major * 1e6 + minor * 1e3 + patch;
  // From the oldest, which is 4006007 so.
  if (version >= 4006007 && version < 5e6) return;
  throw Error(`@org/events: install zod ^${oldestZod}, not ${major}.${minor}.${patch}.`);
}
