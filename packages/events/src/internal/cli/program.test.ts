import { describe, expect, it } from "vitest";
import { catalogues } from "../../catalogues.ts";
import { mohallaMartCatalogue } from "../../mohallamart.ts";
import { tenOceanCatalogue } from "../../ten-ocean.ts";
import { run, unreachable } from "../testing/run-cli.ts";
import { earlierVersion, versionedCatalogue } from "../testing/versioned-events.ts";

describe("list", () => {
  const namesIn = (listed: readonly { event: string }[]) => listed.map(({ event }) => event);
  const list = async (...argv: string[]) => namesIn(JSON.parse((await run(["list", ...argv, "--json"])).out));

  it("has every event, and can be narrowed", async () => {
    expect(await list()).toEqual(catalogues.flatMap(({ definitions }) => namesIn(definitions)));
    expect(await list("--catalogue", "ten-ocean")).toEqual(namesIn(tenOceanCatalogue.definitions));
    const orders = mohallaMartCatalogue.definitions.filter(({ category }) => category === "order");
    expect(await list("--category", "order")).toEqual(namesIn(orders));
    expect((await run(["list", "--category", "order"])).out.split("\n")).toHaveLength(orders.length + 1);
  });

  it.each([
    ["--catalogue", "ten-ocean"],
    ["--category", "order"],
  ])("refuses an unknown one as %s and names those there are", async (option, known) => {
    expect(await run(["list", option, "x"])).toMatchObject({
      code: 2,
      errors: expect.stringContaining(known),
    });
  });
});

describe("show", () => {
  it("tells fields, marks, versions and examples", async () => {
    const { out } = await run(["show", "user/registered"], { catalogues: [versionedCatalogue] });
    for (const part of [
      "2026-10-01.01 until 2027-03-31",
      "firstName",
      "email",
      "Maya",
      "user/registered:{userId}",
    ]) {
      expect(out).toContain(part);
    }
  });

  it("suggests the closest names for an unknown one", async () => {
    const { code, errors } = await run(["show", "order.create"]);
    expect(code).toBe(2);
    expect(errors).toContain("Did you mean order.created");
  });
});

describe("schema and asyncapi", () => {
  it("print JSON of the wanted version and draft", async () => {
    const versioned = { catalogues: [versionedCatalogue] };
    const latest = JSON.parse((await run(["schema", "order.created"], versioned)).out);
    const earlier = ["schema", "order.created", "--version", earlierVersion];
    const first = JSON.parse((await run(earlier, versioned)).out);
    expect(Object.keys(latest.properties)).toContain("total");
    expect(Object.keys(first.properties)).not.toContain("total");
    const draft = JSON.parse((await run(["schema", "order.created", "--target", "draft-07"])).out);
    expect(draft.$schema).toContain("draft-07");
    expect(JSON.parse((await run(["asyncapi", "mohallamart"])).out).asyncapi).toBe("3.0.0");
  });

  it.each([
    ["schema", "order.created", "--version", "1"],
    ["schema", "order.created", "--target", "xml"],
    ["asyncapi", "nobody"],
  ])("%s %s %s %s is a usage error", async (...argv) => {
    expect((await run(argv.filter(Boolean))).code).toBe(2);
  });
});

