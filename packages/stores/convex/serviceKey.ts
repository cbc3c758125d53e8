import { ConvexError } from "convex/values";

const digestOf = async (text: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));

/** Compares digests of one length to their last byte: the time tells neither how much is right nor how long the key is. */
export async function isSameSecret(given: string, expected: string): Promise<boolean> {
  const [ours, theirs] = await Promise.all([digestOf(expected), digestOf(given)]);
  let difference = 0;
  for (const [index, byte] of ours.entries()) difference |= byte ^ (theirs[index] ?? 0);
  return difference === 0;
}

/** @throws ConvexError whose data `refusedKey` of the adapter reads. */
export async function refuseUnlessKey(given: string): Promise<void> {
  const expected = process.env.CONVEX_SERVICE_KEY;
  if (!expected) throw new ConvexError({ refused: "deployment-without-key" });
  if (!(await isSameSecret(given, expected))) throw new ConvexError({ refused: "wrong-key" });
}
