import { useEffect, useState } from "react";

/** As `names/route.ts` answers. */
export interface Suggestion {
  userId: string;
  name: string;
  unit?: string;
  handle: string;
}

const none: readonly Suggestion[] = [];
/** Milliseconds in which somebody goes on typing. */
const pause = 150;

/** Whoever lives here and has a name that begins so; nobody while it is asked for, and when it cannot be. */
export function useSuggestions(text: string | undefined): readonly Suggestion[] {
  const [found, setFound] = useState(none);
  useEffect(() => {
    setFound(none);
    if (text === undefined) return;
    const controller = new AbortController();
    const timer = setTimeout(async () => {
      const suggestions = await askFor(text, controller.signal);
      if (!controller.signal.aborted) setFound(suggestions);
    }, pause);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [text]);
  return found;
}

async function askFor(text: string, signal: AbortSignal): Promise<readonly Suggestion[]> {
  try {
    const response = await fetch(`/ten-ocean/forum/names?${new URLSearchParams({ text })}`, { signal });
    return response.ok ? ((await response.json()) satisfies readonly Suggestion[]) : none;
  } catch {
    // Whoever writes does without: a full name is found on the server.
    return none;
  }
}
