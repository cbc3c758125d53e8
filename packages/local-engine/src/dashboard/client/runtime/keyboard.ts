import { useEffect, useRef } from "preact/hooks";
import { createKeyReader } from "../model/keys.ts";

export type Bindings = Record<string, (() => void) | undefined>;

const stack: { bindings: Bindings; isModal: boolean }[] = [];
const reader = createKeyReader();

/** Those that were bound last come first; below a dialog nothing is heard. */
function find(keys: string): (() => void) | undefined {
  for (const { bindings, isModal } of stack.toReversed()) {
    const action = bindings[keys];
    if (action) return action;
    if (isModal) return undefined;
  }
  return undefined;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select");
}

/** Begins to listen; called once. */
export function listenToKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
    if (isTyping(event.target)) {
      if (event.key !== "Escape" || !(event.target instanceof HTMLElement)) return;
      event.target.blur();
    }
    const keys = reader.press(event.key, event.timeStamp, (candidate) => find(candidate) !== undefined);
    if (keys === undefined) return;
    event.preventDefault();
    find(keys)?.();
  });
}

/** Binds keys while the component is shown. A modal component hides the bindings below it. */
export function useKeys(bindings: Bindings, { isModal = false }: { isModal?: boolean } = {}): void {
  const entry = useRef({ bindings, isModal });
  entry.current.bindings = bindings;
  useEffect(() => {
    const own = entry.current;
    stack.push(own);
    return () => {
      stack.splice(stack.indexOf(own), 1);
    };
  }, []);
}
