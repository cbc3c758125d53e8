import { existsSync, readFileSync } from "node:fs";
import { parseReaderList, type ReaderList } from "@org/events/readers";
import type { InngestFunction } from "inngest";

const file = new URL("../../readers.json", import.meta.url);

/** What `pnpm workflows readers` wrote down. */
export function recordedReaders(): ReaderList {
  return existsSync(file) ? parseReaderList(readFileSync(file, "utf8")) : { readers: {} };
}

const recorded = recordedReaders();

/**
 * What a function reads of each event: fields that were read while the tests ran, and those that its options name to the
 * engine, as the condition of a trigger or the key of a limit do.
 * @param waitsFor events of its waits
 */
export function readsOf(fn: InngestFunction.Any, waitsFor: string[]): Record<string, string[]> {
  const { triggers, ...options } = fn.opts;
  const list: unknown[] = [triggers].flat();
  const started = list.map((trigger) => {
    const { event, if: condition }: { event?: string; if?: string } = Object(trigger);
    return { event, fields: fieldsIn([condition, withoutFunctions(options)]) };
  });
  const ending: unknown[] = [Object(options).cancelOn ?? []].flat();
  const ended = ending.map((one) => {
    const { event, match, if: condition }: { event?: string; match?: string; if?: string } = Object(one);
    return { event, fields: fieldsIn([match?.replace(/^data\./, "event.data."), condition]) };
  });
  const own = recorded.readers[fn.id()] ?? {};
  const known = [...started, ...ended].flatMap(({ event }) => event ?? []);
  const names = [...new Set([...known, ...waitsFor, ...Object.keys(own)])].toSorted();
  return Object.fromEntries(
    names
      .map((name): [string, string[]] => {
        const named = [...started, ...ended].flatMap(({ event, fields }) => (event === name ? fields : []));
        return [name, [...new Set([...(own[name] ?? []), ...named])].toSorted()];
      })
      .filter(([name, fields]) => fields.length > 0 || !name.startsWith("inngest/")),
  );
}

/** The fields that expressions name: `orderId` in `event.data.orderId`. */
function fieldsIn(expressions: unknown): string[] {
  const found = JSON.stringify(expressions).matchAll(
    /\b(?:event|async)\.data\.([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)/g,
  );
  return [...found].map(([, path = ""]) => path);
}

/** What the engine is told; a reason is for people. */
function withoutFunctions(options: object): unknown {
  const { retriesReason: _, ...told }: { retriesReason?: unknown } = options;
  return JSON.parse(JSON.stringify(told));
}