describe("validate", () => {
  const good = JSON.stringify({ name: "order.updated", data: { orderId: "ord_1", status: "packed" } });
  const bad = JSON.stringify({
    name: "order.updated",
    data: { orderId: "someone@example.com", status: "packed" },
  });

  it("takes one event, an array and lines", async () => {
    const document = JSON.stringify([JSON.parse(good), JSON.parse(good)], null, 2);
    for (const [input, events] of [
      [good, 1],
      [`[${good},${good}]`, 2],
      [`${good}\n\n${good}\n`, 2],
      [`${good}\r\n${good}`, 2],
      [document, 2],
      [`\n[${good}]\n[${good},${good}]`, 3],
    ] as const) {
      const { code, out } = await run(["validate", "-"], { input });
      expect({ code, out }).toEqual({ code: 0, out: `${events} of ${events} events are valid` });
    }
  });

  it("takes lines of which the first is broken", async () => {
    const { out } = await run(["validate", "-"], { input: `{"name":\n${good}\n${bad}` });
    expect(out.split("\n")).toEqual([
      "line 1: event: not JSON",
      expect.stringContaining("line 3: order.updated: data.orderId:"),
      "1 of 3 events are valid",
    ]);
  });

  it("names line, path and reason, and no value", async () => {
    const input = [good, bad, "{oops", '{"name":"nope"}', "3"].join("\n");
    const { code, out } = await run(["validate", "-"], { input });
    expect(code).toBe(1);
    expect(out).toContain("line 2: order.updated: data.orderId:");
    expect(out).toContain("line 3: event: not JSON");
    expect(out).toContain("line 4: event: name: no such event");
    expect(out).toContain("line 5: event: Invalid input: expected object");
    expect(out).toContain("1 of 5 events are valid");
    expect(out).not.toContain("someone@example.com");
  });

  it.each([{ ts: "soon" }, { ts: 1e20 }, { ts: 1 }, { v: 2 }, { id: 7 }])(
    "refuses an envelope with %j",
    async (part) => {
      const input = JSON.stringify({ name: "order.updated", data: {}, ...part });
      expect(await run(["validate", "-"], { input })).toMatchObject({
        code: 1,
        out: expect.stringContaining(`event: ${Object.keys(part)[0]}:`),
      });
    },
  );

  it("prints findings as JSON", async () => {
    const { out } = await run(["validate", "-", "--json"], { input: `${good}\n${bad}` });
    expect(JSON.parse(out)).toMatchObject({
      events: 2,
      invalid: 1,
      findings: [{ line: 2, event: "order.updated" }],
    });
  });

  it("reads earlier versions", async () => {
    const data = { eventId: "evt_1", userId: "user_1", attending: true, guests: 1 };
    const input = JSON.stringify({ name: "event/rsvp.changed", v: earlierVersion, data });
    const { code } = await run(["validate", "-"], { input, catalogues: [versionedCatalogue] });
    expect(code).toBe(0);
    expect((await run(["validate", "-"], { input })).code).toBe(1);
  });

  it.each([["no-such-file"], ["-"]])("%s without events is a usage error", async (file) => {
    expect((await run(["validate", file])).code).toBe(2);
  });
});

describe("sample", () => {
  it.each(catalogues.flatMap(({ definitions }) => definitions.map(({ event }) => event)))(
    "%s passes validate",
    async (event) => {
      const { out } = await run(["sample", event, "--count", "5", "--seed", "42"]);
      expect(out.split("\n")).toHaveLength(5);
      expect((await run(["validate", "-"], { input: out })).code).toBe(0);
    },
  );

  it("is the same for the same seed", async () => {
    const sample = async (seed: string) =>
      (await run(["sample", "search.index", "--seed", seed, "--count", "3"])).out;
    expect(await sample("7")).toBe(await sample("7"));
    expect(await sample("7")).not.toBe(await sample("8"));
  });

  it.each(["0", "1.5", "many"])("refuses --count %s", async (count) => {
    expect((await run(["sample", "order.created", "--count", count])).code).toBe(2);
  });
});

