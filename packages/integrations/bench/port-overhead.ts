import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { type Contenders, medianTimes, print, round } from "@org/tooling/measure";
import { Redis } from "@upstash/redis";
import { Resend } from "resend";
import twilio from "twilio";
import { Client } from "typesense";
import { upstashCache } from "../src/cache/upstash.ts";
import { type GoodsDocument, type GoodsFields, goodsIndex } from "../src/contracts/goods-index.ts";
import { resendEmail } from "../src/email/resend.ts";
import { toParameters } from "../src/internal/typesense/query.ts";
import { namesOf } from "../src/internal/typesense/rebuilds.ts";
import type { SearchQuery } from "../src/search/port.ts";
import { typesenseSearch } from "../src/search/typesense.ts";
import { twilioSms } from "../src/sms/twilio.ts";
import { startVendors, type Vendors } from "./processes.ts";

const help = `Measures calls of a port against the same calls of the vendor's bare client and prints JSON.

  node bench/port-overhead.ts [--calls 1500]

--calls  how often each is called
`;

const { values } = parseArgs({
  options: { calls: { type: "string", default: "1500" }, help: { type: "boolean", default: false } },
});

const warmUps = 200;
const target = 0.1;

const product: GoodsDocument = {
  id: "prod_101",
  name: "Basmati rice",
  category: "Grains",
  description: "Aged long-grain rice from shop 7",
  shopId: "shop_7",
  price: 120.5,
  available: 12,
};

function emailContenders({ resend: { url: baseUrl, apiKey } }: Vendors): Contenders {
  const from = "MohallaMart <orders@mohallamart.example>";
  const message = {
    to: "asha@example.com",
    subject: "Order ord_456 is on its way",
    html: `<p>${"Thank you for your order. ".repeat(80)}</p>`,
    text: "Thank you for your order. ".repeat(80),
  };
  const port = resendEmail({ apiKey, from, baseUrl });
  const client = new Resend(apiKey, { baseUrl });
  return {
    ours: () => port.send({ ...message, key: randomUUID() }),
    bare: () => client.emails.send({ from, ...message }, { idempotencyKey: randomUUID() }),
  };
}

function smsContenders({ twilio: { url: baseUrl, accountSid, authToken, from } }: Vendors): Contenders {
  /** The one way to point Twilio's client elsewhere. */
  class LocalRequestClient extends twilio.RequestClient {
    override request: twilio.RequestClient["request"] = (options) =>
      super.request({ ...options, uri: options.uri.replace("https://api.twilio.com", baseUrl) });
  }
  const message = { to: "+919800000001", body: "Order ord_456 is on its way" };
  const port = twilioSms({ accountSid, authToken, from, baseUrl });
  const client = twilio(accountSid, authToken, { httpClient: new LocalRequestClient() });
  return {
    ours: () => port.send({ ...message, key: randomUUID() }),
    bare: () => client.messages.create({ from, ...message }),
  };
}

async function searchContenders({
  typesense: { url, apiKey },
}: Vendors): Promise<Record<string, Contenders>> {
  const port = typesenseSearch({ index: goodsIndex, url, apiKey });
  const client = new Client({ nodes: [{ url }], apiKey, numRetries: 0, logLevel: "silent" });
  await port.create();
  await port.upsert(product);
  const names = namesOf(goodsIndex.name);
  const documents = client.collections(names.live).documents();
  const rebuilding = client.collections(names.building).documents();
  const query: SearchQuery<GoodsFields> = { text: "rice", filters: { available: { from: 1 } } };
  const parameters = toParameters(goodsIndex, query);
  return {
    "typesense search": {
      ours: () => port.search(query),
      bare: () => documents.search(parameters),
    },
    // A write goes to the index that a rebuild fills as well, and only the second request can tell whether there is one.
    "typesense upsert, two requests each": {
      ours: () => port.upsert(product),
      bare: () =>
        Promise.all([documents.upsert(product), rebuilding.upsert(product).catch(() => "no rebuild")]),
    },
    "typesense upsert, bare client with one request": {
      ours: () => port.upsert(product),
      bare: () => documents.upsert(product),
    },
  };
}

function cacheContenders({ upstash: { url, token } }: Vendors): Record<string, Contenders> {
  const port = upstashCache({ url, token });
  const client = new Redis({ url, token, retry: { retries: 0 } });
  const ttl = 60_000;
  return {
    "upstash set": {
      ours: () => port.set("product", product, { ttl }),
      bare: () => client.set("product", product, { px: ttl }),
    },
    "upstash get": { ours: () => port.get("product"), bare: () => client.get("product") },
  };
}

async function overheadOf(contenders: Contenders) {
  await medianTimes(contenders, warmUps);
  const { ours, bare } = await medianTimes(contenders, Number(values.calls));
  const overhead = ours / bare - 1;
  return {
    portMs: round(ours, 3),
    bareMs: round(bare, 3),
    overhead: round(overhead, 3),
    withinTarget: overhead < target,
  };
}

async function run(): Promise<void> {
  const vendors = await startVendors();
  const contenders: Record<string, Contenders> = {
    "resend send": emailContenders(vendors),
    "twilio send": smsContenders(vendors),
    ...cacheContenders(vendors),
    ...(await searchContenders(vendors)),
  };
  const calls: Record<string, Awaited<ReturnType<typeof overheadOf>>> = {};
  for (const [name, pair] of Object.entries(contenders)) calls[name] = await overheadOf(pair);
  vendors.stop();
  print({ callsEach: Number(values.calls), target, calls });
}

if (values.help) process.stdout.write(help);
else await run();
