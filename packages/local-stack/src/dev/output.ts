import { stripVTControlCharacters, styleText } from "node:util";
import { prettyFactory } from "pino-pretty";

/** Where the supervisor writes; plain where nobody looks. */
export interface Output {
  line(text: string): void;
  /** A line of a process, prefixed with its name; pino's JSON is made readable in a terminal. */
  log(process: string, line: string): void;
  style(format: Parameters<typeof styleText>[0], text: string): string;
}

export interface OutputStream {
  isTTY?: boolean;
  write(text: string): unknown;
}

const prefixColours = { engine: "magenta", worker: "cyan", web: "green" } as const;
const prefixWidth = 7;

export function createOutput(stream: OutputStream): Output {
  const isTerminal = stream.isTTY === true;
  const pretty = prettyFactory({
    colorize: true,
    ignore: "pid,hostname,name",
    translateTime: "SYS:HH:MM:ss",
    singleLine: true,
  });
  const style: Output["style"] = (format, text) =>
    isTerminal ? styleText(format, text, { validateStream: false }) : text;
  const line = (text: string) => void stream.write(`${text}\n`);
  return {
    line,
    style,
    log(process, text) {
      // Programs that stop also reset the cursor, which is a line of its own here.
      if (stripVTControlCharacters(text).trim() === "") return;
      const prefix = style(colourOf(process), process.padEnd(prefixWidth));
      for (const part of (isTerminal ? pretty(text) : text).trimEnd().split("\n")) line(`${prefix} ${part}`);
    },
  };
}

function colourOf(process: string): (typeof prefixColours)[keyof typeof prefixColours] | "yellow" {
  return process === "engine" || process === "worker" || process === "web"
    ? prefixColours[process]
    : "yellow";
}
