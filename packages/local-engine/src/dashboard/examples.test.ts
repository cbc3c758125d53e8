import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readCliOptions } from "../cli-options.ts";
import { ExamplesError, readExamples, readSchemas } from "./examples.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "local-engine-examples-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(content: string): string {
  const path = join(folder, "examples.json");
  writeFileSync(path, content);
  return path;
}

it("reads example data by event name", () => {
  expect(readExamples(write('{"order.created": [{"orderId": "ord_1"}]}'))).toEqual({
    "order.created": [{ orderId: "ord_1" }],
  });
});

it("takes the file from the command line", () => {
  const path = write('{"order.created": [{"orderId": "ord_1"}]}');
  const options = readCliOptions(["dev", "--examples", path]);
  expect(options?.server.examples).toEqual({ "order.created": [{ orderId: "ord_1" }] });
});

it("takes the schemas and the address of the system from the command line", () => {
  const path = write('{"order.created": {"type": "object"}}');
  const options = readCliOptions(["dev", "--schemas", path, "--home", "http://127.0.0.1:3000/operations"]);
  expect(options?.server).toMatchObject({
    schemas: { "order.created": { type: "object" } },
    home: "http://127.0.0.1:3000/operations",
  });
  expect(() => readCliOptions(["dev", "--home", "javascript:alert(1)"])).toThrow(/--home is an address/);
});

it("names the file when its schemas have another form", () => {
  const path = write('{"order.created": [1]}');
  expect(() => readSchemas(path)).toThrow(path);
});

it.each(["{", '{"order.created": {"orderId": 1}}', '{"order.created": ["text"]}'])(
  "names the file when its content is %s",
  (content) => {
    const path = write(content);
    expect(() => readExamples(path)).toThrow(ExamplesError);
    expect(() => readExamples(path)).toThrow(path);
  },
);

it("names a file that is missing", () => {
  expect(() => readExamples(join(folder, "nowhere.json"))).toThrow(/nowhere\.json cannot be read/);
});
