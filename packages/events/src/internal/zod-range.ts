/** The oldest zod that the contracts are tested with: the least that package.json's range of the peer takes. */
export const oldestZod = [4, 6, 7] as const;

/**
 * Any other refuses other data, or the same for other reasons.
 * @param schema any schema of the zod that stands beside this package
 * @throws Error in one sentence that says which zod is needed
 */
export function refuseOtherZod(schema: object): void {
  const [major, minor, patch] = versionOf(schema);
  const [oldestMajor, oldestMinor, oldestPatch] = oldestZod;
  const isNewEnough = minor > oldestMinor || (minor === oldestMinor && patch >= oldestPatch);
  if (major === oldestMajor && isNewEnough) return;
  const found = major < 4 ? "zod 3 or older" : `zod ${major}.${minor}.${patch}`;
  throw new Error(
    `@org/events needs zod ^${oldestZod.join(".")} and found ${found}: install zod@${oldestMajor} beside it.`,
  );
}

/** zod says its version on every schema since 4. */
function versionOf(schema: object): [major: number, minor: number, patch: number] {
  const { major = 0, minor = 0, patch = 0 } = Object(Reflect.get(schema, "_zod")).version ?? {};
  return [Number(major), Number(minor), Number(patch)];
}
