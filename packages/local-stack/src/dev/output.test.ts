import { describe, expect, it } from "vitest";
import { createOutput } from "./output.ts";

function written(isTTY: boolean, process: string, line: string): string {
  let text = "";
  const output = createOutput({
    isTTY,
    write(part) {
      text += part;
    },
  });
  output.log(process, line);
  return text;
}

const pinoLine = JSON.stringify({
  level: 40,
  time: 0,
  pid: 1,
  hostname: "here",
  msg: "stock is low",
  shopId: "shop_1",
});

describe("createOutput", () => {
  it("makes pino's lines readable in a terminal, in the process's colour", () => {
    const text = written(true, "worker", pinoLine);
    expect(text).toContain("\u001b[36mworker ");
    expect(text).toMatch(/WARN.*stock is low.*"shopId":"shop_1"/);
    expect(text).not.toContain("hostname");
    expect(text.trimEnd().split("\n")).toHaveLength(1);
  });

  it("leaves lines as they are where nobody looks", () => {
    expect(written(false, "worker", pinoLine)).toBe(`worker  ${pinoLine}\n`);
  });

  it("passes on what is no JSON and drops lines of which nothing is seen", () => {
    expect(written(true, "engine", "ready")).toContain(" ready\n");
    expect(written(true, "web", "\u001b[?25h")).toBe("");
  });
});
