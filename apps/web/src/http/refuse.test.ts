import { describe, expect, it } from "vitest";
import { maximumBodyBytes } from "./body-limit.ts";
import { findRefusal } from "./refuse.ts";
import { readBody } from "./request-body.ts";

const ownOrigin = "http://127.0.0.1:3000";
const address = `${ownOrigin}/cart`;

function post(body: BodyInit, headers: Record<string, string> = {}): Request {
  // Node wants `duplex` for a stream; the browser's types do not know it.
  const init: RequestInit & { duplex: "half" } = { method: "POST", body, headers, duplex: "half" };
  return new Request(address, init);
}

/** A body without a length, and how much of it was asked for. */
function endlessBody() {
  const read = { bytes: 0 };
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        read.bytes += 1_024;
        controller.enqueue(new Uint8Array(1_024));
      },
    },
    { highWaterMark: 0 },
  );
  return { read, stream };
}

describe("findRefusal", () => {
  it("lets pages and whole forms pass", async () => {
    const form = new FormData();
    form.set("name", "Asha");
    expect(await findRefusal(new Request(address), ownOrigin)).toBeUndefined();
    expect(await findRefusal(post(form), ownOrigin)).toBeUndefined();
  });

  it.each(["PUT", "DELETE", "PATCH", "OPTIONS"])(
    "answers 405 to %s and names what is allowed",
    async (method) => {
      expect(await findRefusal(new Request(address, { method }), ownOrigin)).toMatchObject({
        status: 405,
        headers: { allow: "GET, HEAD, POST" },
      });
    },
  );

  it("answers 400 to an address that cannot be decoded", async () => {
    expect(await findRefusal(new Request("http://127.0.0.1:3000/orders/%E0%A4%A"), ownOrigin)).toMatchObject({
      status: 400,
    });
  });

  it("answers 403 to a form of another site, without reading it", async () => {
    const { read, stream } = endlessBody();
    const refusal = await findRefusal(post(stream, { origin: "https://evil.example" }), ownOrigin);
    expect(refusal).toMatchObject({ status: 403 });
    expect(read.bytes).toBe(0);
  });

  it("answers 400 to a form that breaks off", async () => {
    const broken = post('--x\r\nContent-Disposition: form-data; name="name"\r\n', {
      "content-type": "multipart/form-data; boundary=x",
    });
    expect(await findRefusal(broken, ownOrigin)).toMatchObject({ status: 400 });
  });

  it.each(["0", "1", "$ACTION_1:0", "$ACTION_12:3"])(
    "answers 400 to a form whose part %s is not as Next writes it",
    async (part) => {
      const form = new FormData();
      form.set("name", "nonsense");
      form.set(part, '{"id":"x","bound":"$@1"}');
      expect(await findRefusal(post(form), ownOrigin)).toBeUndefined();
      form.set(part, "nonsense");
      expect(await findRefusal(post(form), ownOrigin)).toMatchObject({ status: 400 });
    },
  );

  it("answers 400 to a call of an action that no page makes", async () => {
    const called = { "next-action": "id" };
    const form = (list?: string) => {
      const body = new FormData();
      body.set("_1_name", "Asha");
      if (list !== undefined) body.set("0", list);
      return body;
    };
    const text = { "content-type": "text/plain;charset=UTF-8", ...called };
    for (const call of [post(form('["$K1"]'), called), post("[]", text)])
      expect(await findRefusal(call, ownOrigin)).toBeUndefined();
    for (const list of [undefined, "", "nonsense", '"$K1"', "{}", "[", "null"]) {
      expect(await findRefusal(post(form(list), called), ownOrigin)).toMatchObject({ status: 400 });
      expect(await findRefusal(post(list ?? "", text), ownOrigin)).toMatchObject({ status: 400 });
    }
    expect(await findRefusal(post(new URLSearchParams("a=b"), called), ownOrigin)).toMatchObject({
      status: 400,
    });
  });

  it("answers 413 to a body that says it is too large, without reading it", async () => {
    const { read, stream } = endlessBody();
    const request = post(stream, { "content-length": String(10 * 1024 * 1024) });
    expect(await findRefusal(request, ownOrigin)).toMatchObject({
      status: 413,
      message: expect.stringContaining("64 KB"),
    });
    expect(read.bytes).toBe(0);
  });

  it("answers 413 to a body without a length once it is past the limit", async () => {
    const { read, stream } = endlessBody();
    expect(await findRefusal(post(stream), ownOrigin)).toMatchObject({ status: 413 });
    expect(read.bytes).toBe(maximumBodyBytes + 1_024);
  });
});

it("a body of exactly the limit is read", async () => {
  expect((await readBody(post(new Uint8Array(maximumBodyBytes))))?.byteLength).toBe(maximumBodyBytes);
  expect(await readBody(post(new Uint8Array(maximumBodyBytes + 1)))).toBeUndefined();
});
