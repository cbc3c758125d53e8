import { startEmulators } from "@org/local-stack";
import { closedUrl } from "../contracts/canned-server.ts";
import { personal } from "../contracts/failure.ts";
import { goodsIndex } from "../contracts/goods-index.ts";
import { token } from "../testing/personal-data.ts";
import { directly, type IndiscreetVendor, type VendorBench } from "../testing/vendor-bench.ts";
import type { SearchBench } from "./contract/bench.ts";
import { searchContract } from "./contract.ts";
import { typesenseSearch } from "./typesense.ts";

const { name, email, phone, text } = personal;
const personalProduct = {
  id: email,
  name,
  category: text,
  description: `${phone} ${text}`,
  shopId: phone,
  price: 1,
  available: 1,
};
const rice = { id: "prod_1", name: "Rice", category: "Grains", shopId: "shop_1", price: 60, available: 3 };

const quoting = ({ address: url, timeout }: IndiscreetVendor) =>
  typesenseSearch({ index: goodsIndex, apiKey: token, url, timeout, importTimeout: timeout });

export const bench: VendorBench = {
  contract(route) {
    searchContract("Typesense", () => start(route));
    searchContract("two nodes of Typesense, one of them down", () => startCluster(route), { hasSpare: true });
  },
  publishedSpec: {
    file: "typesense.yml",
    operations: [
      "createCollection",
      "deleteAlias",
      "deleteCollection",
      "deleteDocuments",
      "getAlias",
      "getCollection",
      "getCollections",
      "importDocuments",
      "indexDocument",
      "searchCollection",
      "upsertAlias",
    ],
    wrong: [
      {
        violation: /^searchCollection: answer 200 \/hits\/\d+\/document\/\w+ must be object$/,
        because: "a document holds what its collection's fields say, in the server's own examples too",
      },
      {
        violation: /^importDocuments: answer 200 is text\/plain/,
        because: "the server answers JSON lines as text/plain",
      },
      {
        violation: /^importDocuments: request \/query must NOT have additional properties \(throwOnFail\)$/,
        because: "the vendor's client sends its own option along, and the server ignores it",
      },
    ],
  },
  personalData: {
    protocol: "http",
    calls: {
      "one document": async (vendor) => quoting(vendor).upsert(personalProduct),
      "an import": async (vendor) => quoting(vendor).import([personalProduct]),
      "a search": async (vendor) =>
        quoting(vendor).search({ text: `${name} ${text}`, filters: { shopId: [email, phone] } }),
    },
  },
  outage: {
    open({ typesense }) {
      const index = typesenseSearch({ ...typesense, index: goodsIndex });
      return { prepare: () => index.create(), ask: () => index.upsert(rice) };
    },
  },
  check: {
    refused: { TYPESENSE_API_KEY: "unknown" },
    says: "Typesense does not take TYPESENSE_API_KEY",
    address: "TYPESENSE_URL",
  },
};

async function start(route = directly): Promise<SearchBench> {
  const vendors = await startEmulators({ rateLimits: false });
  const { url, apiKey } = vendors.typesense;
  const options = { index: goodsIndex, apiKey, url: await route(url) };
  return {
    index: typesenseSearch(options),
    impatient: typesenseSearch({ ...options, timeout: 100, importTimeout: 100 }),
    unauthorised: typesenseSearch({ ...options, apiKey: "unknown" }),
    unreachable: typesenseSearch({ ...options, url: await closedUrl() }),
    failNext: (fault) => vendors.failNext("typesense", fault),
    reset: vendors.reset,
    stop: vendors.stop,
  };
}

/** Two addresses, of which nothing listens on the first. */
async function startCluster(route = directly): Promise<SearchBench> {
  const vendors = await startEmulators({ rateLimits: false });
  const { url, apiKey } = vendors.typesense;
  const [down, up] = [await closedUrl(), await route(url)];
  const options = { index: goodsIndex, apiKey, url: down, nodes: [down, up] };
  return {
    index: typesenseSearch(options),
    impatient: typesenseSearch({ ...options, timeout: 300, importTimeout: 300 }),
    unauthorised: typesenseSearch({ ...options, apiKey: "unknown" }),
    unreachable: typesenseSearch({ ...options, nodes: [down] }),
    failNext: (fault) => vendors.failNext("typesense", fault),
    reset: vendors.reset,
    stop: vendors.stop,
  };
}
