import { IntegrationError } from "../error.ts";
import type { SearchDocument, SearchFields } from "./fields.ts";
import type { ImportOutcome, SearchIndex } from "./port.ts";

/** Reads the documents to index, page by page, in a fixed order. */
export type ReadPage<Fields extends SearchFields> = (
  /** Where the page begins; undefined for the first. */
  cursor: string | undefined,
) => Promise<{
  /** At most 10,000. */
  documents: readonly SearchDocument<Fields>[];
  /** Where the next page begins; undefined after the last. */
  next?: string;
}>;

/** How far a rebuild is. Plain JSON: what a workflow's step returns, or what a caller stores to go on from. */
export interface RebuildProgress {
  rebuildId: string;
  /** `importing` pages; `imported` all; `live` when it has taken the old index's place. */
  state: "importing" | "imported" | "live";
  /** Where the next page begins; absent before the first one. */
  cursor?: string;
  imported: number;
  /** Documents that the service will never take. */
  refused: number;
  /** The first ones of them. */
  refusals: { id: string; reason: string }[];
}

export interface RebuildOptions<Fields extends SearchFields> {
  index: SearchIndex<Fields>;
  readPage: ReadPage<Fields>;
}

const keptRefusals = 20;

/** Begins a rebuild; with the id of an unfinished one, the same one from its first page, which does no harm. */
export async function startRebuild<Fields extends SearchFields>(
  { index }: Pick<RebuildOptions<Fields>, "index">,
  rebuildId: string,
): Promise<RebuildProgress> {
  await index.rebuilds.start(rebuildId);
  return { rebuildId, state: "importing", imported: 0, refused: 0, refusals: [] };
}

/**
 * Imports the next page, or puts the new index in the old one's place when all are imported. One step of a workflow.
 * @throws IntegrationError; retryable ones leave the progress as it was, to be tried again. Final when every document
 * was refused: the old index then stays.
 */
export async function advanceRebuild<Fields extends SearchFields>(
  { index, readPage }: RebuildOptions<Fields>,
  progress: RebuildProgress,
): Promise<RebuildProgress> {
  const { rebuildId, state, cursor } = progress;
  if (state === "live") return progress;
  if (state === "imported") {
    await index.rebuilds.finish(rebuildId);
    return { ...progress, state: "live" };
  }
  const { documents, next } = await readPage(cursor);
  const outcomes = await index.rebuilds.import(rebuildId, documents);
  const advanced = counted(progress, outcomes);
  if (next !== undefined) return { ...advanced, cursor: next };
  if (advanced.imported === 0 && advanced.refused > 0) {
    throw rebuildError("final", "Every document was refused. Correct them or the index's fields.", advanced);
  }
  return { ...advanced, state: "imported" };
}

/**
 * Runs a whole rebuild, a step after the other.
 * @param options.advance one step: `advanceRebuild`, or what a caller does around it.
 * @param options.from progress of an earlier run that ended early.
 * @param options.onProgress called after the start and after each step; what it throws ends the run.
 */
export async function rebuildIndex<Fields extends SearchFields>(
  options: Pick<RebuildOptions<Fields>, "index"> & {
    rebuildId: string;
    advance(progress: RebuildProgress): Promise<RebuildProgress>;
    from?: RebuildProgress;
    onProgress?(progress: RebuildProgress): void | Promise<void>;
  },
): Promise<RebuildProgress> {
  let progress = options.from ?? (await startRebuild(options, options.rebuildId));
  await options.onProgress?.(progress);
  while (progress.state !== "live") {
    progress = await options.advance(progress);
    await options.onProgress?.(progress);
  }
  return progress;
}

function counted(progress: RebuildProgress, outcomes: readonly ImportOutcome[]): RebuildProgress {
  const refused = outcomes.filter((outcome) => !outcome.imported);
  const passing = refused.find(({ kind }) => kind !== "final");
  if (passing) {
    throw rebuildError("retryable", "Documents of a page were not taken. Try the page again.", progress);
  }
  const refusals = [...progress.refusals, ...refused.map(({ id, reason }) => ({ id, reason }))];
  return {
    ...progress,
    imported: progress.imported + outcomes.length - refused.length,
    refused: progress.refused + refused.length,
    refusals: refusals.slice(0, keptRefusals),
  };
}

function rebuildError(
  kind: "retryable" | "final",
  what: string,
  { rebuildId, imported, refused }: RebuildProgress,
): IntegrationError {
  const message = `Rebuild ${rebuildId} (${imported} imported, ${refused} refused): ${what}`;
  return new IntegrationError(message, { port: "search", vendor: "rebuild", kind });
}
