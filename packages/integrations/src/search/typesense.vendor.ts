import { askWhetherTaken } from "../internal/http/question.ts";
import { key, url, urls } from "../internal/schemas.ts";
import { type CallOptions, defineVendor } from "../vendor.ts";
import type { SearchIndexes } from "./port.ts";

export const typesense = defineVendor({
  name: "Typesense",
  about:
    "The Typesense server, and a key. The worker's may read and write collections and aliases; for the web app, one that may search is enough.",
  packages: ["typesense", "axios"],
  variables: {
    TYPESENSE_URL: url,
    TYPESENSE_NODES: urls
      .optional()
      .describe(
        "Of a cluster: every node, separated by commas. They are asked in turn while TYPESENSE_URL, its nearest node or load-balanced address, does not answer.",
      ),
    TYPESENSE_API_KEY: key,
  },
  load: () => import("./typesense.ts"),
  create: ({ typesenseSearch }, values, { timeout }: CallOptions): SearchIndexes => ({
    open: (index) =>
      typesenseSearch({
        index,
        url: values.TYPESENSE_URL,
        nodes: values.TYPESENSE_NODES,
        apiKey: values.TYPESENSE_API_KEY,
        timeout,
      }),
  }),
  async check({ TYPESENSE_URL: nearest, TYPESENSE_NODES: nodes = [], TYPESENSE_API_KEY: apiKey }) {
    // Of a cluster a node that is down is found by nobody else: the others answer for it.
    for (const url of new Set([nearest, ...nodes])) {
      await askWhetherTaken({
        name: "Typesense",
        variables: "TYPESENSE_API_KEY",
        url: `${url}/aliases`,
        headers: { "x-typesense-api-key": apiKey },
      });
    }
  },
});
