import type { Watched } from "./watch.ts";

type Look = () => Promise<Watched | undefined>;

export interface SharedLooks {
  /**
   * What a look at the subject finds; those who look within the same moment share one.
   * @param since when whoever looks came. An earlier look cannot tell them that nothing more is going to change.
   */
  look(key: string, load: Look, since?: number): Promise<Watched | undefined>;
  /** The next look finds what is new. */
  forget(key: string): void;
}

export interface SharedLooksOptions {
  /** Milliseconds for which a look is good for others as well. Default: 500. */
  fresh?: number;
  /** Most looks at once: the pages need the same connections. Default: 3. */
  atOnce?: number;
  now?: () => number;
}

/** However many follow a subject, the database is asked once. */
export function createSharedLooks(options: SharedLooksOptions = {}): SharedLooks {
  const { fresh = 500, atOnce = 3, now = Date.now } = options;
  const looks = new Map<string, { begun: number; found: Promise<Watched | undefined> }>();
  const waiting: (() => void)[] = [];
  let running = 0;

  async function inTurn(load: Look): Promise<Watched | undefined> {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await load();
    } finally {
      // The place goes to whoever waits for it, so that nobody takes it in between.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  }

  function begin(key: string, load: Look): Promise<Watched | undefined> {
    const begun = { begun: now(), found: inTurn(load) };
    looks.set(key, begun);
    const forgetWhenOld = () =>
      setTimeout(() => {
        if (looks.get(key) === begun) looks.delete(key);
      }, fresh).unref();
    begun.found.then(forgetWhenOld, forgetWhenOld);
    return begun.found;
  }

  async function look(key: string, load: Look, since = 0): Promise<Watched | undefined> {
    const known = looks.get(key);
    if (!known || now() - known.begun >= fresh) return begin(key, load);
    const found = await known.found;
    if (!found?.settled || known.begun >= since) return found;
    // It may have gone on in between, with nobody following who would have heard of it.
    return looks.get(key) === known ? begin(key, load) : look(key, load, since);
  }

  return {
    look,
    forget(key) {
      looks.delete(key);
    },
  };
}