describe("emit", () => {
  const data = JSON.stringify({ orderId: "ord_1", status: "packed" });

  function engine(status = 200, body: unknown = { ids: ["01ABC"], status }) {
    const calls: { url: string; body: unknown }[] = [];
    const fetch: typeof globalThis.fetch = async (url, init) => {
      calls.push({ url: String(url), body: JSON.parse(String(init?.body)) });
      return Response.json(body, { status });
    };
    return { calls, fetch };
  }

  it("sends the parsed event to the local engine and prints the id", async () => {
    const { calls, fetch } = engine();
    const { code, out } = await run(["emit", "order.updated", "--data", data], { fetch });
    expect({ code, out }).toEqual({ code: 0, out: "sent order.updated as 01ABC" });
    expect(calls).toMatchObject([
      {
        url: "http://127.0.0.1:8288/e/NO_EVENT_KEY_SET",
        body: { id: "order.updated:ord_1:packed", v: "2026-11-01.01" },
      },
    ]);
  });

  it("sends to INNGEST_BASE_URL with the event key, data from standard input and the given id", async () => {
    const { calls, fetch } = engine();
    const env = { INNGEST_BASE_URL: "http://127.0.0.1:9999", INNGEST_EVENT_KEY: "key-1" };
    await run(["emit", "order.updated", "--data", "-", "--id", "mine"], { fetch, env, input: data });
    expect(calls).toMatchObject([{ url: "http://127.0.0.1:9999/e/key-1", body: { id: "mine" } }]);
  });

  it.each([
    [1, ["--data", '{"orderId":"ord_1"}'], undefined],
    [2, ["--data", "{nope"], undefined],
    [2, [], undefined],
    [3, ["--data", data], undefined],
    [3, ["--data", data], 500],
    [2, ["--data", data, "--id", " "], undefined],
  ])("exits with %i for %j when the engine answers %s", async (code, argv, status) => {
    const fetch = status === undefined ? unreachable : engine(status, { error: "no" }).fetch;
    expect((await run(["emit", "order.updated", ...argv], { fetch })).code).toBe(code);
  });
});

describe("emit in one line and without what it was given", () => {
  const emit = (text: string, more: Parameters<typeof run>[1] = {}) =>
    run(["emit", "order.updated", "--data", text], more);
  const good = JSON.stringify({ orderId: "ord_1", status: "packed" });
  const answering = (body: string, status: number) => ({ fetch: async () => new Response(body, { status }) });

  it.each(["someone@example.com", '{"someone@example.com"', "{\n  someone@example.com\n}"])(
    "says where %j is no JSON",
    async (text) => {
      const { code, errors } = await emit(text);
      expect({ code, lines: errors.split("\n").length }).toEqual({ code: 2, lines: 1 });
      expect(errors).toContain("--data is not JSON");
      expect(errors).not.toContain("someone");
    },
  );

  it.each(["secret", "ftp://someone:secret@example.com", "http://"])(
    "says that INNGEST_BASE_URL is no address: %s",
    async (address) => {
      const { code, errors } = await emit(good, { env: { INNGEST_BASE_URL: address } });
      expect(code).toBe(2);
      expect(errors).toMatch(/^org-events: INNGEST_BASE_URL .*https:.*$/);
      expect(errors).not.toContain("secret");
    },
  );

  it.each([
    ["<html>\n<body>someone@example.com</body>\n</html>", 502, "answers 502"],
    ["<html>\n<body>someone@example.com</body>\n</html>", 200, "is no engine"],
    ['{"ids":[]}', 200, "is no engine"],
    ['{"ids":[""]}', 200, "is no engine"],
    ["null", 200, "is no engine"],
    ['{"error":"event key not found\\nsee the keys"}', 401, "event key not found see the keys"],
  ])("takes %j with status %i for no event sent", async (body, status, reason) => {
    const { code, errors } = await emit(good, answering(body, status));
    expect({ code, lines: errors.split("\n").length }).toEqual({ code: 3, lines: 1 });
    expect(errors).toContain(reason);
    expect(errors).not.toContain("someone");
  });
});

it("help explains the exit codes; an unknown command is a usage error", async () => {
  expect(await run(["--help"])).toMatchObject({ code: 0, out: expect.stringContaining("Exit codes:") });
  expect((await run(["launch"])).code).toBe(2);
});
