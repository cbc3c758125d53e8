/** Of every error by which these stores refuse what was asked of them. */
export const origin = { port: "stores/ten-ocean", vendor: "store", kind: "final" } as const;
