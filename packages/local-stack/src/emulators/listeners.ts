/** Those who want to hear of each change. */
export interface Listeners {
  notify(): void;
  /** Calls the listener after each change. Returns the function that ends it. */
  watch(listener: () => void): () => void;
}

export function createListeners(): Listeners {
  const listeners = new Set<() => void>();
  return {
    notify() {
      for (const listener of listeners) listener();
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
