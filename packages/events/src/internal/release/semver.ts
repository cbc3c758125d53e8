/** How much a release's version must grow, smallest first. */
const bumps = ["none", "patch", "minor", "major"] as const;

export type Bump = (typeof bumps)[number];

export function largestBump(all: readonly Bump[]): Bump {
  return all.reduce((largest, bump) => (isLess(largest, bump) ? bump : largest), "none");
}

export function isLess(one: Bump, other: Bump): boolean {
  return bumps.indexOf(one) < bumps.indexOf(other);
}

/** What the pending changesets (their Markdown) declare for a package; the largest of them. */
export function declaredBump(changesets: readonly string[], packageName: string): Bump {
  const declared = changesets.flatMap((text) => {
    const [, frontMatter = ""] = text.split(/^---\r?$/m);
    return [...frontMatter.matchAll(/^\s*["']?([^"':]+)["']?\s*:\s*(patch|minor|major)\s*$/gm)]
      .filter(([, name]) => name === packageName)
      .map(([, , bump]) => bump as Bump);
  });
  return largestBump(declared);
}
