/** Of every error by which these stores refuse what was asked of them. */
export const origin = { port: "stores/mohallamart", vendor: "store", kind: "final" } as const;
